"""The words of a sentence → its orders, where it has several: behind a colon, between semicolons, on both sides of « et »."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.context import in_context, is_outer
from clausier.french.joining import UNITS, VERBS
from clausier.french.order import Order, Part
from clausier.french.ruled import ruled
from clausier.french.tokens import Token

_CHANGING = frozenset({*VERBS, "BECOME", "MOVE", "RENUMBER"})
_TAKEN_OUT = frozenset({"delete", "repeal"})
_DASHES = "–—-"
_ITS_ARTICLE = Part("ARTICLE", ("",))


def ordered(stream: list[Token]) -> tuple[Order, ...]:
    """The orders of a sentence: one, or several that its clauses give; none where no rule takes all of it."""
    dashed = [t.kind for t in stream[:3]] == ["ARTICLE", "NUM", "MARK"] and stream[2].value in _DASHES
    if dashed:  # « Article 4 – Le deuxième tiret est supprimé. »
        stream = [*stream[:2], replace(stream[2], kind="COLON"), *stream[3:]]
    return announced(stream) or _each(stream) or behind_a_colon(stream) or _making_room(stream)


def place_alone(stream: list[Token]) -> tuple[Part, ...]:
    """The place of « Au premier alinéa : »: that of « Le premier alinéa est ainsi modifié : »."""
    if len(stream) < 3 or stream[0].kind != "A" or stream[-1].kind != "COLON":
        return ()
    modified = [replace(stream[-1], kind=kind, value="") for kind in ("BE", "THUS", "MODIFY", "COLON")]
    orders = ruled([*stream[1:-1], *modified])
    return orders[0].place if len(orders) == 1 and orders[0].verb == "modify" else ()


def behind_a_colon(stream: list[Token]) -> tuple[Order, ...]:
    """« À l'article 3 : les mots … », « L'article 3 est ainsi modifié : les mots … »: the orders behind are of the place before."""
    at = next((n for n, token in enumerate(stream[:-1]) if token.kind == "COLON"), 0)
    if not at:
        return ()
    front = [] if stream[0].kind == "A" else [replace(stream[0], kind="A")]
    alone = stream[0].kind == "DET" and place_alone([*front, *stream[: at + 1]])  # « L'article 5 : remplacer … »
    if alone or stream[0].kind in {"A", *UNITS}:  # « Article 5, premier alinéa : les mots … », « Alinéa 1 : … »
        placed = [*front, *stream[:at], replace(stream[at], kind="COMMA"), *stream[at + 1 :]]
        if orders := announced(placed) or _each(placed):
            return orders
    behind = stream[at + 1 :]
    led, said = ruled(stream[: at + 1]), ruled(behind) or _each(behind) or _each(_without_labels(behind))
    if len(led) != 1 or led[0].verb != "modify":
        return ()
    around = led[0].place
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
    said = [*map(ruled, clauses[:-1]), *map(announced, clauses[-1:])]
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
    front = place_alone([*stream[:comma], replace(stream[comma], kind="COLON")])
    for at, token in enumerate(stream):
        if token.kind != "AND" or not {t.kind for t in stream[:at]} & _CHANGING:
            continue
        before = stream[: at - (stream[at - 1].kind == "COMMA")]
        rest = stream[at + 1 + (stream[at + 1 : at + 2] != [] and stream[at + 1].kind == "COMMA") :]
        first = _with_its_text(announced(before), before)
        second = announced(rest) or (ruled(_with_its_verb(rest)) if first else ())
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
    made = announced([*stream[:start], *stream[end + (stream[end].kind != "COLON") :]])
    one = shift[0] if len(shift) == len(made) == 1 and shift[0].verb == "renumber" else None
    left = {*one.place[0].numbers} - {*one.made.split(", ")} if one and len(one.place) == 1 else set()
    takes = bool(made) and made[0].made in left
    return (*shift, *made) if takes and made[0].verb in {"create", "insert_after", "insert_before"} else ()


def _with_its_text(orders: tuple[Order, ...], stream: list[Token]) -> tuple[Order, ...]:
    """The order of a clause with the new text that is quoted behind its colon, before another clause."""
    quoted = [t.kind for t in stream[-2:]] == ["COLON", "QUOTE"] and len(orders) == 1
    if quoted and orders[0].verb == "replace" and not orders[0].words:
        return (replace(orders[0], words=(int(stream[-1].value),)),)
    return orders


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


def announced(stream: list[Token]) -> tuple[Order, ...]:
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
