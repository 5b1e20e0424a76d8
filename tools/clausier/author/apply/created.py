"""New articles: their number, their heading, and the article that they stand behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.author.apply.brought import needed_text
from clausier.author.apply.lines import Unsure, named, put_behind, unit_of
from clausier.author.apply.payloads import by_article, new_text
from clausier.author.apply.plain import plain_fragment
from clausier.french import Order, Part, Said
from clausier.model.operation import Common, InsertBeside, Renumber, TextOperation
from clausier.model.provision import Fragment, Provision
from clausier.refs.behind import behind, number_before
from clausier.refs.lines.section import ITEM, Section, bare, is_heading, lines_of
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key


def new_article(quoted: Sequence[str], number: str, heading: str) -> Fragment:
    """The new text as an article of that number, or of the number that it gives itself; `heading`, the one that is said."""
    if "," in number and not heading:
        return _new_articles(quoted, [n.strip() for n in number.split(",")])
    new = new_text(quoted, heading)
    if heading and new.title and bare(new.title) != bare(heading):
        raise Unsure("l’intitulé du nouvel article n’est pas certain")
    if heading and not new.title:
        new = replace(new, title=heading)
    number = number or new.number
    if not number or "," in number or (new.number and number_key(new.number) != number_key(number)):
        raise Unsure("le numéro du nouvel article n’est pas certain")
    title, lines = new.title, list(new.lines)
    own = re.match(rf"\W*{_typed(number)}(?!\w|\.\d)(?P<mark>[\s.:–-]*)", lines[0]) if not new.number else None
    if own and len(lines) > 1 and is_heading(lines[0]):  # « 6.3 – Procès-verbal » above the text of a new article 6.3
        title, lines = title or lines[0][own.end() :], lines[1:]
    elif own and own["mark"].strip() and not is_heading(lines[0]):  # « 6.3. Le procès-verbal est approuvé. »
        lines[0] = lines[0][own.end() :]
    elif own:
        raise Unsure("la forme du nouvel article n’est pas certaine")
    if not title and not new.number and len(lines) > 1 and is_heading(lines[0]) and not ITEM.match(lines[0]):
        title, lines = lines[0], lines[1:]
    return plain_fragment(lines, heading=f"Article {number}" + (f" – {title}" if title else ""))


def _new_articles(quoted: Sequence[str], numbers: list[str]) -> Fragment:
    """« Les articles 8 bis et 8 ter ainsi rédigés »: the new text, in which each begins with its number."""
    told = by_article(quoted)
    if [number_key(new.number) for new in told] != [number_key(number) for number in numbers]:
        raise Unsure("le texte nouveau de chaque article n’est pas distingué")
    made = [plain_fragment(n.lines, heading=f"Article {n.number}" + (f" – {n.title}" if n.title else "")) for n in told]
    return replace(made[0], children=tuple(child for one in made for child in one.children))


def heading_said(order: Order, said: Said) -> str:
    """The heading that a sentence gives the article which it creates."""
    return said.quotations[order.headed] if order.headed is not None else ""


def new_part(quoted: Sequence[str], number: str, before: Section) -> list[str]:
    """The new text as a part of that number in an article of plain lines, in the form of the part before it."""
    new = new_text(quoted, "")
    own = lines_of(before.article)[before.start]
    label = re.match(rf"\(?{_typed(before.label)}\s?[.)°–-]*", own)
    if new.number and number_key(new.number) != number_key(number):
        raise Unsure("le numéro du nouvel article n’est pas certain")
    if re.match(rf"\W*{_typed(number)}(?!\d)", new.lines[0]):
        return list(new.lines)
    headed = is_heading(own)
    title, lines = new.title, list(new.lines)
    if headed and not title and len(lines) > 1 and is_heading(lines[0]) and not ITEM.match(lines[0]):
        title, lines = lines[0], lines[1:]
    if label is None or headed != bool(title):
        raise Unsure("la forme du nouvel article n’est pas certaine")
    typed = re.sub(_typed(before.label), _like(label.group(), number), label.group())
    return [f"{typed} {title}", *lines] if headed else [f"{typed} {lines[0]}", *lines[1:]]


def _typed(label: str) -> str:
    """A pattern for a label as lines have it: « 3.1 bis » may be typed 3.1. bis."""
    return re.escape(label).replace(r"\ ", r"\.?\s+")


def _like(typed: str, number: str) -> str:
    """A number typed as another is: with its full stop before « bis »."""
    stop = re.search(r"\.\s+[a-z]", typed) is not None
    return re.sub(r"\s+", ". ", number) if stop else number


def completed_by_article(number: str, quoted: Sequence[str], common: Common, section: Section) -> TextOperation:
    """« L’article 5 est complété par : « Article 5.3 … » »: behind its part 5.2, where its lines have one."""
    before = _after_part(number_before(number), number, section.article)
    if before is None:
        raise Unsure("la place du nouvel article n’est pas certaine")
    before = replace(before, rank=section.rank)
    new = new_part(quoted, number, before)
    return put_behind(common, before, before.end - 1, new)


def created(order: Order, said: Said, common: Common, text: Provision) -> TextOperation:
    """A new article whose place is that of its number; raises Unsure where that is not certain."""
    number = order.made
    if number.startswith("annexe "):
        raise Unsure("la place de la nouvelle annexe n’est pas certaine")
    keys = {number_key(p.number): p for p in text.walk() if p.number}
    if not keys:
        raise Unsure("la place du nouvel article n’est pas certaine")
    if number_key(number) in keys and not order.again:
        raise Unsure("un article porte déjà ce numéro")
    last = behind(number, text)
    if last is None and (inside := _after_part(number_before(number), number, text)):
        new = new_part(needed_text(order, said), number, inside)
        return put_behind(common, inside, inside.end - 1, new)
    if last is None:
        raise Unsure("la place du nouvel article n’est pas certaine")
    payload = new_article(needed_text(order, said), number, heading_said(order, said))
    return InsertBeside(common=common, targets=(named((unit_of(last),)),), payload=payload)


def _after_part(before: str, number: str, text: Provision) -> Section | None:
    """The part of an article that bears the number before, where none bears `number`."""
    found, own = (sections((Part("ARTICLE", (n,)),), (), text) for n in (before, number))
    return found[0] if len(found) == 1 and found[0].label and not own else None


def shifted(order: Order, common: Common, text: Provision) -> Iterator[TextOperation]:
    """The article of that number, and those after it, one number further, to make room for a new one."""
    later = [p for p in text.walk() if p.number.isdigit() and int(p.number) >= int(order.made)]
    alike = len({p.number for p in later}) < len(later)
    if not order.made.isdigit() or any(p.children for p in later) or not later or alike:
        raise Unsure("les articles à décaler ne sont pas certains")
    numbers = tuple(str(int(p.number) + 1) for p in later)
    yield Renumber(
        common=replace(common, id=common.id + "r"), targets=tuple(named((unit_of(p),)) for p in later), numbers=numbers
    )
