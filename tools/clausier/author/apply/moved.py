"""Articles that are moved, text that is put first or between two parts, rows of tables: on a text in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.author.apply.brought import needed_text, quoted_text
from clausier.author.apply.lines import Unsure, lines_named, one_line, replaced, target_of
from clausier.author.apply.payloads import by_article, new_text
from clausier.author.apply.plain import plain_fragment
from clausier.french import Order, Said
from clausier.model.operation import Append, Common, InsertBeside, Move, TextOperation
from clausier.model.provision import Provision
from clausier.refs.lines.section import Section, bare, is_whole, lines_of
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key

# The orders that take a new text.
_TAKE = frozenset(
    "replace modify restore complete complete_lines complete_rows prepend insert_after insert_before create".split()
)
_ROW = {"complete_rows", "replace", "modify", "insert_after", "insert_before"}


def both_ways(order: Order, said: Said, text: Provision) -> Iterator[Order]:
    """« Entre l'article 3 et l'article 4 »: after the one, and before the other; the two make one text where nothing is between."""
    after = replace(order, anchor=())
    before = replace(order, verb="insert_before", place=order.anchor, anchor=())
    if any(len(sections(one.place, said.quotations, text)) != 1 for one in (after, before)):
        raise Unsure("aucune lecture ne convient au texte")
    yield from (after, before)


def own_text(order: Order, said: Said) -> Said:
    """The sentence with the new text of one of its orders alone, where several take one; raises Unsure where it is not told."""
    takers = [one for one in said.orders if one.verb in _TAKE and not one.words]
    if len(takers) < 2 or order not in takers:
        return said
    if len(said.payload) == len(takers):
        return replace(said, payload=(said.payload[takers.index(order)],))
    if all(one.place and one.place[-1].unit == "ROW" and one.place[-1].named is not None for one in takers):
        return _own_row(order, said, takers)
    texts = {number_key(text.number): text for text in by_article(said.payload)}
    numbers = [number_key(one.made or (one.place[-1].numbers or ("",))[-1]) for one in takers]
    if len(texts) != len(takers) or set(texts) != set(numbers):
        raise Unsure("le texte nouveau de chaque article n’est pas distingué")
    text = texts[numbers[takers.index(order)]]
    lines = (f"Article {text.number}", *([text.title] if text.title else []), *text.lines)
    return replace(said, payload=("\n".join(lines),))


def _own_row(order: Order, said: Said, takers: Sequence[Order]) -> Said:
    """The sentence with the one new row that begins as the one which an order names; raises Unsure where each has not its own."""
    rows = [line for text in quoted_text(order, said) for line in text.split("\n") if line.strip()]
    names = [bare(said.quotations[one.place[-1].named or 0]) for one in takers]
    firsts = [bare(row.partition("|")[0]) for row in rows]
    if sorted(firsts) != sorted(names) or len({*names}) != len(names):
        raise Unsure("les lignes nouvelles ne commencent pas comme celles qu’elles remplacent")
    own = rows[firsts.index(names[takers.index(order)])]
    return replace(said, payload=(own,), after=())


def moved(order: Order, said: Said, common: Common, text: Provision, section: Section) -> TextOperation:
    """A whole article, or lines of one, behind or before another."""
    found = sections(order.anchor, said.quotations, text)
    before = order.verb == "move_before"
    same = len(found) == 1 and found[0].article == section.article
    if same and not any(is_whole(one) or one.sentence for one in (section, found[0])):
        return _reordered(common, section, found[0].start if before else found[0].end)
    if len(found) != 1 or same or not is_whole(found[0]) or not is_whole(section):
        raise Unsure("cette modification n’est pas de celles qui sont faites")
    return Move(common=common, targets=(target_of(section),), anchor=target_of(found[0]), before=before)


def _reordered(common: Common, section: Section, at: int) -> TextOperation:
    """The lines of an article between those of a part and the line before which it goes, in their new order."""
    lines = lines_of(section.article)
    if section.start <= at <= section.end:
        raise Unsure("cette modification n’est pas de celles qui sont faites")
    own, first, last = lines[section.start : section.end], min(at, section.start), max(at, section.end)
    new = [*own, *lines[first : section.start]] if at == first else [*lines[section.end : last], *own]
    return replaced(common, lines_named(section, first, last), new)


def put_first(order: Order, said: Said, common: Common, section: Section) -> TextOperation:
    """New lines before the first of a part."""
    payload = plain_fragment(new_text(needed_text(order, said), "").lines)
    if is_whole(section):
        return Append(common=common, targets=(target_of(section),), payload=payload, at_start=True)
    if section.label or section.end - section.start == 1:
        raise Unsure("plusieurs lectures : au début de cette partie, ou avant elle")
    return InsertBeside(common=common, targets=(one_line(section, section.start),), payload=payload, before=True)


def rows_only(order: Order, said: Said, section: Section) -> None:
    """Hold that what is put in a table is rows of as many cells; raises Unsure elsewhere."""
    of_a_row = bool(order.place) and order.place[-1].unit == "ROW"
    if order.verb not in _ROW or not (of_a_row or order.verb == "complete_rows"):
        return
    cells = lines_of(section.article)[section.end - 1].count("|")
    new = new_text(needed_text(order, said), "").lines
    if of_a_row or len(order.place) == 1:
        there = lines_of(section.article)[section.start : section.end]
        if not any("|" in line for line in (*there, *new)):
            return  # « l'annexe 1 est complétée par les lignes suivantes », « la ligne « – zone 3 » »: no table
    if not cells or any(line.count("|") != cells for line in new):
        raise Unsure("le texte nouveau n’a pas la forme d’une ligne de ce tableau")
