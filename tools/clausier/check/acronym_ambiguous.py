"""**Quoi.** Un sigle employé dans l’acte peut abréger deux noms que l’acte emploie tous deux, et qui ne diffèrent que par un mot.

**Pourquoi.** Une même chose se désigne partout par le même terme, et deux termes laissent entendre deux choses (Guide de
légistique, fiche 3.3.1 : la rédaction doit être claire). « Plan annuel de travail » et « programme annuel de travail »
donnent tous deux PAT : le lecteur ne sait pas s’il s’agit d’un document ou de deux.

**Exemple.** À éviter : « le plan annuel de travail […] le programme annuel de travail […] le PAT ». Préférer : « le plan annuel
de travail (PAT) […] le PAT ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from clausier.check.acronyms import bare, plain
from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.text.regex import regex

CODE = Code(
    "TXT113",
    "warning",
    Message(
        fr="« {acronym} » peut abréger « {one} » et « {other} »",
        en="“{acronym}” may stand for “{one}” and for “{other}”",
    ),
    __doc__,
)
_ALSO = Message(fr="l’autre nom est ici", en="the other name is here")
_WORD = regex(r"\w[\w-]{3,}")
_BETWEEN = regex(r"\s+(?:(?:de|du|des|la|le|les|et|à|au|aux|en|sur)\s+|[dl]['’])*", re.IGNORECASE)
_Place = tuple[Passage, int, int]


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first place of the second name."""
    acronyms = dict.fromkeys(use.acronym for use in subject.acronyms if len(use.acronym) > 2 and use.acronym.isalpha())
    names: dict[str, dict[tuple[str, ...], _Place]] = {acronym: {} for acronym in acronyms}
    for passage in subject.passages if names else ():
        words = [m.span() for m in _WORD.finditer(passage.chars)]
        initials = "".join([plain(passage.chars[start]) for start, _ in words])
        for acronym, found in names.items():
            at = initials.find(acronym)
            while at >= 0:
                name = words[at : at + len(acronym)]
                if _one_name(passage.chars, name):
                    start, end = name[0][0], name[-1][1]
                    found.setdefault(_key(passage.chars[start:end]), (passage, start, end))
                at = initials.find(acronym, at + 1)
    for acronym, found in names.items():
        pair = next((pair for pair in combinations(found, 2) if _one_word_apart(*pair)), None)
        if pair:
            yield _report(subject, acronym, *(found[key] for key in pair))


def _one_name(chars: str, words: list[tuple[int, int]]) -> bool:
    """Whether only small words stand between these."""
    return all(_BETWEEN.fullmatch(chars, end, start) for (_, end), (start, _) in pairwise(words))


def _key(name: str) -> tuple[str, ...]:
    """The words of a name, small ones too, singular, without accents or case."""
    return tuple(bare(word).rstrip("SX") for word in re.findall(r"\w+", name))


def _one_word_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _report(subject: Subject, acronym: str, first: _Place, second: _Place) -> Diagnostic:
    one, other = (passage.chars[start:end] for passage, start, end in (first, second))
    labels = [Label(subject.span(*first), _ALSO)]
    return report(CODE, subject.span(*second), labels=labels, acronym=acronym, one=one, other=other)
