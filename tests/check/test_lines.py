"""The lines of an act searched as one text: those found are those that a search of each by itself finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from clausier.check.passage import Lines, Passage
from clausier.diagnostics import Span
from clausier.model.provision import Provision

ACT = Provision(id="act", kind="document")
CHARS = st.text(st.sampled_from("aA bB\u00a0\u202f.-É1"), max_size=12)


def lines(*chars: str) -> Lines:
    return Lines(tuple(Passage(chars=c, kind="alinea", span=Span("a.md"), own=ACT, within=ACT) for c in chars))


def found(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.chars for passage in passages]


def test_words_are_found_whatever_their_case_and_spaces_and_in_one_line_alone() -> None:
    few = lines("Le Comité\u00a0 de SUIVI", "le comité", "de suivi", "")
    assert found(few.holding("comité de suivi")) == ["Le Comité\u00a0 de SUIVI"]
    assert found(few.holding("suivi", "le ")) == ["Le Comité\u00a0 de SUIVI", "le comité", "de suivi"]
    assert few.words == {"Le", "Comité", "de", "SUIVI", "le", "comité", "suivi"}
    assert found(few.matching(re.compile("[A-Z]{2}"))) == ["Le Comité\u00a0 de SUIVI"]


@given(st.lists(CHARS, max_size=8), st.text(st.sampled_from("ab1é.-"), min_size=1, max_size=3))
def test_the_lines_found_are_those_that_each_search_finds(chars: list[str], word: str) -> None:
    every = lines(*chars)
    assert found(every.holding(word)) == [c for c in chars if word in " ".join(c.lower().split())]
    assert list(every.ranks(word)) == [rank for rank, c in enumerate(chars) if word in " ".join(c.lower().split())]
    pattern = re.compile(re.escape(word.upper()))
    assert found(every.matching(pattern)) == [c for c in chars if pattern.search(c)]
    assert every.words == {w for c in chars for w in re.findall(r"\w+", c)}


def test_lines_of_capitals_are_shouted() -> None:
    assert [
        p.shouted for p in lines("LE PRÉSENT AVENANT", "Le présent avenant", "A", "L’AG vote.", "12", "L’AG").passages
    ] == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]
