"""Verbs typed with one letter too few, too many, or another: « modifé », « suprimée »."""

from __future__ import annotations

from functools import lru_cache

from clausier.french.lexicon import KINDS
from clausier.text.regex import regex

_VERBS = ("remplac", "modifi", "supprim", "complet", "redig", "abrog", "inser", "ajout")
_FORMS = {
    form: kind for form, kind in KINDS.items() if form.startswith(_VERBS) and form.endswith(("e", "ee", "es", "ees"))
}
# Words that mean something else, a letter away from one of those.
_OTHERS = regex(r"replac|abreg|complets?\Z|infer|surprim|ajour|momifi")
_SHORTEST = 5


@lru_cache(maxsize=1 << 10)
def meant_by(word: str) -> str:
    """The kind of the one verb, as a participle, of which a word that is not known is a slip; "" where there is none."""
    if word in KINDS or _OTHERS.match(word) or len(word) < _SHORTEST:
        return ""
    kinds = {kind for form, kind in _FORMS.items() if form[0] == word[0] and _one_off(word, form)}
    return kinds.pop() if len(kinds) == 1 else ""


def _one_off(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter, or two next to each other that have changed places."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return len(one) <= 1 >= len(other) or (len(one) == len("ab") and one == other[::-1])
