"""Numbers of articles as drafters write them, where they stand in a sentence: worked out by hand."""

from __future__ import annotations

import pytest

from clausier.refs.reading import number, of, of_a_code, words


@pytest.mark.parametrize(
    ("chars", "read", "rest"),
    [
        ("8.1 et", "8.1", "et"),
        ("8 bis et", "8 bis", "et"),
        ("8 bis ter.", "8 bis ter", "."),
        ("1er du", "1er", "du"),
        ("premier du", "premier", "du"),
        ("II de", "II", "de"),
        ("Ier de", "I", "de"),
        ("B du", "B", "du"),
        ("II. 1 du", "II.1", "du"),
        ("8. 1 du", "8", "."),
        ("L. 2113-6 du", "L. 2113-6", "du"),
        ("L 2113-6 du", "L. 2113-6", "du"),
        ("L2113-6 du", "L2113-6", "du"),
        ("R. * 12 du", "R. 12", "du"),
        ("D - 4 du", "D. 4", "du"),
        ("A. 12 du", "A. 12", "du"),
        ("R. 4 du", "R. 4", "du"),
        ("L. du code", "L", "."),
    ],
)
def test_a_number_is_read_with_all_that_belongs_to_it(chars: str, read: str, rest: str) -> None:
    line = words(chars)
    found = number(line, 0)
    assert found is not None
    assert found[0] == read
    assert line.written(found[1]) == rest


@pytest.mark.parametrize("chars", ["le 8", "", "bis", "- 4", "code"])
def test_what_is_no_number_is_not_read_as_one(chars: str) -> None:
    assert number(words(chars), 0) is None


def test_a_letter_before_a_full_stop_and_one_figure_is_a_part() -> None:
    # « A. 1 » : the 1 of a part A, where codes have no article of one figure.
    found = number(words("A. 1 du"), 0)
    assert found == ("A.1", 3)


def test_which_numbers_only_codes_bear() -> None:
    assert [of_a_code(n) for n in ("L. 2113-6", "R. 12", "D.4", "A. 12", "A. 1", "8.1", "II", "L")] == [
        *(True, True, True, True),
        *(False, False, False, False),
    ]


@pytest.mark.parametrize(
    ("chars", "rest"),
    [
        ("de la convention", "convention"),
        ("de l'avenant", "avenant"),
        ("de convention", "convention"),
        ("du code", "code"),
        ("des statuts", "statuts"),
        ("d'un avenant", "avenant"),
        ("d'une loi", "loi"),
        ("d'avenant", "avenant"),
    ],
)
def test_the_owner_comes_after_de(chars: str, rest: str) -> None:
    line = words(chars)
    after = of(line, 0)
    assert after is not None
    assert line.written(after) == rest


def test_nothing_is_owned_without_de() -> None:
    assert of(words("et la convention"), 0) is None
