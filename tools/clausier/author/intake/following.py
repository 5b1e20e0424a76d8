"""One sentence of an article of an act → the operations that carry out its orders, each tried on the text, or what to ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from clausier.author.intake.amiss import amiss, shown_ways
from clausier.author.intake.choosing import answered, chosen, dit, fits, made_by
from clausier.author.intake.identity import since
from clausier.author.intake.questions import Question
from clausier.author.intake.trial import Try
from clausier.author.intake.unread import unread
from clausier.french import Order, Said, Written
from clausier.french.leads import with_lead
from clausier.french.members import Change, member_change
from clausier.french.order import OUTER
from clausier.french.orders import VERBS
from clausier.refs.by_rank import leaving_no_label
from clausier.refs.lines.ranked import AT_ITS_END, by_rank
from clausier.refs.ways import ways_of
from clausier.source.verbs import ROWS, TAKE_TEXT

# What the sources can say, and takes a person all the same: whether words begin a line, or are one behind it.
_BY_HAND = frozenset({"words_at_start", "line_after_words"})


def followed(said: Said, ranks: tuple[int, ...], work: Try, act: str, given: frozenset[str]) -> list[Question]:
    """What to ask of one sentence; where nothing, its operations have been chosen. `given` are the labels that the article gives."""
    if not said.orders:
        change = member_change(said.sentence, work.known.parties) if not ranks else Change()
        if change.certain:
            work.chosen += [(*keys, *dit(said, work)) for keys in change.certain]
            return []
        return [question for question in unread(said, ranks, change, work, act) if not answered(question, work)]
    if said.uncertain:
        return [Question(sentence=said.sentence, why="l’étendue du texte nouveau n’est pas certaine")]
    orders = tuple(order for order in said.orders if order.verb != "keep")
    if not all(_writable(order) or any(by_rank(order, said.quotations, said.payload, work.before)) for order in orders):
        return [Question(sentence=said.sentence, why="cet ordre est compris, mais reste à écrire à la main")]
    dates = [since(order.when, act) for order in orders]
    if None in dates:
        return [Question(sentence=said.sentence, why="depuis quand, dans cette phrase, n’est pas certain")]
    writers = [partial(_ways, said=said, work=work, given=given, date=date or "") for date in dates]
    meant = [
        (order, own) if (own := write(order) if _writable(order) else ()) else _by_words(order, said, work, write)
        for order, write in zip(orders, writers, strict=True)
    ]
    ways = [possible for _, possible in meant]
    if not all(ways):
        why = with_lead("la place que vise la phrase n’est pas certaine", said.sentence)
        return [Question(sentence=said.sentence, why=why)]
    takers = [n for n, w in enumerate(ways) if w and w[0].verb in (*TAKE_TEXT, *ROWS)]
    if said.payload and len(ranks) != len(said.payload):
        return [Question(sentence=said.sentence, why="l’étendue du texte nouveau n’est pas certaine")]
    if len(takers) != len(ranks):
        why = (
            "plusieurs textes nouveaux, ou plusieurs ordres" if ranks else "le texte nouveau n’est pas entre guillemets"
        )
        return [Question(sentence=said.sentence, why=why, readings=shown_ways(ways))]
    before = list(work.chosen)
    for index, (named, own) in enumerate(meant):
        rank = ranks[takers.index(index)] if index in takers else None
        by_words = (
            (named, ()) if fits(named, own, rank, said, work, act) else _by_words(named, said, work, writers[index])
        )
        others = partial(_in_other_counts, named, said, work, writers[index])
        made = partial(made_by, named, rank=rank, said=said, work=work, act=act)
        order, possible = by_words if by_words[1] else (named, _by_each_count(named, own, others, made))
        question = amiss(order, possible, rank, said, work) or chosen(order, possible, rank, said, work, act)
        if question and not answered(question, work):
            work.chosen[:] = before
            return [question]
    return []


def _ways(order: Order, *, said: Said, work: Try, given: frozenset[str], date: str) -> tuple[Written, ...]:
    """Each way to write an order that has a target."""
    ways = (way for way in ways_of(order, said.quotations, work.before) if way.targets)
    return tuple(_dated(leaving_no_label(order, way, given, work.before), date) for way in ways)


def _by_words(
    order: Order, said: Said, work: Try, write: Callable[[Order], tuple[Written, ...]]
) -> tuple[Order, tuple[Written, ...]]:
    """The order on the lines that its place names by what stands there, and each way to write it; none where nothing does."""
    ranked = tuple(by_rank(order, said.quotations, said.payload, work.before))
    if len(ranked) > 1 and order.verb in AT_ITS_END:
        return order, ()  # no words tell which of the counts is meant: that one of them does not fit does not either
    return (ranked[0] if ranked else order), tuple(way for one in ranked for way in write(one))


def _in_other_counts(
    order: Order, said: Said, work: Try, write: Callable[[Order], tuple[Written, ...]]
) -> tuple[Written, ...]:
    """Each way to write an order on the lines that have its ranks, however they are counted."""
    ranked = by_rank(order, said.quotations, said.payload, work.before)
    return tuple(way for one in ranked for way in write(one))


def _by_each_count(
    order: Order,
    ways: tuple[Written, ...],
    others: Callable[[], tuple[Written, ...]],
    made: Callable[[tuple[Written, ...]], frozenset[str]],
) -> tuple[Written, ...]:
    """The ways to write an order on alinéas that it names by rank, and the `others` where these make other texts.

    Of an article whose parts are headed, or where an alinéa introduces a list, « le premier alinéa » may be several; a new
    wording tells which.
    """
    if not any(part.unit in {"ALINEA", "PARAGRAPH"} and part.numbers for part in order.place):
        return ways
    counted = others()
    mine, theirs = made(ways), made(counted)
    if not (mine and theirs) or theirs == mine:
        return ways
    told = order.verb in {"replace", "modify"} and len(theirs) == len(mine) == 1
    return counted if told else (*ways, *counted)


def _dated(way: Written, date: str) -> Written:
    """The same with a date of its own, where it has none yet."""
    dated = any(key == "en-vigueur" for key, _ in way.details)
    return replace(way, details=(*way.details, ("en-vigueur", date))) if date and not dated else way


def _writable(order: Order) -> bool:
    if order.verb == "complete_lines":
        return bool(order.place) and order.place[-1].unit in OUTER
    return order.verb in VERBS.keys() - _BY_HAND
