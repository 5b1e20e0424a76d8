"""The words by which two sentences are told to be about one matter."""

from __future__ import annotations

from clausier.text.accents import without_accents
from clausier.text.regex import regex
from clausier.text.typography import fold

STEM = 6
"""So many letters of a word tell what it is about."""
_LONG = regex(r"[a-z]{4,}")
_OF_NO_MATTER = frozenset(
    "pour dans avec cette leur leurs sont sera etre entre compter partir fixe fixee prevu prevue eleve desormais disposition dispositions stipulation stipulations porter ramener fixer article articles peut mois jour jours semaine semaines heure heures annee annees".split()
)


def stems(words: str) -> set[str]:
    """The long words of a sentence, cut short, but those that say nothing of its matter."""
    return {word.rstrip("s")[:STEM] for word in _LONG.findall(plain(words)) if word not in _OF_NO_MATTER}


def plain(words: str) -> str:
    """Words in small letters, without accents."""
    return without_accents(fold(words).chars.lower())
