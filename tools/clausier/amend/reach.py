"""Whether an act may make the names in another mean something else, told from the numbers that both mention.

An operation names units by their numbers. It changes nothing outside the articles that bear one of these, in the text or
once its act has changed it; and what it puts in or renumbers bears a number that it gives. What a name means hangs on the
articles that bear its number, and on nothing else. So an act cannot make a name mean something else unless it mentions an
article that the name is about, or gives a number of it: most pairs are told apart without applying anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from clausier.amend.naming import anchors
from clausier.model import operation as op
from clausier.model.provision import Provision
from clausier.model.target import Unit
from clausier.refs import Path
from clausier.refs.index import index_of
from clausier.source.headings import number_key

# ("number", number) · ("at", path) · ("above", path): a division is touched where an article in it is, and the reverse.
_Thing = tuple[str, str | Path]


class Reach(Struct, frozen=True):
    """What the operations of an act may change, and what the names that they use depend on.

    Both are numbers of articles, or where articles stand. If what act A changes shares nothing with what the names of act
    B depend on, the names of B mean the same before and after A.
    """

    changed: frozenset[_Thing]
    hangs: frozenset[_Thing]

    def may_rename(self, other: Reach) -> bool:
        """Whether what this one changes may make a name of the other mean something else. False is certain."""
        return not self.changed.isdisjoint(other.hangs)


def reach(operations: Iterable[op.TextOperation], document: Provision) -> Reach | None:
    """The reach of the operations of an act in `document`; None where numbers do not tell it: `*`, a range, a heading, another act."""
    changed: set[_Thing] = set()
    hangs: set[_Thing] = set()
    for operation in operations:
        for target in (*operation.targets, *anchors(operation)):
            first = target.steps[0] if target.steps else None
            if target.act or not isinstance(first, Unit) or first.heading or not number_key(first.number):
                return None
            hangs.add(("number", _stem(first.number)))
            for path in _parts(number_key(first.number), document):
                above = [path[:size] for size in range(1, len(path))]
                changed.update([("at", path), *(("above", outer) for outer in above)])
                hangs.update([("above", path), ("at", path), *(("at", outer) for outer in above)])
        for number in _given(operation):
            # What is below takes it along: 8 → 9 makes 9.1 of 8.1.
            changed.update([("number", _stem(number)), ("number", _stem(f"{number}.1"))])
    return Reach(frozenset(changed), frozenset(hangs))


def _stem(number: str) -> str:
    """What the numbers of an article and of all that is below it have in common."""
    return number_key(number).split(".")[0]


def _parts(key: str, document: Provision) -> Iterator[Path]:
    """Where the articles stand that bear the number, or hold what bears it; or the divisions that do."""
    for path in index_of(document).numbered(key):
        unit = document
        for size, rank in enumerate(path, start=1):
            unit = unit.children[rank]
            if unit.kind != "division" or size == len(path):
                yield path[:size]
                break


def _given(operation: op.TextOperation) -> Iterator[str]:
    """The numbers that the operation gives to units."""
    match operation:
        case (
            op.Replace(payload=payload)
            | op.Append(payload=payload)
            | op.InsertBeside(payload=payload)
            | op.Restore(payload=payload)
        ):
            yield from (unit.number for child in payload.children for unit in child.walk())
        case op.Renumber(numbers=numbers):
            yield from numbers
        case op.Split(number=number) | op.Join(number=number):
            yield number
        case (
            op.Substitute()
            | op.AddWords()
            | op.Repeal()
            | op.Delete()
            | op.Retitle()
            | op.Move()
            | op.SetRow()
            | op.AddRow()
            | op.DeleteRow()
        ):
            return
        case op.Suspend() | op.Expire():
            return
        case _:
            assert_never(operation)
