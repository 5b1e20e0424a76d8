"""What `clausier decide` answers (`schema/decide.schema.json`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from clausier import FORMAT
from clausier.consolidate import Version
from clausier.decide.assume import told
from clausier.decide.competence import Competent
from clausier.decide.decide import Decision
from clausier.decide.detail import Comparison, comparisons
from clausier.decide.docket import Question
from clausier.decide.motion import Motion
from clausier.decide.outcome import Reading, tally
from clausier.diagnostics import Diagnostic, Lang
from clausier.diagnostics.render import as_data
from clausier.emit.answer_words import SILENT, label_of
from clausier.emit.answers import Selection, of_candidates, valid_json
from clausier.refs import full_names
from clausier.rules.bound import BoundRule, Rules
from clausier.rules.evaluation import Facts
from clausier.rules.exact import decimal
from clausier.rules.kinds import Ballot
from clausier.schemas import Object

_WHAT = ("outcome", "quorum", "majority", "tally", "readings", "trace", "not_stated", "assumed", "open", "competence")


def decision_json(rules: Rules, version: Version, motion: Motion, decision: Decision) -> Object:
    """The answer for one version, without the head that all outputs share."""
    tallies = [_tally(reading.facts) for reading in decision.readings]
    same = all(found == tallies[0] for found in tallies)
    return {
        **_asked(version, motion),
        "matter_known": motion.matter in decision.docket.matters if motion.matter else None,
        "outcome": decision.outcome,
        "rounds": len(motion.rounds),
        "rounds_left": _rounds_left(decision),
        "quorum": _worked(decision, ("quorum", "quorum-again")),
        "majority": _worked(decision, ("majority", "casting-vote")),
        "tally": tallies[0] if same else None,
        "readings": [
            _reading(reading, None if same else found)
            for reading, found in zip(decision.readings, tallies, strict=True)
        ],
        "open": [_question(question) for question in decision.open],
        "assumed": dict(decision.assumed),
        "not_stated": [
            {"what": s.key, "cases": [{"case": c, "label": SILENT[c].fr} for c in s.cases]} for s in decision.silences
        ],
        "competence": [_competent(found) for found in decision.competent],
        "trace": [_step(rule, version, rules) for rule in _used(decision)],
        "left": rules.left(version.id),
    }


def _asked(version: Version, motion: Motion) -> Object:
    """What every answer begins with: the version, and what is to be decided."""
    return {
        "version": version.id,
        "valid": valid_json(version),
        "body": motion.body,
        "matter": motion.matter or None,
        "date": str(motion.day) if motion.day else None,
    }


def unknown_json(version: Version, motion: Motion, lacuna: tuple[str, str]) -> Object:
    """The answer for a version whose words about the body are not at hand."""
    number, reason = lacuna
    return {
        **_asked(version, motion),
        "status": "unknown",
        "lacuna": {"number": number, "reason": reason},
    }


def refused_json(version: Version, motion: Motion, problems: tuple[Diagnostic, ...], lang: Lang) -> Object:
    """The answer for a version under which the vote cannot be decided as it is put."""
    return {
        **_asked(version, motion),
        "status": "refused",
        "diagnostics": as_data(problems, lang)["diagnostics"],
    }


def answer_json(selection: Selection, answers: list[Object]) -> Object:
    """The answer of the command: that of the version, or of each candidate (a version, or a list of members) where they differ."""
    return {"format": FORMAT, **of_candidates(selection, answers, _content)}


def _content(answer: Object) -> list[Any]:
    return [answer.get(key) for key in (*_WHAT, "status")]


def _reading(reading: Reading, found: Object | None) -> Object:
    needs = [
        {"rule": rule or None, "what": need.what, "name": need.name, "seat": need.seat or None}
        for rule, need in reading.needs
    ]
    return {
        "assumes": dict(reading.assumes),
        "outcome": reading.outcome,
        "round": reading.round,
        **({"needs": needs} if needs else {}),
        **({"tally": found} if found else {}),
    }


def _question(question: Question) -> Object:
    rule = question.rule
    return {
        "question": question.key,
        "rule": rule.id if rule else None,
        "article": rule.place.article if rule else None,
        "cases": [{"case": case, "label": label or label_of(case)} for case, label in question.cases],
    }


def _competent(found: Competent) -> Object:
    return {
        "rule": found.rule.id,
        "article": found.rule.place.article,
        "decides": found.decides,
        "cases": [{"case": c, "label": label, "decides": decides} for c, label, decides in found.cases if c],
    }


def _worked(decision: Decision, slots: tuple[str, ...]) -> Object | None:
    """Whether the quorum was there (or the majority), and each comparison of it, with what it supposes where that matters."""
    last = max(reading.round for reading in decision.readings)
    found: dict[tuple[str, str | None, int], list[tuple[Mapping[str, str], Object]]] = {}
    met: set[bool | None] = set()
    for reading in decision.readings:
        held = [h for h in reading.held if h.slot in slots and h.round == last]
        if held:
            met.add(any(h.holds for h in held))
            if held[-1].slot == "quorum-again" and held[-1].holds:
                held = held[-1:]  # that of the first meeting asks for nothing any more
        elif reading.needs and slots[0] == "quorum":
            met.add(None)
        for h in held:
            name = h.rule.id if h.rule else None
            for n, test in enumerate(comparisons(h.condition, h.facts)):
                entry = {"rule": name, "round": h.round, **_test(test)}
                found.setdefault((h.slot, name, n), []).append((reading.assumes, entry))
    if not met:
        return None
    conditions = [
        {**entry, **({"assumes": assumes} if assumes else {})}
        for entries in found.values()
        for assumes, entry in told(_open(entries, decision))
    ]
    return {"met": met.pop() if len(met) == 1 else None, "conditions": conditions}


def _open(
    entries: list[tuple[Mapping[str, str], Object]], decision: Decision
) -> list[tuple[Mapping[str, str], Object]]:
    """What was settled by assumption supposes nothing more."""
    return [({k: v for k, v in assumes.items() if k not in decision.assumed}, entry) for assumes, entry in entries]


def _test(test: Comparison) -> Object:
    return {
        "measure": test.measure,
        "comparison": test.comparison,
        "required": _value(test.required),
        "observed": _value(test.observed),
        "met": test.met,
        **({"blocking": True} if test.blocking else {}),
    }


def _value(value: Fraction | frozenset[str] | None) -> object:
    if value is None:
        return None
    return decimal(value) if isinstance(value, Fraction) else sorted(value)


def _tally(facts: Facts) -> Object | None:
    counted = tally(facts)
    if counted is None:
        return None
    unit = "votes" if "votes" in facts.columns else "heads"
    return {"unit": unit, **{name: decimal(number) for name, number in counted.items()}}


def _rounds_left(decision: Decision) -> int:
    """How many rounds may still be held: after a rejection in a round that is not the last."""
    if not any(reading.outcome == "rejected" for reading in decision.readings):
        return 0
    ballots = (rule.rule for rule in decision.docket.slot("ballot"))
    allowed = max((ballot.rounds for ballot in ballots if isinstance(ballot, Ballot)), default=1)
    return max(0, allowed - len(decision.motion.rounds))


def _used(decision: Decision) -> Iterator[BoundRule]:
    """The rules that made the outcome, in the order in which a vote is looked at."""
    worked = {held.rule.id for reading in decision.readings for held in reading.held if held.rule is not None}
    several = len(decision.motion.rounds) > 1 or _rounds_left(decision) > 0
    for rule in decision.docket.rules():
        kind = rule.source.kind
        if (
            rule.id in worked
            or kind in {"composition", "weights"}
            or (kind == "ballot" and several)
            or (kind == "proxy" and any(proxies for _, proxies in decision.motion.sittings()))
            or (kind == "recusal" and decision.motion.recused)
        ):
            yield rule
    yield from (found.rule for found in decision.competent)


def _step(rule: BoundRule, version: Version, rules: Rules) -> Object:
    return {
        "rule": rule.id,
        "kind": rule.source.kind,
        "article": rule.place.article,
        "quote": rule.quote,
        "sentence": rules.sentence_of(rule, version.id),
        "act": rule.act,
    }


def lacuna_of(version: Version, numbers: Iterable[str]) -> tuple[str, str] | None:
    """The words not at hand that may have said what another version says in articles so called; None where all are."""
    top = {_top(number) for number in numbers}
    found = ((name, p.lacuna.reason) for p, name in full_names(version.document) if p.lacuna is not None)
    return next((lacuna for lacuna in found if _top(lacuna[0]) in top), None)


def _top(name: str) -> str:
    """What stands on top of a provision: `8` of `8.1`, `annexe 2` of `annexe 2, A`."""
    return name.partition(",")[0].partition(".")[0]
