"""A text of plain lines and headings alone is read as markdown-it reads it, to the column, or left to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import clausier.source.markdown_tokens
from clausier.source.markdown import Heading, Line, read_markdown

# What begins, ends or fills a line: most of it plain, some of it Markdown, all of it likely to meet in one line.
# Lines end with a line feed by then.
_PIECES = st.sampled_from((
    "Le comité", "l’avis", "É", "1.", "2)", "8.1", "a)", "-", "+", "#", "##", "#######", ">", "|", "| a |", "| --- |", "---", "===",
    "*", "_", "`", "```", "~~~", "\\", "&amp;", "&", "<b>", "<!--", "[a]: b", "[a](b)", "!", "n°", "«\u00a0x\u00a0»", " ", "  ", "    ",
    "\t", "\u00a0", "\u2028", "\x85", "\x0c", "\x00", ":", ";", "https://exemple.fr", "x@y.fr", "(1)",
))  # fmt: skip
_LINES = st.lists(_PIECES, max_size=4).map("".join) | st.lists(_PIECES, max_size=4).map(" ".join)
_TEXTS = (
    _LINES | st.lists(_LINES | st.just(""), max_size=7).map("\n".join) | st.lists(_LINES, max_size=5).map("\n\n".join)
)


@settings(max_examples=1500, deadline=None)
@given(text=_TEXTS, first=st.integers(1, 9))
def test_any_text_is_read_as_markdown_it_reads_it(text: str, first: int) -> None:
    assert read_markdown("a.md", text, first_line=first) == clausier.source.markdown_tokens.read("a.md", text, first)


def test_plain_lines_are_read_without_markdown_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(clausier.source.markdown_tokens, "read", refuse)
    found, diagnostics = read_markdown(
        "a.md", "# Article 1er – Vote\n\nÀ l’article 4, les mots « a » tombent.\n\n\n## 1. Seuil\n"
    )
    assert diagnostics == ()
    told = [
        (type(part), part.text.chars, part.span.line, part.span.column)
        for part in found
        if isinstance(part, Heading | Line)
    ]
    assert told == [
        (Heading, "Article 1er – Vote", 1, 3),
        (Line, "À l’article 4, les mots « a » tombent.", 3, 1),
        (Heading, "1. Seuil", 6, 7),
    ]
