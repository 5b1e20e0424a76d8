"""How avenants between the State, its agencies and local authorities are written: headings that name the place, words on the line below."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done as done_to

BASE: list[dict[str, Any]] = [
    {
        "num": None,
        "title": "Préambule",
        "text": "Les repas sont chauds.\nIls sont servis.\nCeci exposé, il est convenu :",
    },
    {"num": "2.3", "title": "Dotation", "text": "Elle est de 1 150 M€ par an.\nElle est versée."},
    {"num": "2.4", "title": "Menus", "text": "Ils changent.\nIls sont affichés. Ils sont datés."},
    {"num": "8", "title": "Financement", "text": "Voir l'article 24."},
]


def done(*lines: str, heading: str = "") -> tuple[dict[str, str], list[str]]:
    """The texts of the convention that change, by number, and the sentences asked about."""
    return done_to(*lines, heading=heading, of="Convention du 3 mars 2015 relative aux repas", base=BASE)


@pytest.mark.parametrize(
    "heading",
    [
        "Modification du préambule",
        "Modification du préambule de la convention.",
        "Modifications apportées au préambule",
    ],
)
def test_a_heading_names_the_preamble(heading: str) -> None:
    sentence = "Au deuxième alinéa, le mot : « servis » est remplacé par le mot : « offerts »."
    assert done(sentence, heading=heading) == (
        {"Préambule": "Les repas sont chauds.\nIls sont offerts.\nCeci exposé, il est convenu :"},
        [],
    )


def test_a_line_within_an_article_names_it_too() -> None:
    lines = ("Modification du préambule", "Avant l'alinéa commençant par « Ceci » est ajouté le paragraphe suivant :")
    assert done(*lines, "« Ils sont bons. »")[0] == {
        "Préambule": "Les repas sont chauds.\nIls sont servis.\nIls sont bons.\nCeci exposé, il est convenu :"
    }


def test_a_heading_that_only_speaks_of_the_preamble_names_nothing() -> None:
    sentence = "Au deuxième alinéa, le mot : « servis » est remplacé par le mot : « offerts »."
    assert done(sentence, heading="Suites du préambule") == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "quoted", "line"),
    [
        (
            "À la fin du premier alinéa, sont ajoutés les mots suivants :",
            "« et nombreux »",
            "Ils changent et nombreux.",
        ),
        ("Sont ajoutés à la fin du premier alinéa les termes suivants :", "« , et tôt »", "Ils changent, et tôt."),
        ("Au premier alinéa, le mot « changent » est remplacé par le mot :", "« varient »", "Ils varient."),
    ],
)
def test_the_words_of_an_order_may_stand_on_the_line_below(sentence: str, quoted: str, line: str) -> None:
    assert done(sentence, quoted, heading="Modification de l'article 2.4") == (
        {"2.4": f"{line}\nIls sont affichés. Ils sont datés."},
        [],
    )


def test_a_new_text_on_the_line_below_is_still_that_of_its_place() -> None:
    sentence = "Le premier alinéa de l'article 2.4 est supprimé et remplacé par les termes suivants :"
    assert done(sentence, "« Ils varient. »") == (
        {"2.4": "Ils varient.\nIls sont affichés. Ils sont datés."},
        [],
    )


def test_a_sentence_given_as_words_follows_the_full_stop() -> None:
    sentence = "Le premier alinéa de l'article 2.4 est complété par les mots : « Ils sont bons. »."
    assert done(sentence) == (
        {"2.4": "Ils changent. Ils sont bons.\nIls sont affichés. Ils sont datés."},
        [],
    )
    name = "Le premier alinéa de l'article 2.4 est complété par les mots : « Région Est »."
    assert done(name) == ({"2.4": "Ils changent Région Est.\nIls sont affichés. Ils sont datés."}, [])


@pytest.mark.parametrize("mark", ["I. –", "1°"])
def test_a_mark_goes_before_an_alinea(mark: str) -> None:
    sentence = f"Au début du premier alinéa de l'article 2.4, est ajoutée la mention : « {mark} »."
    assert done(sentence) == ({"2.4": f"{mark} Ils changent.\nIls sont affichés. Ils sont datés."}, [])


def test_a_mark_goes_before_a_sentence() -> None:
    sentence = "Au début de la seconde phrase du deuxième alinéa de l'article 2.4, sont ajoutés les mots : « Enfin : »."
    assert done(sentence) == ({"2.4": "Ils changent.\nIls sont affichés. Enfin : Ils sont datés."}, [])


def test_words_before_a_capital_are_asked_about() -> None:
    sentence = "Au début du premier alinéa de l'article 2.4, sont ajoutés les mots : « En mai, »."
    assert done(sentence) == ({}, [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "Au premier alinéa du point 2.4 de la convention, le mot « changent » est remplacé par le mot « varient ».",
        "À l'article 2.3, rien n'est changé.\nAu point 2.4, au premier alinéa, le mot « changent » est remplacé par « varient ».",
    ],
)
def test_a_point_of_a_number_in_steps_is_the_article_of_that_number(sentence: str) -> None:
    texts, asked = done(*sentence.split("\n"))
    assert texts == {"2.4": "Ils varient.\nIls sont affichés. Ils sont datés."}
    assert not any("2.4" in one for one in asked)


@pytest.mark.parametrize("new", ["934,4 M€", "le montant de 934,4 M€"])
def test_an_amount_in_millions_is_a_figure(new: str) -> None:
    sentence = f"Au premier alinéa de l'article 2.3, le montant de 1 150 M€ est remplacé par {new}."
    assert done(sentence) == ({"2.3": "Elle est de 934,4 M€ par an.\nElle est versée."}, [])


SEVERAL = "Les articles 2.3 et 8 de la convention sont modifiés."
OF_ONE = "À l'article 8, remplacer : « 24 » par : « 23 » (le reste sans changement) ;"


def test_several_articles_are_announced_where_each_is_changed_below() -> None:
    other = "À l'article 2.3, le mot « versée » est remplacé par le mot « due »."
    assert done(SEVERAL, OF_ONE, other) == (
        {"2.3": "Elle est de 1 150 M€ par an.\nElle est due.", "8": "Voir l'article 23."},
        [],
    )
    assert done(SEVERAL, OF_ONE) == ({"8": "Voir l'article 23."}, [SEVERAL])


@pytest.mark.parametrize(
    "lines",
    [
        ("Ancienne rédaction :", "« Voir l'article 24. »", "Nouvelle rédaction :", "« Voir l'article 23. »"),
        ("Rédaction initiale : « Voir l'article 24. »", "Nouvelle rédaction : « Voir l'article 23. »"),
        ("Texte actuel :", "« Voir l'article 24. »", "Texte modifié : « Voir l'article 23. »"),
        ("Version en vigueur :", "« Article 8 – Financement", "Voir l'article 24. »", "Version proposée :", "« Article 8 – Financement", "Voir l'article 23. »"),
        ("L'article 8 « Financement »", "« Voir l'article 24. »", "Est modifié comme suit :", "« Voir l'article 23. »"),
        ("L'article 8 :", "« Voir l'article 24. »", "est remplacé par :", "« Voir l'article 23. »"),
        ("Le paragraphe « Voir l'article 24. » de l'article 8 est remplacé par le paragraphe « Voir l'article 23. ».",),
        ("À l'article 8, l'alinéa « Voir l'article 24. » est remplacé par l'alinéa suivant :", "« Voir l'article 23. »"),
    ],
)  # fmt: skip
def test_words_in_force_may_be_quoted_before_the_new_ones(lines: tuple[str, ...]) -> None:
    assert done(*lines, heading="Modification de l'article 8") == ({"8": "Voir l'article 23."}, [])


def test_a_place_above_them_is_that_of_both() -> None:
    lines = ("Ancienne rédaction : « Ils changent. »", "Nouvelle rédaction : « Ils varient. »")
    assert done("L'article 2.4 est modifié comme suit :", *lines) == (
        {"2.4": "Ils varient.\nIls sont affichés. Ils sont datés."},
        [],
    )


def test_words_said_to_be_in_force_that_are_not_are_asked_about() -> None:
    found, asked = done("Ancienne rédaction :", "« Voir l'article 25. »", "Nouvelle rédaction :", "« Voir l'article 23. »", heading="Modification de l'article 8")  # fmt: skip
    assert (found, len(asked)) == ({}, 1)


def test_several_lines_in_force_take_as_many_as_are_given() -> None:
    old = "Ils changent.\nIls sont affichés. Ils sont datés."
    new = "Ils varient.\nIls sont affichés.\nIls sont datés."
    lines = ("Au lieu de :", f"« {old} »", "Lire :", f"« {new} »")
    assert done("L'article 2.4 est ainsi modifié :", *lines) == ({"2.4": new}, [])


def test_a_label_without_the_other_is_no_order() -> None:
    sentence = "Nouvelle rédaction :"
    assert done(sentence, "« Voir l'article 23. »", heading="Modification de l'article 8")[0] == {}


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("À l'article 2.4, la phrase « Ils changent. » est supprimée.", "Ils sont affichés. Ils sont datés."),
        ("À l'article 2.4, la phrase « Ils sont datés. » est supprimée.", "Ils changent.\nIls sont affichés."),
    ],
)
def test_an_alinea_of_which_nothing_would_be_left_goes(sentence: str, text: str) -> None:
    assert done(sentence) == ({"2.4": text}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "À l'article 2.4, les mots « Ils changent » sont supprimés.",  # its full stop would be left
        "À l'article 8, la phrase « Voir l'article 24. » est supprimée.",  # and nothing of the article
    ],
)
def test_words_that_leave_less_than_a_sentence_are_asked_about(sentence: str) -> None:
    assert done(sentence) == ({}, [sentence])
