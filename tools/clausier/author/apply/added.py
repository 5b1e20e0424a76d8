"""An order that adds to a part, or beside it: lines, a sentence, words at its end, a new article → the operations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clausier.author.apply.brought import needed_text
from clausier.author.apply.created import completed_by_article, heading_said, new_article, new_part
from clausier.author.apply.lines import Unsure, one_line, put_behind, replaced, target_of
from clausier.author.apply.payloads import new_text
from clausier.author.apply.plain import plain_fragment
from clausier.french import Order, Said
from clausier.french.order import WITH_HEADING
from clausier.model.operation import AddWords, Append, Common, InsertBeside, Replace, TextOperation
from clausier.refs.lines.about import why_no_items
from clausier.refs.lines.at_the_end import LABEL_TAKEN, is_taken, why_not_at_the_end
from clausier.refs.lines.items import goes_on_a_list, item_before, label_of
from clausier.refs.lines.section import DASH, Section, bare, is_whole, lines_of
from clausier.text.sentences import sentences
from clausier.text.typography import fold
from clausier.text.words import occurrences

_STOP = re.compile(r"\s*[.;:,]\s*$")
_SENTENCE = re.compile(r"[A-ZÀ-ÖØ-Þ].*\s.*[.!?…]\s*", re.DOTALL)
_ENDED = re.compile(r"[.:;!?°)»–—-]\s*\Z")


def lengthened(common: Common, section: Section, new: str, *, inside: bool) -> Replace:
    """The last line, or the sentence, of a part with words at its end; `inside` its full stop, unless they bring one."""
    lines = lines_of(section.article)
    line = lines[section.end - 1]
    rank = section.last or section.sentence
    start, end = sentences(line)[rank - 1] if rank else (0, len(line))
    old = line[start:end]
    stop = _STOP.search(old)
    if not inside and stop and stop.group().strip() != ".":
        raise Unsure(
            f"ces mots finissent par « {stop.group().strip()} » : la phrase ajoutée le suit-elle, ou prend-elle sa place ?"
        )
    if stop and stop.group().strip() == "." and _SENTENCE.fullmatch(new):
        inside = False  # « … les mots : « Il est gratuit. » »
    blank = "" if new.startswith((",", ".", ")")) else " "
    if inside and stop:
        worded = f"{old[: stop.start()]}{blank}{new}{'' if _STOP.search(new) else stop.group().rstrip()}"
    else:
        worded = f"{old}{blank}{new}"
    target = target_of(replace(section, sentence=rank, last=0)) if rank else one_line(section, section.end - 1)
    return replaced(common, target, [worded])


def begun(common: Common, section: Section, new: str) -> Replace:
    """The first line, or the sentence, of a part with words at its beginning: a mark (« I. – »), or a sentence of their own."""
    line = lines_of(section.article)[section.start]
    start, end = sentences(line)[section.sentence - 1] if section.sentence else (0, len(line))
    old = line[start:end]
    if not _ENDED.search(new) and old[:1].isupper():
        raise Unsure(f"« {old.split(maxsplit=1)[0]} » garde-t-il sa majuscule derrière ces mots ?")
    target = target_of(section) if section.sentence else one_line(section, section.start)
    return replaced(common, target, [f"{new.rstrip()} {old}"])


def single_line(quoted: Sequence[str]) -> list[str]:
    """The one line of a new text; raises Unsure where it has several."""
    lines = list(new_text(quoted, "").lines)
    if len(lines) != 1:
        raise Unsure("le texte nouveau a plusieurs lignes")
    return lines


def completed(order: Order, said: Said, common: Common, section: Section) -> TextOperation:
    """The new text at the end of a part; raises Unsure where it may go elsewhere."""
    quoted = needed_text(order, said)
    if section.sentence:
        raise Unsure("plusieurs lectures : dans cette phrase, ou après elle")
    heading = section.heading
    told = new_text(quoted, heading if is_whole(section) else "")
    if told.number:
        return completed_by_article(told.number, quoted, common, section)
    new = list(told.lines)
    lines = lines_of(section.article)
    before = lines[section.start : section.end]
    dashes = sum(DASH.match(line) is not None for line in before)
    counts = {dashes} if order.made == "–" else {len(before), len(before) - dashes}
    if order.rank and order.rank - 1 not in counts:
        raise Unsure("le rang du nouvel alinéa n’est pas celui qui suit le dernier")
    if lines and bare(new[0]) == bare(lines[section.start]):
        raise Unsure("le texte nouveau reprend celui qui est en vigueur")
    if is_whole(section) and (why := why_not_at_the_end(new, lines)):
        raise Unsure(why)
    alinea = bool(order.place) and order.place[-1].unit in {"ALINEA", "PARAGRAPH", "DASH"} and not section.label
    if alinea and order.verb != "complete_lines":
        if len(new) > 1 or section.end - section.start != 1:
            raise Unsure("plusieurs lectures : dans cet alinéa, ou après lui")
        return lengthened(common, section, new[0], inside=new[0][:1].islower() or new[0].startswith(","))
    if order.made not in {"", "–"} and label_of(new[0]) != label_of(f"{order.made} –"):
        raise Unsure("le texte nouveau ne porte pas le numéro annoncé")
    if order.place and order.place[-1].unit == "LIST" and (why := why_no_items(before, new, order.place[-1].several)):
        raise Unsure(why)
    section = _to_its_list(section, new[0])
    if section.end == 0 or (section.article.children and section.end == len(lines)):
        return Append(common=common, targets=(target_of(section),), payload=plain_fragment(new))
    return put_behind(common, section, section.end - 1, new)


def _to_its_list(section: Section, new: str) -> Section:
    """A part up to the end of the list that a new item goes on with; raises Unsure where the list is not certain."""
    lines = lines_of(section.article)
    if DASH.match(new):
        listed = [i for i in range(section.start, section.end) if DASH.match(lines[i])]
        if listed and listed[-1] != section.end - 1:
            raise Unsure("des lignes suivent la liste : le nouveau tiret s’y ajoute-t-il ?")
        return section
    before = item_before(section, new)
    label, last = label_of(new), before.label if before else ""
    skips = label.isdigit() and last.isdigit() and int(label) != int(last) + 1
    if skips or (before is None and goes_on_a_list(section, new)):
        raise Unsure("le numéro du nouveau point n’est pas celui qui suit dans la liste")
    return section if before is None else replace(section, end=before.end)


def after_words(order: Order, said: Said, common: Common, section: Section) -> TextOperation:
    """The new text behind words of a part: in their line, or as a line after it."""
    anchor = said.quotations[order.words[0]]
    new = list(new_text(needed_text(order, said), "").lines)
    lines = lines_of(section.article)
    found = [i for i in range(section.start, section.end) if fold(anchor).chars in fold(lines[i]).chars]
    if len(found) != 1:
        raise Unsure("les mots ne sont pas trouvés une seule fois")
    at_end = bare(lines[found[0]]).endswith(bare(anchor))
    if DASH.match(new[0]) and at_end:
        return put_behind(common, section, found[0], new)
    if len(new) == 1 and not DASH.match(new[0]):
        return AddWords(common=common, targets=(one_line(section, found[0]),), anchor=anchor, new=new[0])
    raise Unsure("plusieurs lectures : dans cette ligne, ou après elle")


def put_between(common: Common, section: Section, words: Sequence[str]) -> TextOperation:
    """New words, or a line, between two that are quoted and stand next to each other; raises Unsure where they do not, once."""
    first, second, new = words
    lines = lines_of(section.article)
    apart = [
        i
        for i in range(section.start, section.end - 1)
        if bare(lines[i]) == bare(first) and bare(lines[i + 1]) == bare(second)
    ]
    if len(apart) == 1:
        marked = DASH.match(new) or not DASH.match(lines[apart[0]])
        return put_behind(
            common, section, apart[0], [new if marked else f"{lines[apart[0]].split(maxsplit=1)[0]} {new}"]
        )
    found = [
        i
        for i in range(section.start, section.end)
        for _, end in occurrences(lines[i], first)
        if any(_between(lines[i], end, start, new) for start, _ in occurrences(lines[i], second))
    ]
    if apart or len(found) != 1 or len(occurrences(lines[found[0]], first)) != 1:
        raise Unsure("les mots ne sont pas trouvés l’un après l’autre une seule fois")
    return AddWords(common=common, targets=(one_line(section, found[0]),), anchor=first, new=new)


def _between(line: str, end: int, start: int, new: str) -> bool:
    """Whether nothing stands from `end` to `start`, but a comma before words that bring one."""
    there = line[end:start].strip(" \u00a0") if start >= end else "…"
    return not there or (there == "," and new.startswith(","))


def inserted(order: Order, said: Said, common: Common, section: Section) -> TextOperation:
    """The new text beside a part: lines, or an article."""
    before = order.verb == "insert_before"
    quoted = needed_text(order, said)
    if is_whole(section) and order.place[-1].unit in WITH_HEADING:
        payload = new_article(quoted, order.made, heading_said(order, said))
        return InsertBeside(common=common, targets=(target_of(section),), payload=payload, before=before)
    told = new_text(quoted, "")
    numbered = order.made or told.number
    new = new_part(quoted, numbered, section) if numbered and section.label else list(told.lines)
    if numbered and not section.label:
        raise Unsure("la forme du nouvel article n’est pas certaine")
    behind = lines_of(section.article)[section.end : section.end + 1]
    if not before and is_taken(new, behind):
        raise Unsure(LABEL_TAKEN)
    target = target_of(section) if section.sentence else one_line(section, section.start if before else section.end - 1)
    return InsertBeside(common=common, targets=(target,), payload=plain_fragment(new), before=before)
