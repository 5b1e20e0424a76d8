"""What stands for a value in a call (`FILE`, `TARGET`), in the language of the call."""

from __future__ import annotations

import re

from clausier.diagnostics import Lang

# What stands for a value in a call, in French; where a word is not here, it is the same in both languages.
_FRENCH_NAMES = {
    "ACT": "ACTE",
    "ADDRESS": "ADRESSE",
    "AFTER": "APRÈS",
    "AMENDMENT": "AVENANT",
    "BEFORE": "AVANT",
    "BODY": "INSTANCE",
    "COMMAND": "COMMANDE",
    "DIR": "DOSSIER",
    "FILE": "FICHIER",
    "LIST": "LISTE",
    "MATTER": "OBJET",
    "MEMBER": "MEMBRE",
    "MONTH": "MOIS",
    "NAME": "NOM",
    "PACKAGE": "PAQUET",
    "PATH": "CHEMIN",
    "SENSE": "SENS",
    "TARGET": "CIBLE",
    "TEMPLATE": "MODÈLE",
    "TITLE": "TITRE",
}


def named(name: str, lang: Lang) -> str:
    """What stands for a value in a call (`[DIR|LIST]`), in that language."""
    return re.sub(r"[A-Z]+", lambda word: _FRENCH_NAMES.get(word[0], word[0]), name) if lang == "fr" else name
