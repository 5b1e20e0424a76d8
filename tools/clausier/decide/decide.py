"""`clausier decide`: a vote, and the rules of a version → what comes out, under each reading and over all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.assume import ASSUME, ManyReadingsError, assumed, each_reading, questions, silences
from clausier.decide.competence import Competent, competent
from clausier.decide.docket import Docket, Question, Silence
from clausier.decide.motion import Motion
from clausier.decide.outcome import MOST, Court, Outcome, Reading
from clausier.decide.refuse import refusals
from clausier.decide.world import Chamber, Sitting
from clausier.diagnostics import Diagnostic, codes_dec, report
from clausier.diagnostics.diagnostic import Message
from clausier.rules.desugar_votes import designated
from clausier.rules.evaluation import MissingFactError, Need, NoSuchDayError
from clausier.rules.kinds import Composition


class Decision(Struct, frozen=True, kw_only=True):
    """What comes out of a vote: the outcome over all readings, and each of them.

    `assumed` is what was settled by assumption; `open` the questions on which a reading depends; `silences` what the text
    does not state. `competent`: whether this body is the one to decide, where rules say who is.
    """

    docket: Docket
    motion: Motion
    outcome: Outcome
    readings: tuple[Reading, ...]
    open: tuple[Question, ...]
    assumed: Mapping[str, str]
    silences: tuple[Silence, ...]
    competent: tuple[Competent, ...]


def decide(
    motion: Motion, docket: Docket, members: frozenset[str], wanted: Iterable[str] = ()
) -> tuple[Decision | None, tuple[Diagnostic, ...]]:
    """What comes out of the vote on `motion`, with these rules and these members of the group.

    `wanted` are assumptions (`assiette=ensemble`). None where the vote is absurd or lacks what every reading needs: told.
    """
    asked = questions(docket, motion)
    assumes, problems = assumed(wanted, asked)
    if problems:
        return None, problems
    court = Court(
        docket=docket,
        motion=motion,
        members=members,
        sittings=_sittings(motion),
        cases={question.key: tuple(case for case, _ in question.cases) for question in asked},
        seat_keys=tuple(q.key for q in docket.left_open_by(docket.compositions)),
        world_keys=_world_keys(asked, docket),
    )
    try:
        rooms, problems = _rooms(court, asked, assumes)
        problems = problems or refusals(motion, docket, rooms)
        if problems:
            return None, problems
        readings = tuple(court.readings(assumes))
        first = _first_meeting(court, assumes)
    except ManyReadingsError:
        keys = ", ".join(q.key for q in asked if q.key not in assumes)
        return None, (report(codes_dec.TOO_MANY_READINGS, ASSUME, count=f"> {MOST}", most=MOST, open=keys),)
    except NoSuchDayError:
        return None, (report(codes_dec.NO_SUCH_DATE, motion.at("date"), words=str(motion.day)),)
    problems = (*_contradictions(motion, readings), *_missing(motion, readings), *first)
    if problems:
        return None, tuple(dict.fromkeys(problems))
    used = {key for reading in readings for key in reading.assumes}
    return Decision(
        docket=docket,
        motion=motion,
        outcome=_over_all(readings),
        readings=readings,
        open=tuple(q for q in asked if q.key in used and q.key not in assumes),
        assumed=assumes,
        silences=silences(docket, motion),
        competent=tuple(competent(docket.competences, motion.body, assumes)),
    ), ()


def _over_all(readings: tuple[Reading, ...]) -> Outcome:
    outcomes = {reading.outcome for reading in readings}
    return outcomes.pop() if len(outcomes) == 1 else "undetermined"


def _sittings(motion: Motion) -> tuple[Sitting, ...]:
    return tuple(
        Sitting(present=present, proxies=proxies, ballots=turn.ballots)
        for (present, proxies), turn in zip(motion.sittings(), motion.rounds, strict=True)
    )


def _world_keys(asked: tuple[Question, ...], docket: Docket) -> tuple[str, ...]:
    """The questions on which the facts of a round depend: all but those of the rules that are worked out from them."""
    worked = {
        rule.id
        for name, rules in docket.slots.items()
        if name.partition("/")[0] in {"quorum", "quorum-again", "majority", "casting-vote", "ballot"}
        for rule in rules
    }
    return tuple(
        q.key
        for q in asked
        if (q.rule is None and q.key != "majority") or (q.rule is not None and q.rule.id not in worked)
    )


def _rooms(
    court: Court, asked: tuple[Question, ...], assumes: Mapping[str, str]
) -> tuple[tuple[Chamber, ...], tuple[Diagnostic, ...]]:
    seats = [q for q in asked if q.key in court.seat_keys]
    try:
        return tuple(court.room(case) for case in each_reading(seats, assumes, MOST)), ()
    except MissingFactError as missing:
        return (), (_lacks(court.motion, _seating(court.docket, missing.need), missing.need),)


def _seating(found: Docket, need: Need) -> str:
    """The rule that gives seats which nobody has named yet."""
    asking = (
        r for r in found.compositions if isinstance(r.rule, Composition) and designated(r.rule.given_as) == need.name
    )
    return next((rule.id for rule in asking), "")


def _contradictions(motion: Motion, readings: tuple[Reading, ...]) -> tuple[Diagnostic, ...]:
    last = len(motion.rounds)
    if all(r.outcome == "adopted" and r.round < last for r in readings):
        return (report(codes_dec.ROUND_AFTER_ADOPTION, motion.at("rounds", max(r.round for r in readings))),)
    return ()


def _missing(motion: Motion, readings: tuple[Reading, ...]) -> tuple[Diagnostic, ...]:
    """What nobody said, where no reading can do without."""
    if not all(reading.needs for reading in readings):
        return ()
    return tuple(_lacks(motion, rule, need) for reading in readings for rule, need in reading.needs)


def _first_meeting(court: Court, assumes: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Whether the meeting that is said to have had no quorum had one, under every reading."""
    previous = court.motion.previous
    if previous is None:
        return ()
    held = Sitting(present=frozenset(previous.present), proxies={}, ballots={})
    first = replace(court, sittings=(held,), worlds={}, answers={})
    met = [[held.holds for held in reading.held if held.slot == "quorum"] for reading in first.readings(assumes)]
    if met and all(holds == [True] for holds in met):
        return (report(codes_dec.FIRST_HAD_QUORUM, court.motion.at("previous", "present")),)
    return ()


