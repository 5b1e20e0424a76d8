"""The French terms of rules and their English ones (DESIGN 3.7): what the sources write, and what the outputs say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from clausier.rules.values import CaptureType

CAPTURE_TYPES: Final[Mapping[str, CaptureType]] = MappingProxyType(
    {
        "entier": "integer",
        "nombre": "number",
        "pourcentage": "percentage",
        "fraction": "fraction",
        "durée": "duration",
        "date": "date",
        "montant": "amount",
        "périodicité": "periodicity",
        "texte": "text",
    }
)
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "majorité": "majority",
        "quorum": "quorum",
        "voix": "weights",
        "scrutin": "ballot",
        "composition": "composition",
        "périodicité": "frequency",
        "délai": "deadline",
        "primauté": "precedence",
        "définition": "definition",
        "obligation": "duty",
        "permission": "permission",
        "interdiction": "prohibition",
    }
)
PARAMETERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "seuil": "threshold",
        "assiette": "base",
        "mesure": "measure",
        "parmi": "among",
        "comparaison": "comparison",
        "voix": "votes",
        "tours": "rounds",
        "collège": "college",
        "sièges": "seats",
        "votants": "voting",
        "rythme": "rhythm",
        "durée": "length",
        "événement": "event",
        "avant": "before",
        "après": "after",
        "borne": "bound",
        "prévaut": "prevails",
        "sur": "over",
        "portée": "scope",
        "terme": "term",
        "sens": "meaning",
        "débiteur": "bearer",
        "action": "action",
        "bénéficiaire": "beneficiary",
        "si": "if",
    }
)
BASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ensemble": "all",
        "présents": "present",
        "présents-ou-représentés": "present-or-represented",
        "votants": "voters",
        "exprimés": "cast",
        "total": "total",
    }
)
MEASURES: Final[Mapping[str, str]] = MappingProxyType({"voix": "votes", "têtes": "heads"})
GROUPS: Final[Mapping[str, str]] = MappingProxyType({"membres": "members"})
COMPARISONS: Final[Mapping[str, str]] = MappingProxyType({"au-moins": "at-least", "plus-de": "more-than"})
BOUNDS: Final[Mapping[str, str]] = MappingProxyType({"au-moins": "at-least", "au-plus": "at-most"})
YES_NO: Final[Mapping[str, str]] = MappingProxyType({"oui": "yes", "non": "no"})
MOTIVES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "exposé": "recital",
        "introduction": "lead-in",
        "objectif": "aim",
        "information": "information",
        "exemple": "example",
        "renvoi": "reference",
        "formule": "formula",
        "modification": "amendment",
    }
)
"""Why a sentence states no rule: it tells reasons, introduces what follows, names an aim, informs, gives an example, refers
elsewhere, is a set formula, or amends another text."""
