"""The references of each version of the text, and what each was in the version before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from clausier.amend.identity import follow, path_of
from clausier.check.subject import locate
from clausier.consolidate import Timeline, Version
from clausier.consolidate.timeline import came_from, states
from clausier.diagnostics import Label, Message, Span
from clausier.model.operation import Delete, InsertBeside, Join, Move, Operation, Renumber, Repeal, Split
from clausier.model.provision import Provision, Table
from clausier.refs import Blocks, Path, Place, WholeProvision, at
from clausier.refs.leaning import Mentions, may_lean
from clausier.refs.over_time import Reading, readings
from clausier.refs.references import Reference, line_of, of_a_former_wording, own_name
from clausier.source.outline import name

_MOVING = (Delete, InsertBeside, Join, Move, Renumber, Repeal, Split)
HERE = Message(fr="le renvoi est ici", en="the reference is here")
# What tells a reference from others, whatever comes before it: its line, who wrote it, its words, its rank among such.
_Key = tuple[str, int, int, str, str, int]


class Followed(Struct, frozen=True, kw_only=True, dict=True):
    """A reference of a version, and what the same words were in the version before, if they stood there.

    `document` and `earlier` are the texts of the two versions; `before` was read in `was`, that of the version before or an
    older one that it shares its words and what they name with. `between` are the operations between the two versions,
    `splits` those of them that split something. `timeline` and `sources` are where its words are looked for.
    """

    reference: Reference
    document: Provision
    timeline: Timeline
    sources: Mapping[str, bytes]
    before: Reference | None = None
    was: Provision | None = None
    earlier: Provision | None = None
    between: tuple[str, ...] = ()
    splits: tuple[Split, ...] = ()

    @property
    def provision(self) -> Provision:
        """The provision that it stands in."""
        return at(self.document, self.reference.path)

    @property
    def words(self) -> Span:
        """Where it stands in the sources: looked for where it is reported, few references of many."""
        return _span(self.reference, self.document, self.sources) or self.timeline.acts[0].span

    @property
    def leading(self) -> str:
        """The words before it in its line."""
        return line_of(self.reference, self.provision)[: self.reference.start]

    @property
    def of_a_former_wording(self) -> bool:
        """Whether it is said to be of a wording that is no longer in force: what has become of it since then is as meant."""
        return of_a_former_wording(self.reference, self.provision)

    @property
    def where(self) -> Message:
        """How a message names that provision."""
        return name(self.provision)

    @cached_property
    def cause(self) -> Operation | None:
        """The operation between the two versions that changed what it named: the last to touch it, rather one that moves things."""
        if self.before is None or self.was is None:
            return None
        named = {at(self.was, place.path).id for place in self.before.places}
        touching = [o for o in self.between if named & self.timeline.touched.get(o, frozenset())]
        operations = self.timeline.operations
        moving = [o for o in touching if isinstance(operations[o], _MOVING)]
        return operations[(moving or touching)[-1]] if touching else None

    @property
    def span(self) -> Span:
        """Where to report what has become of it: at the sentence that made it so; else at its own words."""
        return self.cause.common.span if self.cause else self.words

    @property
    def labels(self) -> tuple[Label, ...]:
        """Its own words, where they are not what is reported."""
        return (Label(self.words, HERE),) if self.cause else ()

    @cached_property
    def then(self) -> tuple[Place | None, ...]:
        """The ends of what it named before, where they stand now; None for one that is gone. Empty if it is new."""
        if self.before is None or self.was is None:
            return ()
        was, now = self.was, self.document
        return tuple(follow(p, was, now) or _elsewhere(p, was, now) for p in ends(self.before))


def _elsewhere(place: Place, before: Provision, now: Provision) -> Blocks | None:
    """Where the line at which `place` begins stands in another provision than before."""
    if not isinstance(place, Blocks):
        return None
    key = at(before, place.path).blocks[place.start].key
    for provision in now.walk():
        index = next((i for i, block in enumerate(provision.blocks) if block.key == key), None)
        path = path_of(now, provision.id)
        if index is not None and path is not None:
            return Blocks(path, index, index + 1, place.numbered, place.line)
    return None


def ends(reference: Reference) -> tuple[Place, ...]:
    """The first and the last of the places that a reference names."""
    return tuple(dict.fromkeys((*reference.places[:1], *reference.places[-1:])))


def wholes(reference: Reference, document: Provision) -> frozenset[str]:
    """The provisions that a reference names whole, by identity."""
    return frozenset(at(document, p.path).id for p in reference.places if isinstance(p, WholeProvision))


def followed(timeline: Timeline) -> Iterator[Followed]:
    """The references of every version that are new or may differ from those of the version before, in reading order.

    After them come the unchanged ones that name something that has been split.
    """
    return _followed(timeline, timeline.readings, 0)


def followed_last(timeline: Timeline, mentions: Mapping[str, Mentions]) -> Iterator[Followed]:
    """As `followed`, of the last version of two; only the lines are read that may refer to what differs between them.

    `mentions` are those of the articles and annexes of the first version.
    """
    before, now = states(timeline)
    among = may_lean(before.document, now.document, mentions)
    return _followed(timeline, tuple(readings((before, now), own_name(timeline.acts[0].title), among)), 1)


def _followed(timeline: Timeline, known: Sequence[Mapping[str, Reading]], since: int) -> Iterator[Followed]:
    """Those of the versions from the rank `since` on, of which `known` are the readings."""
    sources = {path: text for act in timeline.acts for path, text in act.files}
    versions = timeline.versions
    for rank, (version, found) in enumerate(zip(versions, known, strict=True)):
        if rank < since:
            continue
        earlier = came_from(rank, versions)
        last = versions[earlier] if earlier is not None else None
        told = known[earlier] if earlier is not None else {}
        gone = [reading for name, reading in told.items() if found.get(name) is not reading]
        new = [reading for name, reading in found.items() if told.get(name) is not reading]
        before = dict(_keyed(gone))
        between = tuple(_between(last, version, timeline)) if last else ()
        now = [(reference, *before.get(key, (None, None))) for key, (reference, _) in _keyed(new)]
        splits = tuple(o for o in map(timeline.operations.__getitem__, between) if isinstance(o, Split))
        if splits:
            split = frozenset().union(*(touched(o, timeline) for o in splits))
            kept = (reading for name, reading in found.items() if told.get(name) is reading)
            held = [(r, k.document) for k in kept for r in k.references if wholes(r, k.document) & split]
            now += ((_placed(r, was, version.document), r, was) for r, was in held)
        for reference, then, was in now:
            yield Followed(
                reference=reference,
                document=version.document,
                timeline=timeline,
                sources=sources,
                before=then,
                was=was,
                earlier=last.document if last else None,
                between=between,
                splits=splits,
            )


def _placed(reference: Reference, was: Provision, now: Provision) -> Reference:
    """A reference that names in `now` what it does in `was`, with the places of `now`."""

    def path(then: Path) -> Path:
        there = path_of(now, at(was, then).id)
        assert there is not None  # noqa: S101 - what the reading of a version depends on is in that version
        return there

    places = tuple(replace(place, path=path(place.path)) for place in reference.places)
    return replace(reference, path=path(reference.path), places=places)


def touched(operation: Operation, timeline: Timeline) -> frozenset[str]:
    """The provisions that an operation changes or makes, by identity."""
    return timeline.touched.get(operation.common.id, frozenset())


def _keyed(readings: Iterable[Reading]) -> Iterator[tuple[_Key, tuple[Reference, Provision]]]:
    """The references of readings by what tells each from others, with the text in which they were read."""
    seen: Counter[tuple[str, int, int, str, str]] = Counter()
    for reading in readings:
        for reference in reading.references:
            line = reference.line
            alike = (line.key or line.provision, line.row, line.column, reference.origin, reference.words)
            seen[alike] += 1
            yield (*alike, seen[alike]), (reference, reading.document)


def _between(last: Version, version: Version, timeline: Timeline) -> Iterator[str]:
    """The operations of `version` that `last` does not have."""
    events = (e for e in timeline.events if e.id in version.events and e.id not in last.events)
    return (o.common.id for e in events for o in e.operations)


def _span(reference: Reference, document: Provision, sources: Mapping[str, bytes]) -> Span | None:
    """Where the words of a reference stand in the sources."""
    provision, line = at(document, reference.path), reference.line
    block = provision.blocks[line.block] if line.block >= 0 else None
    span = (block.span if block else None) or provision.span
    if span is None or span.path not in sources:
        return span
    if isinstance(block, Table):
        row = span.line + line.row + (line.row > 0)  # the rule under the header is a line of its own
        span = Span(span.path, row, span.column, row)
    cell = line.column if line.column >= 0 else None
    return locate(
        sources[span.path].decode(), span, line_of(reference, provision), reference.start, reference.end, cell
    )
