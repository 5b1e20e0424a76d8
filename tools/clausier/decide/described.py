"""What `clausier qualify` reads (`schema/qualify-input.schema.json`): a matter, and what is known of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from msgspec import Struct, field

from clausier.diagnostics import Diagnostic, report
from clausier.diagnostics import codes_rul as codes
from clausier.source.folders import read_checked
from clausier.source.schema import plain
from clausier.source.yaml import Mapping as Map
from clausier.source.yaml import Node

_TRUE = {"true", "yes", "oui"}


class Described(Struct, frozen=True, kw_only=True):
    """A matter: the facts that are known of it, how it was qualified by whoever may, and what else it is (`also`).

    `source` places what is wrong.
    """

    matter: str
    day: datetime.date | None = None
    version: str = ""
    facts: Mapping[str, bool] = field(default_factory=dict)
    qualified: str = ""
    also: tuple[str, ...] = ()
    source: Node | None = None


def read_described(path: str, text: str) -> tuple[Described | None, tuple[Diagnostic, ...]]:
    """The matter that `text` (of the file `path`) describes, and what is wrong with it; None where it cannot be read."""
    checked, problems = read_checked(path, text, "qualify-input")
    if checked is None or problems:
        return None, problems
    data = plain(checked)
    day = None
    if "date" in data:
        try:
            day = datetime.date.fromisoformat(data["date"])
        except ValueError:
            return None, (report(codes.NO_SUCH_DAY, _span(checked, "date").span, words=data["date"]),)
    return Described(
        matter=data["matter"],
        day=day,
        version=data.get("version", ""),
        facts={name: value in _TRUE for name, value in data.get("facts", {}).items()},
        qualified=data.get("qualified", ""),
        also=tuple(data.get("also", ())),
        source=checked,
    ), ()


def _span(node: Node, key: str) -> Node:
    found = node.get(key) if isinstance(node, Map) else None
    return found or node
