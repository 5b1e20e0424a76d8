"""What is compiled only when it is asked is asked here."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest

import clausier
from clausier.text.regex import _Regex, regex


def _all() -> dict[str, Any]:
    """The regular expressions of every module, by where they are: those that stand in a tuple too."""
    found: dict[str, Any] = {}
    for module in walk_packages(clausier.__path__, "clausier."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, _Regex):
                    found[f"{module.name}.{name}: {one._words[:20]}"] = one
    return found


def test_each_can_be_compiled() -> None:
    every = _all()
    assert len(every) > 150
    assert all(one.pattern for one in every.values())


def test_it_answers_as_the_library_s_own() -> None:
    assert regex("[a-z]+", re.IGNORECASE).findall("Un DEUX") == re.compile("[a-z]+", re.IGNORECASE).findall("Un DEUX")
    assert regex(", ").split("un, deux") == ["un", "deux"]
    assert regex("x").sub("y", "axa") == "aya"


def test_a_mistake_is_raised_when_it_is_first_asked() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("a")
