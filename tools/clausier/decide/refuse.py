"""What makes a vote impossible to decide as it is put: absurd or missing, each told where it stands in the input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.decide.docket import Docket
from clausier.decide.motion import Motion
from clausier.decide.world import Chamber
from clausier.diagnostics import Diagnostic, codes_dec, report
from clausier.rules.desugar_votes import designating
from clausier.rules.kinds import Ballot, Composition, Proxy
from clausier.text.words import closest

_ALIKE = 0.8  # how much alike two names are of which one is a slip for the other: one letter in five


def refusals(motion: Motion, docket: Docket, rooms: tuple[Chamber, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong with the names, the presences, the proxies and the rounds of `motion`, whoever of `rooms` sits."""
    found = [*_matter(motion, docket), *_figures(motion), *_designations(motion, docket, rooms), *_names(motion, rooms)]
    if not found:
        found += _presences(motion)
        found += _chair(motion)
        found += _rounds(motion, docket)
        found += _proxies(motion, docket, rooms)
        found += _ballots(motion, rooms)
        found += _previous(motion, docket)
    return tuple(dict.fromkeys(found))


def _matter(motion: Motion, docket: Docket) -> Iterator[Diagnostic]:
    """A matter that no rule knows is one to which the general rules apply, unless it is a slip for one that they know."""
    if not motion.matter or motion.matter in docket.matters:
        return
    if near := closest(motion.matter, sorted(docket.matters), likeness=_ALIKE):
        yield report(codes_dec.MATTER_MISSPELT, motion.at("matter"), matter=motion.matter, near=near)


def _figures(motion: Motion) -> Iterator[Diagnostic]:
    for name, column in motion.data.items():
        if column.total is not None and sum(column.by.values()) > column.total:
            yield report(codes_dec.TOTAL_TOO_SMALL, motion.at("data", name, "total"), column=name)


def _designations(motion: Motion, docket: Docket, rooms: Iterable[Chamber]) -> Iterator[Diagnostic]:
    room = next(iter(rooms))
    rules = (rule.rule for rule in docket.compositions)
    known = {rule.given_as for rule in rules if isinstance(rule, Composition) and designating(rule)}
    for college, seats in motion.designated.items():
        if college not in known:
            yield report(codes_dec.UNKNOWN_COLLEGE, motion.at("designated", college), college=college)
            continue
        others = [ids for name, ids in room.colleges.items() if name != college]
        for seat in seats:
            if any(seat in ids for ids in others) or seats.count(seat) > 1:
                yield report(codes_dec.MEMBER_DESIGNATED, motion.at("designated", college, seat), seat=seat)


def _names(motion: Motion, rooms: tuple[Chamber, ...]) -> Iterator[Diagnostic]:
    """Names that are no seat, or one under some readings only."""
    everywhere = frozenset.intersection(*(room.names for room in rooms))
    anywhere = frozenset.union(*(room.names for room in rooms))
    seats = ", ".join(sorted(everywhere))
    for name, path in _named(motion):
        if name not in anywhere:
            yield report(codes_dec.UNKNOWN_SEAT, motion.at(*path), seat=name, seats=seats)
        elif name not in everywhere:
            yield report(codes_dec.SEAT_IN_DOUBT, motion.at(*path), seat=name)


def _named(motion: Motion) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for key, names in (("present", motion.present), ("recused", motion.recused)):
        yield from ((name, (key, name)) for name in names)
    yield from _of_proxies(motion.proxies.items(), ("proxies",))
    if motion.chair:
        yield motion.chair, ("chair",)
    if motion.previous:
        yield from ((name, ("previous", "present", name)) for name in motion.previous.present)
    for n, turn in enumerate(motion.rounds):
        here: tuple[str | int, ...] = _round(motion, n)
        yield from ((name, (*here, "arrived", name)) for name in turn.arrived)
        yield from ((name, (*here, "left", name)) for name in turn.left)
        yield from ((name, (*here, "ballots", name)) for name in turn.ballots)
        yield from _of_proxies((turn.proxies or {}).items(), (*here, "proxies"))


