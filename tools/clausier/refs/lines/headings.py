"""Headings in plain lines: one and the same, told by their words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from clausier.refs.lines.section import bare
from clausier.text.regex import regex
from clausier.text.typography import fold

_REWORDED = 0.6  # a first line that is like the heading in force is its new wording
_LABELLED = regex(r"\W*(?:\d+(?:\.\d+)*|[A-Za-z]|[IVX]+)\s?[.)°–-]|[-–—―•]")


def is_labelled(line: str) -> bool:
    """Whether a line begins with a number, a letter or a dash: an item, or the heading of a part."""
    return _LABELLED.match(line) is not None


def same_heading(line: str, heading: str) -> bool:
    """Whether a line is the heading in force, or a new wording of it: nearly its letters, or its words with more or fewer."""
    mine, theirs = bare(line), bare(heading)
    if mine == theirs:
        return True
    if is_labelled(line):
        return False
    ours, own = (set(re.findall(r"\w{3,}", fold(words).chars.lower())) for words in (line, heading))
    within = bool(ours and own) and (ours <= own or own <= ours)
    return within or SequenceMatcher(None, mine, theirs, autojunk=False).ratio() > _REWORDED
