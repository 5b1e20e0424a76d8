"""An article of an amendment as signed → its sentences, each with what it orders and the new text quoted after it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from clausier.french.changed import says_changed
from clausier.french.context import Levels, annex_named, in_annex, in_context, is_outer
from clausier.french.figures import figures_beside, figures_told, with_amounts
from clausier.french.headed import headings_as_typed, with_headings
from clausier.french.in_turn import in_turn
from clausier.french.itself import Itself, as_typed, is_marked, marked
from clausier.french.joining import VERBS
from clausier.french.layout import (
    ENUMERATED,
    LONGEST_LINE,
    ONLY_QUOTED,
    annex_headed,
    article_headed,
    heading_place,
    is_heading,
    lines_read,
)
from clausier.french.order import Order, Part
from clausier.french.phrases import Reading, read_sentence
from clausier.french.prepare import prepared
from clausier.french.quotations import CLOSE, MARK, OPEN, cut
from clausier.french.said import Said
from clausier.french.sequence import in_sequence
from clausier.french.tokens import tokens
from clausier.french.turns import Figure
from clausier.text.regex import regex
from clausier.text.sentences import sentences

_TRAILING = regex(rf":\s*((?:{OPEN}[0-9]+{CLOSE}[\s.;,]*)+)$")
_TEXT_BETWEEN = regex(rf"(.*:\s*{OPEN}[0-9]+{CLOSE})\s+([A-ZÀ-Ý].*)")
# « article V. 1 »: the full stop ends nothing.
_ROMAN = regex(r"\b([IVXL]+)\.[ \u00a0]+(?=\d)")
# « Sont abrogés : », above items that each name a place.
_LEADS = regex(r"(?:sont|est)[ \u00a0](?:abrogé|supprimé)e?s?[ \u00a0]?:\Z", re.IGNORECASE)
_NUMBER_OF_ITS_OWN = regex(r"\A\d+(?:\.\d+)+[.\s–-]+")
_ANNOUNCES = regex(
    r"\bmodifiée?s? (?:comme suit|ainsi qu['’]il suit|de la (?:manière|façon) suivante) ?\.\Z", re.IGNORECASE
)
_OWN_LABEL = regex(r"\s*\d{1,2}(?:[.-]\d{1,2})+\.\s*")
_DOTTED = regex(r"\s*(\d{1,2})[.-](\d{1,2})\.?\s")
_BLANKS = regex(r"[^\S\n]+")


def read_article(text: str, title: str = "", itself: Itself | None = None) -> tuple[Said, ...]:
    """The sentences of `text` (lines, guillemets as typed). Text inside « » is never read as a sentence.

    `title` is the heading of the article: what it names is the place where a sentence names none. `itself` is the text that is
    amended, where it is an annex.
    """
    masked, quotations, own, typed = _without_quotations(text, itself)
    said: list[Said] = []
    context, last = heading_place(title, itself), ()  # type: tuple[Part, ...], tuple[Part, ...]
    of: tuple[str, ...] = ()
    levels, lead, numbered = Levels(annex_headed(title, itself)), "", ""
    # Blanks are as word processors and web pages leave them; what is quoted keeps its own.
    for labelled in (one for one in lines_read(_BLANKS.sub(" ", masked)) if one.strip()):
        line = _ROMAN.sub(r"\1.", ENUMERATED.sub("", labelled.strip()))
        lead = lead if lead and ENUMERATED.match(labelled.strip()) else line if _LEADS.match(line) else ""
        if ONLY_QUOTED.match(line):
            quoted = tuple(quotations[int(n)] for n in MARK.findall(line))
            if said and (not said[-1].after or not said[-1].payload):
                said[-1] = replace(said[-1], payload=(*said[-1].payload, *quoted))
            else:
                said.append(_plain(typed(line), quoted))
            continue
        one_line: list[Said] = []
        verb = tells = False
        inherited = levels.place_for(labelled)
        if inherited is None:
            context, last = (), ()  # the line above names a place that was not understood: none is known below it
        inherited = inherited or ()
        names: tuple[Part, ...] = ()
        of_annex = _annex_above(line, itself)
        if not inherited and (of_annex or is_heading(line)) and not (said and _continues(said[-1])):
            # what stands below is of another article
            context, last = article_headed(labelled.strip()), levels.headed(of_annex)
        # « 2° Il est complété par … » is of what is announced above, not of what 1° names
        before, last = last, inherited or last
        for sentence in _split(line):
            reading = _beside(
                read_sentence(f"{lead.rstrip(' :')} {sentence}" if lead and lead != sentence else sentence),
                typed(sentence),
                (*said, *one_line),
            )
            verb, tells = verb or reading.verb, tells or reading.tells
            orders, figures = _with_figures(
                in_turn(
                    (
                        in_context(
                            in_annex(o, levels.annex, reading.acts),
                            inherited or (_announced_before(one_line) if o.listed else context),
                            () if o.listed else last,
                            before,
                        )
                        for o in reading.orders
                    ),
                    quotations,
                ),
                reading,
                with_amounts(sentence, quotations),
                inherited or context,
                last,
                before,
            )
            if reading.place:
                names = in_context(Order("modify", reading.place), inherited or context, last, before).place
            places = [names, *(o.place for o in reversed(orders)), *(o.place for o in figures)]
            levels.annex = annex_named(reading.place or (orders[-1].place if orders else ()), orders, levels.annex)
            context = next((place[:1] for place in places if place and is_outer(place[0])), context)
            last = next((place for place in places if place), last)
            acts = figures[0].acts if figures else reading.acts
            if reading.orders and not acts and not any(o.place and is_outer(o.place[0]) for o in reading.orders):
                acts = of  # a sentence that names no article goes on with the one that was named, and its act
            of = acts if reading.orders or reading.place else of
            one_line.append(
                Said(
                    sentence=typed(sentence),
                    orders=orders,
                    quotations=quotations,
                    payload=_trailing(sentence, orders, quotations),
                    after=(),
                    acts=acts,
                    amends=reading.amends,
                    verb=reading.verb,
                    tells=reading.tells or any(one.old for one in figures),
                    under=inherited,
                    names=names,
                    figures=figures,
                    itself=bool(own) and is_marked(sentence),
                )
            )
        if (
            said
            and not names
            and (_continues(said[-1]) or said[-1].payload)
            and not any(s.orders or s.payload for s in one_line)
            and not any(_says_where(s.figures, said[-1]) for s in one_line)
            and not ((verb or tells) and said[-1].payload)
            and not _is_next(labelled, numbered, said[-1].after)
        ):
            behind = (*said[-1].after, typed(labelled.strip()))
            said[-1] = replace(said[-1], after=behind, uncertain=said[-1].uncertain or verb)
            levels.opened(labelled, (), ())
            continue
        levels.opened(labelled, one_line[-1].orders if one_line else (), names)
        numbered = labelled
        said.extend(one_line)
    return in_sequence(said, title, itself=itself is not None)


def _without_quotations(
    text: str, itself: Itself | None
) -> tuple[str, tuple[str, ...], tuple[str, ...], Callable[[str], str]]:
    """The words of an act with a number in place of each quotation and a mark in place of each name of the text; both; and what gives words back as typed."""
    cut_out, found = cut(text)
    with_marks, headed = with_headings(cut_out, len(found))
    quotations = (*found, *(one.heading for one in headed))
    masked, own = marked(with_marks, quotations, itself)
    return (
        masked,
        quotations,
        own,
        lambda words: as_typed(headings_as_typed(words, len(found), headed), own, quotations),
    )


def _announced_before(said: Sequence[Said]) -> tuple[Part, ...]:
    """The place of the first sentence of a line, where it only announces the others: « L'article 4 est modifié comme suit. … Il est ajouté un alinéa … »."""
    first = said[0] if said else None
    announces = first is not None and [o.verb for o in first.orders] == ["modify"] and not first.payload
    within = all(o.place[:1] == said[0].orders[0].place[:1] for one in said for o in one.orders) if announces else False
    return first.orders[0].place if first and within and _ANNOUNCES.search(first.sentence) else ()


