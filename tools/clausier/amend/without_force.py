"""What an operation does to words that have no force: they are shown in force again, or it changes nothing that is in force."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.amend.excerpt import short
from clausier.amend.identity import path_of
from clausier.diagnostics import Diagnostic, codes_tim, report
from clausier.model import operation as op
from clausier.model.provision import Alinea, Block, Provision
from clausier.refs import at
from clausier.refs.differences import differences

_WORDS = (
    op.Replace
    | op.Append
    | op.InsertBeside
    | op.Substitute
    | op.AddWords
    | op.Retitle
    | op.SetRow
    | op.AddRow
    | op.DeleteRow
)
_WITHOUT_FORCE = {"suspended", "expired"}


def without_force(
    operation: op.TextOperation, now: Provision, after: Provision, in_the_end: Provision
) -> Iterator[Diagnostic]:
    """A warning where `operation` puts in force what was not, or changes only what has expired.

    `operation` has made `after` of `now`. What another operation of the act puts out of force again is not in force
    `in_the_end`, and not reported.
    """
    if not isinstance(operation, _WORDS):
        return
    span = operation.common.place("target")
    if isinstance(operation, op.Replace):
        for what, by in _again(now, after, in_the_end):
            yield report(codes_tim.IN_FORCE_AGAIN, span, what=what, by=op.called(by))
    ended = list(_changed(now, after))
    if ended and all(by for _, by in ended):
        what, by = ended[0]
        yield report(codes_tim.CHANGED_WITHOUT_FORCE, span, what=what, by=op.called(by))


def _again(now: Provision, after: Provision, in_the_end: Provision) -> Iterator[tuple[str, str]]:
    """What is in force that was not, the outermost units and the lines of others, and what had put it out of force."""
    told: set[str] = set()
    for change in differences(now, after):
        old, new = change.old, change.new
        if old is None or new is None or new.status in _WITHOUT_FORCE:
            continue
        if change.owner in told:
            told.add(new.id)
        elif old.status in _WITHOUT_FORCE and _found(new, in_the_end).status not in _WITHOUT_FORCE:
            told.add(new.id)
            yield old.title(), old.status_origin
        elif lines := [line for line in _without(old) if line.key not in {one.key for one in _without(new)}]:
            end = _found(new, in_the_end)
            others = {b.key for b in old.blocks} - {line.key for line in lines}
            if {b.key for b in end.blocks} - {line.key for line in _without(end)} - others:
                yield from ((short(line.text.chars), line.status_origin) for line in lines)


def _found(unit: Provision, document: Provision) -> Provision:
    """The unit as it is in `document`; itself where it is gone from there."""
    path = path_of(document, unit.id)
    return unit if path is None else at(document, path)


def _without(unit: Provision) -> tuple[Alinea, ...]:
    """Its lines that are without force for themselves."""
    return tuple(b for b in unit.blocks if isinstance(b, Alinea) and b.status in _WITHOUT_FORCE)


def _changed(now: Provision, after: Provision) -> Iterator[tuple[str, str]]:
    """Each unit and line that is not as it was, with what has made it expire, "" where it is in force."""
    for change in differences(now, after):
        old, new = change.old, change.new
        if old is None or new is None or old.status != new.status:
            yield "", ""
        elif old.status == "expired":
            if (old.blocks, old.heading) != (new.blocks, new.heading):
                yield old.title(), old.status_origin
        else:
            then = {block.key: block for block in old.blocks}
            for block in new.blocks:
                was = then.pop(block.key, None)
                if was != block:
                    yield _ended(was) if any(_ended(block)) else ("", "")
            if then or old.heading != new.heading:
                yield "", ""


def _ended(block: Block | None) -> tuple[str, str]:
    """The words of a line that has expired, and by what; "" of another."""
    if isinstance(block, Alinea) and block.status == "expired":
        return short(block.text.chars), block.status_origin
    return "", ""
