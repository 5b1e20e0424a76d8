"""Annexes joined to an amendment without a word that says what becomes of them: which stretch of the text they show to be reworded."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from clausier.author.apply.lines import common_of, lines_named, replaced, target_of
from clausier.author.apply.payloads import by_article, cut_short, may_be_part
from clausier.french import Order, Part, Said
from clausier.model.operation import Common, Replace, TextOperation
from clausier.model.provision import Provision
from clausier.refs.lines.articles import division_number, whole
from clausier.refs.lines.headings import same_heading
from clausier.refs.lines.likeness import same_rows
from clausier.refs.lines.section import Section, articles_of, bare, is_heading, is_note, lines_of
from clausier.source.headings import number_key

_ARTICLE = re.compile(r"(?:Article|Art\.)\s+\d", re.IGNORECASE)
_APPLICABLE = re.compile(r"applicable (?:au|à compter|à partir)\b", re.IGNORECASE)
_ANNEX = re.compile(r"annexes?(?:\s+(?:n\s?°\s?)?(?P<number>\d+|[IVX]+|[A-Z])\b)?", re.IGNORECASE)
_SUBJECT = re.compile(rf"\A\W*{_ANNEX.pattern}[\s.:–—-]*", re.IGNORECASE)
_REPLACED = re.compile(
    r"\W*(?:l['’]\s?)?annexe(?:\s+(?:n\s?°\s?)?(?P<number>\d+|[IVX]+|[A-Z])\b)?(?:\s*«[^»]{1,120}»)?[^:;«]{0,120}?(?<!n['’])\b(?:est|sera)\s(?:\w+\s(?:et\s)?)?remplacée\s"
    r"par\s(?:l['’]\s?annexe|celle|la nouvelle annexe|une nouvelle annexe)(?:\s+(?:n\s?°\s?)?(?P<again>\d+|[IVX]+|[A-Z])\b)?"
    r"\s(?:(?:ci-)?(?:jointe|annexée|après|dessous|figurant|qui (?:suit|figure))|[ad]u présent avenant)[^:;«]{0,60}\W*$",
    re.IGNORECASE,
)


def named_annex(number: str, heading: str) -> str:
    """The heading of an article that bears the number of an annex (« Annexe 1 ») with it: « Annexe 1 – Tarifs »."""
    return f"{number.strip()} – {heading}".rstrip(" –") if is_annex(number) and not is_annex(heading) else heading


def is_annex(heading: str) -> bool:
    """Whether the heading of an amendment's article is that of an annex."""
    return bare(heading).startswith("annexe")


def replaced_by_joined(said: Said) -> str | None:
    """The number of the annex of « L’annexe 1 est remplacée par l’annexe 1 jointe », "" where it has none; None of another sentence."""
    # « remplacée par l’annexe 2 » may be read without « jointe ».
    other = any(order.verb != "replace" for order in said.orders)
    told = _REPLACED.match(said.sentence) if not (other or said.payload or said.after) else None
    if told is None or told["number"] != (told["again"] or told["number"]):
        return None
    return division_number(told["number"]) if told["number"] else ""


def with_joined(said: Said, annexes: Sequence[tuple[str, str]], text: Provision) -> tuple[Said, str]:
    """« L’annexe 1 est remplacée par l’annexe jointe »: the sentence with the annex of that number, of `annexes` (heading, words).

    As it is, and "", unless one annex of the amendment, and one in force headed by its number alone, bear the number; the words
    of the annex that it takes otherwise.
    """
    number = replaced_by_joined(said)
    if number is None:
        return said, ""
    others = [
        (heading, words) for heading, words in annexes if said.sentence not in words
    ]  # « Article 4 – Annexe 2 » says it
    joined = [words for heading, words in others if _number_of(heading, words) == number]
    titles = {_SUBJECT.sub("", h) for h, words in others if _number_of(h, words) == number}
    in_force = [
        p
        for p in text.walk()
        if p.kind == "annex" and number and division_number(p.number) == number and _is_of(p, titles)
    ] or [
        p
        for p in text.walk()
        if p.heading
        and p.kind != "annex"
        and (_ANNEX.fullmatch(p.heading.chars.strip()) or bare(p.heading.chars) in {bare(h) for h, _ in others})
        and _number_of(p.heading.chars) == number
    ]
    if len(joined) != 1 or len(in_force) != 1 or (not number and len(others) != 1):
        return said, ""
    lines = [line for line in joined[0].split("\n") if line.strip() and not is_note(line)]
    own = lines[1:] if lines and _ANNEX.fullmatch(lines[0].strip()) else lines
    title = next(iter(titles), "") if in_force[0].kind == "annex" else ""
    own = [title, *own] if title else own
    part = Part("ANNEX", (number,) if number else ())
    return replace(said, orders=(Order("replace", (part,)),), payload=("\n".join(own),) if own else ()), joined[0]


