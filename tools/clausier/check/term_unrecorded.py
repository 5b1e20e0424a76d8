"""**Quoi.** La convention dit jusqu’à quand elle dure, et sa fiche n’a pas de `jusqu-au`, ou en a un autre. Ou bien elle se reconduit
tacitement, et sa fiche a un dernier jour.

**Pourquoi.** C’est la fiche qui range le texte dans le temps. Sans `jusqu-au`, une convention conclue pour quatre ans serait encore
donnée pour en vigueur dix ans après\u00a0; avec un jour, celle qui se reconduit tacitement cesserait de l’être quand elle continue.

**Exemple.** À éviter\u00a0: une fiche sans `jusqu-au`, quand la convention dit «\u00a0Elle est conclue jusqu’au 31 décembre 2027\u00a0».
Préférer\u00a0: `jusqu-au: 2027-12-31`. D’une durée («\u00a0pour quatre ans\u00a0»), le dernier jour est la veille du même jour, quatre ans
après\u00a0; ce jour-là est admis aussi. Si elle se reconduit tacitement\u00a0: `jusqu-au: {événement: denonciation}`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausier.check.own_sentences import OwnSentence, own_sentences
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.french.term import End, ends_convention, meant, possible, renews_convention
from clausier.model.dates import ONE_DAY, When, the_day

CODE = Code(
    "TXT214",
    "warning",
    Message(
        fr="la convention dit jusqu’à quand elle dure («\u00a0{said}\u00a0»), sa fiche {recorded}",
        en="the convention says until when it lasts (“{said}”), its file {recorded}",
    ),
    __doc__,
    help=Message(
        fr="écrire dans la fiche «\u00a0jusqu-au:\u00a0», et le dernier jour, ou l’événement",
        en="write “jusqu-au:” in its file, and the last day, or the event",
    ),
)
_NOTHING = Message(fr="n’en dit rien", en="says nothing of it")
_ANOTHER = Message(fr="dit {day}", en="says {day}")
_DAYS = Message(fr="écrire dans la fiche\u00a0: jusqu-au: {days}", en="write in its file: jusqu-au: {days}")
_RENEWED = Message(
    fr="ce qui se reconduit tacitement continue\u00a0: écrire «\u00a0jusqu-au: {événement: denonciation}\u00a0», et dater l’événement quand quelqu’un y a mis fin\u00a0; ou accepter l’avertissement en disant ce qui y a mis fin",
    en="what is renewed tacitly goes on: write “jusqu-au: {événement: denonciation}”, and date the event when someone has ended it; or accept the warning and say what has ended it",
)
HOLDING = ("jusqu", "durée", "pour", "pendant", "prend", "expir", "cess", "terme", "dure")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first sentence that says until when the convention lasts, where its file does not say the same."""
    act = subject.act
    if act.kind != "convention":
        return
    said = tuple(_said(subject))
    if not said:
        return
    recorded = act.operations[0].common.in_force if act.operations else None
    if act.operations and not (isinstance(recorded, When) and recorded.exact):
        return  # what it waits for, or why it is not known, is recorded
    last = recorded.first - ONE_DAY if isinstance(recorded, When) else None
    renewed = any(end.renewed for _, end in said)
    days = possible((end for _, end in said), the_day(act.in_force), the_day(act.signed))
    if last and not renewed and (last in days or not days):
        return
    help_ = _RENEWED if renewed else _DAYS.fill(days=shown_days(days)) if days else None
    shown = next((sentence for sentence, end in said if end.renewed), said[0][0])
    yield report(
        CODE,
        shown.span(subject),
        help=help_,
        said=shown.shown,
        recorded=_ANOTHER.fill(day=last.isoformat()) if last else _NOTHING,
    )


def shown_days(days: tuple[datetime.date, ...]) -> str:
    """The days among which to choose."""
    return " / ".join(day.isoformat() for day in meant(days))


def _said(subject: Subject) -> Iterator[tuple[OwnSentence, End]]:
    """The sentences that say how long the convention lasts, with what they say; that it is renewed may stand beside them."""
    renewed = {s.passage.own.id for s in own_sentences(subject, "tacite") if renews_convention(s.words)}
    for sentence in own_sentences(subject, *HOLDING):
        end = ends_convention(sentence.words, sentence.before)
        if end is not None:
            yield sentence, End(renewed=True) if sentence.passage.own.id in renewed else end
