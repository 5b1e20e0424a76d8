"""**Quoi.** Un texte nouveau s’ouvre par un guillemet sous ses chevrons (`>`), et se ferme plus bas, sur une ligne qui n’en a
pas.

**Pourquoi.** N’entre dans la convention que ce qui est sous les chevrons : la fin de ce que les parties ont signé
manquerait au texte en vigueur. Chaque ligne du texte nouveau porte un chevron, les lignes vides aussi.

**Exemple.** À éviter : `> « La convention dure cinq ans.`, une ligne vide, `Elle est reconductible. »`. Préférer :
`> « La convention dure cinq ans.`, `>`, `> Elle est reconductible. »`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausier.check.quotation_unbalanced import quotations, unpaired
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report

CODE = Code(
    "TXT217",
    "error",
    Message(
        fr="le texte nouveau continue ici, hors de ses chevrons",
        en="the new text goes on here, outside of its block quotation",
    ),
    __doc__,
    help=Message(
        fr="mettre un chevron (>) devant chacune de ses lignes, et devant les lignes vides qui les séparent",
        en="put a > before each of its lines, and before the empty lines between them",
    ),
)
_BEGINS = Message(fr="il s’ouvre ici", en="it opens here")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first line behind each quotation that is closed only there."""
    for quoted, behind in pairwise(quotations(subject.passages)):
        if not quoted[0].quotation or behind[0].quotation or behind[0].own is not quoted[0].own:
            continue  # another quotation is another new text, which an operation must take
        opened, _ = unpaired(quoted)
        _, closed = unpaired(behind)
        if opened and closed:
            labels = [Label(subject.span(opened[0][0], opened[0][1], opened[0][1] + 1), _BEGINS)]
            yield report(CODE, subject.span(behind[0]), labels=labels)
