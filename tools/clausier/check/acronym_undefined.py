"""**Quoi.** Un sigle est employé sans que l’acte, ni un acte antérieur, dise ce qu’il veut dire.

**Pourquoi.** L’usage des sigles est déconseillé ; il est admis si le sigle est courant et s’il est développé la première fois
qu’il est employé (Guide de légistique, fiche 3.3.1 ; la circulaire du 30 janvier 1997, 1.1.1.5, le disait déjà). Est défini un
sigle écrit entre parenthèses après le nom qu’il abrège, « comité de suivi (CS) », ou avant lui, « CS (comité de suivi) », ou
annoncé par « ci-après », « dit » ou « dénommé ». Les plus courants (TVA, SMIC, CNIL…) ne sont pas signalés.

**Exemple.** À éviter : « Les membres transmettent leurs effectifs à la DGT. » Préférer : « Les membres transmettent leurs
effectifs à la direction générale du travail (DGT). »
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.acronyms import Use
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report

CODE = Code(
    "TXT109",
    "warning",
    Message(fr="le sigle « {acronym} » n’est défini nulle part", en="the acronym “{acronym}” is defined nowhere"),
    __doc__,
)
_LONGEST = 7  # what is longer is a trade name or a word: acronyms of that length are defined, or names of their own
_NEAREST = Message(
    fr="le plus proche des sigles définis : « {nearest} »", en="the nearest acronym that is defined: “{nearest}”"
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first use of each acronym that nothing defines."""
    first: dict[str, Use] = {}
    defined = {acronym for names in subject.earlier for acronym in names.acronyms}
    for use in subject.acronyms:
        if use.explained:
            defined.add(use.acronym)
        elif use.passage.own.kind not in {"opening", "closing"} and len(use.acronym) <= _LONGEST:
            first.setdefault(use.acronym, use)
    for acronym, use in first.items():
        if acronym not in defined and acronym.rstrip("S") not in defined:
            near = sorted(d for d in defined if len(acronym) > 3 and _one_letter_apart(acronym, d))
            span = subject.span(use.passage, use.start, use.end)
            yield report(CODE, span, help=_NEAREST.fill(nearest=near[0]) if near else None, acronym=acronym)


def _one_letter_apart(left: str, right: str) -> bool:
    """Whether one letter added, dropped or changed makes one word the other."""
    short, long = sorted((left, right), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return short in {long[:at] + long[at + 1 :] for at in range(len(long))}
