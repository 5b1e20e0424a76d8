"""The blocks of a signed act → its title, opening, articles and closing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.intake.form import Block, Grid, Paragraph
from clausier.french import read_article
from clausier.french.days import MONTH
from clausier.source.headings import Numbered, number_key, rank_of, read_heading
from clausier.text import Text
from clausier.text.typography import BLANKS

_LONGEST_HEADING = 250
_LONGEST_TITLE = 120
# What a sentence may begin with, where a title names what it is about.
_BEGINS = re.compile(
    r"(?:l[ea]s?|un|une|des|ils?|elles?|ce|cet|cette|ces|chaque|tout|toute|tous|toutes|aux?|à|a|dans|en|pour|après|avant)\b|l[’']|d[’'](?:une?\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:est|sont|sera|seront|modifie|remplace|complète|abroge|supprime)\b", re.IGNORECASE)
# What a sentence that stands behind its number may say besides: « Article 4 : Le présent avenant entre en vigueur le … ».
_SAYS_OTHERWISE = re.compile(
    r"\b(?:entr(?:e|ent|era|eront) en vigueur|pren(?:d|nent|dra|dront) effet|devien(?:t|nent|dra|dront)|demeur(?:e|ent|era|eront)"
    r"|rest(?:e|ent|era|eront)|s['’]appliqu(?:e|ent|era|eront)|convien(?:t|nent)|a(?!\.\d)|ont|peut|peuvent|doit|doivent)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"(?:de\s|d[’'])\w+er\b", re.IGNORECASE)  # « Article 4 : d’autoriser le président à … »
_CLOSING = re.compile(r"(?:dont acte,?\s+)?(?:fait|établi|signé)\b[^.]{0,80}?(?:\bà\b|\ble\b|\ben\b)", re.IGNORECASE)
_MADE_AT = re.compile(r"(?:Fait|FAIT|Signé)\s+[àÀa]\s+[A-ZÀ-Ý].*\ble\s+\d", re.DOTALL)
# « À Dole, le 12 mars 2024 », or « Dole, le … », and nothing else, where no line says « Fait à ».
_PLACE = re.compile(
    r"(?:[ÀàAa]\s+[A-ZÀ-Ý][\w’' -]{1,50},?|(?!(?:Pour|Vu|Lu|Reçu|Publié|Affiché|Transmis|Notifié|L[ea]s?)\b)[A-ZÀ-Ý][\w’' -]{1,50},)"
    rf"\s+le\s+(?:\d{{1,2}}(?:\s?er)?\s+(?:{MONTH})\s+\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}|[\s._…]*)\.?\s*\Z"
)
_WHOSE_HEADING = "ce titre est-il celui d’un article de l’avenant, ou dans la citation ?"
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)*(?:er)?(?:[ \u00a0](?:bis|ter|quater|quinquies)\b)?(?!\w)")
_WORD = re.compile(r"(?:article|art\.|annexe)\b", re.IGNORECASE)


class Article(Struct, frozen=True, kw_only=True):
    """One article of the act: its heading as written, and what follows up to the next."""

    heading: str
    blocks: tuple[Block, ...]


class Signed(Struct, frozen=True, kw_only=True):
    """An act taken apart; `doubts` are sentences that make its plan uncertain, each with the reason."""

    title: str
    opening: tuple[Block, ...]
    articles: tuple[Article, ...]
    closing: tuple[Block, ...]
    doubts: tuple[tuple[str, str], ...] = ()


def parts_of(blocks: tuple[Block, ...]) -> Signed:
    """The act taken apart by its headings: « ARTICLE 3 : … », or a numbered line in the style of a heading."""
    opening: list[Block] = []
    articles: list[Article] = []
    doubts: list[tuple[str, str]] = []
    depth = 0
    blocks = _titled(blocks)
    bare = {} if any(isinstance(b, Paragraph) and _heading(b) for b in blocks) else _bare_headings(blocks)
    for index, block in enumerate(blocks):
        heading = bare.get(index) or _heading(block) if isinstance(block, Paragraph) else None
        next_one = heading is not None and bool(articles) and number_key(heading.number) in _next(articles[-1])
        announced = _announced(articles, heading) if heading and not depth else False
        if announced and heading and (not next_one or _again(blocks[index + 1 :], heading)):
            pass  # the heading of the new text, which no guillemets enclose
        elif isinstance(block, Paragraph) and heading and (next_one or not articles or not _orders_of(block, heading)):
            if announced:
                doubts.append((block.text, _WHOSE_HEADING))
            if depth and _closes(blocks[index:], depth):
                if next_one:
                    doubts.append((block.text, _WHOSE_HEADING))
            else:
                if block.doubt:
                    doubts.append((block.text, block.doubt))
                first, rest = _split(block, heading)
                articles.append(Article(heading=first, blocks=rest))
                depth = max(0, _balance(first, 0))
                for more in rest:
                    depth = _after(more, depth)
                continue
        depth = _after(block, depth)
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
    if not articles:
        kept, closing = closing_of(tuple(opening))
        opening = list(kept)
    return Signed(
        title=_title(opening), opening=tuple(opening), articles=tuple(articles), closing=closing, doubts=tuple(doubts)
    )


def _announced(articles: list[Article], heading: Numbered) -> bool:
    """Whether the last article waits for a new text whose article the heading may be: « … par un article 4 ainsi rédigé : »."""
    blocks = articles[-1].blocks if articles else ()
    lines = [b.text.rstrip(BLANKS) if isinstance(b, Paragraph) else "" for b in blocks]
    waits = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].endswith(":") and "rticle" in lines[n]), None)
    if heading.kind != "article" or waits is None:
        return False
    below = [isinstance(b, Paragraph) and _heading(b) for b in blocks[waits + 1 :]]
    taken = {number_key(one.number) for one in below if one}
    numbers = {number_key(n) for n in _NUMBER.findall(lines[waits])}
    return number_key(heading.number) in numbers - taken and all(below[:1])


def _again(blocks: tuple[Block, ...], heading: Numbered) -> bool:
    """Whether another heading below has that number."""
    others = (_heading(block) for block in blocks if isinstance(block, Paragraph))
    return any(one and number_key(one.number) == number_key(heading.number) for one in others)


def _bare_headings(blocks: tuple[Block, ...]) -> dict[int, Numbered]:
    """The lines that head articles by a number alone: « 1. Objet », « 2. Durée », or « I – Objet », « II – Durée ».

    They run on from the first, two or more, each is a title for certain, and a text stands below each.
    """
    for figures in (True, False):
        found: dict[int, Numbered] = {}
        depth = 0
        for index, block in enumerate(blocks):
            one = read_heading(Text(block.text.strip())) if isinstance(block, Paragraph) and not depth else None
            depth = _after(block, depth)
            if (
                one is None
                or one.kind != "article"
                or one.number.isdigit() is not figures
                or not one.separator.strip(BLANKS)
            ):
                continue
            title = isinstance(block, Paragraph) and _is_title(replace(block, text=one.heading.chars), beside=True)
            if title and rank_of(one.number) == len(found) + 1 and index - 1 not in found and blocks[index + 1 :]:
                found[index] = one
        if len(found) > 1:
            return found
    return {}


def annex_of(article: Article) -> Numbered | None:
    """The heading of an article that is an annex joined to the act; None of another."""
    found = read_heading(Text(article.heading))
    return found if found is not None and found.kind == "annex" else None


def _titled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, a number and the title below it on one line: « Article 2 », « Modification de l'article 8 »."""
    made: list[Block] = []
    for index, block in enumerate(blocks):
        above = made[-1] if made else None
        alone = isinstance(above, Paragraph) and (one := _heading(above)) is not None and not one.heading.chars
        if (
            alone
            and isinstance(above, Paragraph)
            and isinstance(block, Paragraph)
            and _is_title(block)
            and blocks[index + 1 :]
        ):
            made[-1] = replace(above, text=f"{above.text.rstrip(BLANKS)} {block.text.strip()}")
        else:
            made.append(block)
    return tuple(made)


