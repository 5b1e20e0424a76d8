"""A line of a hundred thousand characters, of whatever kind, takes no longer than it must: a proposal keeps no machine busy."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from clausier.author.canonical.steps import CHARACTERS
from clausier.author.convention.contents import without_contents
from clausier.author.intake.form import Paragraph
from clausier.author.suggest.plain import rules_of
from clausier.check.subject import locate
from clausier.diagnostics import Span
from clausier.french.leads import with_lead
from clausier.text.sentences import sentences

LONG = 100_000
PATIENCE = 3  # seconds of the processor; each took a minute or more


def places_of_each(line: str) -> None:
    """Find each guillemet of a line in its source, as a check that has something to say of each."""
    for at in range(0, len(line), 2):
        assert locate(line, Span("a.md", 1, 1, 1), line, at, at + 1).column == at + 1


@pytest.mark.parametrize(
    ("read", "line"),
    [
        (sentences, "." * LONG),
        (sentences, "…" * LONG),
        (places_of_each, "« " * (LONG // 4)),
        (lambda line: with_lead("?", line), "l’article 3 " * (LONG // 12)),
        (lambda line: without_contents((Paragraph(text=line, place=""),)), "mot" + " " * LONG + "mot"),
        (lambda line: without_contents((Paragraph(text=line, place=""),)), "mot" + "." * LONG + "mot"),
        (lambda line: list(rules_of(line, "comite")), "mot" + "\u00a0" * LONG + "mot"),
        (lambda line: [step.change(line) for step in CHARACTERS], "mot" + " " * LONG + "mot"),
    ],
    ids=["dots", "ellipses", "guillemets", "articles", "spaces", "leaders", "rules", "form"],
)
def test_a_long_line_is_read_in_no_time(read: Callable[[str], object], line: str) -> None:
    start = time.process_time()
    read(line)
    assert time.process_time() - start < PATIENCE