def _is_of(annex: Provision, titles: Collection[str]) -> bool:
    """Whether an annex in force has nearly the title of the one that is joined, or one of them has none."""
    own = annex.heading.chars if annex.heading else ""
    return len(titles) == 1 and all(not own or not title or same_heading(title, own) for title in titles)


def _number_of(heading: str, words: str = "") -> str:
    """The number of an annex, from its heading or the first of its lines; "" where it has none."""
    for line in (heading, words.strip().partition("\n")[0]):
        if (found := _ANNEX.match(line.strip())) and found["number"]:
            return division_number(found["number"])
    return ""


def annexed(heading: str, words: str, text: Provision, name: str) -> tuple[TextOperation, ...]:
    """What an annex joined to an amendment rewords, where it shows that by itself; nothing where it does not.

    Either it is made of articles whose numbers and headings are each those of one article in force, or it is a table with the
    title, the lines above and the first cells of one in an annex in force of its heading.
    """
    lines = [line.strip() for line in words.split("\n") if line.strip() and not is_note(line)]
    common = common_of(name)
    if cut_short(lines):
        return ()
    return tuple(_articles(lines, text, common)) or tuple(_table(heading, lines, text, common))


def _articles(lines: Sequence[str], text: Provision, common: Common) -> Iterator[Replace]:
    start = next((i for i, line in enumerate(lines) if _ARTICLE.match(line)), len(lines))
    if not all(is_heading(line) or _APPLICABLE.match(line) for line in lines[:start]):
        return
    every = articles_of(text)
    new = by_article(lines[start:])
    found = [[p for p in every if _is(p, one.number, one.title)] for one in new]
    if any(
        len(f) != 1 or f[0].children or may_be_part(n.lines, lines_of(f[0])) for f, n in zip(found, new, strict=True)
    ):
        return
    for (article,), one in zip(found, new, strict=True):
        yield replaced(common, target_of(whole(article, every)), one.lines)


def _is(article: Provision, number: str, title: str) -> bool:
    """Whether an article has a number, and a heading that is told."""
    heading = bare(article.heading.chars) if article.heading else ""
    return bool(heading) and bare(title) == heading and number_key(article.number) == number_key(number)


def _table(heading: str, lines: Sequence[str], text: Provision, common: Common) -> Iterator[Replace]:
    own = lines[1:] if lines and bare(lines[0]) == bare(heading) else lines
    rows = next((i for i, line in enumerate(own) if "|" in line), 0)
    if not rows or not is_heading(own[0]) or any("|" not in line for line in own[rows:]):
        return
    every = articles_of(text)
    annexes = [p for p in every if p.heading and bare(p.heading.chars) == bare(heading)]
    found = [where for annex in annexes for where in _tables(whole(annex, every), own[:rows])]
    if len(found) == 1 and same_rows(own[rows:], lines_of(found[0].article)[found[0].start : found[0].end]):
        (section,) = found
        yield replaced(common, lines_named(section, section.start, section.end), own[rows:])


def _tables(annex: Section, above: Sequence[str]) -> Iterator[Section]:
    """The tables of an annex below lines that are those."""
    lines = lines_of(annex.article)
    for index in range(len(lines) - len(above)):
        start = index + len(above)
        if [*map(bare, lines[index:start])] == [*map(bare, above)] and "|" in lines[start]:
            end = next((i for i in range(start, len(lines)) if "|" not in lines[i]), len(lines))
            yield Section(annex.article, start, end, rank=annex.rank)
