"""What a sentence says that a place is about, against what stands there: « l'annexe II relative aux tarifs », where annex II is « Zones »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.french import Part, Said
from clausier.model.provision import Provision
from clausier.refs.lines.about import is_about, shares
from clausier.refs.lines.articles import articles_named
from clausier.refs.lines.section import articles_of, lines_of
from clausier.text.regex import regex

_UNITS = {"ARTICLE": "article", "ANNEX": "annexe"}
_TO = r"(?:à|aux?)\b"
_ABOUT = regex(
    rf"(?:er)?,? (?:(?:relati(?:f|ve)s?|consacrée?s?|afférente?s?) {_TO}|concernant\b|portant sur\b|traitant d)(?P<matter>[^,;:.«»()]+)",
    re.IGNORECASE,
)
_IN_BRACKETS = regex(r"(?:er)? \((?P<matter>[^\W\d_][^()«»\d]+)\)")
_SEVERAL = regex(r"\b(?:les|ses|leurs) annexes\b", re.IGNORECASE)  # of what the sentence names; and all that there are
_ENDS = regex(
    r" (?:est|sont|sera|seront|de (?:l['’]|la )(?:accord|annexe|avenant|convention|présente)|du (?:présent|dit)|dudit|n['’]?e?) .*"
)


def is_of_another(said: Said, text: Provision) -> bool:
    """Whether a sentence says that an article or an annex, which it names by its number, is about what is another's matter, or nothing of its own.

    In brackets may stand anything: they say a heading where another bears it.
    """
    parts = {order.place[0] for order in said.orders if order.place}
    if any(part.unit == "ANNEX" and not part.numbers and part.named is None for part in parts):
        return _SEVERAL.search(said.sentence) is not None
    return any(_is_amiss(part, said, text) for part in parts if part.unit in _UNITS and len(part.numbers) == 1)


def _is_amiss(part: Part, said: Said, text: Provision) -> bool:
    told = [*_told(part, said.sentence)]
    found = list(articles_named(part, said.quotations, text)) if told else []
    if len(found) != 1:
        return False
    own = found[0].article
    for matter, bracketed in told:
        if shares(matter, found[0].heading):
            continue
        others = (p.heading.chars for p in articles_of(text) if p.kind == own.kind and p.heading and p.id != own.id)
        if any(is_about(matter, heading) for heading in others):
            return True
        if not bracketed and not shares(matter, "\n".join(lines_of(own))):
            return True
    return False


def _told(part: Part, sentence: str) -> Iterator[tuple[str, bool]]:
    """What a sentence says behind the number of a place, and whether in brackets."""
    named = re.compile(rf"\b{_UNITS[part.unit]}s? (?:n ?° ?)?{re.escape(part.numbers[0])}(?![\w.-]*\w)", re.IGNORECASE)
    plain = re.sub(r"[ \u00a0\u202f]", " ", sentence)
    for place in named.finditer(plain):
        for pattern in (_ABOUT, _IN_BRACKETS):
            if behind := pattern.match(plain, place.end()):
                yield _ENDS.sub("", behind["matter"]), pattern is _IN_BRACKETS
