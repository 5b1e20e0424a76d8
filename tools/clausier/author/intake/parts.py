"""The blocks of a signed act → its title, opening, articles and closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.intake.form import Block, Paragraph
from clausier.author.intake.guillemets import after, balance, closes
from clausier.author.intake.head_lines import head_lines, heading_of, orders_of, says, split, stands_alone, titled
from clausier.french.days import MONTH
from clausier.source.headings import Numbered, number_key, rank_of, read_heading
from clausier.text import Text
from clausier.text.typography import BLANKS

_CLOSING = re.compile(r"(?:dont acte,?\s+)?(?:fait|établi|signé)\b[^.]{0,80}?(?:\bà\b|\ble\b|\ben\b)", re.IGNORECASE)
_MADE_AT = re.compile(r"(?:Fait|FAIT|Signé)\s+[àÀa]\s+[A-ZÀ-Ý].*\ble\s+\d", re.DOTALL)
# « À Dole, le 12 mars 2024 », or « Dole, le … », and nothing else, where no line says « Fait à ».
_PLACE = re.compile(
    r"(?:[ÀàAa]\s+[A-ZÀ-Ý][\w’' -]{1,50},?|(?!(?:Pour|Vu|Lu|Reçu|Publié|Affiché|Transmis|Notifié|L[ea]s?)\b)[A-ZÀ-Ý][\w’' -]{1,50},)"
    rf"\s+le\s+(?:\d{{1,2}}(?:\s?er)?\s+(?:{MONTH})\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|[\s._…]*)\.?\s*\Z"
)
# Above the names, where no line says when or where it was done; the closing mark of a new text that has that line comes behind it.
_SIGNATURES = re.compile(r"(?:les\s+)?(?:signatures?(?:\s+des\s+parties)?|signataires)\s*[.:]?\s*\Z", re.IGNORECASE)
_WHOSE_HEADING = "ce titre est-il celui d’un article de l’avenant, ou dans la citation ?"
_ACT_OR_TEXT = "ce titre est-il celui d’un article de l’avenant, ou du texte qu’il modifie ?"
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)*(?:er)?(?:[ \u00a0](?:bis|ter|quater|quinquies)\b)?(?!\w)")


class Article(Struct, frozen=True, kw_only=True):
    """One article of the act: its heading as written, and what follows up to the next.

    `under` is the heading of one that has no words but those of its parts, told with the first of these.
    """

    heading: str
    blocks: tuple[Block, ...]
    under: str = ""


class Signed(Struct, frozen=True, kw_only=True):
    """An act taken apart; `doubts` are sentences that make its plan uncertain, each with the reason.

    `unled`: the opening may hold articles, since no heading bears the first number.
    """

    title: str
    opening: tuple[Block, ...]
    articles: tuple[Article, ...]
    closing: tuple[Block, ...]
    unled: bool
    doubts: tuple[tuple[str, str], ...] = ()


def parts_of(blocks: tuple[Block, ...]) -> Signed:
    """The act taken apart by its headings: « ARTICLE 3 : … », or a numbered line in the style of a heading."""
    opening: list[Block] = []
    articles: list[Article] = []
    doubts: list[tuple[str, str]] = []
    depth = 0
    blocks = titled(blocks)
    heads = head_lines(blocks)
    for index, block in enumerate(blocks):
        line = block if isinstance(block, Paragraph) else None
        heading = heads.get(index)
        next_one = heading is not None and bool(articles) and number_key(heading.number) in _next(articles[-1])
        announced = _announced(articles, heading) if heading and not depth else False
        below = [one for rank, one in heads.items() if rank > index]
        if heading is None:
            if line and not depth and stands_alone(line):
                doubts.append((line.text, _ACT_OR_TEXT))
        elif announced and (not next_one or _again(blocks[index + 1 :], heading)):
            pass  # the heading of the new text, which no guillemets enclose
        elif articles and not depth and _of_the_text(articles[-1], heading, below):
            if line and stands_alone(line):
                doubts.append((line.text, _ACT_OR_TEXT))
        elif line and (not articles or (next_one and "." not in heading.number) or not orders_of(line, heading)):
            if announced:
                doubts.append((line.text, _WHOSE_HEADING))
            if depth and closes(blocks[index:], depth):
                if next_one:
                    doubts.append((line.text, _WHOSE_HEADING))
            else:
                if line.doubt:
                    doubts.append((line.text, line.doubt))
                first, rest = split(line, heading)
                articles.append(Article(heading=first, blocks=rest))
                depth = max(0, balance(first, 0))
                for more in rest:
                    depth = after(more, depth)
                continue
        depth = after(block, depth)
        if articles:
            articles[-1] = replace(articles[-1], blocks=(*articles[-1].blocks, block))
        else:
            opening.append(block)
    closing: tuple[Block, ...] = ()
    # Annexes are joined behind the signatures, or before them.
    last = next((n for n in range(len(articles) - 1, -1, -1) if annex_of(articles[n]) is None), len(articles) - 1)
    for n in dict.fromkeys((last, len(articles) - 1)) if articles else ():
        if not closing:
            kept, closing = closing_of(articles[n].blocks)
            articles[n] = replace(articles[n], blocks=kept)
    if not closing and all(map(annex_of, articles)):
        kept, closing = closing_of(tuple(opening))
        opening = list(kept)
    return Signed(
        title=_title(opening),
        opening=tuple(opening),
        articles=tuple(_under_their_headings([_with_words(one) for one in articles])),
        closing=closing,
        unled=not any(one.kind == "article" and rank_of(one.number) == 1 for one in heads.values()),
        doubts=tuple(doubts),
    )


def _with_words(article: Article) -> Article:
    """The article, what stands behind its number its text where it has no other."""
    found = read_heading(Text(article.heading))
    if article.blocks or found is None or found.kind != "article" or not found.number or not says(found.heading.chars):
        return article
    first = f"{found.prefix}{found.number}{found.separator}".rstrip(BLANKS)
    return Article(heading=first, blocks=(Paragraph(text=found.heading.chars, place=""),))


def _announced(articles: list[Article], heading: Numbered) -> bool:
    """Whether the last article waits for a new text whose article the heading may be: « … par un article 4 ainsi rédigé : »."""
    blocks = articles[-1].blocks if articles else ()
    lines = [b.text.rstrip(BLANKS) if isinstance(b, Paragraph) else "" for b in blocks]
    waits = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].endswith(":") and "rticle" in lines[n]), None)
    if heading.kind != "article" or waits is None:
        return False
    below = [isinstance(b, Paragraph) and heading_of(b) for b in blocks[waits + 1 :]]
    taken = {number_key(one.number) for one in below if one}
    numbers = {number_key(n) for n in _NUMBER.findall(lines[waits])}
    return number_key(heading.number) in numbers - taken and all(below[:1])


def _of_the_text(above: Article, heading: Numbered, below: list[Numbered]) -> bool:
    """Whether a heading is that of an article of the text, inside one of the act: that which is next for the act stands `below`.

    Or it would leave the one above without a word. « Article 1 », « Article 2 » below may be those of an annex.
    """
    key = number_key(heading.number)
    if key in _next(above):
        return not above.blocks and any(number_key(one.number) == key for one in below)
    awaited = any(number_key(one.number) in _next(above) for one in (below[:1] if heading.kind == "annex" else below))
    again = rank_of(heading.number) == 1 and any(rank_of(one.number) == 2 for one in below[:1])
    between = key.startswith(tuple(f"{rank_of(number) - 1} " for number in _next(above) if number.isdigit()))
    return not above.blocks or (awaited and not again and not between)


def _again(blocks: tuple[Block, ...], heading: Numbered) -> bool:
    """Whether another heading below has that number."""
    others = (heading_of(block) for block in blocks if isinstance(block, Paragraph))
    return any(one and number_key(one.number) == number_key(heading.number) for one in others)


def annex_of(article: Article) -> Numbered | None:
    """The heading of an article that is an annex joined to the act; None of another."""
    found = read_heading(Text(article.heading))
    return found if found is not None and found.kind == "annex" else None


def _next(article: Article) -> set[str]:
    """The numbers that the article behind may have: behind 1, 2 and its own 1.1; behind 1.1, 1.2 and 2 too."""
    found = read_heading(Text(article.heading))
    parts = number_key(found.number).split(".") if found else []
    if not parts or not all(part.isdigit() for part in parts):
        return set()
    after = {".".join((*parts[:n], str(int(parts[n]) + 1))) for n in range(len(parts))}
    return after | {".".join((*parts, "1"))}


def _under_their_headings(articles: list[Article]) -> Iterator[Article]:
    """The articles, one that has no words and is the heading of the next, « Article 1 », « Article 1.1 », told with that one."""
    above = ""
    for article, following in zip_longest(articles, articles[1:]):
        found, inner = (one and read_heading(Text(one.heading)) for one in (article, following))
        heads = found and inner and number_key(inner.number) == f"{number_key(found.number)}.1"
        if heads and not article.blocks and not above:
            above = article.heading
        else:
            yield replace(article, under=above)
            above = ""


def closing_of(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands before « Fait à …, le … » or « Signatures », and that line with all that follows."""
    lines = [b.text if isinstance(b, Paragraph) and not b.label else "" for b in blocks]
    made = [n for n, line in enumerate(lines) if _CLOSING.match(line)]
    # Each may have signed on a day of its own: « Fait à Dole, le 10 … », « Fait à Sens, le 12 … ».
    dated = [n for n in made if _MADE_AT.match(lines[n])][:1]
    placed = [n for n, line in enumerate(lines) if _PLACE.match(line)]
    headed = [
        n for n, line in enumerate(lines) if _SIGNATURES.match(line) and not any("»" in text for text in lines[n:])
    ]
    for index in (*dated, *made[-1:], *placed[-1:], *headed[:1]):
        return blocks[:index], blocks[index:]
    return blocks, ()


def _title(opening: list[Block]) -> str:
    lines = [b.text for b in opening if isinstance(b, Paragraph) and b.text.strip()]
    named = next((line for line in lines if re.match(r"(?:projet d[’'])?avenant\b", line, re.IGNORECASE)), None)
    return named or (lines[0] if lines else "Avenant")
