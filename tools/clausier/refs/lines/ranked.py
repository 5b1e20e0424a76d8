"""Places that a sentence names by what stands there → the same by the ranks of the lines, as our sources write them.

« Au 5.3 », where an alinéa of article 5 begins with that number; « le paragraphe « Frais de déplacement » », which a line heads;
« la dernière phrase de l’article 4 », which has several alinéas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.french import Order, Part
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs.each_article import of_an_article
from clausier.refs.lines.about import why_no_items
from clausier.refs.lines.headings import same_heading
from clausier.refs.lines.items import item_before, label_of
from clausier.refs.lines.section import DASH, ITEM, Section, Sought, bare, is_heading, is_whole, lines_of
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key
from clausier.text.sentences import sentences
from clausier.text.words import occurrences

_OF_WORDS = frozenset({"replace_words", "delete_words", "added_after", "added_before"})
_AT_THE_END = frozenset({"complete", "complete_lines", "insert_after"})
_DELETE = frozenset({"delete", "repeal"})
AT_ITS_END = frozenset({"complete_sentence", "words_at_end"})


def by_rank(order: Order, quotations: tuple[str, ...], wording: tuple[str, ...], text: Provision) -> Iterator[Order]:
    """Each order on lines by their ranks that may be meant; none where nothing of that name stands there, or it is not of lines."""
    if numbered := _behind_its_number(order, text):
        yield numbered
        return
    order = replace(order, place=of_an_article(order.place, text))
    sought = _sought(order, quotations, wording)
    for section in sections(order.place, quotations, text, sought):
        ranked = _of_lines(order, section, sought)
        if ranked is not None and not _is_no_item(order, section, wording):
            yield ranked


def _is_no_item(order: Order, section: Section, wording: Sequence[str]) -> bool:
    """Whether what is added to a list is no item that goes on with it."""
    if order.place[-1].unit != "LIST" or order.verb != "complete":
        return False
    there = lines_of(section.article)[section.start : section.end]
    new = [line.strip() for text in wording for line in text.split("\n") if line.strip()]
    labelled = bool(new and label_of(new[0]))
    return bool(why_no_items(there, new, order.place[-1].several)) or (
        labelled and item_before(section, new[0]) is None
    )


def row_named(order: Order, quotations: tuple[str, ...], text: Provision) -> tuple[Order, tuple[str, ...]]:
    """« La ligne relative à l'incinération », « la dernière ligne du tableau »: the one row of a table by its first cell, which is quoted last."""
    last = order.place[-1] if len(order.place) > 1 else None
    cells = quotations[last.named] if last is not None and last.named is not None else "|"
    if last is None or last.unit != "ROW" or "|" not in cells:
        return order, quotations
    found = sections(order.place, quotations, text)
    lines = lines_of(found[0].article)[found[0].start : found[0].end] if len(found) == 1 else []
    if len(lines) != 1 or "|" not in lines[0]:
        return order, quotations
    row = Part("ROW", named=len(quotations))
    return replace(order, place=(*order.place[:-1], row)), (*quotations, lines[0].split(" | ")[0])


def typed_numbers(number: str, text: Provision) -> tuple[int | None, ...]:
    """The number typed before each alinéa of the one article of that `number` that has any (2 for « 5.2. », of article 5); None before the others."""
    own = re.compile(rf"{re.escape(number)}\.(\d+)\b")
    units = (p for p in text.walk() if number_key(p.number) == number_key(number))
    found = [typed for p in units if any(typed := tuple(own.match(a.line) for a in p.alineas))]
    return tuple(int(one[1]) if one else None for one in found[0]) if len(found) == 1 else ()


def _behind_its_number(order: Order, text: Provision) -> Order | None:
    """A new point 2.4 at the end of the article of which alinéas begin with « 2.1. » to « 2.3. »; None for any other order."""
    parent, _, last = order.made.rpartition(".")
    if order.verb != "create" or not parent or not last.isdigit():
        return None
    given = [n for n in typed_numbers(parent, text) if n is not None]
    following = given and max(given) + 1 == int(last)
    return replace(order, verb="complete", place=(Part("ARTICLE", (parent,)),)) if following else None


