"""One amending sentence → what it orders: tokens, without the name of the act and its dates, through the grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.context import in_context, is_outer
from clausier.french.dated import FORCE
from clausier.french.days import day_in
from clausier.french.joining import UNITS, VERBS
from clausier.french.lexicon import ALTERED, FIGURES, MEASURES
from clausier.french.order import Order, Part
from clausier.french.prepare import ON_PLACES, leaves_the_rest, prepared, without_asides
from clausier.french.quotations import cut
from clausier.french.ruled import ruled
from clausier.french.tokens import Token, tokens
from clausier.french.whole import ends_or_lasts, order_of_all
from clausier.text.regex import regex

_LONGEST_WORD = 40
_CHANGING = frozenset({*VERBS, "BECOME", "MOVE", "RENUMBER"})
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
    if not verb and _says_a_wording(stream) and (orders := _announced(stream) or _behind_a_colon(stream)):
        return Reading(_dated(orders, when), acts, verb=True, quotes=quotes)
    if not verb and "KEEP" not in kinds:
        return Reading((), acts, verb, quotes, _place_alone(stream), tells)
    orders = _ordered(stream)
    if not orders and (bare := without_asides(found, sentence)) and (orders := _ordered(bare.tokens)):
        acts, when = tuple(act.value for act in bare.acts), bare.when
    return Reading(_dated(orders, when), acts, verb, quotes, tells=tells)


def _ordered(stream: list[Token]) -> tuple[Order, ...]:
    return _announced(stream) or _each(stream) or _behind_a_colon(stream) or _making_room(stream)


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


def _place_alone(stream: list[Token]) -> tuple[Part, ...]:
    """The place of « Au premier alinéa : »: that of « Le premier alinéa est ainsi modifié : »."""
    if len(stream) < 3 or stream[0].kind != "A" or stream[-1].kind != "COLON":
        return ()
    modified = [replace(stream[-1], kind=kind, value="") for kind in ("BE", "THUS", "MODIFY", "COLON")]
    orders = ruled([*stream[1:-1], *modified])
    return orders[0].place if len(orders) == 1 and orders[0].verb == "modify" else ()


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
    r"|\bsiege (?:\S+ ){0,6}?(?:est|sera) (?:\S+ )?(?:transfer|fix|deplac|etabli)"
)
# Of which it has one: few sentences do.
_TOLD_BY = (*_MOVED, *"passe enten desormais dorenavant lire siege".split(), "le nouve", "la nouvelle")

# What says a change where a unit is named.
_TELLS_OF_A_UNIT = regex(
    rf"\b(?:est|sont|sera|seront|soit) (?:\S+ ){{0,2}}?(?:fix\w* (?:a|au) {_FIGURE}|intervert|permut|caduc|caduque|sans objet|reput\w+ non ecrit|mis fin|remise?s? en vigueur|fusionne|reprise?s? (?:a|au|dans) )"
    r"|\b(?:est precise (?:a|au) |doi\w* se lire|prend une (?:majus|minus)|s' ?ecrit)|\b(?:modifi|adapt|renumerot)\w* en consequence\b|\breprend\w* sa redaction\b|\bdoi\w* etre lu|\bcesse\w* |\A(?:suppression|abrogation|remplacement|insertion|ajout|creation)\b.* [.;]\Z"
)


def _tells(found: list[Token]) -> bool:
    """Whether a sentence says a change without the words of the text: « le délai passe à quinze jours »."""
    words = " ".join(t.value for t in found)
    if any(word in words for word in _TOLD_BY) and _TELLS.search(words):
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


def _behind_a_colon(stream: list[Token]) -> tuple[Order, ...]:
    """« À l'article 3 : les mots … », « L'article 3 est ainsi modifié : les mots … »: the orders behind are of the place before."""
    at = next((n for n, token in enumerate(stream[:-1]) if token.kind == "COLON"), 0)
    if not at:
        return ()
    front = [] if stream[0].kind == "A" else [replace(stream[0], kind="A")]
    alone = stream[0].kind == "DET" and _place_alone([*front, *stream[: at + 1]])  # « L'article 5 : remplacer … »
    if alone or stream[0].kind in {"A", *UNITS}:  # « Article 5, premier alinéa : les mots … », « Alinéa 1 : … »
        placed = [*front, *stream[:at], replace(stream[at], kind="COMMA"), *stream[at + 1 :]]
        return _announced(placed) or _each(placed)
    behind = stream[at + 1 :]
    announced, said = ruled(stream[: at + 1]), ruled(behind) or _each(behind) or _each(_without_labels(behind))
    if len(announced) != 1 or announced[0].verb != "modify":
        return ()
    around = announced[0].place
    outer = [order.place[0] for order in said if order.place and is_outer(order.place[0])]
    if outer:  # « L'article 12 est ainsi modifié : au 12.1, … »
        own = all(part.unit == "ARTICLE" and part.numbers[0].startswith(f"{around[0].numbers[0]}.") for part in outer)
        return said if own and len(outer) == len(said) and len(around) == len(around[0].numbers) == 1 else ()
    return tuple(replace(order, place=(*around, *order.place)) for order in said)


def _each(stream: list[Token]) -> tuple[Order, ...]:
    """The orders of clauses between semicolons, where each of them orders: « l'article 3 est abrogé ; l'article 4 devient … »."""
    clauses: list[list[Token]] = [[]]
    for n, token in enumerate(stream):
        out = [t.kind for t in stream[max(0, n - 2) : n + 2]] == ["BE", "DELETE", "COMMA", "DET"]
        if token.kind == "SEMI" or out:  # « la deuxième phrase est supprimée, la troisième devient … »
            clauses.append([])
        elif clauses[-1] or token.kind != "AND":
            clauses[-1].append(token)
    clauses = [clause for clause in clauses if clause]
    said = [*map(ruled, clauses[:-1]), *map(_announced, clauses[-1:])]
    if len(said) > 1 and all(said):
        return _side_by_side(said, fronted=stream[0].kind == "A")
    return _of_two(stream) if len(said) == 1 else ()


def _without_labels(stream: Sequence[Token]) -> list[Token]:
    """« 1° au premier alinéa, … ; 2° la deuxième phrase … » without what numbers its clauses; nothing where it does not."""
    heads = [n for n in range(len(stream) - 1) if not n or stream[n - 1].kind == "SEMI"]
    labels = [stream[n].value.rstrip("°) ") if stream[n].kind == "LABEL" else "" for n in heads]
    counted = labels in ([str(n + 1) for n in range(len(heads))], list("abcdefgh"[: len(heads)]))
    # « 1° au 2° » was read as a range: here the one is before a clause that begins with the other.
    kept = [replace(t, kind="A") if t.kind == "RANGE" and n - 1 in heads else t for n, t in enumerate(stream)]
    begun = all(kept[n + 1].kind in {"A", "DET", "IT", "AFTER", "BEFORE"} for n in heads)
    return [t for n, t in enumerate(kept) if n not in heads] if counted and begun and len(heads) > 1 else []


def _of_two(stream: list[Token]) -> tuple[Order, ...]:
    """The orders of two clauses between « et », each of which names its place: « l'article 3 est abrogé et l'article 4 devient … ».

    « et, au deuxième alinéa, … », « et l'alinéa 3 est abrogé » are of what the first clause names around its own alinéa; « À
    l'article 3, … et il est ajouté une phrase » is of the place of both.
    """
    found: list[tuple[Order, ...]] = []
    comma = next((n for n, t in enumerate(stream) if t.kind == "COMMA"), 0)
    front = _place_alone([*stream[:comma], replace(stream[comma], kind="COLON")])
    for at, token in enumerate(stream):
        if token.kind != "AND" or not {t.kind for t in stream[:at]} & _CHANGING:
            continue
        before = stream[: at - (stream[at - 1].kind == "COMMA")]
        rest = stream[at + 1 + (stream[at + 1 : at + 2] != [] and stream[at + 1].kind == "COMMA") :]
        first = _with_its_text(_announced(before), before)
        second = _announced(rest) or (ruled(_with_its_verb(rest)) if first else ())
        adds = bool(second) and all(not order.place and order.verb.startswith("complete") for order in second)
        around = _of_its_new_heading(first) or front
        if first and adds and (around != front or all(order.place == front for order in first)):
            found.append((*first, *(replace(order, place=around, listed=False, again=False) for order in second)))
        elif (
            first
            and second
            and all(order.place or (order.verb == "create" and order.made) for order in (*first, *second))
        ):
            found.append(_side_by_side((first, second), fronted=before[0].kind == "A"))
    return found[0] if len(found) == 1 else ()


def _of_its_new_heading(orders: tuple[Order, ...]) -> tuple[Part, ...]:
    """The article that an order gives another heading, by which it is no longer named: « est renommé « … » et il y est ajouté … »."""
    place = orders[0].place if [order.verb for order in orders] == ["retitle"] else ()
    return (replace(place[0], named=None),) if len(place) == 1 and place[0].numbers else ()


def _making_room(stream: list[Token]) -> tuple[Order, ...]:
    """« Il est inséré un article 5 rédigé comme suit, l'actuel article 5 devenant l'article 6 : »: the second is done first.

    Nothing where what is made does not take the number that the other leaves.
    """
    stream = [replace(t, kind="BECOME") if t.value == "devenant" else t for t in stream]
    at = next((n for n, t in enumerate(stream) if t.kind == "BECOME"), 0)
    start = next((n for n in range(at - 1, 0, -1) if stream[n].value in {",", "("}), 0)
    end = next((n for n in range(at, len(stream)) if stream[n].value in {":", ",", ".", ")"}), 0)
    if not (start and end) or (stream[at].value != "devenant" and stream[start].value != "("):
        return ()
    shift = ruled(stream[start + 1 : end])
    made = _announced([*stream[:start], *stream[end + (stream[end].kind != "COLON") :]])
    one = shift[0] if len(shift) == len(made) == 1 and shift[0].verb == "renumber" else None
    takes = one is not None and len(one.place) == 1 and one.place[0].numbers == (made[0].made,)
    return (*shift, *made) if takes and made[0].verb in {"create", "insert_after", "insert_before"} else ()


def _with_its_text(orders: tuple[Order, ...], stream: list[Token]) -> tuple[Order, ...]:
    """The order of a clause with the new text that is quoted behind its colon, before another clause."""
    quoted = [t.kind for t in stream[-2:]] == ["COLON", "QUOTE"] and len(orders) == 1
    if quoted and orders[0].verb == "replace" and not orders[0].words:
        return (replace(orders[0], words=(int(stream[-1].value),)),)
    return orders


_TAKEN_OUT = frozenset({"delete", "repeal"})
_ITS_ARTICLE = Part("ARTICLE", ("",))


def _side_by_side(clauses: Sequence[tuple[Order, ...]], *, fronted: bool) -> tuple[Order, ...]:
    """The orders of clauses, each with the place that the one before it names around its own; none where that is not certain.

    « … ; à la deuxième phrase, … » is of what the clause before says its sentence to be of. `fronted` tells that the first
    begins with the place of all: « Au premier alinéa, les mots … et la seconde phrase … ».
    """
    found: list[Order] = []
    for one in (one for orders in clauses for one in orders):
        order, around = one, found[-1].place if found else ()
        if around and around[0].unit == "ANNEX" and order.place and order.place[0].unit == "ARTICLE":
            if not fronted:
                return ()  # « l'article 3 de l'annexe 2 …, l'article 4 … »: of the annex too?
            order = replace(one, place=(around[0], *one.place))
        if not around or not order.place or is_outer(order.place[0]):
            found.append(order)
            continue
        outer = () if is_outer(around[0]) else (_ITS_ARTICLE,)  # it is that of another sentence
        unit = order.place[0].unit
        beside = any(part.unit == unit for part in around)
        if found[-1].verb in _TAKEN_OUT and not beside and not fronted and len(around) > 1:
            around = around[
                :-1
            ]  # « le dernier alinéa … est supprimé et le premier tiret … »: it is in none that is gone
        if not beside and len((*outer, *around)) > 1 and not (fronted and unit == "SENTENCE"):
            return ()
        placed = in_context(order, (*outer, *around), (*outer, *around), ()).place
        found.append(replace(order, place=placed[len(outer) :]))
    return tuple(found)


def _with_its_verb(stream: list[Token]) -> list[Token]:
    """« au deuxième tiret, les mots « a » par les mots « b » », of which the clause before has the verb."""
    at = next((n for n, t in enumerate(stream) if n and t.kind == "BY" and stream[n - 1].kind == "QUOTE"), None)
    if at is None or {t.kind for t in stream} & {*VERBS, "BE"}:
        return []
    verb = (replace(stream[at], kind=kind, value="") for kind in ("BE", "REPLACE"))
    return [*stream[:at], *verb, *stream[at:]]


def _announced(stream: list[Token]) -> tuple[Order, ...]:
    """The orders of a sentence as it is, or of what stands before the new text that is quoted behind its colon."""
    orders = ruled(stream)
    end = len(stream)
    while end and stream[end - 1].kind in {"STOP", "SEMI", "COMMA", "QUOTE"}:
        end -= 1
    quoted = [t for t in stream[end:] if t.kind == "QUOTE"]
    if orders or not quoted or not end or stream[end - 1].kind != "COLON":
        return orders
    orders = ruled(stream[:end])
    headed = len(orders) == len(quoted) == 1 and bool(orders[0].place) and orders[0].place[-1].unit == "HEADING"
    return (replace(orders[0], words=(int(quoted[0].value),)),) if headed else orders


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
