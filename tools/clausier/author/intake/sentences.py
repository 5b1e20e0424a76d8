"""The sentences of an article of an act: as the grammar reads them, the new texts that follow each, what is unsure of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.author.apply.brought import needed_text
from clausier.author.apply.lines import Unsure
from clausier.author.intake.form import Block, Grid, Paragraph
from clausier.author.intake.questions import AS_READ, Choice, Question
from clausier.author.intake.quoting import CLOSING, OPENING, Part, Quoted, words_of
from clausier.author.intake.writing import EVERYTHING, unsure_heading
from clausier.french import Said, read_article
from clausier.french.asides import tells_no_change
from clausier.french.comparison import compared
from clausier.model.provision import Provision
from clausier.refs.lines.likeness import likeness
from clausier.refs.lines.ranked import typed_numbers
from clausier.refs.lines.section import lines_of
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key
from clausier.text.regex import regex
from clausier.text.typography import BLANKS, ENCLOSING

_DOTTED = regex(r"(\d+(?:\.\d+)*)\.\d+\b")
_ALIKE = 0.6  # of their words, where one line rewords another
_LEFT_OUT = regex(r"[\[(]\s?(?:…|\.\.\.)\s?[\])]")


def as_read(parts: Iterable[Part]) -> str:
    """The article as the grammar reads it: a quotation whole, between its two guillemets."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Quoted):
            inner = "\n".join(words_of(b) for b in part.blocks).strip()
            lines.append(_between_guillemets(inner))
        else:
            told = [*filter(None, compared(part.rows))] if isinstance(part, Grid) else []
            lines.extend(told or [words_of(part)])
    return "\n".join(lines)


def _between_guillemets(words: str) -> str:
    """A quotation between two guillemets, whatever signs open and close it; those that are not there are added."""
    closing = ENCLOSING.get(words[:1], "»")
    inner = words[1:] if words[:1] in ENCLOSING else f" {words}"
    closed = re.search(rf"{closing}(?=[\s.;,]*\Z)", inner)
    return f"«{inner[: closed.start()]}»{inner[closed.end() :]}" if closed else f"«{inner} »"


def taken_by(said: tuple[Said, ...], quotations: list[Quoted]) -> list[tuple[int, ...]]:
    """For each sentence, the ranks of the quotations that it announces, told by their letters."""
    keys = [_letters("\n".join(words_of(b) for b in q.blocks)) for q in quotations]
    free = list(range(len(keys)))
    found: list[tuple[int, ...]] = []
    for one in said:
        ranks: list[int] = []
        for words in one.payload:
            rank = next((r for r in free if keys[r] == _letters(words)), None)
            if rank is not None:
                free.remove(rank)
                ranks.append(rank)
        found.append(tuple(ranks))
    return found


def with_words_plain(parts: tuple[Part, ...], said: tuple[Said, ...]) -> tuple[Part, ...]:
    """The parts, of which those quotations are plain lines that an order takes as words: « …, sont ajoutés les mots suivants : »."""
    orders = [(one, order) for one in said for order in one.orders]
    words = {
        _letters(one.quotations[n])
        for one, order in orders
        for n in order.words
        if "\n" not in one.quotations[n].strip()
    }
    brought = {_letters(new) for one in said for new in one.payload}
    made: list[Part] = []
    for part in parts:
        alone = isinstance(part, Quoted) and len(part.blocks) == 1 and isinstance(part.blocks[0], Paragraph)
        key = _letters(words_of(part.blocks[0])) if isinstance(part, Quoted) and alone else ""
        made.extend(part.blocks if isinstance(part, Quoted) and key and key in words - brought else (part,))
    return tuple(made)


def with_new_texts(parts: tuple[Part, ...], said: tuple[Said, ...], before: Provision) -> tuple[Part, ...]:
    """The parts, of which those lines are a new text, as if quoted, that a sentence announces without guillemets.

    Only what is certainly all of it, and only it: one line, a table, items of a list, or these under the line that introduces them;
    or several, of which the last rewords a line of what the sentence rewords in the text `before` the act.
    """
    made = list(parts)
    for one in said:
        if (
            one.payload
            or one.uncertain
            or not one.after
            or len(one.orders) != 1
            or not one.sentence.rstrip().endswith(":")
        ):
            continue
        start = next((n for n, part in enumerate(made) if _ends_with(part, one.sentence)), None)
        if start is None:
            continue
        wanted, end = _letters("".join(one.after)), start + 1
        while end < len(made) and len(_letters(_of(made[start + 1 : end]))) < len(wanted):
            end += 1
        blocks = tuple(part for part in made[start + 1 : end] if not isinstance(part, Quoted))
        if len(blocks) != end - start - 1 or _letters(_of(blocks)) != wanted:
            continue
        if not _is_one_text(blocks):
            blocks = _reworded(blocks, one, before)
            if not blocks:
                continue
            end = start + 1 + len(blocks)
        try:
            needed_text(one.orders[0], replace(one, after=tuple(map(words_of, blocks))))
        except Unsure:
            continue
        made[start + 1 : end] = [Quoted(blocks=_as_rows(blocks))]
    return tuple(made)


