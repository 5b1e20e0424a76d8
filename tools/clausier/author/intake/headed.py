"""The heading of an article that a new text brings: told from its alinéas, or asked about."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.author.apply.payloads import is_title
from clausier.author.intake.form import Paragraph
from clausier.author.intake.quoting import CLOSING, OPENING, Quoted, words_of
from clausier.author.intake.writing import is_heading
from clausier.french import Order, Said
from clausier.french.order import OUTER
from clausier.model.provision import Provision
from clausier.source.headings import number_key, read_heading
from clausier.text import Text
from clausier.text.typography import BLANKS, same

_LONGEST = 150  # characters of a heading
NEW = frozenset({"create", "insert_after", "insert_before"})  # verbs that bring an article


def perhaps_a_heading(order: Order, quotation: Quoted) -> str:
    """The first line of the new text of an article where it may be its heading, said again without its number."""
    if quotation.headed:
        return ""
    if order.verb != "create" and (not order.place or order.place[-1].unit not in OUTER):
        return ""
    lines = list(quotation.blocks)
    number = order.made or next(reversed(order.place[-1].numbers), "")
    if is_heading(lines[0], number):
        found = read_heading(Text(words_of(lines[0]).lstrip(OPENING + BLANKS)))
        if found is None or found.heading.chars.strip(CLOSING + BLANKS):
            return ""
        lines = lines[1:]
    if len(lines) < 2 or not isinstance(lines[0], Paragraph) or lines[0].label or is_heading(lines[0], number):
        return ""
    words = lines[0].text.strip(OPENING + CLOSING + BLANKS)
    return words if words and len(words) <= _LONGEST and not words.endswith((".", ";", ":", ",", "!", "?", "…")) else ""


def with_heading(said: Said, quotation: Quoted, before: Provision) -> Quoted:
    """The new text that a sentence brings for one article, its heading told from its alinéas where that is certain.

    Its first line is the heading where the article has it or the sentence quotes it, or where the article is new among others
    that all have one. Under the number of the article, alone on its line, so is the next line of an article that is new or
    has a heading. Where a later line may be a heading too, only the first of these holds.
    """
    if len(said.orders) != 1 or said.orders[0].verb not in {"replace", "modify", *NEW}:
        return quotation
    (order,) = said.orders
    words = perhaps_a_heading(order, quotation)
    first, *rest = quotation.blocks
    if not words or not isinstance(first, Paragraph) or len(order.place) > 1:
        return quotation
    known = _headings(order, said, before)
    same_again = any(same(words.casefold(), one.casefold()) for one in known)
    below = rest if words in first.text else rest[1:]
    later = (b.text.rstrip(CLOSING + BLANKS) for b in below if isinstance(b, Paragraph) and not b.label)
    alone = is_title(words) and not any(map(is_title, later))
    if words in first.text:
        listed = isinstance(below[0], Paragraph) and below[0].label
        headed = same_again or (order.verb in NEW and alone and not listed and _every_one_is_headed(before))
        return replace(quotation, headed=True) if headed else quotation
    line = f"{first.text} {words}"
    read = read_heading(Text(line.lstrip(OPENING + BLANKS)))
    if read is None or read.heading.chars != words or not (same_again or (alone and (known or order.verb in NEW))):
        return quotation
    return replace(quotation, blocks=(replace(first, text=line), *rest[1:]))


def _every_one_is_headed(text: Provision) -> bool:
    """Whether every article of a text has a heading, so that a new one has."""
    articles = [p for p in text.walk() if p.kind == "article" and p.number]
    return bool(articles) and all(p.heading for p in articles)


def _headings(order: Order, said: Said, before: Provision) -> list[str]:
    """The headings that the one article which an order names has, and that its sentence quotes of it."""
    part = order.place[0] if order.place and order.verb not in NEW else None
    keys = {number_key(number) for number in part.numbers} if part else set()
    known = [p.heading.chars for p in before.walk() if p.heading and len(keys) == 1 and number_key(p.number) in keys]
    return known + ([said.quotations[part.named]] if part and part.named is not None else [])
