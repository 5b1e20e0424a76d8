"""**Quoi.** L’avenant porte le numéro 3, et aucun de ceux qui ont été signés avant lui ne porte le numéro 2 ; ou l’un d’eux porte déjà
le sien.

**Pourquoi.** Le texte consolidé est celui que font tous les avenants, dans leur ordre. Un avenant dont personne n’a apporté le fichier
manquerait dans le texte sans que rien le montre ; celui qui serait entré deux fois, sous deux noms, y compterait deux fois.

**Exemple.** À éviter : « Avenant n° 1 », puis « Avenant n° 3 ». Préférer : faire entrer l’avenant n° 2. S’il n’a jamais été signé, ou si
la convention saisie tient déjà compte des premiers, accepter l’avertissement avec son motif.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.subject import Subject, number_among_amendments
from clausier.diagnostics import Code, Diagnostic, Message, report

CODE = Code(
    "TXT118",
    "warning",
    Message(
        fr="{missing}\u00a0: celui-ci est le n°\u00a0{number}",
        en="{missing}: this one is no. {number}",
    ),
    __doc__,
    help=Message(
        fr="le faire entrer (clausier import)\u00a0; s’il est déjà là, l’une des dates de signature, qui rangent les avenants, est fausse\u00a0; s’il n’existe pas, accepter l’avertissement avec son motif",
        en="bring it in (clausier import); if it is there, one of the days of signature, by which amendments are ordered, is wrong; if there is none, accept the warning with its reason",
    ),
)
_TWICE = Message(
    fr="si c’est le même acte, effacer l’un des deux dossiers\u00a0; si l’un des titres se trompe, accepter l’avertissement",
    en="if it is the same act, delete one of the two folders; if one of the titles is wrong, accept the warning",
)
_MOST_BEFORE = 10


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for an amendment that does not bear the number after the highest of those before it.

    None for the first where its number is of another series: that of a whole branch, or of a convention that was typed as it stood.
    """
    number = number_among_amendments(subject.act)
    last = max((names.number for names in subject.earlier), default=0)
    other = next((names.folder for names in subject.earlier if number and names.number == number), None)
    if other:
        twice = Message(fr=f"{other} a déjà ce numéro", en=f"{other} has that number already")
        yield report(CODE, subject.act.span, help=_TWICE, missing=twice, number=number)
    if number > last + 1 and (last or number <= _MOST_BEFORE):
        first, before = last + 1, number - 1
        one = Message(fr=f"l’avenant n°\u00a0{first} manque", en=f"amendment no. {first} is missing")
        more = Message(
            fr=f"les avenants n°\u00a0{first} à {before} manquent", en=f"amendments no. {first} to {before} are missing"
        )
        yield report(CODE, subject.act.span, missing=one if first == before else more, number=number)
