"""Items of plain texts, named by their labels: how far each goes, where a new one goes on, and what is asked."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

BUREAU = ["Le bureau comprend :", "1° Un chef ;", "2° Un aide ;", "2° bis Un adjoint ;", "3° Un scribe, qui :", "a) écrit ;", "b) classe.", "Il siège à midi."]  # fmt: skip
RULES = ["I. – Le pain est servi.", "Il est coupé.", "II. – Le vin est servi.", "Il est frais.", "III. – Le sel est servi.", "Il est gris."]  # fmt: skip
GAP = ["Sont admis :", "1° Le chien ;", "Il est tenu.", "3° Le chat.", "Les autres sont exclus."]
TABLE = ["La table porte :", "- le sel ;", "- le poivre.", "Elle est ronde. Elle est basse. Elle est en bois."]
NOON = ["Le repas est servi.", "Il est chaud.", "Il est payé."]
SHOPS = ["Il est ouvert.", "Il est clos. Il ferme.", "Il est sûr."]
CARS = ["Il est garé. Il est loué. Il est lavé.", "Il est vendu. Il est neuf."]
BASE: list[dict[str, Any]] = [
    {"num": number, "title": title, "text": "\n".join(lines)}
    for number, title, lines in (
        ("1", "Bureau", BUREAU), ("2", "Service", RULES), ("3", "Animaux", GAP), ("4", "Table", TABLE), ("5", "Midi", NOON),
        ("6", "Plats", ["Sont servis :", "- le pain ;", "- l'eau ;", "- le sel."]),
        ("7", "Jours", ["Sont ouverts :", "- le lundi ;", "- le mardi ;", "- le jeudi.", "Sont fermés :", "- le mercredi ;", "- le dimanche."]),
        ("9", "Magasins", SHOPS), ("10", "Véhicules", CARS),
        ("VIII", "Feux", ["Le feu est vert.", "Il est fixe."]),
        ("8", "Délais", ["8.1. Le premier délai est de trois ans.", "8.2. Le second est de six ans."]),
    )
]  # fmt: skip


def replaced(lines: list[str], start: int, end: int, *new: str) -> list[str]:
    return [*lines[:start], *new, *lines[end:]]


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        # An item ends where the next of its series begins, « bis » among them.
        ("Le 2° de l'article 1 est ainsi rédigé : « 2° Deux aides ; ».", "1", replaced(BUREAU, 2, 3, "2° Deux aides ;")),
        ("Le 2° bis de l'article 1 est supprimé.", "1", replaced(BUREAU, 3, 4)),
        ("Le 2° bis de l'article 1 est ainsi rédigé : « Un second ; ».", "1", replaced(BUREAU, 3, 4, "2° bis Un second ;")),
        ("Les 1° et 2° de l'article 1 sont supprimés.", "1", replaced(BUREAU, 1, 3)),
        ("Les 1° à 2° bis de l'article 1 sont supprimés.", "1", replaced(BUREAU, 1, 4)),
        # What it introduces is a part of it; what follows the list is not.
        ("Le 3° de l'article 1 est ainsi rédigé : « 3° Un lecteur. »", "1", replaced(BUREAU, 4, 7, "3° Un lecteur.")),
        # Without an introduction, the items are all that the article is made of.
        ("Le II de l'article 2 est ainsi rédigé : « II. – Le vin est offert. »", "2", replaced(RULES, 2, 4, "II. – Le vin est offert.")),
        ("Le III de l'article 2 est supprimé.", "2", RULES[:4]),
        ("Les II et III de l'article 2 sont remplacés par : « II. – L'eau est servie. »", "2", replaced(RULES, 2, 6, "II. – L'eau est servie.")),
        ("Le second alinéa du II de l'article 2 est supprimé.", "2", replaced(RULES, 3, 4)),
        # A number left out does not hide where the item before it ends.
        ("Le 1° de l'article 3 est ainsi rédigé : « 1° L'oiseau ; ».", "3", replaced(GAP, 1, 3, "1° L'oiseau ;")),
        ("Le 3° de l'article 3 est supprimé.", "3", replaced(GAP, 3, 4)),
        # A new item goes on with its list, whatever follows the list.
        ("L'article 1 est complété par un 4° ainsi rédigé : « 4° Un garde. »", "1", replaced(BUREAU, 7, 7, "4° Un garde.")),
        ("Le 3° de l'article 1 est complété par un c) ainsi rédigé : « c) relit. »", "1", replaced(BUREAU, 7, 7, "c) relit.")),
        ("À l'article 2, il est ajouté un IV ainsi rédigé : « IV. – L'eau est servie. »", "2", [*RULES, "IV. – L'eau est servie."]),
        ("Après le II de l'article 2, il est inséré un II bis ainsi rédigé : « II bis. – L'eau est servie. »", "2", replaced(RULES, 4, 4, "II bis. – L'eau est servie.")),
        # An item, or an alinéa, named by its words.
        ("À l'article 4, le tiret « le sel » est supprimé.", "4", replaced(TABLE, 1, 2)),
        ("À l'article 5, après l'alinéa « Le repas est servi. », il est inséré un alinéa ainsi rédigé : « Il est bon. »", "5", replaced(NOON, 1, 1, "Il est bon.")),
        # Several sentences, several alinéas, several dashes.
        ("Les deux derniers tirets de l'article 6 sont supprimés.", "6", ["Sont servis :", "- le pain ;"]),
        ("Les premier et deuxième tirets de l'article 6 sont supprimés.", "6", ["Sont servis :", "- le sel."]),
        ("Le dernier alinéa de l'article 5 est complété par les mots : « le soir. »", "5", replaced(NOON, 2, 3, "Il est payé le soir.")),
        ("Les deux dernières phrases du dernier alinéa de l'article 4 sont supprimées.", "4", replaced(TABLE, 3, 4, "Elle est ronde.")),
        ("Les deux premières phrases du dernier alinéa de l'article 4 sont remplacées par la phrase suivante : « Elle est carrée. »", "4", replaced(TABLE, 3, 4, "Elle est carrée. Elle est en bois.")),
        ("Les deuxième et dernier alinéas de l'article 5 sont supprimés.", "5", NOON[:1]),
        ("La dernière phrase de l'article 4 est supprimée.", "4", replaced(TABLE, 3, 4, "Elle est ronde. Elle est basse.")),
        # Sentences are counted on through the alinéas.
        ("La deuxième phrase de l'article 5 est supprimée.", "5", replaced(NOON, 1, 2)),
        ("La deuxième phrase de l'article 5, commençant par « Il est chaud », est supprimée.", "5", replaced(NOON, 1, 2)),
        ("L'article 5 est modifié : la troisième phrase, qui commence par « Il est payé », est supprimée.", "5", NOON[:2]),
        ("La deuxième phrase de l'article 10 est remplacée par la phrase suivante : « Il roule. »", "10", replaced(CARS, 0, 1, "Il est garé. Il roule. Il est lavé.")),
        ("À la deuxième phrase de l'article 9, le mot « ferme » est remplacé par le mot « dort ».", "9", replaced(SHOPS, 1, 2, "Il est clos. Il dort.")),
        # An article that is numbered in roman.
        ("Le second alinéa du VIII est supprimé.", "VIII", ["Le feu est vert."]),
        # Of two lists, one alone has so many dashes; the last one is the last of both.
        ("Le troisième tiret de l'article 7 est supprimé.", "7", ["Sont ouverts :", "- le lundi ;", "- le mardi ;", "Sont fermés :", "- le mercredi ;", "- le dimanche."]),
        ("Le dernier tiret de l'article 7 est supprimé.", "7", ["Sont ouverts :", "- le lundi ;", "- le mardi ;", "- le jeudi.", "Sont fermés :", "- le mercredi ;"]),
        # A paragraph that begins with its number is named by its first words too.
        ("À l'article 8, le paragraphe 8.2 « Le second » est supprimé.", "8", ["8.1. Le premier délai est de trois ans."]),
        ("L'article 5 est complété par les mots « , sauf le soir ».", "5", replaced(NOON, 2, 3, "Il est payé, sauf le soir.")),
    ],
)  # fmt: skip
def test_an_item_is_changed_as_far_as_it_goes(sentence: str, number: str, expected: list[str]) -> None:
    texts, asked = done(sentence, base=BASE)
    assert asked == []
    assert {n: t.split("\n") for n, t in texts.items()} == {number: expected}


@pytest.mark.parametrize(
    "sentence",
    [
        # A dash has no rank: the list, or the end of the article?
        "L'article 4 est complété par un tiret ainsi rédigé : « - le pain. »",
        # It does not bear its label: is it the 4°?
        "L'article 1 est complété par un 4° ainsi rédigé : « Un garde. »",
        # The first sentence would run into the second.
        "La première phrase du dernier alinéa de l'article 4 est remplacée par : « Elle est carrée ».",
        # Of several alinéas: its second one, or that of the alinéa that has two? And how many does a list make?
        "La deuxième phrase de l'article 9 est supprimée.",
        "La deuxième phrase de l'article 4 est supprimée.",
        "Les deuxième et troisième phrases de l'article 5 sont supprimées.",
        # The second one begins otherwise.
        "La deuxième phrase de l'article 5, commençant par « Il est payé », est supprimée.",
        "Les premier et dernier alinéas de l'article 5 sont remplacés par : « Il est bon. »",
        # No words are quoted.
        "À l'article 5, les mots « » sont remplacés par les mots « à midi ».",
        # Each list has a second one.
        "Le deuxième tiret de l'article 7 est supprimé.",
        "Les deux premiers tirets de l'article 7 sont supprimés.",
        # Words that stand in a paragraph do not name all of it.
        "Le paragraphe 8.1 « trois ans » est remplacé par « dix ans ».",
        "À l'article 8, le 8.1 « trois ans » est supprimé.",
        "Les dispositions de l'article 5 de l'accord relatives au prix sont remplacées par : « Il est gratuit. »",
    ],
)
def test_what_goes_on_no_further_for_certain_is_asked_about(sentence: str) -> None:
    texts, asked = done(sentence, base=BASE)
    assert (texts, len(asked)) == ({}, 1)


@pytest.mark.parametrize(
    ("sentence", "number", "expected"),
    [
        ("Le b) de l'article 1 devient le c).", "1", replaced(BUREAU, 6, 7, "c) classe.")),
        ("À l'article 5, le premier alinéa est déplacé après le troisième alinéa.", "5", [*NOON[1:], NOON[0]]),
        ("À l'article 5, le troisième alinéa est déplacé avant le deuxième alinéa.", "5", [NOON[0], NOON[2], NOON[1]]),
    ],
)
def test_an_item_takes_another_label_and_an_alinea_another_place(
    sentence: str, number: str, expected: list[str]
) -> None:
    texts, asked = done(sentence, base=BASE)
    assert asked == []
    assert {n: t.split("\n") for n, t in texts.items()} == {number: expected}


def test_words_of_a_heading_are_replaced() -> None:
    found = apply(
        {
            "title": "Accord du 3 mars 2015",
            "base": {"articles": BASE},
            "avenants": [
                {"id": "a", "articles": [{"num": "1", "text": "Au titre de l'article 5, le mot « Midi » est remplacé par le mot « Soir »."}]}
            ],
        }
    )  # fmt: skip
    assert ([a["title"] for a in found["articles"]][4], found["queries"]) == ("Soir", [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Le 2° de l'article 1 devient le 3°.",  # there is a 3°
        "Le b) de l'article 1 devient le 4°.",  # of another list
        "À l'article 5, le deuxième alinéa est déplacé après le premier alinéa.",  # where it is
        "Au titre de l'article 5, le mot « Matin » est remplacé par le mot « Soir ».",
    ],
)
def test_what_would_change_nothing_or_be_there_twice_is_asked_about(sentence: str) -> None:
    texts, asked = done(sentence, base=BASE)
    assert (texts, len(asked)) == ({}, 1)


def test_words_of_several_articles_are_replaced_where_each_has_them_once() -> None:
    texts, asked = done("Aux articles 5 et 6, le mot « servi » est remplacé par le mot « offert ».", base=BASE)
    assert (texts, len(asked)) == ({}, 1)  # article 6 has « servis »
    texts, asked = done(
        "Aux articles 2 et 6, les mots « le sel » sont remplacés par les mots « le poivre ».", base=BASE
    )
    assert (texts, len(asked)) == ({}, 1)  # « Le sel », in article 2
    texts, asked = done("Aux articles 5 et 2, le mot « servi » est remplacé par le mot « offert ».", base=BASE)
    assert (texts, len(asked)) == ({}, 1)  # three times in article 2
    texts, asked = done("Aux articles 6 et 4, les mots « le sel » sont remplacés par les mots « le riz ».", base=BASE)
    assert ([texts["4"].split("\n")[1], texts["6"].split("\n")[3]], asked) == (["- le riz ;", "- le riz."], [])


def test_words_that_are_not_given_are_asked_about() -> None:
    texts, asked = done("À l'article 4, les mots « le sel » sont remplacés par « ».", base=BASE)
    assert (texts, len(asked)) == ({}, 1)


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        ("À l'article 1, le 2. est supprimé et le 3. devient le 2.", ("1. le sel ;", "2. le vin.")),
        ("À l'article 1, le 3. devient le 4.", ("1. le sel ;", "2. le pain ;", "4. le vin.")),
    ],
)
def test_an_item_that_is_named_without_its_mark_keeps_it(sentence: str, items: tuple[str, ...]) -> None:
    base = [{"num": "1", "title": "Achats", "text": "Sont achetés :\n1. le sel ;\n2. le pain ;\n3. le vin."}]
    assert done(sentence, base=base) == ({"1": "\n".join(("Sont achetés :", *items))}, [])


@pytest.mark.parametrize("sentence", ["À l'article 1, le 3. devient le 2.", "À l'article 1, le 3. devient le 4°."])
def test_an_item_takes_neither_the_number_of_another_nor_another_mark(sentence: str) -> None:
    base = [{"num": "1", "title": "Achats", "text": "Sont achetés :\n1. le sel ;\n2. le pain ;\n3. le vin."}]
    assert done(sentence, base=base) == ({}, [sentence])
