"""An act as a Word file: its words as signed; of a draft, a row for each party to sign in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.export.composed import act_composed
from clausier.export.word.document import word
from export.test_tracked_changes import real
from export.test_word_files import well_made
from export.word_reader import Paragraph, Table, body, part, text
from support.projects import ROOT, sound, written

CONVENTION = """\
id: papier
titre: Achat de papier
signature: 2024-01-15
parties:
  - {id: nord, nom: Ville du Nord}
  - {id: sud, nom: Ville du Sud}
"""
ARTICLE = "# Article 1 – Objet\n\nLes villes achètent du papier.\n"
DRAFT = """\
id: avenant-1
titre: Avenant n° 1
en-vigueur: {présumée: signature, motif: aucune clause}
état: projet
"""
SIGNATORY = "signataires:\n  - {partie: sud, représentée-par: la maire, qualité: Maire du Sud}\n"
OWN = """\
---
opérations:
  - remplacer: "1, al. 1"
---
# Article 1

L'article 1 est ainsi rédigé :

> « Les villes achètent du papier et de l'encre. »
"""


def letters(words: str) -> str:
    return "".join(re.findall(r"[^\W_]", words))


def test_the_words_of_a_signed_act_are_those_of_the_act_as_received_in_their_order() -> None:
    made = real()
    content = word(act_composed(made, made.act("avenant-1")))
    well_made(content)
    received = (ROOT / "amendments" / "2022-avenant-1" / "source.txt").read_text(encoding="utf-8")
    lines = [line if line.startswith("~") else line.split("|", 2)[2] for line in text(content)]
    assert letters(" ".join(lines)) == letters(received)
    assert not any(isinstance(b, Table) and b.style == "TableauEditeur" for b in body(content))


def test_new_text_is_set_apart_and_its_headings_are_none_of_the_acts() -> None:
    made = real()
    lines = text(word(act_composed(made, made.act("avenant-1"))))
    assert "CiteTitre||« 6.3 – Désignation du pilote".replace("« ", "«\u00a0") in lines
    headings = [line.split("|", 2)[2] for line in lines if line.startswith("Heading")]
    assert all(h.upper().startswith("ARTICLE") for h in headings)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    files = {
        "convention/convention.yml": CONVENTION,
        "convention/01.md": ARTICLE,
        "amendments/a1/avenant.yml": DRAFT,
        "amendments/a1/01.md": OWN,
    }
    return written(tmp_path, files)


def exported(project: Path) -> bytes:
    found = sound(project, checks=False)
    content = word(act_composed(found.timeline, found.corpus.amendments[0]))
    well_made(content)
    return content


def signing(content: bytes) -> list[list[str]]:
    return [row for b in body(content) if isinstance(b, Table) and b.style == "TableauEditeur" for row in b.rows]


def said(content: bytes) -> list[str]:
    return [b.text for b in body(content) if isinstance(b, Paragraph)]


def test_a_draft_has_a_row_to_sign_in_for_each_whom_it_names(draft: Path) -> None:
    path = draft / "amendments" / "a1" / "avenant.yml"
    path.write_text(DRAFT + SIGNATORY, encoding="utf-8")
    content = exported(draft)
    assert signing(content) == [
        ["Partie", "Représentée par", "Date", "Signature"],
        ["Ville du Sud", "la maire, Maire du Sud", "", ""],
    ]
    assert not any("à vérifier" in line for line in said(content))


def test_a_draft_that_names_nobody_has_one_for_each_known_member_and_says_so(draft: Path) -> None:
    content = exported(draft)
    assert signing(content) == [["Partie", "Date", "Signature"], ["Ville du Nord", "", ""], ["Ville du Sud", "", ""]]
    assert any("ne nomme pas ses signataires" in line for line in said(content))


def test_a_quotation_that_opens_before_a_label_has_no_dash_before_it(draft: Path) -> None:
    path = draft / "amendments" / "a1" / "01.md"
    words = "> - « 1° Le papier ;\n> - 2° l'encre ;\n> - le reste. »"
    path.write_text(OWN.replace("> « Les villes achètent du papier et de l'encre. »", words), encoding="utf-8")
    assert text(exported(draft))[2:] == [
        "CiteElement1||«\u00a01°\tLe papier\u00a0;",
        "CiteElement1||2°\tl'encre\u00a0;",
        "CiteElement1||–\tle reste.\u00a0»",
    ]


def test_a_draft_says_on_each_page_that_it_is_one(draft: Path) -> None:
    content = exported(draft)
    assert "(projet)" in "".join(part(content, "word/header1.xml").itertext())
    assert "n’est pas signé" in "".join(part(content, "word/footer1.xml").itertext())
    assert not any("originaux" in line for line in said(content))
    assert text(content) == [
        "Heading1||Article 1",
        "Alinea||L'article 1 est ainsi rédigé\u00a0:",
        "Cite||«\u00a0Les villes achètent du papier et de l'encre.\u00a0»",
    ]


def test_a_draft_of_nobody_has_no_table(draft: Path) -> None:
    path = draft / "convention" / "convention.yml"
    path.write_text(CONVENTION.partition("parties:")[0], encoding="utf-8")
    assert signing(exported(draft)) == []
