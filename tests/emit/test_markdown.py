"""Words as Markdown, which any reader of it shows as they are."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from clausier.emit.markdown import escaped


@pytest.mark.parametrize(
    "words", ["5 &lt; 6, &amp; et &#38;", "R&D ; A&B, a & b;", "5*3 et 4*2, __/__/____", "[a](b) `c` <d> \\"]
)
def test_words_are_shown_as_they_are(words: str) -> None:
    shown = MarkdownIt().parseInline(escaped(words))[0].children or []
    assert "".join(token.content for token in shown) == words
    assert {token.type for token in shown} <= {"text", "text_special"}
