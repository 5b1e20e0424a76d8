"""An expression that is asked only of sentences that begin in one of some ways: whatever it matches begins so."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clausier.french import whole


@given(st.from_regex(re.compile(whole._REWORDED.pattern), fullmatch=True))
def test_another_text_of_the_convention_is_announced_by_words_that_begin_as_looked_for_first(matched: str) -> None:
    assert matched.startswith(whole._BEGINS)
