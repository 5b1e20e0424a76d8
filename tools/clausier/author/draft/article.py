"""An amendment's article as its file holds it: operations, heading, sentences with the new text that they announce."""

from __future__ import annotations

import re

from clausier.author.draft.sentences import Ordered, of_the
from clausier.author.draft.units import Unit
from clausier.author.intake.writing import operation_yaml

_SHORTEST = 3  # words by which an operation quotes its sentence  # words by which an operation quotes its sentence


def file_name(unit: Unit) -> str:
    """What the file of its article is called, after its number: `article-8`, `preambule`."""
    stem = re.sub(r"^\d+-?", "", unit.name.removesuffix(".md"))
    return f"article-{stem}" if stem[:1].isdigit() else stem or "article"


def article(rank: int, unit: Unit, orders: list[Ordered]) -> str:
    """The amendment's article: its operations, its heading, each sentence with the new text that it announces."""
    lines = ["---", "opérations:"]
    sentences = [order.sentence for order in orders]
    for order in orders:
        keys = order.operation
        if len(orders) > 1:
            keys = (*keys, ("dit", _quoting(order.sentence, sentences)))
        lines += operation_yaml(keys)
    lines += ["---", f"# Article {rank} – {_heading(unit)}", ""]
    for order in orders:
        lines += [order.sentence, ""]
        if order.new:
            lines += [f"> {line}".rstrip() for line in order.new.split("\n")] + [""]
    return "\n".join(lines)


def _heading(unit: Unit) -> str:
    if unit.before is None and unit.now is not None:
        return f"Insertion de l’article {unit.now.number}"
    assert unit.before is not None  # noqa: S101 - a unit has one side at least
    return f"{'Abrogation' if unit.now is None else 'Modification'} {of_the(unit.before)}"


def _quoting(sentence: str, every: list[str]) -> str:
    """The shortest beginning of a sentence that no other one has."""
    said = sentence.rstrip("\u00a0:.")
    words = said.split(" ")
    for count in range(_SHORTEST, len(words) + 1):
        begin = " ".join(words[:count])
        if sum(begin in other for other in every) == 1:
            return begin
    return said


def index(act: str) -> str:
    """The identity of a draft: its id, a title, and that it is one."""
    number = re.fullmatch(r"avenant-(\d+)", act)
    title = f"Avenant n°\u00a0{number[1]}" if number else act
    return f"id: {act}\ntitre: {title}\nétat: projet\n"
