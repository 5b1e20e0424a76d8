"""**Quoi.** Un sigle est employé avant l’endroit où l’acte dit ce qu’il veut dire.

**Pourquoi.** L’usage des sigles est déconseillé ; il est admis si le sigle est courant et s’il est développé la première fois
qu’il est employé (Guide de légistique, fiche 3.3.1 ; la circulaire du 30 janvier 1997, 1.1.1.5, le disait déjà). Qui lit dans
l’ordre, ou ne lit que l’article qui le concerne, doit comprendre. Un sigle développé dans un acte antérieur est connu.

**Exemple.** À éviter : « Le CS prépare l’ordre du jour. […] Le comité de suivi (CS) se réunit chaque mois. » Préférer : « Le
comité de suivi (CS) prépare l’ordre du jour. […] Le CS se réunit chaque mois. »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.acronyms import Use
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report

CODE = Code(
    "TXT108",
    "warning",
    Message(
        fr="le sigle « {acronym} » est employé avant d’être défini",
        en="the acronym “{acronym}” is used before it is defined",
    ),
    __doc__,
)
_DEFINED = Message(fr="défini ici", en="defined here")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first use of each acronym that is defined further on."""
    known = {acronym for names in subject.earlier for acronym in names.acronyms}
    first: dict[str, Use] = {}
    for use in subject.acronyms:
        before = first.get(use.acronym)
        if use.acronym in known:
            continue
        if use.explained:
            known.add(use.acronym)
            if before:
                label = Label(subject.span(use.passage, use.start, use.end), _DEFINED)
                span = subject.span(before.passage, before.start, before.end)
                yield report(CODE, span, labels=[label], acronym=use.acronym)
        elif not before and use.passage.own.kind not in {"opening", "closing"}:
            first[use.acronym] = use
