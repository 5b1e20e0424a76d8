"""A small convention to fill documents from: that of `clausier new`, with a draft, and votes of its committee."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clausier.author.new import TITLE, project_files
from support.calling import Ended, called
from support.projects import written

AMENDMENT = """\
id: avenant-2
titre: Avenant n° 2
état: projet
en-vigueur: {présumée: signature, motif: aucune clause d’entrée en vigueur}
signataires:
  - {partie: commune-b, qualité: maire}
formalités:
  commune-b: {délibération: {organe: conseil municipal, numéro: "2026-14"}}
"""
ARTICLES = {
    "01.md": """\
---
opérations:
  - remplacer-mots: "3.2"
    mots: 75 %
    par: 80 %
---
# Article 1 – Modification de l’article 3.2

À l’article 3.2 de la convention, les mots « 75 % » sont remplacés par les mots « 80 % ».
""",
    "02.md": """\
---
sans-effet: exposé
---
# Article 2 – Suite

Le comité de suivi est informé du présent avenant.
""",
}
VOTE: dict[str, Any] = {
    "body": "comite-de-suivi",
    "date": "2025-06-12",
    "title": "Achat d’enveloppes recyclées",
    "present": ["commune-a", "communaute-c"],
    "ballots": {"commune-a": "for", "communaute-c": "for"},
}
# A rule that leaves the base of its majority open.
OPEN_RULE = """\
règles:
  - id: comite-voix
    nature: voix
    article: "3.1"
    instance: comite-de-suivi
    tableau: {membre: Membre, voix: Nombre de voix}
  - id: comite-majorite
    nature: majorité
    article: "3.2"
    citation: "à la majorité de {seuil:pourcentage} des voix"
    instance: comite-de-suivi
    interprétations:
      assiette: {ensemble: des voix de tous les membres, présents: des voix des présents}
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The project, in a folder of its own."""
    files = {name: content.decode() for name, content in project_files("papier", TITLE).items() if "schema" not in name}
    files["amendments/2026-avenant-2/avenant.yml"] = AMENDMENT
    files |= {f"amendments/2026-avenant-2/{name}": text for name, text in ARTICLES.items()}
    files["vote.json"] = json.dumps(VOTE)
    return written(tmp_path / "papier", files)


def document(root: Path, *arguments: object, code: int = 0) -> Ended:
    """Call the command."""
    return called("document", *arguments, project=root, code=code)


def markdown(root: Path, *arguments: object) -> str:
    """A document in Markdown, its no-break spaces shown as they are."""
    document(root, *arguments, "--format", "md", "--out", root / "exports" / "document.md")
    return (root / "exports" / "document.md").read_text(encoding="utf-8")
