"""**Quoi.** Un organe est nommé que rien ne crée, alors que l’acte en crée un de nom voisin : « la cellule technique », où il
n’existe qu’un « comité technique ».

**Pourquoi.** Un organe se désigne partout par le nom que lui donne l’article qui l’institue : deux noms laissent entendre deux
organes (Guide de légistique, fiche 3.3.1 : la rédaction doit être claire). Une décision que devait préparer un organe qui
n’existe pas est une décision qu’on peut contester. Un organe est créé par un intitulé, par un nom suivi de son sigle, ou par
une phrase qui l’institue.

**Exemple.** À éviter : « Article 5 – Comité technique (CT) […] Le groupe technique est saisi pour avis. » Préférer : « Le CT est
saisi pour avis. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.acronyms import bare, words_of
from clausier.check.bodies import Body, is_head
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, Span, report

CODE = Code(
    "TXT107",
    "warning",
    Message(fr="rien ne crée « {body} »", en="nothing creates “{body}”"),
    __doc__,
    help=Message(fr="l’organe le plus proche : « {nearest} »", en="the nearest body: “{nearest}”"),
)
_CREATED = Message(fr="créé ici", en="created here")


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the first mention of each body that has a namesake under another head word."""
    created: dict[tuple[str, ...], tuple[str, Body | Span]] = {}
    heads: dict[tuple[str, ...], set[str]] = {}
    for name, place in _named(subject):
        head, tail = _key(name)
        created.setdefault(tail, (name, place))
        heads.setdefault(tail, set()).add(head)
    for tail, (name, place) in created.items():
        qualifiers = name.split()[1:]
        pattern = _behind_a_word(qualifiers)
        for passage in subject.lines.holding(" ".join(qualifiers).lower()):
            for match in pattern.finditer(passage.chars):
                if is_head(match[1]) and _key(match.group())[0] not in heads[tail]:
                    created_at = place if isinstance(place, Span) else subject.span(*place)
                    span = subject.span(passage, match.start(), match.end())
                    labels = [Label(created_at, _CREATED)]
                    yield report(CODE, span, labels=labels, body=match.group(), nearest=name)
                    heads[tail].add(_key(match.group())[0])


def _named(subject: Subject) -> Iterator[tuple[str, Body | Span]]:
    for passage, start, end in subject.bodies:
        yield passage.chars[start:end], (passage, start, end)
    for names in subject.earlier:
        yield from names.bodies


def _key(name: str) -> tuple[str, tuple[str, ...]]:
    head, *tail = words_of(name)
    return bare(head).rstrip("S"), tuple(bare(word).rstrip("SEX") for word in tail)


def _behind_a_word(qualifiers: list[str]) -> re.Pattern[str]:
    """A word, and behind it the qualifiers of a body."""
    return re.compile(r"\b(\w+)\s+" + r"\s+".join(map(re.escape, qualifiers)) + r"(?!\w)", re.IGNORECASE)
