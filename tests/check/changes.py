"""Seeded changes of the operations beside the sentences of an act: payloads swapped, operations dropped, changed or added."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from clausier.check.agreement import disagreements
from clausier.consolidate import consolidate
from clausier.diagnostics import Diagnostic
from clausier.source.acts import read_project
from clausier.source.verbs import TAKE_TEXT, VERBS

Operations = list[dict[str, Any]]
_HEADER = re.compile(r"\A---\n(?P<header>.*?)^---\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
# For each verb, those that would do something else to the same target with the same keys.
_OTHERS = {
    "remplacer": ("compléter", "insérer-après", "insérer-avant", "compléter-au-début"),
    "compléter": ("remplacer", "insérer-après", "insérer-avant"),
    "insérer-après": ("remplacer", "insérer-avant"),
    "insérer-avant": ("remplacer", "insérer-après"),
    "abroger": ("supprimer",),
    "supprimer": ("abroger",),
}
_WORDS = ("mots", "par", "après", "avant", "intitulé")


@dataclass(frozen=True)
class Article:
    """A file of an amendment: its operations, and what comes after its header."""

    path: Path
    operations: Operations
    body: str


def articles(root: Path) -> list[Article]:
    """The articles below `root` whose header has operations on the text."""
    found: list[Article] = []
    for path in sorted(root.glob("amendments/*/*.md")):
        header = _HEADER.match(path.read_text(encoding="utf-8"))
        listed = yaml.load(header["header"], yaml.BaseLoader).get("opérations") if header else None  # noqa: S506 - texts
        if header and listed and verb(listed[0]) != "fusion":
            found.append(Article(path, listed, header["body"]))
    return found


def verb(operation: dict[str, Any]) -> str:
    return next(key for key in operation if key in VERBS)


def write(article: Article, operations: Operations, root: Path, to: Path) -> None:
    """The article with other operations, in the copy `to` of the project `root`."""
    matter: dict[str, Any] = {"opérations": operations} if operations else {"sans-effet": "exposé"}
    text = json.dumps(matter, ensure_ascii=False, indent=1)
    (to / article.path.relative_to(root)).write_text(f"---\n{text}\n---\n{article.body}", encoding="utf-8")


def findings(root: Path) -> list[Diagnostic]:
    """What the check of the sentences finds in a project."""
    corpus, found = read_project(root)
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    return list(disagreements(corpus, timeline, found))


def changed(article: Article, draw: random.Random) -> tuple[str, Operations]:
    """One change of the article's operations, and what it is."""
    kinds: list[tuple[str, Callable[[Operations, random.Random], bool]]] = [
        ("payloads swapped", swapped),
        ("an operation dropped", dropped),
        ("a number changed", renumbered),
        ("words changed", reworded),
        ("the verb changed", other_verb),
        ("an operation added", added),
    ]
    while True:
        name, change = draw.choice(kinds)
        operations = [dict(o) for o in article.operations]
        if change(operations, draw):
            return name, operations


def swapped(operations: Operations, draw: random.Random) -> bool:
    takers = [o for o in operations if verb(o) in TAKE_TEXT]
    if len(takers) < 2:
        return False
    one, other = draw.sample(range(len(takers)), 2)
    ranks = [int(o.get("citation", n + 1)) for n, o in enumerate(takers)]
    ranks[one], ranks[other] = ranks[other], ranks[one]
    for taker, rank in zip(takers, ranks, strict=True):
        taker["citation"] = str(rank)
    return True


def dropped(operations: Operations, draw: random.Random) -> bool:
    _numbered(operations)
    operations.pop(draw.randrange(len(operations)))
    return True


def _numbered(operations: Operations) -> None:
    """Each operation keeps the new text that it had, whatever becomes of those before it."""
    for n, taker in enumerate([o for o in operations if verb(o) in TAKE_TEXT]):
        taker.setdefault("citation", str(n + 1))


def renumbered(operations: Operations, draw: random.Random) -> bool:
    operation = draw.choice(operations)
    key = draw.choice([verb(operation), *(k for k in ("en",) if k in operation)])
    value = operation[key]
    words = value if isinstance(value, str) else draw.choice(value)
    numbers = list(re.finditer(r"\d+", words))
    if not numbers:
        return False
    one = draw.choice(numbers)
    step = draw.choice([-1, 1]) if int(one.group()) > 1 else 1
    new = f"{words[: one.start()]}{int(one.group()) + step}{words[one.end() :]}"
    operation[key] = new if isinstance(value, str) else [new if v == words else v for v in value]
    return True


def reworded(operations: Operations, draw: random.Random) -> bool:
    places = [(o, key) for o in operations for key in _WORDS if key in o]
    if not places:
        return False
    operation, key = draw.choice(places)
    words = operation[key].split(" ")
    words[draw.randrange(len(words))] = draw.choice(["autre", "dix", "jamais", "repas"])
    if " ".join(words) == operation[key]:
        return False
    operation[key] = " ".join(words)
    return True


def other_verb(operations: Operations, draw: random.Random) -> bool:
    operation = draw.choice(operations)
    old = verb(operation)
    if old not in _OTHERS:
        return False
    items = list(operation.items())
    new = draw.choice(_OTHERS[old])
    operation.clear()
    operation.update({new if key == old else key: value for key, value in items})
    return True


def added(operations: Operations, draw: random.Random) -> bool:
    _numbered(operations)
    target = draw.choice(["1", "2", "3", "6", "8", "8.1", "annexe 1"])
    new: dict[str, Any] = draw.choice(
        [
            {"abroger": target},
            {"renommer": target, "intitulé": "Tout autre chose"},
            {"supprimer": f"{target}, al. 1"},
            {"remplacer-mots": target, "mots": "le", "par": "la", "occurrences": "toutes"},
            dict(draw.choice(operations)),
        ]
    )
    operations.insert(draw.randrange(len(operations) + 1), new)
    return True
