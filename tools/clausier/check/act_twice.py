"""**Quoi.** Deux avenants du projet disent exactement les mêmes mots, et ont été signés le même jour.

**Pourquoi.** C’est le même acte, entré deux fois sous deux noms : ce qu’il ajoute serait ajouté deux fois.

**Exemple.** À éviter : `amendments/avenant-2` et `amendments/2024-avenant-2`, pour le même acte signé. Préférer : effacer l’un des deux
dossiers.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.subject import Subject, words_of
from clausier.diagnostics import Code, Diagnostic, Message, report

CODE = Code(
    "TXT220",
    "error",
    Message(
        fr="cet avenant est déjà dans {other}, mot pour mot", en="this amendment is in {other} already, word for word"
    ),
    __doc__,
    help=Message(fr="effacer l’un des deux dossiers", en="delete one of the two folders"),
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for an amendment of which an earlier one has all the words."""
    mine = words_of(subject)
    other = next((names.folder for names in subject.earlier if mine and names.words == mine), None)
    if other:
        yield report(CODE, subject.act.span, other=other)
