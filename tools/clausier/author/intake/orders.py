"""The sentences of an article of an act → operations that fit the text in force, each tried; questions for the rest."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.told import room_made_first
from clausier.author.intake.choosing import answered
from clausier.author.intake.following import followed
from clausier.author.intake.form import Block
from clausier.author.intake.headed import with_heading
from clausier.author.intake.other_texts import is_of_another_text, on_an_act, other_text
from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.quoting import Part, Quoted
from clausier.author.intake.sentences import (
    as_read,
    concerns,
    doubts_of,
    first_line,
    root_of,
    taken_by,
    with_new_texts,
    with_words_plain,
)
from clausier.author.intake.trial import Known, Try, texts
from clausier.author.intake.unread import done_behind, unread
from clausier.author.intake.writing import article_markdown, says_the_same
from clausier.check.agreement.figures import with_figures
from clausier.check.agreement.nouns import with_its_nouns
from clausier.french import Itself, Said, acts_named, announces, behind_its_text, only_announces, read_article
from clausier.french.asides import reason_of_no_effect, tells_force
from clausier.french.members import Change
from clausier.french.orders import Keys
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs.by_rank import labels_given
from clausier.refs.lines.bearing import bears_on, named
from clausier.refs.lines.itself import itself_of
from clausier.refs.ways import ways_of
from clausier.source.headings import read_heading
from clausier.source.markdown import read_markdown
from clausier.source.outline import Writer, outline
from clausier.text import Text

# « L’article 2 est revu »: no amending verb that is known, and yet a unit of which something is said to be done.
_TITLE_AMENDS = re.compile(
    r"\b(?:modification|remplacement|abrogation|suppression|ajout|insertion|création)\b", re.IGNORECASE
)
_ELSEWHERE = "le texte nouveau est dans une annexe de l’acte"


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
    itself = itself_of(known.title, before)
    parts, said = _read(parts, _said_by(heading), before, itself)
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
        acts = one.acts or acts_named(heading, itself)
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
            questions.append(Question(sentence=one.sentence, why=why, readings=tuple(on_an_act(one, other, known))))
            continue
        questions.extend(followed(one, ranks, work, act, given))
        for behind in behind_its_text(one):
            questions += (q for q in unread(behind, (), Change(), work, act) if not answered(q, work))
    questions = [*(q for q in questions if not done_behind(q, said, work, act)), *doubts]
    if not says_the_same(markdown, heading, parts):
        questions.append(Question(sentence=heading, why="les mots de cet article n’ont pas pu être écrits fidèlement"))
    used = {rank for ranks in taken for rank in ranks}
    for rank, quotation in enumerate(quotations):
        if rank not in used and not any(q.sentence == first_line(quotation) for q in questions):
            questions.append(Question(sentence=first_line(quotation), why="aucune phrase n’ordonne ce texte nouveau"))
    if not work.chosen and not questions and (_TITLE_AMENDS.search(heading) or _title_speaks(heading, said, before)):
        questions.append(Question(sentence=heading, why="aucune phrase de cet article n’a été lue comme un changement"))
    elsewhere = any(one.sentence in known.elsewhere for one in said)
    reason = _ELSEWHERE if elsewhere else reason_of_no_effect(" ".join(one.sentence for one in said))
    reason = "modifie un autre texte\u00a0: " + "\u00a0; ".join(dict.fromkeys(others)) if others else reason
    without = "" if work.chosen or questions else reason
    return Ordered(
        markdown=markdown, operations=tuple(work.chosen), questions=tuple(questions), without=without
    ), texts(work, act)


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


def _read(
    parts: tuple[Part, ...], said_by: str, before: Provision, itself: Itself | None
) -> tuple[tuple[Part, ...], tuple[Said, ...]]:
    """The parts of an article, its new texts told from its own lines, and its sentences in the order in which they hold."""
    parts = with_new_texts(parts, tuple(read_article(as_read(parts), said_by, itself)), before)
    said = tuple(room_made_first(read_article(as_read(parts), said_by, itself)))
    return with_words_plain(parts, said), tuple(with_its_nouns(with_figures(one, before), before) for one in said)


def _title_speaks(heading: str, said: tuple[Said, ...], text: Provision) -> bool:
    """Whether a heading speaks of the text, by an article or by its words, above sentences that do not say since when."""
    words = _said_by(heading)
    spoken = any(named(words, text)) or bears_on(words[:1].upper() + words[1:], text)
    return spoken and not any(tells_force(one.sentence) for one in said)


def _said_by(heading: str) -> str:
    """The words of a heading without the article's own number, which is no place in the convention."""
    found = read_heading(Text(heading))
    return found.heading.chars if found else heading
