"""A text as it flows down a page: headings, alinéas, tables, the places of missing words. What Word files and PDF share.

Labels are characters, never counters: a renumbered list is a wrong text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, assert_never

from msgspec import Struct
from msgspec.structs import replace

from clausier.emit.called import MARKS
from clausier.emit.html import in_a_sentence
from clausier.model.provision import Alinea, Block, Fragment, Lacuna, Provision, Quotation, Status, Table
from clausier.refs import full_names, heading_alone, ranks, unit_name
from clausier.source.markdown import own_label
from clausier.text import Text, join

Kind = Literal["heading", "alinea", "item", "gap", "doubt"]
NOWHERE = -1_000_000_000  # the number, among those of its writer, of a character that is no word of an act
DEEPEST = 6  # of headings and of lists: beyond, they are set as at this depth
_OPENING = re.compile(r"«\s*")
_DASH = "–"  # before an item without a label of its own
_SPACE_AROUND = re.compile(r" (?=[;:!?»%])|(?<=«) |(?<=\b[nN]°) ")


class Line(Struct, frozen=True, kw_only=True):
    """A line that starts anew.

    Of the kinds, `gap` and `doubt` are the editor's own words: in place of words that are missing, and around passages of
    which dates leave open which is in force.
    """

    kind: Kind
    text: Text  # begins with the label and a tab where there is a label
    level: int = 0  # the depth of a heading or an item
    number: str = ""  # of the alinéa, for the margin
    quoted: bool = False  # new text as an act quotes it

    def unnumbered(self) -> Line:
        """The same line without its number: that of an alinéa is no word of it, and changes with those before it."""
        return replace(self, number="")


class Grid(Struct, frozen=True, kw_only=True):
    """A table, its first row heading the columns."""

    rows: tuple[tuple[Text, ...], ...]
    quoted: bool = False

    def unnumbered(self) -> Grid:
        """Itself: rows bear no number."""
        return self


Piece = Line | Grid


class Part(Struct, frozen=True, kw_only=True):
    """What one provision says itself, those below it left out: its heading, then its blocks.

    `title` is what heads it among others (see `heading_alone`).
    """

    id: str
    title: str
    pieces: tuple[Piece, ...]


def parts(document: Provision) -> tuple[Part, ...]:
    """The provisions of a text, in reading order."""
    return tuple(_parts(document, 0, document, "", dict(_names(document)), older=document.older_count))


def parts_of(provision: Provision, whole: Provision, document: Provision) -> tuple[Part, ...]:
    """One provision of a text, or a part of the `whole` one, with those below it, numbered as there."""
    return tuple(_parts(provision, 1, whole, "", dict(_names(document)), older=document.older_count))


def _names(document: Provision) -> Iterator[tuple[str, str]]:
    return ((provision.id, name) for provision, name in full_names(document))


def _parts(
    provision: Provision, level: int, whole: Provision, reason: str, names: Mapping[str, str], *, older: bool
) -> Iterator[Part]:
    if level:
        title = heading_alone(provision, names.get(provision.id, unit_name(provision)))
        numbers = ranks(whole.blocks, older=older)
        yield Part(id=provision.id, title=title, pieces=tuple(_own(provision, level, numbers, reason)))
    missing = provision.lacuna.reason if provision.lacuna else ""
    for child in provision.children:
        yield from _parts(child, level + 1, child, missing, names, older=older)


def _own(provision: Provision, level: int, numbers: Mapping[str, int | None], reason: str) -> Iterator[Piece]:
    heading = _heading(provision)
    if heading.chars:
        yield Line(kind="heading", text=typeset(heading), level=min(level, DEEPEST))
    yield from _pieces(provision.blocks, numbers, reason)


def _heading(provision: Provision) -> Text:
    before = Text(f"{provision.prefix}{provision.number}{provision.separator}").written(
        provision.number_origin, NOWHERE
    )
    named = join((before, provision.heading)) if provision.heading else before
    return _ended(named, provision.status, provision.status_origin)


def _ended(text: Text, status: Status, origin: str) -> Text:
    mark = MARKS[status].fr
    words = Text(f" {mark}" if text.chars else mark).written(origin, NOWHERE)
    return join((text, words)) if mark else text


def _pieces(blocks: Iterable[Block], numbers: Mapping[str, int | None], reason: str) -> Iterator[Piece]:
    """The blocks in order; a line has the number of its alinéa, where it is the first of it: `?` where nobody knows it."""
    last = 0
    for block in blocks:
        match block:
            case Alinea():
                n = numbers[block.key]
                shown, last = "?" if n is None else "" if n == last else str(n), n or last
                yield replace(_line(block), number=shown)
            case Table(rows=rows):
                yield Grid(rows=tuple(tuple(typeset(cell) for cell in row) for row in rows))
            case Lacuna():
                yield _gap(block, reason)
            case Quotation(content=content):
                yield from quoted(content)
            case _:
                assert_never(block)


def _line(alinea: Alinea) -> Line:
    # Of the tombstone of an item the label stays, and the mark stands in the place of its words.
    own, text = _labelled(alinea)
    words = text if alinea.repealed else _ended(text, alinea.status, alinea.status_origin)
    if own is None:
        return Line(kind="alinea" if alinea.depth == 0 else "item", text=typeset(words), level=_level(alinea))
    tab = Text("\t").written(_first(own), NOWHERE)
    return Line(kind="item", text=typeset(join((own, tab, words))), level=_level(alinea))


def _labelled(alinea: Alinea) -> tuple[Text | None, Text]:
    """The label of an item and its words; None where it is no item.

    Where a quotation opens before a label (« 1° …), that is the label: a dash before it would be no word of the act.
    """
    if not alinea.item:
        return None, alinea.text
    if alinea.label:
        return alinea.label, alinea.text
    opening = _OPENING.match(alinea.text.chars)
    start = opening.end() if opening else 0
    own, words = own_label(alinea.text.slice(start, len(alinea.text)))
    if opening and own:
        return alinea.text.slice(0, start + len(own)), words
    return Text(_DASH).written(_first(alinea.text), NOWHERE), alinea.text


def _level(alinea: Alinea) -> int:
    return min(alinea.depth, DEEPEST)


def _first(text: Text) -> str:
    return text.runs[0].origin if text.runs else ""


def _gap(lacuna: Lacuna, said: str) -> Line:
    """`said` is why the words of the provision above are missing: where it is the same, it is not said again."""
    if lacuna.reason and lacuna.reason == said:
        words = "[Texte non disponible, pour la même raison.]"
    else:
        words = (
            f"[Texte non disponible. {in_a_sentence(lacuna.reason)}]" if lacuna.reason else "[Texte non disponible.]"
        )
    return Line(kind="gap", text=typeset(Text(words)))


def quoted(content: Fragment) -> Iterator[Piece]:
    """New text as an act quotes it, its guillemets included."""
    for piece in _pieces(content.blocks, ranks(content.blocks, older=False), ""):
        yield _as_quoted(piece)
    for child in content.children:
        for part in _parts(child, 1, child, "", {}, older=False):
            yield from (_as_quoted(piece) for piece in part.pieces)


def _as_quoted(piece: Piece) -> Piece:
    return replace(piece, quoted=True, number="") if isinstance(piece, Line) else replace(piece, quoted=True)


def typeset(text: Text) -> Text:
    """The same text with no-break spaces where French wants them: characters for characters, so offsets stay."""
    chars = _SPACE_AROUND.sub("\u00a0", text.chars)
    return text if chars == text.chars else Text(chars, text.runs, text.marks)
