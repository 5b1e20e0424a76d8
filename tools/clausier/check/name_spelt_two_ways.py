"""**Quoi.** Un nom propre est écrit de deux façons dans l’acte : avec et sans traits d’union, avec et sans accent.

**Pourquoi.** Deux graphies laissent croire à deux personnes ou à deux lieux, et une recherche de l’une ne trouve pas l’autre. La
rédaction doit être claire (Guide de légistique, fiche 3.3.1), et les majuscules prennent l’accent. Les noms de départements et
de régions, dont la graphie est officielle, relèvent d’un autre contrôle (TXT114).

**Exemple.** À éviter : « la commune de Saint-Dizier […] la commune de Saint Dizier ». Préférer, partout : « Saint-Dizier ».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausier.check.acronyms import bare
from clausier.check.passage import Passage
from clausier.check.places import is_place
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.text.regex import SMALL, regex

CODE = Code(
    "TXT111",
    "warning",
    Message(fr="« {one} » s’écrit aussi « {other} » dans cet acte", en="“{one}” is also written “{other}” in this act"),
    __doc__,
)
_OTHER = Message(fr="l’autre graphie est ici", en="the other spelling is here")
_COMPOUND = regex(rf"(?<![\w-])[A-ZÀ-Þ]{SMALL}+(?:-(?:\w+-){{0,2}}[A-ZÀ-Þ]{SMALL}+)+(?![\w-])")
_CAPITALISED = regex(rf"(?<![\w-])[A-ZÀ-Þ]{SMALL}{{2,}}(?![\w-])")
# Two spellings that differ in their first letter alone: one of them has an accent there.
_ACCENTED = regex(rf"[À-Þ]{SMALL}{{2,}}\Z")
Place = tuple[Passage, int, int]


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for each name, at the first place of the rarer spelling."""
    yield from _hyphens(subject)
    yield from _accents(subject)


def _hyphens(subject: Subject) -> Iterator[Diagnostic]:
    lines = subject.lines
    hyphened = [p for p in lines.holding("-") if _COMPOUND.search(p.chars) and not p.shouted]
    compounds = {m.group() for p in hyphened for m in _COMPOUND.finditer(p.chars)}
    for name in sorted(compounds):
        words = name.split("-")
        spaced = re.compile(r"(?<![\w-])" + r"\s+".join(map(re.escape, words)) + r"(?![\w-])")
        places = _places(spaced, lines.holding(" ".join(words).lower()))
        if places and not is_place(name):
            whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
            yield _report(subject, _places(whole, hyphened), places)


def _places(pattern: re.Pattern[str], among: Iterable[Passage]) -> list[Place]:
    return [(p, m.start(), m.end()) for p in among if not p.shouted for m in pattern.finditer(p.chars)]


def _accents(subject: Subject) -> Iterator[Diagnostic]:
    accented = {bare(word) for word in subject.lines.words if _ACCENTED.match(word)}
    alike = {word.lower() for word in subject.lines.words if accented and bare(word) in accented}
    forms: dict[str, dict[str, list[Place]]] = {}
    for passage in subject.lines.holding(*alike):
        for match in _CAPITALISED.finditer(passage.chars) if not passage.shouted else ():
            key = bare(match.group())
            if key not in accented:
                continue
            forms.setdefault(key, {}).setdefault(match.group(), []).append((passage, match.start(), match.end()))
    for same in forms.values():
        one, *others = same.values()
        if others and len({word[1:] for word in same}) == 1:
            yield _report(subject, one, others[0])


def _report(subject: Subject, one: list[Place], other: list[Place]) -> Diagnostic:
    rare, usual = (one, other) if len(one) < len(other) else (other, one)
    words = [p.chars[start:end] for p, start, end in (rare[0], usual[0])]
    return report(
        CODE, subject.span(*rare[0]), labels=[Label(subject.span(*usual[0]), _OTHER)], one=words[0], other=words[1]
    )
