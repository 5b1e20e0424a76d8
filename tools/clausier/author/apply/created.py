"""New articles: their number, their heading, and the article that they stand behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.author.apply.lines import Unsure
from clausier.author.apply.payloads import new_text
from clausier.author.apply.plain import plain_fragment
from clausier.author.apply.section import is_heading
from clausier.model.provision import Fragment
from clausier.source.headings import number_key

ITEM = re.compile(r"^(\(?(?:\d+|[a-zA-Z]|[IVX]+)\s?[.)°º])\s*")
_ADVERB = re.compile(r"\s(?:bis|ter|quater|quator|quinquies|sexies|septies)$")
_AFTER_ADVERB = {"ter": "bis", "quater": "ter", "quator": "ter", "quinquies": "quater", "sexies": "quinquies"}


def new_article(quoted: Sequence[str], number: str) -> Fragment:
    """The new text as an article of that number, or of the number that it gives itself."""
    new = new_text(quoted, "")
    number = number or new.number
    if not number or "," in number or (new.number and number_key(new.number) != number_key(number)):
        raise Unsure("le numéro du nouvel article n’est pas certain")
    title, lines = new.title, list(new.lines)
    if not title and not new.number and len(lines) > 1 and is_heading(lines[0]) and not ITEM.match(lines[0]):
        title, lines = lines[0], lines[1:]
    return plain_fragment(lines, heading=f"Article {number}" + (f" – {title}" if title else ""))


def number_before(number: str) -> str:
    """The number that comes before: 3 for « 3 bis », 3 bis for « 3 ter », 11 for 12, 2.1 for 2.2."""
    if adverb := _ADVERB.search(number):
        base = number[: adverb.start()]
        earlier = _AFTER_ADVERB.get(adverb.group().strip(), "")
        return number_key(f"{base} {earlier}" if earlier else base)
    head, _, last = number.rpartition(".")
    if last.isdigit() and int(last) > 1:
        return number_key(f"{head}.{int(last) - 1}" if head else str(int(last) - 1))
    return ""
