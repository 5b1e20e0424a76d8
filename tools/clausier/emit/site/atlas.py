"""Where everything stands on the site, and who wrote what: the one thing that every page looks up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count

from msgspec import Struct, field

from clausier.compile import Compiled
from clausier.consolidate import AFTER_ALL, EVE, Timeline, Version
from clausier.consolidate.ends import ends_all
from clausier.diagnostics import Diagnostic
from clausier.emit.anchors import slug, units
from clausier.emit.blocks import Source
from clausier.emit.called import called, days
from clausier.emit.dates import from_day, in_words
from clausier.emit.operations import article_of
from clausier.emit.site.edition import Edition, shown, upon_acts
from clausier.emit.site.page import Page, relative
from clausier.emit.to_come import to_come
from clausier.model.act import Act, Corpus
from clausier.model.dates import Date, When
from clausier.model.operation import Operation
from clausier.model.provision import Provision, Status
from clausier.refs import full_names, unit_name
from clausier.rules.bound import BoundRemark, BoundRule, Rules
from clausier.source.folders import CONVENTION
from clausier.text.regex import regex
from clausier.text.spelling import Spelling, spelling
from clausier.text.typography import unbroken

_STATUS: dict[Status, str] = {
    "in-force": "",
    "repealed": " (abrogé)",
    "suspended": " (suspendu)",
    "expired": " (a pris fin)",
}
_NUMBERED = regex(r"(?i)avenant\s+n°\s*(\d+)\b")
COLOURS = 6  # acts beyond take them again from the second on; the mark, which tells them apart, is theirs alone


class ActEntry(Struct, frozen=True, kw_only=True):
    """An act on the site: its mark (`C`, `A1`) and rank, its name in a sentence, and its page (the convention has none).

    `act` is as signed; `in_force` is its day as later acts have left it, None where they have annulled it, or where it is a
    draft of which nothing says when.
    """

    act: Act
    in_force: Date | None
    mark: str
    rank: int
    name: str
    path: str


class Unit(Struct, frozen=True, kw_only=True):
    """What has a page of its own: an article (with its sub-articles), an annex, a preamble. `under` are its divisions."""

    provision: Provision
    path: str
    under: tuple[Provision, ...]


class Term(Struct, frozen=True, kw_only=True):
    """A term of the glossary: the words that explain it ("" where none do), the provision where they stand, those where the term is used.

    `summed_up`: the rule whose own words these are, where they are none of the text's.
    """

    term: str
    words: str
    place: str
    used: tuple[str, ...] = ()
    summed_up: BoundRule | None = None


class Atlas(Struct, frozen=True, kw_only=True, dict=True):
    """The compiled project, and what its pages look up: addresses, names, and who wrote what.

    Provisions, acts, operations and versions are found by their identity. What is worked out as pages ask is kept here.
    """

    corpus: Corpus
    timeline: Timeline
    rules: Rules
    diagnostics: tuple[Diagnostic, ...]
    acts: Mapping[str, ActEntry]
    act_names: Mapping[str, str]
    changed_acts: Mapping[str, tuple[Operation, ...]] = field(default_factory=dict)  # see `upon_acts`
    to_come: Mapping[str, tuple[tuple[Operation, Date | None], ...]] = field(default_factory=dict)  # see `to_come`
    ends: Mapping[str, When] = field(default_factory=dict)  # of operations that have a last day, as later acts left it
    parties: Mapping[str, str]  # the names of members, former ones included

    # Of the provisions of the text in force:
    units: tuple[Unit, ...]
    places: Mapping[str, str]  # their addresses
    numbers: Mapping[str, str]  # what a drafter calls them
    touching: Mapping[str, tuple[str, ...]]  # the operations that have changed them, in order
    remarks: Mapping[str, tuple[BoundRemark, ...]]
    rules_of: Mapping[str, tuple[BoundRule, ...]]

    own_remarks: Mapping[tuple[str, str], tuple[BoundRemark, ...]]  # on the words of acts, by act and provision
    documents: Mapping[str, int] = field(default_factory=dict)  # the size of each that can be downloaded, by path
    shown: frozenset[str] = frozenset()  # the versions whose text has a page (see `shown`)

    # What has been worked out:
    editions: dict[str, Edition] = field(default_factory=dict)  # by `edition`
    versions: dict[str, str] = field(default_factory=dict)  # by `called`
    names: dict[str, str] = field(default_factory=dict)  # by `named`
    words: dict[str, str] = field(default_factory=dict)  # by `worded`
    terms: list[tuple[Term, ...]] = field(default_factory=list)  # by the glossary

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The bodies that rules of the text in force speak of, by their ids; "" where a rule speaks of none."""
        return frozenset(rule.source.body for rule in self.rules.of(self.latest.id))

    @cached_property
    def spelling(self) -> Spelling:
        """How the text in force spells its words."""
        return spelling(self.latest.document.prose)

    def edition(self, version: Version) -> Edition:
        """What pages look up in a version; made once."""
        if version.id not in self.editions:
            self.editions[version.id] = _edition(self.timeline, version)
        return self.editions[version.id]

    def changed(self, operation: str) -> list[str]:
        """The provisions of the text in force that an operation changed, in reading order, by identity."""
        touched = self.timeline.touched.get(operation, frozenset())
        return [identity for identity in self.numbers if identity in touched]

    @property
    def latest(self) -> Version:
        """The version that the site shows as the text in force."""
        return self.timeline.latest

    def source(self, page: Page) -> Callable[[str], Source]:
        """What finds, for `page`, who an origin is."""
        known: dict[str, Source] = {}

        def find(origin: str) -> Source:
            if origin not in known:
                known[origin] = self._source(origin, page.path)
            return known[origin]

        return find

    def _source(self, origin: str, here: str) -> Source:
        operation = self.timeline.operations.get(origin)
        entry = self.acts[operation.common.act if operation else origin]
        name = f"{entry.name}, {article_of(operation.common)}" if operation else entry.name
        date = (operation.common.in_force if operation else None) or entry.in_force
        there = sentence(origin) if operation else entry.path
        told = since(date, self.ends.get(origin)) if date else ""
        return Source(mark=entry.mark, rank=entry.rank, name=name, since=told, href=relative(here, there))

    def version_path(self, version: Version) -> str:
        """The page that holds the whole text of a version."""
        return f"versions/{slug(version.id)}.html"

    def place_in(self, version: Version, anchor: str) -> str:
        """The address of a place of a version; of all that the site has of it where its text has no page."""
        path = self.version_path(version)
        return f"{path}#{anchor}" if version.id in self.shown else path

    def called(self, version: Version) -> str:
        """What readers call a version, in a sentence and without article; worked out once."""
        if version.id not in self.versions:
            self.versions[version.id] = unbroken(called(self.timeline, version))
        return self.versions[version.id]

    def days(self, version: Version) -> str:
        """On which days the version is in force, in words: those that are certain, those that are possible."""
        return days(self.timeline, version)


