"""A rule as the ground of an answer: where it stands, its words and its sentence, and since when it holds."""

from __future__ import annotations

from collections.abc import Callable

from clausier.rules.bound import BoundRule, Rules
from clausier.schemas import Object

Cite = Callable[[BoundRule], Object]  # `cited`, in one version


def cited(rule: BoundRule, rules: Rules, version: str) -> Object:
    """The rule by its id, with the article, the act, the words and, as `version` has it, the sentence that it comes from."""
    return {
        "rule": rule.id,
        "kind": rule.source.kind,
        "article": rule.place.article,
        "act": rule.act,
        "quote": rule.quote,
        "sentence": rules.sentence_of(rule, version),
        "since": str(rule.valid.first) if rule.valid else None,
    }
