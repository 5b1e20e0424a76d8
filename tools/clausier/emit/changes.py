"""What changed between two states of the text, provision by provision and word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from clausier.emit.called import MARKS
from clausier.model.provision import Alinea, Lacuna, Provision, Quotation, Table
from clausier.refs import unit_name
from clausier.text import Text, join
from clausier.text.regex import regex

T = TypeVar("T")
Op = Literal["equal", "delete", "insert"]
Kind = Literal["added", "removed", "changed", "repealed", "renumbered", "unknown-before", "unknown-after"]
ALIKE = 0.5  # two lines of which so many words are the same are two wordings of one
GAP = "[texte non disponible"  # begins the line that stands for missing words
_BETWEEN = Text(" | ").written("", 0)  # the cells of a row on one line
_TOKEN = regex(r"[\w]+[’']|[\w-]+|\s+|[^\w\s]")


class Segment(Struct, frozen=True):
    """A stretch of text that stays, goes or comes; `origin` is the operation that wrote it. Lines end in a line feed."""

    op: Op
    text: str
    origin: str


class Change(Struct, frozen=True, kw_only=True):
    """What changed in one provision. `title` is its heading line, as it is after (before, where it is gone)."""

    id: str
    number: str
    title: str
    kind: Kind
    segments: tuple[Segment, ...]


class _Token(Struct, frozen=True):
    word: str
    origin: str


def changes(before: Provision, after: Provision) -> tuple[Change, ...]:
    """The provisions of `after` that differ from `before`, in reading order, then those that are gone, where they stood."""
    if before is after:
        return ()
    old = {p.id: p for p in before.walk() if p.kind != "document"}
    new = {p.id: p for p in after.walk() if p.kind != "document"}
    found: list[tuple[tuple[int, int], Change]] = []
    rank = {identity: index for index, identity in enumerate(new)}
    place = (-1, 0)
    for index, (identity, provision) in enumerate(old.items()):
        if identity in new:
            place = (rank[identity], 0)
        else:
            found.append(((place[0], index + 1), _change(provision, None)))
    for identity, provision in new.items():
        former = old.get(identity)
        if former is None or not _same(former, provision):
            found.append(((rank[identity], 0), _change(former, provision)))
    return tuple(change for _, change in sorted(found, key=lambda f: f[0]))


def _same(a: Provision, b: Provision) -> bool:
    """Whether nothing of the provision's own differs, its sub-articles left out."""
    if a is b:
        return True
    own = (a.number, a.status, a.heading and a.heading.chars, _plain(a))
    return own == (b.number, b.status, b.heading and b.heading.chars, _plain(b))


def _plain(p: Provision) -> list[str]:
    return [text.chars for text in _lines(p)]


def _change(before: Provision | None, after: Provision | None) -> Change:
    shown = after or before
    assert shown is not None  # noqa: S101 - callers give one at least
    kind: Kind = "added" if before is None else "removed" if after is None else _kind(before, after)
    segments = tuple(_segments(_lines(before) if before else [], _lines(after) if after else []))
    return Change(id=shown.id, number=unit_name(shown), title=shown.title(), kind=kind, segments=segments)


def _kind(before: Provision, after: Provision) -> Kind:
    if after.status == "repealed" and before.status != "repealed":
        return "repealed"
    if before.number != after.number and _plain(before) == _plain(after):
        return "renumbered"
    return "changed"


def _lines(p: Provision) -> list[Text]:
    """What a reader sees of a provision, line by line: its heading, its alinéas with their labels, its rows."""
    lines: list[Text] = []
    title = Text(f"{p.prefix}{p.number}{p.separator}".strip() and f"{p.prefix}{p.number}{p.separator}")
    heading = title.written(p.number_origin, 0)
    lines.append(join((heading, p.heading)) if p.heading else heading)
    if mark := MARKS[p.status].fr:
        lines.append(Text(mark).written(p.status_origin, 0))
    for block in p.blocks:
        match block:
            case Alinea(text=text, label=label):
                line = _labelled(label, text) if label else text
                mark = "" if block.repealed else MARKS[block.status].fr
                lines.append(join((line, Text(f" {mark}").written(block.status_origin, 0))) if mark else line)
            case Table(rows=rows):
                lines.extend(map(row_on_a_line, rows))
            case Lacuna(reason=reason):
                lines.append(Text(f"{GAP} : {reason}]").written("", 0))
            case Quotation():
                pass
    return [line for line in lines if line.chars]


