"""Targets of one operation that name the same text, which it would delete, move or write twice.

« Les alinéas 2 à 4 et 3 sont supprimés »: struck once for each target, the fifth would go too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from clausier.amend.stretches import Struck
from clausier.diagnostics import Diagnostic, codes_amd, report
from clausier.model import operation as op
from clausier.refs import Blocks, Column, HeadingPlace, Place, Row, Sentence, WholeProvision

# What may be done to an article and to a part of it, each for itself; the others take the part along with the whole.
_PARTS_TOO = (op.Append, op.InsertBeside, op.Retitle, op.Repeal, op.Suspend, op.Expire, op.Split)


def order(place: Place) -> tuple[tuple[int, ...], int, int]:
    """Where the place begins, in reading order; what holds another place comes before it."""
    match place:
        case HeadingPlace(path):
            return path, -1, 0
        case Blocks(path, start):
            return path, start, -1
        case Sentence(path, block, start):
            return path, block, start
        case Row(path, block, row):
            return path, block, row
        case WholeProvision() | Column():
            return place.path, -1, -1


def named_twice(operation: op.TextOperation, struck: Iterable[Struck]) -> Iterator[Diagnostic]:
    """An error for each target that names what another does, or, where both cannot be changed, a part of it."""
    parts_too = isinstance(operation, _PARTS_TOO)
    in_order = sorted(struck, key=lambda pair: order(pair[1]))
    for (other, outer), (target, inner) in pairwise(in_order):
        if order(outer) == order(inner) or (not parts_too and _holds(outer, inner)):
            span = operation.common.place("target")
            yield report(codes_amd.NAMED_TWICE, span, words=target.words, other=other.words)


def _holds(outer: Place, inner: Place) -> bool:
    """Whether `inner`, which comes later, begins within `outer`."""
    path, block, start = order(inner)
    match outer:
        case WholeProvision():
            return path[: len(outer.path)] == outer.path
        case Blocks():
            return path == outer.path and block < outer.end
        case Sentence():
            return (path, block) == (outer.path, outer.block) and start < outer.end
        case HeadingPlace() | Row() | Column():
            return False
