"""From the characters of a block to their line and column in the source."""

from __future__ import annotations

from clausier.check.subject import locate
from clausier.diagnostics import Span


def place(
    source: str, chars: str, words: str, *, nth: int = 0, cell: int | None = None, line: int = 1
) -> tuple[int, int]:
    """The line and column of the `nth` occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = chars.index(words, start + 1)
    end_line = line + source.count("\n") if cell is None else line
    found = locate(source, Span("a.md", line, 1, end_line), chars, start, start + len(words), cell)
    assert found.path == "a.md"
    return found.line, found.column


def test_words_on_a_later_line_of_a_wrapped_alinea_are_found_there() -> None:
    assert place("Le bureau siège\nchaque mois.", "Le bureau siège chaque mois.", "mois") == (2, 8)


def test_words_that_a_line_end_cuts_begin_on_the_first_line() -> None:
    source = "> Le bureau siège\n> chaque mois."
    start = "Le bureau siège chaque mois.".index("siège chaque")
    found = locate(source, Span("a.md", 1, 3, 2), "Le bureau siège chaque mois.", start, start + 12)
    assert (found.line, found.column, found.end_line) == (1, 13, 2)


def test_the_second_of_two_equal_words_is_not_the_first() -> None:
    source = "- un vote, puis\n  un autre vote"
    assert place(source, "un vote, puis un autre vote", "vote") == (1, 6)
    assert place(source, "un vote, puis un autre vote", "vote", nth=1) == (2, 12)


def test_a_label_before_the_words_is_not_taken_for_them() -> None:
    assert place("- a) la personne a voté", "la personne a voté", "a voté") == (1, 18)
    assert place("- a) a voté", "a voté", "a") == (1, 6)


def test_marks_of_emphasis_escapes_and_links_are_passed_over() -> None:
    assert place(
        "Le **bu**reau \\[1\\] et [la charte](https://exemple.fr/x) lient", "Le bureau [1] et la charte lient", "bureau"
    ) == (1, 6)
    assert place("Voir [la charte](https://exemple.fr/x) ici", "Voir la charte ici", "charte ici") == (1, 10)


def test_a_no_break_space_matches_itself() -> None:
    assert place("Le total\u00a0: 10\u00a0%", "Le total\u00a0: 10\u00a0%", "10\u00a0%") == (1, 12)


def test_a_cell_is_searched_alone() -> None:
    assert place("> | Dole | Dole |", "Dole", "Dole", cell=0) == (1, 5)
    assert place("> | Dole | Dole |", "Dole", "Dole", cell=1) == (1, 12)
    assert place("Dole | Dole", "Dole", "Dole", cell=1) == (1, 8)
    assert place("à Dole", "à Dole", "Dole", cell=0) == (1, 3)
    assert place("| a \\| b | b |", "a | b", "b", cell=0) == (1, 8)


def test_what_the_source_does_not_hold_gets_the_place_of_its_block() -> None:
    span = Span("a.md", 4, 3, 4)
    assert locate("x\nx\nx\nLe bureau", span, "La cellule", 3, 10) == span


def test_lines_are_counted_in_the_file() -> None:
    assert place("# Titre\n\nLe bureau", "Le bureau", "bureau", line=3) == (3, 4)
