"""Who can win and who can block, as JSON (`schema/coalitions.schema.json`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.decide.coalitions import Answer, AskedSum, Outcome
from clausier.decide.docket import Question
from clausier.decide.ties import Tie
from clausier.emit.answer_words import label_of
from clausier.emit.answers import Selection, of_candidates, valid_json
from clausier.rules.exact import decimal, ratio
from clausier.schemas import Object


def coalitions_json(
    timeline: Timeline,
    selection: Selection,
    body: str,
    matter: str,
    answers: Iterable[tuple[Version, Sequence[str] | None, list[Object]]],
) -> Object:
    """The answer of `clausier coalitions`: of the version, or of each candidate where the answers differ.

    `answers` are the games of each version, made by `game_json`; of each list of members, where that is open (else None).
    """
    head = {"format": FORMAT, "convention": timeline.acts[0].name, "body": body, "matter": matter or None}
    found: list[Object] = []
    for version, members, games in answers:
        one = {"version": version.id, "valid": valid_json(version), "games": games}
        found.append(one if members is None else {**one, "members": list(members)})
    return {**head, **of_candidates(selection, found, itemgetter("games"))}


def game_json(answer: Answer, matter: str, asked: Iterable[Question]) -> Object:
    """A majority under one reading; `asked` are the questions that it answers."""
    majority, missing = answer.majority, answer.missing
    labels = {(q.key, case): label or label_of(case) for q in asked for case, label in q.cases}
    return {
        "rule": majority.id if majority else None,
        "article": majority.place.article if majority else None,
        "act": majority.act if majority else None,
        "quote": majority.quote if majority else None,
        "matter": (majority.source.matter if majority else matter) or None,
        "round": answer.round or None,
        "assumes": dict(answer.assumes),
        "understood": [labels[key, case] for key, case in answer.assumes.items()],
        "missing": None
        if missing is None
        else {"what": missing.what, "name": missing.name, "seat": missing.seat or None},
        "tie": None if answer.tie is None else _tie(answer.tie),
        "outcome": None if answer.outcome is None else _outcome(answer.outcome),
    }


def _tie(tie: Tie) -> Object:
    return {
        "rule": tie.rule.id,
        "article": tie.rule.place.article,
        "quote": tie.rule.quote,
        "seat": tie.vote.seat or None,
        "open_only": tie.vote.open_only,
        "counted": tie.counted,
    }


def _outcome(outcome: Outcome) -> Object:
    power = outcome.power
    weights = outcome.weights
    return {
        "seats": [
            {
                "seat": seat,
                "votes": None if weights is None else decimal(weights[rank]),
                "veto": rank in outcome.veto,
                "alone": rank in outcome.alone,
                "swings": None if power is None else power.swings[rank],
                "banzhaf": None if power is None else ratio(power.banzhaf[rank]),
                "shapley": None if power is None else ratio(power.shapley[rank]),
            }
            for rank, seat in enumerate(outcome.seats)
        ],
        "requires": [
            {
                "of": quota.of or None,
                "least": decimal(quota.least),
                "whole": decimal(quota.whole),
                "among": [outcome.seats[rank] for rank in quota.among] or None,
                "stated": None if quota.stated is None else _stated(quota.stated),
            }
            for quota in outcome.quotas
        ],
        "why": outcome.why,
        "winning": {
            "coalitions": None if power is None else power.winning,
            "minimal": outcome.winning_count,
            "list": _listed(outcome, outcome.winning),
        },
        "blocking": {"minimal": outcome.blocking_count, "list": _listed(outcome, outcome.blocking)},
    }


def _stated(stated: AskedSum) -> Object:
    reached = None if stated.reached is None else decimal(stated.reached)
    return {"sum": decimal(stated.sum), "strict": stated.strict, "reached": reached}


def _listed(outcome: Outcome, coalitions: tuple[tuple[int, ...], ...] | None) -> list[list[str]] | None:
    if coalitions is None:
        return None
    return [[outcome.seats[rank] for rank in coalition] for coalition in coalitions]
