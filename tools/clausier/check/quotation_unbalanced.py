"""**Quoi.** Un guillemet fermant n’a pas d’ouvrant, ou un ouvrant n’est jamais refermé.

**Pourquoi.** Dans un texte qui en modifie un autre, les guillemets disent où commencent et où finissent les mots
nouveaux : c’est entre eux que se tient ce qui entre dans la convention (Guide de légistique, fiche 3.3.1, « Syntaxe,
vocabulaire, sigles et signes »). S’il en manque un, l’étendue du texte nouveau ne repose plus que sur la mise en page.
Un guillemet ouvrant répété au début de chaque alinéa cité est d’usage, et un seul guillemet fermant peut clore ensemble
une citation et celle qu’elle contient.

**Exemple.** À éviter : « L’article 4 est ainsi rédigé : Le bureau se réunit chaque mois. » », où rien n’ouvre la
citation. Préférer : « L’article 4 est ainsi rédigé : « Le bureau se réunit chaque mois. » ».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Message, report
from clausier.text.regex import regex

CODE = Code(
    "TXT102",
    "warning",
    Message(fr="guillemet sans pendant : {what}", en="a guillemet without its pair: {what}"),
    __doc__,
)
_NEVER_OPENED = Message(fr="il ferme une citation que rien n’a ouverte", en="it closes a quotation that nothing opened")
_NEVER_CLOSED = Message(
    fr="la citation qu’il ouvre n’est jamais fermée", en="the quotation that it opens is never closed"
)


_GUILLEMET = regex("[«»]")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at each guillemet without its pair, quotation by quotation."""
    for unit in quotations(subject.passages):
        opened, closed = unpaired(unit)
        for passage, at in closed:
            yield report(CODE, subject.span(passage, at, at + 1), what=_NEVER_OPENED)
        for passage, at in opened:
            yield report(CODE, subject.span(passage, at, at + 1), what=_NEVER_CLOSED)


def quotations(passages: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    """The passages of each quotation of an act, and those of the words of each article before, between and behind them."""
    return (tuple(unit) for _, unit in groupby(passages, key=lambda p: (id(p.own), p.quotation)))


def unpaired(unit: tuple[Passage, ...]) -> tuple[list[tuple[Passage, int]], list[tuple[Passage, int]]]:
    """The guillemets of `unit` that open what nothing closes, and those that close what nothing has opened."""
    opened: list[tuple[Passage, int]] = []
    closed: list[tuple[Passage, int]] = []
    for passage in unit:
        if "«" not in passage.chars and "»" not in passage.chars:
            continue
        for found in _GUILLEMET.finditer(passage.chars):
            at = found.start()
            if found.group() == "«":
                repeated = bool(opened) and not passage.chars[:at].strip()
                if not repeated:
                    opened.append((passage, at))
            elif opened:
                opened.pop()
            else:
                closed.append((passage, at))
    return ([] if len(opened) == 1 and _last(unit) == "»" else opened), closed


def _last(passages: tuple[Passage, ...]) -> str:
    """The last character of the passages, marks aside."""
    return next((last for p in reversed(passages) if (last := p.chars.rstrip(" .;,\u00a0\u202f")[-1:])), "")
