"""Acts → the timeline of the text: operations in time, each state of the text, and the days it answers for."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.cache import Cache, NoCache
from clausier.consolidate.acts_on_acts import amended
from clausier.consolidate.conflicts import conflicts
from clausier.consolidate.ends import is_text
from clausier.consolidate.force import events, retroactive, standing
from clausier.consolidate.members import members
from clausier.consolidate.periods import Names, overtaken, spans, versions
from clausier.consolidate.rereading import rereading
from clausier.consolidate.states import States, run
from clausier.consolidate.timeline import Timeline
from clausier.diagnostics import Diagnostic, Span, codes_tim, report
from clausier.model.act import Act, Corpus
from clausier.model.dates import When, as_known
from clausier.model.operation import Common, Expire, TextOperation, called
from clausier.model.provision import Provision
from clausier.refs.differences import differences
from clausier.refs.index import keep_only
from clausier.source.dates import THE_CONVENTION


def consolidate(
    corpus: Corpus, *, drafts: Iterable[str] = (), known: datetime.date | None = None, cache: Cache | None = None
) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """The timeline of `corpus`, with the acts named in `drafts` as if they were signed.

    Operations apply by date in force, then date signed, then act, then their order in the act. What does not fit is
    reported and changes nothing. `known` leaves out the acts that were certainly signed after that day: the text as it
    was known then. A draft that is not asked for is tried on the latest text, and its faults are warnings. `cache` goes
    with the timeline.
    """
    wanted = frozenset(drafts)
    chosen = _chosen(corpus, wanted, known)
    standing_acts, in_standing = standing(chosen)
    acts, in_acts = amended(standing_acts)
    happening, to_come, in_force = events(acts, wanted)
    by_id = {e.id: e for e in happening}
    states = States(corpus.convention.document, by_id)
    base = corpus.convention.in_force
    found, in_time = spans(base, happening, states) if isinstance(base, When) else ((), ())
    names = Names(acts, by_id, frozenset(e.act for e in to_come))
    made, periods = versions(found, states, names)
    operations = {o.common.id: o for a in corpus.acts for o in a.operations}
    operations.update((o.common.id, o) for e in (*happening, *to_come) for o in e.operations if _moved(o))
    over_time, of_members = members(acts, corpus.acts)
    timeline = Timeline(
        acts=acts,
        versions=made,
        periods=periods,
        events=happening,
        to_come=to_come,
        members=over_time,
        operations=operations,
        overtaken=dict(overtaken(found, acts, happening)),
        touched=states.touched(),
        cache=cache or NoCache(),
    )
    diagnostics = (
        *in_standing,
        *in_acts,
        *in_force,
        *in_time,
        *of_members,
        *conflicts(acts, happening, states),
        *rereading(chosen, happening, states),
        *retroactive(acts),
        *dict.fromkeys(d for old, new in pairwise(made) for d in _added_without_force(old.document, new.document)),
        *_drafts(corpus, wanted, timeline.newest.document if made else None),
    )
    keep_only(version.document for version in made)
    return timeline, diagnostics


def _chosen(corpus: Corpus, wanted: frozenset[str], known: datetime.date | None) -> tuple[Act, ...]:
    """The convention, and the amendments that count: no draft but those wanted, none signed after `known`.

    What waits for an event, or for formalities, waits still on that day where they came later.
    """
    amendments = (a for a in corpus.amendments if not a.draft or a.id in wanted)
    if known is None:
        return (corpus.convention, *amendments)
    convention = replace(_as_known(corpus.convention, known), in_force=corpus.convention.in_force)
    signed = (a for a in amendments if not (a.signed and a.signed.first > known))
    return (convention, *(_as_known(act, known) for act in signed))


def _moved(operation: TextOperation) -> bool:
    """Whether an act may have given it another day: what ends one thing is told with that day."""
    return isinstance(operation, Expire) and len(operation.targets) == 1


def _as_known(act: Act, on: datetime.date) -> Act:
    operations = tuple(replace(o, common=_dated(o.common, on)) for o in act.operations)
    return replace(act, in_force=as_known(act.in_force, on), operations=operations)


def _dated(common: Common, on: datetime.date) -> Common:
    in_force, until = common.in_force and as_known(common.in_force, on), common.until and as_known(common.until, on)
    return replace(common, in_force=in_force, until=until)


def _drafts(corpus: Corpus, wanted: frozenset[str], latest: Provision | None) -> Iterator[Diagnostic]:
    """Drafts that do not exist; and what would be wrong with the others if they were signed today."""
    for missing in sorted(wanted - {a.id for a in corpus.amendments}):
        yield report(codes_tim.UNKNOWN_DRAFT, Span("amendments"), id=missing)
    for act in corpus.amendments:
        if act.draft and act.id not in wanted and latest is not None:
            operations = tuple(o for o in act.operations if is_text(o))
            for found in run(operations, latest).findings:
                warning = report(codes_tim.DRAFT_DOES_NOT_FIT, found.span, act=act.id, what=found.message)
                yield replace(warning, help=found.help, labels=found.labels)


def _added_without_force(before: Provision, now: Provision) -> Iterator[Diagnostic]:
    """A warning for each unit in force that comes into one that is suspended, or at its end: nobody has said whether it is, too."""
    changes = differences(before, now)
    owners = {c.new.id: c.new for c in changes if c.new is not None and c.new.status in {"suspended", "expired"}}
    for change in changes:
        unit, owner = change.new, owners.get(change.owner)
        if owner is not None and unit is not None and change.old is None and unit.status == "in-force":
            yield report(
                codes_tim.ADDED_WITHOUT_FORCE,
                unit.span or Span(""),
                unit=unit.title(),
                owner=owner.title() or THE_CONVENTION,
                by=called(owner.status_origin),
            )
