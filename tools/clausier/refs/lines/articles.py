"""What the first part of a place names: an article, a part of it that goes by its number, an annex, the preamble."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clausier.french import Part
from clausier.model.provision import Provision
from clausier.refs.index import index_of
from clausier.refs.lines.divisions import articles_called
from clausier.refs.lines.items import labelled
from clausier.refs.lines.section import (
    ADVERB,
    Section,
    articles_of,
    bare,
    begins_with,
    is_heading,
    lines_of,
)
from clausier.refs.places import at
from clausier.source.headings import number_key
from clausier.text.numerals import ROMANS
from clausier.text.typography import same

_NEARLY = 0.9  # a heading that differs by less is the same with a slip, its number being the article's


def articles_named(part: Part, quotations: Sequence[str], text: Provision) -> Iterator[Section]:
    """The article that a part names; « 5.3 » may be a part of article 5, « 1 B » of article 1."""
    name = bare(quotations[part.named]) if part.named is not None else ""
    if part.unit == "PREAMBLE":
        every = articles_of(text)
        yield from (whole(p, every) for p in every if p.kind == "preamble")
    elif part.unit in {"ANNEX", "DIVISION"} and len(part.numbers) <= 1:  # several are named one by one
        every = articles_of(text)
        called = articles_called(part, every) if part.unit == "DIVISION" else ()
        yield from _annexes(part, name, every)
        yield from (whole(p, every) for p in called if not name or _bears(p, name))
    elif not part.numbers and name:
        every = articles_of(text)
        yield from (whole(p, every) for p in every if p.heading and bare(p.heading.chars) in {name, "article" + name})
    elif len(part.numbers) == 1:
        number = part.numbers[0].strip(" .")
        if not number:  # the one that has neither number nor heading
            every = articles_of(text)
            yield from (whole(p, every) for p in every if p.kind == "article" and not p.number and not p.heading)
            return
        own = _numbered(number, text) or _numbered(number.replace("-", "."), text)
        yield from (whole(p, own) for p in own if not name or _bears(p, name))
        if not own:
            yield from _inside(number, name, articles_of(text))


def _numbered(number: str, text: Provision) -> list[Provision]:
    """The units that bear a number, annexes apart: looked up, since a text may have thousands of others."""
    units = (at(text, path) for path in index_of(text).numbered(number_key(number)))
    return [unit for unit in units if unit.kind != "annex"]


def _inside(number: str, name: str, every: list[Provision]) -> Iterator[Section]:
    """« 5.3 » in article 5, « 1 B » in article 1, where the article has a line with that label."""
    lettered = re.fullmatch(r"(\d+)\s?([A-Z])", number)
    dotted = re.fullmatch(rf"((?:\d+|[IVX]+|[A-Z])(?:[.-]\d+)*)[.-](\d+{ADVERB}?)", number)
    outer, label = (lettered[1], lettered[2]) if lettered else (dotted[1], number) if dotted else ("", "")
    while outer:
        for article in every:
            if article.number and number_key(article.number) == number_key(outer):
                other = label.lower() if lettered else label.rpartition(".")[2]
                found = labelled(whole(article, every), label) or labelled(whole(article, every), other)
                if found and (
                    not name or begins_with(lines_of(article)[found.start], name) or _is_titled(article, name)
                ):
                    yield found
        outer = outer[: max(outer.rfind("."), outer.rfind("-"), 0)]


def _annexes(part: Part, name: str, every: list[Provision]) -> Iterator[Section]:
    word = "annexe" if part.unit == "ANNEX" else part.word
    for provision in every:
        if provision.kind == "annex" and provision.number and part.unit == "ANNEX" and part.numbers:
            borne = division_number(provision.number) == division_number(part.numbers[0])
            if borne and (not name or _bears(provision, name)):
                yield whole(provision, every)
            continue
        title = bare(provision.heading.chars) if provision.heading else ""
        if title.startswith(word) and provision.number == "":
            rest = title.removeprefix("annexes" if title.startswith("annexes") else word)
            number = division_number(part.numbers[0]) if part.numbers else ""
            given = (
                re.match(rf"{word}\s+(?:n°\s*)?(\w+)", provision.heading.chars.lower()) if provision.heading else None
            )
            same = given is not None and number == division_number(given[1])
            alone = sum(bare(p.heading.chars).startswith(word) for p in every if p.heading and not p.number) == 1
            if (not number and not name and (not rest or alone)) or (
                number and same and _goes_by(provision, title, name)
            ):
                yield whole(provision, every)


def _goes_by(annex: Provision, title: str, name: str) -> bool:
    """Whether an annex of a number has a heading that is said of it: behind the number, in its first line, or none that is known."""
    return name in title or any(bare(first) == name for first in lines_of(annex)[:1])


def division_number(number: str) -> str:
    """The number of an annex or a chapter in figures: `1` for « Ier », « premier », « I » and « 1 »."""
    key = number_key(number)
    return str(ROMANS.index(key.upper()) + 1) if key.upper() in ROMANS else key


def whole(article: Provision, every: Sequence[Provision]) -> Section:
    """All lines of an article, which is one of `every`."""
    alike = [p.id for p in every if _named_alike(p, article)]
    return Section(article, 0, len(lines_of(article)), rank=alike.index(article.id) + 1)


def _named_alike(one: Provision, other: Provision) -> bool:
    """Whether a target would name both: by their number, or by their heading where `other` has no number."""
    if other.number or other.kind != "article" or other.heading is None:
        return one.kind == other.kind and number_key(one.number) == number_key(other.number)
    return one.heading is not None and same(one.heading.chars, other.heading.chars)


def _is_titled(article: Provision, name: str) -> bool:
    """Whether a heading is that of an article (« l’article 7.5 « Garanties » » is point 5 of article 7, « Garanties »)."""
    return article.heading is not None and bare(article.heading.chars) == name


def _bears(article: Provision, name: str) -> bool:
    """Whether an article has a heading, in its title or as its first line."""
    lines = lines_of(article)
    own = bare(article.heading.chars) if article.heading else ""
    near = own and SequenceMatcher(None, own, name, autojunk=False).ratio() > _NEARLY
    first = bool(lines) and bare(lines[0]) == name and is_heading(lines[0])
    return bool(near) or first or (not own and not lines)
