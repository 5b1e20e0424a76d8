"""The place of an order in full: by what earlier sentences and the items above it have named."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.order import EACH_ARTICLE, WITH_HEADING, Order, Part

# Units of which « cet alinéa », « le même alinéa » name the one that was named last.
_SAID_AGAIN = frozenset({"ALINEA", "PARAGRAPH", "SENTENCE", "POINT", "DASH"})
_STYLES = (
    ("I", r"[IVX]+\s?[.)°]"),
    ("A", r"[A-Z]\s?[.)°]"),
    ("1", r"\d{1,2}\s?[.)°]"),
    ("i", r"[ivx]{2,5}\s?[.)°]"),
    ("a", r"[a-z]\s?[.)°]"),
)
_FIRST = re.compile(r"\s*(?:1|[AaIi])\s?[.)°]")


class _Level(Struct):
    """An item that announces others: how its label is written, the place that they take over, how theirs are written."""

    style: str
    place: tuple[Part, ...] | None
    inner: str | None = None


class Levels:
    """The items that a line stands in: « 1° Le deuxième alinéa est ainsi modifié : » gives its place to the a), b) below it.

    `annex` is the one that the line is about, an article of which it may name by its number alone: that of the items above it,
    or of the lines before them.
    """

    def __init__(self, annex: tuple[Part, ...] = ()) -> None:
        self._open: list[_Level] = []
        self.annex = self._annex = annex
        self._within = False  # whether the items above it name the annex
        self._style = ""  # of the line that was read last
        self._letter = ""  # the letters of the last label that had any

    def place_for(self, line: str) -> tuple[Part, ...] | None:
        """The place that a line takes over from the items above it: () where there is none, None where theirs was not understood."""
        place = self._taken_over(line)
        self._within = bool(place) and place is not None and place[0].unit == "ANNEX"
        self.annex = place[:1] if place and self._within else self._annex
        return place

    def headed(self, annex: tuple[Part, ...]) -> tuple[Part, ...]:
        """Note the annex that a heading names for the lines below it, () for one that names none; the place that was named last: none."""
        self.annex = self._annex = annex
        return ()

    def _taken_over(self, line: str) -> tuple[Part, ...] | None:
        style = self._style = _style(line, self._letter)
        self._letter = _letter(line) or self._letter
        if not style:
            self._open.clear()
            return ()
        last = self._open[-1] if self._open else None
        # « 1° L'article 3 est ainsi modifié : / A. – Au I : / 1° … »: the second list is one of its own.
        begins = last and last.inner is None and last.style != style and _FIRST.match(line)
        if not begins:
            del self._open[self._items_around(style) :]
        if not self._open:
            return ()
        self._open[-1].inner = style
        return self._open[-1].place

    def _items_around(self, style: str) -> int:
        """How many of the open items the next line of that style stands in: those of which it is an item; all, if of none."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].inner == style:
                return index + 1
            if self._open[index].style == style:
                return index
        return len(self._open)

    def opened(self, line: str, orders: tuple[Order, ...], place: tuple[Part, ...]) -> None:
        """Note that a line announces the items below it, and the place that they take over."""
        if not self._within and not (self._style and line.rstrip().endswith(":")):
            self._annex = self.annex
        if not line.rstrip().endswith(":"):
            return
        if place or (orders and orders[-1].verb == "modify" and orders[-1].place):
            self._open.append(_Level(self._style, place or orders[-1].place))
        elif not orders and self._style:
            self._open.append(_Level(self._style, None))


def _letter(line: str) -> str:
    found = re.match(r"\s*([a-z]{1,5})\s?[.)°]\s", line)
    return found[1] if found else ""


def _style(line: str, after: str) -> str:
    """How the label of an item is written: two items of one list are alike.

    « i) » is the ninth letter behind « h) », and else the first of roman numbers; `after` are the letters before it.
    """
    letter = _letter(line)
    if letter in {"i", "v", "x"} and after != chr(ord(letter) - 1):
        return "i"
    found = next((name for name, pattern in _STYLES if re.match(rf"\s*{pattern}\s", line)), "")
    return found or ("-" if re.match(r"\s*[–—―-]\s", line) else "")


def in_annex(order: Order, annex: tuple[Part, ...], acts: tuple[str, ...]) -> Order:
    """The order, of an article of the annex that lines above are about, where it names none and no act: « L'annexe 2 est modifiée comme suit : L'article 3 … »."""
    if annex and not acts and order.verb == "create":
        return replace(order, verb="complete", place=annex)
    if not annex or acts or not order.place or order.place[0].unit != "ARTICLE" or not is_outer(order.place[0]):
        return order
    return replace(order, place=(*annex, *order.place))


