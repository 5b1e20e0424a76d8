"""The sentences of an article of an act → operations that fit the text in force, each tried; questions for the rest."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.apply.plain import plain_lines
from clausier.author.intake.form import Paragraph
from clausier.author.intake.identity import since, tells_force
from clausier.author.intake.members import Change, member_change
from clausier.author.intake.questions import AS_READ, Choice, Keys, Question
from clausier.author.intake.quoting import Part, Quoted, words_of
from clausier.author.intake.redline import small_redline
from clausier.author.intake.trial import Known, Try, as_written, following, seen, shown, texts, tried
from clausier.author.intake.writing import (
    article_markdown,
    is_heading,
    says_the_same,
    unsure_heading,
)
from clausier.consolidate.states import run
from clausier.french import Order, Said, Written, read_article
from clausier.french.asides import MEMBERS, PREVAILS, PURPOSE
from clausier.french.days import day_in
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision, Quotation
from clausier.refs.ways import ways_of
from clausier.source.headings import number_key, read_heading
from clausier.source.markdown import read_markdown
from clausier.source.outline import Writer, outline
from clausier.source.verbs import ROWS, TAKE_TEXT
from clausier.text import Text
from clausier.text.typography import fold
from clausier.text.words import occurrences

# « L’article 2 est revu »: no amending verb that is known, and yet a unit of which something is said to be done.
_NAMES_A_UNIT = re.compile(
    r"\b(?:articles?|annexes?|alinéas?|paragraphes?)\s+\d.*\b(?:est|sont|sera|seront)\s+(?:ainsi\s+)?\w+(?:é|i|u|is|it)e?s?\b",
    re.IGNORECASE | re.DOTALL,
)
# An amending verb that is an order, not a tale (« ce fonds a été créé ») nor a wish (« il pourra être révisé »).
_ORDERS = re.compile(
    r"[«»]|\b(?:articles?|annexes?|préambule|alinéas?|paragraphes?|est|sont|sera|seront)\b"
    r"|^\W*(?:annule|remplace|modifie|complète|supprime)|\b(?:remplace|annule|modifie|supprime)\b",
    re.IGNORECASE,
)
_TITLE_AMENDS = re.compile(
    r"\b(?:modification|remplacement|abrogation|suppression|ajout|insertion|création)\b", re.IGNORECASE
)
_OUTER = {"ARTICLE", "ANNEX", "PREAMBLE"}
# What the grammar understands and our sources say in the same way. The rest is asked: how a text ends in words that are
# quoted on the line, or where an article is created, takes a person.
_WRITTEN = {
    "replace", "modify", "complete", "complete_sentence", "insert_after", "insert_before", "replace_words", "delete_words",
    "added_after", "added_before", "delete", "repeal", "retitle", "restore", "renumber",
    "words_at_end", "prepend", "move_after", "move_before", "split", "join", "complete_rows", "suspend", "prolong", "expire",
}  # fmt: skip
_LONGEST = 150  # characters of a heading


class Ordered(Struct, frozen=True, kw_only=True):
    """What an article does: its Markdown, the operations as written, what to ask, and the text after it."""

    markdown: str
    operations: tuple[Keys, ...]
    questions: tuple[Question, ...]
    without: str
    text: Provision
    read: int  # how many sentences became operations


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
    quotations = [p for p in parts if isinstance(p, Quoted)]
    said = read_article(_as_read(parts), _said_by(heading))
    taken = _taken(said, quotations)
    roots = {rank: _root(one) for one, ranks in zip(said, taken, strict=True) for rank in ranks}
    markdown = article_markdown(heading, parts, roots)
    doubts = list(_doubts(parts, quotations, roots))
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
    doubts = [d for d in doubts if not _answered(d, work)]
    questions: list[Question] = []
    read = 0
    for index, (one, ranks) in enumerate(zip(said, taken, strict=True)):
        wrong = [d for d in doubts if _concerns(d, one, ranks, quotations)]
        if wrong:
            questions.extend(wrong)
            doubts = [d for d in doubts if d not in wrong]
            continue
        if _announces(one, said[index + 1 :]):
            continue
        if one.orders and (other := _other_text(one, known.days)):
            why = f"la phrase vise peut-être un autre texte ({other})"
            questions.append(Question(sentence=one.sentence, why=why))
            continue
        asked = _followed(one, ranks, work, act)
        questions.extend(asked)
        read += bool(one.orders) and not asked
    questions.extend(doubts)
    if not says_the_same(markdown, heading, parts):
        questions.append(Question(sentence=heading, why="les mots de cet article n’ont pas pu être écrits fidèlement"))
    used = {rank for ranks in taken for rank in ranks}
    for rank, quotation in enumerate(quotations):
        if rank not in used and not any(q.sentence == _first(quotation) for q in questions):
            questions.append(Question(sentence=_first(quotation), why="aucune phrase n’ordonne ce texte nouveau"))
    if not work.chosen and not questions and _TITLE_AMENDS.search(heading):
        questions.append(Question(sentence=heading, why="aucune phrase de cet article n’a été lue comme un changement"))
    operations = texts(work, act)
    after = run((*earlier, *operations), before).document
    without = "" if work.chosen or questions else _reason(said)
    return (
        Ordered(
            markdown=markdown,
            operations=tuple(work.chosen),
            questions=tuple(questions),
            without=without,
            text=after,
            read=read,
        ),
        operations,
    )


def _said_by(heading: str) -> str:
    """The words of a heading without the article's own number, which is no place in the convention."""
    found = read_heading(Text(heading))
    return found.heading.chars if found else heading