def _edition(timeline: Timeline, version: Version) -> Edition:
    rank = timeline.versions.index(version)
    return Edition(version.document, lambda: timeline.readings[rank])


def atlas(compiled: Compiled, documents: Mapping[str, int] | None = None, whole: int | None = None) -> Atlas:
    """The atlas of a project whose text has begun: there is a latest version. `documents`: see `Atlas`; `whole`: see `shown`."""
    timeline = compiled.timeline
    latest = timeline.latest
    editions = {latest.id: _edition(timeline, latest)}
    units, places = located(editions[latest.id])
    remarks: dict[str, list[BoundRemark]] = {}
    own: dict[tuple[str, str], list[BoundRemark]] = {}
    for remark in compiled.rules.remarks_of(latest.id):
        for where, identity in zip(remark.source.where, remark.provisions, strict=True):
            if where.target.act:
                own.setdefault((where.target.act, identity), []).append(remark)
            else:
                remarks.setdefault(identity, []).append(remark)
    stated: dict[str, list[BoundRule]] = {}
    for rule in compiled.rules.of(latest.id):
        if not rule.place.act:
            stated.setdefault(rule.place.provision, []).append(rule)
    entries = dict(_entries(compiled.corpus, timeline))
    return Atlas(
        corpus=compiled.corpus,
        timeline=timeline,
        rules=compiled.rules,
        diagnostics=compiled.diagnostics,
        acts=entries,
        editions=editions,
        units=units,
        places=places,
        numbers={p.id: name for p, name in full_names(latest.document)},
        touching=_touching(timeline),
        remarks={k: tuple(v) for k, v in remarks.items()},
        own_remarks={k: tuple(v) for k, v in own.items()},
        rules_of={k: tuple(v) for k, v in stated.items()},
        parties=timeline.party_names,
        act_names={identity: entry.name for identity, entry in entries.items()},
        documents=documents or {},
        shown=frozenset(version.id for version in shown(timeline, whole)),
        changed_acts=upon_acts(timeline),
        to_come=to_come(compiled.corpus, timeline),
        ends={
            o.common.id: event.until
            for event in timeline.events
            if event.until and event.until.last < EVE
            for o in event.operations
        },
    )