def annex_named(place: tuple[Part, ...], orders: tuple[Order, ...], annex: tuple[Part, ...]) -> tuple[Part, ...]:
    """The annex that the sentences below a sentence are about: the one that it names as theirs, or of which it changes an article."""
    if not place or not is_outer(place[0]):
        return annex
    if place[0].unit != "ANNEX":
        return ()
    told = len(place) > 1 and place[1].unit == "ARTICLE"
    return place[:1] if told or not orders or orders[-1].verb == "modify" else ()


def is_outer(part: Part) -> bool:
    """Whether a part begins a place: an article that is named, an annex, the preamble, a division."""
    return part.unit in WITH_HEADING and (bool(part.numbers) or part.named is not None or part.unit != "ARTICLE")


def in_context(order: Order, context: tuple[Part, ...], last: tuple[Part, ...], said: tuple[Part, ...]) -> Order:
    """The order with its places in full: `context` is what the items above it name, `last` the last place that was named.

    `said` is that of the sentence before, of which « ce même alinéa » speaks even where the items above it name another.
    """
    first = order.place[0] if order.place else None
    if (
        first
        and first.unit in _SAID_AGAIN
        and not (first.numbers or first.about)
        and all(p.unit != first.unit for p in last)
    ):
        last = said
    if _beside_its_article(order.place, context):
        order = replace(order, place=_from_its_article(order.place))
    order = _placed(order, context, last)
    order = replace(order, place=_from_its_article(order.place))
    return replace(order, anchor=_beside(order.anchor, order.place)) if order.anchor else order


def _beside(anchor: tuple[Part, ...], place: tuple[Part, ...]) -> tuple[Part, ...]:
    """The second place of an order in full: « après le quatrième alinéa » is of the article of the first."""
    if is_outer(anchor[0]):
        return anchor
    return (*place[:1], *(anchor[1:] if anchor[0].unit == "ARTICLE" else anchor))


def _placed(order: Order, context: tuple[Part, ...], last: tuple[Part, ...]) -> Order:
    """The order with the article that an earlier sentence has named, where it names none itself."""
    place = order.place
    if order.verb in {"create", "modify_each"} or (order.everywhere and order.place in ((), EACH_ARTICLE)):
        return order
    if not place and order.latter and len(last) != 1:
        return order  # « ce dernier », after « le deuxième alinéa de l'article 3 »: the one, or the other?
    if not place:
        return replace(order, place=last if order.again and last else context)
    first = place[0]
    if first.unit in _SAID_AGAIN and not first.numbers and first.named is None and not first.about:
        at = next((n for n, part in enumerate(last) if part.unit == first.unit), None)
        return order if at is None else replace(order, place=(*last[: at + 1], *place[1:]))
    letter = next((_letter(f"{p.numbers[0]} ") for p in reversed(context) if p.unit == "POINT" and p.numbers), "")
    level = _level(first, letter)
    above = context[: next((n for n, part in enumerate(context) if n and _level(part) == level), len(context))]
    if (
        first.unit == "ARTICLE"
        and len(first.numbers) == 1
        and re.fullmatch(r"(?:[a-z]|[ivx]{2,5})\)?", first.numbers[0])
        and context
    ):
        return replace(order, place=(*context, replace(first, unit="POINT"), *place[1:]))
    if first.unit == "ARTICLE" and not is_outer(first):
        return replace(order, place=(*context[:1], *place[1:]))
    return order if is_outer(first) else replace(order, place=(*above, *place))


def _level(part: Part, after: str = "") -> tuple[str, str]:
    """The unit of a part, and for an item of which list: « au a) », under « le 1° est ainsi modifié », is in the 1°."""
    label = part.numbers[0] if part.unit == "POINT" and part.numbers else ""
    return part.unit, _style(f"{label} ", after)


def _beside_its_article(place: tuple[Part, ...], context: tuple[Part, ...]) -> bool:
    """Whether « le point 2.4 » stands where article 2, 2.4 or 2.3 is spoken of, so that it is none of its points."""
    above = context[0].numbers if context and context[0].unit == "ARTICLE" else ()
    number = place[0].numbers[0] if place and place[0].numbers else ""
    return bool(above) and number.split(".")[0] == above[0].split(".")[0]


def _from_its_article(place: tuple[Part, ...]) -> tuple[Part, ...]:
    """« Le paragraphe 8.1 », « le point 8.1 de l'article 8 »: the sub-article of that number."""
    for index, part in enumerate(place[:2]):
        above = place[0].numbers[:1] if index else ()
        dotted = len(part.numbers) == 1 and re.fullmatch(r"\d+(?:\.\d+)+", part.numbers[0])
        if part.unit in {"POINT", "PARAGRAPH"} and dotted and all(part.numbers[0].startswith(f"{n}.") for n in above):
            return (replace(part, unit="ARTICLE"), *place[index + 1 :])
    return place
