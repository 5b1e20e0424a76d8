"""An amendment's article as its file holds it: operations, heading, sentences with the new text that they announce."""

from __future__ import annotations

import re

from clausier.author.draft.arrangement import Ordering
from clausier.author.draft.edits import Joined
from clausier.author.draft.sentences import Ordered, of_the
from clausier.author.intake.writing import operation_yaml
from clausier.emit.site.page import slug
from clausier.refs import unit_name

_SHORTEST = 3  # words by which an operation quotes its sentence


_STEMS = {"joined": "reunion", "moved": "deplacement", "renumbered": "renumerotation", "split": "scission"}
_HEADINGS = {
    "changed": "Modification {of}",
    "repealed": "Abrogation {of}",
    "added": "Insertion de l’article {number}",
    "joined": "Réunion {of} et {other}",
    "moved": "Déplacement {of}",
    "renumbered": "Renumérotation",
    "split": "Scission {of}",
}


def file_name(ordering: Ordering) -> str:
    """What the file of its article is called, after its number: `article-8`, `preambule`, `deplacement-article-8`."""
    named = unit_name(ordering.of)
    stem = slug(named) if ordering.of.kind != "article" else f"article-{slug(named)}"
    before = _STEMS.get(ordering.kind)
    return stem if before is None else before if ordering.kind == "renumbered" else f"{before}-{stem}"


def article(rank: int, ordering: Ordering, orders: list[Ordered]) -> str:
    """The amendment's article: its operations, its heading, each sentence with the new text that it announces."""
    lines = ["---", "opérations:"]
    sentences = [order.sentence for order in orders]
    for order in orders:
        keys = order.operation
        if len(orders) > 1:
            keys = (*keys, ("dit", _quoting(order.sentence, sentences)))
        lines += operation_yaml(keys)
    lines += ["---", f"# Article {rank} – {_heading(ordering)}", ""]
    for order in orders:
        lines += [order.sentence, ""]
        if order.new:
            lines += [f"> {line}".rstrip() for line in order.new.split("\n")] + [""]
    return "\n".join(lines)


def _heading(ordering: Ordering) -> str:
    heading = _HEADINGS[ordering.kind]
    if ordering.kind == "added":
        return heading.format(number=ordering.of.number)
    return heading.format(of=of_the(ordering.of), other=_other(ordering)) if "{of}" in heading else heading


def _other(ordering: Ordering) -> str:
    edit = ordering.changes[0].edit
    return of_the(edit.other) if isinstance(edit, Joined) else ""


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
