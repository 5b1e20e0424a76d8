"""Which lines of a signed convention are headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clausier.author.intake.form import Block, Paragraph
from clausier.source.headings import Numbered, number_key, rank_of, read_heading
from clausier.text import Text
from clausier.text.typography import BLANKS

_LONGEST = 200  # characters
_WORD = re.compile(r"(?:article|art\.)(?!\w)", re.IGNORECASE)
# What a sentence says and no heading does: « L’annexe 2 est … ». In small letters: « GRAND EST » says nothing.
_SAYS = re.compile(
    r"\b(?:est|sont|sera|seront|a|ont|peut|peuvent|doit|doivent|prend|prennent|fixe|fixent|entre en vigueur)\b"
)
_MOST_MISSING = 3  # numbers between two lines that are taken for articles by their numbers alone
_SENTENCE_ENDS = (".", ";", ":", ",")
Headings = Mapping[int, Numbered]  # by the rank of their block


def headings_of(blocks: Sequence[Block]) -> tuple[Headings, bool]:
    """The headings among the blocks, and whether articles were known by a bare number (« 1. Objet »).

    A line is one by its word (« Article 3 – … », « Titre I », « Annexe 1 », « Préambule ») or by its style in Word or Markdown.
    Bare numbers count where the word « Article » heads nothing, and where they run on from 1.
    """
    found = {rank: one for rank, block in enumerate(blocks) if (one := _by_word(block))}
    if 0 in found and found[0].kind == "annex":
        del found[0]  # the title of an act that is an annex to another
    found = _with_sentences(blocks, found)
    bare = {} if any(one.kind == "article" for one in found.values()) else _in_sequence(blocks)
    found |= bare
    found |= _by_style(blocks, found)
    found |= _sub_articles(blocks, found)
    return dict(sorted(found.items())), bool(bare)


def line_of(block: Paragraph) -> str:
    """A line with the number that a word processor gives it."""
    return f"{block.label} {block.text}".strip() if block.label not in {"", "-"} else block.text.strip()


def says(words: str) -> bool:
    """Whether words have a verb that a sentence has, and no heading."""
    return _SAYS.search(words) is not None


def ends_as_sentence(words: str) -> bool:
    """Whether words end as a sentence does, or as what introduces a list."""
    return words.rstrip(BLANKS).endswith(_SENTENCE_ENDS)


def _by_style(blocks: Sequence[Block], headings: Headings) -> dict[int, Numbered]:
    """The other lines in the style of a heading.

    Before the first number they are the title of the whole, or « Entre les soussignés », unless what is numbered stands right
    below, in a deeper style.
    """
    first = min((rank for rank, one in headings.items() if one.number), default=len(blocks))
    found: dict[int, Numbered] = {}
    for rank, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.level and rank not in headings:
            below = blocks[first] if rank == first - 1 else None
            if rank > first or (isinstance(below, Paragraph) and 0 < block.level < below.level and rank):
                found[rank] = _numbered(line_of(block)) or Numbered("article", "", "", "", Text(line_of(block)))
    return found


def _numbered(words: str) -> Numbered | None:
    """The heading that words are, which begin with a number or with the word of a unit."""
    found = read_heading(Text(words))
    return found if found and (found.number or found.kind != "article") else None


def _by_word(block: Block) -> Numbered | None:
    """The heading that a line is by its first word."""
    found = _worded(block)
    if found is None or not isinstance(block, Paragraph):
        return None
    rest = found.heading.chars
    if len(block.text) > _LONGEST:  # a sentence that a mark sets behind the number: « Article 2. Cette association … »
        return found if found.kind == "article" and found.separator.strip(BLANKS) else None
    if not rest or block.level:
        return found
    if found.separator.strip(BLANKS):
        return None if found.kind != "article" and ends_as_sentence(rest) and says(rest) else found
    quoted = found.kind == "article" and rest[0].islower()  # « Article 4 de la loi du … »
    return None if quoted or says(rest) or ends_as_sentence(rest) else found


def _worded(block: Block) -> Numbered | None:
    """The unit that the first word of a line names."""
    if not isinstance(block, Paragraph) or block.label:
        return None
    words = block.text.strip()
    found = None if words.startswith(("«", "“", '"')) else _numbered(words)
    return None if found is None or (found.kind == "article" and not _WORD.match(words)) else found


def _with_sentences(blocks: Sequence[Block], headings: Headings) -> dict[int, Numbered]:
    """The headings with those that a space alone sets before a sentence (« Article 5 Le siège est à Lyon. »).

    The number must be the next, and the sentence begin with a capital.
    """
    found: dict[int, Numbered] = {}
    last = 0
    for rank, block in enumerate(blocks):
        if one := headings.get(rank):
            found[rank] = one
            last = rank_of(one.number) if one.kind == "article" else 0 if one.kind == "annex" else last
        elif (one := _worded(block)) and _follows(one, last):
            found[rank] = one
            last += 1
    return found


def _follows(one: Numbered, last: int) -> bool:
    return one.kind == "article" and rank_of(one.number) == last + 1 and one.heading.chars[:1].isupper()


def _in_sequence(blocks: Sequence[Block]) -> dict[int, Numbered]:
    """The lines that begin with 1, 2, 3 … or I, II, III …, each in its turn; none where there are not two.

    A few may be missing between two, which is asked about later.
    """
    for figures in (True, False):
        found: dict[int, Numbered] = {}
        last = 0
        for rank, block in enumerate(blocks):
            one = bare_article(block)
            if one is None or number_key(one.number.strip("()")).isdigit() is not figures:
                continue
            number = rank_of(one.number.strip("()"))
            if last < number <= last + (_MOST_MISSING if last else 0) + 1:
                found[rank] = one
                last = number
        if len(found) > 1:
            return found
    return {}


def bare_article(block: Block) -> Numbered | None:
    """The heading of an article that a line may be by its number alone (« 2. Durée », « II – Durée »)."""
    if not isinstance(block, Paragraph) or block.depth > 1 or not (block.level or _short(block)):
        return None
    one = _numbered(line_of(block))
    counted = one and one.kind == "article" and one.heading.chars and rank_of(one.number.strip("()"))
    return one if counted else None


def _sub_articles(blocks: Sequence[Block], headings: Headings) -> dict[int, Numbered]:
    """« 3.1 – Composition » inside article 3, by its number."""
    found: dict[int, Numbered] = {}
    stem = ""
    for rank, block in enumerate(blocks):
        if one := headings.get(rank):
            if one.kind != "article":
                stem = ""
            elif one.number and "." not in one.number:
                stem = number_key(one.number)
        elif stem and isinstance(block, Paragraph) and not block.depth and _short(block):
            below = _numbered(block.text.strip())
            if below and below.kind == "article" and number_key(below.number).startswith((f"{stem}.", f"{stem}-")):
                found[rank] = below
    return found


def _short(block: Paragraph) -> bool:
    words = line_of(block)
    return len(words) <= _LONGEST and not ends_as_sentence(words) and not says(words)
