"""**Quoi.** L’acte dit quand l’un de ses articles entre en vigueur, et les opérations de cet article n’ont pas ce jour.

**Pourquoi.** Une opération sans date prend effet avec tout l’acte : ce que l’article change serait donné pour en vigueur un autre
jour que celui que les parties ont voulu. La clause qui le dit est le plus souvent à la fin de l’acte, loin de l’article.

**Exemple.** À éviter : une opération sans `en-vigueur` à l’article 2, quand l’acte finit par « Toutefois, l’article 2 entre en vigueur
le 1er janvier 2027 ». Préférer, sous l’opération : `en-vigueur: 2027-01-01`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.own_sentences import OwnSentence, named_articles, own_sentences
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.french.asides import tells_force
from clausier.french.force import TELLING, Force, as_source, read_part, tells_otherwise
from clausier.model.dates import Date, When, the_day
from clausier.model.operation import NoEffect, Operation
from clausier.model.provision import Provision
from clausier.source.outline import name

CODE = Code(
    "TXT210",
    "warning",
    Message(
        fr="l’acte dit quand {article} entre en vigueur («\u00a0{said}\u00a0»), ses opérations {recorded}",
        en="the act says when {article} enters into force (“{said}”), its operations {recorded}",
    ),
    __doc__,
    help=Message(
        fr="écrire sous chaque opération de cet article\u00a0: en-vigueur: {value}",
        en="write below each operation of that article: en-vigueur: {value}",
    ),
)
_NOTHING = Message(fr="n’en disent rien", en="say nothing of it")
_ANOTHER = Message(fr="disent {day}", en="say {day}")
_BY_HAND = Message(
    fr="écrire sous chaque opération de cet article «\u00a0en-vigueur:\u00a0», et le jour que dit la phrase, ou l’événement, comme {événement: notification-du-marche}",
    en="write “en-vigueur:” below each operation of that article, and the day of the sentence, or the event, as {événement: notification-du-marche}",
)
_HERE = Message(fr="l’opération est ici", en="the operation is here")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each sentence that dates an article of the act, where no operation of that article has that date."""
    act = subject.act
    if act.kind != "amendment" or not act.operations:
        return
    for sentence in own_sentences(subject, *TELLING):
        if tells_force(sentence.words) or tells_otherwise(sentence.words):
            for article, after in named_articles(sentence, subject):
                yield from _compared(article, after, sentence, subject)


def _compared(article: Provision, after: str, sentence: OwnSentence, subject: Subject) -> Iterator[Diagnostic]:
    act = subject.act
    here = (o for o in act.operations if f"{o.common.act}/{o.common.article}" == article.id)
    operations = [o for o in here if not isinstance(o, NoEffect)]
    force = None if tells_otherwise(sentence.words) else read_part(after)
    if force == Force(event="signature") and act.signed and _alike(act.in_force, act.signed):
        return  # the whole act is in force then too
    value = as_source(force, act.id) if force else ""
    days = {_day(operation, subject) for operation in operations}
    own = [o for o in operations if o.common.in_force is not None]
    if not operations or value in days or (own and (None in days or not force or not force.day)):
        return
    recorded = sorted(day for day in days if day) if own else []
    yield report(
        CODE,
        sentence.span(subject),
        labels=[Label(operations[0].common.span, _HERE)],
        help=None if value else _BY_HAND,
        article=name(article),
        said=sentence.shown,
        recorded=_ANOTHER.fill(day=recorded[0]) if recorded else _NOTHING,
        value=value,
    )


def _alike(in_force: Date, signed: When) -> bool:
    """Whether the act is in force on the day on which it was signed: presumed to be, or by its file."""
    return isinstance(in_force, When) and (in_force.first, in_force.last) == (signed.first, signed.last)


def _day(operation: Operation, subject: Subject) -> str | None:
    """The day of an operation, its own or that of its act; None where it is not known."""
    day = the_day(operation.common.in_force or subject.act.in_force)
    return day.isoformat() if day else None
