"""One amending sentence → what it orders: tokens, without the name of the act and its dates, through the grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.dated import FORCE
from clausier.french.days import day_in
from clausier.french.joining import UNITS, VERBS
from clausier.french.lexicon import ALTERED, FIGURES, MEASURES
from clausier.french.order import Order, Part
from clausier.french.prepare import ON_PLACES, leaves_the_rest, prepared, without_asides
from clausier.french.quotations import cut
from clausier.french.several import announced, behind_a_colon, ordered, place_alone
from clausier.french.tokens import Token, tokens
from clausier.french.whole import ends_or_lasts, order_of_all
from clausier.text.regex import regex

_LONGEST_WORD = 40
LONGEST = 400  # tokens of one sentence: more is no sentence, and is not read


class Reading(Struct, frozen=True):
    """The orders of a sentence, none where it is not understood; the acts that it names, as written.

    `verb` tells that it has an amending verb, `quotes` that it has a quotation, `tells` that it says a change without the words
    of the text (« le délai passe à quinze jours »). `place` is all that is said by a line that
    names the place of the orders below it: « Au premier alinéa : ».
    """

    orders: tuple[Order, ...]
    acts: tuple[str, ...]
    verb: bool
    quotes: bool = False
    place: tuple[Part, ...] = ()
    tells: bool = False

    @property
    def amends(self) -> bool:
        """Whether it may not be passed over in silence."""
        return self.verb or self.quotes or self.tells


@lru_cache(
    maxsize=256
)  # a line is read to see whether it is a heading, or an order with the words below it, then for itself
def read_sentence(sentence: str) -> Reading:
    """What a sentence orders; each quotation stands in it as its number between U+E000 and U+E001."""
    if len(sentence) > LONGEST * _LONGEST_WORD:
        return Reading((), (), verb=True)
    if (whole := order_of_all(sentence)) is not None:
        return Reading((whole,), (), verb=True)
    found = list(tokens(sentence))
    kinds = {t.kind for t in found}
    tells = _tells(found)
    quotes = "QUOTE" in kinds
    raised = quotes and "RAISE" in kinds  # « le prix de 35 € est porté à 39 € », each figure a quotation
    verb = ends_or_lasts(sentence) or bool(kinds & {*VERBS, "BECOME", "READ"}) or raised or _on_a_unit(found, kinds)
    if len(found) > LONGEST:
        return Reading((), (), verb, quotes, tells=tells)
    ready = prepared(found, sentence)
    stream, when = ready.tokens, ready.when
    acts = tuple(act.value for act in ready.acts)
    verb = verb or any(t.kind in {*VERBS, "BECOME", "READ"} or (quotes and t.kind == "INSTEAD") for t in stream)
    if leaves_the_rest(found):
        return Reading((), acts, verb=False)
    if not verb and _says_a_wording(stream) and (orders := announced(stream) or behind_a_colon(stream)):
        return Reading(_dated(orders, when), acts, verb=True, quotes=quotes)
    if not verb and "KEEP" not in kinds:
        return Reading((), acts, verb, quotes, place_alone(stream), tells)
    orders = ordered(stream)
    if not orders and (bare := without_asides(found, sentence)) and (orders := ordered(bare.tokens)):
        acts, when = tuple(act.value for act in bare.acts), bare.when
    return Reading(_dated(orders, when), acts, verb, quotes, tells=tells)


def _says_a_wording(stream: Sequence[Token]) -> bool:
    """Whether a sentence without a verb of change may be « La nouvelle rédaction de l'article 3 est la suivante : »."""
    return any([a.kind, b.kind] in (["NEW", "PROVISIONS"], ["BE", "NEW"]) for a, b in pairwise(stream))


def _dated(orders: tuple[Order, ...], when: str) -> tuple[Order, ...]:
    """The orders with what a clause of time says beside them; none where it says until when, and not the day."""
    since, until, end = when.partition(" jusqu")
    if not until:
        return tuple(replace(order, when=when) for order in orders) if when else orders
    since = since.removesuffix(" et").rstrip(", ")
    last = day_in(end)
    return tuple(replace(order, when=since, until=last.isoformat()) for order in orders) if last else ()


