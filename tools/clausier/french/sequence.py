"""The sentences of an article, read, by what they say of one another: of which act they are, what one repeals for the next to replace, what is words and no line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from clausier.french.asides import leaves_the_rest_of_it
from clausier.french.context import is_outer
from clausier.french.each_worded import each_worded
from clausier.french.layout import (
    ENUMERATED,
)
from clausier.french.quotations import cut
from clausier.french.said import Said
from clausier.text.regex import regex

_CONVENTION = regex(r"\b(?<!présente )(?<!présent )(?:convention|accord)\b", re.IGNORECASE)
_OF_THE_CONVENTION = regex(
    r"(?:modification|révision)s?\s+(?:de la |de l['’]|à la |à l['’])((?:convention|accord)\b[^«:]*)\Z", re.IGNORECASE
)
_NUMBER = regex(r"Article[ \u00a0]\d+(?:er)?[ \u00a0]?[:–—-]", re.IGNORECASE)
_OWN_NUMBER = regex(rf"{_NUMBER.pattern}[ \u00a0](?:[^«:;.]{{1,60}}[ \u00a0])?l['’]articles?[ \u00a0]\d", re.IGNORECASE)
# What goes on with the sentence before it.
_GOES_ON = regex(
    r",|(?:et|ou|ainsi qu|y compris|sauf|hormis|[àa] l['’]exception|[àa] condition|sous réserve|dans la limite|notamment|mais|sans)\b"
)


def _of_the_act_announced(said: Iterable[Said]) -> Iterator[Said]:
    """The sentences below « L'accord du 3 mai 2015 est modifié comme suit : » with that act, where they name none."""
    announced: tuple[str, ...] = ()
    for one in said:
        announces = not one.orders and len(one.acts) == 1 and one.sentence.rstrip().endswith(":")
        if announces and re.match(
            rf"(?:l['’]|l[ea] )?{re.escape(one.acts[0])} (?:est|sont)\b", one.sentence, re.IGNORECASE
        ):
            announced = one.acts
        elif one.acts:
            announced = ()
        yield replace(one, acts=one.acts or announced)


def _of_what_it_is_annexed_to(said: Iterable[Said], title: str) -> Iterator[Said]:
    """The sentences of an act that amends an annex, those of the convention with its name: « La convention est modifiée comme suit : L'article 3 … ».

    So it may be said by the title of its article: « Modification de la convention ».
    """
    headed = _OF_THE_CONVENTION.match(title)
    announced: tuple[str, ...] = (headed[1],) if headed else ()
    for one in said:
        act = _CONVENTION.search(cut(one.sentence)[0])
        placed = bool(one.acts) or any(o.place and is_outer(o.place[0]) for o in one.orders)
        if one.itself:
            announced = ()
        elif act and not placed and not one.orders and one.sentence.rstrip().endswith(":"):
            announced = (act[0],)
        own = (act[0],) if act and one.orders and not placed and not one.itself else announced
        yield replace(one, acts=one.acts or own)


def _repealed_to_be_replaced(said: Sequence[Said]) -> Iterator[Said]:
    """« L’article 3 est abrogé. Il est remplacé par : » orders one change."""
    for index, one in enumerate(said):
        following = said[index + 1] if index + 1 < len(said) else None
        replaced = following is not None and any(o.again and o.verb == "replace" for o in following.orders)
        if replaced and all(o.verb in {"repeal", "delete", "keep"} for o in one.orders):
            yield replace(one, orders=(), amends=False)
        else:
            yield one


def _in_articles_of_their_own(said: Sequence[Said]) -> Iterator[Said]:
    """« Article 1 – L'article 9 est abrogé. / Article 2 – Le premier alinéa est supprimé. »: numbers of the act, so that the second names no place."""
    numbered = any(_OWN_NUMBER.match(one.sentence) for one in said)
    for one in said:
        yield replace(one, orders=(), amends=True) if numbered and _NUMBER.match(one.sentence) else one


def _made_then_worded(said: Sequence[Said]) -> Iterator[Said]:
    """« Un article 9 bis est inséré après l'article 9. Il est rédigé ainsi : »: the text of the second is that of the first."""
    taken = False
    for one, then in pairwise((*said, None)):
        if one is None or taken:
            taken = False
            continue
        made = one.orders[0].made if len(one.orders) == 1 and not (one.payload or one.after) else ""
        worded = then.orders[0] if then is not None and len(then.orders) == 1 and made else None
        its = worded is not None and (worded.again or [p.numbers for p in worded.place] in ([(made,)], [()], []))
        taken = then is not None and worded is not None and its and worded.verb == "replace" and not worded.words
        yield replace(one, payload=then.payload, after=then.after, uncertain=then.uncertain) if taken and then else one


def _without_the_whole(said: tuple[Said, ...]) -> Iterator[Said]:
    """« L’article 3 est ainsi rédigé : « … » Le reste de l’article est inchangé. » does not say what is replaced."""
    for index, one in enumerate(said):
        behind = (*one.after, *(s.sentence for s in said[index + 1 : index + 2] if not s.orders))
        whole = any(o.verb in {"replace", "modify"} and len(o.place) == 1 for o in one.orders)
        brought = bool(one.payload or any(o.words for o in one.orders))
        if whole and brought and any(map(leaves_the_rest_of_it, behind)):
            yield replace(one, orders=(), amends=True)
        else:
            yield one


def _as_words(said: Said) -> Said:
    """A new text of one line that is words of the text, and no line of it.

    The heading that another one replaces; « , il est ajouté : « et global » » behind words; « est complété comme suit : « , sauf
    accord » ». To complete an article, others that begin without a capital may be either: they are not understood.
    """
    order = said.orders[0] if len(said.orders) == 1 and len(said.payload) == 1 else None
    new = said.payload[0].strip() if order else ""
    if order is None or "\n" in new:
        return said
    verb, unit = order.verb, order.place[-1].unit if order.place else ""
    small = (new[:1].islower() or new[:1] in {",", ";"}) and not ENUMERATED.match(new)
    if verb in {"replace", "modify"} and unit == "HEADING" and not order.words:
        pass
    elif verb == "line_after_words" and small:
        verb = "added_after"
    elif verb == "complete" and small and not order.made and unit not in {"", "LIST", "TABLE", "ANNEX"}:
        if not (_GOES_ON.match(new) or unit in {"ALINEA", "PARAGRAPH", "SENTENCE"}):
            return replace(said, orders=(), amends=True)
        verb = "words_at_end"
    else:
        return said
    words = (*order.words, said.quotations.index(said.payload[0]))
    return replace(said, orders=(replace(order, verb=verb, words=words),), payload=())


def in_sequence(said: Sequence[Said], title: str, *, itself: bool) -> tuple[Said, ...]:
    """The sentences as they stand together under the heading `title` of their article; `itself`: in an act that amends an annex."""
    said = tuple(_made_then_worded(tuple(_in_articles_of_their_own(said))))
    read = each_worded(list(_of_what_it_is_annexed_to(said, title) if itself else _of_the_act_announced(said)))
    return tuple(map(_as_words, _without_the_whole(tuple(_repealed_to_be_replaced(read)))))
