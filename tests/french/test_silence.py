"""No amending verb and no quotation is passed over in silence: sentences made at random from the lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clausier.french import read_article, read_sentence
from clausier.french.joining import VERBS
from clausier.french.lexicon import KINDS
from clausier.french.quotations import cut

CASES = sorted(Path(__file__).with_name("cases").glob("*.yml"))
PHRASES = [
    c["phrase"] for path in CASES for c in yaml.safe_load(path.read_text(encoding="utf-8")) if "«" in c["phrase"]
]
# Words as the table has them, numbers, words that it does not know, quotations, signs.
ANY = st.one_of(
    st.sampled_from(sorted(KINDS)),
    st.integers(1, 30).map(str),
    st.sampled_from(
        ["1er", "2°", "a)", "III", "tableau", "repas", "durée", "certains", "janvier", "(", ")", ",", ";", ":"]
    ),
    st.sampled_from(["« le matin »", "« repas »", "« 5 € »"]),
)
AMENDING = sorted(form for form, kind in KINDS.items() if kind in VERBS)
# Of a verb that only says what is not changed (« non modifiées … demeurent »), silence is right.
STAYS = {"demeure", "demeurent", "reste", "restent"}


def sentence(words: list[str]) -> str:
    """The words with a full stop: one sentence, since none of them begins with a capital."""
    return " ".join(words) + "."


@given(st.lists(ANY, max_size=14), st.sampled_from(AMENDING), st.lists(ANY, max_size=14))
def test_an_amending_verb_is_an_order_or_is_asked_about(before: list[str], verb: str, after: list[str]) -> None:
    words = [w for w in (*before, verb, *after) if w not in STAYS]
    reading = read_sentence(cut(sentence(words))[0])
    assert reading.orders or reading.amends


@given(st.lists(ANY, max_size=14), st.lists(ANY, max_size=14))
def test_a_quotation_is_of_an_order_or_is_asked_about(before: list[str], after: list[str]) -> None:
    words = [*before, "« le soir »", *after]
    reading = read_sentence(cut(sentence(words))[0])
    assert reading.orders or reading.amends


@given(st.lists(st.lists(ANY, min_size=1, max_size=10), min_size=1, max_size=4), st.sampled_from(AMENDING))
def test_no_line_of_an_article_is_lost(lines: list[list[str]], verb: str) -> None:
    """Each line is a sentence of its own, or new text that another line brings; what has a verb is asked about or ordered."""
    text = "\n".join(sentence([w for w in words if w not in STAYS]) for words in (*lines, ["repas", verb, "repas"]))
    said = read_article(text)
    assert any(one.orders or one.amends or one.uncertain for one in said)
    shown = " ".join(" ".join((one.sentence, *one.after, *one.payload)) for one in said)
    assert verb in shown


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_quotation_of_a_sentence_that_orders_is_lost(phrase: str) -> None:
    """Each is words, a name or a heading that an order takes, a new text, or part of an act's name."""
    every = read_article(phrase)
    orders = [o for said in every for o in said.orders]
    taken = {n for o in orders for n in (*o.words, o.headed, *(p.named for p in (*o.place, *o.anchor)))}
    for said in every:
        kept = {q for n, q in enumerate(said.quotations) if n in taken} | set(said.payload)
        lost = set(said.quotations) - kept if said.orders else set()
        assert [q for q in lost if not any(q in act for act in said.acts)] == []