_WHAT = {
    "set": Message(fr="«\u00a0{name}\u00a0»", en="“{name}”"),
    "column": Message(fr="la donnée «\u00a0{name}\u00a0»", en="the figures of “{name}”"),
    "cell": Message(
        fr="la donnée «\u00a0{name}\u00a0» pour «\u00a0{seat}\u00a0»", en="the figure of “{name}” for “{seat}”"
    ),
    "votes": Message(
        fr="le nombre de voix de «\u00a0{seat}\u00a0», que rien ne dit", en="what “{seat}” weighs, which nothing says"
    ),
    "weights": Message(fr="ce que pèse chaque siège, que rien ne dit", en="what each seat weighs, which nothing says"),
    "total": Message(fr="le total de la donnée «\u00a0{name}\u00a0»", en="the total of “{name}”"),
    "chair": Message(fr="qui préside («\u00a0chair\u00a0»)", en="who presides (“chair”)"),
    "secret": Message(
        fr="si le scrutin était secret («\u00a0secret\u00a0»)", en="whether the ballot was secret (“secret”)"
    ),
    "agenda": Message(fr="l’ordre du jour («\u00a0agenda\u00a0»)", en="the agenda (“agenda”)"),
    "first-agenda": Message(
        fr="l’ordre du jour de la première réunion («\u00a0previous\u00a0»)",
        en="the agenda of the first meeting (“previous”)",
    ),
    "meeting": Message(fr="le jour de la réunion («\u00a0date\u00a0»)", en="the day of the meeting (“date”)"),
    "designated": Message(
        fr="qui siège dans «\u00a0{name}\u00a0» («\u00a0designated\u00a0», sous le nom «\u00a0{name}\u00a0»)",
        en="who sits in “{name}” (“designated”, under the name “{name}”)",
    ),
}


def _lacks(motion: Motion, rule: str, need: Need) -> Diagnostic:
    name, seat = need.name, need.seat
    if name.startswith("designated"):
        what = _WHAT["designated"].fill(name=name.partition("/")[2])
    elif need.what == "column" and name == "votes":
        what = _WHAT["votes" if seat else "weights"].fill(seat=seat)
    elif seat:
        what = _WHAT["cell"].fill(name=name, seat=seat)
    else:
        what = _WHAT.get(name, _WHAT.get(need.what, _WHAT["set"])).fill(name=name)
    where = motion.at("data", name, "by") if need.what in {"column", "total"} else motion.at()
    return report(codes_dec.MISSING_FACT, where, what=what, rule=rule or motion.body)
