"""The closed lists of terms that rules are written in: the French of the sources → the English of the outputs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeVar, cast

from clausier.rules.kinds import Power
from clausier.rules.values import CaptureType
from clausier.source.vocabulary import VOCABULARY

T = TypeVar("T", bound=str)
_ENGLISH = {term.french: term.english for term in VOCABULARY}


def _terms(*french: str) -> Mapping[str, str]:
    return MappingProxyType({term: _ENGLISH[term] for term in french})


def _french(terms: Mapping[str, T]) -> Mapping[T, str]:
    """The other way: the English of the outputs → the French of the sources."""
    return MappingProxyType({english: french for french, english in terms.items()})


_TYPES = _terms("entier", "nombre", "pourcentage", "fraction", "durée", "date", "montant", "périodicité", "texte")
CAPTURE_TYPES: Final = cast("Mapping[str, CaptureType]", _TYPES)
KINDS: Final = _terms(*(term.french for term in VOCABULARY if term.group == "kind"))
FRENCH_KINDS: Final = _french(KINDS)
BASES: Final = _terms(
    "ensemble",
    "présents",
    "présents-ou-représentés",
    "votants",
    "votants-et-abstentions",
    "exprimés",
    "exprimés-et-blancs",
    "exprimés-et-abstentions",
    "exprimés-blancs-et-abstentions",
    "total",
)
# What each seat weighs is a rule of the kind `weights`; in a count, it is its votes.
MEASURES: Final[Mapping[str, str]] = MappingProxyType({"voix": "votes", "têtes": _ENGLISH["têtes"]})
GROUPS: Final = _terms("membres")
COMPARISONS: Final = _terms("au-moins", "plus-de")
COUNTED: Final = _terms("comptés", "non-comptés")
YES_NO: Final = _terms("oui", "non")
LATER: Final = _terms("même", "relative")
ROUNDING: Final = _terms("supérieur", "inférieur")
BOUNDS: Final = _terms("au-moins", "au-plus")
HOLIDAYS: Final = _terms("france", "alsace-moselle")
JOINS: Final[Mapping[str, Literal["all", "any"]]] = MappingProxyType({"toutes": "all", "au-moins-une": "any"})
CERTAIN: Final = "toujours"
"""The name of no fact: it always holds."""
NOBODY: Final = "aucun"
MOTIVES: Final = _terms(
    "exposé", "introduction", "objectif", "information", "exemple", "renvoi", "formule", "modification", "fiche"
)
_POWERS = _terms(
    "qualification",
    "décision",
    "approbation",
    "avis",
    "position",
    "instruction",
    "préparation",
    "proposition",
    "débat",
    "direction",
    "suivi",
    "information",
)
POWERS: Final = cast("Mapping[str, Power]", _POWERS)
FRENCH_POWERS: Final = _french(POWERS)
PARAMETERS: Final = _terms(
    "seuil",
    "assiette",
    "mesure",
    "parmi",
    "sièges",
    "rythme",
    "durée",
    "fériés",
    "fait",
    "par",
    "payeurs",
    "déroge-à",
    "pouvoirs",
    "application",
    "second-tour",
    "déportés",
    "intervalle",
)
"""What the words may leave open."""
FRENCH_PARAMETERS: Final = _french(PARAMETERS)


def french_reading(name: str) -> str:
    """The name of a reading in French, with what tells it from others of its rule: `eleves-assiette`, `par-2`."""
    for english, french in FRENCH_PARAMETERS.items():
        if name == english or name.endswith(f"-{english}"):
            return name.removesuffix(english) + french
        if name.startswith(f"{english}-") and name.removeprefix(f"{english}-").isdigit():
            return french + name.removeprefix(english)
    return name
