"""**Quoi.** Un renvoi ne désigne rien : l’article, l’annexe, l’alinéa ou le point qu’il nomme n’existe pas, ou n’existe plus
depuis un avenant.

**Pourquoi.** Un renvoi doit désigner une stipulation, et une seule, dans le texte en vigueur ; le rédacteur qui supprime une
stipulation cherche les renvois qui la visaient et les récrit (Guide de légistique, fiche 3.4.4, « Références »). Le contrôle lit
chaque version consolidée. Il se tait quand la stipulation peut se trouver dans un texte qui n’est pas disponible, et quand les
usages varient : « point 3 », « le préambule ».

**Exemple.** À éviter : « dans les conditions de l’article 8.12 », quand l’article 8 s’arrête à 8.5. Préférer : « dans les
conditions de l’article 8.2 ».
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.amend.identity import follow
from clausier.check.followed import Followed, ends
from clausier.diagnostics import Code, Diagnostic, Filled, Message, report

CODE = Code(
    "TXT301",
    "warning",
    Message(
        fr="le renvoi « {words} » ({where}) ne désigne rien",
        en="the reference “{words}” ({where}) names nothing",
    ),
    __doc__,
)
_NEAREST = Message(fr="le numéro le plus proche est « {nearest} »", en="the nearest number is “{nearest}”")
_GONE = Message(
    fr="ce qu’il désignait est supprimé : récrire le renvoi, ou le supprimer",
    en="what it named is deleted: reword the reference, or delete it",
)


def find(one: Followed) -> Iterator[Diagnostic]:
    """A finding where a reference names nothing, from the version in which that begins."""
    reference, before = one.reference, one.before
    if reference.status == "missing" and (before is None or before.status not in {"found", "repealed", "missing"}):
        yield _finding(one, _NEAREST.fill(nearest=reference.nearest) if reference.nearest else None)
    elif None in one.then and (reference.status in {"missing", "unknown"} or _slid(one)):
        yield _finding(one, _GONE.fill())
    # What it named may be there still, under another number: another check says so.


def _finding(one: Followed, help_: Filled | None) -> Diagnostic:
    return report(CODE, one.span, help=help_, labels=one.labels, words=one.reference.words, where=one.where)


def _slid(one: Followed) -> bool:
    """Whether the words now name what stood elsewhere before: what they named was deleted, the next moved up or took its number."""
    earlier = one.earlier
    return earlier is not None and any(follow(p, one.document, earlier) is not None for p in ends(one.reference))