def _as_rows(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lines of cells that tabs set apart, as the rows of a table; any other blocks as they are."""
    rows = [tuple(b.text.split("\t")) for b in blocks if isinstance(b, Paragraph) and "\t" in b.text]
    return (Grid(rows=tuple(rows)),) if len(rows) == len(blocks) else blocks


def _ends_with(part: Part, sentence: str) -> bool:
    return isinstance(part, Paragraph) and _letters(part.text).endswith(_letters(sentence))


def _of(parts: Iterable[Part]) -> str:
    return "".join(words_of(part) for part in parts if not isinstance(part, Quoted))


def _is_one_text(blocks: tuple[Block, ...]) -> bool:
    """Whether lines hold together: one, a table, or items; or these under the line that introduces them."""
    first, *rest = blocks
    introduced = isinstance(first, Paragraph) and first.text.rstrip().endswith(":")
    below = rest if introduced else list(blocks)
    return len(blocks) == 1 or all(isinstance(b, Grid) or b.label for b in below)


def _reworded(blocks: tuple[Block, ...], said: Said, before: Provision) -> tuple[Block, ...]:
    """The lines up to the last that rewords one of what is replaced, or has a number of it, the rest changing nothing; none where it does."""
    order = said.orders[0]
    found = sections(order.place, said.quotations, before) if order.verb in {"replace", "modify"} else []
    old = lines_of(found[0].article)[found[0].start : found[0].end] if len(found) == 1 else []
    new = [words_of(block) for block in blocks]
    own = re.compile(rf"{re.escape(root_of(said))}\.\d+\b")
    numbered = [bool(own.match(line)) for line in new]
    last = max(
        (n for n, line in enumerate(new) if numbered[n] or any(likeness(line, one) >= _ALIKE for one in old)),
        default=-1,
    )
    return blocks[: last + 1] if found and all(map(_changes_nothing, new[last + 1 :])) else ()


def _changes_nothing(line: str) -> bool:
    """Whether a line of an act says what it is for, since when, or what stays as it is."""
    orders = [order.verb for one in read_article(line) for order in one.orders]
    return tells_no_change(line) or (bool(orders) and set(orders) == {"keep"})


def _letters(words: str) -> str:
    return re.sub(rf"[\s{OPENING}{CLOSING}.;,]+", "", words)


def root_of(said: Said) -> str:
    """The number of the article that a sentence is about, `*` for the whole convention; "" where there is none."""
    for order in said.orders:
        if order.verb == "replace" and order.everywhere:
            return EVERYTHING
        if order.made and order.verb in {"create", "insert_after", "insert_before"} and "," not in order.made:
            return order.made
        if order.place and order.place[0].unit == "ARTICLE" and order.place[0].numbers:
            return order.place[0].numbers[-1].strip(" .")
    # Of a sentence that is asked about too: whoever answers finds its headings told from its alinéas.
    named = re.search(r"\barticle\s+(\d+(?:\.\d+)*)", said.sentence, re.IGNORECASE)
    return named[1] if named else ""


def first_line(quotation: Quoted) -> str:
    """The words with which a new text begins."""
    return words_of(quotation.blocks[0])


def doubts_of(
    parts: tuple[Part, ...], quotations: list[Quoted], roots: dict[int, str], before: Provision
) -> Iterator[Question]:
    """What is not certain of the lines and of the extent of the new texts, `before` being the text in force."""
    units = {number_key(p.number) for p in before.walk() if p.number}
    adjacent = {id(b) for a, b in pairwise(parts) if isinstance(a, Quoted) and isinstance(b, Quoted)}
    for rank, quotation in enumerate(quotations):
        if quotation.doubt:
            yield Question(sentence=first_line(quotation), why=quotation.doubt)
        if id(quotation) in adjacent:
            yield Question(
                sentence=first_line(quotation), why="deux citations se suivent : un texte nouveau, ou deux ?"
            )
        for block in quotation.blocks:
            if _LEFT_OUT.search(words_of(block)):
                why = "le texte nouveau laisse une partie de côté : écrire les mots qui restent, d’après le texte en vigueur"
                yield Question(sentence=words_of(block), why=why, choices=(AS_READ,))
            elif block.doubt:
                yield Question(sentence=words_of(block), why=block.doubt, choices=(AS_READ,))
            elif unsure_heading(block, roots.get(rank, ""), units) and not _is_numbered_so(words_of(block), before):
                yield Question(
                    sentence=words_of(block),
                    why="ligne numérotée : un intitulé, ou un alinéa ?",
                    readings=("un intitulé : la faire précéder de ###", "un alinéa : la laisser telle quelle"),
                    choices=(Choice(words="un alinéa : la laisser telle quelle"),),
                )
    for part in parts:
        if not isinstance(part, Quoted) and part.doubt:
            yield Question(sentence=words_of(part), why=part.doubt, choices=(AS_READ,))


def _is_numbered_so(line: str, text: Provision) -> bool:
    """Whether alinéas of an article begin as a new line does: « 5.1. Les frais sont partagés », for « 5.2. Le siège est payé »."""
    number = _DOTTED.match(line.lstrip(OPENING + BLANKS))
    return number is not None and any(typed_numbers(number[1], text))


def concerns(doubt: Question, said: Said, ranks: tuple[int, ...], quotations: list[Quoted]) -> bool:
    """Whether what is unsure is of a sentence that orders something, or of a new text that follows it."""
    lines = {words_of(b) for r in ranks for b in quotations[r].blocks}
    return doubt.sentence in lines or (bool(said.orders) and said.sentence in doubt.sentence)
