"""What the answers of several commands say alike, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.diagnostics import Lang, Message
from clausier.emit.dates import said_day
from clausier.schemas import Object

EACH_VERSION = Message(
    fr="Indéterminé du {first} au {last}\u00a0: une date n’est pas connue ({acts}). Chaque version possible\u00a0:",
    en="Undetermined from {first} to {last}: the date of {acts} is not known. Each possible version:",
)
_THE_CONVENTION = Message(fr="la convention elle-même", en="the convention itself")


def undetermined(answer: Object, lang: Lang, said: Message = EACH_VERSION, key: str = "undetermined") -> list[str]:
    """That the text of those days is open and because of which acts, and an empty line; nothing where it is not open."""
    if key not in answer:
        return []
    found = answer[key]
    acts = ", ".join(dict.fromkeys(because["act"] for because in found["because"]))
    return [said.fill(first=said_day(found["from"]), last=said_day(found["to"]), acts=acts).text(lang), ""]


def not_at_hand(lacunas: Iterable[Object], lang: Lang) -> list[str]:
    """The articles whose words are not at hand."""
    return [lacuna["article"] or _THE_CONVENTION.text(lang) for lacuna in lacunas]
