"""Pieces of a text as data that `document.typ` and `page` set: headings, paragraphs, lists nested as they are, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from clausier.emit.changes import Op
from clausier.export.compare import Compared, Pair, fates, rows_paired
from clausier.export.flow import Grid, Line, Piece
from clausier.schemas import Object
from clausier.text import Text

BEFORE = "Rédaction antérieure\u00a0: "
_LINKS = ("http://", "https://", "mailto:")


def spans(text: Text, op: Op = "equal") -> list[Object]:
    """The words of a text: with their emphasis and links, and whether they stay, go or come."""
    found: list[Object] = []
    for start, end, over in text.under_marks():
        kinds = {m.kind for m in over}
        href = next((m.href for m in over if m.kind == "link" and m.href.lower().startswith(_LINKS)), "")
        span: Object = {"text": text.chars[start:end].replace("\t", " "), "op": op}
        span |= {"strong": True} if "strong" in kinds else {}
        span |= {"em": True} if "em" in kinds else {}
        found.append(span | ({"href": href} if href else {}))
    return found


def blocks(pieces: Iterable[Piece]) -> list[Object]:
    """Pieces in order; quoted ones together, the items of a list too."""
    found: list[Object] = []
    for quoted, group in groupby(pieces, key=lambda p: p.quoted):
        inner = list(_blocks(list(group)))
        found += [{"kind": "quoted", "blocks": inner}] if quoted else inner
    return found


def _blocks(pieces: Sequence[Piece]) -> Iterator[Object]:
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if isinstance(piece, Line) and piece.kind == "item" and "\t" in piece.text.chars:
            end = at + 1
            while end < len(pieces) and _is_item(pieces[end]):
                end += 1
            yield _list([p for p in pieces[at:end] if isinstance(p, Line)])
            at = end
            continue
        yield _block(piece)
        at += 1


def _is_item(piece: Piece) -> bool:
    return isinstance(piece, Line) and piece.kind == "item"


def _list(lines: Sequence[Line]) -> Object:
    """Items that follow each other as one list, deeper ones inside that before them."""
    depth = min(line.level for line in lines)
    items: list[Object] = []
    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        inside: list[Line] = []
        while at < len(lines) and (lines[at].level > depth or "\t" not in lines[at].text.chars):
            inside.append(lines[at])
            at += 1
        cut = line.text.chars.find("\t")
        words = line.text.slice(cut + 1, len(line.text))
        label = line.text.chars[: max(cut, 0)]
        items.append({"label": label, "number": line.number, "spans": spans(words), "blocks": list(_blocks(inside))})
    return {"kind": "list", "items": items}


def _block(piece: Piece, op: Op = "equal") -> Object:
    match piece:
        case Line():
            return {**_line(piece), "spans": spans(piece.text, op)}
        case Grid(rows=rows):
            return {"kind": "table", "rows": [[spans(cell, op) for cell in row] for row in rows]}


def _line(line: Line) -> Object:
    return {"kind": line.kind, "level": line.level, "number": line.number}


def changed_blocks(found: Iterable[Compared]) -> list[Object]:
    """The pieces of two texts, with what goes and what comes."""
    pairs = [pair for part in found for pair in part.pairs]
    result: list[Object] = []
    for quoted, group in groupby(pairs, key=lambda p: (p.after or p.before or _NONE).quoted):
        inner = [block for pair in group for block in _changed(pair)]
        result += [{"kind": "quoted", "blocks": inner}] if quoted else inner
    return result


_NONE = Line(kind="gap", text=Text(""))


def _changed(pair: Pair) -> Iterator[Object]:
    old, new = pair.before, pair.after
    if isinstance(old, Line) and isinstance(new, Line):
        yield {**_line(new.unnumbered()), "spans": _fated(old.text, new.text)}
    elif isinstance(old, Grid) and isinstance(new, Grid):
        yield {"kind": "table", "rows": [_row(a, b) for a, b in rows_paired(old, new)]}
    elif isinstance(old, Line) and old.kind == "gap":
        # The notice of missing words is the editor's: nobody has taken it out of the text.
        yield {**_line(old), "spans": [{"text": BEFORE, "op": "equal"}, *spans(old.text)]}
    else:
        yield from [_block(old.unnumbered(), "delete")] if old else []
        yield from [_block(new.unnumbered(), "insert")] if new else []


def _row(before: Sequence[Text] | None, after: Sequence[Text] | None) -> list[list[Object]]:
    if before and after:
        return [_fated(a, b) for a, b in zip(before, after, strict=True)]
    return [spans(cell, "insert" if after else "delete") for cell in (after or before or ())]


def _fated(before: Text, after: Text) -> list[Object]:
    """The words of both; a thin space keeps what goes from running into what comes, for those who listen or copy."""
    found: list[Object] = []
    last: Op = "equal"
    for fate in fates(before, after):
        if (last, fate.op) == ("delete", "insert"):
            found.append({"text": "\u2009", "op": "equal"})
        last = fate.op
        found += spans(fate.was if fate.op == "delete" else fate.now, fate.op)
    return found
