"""A small project, and signed acts for it, as tests of the import need them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from clausier.compile import compile_project
from support.projects import written

CONVENTION = """\
id: jardin
titre: Convention du jardin partagé
signature: 2020-01-01
parties:
  - {id: nord, nom: Commune du Nord}
  - {id: sud, nom: Commune du Sud}
"""
ARTICLES = {
    "01.md": "# Article 1 – Objet\n\nLe jardin est ouvert aux écoles.\n",
    "02.md": "# Article 2 – Bureau\n\nLe bureau se réunit chaque mois.\n\nIl compte trois membres.\n",
    "03.md": "# Article 3 – Durée\n\nLa convention dure un an.\n",
}
ACT = """\
AVENANT N° 1

Entre

La Commune du Nord, représentée par Madame Une, maire ;

La Commune du Sud, représentée par Monsieur Deux, maire.

Il est convenu ce qui suit :

Article 1 – Bureau

L’article 2 de la convention est ainsi rédigé :

« Le bureau se réunit chaque semaine.

« Il compte cinq membres. »

Article 2 – Entrée en vigueur

Le présent avenant entre en vigueur le 1er mars 2024.

Fait à Nord, le 12 février 2024
"""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def project(root: Path) -> Path:
    """The project, at `root`."""
    return written(root / "convention", {"convention.yml": CONVENTION, **ARTICLES}).parent


def contradicted(root: Path) -> list[str]:
    """What the check says of the operations of an imported act that its sentences do not say: nothing, of what was certain."""
    compiled, found = compile_project(root)
    assert compiled is not None, [d.message.text("en") for d in found]
    return [
        f"{d.code.id} {d.message.text('fr')}" for d in found if d.code.id in {"TXT203", "TXT205", "TXT206", "TXT207"}
    ]


def signed(folder: Path, text: str = ACT, name: str = "avenant.txt") -> Path:
    """A signed file with that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of a Word document."""
    return f'<w:p>{f"<w:pPr>{properties}</w:pPr>" if properties else ""}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def word(body: str, *, numbering: str = "", styles: str = "", others: dict[str, bytes] | None = None) -> bytes:
    """A Word document with that body."""
    parts = {
        "[Content_Types].xml": TYPES.encode(),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode(),
    }
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_W}>{numbering}</w:numbering>".encode()
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_W}>{styles}</w:styles>".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**parts, **(others or {})}.items():
            archive.writestr(name, data)
    return out.getvalue()
