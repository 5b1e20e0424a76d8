"""The tokens of a sentence → those that the grammar reads: without acts' names, dates and words that say nothing of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.clauses import without_clauses
from clausier.french.dated import FORCE, days_told, without_dates
from clausier.french.idioms import idioms_joined
from clausier.french.items import items_told, labels_told
from clausier.french.joining import (
    NUMBERS,
    UNITS,
    VERBS,
    articles_told,
    is_numbered,
    joined,
    letters_told,
    one_verb,
    units_told,
)
from clausier.french.naming import without_acts, without_subjects, without_wording
from clausier.french.quoted import nouns_told
from clausier.french.tokens import Token
from clausier.text.regex import regex

# What moves, cuts or joins places, or says until when they apply: amending verbs where a sentence names a place.
ON_PLACES = frozenset({"MOVE", "SPLIT", "UNITE"}) | FORCE
# What is done, said by a noun: « Suppression du 2° de l'article 3 ».
_ACTIONS = {
    "suppression": "DELETE", "retrait": "DELETE", "abrogation": "REPEAL", "remplacement": "REPLACE", "substitution": "REPLACE",
    "ajout": "INSERT", "insertion": "INSERT", "adjonction": "INSERT", "creation": "INSERT",
}  # fmt: skip
_PURPOSE = regex(
    r"\s*le présent (?:avenant|accord|protocole)(?: n° ?\d+)? a pour objet d", re.IGNORECASE, needs="pour objet d"
)
# Who agrees: they do so by saying it.
_BODIES = frozenset("assemblee comite conseil bureau".split())
_WHO = _BODIES | frozenset(
    "parties membres partenaires sociaux soussignes organisations presentes contractantes generale extraordinaire syndical"
    " municipal communautaire departemental regional d' administration".split()
)
_BESIDE_WHO = frozenset("le la les l' ensemble des signataires signataire il est a ete ont".split())


class Prepared(Struct, frozen=True):
    """The tokens that the grammar reads, the acts that the places are said to be of, and since when, both as written."""

    tokens: list[Token]
    acts: tuple[Token, ...]
    when: str


def prepared(found: Sequence[Token], sentence: str) -> Prepared:
    """A sentence without acts' names, its date and the words that say nothing of a change."""
    return _prepared(*_without_names(found, sentence), sentence)


def without_asides(found: Sequence[Token], sentence: str) -> Prepared | None:
    """The same without the clauses that only say why, or what a place is about, and the acts that they name; None where it has none."""
    kept, acts = _without_names(found, sentence)
    rest = without_clauses(kept, sentence)
    if rest is None:
        return None
    gone = {t.start for t in kept} - {t.start for t in rest}
    ours = (act for act in acts if max((t.start for t in kept if t.start < act.start), default=-1) not in gone)
    return _prepared(rest, tuple(ours), sentence)


def _without_names(found: Sequence[Token], sentence: str) -> tuple[list[Token], tuple[Token, ...]]:
    counted = list(units_told(_without_brackets(idioms_joined(found))))
    kept = list(letters_told(nouns_told(list(articles_told(counted))), sentence))
    return without_acts(labels_told(kept, sentence), sentence)


def _prepared(found: list[Token], acts: tuple[Token, ...], sentence: str) -> Prepared:
    kept = _with_its_verb(found, sentence)
    kept = _without_addition(_without_lead(kept))
    # « Le présent avenant a pour objet de remplacer l’article 3 par : », « Article 2 : de compléter l'article 3 par : ».
    decides = len(kept) > 1 and kept[1].kind in VERBS and kept[1].value.endswith("er")
    if (decides or _PURPOSE.match(sentence)) and [t.kind for t in kept[:1]] == ["OF"] and _says_all(kept):
        kept = kept[1:]
    kept = _without_must(kept)
    kept = _without_rest(without_wording(without_subjects(kept)))
    kept, when = without_dates(kept, sentence)
    return Prepared(items_told(list(joined(one_verb(days_told(without_agreement(kept)))))), acts, when)


