"""An act line by line, as its readers see it, each line with its place; and which of them a search has to look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.model.act import Act
from clausier.model.provision import Alinea, Block, Lacuna, Provision, Quotation, Table
from clausier.text.regex import regex

_NOWHERE = Span("")


class Passage(Struct, frozen=True, kw_only=True):
    """A heading line, an alinéa or a cell.

    `own` is the provision of the act that it stands in, and `within` the innermost one: a provision of the new text
    where it is quoted. `quotation` is the rank in the act of the quotation that holds it, 0 outside; `group` tells which
    list or table it belongs to (0: none), `cell` its column there.
    """

    chars: str
    kind: Literal["heading", "alinea", "cell"]
    span: Span
    own: Provision
    within: Provision
    quotation: int = 0
    label: str = ""
    depth: int = 0
    group: int = 0
    cell: int | None = None

    @property
    def shouted(self) -> bool:
        """Whether most of its letters are capitals."""
        if self.chars[1:].islower():
            return False
        capitals = sum(map(str.isupper, self.chars))
        return capitals > 1 and capitals * 2 > sum(map(str.isalpha, self.chars))


class _Counter:
    """The ranks of the quotations, lists and tables of an act."""

    __slots__ = ("group", "quotation")

    def __init__(self) -> None:
        self.quotation = self.group = 0


def passages(act: Act) -> tuple[Passage, ...]:
    """The passages of `act`, in reading order. A lacuna has none."""
    return document_passages(act.document, act.span)


def document_passages(document: Provision, span: Span = _NOWHERE) -> tuple[Passage, ...]:
    """The passages of a document, in reading order; `span` is where those stand that know no place of their own."""
    return tuple(_provision(document, document, 0, span, _Counter(), own=True))


def _provision(
    provision: Provision, outer: Provision, quotation: int, span: Span, ranks: _Counter, *, own: bool
) -> Iterator[Passage]:
    owner = provision if own else outer
    here = provision.span or span
    if provision.kind != "document" and (title := provision.title()):
        yield Passage(
            chars=title,
            kind="heading",
            span=here,
            own=owner,
            within=provision,
            quotation=quotation,
        )
    yield from _blocks(provision.blocks, provision, owner, quotation, here, ranks)
    for child in provision.children:
        yield from _provision(child, owner, quotation, here, ranks, own=own)


def _blocks(
    blocks: Iterable[Block], within: Provision, own: Provision, quotation: int, span: Span, ranks: _Counter
) -> Iterator[Passage]:
    listed = False
    for block in blocks:
        place = block.span or span
        if not (isinstance(block, Alinea) and block.depth and listed):
            ranks.group += 1
        listed = isinstance(block, Alinea) and bool(block.depth)
        match block:
            case Alinea():
                yield Passage(
                    chars=block.text.chars,
                    kind="alinea",
                    span=place,
                    own=own,
                    within=within,
                    quotation=quotation,
                    label=block.label.chars if block.label else "",
                    depth=block.depth,
                    group=ranks.group if block.depth else 0,
                )
            case Table():
                for n, row in enumerate(block.rows):
                    line = place.line + n + (n > 0)  # the rule under the header is a line of its own
                    for column, cell in enumerate(row):
                        yield Passage(
                            chars=cell.chars,
                            kind="cell",
                            span=Span(place.path, line, place.column, line),
                            own=own,
                            within=within,
                            quotation=quotation,
                            group=ranks.group,
                            cell=column,
                        )
            case Quotation():
                ranks.quotation += 1
                rank = ranks.quotation
                yield from _blocks(block.content.blocks, within, own, rank, place, ranks)
                for child in block.content.children:
                    yield from _provision(child, own, rank, place, ranks, own=False)
            case Lacuna():
                continue


_BETWEEN = "\0"  # no source may hold it
_WORD = regex(r"\w+")


class Lines(Struct, frozen=True, dict=True):
    """The passages of an act or of a text, in reading order."""

    passages: tuple[Passage, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word in them, as written."""
        return frozenset(_WORD.findall(self._once))

    def holding(self, *words: str) -> tuple[Passage, ...]:
        """The passages that hold one of `words` (given in small letters), whatever their case and spaces."""
        return tuple(self.passages[rank] for rank in sorted({rank for word in words for rank in self.ranks(word)}))

    def ranks(self, words: str) -> Iterator[int]:
        """The ranks of the passages that hold `words`, as `holding` finds them."""
        small, starts = self._small
        at = small.find(words) if all(word in self._once_small for word in words.split()) else -1
        while at >= 0:
            rank = bisect_right(starts, at) - 1
            yield rank
            at = small.find(words, starts[rank + 1])

    def matching(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """The passages with a match of `pattern`, which must match within a word and look at nothing outside its match."""
        if not pattern.search(self._once):
            return ()
        starts = _starts(self._spaced)
        ranks = dict.fromkeys(bisect_right(starts, found.start()) - 1 for found in pattern.finditer(self._spaced))
        return tuple(self.passages[rank] for rank in ranks)

    @cached_property
    def _looked_at(self) -> tuple[str, str]:
        """The passages with one space for several, joined; and every word of theirs once, which is quick to search."""
        once: set[str] = set()
        spaced: list[str] = []
        for passage in self.passages:
            # One by one: the pieces of a long text take ten times the memory of their characters.
            pieces = passage.chars.split()
            once.update(pieces)
            spaced.append(" ".join(pieces))
        return _BETWEEN.join(spaced), " ".join(once)

    @property
    def _spaced(self) -> str:
        return self._looked_at[0]

    @property
    def _once(self) -> str:
        return self._looked_at[1]

    @cached_property
    def _once_small(self) -> str:
        return self._once.lower()

    @cached_property
    def _small(self) -> tuple[str, list[int]]:
        small = _BETWEEN.join(
            map(str.lower, self._spaced.split(_BETWEEN))
        )  # the whole at once takes many times its memory
        return small, _starts(small)


def _starts(whole: str) -> list[int]:
    """Where each passage begins, and where one more would."""
    return [0, *accumulate(len(chars) + 1 for chars in whole.split(_BETWEEN))]
