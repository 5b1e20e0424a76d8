"""The ways to write one order, each tried on the text: the one that fits, or the question among those that do."""

from __future__ import annotations

import re

from msgspec.structs import replace

from clausier.amend.words import spots
from clausier.author.apply.plain import every_line, plain_lines
from clausier.author.intake.amiss import lines_at, may_be_part, new_text, places_of
from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.redline import small_redline
from clausier.author.intake.trial import Amiss, Try, as_written, following, shown, texts, tried
from clausier.consolidate.states import run
from clausier.diagnostics.codes_amd import TWO_READINGS
from clausier.french import Order, Part, Said, Written
from clausier.french.order import WITH_HEADING
from clausier.french.orders import Keys
from clausier.model.provision import Fragment, Provision
from clausier.refs import at
from clausier.refs.lines.section import ITEM, bare, is_quoted_by
from clausier.source.headings import number_key
from clausier.source.quotations import bears
from clausier.text.words import occurrences

# The order in which a place is looked for: as the text stood before the act, as the act has changed it.
_READINGS = ("avant", "résultat")
_CHANGE = frozenset({"remplacer", "supprimer", "abroger", "remplacer-mots", "supprimer-mots", "insérer-mots"})


def dit(said: Said, work: Try) -> tuple[tuple[str, str], ...]:
    """The words by which an operation on the members is tied to its sentence."""
    words = says_of(said, work)
    return (("dit", words),) if words else ()


def answered(question: Question, work: Try) -> bool:
    """Whether a person chooses one of the answers, which is then followed."""
    choice = work.ask(question) if question.choices else None
    if choice is not None:
        work.chosen += choice.operations
    return choice is not None


def chosen(
    order: Order,
    ways: tuple[Written, ...],
    rank: int | None,
    said: Said,
    work: Try,
    act: str,
) -> Question | None:
    """The question that an order leaves; None where all ways that fit make one text, and the first of them is kept.

    Where it is not certain how far « est modifié » goes, that is asked of the one way that fits too.
    """
    unsure = rank is not None and may_be_part(order, ways, work, rank)
    made, failed = _fitting(order, ways, rank, said, work, act)
    if len(made) == 1 and not unsure:
        work.chosen.append(made[0][0])
        return None
    why = "« est modifié » : tout le texte, ou la seule partie citée ?" if unsure else ""
    if not made:
        why = why or "aucune lecture ne convient au texte en vigueur"
        return Question(sentence=said.sentence, why=why, readings=tuple(failed[:6]))
    base = run((*work.earlier, *texts(work, act)), work.before).document
    choices = tuple(
        Choice(words=shown(operation), operations=(operation,), effect=small_redline(base, text))
        for operation, text in made
    )
    return Question(
        sentence=said.sentence,
        why=why or "plusieurs lectures conviennent au texte en vigueur",
        readings=tuple(f"{c.words} — donnerait {c.effect}" for c in choices),
        choices=choices,
    )


def fits(order: Order, ways: tuple[Written, ...], rank: int | None, said: Said, work: Try, act: str) -> bool:
    """Whether any way to write an order fits the text."""
    return bool(made_by(order, ways, rank, said, work, act))


def made_by(
    order: Order, ways: tuple[Written, ...], rank: int | None, said: Said, work: Try, act: str
) -> frozenset[str]:
    """The texts, line by line, that the ways to write an order make."""
    return frozenset("\n".join(every_line(text)) for _, text in _fitting(order, ways, rank, said, work, act)[0])


def _fitting(
    order: Order, ways: tuple[Written, ...], rank: int | None, said: Said, work: Try, act: str
) -> tuple[list[tuple[Keys, Provision]], list[str]]:
    """Each way that fits and makes another text, with that text; and the ways that do not fit, each with the reason."""
    made: dict[str, tuple[Keys, Provision]] = {}
    failed: list[str] = []
    says = says_of(said, work) if work.several or said.figures else ""
    content = new_text(work, rank) if rank is not None else None
    for way in (_without_what_it_bears(one, content) for one in ways):
        operation = as_written(way, rank, says, following(work))
        if why := _unlike_its_quotation(order, way, said, work.before):
            failed.append(f"{shown(operation)} — {why}")
            continue
        result = tried((*work.chosen, operation), work, act)
        if isinstance(result, Amiss) and result.code == TWO_READINGS.id:
            settled = _before_or_after(way, operation, work, act)
        else:
            settled = {} if isinstance(result, Amiss) else {operation: result}
        for keys, text in settled.items():
            made.setdefault("\n".join(every_line(text)), (keys, text))
        if isinstance(result, Amiss) and not settled:
            failed.append(f"{shown(operation)} — {result.why}")
    return list(made.values()), failed


