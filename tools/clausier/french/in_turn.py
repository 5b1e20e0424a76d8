"""Changes of one sentence → in a turn in which none is sought where another of them has put it, or at once.

« « 24 mois » est remplacé par « 36 mois » et « 36 mois » par « 48 mois » », « l'article 11 devient l'article 12 et l'article 12 devient
l'article 13 »: what is named is so in the text as it is before the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from clausier.french.order import Order
from clausier.text.words import occurrences

_SEVERAL = 2
_ON_WORDS = frozenset({"replace_words", "delete_words", "added_after", "added_before"})


def in_turn(orders: Iterable[Order], quotations: Sequence[str]) -> tuple[Order, ...]:
    """The orders, those whose words another one brings, or has among its own, before or after it; none where no turn does that."""
    left, done = _numbered_at_once(list(orders)), list[Order]()
    while left:
        first = next((one for one in left if not any(_goes_before(o, one, quotations) for o in left)), None)
        if first is None:
            return ()
        left.remove(first)
        done.append(first)
    return tuple(done)


def _numbered_at_once(orders: list[Order]) -> list[Order]:
    """The orders, those that give articles each other's numbers as one."""
    shifts = [
        o
        for o in orders
        if o.verb == "renumber" and [p.unit for p in o.place] == ["ARTICLE"] and not o.place[0].through
    ]
    numbers = [number for o in shifts for number in o.place[0].numbers]
    made = [number for o in shifts for number in o.made.split(", ")]
    if len(shifts) < _SEVERAL or len(made) != len(numbers) or not {*made} & {*numbers} or len({*made}) < len(made):
        return orders
    first = shifts[0]
    every = replace(first, place=(replace(first.place[0], numbers=tuple(numbers)),), made=", ".join(made))
    return [every if one is first else one for one in orders if one is first or one not in shifts]


def _goes_before(other: Order, one: Order, quotations: Sequence[str]) -> bool:
    """Whether `one` may put the words that `other` seeks, or leave too many of them, so that `other` is done before it."""
    if (
        other is one
        or not (other.words and one.words)
        or not {other.verb, one.verb} <= _ON_WORDS
        or not _meet(other, one)
    ):
        return False
    (sought, *_), (own, *new) = ([quotations[n] for n in o.words] for o in (other, one))
    longer = own != sought and occurrences(sought, own) != ()
    return longer or any(_overlap(sought, words) for words in new)


def _meet(other: Order, one: Order) -> bool:
    """Whether the one place is in the other."""
    length = min(len(other.place), len(one.place))
    return other.place[:length] == one.place[:length]


def _overlap(sought: str, new: str) -> bool:
    """Whether new words have those that are sought, are among them, or may be a part of them with what stands beside."""
    if occurrences(new, sought) or occurrences(sought, new):
        return True
    a, b = sought.split(), new.split()
    return any(a[:n] == b[-n:] or a[-n:] == b[:n] for n in range(1, min(len(a), len(b))))
