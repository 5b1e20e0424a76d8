"""The articles of its own act that a sentence names (« l’article 2 entre en vigueur le … »)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.model.provision import Provision
from clausier.model.target import Step, Through, Unit
from clausier.refs.grammar import Phrase, phrases
from clausier.source.headings import number_key
from clausier.text.regex import regex

_QUOTED = regex(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_JOINS = frozenset([",", "et", "ou", "et l’", "et l'"])


def named_articles(words: str, passage: Passage, subject: Subject) -> Iterator[tuple[Provision, str]]:
    """The articles of the act that a sentence names, each with the words behind it, or behind those named together with it.

    Not those that it names in words which it quotes: they are of the text that it changes.
    """
    words = unquoted(words)
    named = phrases(words, "convention")
    behind = [words[a.end : b.start] for a, b in pairwise(named)] + [words[p.end :] for p in named[-1:]]
    for rank, phrase in enumerate(named):
        after = next(b for b in behind[rank:] if b is behind[-1] or b.strip(" \u00a0") not in _JOINS)
        for article in _articles(phrase, passage, subject):
            yield article, after if len(phrase.steps) < 2 else ""


def unquoted(words: str) -> str:
    """A sentence with as many spaces in place of what it quotes."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), words)


def _articles(phrase: Phrase, passage: Passage, subject: Subject) -> Iterator[Provision]:
    """Those that a phrase names: one of no other text, in an amendment, is of the amendment itself."""
    if phrase.scope == "present" and phrase.unit == "article":
        yield passage.own
    if phrase.scope not in {"text", "act"} or not phrase.steps:
        return
    ends = _ends(phrase.steps[0])
    articles = [p for p in subject.act.document.children if p.kind == "article"]
    ranks = [rank for rank, p in enumerate(articles) if number_key(p.number) in ends]
    yield from articles[ranks[0] : ranks[-1] + 1] if len(ranks) == len(ends) else ()


def _ends(step: Step) -> set[str]:
    """The number, or the first and the last numbers, of the articles that a step names."""
    ends = (step.first, step.last) if isinstance(step, Through) else (step,)
    return {number_key(end.number) for end in ends if isinstance(end, Unit) and end.kind == "article"} or {""}
