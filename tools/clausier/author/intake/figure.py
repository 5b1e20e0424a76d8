"""A figure that a sentence changes without quoting it → the operation that changes it in the text in force."""

from __future__ import annotations

import re

from clausier.author.apply.figures import figure_told
from clausier.french import Order, Part, Said, written
from clausier.french.orders import Keys
from clausier.model.provision import Provision
from clausier.refs.lines.ranked import ranks, unit_part
from clausier.text.regex import regex
from clausier.text.words import occurrences

_SINCE = regex(r"\b(?:compter|partir) d", re.IGNORECASE)


def figure_changed(said: Said, text: Provision) -> Keys | None:
    """The operation that changes a figure, by a sentence that tells it without quotes; None where which one is not certain.

    Nor is it where it is told since when, or in a row of a table.
    """
    told = None if _SINCE.search(said.sentence) else figure_told(said, text)
    rank = ranks(told.section.article)[told.index] if told else None
    if told is None or rank is None:
        return None
    line, start = told.line, told.start
    while start and len(occurrences(line, line[start : told.end])) > 1:
        start = line.rfind(" ", 0, start - 1) + 1  # with the word before it
    place = (unit_part(told.section.article), Part("ALINEA", (str(rank),)))
    quotations = (line[start : told.end], f"{line[start : told.start]}{told.new}")
    return written(Order("replace_words", place, (0, 1)), quotations)[0].keys
