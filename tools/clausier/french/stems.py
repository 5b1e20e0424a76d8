"""The words by which two sentences are told to be about one matter."""

from __future__ import annotations

from clausier.text.accents import without_accents
from clausier.text.regex import regex
from clausier.text.typography import fold

STEM = 6
"""So many letters of a word tell what it is about."""
_LONG = regex(r"[a-z]{4,}")
_OF_NO_MATTER = frozenset(
    "pour dans avec cette leur leurs sont sera serait seraient soit soient etre entre compter partir fixe fixee prevu prevue eleve desormais disposition dispositions stipulation stipulations porter porte portee portes portees ramener fixer article articles peut mois jour jours semaine semaines heure heures annee annees".split()
)


def stems(words: str) -> set[str]:
    """The long words of a sentence, cut short, but those that say nothing of its matter."""
    return {word.rstrip("s")[:STEM] for word in _LONG.findall(plain(words)) if word not in _OF_NO_MATTER}


# How the feminine of a word ends, without its « e », and how its masculine does; the plural of one in « -al ».
_TURNED = tuple(
    (regex(rf"{ending}\Z"), other)
    for ending, other in (
        ("(?<!e)aux", "al"),
        ("euse?", "eur"),
        ("trice?", "teur"),
        ("ive?", "if"),
        ("([lnt])\\1e?", r"\1"),
    )
)


def inflected(word: str) -> str:
    """A word, in small letters without accents, without what tells its number and its gender: « employées » is « employé », and no « employeur »."""
    word = word.rstrip("s")
    for ending, other in _TURNED:
        word = ending.sub(other, word)
    return word.rstrip("ex")


def matters(words: str) -> set[str]:
    """The long words of a sentence whatever their number and gender, but those that say nothing of its matter."""
    return {inflected(word) for word in _LONG.findall(plain(words)) if word not in _OF_NO_MATTER}


def plain(words: str) -> str:
    """Words in small letters, without accents."""
    return without_accents(fold(words).chars.lower())
