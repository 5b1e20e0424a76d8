"""What every reader of signed files gives: paragraphs and tables, in order, each with its place in the file."""

from __future__ import annotations

from msgspec import Struct

from clausier.diagnostics import Refused


class Paragraph(Struct, frozen=True, kw_only=True):
    """A line that starts anew. `level` is that of a heading by its style, 0 elsewhere.

    `label` is the mark of a list item (`-`, `1°`, `a)`), "" outside lists; `depth` is 0 outside lists, 1 in a list, 2 in
    a list inside it. `place` says where it stands in the file (« ligne 12 »). `doubt` says what is not certain in it.
    """

    text: str
    place: str
    level: int = 0
    label: str = ""
    depth: int = 0
    doubt: str = ""


class Grid(Struct, frozen=True, kw_only=True):
    """A table, its first row first; `doubt` as for a paragraph."""

    rows: tuple[tuple[str, ...], ...]
    doubt: str = ""


Block = Paragraph | Grid


class Received(Struct, frozen=True, kw_only=True):
    """A signed file as read: its blocks, and what of it could not be read, for a person to look at."""

    blocks: tuple[Block, ...]
    doubts: tuple[str, ...] = ()


def plain(blocks: tuple[Block, ...]) -> str:
    """The words of a file that is no text, as `source.txt` keeps them: a block a line, the cells of a row parted by tabs."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            lines += ["\t".join(row) for row in block.rows]
        else:
            lines.append("  " * max(0, block.depth - 1) + f"{block.label} {block.text}".strip())
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def too_much(name: str) -> Refused:
    """The refusal of a file that unpacks without end, or nearly: it would take the machine's memory."""
    return Refused(
        f"« {name} » contient bien plus qu’un acte (trop de données une fois décompressé) : fichier refusé",
        f"“{name}” holds far more than an act (too much data once unpacked): file refused",
    )
