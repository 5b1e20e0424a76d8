"""**Quoi.** L’acte dit jusqu’à quand il s’applique, ou l’un de ses articles, et aucune des opérations en cause n’a de `jusqu-au`.

**Pourquoi.** Une opération sans `jusqu-au` change le texte pour toujours : les mots d’un avenant conclu pour un an seraient encore
donnés pour en vigueur dix ans après.

**Exemple.** À éviter : des opérations sans `jusqu-au`, quand l’acte dit « Le présent avenant s’applique jusqu’au 31 août 2027 ».
Préférer, sous chaque opération : `jusqu-au: 2027-08-31`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.check.own_articles import named_articles
from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.french.term import ends_itself, ends_order, ends_part, may_end
from clausier.model.operation import Expire, Operation, Prolong, Suspend, TextOperation
from clausier.model.provision import Provision
from clausier.source.outline import name
from clausier.text.sentences import sentences

CODE = Code(
    "TXT212",
    "warning",
    Message(
        fr="l’acte dit jusqu’à quand s’applique {what} («\u00a0{said}\u00a0»), ses opérations n’en disent rien",
        en="the act says until when {what} applies (“{said}”), its operations say nothing of it",
    ),
    __doc__,
    help=Message(
        fr="écrire sous chacune de ces opérations\u00a0: jusqu-au: {value}",
        en="write below each of those operations: jusqu-au: {value}",
    ),
)
_BY_HAND = Message(
    fr="écrire sous chacune de ces opérations «\u00a0jusqu-au:\u00a0», et le dernier jour d’effet",
    en="write “jusqu-au:” below each of those operations, and the last day of effect",
)
_HERE = Message(fr="l’opération est ici", en="the operation is here")
_WHOLE = Message(fr="tout l’avenant", en="the whole amendment")
_HOLDING = ("jusqu", "durée", "pour", "pendant", "prend", "expir", "cess", "terme")
_MOST = 90


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each sentence that gives an end to the act, or to an article of it, where no operation concerned has one."""
    if subject.act.kind != "amendment" or not subject.act.operations:
        return
    for passage in subject.lines.holding(*_HOLDING):
        if passage.kind != "alinea" or passage.quotation or _ended(_of(subject, passage.own)):
            continue
        before = ""
        for start, end in sentences(passage.chars):
            words = passage.chars[start:end]
            if may_end(words):
                for part, day in _said(words, before, passage, subject):
                    yield from _unrecorded(part, day, subject, passage, start, end)
            before = words


def _said(words: str, before: str, passage: Passage, subject: Subject) -> Iterator[tuple[Provision | None, str]]:
    """What a sentence ends, an article of the act or (None) the whole of it, each with its last day."""
    day = ends_itself(words, before)
    if day is not None:
        yield None, day
        return
    day = ends_order(words)
    if day is not None:
        yield passage.own, day
        return
    for article, after in named_articles(words, passage, subject):
        day = ends_part(after)
        if day is not None:
            yield article, day


def _unrecorded(
    part: Provision | None, day: str, subject: Subject, passage: Passage, start: int, end: int
) -> Iterator[Diagnostic]:
    every = _of(subject, part)
    changes = [o for o in every if isinstance(o, TextOperation)]
    if not changes or _ended(every):
        return
    words = passage.chars[start:end].strip()
    yield report(
        CODE,
        subject.span(passage, start, end),
        labels=[Label(changes[0].common.span, _HERE)],
        help=None if day else _BY_HAND,
        what=name(part) if part else _WHOLE,
        said=words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0] + "…",
        value=day,
    )


def _of(subject: Subject, part: Provision | None) -> list[Operation]:
    """The operations of an article of the act, or of all."""
    return [o for o in subject.act.operations if part is None or f"{o.common.act}/{o.common.article}" == part.id]


def _ended(operations: Iterable[Operation]) -> bool:
    """Whether one of them has an end, or is one."""
    return any(o.common.until is not None or isinstance(o, Expire | Prolong | Suspend) for o in operations)
