"""**Quoi.** La phrase annonce un tiret, et le texte nouveau qui la suit n’est pas l’élément d’une liste.

**Pourquoi.** Ce qui n’a pas son tiret devient un alinéa ordinaire, à côté de la liste : le texte en vigueur ne serait pas celui
que les parties ont voulu, et un avenant qui viserait ce tiret ne le trouverait pas. Entre le chevron et le guillemet, un
tiret et une espace en font un élément.

**Exemple.** À éviter : « L’article 4 est complété par un tiret ainsi rédigé : », puis `> « de tenir les comptes. »` ou
`> « - de tenir les comptes. »`. Préférer : `> - « de tenir les comptes. »`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausier.check.quotation_unbalanced import quotations
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import regex

CODE = Code(
    "TXT218",
    "warning",
    Message(
        fr="la phrase annonce un tiret, et ce texte nouveau n’est pas l’élément d’une liste",
        en="the sentence announces an item with a dash, and this new text is no item of a list",
    ),
    __doc__,
    help=Message(
        fr="mettre un tiret et une espace derrière le chevron\u00a0: «\u00a0> - …\u00a0»",
        en="put a dash and a space behind the >: “> - …”",
    ),
)
_ANNOUNCED = regex(
    r"\b(?:par|ajouté|inséré|créé)\s+(?:un|deux|trois|quatre|\d+|le|les)\s+(?:nouveaux?\s+)?tirets?\b[^.;«]*:\s*$"
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each new text without a dash behind a sentence that announces one."""
    for before, quoted in pairwise(quotations(subject.passages)):
        first, said = quoted[0], before[-1]
        announced = first.quotation and not said.quotation and said.own is first.own
        if announced and first.kind == "alinea" and not first.group and _ANNOUNCED.search(said.chars):
            yield report(CODE, subject.span(first))
