"""What is left open by a sentence that is not understood, where its words tell: what a person may write, or ask for."""

from __future__ import annotations

import re

from clausier.french.changed import says_changed
from clausier.text.regex import regex

_OPEN = tuple(
    (regex(pattern, re.IGNORECASE), what)
    for pattern, what in (
        (r"\bcolonnes?\b", "une colonne ne se change pas seule, il faut le tableau entier, récrit"),
        (
            # Of each stretch the first such word alone: a long one would be read again from each of them.
            r"\brenumérot\w*|\bnumérotation\b|(?:\A|[.;])(?>[^.;]*?\b(?:articles?|numéros?|annexes?|alinéas?)\b)[^.;]*\bdécal(?:é|age)",
            "il faut dire quel article prend quel numéro («\u00a0l’article 5 devient l’article 6\u00a0»)",
        ),
        (
            r"\binterverti\w*|\bpermut\w+|\binvers(?:é|ion)\w*|\béchang\w+",
            "il faut dire ce que chacun devient («\u00a0le 2° devient le 3°\u00a0»), ou derrière quoi il est déplacé",
        ),
        (
            r"\b(?:prorog|prolong|reconduit|renouvel)\w*(?!.*\b(?:jusqu|au \d))",
            "le jour jusqu’auquel n’est pas dit («\u00a0prorogée jusqu’au 31 décembre 2027\u00a0»)",
        ),
        (r"\bdu mot «[^»]*» au mot «", "il faut citer tous les mots qui changent, et non les premiers et les derniers"),
        (r"\boccurrence\b", "il faut citer les mots d’à côté, qui disent laquelle"),
    )
)
_QUOTED = regex(r"«[^»]*(?:»|\Z)")
NOT_UNDERSTOOD = "phrase non comprise"
_NO_WORDS = "elle dit peut-être un changement, et ne cite aucun mot du texte\u00a0: il faut dire lesquels changent, ou qu’aucun ne change"


def with_lead(why: str, sentence: str) -> str:
    """Why a sentence is asked about, and what it leaves open."""
    own = _QUOTED.sub("«»", sentence)
    what = next((what for pattern, what in _OPEN if pattern.search(own)), "")
    if not what and why == NOT_UNDERSTOOD and "«" not in sentence and says_changed(sentence):
        what = _NO_WORDS
    return f"{why}\u00a0: {what}" if what else why
