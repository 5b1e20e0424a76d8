"""Names of départements and regions of several words, as the State writes them (Insee, Code officiel géographique)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from clausier.text.regex import regex

OFFICIAL = (
    *"""Alpes-de-Haute-Provence Hautes-Alpes Alpes-Maritimes Bouches-du-Rhône Charente-Maritime Corse-du-Sud Haute-Corse
    Côte-d'Or Côtes-d'Armor Deux-Sèvres Eure-et-Loir Haute-Garonne Ille-et-Vilaine Indre-et-Loire Loir-et-Cher Haute-Loire
    Loire-Atlantique Lot-et-Garonne Maine-et-Loire Haute-Marne Meurthe-et-Moselle Pas-de-Calais Puy-de-Dôme
    Pyrénées-Atlantiques Hautes-Pyrénées Pyrénées-Orientales Bas-Rhin Haut-Rhin Haute-Saône Saône-et-Loire Haute-Savoie
    Seine-Maritime Seine-et-Marne Tarn-et-Garonne Haute-Vienne Hauts-de-Seine Seine-Saint-Denis Val-de-Marne Val-d'Oise
    Auvergne-Rhône-Alpes Bourgogne-Franche-Comté Hauts-de-France Île-de-France Nouvelle-Aquitaine""".split(),
    "Grand Est",
    "Territoire de Belfort",
    "Centre-Val de Loire",
    "Pays de la Loire",
    "Provence-Alpes-Côte d'Azur",
)


def _pattern(name: str) -> str:
    words = re.split(r"[ -]", name)
    return r"(?:\s+|-)".join(re.escape(word).replace("'", "['’]") for word in words)


_BEGINNING = regex(r"(?<![\w-])[A-ZÎ]\w+(?=[\s'’-])")


def places(chars: str) -> Iterator[re.Match[str]]:
    """Each name of a place in a text, from left to right, however its words are joined."""
    end = 0
    for first in _BEGINNING.finditer(chars):
        names = _names(first.group()) if first.start() >= end else None
        if names and (found := names.match(chars, first.start())):
            end = found.end()
            yield found


def is_place(words: str) -> bool:
    """Whether the words are such a name, and no more."""
    return any(len(found.group()) == len(words) for found in places(words))


@cache
def _by_first() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    # Longest first: « Haute-Garonne » after any longer name that begins alike.
    for name in sorted(OFFICIAL, key=len, reverse=True):
        found.setdefault(re.split("[ -]", name)[0], []).append(name)
    return found


@cache
def first_words() -> frozenset[str]:
    """The words with which such a name may begin."""
    return frozenset(_by_first())


@lru_cache
def _names(first: str) -> re.Pattern[str] | None:
    """What finds the names that begin with a word; None where none does."""
    names = _by_first().get(first)
    return re.compile(f"(?:{'|'.join(map(_pattern, names))})(?![\\w-])") if names else None


def official(written: str) -> str:
    """The official spelling of a name that `places` has found."""
    key = _key(written)
    return next(name for name in OFFICIAL if _key(name) == key)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.replace("’", "'"))
