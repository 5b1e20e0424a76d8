"""Whom a text calls how: its members by the names that it gives them, and its bodies as the rules at hand call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from clausier.author.suggest.spoken import headed_by
from clausier.compile import Compiled
from clausier.consolidate import Version
from clausier.model.provision import Provision
from clausier.rules.bound import BoundRule
from clausier.rules.kinds import Composition
from clausier.rules.settled import Settled
from clausier.text.accents import as_id

_OF_BODIES = frozenset({"instance", "avant", "après", "par", "débiteur"})
_SMALL = frozenset("le la les l de du des d un une".split())
_OF_PEOPLE = frozenset({"par", "débiteur"})


class Known(Struct, frozen=True):
    """Members, by what the text calls them, as an id (« commune-de-x », and « region » where one alone is a region); bodies likewise.

    `matters` are those that rules have named so far, by what tells them apart: another rule on one of them bears the same id, or
    a vote on it would find one rule and not the other. `colleges` are those of each body of which every college has one seat;
    `headed` gives the body that the heading of each provision names, or else one above it.
    """

    people: Mapping[str, str]
    bodies: Mapping[str, str]
    matters: dict[str, str]
    colleges: Mapping[str, tuple[str, ...]]
    headed: Mapping[str, str]

    def colleges_of(self, body: str) -> tuple[str, tuple[str, ...]]:
        """The body, with its colleges; where none is named, the only one that has some."""
        if not body and len(self.colleges) == 1:
            body = next(iter(self.colleges))
        body = self.bodies.get(body, body)
        return body, self.colleges.get(body, ())

    def named(self, keys: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """The keys of a rule, with the ids that members, bodies and matters already have."""
        return tuple((key, self._named(key, value)) for key, value in keys)

    def _named(self, key: str, value: str) -> str:
        if key in _OF_BODIES and value in self.bodies:
            return self.bodies[value]
        if key == "objet":
            return self.matters.setdefault(_told_apart(value), value)
        return self.people.get(value, value) if key in _OF_PEOPLE else value


def known(compiled: Compiled, version: Version) -> Known:
    """What the project calls its members and its bodies: these, by the rules of the articles that their headings name."""
    people: dict[str, str] = {}
    firsts: defaultdict[str, list[str]] = defaultdict(list)
    for id_, name in compiled.timeline.party_names.items():
        called = as_id(name)
        people[called] = id_
        firsts[called.partition("-")[0]].append(id_)
    people |= {first: ids[0] for first, ids in firsts.items() if len(ids) == 1}
    headings = dict(_headed(version.document, ""))
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for rule in compiled.rules.of(version.id):
        if rule.source.body and (headed := headings.get(rule.place.provision, "")):
            bodies[headed].add(rule.source.body)
    matters = {_told_apart(rule.source.matter): rule.source.matter for rule in compiled.rules.of(version.id)}
    called_so = {named: ids.pop() for named, ids in bodies.items() if len(ids) == 1}
    return Known(people, called_so, matters, dict(_colleges(compiled.rules.of(version.id))), headings)


def _colleges(rules: Iterable[BoundRule]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The colleges of each body, where each of them is one seat: how several would share what their college has, its words must say."""
    seats: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for rule in rules:
        match rule.rule:
            case Composition(college=college, seats=Settled(value=(seat,))) if college:
                seats[rule.source.body][college] = (
                    seat not in {"members", "designated"} and college not in seats[rule.source.body]
                )
            case Composition(college=college) if college:
                seats[rule.source.body][college] = False
            case _:
                pass
    yield from ((body, tuple(found)) for body, found in seats.items() if all(found.values()))


def _told_apart(matter: str) -> str:
    """« modifications-de-la-convention » and « modification-de-convention » are one: no articles, no plurals."""
    return "-".join(word.rstrip("sx") for word in matter.split("-") if word not in _SMALL)


def _headed(provision: Provision, above: str) -> Iterator[tuple[str, str]]:
    """Each provision, with the body that its heading names, or else one above."""
    here = (headed_by(provision.heading.chars) if provision.heading else "") or above
    yield provision.id, here
    for child in provision.children:
        yield from _headed(child, here)
