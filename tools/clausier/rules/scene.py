"""The timeline as rules see it: in which versions an act's rules may hold, which article they name there, who is a member."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec import Struct, field

from clausier.consolidate.timeline import Timeline, Version
from clausier.diagnostics import Diagnostic, Filled, Message, report
from clausier.diagnostics import codes_rul as codes
from clausier.model.act import Act, Party
from clausier.model.dates import When
from clausier.model.provision import Provision, Status
from clausier.model.target import Target
from clausier.refs import Ambiguous, Failure, Missing, Unknown, WholeProvision, at, find, full_names
from clausier.rules.bound import Validity
from clausier.rules.find import Unit, by_identity, units
from clausier.rules.table import Members
from clausier.rules.written import Where

_NEAREST = Message(fr="le plus proche\u00a0: {nearest}", en="the nearest: {nearest}")
_LACUNA = Message(
    fr="le texte de {number} n’est pas disponible\u00a0: on ne sait pas si cet article existe",
    en="the words of {number} are not available: nobody knows whether this article exists",
)
_CANDIDATES = Message(fr="peut désigner\u00a0: {candidates}", en="may name: {candidates}")


class Scene(Struct):
    """What rules look up in a timeline, worked out once for all of them. `known` are the ids of all acts, drafts included."""

    timeline: Timeline
    known: frozenset[str]
    _indexes: dict[str, dict[str, tuple[Provision, Status]]] = field(default_factory=dict)
    _names: dict[str, dict[str, str]] = field(default_factory=dict)
    _bound: dict[tuple[Target, str], str] = field(default_factory=dict)
    _units: dict[int, tuple[Provision, tuple[Unit, ...]]] = field(default_factory=dict)

    def act(self, id_: str) -> Act | None:
        """The act of that id, None where it is no part of the timeline (a draft)."""
        return next((act for act in self.timeline.acts if act.id == id_), None)

    def begun(self, act: str) -> tuple[Version, ...]:
        """The versions in which `act` is in force, in order. For an act that changes no word: the versions after its date."""
        named = tuple(v for v in self.timeline.versions if act in v.acts)
        since = self.since(act)
        if named or since is None:
            return named
        return tuple(v for v in self.timeline.versions if (last := self.last(v)) is None or last >= since)

    def since(self, act: str) -> datetime.date | None:
        """The day from which an act that begins no version is certainly in force; None for other acts."""
        found = self.act(act)
        if found is None or any(act in v.acts for v in self.timeline.versions):
            return None
        return found.in_force.last if isinstance(found.in_force, When) else None

    def last(self, version: Version) -> datetime.date | None:
        """The last day on which `version` may be the answer, None while it is."""
        days = [p.last for p in self.timeline.periods if version.id in p.candidates] or [version.last]
        return None if None in days else max(day for day in days if day)

    def first(self, version: Version) -> datetime.date | None:
        """The first day on which `version` may be the answer."""
        return min((p.first for p in self.timeline.periods if version.id in p.candidates), default=version.first)

    def valid(self, versions: tuple[Version, ...], act: str) -> Validity | None:
        """The days on which something that stands in `versions`, and comes from `act`, certainly holds."""
        since = self.since(act)
        certain = [v for v in versions if v.first is not None]
        if not certain:
            return None
        first = min(v.first for v in certain if v.first is not None)
        last = None if any(v.last is None for v in certain) else max(v.last for v in certain if v.last is not None)
        return Validity(max(first, since) if since else first, last)

    def provisions(self, version: Version) -> dict[str, tuple[Provision, Status]]:
        """The provisions of `version` by identity."""
        if version.id not in self._indexes:
            self._indexes[version.id] = by_identity(version.document)
        return self._indexes[version.id]

    def names(self, version: Version) -> dict[str, str]:
        """What a target calls the provisions of `version`, by identity; "" the document."""
        if version.id not in self._names:
            self._names[version.id] = {provision.id: name for provision, name in full_names(version.document)}
        return self._names[version.id]

    def units(self, provision: Provision) -> tuple[Unit, ...]:
        """The units of a provision of the timeline, told once: many rules are about one article."""
        if id(provision) not in self._units:
            self._units[id(provision)] = (
                provision,
                tuple(units(provision)),
            )  # itself too, so that no other comes by its id
        return self._units[id(provision)][1]

    def own(self, target: Target) -> Act | None:
        """The act whose own words `target` names; None where it names the convention as consolidated."""
        act = self.act(target.act) if target.act else None
        return act if act is not None and act.kind != "convention" else None

    def bound(self, where: Where, act: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """The identity of the article that `where` names, written beside `act`, and why there is none.

        Read in the first version of that act that has the article (an operation of it may begin later than the others).
        """
        if (where.target, act) in self._bound:
            return self._bound[where.target, act], ()
        own = self.own(where.target)
        if where.target.act and own is None and where.target.act not in self.known:
            return None, (report(codes.UNKNOWN_ACT, where.span, act=where.target.act),)
        documents = (own.document,) if own else tuple(v.document for v in self.begun(act))
        failure: Failure | None = None
        for document in documents:
            found = find(where.target, document)
            if isinstance(found, tuple):
                (place,) = found
                if isinstance(place, WholeProvision):
                    identity = at(document, place.path).id
                    self._bound[where.target, act] = identity
                    return identity, ()
            elif failure is None:
                failure = found
        return None, (report(codes.UNKNOWN_ARTICLE, where.span, help=_help(failure), words=where.target.words),)

    def members(self, version: Version) -> Members:
        """Who is a member in `version`: now, during it, and ever."""
        first, last = self.first(version), self.last(version)
        during = [
            m
            for m in self.timeline.members
            if (last is None or m.first <= last) and (first is None or m.last is None or m.last >= first)
        ]
        ever = tuple(dict.fromkeys(p for m in self.timeline.members for p in m.parties))
        return Members(
            now=during[-1].parties if during else (),
            during=_once(p for m in during for p in m.parties),
            ever=ever,
        )


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.id: party for party in parties}.values())


def _help(failure: Failure | None) -> Filled | None:
    match failure:
        case Missing(nearest=nearest) if nearest:
            return _NEAREST.fill(nearest=nearest)
        case Unknown(number=number) if number:
            return _LACUNA.fill(number=number)
        case Ambiguous(candidates=candidates):
            return _CANDIDATES.fill(candidates=" · ".join(candidates))
        case _:
            return None
