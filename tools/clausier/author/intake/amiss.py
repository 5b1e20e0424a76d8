"""What is not certain of an order before its ways are tried: how far its new text goes, where it goes, what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from clausier.amend.recast import stretch_of
from clausier.amend.words import spots, text_at
from clausier.author.apply.lines import in_another_case
from clausier.author.apply.plain import plain_lines
from clausier.author.apply.together import REPLACES, why_unsure
from clausier.author.intake.headed import NEW, perhaps_a_heading
from clausier.author.intake.questions import Question
from clausier.author.intake.quoting import CLOSING, OPENING
from clausier.author.intake.trial import Try, as_written, shown
from clausier.french import Order, Said, Written
from clausier.french.counted import counted_lines, told_otherwise
from clausier.french.order import OUTER
from clausier.model.provision import Alinea, Fragment, Provision
from clausier.refs.find import places_named
from clausier.refs.lines.at_the_end import CUT_OFF, LABEL_TAKEN, is_cut_off, is_taken, why_not_at_the_end
from clausier.refs.lines.likeness import one_of_its_sentences
from clausier.refs.lines.ranked import typed_numbers
from clausier.refs.lines.section import ITEM, lines_of
from clausier.refs.places import Blocks, Place, at
from clausier.refs.ways import item_before
from clausier.source.headings import number_key
from clausier.text.regex import regex
from clausier.text.typography import BLANKS

_LABEL_MADE = regex(r"([\w ]+?)([°)]?)")


def amiss(order: Order, ways: tuple[Written, ...], rank: int | None, said: Said, work: Try) -> Question | None:
    """What is asked of an order before its ways are tried: what its new text is, or where it goes, is not certain."""
    why, readings = "", shown_ways([ways])
    if rank is not None and (unnamed := perhaps_a_heading(order, work.quotations[rank])):
        why = f"le texte nouveau commence par « {unnamed} » : l’intitulé de l’article, ou un alinéa ?"
        retitled = "une opération « renommer » de plus, si l’intitulé change"
        readings = (
            f"l’intitulé : {'faire précéder cette ligne de #' if order.verb in NEW else retitled}",
            "un alinéa",
        )
    elif rank is not None and _leaves_a_list(order, ways, work, rank):
        why = "l’alinéa de ce rang est dans une liste, et le texte nouveau n’en est pas un point"
    elif rank is not None and (several := _one_for_several(order, said, work, rank)):
        why = f"un seul texte nouveau pour plusieurs {several} : le même pour chacun, ou à leur place à tous ?"
    elif rank is not None:
        why = _counted_amiss(said, work, rank) or _other_numbers(order, ways, said, work, rank)
    why = why or _put_amiss(order, ways, rank, work, said)
    return Question(sentence=said.sentence, why=why, readings=readings) if why else None


def may_be_part(order: Order, ways: tuple[Written, ...], work: Try, rank: int) -> bool:
    """Whether « est modifié » brings so little text that it may reword but a part of what stands there."""
    if order.verb != "modify" or not ways:
        return False
    keys = {number_key(target) for target in ways[0].targets}
    old = [
        line for p in work.before.walk() if number_key(p.number) in keys for q in p.walk() for line in plain_lines(q)
    ]
    content = new_text(work, rank)
    if content is None:
        return False
    lines, first = lines_at(ways[0], work.before), content.blocks[:1]
    if len(lines) == len(content.blocks) == 1 and isinstance(first[0], Alinea):
        return order.place[-1].unit != "SENTENCE" and one_of_its_sentences(_bare(first[0].text.chars), lines[0])
    if len(old) < 2:
        return False
    whole = Provision(id="", kind="document", blocks=content.blocks, children=content.children)
    new = [line for q in whole.walk() for line in plain_lines(q)]
    return len(new) * 2 < len(old) or sum(map(len, new)) < 0.6 * sum(map(len, old))


def _put_amiss(order: Order, ways: tuple[Written, ...], rank: int | None, work: Try, said: Said) -> str:
    """Why a change may be amiss: a sentence behind « ; », a 5° where the list ends with 3°, words that stand with a capital too; "" where nothing tells so."""
    lines = lines_at(ways[0], work.before) if ways else []
    if ways and ways[0].verb in {"remplacer-mots", "supprimer-mots"} and not order.everywhere:
        other = in_another_case(said.quotations[order.words[0]], lines)
        told = other and other not in said.quotations
        return f"le texte a aussi «\u00a0{other}\u00a0»\u00a0: est-ce changé aussi\u00a0?" if told else ""
    content = new_text(work, rank) if rank is not None else None
    brought = Provision(id="", kind="document", blocks=content.blocks if content else ())
    new = [_bare(line) for line in lines_of(brought)]
    verb = ways[0].verb if ways else ""
    if (verb == "insérer-après" and _is_taken(new, ways[0], work.before)) or (
        verb == "remplacer" and _is_taken(new[1:], ways[0], work.before)
    ):
        return LABEL_TAKEN
    whole = [part.unit for part in order.place] == ["ARTICLE"]
    if (
        verb == "remplacer"
        and whole
        and is_cut_off(new, [line for p in _owners(ways[0], work) for line in lines_of(p)])
    ):
        return CUT_OFF
    if not ways or ways[0].verb != "compléter":
        return ""
    if order.verb == "complete_sentence" and lines and lines[-1].rstrip().endswith((";", ",", ":")):
        stop = lines[-1].rstrip()[-1]
        return f"ces mots finissent par «\u00a0{stop}\u00a0»\u00a0: la phrase ajoutée le suit-elle, ou prend-elle sa place\u00a0?"
    typed = typed_numbers(order.made.rpartition(".")[0], work.before) if "." in order.made else ()
    if any(typed) and typed[-1] is None:
        return "des lignes suivent le dernier point de cet article\u00a0: le nouveau vient-il derrière elles\u00a0?"
    label = _LABEL_MADE.fullmatch(order.made)
    owners = _owners(ways[0], work)
    if order.verb.startswith("complete") and len(owners) == 1 and (why := why_not_at_the_end(new, lines_of(owners[0]))):
        return why
    owners = owners if label else []
    found = (ITEM.match(a.line) for p in owners for a in p.alineas)
    labels = [m[1].strip() for m in found if m]
    number, mark = (label[1], label[2]) if label else ("", "")  # « un point 4 » says no mark
    alike = any(own.endswith(mark) and own.rstrip("°).").isdigit() == number.isdigit() for own in labels)
    skips = alike and not item_before(order, ways[0].targets, work.before)
    return "le numéro du nouveau point n’est pas celui qui suit dans la liste" if skips else ""


def _owners(way: Written, work: Try) -> list[Provision]:
    """The articles that a way names by their numbers alone."""
    return [p for p in work.before.walk() if p.kind == "article" and p.number and p.number in way.targets]


def _is_taken(new: Sequence[str], way: Written, text: Provision) -> bool:
    """Whether the line behind those of a way has a label of a new one already."""
    match places_of(way, text):
        case (Blocks(path, _, end),):
            behind = at(text, path).blocks[end : end + 1]
            return is_taken(new, [one.line for one in behind if isinstance(one, Alinea)])
        case _:
            return False


def _one_for_several(order: Order, said: Said, work: Try, rank: int) -> str:
    """What a single new text rewords several of, unless it tells them apart by their headings, or they follow each other.

    « Sont remplacés par » may bring fewer articles than it takes.
    """
    inner = order.place[-1] if order.place else None
    if order.verb not in {"replace", "modify"} or inner is None or len(inner.numbers) < 2:
        return ""
    if inner.unit in OUTER:
        content = new_text(work, rank)
        fewest = 1 if REPLACES.search(said.sentence) else len(inner.numbers)
        return "articles" if content is None or len(content.children) < fewest else ""
    ranks = [int(found[0]) for n in inner.numbers if (found := re.match(r"-?\d+", n))]
    run_on = inner.through or not ranks or ranks == list(range(ranks[0], ranks[0] + len(inner.numbers)))
    return "" if run_on else "parties d’un article"


def _other_numbers(order: Order, ways: tuple[Written, ...], said: Said, work: Try, rank: int) -> str:
    """Why it is not certain that a text of other articles than those it takes the place of does so; "" where nothing tells so.

    Its annexes and its preamble may stay where « la convention est remplacée ».
    """
    content = new_text(work, rank)
    if order.verb not in {"replace", "modify"} or not ways or content is None:
        return ""
    places = [place for words in ways[0].targets for place in places_named(words, work.before)]
    stretch = stretch_of(places, content, work.before)
    if stretch is None:
        return ""
    return why_unsure(said.sentence, stretch, content, work.before, lambda unit: unit.kind in {"annex", "preamble"})


def _counted_amiss(said: Said, work: Try, rank: int) -> str:
    """What tells that a new text has not as many alinéas as its sentence announces; "" where nothing does."""
    content = new_text(work, rank)
    counted = content is not None and not content.children and len(said.orders) == 1
    return told_otherwise(said.sentence, counted_lines(content)) if counted and content else ""


def _leaves_a_list(order: Order, ways: tuple[Written, ...], work: Try, rank: int) -> bool:
    """Whether an alinéa that is named by its rank is a labelled item of a list, and the new text is none."""
    if order.verb != "replace" or not ways or not order.place or order.place[-1].unit != "ALINEA":
        return False
    content = new_text(work, rank)
    first = content.blocks[0] if content and content.blocks else None
    match places_of(replace(ways[0], targets=ways[0].targets[:1]), work.before):
        case (Blocks(path, start),):
            old = at(work.before, path).blocks[start]
            labelled = isinstance(first, Alinea) and (
                first.label or ITEM.match(first.text.chars.lstrip(OPENING + BLANKS))
            )
            return isinstance(old, Alinea) and old.label is not None and not labelled
        case _:
            return False


def _bare(words: str) -> str:
    return words.strip(OPENING + CLOSING + BLANKS)


def places_of(way: Written, text: Provision) -> tuple[Place, ...]:
    """What the one target of a way names in a text; nothing where it has several, or names nothing there."""
    return places_named(way.targets[0], text) if len(way.targets) == 1 else ()


def lines_at(way: Written, text: Provision) -> list[str]:
    """The lines that the one target of a way names, as their words; none where it names no lines."""
    return [text_at(spot, text).chars for place in places_of(way, text) for spot in spots(place, text)]


def new_text(work: Try, rank: int) -> Fragment | None:
    """The new text that the quotation of that rank brings; None where the article, as it is written, has no such quotation."""
    quotations = work.provision.quotations
    return quotations[rank].content if rank < len(quotations) else None


def shown_ways(ways: Iterable[tuple[Written, ...]]) -> tuple[str, ...]:
    """Ways to write an order, each on one line; six of them at most."""
    return tuple(shown(as_written(way, None, "", 0)) for possible in ways for way in possible)[:6]
