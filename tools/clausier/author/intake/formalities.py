"""What an act says of its own formalities: who deliberated, transmitted, published, signed, and when.

A fact is certain where one sentence gives one day and names one member; else it is asked. What is blank is not written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from clausier.author.intake.form import Block, Paragraph
from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.writing import scalar
from clausier.french.days import day_in, days_in
from clausier.french.members import named

_DELIBERATION = re.compile(r"\bdélibérations?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\bdélibération(?:(?!\b(?:avenant|convention|approuv|autoris|relati|portant))[^,;]){0,90}?\bn[°º][ \u00a0\u202f]*"
    r"(?P<number>(?:(?-i:[A-Z]{1,6})[ \u00a0](?=\d))?(?=[\w./-]*\d)\w[\w./-]*)",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"\b(?P<organ>(?:conseil|assemblée|commission\s+permanente|comité|bureau)\b[^,;()]*?)"
    r"(?=\s+(?:n[°º]|en\s+date|du\s+\d|le\s+\d|réunie?\b|autoris|habilit|approuv|relati|port)|\s*[,;()]|\s*\.?\Z)",
    re.IGNORECASE,
)
_UNDER = r"en vertu|en exécution|en application"
_OF_THIS_ACT = re.compile(
    rf"\bavenant\b|\bsigner\b|\b(?:habilit|autoris)é|\bagissant\b[^;]{{0,60}}?\b(?:{_UNDER}|par)\b|\breprésentée?s?\b[^;]{{0,160}}?\b(?:{_UNDER})\b",
    re.IGNORECASE,
)
_OF_THE_CONVENTION = re.compile(r"\bconvention\b", re.IGNORECASE)
_TOLD = {
    "transmission": re.compile(
        r"\b(?:télé)?transmi(?:s|se|ssion)\b|\breçue?\s+(?:en|à\s+la)\s+préfecture\b|\bcontrôle\s+de\s+légalité\b",
        re.IGNORECASE,
    ),
    "publication": re.compile(r"\bpubli(?:ée?|cation)\b|\baffich(?:ée?|age)\b|\bmise?\s+en\s+ligne\b", re.IGNORECASE),
    "notification": re.compile(r"\bnotifi(?:ée?|cation)\b", re.IGNORECASE),
}
SIGNS_FOR = re.compile(r"pour\s+(?:l[ea]s?\s+|l[’'])", re.IGNORECASE)
_MOST = 8  # members that a question lists


class Fact(Struct, frozen=True, kw_only=True):
    """One fact of one member; its value as YAML."""

    party: str
    key: str
    value: str

    @property
    def line(self) -> str:
        """The fact as a line of `avenant.yml`."""
        return f"formalités: {{{self.party}: {{{self.key}: {self.value}}}}}"


class Told(Struct, kw_only=True):
    """What an act tells of its formalities; `notified` is the one day of its notification, where there is one."""

    facts: tuple[Fact, ...] = ()
    notified: str = ""
    questions: tuple[Question, ...] = ()


def is_formality(words: str) -> bool:
    """Whether a line tells of a formality that is no signature, so that its day is none of the signature's."""
    return bool(_DELIBERATION.search(words)) or any(told.search(words) for told in _TOLD.values())


def formalities(opening: Iterable[Block], closing: Iterable[Block], parties: Mapping[str, str], signature: str) -> Told:
    """What the opening and the closing of an act say of its formalities; `parties` are the members' names, by id."""
    found = Told()
    for block in opening:
        if isinstance(block, Paragraph) and _DELIBERATION.search(block.text):
            _deliberated(block.text, parties, signature, found)
    member: tuple[str, ...] = ()
    for block in closing:
        if not isinstance(block, Paragraph):
            continue
        if SIGNS_FOR.match(block.text):
            member = tuple(named(block.text, parties))
        _closing(block.text, member, parties, signature, found)
    return found


def _closing(words: str, member: tuple[str, ...], parties: Mapping[str, str], signature: str, found: Told) -> None:
    """What one line of the closing tells; `member` is the one for whom the lines around it sign."""
    if _DELIBERATION.search(words):
        _deliberated(words, parties, signature, found, member)
        return
    days = {d.isoformat() for d in days_in(words)}
    keys = [key for key, told in _TOLD.items() if told.search(words)]
    who = tuple(named(words, parties)) or member
    if not keys and member and days:
        keys = ["signature"]
    for key in keys if days else ():
        if key == "notification":
            if len(days) == 1 and found.notified in {"", *days}:
                found.notified = next(iter(days))
            else:
                found.questions += (Question(sentence=words, why="le jour de la notification n’est pas certain"),)
        elif len(days) == 1 and len(who) == 1 and len(keys) == 1:
            found.facts += (Fact(party=who[0], key=key, value=next(iter(days))),)
        else:
            facts = (Fact(party=p, key=key, value=d) for d in sorted(days) for p in (who or tuple(parties))[:_MOST])
            found.questions += (_asked(words, f"{key} : pour quel membre, et quel jour ?", facts),)


def _deliberated(
    words: str, parties: Mapping[str, str], signature: str, found: Told, member: tuple[str, ...] = ()
) -> None:
    """The deliberation that a line tells of."""
    days = set(days_in(words))
    ours = bool(_OF_THIS_ACT.search(words))
    if not days or (not ours and _OF_THE_CONVENTION.search(words)):
        return  # blank, or one about the convention itself
    who = tuple(named(words, parties)) or member
    day = day_in(words)
    why = ""
    if day is None or len(_DELIBERATION.findall(words)) > 1:
        why = "plusieurs délibérations, ou plusieurs jours"
    elif len(who) != 1:
        why = "délibération : de quel membre ?"
    elif not ours:
        why = "cette délibération autorise-t-elle la signature de l’avenant ?"
    elif len(signature) == 10 and day > datetime.date.fromisoformat(signature):
        why = "cette délibération serait postérieure à la signature"
    if not why:
        found.facts += (Fact(party=who[0], key="délibération", value=_deliberation(words, day)),)
        return
    one = day is not None and len(_DELIBERATION.findall(words)) == 1
    facts = [
        Fact(party=p, key="délibération", value=_deliberation(words, day)) for p in (who or tuple(parties))[:_MOST]
    ]
    found.questions += (_asked(words, why, facts if one else ()),)


def _deliberation(words: str, day: datetime.date | None) -> str:
    organ, number = _ORGAN.search(words), _NUMBER.search(words)
    parts = [f"organe: {_flow(organ['organ'])}"] if organ else []
    if number:
        parts.append(f"numéro: {_flow(number['number'])}")
    return "{" + ", ".join([*parts, f"date: {day.isoformat() if day else ''}"]) + "}"


def _flow(words: str) -> str:
    """A text inside braces."""
    written = scalar(words)
    return f'"{written}"' if not written.startswith('"') and re.search(r"[,:#{}\[\]]", written) else written


def _asked(words: str, why: str, facts: Iterable[Fact]) -> Question:
    lines = tuple(fact.line for fact in facts)
    none = Choice(words="ne rien écrire : ce n’est pas une formalité de cet avenant")
    choices = tuple(Choice(words=line, line=line) for line in lines)
    return Question(sentence=words, why=why, readings=lines, choices=(*choices, none))
