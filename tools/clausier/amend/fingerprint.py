"""The fingerprint of what a target names, by which an operation says on which wording it counts."""

from __future__ import annotations

from clausier.amend.words import Spot, spots, text_at
from clausier.digest import sha256
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import Place, Sentence, at
from clausier.text.typography import folded


def fingerprint(place: Place, document: Provision) -> str:
    """The SHA-256, in hex, of the words under `place`.

    Alinéas with their labels, and rows with their cells joined by a tab, are joined by line feeds, typography folded as
    for matching; of a heading or a sentence, its words.
    """
    lines: list[str] = []
    if isinstance(place, Sentence):
        lines.append(text_at(Spot(place.path, place.block), document).chars[place.start : place.end])
    else:
        rows: dict[tuple[object, ...], list[str]] = {}
        for spot in spots(place, document):
            block = at(document, spot.path).blocks[spot.block] if spot.block >= 0 else None
            words = text_at(spot, document).chars
            if isinstance(block, Table):
                rows.setdefault((spot.path, spot.block, spot.row), []).append(words)
            else:
                label = block.label.chars + " " if isinstance(block, Alinea) and block.label else ""
                rows[(spot.path, spot.block)] = [label + words]
        lines.extend("\t".join(cells) for cells in rows.values())
    return sha256("\n".join(map(_folded, lines)).encode())


def own_words(provision: Provision) -> tuple[str, ...]:
    """The words of a provision, line by line, as its fingerprint has them before those below it: headings do not count."""
    lines: list[str] = []
    for block in provision.blocks:
        match block:
            case Alinea(line=line) if not block.repealed:
                lines.append(line)
            case Table(rows=rows):
                lines.extend("\t".join(cell.chars for cell in row) for row in rows)
            case _:
                pass  # a tombstone, a lacuna and a quotation have no words of the text's
    return tuple(map(_folded, lines))


def _folded(line: str) -> str:
    """A line, or the cells of a row, each with its typography folded."""
    if "\t" not in line:
        return folded(line).strip()
    return "\t".join(folded(cell).strip() for cell in line.split("\t"))