def _is_next(line: str, before: str, between: Sequence[str]) -> bool:
    """Whether a line is « 3.2. … » of an act of which « 3.1. … » ordered a text that is not closed: it is none of that text."""
    own, then = _DOTTED.match(before), _DOTTED.match(line)
    if own is None or then is None or any(one and one.groups() == own.groups() for one in map(_DOTTED.match, between)):
        return False
    return own[1] == then[1] and int(then[2]) == int(own[2]) + 1


def _annex_above(line: str, itself: Itself | None) -> tuple[Part, ...]:
    """The annex that a heading names for the lines below it: « 2.1 Modification de l'annexe II »."""
    heading = _NUMBER_OF_ITS_OWN.sub("", line)
    return annex_headed(heading, itself) if is_heading(heading) else ()


def _with_figures(
    orders: tuple[Order, ...], reading: Reading, sentence: str, *around: tuple[Part, ...]
) -> tuple[tuple[Order, ...], tuple[Figure, ...]]:
    """The orders of a sentence, those beside the figures that it changes among them, and those figures; all with their places in full."""
    figures = () if orders else figures_told(sentence)
    if not orders and not figures and not reading.quotes:
        figures, beside = figures_beside(sentence)
        orders = tuple(in_context(one, *around) for one in beside)
    placed = (in_context(Order("replace_words", one.place), *around).place for one in figures)
    return orders, tuple(replace(one, place=place) for one, place in zip(figures, placed, strict=True))


