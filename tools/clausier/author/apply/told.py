"""Sentences that are not understood, where the new text itself says which article it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from clausier.author.apply.payloads import NewText, by_article
from clausier.french import Itself, Order, Part, Said, acts_named, heading_place
from clausier.french.itself import without_itself
from clausier.model.provision import Provision
from clausier.refs.lines.section import bare
from clausier.refs.lines.sections import sections
from clausier.source.headings import number_key

_NUMBERED = r"\d+(?:\.\d+)*(?:\s(?:bis|ter|quater|quinquies))?"
# « La numérotation des articles 17 et suivants est décalée d'une unité. »
_SHIFT = re.compile(
    r"\bnumérotation (?:actuelle )?des articles (\d+) et suivants est décalée d['’]une unité", re.IGNORECASE
)


# A heading that says that the article which it names is reworded, no part of it.
_REWORDED = re.compile(
    r"(?:modification|révision|nouvelle rédaction|remplacement|réécriture) de l['’]article\b(?!.*\b(?:alinéa|paragraphe|annexe|tableau|point)s?\b)",
    re.IGNORECASE,
)


def by_its_heading(every: Sequence[Said], heading: str, itself: Itself | None) -> Sequence[Said]:
    """The sentences of an amendment's article that is but a quotation under « Modification de l'article 4 »: it rewords it."""
    place = heading_place(heading, itself)
    if len(every) != 1 or every[0].orders or not every[0].sentence.startswith("«") or not place:
        return every
    if not _REWORDED.match(without_itself(heading, itself)):
        return every
    return (replace(every[0], orders=(Order("modify", place),), acts=acts_named(heading, itself)),)


def by_its_number(said: Said, following: Sequence[Said]) -> Said:
    """A sentence that is not understood, where the new text itself says which article it is.

    « Les articles intitulés … sont remplacés par : « Article 4 … » » : each article quoted takes its new wording. « Article 3 »
    above a quotation, in an amendment's article that orders nothing else, adds an article of that number. « Un nouvel article
    17 rédigé comme suit » takes a number that is borne where a sentence of `following` shifts that article and the next.
    """
    if (said.orders and said.orders[0].verb != "create") or not said.payload:
        return said
    alone = re.fullmatch(rf"\W*(?:Article|Art\.)\s+({_NUMBERED})\s*(?:\(nouveau\))?\W*", said.sentence, re.IGNORECASE)
    if alone:
        return replace(said, orders=(Order("create", made=alone[1]),))
    new = re.search(rf"\bnouvel article ({_NUMBERED})\b[^:]{{0,40}}\b(?:rédigé|libellé)\b[^:]*:\s*$", said.sentence)
    texts = by_article(said.payload)
    if new and len(texts) == 1 and texts[0].number == new[1]:
        shifted = any(
            (m := _SHIFT.search(line)) and m[1] == new[1] for line in (*said.after, *(s.sentence for s in following))
        )
        return replace(said, orders=(Order("create", made=new[1], again=shifted),))
    if said.orders:
        return said
    passive = re.search(
        r"\b(?:est|sont|étant)\b.{0,40}\b(?:remplacé|rédigé|réécrit|modifié)e?s?\b.*:\s*$", said.sentence, re.DOTALL
    )
    start = re.match(
        r"(?:(?:les|des|aux|l['’])\s?(?:dispositions |stipulations )?(?:de l['’]|des )?)?articles?\b|.*\b(?:cet|ledit) article étant\b",
        said.sentence,
        re.IGNORECASE | re.DOTALL,
    )
    parts = re.search(
        r"\b(?:alinéas?|paragraphes?|phrases?|tirets?|sauf|excepté|hormis|exception|réserve|mots|termes)\b",
        said.sentence,
    )
    if passive and start and not parts and "“" not in said.sentence and by_article(said.payload):
        return replace(said, orders=(Order("modify_each"),))
    return said


def shifted_already(said: Said, before: Provision, text: Provision) -> bool:
    """Whether a sentence says that articles are shifted which the amendment has shifted, to make room for the one above it."""
    told = _SHIFT.search(said.sentence)
    old, new = ({p.number: p.id for p in one.walk() if p.number} for one in (before, text))
    return told is not None and told[1] in old and old[told[1]] == new.get(str(int(told[1]) + 1))


def room_made_first(every: Sequence[Said]) -> Sequence[Said]:
    """The sentences, one that takes its number from an article before the one that gives it to a new article.

    « Il est inséré un article 6 … Les articles 6 à 10 deviennent les articles 7 à 11. »
    """
    ordered = list(every)
    for index, (new, then) in enumerate(pairwise(every)):
        made = {o.made for o in new.orders if o.verb in {"create", "insert_after"} and o.made}
        places = [o.place[0] for o in then.orders if o.verb == "renumber" and len(o.place) == 1]
        taken = {n for p in places for n in p.numbers[:1]}
        if len(made) == 1 and made == taken and len(places) == len(then.orders) == 1:
            ordered[index : index + 2] = [then, new]
    return ordered


def by_an_earlier_sentence(said: Said, words: str, text: Provision) -> Said:
    """A quotation that begins as article 3.1 ter, where its article of the amendment said before that it adds that article.

    Above it may stand, by number and heading alone, the article in force that it is to be a part of.
    """
    texts = by_article(said.payload) if not said.orders else ()
    if not texts:
        return said
    *outer, new = texts
    told = rf"\b(?:ajout|insér|cré)\w*\b[^.:;«]{{0,80}}\barticle\s+{re.escape(new.number)}(?![.\w])"
    if not re.search(told, words.replace(said.payload[0], ""), re.IGNORECASE):
        return said
    within = all(new.number.startswith(one.number + ".") and _in_force(one, text) for one in outer)
    if not within or sections((Part("ARTICLE", (new.number,)),), (), text):
        return said
    quoted = "\n".join((f"Article {new.number}", *filter(None, (new.title,)), *new.lines))
    return replace(said, orders=(Order("create", made=new.number),), payload=(quoted,))


def _in_force(told: NewText, text: Provision) -> bool:
    """Whether an article of that number and heading, and no words, is one of the text."""
    heading = told.title or told.lines[0]
    return len(told.lines) <= 1 and any(
        number_key(p.number) == number_key(told.number) and p.heading and bare(p.heading.chars) == bare(heading)
        for p in text.walk()
    )
