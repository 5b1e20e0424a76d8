"""The compiler on one page: files → acts → timeline → rules → findings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from clausier.cache import Cache
from clausier.check.acknowledgement import acknowledge
from clausier.check.agreement import disagreements
from clausier.check.every import CODES, run_checks, run_over_rules, run_over_time
from clausier.consolidate import Timeline, consolidate, leniently, supposing
from clausier.diagnostics import Diagnostic, Message, codes_amd, codes_rul, has_errors, in_order
from clausier.model.act import Corpus
from clausier.rules.bind import bind_rules
from clausier.rules.bound import Rules
from clausier.rules.gone import with_ends
from clausier.rules.read import read_rules
from clausier.source.acts import read_project

READING = Message(fr="Lecture des sources …", en="Reading the sources …")
CONSOLIDATING = Message(fr="Consolidation du texte …", en="Consolidating the text …")
RULES = Message(fr="Lecture des règles …", en="Reading the rules …")
_OF_THE_TEXT = (codes_rul.UNKNOWN_ARTICLE, codes_rul.WORDS_UNAVAILABLE)
CHECKING = Message(fr="Contrôles …", en="Checking …")


class Compiled(Struct, frozen=True, kw_only=True):
    """A project compiled: its acts, its text over time, its rules, and every finding, in order."""

    corpus: Corpus
    timeline: Timeline
    rules: Rules
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Whether outputs may be made of it."""
        return not has_errors(self.diagnostics)


class Consolidated(Struct, frozen=True, kw_only=True):
    """The acts of a project and their text over time; what was found in `reading` the sources, and `in_time`."""

    corpus: Corpus
    timeline: Timeline
    reading: tuple[Diagnostic, ...]
    in_time: tuple[Diagnostic, ...]


def consolidate_project(
    root: Path,
    *,
    drafts: Iterable[str],
    known: datetime.date | None,
    cache: Cache | None,
    supposed: str = "",
    at: Callable[[Message], None],
) -> tuple[Consolidated | None, tuple[Diagnostic, ...]]:
    """The text of the project at `root` over time, and what is wrong with it: asked as in `compile_project`.

    `known` leaves out acts certainly signed after that day. Neither the rules are read nor is anything else looked at: for
    who asks what the text says, and who wrote it.
    """
    at(READING)
    corpus, found = read_project(root, cache)
    if corpus is None:
        return None, found
    corpus = supposing(corpus, supposed) if supposed else corpus
    wanted = tuple(drafts)
    at(CONSOLIDATING)
    timeline, in_time = consolidate(corpus, drafts=wanted, known=known, cache=cache)
    text = Consolidated(corpus=corpus, timeline=timeline, reading=found, in_time=in_time)
    return text, in_order(leniently((*found, *in_time), corpus, wanted))


def compile_project(
    root: Path,
    *,
    drafts: Iterable[str] = (),
    checks: bool = True,
    cache: Cache | None = None,
    supposed: str = "",
    at: Callable[[Message], None] = lambda _: None,
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """The project at `root`, compiled, and every finding; None where there is no convention to compile.

    `drafts` are the drafts to take as signed. `supposed` is an act to take as in force, after all others, though its day
    waits for an event that is not recorded. `checks` false leaves out the general checks of the texts. `cache` gives what
    an earlier run has worked out. `at` is told each pass as it begins.
    """
    wanted = tuple(drafts)
    text, found = consolidate_project(root, drafts=wanted, known=None, cache=cache, supposed=supposed, at=at)
    if text is None:
        return None, found
    corpus, timeline = text.corpus, text.timeline
    at(RULES)
    written, in_rules = read_rules(root, corpus.acts, cache)
    rules, in_words = bind_rules(written, timeline)
    if has_errors(one for one in found if one.span.path.startswith("amendments/")):
        # An operation that was refused leaves another text: its error is told, and not once more for every rule of that text.
        in_words = tuple(d for d in in_words if d.code not in _OF_THE_TEXT)
    at(CHECKING)
    in_texts = (
        (
            *run_checks(corpus, cache=cache),
            *run_over_time(
                timeline, tuple(a for a in corpus.amendments if a.id not in timeline.rank_of_act and a.draft)
            ),
            *run_over_rules(rules, timeline),
            *disagreements(corpus, timeline, text.reading),
        )
        if checks
        else ()
    )
    in_reading = text.reading
    if checks and any(d.code is codes_amd.NO_OPERATION for d in in_reading):
        from clausier.check.agreement.header import with_what_is_ordered  # acts that say what they change do without

        in_reading = with_what_is_ordered(in_reading, corpus, timeline)
    left_out = frozenset() if checks else frozenset(code.id for code in CODES)
    every = (*in_reading, *text.in_time, *in_rules, *with_ends(in_words, root), *in_texts)
    diagnostics = in_order(acknowledge(leniently(every, corpus, wanted), corpus.acts, not_run=left_out))
    return Compiled(corpus=corpus, timeline=timeline, rules=rules, diagnostics=diagnostics), diagnostics
