"""**Quoi.** Un nom propre est écrit de deux façons dans l’acte : avec et sans traits d’union, avec et sans accent.

**Pourquoi.** Deux graphies laissent croire à deux personnes ou à deux lieux, et une recherche de l’une ne trouve pas l’autre. La
rédaction doit être claire (Guide de légistique, fiche 3.3.1), et les majuscules prennent l’accent. Les noms de départements et
de régions, dont la graphie est officielle, relèvent d’un autre contrôle (TXT114).

**Exemple.** À éviter : « la commune de Saint-Dizier […] la commune de Saint Dizier ». Préférer, partout : « Saint-Dizier ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.acronyms import bare
from clausier.check.passage import Passage
from clausier.check.places import is_place
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report

CODE = Code(
    "TXT111",
    "warning",
    Message(fr="« {one} » s’écrit aussi « {other} » dans cet acte", en="“{one}” is also written “{other}” in this act"),
    __doc__,
)
_OTHER = Message(fr="l’autre graphie est ici", en="the other spelling is here")
_COMPOUND = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-öø-ÿœ]+(?:-(?:\w+-){0,2}[A-ZÀ-Þ][a-zà-öø-ÿœ]+)+(?![\w-])")
_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zà-öø-ÿœ]{2,}(?![\w-])")
Place = tuple[Passage, int, int]


def find(subject: Subject) -> Iterator[Diagnostic]:
    """One finding for each name, at the first place of the rarer spelling."""
    lines = [p for p in subject.passages if not p.shouted]
    yield from _hyphens(subject, lines)
    yield from _accents(subject, lines)


def _hyphens(subject: Subject, lines: list[Passage]) -> Iterator[Diagnostic]:
    hyphened = (p.chars for p in lines if "-" in p.chars)
    compounds = {m.group() for chars in hyphened for m in _COMPOUND.finditer(chars) if not is_place(m.group())}
    if not compounds:
        return
    written = " ".join(" ".join(p.chars for p in lines).split())
    for name in sorted(compounds):
        if name.replace("-", " ") not in written:
            continue
        spaced = re.compile(r"(?<![\w-])" + r"\s+".join(map(re.escape, name.split("-"))) + r"(?![\w-])")
        places = [(p, m.start(), m.end()) for p in lines for m in spaced.finditer(p.chars)]
        if places:
            whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
            yield _report(subject, [(p, m.start(), m.end()) for p in lines for m in whole.finditer(p.chars)], places)


def _accents(subject: Subject, lines: list[Passage]) -> Iterator[Diagnostic]:
    words: dict[str, list[Place]] = {}
    for passage in lines:
        for match in _CAPITALISED.finditer(passage.chars):
            words.setdefault(match.group(), []).append((passage, match.start(), match.end()))
    forms: dict[str, dict[str, list[Place]]] = {}
    for word, places in words.items():
        forms.setdefault(bare(word), {})[word] = places
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
