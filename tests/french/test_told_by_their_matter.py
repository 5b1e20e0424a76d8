"""What looks like a row, an item, a list or an act that a sentence names, and is not: it is asked about."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

SERVICE = ["Les agents ont les missions suivantes :", "– garde de nuit ;", "– accueil.", "Ils portent une tenue."]
PRICES = [
    "Position | Prix | Note", "I A | 18 € | n°AA", "II A | 20 € | n°BB", "II B | 22 € | n°CC", "III | 30 € | n°DD", "Cadres hors siège | 9 € | n°EE",
]  # fmt: skip
CASES = [
    "Les cas sont :",
    "1° la maladie :",
    "a) courte ;",
    "b) longue ;",
    "2° la naissance ;",
    "3° le départ.",
    "Fin.",
]
THREE = ["Une prime est versée.", "Elle est mensuelle.", "Elle est soumise."]
BASE: list[dict[str, Any]] = [
    {"num": str(number), "title": title, "text": "\n".join(lines)}
    for number, (title, lines) in enumerate(
        (("Service", SERVICE), ("Prix", PRICES), ("Cas", CASES), ("Prime", THREE)), start=1
    )
]
NEW = "« Article 6. Fin. »"


@pytest.mark.parametrize(
    ("sentence", "new", "number", "expected"),
    [
        ("Au tableau de l'article 2, après la ligne relative à la position II B, est ajoutée la ligne suivante :", "II C | 25 € | n°FF", "2", [*PRICES[:4], "II C | 25 € | n°FF", *PRICES[4:]]),
        ("À l'article 2, la ligne relative à la position III est supprimée.", "", "2", [*PRICES[:4], PRICES[5]]),
        ("À l'article 2, la ligne relative aux cadres hors siège est supprimée.", "", "2", PRICES[:5]),
        ("À l'article 3, le point relatif à la naissance est supprimé.", "", "3", [*CASES[:4], *CASES[5:]]),
        ("À l'article 3, est ajouté le cas suivant :", "« 4° la retraite. »", "3", [*CASES[:6], "4° la retraite.", CASES[6]]),
    ],
)  # fmt: skip
def test_a_row_is_read_below_what_heads_its_column(sentence: str, new: str, number: str, expected: list[str]) -> None:
    texts, asked = done(sentence, *new.split("\n"), base=BASE)
    assert asked == []
    assert {n: t.split("\n") for n, t in texts.items()} == {number: expected}


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        # What heads the columns; a mark that is another's, that two have, or that is but a part of one's.
        ("À l'article 2, la ligne relative au prix est supprimée.", ""),
        ("À l'article 2, la ligne relative à la position est supprimée.", ""),
        ("À l'article 2, la ligne relative à la position II est supprimée.", ""),
        ("À l'article 2, la ligne relative à la position II C est supprimée.", ""),
        ("À l'article 2, la ligne relative à la position I est supprimée.", ""),
        ("À l'article 2, la ligne relative au siège est supprimée.", ""),
        # An item with others below it.
        ("À l'article 3, le point relatif à la maladie est supprimé.", ""),
        ("À l'article 3, après le point relatif à la maladie, il est inséré un point ainsi rédigé :", "« 1° bis l'accident ; »"),
        # A number that is taken; another noun than the list's own; another list.
        ("À l'article 3, est ajouté le cas suivant :", "« 3° la retraite. »"),
        ("À l'article 1, est ajouté le service suivant :", "« – jour. »"),
        ("La liste des garanties de l'article 1 est supprimée.", ""),
        ("La liste des congés de l'article 1 est remplacée par la liste suivante :", "« – ronde ;\n– tri. »"),
    ],
)  # fmt: skip
def test_what_is_not_certain_by_its_words_is_asked_about(sentence: str, new: str) -> None:
    texts, asked = done(sentence, *new.split("\n"), base=BASE)
    assert (texts, len(asked)) == ({}, 1)


@pytest.mark.parametrize(
    "lines",
    [
        ("Les alinéas 1 et 2 de l'article 4 de l'accord du 4 juin 2001 sont remplacés comme suit :", "– alinéa 1 : « Rien. »", "– alinéa 2 : « Tout. »"),
        ("L'article 4 est remplacé comme suit :", "– alinéa 1 : « Rien. »", "– alinéa 2 : « Tout. »"),  # and the third?
        ("Il est inséré dans l'accord du 4 juin 2001 un nouvel article 6 ainsi rédigé :", NEW),
        ("Il est inséré, dans l'accord du 4 juin 2001, un nouvel article 6 ainsi rédigé :", NEW),
        ("Un article 6 est inséré dans l'accord du 4 juin 2001 :", NEW),
        ("Un article 6 ainsi rédigé est ajouté à l'accord du 4 juin 2001 :", NEW),
        ("Dans l'accord du 4 juin 2001, il est inséré un article 6 ainsi rédigé :", NEW),
        ("Dans l'accord du 4 juin 2001, l'article 4 est abrogé."),
        ("Dans l'accord du 4 juin 2001, après l'article 4, il est inséré un article 4 bis ainsi rédigé :", NEW),
        ("L'accord du 4 juin 2001 est complété par un article 6 ainsi rédigé :", NEW),
        ("L'accord du 4 juin 2001 est modifié comme suit :", "L'article 4 est abrogé."),
        ("L'accord du 4 juin 2001 est modifié comme suit :", "1° L'article 3 est abrogé ;", "2° L'article 4 est abrogé."),
        ("Il est ajouté au règlement intérieur un article 6 ainsi rédigé :", NEW),
        ("Dans le règlement intérieur, l'article 4 est abrogé."),
    ],
)  # fmt: skip
def test_what_is_of_another_act_changes_nothing_here(lines: tuple[str, ...] | str) -> None:
    texts, _ = done(*((lines,) if isinstance(lines, str) else lines), base=BASE)
    assert texts == {}


@pytest.mark.parametrize(
    "lines",
    [
        ("Il est inséré dans l'accord du 3 mai 2015 un article 5 ainsi rédigé :", "« Article 5. Fin. »"),
        ("Conformément à l'accord du 4 juin 2001, il est inséré un article 5 ainsi rédigé :", "« Article 5. Fin. »"),
        ("En application de l'accord du 4 juin 2001, il est inséré un article 5 ainsi rédigé :", "« Article 5. Fin. »"),
    ],
)
def test_an_act_that_is_this_text_or_says_why_does_not_stand_in_the_way(lines: tuple[str, ...]) -> None:
    amendment = {"id": "a", "title": "Avenant", "articles": [{"text": "\n".join(lines)}]}
    document = {"case": "x", "title": "Accord du 3 mai 2015", "base": {"articles": BASE}, "avenants": [amendment]}
    found = apply(document)
    assert ([a["num"] for a in found["articles"]], found["queries"]) == (["1", "2", "3", "4", "5"], [])


ANNEXED: list[dict[str, Any]] = [
    {"num": "3", "title": "Prime", "text": "Une prime est versée.\nElle est mensuelle."},
    {"num": "", "title": "Annexe I. – Tarifs", "text": "Le tarif est de 5 €."},
    {"num": "", "title": "Annexe II. – Zones", "text": "Paris est en zone 1.\nLyon est en zone 2."},
]


def changed(title: str, heading: str, *lines: str) -> tuple[list[str], int]:
    """The headings of what an article of an amendment changes, and how much is asked."""
    amendment = {"id": "a", "title": "Avenant", "articles": [{"num": "2", "title": heading, "text": "\n".join(lines)}]}
    found = apply({"case": "x", "title": title, "base": {"articles": ANNEXED}, "avenants": [amendment]})
    return [a["title"] for a, b in zip(found["articles"], ANNEXED, strict=True) if a != b], len(found["queries"])


@pytest.mark.parametrize(
    "lines",
    [
        ("Modification de l'annexe II", "L'article 3 est abrogé."),
        ("2.1 Modification de l'annexe II", "Le second alinéa de l'article 3 est supprimé."),
        ("L'annexe I « Zones » est abrogée.",),
        ("L'annexe II « Zones et tarifs » est abrogée.",),
        ("L'annexe II « Tarifs » est modifiée comme suit :", "1° Le premier alinéa est supprimé."),
    ],
)
def test_an_annex_is_the_one_of_the_heading_and_the_number(lines: tuple[str, ...]) -> None:
    assert changed("Convention du 3 mai 2015", "", *lines) == ([], 1)


def test_a_heading_of_an_article_ends_what_one_of_an_annex_has_begun() -> None:
    lines = ("Modification de l'annexe II", "Le premier alinéa est supprimé.", "Modification de l'article 3")
    texts, _ = changed("Convention du 3 mai 2015", "", *lines, "Le second alinéa de l'article 3 est supprimé.")
    assert "Prime" in texts


def test_what_is_headed_as_of_the_convention_is_not_of_its_annex() -> None:
    title = "Annexe IV « Cadres » à la convention collective du 3 mai 2015"
    sentence = "Le second alinéa de l'article 3 est supprimé."
    assert changed(title, "Modification de la convention", sentence) == ([], 1)
    assert changed(title, "Modification de l'annexe IV de la convention", sentence) == (["Prime"], 0)
