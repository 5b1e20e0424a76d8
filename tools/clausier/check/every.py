"""Every check, and what runs them over the acts, the texts that these make together, and the rules of those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial

from msgspec import Struct

from clausier.cache import Cache, NoCache
from clausier.check import (
    acronym_ambiguous,
    acronym_before_definition,
    acronym_undefined,
    article_number_repeated,
    blocks_alone,
    body_unchaired,
    body_uncreated,
    date_blank,
    date_unworded,
    derogation_unruled,
    duty_without_bearer,
    end_unrecorded,
    force_unrecorded,
    full_stop_missing,
    heading_unmarked,
    letter_confused,
    name_spelt_two_ways,
    operation_unworded,
    order_quoted,
    part_undated,
    party_unlisted,
    period_impossible,
    place_misspelt,
    power_shared,
    quotation_unbalanced,
    reference_missing,
    reference_moved,
    reference_repealed,
    reference_split,
    seat_unweighted,
    sentence_left,
    signatory_unworded,
    silence_broken,
    source_differs,
    task_shared,
    term_capitals_vary,
    threshold_unreachable,
    vote_without_majority,
    word_confused,
)
from clausier.check.acknowledgement import CODE as UNMATCHED
from clausier.check.acknowledgement import acknowledge
from clausier.check.agreement import CODES as OF_SENTENCES
from clausier.check.agreement import disagreements
from clausier.check.followed import CheckOverTime, followed
from clausier.check.over_rules import CheckOverRules
from clausier.check.subject import Check, Names, Subject, names, subject
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic
from clausier.model.act import Act, Corpus
from clausier.rules.bound import Rules

__all__ = [
    "CHECKS",
    "CODES",
    "EVERY",
    "OF_SENTENCES",
    "OVER_RULES",
    "OVER_TIME",
    "Check",
    "CheckOverRules",
    "CheckOverTime",
    "acknowledge",
    "disagreements",
    "not_run",
    "run_checks",
    "run_over_rules",
    "run_over_time",
]

# `on=False` is for a check of which more than one alarm in ten is false over real agreements and amendments: none, so far.
CHECKS: tuple[Check, ...] = (
    Check(code=article_number_repeated.CODE, find=article_number_repeated.find),
    Check(code=quotation_unbalanced.CODE, find=quotation_unbalanced.find),
    Check(code=date_blank.CODE, find=date_blank.find),
    Check(code=party_unlisted.CODE, find=party_unlisted.find),
    Check(code=word_confused.CODE, find=word_confused.find),
    Check(code=letter_confused.CODE, find=letter_confused.find),
    Check(code=body_uncreated.CODE, find=body_uncreated.find),
    Check(code=acronym_before_definition.CODE, find=acronym_before_definition.find),
    Check(code=acronym_undefined.CODE, find=acronym_undefined.find),
    Check(code=full_stop_missing.CODE, find=full_stop_missing.find),
    Check(code=name_spelt_two_ways.CODE, find=name_spelt_two_ways.find),
    Check(code=term_capitals_vary.CODE, find=term_capitals_vary.find),
    Check(code=acronym_ambiguous.CODE, find=acronym_ambiguous.find),
    Check(code=place_misspelt.CODE, find=place_misspelt.find),
    Check(code=task_shared.CODE, find=task_shared.find),
    Check(code=heading_unmarked.CODE, find=heading_unmarked.find),
    Check(code=signatory_unworded.CODE, find=signatory_unworded.find),
    Check(code=date_unworded.CODE, find=date_unworded.find),
    Check(code=force_unrecorded.CODE, find=force_unrecorded.find),
    Check(code=part_undated.CODE, find=part_undated.find),
    Check(code=end_unrecorded.CODE, find=end_unrecorded.find),
    Check(code=operation_unworded.CODE, find=operation_unworded.find),
    Check(code=order_quoted.CODE, find=order_quoted.find),
    Check(code=source_differs.CODE, find=source_differs.find),
)
OVER_TIME: tuple[CheckOverTime, ...] = (
    CheckOverTime(code=reference_missing.CODE, find=reference_missing.find),
    CheckOverTime(code=reference_repealed.CODE, find=reference_repealed.find),
    CheckOverTime(code=reference_moved.CODE, find=reference_moved.find),
    CheckOverTime(code=reference_split.CODE, find=reference_split.find),
)
OVER_RULES: tuple[CheckOverRules, ...] = (
    CheckOverRules(code=sentence_left.CODE, find=sentence_left.find),
    CheckOverRules(code=duty_without_bearer.CODE, find=duty_without_bearer.find),
    CheckOverRules(code=power_shared.CODE, find=power_shared.find),
    CheckOverRules(code=silence_broken.CODE, find=silence_broken.find),
    CheckOverRules(code=derogation_unruled.CODE, find=derogation_unruled.find),
    CheckOverRules(code=threshold_unreachable.CODE, find=threshold_unreachable.find),
    CheckOverRules(code=seat_unweighted.CODE, find=seat_unweighted.find),
    CheckOverRules(code=blocks_alone.CODE, find=blocks_alone.find),
    CheckOverRules(code=body_unchaired.CODE, find=body_unchaired.find),
    CheckOverRules(code=vote_without_majority.CODE, find=vote_without_majority.find),
    CheckOverRules(code=period_impossible.CODE, find=period_impossible.find),
)
AnyCheck = Check | CheckOverTime | CheckOverRules
EVERY: tuple[AnyCheck, ...] = (*CHECKS, *OVER_TIME, *OVER_RULES)
CODES: tuple[Code, ...] = (
    *(check.code for check in EVERY),
    *OF_SENTENCES,
    UNMATCHED,
)


def run_checks(corpus: Corpus, *, enabled: Iterable[str] = (), cache: Cache | None = None) -> tuple[Diagnostic, ...]:
    """What the checks find in each act of `corpus`: those that are on, and those that `enabled` names by their code.

    `cache` spares the acts that an earlier run has checked, after acts that named the same things.
    """
    left_out = not_run(enabled)
    checks = tuple(check for check in CHECKS if check.code.id not in left_out)
    return tuple(_found(corpus, checks, cache or NoCache()))


def run_over_time(timeline: Timeline, *, enabled: Iterable[str] = ()) -> tuple[Diagnostic, ...]:
    """What the checks find in the texts that the acts make together, each thing once; `enabled` as in `run_checks`."""
    left_out = not_run(enabled)
    checks = [check for check in OVER_TIME if check.code.id not in left_out]
    return tuple(dict.fromkeys(d for one in followed(timeline) for check in checks for d in check.find(one)))


def run_over_rules(rules: Rules, timeline: Timeline, *, enabled: Iterable[str]) -> tuple[Diagnostic, ...]:
    """What the checks find in the rules of the text in force; `enabled` as in `run_checks`."""
    left_out = not_run(enabled)
    checks = [check for check in OVER_RULES if check.code.id not in left_out]
    return tuple(found for check in checks for found in check.find(rules, timeline))


def not_run(enabled: Iterable[str] = ()) -> frozenset[str]:
    """The codes of the checks that are left out, given the same `enabled`."""
    asked = frozenset(enabled)
    every: tuple[AnyCheck, ...] = (*CHECKS, *OVER_TIME, *OVER_RULES)
    return frozenset(check.code.id for check in every if not check.on and check.code.id not in asked)


def _found(corpus: Corpus, checks: tuple[Check, ...], cache: Cache) -> Iterator[Diagnostic]:
    codes = [check.code for check in checks]
    earlier: list[Names] = []
    before = b""
    for act in corpus.acts:
        one = _Lazily(act, tuple(earlier))
        key = (cache.digest(act), before, " ".join(code.id for code in codes))
        yield from cache.recall("checks", key, None, partial(_checked, one, checks), codes)[1]
        named, _ = cache.recall("names", (cache.digest(act),), Names, partial(_named, one))
        before = cache.digest((before, cache.digest(named)))
        earlier.append(named)


class _Lazily(Struct, dict=True):
    """An act that may have to be checked."""

    act: Act
    earlier: tuple[Names, ...]

    @cached_property
    def subject(self) -> Subject:
        """The act as the checks see it."""
        return subject(self.act, self.earlier)


def _checked(one: _Lazily, checks: Iterable[Check]) -> tuple[None, tuple[Diagnostic, ...]]:
    return None, tuple(found for check in checks for found in check.find(one.subject))


def _named(one: _Lazily) -> tuple[Names, tuple[Diagnostic, ...]]:
    return names(one.subject), ()