def _labelled(label: Text, text: Text) -> Text:
    return join((label, Text(" ").written(label.origins()[0] if label.runs else "", 0), text))


def row_on_a_line(cells: Sequence[Text]) -> Text:
    """The cells of a row after each other, a bar between them that nobody wrote."""
    return join([text for cell in cells for text in (_BETWEEN, cell)][1:])


def _segments(before: list[Text], after: list[Text]) -> Iterator[Segment]:
    """Lines are paired first, then the words of each pair: a redline that reads, at a fraction of the cost."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [t.chars for t in before], [t.chars for t in after], autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            for text in after[j1:j2]:
                yield from _whole("equal", text)
            continue
        pairs = paired(before[i1:i2], after[j1:j2], lambda old, new: alike(old.chars, new.chars))
        for old, new in pairs:
            if old is None and new is not None:
                yield from _whole("insert", new)
            elif new is None and old is not None:
                yield from _whole("delete", old)
            elif old is not None and new is not None:
                yield from _merged([*_words(_tokens(old), _tokens(new)), ("equal", _Token("\n", ""))])


def word_by_word(before: Text, after: Text) -> tuple[Segment, ...]:
    """What stays, goes and comes from one line to another, without a line end: joined, the two lines."""
    return tuple(_merged(_words(_tokens(before), _tokens(after))))


def paired(
    before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], float], ahead: int = 8
) -> list[tuple[T | None, T | None]]:
    """Lines that are versions of each other side by side, in the order in which both can be read.

    `likeness` is how much two lines are the same, from 0 to 1; what goes or comes alone has None beside it. A line is
    sought among the next `ahead`.
    """
    pairs: list[tuple[T | None, T | None]] = []
    i = j = 0
    while i < len(before) and j < len(after):
        near = [(n, likeness(before[i], t)) for n, t in enumerate(after[j : j + ahead])]
        best, score = max(near, key=lambda a: (a[1], -a[0]))
        if score < ALIKE:
            pairs.append((before[i], None))
            i += 1
            continue
        pairs.extend((None, t) for t in after[j : j + best])
        j += best
        pairs.append((before[i], after[j]))
        i, j = i + 1, j + 1
    pairs.extend((t, None) for t in before[i:])
    pairs.extend((None, t) for t in after[j:])
    return pairs


def alike(before: str, after: str) -> float:
    """How much of two lines is the same words in the same order; letters alone are alike in any two lines of French.

    The notice of a gap is like no words: what it stands for is unknown.
    """
    from difflib import SequenceMatcher

    if before.startswith(GAP) != after.startswith(GAP):
        return 0.0
    matcher = SequenceMatcher(None, before.split(), after.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _whole(op: Op, text: Text) -> Iterator[Segment]:
    yield from _merged([*((op, _Token(chars, run.origin)) for chars, run in text.pieces()), (op, _Token("\n", ""))])


def _tokens(text: Text) -> list[_Token]:
    tokens: list[_Token] = []
    runs = text.runs
    at = 0
    for found in _TOKEN.finditer(text.chars):
        while at < len(runs) - 1 and runs[at].end <= found.start():
            at += 1
        tokens.append(_Token(found.group(), runs[at].origin if runs else ""))
    return tokens


def _words(before: list[_Token], after: list[_Token]) -> Iterator[tuple[Op, _Token]]:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, [t.word for t in before], [t.word for t in after], autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            yield from (("equal", token) for token in after[j1:j2])
        else:
            yield from (("delete", token) for token in before[i1:i2])
            yield from (("insert", token) for token in after[j1:j2])


def _merged(tokens: Sequence[tuple[Op, _Token]] | Iterator[tuple[Op, _Token]]) -> Iterator[Segment]:
    """Neighbours with one fate and one origin as one segment; a line end ends one."""
    current: list[str] = []
    fate: tuple[Op, str] | None = None
    for op, token in tokens:
        key = (op, token.origin or (fate[1] if fate and fate[0] == op else ""))
        if fate is not None and key != fate:
            yield Segment(fate[0], "".join(current), fate[1])
            current = []
        fate = key
        current.append(token.word)
    if fate is not None and current:
        yield Segment(fate[0], "".join(current), fate[1])
