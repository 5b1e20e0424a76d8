"""« L'article 3 est remplacé par un article 3 intitulé « … » ainsi rédigé »: its heading and its text, of one article and its number."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply

BASE: list[dict[str, Any]] = [
    {"num": "3", "title": "Prime", "text": "Une prime de 30 € est versée.\nElle est mensuelle."},
    {"num": "4", "title": "Lieu", "text": "Le lieu est Paris."},
]
NEW = "« La somme est de 10 €. »"


def made(*lines: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The headings and texts that change, and why is asked."""
    amendment = {"id": "a", "title": "Avenant", "articles": [{"text": "\n".join(lines)}]}
    document = {"case": "x", "title": "Accord du 3 mai 2015", "base": {"articles": BASE}, "avenants": [amendment]}
    found = apply(document)
    texts = [(a["title"], a["text"]) for a, b in zip(found["articles"], BASE, strict=True) if a != b]
    return texts, [q["message"] for q in found["queries"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 3, intitulé « Prime », est remplacé par un article 3 intitulé « Somme » et rédigé comme suit :",
        "L'article 3 intitulé « Prime » est abrogé et remplacé par un article 3 intitulé « Somme » et rédigé comme suit :",
        "L'article 3 est remplacé par un article 3 intitulé « Somme » ainsi rédigé :",
        "L'article 3 est remplacé par un article 3 « Somme » ainsi rédigé :",
        "L'article 3 est remplacé par un nouvel article 3, intitulé « Somme », ainsi rédigé :",
        "L'article 3 est remplacé par un article 3 nouveau intitulé « Somme », ainsi rédigé :",
        "L'article 3 « Prime » est remplacé par l'article 3 « Somme » ainsi rédigé :",
    ],
)
@pytest.mark.parametrize(
    "lines", [(NEW,), ("« Somme", NEW[2:]), ("« Article 3 – Somme", NEW[2:]), ("« Article 3", "Somme", NEW[2:])]
)
def test_the_article_takes_the_heading_and_the_text(sentence: str, lines: tuple[str, ...]) -> None:
    assert made(sentence, *lines) == ([("Somme", "La somme est de 10 €.")], [])


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 3 est remplacé par un article 5 intitulé « Somme » ainsi rédigé :",
        "L'article 3 « Lieu » est remplacé par un article 3 intitulé « Somme » ainsi rédigé :",
        "Le deuxième alinéa de l'article 3 est remplacé par un article 3 intitulé « Somme » ainsi rédigé :",
        "Les articles 3 et 4 sont remplacés par un article 3 intitulé « Somme » ainsi rédigé :",
        "L'article 3 n'est pas remplacé par un article 3 intitulé « Somme » ainsi rédigé :",
        "L'article 3 est complété par un article 3 intitulé « Somme » ainsi rédigé :",
    ],
)
def test_of_another_number_heading_or_unit_it_is_asked_about(sentence: str) -> None:
    texts, asked = made(sentence, NEW)
    assert texts == []
    assert asked


def test_a_text_that_bears_another_heading_than_the_sentence_says_is_asked_about() -> None:
    sentence = "L'article 3 est remplacé par un article 3 intitulé « Somme » ainsi rédigé :"
    assert made(sentence, "« Article 3 – Montant", NEW[2:]) == (
        [],
        ["l’intitulé du texte nouveau n’est pas celui que dit la phrase"],
    )


def test_no_heading_is_given_where_no_text_is() -> None:
    assert made("L'article 3 est remplacé par un article 3 intitulé « Somme ».")[0] == []
