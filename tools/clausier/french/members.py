"""Sentences that change the members → the operations on members that they order; certain only where the whole sentence is one formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.french.days import MONTH, day_in
from clausier.french.orders import Keys
from clausier.text.accents import as_id, without_accents
from clausier.text.regex import regex
from clausier.text.words import capitalised, closest

_COUNCILS = {"departement": "conseil departemental", "region": "conseil regional", "commune": "conseil municipal"}
_DAY = rf"\d{{1,2}}(?:er)?\s+(?:{MONTH})\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
_FROM = rf"(?:à\s+(?:compter|partir)\s+du|le|au|dès\s+le)\s+(?:{_DAY})"
_OWN = (
    r"à\s+(?:compter|partir)\s+de\s+(?:la\s+signature|(?:la\s+date\s+d[’']|l[’'])entrée\s+en\s+vigueur)"
    r"\s+du\s+présent\s+avenant"
)
_WHEN = rf"(?:,?\s+(?P<when>{_FROM}|{_OWN}))?"
_BEFORE = rf"(?:(?P<first>{_FROM}|{_OWN}),\s+)?"
_GROUPING = r"groupement(?:\s+(?:de\s+commandes|d[’']intérêt\s+(?:public|économique)))?"
_GROUP = (
    rf"(?:(?:au|du|le)\s+(?:présent\s+)?(?:{_GROUPING}|syndicat(?:\s+mixte)?|consortium|pacte|(?-i:GIP|GIE))"
    r"|(?:(?:à|de)\s+)?(?:l[’'](?:association|union|entente)|la\s+(?:fédération|présente\s+charte))"
    rf"|(?:à|de)\s+la\s+(?:présente\s+)?convention(?:\s+constitutive)?(?:\s+du\s+{_GROUPING})?)"
)
_ONE = r"(?P<one>l(?:[ea]s?\s|[’'])[^;:«»]+?)"
_NEW_NAME = r"(?:«[ \u00a0\u202f]*(?P<quoted>[^«»]+?)[ \u00a0\u202f]*»|(?P<bare>[A-ZÀ-Ý][^,;:«»]*?))"
_FORMULAS = {
    "adhésion": rf"{_ONE}\s+(?:adhère(?:nt|ra|ront)?|devien(?:t|nent|dra|dront)\s+membres?|rejoi(?:nt|gnent|ndra)|est\s+admise?)\s+{_GROUP}",
    "retrait": rf"{_ONE}\s+(?:se\s+retire(?:nt|ra|ront)?|cesse(?:nt|ra|ront)?\s+d[’']être\s+membres?|quitte(?:nt|ra|ront)?|"
    rf"n[’']est\s+plus\s+membre)\s+{_GROUP}",
    "dénomination": rf"{_ONE}\s+(?:(?:prend|prendra|adopte|porte\s+désormais)\s+(?:la\s+dénomination|le\s+nom)(?:\s+de\s+|\s+d[’']|\s+)|"
    rf"(?:est\s+(?:désormais\s+)?(?:dénommée?|renommée?)|s[’']appelle\s+désormais)\s+){_NEW_NAME}",
    "fusion": rf"{_ONE}\s+fusionn(?:ent|eront)\s+(?:en|pour\s+(?:former|devenir|créer)|et\s+deviennent|sous\s+le\s+nom\s+de)\s+"
    r"(?P<into>[^;:«»]+?)",
}
_WHOLE = {
    verb: regex(rf"{_BEFORE}{formula}{_WHEN}\s*[.;]?\s*", re.IGNORECASE | re.DOTALL)
    for verb, formula in _FORMULAS.items()
}
_NOUNS = {
    "adhésion": regex(
        rf"\badhésion\s+d(?P<one>(?:e\s+l[a’']|u\s|es\s)[^,;:.«»]+?)(?=\s+{_GROUP}|\s*[,;.]|\Z)", re.IGNORECASE
    ),
    "retrait": regex(
        rf"\bretrait\s+d(?P<one>(?:e\s+l[a’']|u\s|es\s)[^,;:.«»]+?)(?=\s+{_GROUP}|\s*[,;.]|\Z)", re.IGNORECASE
    ),
    "fusion": regex(
        r"\b(?P<into>l(?:[ae]\s|[’'])(?:(?!\bl(?:[ae]\s|[’']))[^,;:.«»])+?),?\s+issue?\s+de\s+la\s+fusion\s+d(?P<one>(?:es?|u)\s[^;:.«»]+?)(?=\s*[,;.]|\Z)",
        re.IGNORECASE,
    ),
}
_REPLACED = regex(
    rf"{_BEFORE}{_ONE}\s+(?:est|sera)\s+remplacée?(?:\s+au\s+sein\s+du\s+groupement)?\s+par\s+(?P<into>l[ea’'][^;:«»]+?){_WHEN}\s*[.;]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_IN_THE_PLACE = regex(
    r"\b(?:se\s+substitu(?:e|ent|era|eront)|(?:vient|viennent|viendra)\s+aux\s+droits)\s+(?P<one>(?:à|aux?|d[eu]s?)\s[^;:.«»]+?)(?=\s+(?:dans|pour|en|à\s+(?:compter|partir))\b|\s*[,;.]|\Z)",
    re.IGNORECASE,
)
_KIND = regex(r"(?:^|\b)(?P<kind>départements|communes|régions|villes|collectivités|métropoles)\s+(?=d)", re.IGNORECASE)
_LONGEST = 600  # letters of a sentence that tells of members and of nothing else
_LIKE = 0.85  # a name so near that of a member may be its misspelling


class Change(Struct, frozen=True, kw_only=True):
    """What a sentence may do to the members: operations that are certain, or candidates among which to choose."""

    certain: tuple[Keys, ...] = ()
    candidates: tuple[tuple[Keys, ...], ...] = ()


def member_change(sentence: str, parties: Mapping[str, str]) -> Change:
    """What the sentence does to the members `parties` (id → name)."""
    words = " ".join(sentence.split())
    for verb, formula in _WHOLE.items():
        found = formula.fullmatch(words)
        operations = _operations(verb, found, parties) if found else ()
        if operations:
            return Change(certain=operations)
    candidates = [_operations(verb, found, parties) for verb, noun in _NOUNS.items() for found in noun.finditer(words)]
    if replaced := _REPLACED.fullmatch(words):
        candidates += _succession(replaced, parties)
    return Change(candidates=tuple(c for c in candidates if c))


def members_told(sentence: str) -> tuple[list[str], list[str]]:
    """The names that a sentence says to be members no longer, or no longer so called, and those that it says to be new."""
    words = " ".join(sentence.split())
    if len(words) > _LONGEST:
        return [], []
    for verb, formula in (*_WHOLE.items(), ("", _REPLACED)):
        if found := formula.fullmatch(words):
            named, told = _names(found["one"]), found.groupdict()
            new = _names(told.get("into") or told.get("quoted") or told.get("bare") or "")
            return ([], named) if verb == "adhésion" else (named, [name for name in new if name])
    gone = [
        one for found in _IN_THE_PLACE.finditer(words) for one in re.split(r"\s+et\s+(?=(?:à|aux?)\s)", found["one"])
    ]
    return [
        re.sub(r"^(?:aux?\s+|d[ue]s?\s+(?:la\s+|l[’'])?|à\s+(?:l(?:es?|a)\s+|l[’'])?)", "", one) for one in gone
    ], []


def _operations(verb: str, found: re.Match[str], parties: Mapping[str, str]) -> tuple[Keys, ...]:
    """The operations of one formula; none where a name is not certain."""
    names = _names(found["one"])
    when = _since(found)
    known = [_known(name, parties) for name in names]
    if when is None or not names:
        return ()
    if verb == "retrait" and when and not re.search(r"compter|partir", " ".join(_when(found))):
        return ()  # « au 31 décembre »: a member on that day still, or no longer?
    match verb:
        case "adhésion":
            if any(known) or any(_like_a_member(name, parties) for name in names):
                return ()
            return tuple((("adhésion", as_id(name)), ("nom", capitalised(name)), *when) for name in names)
        case "retrait":
            return tuple((("retrait", party), *when) for party in known) if all(known) else ()
        case "dénomination":
            name = (found["quoted"] or found["bare"] or "").strip()
            if not found["quoted"] and not name[:1].isupper():
                return ()  # « prend le nom de ville nouvelle »: of a kind, perhaps
            return (
                ((("dénomination", known[0]), ("nom", name), *when),)
                if known == [known[0]] and known[0] and name
                else ()
            )
        case _:
            into = _names(found["into"])
            if len(known) < 2 or not all(known) or len(into) != 1:
                return ()
            party = _known(into[0], parties) or as_id(into[0])
            return ((("fusion", tuple(known)), ("en", party), ("nom", capitalised(into[0])), *when),)


def _succession(found: re.Match[str], parties: Mapping[str, str]) -> list[tuple[Keys, ...]]:
    """« A est remplacée par B »: the same member under another name, or one that leaves and one that comes."""
    old, new, when = _names(found["one"]), _names(found["into"]), _since(found)
    party = _known(old[0], parties) if len(old) == 1 else ""
    if not party or len(new) != 1 or when is None or _known(new[0], parties):
        return []
    name = capitalised(new[0])
    return [
        ((("dénomination", party), ("nom", name), *when),),
        ((("retrait", party), *when), (("adhésion", as_id(new[0])), ("nom", name), *when)),
    ]


def _when(found: re.Match[str]) -> tuple[str, str]:
    """The words that date the sentence, before and after; "" for none."""
    groups = found.groupdict()
    return groups.get("first") or "", groups.get("when") or ""


def _since(found: re.Match[str]) -> tuple[tuple[str, str], ...] | None:
    """The date of the operation; empty where it is that of the act, None where it is not certain."""
    said = [w for w in _when(found) if w]
    if not said:
        return ()
    day = day_in(said[0])
    if len(said) > 1 or (day is None and re.search(r"\d", said[0])):
        return None
    return (("en-vigueur", day.isoformat()),) if day else ()


def _names(words: str) -> list[str]:
    """The names that some words list, each without its article: « des départements du Haut-Rhin et du Bas-Rhin »."""
    words = re.sub(r"^(?:e\s+l[a’']\s*|e\s+|es\s+|u\s+|l(?:[ea]s?\s+|[’']))", "", words.strip(), flags=re.IGNORECASE)
    kind = _KIND.match(words)
    parts = [p for p in re.split(r",\s+(?=l?[dl])|\s+et\s+(?=(?:d|l)(?:[eua]s?\s|[’']))", words) if p.strip()]
    if kind:
        single = kind["kind"][:-1]
        parts = [parts[0].replace(kind["kind"], single, 1), *(f"{single} {p}" for p in parts[1:])]
    return [re.sub(r"^l(?:[ea]s?\s+|[’'])", "", p.strip(), flags=re.IGNORECASE) for p in parts]


def _known(name: str, parties: Mapping[str, str]) -> str:
    """The member that has that name and no longer one; "" where there is none."""
    found = list(named(name, parties))
    return found[0] if len(found) == 1 and _letters(parties[found[0]]) == _letters(name) else ""


def _like_a_member(name: str, parties: Mapping[str, str]) -> bool:
    return bool(closest(_letters(name), map(_letters, parties.values()), likeness=_LIKE))


def _letters(name: str) -> str:
    bare = re.sub(r"^l(?:[ea]s?\s+|[’'])", "", name.strip(), flags=re.IGNORECASE)
    return re.sub(r"[\W_]+", "", without_accents(bare.lower()))


def named(words: str, parties: Mapping[str, str]) -> Iterator[str]:
    """The members that some words name, by their name or by that of their council; the longer name where two overlap."""
    plain = _plain(words)
    spans: list[tuple[int, int, str]] = []
    for party, name in parties.items():
        every = [_bare(name)]
        first, _, rest = every[0].partition(" ")
        if first in _COUNCILS:
            every.append(f"{_COUNCILS[first]} {rest}")
        for one in every:
            pattern = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", one)))
            spans += [(m.start(), -m.end(), party) for m in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", plain)]
    end = -1
    seen: set[str] = set()
    for start, negative, party in sorted(spans):
        if start >= end:
            end = -negative
            if party not in seen:
                seen.add(party)
                yield party


def _bare(name: str) -> str:
    return re.sub(r"^(?:l'|la\s+|le\s+|les\s+)", "", _plain(name).strip())


def _plain(words: str) -> str:
    return without_accents(words.lower().replace("’", "'"))