def _with_its_verb(found: list[Token], sentence: str) -> list[Token]:
    """« Suppression, à l'article 3, du 2° », « Ajout d'un alinéa à l'article 3 : » with a verb in place of the noun, where they end as an order.

    « – suppression de l'article 3 ; » may only announce what another sentence orders.
    """
    start = next((n + 1 for n, t in enumerate(found) if t.kind == "COLON"), 0)
    at = next((n for n in (0, start) if n < len(found) and found[n].value in _ACTIONS), None)
    named = any(t.kind in UNITS | {"LABEL", "WORDS"} for t in found)
    small = next((c for c in sentence if c.isalpha()), "").islower()
    if at is None or (not at and small) or not named or found[-1].kind not in {"STOP", "SEMI", "COLON", "QUOTE"}:
        return found
    rest = found[at + 1 :]
    of = next((n for n, t in enumerate(rest) if t.kind == "OF" and (not n or rest[n - 1].kind == "COMMA")), None)
    if of is None:
        of = next(
            (n for n, t in enumerate(rest[:-1]) if t.kind == "OF" and rest[n + 1].kind in {"CARD", "QUOTE"}), None
        )
    if of is None:
        return found
    article = [replace(rest[of], kind="DET")] if rest[of].value in {"du", "des"} else []
    verb = replace(found[at], kind=_ACTIONS[found[at].value])
    return [*found[:at], verb, *rest[:of], *article, *rest[of + 1 :]]


def _without_lead(found: list[Token]) -> list[Token]:
    """Without « Par le présent avenant, » (the act's name is gone already), and the comma behind another opening."""
    kinds = [t.kind for t in found[:2]]
    if kinds == ["BY", "COMMA"]:
        return found[2:]
    return found[1:] if kinds[:1] == ["COMMA"] else found


def _without_addition(found: list[Token]) -> list[Token]:
    """« est modifié par l’ajout d’un alinéa » as « est complété par un alinéa »."""
    for index in range(len(found) - 4):
        kinds = [t.kind for t in found[index : index + 5]]
        if kinds[:3] == ["MODIFY", "BY", "DET"] and found[index + 3].value == "ajout" and kinds[4] == "OF":
            verb = replace(found[index], kind="COMPLETE")
            return [*found[:index], verb, found[index + 1], *found[index + 5 :]]
    return found


def without_agreement(found: list[Token]) -> list[Token]:
    """Without « Les parties conviennent de » before a change: they do so by saying it; as in « ont convenu de … : », where a colon ends it."""
    values = [t.value for t in found[:8]]
    agreed = next((n for n, v in enumerate(values) if v in {"conviennent", "decident", "convenu", "decide"}), 0)
    direct = next((n for n, t in enumerate(found[:8]) if t.kind in VERBS), 0)
    end = agreed or direct  # « les parties complètent l'article 5 comme suit : »
    who = {*values[:end]} - _BESIDE_WHO
    # An assembly votes what it says that it decides; « Le comité décide de … » may say what a committee is to do.
    decides = "assemblee" in who and values[agreed] == "decide" and not {"a", "est", "ete"} & set(values[:agreed])
    now = bool(agreed) and (values[agreed] in {"conviennent", "decident"} or values[:2] == ["il", "est"] or decides)
    if not end or not (now or found[-1].kind == "COLON") or who - _WHO:
        return found
    if not agreed:
        return found[direct:] if who else found
    impersonal = values[agreed] in {"convenu", "decide"} and "ont" not in values[:agreed] and not who & _BODIES
    if (values[:1] == ["il"]) != impersonal:
        return found
    return found[agreed + 2 :] if found[agreed + 1].value in {"de", "d'", "que", "qu'"} else found


def _without_must(found: list[Token]) -> list[Token]:
    """« Il convient de remplacer « … » par « … » », « est à remplacer par » as « remplacer »: what says both is no mere advice."""
    for index in range(1, len(found) - 1):
        verb = found[index + 1]
        if (
            [found[index - 1].kind, found[index].value] == ["BE", "a"]
            and verb.kind in VERBS
            and verb.value[-2:] == "er"
        ):
            return [*found[:index], *found[index + 1 :]]
    for must in (["il", "convient"], ["il", "y", "a", "lieu"]):
        for index in range(len(found) - len(must) - 1):
            *values, of = (t.value for t in found[index : index + len(must) + 1])
            if values == must and of in {"de", "d'"} and sum(t.kind == "QUOTE" for t in found[index:]) > 1:
                return [*found[:index], *found[index + len(must) + 1 :]]
    return found


