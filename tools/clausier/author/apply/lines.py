"""A part of an article in plain lines → the target that names it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausier.author.apply.plain import plain_fragment
from clausier.diagnostics import Span
from clausier.model.operation import Common, InsertBeside, Replace
from clausier.model.provision import Kind, Provision
from clausier.model.target import NthAlinea, NthSentence, Step, Target, Through, Unit
from clausier.refs.lines.section import Section, is_whole
from clausier.text.words import occurrences


class Unsure(Exception):  # noqa: N818 - it is no error of the text or of the program
    """Why an order is not certain (in French)."""


def unit_of(article: Provision, rank: int = 1) -> Unit:
    """The first step of a target, which names an article: by its number, or by its heading where it has none.

    `rank` tells it from others with the same.
    """
    kind: Kind = "preamble" if article.kind == "preamble" else "annex" if article.kind == "annex" else "article"
    if article.number or kind != "article" or article.heading is None:
        return Unit(article.number, kind, rank)
    return Unit("", "article", rank, heading=article.heading.chars)


def target_of(section: Section) -> Target:
    """The target that names a part."""
    steps: tuple[Step, ...] = (unit_of(section.article, section.rank),)
    if not is_whole(section):
        steps = (*steps, alineas(section.start, section.end))
    if section.sentence:
        sentence = NthSentence(section.sentence)
        steps = (*steps, Through(sentence, NthSentence(section.last)) if section.last else sentence)
    return named(steps)


def named(steps: tuple[Step, ...]) -> Target:
    """A target with the words that a finding shows."""
    unit = steps[0]
    words = (unit.number or unit.heading or "préambule") if isinstance(unit, Unit) else ""
    for step in steps[1:]:
        if isinstance(step, NthAlinea):
            words += f", al. {step.n}"
    return Target(words, steps)


def alineas(start: int, end: int) -> NthAlinea | Through:
    """The step that names the lines `start` to `end`, the first being 0."""
    first, last = NthAlinea(start + 1), NthAlinea(end)
    return first if end - start == 1 else Through(first, last)


def lines_named(section: Section, start: int, end: int) -> Target:
    """The target that names the lines `start` to `end` of the article of a part."""
    return named((unit_of(section.article, section.rank), alineas(start, end)))


def one_line(section: Section, index: int) -> Target:
    """The target that names one line of the article of a part."""
    return lines_named(section, index, index + 1)


def common_of(name: str, verb: str = "replace") -> Common:
    """What every operation has, for one of that name; a plain text has no file in which it could be placed."""
    return Common(id=name, verb=verb, act=name.partition("/")[0], article=name, span=Span(""))


def replaced(common: Common, target: Target, lines: Iterable[str]) -> Replace:
    """The operation that puts these lines in the place of what the target names."""
    return Replace(common=common, targets=(target,), payload=plain_fragment(lines))


def put_behind(common: Common, section: Section, index: int, lines: Iterable[str]) -> InsertBeside:
    """The operation that puts these lines behind that line of the article of a part."""
    return InsertBeside(common=common, targets=(one_line(section, index),), payload=plain_fragment(lines))


def in_another_case(words: str, lines: Sequence[str]) -> str:
    """The words as they stand too, with a capital at their head or without it; "" where they do not."""
    other = f"{words[:1].swapcase()}{words[1:]}"
    return other if other != words and any(occurrences(line, other) for line in lines) else ""
