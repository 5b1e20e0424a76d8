"""`sentence.lark` → its rules: it is written as lark's grammars are, and lark takes as long to load as a whole `check`."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

GRAMMAR = Path(__file__).with_name("sentence.lark")
_NOTE = re.compile(r"//.*|%.*")
_RULE = re.compile(r"^(\??\w+):", re.MULTILINE)
_SIGN = re.compile(r"\w+|->|[()|?*+]")


class Group(Struct, frozen=True):
    """A part of a rule that may be put in several ways, be left out, or be taken again."""

    ways: tuple[Parts, ...]
    left_out: bool = False
    again: bool = False


Parts = tuple["str | Group", ...]  # symbols, in capitals for a kind of token, else the name of a rule; and groups


class Rule(Struct, frozen=True):
    """One way to put a rule, and the name of its trees: with `_` before it, none; with `?`, none of a single thing."""

    name: str
    parts: Parts


def read_grammar() -> dict[str, list[Rule]]:
    """The ways to put each rule, by its name."""
    _, *found = _RULE.split(_NOTE.sub("", GRAMMAR.read_text(encoding="utf-8")))
    return {name.removeprefix("?"): _ways(name, body) for name, body in zip(found[::2], found[1::2], strict=True)}


def _ways(rule: str, body: str) -> list[Rule]:
    open_: list[tuple[list[Parts], list[str | Group]]] = []  # the ways before, and the parts, around a group
    made: list[Rule] = []
    ways: list[Parts] = []
    parts: list[str | Group] = []
    name = rule
    signs = iter([*_SIGN.findall(body), "|"])
    for sign in signs:
        match sign:
            case "(":
                open_.append((ways, parts))
                ways, parts = [], []
            case ")":
                group = Group((*ways, tuple(parts)))
                ways, parts = open_.pop()
                parts.append(group)
            case "?" | "*" | "+":
                part = parts[-1]
                within = part.ways if isinstance(part, Group) else ((part,),)
                parts[-1] = Group(within, left_out=sign != "+", again=sign != "?")
            case "->":
                name = next(signs)
            case "|" if open_:
                ways.append(tuple(parts))
                parts = []
            case "|":
                made.append(Rule(name, tuple(parts)))
                name, parts = rule, []
            case _:
                parts.append(sign)
    return made
