"""Of what sort a matter is and what follows, as JSON (`schema/qualify.schema.json`)."""

from __future__ import annotations

from functools import partial

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.decide.alternatives import Answer
from clausier.decide.consequences import Found, World
from clausier.decide.qualify import Described, Sort, Worked
from clausier.emit.answers import Cite, Selection, cited, undetermined_json, valid_json
from clausier.emit.rule_value import rule_value
from clausier.emit.text_json import lacunas_json
from clausier.rules.bound import BoundRule, Rules
from clausier.schemas import Object


def answer_json(
    timeline: Timeline, selection: Selection, described: Described, assumes: tuple[str, ...], answers: list[Object]
) -> Object:
    """The answer of `clausier qualify`: that of the version, or of each candidate where the dates leave it open."""
    head = {
        "format": FORMAT,
        "convention": timeline.acts[0].name,
        "matter": described.matter,
        "also": [*described.also],
        "facts": dict(described.facts),
        "qualified": described.qualified or None,
        "assumes": [*assumes],
    }
    if selection.determined:
        return {**head, **answers[0]}
    return {**head, **undetermined_json(selection), "candidates": answers}


def unknown_json(version: Version) -> Object:
    """The answer of a version in which no known rule speaks of the matter, and words are not at hand."""
    return {
        "version": version.id,
        "valid": valid_json(version),
        "outcome": "unknown",
        "sorts": [],
        "cases": [],
        "lacunas": lacunas_json(version),
    }


def version_json(version: Version, sorts: tuple[Sort, ...], worlds: tuple[World, ...], rules: Rules) -> Object:
    """The answer of one version."""
    cite = partial(cited, rules=rules, version=version.id)
    settled = all(sort.value is not None for sort in sorts)
    return {
        "version": version.id,
        "valid": valid_json(version),
        "outcome": "determined" if settled else "undetermined",
        "sorts": [_sort(sort, cite) for sort in sorts],
        "cases": [_world(world, cite) for world in worlds],
        "lacunas": lacunas_json(version),
    }


def _sort(sort: Sort, cite: Cite) -> Object:
    return {
        "sort": sort.name,
        "otherwise": sort.otherwise or None,
        "holds": sort.value,
        "because": sort.because,
        "overruled": sort.overruled,
        "grounds": [_worked(ground, cite) for ground in sort.grounds],
        "qualifiers": [{"value": rule_value(rule.rule), **cite(rule)} for rule in sort.qualifiers],
    }


def _worked(found: Worked, cite: Cite) -> Object:
    under = [{"assumes": dict(assumes), "holds": holds.value} for assumes, holds in found.under]
    return {
        "holds": found.value,
        "missing": [*found.missing],
        "readings": under if found.under[0][0] else [],
        **cite(found.rule),
    }


def _world(world: World, cite: Cite) -> Object:
    return {
        "matters": [*world.matters],
        "path": [_valued(rule, cite) for rule in world.path],
        "competences": [_valued(rule, cite) for rule in world.others],
        "decides": _found(world.decides, cite, "by"),
        "votes": [
            {"body": vote.rule.source.body or None, "excepted": vote.excepted, **_valued(vote.rule, cite)}
            for vote in world.votes
        ],
        "pays": _found(world.pays, cite, "payers"),
        "exceptions": [{"value": rule_value(w.rule.rule), **_worked(w, cite)} for w in world.exceptions],
    }


def _valued(rule: BoundRule, cite: Cite) -> Object:
    return {"value": rule_value(rule.rule), **cite(rule)}


def _found(found: Found, cite: Cite, whom: str) -> Object:
    return {
        "outcome": found.outcome,
        "missing": [*found.missing],
        "answers": [_answer(answer, whom) for answer in found.answers] if found.rules else [],
        "rules": [_worked(w, cite) for w in found.rules],
    }


def _answer(answer: Answer, whom: str) -> Object:
    says = [{"gives": power, whom: [*names]} if power else {whom: [*names]} for power, names in answer.says]
    return {"assumes": dict(answer.assumes), "understood": [*answer.understood], "says": says}
