"""Words as Markdown, which any reader of it shows as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from clausier.emit.markdown import escaped, head, marked
from clausier.text import Text
from support.projects import sound, written


@pytest.mark.parametrize(
    "words", ["5 &lt; 6, &amp; et &#38;", "R&D ; A&B, a & b;", "5*3 et 4*2, __/__/____", "[a](b) `c` <d> \\", "~~e~~"]
)
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).parseInline(escaped(words))[0].children or []
    assert "".join(token.content for token in shown) == words
    assert {token.type for token in shown} <= {"text", "text_special"}


@pytest.mark.parametrize("words", ["1986. Le comité", "3) Le comité", "12.", "- a", "+ 5 %", "# a", "> a", "1.5 jour"])
def test_words_begin_a_paragraph_and_no_list(words: str) -> None:
    opened, shown, _ = MarkdownIt().parse(marked(Text(words)))
    assert opened.type == "paragraph_open"
    assert "".join(token.content for token in shown.children or []) == words


def test_the_title_of_a_convention_is_its_words(tmp_path: Path) -> None:
    index = "id: a\ntitre: Marché [2](3) de moins de *5* <k> €\nsignature: 2020-01-01\n"
    written(tmp_path / "convention", {"convention.yml": index, "01.md": "# Article 1\n\nUn.\n"})
    timeline = sound(tmp_path).timeline
    _, shown, *_ = MarkdownIt().parse(head(timeline, timeline.latest)[0])
    assert "".join(token.content for token in shown.children or []) == "Marché [2](3) de moins de *5* <k> €"
