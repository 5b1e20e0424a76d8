from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.text.typography import SPACES, fold, folded, same, unbroken

SIGNS = "aeé1 .,'’‘-–—«»“”„\"œŒæÆﬁ…\u00ad\u200b\u00a0\u202f\u2009\u0301\n\t"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("a\u00a0b\u202fc\u2009d\ne\tf", "a b c d e f"),
        ("a  b \u00a0 c", "a b c"),
        ("l’un l‘autre lʼun l´un l`un l′un", "l'un l'autre l'un l'un l'un l'un"),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("« mot » “mot” „mot” ″mot″", '"mot" "mot" "mot" "mot"'),
        ("«\u00a0mot\u202f»", '"mot"'),
        ('" mot "', '" mot "'),
        ("cœur Œuvre ex æquo Æ", "coeur OEuvre ex aequo AE"),
        ("ﬁn ﬂot aﬀaire eﬃcace eﬄuve", "fin flot affaire efficace effluve"),
        ("trois points…", "trois points..."),
        ("pro\u00adgram\u200bme\ufeff", "programme"),
        ("e\u0301te\u0301", "été"),
        ("\u0301a", "\u0301a"),
        ("q\u0301", "q\u0301"),
        ("Rien d'autre: é É 1 - a", "Rien d'autre: é É 1 - a"),
    ],
)
def test_typography_is_folded_and_nothing_else(written: str, plain: str) -> None:
    assert folded(written) == fold(written).chars == plain


def test_every_space_is_one_space() -> None:
    assert {folded(f"a{space}b") for space in SPACES} == {"a b"}


def naive(chars: str) -> str:
    """The same, written otherwise: by substitution, without places."""
    chars = re.sub("[\u00ad\u200b\ufeff]", "", unicodedata.normalize("NFC", chars))
    spaces = f"[{re.escape(SPACES)}]"
    chars = re.sub(f"([«“„]){spaces}+", r"\1", chars)
    chars = re.sub(f"{spaces}+([»”])", r"\1", chars)
    chars = re.sub(f"{spaces}+", " ", chars)
    for written, plain in {"’": "'", "‘": "'", "–": "-", "—": "-", "œ": "oe", "Œ": "OE", "ﬁ": "fi", "…": "..."}.items():
        chars = chars.replace(written, plain)
    return re.sub("[«»“”„]", '"', chars.replace("æ", "ae").replace("Æ", "AE"))


@given(st.text(alphabet=SIGNS.replace("\u0301", ""), max_size=30))
def test_folding_equals_a_naive_substitution(chars: str) -> None:
    assert folded(chars) == naive(chars)


@given(st.text(alphabet=SIGNS, max_size=30))
def test_folding_without_places_gives_the_same_characters(chars: str) -> None:
    assert folded(chars) == fold(chars).chars


@given(st.text(alphabet=SIGNS, max_size=30))
def test_every_folded_character_has_its_place(chars: str) -> None:
    text = fold(chars)
    assert len(text.chars) == len(text.starts) == len(text.ends)
    assert list(text.starts) == sorted(text.starts)
    for index in range(len(text.chars)):
        start, end = text.original(index, index + 1)
        assert 0 <= start < end <= len(chars)
        assert text.chars[index] in folded(chars[start:end])
        earlier = index > 0 and text.starts[index - 1] == start
        assert text.inside(index) is earlier
    assert not text.inside(len(text.chars))


def test_a_stretch_that_ends_in_a_decomposed_accent_takes_the_accent_along() -> None:
    assert fold("l'ete\u0301 2018").original(2, 5) == (2, 6)
    assert fold("a  b").original(1, 2) == (1, 3)


def test_words_are_the_same_through_typography_and_outer_spaces_only() -> None:
    assert same("L’avenant n°\u00a01 ", " L'avenant n° 1")
    assert same("a", "a")
    assert not same("Avenant", "avenant")
    assert not same("été", "ete")
    assert not same("a b", "ab")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("l’avenant n° 3 du 1er mars", "l’avenant n°~3 du 1er mars"),
        ("N° 12 ; articles 3 et 4, art. 5, al. 2", "N°~12~; articles~3 et 4, art.~5, al.~2"),
        ("Titre II : l’annexe 1, ARTICLE 3", "Titre~II~: l’annexe~1, ARTICLE~3"),
        ("« 12 % de 10 000 € » ?", "«~12~% de 10~000~€~»~?"),
        ("2° un article bref, le 3° de l’alinéa Vingt", "2° un article bref, le 3° de l’alinéa Vingt"),
        ("la particule 4 d’un quartier", "la particule 4 d’un quartier"),
    ],
)
def test_no_line_ends_where_french_keeps_two_words_together(words: str, kept: str) -> None:
    assert unbroken(words) == kept.replace("~", "\u00a0")
    assert same(words, unbroken(words))
    assert len(unbroken(words)) == len(words)
