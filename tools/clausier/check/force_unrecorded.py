"""**Quoi.** L’acte dit quand il entre en vigueur, et sa fiche ne le dit pas, ou dit un autre jour.

**Pourquoi.** C’est la fiche qui range les actes dans le temps. Sans `en-vigueur`, elle fait présumer le jour de la signature : le
texte changerait un autre jour que celui que les parties ont voulu.

**Exemple.** À éviter : une fiche sans `en-vigueur`, quand l’acte dit « Le présent avenant entre en vigueur le 1er avril 2026 ».
Préférer : `en-vigueur: 2026-04-01`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.own_sentences import OwnSentence, own_sentences
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.french.force import (
    TELLING,
    Force,
    as_itself,
    as_present,
    as_source,
    read_force_but,
    tells_since_when,
)
from clausier.model.act import Act
from clausier.model.dates import When

CODE = Code(
    "TXT209",
    "warning",
    Message(
        fr="l’acte dit quand il entre en vigueur («\u00a0{said}\u00a0»), sa fiche {recorded}",
        en="the act says when it enters into force (“{said}”), its file {recorded}",
    ),
    __doc__,
    help=Message(fr="écrire dans la fiche\u00a0: en-vigueur: {value}", en="write in its file: en-vigueur: {value}"),
)
_NOTHING = Message(fr="n’en dit rien", en="says nothing of it")
_ANOTHER = Message(fr="dit {day}", en="says {day}")
_LAST_SIGNATURE = Message(
    fr="écrire dans la fiche\u00a0: en-vigueur: signature, si le jour qu’elle donne est celui de la dernière signature\u00a0; sinon dernière-signature, et le jour de chacune dans «\u00a0formalités\u00a0»",
    en="write in its file: en-vigueur: signature, if the day that it gives is that of the last signature; else dernière-signature, and the day of each in “formalités”",
)
_BY_HAND = Message(
    fr="écrire dans la fiche «\u00a0en-vigueur:\u00a0», et le jour que dit la phrase, ou l’événement, comme {événement: notification-du-marche}",
    en="write “en-vigueur:” in its file, and the day of the sentence, or the event, as {événement: notification-du-marche}",
)
_SIGNED = frozenset({"signature", "dernière-signature"})


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first sentence that says when the whole act is in force, where its file does not say the same."""
    act = subject.act
    if act.signed is None or not isinstance(act.in_force, When):
        return
    said = list(_said(subject))
    recorded = act.in_force
    unsaid = recorded.presumed or (act.kind == "convention" and recorded == act.signed)
    if act.kind == "convention" and any(force and force.event in _SIGNED for _, force in said):
        return  # the day on which it was signed is what its file has
    days = {force.day for _, force in said if force and force.day}
    if not said or (not unsaid and (not days or not recorded.exact)):
        return
    if recorded.first.isoformat() in days and not recorded.presumed:
        return
    sentence, force = next((one for one in said if one[1]), said[0])
    values = {as_source(one, act.id) for _, one in said if one}
    value = values.pop() if len(values) == 1 else ""
    help_ = None
    if not value:
        help_ = _BY_HAND
    elif force and force.event == "dernière-signature" and not act.formalities:
        help_ = _LAST_SIGNATURE
    yield report(
        CODE,
        sentence.span(subject),
        help=help_,
        said=sentence.shown,
        recorded=_NOTHING if recorded.presumed else _ANOTHER.fill(day=recorded.first.isoformat()),
        value=value,
    )


def _said(subject: Subject) -> Iterator[tuple[OwnSentence, Force | None]]:
    """The sentences that say when the whole act is in force, and what they say where that is certain."""
    for sentence in own_sentences(subject, *TELLING):
        words, before = (_of_itself(one, subject.act) for one in (sentence.words, sentence.before))
        if tells_since_when(words, before):
            yield sentence, read_force_but(words, before)


def _of_itself(words: str, act: Act) -> str:
    return as_present(words) if act.kind == "convention" else as_itself(words, act.title)