# What says a change, and quotes no words of the text: a figure that goes from one to another, or to a new one (unless it is
# the number of a unit, « est fixé à l'article 5 »); « désormais », of what is changed; a new seat.
_FIGURE = (
    rf"(?:(?!article|annexe|alinea|point)\S+ ){{0,2}}?(?:\d|(?:{'|'.join(FIGURES)})\b|une? (?:{'|'.join(MEASURES)})\b)"
)
_MOVED = (
    "port ramen relev abaiss redui augment diminu major minor allong rallong raccourci prolong prorog report repouss decal avance"
    " etend revaloris recondui"
).split()
_TELLS = regex(
    rf"(?:\b(?:est|sont|sera|seront|soit) (?:\S+ ){{0,2}}?(?:{'|'.join(_MOVED)})\w* (?:, [^,;:]* , |desormais )?"
    r"(?:de|d'|a|au|jusqu' ?au?|pour) "
    rf"|\bpasse(?:nt|ra|ront)? (?:de \S+ (?:\S+ ){{0,3}}?)?a ){_FIGURE}"
    r"|\b(?:toutes?|chaque|les) (?:references?|mentions?) (?:a|aux?|de|du|des) .{1,80}s' ?enten"
    r"|(?<!ant )(?<!plus )\b(?:desormais|dorenavant)\b"
    r"|\b(?:le nouve(?:au|l)|la nouvelle) \w+ (?:\S+ ){0,8}?(?:est|figure|s' ?eleve)\b"
    r"|\b(?:faut|convient de|lieu de) lire\b"
    r"|\bsiege (?:\S+ ){0,6}?(?:est|sera) (?:\S+ )?(?:transfer|fix|deplac|etabli)",
    needs=(*_MOVED, *"passe enten desormais dorenavant lire siege".split(), "le nouve", "la nouvelle"),
)

# What says a change where a unit is named.
_TELLS_OF_A_UNIT = regex(
    rf"\b(?:est|sont|sera|seront|soit) (?:\S+ ){{0,2}}?(?:fix\w* (?:a|au) {_FIGURE}|intervert|permut|caduc|caduque|sans objet|reput\w+ non ecrit|mis fin|remise?s? en vigueur|fusionne|reprise?s? (?:a|au|dans) )"
    r"|\b(?:est precise (?:a|au) |doi\w* se lire|prend une (?:majus|minus)|s' ?ecrit)|\b(?:modifi|adapt|renumerot)\w* en consequence\b|\breprend\w* sa redaction\b|\bdoi\w* etre lu|\bcesse\w* |\A(?:suppression|abrogation|remplacement|insertion|ajout|creation)\b.* [.;]\Z",
    needs=(
        *"fix intervert permut cadu objet reput fin vigueur fusion repris precis doi prend ecrit consequence redaction cesse".split(),
        *"suppression abrogation remplacement insertion ajout creation".split(),
    ),
)


def _tells(found: list[Token]) -> bool:
    """Whether a sentence says a change without the words of the text: « le délai passe à quinze jours »."""
    words = " ".join(t.value for t in found)
    if _TELLS.search(words):
        return True
    return any(t.kind in UNITS or t.value == "annexe" for t in found) and _TELLS_OF_A_UNIT.search(words) is not None


def _on_a_unit(found: list[Token], kinds: set[str]) -> bool:
    """Whether a verb that amends only where a unit is named (« l'article 3 est suspendu », « est porté à ») has one."""
    altered = any(t.kind == "W" and t.value.startswith(ALTERED) and not t.value.endswith(("er", "ant")) for t in found)
    altered = altered or "RAISE" in kinds
    joined = any(
        t.kind == "UNITE" and (t.value.endswith("r") or [n.kind for n in found[i + 1 : i + 3]] == ["A", "CARD"])
        for i, t in enumerate(found)
    )  # « se sont réunis en début d'année » orders nothing
    # « au titre de l'année » names no title
    unit = any(
        (t.kind in UNITS or t.value == "annexe") and not (t.value == "titre" and i and found[i - 1].value == "au")
        for i, t in enumerate(found)
    )
    values = " ".join(t.value for t in found)
    ended = re.search(r"\bn(?:e|')(?: s')? \w+ plus\b", values) is not None  # « n'est plus applicable »
    act = "ACT" in kinds and (bool(kinds & FORCE) or " report" in values)
    brought = {"CHANGES", "BRING"} <= kinds
    return act or (
        unit and (brought or "RENUMBER" in kinds or altered or joined or ended or bool(kinds & (ON_PLACES - {"UNITE"})))
    )


def unknown_words(sentence: str) -> tuple[str, ...]:
    """The words of a sentence, as written, that no rule takes; none where each is known and no rule takes them so."""
    masked = cut(sentence)[0]
    found = list(tokens(masked))
    if len(sentence) > LONGEST * _LONGEST_WORD or len(found) > LONGEST:
        return ()
    ready = (without_asides(found, masked) or prepared(found, masked)).tokens
    places = [n for n, t in enumerate(ready) if t.kind in {"W", "BUT"}]
    runs: list[list[int]] = []
    for n in places:
        if runs and n == runs[-1][-1] + 1 and not masked[ready[n - 1].end : ready[n].start].strip():
            runs[-1].append(n)
        else:
            runs.append([n])
    return tuple(masked[ready[run[0]].start : ready[run[-1]].end] for run in runs)
