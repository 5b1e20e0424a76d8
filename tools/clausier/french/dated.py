"""Days in an amending sentence: taken off where they only say when, made tokens where the order is about them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.days import month_of
from clausier.french.joining import UNITS, VERBS
from clausier.french.tokens import Token

FORCE = frozenset({"SUSPEND", "PROLONG", "CEASE"})
_STOPS = frozenset({*VERBS, "BE", "QUOTE", "COMMA", "BUT"})
_SINCE = (("a", "compter"), ("a", "partir"), ("a", "dater"), ("a", "effet"))
_SINCE_AT_END = (("a", "compter"), ("a", "partir"), ("a", "dater"), ("a", "date"))
_CHANGING = frozenset({*VERBS, "BECOME", "MOVE", "SPLIT", "UNITE", "RENUMBER", "RAISE"})
# What a clause that only says when does not say: for whom the order is, or on what condition.
_RESTRICTS = frozenset(
    "pour seul seule seuls seules uniquement seulement exclusivement si concernant chez lorsque quand hors tant".split()
)
# What is suspended or goes on, of an article: it says no more than the article itself.
_APPLIED = (
    ("duree", "d'", "application"),
    ("duree", "de", "validite"),
    ("application",),
    ("effets",),
    ("validite",),
)
_CEASING = (
    "d' etre applicable",
    "de s' appliquer",
    "d' etre en vigueur",
    "de produire effet",
    "de produire ses effets",
)


def without_dates(found: list[Token], sentence: str) -> tuple[list[Token], str]:
    """The tokens without « à compter du 1er janvier 2025 » at the head or the end; and those words, which say when."""
    if FORCE & {t.kind for t in found}:
        return found, ""
    inner, since = _without_inner(found, sentence)
    found, last = (inner, since) if since else _without_last(found, sentence)
    values = tuple(t.value for t in found[:3])
    dated = values[:1] in (("au",), ("le",)) and bool(day_of(found[1:4]))
    of_a_place = any(t.kind in UNITS for t in found[2:5])  # « À partir du deuxième alinéa, l'article 6 est supprimé »
    if of_a_place or not (dated or values[:2] in _SINCE or values == ("a", "la", "date")):
        return found, last
    for index, token in enumerate(found):
        following = found[index + 1].kind if index + 1 < len(found) else ""
        if token.value in _RESTRICTS or (token.kind in _STOPS and token.kind not in {"COMMA", "QUOTE"}):
            break
        begins = token.kind == "DET" and index > 2 and following in UNITS and found[index - 1].kind != "OF"
        if token.kind == "COMMA" or begins:
            return found[index + (not begins) :], sentence[found[0].start : token.start].strip()
    return found, last


def _without_inner(found: list[Token], sentence: str) -> tuple[list[Token], str]:
    """Without the one « , à compter du 1er janvier 2025, » between two commas, and those words; where one verb changes one thing."""
    starts = [n for n in range(len(found)) if tuple(t.value for t in found[n : n + 2]) in _SINCE]
    if len(starts) != 1 or sum(t.kind in _CHANGING for t in found) != 1 or starts[0] < 2:
        return found, ""
    (start,) = starts
    if not day_of(found[start + 3 : start + 6]):
        return found, ""
    end = next((n for n in range(start + 2, len(found)) if found[n].kind in _STOPS | UNITS), start)
    restricted = any(t.value in _RESTRICTS for t in found[start:end])
    if restricted or found[start - 1].kind != "COMMA" or found[end].kind != "COMMA":
        return found, ""
    return found[: start - 1] + found[end + 1 :], sentence[found[start].start : found[end].start].strip()


def _without_last(found: list[Token], sentence: str) -> tuple[list[Token], str]:
    for index in range(1, len(found)):
        values = tuple(t.value for t in found[index : index + 2])
        dated = values[:1] == ("au",) and bool(day_of(found[index + 1 : index + 4]))
        if not (dated or values in _SINCE_AT_END or values == ("avec", "effet")):
            continue
        rest = found[index:]
        if not any(t.kind in _STOPS | UNITS or t.value in _RESTRICTS for t in rest):
            end = rest[-1:] if rest[-1].kind in {"COLON", "STOP"} else []
            return found[:index] + end, sentence[rest[0].start : rest[-1 - len(end)].end].strip()
    return found, ""


def says_since_when(part: Sequence[Token]) -> bool:
    """« applicable au 1er janvier 2025 »: since when; « la délibération du 3 mai » is of that day."""
    return any(
        month_of(part[n].value) and (part[n - 2].kind == "A" or part[n - 2].value == "le") for n in range(2, len(part))
    )


def days_told(found: list[Token]) -> list[Token]:
    """The sentence with its days as one token each (ISO), where it orders since when or until when a place applies."""
    if not FORCE & {t.kind for t in found}:
        return found
    kept: list[Token] = []
    index = 0
    while index < len(found):
        token, length = _told(found, index)
        if token is not None:
            kept.append(token)
        index += length
    return kept


def _told(found: Sequence[Token], index: int) -> tuple[Token | None, int]:
    """The token that stands for those at `index`, None where they say nothing, and how many they are."""
    token = found[index]
    values = tuple(t.value for t in found[index : index + 6])
    for words in _APPLIED:
        if values[: len(words)] == words:
            return replace(token, kind="FORCE"), len(words)
    if token.kind == "OF" and day_of(found[index + 1 : index + 4]):
        return replace(token, kind="FROM"), 1
    if values[:1] == ("le",) and day_of(found[index + 1 : index + 4]):
        return None, 1
    if values[:1] == ("jusqu'",) and day_of(found[index + 2 : index + 5]):
        return replace(token, kind="UNTIL"), 2
    if values[:2] in _SINCE[:2] and day_of(found[index + 3 : index + 6]):
        return replace(token, kind="FROM"), 3
    if day := day_of(found[index : index + 3]):
        included = values[3:4] == ("inclus",)
        return replace(token, kind="DATE", value=day), 3 + included
    if token.kind == "CEASE":
        ceasing = next((w.split() for w in _CEASING if values[1 : 1 + len(w.split())] == tuple(w.split())), None)
        return (token, 1 + len(ceasing)) if ceasing else (replace(token, kind="BUT"), 1)
    return token, 1


def day_of(found: Sequence[Token]) -> str:
    """The day (ISO) that three tokens say, « 1er janvier 2025 »; "" where they say none."""
    if len(found) != 3 or not month_of(found[1].value) or not (found[0].value + found[2].value).isdigit():
        return ""
    if found[0].kind not in {"NUM", "ORD"} or len(found[2].value) != 4:
        return ""
    try:
        day = datetime.date(int(found[2].value), month_of(found[1].value), int(found[0].value))
    except ValueError:
        return ""
    return day.isoformat()
