"""What is asked of a sentence that orders nothing: it may change the text, the members, or say what the text does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.author.apply.beside import why_annex, why_beside
from clausier.author.apply.quiet import may_change
from clausier.author.intake.choosing import dit
from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.trial import Try, shown, texts
from clausier.consolidate import run
from clausier.diagnostics import has_errors
from clausier.french import Said
from clausier.french.asides import MEMBERS, beside_the_text, tells_a_change, tells_force
from clausier.french.force import read_force
from clausier.french.leads import NOT_UNDERSTOOD, with_lead
from clausier.french.members import Change


def unread(said: Said, ranks: tuple[int, ...], change: Change, work: Try, act: str) -> Iterator[Question]:
    """What is asked of a sentence that orders nothing, which announces the new texts `ranks`, and may `change` the members."""
    changes = tells_a_change(said.sentence) and not read_force(said.sentence)  # « devient exécutoire le … »
    until = "jusqu" in said.sentence
    if tells_force(said.sentence) and not until and not changes and not ranks and not change.candidates:
        return
    if MEMBERS.search(said.sentence) or change.candidates:
        candidates = [
            Choice(words=" ; ".join(map(shown, keys)), operations=tuple((*k, *dit(said, work)) for k in keys))
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
    elif why := _not_said(said, work, act):
        yield Question(sentence=said.sentence, why=why, choices=(Choice(words="cette phrase ne change rien"),))


def done_behind(question: Question, said: Iterable[Said], work: Try, act: str) -> bool:
    """Whether a sentence told what another behind it orders: the words quoted of the text are no longer there."""
    told = next((s for s in said if s.sentence == question.sentence and not s.orders), None)
    quotes = told is not None and question.why.startswith("le texte dit")
    return told is not None and quotes and _not_said(told, work, act) != question.why


def _not_said(said: Said, work: Try, act: str) -> str:
    """What the text does not say of a sentence that orders nothing, once what the act has ordered so far is done; "" for nothing."""
    why = why_beside(said, work.before) or why_annex(said.sentence, work.before)
    made = run((*work.earlier, *texts(work, act)), work.before) if why else None
    if made is None or has_errors(made.findings):
        return why
    return why_beside(said, made.document) or why_annex(said.sentence, made.document)
