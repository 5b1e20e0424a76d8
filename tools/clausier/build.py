"""The compiler on one page: files → acts → timeline → rules → findings → outputs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from clausier.cache import Cache
from clausier.check import CODES, acknowledge, disagreements, not_run, run_checks, run_over_rules, run_over_time
from clausier.consolidate import Timeline, consolidate, leniently
from clausier.diagnostics import Diagnostic, has_errors, in_order
from clausier.diagnostics.render import as_data
from clausier.emit.outputs import json_output, manifest, text_outputs
from clausier.emit.rules_json import rules_json
from clausier.model.act import Corpus
from clausier.rules.bind import bind_rules
from clausier.rules.bound import Rules
from clausier.rules.read import read_rules
from clausier.source.acts import read_project


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


def compile_project(
    root: Path,
    *,
    drafts: Iterable[str] = (),
    known: datetime.date | None = None,
    checks: bool = True,
    enabled: Iterable[str] = (),
    cache: Cache | None = None,
) -> tuple[Compiled | None, tuple[Diagnostic, ...]]:
    """The project at `root`, compiled, and every finding; None where there is no convention to compile.

    `drafts` are acts to take as signed; `known` leaves out acts certainly signed after that day. `checks` false leaves
    out the general checks of the texts; `enabled` adds some that are off by default. `cache` spares what an earlier run has worked out.
    """
    corpus, found = read_project(root, cache)
    if corpus is None:
        return None, found
    wanted = tuple(drafts)
    timeline, in_time = consolidate(corpus, drafts=wanted, known=known)
    written, in_rules = read_rules(root, corpus.acts, cache)
    rules, in_words = bind_rules(written, timeline)
    asked = tuple(enabled)
    in_texts = (
        (
            *run_checks(corpus, enabled=asked),
            *run_over_time(timeline, enabled=asked),
            *run_over_rules(rules, timeline, enabled=asked),
            *disagreements(corpus, timeline, found),
        )
        if checks
        else ()
    )
    left_out = not_run(asked) if checks else frozenset(code.id for code in CODES)
    every = (*found, *in_time, *in_rules, *in_words, *in_texts)
    diagnostics = in_order(acknowledge(leniently(every, corpus, wanted), corpus.acts, not_run=left_out))
    return Compiled(corpus=corpus, timeline=timeline, rules=rules, diagnostics=diagnostics), diagnostics


def outputs(compiled: Compiled, root: Path, documents: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """Every file of a build, by its path below the folder of outputs; the site's own part is read from `root`.

    `documents` are what `clausier.export.documents` makes, where they are wanted: they take longer than all else. Raises
    `OutputFault` where one is not as its schema has it, a fault of this program.
    """
    # Imported here, since a check needs no page.
    from clausier.emit.site import site_pages

    files = text_outputs(compiled.timeline) | dict(documents or {})
    rules = rules_json(compiled.rules, compiled.timeline)
    files["rules.json"] = json_output("rules.json", rules, "rules", "all-rules")
    files["diagnostics.json"] = json_output("diagnostics.json", as_data(compiled.diagnostics, "fr"), "check")
    files |= site_pages(compiled, root, files)
    files["manifest.json"] = manifest(files, compiled.corpus.convention.name)
    return files