def _says_where(figures: Sequence[Figure], before: Said) -> bool:
    """Whether a line behind « est modifié ainsi qu'il suit : » is no new text: it says from what to what goes a figure of a part of the place."""
    orders = before.orders if not before.payload and not before.after else ()
    place = orders[0].place if [o.verb for o in orders] == ["modify"] else ()
    inside = (one.old and one.place[: len(place)] == place != one.place for one in figures)
    return bool(place and figures) and all(inside)


def _beside(reading: Reading, sentence: str, before: Iterable[Said]) -> Reading:
    """The reading of a sentence, which tells a change where it says one in its own words beside an order."""
    behind = not reading.orders and any(one.orders or one.amends for one in before)
    return replace(reading, tells=True) if behind and says_changed(sentence) else reading


def behind_its_text(said: Said) -> Iterator[Said]:
    """What stands behind a new text that is closed, read as sentences of their own: they may be of it, or say something beside it."""
    for line in said.after if said.payload else ():
        yield from read_article(line)


def acts_named(heading: str, itself: Itself | None = None) -> tuple[str, ...]:
    """The acts of which a heading names parts: « Modification de l’article 4 de l’accord du 3 mars 2015 »."""
    words = marked(*cut(heading), itself)[0]
    found = [t for t in tokens(words) if t.kind not in VERBS]
    return tuple(act.value for act in prepared(found, words).acts)


def _plain(sentence: str, payload: tuple[str, ...]) -> Said:
    return Said(sentence=sentence, orders=(), quotations=(), payload=payload, after=(), acts=(), amends=False)


def _continues(said: Said) -> bool:
    """Whether lines without guillemets after the sentence may be the new text that it announces."""
    announced = said.sentence.rstrip().endswith(":") or re.search(
        r"(?:suivante?s?|comme suit|ci-(?:dessous|après))\s*\.$", said.sentence
    )
    return bool(said.orders) and not said.payload and bool(announced or said.after)


def _split(line: str) -> Iterator[str]:
    if len(line) > LONGEST_LINE:
        yield line
        return
    for start, end in sentences(line):
        if not _OWN_LABEL.fullmatch(line, start, end):  # « 3.2. Les parties … »
            yield from _at_its_text(line[start:end])


def _at_its_text(sentence: str) -> tuple[str, ...]:
    """A sentence, or two of which the new text between them hides where the first ends: « … ainsi rédigé : « … » L'article 5 devient … »."""
    found = _TEXT_BETWEEN.fullmatch(sentence)
    apart = found is not None and not read_sentence(sentence).orders
    return (
        found.groups() if found and apart and all(read_sentence(one).orders for one in found.groups()) else (sentence,)
    )


def _trailing(sentence: str, orders: tuple[Order, ...], quotations: Sequence[str]) -> tuple[str, ...]:
    """The quotations at the end of a sentence, after a colon, that no order takes as words."""
    found = _TRAILING.search(sentence)
    if not found:
        return ()
    taken = {n for o in orders for n in o.words} | {p.named for o in orders for p in o.place}
    return tuple(quotations[int(n)] for n in MARK.findall(found[1]) if int(n) not in taken)
