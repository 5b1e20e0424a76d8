"""What each sentence of an amendment orders, against the operations beside it: in agreement, in disagreement, or not understood.

`sentences` reads an article's; `candidates` writes each order as the operations that may stand for it, by the same table as an
import; `compare` takes an operation as that of the order where it is written alike, or makes the same of the text that it meets (`scene`; `reach` where both lie);
`figures` finds a figure that is told without quotes, `nouns` holds quoted words against what their noun says that they are, `matter` a place against what it is said to be about; `pairs` tells what is left on either side. No false error is worth a disagreement found: where the place that a sentence names is
not in the text, the sentence is not understood.

Of an article without operations, `header` finds those that its sentences order for certain, and `reasons` why there are none;
`wording` has the words of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.check.agreement.candidates import Ordered
from clausier.check.agreement.codes import (
    CODES,
    CONTRADICTED,
    MISCOUNTED,
    OUTSIDE,
    UNFOLLOWED,
    UNORDERED,
    UNREAD,
    short,
    shown_operation,
    shown_way,
)
from clausier.check.agreement.compare import fits
from clausier.check.agreement.dated import THE_SENTENCE, THE_WHOLE, misdated, prolonged, prolonging
from clausier.check.agreement.pairs import Paired, paired
from clausier.check.agreement.scene import Scene
from clausier.check.agreement.sentences import Sentence, held_against, says_of
from clausier.check.agreement.texts import Texts, amended_text, read, unsaid
from clausier.consolidate import Timeline
from clausier.consolidate.acts_on_acts import other_act
from clausier.consolidate.ends import is_text
from clausier.diagnostics import Diagnostic, Label, codes_amd, report
from clausier.french import Written
from clausier.french.counted import articles_otherwise, counted_lines, otherwise
from clausier.model.act import Act, Corpus
from clausier.model.operation import NoEffect, Operation, TextOperation
from clausier.model.provision import Fragment, Provision, Quotation

__all__ = ["CODES", "disagreements"]

_NOTHING_REFUSED = (codes_amd.PAYLOAD_LEFT_OVER, codes_amd.SAYS_NOT_FOUND)


def disagreements(corpus: Corpus, timeline: Timeline, found: Iterable[Diagnostic] = ()) -> Iterator[Diagnostic]:
    """A finding for each sentence that its article's operations do not follow, each operation that no sentence orders.

    Also, for each sentence that is not understood, a remark. Files of which the reading has `found` an error, so that an
    operation may have been refused, are left out.
    """
    broken = {d.span.path for d in found if d.severity == "error" and d.code not in _NOTHING_REFUSED}
    texts, amended, cache = Texts(timeline), amended_text(corpus, timeline), timeline.cache
    for act in corpus.amendments:
        units = {p.id: p for p in act.document.walk()}
        changing = tuple(o for o in act.operations if is_text(o) and not other_act(o))
        by_article: dict[str, list[Operation]] = {}
        for operation in act.operations:
            by_article.setdefault(operation.common.article, []).append(operation)
        for number, operations in by_article.items():
            unit = units[f"{act.id}/{number}"]
            if unit.span is None or unit.span.path not in broken:
                article = replace(unit, children=()) if unit.kind == "division" else unit
                sentences = read(article, act, amended, cache)
                yield from _of_article(article, act, sentences, tuple(operations), changing, texts)
        for unit in _outside_articles(act):
            if unit.id.removeprefix(f"{act.id}/") not in by_article and not (unit.span and unit.span.path in broken):
                yield from _unsaid(unit, act, read(unit, act, amended, cache), texts)


def _outside_articles(act: Act) -> Iterator[Provision]:
    """The units that need not say what they change: the words before, between and after the articles, annexes."""
    for unit in act.document.walk():
        if unit.kind in {"opening", "closing", "preamble", "annex"}:
            yield unit
        elif unit.kind == "division":
            yield replace(unit, children=())


def _unsaid(unit: Provision, act: Act, sentences: tuple[Sentence, ...], texts: Texts) -> Iterator[Diagnostic]:
    """What is ordered outside the articles, and done nowhere: a heading without its mark makes an article of no effect."""
    if not any(sentence.orders for sentence in sentences):
        return
    for order in unsaid(unit, act, sentences, texts).found.unfollowed:
        place, ordered = sentences[order.sentence].place(act), shown_way(order.ways[0], order.rank)
        yield report(UNFOLLOWED, place, help=OUTSIDE, ordered=ordered)


def _of_article(
    article: Provision,
    act: Act,
    sentences: tuple[Sentence, ...],
    operations: tuple[Operation, ...],
    changing: tuple[TextOperation, ...],
    texts: Texts,
) -> Iterator[Diagnostic]:
    quoted = article.quotations
    on_text = tuple(o for o in operations if is_text(o) and not other_act(o))
    met = {o.common.id: texts.met(o, quoted) for o in on_text}
    before = met[on_text[0].common.id] if on_text else texts.met(operations[0], quoted)
    sentences = held_against(sentences, before.before)
    found = paired(
        sentences,
        on_text,
        met,
        operations[0].common,
        of_act=changing,
        before=before,
        after=Scene(before=before.before, first=on_text, quoted=quoted),
    )
    yield from _reported(found, act, sentences, operations, before)
    yield from misdated(sentences, on_text, act, before.before)
    yield from _miscounted(sentences, quoted, act)


def _miscounted(sentences: tuple[Sentence, ...], quoted: tuple[Quotation, ...], act: Act) -> Iterator[Diagnostic]:
    """A finding for each sentence that announces more units than its new text has, or fewer."""
    for sentence in sentences:
        content = quoted[sentence.ranks[0]].content if len(sentence.ranks) == len(sentence.orders) == 1 else Fragment()
        articles = tuple(unit for unit in content.children if unit.kind == "article")
        alone = articles[0] if len(content.children) == 1 and articles and not articles[0].children else content
        found = articles_otherwise(sentence.words, [unit.number for unit in articles])
        if not alone.children and not found:
            found = otherwise(sentence.words, counted_lines(alone))
        if found:
            wanted, there = found
            yield report(MISCOUNTED, sentence.place(act), wanted=wanted, there=there)


def _reported(
    found: Paired, act: Act, sentences: tuple[Sentence, ...], operations: tuple[Operation, ...], scene: Scene
) -> Iterator[Diagnostic]:
    noted = all(o.common.editorial_note for o in operations)
    for order, operation in found.differing:
        if not operation.common.editorial_note:
            sentence = sentences[order.sentence]
            yield report(
                CONTRADICTED,
                operation.common.place("target"),
                labels=[Label(sentence.place(act), THE_SENTENCE)],
                ordered=shown_way(_way(order, operation, scene), order.rank),
                done=shown_operation(operation),
            )
    for order in found.unfollowed:
        if not noted:
            ordered = shown_way(order.ways[0], order.rank)
            yield report(UNFOLLOWED, sentences[order.sentence].place(act), ordered=ordered)
    for operation in found.unordered:
        if not found.unread and not operation.common.editorial_note:
            yield report(UNORDERED, operation.common.place("target"), done=shown_operation(operation))
    others = tuple(o for o in operations if not is_text(o) or other_act(o))
    for sentence in found.unread:
        left = [way for way in prolonging(sentence) if not prolonged(way, others)]
        if sentence.orders and prolonging(sentence) and not left:
            continue
        if left and all(way.targets == THE_WHOLE for way in left):
            ordered = shown_way(left[0], None)
            yield report(UNFOLLOWED, sentence.place(act), ordered=ordered)
        elif (sentence.amends or found.unordered) and not _accounted_for(sentence, others):
            yield report(UNREAD, sentence.place(act), sentence=short(sentence.words))


def _way(order: Ordered, operation: TextOperation, scene: Scene) -> Written:
    """Of the ways to write an order, the one to show: that of the operation's verb, and of which the place is there."""
    fitting = [way for way in order.ways if fits(replace(order, ways=(way,)), operation.common, scene)] or order.ways
    return next((way for way in fitting if way.verb == operation.common.verb), fitting[0])


def _accounted_for(sentence: Sentence, others: tuple[Operation, ...]) -> bool:
    """Whether an operation on members, dates or another act says that it is of the sentence; the grammar reads none of them."""
    return any(says_of(o.common, sentence) for o in others if not isinstance(o, NoEffect))
