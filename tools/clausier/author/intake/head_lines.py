"""Which lines of a signed act head its articles, and which only begin as if they did."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from clausier.author.intake.form import Block, Paragraph
from clausier.author.intake.guillemets import after
from clausier.french import read_article
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
_NAMES = re.compile(
    r"(?:suppression|retrait|abrogation|remplacement|ajout|insertion|création|modification|substitution|adjonction)s?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:article|art\.|annexe)(?!\w)", re.IGNORECASE)


def head_lines(blocks: tuple[Block, ...]) -> Mapping[int, Numbered]:
    """The lines that may head the articles of an act, by their rank.

    Those that say « Article », or have the style of a heading; bare numbers, where these run on from 1 and « Article 1 » heads
    nothing, or further than the articles do among which they stand. One « Article 7 » alone heads nothing, nor does one
    « Article 1 : … » that orders a change of the first article.
    """
    worded = {n: one for n, block in enumerate(blocks) if isinstance(block, Paragraph) and (one := heading_of(block))}
    articles = {n: rank_of(one.number) for n, one in worded.items() if one.kind == "article"}
    run = 0
    for rank in articles.values():
        run += rank == run + 1
    lone = blocks[min(articles)] if len(articles) == 1 else None
    if isinstance(lone, Paragraph) and orders_of(lone, worded[min(articles)]):
        run = 0
    bare = _bare_headings(blocks)
    among = bare and articles and min(bare) < min(articles) < max(bare)
    if bare and (not run or (among and run < len(bare))):
        return bare | {n: one for n, one in worded.items() if one.kind == "annex" and n > max(bare)}
    runs_on = any(rank + 1 in articles.values() for rank in articles.values())
    return worded if run or runs_on else {n: one for n, one in worded.items() if one.kind == "annex"}


def _bare_headings(blocks: tuple[Block, ...]) -> dict[int, Numbered]:
    """The lines that head articles by a number alone: « 1. Objet », « 2. Durée », or « I – Objet », « II – Durée ».

    They run on from the first, two or more, each is a title for certain, and a text stands below each. Of two such runs the
    one that begins first heads the articles.
    """
    runs: dict[bool, dict[int, Numbered]] = {True: {}, False: {}}
    depth = 0
    for index, block in enumerate(blocks):
        one = read_heading(Text(block.text.strip())) if isinstance(block, Paragraph) and not depth else None
        depth = after(block, depth)
        if one is None or one.kind != "article" or not one.separator.strip(BLANKS) or not isinstance(block, Paragraph):
            continue
        found = runs[one.number.isdigit()]
        title = _is_title(replace(block, text=one.heading.chars), beside=True)
        if title and rank_of(one.number) == len(found) + 1 and index - 1 not in found and blocks[index + 1 :]:
            found[index] = one
    return min((found for found in runs.values() if len(found) > 1), key=min, default={})


def titled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, a number and the title below it on one line: « Article 2 », « Modification de l'article 8 »."""
    made: list[Block] = []
    for index, block in enumerate(blocks):
        above = made[-1] if made else None
        alone = isinstance(above, Paragraph) and (one := heading_of(above)) is not None and not one.heading.chars
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
    return not (ended or says(words))


def heading_of(block: Paragraph) -> Numbered | None:
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


def split(block: Paragraph, heading: Numbered) -> tuple[str, tuple[Block, ...]]:
    """A heading line, and the sentence that some drafters put behind its number on the same line."""
    rest = heading.heading.chars
    ended = rest.rstrip(BLANKS).endswith((".", ":", "»", ";"))
    if block.level or not ended or not says(rest):
        return block.text.strip(), ()
    first = f"{heading.prefix}{heading.number}{heading.separator}".rstrip(BLANKS)
    return first, (replace(block, text=rest.strip()),)


def says(words: str) -> bool:
    """Whether words behind the number of an article are a sentence, and no title: « Suppression de l’article 3 « Bilan » » is one, without a full stop."""
    if _NAMES.match(words) and words.rstrip(BLANKS)[-1:] not in {".", ":", ";"}:
        return False
    return bool(_SAYS.search(words) or _SAYS_OTHERWISE.search(words) or _DECIDES.match(words)) or _amends(words)


def stands_alone(block: Paragraph) -> bool:
    """Whether a line is « Article 7 – Congé » alone, and no sentence: of the act or of the text, nothing tells."""
    one = heading_of(block)
    ended = block.text.rstrip(BLANKS).endswith((".", ":", ";", ",", "»"))
    return one is not None and not ended and not split(block, one)[1]


def orders_of(block: Paragraph, heading: Numbered) -> bool:
    """Whether a line with the form of a heading orders a change of the article that it names: « Article 8 : lire … au lieu de … »."""
    orders = () if block.level else tuple(order for said in read_article(block.text) for order in said.orders)
    return bool(orders) and all(
        order.place
        and [number_key(n) for n in order.place[0].numbers] == [number_key(heading.number)]
        and not any(part.unit == "ARTICLE" for part in order.place[1:])  # « Article 1 : l’article 3 est … »
        for order in orders
    )


def _amends(words: str) -> bool:
    """Whether words behind the number of an article order a change: « au 1er alinéa, lire « a » au lieu de « b » »."""
    return any(said.verb for said in read_article(words))
