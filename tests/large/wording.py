"""Sentences of a convention that nobody has signed: services that towns put in common, in a French of this file's own."""

from __future__ import annotations

import random
import re

# With the article that each takes; the verb behind it is in the singular.
_SUBJECTS = (
    "le gestionnaire du service", "la commission des achats", "le comité de suivi", "chaque commune adhérente",
    "le trésorier du service", "la régie des ateliers", "le responsable du fonds", "l'équipe d'entretien",
    "la bibliothèque centrale", "le dépôt commun", "l'atelier de reliure", "le bureau des prêts",
    "la cellule de transport", "l'usager inscrit", "le prestataire retenu", "la conférence annuelle",
)  # fmt: skip
_VERBS = (
    "établit", "transmet", "vérifie", "conserve", "publie", "complète", "remet", "met à jour", "communique", "arrête",
    "examine", "tient à disposition",
)  # fmt: skip
_OBJECTS = (
    "l'inventaire des ouvrages", "la liste des véhicules", "le relevé des prêts", "le programme de reliure",
    "l'état des dépenses communes", "le registre des entrées", "le plan d'acquisition", "la fiche de chaque matériel",
    "le bilan des tournées", "le calendrier des livraisons", "la charte de consultation", "le compte des avances",
    "les pièces justificatives", "les copies demandées", "le tarif des reproductions", "la notice de sécurité",
)  # fmt: skip
_ADVERBS = ("par écrit", "sans frais", "sous enveloppe fermée", "par voie électronique", "en double exemplaire")
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_UNITS = ("jours", "mois", "semaines", "exemplaires", "volumes", "caisses")
_HEADINGS = (
    "Acquisitions", "Inventaire", "Tournées de livraison", "Reliure et réparation", "Consultation sur place",
    "Prêts entre communes", "Entretien du dépôt", "Comptes et avances", "Transport des caisses", "Horaires",
    "Formation des équipes", "Assurance des matériels", "Achats groupés", "Catalogue commun", "Reproductions",
)  # fmt: skip
_OF = ("du fonds", "des ateliers", "du dépôt", "de la régie", "des annexes", "du service", "des collections")
FIGURE = re.compile(rf"\b\d+ (?:{'|'.join(_UNITS)})\b")
ADVERB = re.compile("|".join(f" {one}" for one in _ADVERBS))
LATER = ("ouvrables", "entiers", "consécutifs")  # what an amendment puts behind a figure


class Wording:
    """Draws sentences, items and headings; `references` are the numbers that sentences may name."""

    def __init__(self, seed: random.Random, references: list[str]) -> None:
        self.random = seed
        self.references = references

    def sentence(self) -> str:
        """A sentence with its capital and its full stop."""
        said = f"{self._pick(_SUBJECTS)} {self._clause()}{self._complement()}"
        if self.random.random() < 0.3:
            said += f", puis {self._clause()}{self._complement()}"
        return f"{said[0].upper()}{said[1:]}."

    def introduction(self) -> str:
        """What comes before a list."""
        said = self._pick(_SUBJECTS)
        return f"{said[0].upper()}{said[1:]}, pour {self.figure()} au plus, {self._pick(_VERBS)} :"

    def item(self) -> str:
        """An item of a list, without its full stop."""
        said = f"{self._pick(_OBJECTS)}{self._complement()}"
        return f"{said[0].upper()}{said[1:]} ;"

    def heading(self) -> str:
        """A heading."""
        return f"{self._pick(_HEADINGS)} {self._pick(_OF)}"

    def figure(self) -> str:
        """A number and what it counts."""
        return f"{self.random.randint(2, 900)} {self._pick(_UNITS)}"

    def amount(self) -> str:
        """A cell of a table that holds a number."""
        return str(self.random.randint(2, 990))

    def adverb(self) -> str:
        """Words that say how."""
        return self._pick(_ADVERBS)

    def _clause(self) -> str:
        return f"{self._pick(_VERBS)} {self._pick(_OBJECTS)}"

    def _complement(self) -> str:
        draw = self.random.random()
        if draw < 0.35:
            return f" dans un délai de {self.figure()}"
        if draw < 0.5:
            return f" avant le {self.random.randint(2, 28)} {self._pick(_MONTHS)}"
        if draw < 0.65:
            return f" {self.adverb()}"
        if draw < 0.78 and self.references:
            return f" dans les conditions prévues à l'article {self._pick(self.references)} de la présente convention"
        return f" pour {self.figure()}"

    def _pick(self, among: tuple[str, ...] | list[str]) -> str:
        return among[int(self.random.random() * len(among))]
