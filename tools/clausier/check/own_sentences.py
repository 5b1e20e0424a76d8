"""The sentences of an act itself, and the articles of it that they name (« l’article 2 entre en vigueur le … »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Span
from clausier.model.provision import Provision
from clausier.model.target import Step, Through, Unit
from clausier.refs.grammar import Phrase, phrases
from clausier.source.headings import number_key
from clausier.text.regex import regex
from clausier.text.sentences import sentences
from clausier.text.words import shortened

_QUOTED = regex(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
# « le présent avenant …, à l’exception de son article 2 »
_THE_ACT = regex(r"\ble présent \w+", re.IGNORECASE)
_ITS = regex(r"\b(?:son|ses) (articles? \d)")
_JOINS = frozenset([",", "et", "ou", "et l’", "et l'"])
_SHOWN = 90


class OwnSentence(Struct, frozen=True, kw_only=True):
    """A sentence of an alinéa of the act, and the one before it there ("" for the first)."""

    words: str
    before: str
    passage: Passage
    start: int
    end: int

    def span(self, subject: Subject) -> Span:
        """Where it stands in the sources."""
        return subject.span(self.passage, self.start, self.end)

    @property
    def shown(self) -> str:
        """How a message quotes it: without its last words where it is long."""
        return shortened(self.words.strip(), _SHOWN)


def own_sentences(subject: Subject, *words: str) -> Iterator[OwnSentence]:
    """The sentences of the alinéas that hold one of `words`; none of the new texts, whose sentences are of another text."""
    for passage in subject.lines.holding(*words):
        if passage.kind != "alinea" or passage.quotation:
            continue
        before = ""
        for start, end in sentences(passage.chars):
            one = OwnSentence(words=passage.chars[start:end], before=before, passage=passage, start=start, end=end)
            yield one
            before = one.words


def named_articles(sentence: OwnSentence, subject: Subject) -> Iterator[tuple[Provision, str]]:
    """The articles of the act that a sentence names, each with the words behind it, or behind those named together with it.

    Not those that it names in words which it quotes: they are of the text that it changes.
    """
    words = without_quotations(sentence.words)
    if _THE_ACT.search(words):
        words = _ITS.sub("l’\\1", words)
    named = phrases(words, "convention")
    behind = [words[a.end : b.start] for a, b in pairwise(named)] + [words[p.end :] for p in named[-1:]]
    for rank, phrase in enumerate(named):
        after = next(b for b in behind[rank:] if b is behind[-1] or b.strip(" \u00a0") not in _JOINS)
        for article in _articles(phrase, sentence.passage, subject):
            yield article, after if len(phrase.steps) < 2 else ""


def without_quotations(words: str) -> str:
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
