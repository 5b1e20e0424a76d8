"""Marks of Markdown that make nothing are told, wherever a line has words; those that are meant are left alone."""

from __future__ import annotations

import pytest

from clausier.source.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Article 1 – **Objet\n", [("SRC223", 1, 15)]),
        ("Un,\n**deux.\n\nTrois.\n", [("SRC223", 2, 1)]),
        ("Un **deux.\n\n**Trois.\n", [("SRC223", 1, 4), ("SRC223", 3, 1)]),
        ("| A | B** |\n|---|---|\n| **1** | 2 |\n", [("SRC223", 1, 8)]),
        ("- **un\n- deux\n", [("SRC223", 1, 3)]),
        ("**Un** et \\*\\*deux (**), *trois*.\n", []),
        ("#Un\n", [("SRC221", 1, 1)]),
        ("\\#Un, et #deux.\n", []),
        ("Un\n| deux |\n", []),
        ("| un |\n", [("SRC222", 1, 1)]),
        ("a (*) et b (*)\n", [("SRC224", 1, 4)]),
        ("5*3 et 4*2\n", [("SRC224", 1, 2)]),
        ("x\n5*3 et (4*)\n", [("SRC224", 2, 2)]),
        ("Le __/__/____.\n", [("SRC224", 1, 4)]),
        ("Le _____ 20__, __ / __, *:* _a_\n", []),
        ("a*b et c*d\n", [("SRC224", 1, 2)]),
        ("5*3, 5\\*3 et 4\\*2, 1_2_3\n", []),
        ("1*er*, *a*b, CO*2*, l’*a*, **1**, n*1*\n", []),
        ("a (*), *b (c)*, [*](https://exemple.fr)\n", []),
    ],
)
def test_marks_that_make_nothing_are_told_at_their_place(text: str, told: list[tuple[str, int, int]]) -> None:
    _, found = read_markdown("a.md", text)
    assert [(one.code.id, one.span.line, one.span.column) for one in found] == told
