"""**Quoi.** La fiche donne à l’acte une date de signature que ses mots ne portent pas, alors qu’ils en portent une autre à la
place-et-date.

**Pourquoi.** La date de signature commande l’ordre des actes et, souvent, leur entrée en vigueur. La fiche la répète pour les
machines ; seul l’acte fait foi. Une date connue par ailleurs (une délibération, un cachet) se dit dans la fiche, avec son motif.

**Exemple.** À éviter : `signature: 2021-05-04` quand l’acte finit par « Fait à Dole, le 5 mai 2021 ». Préférer :
`signature: 2021-05-05`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

CODE = Code(
    "TXT202",
    "warning",
    Message(
        fr="l’acte est daté du {said}, sa fiche dit {recorded}",
        en="the act is dated {said}, its file says {recorded}",
    ),
    __doc__,
)
_DATED = regex(
    rf"\b(?:fait|signée?|établi|conclue?)\b.*\ble\s+(?P<d>\d\d?)(?:er)?\s+(?P<m>{'|'.join(MONTHS)})\s+(?P<y>\d{{4}})",
    re.IGNORECASE,
    needs=MONTHS,
)
_IN_FIGURES = regex(
    r"\b(?:fait|signée?|établi|conclue?)\b.*\ble\s+(?P<d>\d\d?)[/.-](?P<m>\d\d?)[/.-](?P<y>\d{4})", re.IGNORECASE
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the date of the closing where it is not within what the file records."""
    signed = subject.act.signed
    for passage in subject.passages:
        if signed is None or passage.own.kind != "closing" or passage.kind != "alinea":
            continue
        if match := _DATED.search(passage.chars) or _IN_FIGURES.search(passage.chars):
            month = match["m"].lower()
            number = int(month) if month.isdigit() else MONTHS.index(month) + 1
            said = f"{match['y']}-{number:02}-{int(match['d']):02}"
            if not signed.first.isoformat() <= said <= signed.last.isoformat():
                recorded = signed.words or signed.first.isoformat()
                yield report(CODE, subject.span(passage, match.start("d"), match.end()), said=said, recorded=recorded)
