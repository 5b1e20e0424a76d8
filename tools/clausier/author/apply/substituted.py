"""Words of a place, or whole lines of it, that others take the place of, or that go."""

from __future__ import annotations

from clausier.author.apply.added import single_line
from clausier.author.apply.brought import needed_text
from clausier.author.apply.lines import Unsure, in_another_case, lines_named, one_line, replaced, target_of
from clausier.author.apply.payloads import new_text
from clausier.author.apply.reworded import Operations, whole_article
from clausier.french import Order, Said
from clausier.model.operation import Common, Delete, Substitute, TextOperation
from clausier.model.target import Target
from clausier.refs.lines.section import Section, is_whole, lines_of
from clausier.text.sentences import sentences
from clausier.text.typography import fold, same
from clausier.text.words import occurrences


def substituted(order: Order, said: Said, common: Common, section: Section, words: tuple[str, ...]) -> Operations:
    """The first of the quoted `words` taken out, or replaced by the second; raises Unsure where it is not certain which are meant."""
    if not all(words):
        raise Unsure("les mots entre guillemets manquent")
    if "\n" in words[0].strip() and not order.everywhere:
        return _lines_in_force(order, common, section, *words)
    lines = lines_of(section.article)
    alone = [i for i in range(section.start, section.end) if same(lines[i], words[0])]
    if order.verb == "delete_words" and len(alone) == 1 and not order.everywhere:
        return (Delete(common=common, targets=(one_line(section, alone[0]),)),)  # nothing of it would be left
    other = "" if order.everywhere else in_another_case(words[0], lines[section.start : section.end])
    if other and other not in said.quotations:
        raise Unsure(f"le texte a aussi «\u00a0{other}\u00a0»\u00a0: est-ce changé aussi\u00a0?")
    where = line_with(section, words[0], everywhere=order.everywhere)
    new = words[1] if order.verb == "replace_words" else ""
    count = None if order.everywhere else 1
    return (Substitute(common=common, targets=(where,), words=words[0], new=new, count=count),)


def _lines_in_force(order: Order, common: Common, section: Section, old: str, new: str = "") -> Operations:
    """Whole lines that are quoted as they stand, and the lines that take their place, if any."""
    lines = lines_of(section.article)
    heading = section.heading if is_whole(section) else ""
    quoted, made = (new_text((words,), heading) for words in (old, new))
    count = len(quoted.lines)
    starts = range(section.start, section.end - count + 1)
    found = [i for i in starts if all(map(same, lines[i : i + count], quoted.lines))]
    if len(found) != 1:
        raise Unsure("les mots ne sont pas trouvés une seule fois")
    if is_whole(section) and count == len(lines) and made.lines:
        return whole_article(order, common, section, made)
    where = lines_named(section, found[0], found[0] + count)
    return (replaced(common, where, made.lines) if made.lines else Delete(common=common, targets=(where,)),)


def to_the_end(order: Order, said: Said, common: Common, section: Section) -> TextOperation:
    """« La fin de l'alinéa, à partir des mots « … », est ainsi rédigée : »: what ends there takes the new words, or goes."""
    line = lines_of(section.article)[section.start]
    spans = sentences(line)[section.sentence - 1 : section.last or section.sentence] if section.sentence else ()
    start, end = (spans[0][0], spans[-1][1]) if spans else (0, len(line))
    found = occurrences(line[start:end], said.quotations[order.words[0]])
    if section.end - section.start != 1 or len(found) != 1:
        raise Unsure("les mots ne sont pas trouvés une seule fois")
    old = line[start + found[0][0] : end].rstrip()
    new = said.quotations[order.words[1]] if len(order.words) > 1 else ""
    if order.verb == "tail" and not new:
        new = single_line(needed_text(order, said))[0]
    stop = old[-1:] if old[-1:] in ".;:," else ""
    if stop and (new.endswith(stop) or not new.endswith((".", ";", ":", ","))):
        old, new = old.removesuffix(stop).rstrip(), new.removesuffix(stop).rstrip()
    return Substitute(common=common, targets=(target_of(section),), words=old, new=new, count=1)


def line_with(section: Section, words: str, *, everywhere: bool = False) -> Target:
    """The one line of a part that has the words; the article itself where it is named whole, since the words may be below it."""
    if is_whole(section) or everywhere or section.sentence:
        return target_of(section)
    lines = lines_of(section.article)
    found = [i for i in range(section.start, section.end) if fold(words).chars in fold(lines[i]).chars]
    if len(found) != 1:
        raise Unsure("les mots ne sont pas trouvés une seule fois")
    return one_line(section, found[0])