def _is_title(block: Paragraph, *, beside: bool = False) -> bool:
    """Whether a line below the number of an article, or `beside` it, is its title for certain: short, and no sentence.

    It has no verb and no stop, and below a number does not begin as sentences do.
    """
    words = block.text.strip()
    begins = not beside and _BEGINS.match(words)
    if block.label or len(words) > _LONGEST_TITLE or "\n" in words or not words[:1].isupper() or begins:
        return False
    ended = words.endswith((".", ":", ";", ",", "»")) and not (words.endswith("»") and " « " in words)
    return not (ended or _SAYS.search(words) or _SAYS_OTHERWISE.search(words) or _amends(words))


def _heading(block: Paragraph) -> Numbered | None:
    """The heading that a line is; None for a sentence, even one that begins with « Article 3 »."""
    words = block.text.strip()
    if block.label or words.startswith("«") or len(words) > _LONGEST_HEADING or "\n" in words:
        return None
    found = read_heading(Text(words))
    if found is None or not found.number:
        return None
    if block.level:
        return found if found.kind in {"article", "annex"} else None
    if not _WORD.match(words):
        return None
    rest = found.heading.chars
    if found.separator.strip(BLANKS):
        return found
    return found if not rest or (not _SAYS.search(rest) and not words.endswith((".", ":", ";", ","))) else None


