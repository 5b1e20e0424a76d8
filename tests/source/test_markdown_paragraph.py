"""The rule that makes most paragraphs makes those of markdown-it's own rules, and leaves all else to them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from clausier.source.markdown.paragraph import paragraph

OWN = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table").disable(["text_join", "inline"])
WITH = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table").disable(["text_join", "inline"])
WITH.block.ruler.before("table", "most_paragraphs", paragraph)
PIECES = (
    "a",
    "é b",
    "- ",
    "-",
    "---",
    "=",
    "===",
    "| ",
    "|",
    ":-:",
    "> ",
    ">",
    "# ",
    "1. ",
    "2) ",
    "1",
    "* ",
    "    ",
    "  ",
)
MORE = (
    "\t",
    "`",
    "```",
    "~~~",
    "<p>",
    "<!-- ",
    "[a]: b",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\\",
    "+ ",
    "_",
    "***",
    "\u00a0",
    "ª",
)


def tokens(parser: MarkdownIt, text: str) -> tuple[list[object], dict[str, object]]:
    env: dict[str, object] = {}
    return [token.as_dict() for token in parser.parse(text, env)], env


@given(st.lists(st.sampled_from((*PIECES, *MORE)), max_size=30).map("".join))
@example("a\n- b\n- c\nd\n1. e\n2. f")
@example("a\n---\n\na\n===\n\na\n- - -")
@example("a | b\n--|--\nc | d\ne")
@example("> a\nb\n> - c\nd\n    e\n> f\n```")
@example("- a\n\n  b\n c\n\n      d\n2. e")
@example("a\n    b\n  <p>\n\nc\n[a]: b\n# d")
def test_the_tokens_are_the_same(text: str) -> None:
    assert tokens(WITH, text) == tokens(OWN, text)


@pytest.mark.parametrize("text", ["a\n===", "a\n:-:", "    a", "1 a", "- a"])
def test_it_leaves_all_else_to_the_other_rules(text: str) -> None:
    made: list[bool] = []

    def told(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        made.append(paragraph(state, start, end, silent))
        return made[-1]

    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.before("table", "told", told)
    parser.parse(text)
    assert made[0] is False


def test_it_makes_the_paragraphs_of_an_act() -> None:
    found = WITH.parse("Les parties\nconviennent :\n- d\u2019un but ;\n- d\u2019un délai.\n\nFait à Metz.")
    assert [token.content for token in found if token.type == "inline"] == [
        "Les parties\nconviennent :",
        "d\u2019un but ;",
        "d\u2019un délai.",
        "Fait à Metz.",
    ]
