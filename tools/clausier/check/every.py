"""Every check, and what runs them over the acts, the texts that these make together, and the rules of those."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import ParamSpec, Protocol

from msgspec import Struct

from clausier.cache import Cache, NoCache
from clausier.check import (
    acronym_ambiguous,
    acronym_before_definition,
    acronym_undefined,
    act_twice,
    amendment_missing,
    article_number_repeated,
    article_number_skipped,
    blocks_alone,
    body_unchaired,
    body_uncreated,
    date_blank,
    date_unworded,
    day_contradicted,
    derogation_unruled,
    duty_without_bearer,
    end_unrecorded,
    exception_unquoted,
    force_unrecorded,
    full_stop_missing,
    heading_unmarked,
    item_unmarked,
    letter_confused,
    name_spelt_two_ways,
    new_text_cut,
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
    rule_misworded,
    rule_retired,
    seat_of_former_member,
    seat_unweighted,
    seats_unstated,
    sentence_left,
    signatory_missing,
    signatory_unworded,
    silence_broken,
    source_differs,
    task_shared,
    term_capitals_vary,
    term_unmoved,
    term_unrecorded,
    threshold_unreachable,
    vote_without_majority,
    word_confused,
)
from clausier.check.acknowledgement import CODE as UNMATCHED
from clausier.check.agreement import CODES as OF_SENTENCES
from clausier.check.followed import Followed, followed
from clausier.check.subject import Names, Subject, names, subject
from clausier.consolidate import Timeline
from clausier.diagnostics import Code, Diagnostic
from clausier.model.act import Act, Corpus
from clausier.rules.bound import Rules

P = ParamSpec("P")


class Check(Protocol[P]):
    """A module with a check: the code that it reports, and what finds it."""

    CODE: Code

    def find(self, *args: P.args, **kwargs: P.kwargs) -> Iterator[Diagnostic]:
        """What is to be told."""


# A check of which more than one alarm in ten is false over real agreements and amendments has no place here.
CHECKS: tuple[Check[[Subject]], ...] = (
    article_number_repeated,
    article_number_skipped,
    amendment_missing,
    act_twice,
    new_text_cut,
    quotation_unbalanced,
    date_blank,
    party_unlisted,
    word_confused,
    letter_confused,
    body_uncreated,
    acronym_before_definition,
    acronym_undefined,
    full_stop_missing,
    name_spelt_two_ways,
    term_capitals_vary,
    acronym_ambiguous,
    place_misspelt,
    task_shared,
    heading_unmarked,
    item_unmarked,
    signatory_unworded,
    date_unworded,
    force_unrecorded,
    part_undated,
    end_unrecorded,
    term_unrecorded,
    day_contradicted,
    operation_unworded,
    order_quoted,
    source_differs,
)
OVER_TIME: tuple[Check[[Followed]], ...] = (
    reference_missing,
    reference_repealed,
    reference_moved,
    reference_split,
)
OVER_RULES: tuple[Check[[Rules, Timeline]], ...] = (
    sentence_left,
    duty_without_bearer,
    power_shared,
    silence_broken,
    derogation_unruled,
    rule_misworded,
    rule_retired,
    exception_unquoted,
    threshold_unreachable,
    seat_unweighted,
    seats_unstated,
    seat_of_former_member,
    blocks_alone,
    body_unchaired,
    vote_without_majority,
    period_impossible,
)
OVER_VERSIONS: tuple[Check[[Timeline, tuple[Act, ...]]], ...] = (term_unmoved, signatory_missing)
EVERY: tuple[Check[...], ...] = (
    *CHECKS,
    *OVER_TIME,
    *OVER_VERSIONS,
    *OVER_RULES,
)
CODES: tuple[Code, ...] = (
    *(check.CODE for check in EVERY),
    *OF_SENTENCES,
    UNMATCHED,
)


def run_checks(corpus: Corpus, *, cache: Cache | None = None) -> tuple[Diagnostic, ...]:
    """What the checks find in each act of `corpus`.

    `cache` spares the acts that an earlier run has checked, after acts that named the same things.
    """
    return tuple(_found(corpus, cache or NoCache()))


def run_over_time(timeline: Timeline, drafts: tuple[Act, ...] = ()) -> tuple[Diagnostic, ...]:
    """What the checks find in the texts that the acts make together, each thing once; and in what the `drafts` would make."""
    found = (d for one in followed(timeline) for check in OVER_TIME for d in check.find(one))
    return tuple(dict.fromkeys((*found, *(d for check in OVER_VERSIONS for d in check.find(timeline, drafts)))))


def run_over_rules(rules: Rules, timeline: Timeline) -> tuple[Diagnostic, ...]:
    """What the checks find in the rules of the text in force."""
    return tuple(found for check in OVER_RULES for found in check.find(rules, timeline))


def _found(corpus: Corpus, cache: Cache) -> Iterator[Diagnostic]:
    codes = [check.CODE for check in CHECKS]
    earlier: list[Names] = []
    before = b""
    for act in corpus.acts:
        one = _Lazily(act, tuple(earlier))
        key = (cache.digest(act), before, " ".join(code.id for code in codes))
        yield from cache.recall("checks", key, None, partial(_checked, one), codes)[1]
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


def _checked(one: _Lazily) -> tuple[None, tuple[Diagnostic, ...]]:
    return None, tuple(found for check in CHECKS for found in check.find(one.subject))


def _named(one: _Lazily) -> tuple[Names, tuple[Diagnostic, ...]]:
    return names(one.subject), ()
