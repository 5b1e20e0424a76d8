"""**Quoi.** La fiche de l’acte nomme un signataire, ou sa qualité, que les mots de l’acte ne portent pas.

**Pourquoi.** La fiche répète ce que dit l’acte pour que les machines le lisent ; seul l’acte fait foi. Une différence vient
d’une faute de frappe dans l’une ou dans l’autre, et se corrige à la source. La comparaison ne tient pas compte de la
typographie (espaces, apostrophes, tirets).

**Exemple.** À éviter : `représentée-par: Madame Anne LEROI` quand l’acte dit « Madame Anne LEROY ». Préférer les mots de l’acte :
`représentée-par: Madame Anne LEROY`.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.words import nearest, occurrences

CODE = Code(
    "TXT201",
    "warning",
    Message(
        fr="l’acte ne porte pas « {words} », que sa fiche donne pour {key}",
        en="the act does not say “{words}”, which its file gives as {key}",
    ),
    __doc__,
)
_NAME = Message(fr="le représentant d’une partie", en="the representative of a party")
_QUALITY = Message(fr="la qualité d’un représentant", en="the quality of a representative")
_NEAREST = Message(fr="l’acte dit « {words} »", en="the act says “{words}”")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding for each signatory or quality that no line of the act holds."""
    lines = tuple(p.chars for p in subject.passages if not p.quotation)
    if not lines:
        return
    for signatory in subject.act.signatories:
        for key, words in ((_NAME, signatory.represented_by), (_QUALITY, signatory.quality)):
            if words and not any(occurrences(line, words) for line in lines):
                near = nearest(words, lines)
                help_line = _NEAREST.fill(words=near) if near else None
                yield report(CODE, signatory.span, help=help_line, words=words, key=key)