def _other_text(said: Said, days: tuple[datetime.date, ...]) -> str:
    """The text that a sentence names and that is not the convention for certain; "" where there is none."""
    for act in said.acts:
        named = day_in(act)
        if named in days:
            continue
        if named:
            return act
        if re.match(r"(?:l[’']|le |un )?(?:avenant|loi|code|décret|arrêté|ordonnance)\b", act, re.IGNORECASE):
            return act
    return ""


def _as_read(parts: Iterable[Part]) -> str:
    """The article as the grammar reads it: a quotation whole, between its two guillemets."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Quoted):
            inner = "\n".join(words_of(b) for b in part.blocks).strip()
            inner = inner if inner.startswith("«") else f"« {inner}"
            closed = re.search(r"»[\s.;,]*\Z", inner)
            balanced = inner.count("«") == inner.count("»")
            lines.append(inner if closed and balanced else f"{inner} »" if not closed else inner)
        else:
            lines.append(words_of(part))
    return "\n".join(lines)


def _taken(said: tuple[Said, ...], quotations: list[Quoted]) -> list[tuple[int, ...]]:
    """For each sentence, the ranks of the quotations that follow it."""
    keys = [_letters("\n".join(words_of(b) for b in q.blocks)) for q in quotations]
    free = list(range(len(keys)))
    found: list[tuple[int, ...]] = []
    for one in said:
        ranks: list[int] = []
        for words in one.payload:
            rank = next((r for r in free if keys[r] == _letters(words)), None)
            if rank is not None:
                free.remove(rank)
                ranks.append(rank)
        found.append(tuple(ranks))
    return found


def _letters(words: str) -> str:
    return re.sub(r"[\s«».;,]+", "", words)


def _root(said: Said) -> str:
    """The number of the article that a sentence is about; "" where there is none."""
    for order in said.orders:
        if order.place and order.place[0].unit == "ARTICLE" and order.place[0].numbers:
            return order.place[0].numbers[-1].strip(" .")
    # Of a sentence that is asked about too: whoever answers finds its headings told from its alinéas.
    named = re.search(r"\barticle\s+(\d+(?:\.\d+)*)", said.sentence, re.IGNORECASE)
    return named[1] if named else ""


def _first(quotation: Quoted) -> str:
    return words_of(quotation.blocks[0])


def _doubts(parts: tuple[Part, ...], quotations: list[Quoted], roots: dict[int, str]) -> Iterator[Question]:
    """What is not certain of the lines and of the extent of the new texts."""
    adjacent = {id(b) for a, b in pairwise(parts) if isinstance(a, Quoted) and isinstance(b, Quoted)}
    for rank, quotation in enumerate(quotations):
        if quotation.doubt:
            yield Question(sentence=_first(quotation), why=quotation.doubt)
        if id(quotation) in adjacent:
            yield Question(sentence=_first(quotation), why="deux citations se suivent : un texte nouveau, ou deux ?")
        for block in quotation.blocks:
            if block.doubt:
                yield Question(sentence=words_of(block), why=block.doubt, choices=(AS_READ,))
            elif unsure_heading(block, roots.get(rank, "")):
                yield Question(
                    sentence=words_of(block),
                    why="ligne numérotée : un intitulé, ou un alinéa ?",
                    readings=("un intitulé : la faire précéder de ###", "un alinéa : la laisser telle quelle"),
                    choices=(Choice(words="un alinéa : la laisser telle quelle"),),
                )
    for part in parts:
        if not isinstance(part, Quoted) and part.doubt:
            yield Question(sentence=words_of(part), why=part.doubt, choices=(AS_READ,))


def _concerns(doubt: Question, said: Said, ranks: tuple[int, ...], quotations: list[Quoted]) -> bool:
    lines = {words_of(b) for r in ranks for b in quotations[r].blocks}
    return doubt.sentence in lines or (bool(said.orders) and said.sentence in doubt.sentence)


def _followed(said: Said, ranks: tuple[int, ...], work: Try, act: str) -> list[Question]:
    """What to ask of one sentence; where nothing, its operations have been chosen."""
    if not said.orders:
        change = member_change(said.sentence, work.known.parties) if not ranks else Change()
        if change.certain:
            work.chosen += [(*keys, *_dit(said, work)) for keys in change.certain]
            return []
        return [question for question in _unread(said, ranks, change, work) if not _answered(question, work)]
    if said.uncertain:
        return [Question(sentence=said.sentence, why="l’étendue du texte nouveau n’est pas certaine")]
    orders = tuple(order for order in said.orders if order.verb != "keep")
    strange = next((order for order in orders if not _writable(order)), None)
    if strange:
        return [Question(sentence=said.sentence, why="cet ordre est compris, mais reste à écrire à la main")]
    dates = [since(order.when, act) for order in orders]
    if None in dates:
        return [Question(sentence=said.sentence, why="depuis quand, dans cette phrase, n’est pas certain")]
    ways = [
        tuple(_dated(way, date or "") for way in ways_of(order, said.quotations, work.before))
        for order, date in zip(orders, dates, strict=True)
    ]
    if not all(ways):
        return [Question(sentence=said.sentence, why="la place que vise la phrase n’est pas certaine")]
    takers = [n for n, w in enumerate(ways) if w and w[0].verb in (*TAKE_TEXT, *ROWS)]
    if said.payload and len(ranks) != len(said.payload):
        return [Question(sentence=said.sentence, why="l’étendue du texte nouveau n’est pas certaine")]
    if len(takers) != len(ranks):
        why = (
            "plusieurs textes nouveaux, ou plusieurs ordres" if ranks else "le texte nouveau n’est pas entre guillemets"
        )
        return [Question(sentence=said.sentence, why=why, readings=_readings(ways))]
    before = list(work.chosen)
    for index, (order, possible) in enumerate(zip(orders, ways, strict=True)):
        rank = ranks[takers.index(index)] if index in takers else None
        unnamed = _perhaps_a_heading(order, work.quotations[rank]) if rank is not None else ""
        if unnamed:
            work.chosen[:] = before
            why = f"le texte nouveau commence par « {unnamed} » : l’intitulé de l’article, ou un alinéa ?"
            readings = ("l’intitulé : une opération « renommer » de plus, si l’intitulé change", "un alinéa")
            return [Question(sentence=said.sentence, why=why, readings=readings)]
        unsure = rank is not None and _may_be_part(order, possible, work, rank)
        if rank is not None and _one_for_several(order, work, rank):
            work.chosen[:] = before
            why = "un seul texte nouveau pour plusieurs articles : le même pour chacun, ou à leur place à tous ?"
            return [Question(sentence=said.sentence, why=why, readings=_readings([possible]))]
        question = _chosen(order, possible, rank, said, work, act, unsure=unsure)
        if question and not _answered(question, work):
            work.chosen[:] = before
            return [question]
    return []


def _dated(way: Written, date: str) -> Written:
    """The same with a date of its own, where it has none yet."""
    dated = any(key == "en-vigueur" for key, _ in way.details)
    return replace(way, details=(*way.details, ("en-vigueur", date))) if date and not dated else way


def _announces(said: Said, following: tuple[Said, ...]) -> bool:
    """Whether « est modifié comme suit : » announces the orders that follow on the same article, and no text."""
    if len(said.orders) != 1 or said.orders[0].verb != "modify" or said.payload or said.after:
        return False
    place = said.orders[0].place[:1]
    return bool(following) and any(order.place[:1] == place and order.verb != "keep" for order in following[0].orders)


def _writable(order: Order) -> bool:
    if order.verb == "complete_lines":
        return bool(order.place) and order.place[-1].unit in _OUTER
    return order.verb in _WRITTEN


def _perhaps_a_heading(order: Order, quotation: Quoted) -> str:
    """The first line of the new text of an article where it may be its heading, said again without its number."""
    if not order.place or order.place[-1].unit not in _OUTER:
        return ""
    lines = list(quotation.blocks)
    number = order.place[-1].numbers[-1] if order.place[-1].numbers else ""
    if is_heading(lines[0], number):
        found = read_heading(Text(words_of(lines[0]).lstrip("« \u00a0\u202f")))
        if found is None or found.heading.chars.strip("» \u00a0\u202f"):
            return ""
        lines = lines[1:]
    if len(lines) < 2 or not isinstance(lines[0], Paragraph) or lines[0].label or is_heading(lines[0], number):
        return ""
    words = lines[0].text.strip("«» \u00a0\u202f")
    return words if words and len(words) <= _LONGEST and not words.endswith((".", ";", ":", ",", "!", "?", "…")) else ""


def _one_for_several(order: Order, work: Try, rank: int) -> bool:
    """Whether several articles are reworded by a new text that does not tell them apart by their headings."""
    inner = order.place[-1] if order.place else None
    if order.verb not in {"replace", "modify"} or inner is None or inner.unit not in _OUTER:
        return False
    several = len(inner.numbers) > 1
    quotations = [b for p in work.provision.walk() for b in p.blocks if isinstance(b, Quotation)]
    return several and (rank >= len(quotations) or len(quotations[rank].content.children) < len(inner.numbers))


def _may_be_part(order: Order, ways: tuple[Written, ...], work: Try, rank: int) -> bool:
    """Whether « est modifié » brings so little text that it may reword but a part of what stands there."""
    if order.verb != "modify" or not ways:
        return False
    keys = {number_key(target) for target in ways[0].targets}
    old = [
        line for p in work.before.walk() if number_key(p.number) in keys for q in p.walk() for line in plain_lines(q)
    ]
    quotations = [b for p in work.provision.walk() for b in p.blocks if isinstance(b, Quotation)]
    if len(old) < 2 or rank >= len(quotations):
        return False
    content = quotations[rank].content
    whole = Provision(id="", kind="document", blocks=content.blocks, children=content.children)
    new = [line for q in whole.walk() for line in plain_lines(q)]
    return len(new) * 2 < len(old) or sum(map(len, new)) < 0.6 * sum(map(len, old))


def _unread(said: Said, ranks: tuple[int, ...], change: Change, work: Try) -> Iterator[Question]:
    if tells_force(said.sentence) and not ranks and not change.candidates:
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
    elif (
        said.payload
        or _NAMES_A_UNIT.search(said.sentence)
        or (said.amends and not PURPOSE.search(said.sentence) and not PREVAILS.search(said.sentence))
    ):
        choices = () if said.payload or ranks else (Choice(words="cette phrase ne change rien"),)
        yield Question(sentence=said.sentence, why="phrase non comprise", choices=choices)


def _dit(said: Said, work: Try) -> tuple[tuple[str, str], ...]:
    """The words by which an operation on the members is tied to its sentence."""
    words = _says(said, work)
    return (("dit", words),) if words else ()


def _readings(ways: Iterable[tuple[Written, ...]]) -> tuple[str, ...]:
    return tuple(shown(as_written(way, None, "", 0)) for possible in ways for way in possible)[:6]


def _answered(question: Question, work: Try) -> bool:
    """Whether a person chooses one of the answers, which is then followed."""
    choice = work.ask(question) if question.choices else None
    if choice is not None:
        work.chosen += choice.operations
    return choice is not None


def _chosen(
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


def _fitting(
    order: Order, ways: tuple[Written, ...], rank: int | None, said: Said, work: Try, act: str
) -> tuple[list[tuple[Keys, Provision]], list[str]]:
    """Each way that fits and makes another text, with that text; and the ways that do not fit, each with the reason."""
    made: dict[str, tuple[Keys, Provision]] = {}
    failed: list[str] = []
    says = _says(said, work) if work.several else ""
    for way in ways:
        if rank is not None and _bears_number(work, rank, dict(way.details).get("en", "")):
            way = replace(way, details=tuple(d for d in way.details if d[0] != "en"))  # noqa: PLW2901 - the same way, shorter
        if rank is not None and _bears_heading(work, rank, dict(way.details).get("intitulé", "")):
            way = replace(way, details=tuple(d for d in way.details if d[0] != "intitulé"))  # noqa: PLW2901 - likewise
        operation = as_written(way, rank, says, following(work))
        if way.named and not _bears(order, way.named, work.before):
            failed.append(f"{shown(operation)} — l’article de ce numéro ne porte pas l’intitulé « {way.named} »")
            continue
        result, why = tried((*work.chosen, operation), work, act)
        if result is None:
            failed.append(f"{shown(operation)} — {why}")
        else:
            made.setdefault("\n".join(seen(result)), (operation, result))
    return list(made.values()), failed


def _bears_number(work: Try, rank: int, number: str) -> bool:
    """Whether a new text bears the number that its sentence gives it, and needs it no second time."""
    quotations = [b for p in work.provision.walk() for b in p.blocks if isinstance(b, Quotation)]
    children = quotations[rank].content.children if rank < len(quotations) else ()
    return bool(number and children) and number_key(children[0].number) == number_key(number)


def _bears_heading(work: Try, rank: int, heading: str) -> bool:
    """Whether a new text begins with the heading that its sentence gives it."""
    quotations = [b for p in work.provision.walk() for b in p.blocks if isinstance(b, Quotation)]
    children = quotations[rank].content.children if rank < len(quotations) else ()
    own = children[0].heading if children else None
    return bool(heading) and own is not None and _bare(own.chars) == _bare(heading)


def _says(said: Said, work: Try) -> str:
    """Some words of the sentence, by which an operation is tied to it."""
    words = re.split(r"\s*[«»:]", " ".join(said.sentence.split()))[0].strip(" .,;")
    while len(words) > 90:
        words = words.rpartition(" ")[0]
    lines = list(plain_lines(work.provision))
    return words if words and any(occurrences(line, words) for line in lines) else ""


def _bears(order: Order, given: str, text: Provision) -> bool:
    """Whether the unit of that number has the heading that the sentence gives it."""
    keys = {number_key(n) for part in order.place for n in part.numbers}
    return any(
        number_key(p.number) in keys and p.heading is not None and _bare(p.heading.chars) == _bare(given)
        for p in text.walk()
    )


def _bare(words: str) -> str:
    return re.sub(r"\W+", "", fold(words).chars.lower())


def _reason(said: tuple[Said, ...]) -> str:
    """Why an article changes no word, as `sans-effet` says it."""
    words = " ".join(one.sentence for one in said)
    if PREVAILS.search(words):
        return "primauté"
    if tells_force(words):
        return "entrée en vigueur"
    return "exposé" if PURPOSE.search(words) else "aucune phrase n’ordonne de changement"
