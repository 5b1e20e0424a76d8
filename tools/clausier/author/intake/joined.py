"""Annexes that a signed act joins, behind its signatures or its articles, and by which it replaces annexes in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from clausier.author.apply.annexes import replaced_by_joined
from clausier.author.intake.form import Grid
from clausier.author.intake.parts import Article, annex_of
from clausier.author.intake.quoting import OPENING, quoted, words_of
from clausier.author.intake.sentences import as_read
from clausier.french import read_article
from clausier.model.provision import Provision
from clausier.refs.lines.articles import division_number
from clausier.text.typography import same


class Joined(Struct, frozen=True):
    """The annex in force whose place one takes, as a target; and the sentence that says so, in another article."""

    target: str
    sentence: str


def joined(articles: Sequence[Article], before: Provision) -> Mapping[int, Joined]:
    """By their rank, those of `articles` that are annexes by which another replaces an annex of `before` for certain.

    It is where one of each has the number told, where their headings are the same, and where neither holds articles.
    """
    annexes = {rank: annex for rank, one in enumerate(articles) if (annex := annex_of(one))}
    if not annexes:
        return {}
    found: dict[int, Joined] = {}
    for one in (a for rank, a in enumerate(articles) if rank not in annexes):
        for said in read_article(as_read(quoted(one.blocks))):
            number = replaced_by_joined(said)
            new = [rank for rank, other in annexes.items() if number is not None and _number(other.number) == number]
            old = [p for p in before.walk() if p.kind == "annex" and number is not None and _number(p.number) == number]
            if len(new) == len(old) == 1 and not old[0].children and _is_plain(articles[new[0]]):
                heading = annexes[new[0]].heading.chars
                if not heading or (old[0].heading and same(heading.casefold(), old[0].heading.chars.casefold())):
                    found[new[0]] = Joined(f"annexe {old[0].number}".strip(), said.sentence)
    return found


def _number(number: str) -> str:
    return division_number(number) if number else ""


def _is_plain(article: Article) -> bool:
    """Whether an annex has lines, none of them a heading or between guillemets that may be its own."""
    lines = [b for b in article.blocks if not isinstance(b, Grid)]
    first = words_of(article.blocks[0]) if article.blocks else ""
    return bool(article.blocks) and not any(b.level for b in lines) and not first.startswith(tuple(OPENING))
