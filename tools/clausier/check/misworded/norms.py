"""A duty, a permission, a prohibition or a composition against its words: who may and who must, by when, who sits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.check.misworded.said import Contradiction, Said, plain
from clausier.rules import kinds
from clausier.rules.settled import Settled
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

_MAY = regex(r"(?<!\bne )\b(?:peut|peuvent|pourra|pourront|a la faculté|ont la faculté)\b")
_MUST = regex(r"(?<!\bne )\b(?:doit|doivent|devra|devront|est tenue?|sont tenue?s|s'engage|s'engagent|est obligée?)\b")
_MUST_NOT = regex(
    r"\b(?:ne (?:peut|peuvent|doit|doivent|pourra|pourront|sauraient?)|\A(?:de )?ne pas|nul ne|interdit|il est défendu)\b"
)
_DATED = regex(rf"\d+|\b(?:{'|'.join(MONTHS)})\b")
_NATURES = {"duty": "obligation", "permission": "permission", "prohibition": "interdiction"}


def contradictions(said: Said, names: Mapping[str, str]) -> Iterator[Contradiction]:
    """Where a rule says something else than its words; `names` are the members, by id."""
    match said.rule.rule:
        case kinds.Norm() as norm:
            yield from _modality(said, norm)
            due = _DATED.findall(plain(norm.deadline)) if norm.deadline else []
            if any(word not in said.sentence for word in due):
                yield said.rule.quote, "délai", norm.deadline
        case kinds.Composition(seats=Settled(value=seats)) if not {"members", "designated"} & set(seats):
            yield from _seats(said, seats, names)
        case _:
            pass


def _modality(said: Said, norm: kinds.Norm) -> Iterator[Contradiction]:
    may, must, must_not = (words.search(said.quote) for words in (_MAY, _MUST, _MUST_NOT))
    against = {
        "permission": None if may else must_not or must,
        "prohibition": None if must_not else may or must,
        "duty": None if must else must_not or may,
    }[norm.modality]
    if against:
        yield against[0], "nature", _NATURES[norm.modality]


def _seats(said: Said, seats: tuple[str, ...], names: Mapping[str, str]) -> Iterator[Contradiction]:
    """A member whom the quotation names and who is not listed; or listed, and not named among others who are."""
    quote = said.rule.quote
    named = {one for one, name in names.items() if name in quote and _stands(name, quote)}
    for one in sorted(named - set(seats)):
        yield names[one], "sièges", f"[{', '.join(seats)}]"
    if named & set(seats):
        for one in (seat for seat in seats if seat in names and seat not in named):
            yield quote, "sièges", one


def _stands(name: str, quote: str) -> bool:
    """Whether a name that is in the quotation stands there as words of its own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", quote) is not None