def _sought(order: Order, quotations: tuple[str, ...], wording: tuple[str, ...]) -> Sought:
    if order.words and order.verb in _OF_WORDS:
        return Sought(words=quotations[order.words[0]])
    return Sought(wording="\n".join(wording)) if order.verb in {"replace", "modify"} else Sought()


def _of_lines(order: Order, section: Section, sought: Sought) -> Order | None:
    """The order on those lines; None where it cannot be one of them."""
    lines = lines_of(section.article)
    start, end = section.start, section.end
    if is_whole(section) and (len(order.place) == 1 or not section.article.children):
        return replace(order, place=(unit_part(section.article),))
    if _may_go_too_far(lines[start:end], order, section):
        return None
    if section.sentence and not (order.verb in _DELETE and len(sentences(lines[start])) == 1):
        sentence = Part(
            "SENTENCE", _ends(section.sentence, section.last or section.sentence), through=bool(section.last)
        )
        return _placed(order, section, start, end, sentence)
    if order.verb in _OF_WORDS:
        held = [n for n in range(start, end) if occurrences(lines[n], sought.words)]
        return _placed(order, section, held[0], held[0] + 1) if len(held) == 1 else None
    if order.verb in {"replace", "modify"}:
        headed = end - start > 1 and is_heading(lines[start]) and not _is_said_again(lines[start], sought.wording)
        return _placed(order, section, start + headed, end)
    if order.verb == "complete" and not order.made and _is_one_alinea(order, section):
        return _placed(order, section, start, end)
    if order.verb in _AT_THE_END and not order.made:
        return _placed(replace(order, verb="insert_after"), section, end - 1, end)
    if order.verb in AT_ITS_END:
        return _placed(order, section, end - 1, end)
    if order.verb == "insert_before":
        return _placed(order, section, start, start + 1)
    return _placed(order, section, start, end) if order.verb in _DELETE else None


def _is_one_alinea(order: Order, section: Section) -> bool:
    """Whether what is completed is a single line that is called an alinéa: the new text goes on in it, and is no line behind it."""
    called = order.place[-1].unit in {"ALINEA", "PARAGRAPH", "DASH"}
    return called and not section.label and section.end - section.start == 1


def _may_go_too_far(lines: Sequence[str], order: Order, section: Section) -> bool:
    """Whether it is not certain that the lines below a number are of it: no list, and the number heads no part."""
    first, *below = lines
    listed = all(DASH.match(line) or ITEM.match(line) for line in below)
    return bool(section.label) and order.verb not in _OF_WORDS and not is_heading(first) and not listed


def _is_said_again(heading: str, wording: str) -> bool:
    """Whether a new text begins with the heading of the lines that it rewords: no sentence that has its words."""
    first = wording.strip().split("\n")[0].rstrip()
    return bare(first).startswith(bare(heading)) or (
        not first.endswith((".", ";", ",")) and same_heading(first, heading)
    )


def _placed(order: Order, section: Section, start: int, end: int, *within: Part) -> Order | None:
    own = ranks(section.article)[start:end]
    if not own or None in own:
        return None  # rows of a table
    first, last = own[0], own[-1]
    lines = Part("ALINEA", _ends(first or 0, last or 0), through=first != last)
    return replace(order, place=(unit_part(section.article), lines, *within))


def _ends(first: int, last: int) -> tuple[str, ...]:
    return (str(first),) if first == last else (str(first), str(last))


def unit_part(article: Provision) -> Part:
    """What an order names an article by."""
    if article.kind == "preamble":
        return Part("PREAMBLE", ())
    return Part("ANNEX" if article.kind == "annex" else "ARTICLE", (article.number,))


def ranks(article: Provision) -> Sequence[int | None]:
    """For each line of an article, its rank among its alinéas; None for the row of a table."""
    found: list[int | None] = []
    count = 0
    for block in article.blocks:
        if isinstance(block, Alinea):
            count += 1
            found.append(count)
        elif isinstance(block, Table):
            found.extend(None for _ in block.lines)
    return found
