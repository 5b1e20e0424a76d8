"""Rows, items and lists named by what they are, and what is added to a list under any noun."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

DUTIES = ["Les agents ont les missions suivantes :", "– garde de nuit ;", "– accueil.", "Ils portent une tenue."]
LEAVE = [
    "Sont accordés :",
    "– mariage : 4 jours ;",
    "– décès du père ou de la mère : 2 jours ;",
    "– décès du conjoint : 3 jours.",
    "Ils sont pris aussitôt.",
]
CASES = ["Ils sont libres dans les cas suivants :", "a) mariage ;", "b) naissance.", "La demande est écrite."]
TWO = [
    "Sont réparties :",
    "– la prime ;",
    "– la gratification.",
    "Sont assimilés à des périodes de présence :",
    "– le congé de maternité ;",
    "– la maladie.",
]
WORKS = ["Les travaux sont :", "6.1. Routes", "– un pont ;", "– une rue.", "6.2. Voies ferrées", "– une gare."]
PRICES = [
    "Le prix est fixé comme suit :",
    "Prestation | Prix",
    "Transfert et transport | 18 €",
    "Incinération | 79 €",
    "1re tonne | 4 €",
    "2e tonne | 5 €",
    "Il est révisé.",
]
END = ["Le préavis est de :", "– employés : 1 mois ;", "– cadres : 3 mois.", "Il est écrit.", "Il peut être réduit."]
BASE: list[dict[str, Any]] = [
    {"num": str(number), "title": title, "text": "\n".join(lines)}
    for number, (title, lines) in enumerate(
        (
            ("Service", DUTIES), ("Absences", LEAVE), ("Déblocage", CASES), ("Répartition", TWO), ("Prix", PRICES), ("Programme", WORKS),
            ("Préavis", END), ("Tenue", ["La tenue est bleue.", "Elle est fournie."]),
        ),
        start=1,
    )
]  # fmt: skip


def put(lines: list[str], at: int, *new: str, instead: int = 0) -> list[str]:
    return [*lines[:at], *new, *lines[at + instead :]]


@pytest.mark.parametrize(
    ("sentence", "new", "number", "expected"),
    [
        # Any noun names what is added to a list that is introduced by it, whatever stands below the list.
        ("À l'article 1, sont ajoutées les missions suivantes :", "« – ronde ;\n– tri. »", "1", put(DUTIES, 3, "– ronde ;", "– tri.")),
        ("À la liste des missions énumérées à l'article 1, est ajoutée la mission suivante :", "« – ronde. »", "1", put(DUTIES, 3, "– ronde.")),
        ("Les missions suivantes sont ajoutées à l'article 1 :", "« – ronde. »", "1", put(DUTIES, 3, "– ronde.")),
        ("L'article 3 est complété par deux cas de déblocage ainsi rédigés :", "« c) vente ;\nd) départ. »", "3", put(CASES, 3, "c) vente ;", "d) départ.")),
        ("Il est ajouté à l'article 1 la mission suivante :", "« – ronde. »", "1", put(DUTIES, 3, "– ronde.")),
        ("Une mission est ajoutée à la liste figurant à l'article 1 :", "« – ronde. »", "1", put(DUTIES, 3, "– ronde.")),
        ("Les missions énumérées à l'article 1 sont complétées comme suit :", "« – ronde. »", "1", put(DUTIES, 3, "– ronde.")),
        ("À l'article 3, est inséré, après le a), le cas suivant :", "« a bis) vente ; »", "3", put(CASES, 2, "a bis) vente ;")),
        # Or that nothing stands below.
        ("Au 6.2 de l'article 6, est ajoutée l'opération suivante :", "« – un quai. »", "6", [*WORKS, "– un quai."]),
        ("Au 6.1 de l'article 6, est ajoutée l'opération suivante :", "« – un quai. »", "6", put(WORKS, 4, "– un quai.")),
        # Of two lists, the one that is introduced by the words of the name.
        ("La liste des périodes assimilées à des périodes de présence, qui figure à l'article 4, est complétée comme suit :", "« – le deuil. »", "4", [*TWO, "– le deuil."]),
        # An item, a row.
        ("La liste figurant à l'article 2 est complétée, après le tiret relatif au décès du père ou de la mère, par le tiret suivant :", "« – décès d'un frère : 1 jour ; »", "2", put(LEAVE, 3, "– décès d'un frère : 1 jour ;")),
        ("Le tiret relatif au mariage de l'article 2 est supprimé.", "", "2", put(LEAVE, 1, instead=1)),
        ("À l'article 2, ajouter après « – décès du conjoint : 3 jours. » le tiret suivant :", "« – naissance : 1 jour. »", "2", put(LEAVE, 4, "– naissance : 1 jour.")),
        ("À l'article 2, après la ligne « – mariage : 4 jours ; » est ajoutée la ligne :", "« – naissance : 1 jour ; »", "2", put(LEAVE, 2, "– naissance : 1 jour ;")),
        ("Dans le tableau de l'article 5, la ligne relative à l'incinération est modifiée comme suit :", "Incinération | 83 €", "5", put(PRICES, 3, "Incinération | 83 €", instead=1)),
        ("Dans le tableau figurant à l'article 5, la ligne concernant la 1re tonne est remplacée par la ligne suivante :", "« 1re tonne | 6 € »", "5", put(PRICES, 4, "1re tonne | 6 €", instead=1)),
        ("À la ligne relative à l'incinération du tableau de l'article 5, le montant « 79 € » est remplacé par « 83 € ».", "", "5", put(PRICES, 3, "Incinération | 83 €", instead=1)),
        ("Au tableau de l'article 5, les lignes « 1re tonne » et « Incinération » sont remplacées par les lignes suivantes :", "Incinération | 83 €\n1re tonne | 6 €", "5", put(PRICES, 3, "Incinération | 83 €", "1re tonne | 6 €", instead=2)),
        ("Les lignes « Incinération » et « 1re tonne » du tableau de l'article 5 sont ainsi rédigées :", "Incinération | 83 €\n1re tonne | 6 €", "5", put(PRICES, 3, "Incinération | 83 €", "1re tonne | 6 €", instead=2)),
        ("La ligne « Incinération » du tableau de l'article 5 devient :", "Incinération | 83 €", "5", put(PRICES, 3, "Incinération | 83 €", instead=1)),
        ("Le tableau des prix de l'article 5 est complété par la ligne suivante, insérée après la ligne « Incinération » :", "Tri | 9 €", "5", put(PRICES, 4, "Tri | 9 €")),
        # A sentence by its words; where it is all of its alinéa, by several alinéas.
        ("La phrase « Elle est fournie. » de l'article 8 est remplacée par deux alinéas ainsi rédigés :", "« Elle est lavée.\nElle est rendue. »", "8", ["La tenue est bleue.", "Elle est lavée.", "Elle est rendue."]),
        ("À l'article 8, la phrase « Elle est fournie. » est remplacée par les deux phrases suivantes :", "« Elle est lavée. Elle est rendue. »", "8", ["La tenue est bleue.", "Elle est lavée. Elle est rendue."]),
        ("La dernière phrase de l'article 8 est remplacée par les alinéas suivants :", "« Elle est lavée.\nElle est rendue. »", "8", ["La tenue est bleue.", "Elle est lavée.", "Elle est rendue."]),
        # What is named beside an alinéa that goes is not in it.
        ("Le dernier alinéa de l'article 7 est supprimé et le premier tiret est désormais rédigé :", "« – employés : 2 mois ; »", "7", [END[0], "– employés : 2 mois ;", *END[2:4]]),
        ("À l'article 8, 2ème alinéa, le texte est remplacé par le texte suivant :", "« Elle est lavée. »", "8", ["La tenue est bleue.", "Elle est lavée."]),
    ],
)  # fmt: skip
def test_lines_are_found_by_what_they_are(sentence: str, new: str, number: str, expected: list[str]) -> None:
    texts, asked = done(sentence, *new.split("\n"), base=BASE)
    assert asked == []
    assert {n: t.split("\n") for n, t in texts.items()} == {number: expected}


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        # The list is introduced otherwise, and something stands below it; or there is none; or two.
        ("À l'article 2, sont ajoutées les absences suivantes pour les cadres :", "« – naissance. »"),
        ("À l'article 7, sont ajoutés les agents suivants :", "« – agents : 2 mois. »"),
        # No such sentence; only the beginning of one.
        ("La phrase « Elle est prêtée. » de l'article 8 est remplacée par les dispositions suivantes :", "« Elle est lavée. »"),
        ("La phrase « Elle est » de l'article 8 est remplacée par les dispositions suivantes :", "« Elle est lavée. »"),
        ("L'article 8 est complété par les garanties suivantes :", "« – casque. »"),
        ("L'article 4 est complété par les sommes suivantes :", "« – le panier. »"),
        # It is no item; of another form; has not the number that follows; is there already; is not as many.
        ("À l'article 1, sont ajoutées les missions suivantes :", "« Les agents font des rondes. »"),
        ("À l'article 3, sont ajoutés les cas suivants :", "« – vente. »"),
        ("À l'article 3, sont ajoutés les cas suivants :", "« e) vente. »"),
        ("À l'article 1, sont ajoutées les missions suivantes :", "« – ronde ;\n– accueil. »"),
        ("À l'article 1, sont ajoutées deux missions ainsi rédigées :", "« – ronde. »"),
        ("Les garanties énumérées à l'article 1 sont complétées comme suit :", "« – ronde. »"),
        ("Les missions énumérées à l'article 1 sont supprimées et complétées comme suit :", "« – ronde. »"),
        ("Un comité est créé à l'article 1 :", "« Le comité siège. »"),
        # Perhaps, or before, or on a condition.
        ("À l'article 1, peuvent être ajoutées les missions suivantes :", "« – ronde. »"),
        ("L'avenant n° 1 a ajouté à l'article 1 les missions suivantes :", "« – ronde. »"),
        ("À l'article 1, sont ajoutées, sauf le dimanche, les missions suivantes :", "« – ronde. »"),
        # Two are about that, or one speaks of it by the way; or none is; or several are meant.
        ("Le tiret relatif au décès de l'article 2 est supprimé.", ""),
        ("Le tiret relatif à la naissance de l'article 2 est supprimé.", ""),
        ("Les tirets relatifs au décès de l'article 2 sont supprimés.", ""),
        ("Dans le tableau de l'article 5, la ligne relative à la tonne est modifiée comme suit :", "1re tonne | 6 €"),
        ("Dans le tableau de l'article 5, la ligne relative aux 18 € est supprimée.", ""),
        ("L'alinéa relatif à la tenue de l'article 8 est supprimé.", ""),
        # Each new row has not its own; the columns are other.
        ("Au tableau de l'article 5, les lignes « 1re tonne » et « 2e tonne » sont remplacées par les lignes suivantes :", "1re tonne | 6 €\n3e tonne | 7 €"),
        ("Au tableau de l'article 5, les lignes « 1re tonne » et « 2e tonne » sont remplacées par les lignes suivantes :", "1re tonne | 6 €"),
        ("Dans le tableau de l'article 5, la ligne relative à l'incinération est modifiée comme suit :", "Incinération | 83 € | HT"),
    ],
)  # fmt: skip
def test_lines_that_are_not_certain_are_asked_about(sentence: str, new: str) -> None:
    texts, asked = done(sentence, *new.split("\n"), base=BASE)
    assert (texts, len(asked)) == ({}, 1)


def test_what_a_row_is_of_is_not_what_was_named_before() -> None:
    texts, asked = done(
        "Le second alinéa de l'article 8 est remplacé par : « Elle est lavée. »",
        "Les alinéas relatifs à la couleur sont supprimés.",
        "L'alinéa relatif à la couleur est supprimé.",
        base=BASE,
    )
    assert texts == {"8": "La tenue est bleue.\nElle est lavée."}
    assert asked == ["Les alinéas relatifs à la couleur sont supprimés.", "L'alinéa relatif à la couleur est supprimé."]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("Les alinéas 1 et 5 de l'article 7 sont remplacés comme suit :", "– alinéa 1 : « Il est de : »", "– alinéa 5 : « Il est dû. »", "Les alinéas 2 à 4 sont inchangés."),
            ["Il est de :", *END[1:4], "Il est dû."],
        ),
        (
            ("Les quatrième et cinquième alinéas de l'article 7 sont modifiés comme suit :", "Quatrième alinéa : « Il est oral. »", "Cinquième alinéa : « Il est dû. »"),
            [*END[:3], "Il est oral.", "Il est dû."],
        ),
        (
            ("Les alinéas 4 et 5 de l'article 7 sont modifiés comme suit :", "– alinéa 4 :", "« Il est oral. »", "– alinéa 5 :", "« Il est dû. »"),
            [*END[:3], "Il est oral.", "Il est dû."],
        ),
        (
            ("L'article 7 est modifié comme suit :", "– premier tiret : « – employés : 2 mois ; »", "– dernier alinéa : « Il est dû. »"),
            [END[0], "– employés : 2 mois ;", *END[2:4], "Il est dû."],
        ),
    ],
)  # fmt: skip
def test_each_of_several_alineas_takes_the_text_behind_its_name(lines: tuple[str, ...], expected: list[str]) -> None:
    texts, asked = done(*lines, base=BASE)
    assert ({n: t.split("\n") for n, t in texts.items()}, asked) == ({"7": expected}, [])


@pytest.mark.parametrize(
    "lines",
    [
        # Another than is named; one of them alone; what is added to each.
        ("Les alinéas 1 et 5 de l'article 7 sont remplacés comme suit :", "– alinéa 1 : « Il est de : »", "– alinéa 4 : « Il est dû. »"),
        ("Les alinéas 1 et 5 de l'article 7 sont remplacés comme suit :", "– alinéa 1 : « Il est de : »"),
        ("L'article 7 est complété comme suit :", "– alinéa 4 : « Il est signé. »", "– alinéa 5 : « Il est dû. »"),
        ("L'article 7 est modifié comme suit :", "– alinéa 4 : « Il est oral. »", "– alinéa 4 : « Il est dû. »"),
        # An item that is not there; only for a time; perhaps; no.
        ("La répartition prévue à l'article 7 est modifiée de la manière suivante :", "« – employés : 2 mois ;", "– ouvriers : 4 mois. »"),
        ("La durée prévue à l'article 7 est modifiée pour l'année 2020 de la manière suivante :", "« – employés : 2 mois ;", "– cadres : 4 mois. »"),
        ("La durée prévue à l'article 7 peut être modifiée de la manière suivante :", "« – employés : 2 mois ;", "– cadres : 4 mois. »"),
        ("La durée prévue à l'article 7 n'est pas modifiée de la manière suivante :", "« – employés : 2 mois ;", "– cadres : 4 mois. »"),
        ("La durée prévue à l'article 8 est modifiée de la manière suivante :", "« – employés : 2 mois ;", "– cadres : 4 mois. »"),
    ],
)  # fmt: skip
def test_what_is_not_told_line_by_line_is_asked_about(lines: tuple[str, ...]) -> None:
    texts, asked = done(*lines, base=BASE)
    assert texts == {}
    assert asked


def test_the_items_of_a_list_are_told_by_the_words_before_their_colons() -> None:
    sentence = "La durée du préavis prévue à l'article 7 est modifiée de la manière suivante :"
    texts, asked = done(sentence, "« – employés : 2 mois ;", "– cadres : 4 mois. »", base=BASE)
    assert (texts["7"].split("\n"), asked) == ([END[0], "– employés : 2 mois ;", "– cadres : 4 mois.", *END[3:]], [])


@pytest.mark.parametrize(("count", "taken"), [("deux", 2), ("trois", 3), ("cinq", 0)])
def test_the_last_rows_of_a_table_are_as_many_as_are_said_and_never_its_head(count: str, taken: int) -> None:
    base = [{"num": "1", "title": "Prix", "text": "\n".join(PRICES[:-1])}]
    sentence = f"Les {count} dernières lignes du tableau de l'article 1 sont modifiées comme suit :"
    texts, asked = done(f"{sentence}\n1re tonne | 6 €\n2e tonne | 7 €", base=base)
    rows = put(PRICES[:-1], 6 - taken, "1re tonne | 6 €", "2e tonne | 7 €", instead=taken)
    assert texts == ({"1": "\n".join(rows)} if taken else {})
    assert bool(asked) is not bool(taken)
