"""What the rules and remarks beside the act quote stands in it: read again by hand, without the compiler."""

from __future__ import annotations

import re
from typing import Any

import yaml

from support.projects import ROOT

FOLDER = ROOT / "amendments/2022-avenant-1"
CAPTURE = re.compile(r"\{[\w-]+:[\w-]+\}")


def plain(words: str) -> str:
    """`words` with one sort of space and of apostrophe."""
    return " ".join(words.replace("’", "'").split())


def provisions() -> dict[str, str]:
    """The words of the act by provision: the new ones under the convention's number, its own under the act's."""
    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.md")):
        own = {"00": "ouverture", "99": "clôture", "06": "5 (2)"}.get(path.name[:2], path.name[1])
        number = f"avenant-1, {own}"
        payload = {"02": "2", "04": "7.1", "05": "8"}.get(path.name[:2], "")
        for line in re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL).split("\n"):
            heading = re.match(r"> #+ (?:« )?(\d+\.\d+) – ", line)
            if line.startswith(">") and payload and number.startswith("avenant-1"):
                number = payload
            if heading:
                number = heading[1]
            found[number] = f"{found.get(number, '')} {re.sub(r'^(> ?)? *(#+ |- )?', '', line)}"
    return {number: plain(words) for number, words in found.items()}


def entries(kind: str) -> list[dict[str, Any]]:
    """Every entry of that kind in the files of rules, all scalars as text."""
    return [
        entry
        for path in sorted(FOLDER.glob("*.regles.yml"))
        for entry in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader).get(kind, [])  # noqa: S506 - it makes texts alone
    ]


def test_the_act_is_read_as_the_provisions_it_makes() -> None:
    own = {"ouverture", "1", "2", "3", "4", "5", "5 (2)", "clôture"}
    assert set(provisions()) == {f"avenant-1, {name}" for name in own} | {
        *("2", "6.3", "6.4", "7.1", "8", "8.1", "8.2", "8.3", "8.4", "8.5"),
    }


def test_each_rule_quotes_words_that_stand_once_in_its_provision() -> None:
    quoting = [rule for rule in entries("règles") if "citation" in rule]
    assert quoting
    for rule in quoting:
        parts = [re.escape(part) for part in CAPTURE.split(plain(rule["citation"]))]
        assert len(re.findall(".{1,200}?".join(parts), provisions()[rule["article"]])) == 1, rule["id"]


def test_the_words_that_a_remark_quotes_stand_in_the_act() -> None:
    act = " ".join(provisions().values()).lower()
    quotes = [quote for entry in entries("remarques") for quote in re.findall("«(.*?)»", entry["remarque"])]
    assert len(quotes) > 40
    for quote in quotes:
        assert plain(quote).lower() in act, quote


def test_a_remark_is_put_beside_provisions_that_exist() -> None:
    for entry in entries("remarques"):
        assert set(entry["articles"]) <= set(provisions()), entry["remarque"]
