"""The sentences of an article of an act → operations that fit the text in force, each tried; questions for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.beside import why_annex, why_beside
from clausier.author.apply.quiet import may_change
from clausier.author.apply.told import room_made_first
from clausier.author.intake.choosing import (
    answered,
    chosen,
    counted_amiss,
    fits,
    leaves_a_list,
    may_be_part,
    one_for_several,
    other_numbers,
    perhaps_a_heading,
    put_amiss,
    says_of,
    with_heading,
)
from clausier.author.intake.form import Block
from clausier.author.intake.identity import since
from clausier.author.intake.placed import by_rank, figure_changed
from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.quoting import Part, Quoted
from clausier.author.intake.sentences import (
    as_read,
    concerns,
    doubts_of,
    first_line,
    is_of_another_text,
    other_text,
    root_of,
    taken_by,
    with_new_texts,
    with_words_plain,
)
from clausier.author.intake.trial import Known, Try, as_written, shown, texts, tried
from clausier.author.intake.writing import article_markdown, says_the_same
from clausier.check.agreement.on_acts import act_named, of_act
from clausier.consolidate import run
from clausier.diagnostics import has_errors
from clausier.french import (
    Order,
    Said,
    Written,
    acts_named,
    announces,
    behind_its_text,
    only_announces,
    read_article,
)
from clausier.french.asides import (
    MEMBERS,
    beside_the_text,
    reason_of_no_effect,
    tells_a_change,
    tells_force,
)
from clausier.french.force import read_force
from clausier.french.leads import NOT_UNDERSTOOD, with_lead
from clausier.french.members import Change, member_change
from clausier.french.order import OUTER
from clausier.french.orders import VERBS, Keys
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs.ways import labels_given, leaving_no_label, ways_of
from clausier.source.headings import read_heading
from clausier.source.markdown import read_markdown
from clausier.source.outline import Writer, outline
from clausier.source.verbs import ROWS, TAKE_TEXT
from clausier.text import Text

# « L’article 2 est revu »: no amending verb that is known, and yet a unit of which something is said to be done.
_TITLE_AMENDS = re.compile(
    r"\b(?:modification|remplacement|abrogation|suppression|ajout|insertion|création)\b", re.IGNORECASE
)
_ELSEWHERE = "le texte nouveau est dans une annexe de l’acte"
# What the sources can say, and takes a person all the same: whether words begin a line, or are one behind it.
_BY_HAND = frozenset({"words_at_start", "line_after_words"})


class Ordered(Struct, frozen=True, kw_only=True):
    """What an article does: its Markdown, the operations as written, what to ask; `without`, why it changes nothing."""

    markdown: str
    operations: tuple[Keys, ...]
    questions: tuple[Question, ...]
    without: str


def ordered(
    heading: str,
    parts: tuple[Part, ...],
    before: Provision,
    earlier: tuple[TextOperation, ...],
    act: str,
    *,
    known: Known,
    ask: Callable[[Question], Choice | None] = lambda _: None,
) -> tuple[Ordered, tuple[TextOperation, ...]]:
    """What the article does to the text `before` the act, after the operations `earlier` of the act; and its operations.

    `ask` is asked what is not certain.
    """
    parts, said = _read(parts, _said_by(heading))
    quotations = [p for p in parts if isinstance(p, Quoted)]
    taken = taken_by(said, quotations)
    parts = _with_headings(parts, said, taken, before)
    quotations = [p for p in parts if isinstance(p, Quoted)]
    roots = {rank: root_of(one) for one, ranks in zip(said, taken, strict=True) for rank in ranks}
    markdown = article_markdown(heading, parts, roots)
    doubts = list(doubts_of(parts, quotations, roots, before))
    content, _ = outline(read_markdown("", markdown)[0])
    child = content.children[0] if content.children else Provision(id="", kind="opening", blocks=content.blocks)
    work = Try(
        markdown=markdown,
        provision=Writer(act, act).provision(child),
        before=before,
        quotations=quotations,
        earlier=earlier,
        chosen=[],
        several=sum(bool(one.orders) for one in said) > 1,
        known=known,
        ask=ask,
    )
    doubts = [d for d in doubts if not answered(d, work)]
    given = labels_given(way for one in said for o in one.orders for way in ways_of(o, one.quotations, before))
    questions: list[Question] = []
    others: list[str] = []  # texts that are amended beside the convention
    for index, (one, ranks) in enumerate(zip(said, taken, strict=True)):
        wrong = [d for d in doubts if concerns(d, one, ranks, quotations)]
        doubts = [d for d in doubts if d not in wrong]
        other = other_text(one, known) if one.orders else ""
        acts = one.acts or acts_named(heading)
        if acts and one.orders and is_of_another_text(replace(one, acts=acts), known, before):
            others.extend(acts)
            continue
        if wrong:
            questions.extend(wrong)
            continue
        later = said[index + 1 :]
        if one.sentence in known.elsewhere:
            continue
        if announces(one, later) or only_announces(one, later):
            continue
        if other:
            why = f"la phrase vise peut-être un autre texte ({other})"
            questions.append(Question(sentence=one.sentence, why=why, readings=tuple(_on_an_act(one, other, known))))
            continue
        questions.extend(_asked(one, ranks, work, act, given))
    questions = [*(q for q in questions if not _done_behind(q, said, work, act)), *doubts]
    if not says_the_same(markdown, heading, parts):
        questions.append(Question(sentence=heading, why="les mots de cet article n’ont pas pu être écrits fidèlement"))
    used = {rank for ranks in taken for rank in ranks}
    for rank, quotation in enumerate(quotations):
        if rank not in used and not any(q.sentence == first_line(quotation) for q in questions):
            questions.append(Question(sentence=first_line(quotation), why="aucune phrase n’ordonne ce texte nouveau"))
    if not work.chosen and not questions and _TITLE_AMENDS.search(heading):
        questions.append(Question(sentence=heading, why="aucune phrase de cet article n’a été lue comme un changement"))
    elsewhere = any(one.sentence in known.elsewhere for one in said)
    reason = _ELSEWHERE if elsewhere else reason_of_no_effect(" ".join(one.sentence for one in said))
    reason = "modifie un autre texte\u00a0: " + "\u00a0; ".join(dict.fromkeys(others)) if others else reason
    without = "" if work.chosen or questions else reason
    made = Ordered(markdown=markdown, operations=tuple(work.chosen), questions=tuple(questions), without=without)
    return made, texts(work, act)


def replaced_whole(heading: str, blocks: tuple[Block, ...], target: str) -> Ordered:
    """What an annex does that takes the place of `target`: all that it says is new text."""
    markdown = article_markdown(heading, (Quoted(blocks=blocks),), {})
    return Ordered(markdown=markdown, operations=((("remplacer", target),),), questions=(), without="")


def _with_headings(
    parts: tuple[Part, ...], said: tuple[Said, ...], taken: list[tuple[int, ...]], before: Provision
) -> tuple[Part, ...]:
    """The parts of an article, of which those new texts are headed that begin with the heading that is known."""
    bringing = {ranks[0]: one for one, ranks in zip(said, taken, strict=True) if len(ranks) == 1}
    rank = count()
    return tuple(
        with_heading(bringing[n], p, before) if isinstance(p, Quoted) and (n := next(rank)) in bringing else p
        for p in parts
    )


def _read(parts: tuple[Part, ...], said_by: str) -> tuple[tuple[Part, ...], tuple[Said, ...]]:
    """The parts of an article, its new texts told from its own lines, and its sentences in the order in which they hold."""
    parts = with_new_texts(parts, tuple(read_article(as_read(parts), said_by)))
    said = tuple(room_made_first(read_article(as_read(parts), said_by)))
    return with_words_plain(parts, said), said


def _said_by(heading: str) -> str:
    """The words of a heading without the article's own number, which is no place in the convention."""
    found = read_heading(Text(heading))
    return found.heading.chars if found else heading


