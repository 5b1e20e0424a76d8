"""What no French sentence has where two words, or two marks, meet: « ,, », « .. », « de de », « l’comité », « le alinéa », « de les membres »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.text.regex import regex


class Joint(Struct, frozen=True):
    """The characters `start` to `end` of a line, which do not go together, and what was meant; "" where that is not sure."""

    start: int
    end: int
    right: str


_ALIKE = str.maketrans("’\u00a0\u202f", "'  ")  # one character for one: places stay


def joints(chars: str) -> tuple[Joint, ...]:
    """The joints of a line, in order; not what can be meant as it stands: « le un », « la ou les », « de le saisir »."""
    found = sorted(_all(chars.translate(_ALIKE)), key=lambda one: (one.start, one.end))
    return tuple(Joint(one.start, one.end, one.right.replace("'", "’")) for one in found)


_FIRST = r"(?<![\w'-])"  # « donnez-le à » is no article
# « etc., » and « art. ; » are right: a full stop may be an abbreviation's. « (…), » too.
_MARKS = regex(r"[,;:] ?[,;:]|[,;:] ?\.(?!\.)|(?<!\.)\.\.(?!\.)|\( ?[,;:.)](?!\.)|[,;] ?\)")
_TWICE = regex(r"(?<![\w'-])(?<!\w[.,/])([^\W\d_]{2,})\s+\1(?![\w'-])")
_TWICE_MEANT = frozenset("nous vous en faire fait est a peut etc".split())
# « six ans Elle est … »: a sentence begins, and none has ended. « au Havre », « le journal Le Monde » are names; « 3.1 Le comité » is numbered.
_UNENDED = regex(
    r"(?<![\w'.-])[\w'-]*[a-zà-ÿ0-9] (?:Ils?|Elles?|L[ae]s?|Ce(?:tte|s)?|Cet|Chaque|Chacun|Toute?s?|Tous|Une?|Aux?|En|Dans|Si)(?= [a-zà-ÿ])"
)
_VOWEL = "aàâäeéèêëiîïoôöuùûüœæ"
# The h that is certainly mute: a word is left alone where it may be aspirate.
_MUTE = (
    r"h(?:abil|abit|armoni|ebdomad|éberg|érit|eures?\b|istoi|istori|omm|omolog|onor|onnêt|onneur|ôpita|ôtel|ospit"
    r"|oraire|uissier|umain|ygi|ypoth)"
)
# A letter, a number, a sound that is no vowel, « la ou les »; what is all in capitals is spelt or read, nobody knows.
_NOT_ELIDED = (
    r"(?!(?:e|o|u|i|a|et|ou|où|onz\w+|oui|ouï\w*|oua\w*|oue(?!st)\w*|oui\w*|i[aeéèiou]\w*|uhlan\w*|ululement\w*|énième)(?!\w))"
    r"(?!\w*(?-i:[A-ZÀ-ÖØ-Þ]{2}))"
)
_WORD = rf"{_NOT_ELIDED}(?:[{_VOWEL}]|{_MUTE})[\w'-]*"
_UNELIDED = regex(rf"{_FIRST}(le|la|de|ne|se|je|que|jusque|lorsque|puisque|du|au|sa) ({_WORD})", re.IGNORECASE)
_BEFORE_A_VOWEL = {"du": "de l'", "au": "à l'", "sa": "son "}
_NUMBER_OR_LETTER = regex(r"une?(?!\w)", re.IGNORECASE)
_SPELT = regex(r" ?(?:\(|à |ou |et |pour )")  # « de un à trois », « de un (1) an »
_ASPIRATE = r"h(?:andicap|iérarch|auss|aut|asard|ameau|angar|arcèl|uit(?!\w)|ors(?!\w))"
_ELIDED = regex(
    rf"{_FIRST}(l|d|n|s|j|qu|jusqu|lorsqu|puisqu)'((?-i:[bcçdfgjklmnpqrstvwxz]|[BCDFGJKLMNPQRSTVWXZ](?=[a-zà-ÿ]))\w+|(?-i:{_ASPIRATE})\w*)",
    re.IGNORECASE,
)
_WHOLE = {
    "l": "le (la) ",
    "d": "de ",
    "n": "ne ",
    "s": "se ",
    "j": "je ",
    "qu": "que ",
    "jusqu": "jusque ",
    "lorsqu": "lorsque ",
    "puisqu": "puisque ",
}
_CONTRACTED = {"à le": "au", "à les": "aux", "de le": "du", "de les": "des"}
_UNCONTRACTED = regex(r"(?<![\w-])((?:[àÀ]|[dD]e) les?) ([^\W\d_][\w'-]*)")
# Before an infinitive, and the pronouns that stand before one, « le » and « les » are pronouns.
_INFINITIVE = regex(r"(?:\w*(?:[ei]r|ire|ndre|ttre|[ao]ître|ivre|udre|clure|cre|rdre|ompre)|y|en|lui|leur)\Z")
_NOUN = regex(
    r"(?:premier|dernier|dossier|courrier|chantier|calendrier|quartier|foyer|loyer|cahier|trésorier|salarié|ministère|gendre)\Z"
)
_TWO_ARTICLES = regex(rf"{_FIRST}((?:du|des|aux?) (?:le|la|les|du|des|aux?)|de (?:du|des))(?![\w'-])")


def _all(chars: str) -> Iterator[Joint]:
    """In no order, with straight apostrophes."""
    for m in _MARKS.finditer(chars):
        yield Joint(m.start(), m.end(), "")
    for m in _UNENDED.finditer(chars):
        yield Joint(m.start(), m.end(), "")
    for m in _TWICE.finditer(chars):
        if m[1] not in _TWICE_MEANT:
            yield Joint(m.start(), m.end(), m[1])
    for m in _UNELIDED.finditer(chars):
        if not _may_stand(m[1].lower(), m[2], chars[m.end() :]):
            first = _BEFORE_A_VOWEL.get(m[1].lower(), m[1].lower()[:-1] + "'")
            yield Joint(m.start(), m.end(), (first.capitalize() if m[1][0].isupper() else first) + m[2])
    for m in _ELIDED.finditer(chars):
        whole = _WHOLE[m[1].lower()]
        yield Joint(m.start(), m.end(), (whole.capitalize() if m[1][0].isupper() else whole) + m[2])
    for m in _UNCONTRACTED.finditer(chars):
        if _NOUN.match(m[2]) or not _INFINITIVE.match(m[2]):
            one = _CONTRACTED[m[1].lower()]
            yield Joint(m.start(), m.end(), f"{one.capitalize() if m[1][0].isupper() else one} {m[2]}")
    for m in _TWO_ARTICLES.finditer(chars):
        yield Joint(m.start(), m.end(), "")


def _may_stand(first: str, second: str, after: str) -> bool:
    """Whether « le un », « la une », « de un à trois » may be a number, or the name of a letter."""
    if not _NUMBER_OR_LETTER.match(second):
        return False
    return first in {"le", "la", "du", "au", "sa"} or _SPELT.match(after) is not None
