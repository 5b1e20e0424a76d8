"""**Quoi.** L’acte tel qu’il est saisi ne dit pas les mêmes mots que l’acte tel qu’il a été reçu (`source.txt`).

**Pourquoi.** L’acte reçu est gardé mot pour mot, défauts compris : nul ne corrige en silence un texte signé. Seules peuvent
différer les espaces, les filets de tableau et les marques de Markdown (tirets de liste, emphase, dièses des intitulés). Le
message donne le premier endroit où les deux textes s’écartent.

**Exemple.** À éviter : saisir « Haute-Saône » quand l’acte signé dit « Haute Saône ». Préférer : saisir « Haute Saône », et
laisser le contrôle qui le concerne le signaler.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import DASH, OPENING, regex
from clausier.text.typography import BULLETS
from clausier.text.words import short

CODE = Code(
    "TXT204",
    "error",
    Message(
        fr="l’acte saisi dit « {entered} », l’acte reçu « {received} » (source.txt, ligne {line})",
        en="the act as entered says “{entered}”, the act as received “{received}” (source.txt, line {line})",
    ),
    __doc__,
)
_RULE = regex(r"[\s|:+=_-]+")
# Marks that are layout at the start of a line, and characters that are layout anywhere.
_LINE_MARK = regex(rf"[\s#>]*(?:(?:{DASH}|[+{BULLETS}])\s+)?")
# The dash of an item that is quoted, « – un président ; », is Markdown's before its guillemet.
_LAYOUT = regex(rf"[\s*|\\]+|(?:(?<={OPENING})|(?<={OPENING}\s)){DASH}\s+")
_SHOWN = 40


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding, at the first word that differs; none for an act without a `source.txt`."""
    if subject.act.source_text is None or not subject.passages:
        return
    lines = subject.act.source_text.lstrip("\ufeff").split("\n")
    letters = ["" if _RULE.fullmatch(line) else _letters(line) for line in lines]
    received = "".join(letters)
    count = 0
    passages = _in_order(subject.passages, received)
    for passage in passages:
        entered = _entered(passage)
        words = _letters(entered)
        if not received.startswith(words, count):
            there = received[count : count + len(words)]
            same = next((n for n, (a, b) in enumerate(zip(words, there, strict=False)) if a != b), len(there))
            yield _difference(subject, passage, entered, same, _place(lines, letters, count + same))
            return
        count += len(words)
    if count < len(received):
        last = passages[-1]
        yield _difference(subject, last, last.chars, len(_letters(last.chars)), _place(lines, letters, count))


def _entered(passage: Passage) -> str:
    return f"{passage.label} {passage.chars}" if passage.label else passage.chars


def _in_order(passages: Sequence[Passage], received: str) -> Sequence[Passage]:
    """The passages, the closing before the annexes where the act received has them behind its signatures."""
    end = next((n for n, one in enumerate(passages) if one.own.kind == "closing"), len(passages))
    start = next((n for n, one in enumerate(passages) if one.own.kind == "annex"), end)
    behind = sum(len(_letters(_entered(one))) for one in passages[:start])
    if start < end < len(passages) and received.startswith(_letters(_entered(passages[end])), behind):
        return (*passages[:start], *passages[end:], *passages[start:end])
    return passages


def _letters(line: str) -> str:
    """What counts of a line."""
    return _LAYOUT.sub("", _LINE_MARK.sub("", line, count=1))


def _offset(line: str, count: int) -> int:
    """Where in `line` the word begins that holds the character after the first `count` that count."""
    mark = _LINE_MARK.match(line)
    for at in range(mark.end() if mark else 0, len(line)):
        if not _LAYOUT.match(line, at):
            if count == 0:
                return max(line.rfind(" ", 0, at), line.rfind("\u00a0", 0, at)) + 1
            count -= 1
    return len(line)


def _place(lines: list[str], letters: list[str], count: int) -> tuple[int, str]:
    """The line of the source, and its words from there on, after the first `count` characters that count."""
    for number, (line, counted) in enumerate(zip(lines, letters, strict=True), 1):
        if count < len(counted):
            return number, line[_offset(line, count) :]
        count -= len(counted)
    return len(lines), ""


def _difference(subject: Subject, passage: Passage, entered: str, same: int, there: tuple[int, str]) -> Diagnostic:
    line, received = there
    at = _offset(entered, same)
    start = max(0, min(at - (len(entered) - len(passage.chars)), len(passage.chars) - 1))
    span = subject.span(passage, start, start + 1)
    return report(CODE, span, entered=short(entered[at:], _SHOWN), received=short(received, _SHOWN), line=line)
