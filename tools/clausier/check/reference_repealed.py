"""**Quoi.** Un renvoi désigne une stipulation abrogée.

**Pourquoi.** Ce qui est abrogé ne dit plus rien : un renvoi qui le vise laisse sans règle ce qui en dépendait, ou fait croire que
l’abrogation l’a oublié. Celui qui abroge une stipulation récrit les renvois qui la visaient (Guide de légistique,
fiche 3.4.4, « Références »).

**Exemple.** À éviter : abroger l’article 5 et laisser, à l’article 8, « la contribution prévue à l’article 5 ». Préférer :
supprimer ces mots par le même avenant. « Les marchés en cours restent régis par l’article 5 dans sa rédaction antérieure » n’est
pas signalé.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.followed import Followed
from clausier.diagnostics import Code, Diagnostic, Message, report

CODE = Code(
    "TXT302",
    "warning",
    Message(
        fr="le renvoi « {words} » ({where}) désigne une stipulation abrogée",
        en="the reference “{words}” ({where}) names a repealed provision",
    ),
    __doc__,
    help=Message(
        fr="récrire le renvoi, ou le supprimer, par le même acte",
        en="reword the reference, or delete it, by the same act",
    ),
)


def find(one: Followed) -> Iterator[Diagnostic]:
    """A finding where a reference names what is repealed, from the version in which that begins."""
    begins = one.reference.status == "repealed" and (one.before is None or one.before.status != "repealed")
    if begins and not one.of_a_former_wording:
        yield report(CODE, one.span, labels=one.labels, words=one.reference.words, where=one.where)
