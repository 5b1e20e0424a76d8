"""Numbers as French drafters write them: in digits (`10 000`, `4,5`), in words (`deux cents`), in both (`trois (3)`).

Words are read in the traditional and in the 1990 spelling (`vingt et un`, `vingt-et-un`), and only where they make a number
that French has: `vingt trente` is none. A full stop before three digits (`1.000`) is refused, since it may be a thousand or one.
"""

from __future__ import annotations

import re
from fractions import Fraction

from clausier.text.regex import regex

_UNITS = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"]
_UNITS += ["treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"]
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}


def _below_hundred() -> dict[str, int]:
    names = {name: n for n, name in enumerate(_UNITS)}
    for word, ten in _TENS.items():
        names[word] = ten
        names[f"{word}-et-un"] = ten + 1
        for unit in range(2, 10):
            names[f"{word}-{_UNITS[unit]}"] = ten + unit
    for unit in range(10, 20):
        joined = "et-" if unit == 11 else ""
        names[f"soixante-{joined}{_UNITS[unit]}"] = 60 + unit
    names["quatre-vingts"] = names["quatre-vingt"] = 80
    for unit in range(1, 20):
        names[f"quatre-vingt-{_UNITS[unit]}"] = 80 + unit
    return names


_BELOW_HUNDRED = _below_hundred()
_DIGITS = regex("[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?")
_BOTH = regex(r"(?P<first>.+?) ?\((?P<second>[^()]*)\)")


def number(words: str) -> Fraction | None:
    """The number that `words` (folded) state; None where they state none, or two that differ."""
    if both := _BOTH.fullmatch(words):
        first = _one(both["first"])
        return first if first is not None and first == _one(both["second"]) else None
    return _one(words)


def _one(words: str) -> Fraction | None:
    words = words.strip().lower()
    if not words or not words[0].isdigit():
        value = whole(words)
        return None if value is None else Fraction(value)
    if not _DIGITS.fullmatch(words) or re.fullmatch(r"[0-9]{1,3}\.[0-9]{3}", words):
        return None
    return Fraction(words.replace(" ", "").replace(",", "."))


def whole(words: str) -> int | None:
    """The whole number below a thousand million that `words` (folded, in letters) state; None where they state none."""
    tokens = words.strip().lower().replace("-", " ").replace("une", "un").split(" ")
    rest, total = tokens, 0
    for names, size in ((("million", "millions"), 1_000_000), (("mille",), 1_000)):
        at = next((i for i, token in enumerate(rest) if token in names), None)
        if at is None:
            continue
        head, rest = rest[:at], rest[at + 1 :]
        times = 1 if not head and size == 1_000 else _below_thousand(head)
        if not times or (times == 1 and head and size == 1_000):
            return None
        total += times * size
        if not rest:
            return total
    last = _below_thousand(rest)
    if last is None or (last == 0 and total):
        return None
    return total + last


def _below_thousand(tokens: list[str]) -> int | None:
    at = next((i for i, token in enumerate(tokens) if token in {"cent", "cents"}), None)
    if at is None:
        return _BELOW_HUNDRED.get("-".join(tokens))
    head, rest = "-".join(tokens[:at]), "-".join(tokens[at + 1 :])
    hundreds = 1 if not head else _BELOW_HUNDRED.get(head, 0)
    if not (hundreds == 1 and not head) and not 2 <= hundreds <= 9:
        return None
    if not rest:
        return hundreds * 100
    below = _BELOW_HUNDRED.get(rest)
    return hundreds * 100 + below if below else None
