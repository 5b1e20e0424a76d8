"""`rules.json`, the rules of a version, and what changes between two: the contract for programs."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from clausier import FORMAT
from clausier.consolidate import Timeline, Version
from clausier.emit.answers import Selection, compared, of_candidates, of_comparisons, valid_json
from clausier.emit.between import unknown
from clausier.emit.contract import Long
from clausier.emit.rule_value import rule_readings, rule_value
from clausier.emit.stretches import stretches
from clausier.emit.text_json import date_json, days_json, lacunas_json, members_json, periods_json
from clausier.model.operation import Replace, Restore
from clausier.rules.bound import BoundRemark, BoundRule, BoundSilence, Coverage, Place, Rules
from clausier.rules.conditions import to_json
from clausier.rules.values import value_json
from clausier.rules.vocabulary import FRENCH_KINDS
from clausier.schemas import Object

# What makes two states of a rule the same, whenever they hold and wherever they are written down.
_CONTENT = ("kind", "article", "act", "quote", "body", "matter", "value", "condition", "readings", "overridden-by")
# What changes with each, in one word.
_ASPECTS = {"quote": "words", "condition": "value"}


def rules_json(rules: Rules, timeline: Timeline, kinds: Container[str] = FRENCH_KINDS) -> Object:
    """All rules in all versions, or those of these `kinds`, and everything that a program needs in order to apply them on any date.

    What is accounted for of a large text is a list that is written entry by entry.
    """
    return {
        **_head(timeline),
        "periods": periods_json(timeline, "candidates"),
        "members": members_json(timeline),
        "rules": [rule_json(rule) for rule in rules.rules if rule.source.kind in kinds],
        "no_rule": [_silence_json(s) for s in rules.silences],
        "remarks": [_remark_json(r) for r in rules.remarks],
        "coverage": Long(_coverages(rules, timeline), "coverage"),
        "to_come": [*rules.to_come],
    }


def rules_at(rules: Rules, timeline: Timeline, selection: Selection) -> Object:
    """The answer of `clausier rules`: the rules of the version that answers, or of each candidate where that is open.

    Where all candidates have the same rules, the answer bears the first one's version.
    """
    answers = [_of_version(rules, version) for version in selection.versions]
    return {**_head(timeline), **of_candidates(selection, answers, _contents), "to_come": [*rules.to_come]}


def rules_between(rules: Rules, timeline: Timeline, old: Selection, new: Selection) -> Object:
    """What changes in the rules between two versions; or, where a date leaves one of them open, each possible answer."""
    answers = [rules_diff(rules, timeline, a, b) for a, b in compared(old, new)]
    return of_comparisons(old, new, answers, {"format": FORMAT, "convention": timeline.acts[0].name})


def rules_diff(rules: Rules, timeline: Timeline, before: Version, after: Version) -> Object:
    """What changes in the rules from the version `before` to the version `after`, rule by rule."""
    old = {rule.id: rule_json(rule) for rule in rules.of(before.id)}
    new = {rule.id: rule_json(rule) for rule in rules.of(after.id)}
    since, until = (_reworded(rules, timeline, *pair) for pair in ((after, before), (before, after)))
    changes: list[Object] = []
    for id_ in dict.fromkeys((*old, *new)):
        was, is_ = old.get(id_), new.get(id_)
        if was is None or is_ is None or _content(was) != _content(is_):
            kind = "added" if was is None else "removed" if is_ is None else "changed"
            if id_ in (since if was is None else until if is_ is None else ()):
                kind = "unknown-before" if was is None else "unknown-after"
            changes.append({"id": id_, "kind": kind, "what": _aspects(was, is_), "before": was, "after": is_})
    return {
        "format": FORMAT,
        "convention": timeline.acts[0].name,
        "from": before.id,
        "to": after.id,
        "changes": changes,
    }


def _reworded(rules: Rules, timeline: Timeline, here: Version, other: Version) -> frozenset[str]:
    """The rules of `here` of which nobody knows whether `other` stated them: an act reworded what is not at hand there."""
    missing = {p.id for p in other.document.walk() if p.lacuna is not None}
    hidden = unknown(here, timeline, other, timeline)
    return frozenset(
        rule.id
        for rule in rules.of(here.id)
        if rule.place.provision in hidden
        or (
            rule.place.provision in missing
            and any(isinstance(timeline.operations.get(o), (Replace, Restore)) for o in rule.origins)
        )
    )


def rule_json(rule: BoundRule) -> Object:
    """One state of a rule, as `rules.schema.json` has it."""
    valid = rule.valid
    return {
        "id": rule.id,
        "kind": rule.source.kind,
        "article": rule.place.article,
        "act": rule.act,
        "quote": rule.quote,
        "valid": days_json(valid.first, valid.last) if valid else days_json(None, None),
        "versions": [*rule.versions],
        "body": rule.source.body or None,
        "matter": rule.source.matter or None,
        "value": rule_value(rule.rule),
        "condition": to_json(rule.condition) if rule.condition is not None else None,
        "readings": rule_readings(rule.rule),
        "captures": [
            {"name": c.name, "type": c.type, "words": c.words, "value": value_json(c.value)} for c in rule.captures
        ],
        "place": _place_json(rule.place),
        "origins": [*rule.origins],
        "overridden-by": rule.overridden_by or None,
        "source": {"path": rule.source.span.path, "line": rule.source.span.line},
    }


def _coverages(rules: Rules, timeline: Timeline) -> Iterator[Object]:
    # What versions share is one object: to compare the sentences would take longer than to count them.
    of_each = (rules.coverage.get(version.id, ()) for version in timeline.versions)
    return (coverage_json(coverage, ranks) for part, ranks in stretches(of_each) for coverage in part)


def coverage_json(coverage: Coverage, versions: list[list[int]]) -> Object:
    """How many sentences of a provision are formalised, declared to state no rule, or left; and those that are left."""
    return {
        "versions": versions,
        "article": coverage.place.article,
        "rule": coverage.count("rule"),
        "no_rule": coverage.count("no-rule"),
        "left": coverage.count("left"),
        "lacuna": coverage.lacuna,
        "sentences": [
            {
                "alinea": s.alinea or None,
                "sentence": s.sentence or None,
                "table": s.table or None,
                "status": s.status,
                "rules": [*s.rules],
                "reason": s.motive or None,
            }
            for s in coverage.sentences
        ],
    }


def _head(timeline: Timeline) -> Object:
    convention = timeline.acts[0]
    acts = [
        {
            "id": act.id,
            "title": act.title,
            "signed": date_json(act.signed) if act.signed else None,
            "in_force": date_json(act.in_force),
        }
        for act in timeline.acts
    ]
    versions = [{"id": v.id, "acts": [*v.acts], "valid": valid_json(v)} for v in timeline.versions]
    return {"format": FORMAT, "convention": convention.name, "acts": acts, "versions": versions}


def _of_version(rules: Rules, version: Version) -> Object:
    return {
        "version": version.id,
        "valid": valid_json(version),
        "rules": [rule_json(rule) for rule in rules.of(version.id)],
        "remarks": [_remark_json(r) for r in rules.remarks_of(version.id)],
        "lacunas": lacunas_json(version),
    }


def _aspects(before: Object | None, after: Object | None) -> list[str]:
    """In what a rule has changed: its value, its words, the act that wrote them …; nothing where it comes or goes."""
    if before is None or after is None:
        return []
    return list(dict.fromkeys(_ASPECTS.get(key, key) for key in _CONTENT if before[key] != after[key]))


def _contents(answer: Object) -> list[object]:
    return [(rule["id"], _content(rule)) for rule in answer["rules"]]


def _content(rule: Object) -> list[Any]:
    return [rule[key] for key in _CONTENT]


def _place_json(place: Place) -> Object:
    return {"provision": place.provision, "alinea": place.alinea or None, "table": place.table or None}


def _silence_json(silence: BoundSilence) -> Object:
    return {
        "article": silence.place.article,
        "quote": silence.quote or None,
        "reason": silence.source.motive,
        "versions": [*silence.versions],
        "place": _place_json(silence.place),
    }


def _remark_json(remark: BoundRemark) -> Object:
    return {
        "articles": [where.target.words for where in remark.source.where],
        "remark": remark.source.text,
        "act": remark.source.act,
        "versions": [*remark.versions],
        "provisions": [*remark.provisions],
    }
