"""A rule of markdown-it's that makes most of its paragraphs, before its other rules have been tried one by one."""

from __future__ import annotations

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

from clausier.text.regex import regex

_RULED = regex(r"[-=|:\s]*")  # a line that may make a heading or a table of the one above it


def paragraph(state: StateBlock, start: int, _: int, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    """The paragraph that begins on the line `start`, where that line begins with a letter; False where others have to look.

    No other block begins with a letter, nor ends a paragraph with one, unless a line below is ruled. Tokens are those of
    `markdown_it.rules_block.paragraph`.
    """
    if silent or not _with_a_letter(state, start) or state.is_code_block(start):
        return False
    terminators = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    line, end = start + 1, state.lineMax
    while line < end and not state.isEmpty(line):
        if not _with_a_letter(state, line):
            if _RULED.fullmatch(state.src, state.bMarks[line], state.eMarks[line]):
                state.parentType = outer
                return False
            # As there: a line indented by four spaces goes on with the paragraph, one of a quotation has been looked at.
            inside = state.sCount[line] < 0 or state.is_code_block(line)
            if not inside and any(ends(state, line, end, True) for ends in terminators):
                break
        line += 1
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start, line]
    words = state.push("inline", "", 0)
    words.content = mdTrim(state.getLines(start, line, state.blkIndent, False))
    words.map, words.children = [start, line], []
    state.push("paragraph_close", "p", -1)
    state.parentType = outer
    return True


def _with_a_letter(state: StateBlock, line: int) -> bool:
    return state.src[state.bMarks[line] + state.tShift[line]].isalpha()
