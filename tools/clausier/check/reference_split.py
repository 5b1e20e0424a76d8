"""**Quoi.** Un avenant a scindé l’article qu’un renvoi désigne : le renvoi n’en désigne plus que la première partie.

**Pourquoi.** Ce qui est passé dans la seconde partie, sous un autre numéro, n’est plus visé par le renvoi, sans que rien n’en
soit dit. Souvent l’une des deux parties suffit ; il faut le lire pour le savoir. Celui qui scinde un article vérifie les
renvois qui le visaient (Guide de légistique, fiche 3.4.4, « Références »).

**Exemple.** À éviter : scinder l’article 5, dont les pénalités deviennent l’article 6, et laisser à l’article 8 « les pénalités
prévues à l’article 5 ». Préférer : ajouter « À l’article 8, les mots “l’article 5” sont remplacés par les mots “l’article 6” ».
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.amend.identity import path_of
from clausier.check.followed import HERE, Followed, touched, wholes
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.model.provision import Provision
from clausier.source.outline import name

CODE = Code(
    "TXT304",
    "remark",
    Message(
        fr="le renvoi «\u00a0{words}\u00a0» ({where}) désigne ce qui a été scindé\u00a0: la seconde partie en est devenue {second}",
        en="the reference “{words}” ({where}) names what has been split: its second part is now {second}",
    ),
    __doc__,
    help=Message(
        fr="dire par le même acte laquelle des deux parties il vise, ou les deux\u00a0; rien n’est à faire s’il vise la première",
        en="say by the same act which of the two parts it is about, or both; nothing is to be done if it is the first",
    ),
)


def find(one: Followed) -> Iterator[Diagnostic]:
    """A finding where what a reference named is split in two, and the reference names but the first."""
    if not one.splits or one.before is None or one.was is None or one.earlier is None or one.of_a_former_wording:
        return
    named = wholes(one.reference, one.document) & wholes(one.before, one.was)
    for operation in one.splits:
        changed = touched(operation, one.timeline)
        if not named & changed:
            continue
        for second in (p for p in one.document.walk() if p.id in changed and path_of(one.earlier, p.id) is None):
            if not _named(second, one):
                yield report(
                    CODE,
                    operation.common.span,
                    labels=[Label(one.words, HERE)],
                    words=one.reference.words,
                    where=one.where,
                    second=name(second),
                )


def _named(second: Provision, one: Followed) -> bool:
    """Whether the reference names that part too, or a range in which it stands."""
    paths = [place.path for place in one.reference.places]
    there = path_of(one.document, second.id)
    return there in paths or (there is not None and paths[0] < there < paths[-1])
