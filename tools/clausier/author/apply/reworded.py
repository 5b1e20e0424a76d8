"""An order that gives a part a new wording → the operations that give it: what of the part stays, and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.author.apply.brought import needed_text, quoted_text
from clausier.author.apply.elided import filled
from clausier.author.apply.lines import Unsure, lines_named, replaced, target_of
from clausier.author.apply.payloads import NewText, may_be_heading, may_be_part, new_text, quoted_lines, run_in
from clausier.author.apply.plain import plain_fragment, plain_lines
from clausier.french import Order, Said, read_article
from clausier.model.operation import Common, Restore, Retitle, TextOperation
from clausier.refs.lines.at_the_end import CUT_OFF, LABEL_TAKEN, is_cut_off, is_taken
from clausier.refs.lines.headings import same_heading
from clausier.refs.lines.likeness import begins_within, one_of_its_sentences, stretch
from clausier.refs.lines.section import DASH, ITEM, Section, bare, is_heading, is_note, is_whole, lines_of
from clausier.source.headings import number_key
from clausier.text.sentences import sentences

_FIRST = frozenset({"1", "I", "A"})  # which may be that of a first point
_STOPS = re.compile(r"[.!?…](?:\s*»)?\s*$")
Operations = tuple[TextOperation, ...]


def reworded(order: Order, said: Said, common: Common, section: Section) -> Operations:
    """The operations by which a part takes the new text of an order; raises Unsure where how far it goes is not certain."""
    lines = lines_of(section.article)
    old = lines[section.start : section.end]
    if whole := filled(quoted_lines(quoted_text(order, said)), old):
        return (replaced(common, lines_named(section, section.start, section.end), whole),)
    quoted = needed_text(order, said, old)
    heading = section.heading
    new = new_text(quoted, heading if is_whole(section) else "")
    if not new.lines:
        raise Unsure("le texte nouveau n’est pas trouvé")
    unit = order.place[-1].unit if order.place else ""
    table = unit == "TABLE" or (unit == "LIST" and all("|" in line for line in (*old, *new.lines)))
    if unit == "LIST" and not (table or all(DASH.match(line) or ITEM.match(line) for line in new.lines)):
        raise Unsure("la liste nouvelle a des lignes qui n’en sont pas des éléments")
    if table and not said.payload and any("|" not in line for line in new.lines):
        raise Unsure("des lignes entourent le tableau nouveau, qui peuvent n’en pas être")
    if is_whole(section):
        new = _under_its_number(order, new, section, old) or _behind_its_number(new, section, old)
    if new.number and is_whole(section) and number_key(new.number) != number_key(section.article.number):
        raise Unsure("le texte nouveau porte un autre numéro")
    if is_whole(section) and new.title and any(bare(new.title) != bare(said_so) for said_so in _headings_said(said)):
        raise Unsure("l’intitulé du texte nouveau n’est pas celui que dit la phrase")
    if is_whole(section) and _amends_another(old) and not _amends_another(new.lines):
        # What is reworded is the wording that the article gives another text: its sentence stands.
        if not old[1].startswith("«") or not old[-1].endswith("»"):
            raise Unsure("cet article en modifie un autre : le texte nouveau remplace-t-il aussi sa phrase ?")
        quoted_again = [f"« {new.lines[0]}", *new.lines[1:]]
        quoted_again[-1] += " »"
        return (replaced(common, lines_named(section, 1, len(lines)), quoted_again),)
    if order.verb == "modify" and not new.number and not new.title:
        section = _modified(section, new.lines, old)
        old = lines[section.start : section.end]
    if order.place and order.place[-1].unit == "ALINEA" and old and ITEM.match(old[0]) and not ITEM.match(new.lines[0]):
        raise Unsure("l’alinéa de ce rang est dans une liste, et le texte nouveau n’en est pas un point")
    if is_whole(section):
        if _bears_number(new.lines, section, old) or may_be_heading(new, heading, old):
            raise Unsure("la première ligne du texte nouveau est-elle un intitulé ?")
        if is_cut_off(new.lines, old):
            raise Unsure(CUT_OFF)
        return whole_article(order, common, section, new)
    worded = list(worded_lines(new, section, lines))
    if unit == "DASH":
        worded = _dashes(worded, old)
    if is_taken(worded[1:], lines[section.end : section.end + 1]):
        raise Unsure(LABEL_TAKEN)
    if _marks_collide(new.lines, [*lines[: section.start], *list(plain_lines(section.article))[section.end :]]):
        raise Unsure("le texte nouveau porte un appel de note que le reste de l’article porte aussi")
    start = section.start + (len(old) > 1 and worded[0] is not old[0] and _keeps_heading(section, new, old))
    target = lines_named(section, start, section.end)
    if section.sentence:
        if not _STOPS.search(worded[-1]) and (section.last or section.sentence) < len(sentences(old[0])):
            raise Unsure("la phrase nouvelle n’a pas de point final, et une autre la suit")
        target = target_of(section)
    return (replaced(common, target, worded),)


def _headings_said(said: Said) -> Iterator[str]:
    """The headings that a sentence gives beside a new text."""
    yield from (said.quotations[order.words[0]] for order in said.orders if order.verb == "retitle" and order.words)


def _under_its_number(order: Order, new: NewText, section: Section, old: Sequence[str]) -> NewText | None:
    """A new text whose first line is the number of its article, without the word, and its heading: « 4.3 Frais », « IV. – Frais ».

    Another heading than the one in force is one where no line besides, new or old, begins with a number of that form: it may
    be that of a point.
    """
    number = section.article.number
    own = re.match(rf"\W*{re.escape(number)}(?P<mark>[\s.:–—-]*\s)(?=\D)", new.lines[0]) if number else None
    if own is None or new.number or len(new.lines) == 1 or not is_heading(new.lines[0]):
        return None
    title = new.lines[0][own.end() :]
    alike = bare(title) == bare(section.heading) or (not number.isdigit() and same_heading(title, section.heading))
    told = (
        len(order.place) == 1
        and bool(section.heading)
        and number not in _FIRST
        and (not number.isdigit() or own["mark"].strip())
    )
    form = re.compile(rf"\W*{re.sub(r'[0-9]+|[IVXL]+', _as_a_number, number)}(?![\w.-]*\d)(?:\s|[.)°–-])")
    if not title or not (alike or (told and not any(map(form.match, (*new.lines[1:], *old))))):
        return None
    return NewText(new.lines[1:], number, title)


def _as_a_number(found: re.Match[str]) -> str:
    return "[0-9]+" if found[0].isdigit() else "[IVXL]+"


def _behind_its_number(new: NewText, section: Section, old: Sequence[str]) -> NewText:
    """A new text without the number of its article before its first sentence (« 19. Le contrôle est annuel. »).

    Raises Unsure where it may be that of a point (« 1. »).
    """
    number = section.article.number
    own = re.match(rf"\W*{re.escape(number)}(\s*[.:–-]+)?\s+(?=[A-ZÀ-Þ])", new.lines[0])
    numbered = own and re.fullmatch(r"\d+(?:\.\d+)*", number) and (own[1] or not number.isdigit())
    if not own or not numbered or new.number or is_heading(new.lines[0]) or (old and old[0].startswith(own.group())):
        return new
    last = number.rpartition(".")[2]
    following = f"{number.removesuffix(last)}{int(last) + 1}"
    if number == "1" or any(re.match(rf"\W*{re.escape(following)}(?!\w)", line) for line in new.lines):
        raise Unsure(f"« {own.group().strip()} » : le numéro de l’article, ou celui d’un de ses points ?")
    title, first = run_in(new.lines[0][own.end() :], section.heading)
    return NewText((first, *new.lines[1:]), number, title)


def _bears_number(new: Sequence[str], section: Section, old: Sequence[str]) -> bool:
    """Whether a new text begins with the number of its article (« 11. Bail »), as the one in force does not."""
    number = re.escape(section.article.number)
    own = bool(number) and len(new) > 1 and re.match(rf"\W*{number}(?:\s*[.:–-]+\s*|\s+)\D", new[0])
    return bool(own) and is_heading(new[0]) and not (old and bare(old[0]) == bare(new[0]))


def _modified(section: Section, new: Sequence[str], old: Sequence[str]) -> Section:
    """The lines of a part that is « modifié » which a new text rewords: all, or those that begin and end as it does."""
    if len(old) == len(new) == 1 and not section.sentence and one_of_its_sentences(new[0], old[0]):
        raise Unsure("« modifié » : le texte cité n’est peut-être qu’une phrase du texte nouveau")
    part = may_be_part(new, old)
    if part or begins_within(new, old):
        if found := stretch(new, old):
            start, end = found
            if start > 0 or (end == len(old) and not part):
                return replace(section, start=section.start + start, end=section.start + end, label="")
        raise Unsure("« modifié » : le texte cité n’est peut-être qu’une partie du texte nouveau")
    return section


def _amends_another(lines: Sequence[str]) -> bool:
    """Whether an article begins with the sentence by which it amends another text."""
    return len(lines) > 1 and lines[0].rstrip().endswith(":") and any(s.orders for s in read_article(lines[0]))


def _marks_collide(new: Sequence[str], left: Sequence[str]) -> bool:
    """Whether a note's mark of the new text is also one of the rest of the article, where one of them stands amid a sentence.

    Notes are the editors', and so is their numbering: a mark at the end of an alinéa goes with it, one amid a sentence is read
    with its number.
    """
    within = re.compile(r"\(\d\)(?!\s*[.;:]?\s*(?:»\s*)?$)")
    anywhere = re.compile(r"\(\d\)")
    mine, theirs = (({m for line in lines for m in anywhere.findall(line)}) for lines in (new, left))
    amid = [{m for line in lines if not is_note(line) for m in within.findall(line)} for lines in (new, left)]
    return bool(mine & amid[1] or theirs & amid[0])


def whole_article(order: Order, common: Common, section: Section, new: NewText) -> Operations:
    """The operations by which an article takes a new text, and the heading that it brings."""
    if section.article.children:
        raise Unsure("cet article en contient d’autres : le texte nouveau les remplace-t-il ?")
    targets = (target_of(section),)
    if order.verb == "restore":
        return (Restore(common=common, targets=targets, payload=plain_fragment(new.lines)),)
    old = section.heading
    made: Operations = (replaced(common, targets[0], new.lines),)
    if new.title and old and bare(new.title) != bare(old) and section.article.number:
        made = (*made, Retitle(common=replace(common, id=common.id + "t"), targets=targets, heading=new.title))
    return made


def _keeps_heading(section: Section, new: NewText, old: Sequence[str]) -> bool:
    """Whether the heading of a part stays: it is one, and the new text does not begin with it or its number."""
    if not section.label or not is_heading(old[0]):
        return False
    if new.number:
        return True
    first = new.lines[0]
    return bare(first) != bare(old[0]) and not first.startswith(section.label) and bare(first) not in bare(old[0])


def _dashes(new: list[str], old: Sequence[str]) -> list[str]:
    """The new lines of dashes, which keep theirs where it is not given again (« le deuxième tiret est remplacé par « le garage » »).

    Raises Unsure where several are replaced, and which of the lines are dashes is not certain.
    """
    marked = [DASH.match(line) is not None or ITEM.match(line) is not None for line in new]
    if not all(map(DASH.match, old)) or any(marked[: None if len(old) > 1 else 1]):
        return new
    if len(old) > 1 and len(new) != len(old):
        raise Unsure("le texte nouveau d’un tiret a plusieurs lignes sans tiret")
    return [f"{before.lstrip()[0]} {line}" for line, before in zip(new, old, strict=False)] + new[len(old) :]


def worded_lines(new: NewText, section: Section, lines: Sequence[str]) -> Iterator[str]:
    """The new lines, an item's label kept where they do not give it again."""
    old = lines[section.start] if section.start < len(lines) else ""
    label = ITEM.match(old)
    for index, line in enumerate(new.lines):
        item = section.label and label and not is_heading(old)
        yield f"{label[1]} {line}" if index == 0 and item and label and not ITEM.match(line) else line
