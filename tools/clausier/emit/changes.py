"""What changed between two states of the text, provision by provision and word by word."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeVar

from msgspec import Struct

from clausier.emit.called import MARKS
from clausier.model.provision import Alinea, Lacuna, Provision, Quotation, Table
from clausier.refs import full_names, heading_alone
from clausier.text import Text, join
from clausier.text.regex import regex

T = TypeVar("T")
Op = Literal["equal", "delete", "insert"]
Kind = Literal["added", "removed", "changed", "repealed", "renumbered", "unknown-before", "unknown-after"]
ALIKE = 0.5  # two lines of which so many words are the same are two wordings of one
GAP = "[texte non disponible"  # begins the line that stands for missing words
_BETWEEN = Text(" | ").written("", 0)  # the cells of a row on one line
# A figure is one word, its thousands and decimals with it: of « 40 000 », « 40 » alone would be struck out.
_TOKEN = regex(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)*(?![\w-])|aujourd[’']\w+|\w+[’']|[\w-]+|\s+|[^\w\s]")


class Segment(Struct, frozen=True):
    """A stretch of text that stays, goes or comes; `origin` is the operation that wrote it. Lines end in a line feed."""

    op: Op
    text: str
    origin: str


class Change(Struct, frozen=True, kw_only=True):
    """What changed in one provision. `title` is its heading line, as it is after (before, where it is gone).

    `number` is what a target names it by, `heading` heads it among others (see `heading_alone`).
    """

    id: str
    number: str
    title: str
    heading: str
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
    names = {p.id: name for document in (before, after) for p, name in full_names(document)}
    found: list[tuple[tuple[int, int], Change]] = []
    rank = {identity: index for index, identity in enumerate(new)}
    place = (-1, 0)
    for index, (identity, provision) in enumerate(old.items()):
        if identity in new:
            place = (rank[identity], 0)
        else:
            found.append(((place[0], index + 1), _change(provision, None, names[identity])))
    for identity, provision in new.items():
        former = old.get(identity)
        if former is None or not _same(former, provision):
            found.append(((rank[identity], 0), _change(former, provision, names[identity])))
    return tuple(change for _, change in sorted(found, key=lambda f: f[0]))


def _same(a: Provision, b: Provision) -> bool:
    """Whether nothing of the provision's own differs, its sub-articles left out."""
    if a is b:
        return True
    own = (a.number, a.status, a.heading and a.heading.chars, _plain(a))
    return own == (b.number, b.status, b.heading and b.heading.chars, _plain(b))


def _plain(p: Provision) -> list[str]:
    return [text.chars for text in _lines(p)]


def _change(before: Provision | None, after: Provision | None, name: str) -> Change:
    shown = after or before
    assert shown is not None  # noqa: S101 - callers give one at least
    kind: Kind = "added" if before is None else "removed" if after is None else _kind(before, after)
    segments = tuple(_segments(_lines(before) if before else [], _lines(after) if after else []))
    heading = heading_alone(shown, name)
    return Change(id=shown.id, number=name, title=shown.title(), heading=heading, kind=kind, segments=segments)


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
    for old, new in matched(before, after, lambda a, b: alike(a.chars, b.chars), lambda t: t.chars, _row_name):
        if old is None and new is not None:
            yield from _whole("insert", new)
        elif new is None and old is not None:
            yield from _whole("delete", old)
        elif old is not None and new is not None and old.chars == new.chars:
            yield from _whole("equal", new)
        elif old is not None and new is not None:
            yield from _merged([*_words(old, new), ("equal", _Token("\n", ""))])


def _row_name(line: Text) -> str:
    """What tells a row among the others of its table: its first cell; of what is no row, all of the line."""
    return line.chars.partition(_BETWEEN.chars)[0]


def word_by_word(before: Text, after: Text) -> tuple[Segment, ...]:
    """What stays, goes and comes from one line to another, without a line end: joined, the two lines."""
    return tuple(_merged(_words(before, after)))


def matched(
    before: Sequence[T], after: Sequence[T], likeness: Callable[[T, T], float], *keys: Callable[[T], object]
) -> list[tuple[T | None, T | None]]:
    """As `paired`, but that those of which a key is the same meet first: by the first of `keys`, between them by the next."""
    from difflib import SequenceMatcher

    if not keys:
        return paired(before, after, likeness)
    key, *others = keys
    pairs: list[tuple[T | None, T | None]] = []
    matcher = SequenceMatcher(None, list(map(key, before)), list(map(key, after)), autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            pairs.extend(zip(before[i1:i2], after[j1:j2], strict=True))
        else:
            between = matched(before[i1:i2], after[j1:j2], likeness, *others)
            pairs.extend(between)
    return pairs


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


def _tokens(text: Text, known: Container[str] = frozenset()) -> list[_Token]:
    """The words; one that several operations wrote is told as the work of the first that is not `known`."""
    tokens: list[_Token] = []
    runs = text.runs
    at = 0
    for found in _TOKEN.finditer(text.chars):
        while at < len(runs) - 1 and runs[at].end <= found.start():
            at += 1
        wrote = [runs[at].origin] if runs else []
        for before, run in pairwise(runs[at:]):
            if before.end >= found.end():
                break
            wrote.append(run.origin)
        tokens.append(_Token(found.group(), next((o for o in wrote if o not in known), wrote[0] if wrote else "")))
    return tokens


def _words(before: Text, after: Text) -> Iterator[tuple[Op, _Token]]:
    from difflib import SequenceMatcher

    old, new = _tokens(before), _tokens(after, before.origins())
    matcher = SequenceMatcher(None, [t.word for t in old], [t.word for t in new], autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            yield from (("equal", token) for token in new[j1:j2])
        else:
            yield from (("delete", token) for token in old[i1:i2])
            yield from (("insert", token) for token in new[j1:j2])


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
