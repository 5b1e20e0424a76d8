"""The signs of a page → its rows, from top to bottom: pieces of text side by side, with what is not certain in each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct, field

from clausier.author.intake.pdf.page import Glyph, Rule
from clausier.text.typography import BULLETS

_LETTERS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BULLETS = dict.fromkeys(BULLETS.replace("·", ""), "•")  # a middle dot may stand within words
_LONE_ACCENTS = "´`ˆ¨¸˜"
MOST_PIECES = 4_000  # on a page, which has some hundreds
_SPACE = 0.16  # of the size: a gap between words, in a document that draws no spaces
_SPACE_WHERE_DRAWN = 0.3
_DRAWN = 0.05  # the share of spaces among the signs of a document that draws them
_WIDE = 0.6  # a gap that may part columns; in justified lines, words too
_SMALL = 0.8


class Crowded(Exception):  # noqa: N818 - it says what a page is
    """A page that holds far more pieces of text than a page of an act."""


class Piece(Struct, kw_only=True):
    """Text on one row without a wide gap."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = True
    doubts: set[str] = field(default_factory=set)
    first: float = 0.0  # where its first word ends


class Row(Struct, kw_only=True):
    """Pieces on one baseline, from left to right."""

    y: float
    size: float
    pieces: list[Piece]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text for piece in self.pieces)


def rows_of(glyphs: Iterable[Glyph], *, draws_spaces: bool, rules: Iterable[Rule] = ()) -> list[Row]:
    """The rows of these signs, from top to bottom."""
    gap = _SPACE_WHERE_DRAWN if draws_spaces else _SPACE
    pieces = [piece for run in _runs(glyphs) if (piece := _piece(run, gap))]
    if len(pieces) > MOST_PIECES:
        raise Crowded
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: -p.size):
        row = next((r for r in rows if _beside(r, piece)), None)
        if row:
            row.pieces.append(piece)
        else:
            rows.append(Row(y=piece.y, size=piece.size, pieces=[piece]))
    for row in rows:
        row.pieces = _joined(sorted(row.pieces, key=lambda p: p.x0), gap)
        _strike(row, rules)
    return sorted(rows, key=lambda r: -r.y)


def draws_spaces(glyphs: Iterable[Glyph]) -> bool:
    """Whether a document has signs for spaces, so that a gap is not one."""
    all_of_them = tuple(glyphs)
    return sum(g.text.isspace() for g in all_of_them) > _DRAWN * len(all_of_them)


def _runs(glyphs: Iterable[Glyph]) -> Iterable[list[Glyph]]:
    """The signs cut where the pen goes elsewhere; what is drawn twice at one place (bold, shadows) is drawn once."""
    run: list[Glyph] = []
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        if not glyph.text.isspace():
            if _drawn_before(glyph, seen):
                continue
            seen.setdefault((glyph.text, int(glyph.x0), int(glyph.y)), []).append(glyph)
        if run and _elsewhere(run, glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _drawn_before(glyph: Glyph, seen: dict[tuple[str, int, int], list[Glyph]]) -> bool:
    near = max(0.05, 0.12 * glyph.size)
    return any(
        abs(glyph.x0 - other.x0) < near and abs(glyph.y - other.y) < near
        for x in (-1, 0, 1)
        for y in (-1, 0, 1)
        for other in seen.get((glyph.text, int(glyph.x0) + x, int(glyph.y) + y), ())
    )


def _elsewhere(run: list[Glyph], glyph: Glyph) -> bool:
    last = run[-1]
    size = max(last.size, glyph.size)
    gap = glyph.x0 - last.x1
    return abs(glyph.y - last.y) > 0.5 * size or gap > _WIDE * size or gap < -0.5 * size


def _piece(run: list[Glyph], gap: float) -> Piece | None:
    """The words of a run; None where it has none."""
    while run and run[0].text.isspace():
        run = run[1:]
    while run and run[-1].text.isspace():
        run = run[:-1]
    if not run:
        return None
    size = max(g.size for g in run)
    base = next(g.y for g in run if g.size > _SMALL * size)
    piece = Piece(text="", x0=run[0].x0, x1=run[-1].x1, y=base, size=size)
    before: Glyph | None = None
    for glyph in run:
        if before and not before.text.isspace() and not glyph.text.isspace() and glyph.x0 - before.x1 > gap * size:
            piece.text += " "
        if glyph.text == " " and not piece.first:
            piece.first = before.x1 if before else piece.x0
        piece.text += _letters(glyph, base, size, piece.doubts)
        piece.bold &= glyph.bold or glyph.text.isspace()
        before = glyph
    piece.first = piece.first or piece.x1
    piece.text = unicodedata.normalize("NFC", re.sub(" +", " ", piece.text)).strip()
    return piece


def _letters(glyph: Glyph, base: float, size: float, doubts: set[str]) -> str:
    """The letters of a sign, and what is not certain about them."""
    text = glyph.text
    if text.isspace():
        return "\u00a0" if text in "\u00a0\u202f" else " "
    if glyph.hidden:
        doubts.add("texte sans encre, tel qu’en laisse la reconnaissance des caractères : à relire")
    found = ""
    for sign in text:
        if sign in _LETTERS or sign in _BULLETS:
            found += _LETTERS.get(sign) or _BULLETS[sign]
        elif sign == "\u00ad":
            found += "-"  # fonts give one sign to both hyphens, and a soft one is drawn where a line ends
        elif sign == "\ufffd" or unicodedata.category(sign) in {"Cc", "Co", "Cs", "Cn"}:
            doubts.add("signe illisible : la police ne dit pas quelle lettre il est")
            found += "\ufffd"
        else:
            found += sign
    if not found or found.strip(_LONE_ACCENTS) != found:
        doubts.add("accent à part de sa lettre")
    if glyph.size < _SMALL * size and glyph.y > base + 0.15 * size and found.isdigit():
        doubts.add("chiffre en exposant : un appel de note ?")
    return found


def _beside(row: Row, piece: Piece) -> bool:
    high = piece.y - row.y
    if piece.size < _SMALL * row.size:
        return -0.25 * row.size <= high <= 0.55 * row.size
    return abs(high) <= 0.35 * row.size


def _joined(pieces: list[Piece], gap: float) -> list[Piece]:
    """Pieces that follow each other without a wide gap put together."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        space = piece.x0 - last.x1 if last else 0.0
        size = max(piece.size, last.size) if last else 0.0
        if last is None or space > _WIDE * size:
            found.append(piece)
            continue
        if space < -0.5 * size:
            piece.doubts.add("textes l’un sur l’autre")
        last.text += (" " if space > gap * size else "") + piece.text
        last.first = last.first if " " in last.text else piece.first
        last.x1 = max(last.x1, piece.x1)
        last.bold &= piece.bold
        last.doubts |= piece.doubts
    return found


def _strike(row: Row, rules: Iterable[Rule]) -> None:
    """Say which pieces of a row have a line through them."""
    for rule in rules:
        if rule.y1 - rule.y0 > 2 or not row.y + 0.12 * row.size < rule.y0 < row.y + 0.5 * row.size:
            continue
        for piece in row.pieces:
            if min(piece.x1, rule.x1) - max(piece.x0, rule.x0) > 0.5 * piece.size:
                piece.doubts.add("texte barré")


def wide_gaps(row: Row) -> list[tuple[float, float]]:
    """From where to where the wide gaps of a row go."""
    return [(a.x1, b.x0) for a, b in pairwise(row.pieces)]
