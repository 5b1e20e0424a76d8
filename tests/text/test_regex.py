"""What is compiled only when it is asked is asked here."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import clausier
from clausier.text.regex import _Regex, regex
from support.projects import ROOT


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


def test_what_needs_a_word_answers_as_without_it() -> None:
    needing, plain = (regex("un(e)?", re.IGNORECASE, needs=needs) for needs in ("un", ()))
    for text in ("rien", "une fois", "UNE FOIS", ""):
        for ask in ("findall", "split"):
            assert getattr(needing, ask)(text) == getattr(plain, ask)(text)
        assert needing.sub("x", text) == plain.sub("x", text)
        for ask in ("fullmatch", "match", "search"):
            assert str(getattr(needing, ask)(text)) == str(getattr(plain, ask)(text))
        assert [m.span() for m in needing.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_what_needs_a_word_is_not_compiled_for_a_text_without_it() -> None:
    wrong = regex("(un", needs=("un", "une"))
    search = wrong.search
    assert search("rien") is None
    for ask in (search, wrong.search):
        with pytest.raises(re.error):
            ask("UN")


NEEDING = {one._words[:60]: one for one in _all().values() if one._needs}


@pytest.mark.parametrize("name", NEEDING)
@settings(max_examples=25)
@given(data=st.data())
def test_what_one_matches_has_one_of_the_words_that_it_needs(name: str, data: st.DataObject) -> None:
    one = NEEDING[name]
    matched = data.draw(st.from_regex(re.compile(one._words, one._flags)))
    assert any(word in matched.lower() for word in one._needs)


def test_a_mistake_is_raised_when_it_is_first_asked() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("a")


# What a process compiles that checks the convention: a process, for here much is compiled by now.
COUNTED = """
import cProfile, pstats
from clausier.cli import cli
from clausier.cli.framework import run
profile = cProfile.Profile()
try:
    profile.runcall(run, cli, ["check", "--no-cache"])
except SystemExit:
    pass
print(sum(made for (path, _, name), (made, *_) in pstats.Stats(profile).stats.items() if "re/_compiler" in path and name == "compile"))
"""
MOST = 260  # some 240 now: a fourth of the time that a `check` takes


def test_a_check_compiles_few_expressions() -> None:
    done = subprocess.run([sys.executable, "-c", COUNTED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout.splitlines()[-1]) <= MOST, "say what the new ones need, or ask them less"
