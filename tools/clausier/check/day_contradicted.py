"""**Quoi.** La phrase dit un jour (« à compter du… », « jusqu’au… », « reportée au… »), et l’opération qui la suit en a un autre : une adhésion,
un retrait, une fusion, un report, une prorogation, une fin.

**Pourquoi.** Ces opérations ne font guère que dater : un jour mal recopié, ou oublié, donne un membre, ou un texte, à des jours où il n’est
pas. Qui prend fin le 31 décembre est encore en vigueur ce jour-là : la fin (`expirer`) est du lendemain.

**Exemple.** À éviter : `retrait: commune-a` sans date, quand l’acte dit « La Commune A se retire à compter du 1er janvier 2027 ».
Préférer, sous l’opération : `en-vigueur: 2027-01-01`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from clausier.check.own_sentences import without_quotations
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.french import read_sentence
from clausier.french.force import DAY, iso, plain_words
from clausier.model import operation as op
from clausier.model.dates import ONE_DAY, Date, the_day
from clausier.text.regex import regex

CODE = Code(
    "TXT213",
    "warning",
    Message(
        fr="la phrase dit {said}, l’opération «\u00a0{verb}\u00a0» {recorded}",
        en="the sentence says {said}, the operation “{verb}” {recorded}",
    ),
    __doc__,
)
_ANOTHER = Message(fr="dit {day}", en="says {day}")
_BY_ITS_ACT = Message(
    fr="n’a pas de date et prend effet le {day}, avec son acte",
    en="has no date and takes effect on {day}, with its act",
)
_BY_THE_DAY_AFTER = Message(
    fr="«\u00a0en-vigueur:\u00a0» est le lendemain du dernier jour d’effet",
    en="“en-vigueur:” is the day after the last of effect",
)
_UNTIL = regex(
    rf"\b(?:(?P<ends>(?:prend|prendra|prennent|prendront) fin|expire(?:nt|ra|ront)?) (?:le|au)|jusqu'au) {DAY}"
)
_FROM = regex(
    r"(?<!jusqu')\b(?:(?:a compter|a partir|a la date) du|avec effet (?:du|au)|des le|(?:effet|vigueur|applicables?) le|(?P<at>au)) "
    + DAY
)
_DATED = op.Admit | op.Withdraw | op.MergeParties | op.RenameParty | op.Represent | op.Postpone | op.Prolong | op.Expire


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each operation that does hardly more than date, where its sentence says other days than it has."""
    for operation in subject.act.operations:
        day = _day(operation, subject) if isinstance(operation, _DATED) else None
        words = plain_words(without_quotations(operation.common.sentence)) if day else ""
        said = dict(_said(words, operation))
        if isinstance(operation, op.Expire) and any(order.since for order in read_sentence(words).orders):
            continue  # an order that is understood: it is compared with the operation, its day with it
        if day and said and all(day not in allowed for allowed in said.values()):
            common = operation.common
            ends = not isinstance(operation, op.Prolong) and _UNTIL.search(words)
            own = common.in_force or isinstance(operation, op.Postpone | op.Prolong)
            yield report(
                CODE,
                common.span,
                help=_BY_THE_DAY_AFTER if ends else None,
                said=", ".join(said),
                verb=common.verb,
                recorded=(_ANOTHER if own else _BY_ITS_ACT).fill(day=day.isoformat()),
            )


def _day(operation: op.Operation, subject: Subject) -> datetime.date | None:
    """The day that the operation has, which for a prorogation is the last; None where it is not known."""
    common = operation.common
    date: Date | None = common.in_force or subject.act.in_force
    if isinstance(operation, op.Postpone):
        date = operation.to
    elif isinstance(operation, op.Prolong):
        date = common.until
    return the_day(date)


def _said(words: str, operation: op.Operation) -> Iterator[tuple[str, set[datetime.date]]]:
    """Each day (ISO) that words say something begins or ends on, with those that the operation may then have."""
    if not any(map(str.isdigit, words)):
        return
    for found in _UNTIL.finditer(words):
        if day := _date(found):
            after = day + ONE_DAY
            if isinstance(operation, op.Prolong):
                yield day.isoformat(), {day}
            else:  # on the last day of a month, one means the whole of it
                yield day.isoformat(), {after} if not found["ends"] or after.day == 1 else {day, after}
    for found in _FROM.finditer(words):
        if day := _date(found):
            yield day.isoformat(), {day, day + ONE_DAY} if found["at"] else {day}


def _date(found: re.Match[str]) -> datetime.date | None:
    day = iso(found)
    return datetime.date.fromisoformat(day) if day else None