def _of_proxies(
    proxies: Iterable[tuple[str, str]], path: tuple[str | int, ...]
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for giver, holder in proxies:
        yield giver, (*path, giver)
        yield holder, (*path, giver)


def _round(motion: Motion, n: int) -> tuple[str | int, ...]:
    """Where the input has the round `n`; a vote of one round has its ballots at the top."""
    single = motion.at("ballots") != motion.at()
    return () if single else ("rounds", n)


def _presences(motion: Motion) -> Iterator[Diagnostic]:
    for key, names in (("present", motion.present), ("recused", motion.recused)):
        for name in names:
            if names.count(name) > 1:
                yield report(codes_dec.NAMED_TWICE, motion.at(key), seat=name)
    here = set(motion.present)
    for n, turn in enumerate(motion.rounds):
        path = _round(motion, n)
        for name in turn.arrived:
            if name in here:
                yield report(codes_dec.ALREADY_THERE, motion.at(*path, "arrived", name), seat=name)
            here.add(name)
        for name in turn.left:
            if name not in here:
                yield report(codes_dec.NOT_THERE, motion.at(*path, "left", name), seat=name)
            here.discard(name)


def _chair(motion: Motion) -> Iterator[Diagnostic]:
    """Who presides is there, in a round at least: another takes the chair of one who leaves."""
    if motion.chair and all(motion.chair not in present for present, _ in motion.sittings()):
        yield report(codes_dec.CHAIR_ABSENT, motion.at("chair"), seat=motion.chair)


def _rounds(motion: Motion, docket: Docket) -> Iterator[Diagnostic]:
    allowed = max((r.rule.rounds for r in docket.slot("ballot") if isinstance(r.rule, Ballot)), default=1)
    if len(motion.rounds) > allowed:
        place = motion.at("rounds", allowed)
        yield report(codes_dec.TOO_MANY_ROUNDS, place, given=len(motion.rounds), allowed=allowed)


def _proxies(motion: Motion, docket: Docket, rooms: tuple[Chamber, ...]) -> Iterator[Diagnostic]:
    rules = docket.slot("proxy")
    proxy = rules[0].rule if len(rules) == 1 and isinstance(rules[0].rule, Proxy) else None
    for n, (present, proxies) in enumerate(motion.sittings()):
        stated = motion.rounds[n].proxies is not None
        path = (*_round(motion, n), "proxies") if stated else ("proxies",)
        if proxies and proxy is not None and not proxy.allowed:
            yield report(codes_dec.PROXY_FORBIDDEN, motion.at(*path))
            continue
        holders = list(proxies.values())
        for giver, holder in proxies.items():
            place = motion.at(*path, giver)
            if holder in proxies or holder == giver:
                yield report(codes_dec.PROXY_CHAIN, place, giver=giver, holder=holder)
            elif holder not in present:
                yield report(codes_dec.PROXY_TO_ABSENT, place, giver=giver, holder=holder)
            if giver in present:
                yield report(codes_dec.PROXY_OF_PRESENT, place, giver=giver)
            if holder in motion.recused:
                yield report(codes_dec.RECUSED_VOTES, place, seat=holder)
            if any(holder in room.attending for room in rooms):
                yield report(codes_dec.CANNOT_VOTE, place, seat=holder)
            held = holders.count(holder)
            if proxy is not None and proxy.limit is not None and held > proxy.limit:
                yield report(codes_dec.PROXY_OVER_LIMIT, place, holder=holder, held=held, limit=proxy.limit)


def _ballots(motion: Motion, rooms: tuple[Chamber, ...]) -> Iterator[Diagnostic]:
    for n, (present, proxies) in enumerate(motion.sittings()):
        for name in motion.rounds[n].ballots:
            place = motion.at(*_round(motion, n), "ballots", name)
            if name not in present and name not in proxies:
                yield report(codes_dec.ABSENT_VOTES, place, seat=name)
            elif name in motion.recused:
                yield report(codes_dec.RECUSED_VOTES, place, seat=name)
            elif any(name in room.attending for room in rooms):
                yield report(codes_dec.CANNOT_VOTE, place, seat=name)


def _previous(motion: Motion, docket: Docket) -> Iterator[Diagnostic]:
    if motion.previous is None:
        return
    if not docket.slot("quorum-again"):
        yield report(codes_dec.NOT_CALLED_AGAIN, motion.at("previous"))
    elif motion.day is not None and motion.previous.day >= motion.day:
        yield report(codes_dec.NOT_EARLIER, motion.at("previous", "date"))
