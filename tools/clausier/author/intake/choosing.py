"""The ways to write one order, each tried on the text: the one that fits, or the question among those that do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clausier.amend.recast import stretch_of
from clausier.amend.words import spots, text_at
from clausier.author.apply.likeness import one_of_its_sentences
from clausier.author.apply.lines import in_another_case
from clausier.author.apply.payloads import is_title
from clausier.author.apply.plain import every_line, plain_lines
from clausier.author.apply.section import ITEM, bare, is_quoted_by
from clausier.author.apply.together import REPLACES, why_unsure
from clausier.author.intake.form import Paragraph
from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.quoting import CLOSING, OPENING, Quoted, words_of
from clausier.author.intake.redline import small_redline
from clausier.author.intake.trial import Try, as_written, following, shown, texts, tried
from clausier.author.intake.writing import is_heading
from clausier.consolidate.states import run
from clausier.diagnostics import Span
from clausier.french import Order, Part, Said, Written
from clausier.french.counted import counted_lines, told_otherwise
from clausier.french.order import OUTER, WITH_HEADING
from clausier.french.orders import Keys
from clausier.model.provision import Alinea, Fragment, Provision
from clausier.refs import find
from clausier.refs.places import Blocks, at
from clausier.refs.ways import item_before
from clausier.source.headings import number_key, read_heading
from clausier.source.quotations import bears
from clausier.source.targets import read_target
from clausier.text import Text
from clausier.text.typography import BLANKS, same
from clausier.text.words import occurrences

_LONGEST = 150  # characters of a heading
_NEW = frozenset({"create", "insert_after", "insert_before"})  # verbs that bring an article


def perhaps_a_heading(order: Order, quotation: Quoted) -> str:
    """The first line of the new text of an article where it may be its heading, said again without its number."""
    if quotation.headed:
        return ""
    if order.verb != "create" and (not order.place or order.place[-1].unit not in OUTER):
        return ""
    lines = list(quotation.blocks)
    number = order.made or next(reversed(order.place[-1].numbers), "")
    if is_heading(lines[0], number):
        found = read_heading(Text(words_of(lines[0]).lstrip(OPENING + BLANKS)))
        if found is None or found.heading.chars.strip(CLOSING + BLANKS):
            return ""
        lines = lines[1:]
    if len(lines) < 2 or not isinstance(lines[0], Paragraph) or lines[0].label or is_heading(lines[0], number):
        return ""
    words = lines[0].text.strip(OPENING + CLOSING + BLANKS)
    return words if words and len(words) <= _LONGEST and not words.endswith((".", ";", ":", ",", "!", "?", "…")) else ""


def with_heading(said: Said, quotation: Quoted, before: Provision) -> Quoted:
    """The new text that a sentence brings for one article, its heading told from its alinéas where that is certain.

    Its first line is the heading where the article has it or the sentence quotes it, or where the article is new among others
    that all have one. Under the number of the article, alone on its line, so is the next line of an article that is new or
    has a heading. Where a later line may be a heading too, only the first of these holds.
    """
    if len(said.orders) != 1 or said.orders[0].verb not in {"replace", "modify", *_NEW}:
        return quotation
    (order,) = said.orders
    words = perhaps_a_heading(order, quotation)
    first, *rest = quotation.blocks
    if not words or not isinstance(first, Paragraph) or len(order.place) > 1:
        return quotation
    known = _headings(order, said, before)
    same_again = any(same(words.casefold(), one.casefold()) for one in known)
    below = rest if words in first.text else rest[1:]
    later = (b.text.rstrip(CLOSING + BLANKS) for b in below if isinstance(b, Paragraph) and not b.label)
    alone = is_title(words) and not any(map(is_title, later))
    if words in first.text:
        listed = isinstance(below[0], Paragraph) and below[0].label
        headed = same_again or (order.verb in _NEW and alone and not listed and _every_one_is_headed(before))
        return replace(quotation, headed=True) if headed else quotation
    line = f"{first.text} {words}"
    read = read_heading(Text(line.lstrip(OPENING + BLANKS)))
    if read is None or read.heading.chars != words or not (same_again or (alone and (known or order.verb in _NEW))):
        return quotation
    return replace(quotation, blocks=(replace(first, text=line), *rest[1:]))


def _every_one_is_headed(text: Provision) -> bool:
    """Whether every article of a text has a heading, so that a new one has."""
    articles = [p for p in text.walk() if p.kind == "article" and p.number]
    return bool(articles) and all(p.heading for p in articles)


def _headings(order: Order, said: Said, before: Provision) -> list[str]:
    """The headings that the one article which an order names has, and that its sentence quotes of it."""
    part = order.place[0] if order.place and order.verb not in _NEW else None
    keys = {number_key(number) for number in part.numbers} if part else set()
    known = [p.heading.chars for p in before.walk() if p.heading and len(keys) == 1 and number_key(p.number) in keys]
    return known + ([said.quotations[part.named]] if part and part.named is not None else [])


def may_be_part(order: Order, ways: tuple[Written, ...], work: Try, rank: int) -> bool:
    """Whether « est modifié » brings so little text that it may reword but a part of what stands there."""
    if order.verb != "modify" or not ways:
        return False
    keys = {number_key(target) for target in ways[0].targets}
    old = [
        line for p in work.before.walk() if number_key(p.number) in keys for q in p.walk() for line in plain_lines(q)
    ]
    content = _new_text(work, rank)
    if content is None:
        return False
    lines, first = _lines_at(ways[0], work.before), content.blocks[:1]
    if len(lines) == len(content.blocks) == 1 and isinstance(first[0], Alinea):
        return order.place[-1].unit != "SENTENCE" and one_of_its_sentences(_bare(first[0].text.chars), lines[0])
    if len(old) < 2:
        return False
    whole = Provision(id="", kind="document", blocks=content.blocks, children=content.children)
    new = [line for q in whole.walk() for line in plain_lines(q)]
    return len(new) * 2 < len(old) or sum(map(len, new)) < 0.6 * sum(map(len, old))


def put_amiss(order: Order, ways: tuple[Written, ...], work: Try, quotations: Sequence[str]) -> str:
    """Why a change may be amiss: a sentence behind « ; », a 5° where the list ends with 3°, words that stand with a capital too; "" where nothing tells so."""
    lines = _lines_at(ways[0], work.before) if ways else []
    if ways and ways[0].verb in {"remplacer-mots", "supprimer-mots"} and not order.everywhere:
        other = in_another_case(quotations[order.words[0]], lines)
        told = other and other not in quotations
        return f"le texte a aussi «\u00a0{other}\u00a0»\u00a0: est-ce changé aussi\u00a0?" if told else ""
    if not ways or ways[0].verb != "compléter":
        return ""
    if order.verb == "complete_sentence" and lines and lines[-1].rstrip().endswith((";", ",", ":")):
        stop = lines[-1].rstrip()[-1]
        return f"ces mots finissent par «\u00a0{stop}\u00a0»\u00a0: la phrase ajoutée le suit-elle, ou prend-elle sa place\u00a0?"
    if "." in order.made and _go_on_behind(order.made, ways[0].targets, work.before):
        return "des lignes suivent le dernier point de cet article\u00a0: le nouveau vient-il derrière elles\u00a0?"
    mark = order.made[-1:]
    owners = [p for p in work.before.walk() if p.number in ways[0].targets] if mark in {"°", ")"} else []
    found = (ITEM.match(a.line) for p in owners for a in p.alineas)
    labels = [m[1].strip() for m in found if m]
    alike = any(own.endswith(mark) and own[:-1].isdigit() == order.made[:-1].isdigit() for own in labels)
    skips = alike and not item_before(order, ways[0].targets, work.before)
    return "le numéro du nouveau point n’est pas celui qui suit dans la liste" if skips else ""


def _go_on_behind(made: str, targets: Sequence[str], text: Provision) -> bool:
    """Whether an article whose alinéas begin with numbers (« 5.1. ») goes on behind the last of them."""
    own = re.compile(rf"{re.escape(made.rpartition('.')[0])}\.\d+\b")
    lines = [a.line for p in text.walk() if p.number in targets for a in p.alineas]
    return any(map(own.match, lines)) and not own.match(lines[-1])


def _lines_at(way: Written, text: Provision) -> list[str]:
    """The lines that the one target of a way names, as their words; none where it names no lines."""
    target, _ = read_target(way.targets[0], Span("")) if len(way.targets) == 1 else (None, None)
    places = find(target, text) if target else ()
    if not isinstance(places, tuple):
        return []
    return [text_at(spot, text).chars for place in places for spot in spots(place, text)]


def _bare(words: str) -> str:
    return words.strip(OPENING + CLOSING + BLANKS)


def one_for_several(order: Order, said: Said, work: Try, rank: int) -> str:
    """What a single new text rewords several of, unless it tells them apart by their headings, or they follow each other.

    « Sont remplacés par » may bring fewer articles than it takes.
    """
    inner = order.place[-1] if order.place else None
    if order.verb not in {"replace", "modify"} or inner is None or len(inner.numbers) < 2:
        return ""
    if inner.unit in OUTER:
        content = _new_text(work, rank)
        fewest = 1 if REPLACES.search(said.sentence) else len(inner.numbers)
        return "articles" if content is None or len(content.children) < fewest else ""
    ranks = [int(found[0]) for n in inner.numbers if (found := re.match(r"-?\d+", n))]
    run_on = inner.through or not ranks or ranks == list(range(ranks[0], ranks[0] + len(inner.numbers)))
    return "" if run_on else "parties d’un article"


def other_numbers(order: Order, ways: tuple[Written, ...], said: Said, work: Try, rank: int) -> str:
    """Why it is not certain that a text of other articles than those it takes the place of does so; "" where nothing tells so.

    Its annexes and its preamble may stay where « la convention est remplacée ».
    """
    content = _new_text(work, rank)
    if order.verb not in {"replace", "modify"} or not ways or content is None:
        return ""
    targets = [read_target(words, Span(""))[0] for words in ways[0].targets]
    found = [find(target, work.before) for target in targets if target]
    places = [place for one in found if isinstance(one, tuple) for place in one]
    stretch = stretch_of(places, content, work.before)
    if stretch is None:
        return ""
    return why_unsure(said.sentence, stretch, content, work.before, lambda unit: unit.kind in {"annex", "preamble"})


def counted_amiss(said: Said, work: Try, rank: int) -> str:
    """What tells that a new text has not as many alinéas as its sentence announces; "" where nothing does."""
    content = _new_text(work, rank)
    counted = content is not None and not content.children and len(said.orders) == 1
    return told_otherwise(said.sentence, counted_lines(content)) if counted and content else ""


def leaves_a_list(order: Order, ways: tuple[Written, ...], work: Try, rank: int) -> bool:
    """Whether an alinéa that is named by its rank is a labelled item of a list, and the new text is none."""
    if order.verb != "replace" or not ways or not order.place or order.place[-1].unit != "ALINEA":
        return False
    content = _new_text(work, rank)
    first = content.blocks[0] if content and content.blocks else None
    target, _ = read_target(ways[0].targets[0], Span(""))
    places = find(target, work.before) if target else ()
    match places:
        case (Blocks(path, start),):
            old = at(work.before, path).blocks[start]
            labelled = isinstance(first, Alinea) and (
                first.label or ITEM.match(first.text.chars.lstrip(OPENING + BLANKS))
            )
            return isinstance(old, Alinea) and old.label is not None and not labelled
        case _:
            return False


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
    *,
    unsure: bool,
) -> Question | None:
    """The question that an order leaves; None where all ways that fit make one text, and the first of them is kept.

    Where it is `unsure` how far « est modifié » goes, that is asked of the one way that fits too.
    """
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
    return bool(_fitting(order, ways, rank, said, work, act)[0])


def _fitting(
    order: Order, ways: tuple[Written, ...], rank: int | None, said: Said, work: Try, act: str
) -> tuple[list[tuple[Keys, Provision]], list[str]]:
    """Each way that fits and makes another text, with that text; and the ways that do not fit, each with the reason."""
    made: dict[str, tuple[Keys, Provision]] = {}
    failed: list[str] = []
    says = says_of(said, work) if work.several else ""
    content = _new_text(work, rank) if rank is not None else None
    for way in (_without_what_it_bears(one, content) for one in ways):
        operation = as_written(way, rank, says, following(work))
        if why := _unlike_its_quotation(order, way, said, work.before):
            failed.append(f"{shown(operation)} — {why}")
            continue
        result, why = tried((*work.chosen, operation), work, act)
        if result is None:
            failed.append(f"{shown(operation)} — {why}")
        else:
            made.setdefault("\n".join(every_line(result)), (operation, result))
    return list(made.values()), failed


def _new_text(work: Try, rank: int) -> Fragment | None:
    """The new text that the quotation of that rank brings; None where the article, as it is written, has no such quotation."""
    quotations = work.provision.quotations
    return quotations[rank].content if rank < len(quotations) else None


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
        lines = _lines_at(way, text) if part is order.place[-1] else []
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
