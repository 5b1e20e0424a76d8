"""New text as quoted → the payload: the guillemets that enclose it belong to the act and are taken off."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Message, codes_amd, report
from clausier.model.provision import Alinea, Block, Fragment, Provision, Quotation
from clausier.source.headings import (
    counted_within,
    number_key,
    read_heading,
    reads_as_heading,
    said_number,
    sentence_behind,
)
from clausier.source.markdown import own_label
from clausier.source.yaml import Scalar
from clausier.text import Text
from clausier.text.regex import CLOSING, regex
from clausier.text.typography import BLANKS, ENCLOSING, same
from clausier.text.words import capitalised

_LAST = regex(rf"\s*{CLOSING}\s*[;.,]?\s*\Z")
# What opens has a blank before it and a word behind it; one between two blanks does where those before it are paired.
_STRAIGHT = regex(r'(?P<opens>(?:\A|(?<=[\s(]))"(?=[^\s.,;)]))|(?P<either>(?<=\s)"(?=\s))|"')
_ALONE = regex(r'"\s*[;.,]?\s*\Z')

_NEW = regex(r"\((?:nouveau|nouvelle)\)(?P<separator>\s*(?:\.\s*)?(?:[–—:-]\s*)?)", re.IGNORECASE)


def payload(quotation: Quotation) -> tuple[Fragment, tuple[Diagnostic, ...]]:
    """The new text of `quotation` without what belongs to the act, or an error where that is not certain.

    The act's own are the enclosing guillemets, and the « (nouveau) » by which a drafter marks the number of a new unit.
    A first line « Article 5 – Durée » is the heading of what follows, marked as one or not; of « Art. 5. – La durée est de
    … », only the number.
    """
    content, problems = _unquoted(quotation)
    content = _headed(content)
    return replace(content, children=tuple(map(_unmarked, content.children))), problems


def _headed(content: Fragment) -> Fragment:
    """The new text as the one unit of which its first line reads as the heading; as it is where more lines do."""
    if not content.blocks:
        return content
    if numbered := _numbered(content):
        return numbered
    first, rest = content.blocks[0], content.blocks[1:]
    lines = [b.text.chars.strip() for b in content.blocks if isinstance(b, Alinea) and not b.depth]
    heads = [line for line in lines if reads_as_heading(line)]
    if not isinstance(first, Alinea) or first.depth or heads != lines[:1] or not (rest or content.children):
        return content
    read = read_heading(first.text)
    if read is None or read.kind == "division":
        return content
    number = number_key(read.number)
    if not all(number_key(c.number).startswith(f"{number}.") or counted_within(c.number) for c in content.children):
        return content
    head = Provision(
        id="",
        kind=read.kind,
        prefix=read.prefix,
        number=read.number,
        separator=read.separator,
        heading=read.heading if read.heading.chars else None,
        blocks=rest,
        children=content.children,
        span=first.span,
    )
    return Fragment(blocks=(), children=(head,))


def _numbered(content: Fragment) -> Fragment | None:
    """The new text as the articles whose numbers stand before their first sentences; None where it does not begin with one."""
    heads: list[Provision] = []
    for block in content.blocks:
        read = sentence_behind(block.text) if isinstance(block, Alinea) and not block.depth else None
        if read and isinstance(block, Alinea):
            heads.append(
                Provision(
                    id="",
                    kind="article",
                    prefix=read.prefix,
                    number=read.number,
                    separator=read.separator.rstrip(BLANKS + "–—:-"),
                    blocks=(replace(block, text=read.heading),),
                    span=block.span,
                )
            )
        elif not heads:
            return None
        else:
            heads[-1] = replace(heads[-1], blocks=(*heads[-1].blocks, block))
    return Fragment(blocks=(), children=(*heads[:-1], replace(heads[-1], children=content.children))) if heads else None


_SEVERAL_HEADS = Message(
    fr="il a plusieurs titres, et ce qui est dit ici n’est que pour un",
    en="it has several headings, and what is said here is for one",
)
_OTHER_HEADING = Message(fr="son titre est «\u00a0{found}\u00a0»", en="its heading is “{found}”")


def as_said(
    content: Fragment, number: Scalar | None, heading: Scalar | None
) -> tuple[Fragment, tuple[Diagnostic, ...]]:
    """The new text as one unit, of the number and heading that its sentence gives: « un article 3 bis intitulé « Repas » : … ».

    Either may be missing. A heading of the text becomes that unit's. An error where the text bears another number or
    heading, or has several heads.
    """
    said = number or heading
    if said is None:
        return content, ()
    given = said_number(number.value) if number else None
    if number and given is None:
        return content, (report(codes_amd.NO_NUMBER, number.span, words=number.value),)
    if content.blocks:
        head = Provision(id="", kind="article", blocks=content.blocks, children=content.children, span=said.span)
    elif len(content.children) == 1:
        head = content.children[0]
    else:
        return content, (report(codes_amd.PAYLOAD_SHAPE, said.span, place=said.value, why=_SEVERAL_HEADS),)
    if number and given and head.number and number_key(head.number) != number_key(given.number):
        return content, (report(codes_amd.PAYLOAD_NUMBER, number.span, found=head.number, target=number.value),)
    if heading and head.heading and not same(head.heading.chars, heading.value):
        why = _OTHER_HEADING.fill(found=head.heading.chars)
        return content, (report(codes_amd.PAYLOAD_SHAPE, heading.span, place=heading.value, why=why),)
    if heading and not head.heading:
        head = replace(head, kind="article", heading=Text(heading.value), separator=" – " if head.number else "")
    if given and not head.number:
        bare = given.kind == "article" and ("." in given.number or not given.number[:1].isdigit())
        word = given.prefix.strip() or "article"
        prefix = "" if bare else f"{capitalised(word)} "
        separator = " – " if head.heading else ""
        head = replace(head, kind=given.kind, prefix=prefix, number=given.number, separator=separator)
    return Fragment(blocks=(), children=(head,)), ()


def bears(content: Fragment, numbers: Sequence[str]) -> bool:
    """Whether the heads of a new text are those numbers, in their order: « les articles 8 bis et 8 ter »."""
    return [number_key(head.number) for head in content.children] == [number_key(number) for number in numbers]


def _unmarked(provision: Provision) -> Provision:
    heading = provision.heading
    bare = not provision.separator.strip(BLANKS + ".")
    if heading and bare and (found := _NEW.match(heading.chars)):
        rest = heading.slice(found.end(), len(heading))
        separator = provision.separator.rstrip(BLANKS) + found["separator"] if rest.chars else ""
        provision = replace(provision, heading=rest if rest.chars else None, separator=separator)
    return replace(provision, children=tuple(map(_unmarked, provision.children)))


def _unquoted(quotation: Quotation) -> tuple[Fragment, tuple[Diagnostic, ...]]:
    """The new text without its enclosing guillemets, or an error where they are not certain."""
    content = quotation.content
    written = _lines(content)
    if not written:
        return content, ()
    sign = written[0][:1] if written[0][:1] in ENCLOSING else "«"
    lines = as_guillemets(written, sign)
    end = _LAST.search(lines[-1])
    opening, closing = lines[0].startswith("«"), end is not None and "»" in end.group()
    unclosed, unopened = _unmatched(lines)
    first, last = (0, 0), (len(lines) - 1, lines[-1].rfind("»"))
    repeated = opening and len(lines) > 1 and all(line.startswith("«") for line in lines)
    if repeated and len([p for p in unclosed if p[1] == 0]) >= len(lines) - 1:
        return _tidy(_strip(content, sign, every=True, first=True, last=closing)), ()
    if opening and closing and _pair(lines) == (first, last):
        return _tidy(_strip(content, sign, every=False, first=True, last=True)), ()
    if opening and first in unclosed:
        if closing:
            return content, (report(codes_amd.GUILLEMETS, quotation.span),)
        return _tidy(_strip(content, sign, every=False, first=True, last=False)), ()
    if closing and last in unopened:
        return _tidy(_strip(content, sign, every=False, first=False, last=True)), ()
    if opening and len(lines) > 1 and _of_its_own(lines[0], content):
        return content, (report(codes_amd.GUILLEMETS, quotation.span),)
    return content, ()


def _of_its_own(line: str, content: Fragment) -> bool:
    """Whether the first line, which others follow, or the number of its heading, stands in guillemets of its own."""
    numbered = not content.blocks and content.children[0].prefix[:1] in ENCLOSING
    return numbered or (_LAST.search(line) is not None and _pair([line]) == ((0, 0), (0, line.rfind("»"))))


def as_guillemets(lines: list[str], sign: str) -> list[str]:
    """The lines with « and » in place of the quotes that `sign` is one of, and without any other, each sign in its place."""
    if sign == "«":
        return lines
    others = str.maketrans("«»", "  ")
    if sign == "“":
        return [line.translate(others).replace("“", "«").replace("”", "»") for line in lines]
    # Alone on its line below others, it closes what they say.
    alone = [index > 0 and _ALONE.match(line) is not None for index, line in enumerate(lines)]
    sided = [_STRAIGHT.sub(_side, line.translate(others)) for line in lines]
    return [line.replace("«", "»") if last else line for line, last in zip(sided, alone, strict=True)]


def _side(found: re.Match[str]) -> str:
    paired = found.string.count('"', 0, found.start()) % 2 == 0
    return "«" if found["opens"] or not found.start() or (found["either"] and paired) else "»"


def _lines(content: Fragment) -> list[str]:
    found: list[str] = []

    def note(text: Text) -> Text:
        found.append(text.chars)
        return text

    _each(content, note)
    return found


def _marks(lines: list[str]) -> list[tuple[int, int, str]]:
    return [(i, m.start(), m.group()) for i, line in enumerate(lines) for m in re.finditer("[«»]", line)]


def _unmatched(lines: list[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The guillemets that nothing closes, and those that nothing opens, as (line, column)."""
    open_at: list[tuple[int, int]] = []
    unopened: list[tuple[int, int]] = []
    for line, column, mark in _marks(lines):
        if mark == "«":
            open_at.append((line, column))
        elif open_at:
            open_at.pop()
        else:
            unopened.append((line, column))
    return open_at, unopened


