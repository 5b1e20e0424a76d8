"""New numbers, labels and headings."""

from __future__ import annotations

import re

from clausier.author.apply.added import single_line
from clausier.author.apply.brought import needed_text
from clausier.author.apply.each import each_place
from clausier.author.apply.lines import Unsure, one_line, replaced, target_of
from clausier.author.apply.reworded import Operations
from clausier.french import Order, Said
from clausier.model.operation import Common, Renumber, Retitle, TextOperation
from clausier.model.provision import Provision
from clausier.refs.lines.items import label_of
from clausier.refs.lines.section import ITEM, Section, bare, is_whole, lines_of
from clausier.refs.lines.sections import sections
from clausier.text.words import occurrences

_NAMED = re.compile(r"(?:annexe|titre|chapitre|section)s?\s+\w+\s*[.:–-]+\s*(?=\w)", re.IGNORECASE)


def renumbered(order: Order, common: Common, text: Provision, said: Said) -> Operations:
    """« Les articles 4 et 5 deviennent les articles 6 et 7 »; raises Unsure where they are no whole articles, nor one item."""
    places = list(each_place(order.place, text))
    found = [sections(place, said.quotations, text) for place in places]
    numbers = tuple(n.strip() for n in order.made.split(",") if n.strip())
    if ends := re.fullmatch(r"(\d+) à (\d+)", order.made):
        numbers = tuple(str(n) for n in range(int(ends[1]), int(ends[2]) + 1))
    if len(found) == len(found[0]) == len(numbers) == 1 and found[0][0].label:
        return (_relabelled(found[0][0], numbers[0], common),)
    if any(len(f) != 1 or not is_whole(f[0]) for f in found) or len(numbers) != len(found):
        raise Unsure("aucune lecture ne convient au texte")
    return (Renumber(common=common, targets=tuple(target_of(f[0]) for f in found), numbers=numbers),)


def retitled(order: Order, said: Said, common: Common, section: Section) -> TextOperation:
    """The heading of an article, or quoted words of it; raises Unsure where it is not certain what takes the place of what."""
    if order.verb in {"replace_words", "delete_words"} and is_whole(section):
        words, new = said.quotations[order.words[0]], [said.quotations[n] for n in order.words[1:]]
        there = occurrences(section.heading, words)
        if len(there) != 1 or not new:
            raise Unsure("les mots ne sont pas trouvés une seule fois")
        (start, end), old = there[0], section.heading
        return Retitle(common=common, targets=(target_of(section),), heading=f"{old[:start]}{new[0]}{old[end:]}")
    heading = said.quotations[order.words[0]] if order.words else " ".join(single_line(needed_text(order, said)))
    if order.verb not in {"retitle", "replace", "modify"} or not is_whole(section):
        raise Unsure("cette modification n’est pas de celles qui sont faites")
    named = _NAMED.match(section.heading) if not section.article.number else None
    if named and not bare(heading).startswith(bare(named[0])):
        heading = f"{named[0]}{heading}"  # « Annexe 1 – Plan »: what it is called, and its heading
    return Retitle(common=common, targets=(target_of(section),), heading=heading)


def _relabelled(section: Section, label: str, common: Common) -> TextOperation:
    """The line of an item with another label; raises Unsure where its article has an item of that one."""
    lines = lines_of(section.article)
    own = ITEM.match(lines[section.start])
    taken = any(label_of(line) == label_of(f"{label} –") for line in lines)
    marks = re.sub(r"\w+", "", own[1].strip()) if own else ""
    if own is None or taken or re.sub(r"\w+", "", label) not in {marks, ""}:
        raise Unsure("aucune lecture ne convient au texte")
    line = f"{label if marks in label else label + marks} {lines[section.start][own.end() :]}"
    return replaced(common, one_line(section, section.start), [line])