def _asked(said: Said, ranks: tuple[int, ...], work: Try, act: str, given: frozenset[str]) -> Iterator[Question]:
    """What to ask of one sentence, and of what stands behind its new text."""
    yield from _followed(said, ranks, work, act, given)
    for behind in behind_its_text(said):
        yield from (q for q in _unread(behind, (), Change(), work, act) if not answered(q, work))


def _followed(said: Said, ranks: tuple[int, ...], work: Try, act: str, given: frozenset[str]) -> list[Question]:
    """What to ask of one sentence; where nothing, its operations have been chosen. `given` are the labels that the article gives."""
    if not said.orders:
        change = member_change(said.sentence, work.known.parties) if not ranks else Change()
        if change.certain:
            work.chosen += [(*keys, *_dit(said, work)) for keys in change.certain]
            return []
        figure = figure_changed(said, work.before)
        if figure and tried((*work.chosen, figure), work, act)[0] is not None:
            work.chosen.append((*figure, *_dit(said, work)))
            return []
        return [question for question in _unread(said, ranks, change, work, act) if not answered(question, work)]
    if said.uncertain:
        return [Question(sentence=said.sentence, why="l’étendue du texte nouveau n’est pas certaine")]
    orders = tuple(order for order in said.orders if order.verb != "keep")
    if not all(_writable(order) or any(by_rank(order, said, work.before)) for order in orders):
        return [Question(sentence=said.sentence, why="cet ordre est compris, mais reste à écrire à la main")]
    dates = [since(order.when, act) for order in orders]
    if None in dates:
        return [Question(sentence=said.sentence, why="depuis quand, dans cette phrase, n’est pas certain")]
    written = [partial(_ways, said=said, work=work, given=given, date=date or "") for date in dates]
    meant = [
        (order, own) if (own := write(order) if _writable(order) else ()) else _by_words(order, said, work, write)
        for order, write in zip(orders, written, strict=True)
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
        return [Question(sentence=said.sentence, why=why, readings=_readings(ways))]
    before = list(work.chosen)
    for index, (order, possible) in enumerate(meant):
        rank = ranks[takers.index(index)] if index in takers else None
        if not fits(order, possible, rank, said, work, act):
            by_words = _by_words(order, said, work, written[index])
            order, possible = by_words if by_words[1] else (order, possible)  # noqa: PLW2901 - the same order, on its lines
        unnamed = perhaps_a_heading(order, work.quotations[rank]) if rank is not None else ""
        if unnamed:
            work.chosen[:] = before
            why = f"le texte nouveau commence par « {unnamed} » : l’intitulé de l’article, ou un alinéa ?"
            heading = (
                "l’intitulé : faire précéder cette ligne de #"
                if order.verb in {"create", "insert_after", "insert_before"}
                else "l’intitulé : une opération « renommer » de plus, si l’intitulé change"
            )
            readings = (heading, "un alinéa")
            return [Question(sentence=said.sentence, why=why, readings=readings)]
        if rank is not None and leaves_a_list(order, possible, work, rank):
            work.chosen[:] = before
            why = "l’alinéa de ce rang est dans une liste, et le texte nouveau n’en est pas un point"
            return [Question(sentence=said.sentence, why=why, readings=_readings([possible]))]
        if rank is not None and (several := one_for_several(order, said, work, rank)):
            work.chosen[:] = before
            why = f"un seul texte nouveau pour plusieurs {several} : le même pour chacun, ou à leur place à tous ?"
            return [Question(sentence=said.sentence, why=why, readings=_readings([possible]))]
        amiss = rank is not None and (
            counted_amiss(said, work, rank) or other_numbers(order, possible, said, work, rank)
        )
        if amiss:
            why = amiss
            work.chosen[:] = before
            return [Question(sentence=said.sentence, why=why, readings=_readings([possible]))]
        if why := put_amiss(order, possible, work, said.quotations):
            work.chosen[:] = before
            return [Question(sentence=said.sentence, why=why, readings=_readings([possible]))]
        unsure = rank is not None and may_be_part(order, possible, work, rank)
        question = chosen(order, possible, rank, said, work, act, unsure=unsure)
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
    ranked = tuple(by_rank(order, said, work.before))
    return (ranked[0] if ranked else order), tuple(way for one in ranked for way in write(one))


def _dated(way: Written, date: str) -> Written:
    """The same with a date of its own, where it has none yet."""
    dated = any(key == "en-vigueur" for key, _ in way.details)
    return replace(way, details=(*way.details, ("en-vigueur", date))) if date and not dated else way


def _writable(order: Order) -> bool:
    if order.verb == "complete_lines":
        return bool(order.place) and order.place[-1].unit in OUTER
    return order.verb in VERBS.keys() - _BY_HAND


def _unread(said: Said, ranks: tuple[int, ...], change: Change, work: Try, act: str) -> Iterator[Question]:
    changes = tells_a_change(said.sentence) and not read_force(said.sentence)  # « devient exécutoire le … »
    until = "jusqu" in said.sentence
    if tells_force(said.sentence) and not until and not changes and not ranks and not change.candidates:
        return
    if MEMBERS.search(said.sentence) or change.candidates:
        candidates = [
            Choice(words=" ; ".join(map(shown, keys)), operations=tuple((*k, *_dit(said, work)) for k in keys))
            for keys in change.candidates
        ]
        forms = ("fusion: [A, B], en: C", "adhésion: A", "retrait: A", "dénomination: A, nom: B")
        nothing = Choice(words="sans-effet: exposé")
        yield Question(
            sentence=said.sentence,
            why="cette phrase change peut-être les membres",
            readings=(*([c.words for c in candidates] or forms), nothing.words),
            choices=(*candidates, nothing),
        )
    elif said.payload or changes or may_change(said, work.before):
        choices = () if said.payload or ranks else (Choice(words="cette phrase ne change rien"),)
        yield Question(sentence=said.sentence, why=with_lead(NOT_UNDERSTOOD, said.sentence), choices=choices)
    elif beside := beside_the_text(said.sentence):
        choices = (Choice(words=f"sans-effet: {beside.reason}"),) if beside.reason else ()
        yield Question(
            sentence=said.sentence, why=beside.why, readings=tuple(c.words for c in choices), choices=choices
        )
    elif why := _beside_the_text(said, work, act):
        yield Question(sentence=said.sentence, why=why, choices=(Choice(words="cette phrase ne change rien"),))


def _beside_the_text(said: Said, work: Try, act: str) -> str:
    """What the text does not say of a sentence that orders nothing, once what the act has ordered so far is done; "" for nothing."""
    why = why_beside(said, work.before) or why_annex(said.sentence, work.before)
    made = run((*work.earlier, *texts(work, act)), work.before) if why else None
    if made is None or has_errors(made.findings):
        return why
    return why_beside(said, made.document) or why_annex(said.sentence, made.document)


def _done_behind(question: Question, said: Iterable[Said], work: Try, act: str) -> bool:
    """Whether a sentence told what another behind it orders: the words quoted of the text are no longer there."""
    told = next((s for s in said if s.sentence == question.sentence and not s.orders), None)
    quotes = told is not None and question.why.startswith("le texte dit")
    return told is not None and quotes and _beside_the_text(told, work, act) != question.why


def _on_an_act(said: Said, name: str, known: Known) -> Iterator[str]:
    """How a sentence is written that changes an earlier amendment of the project."""
    other = act_named(name, known.acts)
    if other is None:
        return
    for order in said.orders:
        for way in ways_of(order, said.quotations, other.document):
            if way.targets:
                yield shown(as_written(of_act(way, other), None, "", 0))


def _dit(said: Said, work: Try) -> tuple[tuple[str, str], ...]:
    """The words by which an operation on the members is tied to its sentence."""
    words = says_of(said, work)
    return (("dit", words),) if words else ()


def _readings(ways: Iterable[tuple[Written, ...]]) -> tuple[str, ...]:
    return tuple(shown(as_written(way, None, "", 0)) for possible in ways for way in possible)[:6]
