"""What an amendment counts once it has itself taken something away: as it stood before, as it is now, or asked about."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE = [
    {"num": "1", "title": "Membres", "text": "Ils sont admis. Ils sont élus. Le refus est motivé. Il est écrit."},
    {"num": "2", "title": "Visites", "text": "De midi à minuit.\nSans enfants.\nLe cadre limite les visites."},
    {"num": "3", "title": "Quorum", "text": "Il est d'un tiers. Il est atteint. Il est noté."},
]
GONE = "La deuxième phrase de l'article 1 est supprimée."


def test_a_rank_that_only_the_text_before_has_is_of_that_text() -> None:
    lines = ("À l'article 2, l'alinéa 2 est supprimé et l'alinéa 3 est complété par les mots « du soir ».",)
    assert done(*lines, base=BASE) == ({"2": "De midi à minuit.\nLe cadre limite les visites du soir."}, [])
    each = (
        "La deuxième phrase de l'article 3 est supprimée.",
        "À la troisième phrase de l'article 3, le mot « noté » est remplacé par le mot « lu ».",
    )
    assert done(*each, base=BASE) == ({"3": "Il est d'un tiers. Il est lu."}, [])


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [
        (
            "Le deuxième alinéa de l'article 4 est supprimé.",
            "Au troisième alinéa de l'article 4, le mot « pain » est remplacé par le mot « vin ».",
            "Un sel.\nUn vin.\nUn fruit.",
        ),
        (
            "À l'article 4, après le premier alinéa, il est inséré un alinéa ainsi rédigé : « Un œuf. »",
            "Au troisième alinéa de l'article 4, le mot « pain » est remplacé par le mot « vin ».",
            "Un sel.\nUn œuf.\nUne noix.\nUn vin.\nUn fruit.",
        ),
    ],
)
def test_a_rank_is_that_of_the_text_before_where_its_words_stand_there_alone(first: str, then: str, text: str) -> None:
    base = [{"num": "4", "title": "Repas", "text": "Un sel.\nUne noix.\nUn pain.\nUn fruit."}]
    assert done(first, then, base=base) == ({"4": text}, [])


@pytest.mark.parametrize(
    "asked",
    [
        "La troisième phrase de l'article 1 est remplacée par la phrase suivante : « Tout est écrit. »",
        "La troisième phrase de l'article 1 est complétée par les mots « et lu ».",
        "Après la troisième phrase de l'article 1, il est inséré une phrase ainsi rédigée : « Il est lu. »",
    ],
)
def test_a_sentence_that_both_texts_have_at_that_rank_is_asked_about(asked: str) -> None:
    assert done(GONE, asked, base=BASE) == ({"1": "Ils sont admis. Le refus est motivé. Il est écrit."}, [asked])


def test_a_rank_that_neither_text_has_is_asked_about() -> None:
    asked = "La cinquième phrase de l'article 1 est supprimée."
    assert done(GONE, asked, base=BASE)[1] == [asked]


def test_the_convention_is_this_text_or_asked_about_where_the_title_is_of_no_kind_and_no_day_tells() -> None:
    asked = "À l'article 2 de la convention susvisée, les trois alinéas sont ainsi rédigés :"
    lines = (asked, "De midi à une heure.", "L'article 1 est supprimé.")
    assert done(*lines, base=BASE, of="Entente des écoles") == ({"1": ""}, [asked])
    known = "À l'article 3 de la convention, le mot « noté » est remplacé par le mot « lu »."
    assert done(known, "L'article 1 est supprimé.", base=BASE, of="Entente des écoles") == ({"1": ""}, [known])
    elsewhere = known.replace("3", "9")
    assert done(elsewhere, "L'article 1 est supprimé.", base=BASE, of="Entente des écoles") == ({"1": ""}, [])


def test_a_new_dash_has_its_rank_among_the_dashes() -> None:
    base = [{"num": "1", "title": "Objet", "text": "Elle a pour objet :\n– d'organiser ;\n– de former."}]
    third = "À l'article 1, il est ajouté un troisième tiret ainsi rédigé : « – de promouvoir. »"
    assert done(third, base=base) == ({"1": f"{base[0]['text']}\n– de promouvoir."}, [])
    fourth = third.replace("troisième", "quatrième")
    assert done(fourth, base=base) == ({}, [fourth])


ALL: list[dict[str, Any]] = [
    {"num": "1", "title": "Prix", "text": "Le prix comprend :\n– le sel ;\n– le pain.\nIl est affiché."},
    {"num": "2", "title": "Visites", "text": "Elles sont libres. Elles sont courtes."},
    {"num": "3", "title": "Quorum", "text": "Il est d'un tiers.\nIl est noté."},
    {"num": "4", "title": "Parts", "text": "Voici :\nNom | Part\nNord | 10\nSud | 20"},
]


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        (
            ("Les deux tirets de l'article 1 sont remplacés par trois tirets ainsi rédigés :", "« – le vin ;", "– le lait ;", "– le thé. »"),
            {"1": "Le prix comprend :\n– le vin ;\n– le lait ;\n– le thé.\nIl est affiché."},
        ),
        (
            ("Les deux phrases de l'article 2 sont remplacées par une phrase ainsi rédigée : « Elles sont brèves. »",),
            {"2": "Elles sont brèves."},
        ),
        (("Les 2 alinéas de l'article 3 sont remplacés par un alinéa ainsi rédigé :", "« Il est nul. »"), {"3": "Il est nul."}),
        (
            ("À la dernière ligne du tableau de l'article 4, le mot « Sud » est remplacé par le mot « Est ».",),
            {"4": "Voici :\nNom | Part\nNord | 10\nEst | 20"},
        ),
    ],
)  # fmt: skip
def test_all_that_an_article_has_of_a_kind_may_be_counted(lines: tuple[str, ...], changed: dict[str, str]) -> None:
    assert done(*lines, base=ALL) == (changed, [])


@pytest.mark.parametrize(
    "lines",
    [
        ("Les trois tirets de l'article 1 sont remplacés par :", "« – le vin. »"),  # there are two
        ("Les trois phrases de l'article 2 sont remplacées par : « Elles sont brèves. »",),
        ("Les trois alinéas de l'article 3 sont remplacés par :", "« Il est affiché. »"),
        (
            "À la deuxième ligne du tableau de l'article 4, le mot « Nord » est remplacé par « Est ».",
        ),  # is the head counted?
    ],
)
def test_a_count_that_is_not_that_of_the_article_is_asked_about(lines: tuple[str, ...]) -> None:
    assert done(*lines, base=ALL) == ({}, [lines[0]])
