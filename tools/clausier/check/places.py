"""Names of départements and regions of several words, as the State writes them (Insee, Code officiel géographique)."""

from __future__ import annotations

import re

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


# Longest first: « Alpes-de-Haute-Provence » before any name that it might contain.
PLACE = re.compile(
    r"(?<![\w-])(?=[A-ZÎ][a-zîô]+[\s'’-])(?:"
    + "|".join(map(_pattern, sorted(OFFICIAL, key=len, reverse=True)))
    + r")(?![\w-])"
)


def official(written: str) -> str:
    """The official spelling of a name that `PLACE` has matched."""
    key = _key(written)
    return next(name for name in OFFICIAL if _key(name) == key)


def _key(name: str) -> str:
    return re.sub(r"[\s-]+", " ", name.replace("’", "'"))