def _split(block: Paragraph, heading: Numbered) -> tuple[str, tuple[Block, ...]]:
    """A heading line, and the sentence that some drafters put behind its number on the same line."""
    rest = heading.heading.chars
    ended = rest.rstrip(BLANKS).endswith((".", ":", "»", ";"))
    says = _SAYS.search(rest) or _SAYS_OTHERWISE.search(rest) or _DECIDES.match(rest) or _amends(rest)
    if block.level or not ended or not says:
        return block.text.strip(), ()
    first = f"{heading.prefix}{heading.number}{heading.separator}".rstrip(BLANKS)
    return first, (replace(block, text=rest.strip()),)


def _orders_of(block: Paragraph, heading: Numbered) -> bool:
    """Whether a line with the form of a heading orders a change of the article that it names: « Article 8 : lire … au lieu de … »."""
    orders = () if block.level else tuple(order for said in read_article(block.text) for order in said.orders)
    return bool(orders) and all(
        order.place and [number_key(n) for n in order.place[0].numbers] == [number_key(heading.number)]
        for order in orders
    )


def _amends(words: str) -> bool:
    """Whether words behind the number of an article order a change: « au 1er alinéa, lire « a » au lieu de « b » »."""
    return any(said.verb for said in read_article(words))


def _next(article: Article) -> set[str]:
    found = read_heading(Text(article.heading))
    key = number_key(found.number) if found else ""
    return {str(int(key) + 1)} if key.isdigit() else set()


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (cell for row in block.rows for cell in row)
    else:
        yield block.text


def _balance(chars: str, depth: int) -> int:
    """The depth of guillemets after `chars`; one that closes nothing counts for nothing."""
    for mark in re.findall("[«»]", chars):
        depth = depth + 1 if mark == "«" else max(0, depth - 1)
    return depth


def _after(block: Block, depth: int) -> int:
    for text in _texts(block):
        depth = _balance(text, depth)
    return depth


def _closes(blocks: tuple[Block, ...], depth: int) -> bool:
    for block in blocks:
        for text in _texts(block):
            for mark in re.findall("[«»]", text):
                depth += 1 if mark == "«" else -1
                if depth <= 0:
                    return True
    return False


def closing_of(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands before « Fait à …, le … », and that line with all that follows (signatures)."""
    lines = [b.text if isinstance(b, Paragraph) and not b.label else "" for b in blocks]
    made = [n for n, line in enumerate(lines) if _CLOSING.match(line)]
    # Each may have signed on a day of its own: « Fait à Dole, le 10 … », « Fait à Sens, le 12 … ».
    dated = [n for n in made if _MADE_AT.match(lines[n])][:1]
    placed = [n for n, line in enumerate(lines) if _PLACE.match(line)]
    for index in (*dated, *made[-1:], *placed[-1:]):
        return blocks[:index], blocks[index:]
    return blocks, ()


def _title(opening: list[Block]) -> str:
    lines = [b.text for b in opening if isinstance(b, Paragraph) and b.text.strip()]
    named = next((line for line in lines if re.match(r"(?:projet d[’'])?avenant\b", line, re.IGNORECASE)), None)
    return named or (lines[0] if lines else "Avenant")
