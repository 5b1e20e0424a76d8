"""A division that a sentence numbers is the one of that word and number; on plain texts nothing else passes for it."""

from __future__ import annotations

import pytest

from clausier.author.apply.apply import apply
from clausier.french import read_article
from clausier.model.provision import Alinea, Provision
from clausier.refs.lines.sections import sections
from clausier.text import Text


def unit(heading: str) -> Provision:
    return Provision(id=heading, kind="article", heading=Text(heading), blocks=(Alinea(key=heading, text=Text("Un.")),))


PLAIN = Provision(id="", kind="document", children=(unit("Chapitre II Repas"), unit("Titre III Nuit")))


def found(sentence: str) -> int:
    order = read_article(sentence)[0].orders[0]
    return len(sections(order.place, (), PLAIN))


def test_a_section_or_a_title_is_no_chapter_of_its_number() -> None:
    assert found("Le chapitre II est abrogé.") == 1
    assert found("Le titre III est abrogé.") == 1
    assert found("Le titre II est abrogé.") == 0
    assert found("La section II est abrogée.") == 0
    assert found("Le chapitre III est abrogé.") == 0


ROMAN = (("I", "Objet", "Un accord."), ("II", "Prix", "Il est de 5 €.\nIl est ferme."), ("III", "Durée", "Un an."))


def amended(sentence: str, base: tuple[tuple[str, str, str], ...]) -> tuple[list[str], bool]:
    """The texts of a text after a sentence, and whether something is asked."""
    articles = [{"num": num, "title": title, "text": text} for num, title, text in base]
    act = {"id": "a", "title": "Avenant", "articles": [{"num": "1", "title": "", "text": sentence}]}
    given = {"title": "Accord du 3 mars 2015 relatif aux repas", "base": {"articles": articles}, "avenants": [act]}
    found = apply(given)
    return [a["text"] for a in found["articles"]], bool(found["queries"])


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Le second alinéa du titre II est supprimé.", "Il est de 5 €."),
        ("La dernière phrase du titre II, relatif au prix, est supprimée.", "Il est de 5 €."),
        ("Au titre II « Prix », « 5 € » est remplacé par « 6 € ».", "Il est de 6 €.\nIl est ferme."),
        ("Dans le chapitre II, « 5 € » est remplacé par « 6 € ».", "Il est de 6 €.\nIl est ferme."),
    ],
)
def test_a_text_of_roman_articles_has_them_as_its_titles(sentence: str, text: str) -> None:
    assert amended(sentence, ROMAN) == ([ROMAN[0][2], text, ROMAN[2][2]], False)


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("Le second alinéa du titre II est supprimé.", (*ROMAN, ("4", "Vote", "Il vote."))),
        ("Le second alinéa du titre II est supprimé.", (*ROMAN, ("", "Titre I", "Il vote."))),
        ("Le second alinéa du titre II est supprimé.", (*ROMAN, ("IV", "Vote", "I. – Il vote.\nII. – Il élit."))),
        ("Le second alinéa du titre 2 est supprimé.", ROMAN),
        ("Au titre II « Durée », « 5 € » est remplacé par « 6 € ».", ROMAN),
        ("Le second alinéa du titre IV est supprimé.", ROMAN),
        ("Le second alinéa du titre II du règlement intérieur est supprimé.", ROMAN),
        ("Le second alinéa du titre II n'est pas supprimé.", ROMAN),
    ],
)
def test_a_title_that_may_be_no_article_is_asked_about(sentence: str, base: tuple[tuple[str, str, str], ...]) -> None:
    assert amended(sentence, base) == ([text for *_, text in base], True)