def _pair(lines: list[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The first guillemet with the one that closes it."""
    depth = 0
    for line, column, mark in _marks(lines):
        depth += 1 if mark == "«" else -1
        if depth == 0:
            return (0, 0), (line, column)
    return None


def _each(content: Fragment, how: Callable[[Text], Text]) -> Fragment:
    """`content` with every text changed by `how`, in reading order: headings (number included), lines, cells left out."""
    return Fragment(
        blocks=tuple(_block(b, how) for b in content.blocks),
        children=tuple(_provision(c, how) for c in content.children),
    )


def _block(block: Block, how: Callable[[Text], Text]) -> Block:
    if not isinstance(block, Alinea):
        return block
    return replace(block, text=how(block.text))


def _provision(provision: Provision, how: Callable[[Text], Text]) -> Provision:
    """A heading is seen as one line, its number included; only its prefix and its words can change."""
    heading = provision.heading or Text("")
    shown = provision.prefix + provision.number + provision.separator
    changed = how(Text(shown + heading.chars))
    cut_front = len(shown) + len(heading.chars) - len(changed.chars)
    front_gone = shown[:1] in ENCLOSING and changed.chars[:1] != shown[:1]
    prefix = provision.prefix[1:].lstrip(BLANKS) if front_gone else provision.prefix
    tail = cut_front - (len(provision.prefix) - len(prefix))
    words = heading.slice(0, len(heading) - tail) if tail > 0 else heading
    return replace(
        provision,
        prefix=prefix,
        heading=words if words.chars else None,
        blocks=tuple(_block(b, how) for b in provision.blocks),
        children=tuple(_provision(c, how) for c in provision.children),
    )


def _strip(content: Fragment, sign: str, *, every: bool, first: bool, last: bool) -> Fragment:
    total = len(_lines(content))
    seen = 0

    def off(text: Text) -> Text:
        nonlocal seen
        seen += 1
        start, end = 0, len(text)
        if text.chars.startswith(sign) and (every or (first and seen == 1)):
            start = len(text) - len(text.chars[1:].lstrip(BLANKS))
        if last and seen == total and (mark := _LAST.search(text.chars)) and ENCLOSING[sign] in mark.group():
            end = max(start, mark.start())
        return text.slice(start, end) if (start, end) != (0, len(text)) else text

    return _each(content, off)


def _tidy(content: Fragment) -> Fragment:
    """Without the lines that held only a guillemet, and with the labels that stood behind one told from their words."""
    blocks = _tidied(content.blocks)
    blocks = (_first_of_its_list(*blocks[:2]), *blocks[1:]) if len(blocks) > 1 else blocks
    return Fragment(blocks=blocks, children=tuple(map(_tidied_provision, content.children)))


def _tidied_provision(provision: Provision) -> Provision:
    return replace(
        provision, blocks=_tidied(provision.blocks), children=tuple(map(_tidied_provision, provision.children))
    )


def _tidied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Alinea) and not block.text.chars.strip():
            continue
        if isinstance(block, Alinea) and block.item and not block.label:
            label, text = own_label(block.text)
            kept.append(replace(block, label=Text(label), text=text) if label else block)
        else:
            kept.append(block)
    return tuple(kept)


def _first_of_its_list(first: Block, second: Block) -> Block:
    """« « b) le car ; », and below it the item « c) le vélo. »: an item of the same list, of which the guillemet hid the label."""
    if not isinstance(first, Alinea) or first.depth or not isinstance(second, Alinea) or not second.label:
        return first
    label, text = own_label(first.text)
    own, below = (re.sub(r"\W", "", one) for one in (label, second.label.chars))
    follows = own.isdigit() and below == str(int(own) + 1)
    follows = follows or (len(own) == len(below) == 1 and own.isalpha() and ord(below) == ord(own) + 1)
    return replace(first, label=Text(label), text=text, depth=second.depth, item=True) if follows else first
