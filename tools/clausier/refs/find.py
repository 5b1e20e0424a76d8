"""A target → the places that it names in a state of the text."""

from __future__ import annotations

from clausier.diagnostics import Span
from clausier.model.provision import Alinea, Provision
from clausier.model.target import (
    HeadingOf,
    LabelledPoint,
    NamedColumn,
    NamedRow,
    NthAlinea,
    NthDash,
    NthSentence,
    NthTable,
    Single,
    Step,
    Target,
    Through,
    Unit,
)
from clausier.refs.alineas import find_alinea, find_sentence
from clausier.refs.failures import Ambiguous, Failure, Missing, Unknown
from clausier.refs.items import find_dash, find_labelled
from clausier.refs.names import describe
from clausier.refs.places import Blocks, HeadingPlace, Place, Sentence, WholeProvision, at
from clausier.refs.tables import find_in_table, find_table
from clausier.refs.units import find_unit, unless_lost
from clausier.source.targets import read_target


def find(target: Target, document: Provision) -> tuple[Place, ...] | Failure:
    """The places that `target` names in `document`, in reading order: several for a range; or why there are none."""
    places: tuple[Place, ...] = (WholeProvision(()),)
    for step in target.steps:
        found = _follow(step, places, document)
        if not isinstance(found, tuple):
            return found
        places = found
    return places


def places_named(words: str, document: Provision) -> tuple[Place, ...]:
    """The places that a target as it is written names; none where it is no target, or names nothing for certain."""
    target, _ = read_target(words, Span(""))
    found = find(target, document) if target else ()
    return found if isinstance(found, tuple) else ()


def _follow(step: Step, places: tuple[Place, ...], document: Provision) -> tuple[Place, ...] | Failure:
    if len(places) > 1:
        return Ambiguous(tuple(describe(p, document) for p in places))
    (place,) = places
    if isinstance(step, Through):
        return _through(step, place, document)
    found = _single(step, place, document)
    return _unless_lost(found, step) if isinstance(found, Missing) else found


def _through(step: Through, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    first, last = _single(step.first, place, document), _single(step.last, place, document)
    for end, found in ((step.first, first), (step.last, last)):
        if not isinstance(found, tuple):
            return _unless_lost(found, end) if isinstance(found, Missing) else found
    assert isinstance(first, tuple) and isinstance(last, tuple)  # noqa: S101, PT018 - the loop has returned otherwise
    match first[0], last[0]:
        case WholeProvision(path=a), WholeProvision(path=b) if a[:-1] == b[:-1] and a <= b:
            return tuple(WholeProvision((*a[:-1], i)) for i in range(a[-1], b[-1] + 1))
        case Blocks() as a, Blocks() as b if a.path == b.path and a.start <= b.start:
            if a.line and b.line:
                blocks = at(document, a.path).blocks
                return tuple(
                    Blocks(a.path, i, i + 1, line=True) for i in range(a.start, b.end) if isinstance(blocks[i], Alinea)
                )
            return (Blocks(a.path, a.start, b.end, a.numbered),)
        case Sentence() as a, Sentence() as b if (a.path, a.block) == (b.path, b.block) and a.start <= b.start:
            return (Sentence(a.path, a.block, a.start, b.end),)
    return Missing(place, document)


def _single(step: Single, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    match step, place:
        case Unit(), WholeProvision(path):
            found = find_unit(step, path, document)
            return _labelled(step, place, document) or found if isinstance(found, Missing) else found
        case HeadingOf(), WholeProvision(path):
            return (HeadingPlace(path),)
        case NthAlinea(), WholeProvision() | Blocks(line=False):
            return find_alinea(step, place, document)
        case Unit(kind="article", rank=1), Blocks() if step.number:  # « B, 2 »: the 2. below the B.
            return find_labelled(LabelledPoint(step.number), place, document)
        case LabelledPoint(), (WholeProvision() | Blocks()):
            return find_labelled(step, place, document)
        case NthDash(), (WholeProvision() | Blocks()):
            return find_dash(step, place, document)
        case NthSentence(), (WholeProvision() | Blocks()):
            return find_sentence(step, place, document)
        case NthTable(), WholeProvision(path):
            return find_table(step, path, document)
        case ((NamedRow() | NamedColumn()), (WholeProvision() | Blocks())):
            return find_in_table(step, place, document)
        case _:
            return Missing(place, document)


def _labelled(step: Unit, place: WholeProvision, document: Provision) -> tuple[Place, ...] | Failure | None:
    """The item that the number of `step` labels where no unit bears it: « B », « II », « 2 » below an article."""
    if not place.path or step.kind != "article" or step.rank > 1 or not step.number:
        return None
    found = find_labelled(LabelledPoint(step.number), place, document)
    return None if isinstance(found, Missing | Unknown) else found


def _unless_lost(missing: Missing, step: Single) -> Missing | Unknown:
    return unless_lost(missing, step.number if isinstance(step, Unit) else "")
