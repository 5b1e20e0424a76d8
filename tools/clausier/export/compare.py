"""Two texts side by side: what stands in both, what is gone, what is new, in an order in which each can be read whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from clausier.emit.changes import Op, alike, matched, row_on_a_line, word_by_word
from clausier.export.flow import Grid, Line, Part, Piece, parts
from clausier.model.provision import Provision
from clausier.text import Mark, Text

T = TypeVar("T")
U = TypeVar("U")
Row = tuple[Text, ...]
_SAME = 1.0


class Pair(Struct, frozen=True):
    """A piece of the first text and its counterpart in the second; None where there is none."""

    before: Piece | None
    after: Piece | None

    @property
    def same(self) -> bool:
        """Whether a reader sees no difference."""
        return self.before is not None and self.after is not None and seen(self.before) == seen(self.after)


class Fate(Struct, frozen=True):
    """Words that stay, go or come: as they were in the first text, as they are in the second."""

    op: Op
    was: Text
    now: Text


class Compared(Struct, frozen=True, kw_only=True):
    """A provision in both texts, or in one. `title` names it as it is after (before, where it is gone)."""

    id: str
    title: str
    pairs: tuple[Pair, ...]


def compared(before: Provision, after: Provision) -> tuple[Compared, ...]:
    """Every provision of the two texts, in an order that is that of each.

    All the first pieces are the first text, all the second ones the second: what has moved is gone from one place and
    new in another.
    """
    old, new = parts(before), parts(after)
    return tuple(_part(a, b) for a, b in aligned(old, new, [p.id for p in old], [p.id for p in new]))


def fates(before: Text, after: Text) -> Iterator[Fate]:
    """What becomes of each word of a line. Words that stay under other marks go and come again."""
    none = Text("")
    old = new = 0
    for segment in word_by_word(before, after):
        size = len(segment.text)
        was, now = before.slice(old, old + size), after.slice(new, new + size)
        match segment.op:
            case "equal" if was.marks != now.marks:
                yield Fate("delete", was, none)
                yield Fate("insert", none, now)
            case "equal":
                yield Fate("equal", was, now)
            case "delete":
                yield Fate("delete", was, none)
            case "insert":
                yield Fate("insert", none, now)
        old += size if segment.op != "insert" else 0
        new += size if segment.op != "delete" else 0


def rows_paired(before: Grid, after: Grid) -> list[tuple[Row | None, Row | None]]:
    """The rows of two tables side by side, header with header."""
    rest = matched(before.rows[1:], after.rows[1:], _rows_alike, _cells, lambda row: row[0].chars)
    return [(before.rows[0], after.rows[0]), *rest]


def facing(part: Compared) -> Iterator[tuple[Line | None, Line | None]]:
    """The lines of a provision in both texts, side by side; the rows of a table are lines, their cells after each other.

    A heading that stays is left out where it is the title of the provision.
    """
    for pair in part.pairs:
        old, new = pair.before, pair.after
        if pair.same and isinstance(new, Line) and new.kind == "heading" and part.title.endswith(new.text.chars):
            continue
        if isinstance(old, Grid) and isinstance(new, Grid):
            yield from ((_joined(a), _joined(b)) for a, b in rows_paired(old, new))
        elif isinstance(old, Grid) or isinstance(new, Grid):
            # On the other side is no table, or a piece of another kind, which has its own lines.
            yield from ((_joined(cells), None) for cells in (old.rows if isinstance(old, Grid) else ()))
            yield from ((None, _joined(cells)) for cells in (new.rows if isinstance(new, Grid) else ()))
        else:
            yield old, new


def _joined(cells: Row | None) -> Line | None:
    if cells is None:
        return None
    return Line(kind="alinea", text=row_on_a_line(cells))


def _part(before: Part | None, after: Part | None) -> Compared:
    shown = after or before
    assert shown is not None  # noqa: S101 - `aligned` gives one at least
    old, new = before.pieces if before else (), after.pieces if after else ()
    pairs = tuple(Pair(a, b) for a, b in matched(old, new, _pieces_alike, seen))
    return Compared(id=shown.id, title=shown.title, pairs=pairs)


def aligned(
    before: Sequence[T], after: Sequence[U], old_keys: Sequence[object], new_keys: Sequence[object]
) -> Iterator[tuple[T | None, U | None]]:
    """Members with the same key side by side, each of the two sequences in its order."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            yield from zip(before[i1:i2], after[j1:j2], strict=True)
        else:
            yield from ((old, None) for old in before[i1:i2])
            yield from ((None, new) for new in after[j1:j2])


def _pieces_alike(before: Piece, after: Piece) -> float:
    if before.quoted != after.quoted:
        return 0.0
    match before, after:
        case Grid(), Grid():
            return _SAME if len({len(row) for row in (*before.rows, *after.rows)}) == 1 else 0.0
        case Line(), Line() if (before.kind, before.level) == (after.kind, after.level):
            # A provision has one heading: a new one takes the place of the former, whatever its words.
            return _SAME if before.kind == "heading" else alike(before.text.chars, after.text.chars)
        case _:
            return 0.0


def _rows_alike(before: Row, after: Row) -> float:
    return alike(" ".join(_cells(before)), " ".join(_cells(after)))


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(cell.chars for cell in row)


def seen(piece: Piece) -> tuple[object, ...]:
    """What a reader sees of a piece: not who wrote it, nor the number in its margin."""
    match piece:
        case Line():
            return (piece.kind, piece.level, piece.quoted, *_words(piece.text))
        case Grid():
            return ("grid", piece.quoted, tuple(tuple(_words(cell) for cell in row) for row in piece.rows))


def _words(text: Text) -> tuple[str, tuple[Mark, ...]]:
    return text.chars, text.marks
