"""The orders of an article of an act → its lines: one sentence, or 1°, 2°, a), b) under what they change together.

The labels are those of the guides (Conseil d'État et secrétariat général du Gouvernement, *Guide de légistique*, 3.2.2 and
3.4.1): 1°, 2° in an article, a), b) in a 1°, dashes in an a); a semicolon ends each item, a full stop the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from clausier.author.draft.sentences import Ordered, typeset
from clausier.diagnostics import Refused
from clausier.french.nouns import BETWEEN_STEPS, Unnamable
from clausier.french.write import announcement

_DEEPEST = 3
# What is done in a target, rather than to it.
_WITHIN = frozenset(
    ("remplacer-mots", "supprimer-mots", "insérer-mots", "compléter", "compléter-au-début", "ajouter-ligne")
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Line(Struct, frozen=True, kw_only=True):
    """A line of the act: its label, its words without the mark that ends it, and what it orders; None where it announces others.

    `end` is that mark: behind the new text where the line announces one.
    """

    label: str
    words: str
    order: Ordered | None
    end: str


class _Place(Struct):
    """What is changed in one place, in the order of the text."""

    target: str
    entries: list[Ordered | _Place] = field(default_factory=list)


def listing(orders: Sequence[Ordered]) -> tuple[Line, ...]:
    """The lines that say the orders. Raises Refused where one has no sentence."""
    whole = _Place("")
    for order in orders:
        place = whole
        for target in _inside(order):
            last = place.entries[-1] if place.entries else None
            if not (isinstance(last, _Place) and last.target == target):
                last = _Place(target)
                place.entries.append(last)
            place = last
        place.entries.append(order)
    top = _single(whole)
    entries = top.entries if isinstance(top, _Place) and not top.target else [top]
    return tuple(line for entry in entries for line in _sentence(entry))


def _inside(order: Ordered) -> Iterator[str]:
    """What a line above the sentence may name for it: the provisions that hold its target, and those of its steps that it is in."""
    yield from order.holders
    target = order.said.targets[0]
    steps = [m.start() for m in BETWEEN_STEPS.finditer(target)]
    whole = order.said.verb in _WITHIN or (
        order.said.verb == "renuméroter" and not steps and len(order.said.targets) == 1
    )
    yield from (target[:at] for at in (*steps, *([len(target)] if whole else [])))


def _sentence(entry: Ordered | _Place) -> tuple[Line, ...]:
    if isinstance(entry, Ordered):
        return (_ended(Line(label="", words=entry.sentence().rstrip("."), order=entry, end="")),)
    *lines, last = (_announced(entry.target, "", ""), *_items(entry, entry.target, 1))
    return (*lines, _ended(last))


def _single(place: _Place) -> Ordered | _Place:
    """The place, or what alone is changed in it."""
    entries = [e if isinstance(e, Ordered) else _single(e) for e in place.entries]
    return entries[0] if len(entries) == 1 else _Place(place.target, entries)


def _items(place: _Place, under: str, depth: int) -> Iterator[Line]:
    for rank, entry in enumerate(_flat(place.entries, depth)):
        label = (f"{rank + 1}°", f"{_LETTERS[rank % 26]})", "–")[depth - 1]
        if isinstance(entry, Ordered):
            yield Line(label=label, words=_case(entry.sentence(under).rstrip("."), label), order=entry, end="\u00a0;")
        else:
            yield _announced(entry.target, under, label)
            yield from _items(entry, entry.target, depth + 1)


def _flat(entries: Sequence[Ordered | _Place], depth: int) -> Iterator[Ordered | _Place]:
    """The entries of a level: those of a place that has more of them than labels, or that lies too deep, each by itself."""
    for entry in entries:
        too_many = isinstance(entry, _Place) and depth == 1 and len(list(_flat(entry.entries, 2))) > len(_LETTERS)
        if isinstance(entry, _Place) and (depth == _DEEPEST or too_many):
            yield from _flat(entry.entries, depth)
        else:
            yield entry


def _announced(target: str, under: str, label: str) -> Line:
    try:
        words = typeset(announcement(target, under))
    except Unnamable:
        raise Refused(f"aucune formule ne désigne «\u00a0{target}\u00a0»", f"no formula names “{target}”") from None
    return Line(label=label, words=_case(words, label), order=None, end="")


def _case(words: str, label: str) -> str:
    """A sentence behind a dash goes on with the one above it, and has no capital."""
    return words[0].lower() + words[1:] if label == "–" else words


def _ended(line: Line) -> Line:
    """The last line: a new text that ends an article bears its own full stop."""
    end = "" if line.order and line.order.new else "."
    return Line(label=line.label, words=line.words, order=line.order, end=end)
