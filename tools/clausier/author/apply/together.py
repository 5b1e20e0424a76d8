"""New articles in place of others, of which they need not have all the numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.amend.recast import gone, stretch_of
from clausier.author.apply.lines import Unsure
from clausier.author.apply.payloads import by_article, cut_short
from clausier.author.apply.plain import plain_fragment
from clausier.author.apply.section import is_heading
from clausier.model.operation import Common, Replace
from clausier.model.provision import Fragment, Provision
from clausier.model.target import Target
from clausier.refs import find

_UNIT = re.compile(r"\W*(?:annexe|titre|chapitre|section|partie|préambule)\b", re.IGNORECASE)
REPLACES = re.compile(r"\bremplacée?s?\b|\bremplacent\b")
SEVERAL = re.compile(r"\b(?:articles|annexes)\b", re.IGNORECASE)  # « par les articles 3 et 3 bis »


def together(
    common: Common, targets: tuple[Target, ...], quoted: Sequence[str], text: Provision, sentence: str
) -> Replace:
    """The operation that replaces the targets by the articles that are quoted.

    Raises Unsure where these are not told apart, and where the sentence does not say for certain that an article goes which they
    do not take up: « sont ainsi rédigés » does not, nor « la convention est remplacée » of what is no article.
    """
    told = by_article(quoted)
    if not told or any(cut_short(new.lines) or any(map(_heads_no_article, new.lines)) for new in told):
        raise Unsure("le texte nouveau de chaque article n’est pas distingué")
    made = [plain_fragment(n.lines, heading=f"Article {n.number}" + (f" – {n.title}" if n.title else "")) for n in told]
    payload = Fragment(children=tuple(child for one in made for child in one.children))
    found = [find(target, text) for target in targets]
    places = [place for one in found if isinstance(one, tuple) for place in one]
    stretch = stretch_of(places, payload, text) if len(places) == len(targets) else None
    if stretch is None:
        raise Unsure("le texte nouveau de chaque article n’est pas distingué")
    lost = gone(text, stretch, payload)
    if any(not unit.number[:1].isdigit() for unit in lost) or (lost and not REPLACES.search(sentence)):
        raise Unsure("le texte nouveau ne reprend pas tout ce qu’il remplace")
    return Replace(common=common, targets=targets, payload=payload)


def _heads_no_article(line: str) -> bool:
    """Whether a line of a new article may be the heading of an annex or of a division, which is no part of it."""
    return is_heading(line) and _UNIT.match(line) is not None
