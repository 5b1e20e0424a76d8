"""Lines of a paragraph that were begun on purpose, told from those that were broken because they were full."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from clausier.source.markdown.breaks import NARROW, WIDE, labelled, new_lines, run_together

WORDS = st.lists(
    st.sampled_from(["à", "le", "comité", "siège.", "Il", "vote ;", "collectivité.", "Dole"]), min_size=1, max_size=120
)


@given(WORDS, st.integers(NARROW, WIDE))
def test_lines_that_are_broken_where_they_are_full_were_not_begun_on_purpose(words: list[str], width: int) -> None:
    assert new_lines(textwrap.wrap(" ".join(words), width)) == []


@given(st.lists(st.sampled_from(["Le comité siège.", "Il vote ;", "Il est libre :"]), min_size=1, max_size=6))
def test_a_sentence_on_each_line_was(lines: list[str]) -> None:
    assert new_lines(lines) == list(range(1, len(lines)))


def test_a_line_longer_than_any_that_is_broken_was_ended_on_purpose() -> None:
    assert new_lines(["Le comité siège. " * 8, "Il vote."]) == [1]


def test_a_label_begins_an_item_only_where_the_line_before_has_come_to_an_end() -> None:
    assert labelled("1° de l’article 3.", "dans les conditions prévues au") == ""
    assert labelled("1° décide ;", "Le comité :") == "1°"
    assert labelled("a) décide ;", "Le comité :") == "a)"
    assert labelled("ii. décide ;", "i. siège ;") == "ii."
    assert labelled("• décide ;", "dans les conditions prévues au") == "•"
    assert not run_together(["dans les conditions prévues au", "1° de l’article 3."])
