"""**Quoi.** L’acte dit jusqu’à quand il s’applique, ou l’un de ses articles, et une des opérations en cause n’a pas de `jusqu-au`, ou en a un
autre. Ou bien l’acte se reconduit tacitement, et une opération a une fin.

**Pourquoi.** Une opération sans `jusqu-au` change le texte pour toujours : les mots d’un avenant conclu pour un an seraient encore
donnés pour en vigueur dix ans après. Avec un autre jour que celui de l’acte, le texte d’avant reviendrait trop tôt ou trop tard.

**Exemple.** À éviter : des opérations sans `jusqu-au`, quand l’acte dit « Le présent avenant s’applique jusqu’au 31 août 2027 ».
Préférer, sous chaque opération : `jusqu-au: 2027-08-31`. D’une durée (« pour trois ans »), le dernier jour est la veille du même
jour, trois ans après ; ce jour-là est admis aussi.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.check.own_sentences import OwnSentence, named_articles, own_sentences, without_quotations
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.french.term import End, ends_itself, ends_order, ends_part, last_days, may_be_renewed, may_end
from clausier.model.dates import When, the_day
from clausier.model.operation import Expire, Operation, Prolong, TextOperation
from clausier.model.provision import Provision
from clausier.source.outline import name

CODE = Code(
    "TXT212",
    "warning",
    Message(
        fr="l’acte dit jusqu’à quand s’applique {what} («\u00a0{said}\u00a0»), {recorded}",
        en="the act says until when {what} applies (“{said}”), {recorded}",
    ),
    __doc__,
    help=Message(
        fr="écrire sous chacune de ces opérations\u00a0: jusqu-au: {value}",
        en="write below each of those operations: jusqu-au: {value}",
    ),
)
_NOTHING = Message(fr="ses opérations n’en disent rien", en="its operations say nothing of it")
_ONE_NOTHING = Message(fr="cette opération n’en dit rien", en="this operation says nothing of it")
_ANOTHER = Message(fr="cette opération dit {day}", en="this operation says {day}")
_BY_HAND = Message(
    fr="écrire sous chacune de ces opérations «\u00a0jusqu-au:\u00a0», et le dernier jour d’effet, ou l’événement",
    en="write “jusqu-au:” below each of those operations, and the last day of effect, or the event",
)
_RENEWED = Message(
    fr="ce qui se reconduit tacitement continue\u00a0: ôter «\u00a0jusqu-au:\u00a0», ou accepter l’avertissement en disant ce qui y a mis fin",
    en="what is renewed tacitly goes on: take “jusqu-au:” away, or accept the warning and say what has ended it",
)
_HERE = Message(fr="l’opération est ici", en="the operation is here")
_WHOLE = Message(fr="tout l’avenant", en="the whole amendment")
_HOLDING = ("jusqu", "durée", "pour", "pendant", "prend", "expir", "cess", "terme", "échéance", "valable")


class _Said(Struct, frozen=True):
    """A sentence that gives an end to an article of the act, or (None) to the whole of it."""

    part: Provision | None
    end: End
    sentence: OwnSentence


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each sentence that gives an end to the act, or to an article of it, where an operation concerned has another, or none."""
    if subject.act.kind != "amendment" or not subject.act.operations:
        return
    said = tuple(_sentences(subject))
    by_themselves = {one.part.id for one in said if one.part}
    for one in said:
        alike = tuple(other.end for other in said if other.part is one.part)
        yield from _compared(one, alike, () if one.part else by_themselves, subject)


def _sentences(subject: Subject) -> Iterator[_Said]:
    renewed = {p.own.id for p in subject.lines.holding("tacite") if not p.quotation and may_be_renewed(p.chars)}
    for sentence in own_sentences(subject, *_HOLDING):
        if may_end(sentence.words):
            tacit = sentence.passage.own.id in renewed and not may_be_renewed(sentence.words)
            for part, end in _read(sentence, subject):
                yield _Said(part, End(renewed=True) if tacit else end, sentence)


def _read(sentence: OwnSentence, subject: Subject) -> Iterator[tuple[Provision | None, End]]:
    """What a sentence ends, an article of the act or (None) the whole of it, and how."""
    own = sentence.passage.own
    end = ends_itself(sentence.words, sentence.before)
    if end is not None:
        yield None, end
        return
    end = ends_order(sentence.words)
    if end is not None:
        yield own, end
        return
    for article, after in named_articles(sentence, subject):
        end = ends_part(after)
        if end is not None and (article is own or not _ends(_of(subject, own))):
            yield article, end


def _compared(said: _Said, alike: tuple[End, ...], but: Iterable[str], subject: Subject) -> Iterator[Diagnostic]:
    """A finding where an operation that the sentence ends (not those of the articles `but`) says otherwise.

    `alike` are the ends that sentences give to the same part of the act: each is of some of its operations, nobody knows which.
    """
    concerned = _of(subject, said.part, but)
    changes = [o for o in concerned if isinstance(o, TextOperation) and not isinstance(o, Expire)]
    others = any(isinstance(o, Expire | Prolong) for o in concerned)
    endless = [] if others or said.end.renewed else [o for o in changes if o.common.until is None]
    wrong = endless
    if not endless and said.end is alike[0]:
        by_itself = [o for o in changes if said.part is None and may_end(without_quotations(o.common.sentence))]
        wrong = [o for o in changes if o not in by_itself and all(_another(o, end, subject) for end in alike)]
    if not wrong:
        return
    until = wrong[0].common.until
    recorded = _NOTHING if len(endless) == len(changes) else _ONE_NOTHING
    help_ = None if said.end.day else _RENEWED if said.end.renewed else _BY_HAND
    yield report(
        CODE,
        said.sentence.span(subject),
        labels=[Label(wrong[0].common.span, _HERE)],
        help=help_,
        what=name(said.part) if said.part else _WHOLE,
        said=said.sentence.shown,
        recorded=_ANOTHER.fill(day=until.first.isoformat()) if isinstance(until, When) else recorded,
        value=said.end.day,
    )


def _of(subject: Subject, part: Provision | None, but: Iterable[str] = ()) -> list[Operation]:
    """The operations of an article of the act, or of all."""
    named = ((f"{o.common.act}/{o.common.article}", o) for o in subject.act.operations)
    return [o for article, o in named if (part is None or article == part.id) and article not in but]


def _ends(operations: Iterable[Operation]) -> bool:
    """Whether one of them has an end, or is one: a sentence beside it says that of what it names."""
    return any(o.common.until is not None or isinstance(o, Expire | Prolong) for o in operations)


def _another(operation: TextOperation, end: End, subject: Subject) -> bool:
    """Whether the operation has a last day, and it is none of those which the words allow."""
    until, begin = operation.common.until, operation.common.in_force or subject.act.in_force
    if not isinstance(until, When) or not until.exact:
        return False
    if end.renewed:
        return True
    allowed = last_days(end, the_day(begin), the_day(subject.act.signed))
    return bool(allowed) and until.first not in allowed
