"""Orders and operations on one line, as the header of an article would have them."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.diagnostics import Filled, Message
from clausier.french import Written
from clausier.model import operation as op
from clausier.model.provision import Fragment
from clausier.text.words import shortened

_PLAIN = Message(fr="« {operation} »", en="“{operation}”")
_WITH_TEXT = Message(fr="« {operation} » (citation {rank})", en="“{operation}” (quotation {rank})")
_MOST = 160
_SENTENCE = 90


def short(words: str) -> str:
    """A sentence, or how it begins where it is long."""
    return shortened(words, _SENTENCE)


def shown_way(way: Written, rank: int | None) -> Filled:
    """What a sentence orders."""
    return _shown(way.verb, way.targets, way.details, rank)


def shown_operation(operation: op.TextOperation) -> Filled:
    """What an operation does."""
    common = operation.common
    targets = tuple(target.words for target in operation.targets)
    return _shown(common.verb, targets, tuple(_details(operation)), common.quotation)


def _shown(verb: str, targets: tuple[str, ...], details: tuple[tuple[str, str], ...], rank: int | None) -> Filled:
    head = f"{verb}: {', '.join(targets)}" if targets else verb
    line = " · ".join([head, *(f"{key}: {words}" for key, words in details)])
    line = shortened(line, _MOST)
    return _PLAIN.fill(operation=line) if rank is None else _WITH_TEXT.fill(operation=line, rank=rank + 1)


def _details(operation: op.TextOperation) -> Iterator[tuple[str, str]]:
    match operation:
        case op.Substitute(words=words, new=new):
            yield "mots", words
            if new:
                yield "par", new
        case op.AddWords(anchor=anchor, new=new, before=before):
            yield "mots", new
            yield "avant" if before else "après", anchor
        case op.Retitle(heading=heading):
            yield "intitulé", heading
        case op.Renumber(numbers=numbers):
            yield "en", ", ".join(numbers)
        case op.Move(anchor=beside, before=before):
            yield "avant" if before else "après", beside.words
        case op.Split(number=number) | op.Join(number=number):
            yield "en", number
        case op.InsertBeside(payload=Fragment(children=(made,))):
            if made.number:
                yield "en", made.number
            if made.heading:
                yield "intitulé", made.heading.chars
        case op.SetRow(rows=rows) | op.AddRow(rows=rows):
            yield "cellules", " | ".join(cell.chars for row in rows for cell in row)
        case _:
            return
