"""What is added to a list, told by whatever noun its items go by: « sont ajoutées les missions suivantes »."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.joining import VERBS
from clausier.french.tokens import Token

_BEFORE = frozenset({"DET", "CARD", "NEW"})
_WITHIN = frozenset({"W", "OF", "A", "DET"})
_ADDS = frozenset({"INSERT", "COMPLETE", "REWRITE"})
_LONGEST = 8  # tokens of a noun and its complements


def items_told(found: Sequence[Token]) -> list[Token]:
    """The tokens, a noun between the verb of an addition and « suivant », « ainsi rédigé » as one: items of a list go by it.

    So it is read where nothing but an addition is ordered, and the text has a list to which what is new can belong.
    """
    if not {t.kind for t in found} & {"INSERT", "COMPLETE"} or any(t.kind in {*VERBS} - _ADDS for t in found):
        return list(found)
    for start, token in enumerate(found):
        if token.kind != "W" or not start or found[start - 1].kind not in _BEFORE:
            continue
        end = next((n for n in range(start, len(found)) if found[n].kind not in _WITHIN), len(found))
        if (
            end - start <= _LONGEST
            and found[end - 1].kind == "W"
            and _is_announced(found, end)
            and _is_added(found, start)
        ):
            noun = " ".join(t.value for t in found[start:end])
            return [*found[:start], replace(token, kind="ITEMS", value=noun, end=found[end - 1].end), *found[end:]]
    return list(found)


def _is_announced(found: Sequence[Token], end: int) -> bool:
    return end < len(found) and found[end].kind == "THUS"


def _is_added(found: Sequence[Token], start: int) -> bool:
    """Whether what stands before a noun says that it is added; nothing, where the verb comes behind it."""
    lead = [t.kind for t in found[:start]]
    while lead and lead[-1] in _BEFORE:
        lead.pop()
    return (
        not lead or lead[-1] == "INSERT" or lead[-2:] == ["COMPLETE", "BY"] or (lead[-1] == "BY" and "COMPLETE" in lead)
    )
