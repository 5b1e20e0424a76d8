"""The blocks of an article → its own lines and the new texts that it quotes, guillemets left where they are."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.intake.form import Block, Grid, Paragraph
from clausier.french import Said, read_article
from clausier.french.comparison import compared
from clausier.source.quotations import as_guillemets
from clausier.text.typography import ENCLOSING

_BLANK = " \u00a0\u202f\n"
OPENING, CLOSING = '«“"', '»”"'  # the signs of a quotation, on either side of it
_AT_END = re.compile(rf"[{CLOSING}][{_BLANK}]*[.;,]?[{_BLANK}]*\Z")
_TABLE = re.compile(r"\b(?:tableau|grille|barème)\b", re.IGNORECASE)  # which is no quotation, and needs no guillemets
_ANNOUNCED = re.compile(rf":[{_BLANK}]*(?=[«“\"])")


class Quoted(Struct, frozen=True, kw_only=True):
    """New text as the act quotes it. `doubt` says why its extent is not certain; "" where it is.

    It is `headed` where its first line is the heading, without its number, of the article that it rewrites.
    """

    blocks: tuple[Block, ...]
    doubt: str = ""
    headed: bool = False


Part = Block | Quoted


def quoted(blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """The blocks, those of each quotation that stands in lines of its own put together."""
    blocks = tuple(part for block in blocks for part in _inline(block))
    parts: list[Part] = []
    index = 0
    while index < len(blocks):
        end, doubt = _extent(blocks, index, parts[-1] if parts else None)
        if end > index:
            parts.append(Quoted(blocks=_out_of_cells(blocks[index:end]), doubt=doubt))
            index = end
        else:
            parts.append(blocks[index])
            index += 1
    return tuple(parts)


def _out_of_cells(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A quotation without the guillemets that open or close it inside a table: they are no words of its cells."""
    first, last = blocks[0], blocks[-1]
    ends = isinstance(last, Grid) and _is_left_open(last.rows[-1][-1], CLOSING)
    begins = isinstance(first, Grid) and _is_left_open(first.rows[0][0], OPENING)
    if ends and isinstance(last, Grid):
        cell = _AT_END.sub("", last.rows[-1][-1]).rstrip(_BLANK)
        last = replace(last, rows=(*last.rows[:-1], (*last.rows[-1][:-1], cell)))
        blocks = (*blocks[:-1], last)
        first = blocks[0]
    if begins and isinstance(first, Grid):
        cell = first.rows[0][0].lstrip(OPENING + _BLANK)
        blocks = (replace(first, rows=((cell, *first.rows[0][1:]), *first.rows[1:])), *blocks[1:])
    elif ends and isinstance(first, Paragraph) and first.text[:1] in ENCLOSING:
        blocks = (replace(first, text=first.text.lstrip(OPENING + _BLANK)), *blocks[1:])
    return blocks


def _is_left_open(cell: str, signs: str) -> bool:
    """Whether a cell has one of the signs more often than that of the other side; of a plain keyboard, one that is not paired."""
    others = CLOSING if signs == OPENING else OPENING
    return any(
        cell.count(sign) % 2 if sign == other else cell.count(sign) > cell.count(other)
        for sign, other in zip(signs, others, strict=True)
    )


def is_paired(line: str) -> bool:
    """Whether a line opens a quotation with its first sign, and closes as many as it opens."""
    seen = as_guillemets([line], line[0])[0] if line[:1] in ENCLOSING else ""
    return bool(seen) and seen.count("«") == seen.count("»")


def words_of(block: Block) -> str:
    """The words of a block on one line; those of a table with its cells and rows apart."""
    if isinstance(block, Grid):
        return "\n".join("\t".join(row) for row in block.rows)
    return f"{block.label} {block.text}" if block.label else block.text


def _inline(block: Block) -> tuple[Block, ...]:
    """A block cut before the new text with which it ends: « … est ainsi rédigé : « … » »."""
    if not isinstance(block, Paragraph):
        return (block,)
    for mark in _ANNOUNCED.finditer(block.text):
        new = block.text[mark.end() :]
        end = _closed(new)
        if end is None or (_AT_END.match(new[end:]) and any(_brings(said) for said in read_article(block.text))):
            first = replace(block, text=block.text[: mark.end()].rstrip(_BLANK))
            return first, Paragraph(text=new, place=block.place, doubt=block.doubt)
    return (block,)


def _brings(said: Said) -> bool:
    """Whether a sentence brings a text, behind its colon or, of a place that is reworded, as words that it quotes."""
    return bool(said.payload) or any(o.words for o in said.orders if o.verb in {"replace", "modify"})


def _closed(chars: str) -> int | None:
    """Where the sign stands that closes the quotation with which `chars` begins; None where none does."""
    depth = 0
    for mark in re.finditer("[«»]", as_guillemets([chars], chars[0])[0]):
        depth += 1 if mark.group() == "«" else -1
        if depth == 0:
            return mark.start()
    return None


def _extent(blocks: tuple[Block, ...], start: int, before: Part | None) -> tuple[int, str]:
    """Where the quotation that begins at `start` ends, `start` where none begins; and what is not certain about it."""
    first = blocks[start]
    announced = isinstance(before, Paragraph) and before.text.rstrip(_BLANK).endswith(":")
    if announced and isinstance(first, Grid) and isinstance(before, Paragraph) and _TABLE.search(before.text):
        return start if compared(first.rows) else start + 1, ""
    opens = first.text[:1] if isinstance(first, Paragraph) else ""
    if opens == "«" or (announced and opens in ENCLOSING):
        for repeated in (False, True):
            end, at_end = _match(blocks[start:], opens, repeated=repeated)
            if end:
                return (start + end, "") if at_end and (announced or isinstance(before, Quoted)) else (start, "")
        return (len(blocks), "la citation n’est jamais refermée") if announced else (start, "")
    if announced and not any("«" in words_of(b) for b in blocks[start : start + 1]):
        for index in range(start, len(blocks)):
            words = words_of(blocks[index])
            if index > start and words.lstrip().startswith("«"):
                break
            if words.count("»") > words.count("«"):
                return (
                    (index + 1, "")
                    if words.count("»") == words.count("«") + 1 and _AT_END.search(words)
                    else (start, "")
                )
    return start, ""


def _match(blocks: tuple[Block, ...], opens: str, *, repeated: bool) -> tuple[int, bool]:
    """How many blocks go to the one that closes what `opens` the first (0 where none does), and whether it ends there."""
    depth = 0
    lines = as_guillemets([words_of(block) for block in blocks], opens)
    for index, (block, words) in enumerate(zip(blocks, lines, strict=True)):
        again = repeated and index > 0 and isinstance(block, Paragraph) and block.text.startswith(opens)
        for mark in re.finditer("[«»]", words):
            if again and mark.group() == "«":
                again = False
                continue
            depth += 1 if mark.group() == "«" else -1
            if depth == 0:
                return index + 1, bool(_AT_END.match(words[mark.start() :]))
    return 0, False
