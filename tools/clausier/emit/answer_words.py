"""What the answers of several commands say alike, for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from clausier.diagnostics import Lang, Message
from clausier.emit.dates import said_day
from clausier.schemas import Object

EACH_VERSION = Message(
    fr="Indéterminé du {first} au {last}\u00a0: une date n’est pas connue ({acts}). Chaque version possible\u00a0:",
    en="Undetermined from {first} to {last}: the date of {acts} is not known. Each possible version:",
)
EACH_CASE = Message(
    fr="Indéterminé du {first} au {last}\u00a0: une date n’est pas connue ({acts}), et qui est membre non plus. Chaque cas possible\u00a0:",
    en="Undetermined from {first} to {last}: the date of {acts} is not known, nor who is a member. Each possible case:",
)
_OR_NONE = Message(
    fr="Il est possible qu’aucun texte ne soit encore en vigueur.", en="It is possible that no text is in force yet."
)
THE_CONVENTION = Message(fr="la convention elle-même", en="the convention itself")
_LEFT = Message(
    fr="Des phrases du texte disponible n’ont pas encore été lues comme règles, et peuvent en dire plus\u00a0: {count}.",
    en="Sentences of the available text have not been read as rules yet, and may say more: {count}.",
)
Name = Callable[[str], str]  # what readers call what has an id: a body, a role, a matter
NOT_KNOWN = Message(fr="inconnu", en="unknown")


def undetermined(answer: Object, lang: Lang, said: Message = EACH_VERSION, key: str = "undetermined") -> list[str]:
    """That the text of those days is open and because of which acts, and an empty line; nothing where it is not open."""
    if key not in answer:
        return []
    found = answer[key]
    acts = ", ".join(dict.fromkeys(because["act"] for because in found["because"]))
    lines = [_OR_NONE.text(lang)] if "or_none" in found else []
    return [*lines, said.fill(first=said_day(found["from"]), last=said_day(found["to"]), acts=acts).text(lang), ""]


def not_at_hand(lacunas: Iterable[Object], lang: Lang) -> list[str]:
    """The articles whose words are not at hand."""
    return [lacuna["article"] or THE_CONVENTION.text(lang) for lacuna in lacunas]


def left(answer: Object, lang: Lang) -> list[str]:
    """That there are sentences of which no rule tells; nothing where there are none."""
    return [_LEFT.fill(count=answer["left"]).text(lang)] if answer["left"] else []


def figure(value: Any, lang: Lang) -> str:
    """An exact figure of an answer, as it is written in the language of the call: `4,5`, `4.5`, `1/3`."""
    match value:
        case None:
            return NOT_KNOWN.text(lang)
        case {"num": num, "den": den}:
            return f"{num}/{den}"
        case _:
            return str(value).replace(".", ",") if lang == "fr" else str(value)
