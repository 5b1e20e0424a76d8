"""New texts that leave lines aside."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {
        "num": "4",
        "title": "Service",
        "text": "Le service de midi ouvre chaque jour à onze heures.\n"
        "Le repas de midi est servi dans la grande salle.\n"
        "Le menu de la semaine est affiché à l'entrée.\n"
        "Le service du soir ouvre chaque jour à dix-huit heures.",
    }
]
LINES = BASE[0]["text"].split("\n")
SENTENCE = "L'article 4 est modifié comme suit :"
SECOND = "Le repas de midi est servi dans la petite salle."
LAST = "Le service du soir ouvre chaque jour à dix-neuf heures."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"[…]\n{SECOND}\n[…]", [LINES[0], SECOND, *LINES[2:]]),
        (f"(...)\n{SECOND}\n(...)\n{LAST}", [LINES[0], SECOND, LINES[2], LAST]),
        (f"{LINES[0]}\n{SECOND}\n…", [LINES[0], SECOND, *LINES[2:]]),
    ],
)
def test_what_is_left_aside_stands(text: str, lines: list[str]) -> None:
    assert done(SENTENCE, f"« {text} »", base=BASE) == ({"4": "\n".join(lines)}, [])


@pytest.mark.parametrize(
    "text",
    [
        "[…]\nLe pain est compris dans le prix.\n[…]",  # like no line
        f"{SECOND}\n[…]",  # nothing is left aside before it, and it is not the first line
        f"[…]\n{LAST}\n[…]\n{SECOND}\n[…]",  # in another order
        f"[…]\n{SECOND}",  # nothing is left aside after it, and it is not the last line
        "[…]",
    ],
)
def test_what_is_left_aside_is_asked_about_where_the_rest_does_not_show_its_place(text: str) -> None:
    assert done(SENTENCE, f"« {text} »", base=BASE) == ({}, [SENTENCE])