def _entries(corpus: Corpus, timeline: Timeline) -> Iterator[tuple[str, ActEntry]]:
    left = {act.id: act.in_force for act in timeline.acts}
    convention = corpus.convention
    yield (
        convention.id,
        ActEntry(
            act=convention,
            in_force=convention.in_force,
            mark="C",
            rank=0,
            name="Convention",
            path="articles/index.html",
        ),
    )
    numbers = _numbers(corpus.amendments)
    for place, (number, act) in enumerate(zip(numbers, corpus.amendments, strict=True)):
        rank = place % (COLOURS - 1) + 1
        path = f"avenants/{slug(act.id)}.html"
        drafted = act.in_force if act.draft and act.in_force != AFTER_ALL else None
        day = left.get(act.id, drafted)
        name = act.title or act.id
        yield act.id, ActEntry(act=act, in_force=day, mark=f"A{number}", rank=rank, name=name, path=path)


def _numbers(amendments: Sequence[Act]) -> list[int]:
    """For the mark of each act, the number that its title bears (« Avenant n° 4 »); of the others, numbers that none bears."""
    borne = [_NUMBERED.match(act.title) for act in amendments]
    own = [int(found[1]) if found else None for found in borne]
    free = (number for number in count(1) if number not in own)
    return [
        number if number is not None and number not in own[:place] else next(free) for place, number in enumerate(own)
    ]


def sentence(operation: str) -> str:
    """The address of the sentence that orders an operation, by the operation's id (`avenant-1/5 (2)#1`)."""
    act, _, rest = operation.partition("/")
    if act == CONVENTION:
        return "articles/index.html"  # its last day is in no sentence that has a place
    return f"avenants/{slug(act)}.html#op-{slug(rest)}"


def since(date: Date, until: When | None = None) -> str:
    """Since when something is in force, and until when where it has an end, as briefly as is true."""
    if not isinstance(date, When):
        return "en attente"
    if until and until.exact and date.exact:
        return f"du {in_words(date.first)} au {in_words(until.first)}{' (date présumée)' if date.presumed else ''}"
    if date.exact:
        return f"{from_day(date.first)}{' (date présumée)' if date.presumed else ''}"
    return f"en vigueur au plus tard le {in_words(date.last)}"


def title(provision: Provision) -> str:
    """The heading of a provision as a reader wants it, where it has none too."""
    words = provision.title() or unit_name(provision).capitalize()
    return unbroken(words) + _STATUS[provision.status]


def located(edition: Edition) -> tuple[tuple[Unit, ...], dict[str, str]]:
    """The units of a version, each with its page, and the address of every provision by identity: `articles/8.html#8.3`."""
    document, names = edition.document, edition.anchors
    found: list[Unit] = []
    places: dict[str, str] = {document.id: "articles/index.html"}
    for provision, under in units(document):
        path = f"articles/{names[provision.id]}.html"
        found.append(Unit(provision=provision, path=path, under=under))
        for part in provision.walk():
            places[part.id] = path if part is provision else f"{path}#{names[part.id]}"
    for division in (child for child in document.walk() if child.kind == "division"):
        places[division.id] = f"articles/index.html#{names[division.id]}"
    return tuple(found), places


def _touching(timeline: Timeline) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for operation, what in timeline.operations.items():
        if ends_all(what):
            continue  # it is told of the convention, not of each of its articles
        for identity in timeline.touched.get(operation, ()):
            found.setdefault(identity, []).append(operation)
    return {identity: tuple(operations) for identity, operations in found.items()}
