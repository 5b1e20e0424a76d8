"""New articles in place of others, of which they need not have all the numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from clausier.amend.recast import Stretch, kept, stretch_of
from clausier.author.apply.lines import Unsure
from clausier.author.apply.payloads import by_article, cut_short
from clausier.author.apply.plain import plain_fragment
from clausier.french.counted import articles_otherwise
from clausier.model.operation import Common, Replace
from clausier.model.provision import Fragment, Provision
from clausier.model.target import Target
from clausier.refs import find
from clausier.refs.lines.section import is_heading

_UNIT = re.compile(r"\W*(?:annexe|titre|chapitre|section|partie|préambule)\b", re.IGNORECASE)
REPLACES = re.compile(r"\bremplacée?s?\b|\bremplacent\b")
SEVERAL = re.compile(r"\b(?:articles|annexes)\b", re.IGNORECASE)  # « par les articles 3 et 3 bis »


def why_unsure(
    sentence: str, stretch: Stretch, payload: Fragment, text: Provision, keeps: Callable[[Provision], bool]
) -> str:
    """Why it is not certain that the payload takes the place of the stretch by that sentence; "" where nothing tells so.

    « Sont ainsi rédigés » says nothing of an article that the new text does not have; « l’article 3 est remplacé par » announces no
    article 9, « par trois articles » no two. What `keeps` tells of the convention may stay where the whole of it is replaced.
    """
    found = kept(text, stretch, payload)
    lost = found.gone
    if REPLACES.search(sentence):
        lost = tuple(unit for unit in lost if stretch.whole and keeps(unit))
    if lost:
        return f"le texte nouveau n’a pas «\u00a0{lost[0].title()}\u00a0»\u00a0: est-ce supprimé\u00a0?"
    new = found.added if len(stretch.units(text)) == 1 and not SEVERAL.search(sentence) else ()
    if new and not stretch.whole:
        return f"le texte nouveau a de plus «\u00a0{new[0].title().lstrip('« ')}\u00a0»\u00a0: en fait-ce partie\u00a0?"
    numbers = [unit.number for unit in payload.children if unit.kind == "article"]
    return (
        "le texte nouveau n’a pas les articles que la phrase annonce" if articles_otherwise(sentence, numbers) else ""
    )


def together(
    common: Common, targets: tuple[Target, ...], quoted: Sequence[str], text: Provision, sentence: str
) -> Replace:
    """The operation that replaces the targets by the articles that are quoted.

    Raises Unsure where these are not told apart, and where it is not certain that they take the place of all.
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
    if why := why_unsure(
        sentence, stretch, payload, text, lambda unit: unit.kind == "annex" or not unit.number[:1].isdigit()
    ):
        raise Unsure(why)
    return Replace(common=common, targets=targets, payload=payload)


def _heads_no_article(line: str) -> bool:
    """Whether a line of a new article may be the heading of an annex or of a division, which is no part of it."""
    return is_heading(line) and _UNIT.match(line) is not None