def _before_or_after(way: Written, operation: Keys, work: Try, act: str) -> dict[Keys, Provision]:
    """What an operation makes of a place that the act has moved: as the text stood before it, as it has changed it, where both fit.

    An act takes out or rewrites what was there before it, never the new text that it has just brought.
    """
    fitting: dict[Keys, Provision] = {}
    for reading in _READINGS:
        keys = tuple(key for key in operation if key[0] != "dit")
        keys = (*keys, ("lecture", reading), *operation[len(keys) :])
        text = tried((*work.chosen, keys), work, act)
        if not isinstance(text, Amiss):
            fitting[keys] = text
        if fitting and reading == "avant" and way.verb in _CHANGE and _is_brought(way, work, act):
            break
    return fitting


def _is_brought(way: Written, work: Try, act: str) -> bool:
    """Whether the lines that a place names, in the text as the act has changed it, are new ones that it has brought."""
    now = run((*work.earlier, *texts(work, act)), work.before).document
    named = {at(now, s.path).blocks[s.block].key for p in places_of(way, now) for s in spots(p, now)}
    return bool(named) and named.isdisjoint(block.key for unit in work.before.walk() for block in unit.blocks)


def _without_what_it_bears(way: Written, content: Fragment | None) -> Written:
    """A way to write an order, without the number and heading for the new text that this bears itself."""
    first = content.children[0] if content and content.children else None
    given = dict(way.details)
    said = set()
    if first and "en" in given and number_key(first.number) == number_key(given["en"]):
        said.add("en")
    if content and "en" in given and bears(content, given["en"].split(", ")):
        said.add("en")
    if first and first.heading and "intitulé" in given and bare(first.heading.chars) == bare(given["intitulé"]):
        said.add("intitulé")
    return replace(way, details=tuple(d for d in way.details if d[0] not in said))


def says_of(said: Said, work: Try) -> str:
    """The first words of the sentence, by which `dit` ties an operation to it; "" where no line of the article has them."""
    words = re.split(r"\s*[«»:]", " ".join(said.sentence.split()))[0].strip(" .,;")
    while len(words) > 90:
        words = words.rpartition(" ")[0]
    lines = list(plain_lines(work.provision))
    return words if words and any(occurrences(line, words) for line in lines) else ""


def _unlike_its_quotation(order: Order, way: Written, said: Said, text: Provision) -> str:
    """Why a place is not what its sentence quotes beside it: the words of an alinéa, the heading of an article or of a paragraph."""
    for part in order.place:
        named = said.quotations[part.named] if part.named is not None and part.numbers else ""
        if not named:
            continue
        if part.unit in WITH_HEADING:
            if not _bears(part, named, text):
                return f"l’article de ce numéro ne porte pas l’intitulé « {named} »"
            continue
        lines = lines_at(way, text) if part is order.place[-1] else []
        exact = part.unit == "ALINEA"
        if not (len(lines) == 1 and is_quoted_by(lines[0], named) if exact else lines and _begins(lines[0], named)):
            return f"{'l’alinéa' if exact else 'le passage'} désigné n’est pas « {named} »"
    return ""


def _begins(line: str, named: str) -> bool:
    """Whether a line begins with words, behind its number if it has one."""
    return bare(ITEM.sub("", line)).startswith(bare(named))


def _bears(part: Part, given: str, text: Provision) -> bool:
    """Whether a unit of that number has the heading that the sentence gives it."""
    keys = {number_key(n) for n in part.numbers}
    return any(
        number_key(p.number) in keys and p.heading is not None and bare(p.heading.chars) == bare(given)
        for p in text.walk()
    )