def _says_all(found: list[Token]) -> bool:
    """Whether a sentence gives the new text, or the words, that its purpose is to bring."""
    return found[-1].kind == "COLON" or {"WORDS", "QUOTE"} <= {t.kind for t in found}


def leaves_the_rest(found: Sequence[Token]) -> bool:
    """Whether a sentence says that what the act does not change stays: « Les stipulations non modifiées demeurent »."""
    kinds = [t.kind for t in found]
    values = [t.value for t in found]
    stays = [n for n, v in enumerate(values) if v in {"demeure", "demeurent", "reste", "restent"}]
    verbs = [n for n, kind in enumerate(kinds) if kind in VERBS]
    unchanged = all(kinds[n] == "MODIFY" and "non" in values[max(0, n - 2) : n] for n in verbs)
    return bool(stays and verbs) and unchanged and max(verbs) < stays[0] and not {"QUOTE", "COLON"} & set(kinds)


def _without_rest(found: list[Token]) -> list[Token]:
    """Without « , le reste de l’article est sans changement »: it says what is not changed."""
    for index, token in enumerate(found):
        if token.value != "reste" or not index or found[index - 1].value != "le":
            continue
        rest = found[index + 1 :]
        last = next((t.value for t in reversed(rest) if t.kind not in {"STOP", "SEMI"} and t.value != ")"), "")
        unchanged = last in {"changement", "inchange", "inchangee"}
        if unchanged and not any(t.kind in {*VERBS, "QUOTE", "COLON"} for t in rest):
            start = index - 1
            while start and (
                found[start - 1].kind in {"COMMA", "SEMI", "AND", "MARK"} or found[start - 1].value == "("
            ):
                start -= 1
            return found[:start]
    return found


def _without_brackets(found: list[Token]) -> list[Token]:
    """Without what stands in parentheses, where it orders nothing."""
    kept: list[Token] = []
    index = 0
    while index < len(found):
        if (found[index].kind, found[index].value) == ("MARK", "("):
            end = next((i for i in range(index, len(found)) if found[i].value == ")"), None)
            inside = found[index : end or index]
            if end is not None and _is_aside(inside[1:]):
                index = end + 1
                continue
            if (
                end is not None
                and [t.kind for t in inside[1:]] == ["QUOTE"]
                and (is_numbered(kept) or _is_a_line(kept))
            ):
                # « l'article 3 (« Prix ») », « l'article 3 de l'accord (« Prix ») »: its heading; « le deuxième tiret (« … ») »: its words
                kept += [replace(found[index], kind="THAT_IS"), inside[1]]
                index = end + 1
                continue
            if end is not None and [t.kind for t in inside[1:]] == ["ACT"] and kept and kept[-1].kind in NUMBERS:
                kept += [replace(inside[0], kind="OF", value="de"), inside[1]]  # « l'article 3 (annexe II) »
                index = end + 1
                continue
        kept.append(found[index])
        index += 1
    return kept


def _is_a_line(found: list[Token]) -> bool:
    """Whether words end with a part that is told by its rank: « le deuxième tiret »."""
    return [t.kind for t in found[-2:-1]] == ["ORD"] and found[-1].kind in {"ALINEA", "SENTENCE", "DASH", "PARAGRAPH"}


def _is_aside(inside: list[Token]) -> bool:
    """Whether what stands in parentheses (« (IDCC 2098) ») neither names a part nor narrows the change."""
    plain = not any(t.kind in UNITS | {*VERBS, "BUT", "BE"} for t in inside)
    # « est modifié comme suit (les modifications portent sur le montant) : » says what is new in the text below.
    if (
        plain
        and [t.kind for t in inside[:2]] in (["DET", "CHANGES"], ["CHANGES", "RAISE"])
        and "QUOTE" not in {t.kind for t in inside}
    ):
        return all(t.kind != "NUM" for t in inside)
    return (
        plain
        and bool(inside)
        and inside[0].kind in {"W", "NUM"}
        and inside[0].value not in {"pour", "dont"}
        and not any(t.value.startswith(("seul", "uniquement", "exclusi")) for t in inside)
    )
