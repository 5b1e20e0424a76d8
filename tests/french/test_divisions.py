"""A division that a sentence numbers is the one of that word and number; on plain texts nothing else passes for it."""

from __future__ import annotations

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
