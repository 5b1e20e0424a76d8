"""Expressions that are compiled only where a sentence has one of their words: whatever one of them matches has one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.check import exception_unquoted
from clausier.french import force, phrases, term, whole

PAIRS = {
    "an end": (term._MAY_END, term._TOLD_BY),
    "the end of the convention": (whole._MAY_END, whole._ENDING),
    "another text of the convention": (whole._REWORDED, whole._BEGINS),
    "a day to come": (force._WAITS, force._WAITING),
    "a change": (phrases._TELLS, phrases._TOLD_BY),
    "an exception": (exception_unquoted._EXCEPTION, exception_unquoted._TOLD_BY),
}


@pytest.mark.parametrize("what", PAIRS)
@given(data=st.data())
def test_what_an_expression_matches_has_one_of_the_words_that_are_looked_for_first(
    what: str, data: st.DataObject
) -> None:
    pattern, words = PAIRS[what]
    matched = data.draw(st.from_regex(re.compile(pattern.pattern)))
    assert any(word in matched.lower() for word in words)
