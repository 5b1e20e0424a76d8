"""**Quoi.** Un terme que l’acte définit par un sigle, « Nom (SIGLE) », s’y écrit ailleurs avec d’autres majuscules.

**Pourquoi.** Le terme défini se reconnaît à sa forme : si « Comité de Suivi » est défini, « comité de suivi » peut passer pour un
autre comité. Une même chose se désigne partout de même (Guide de légistique, fiche 3.3.1 : la rédaction doit être claire).

**Exemple.** À éviter : « le Comité de Suivi (CS) […] le comité de suivi se réunit ». Préférer : « le comité de suivi (CS) […] le
comité de suivi se réunit ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.acronyms import plain, words_of
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report

CODE = Code(
    "TXT112",
    "warning",
    Message(
        fr="« {written} » : le terme est défini sous la forme « {defined} »",
        en="“{written}”: the term is defined as “{defined}”",
    ),
    __doc__,
)
_DEFINED = Message(fr="défini ici", en="defined here")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for each defined term, at the first place where its capitals differ."""
    done: set[str] = set()
    for use in subject.acronyms:
        term = _term(use.passage.chars[: use.start], use.acronym) if use.explained else ""
        if not term or use.acronym in done:
            continue
        done.add(use.acronym)
        written = r"(?<!\w)" + r"\s+".join(map(re.escape, term.split())) + r"(?!\w)"
        for passage in subject.lines.holding(" ".join(term.split()).lower()):
            skip = passage.kind == "heading" or passage.shouted
            match = None if skip else re.search(written, passage.chars, re.IGNORECASE)
            if match and " ".join(match.group().split())[1:] != " ".join(term.split())[1:]:
                label = Label(subject.span(use.passage, use.start, use.end), _DEFINED)
                span = subject.span(passage, match.start(), match.end())
                yield report(CODE, span, labels=[label], written=match.group(), defined=term)
                break


def _term(before: str, acronym: str) -> str:
    """The words before `(SIGLE)` whose initials make it."""
    words = list(re.finditer(r"\w[\w-]*", before))
    for first in reversed(words):
        term = before[first.start() :].rstrip(" (\u00a0\u202f")
        if "".join(plain(w[0]) for w in words_of(term)) == acronym:
            return term
        if len(term) > 120:
            break
    return ""
