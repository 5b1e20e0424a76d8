"""Every sentence that the program can say in French is set as French is: no line may begin with `»` or `?`. Each code explains itself, in two languages."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

from clausier.catalogue import CODES

TOOLS = Path(__file__).parents[2] / "tools/clausier"
CODE = re.compile(r"`[^`]*`")
LOOSE = re.compile(r"« | [;?!»](?![=\w])|(?<=\w) :(?= |$)|\w'\w", re.MULTILINE)


def said_in_french() -> Iterator[tuple[str, str]]:
    """Where each sentence given as `fr=…` stands, and its words; what is filled in is not among them."""
    for path in sorted(TOOLS.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                for one in (keyword.value for keyword in call.keywords if keyword.arg == "fr"):
                    words = [c.value for c in ast.walk(one) if isinstance(c, ast.Constant) and isinstance(c.value, str)]
                    yield f"{path.relative_to(TOOLS)}:{one.lineno}", "…".join(words)


def test_messages_are_set_with_french_typography() -> None:
    messages = list(said_in_french())
    assert len(messages) > 900
    assert [(place, words) for place, words in messages if LOOSE.search(CODE.sub("", words))] == []


def test_explanations_are_set_with_french_typography() -> None:
    loose = {code.id: LOOSE.findall(CODE.sub("", code.explanation)) for code in CODES}
    assert {code: found for code, found in loose.items() if found} == {}


def test_every_code_is_declared_once_and_says_what_why_and_shows_an_example() -> None:
    assert len({code.id for code in CODES}) == len(CODES)
    for code in CODES:
        before, *parts = re.split(r"^\*\*(Quoi|Pourquoi|Exemple)\.\*\* ", code.explanation, flags=re.MULTILINE)
        assert [before, *parts[::2]] == ["", "Quoi", "Pourquoi", "Exemple"], code.id
        assert all(part.strip() for part in parts[1::2]), code.id


def test_a_message_says_the_same_of_the_same_things_in_both_languages() -> None:
    for code in CODES:
        for message in filter(None, (code.message, code.help)):
            assert parameters(message.fr) == parameters(message.en), code.id
            assert message.fr.strip(), code.id
            assert message.en.strip(), code.id


def parameters(template: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(template) if field}


def test_every_code_that_the_program_makes_is_in_the_catalogue_that_explains_them() -> None:
    made = {
        call.args[0].value
        for path in TOOLS.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and getattr(call.func, "id", "") == "Code"
        and isinstance(call.args[0], ast.Constant)
    }
    assert made == {code.id for code in CODES}
