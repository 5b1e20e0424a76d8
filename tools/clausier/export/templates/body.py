"""What a template about a meeting is given: the body, the meeting, who sits and what each weighs, what the text says of both."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from clausier import FORMAT
from clausier.compile import Compiled
from clausier.consolidate import Membership, Timeline, Version
from clausier.decide.assume import ManyReadingsError, each_reading
from clausier.decide.docket import Docket, docket
from clausier.decide.motion import Motion
from clausier.decide.seats import Known, open_seats, seated
from clausier.decide.world import Chamber, chamber
from clausier.emit.answer_words import figure
from clausier.emit.called import days
from clausier.emit.dates import in_words
from clausier.emit.site.atlas import Atlas, atlas
from clausier.emit.site.bodies import ABOUT, title
from clausier.emit.site.names import body_name, named
from clausier.export.templates.act import convention_data
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Facts, MissingFactError
from clausier.rules.exact import decimal
from clausier.schemas import Object

DESIGNATED = "designated/"
Case = tuple[Version, tuple[str, ...]]
"""A version that may be in force on the day, with who may then be the members."""


def body_data(compiled: Compiled, version: Version, lists: Iterable[tuple[str, ...]], motion: Motion) -> Object | None:
    """The data, as `schema/document.schema.json` has it; None where no rule of the version says who sits in that body.

    `lists` are those of the members that are possible. Of the motion, the body is needed, and what else is known of the
    meeting.
    """
    names = atlas(compiled)
    seats, colleges = body_seats(compiled, [(version, members) for members in lists], motion, names)
    if not seats and not colleges:
        return None
    return {
        "format": FORMAT,
        "convention": convention_data(compiled.timeline, until(compiled.timeline, motion.day)),
        **meeting_data(motion, names),
        "version": {"id": version.id, "duree": days(compiled.timeline, version)},
        "sieges": seats,
        "a_designer": colleges,
        "regles": list(_rules(compiled, version, motion.body)),
    }


def until(timeline: Timeline, day: datetime.date | None) -> tuple[Membership, ...]:
    """The members over time, until those of that day; without one, all."""
    return tuple(m for m in timeline.members if day is None or m.first <= day)


def meeting_data(motion: Motion, names: Atlas) -> Object:
    """The body, and what is known of its meeting."""
    chair = named(motion.chair, names) if motion.chair else ""
    matter = named(motion.matter, names) if motion.matter else ""
    return {
        "instance": {"id": motion.body, "nom": title(motion.body, names), "sigle": body_name(motion.body)},
        "seance": {
            "date": with_weekday(motion.day),
            "objet": motion.title or matter,
            "sujet": matter,
            "preside_par": chair,
            "ordre_du_jour": [named(item, names) for item in motion.agenda],
        },
    }


def with_weekday(day: datetime.date | None) -> str:
    """A day with that of the week, « lundi 3 mars 2025 »; "" where it is not known."""
    week = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
    return f"{week[day.weekday()]} {in_words(day)}" if day else ""


def body_seats(
    compiled: Compiled, cases: Iterable[Case], motion: Motion, names: Atlas
) -> tuple[list[Object], list[str]]:
    """Every seat of the body that some reading of the text has in some case, and the colleges of which others say who sits in them.

    None of either where no rule says who sits there.
    """
    designated = {college: frozenset(seats) for college, seats in motion.designated.items()}
    each: list[Rooms] = []
    order: dict[str, int] = {}
    colleges: dict[str, None] = {}
    for version, members in cases:
        found = docket(compiled.rules.of(version.id), motion.body, motion.matter)
        for name in members:
            order.setdefault(name, len(order))
        try:
            rooms, unnamed = _designating(found, members, designated) if found else ([], ())
        except (MissingFactError, ManyReadingsError):
            return [], []
        each.append(rooms)
        colleges.update(dict.fromkeys(unnamed))
    sitting = [{seat for room, _ in rooms for seat in room.voting | room.attending} for rooms in each]
    listed = sorted(set().union(*sitting), key=lambda seat: (order.get(seat, len(order)), seat))
    seats: list[Object] = []
    for seat in listed:
        rooms = [one for rooms, here in zip(each, sitting, strict=True) if seat in here for one in rooms]
        seats.append({**_seat(seat, rooms, names), "incertain": not all(seat in here for here in sitting)})
    return seats, [named(college, names) for college in colleges]


Rooms = list[tuple[Chamber, Mapping[str, str]]]


def _designating(
    found: Docket, members: tuple[str, ...], designated: Mapping[str, frozenset[str]]
) -> tuple[Rooms, tuple[str, ...]]:
    """Who sits under each reading, the colleges of which nobody says who is designated left empty, and which those are.

    Raises MissingFactError where something else is not known, and ManyReadingsError.
    """
    try:
        return list(_rooms(found, members, designated)), ()
    except MissingFactError as missing:
        if not missing.need.name.startswith(DESIGNATED):
            raise
        college = missing.need.name.removeprefix(DESIGNATED)
    rooms, others = _designating(found, members, {**designated, college: frozenset()})
    return rooms, (college, *others)


def _rooms(
    found: Docket, members: tuple[str, ...], designated: Mapping[str, frozenset[str]]
) -> Iterator[tuple[Chamber, Mapping[str, str]]]:
    """Who sits under each reading, and the votes of each seat as far as the text says them."""
    known = Known(members=members, named=designated, data=Facts())
    for assumes in each_reading(tuple(open_seats(found)), {}):
        room = chamber(found, frozenset(members), designated, assumes)
        try:
            columns = seated(found, known, assumes)[1].columns
        except MissingFactError:
            columns = {}
        yield room, {seat: figure(decimal(n), "fr") for seat, n in columns.get("votes", {}).items()}


def _seat(seat: str, rooms: Rooms, names: Atlas) -> Object:
    votes = dict.fromkeys(own[seat] for room, own in rooms if seat in own and seat in room.voting)
    holders = dict.fromkeys(who for room, _ in rooms for who in room.held_by.get(seat, ()))
    return {
        "nom": named(seat, names),
        "voix": " ou ".join(votes),
        "delibere": any(seat in room.voting for room, _ in rooms),
        "selon_lecture": not all(seat in room.voting for room, _ in rooms)
        and not all(seat in room.attending for room, _ in rooms),
        "titulaires": [named(who, names) for who in holders],
    }


def _rules(compiled: Compiled, version: Version, body: str) -> Iterator[Object]:
    """The sentences of the text about the body, under what each is about; each sentence once under one heading."""
    own = [r for r in compiled.rules.applicable(version.id) if r.source.body == body]
    for about, kinds in ABOUT:
        told: dict[tuple[str, str], BoundRule] = {}
        for rule in (r for r in own if r.source.kind in kinds):
            told.setdefault((rule.place.article, compiled.rules.sentence_of(rule, version.id)), rule)
        for (place, words), rule in told.items():
            yield {"rubrique": about, "article": place, "phrase": words, "tableau": bool(rule.place.table)}
