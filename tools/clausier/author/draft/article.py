"""An amendment's article as its file holds it: operations, heading, sentences with the new text that they announce."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from clausier.author.draft.arrangement import Ordering
from clausier.author.draft.listing import listing
from clausier.author.draft.naming import named
from clausier.author.draft.sentences import Ordered, typeset
from clausier.author.intake.writing import operation_yaml
from clausier.emit.anchors import slug
from clausier.emit.markdown import marked
from clausier.french.nouns import as_said
from clausier.refs import unit_name
from clausier.text import Text

_SHORTEST = 3  # words by which an operation quotes its sentence
_STEMS = {"joined": "reunion", "moved": "deplacement", "renumbered": "renumerotation", "split": "scission"}
_HEADINGS = {
    "changed": "Modification {of}",
    "repealed": "Abrogation {of}",
    "added": "Insertion d’un article {number}",
    "joined": "Réunion {of}",
    "moved": "Déplacement {of}",
    "renumbered": "Renumérotation {of}",
    "split": "Scission {of}",
}


def file_name(ordering: Ordering, orders: Sequence[Ordered]) -> str:
    """What the file of its article is called, after its number: `article-8`, `preambule`, `deplacement-article-8`."""
    before = _STEMS.get(ordering.kind)
    if ordering.kind == "renumbered":
        return _STEMS["renumbered"]
    if ordering.kind == "repealed" and len(ordering.changes) > 1:
        return slug(named(*orders[0].said.targets).words)
    name = unit_name(ordering.of)
    stem = slug(name) if ordering.of.kind != "article" else f"article-{slug(name)}"
    return f"{before}-{stem}" if before else stem


def article(rank: int, ordering: Ordering, orders: Sequence[Ordered]) -> str:
    """The amendment's article: its operations, its heading, each sentence with the new text that it announces.

    Raises Refused where an order has no sentence.
    """
    said = listing(orders)
    sentences = [line.words for line in said]
    lines = ["---", "opérations:"]
    for line in said:
        if line.order:
            says = (("dit", _quoting(line.words, sentences)),) if len(said) > 1 else ()
            lines += operation_yaml((*line.order.operation, *says))
    lines += ["---", f"# Article {as_said(str(rank))} – {_heading(ordering, orders)}", ""]
    for line in said:
        new = line.order.new if line.order else ""
        lines += [f"{line.label} {marked(Text(line.words))}{'' if new else line.end}".lstrip(), ""]
        if new:
            lines += [f"> {row}".rstrip() for row in f"{new}{line.end}".split("\n")] + [""]
    return "\n".join(lines)


def _heading(ordering: Ordering, orders: Sequence[Ordered]) -> str:
    names: tuple[str, ...] = (unit_name(ordering.of),)
    match ordering.kind:
        case "added":
            return _HEADINGS["added"].format(number=as_said(ordering.of.number))
        case "changed":
            names = (_common(ordering, orders),)
        case "repealed" | "joined" | "renumbered":
            names = orders[0].said.targets
        case "moved" | "split":
            pass
    return _HEADINGS[ordering.kind].format(of=typeset(named(*names).of()))


def _common(ordering: Ordering, orders: Sequence[Ordered]) -> str:
    """The one provision in which all that is ordered lies, or the article that is changed."""
    common = unit_name(ordering.of)
    chains = [(*o.holders, *(o.said.targets[0].split(", ")[:1] if ", " in o.said.targets[0] else ())) for o in orders]
    for level in zip(*chains, strict=False):
        if len(set(level)) > 1:
            break
        common = level[0]
    return common


def _quoting(sentence: str, every: list[str]) -> str:
    """The shortest beginning of a sentence that no other one has."""
    said = sentence.rstrip("\u00a0:")
    words = said.split(" ")
    for count in range(_SHORTEST, len(words) + 1):
        begin = " ".join(words[:count])
        if sum(begin in other for other in every) == 1:
            return begin
    return said


def index(act: str, day: datetime.date | None = None) -> str:
    """The identity of a draft: its id, a title, that it is one, and the day on which it is to begin where one was given."""
    number = re.fullmatch(r"avenant-(\d+)", act)
    title = f"Avenant n°\u00a0{number[1]}" if number else act
    begins = f"en-vigueur: {day.isoformat()}\n" if day else ""
    return f"id: {act}\ntitre: {title}\n{begins}état: projet\n"
