"""Where a new article stands by its number alone."""

from __future__ import annotations

import pytest

from clausier.model.provision import Provision
from clausier.refs.behind import behind


def unit(number: str, *children: Provision, kind: str = "article") -> Provision:
    return Provision(id=f"{kind}-{number}", kind=kind, number=number, children=children)  # type: ignore[arg-type]  # of this test


FLAT = unit(
    "", unit("1"), unit("2"), unit("2 bis"), unit("2 ter"), unit("4", unit("4.1"), unit("4.2")), kind="document"
)
DIVIDED = unit(
    "",
    unit("I", unit("1"), unit("2"), kind="division"),
    unit("II", unit("3"), unit("4"), kind="division"),
    kind="document",
)
ROMAN = unit("", unit("VIII"), unit("IX"), unit("XI"), kind="document")
TWICE = unit("", unit("A", unit("1"), kind="annex"), unit("1"), unit("2"), kind="document")


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        (FLAT, "1 bis", "1"),
        (
            unit("", unit("1"), *(unit(f"1 {a}") for a in ("bis", "sexies")), unit("2"), kind="document"),
            "1 septies",
            "1 sexies",
        ),
        (FLAT, "2 quater", "2 ter"),
        (FLAT, "3", "2 ter"),  # behind « 2 bis » and « 2 ter », which belong to 2
        (FLAT, "4.3", "4.2"),
        (FLAT, "5", "4"),
        (FLAT, "6", None),  # there is no 5
        (FLAT, "4.1.1", None),
        (FLAT, "1", None),
        (unit("", unit("1"), kind="document"), "2", "1"),
        (FLAT, "A", None),  # nothing counts letters
        (ROMAN, "X", "IX"),
        (ROMAN, "IX bis", "IX"),
        (ROMAN, "VIII", None),  # there is no VII
        (ROMAN, "I", None),
        (DIVIDED, "III", None),
        (DIVIDED, "1 bis", "1"),
        (DIVIDED, "2 bis", None),  # the end of one division, or the beginning of the next
        (DIVIDED, "5", None),  # in the last division, or in one to come
        (TWICE, "2", None),  # behind the 1 of the annex, or the 1 of the text
        (TWICE, "3", "2"),
    ],
)
def test_the_number_says_behind_which_article(text: Provision, number: str, found: str | None) -> None:
    last = behind(number, text)
    assert (last.number if last else None) == found
