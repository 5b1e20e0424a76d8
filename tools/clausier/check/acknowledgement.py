"""**Quoi.** L’acte déclare avoir vu et admis un avertissement, mais aucun avertissement n’y correspond.

**Pourquoi.** Un avertissement admis reste dans la liste, avec le motif de ceux qui l’ont admis. Quand le texte qu’il visait a
changé, ou quand la mention est mal recopiée, elle n’admet plus rien : mieux vaut la retirer que la laisser cacher un jour autre
chose. La mention nomme le code du contrôle, le fichier, quelques mots de l’alinéa visé et le motif.

**Exemple.** À éviter : garder la mention `{code: TXT105, fichier: 04.md, citation: "dispose d'une voie"}` après que l’acte a été
saisi à nouveau. Préférer : la supprimer.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.model.act import Acknowledgement, Act
from clausier.text.regex import regex
from clausier.text.words import occurrences

CODE = Code(
    "TXT901",
    "warning",
    Message(
        fr="aucun avertissement {check} ne correspond à cette mention",
        en="no {check} warning matches this acknowledgement",
    ),
    __doc__,
)
# A line that begins an alinéa of its own without an empty line before it.
_BEGINS = regex(r"(?:[-*+]|\d+[.)])\s|\|")


def acknowledge(
    diagnostics: Iterable[Diagnostic], acts: Iterable[Act], *, not_run: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    """`diagnostics`, those warnings that an act acknowledges marked with its reason. Errors cannot be acknowledged.

    An acknowledgement that matches none is a warning of its own, unless its code is among those that were `not_run`.
    """
    found = list(diagnostics)
    for act in acts:
        for acknowledgement in act.acknowledgements:
            matched = False
            for n, diagnostic in enumerate(found):
                if _matches(acknowledgement, diagnostic, act):
                    matched = True
                    found[n] = replace(diagnostic, acknowledged=acknowledgement.reason)
            if not matched and acknowledgement.code not in not_run:
                found.append(report(CODE, acknowledgement.span, check=acknowledgement.code))
    return tuple(found)


def _matches(acknowledgement: Acknowledgement, diagnostic: Diagnostic, act: Act) -> bool:
    path = diagnostic.span.path
    if diagnostic.code.id != acknowledgement.code or diagnostic.severity == "error":
        return False
    if path != acknowledgement.path if acknowledgement.path else not path.startswith(f"{act.folder}/"):
        return False
    if not acknowledgement.quote:
        return True
    source = act.source(path)
    words = diagnostic.message.text("fr") if source is None else _block(source, diagnostic.span.line)
    return bool(occurrences(words, acknowledgement.quote))


def _block(source: str, line: int) -> str:
    """The words of the alinéa, item or row that holds `line`, without the marks of a quotation."""
    lines = [text.strip().removeprefix(">").strip() for text in source.split("\n")]
    first = last = line - 1
    while first > 0 and lines[first - 1] and not _BEGINS.match(lines[first]):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1] and not _BEGINS.match(lines[last + 1]):
        last += 1
    return " ".join(lines[first : last + 1])
