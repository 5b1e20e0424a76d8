"""What a row of confused words is looked for by: letters that every word it takes must have."""

from __future__ import annotations

import re

import pytest

from clausier.check.word_confused import _LETTERS, CONFUSED

# By hand, every word that a pattern takes.
WORDS = {
    r"voies?": "voie voies",
    r"(?:dors|d['’]ors)": "dors d'ors d’ors",
    r"(?-i:a)": "a",
    r"sessions?": "session sessions",
    r"cessions?": "cession cessions",
    r"sensée?s?": "sensé sensée sensés sensées",
    r"(?:côtes?|cottes?|quottes?|cotes?)[\s-]parts?": "côte-part côtes-parts cotte-part quottes-parts cote-part cotes-part",
    r"palliers?": "pallier palliers",
}


@pytest.mark.parametrize("pattern", sorted({wrong for _, wrong, _, _ in CONFUSED}))
def test_a_row_is_looked_for_by_letters_of_each_of_its_words(pattern: str) -> None:
    if pattern.isalpha():
        assert pattern not in _LETTERS
        return
    for word in WORDS[pattern].split():
        assert re.fullmatch(pattern, word)
        assert _LETTERS[pattern] in word
