"""Clauses between commas that say why, or what a place is about, and order nothing: the sentence without them; or that order.

« La loi ayant changé, l'article 3, devenu sans objet, est abrogé, la prime étant intégrée au salaire » orders what « l'article 3 est
abrogé » does; in « L'article 5 est abrogé, l'article 6 devenant l'article 5 » the clause orders too. What else names a provision,
quotes, negates, or says a condition, for whom or since when, is left where it stands: no rule takes it, and the sentence is asked
about.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from clausier.french.dated import says_since_when
from clausier.french.days import month_of
from clausier.french.joining import UNITS, VERBS
from clausier.french.reasons import (
    ABOUT,
    BECAUSE,
    GOES_ON,
    UPON,
    WHY,
    Words,
    begins,
    describes,
    for_some,
    has_become,
    has_ended,
    is_plain,
    is_to_do,
    names_a_unit,
    of_a_law,
    phrases,
    says_a_figure,
    says_a_state,
    says_what_for,
    values_of,
)
from clausier.french.tokens import Token

_Part = tuple[Words, Words]  # what stands between two marks, and the mark behind it
_THAT = frozenset("ledit dudit audit cet ce".split())
_OF_IT = frozenset("DELETE REPEAL REPLACE REWRITE".split())
_GOES_WITH = frozenset({*VERBS, "BE", "BY", "THUS", "AND", "OF"})
_GOING_ON = frozenset("OF DET W AND A NUM CARD ACT WORDS".split())
# Those that are nothing without what follows, whatever comma stands between.
_WITHOUT_OBJECT = frozenset(
    phrases("pour prendre en compte/pour tenir compte/en application/compte tenu/conformement/au regard")
)


def without_clauses(found: Words, sentence: str) -> list[Token] | None:
    """The tokens without the clauses that order nothing, and the commas around them; None where there are none."""
    if (named := _of_its_subject(found)) is not None:
        return named
    parts = _parts(found)
    led = _led(parts, found, sentence)
    kept: list[_Part] = []
    dropped, aside = led > 0, False  # `aside` tells that one stood right before
    for part, mark in parts[led:]:
        behind = bool(kept) and _is_comma(kept[-1][1])
        before = [t for p, _ in kept for t in p]
        if behind and _orders_nothing(part, before, comma=_is_comma(mark)):
            kept[-1] = kept[-1] if _is_comma(mark) else (kept[-1][0], mark)
            dropped = aside = True
            continue
        ordered = _as_ordered(part, before) if behind else []
        if ordered:
            kind = "SEMI" if names_a_unit(ordered) else "COLON"
            kept[-1] = (kept[-1][0], [replace(kept[-1][1][0], kind=kind)])
        elif behind and aside and part and (part[0].kind in _GOES_WITH or kept[-1][0][-1].kind in VERBS):
            kept[-1] = (kept[-1][0], [])
        dropped, aside = dropped or bool(ordered), False
        kept.append((ordered or part, mark))
    rest = [t for part, mark in kept for t in (*part, *mark)]
    return rest if dropped and rest else None


def without_lead(found: Words, sentence: str) -> list[Token]:
    """What stands behind the clauses that come first and order nothing; nothing where there are none."""
    parts = _parts(found)
    led = _led(parts, found, sentence)
    return [t for part, mark in parts[led:] for t in (*part, *mark)] if led else []


def _led(parts: Sequence[_Part], found: Words, sentence: str) -> int:
    """How many parts stand before what is ordered, and order nothing."""
    if not _is_comma(parts[0][1]) or not _leads(parts[0][0], found, sentence):
        return 0
    (first, mark), led = parts[0], 1
    # « Compte tenu de la convention, »: its name is gone.
    named = bool(first) and mark[0].start - first[-1].end > 1
    if values_of(first) in _WITHOUT_OBJECT and not named:  # « Pour prendre en compte, la loi du …, l’article … »
        if len(parts) < 2 or not _is_comma(parts[1][1]) or names_a_unit(parts[1][0]):
            return 0
        led = 2
    while led < len(parts) and _is_comma(parts[led][1]):
        # « Compte tenu de la création, au 1er janvier 2023, d'un service »: the day is that of what is told
        of_a_day = parts[led + 1 : led + 2] and _is_a_day(parts[led][0]) and _goes_on(parts[led + 1][0])
        if not _goes_on(parts[led][0]) and not (of_a_day and parts[led + 1][0][0].kind == "OF"):
            break
        led += 1
    return led


def _is_a_day(part: Words) -> bool:
    """« au 1er janvier 2023 », « le 3 mai »."""
    return len(part) > 2 and part[0].kind in {"A", "DET"} and month_of(part[2].value) > 0 and len(part) <= 4


def _of_its_subject(found: Words) -> list[Token] | None:
    """« L'article 8 étant sans objet, il est abrogé », « L'échéance prévue à l'article 8 étant passée, ledit article … »: of that article.

    None where another place is named, or none is taken up.
    """
    at = next((n for n, t in enumerate(found) if t.value == "etant"), 0)
    end = next((n for n in range(at, len(found)) if found[n].kind == "COMMA"), 0) if at else 0
    lead, rest = [t for t in found[:end] if t.kind != "COMMA"], list(found[end + 1 :])
    places = [n for n, t in enumerate(lead[:-1]) if t.kind == "ARTICLE" and lead[n + 1].kind == "NUM"]
    if lead[:1] and lead[0].kind != "DET":
        return None  # « Dès lors que le comité le demande, … »
    if len(places) != 1 or not has_ended([t for n, t in enumerate(lead) if n not in {places[0], places[0] + 1}]):
        return None
    article, number = lead[places[0] : places[0] + 2]
    again = [n for n, t in enumerate(rest) if t.kind == "ARTICLE"]
    if not again and [t.kind for t in rest[:2]] == ["IT", "BE"] and _is_of_it(rest):
        return [replace(article, kind="DET", value="l'"), article, number, *rest[1:]]
    (n,) = again if len(again) == 1 else (0,)
    if (
        not n
        or rest[n - 1].value not in _THAT
        or [t.kind for t in rest[n + 1 : n + 2]] in (["NUM"], ["ORD"], ["LABEL"])
    ):
        return None
    return [*rest[: n + 1], number, *rest[n + 1 :]]


def _is_of_it(rest: Words) -> bool:
    """Whether « il est supprimé » is said of a thing, and no other stands behind (« il est supprimé un alinéa »)."""
    verb = next((n for n, t in enumerate(rest) if t.kind in VERBS), 0)
    return rest[verb].kind in _OF_IT and [t.kind for t in rest[verb + 1 : verb + 2]] in (
        ["STOP"],
        ["BY"],
        ["THUS"],
        ["COLON"],
        [],
    )


def _as_ordered(part: Words, before: Words) -> list[Token]:
    """« , les mots « a » étant remplacés par « b » », « , l'article 6 devenant l'article 5 » with a verb that orders; nothing for others."""
    at = next((n for n, t in enumerate(part) if t.value in {"etant", "devenant"}), 0)
    subject = part[:at]
    verbs = {t.kind for t in before} & {*VERBS, "BECOME"}
    # « L'article 3 est supprimé, les mots « a » étant … » does not say of which article they are.
    quoted = verbs == {"MODIFY"} and any(t.kind == "QUOTE" for t in subject)
    if not at or not verbs or not (names_a_unit(subject) or quoted) or part[-1].kind == "BY":
        return []
    if part[at].value == "devenant":  # what makes room for a new article is read with it
        return [] if "INSERT" in verbs else [*subject, replace(part[at], kind="BECOME"), *part[at + 1 :]]
    verb = next((t.kind for t in part[at + 1 :] if t.kind not in {"THUS", "RESPECTIVELY"}), "")
    return [*subject, replace(part[at], kind="BE"), *part[at + 1 :]] if verb in VERBS and verb != "MODIFY" else []


def _is_comma(mark: Words) -> bool:
    return [t.kind for t in mark] == ["COMMA"]


def _parts(found: Words) -> list[_Part]:
    parts: list[tuple[list[Token], list[Token]]] = [([], [])]
    for token in found:
        if token.kind in {"COMMA", "COLON", "SEMI", "STOP"}:
            parts[-1] = (parts[-1][0], [token])
            parts.append(([], []))
        else:
            parts[-1][0].append(token)
    return [*parts] if parts[-1][0] or len(parts) == 1 else [*parts[:-1]]


def _leads(part: Words, found: Words, sentence: str) -> bool:
    """Whether what stands before the place orders nothing: « Compte tenu de la loi, », « La recommandation étant échue, »."""
    values = values_of(part)
    if part[:1] and part[0].kind == "AFTER" and part[0].value == "a":  # « À la suite de la fusion des communes, »
        return is_plain(part) and not any(t.kind in UNITS for t in part)
    on = next((part[len(words) :] for words in GOES_ON if values[: len(words)] == words), None)
    if on is not None:  # « En conséquence de la loi, »; « Ainsi pour les cadres, » says for whom
        return not on or (on[0].kind == "OF" and is_plain(on, named=True))
    if begins(values, (*WHY, *UPON)):
        return is_plain(part, named=True)
    if values[:1] == ("depuis",):
        # « Depuis 2020 », « depuis l'avenant n° 2 » may tell what is so already.
        law = of_a_law(part[1:4]) or ("vigueur" in values and of_a_law(part))
        return law and is_plain(part) and found[-1].kind in {"COLON", "QUOTE"}
    return says_what_for(part) or has_become(part, sentence)


def _goes_on(part: Words) -> bool:
    """Whether a clause that orders nothing goes on behind a comma: « Vu la loi du 3 mai, ses décrets et les statuts, … »."""
    if not part:
        return False
    first = part[0]
    begun = first.kind in {"OF", "AND"} or first.value.startswith((*ABOUT, "issu"))
    begun = begun or (first.kind == "DET" and of_a_law(part[1:2]))
    return begun and {t.kind for t in part} <= _GOING_ON and is_plain(part) and not for_some(part)


def _orders_nothing(part: Words, before: Words, *, comma: bool) -> bool:
    """Whether what stands behind a comma, and before another where `comma`, says why, or what the place before it is about."""
    values = values_of(part)
    if not values:
        return False
    if comma and values in GOES_ON:
        return True
    if for_some(part[1:]) or says_since_when(part):
        return False
    if comma and describes(part, before):
        return True
    why = (begins(values, WHY) and is_plain(part)) or (says_what_for(part) and (part[0].kind != "A" or is_to_do(part)))
    if why or not {t.kind for t in before} & {*VERBS, "RETITLE"}:
        return why
    because = next((len(words) for words in BECAUSE if values[: len(words)] == words), 0)
    if because:
        return is_plain(part[because:], being=True) and not says_a_figure(part)
    return {t.kind for t in before} & {*VERBS, "RETITLE"} <= {"DELETE", "REPEAL"} and says_a_state(part)
