"""An act that replaces the whole convention, or articles by others of which they have not all the numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.compile import compile_project
from clausier.consolidate import consolidate
from clausier.source.acts import read_project
from intake.projects import project
from intake.test_what_is_unsure import CLOSING, OPENING, imported
from support.projects import written

WHOLE = "La convention est remplacée dans son intégralité par les dispositions suivantes :"
ONE = "« Article 1 – Objet\n\n« Le jardin est à tous."
TWO = "« Article 2 – Conseil\n\n« 2.1 – Membres\n\n« Ils sont cinq.\n\n« 2.2 – Séances\n\n« Il siège."


def read(tmp_path: Path, sentence: str, *quoted: str) -> list[str]:
    """The operations of the act, and why there is a question."""
    text = "\n\n".join([sentence, *quoted])
    (unit, *_) = imported(tmp_path, f"{OPENING}Article 1 – Refonte\n\n{text} »{CLOSING}").units
    return [*unit.operations, *(question.why for question in unit.questions)]


def headings(tmp_path: Path) -> list[str]:
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    document = consolidate(corpus)[0].versions[-1].document
    return [p.title() for p in document.walk() if p.title()]


def test_the_whole_convention_is_replaced_its_sub_articles_told_from_its_articles(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE, ONE, TWO) == ['remplacer: "*"']
    assert headings(tmp_path) == ["Article 1 – Objet", "Article 2 – Conseil", "2.1 – Membres", "2.2 – Séances"]
    found, _ = compile_project(tmp_path / "p")
    assert found is not None
    assert [d.code.id for d in found.diagnostics if d.code.id.startswith(("TXT20", "AMD"))] == ["AMD131"]


def test_an_annex_that_the_new_text_does_not_have_is_asked_about(tmp_path: Path) -> None:
    written(project(tmp_path / "p") / "convention", {"90.md": "# Annexe 1 – Plan\n\nAu nord.\n"})
    (why,) = read(tmp_path, WHOLE, ONE)
    assert why == "le texte nouveau n’a pas «\u00a0Annexe 1 – Plan\u00a0»\u00a0: est-ce supprimé\u00a0?"
    again = read(tmp_path / "b", WHOLE, ONE, "« Annexe 1 – Plan\n\n« Au sud.")
    assert again == ['remplacer: "*"']


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Les articles 1 et 2 sont remplacés par un article 1 ainsi rédigé :", 'remplacer: ["1", "2"]'),
        ("Les articles 1 à 2 sont remplacés par les dispositions suivantes :", 'remplacer: "1 à 2"'),
    ],
)
def test_fewer_articles_take_the_place_of_several(tmp_path: Path, sentence: str, answer: str) -> None:
    assert read(tmp_path, sentence, ONE) == [answer]
    assert headings(tmp_path) == ["Article 1 – Objet", "Article 3 – Durée"]


def test_an_article_that_the_sentence_does_not_announce_is_asked_about(tmp_path: Path) -> None:
    more = "« Article 9 – Outils\n\n« On les prête."
    (why,) = read(tmp_path, "L’article 1 est remplacé par :", ONE, more)
    assert why == "le texte nouveau a de plus «\u00a0Article 9 – Outils\u00a0»\u00a0: en fait-ce partie\u00a0?"
    (why,) = read(tmp_path / "c", "L’article 1 est remplacé par les articles 1 et 8 suivants :", ONE, more)
    assert why == "le texte nouveau n’a pas les articles que la phrase annonce"
    assert read(tmp_path / "b", "L’article 1 est remplacé par les articles 1 et 9 suivants :", ONE, more) == [
        'remplacer: "1"'
    ]
