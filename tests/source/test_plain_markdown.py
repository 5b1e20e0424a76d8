"""A text that is written plainly is read as markdown-it reads it, to the column, or left to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import clausier.source.markdown.tokens
from clausier.source.markdown import Grid, Heading, Line, Part, Quote, read_markdown
from clausier.text import Mark

# What begins, ends or fills a line: most of it plain, some of it Markdown, all of it likely to meet in one line.
# Lines end with a line feed by then.
_PIECES = st.sampled_from((
    "Le comité", "l’avis", "É", "1.", "2)", "8.1", "a)", "-", "+", "#", "##", "#######", ">", "|", "| a |", "| --- |", "---", "===",
    "*", "_", "`", "```", "~~~", "~~", "[^1]", "<a@b.fr>", "\\", "&amp;", "&", "<b>", "<!--", "[a]: b", "[a](b)", "!", "n°", "«\u00a0x\u00a0»", " ", "  ", "    ",
    "\t", "\u00a0", "\u2028", "\x85", "\x0c", "\x00", ":", ";", "https://exemple.fr", "x@y.fr", "(1)",
))  # fmt: skip
_LINES = st.lists(_PIECES, max_size=4).map("".join) | st.lists(_PIECES, max_size=4).map(" ".join)
_TEXTS = (
    _LINES | st.lists(_LINES | st.just(""), max_size=7).map("\n".join) | st.lists(_LINES, max_size=5).map("\n\n".join)
)
# The same, most of it as acts are written: what is read without markdown-it, and what is nearly that.
_WRITTEN = st.sampled_from((
    "", "", "Le comité se réunit,", "puis rend un avis.", "2 mois", "1. bis", "« Texte »", "# « Titre »", "- un point\u00a0;", "- 1° un point", "- a) x",
    "  - un autre", "    - encore", "   - de côté", "  suite", "    suite", "- ", "| a | b |\n| --- | --- |", "| 1 | « b » |", "| 1 |", "| |", "|a|b", "# Titre",
    "## 8.1 – Titre", "#### 1. Titre", "# Titre #", "* x", "1) x", "---", "===", "«", "»",
    "**Avenant n° 1**", "**À la", "convention**", "**", "*", "** x**", "**x **", "### « 6.3 – Titre", "### (", "**« 8 »**", "x** y",
))  # fmt: skip
_ACTS = st.lists(st.tuples(st.sampled_from(("", "", "> ", ">", "> > ", "- ", "  ")), _WRITTEN).map("".join), max_size=9)
_QUOTED = st.lists(_WRITTEN, max_size=9).map(
    lambda lines: ["> " + line.replace("\n", "\n> ") if line else ">" for line in lines]
)
_PLAINLY = st.lists(st.lists(_WRITTEN, max_size=9) | _QUOTED | _ACTS, max_size=4).map(
    lambda blocks: "\n\n".join("\n".join(block) for block in blocks)
)


@settings(max_examples=1500, deadline=None)
@given(text=_PLAINLY, first=st.integers(1, 9))
def test_an_act_is_read_as_markdown_it_reads_it(text: str, first: int) -> None:
    assert read_markdown("a.md", text, first_line=first) == clausier.source.markdown.tokens.read("a.md", text, first)


@settings(max_examples=1500, deadline=None)
@given(text=_TEXTS, first=st.integers(1, 9))
def test_any_text_is_read_as_markdown_it_reads_it(text: str, first: int) -> None:
    assert read_markdown("a.md", text, first_line=first) == clausier.source.markdown.tokens.read("a.md", text, first)


def test_what_is_written_plainly_is_read_without_markdown_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(clausier.source.markdown.tokens, "read", refuse)
    found, diagnostics = read_markdown(
        "a.md",
        "**AVENANT\nN° 1**\n\n# Article 1er – Vote\n\nÀ l’article 4, les mots « a » tombent,\n3 voix suffisent.\n\n\n## 1. Seuil\n\n"
        "- a) un point\u00a0;\n  - un autre,\n    qui est long.\n\n> « Texte\n>\n> | a | b |\n> | --- | --- |\n> | 1 | |\n>\n> ## « 6.3 – Vote\n",
    )
    assert diagnostics == ()
    inside: list[Part] = [part for one in found if isinstance(one, Quote) for part in one.parts]
    told = [
        (part.text.chars, part.label, part.depth, part.span.line, part.span.column, part.span.end_line)
        if isinstance(part, Line)
        else (type(part), part.span.line, part.span.column)
        for part in (*found, *inside)
    ]
    assert told == [
        ("AVENANT N° 1", "", 0, 1, 1, 2),
        (Heading, 4, 3),
        ("À l’article 4, les mots « a » tombent, 3 voix suffisent.", "", 0, 6, 1, 7),
        (Heading, 10, 7),
        ("un point\u00a0;", "a)", 1, 12, 3, 12),
        ("un autre, qui est long.", "", 2, 13, 5, 14),
        (Quote, 16, 1),
        ("« Texte", "", 0, 16, 3, 16),
        (Grid, 18, 1),
        (Heading, 22, 6),
    ]
    assert [part.text.marks for part in found if isinstance(part, Line)][:2] == [(Mark(0, 12, "strong"),), ()]
    assert [cell.chars for part in inside if isinstance(part, Grid) for row in part.rows for cell in row] == [
        "a",
        "b",
        "1",
        "",
    ]
