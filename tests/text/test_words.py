"""Words in plain strings: found whole, put in and taken out with their spaces; an oracle cuts the string into tokens."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clausier.text import Mark, Text
from clausier.text.words import cut, nearest, occurrences, spaced, trimmed, uncapitalised, unquoted

WORDS = st.lists(
    st.sampled_from(["le", "comité", "Comité", "de", "10", "2018", "art", "partie"]), min_size=1, max_size=8
)


def found(chars: str, words: str) -> list[str]:
    return [chars[start:end] for start, end in occurrences(chars, words)]


@pytest.mark.parametrize(
    ("chars", "words", "count"),
    [
        ("art, l'art; l’art-là (art) art.", "art", 5),
        ("l'art, l’un, il", "l'", 2),
        ("partie arts parts", "art", 0),
        ("comité Comité COMITÉ", "comité", 1),
        ("10 000 et 110 et 10", "10", 1),
        ("10 000 000 et 000", "000", 1),
        ("1 234 567", "234", 0),
        ("1 234 567", "1 234", 0),
        ("1 234 567", "1 234 567", 1),
        ("1 234 567", "234 567", 0),
        ("en 2018 100 fois", "2018", 1),
        ("en 2018 100 fois", "100", 1),
        ("4,5 4.5 4, 5 4. 4", "4", 3),
        ("4,5 5 5,", "5", 2),
        ("8.1 et 8.10 et 18.1", "8.1", 1),
        ("8.1 et 8.", "8.", 1),
        ("8,10 et ,10", ",10", 1),
        ("8.1 000 euros", "8.1", 1),
        ("version V2.0 du V2", "V2", 1),
        ("article 8 100 000 euros", "100 000", 0),
        ("80% et 80 %", "80", 2),
        ("80% et 80 %, 180 %", "80 %", 2),
        ("80% et 80\u00a0%", "80%", 2),
        ("Sont exclus: les prêts ; les dons", "exclus : les prêts; les", 1),
        ("80 et %", "80 %", 0),
        ("n°1 et n° 1", "1", 2),
        ("m2 et 2m et 2", "2", 1),
        ("12 3456", "12", 1),
        ("12 3456", "3456", 1),
        ("7 123, 7 1234", "7", 1),
        ("", "a", 0),
        ("a", "", 0),
        ("a", "  ", 0),
        ("aaa", "a", 0),
        ("a a a", "a a", 2),
        ("- a - a -", "-", 3),
        ("a…b", ".", 0),
        ("a… b...", "...", 2),
        (".…", "...", 1),
        ("bœuf", "b", 0),
        ("un mot", " mot ", 1),
    ],
)
def test_words_are_found_whole_in_their_case_numbers_too(chars: str, words: str, count: int) -> None:
    assert len(occurrences(chars, words)) == count


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("«\u00a0un mot\u00a0»", "un mot"),
        ("“un mot”", "un mot"),
        ('"un mot"', "un mot"),
        ("« un » et deux", "« un » et deux"),
        ("un et « deux »", "un et « deux »"),
        ("«»", "«»"),
    ],
)
def test_only_marks_that_enclose_the_words_are_taken_off(words: str, bare: str) -> None:
    assert unquoted(words) == bare


def test_what_is_found_is_the_stretch_as_written() -> None:
    assert found("L’œuvre «\u00a0libre\u00a0» – ou non", 'oeuvre "libre" - ou') == ["œuvre «\u00a0libre\u00a0» – ou"]
    assert found("pro\u00adgramme", "programme") == ["pro\u00adgramme"]
    assert found("l'e\u0301te\u0301.", "été") == ["e\u0301te\u0301"]


_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)*|\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W_]+")


def naive(chars: str, words: str) -> list[tuple[int, int]]:
    """Each place where the words stand and cut neither a word nor a number: both are found first."""
    tokens = [m.span() for pattern in (_NUMBER, _WORD) for m in pattern.finditer(chars)]
    inside = {i for start, end in tokens for i in range(start + 1, end)}
    places: list[tuple[int, int]] = []
    at = 0
    while words.strip() and at + len(words) <= len(chars):
        end = at + len(words)
        if chars[at:end] == words and not {at, end} & inside:
            places.append((at, end))
        at += 1
    return places


@given(st.text(alphabet="ab12 0.,-'(", max_size=24), st.data())
def test_words_are_found_where_a_naive_reader_finds_them(chars: str, data: st.DataObject) -> None:
    chars = re.sub(" +", " ", chars)
    start = data.draw(st.integers(0, len(chars)))
    words = chars[start : data.draw(st.integers(start, len(chars)))].strip()
    assert list(occurrences(chars, words)) == naive(chars, words)


@given(WORDS, st.integers(0, 7))
def test_deleted_words_take_one_space_along(words: list[str], n: int) -> None:
    assume(n < len(words) and len(words) > 1)
    chars = " ".join(words)
    start = len(" ".join(words[:n])) + (n > 0)
    low, high = cut(chars, start, start + len(words[n]))
    assert chars[:low] + chars[high:] == " ".join(words[:n] + words[n + 1 :])


@given(WORDS, st.integers(0, 8), st.sampled_from(["nouveau", "mot nouveau", " nouveau\u00a0"]))
def test_inserted_words_bring_one_space(words: list[str], n: int, new: str) -> None:
    assume(n <= len(words))
    chars = " ".join(words)
    at = len(" ".join(words[:n]))
    put = spaced(Text(chars), at, Text(new))
    assert chars[:at] + put.chars + chars[at:] == " ".join([*words[:n], new.strip(), *words[n:]])


@pytest.mark.parametrize(
    ("before", "new", "after", "put"),
    [
        ("le", "grand", " mot", " grand"),
        ("le ", "grand", "mot", "grand "),
        ("le ", "grand", " mot", "grand"),
        ("le\u00a0", "grand", "\u202fmot", "grand"),
        ("l'", "autre", "mot", "autre "),
        ("l’", "autre", "mot", "autre "),
        ("(", "autre", ")", "autre"),
        ("[", "autre", "]", "autre"),
        ("mot", "autre", ", puis", " autre"),
        ("mot", "autre", ".", " autre"),
        ("mot", "autre", "…", " autre"),
        ("mot", "autre", ";", " autre "),
        ("mot", ", puis", "", ", puis"),
        ("mot", ".", "", "."),
        ("mot", ")", "", ")"),
        ("", "autre", "mot", "autre "),
        ("", "autre", "", "autre"),
        ("le ", "d'", "ordre", "d'"),
        ("le ", "(", "ordre", "("),
        ("mot", " autre ", "mot", " autre "),
    ],
)
def test_a_space_comes_only_where_one_belongs(before: str, new: str, after: str, put: str) -> None:
    assert spaced(Text(before + after), len(before), Text(new)).chars == put


@pytest.mark.parametrize(
    ("before", "words", "after", "left"),
    [
        ("le ", "grand", " mot", "le mot"),
        ("", "grand", " mot", "mot"),
        ("le ", "grand", "", "le"),
        ("", "grand", "", ""),
        ("le ", "grand", ", puis", "le, puis"),
        ("le ", "grand", ".", "le."),
        ("le ", "grand", ";", "le;"),
        ("le ", "grand", "\u00a0;", "le\u00a0;"),
        ("« ", "grand", " mot »", "« mot »"),
        ("«\u00a0", "grand", " mot\u00a0»", "«\u00a0mot\u00a0»"),
        ("«\u00a0", "grand", "\u00a0»", "«\u00a0»"),
        ("« ", "grand", " »", "« »"),
        ("(", "grand", " mot)", "(mot)"),
        ("[", "grand", " mot]", "[mot]"),
        ("l'", "ancien", " usage", "l'usage"),
        ("l’", "ancien", " usage", "l’usage"),
        ("“", "grand", " mot”", "“mot”"),
        ("«", "grand", " mot»", "«mot»"),
        ("un ", "vice", "-président", "un -président"),
        ("un ", "l", "'usage", "un 'usage"),
        ("un-", "grand", " mot", "un- mot"),
        ("un/", "grand", "/mot", "un//mot"),
        ("le\u202f", "grand", " mot", "le\u202fmot"),
        ("le\u00a0", "grand", ".", "le."),
        ("", "grand", ", puis", ", puis"),
        ("(", "grand", ")", "()"),
    ],
)
def test_taking_words_out_leaves_no_space_too_many(before: str, words: str, after: str, left: str) -> None:
    chars = before + words + after
    low, high = cut(chars, len(before), len(before) + len(words))
    assert chars[:low] + chars[high:] == left


def test_inserted_words_keep_their_markup() -> None:
    new = Text(" un mot ", (), (Mark(4, 7, "em"),))
    put = spaced(Text("ab"), 1, new)
    assert put == Text(" un mot ", (), (Mark(4, 7, "em"),))
    assert trimmed(new) == Text("un mot", (), (Mark(3, 6, "em"),))


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("au minimum trois semaines avant", "au minimum 3 semaines avant"),
        ("au moins deux mois", None),
        ("la assemblée générale", "l'assemblée générale"),
        ("comite", "comité"),
    ],
)
def test_the_nearest_stretch_is_alike_or_nothing_is_said(words: str, near: str | None) -> None:
    passages = ("Le comité prépare l'assemblée générale annuelle", "qui se tient au minimum 3 semaines avant le vote")
    assert nearest(words, passages) == near


@pytest.mark.parametrize(
    ("figures", "text", "number"),
    [
        ("500 000", "soit 1\u00a0500\u00a0000 euros", "1\u00a0500\u00a0000"),
        ("345", "le montant de 12 345.", "12 345"),
        ("4", "un taux de 4,5 %", "4,5"),
        ("12", "le 3 mai", None),
    ],
)
def test_the_nearest_of_part_of_a_number_is_the_number(figures: str, text: str, number: str | None) -> None:
    assert nearest(figures, (text,)) == number


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("Avenant n° 2", "avenant n° 2"),
        ("AVENANT N° 2", "AVENANT N° 2"),
        ("À part", "à part"),
        ("L’acte", "l’acte"),
        ("", ""),
    ],
)
def test_words_go_on_inside_a_sentence(words: str, inside: str) -> None:
    assert uncapitalised(words) == inside


def test_the_nearest_of_several_is_the_most_alike() -> None:
    assert nearest("le comité local", ("le comité loca", "le comité local", "le comité locaux")) == "le comité local"
    assert nearest("un", ()) is None
    assert nearest("un", ("",)) is None
