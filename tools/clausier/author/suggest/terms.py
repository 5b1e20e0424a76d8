"""What words mean, and who holds a role: « on entend par », « ci-après le « COPIL » », « est désignée coordonnateur »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.author.suggest.spoken import bare_of
from clausier.author.suggest.suggested import Suggested
from clausier.text.accents import as_id

_QUOTED = r"[«\"“]\s*(?P<term>[^«»\"”“]{2,60}?)\s*[»\"”]"
_MEANT = (
    re.compile(rf"\A\W*(?:[^,;:.«»]{{3,50}},\s+)?(?:on\s+entend|il\s+faut\s+entendre|s['’]entend)\s+par\s+{_QUOTED}\s*[,:]?\s+\w[^:]*\Z", re.IGNORECASE),
    re.compile(rf"\A\W*(?:[^,;:.«»]{{3,50}},\s+)?(?:(?:le\s+(?:terme|mot)|l['’](?:expression|acronyme)|les\s+(?:termes|mots))\s+)?{_QUOTED}\s+(?:désigne(?:nt)?|signifie(?:nt)?|s['’]entend(?:ent)?)\s+\w[^:]*\Z", re.IGNORECASE),
)  # fmt: skip
_LEADS = re.compile(
    r"\A\W*(?:[^;:.«»]{3,80},\s+)?(?:on\s+entend\s+par|sont\s+définis\s+comme\s+suit|les\s+(?:termes|mots)\s+suivants\s+(?:désignent|signifient))\s*:?\s*:\s*\Z",
    re.IGNORECASE,
)
_ITEM = re.compile(rf"\A{_QUOTED}\s*(?::|=|[–—-]\s)\s*\w")
_HEREAFTER = re.compile(
    rf"\A\W*(?P<of>(?:l[ae]s?\s+|l['’])[^,;:.()«»]{{3,80}}?)\s*(?P<open>,\s+|\()(?:ci-après|désormais)\s*,?\s*(?:(?:dénommée?s?|désignée?s?|appelée?s?)\s+)?(?:par\s+|sous\s+le\s+terme\s+)?"
    rf"(?:l[ae]s?\s+|l['’])?{_QUOTED}\s*(?P<close>\)|,)",
    re.IGNORECASE,
)
_ROLES = r"(?:co-?)?(?:coordonnateur|coordonnatrice|coordinateur|pilote|gestionnaire|mandataire|chef\s+de\s+file|exploitant|président|présidente)"
_HOLDS = re.compile(
    rf"\A\W*(?P<who>(?:l[ae]\s+|l['’])?[^,;:.()«»]{{2,80}}?)\s+est\s+(?:désignée?|nommée?|instituée?|le|la|l['’])\s*(?:comme\s+|en\s+qualité\s+de\s+)?(?P<role>{_ROLES})\b(?:\s+d[^,;:.]{{2,60}})?\s*[.;]?\Z",
    re.IGNORECASE,
)


def terms_of(sentence: str, people: Mapping[str, str]) -> Iterator[Suggested]:
    """What a sentence defines, and who it says holds a role; `people` are the members, by what the text calls them, as an id."""
    whole = sentence.rstrip(" .;\u00a0")
    for formula in _MEANT:
        if found := formula.match(sentence):
            yield _term(found["term"], whole)
            return
    if (named := _HEREAFTER.match(sentence)) and (named["open"] == "(") is (named["close"] == ")"):
        words = sentence[named.start("of") : named.end() - (named["close"] == ",")]
        yield _term(named["term"], words)
    if (holds := _HOLDS.match(sentence)) and (member := people.get(as_id(bare_of(holds["who"])))):
        role = as_id(holds["role"])
        keys = (("citation", whole), ("objet", role), ("terme", holds["role"].lower()), ("désigne", member))
        yield Suggested(kind="définition", keys=keys, named=role)


def introduces_terms(sentence: str) -> bool:
    """Whether each item of the list below defines a term (« on entend par : »)."""
    return _LEADS.match(sentence) is not None


def term_of_item(words: str) -> Suggested | None:
    """The term that an item of such a list defines: « « Titulaire » : l’opérateur retenu »."""
    found = _ITEM.match(words)
    return _term(found["term"], words.rstrip(" .;\u00a0")) if found else None


def _term(term: str, words: str) -> Suggested:
    return Suggested(kind="définition", keys=(("citation", words), ("terme", term)), named=f"definition-{as_id(term)}")
