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


SILENT = {
    "relative": Message(fr="plus de voix pour que contre", en="more votes for than against"),
    "absolute-of-present": Message(
        fr="plus de la moitié des voix des présents", en="more than half of the votes of those present"
    ),
    "absolute-of-all": Message(fr="plus de la moitié de toutes les voix", en="more than half of all votes"),
    "unanimity": Message(fr="l’unanimité de toutes les voix", en="all votes"),
    "allowed": Message(fr="les pouvoirs valent", en="proxies count"),
    "not-allowed": Message(fr="les pouvoirs ne valent pas", en="proxies do not count"),
    "counted": Message(
        fr="qui ne peut voter compte parmi les sièges et les présents",
        en="who may not vote counts as a seat, and as present",
    ),
    "not-counted": Message(
        fr="qui ne peut voter ne compte ni parmi les sièges ni parmi les présents",
        en="who may not vote counts neither as a seat nor as present",
    ),
    "meets-again": Message(
        fr="ce qui est dit d’une seconde réunion vaut aussi pour cet objet",
        en="what is said of a second meeting holds for this matter too",
    ),
    "meets-once": Message(
        fr="ce qui est dit d’une seconde réunion ne vaut pas pour cet objet",
        en="what is said of a second meeting does not hold for this matter",
    ),
    "for": Message(fr="leur voix commune est pour", en="their common vote is for"),
    "against": Message(fr="leur voix commune est contre", en="their common vote is against"),
    "abstain": Message(fr="leur voix commune est une abstention", en="their common vote is an abstention"),
}


def label_of(case: str) -> str:
    """A case of what the words leave open, in French where it is one that they do not speak of."""
    return SILENT[case].fr if case in SILENT else case
