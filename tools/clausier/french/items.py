"""What is added to a list, told by whatever noun its items go by: « sont ajoutées les missions suivantes »."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.joining import VERBS
from clausier.french.tokens import Token
from clausier.text.regex import regex

_BEFORE = frozenset({"DET", "CARD", "NEW"})
_WITHIN = frozenset({"W", "OF", "A", "DET"})
_ADDS = frozenset({"INSERT", "COMPLETE", "REWRITE"})
_LEADS = frozenset({"OF", "A", "LINK", "JOIN", "AND", "FOUND", "BE"})  # to what is no noun of its own
_LONGEST = 8  # tokens of a noun and its complements
_NUMBERED = frozenset({"POINT", "PARAGRAPH"})
_LABEL = regex(r"\d{1,2}|[A-Za-z]|[IVX]+")


def items_told(found: Sequence[Token]) -> list[Token]:
    """The tokens, a noun that the verb of an addition has (« les missions suivantes », « une mission ») as one: items of a list go by it.

    So it is read where nothing but an addition is ordered, and the text has a list to which what is new can belong.
    """
    kinds = {t.kind for t in found}
    if not kinds & {"INSERT", "COMPLETE"} or "COLON" not in kinds or kinds & ({*VERBS} - _ADDS):
        return list(found)
    kept = list(found)
    for start in range(len(found) - 1, 0, -1):
        if found[start].kind == "W" and found[start - 1].kind in _BEFORE and (end := _end_of_noun(found, start)):
            noun = " ".join(t.value for t in found[start:end])
            kept[start:end] = [replace(found[start], kind="ITEMS", value=noun, end=found[end - 1].end)]
    return kept


def labels_told(found: Sequence[Token], sentence: str) -> list[Token]:
    """« Un point 4 », « un point d) » as « un 4 », « un d) »: a new item goes by its label."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        kept.append(found[index])
        index += 1
        if kept[-1].kind != "CARD" or kept[-1].value not in {"un", "une"}:
            continue
        noun = index < len(found) and found[index].kind in _NUMBERED
        label = found[index + noun] if index + noun < len(found) else None
        typed = sentence[label.start : label.end] if label else ""
        if label and (label.kind == "LABEL" or (noun and _LABEL.fullmatch(typed))):
            kept.append(replace(label, kind="LABEL", value=label.value if label.kind == "LABEL" else typed))
            index += noun + 1
    return kept


def _end_of_noun(found: Sequence[Token], start: int) -> int:
    """Where a noun that is added, or added to, ends; 0 where it is neither."""
    end = next((n for n in range(start, len(found)) if found[n].kind not in _WITHIN), len(found))
    while found[end - 1].kind != "W":
        end -= 1
    lead = [t.kind for t in found[:start]]
    counted = False
    while lead and lead[-1] in _BEFORE:
        counted |= lead.pop() == "CARD"
    follows = found[end].kind if end < len(found) else ""
    if end - start > _LONGEST or (lead and lead[-1] in _LEADS):
        return 0
    announced = follows == "THUS" or (counted and follows in {"A", "BE", "COMMA", "COLON"})
    added = not lead or "INSERT" in lead or lead[-2:] == ["COMPLETE", "BY"] or (lead[-1] == "BY" and "COMPLETE" in lead)
    again = any(
        t.value == found[start].value for t in found[end:]
    )  # « les missions du comité sont complétées par les missions suivantes »
    led = follows in {"FOUND", "LINK"} if not lead else lead[-1] == "COMMA" and follows == "BE" and again
    added_to = led and any(t.kind == "COMPLETE" for t in found)
    return end if (announced and added) or added_to else 0
