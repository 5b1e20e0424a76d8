from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clausier.rules.pattern import Malformed, Match, Pattern, loose_matches, matches, plain, read_pattern
from clausier.text.words import occurrences


def pattern(words: str) -> Pattern:
    found = read_pattern(words)
    assert isinstance(found, Pattern)
    return found


def found(words: str, chars: str) -> list[tuple[str, ...]]:
    """Each match: the quotation as the text has it, then what its placeholders took."""
    return [shown(match, chars) for match in matches(pattern(words), chars)]


def shown(match: Match, chars: str) -> tuple[str, ...]:
    return (chars[match.start : match.end], *(captured.words for captured in match.captures))


@pytest.mark.parametrize(
    ("words", "why", "part"),
    [
        ("à {seuil:pourcent} des voix", "type", "pourcent"),
        ("à {:pourcentage} des voix", "name", "{:pourcentage}"),
        ("à {le seuil:pourcentage} des voix", "name", "{le seuil:pourcentage}"),
        ("à {seuil} des voix", "brace", "{"),
        ("à seuil} des voix", "brace", "}"),
        ("de {a:entier} à {a:entier} voix", "twice", "a"),
        ("de {a:entier}{b:entier} voix", "adjacent", "de {a:entier}{b:entier} voix"),
        ("{a:entier}", "no-words", "{a:entier}"),
        (" {a:entier} ", "no-words", " {a:entier} "),
        ("", "no-words", ""),
        ("nommé {a:texte}", "open-text", "a"),
        ("{a:texte} préside", "open-text", "a"),
    ],
)
def test_a_malformed_quotation_says_what_is_wrong_with_it(words: str, why: str, part: str) -> None:
    assert read_pattern(words) == Malformed(why, part)  # type: ignore[arg-type]  # the table above is of its words


def test_names_and_types_of_placeholders_may_bear_accents() -> None:
    (placeholder,) = pattern("au moins {délai-min:durée} avant").placeholders
    assert (placeholder.name, placeholder.type) == ("délai-min", "duration")


def test_plain_words_are_found_through_typography() -> None:
    text = "Pour l’œuvre «\u00a0libre\u00a0», il vote."
    assert [shown(match, text) for match in matches(plain(' l\'oeuvre "libre" '), text)] == [
        ("l’œuvre «\u00a0libre\u00a0»",)
    ]


@pytest.mark.parametrize(
    ("words", "chars", "expected"),
    [
        (
            "à {s:pourcentage} des voix",
            "à 80 % des voix, à 75% des voix",
            [("à 80 % des voix", "80 %"), ("à 75% des voix", "75%")],
        ),
        (
            "au moins {d:durée} avant",
            "au moins trois semaines avant",
            [("au moins trois semaines avant", "trois semaines")],
        ),
        ("{d:durée} avant", "au moins trois (3) semaines avant", [("trois (3) semaines avant", "trois (3) semaines")]),
        ("dispose de {n:nombre}", "dispose de 12 000 voix", [("dispose de 12 000", "12 000")]),
        ("dispose de {n:nombre}", "dispose de 4,5.", [("dispose de 4,5", "4,5")]),
        (
            "{f:fraction} des élèves",
            "ont plus de la moitié des élèves",
            [("plus de la moitié des élèves", "plus de la moitié")],
        ),
        ("dispose d'{n:entier} voie", "dispose d’une voie", [("dispose d’une voie", "une")]),
        ("dit « {t:texte} » ici", "dit «\u00a0le mot\u00a0» ici", [("dit «\u00a0le mot\u00a0» ici", "le mot")]),
        (
            "de {a:texte} à {b:texte} ans",
            "de un à deux à trois ans",
            [("de un à deux à trois ans", "un", "deux à trois")],
        ),
        ("de {a:entier} à {b:entier} ans", "de un à deux à trois ans", []),
        ("de {a:entier} à {b:entier} ans", "de à de 1 à 2 ans", [("de 1 à 2 ans", "1", "2")]),
        ("à {s:pourcentage} des voix", "à la moitié des voix", []),
        ("à {s:pourcentage} des voix", "à 80 % des voixs", []),
        ("à {s:pourcentage} des voix", "voilà 80 % des voix", []),
        ("{n:entier} voix", "12,5 voix", []),
        ("{n:entier} voix", "des voix, trois voix", [("trois voix", "trois")]),
        ("de {n:entier} à", "de 5 à de 6 à", [("de 5 à", "5"), ("de 6 à", "6")]),
    ],
)
def test_placeholders_take_words_of_their_type_alone(words: str, chars: str, expected: list[tuple[str, ...]]) -> None:
    assert found(words, chars) == expected


def test_a_leading_placeholder_takes_the_longest_words_that_fit() -> None:
    assert found("{n:entier} voix", "deux cent vingt voix") == [("deux cent vingt voix", "deux cent vingt")]


def test_a_trailing_placeholder_takes_the_longest_words_that_fit() -> None:
    assert found("dure {d:durée}", "dure 5 jours francs au plus") == [("dure 5 jours francs", "5 jours francs")]


def test_loosely_anything_may_stand_for_a_placeholder_and_its_value_says_whether_it_fits() -> None:
    (match,) = loose_matches(pattern("à {s:pourcentage} des voix"), "à la majorité des voix")
    assert shown(match, "à la majorité des voix") == ("à la majorité des voix", "la majorité")
    assert match.captures[0].value is None


def test_a_capture_reaches_no_further_than_a_sentence_is_long() -> None:
    assert loose_matches(pattern("de {t:texte} à"), f"de {'x' * 200} à") != ()
    assert loose_matches(pattern("de {t:texte} à"), f"de {'x' * 201} à") == ()


def test_the_fixed_words_of_a_match_leave_its_captures_out() -> None:
    chars = "il faut 80 % des voix de 12 membres."
    (match,) = matches(pattern("faut {s:pourcentage} des voix de {n:entier}"), chars)
    assert [chars[a:b] for a, b in match.fixed] == ["faut ", " des voix de "]
    (match,) = matches(pattern("{s:pourcentage} des voix"), chars)
    assert [chars[a:b] for a, b in match.fixed] == [" des voix"]


def test_many_placeholders_over_many_words_take_no_long_time() -> None:
    words = " ".join(f"{{p{n}:texte}} x" for n in range(12))
    assert matches(pattern(f"d {words} fin"), "d " + "x " * 400) == ()


@given(st.text("ab’'- 1,«».", max_size=40), st.text("ab’'- 1,«».", min_size=1, max_size=6))
@example("a b a b a", "a b a")
def test_a_quotation_without_placeholders_stands_where_its_words_occur(chars: str, words: str) -> None:
    quoted = read_pattern(words)
    if isinstance(quoted, Pattern):
        spans = [(m.start, m.end) for m in matches(quoted, chars)]
        assert spans == list(occurrences(chars, words))


@given(st.text(max_size=60))
def test_any_text_is_a_quotation_or_says_why_not(words: str) -> None:
    quoted = read_pattern(words)
    if isinstance(quoted, Pattern):
        for match in (*matches(quoted, words), *loose_matches(quoted, words)):
            assert 0 <= match.start < match.end <= len(words)
