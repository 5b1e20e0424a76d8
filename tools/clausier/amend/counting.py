"""Whether a drafter counted alinéas the other way: each line, or a list together with its introduction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.amend.words import spots, text_at
from clausier.diagnostics import Diagnostic, codes_amd, report
from clausier.model.operation import Replace
from clausier.model.provision import Alinea, Provision
from clausier.model.target import NthAlinea, Target, Through
from clausier.refs import Place, WholeProvision, at, describe, find
from clausier.text.regex import regex

_MORE = 0.4  # by how much more of the words of one alinéa than of the other the new text must have
_QUOTED = 3  # words that tell an alinéa from its neighbours
_WORD = regex(r"\w{4,}")  # shorter ones are in any text


def counted_otherwise(operation: Replace, before: Provision) -> tuple[Diagnostic, ...]:
    """A warning where the new text takes up the words of the alinéas that the other count names, not of those replaced.

    What a target quotes of an alinéa settles the count, and nothing is said.
    """
    if not all(map(_counts, operation.targets)):
        return ()
    here = _places(operation.targets, before, older_count=before.older_count)
    there = _places(operation.targets, before, older_count=not before.older_count)
    if not here or here == there:
        return ()
    new = _words(b.text.chars for b in operation.payload.blocks if isinstance(b, Alinea))
    if _taken_up(there, before, new) - _taken_up(here, before, new) < _MORE:
        return ()
    return (
        report(
            codes_amd.COUNTED_OTHERWISE,
            operation.common.place("target"),
            words=" · ".join(t.words for t in operation.targets),
            here=_opening(here, before),
            there=_opening(there, before),
            where=" · ".join(describe(place, before) for place in there),
            target=_quoted(there, before),
            own=_quoted(here, before),
        ),
    )


def _counts(target: Target) -> bool:
    """Whether the target is an alinéa, or several, named by rank alone."""
    last = target.steps[-1] if target.steps else None
    ends = (last.first, last.last) if isinstance(last, Through) else (last,)
    return all(isinstance(end, NthAlinea) and not end.quote for end in ends)


def _places(targets: Iterable[Target], document: Provision, *, older_count: bool) -> tuple[Place, ...]:
    """All the alinéas that the targets name by that count; nothing where one of them names nothing."""
    named: list[Place] = []
    for target in targets:
        owners = find(replace(target, steps=target.steps[:-1]), document)
        if not isinstance(owners, tuple) or len(owners) != 1:
            return ()
        path = owners[0].path
        owner = replace(at(document, path), older_count=older_count)
        found = find(replace(target, steps=target.steps[-1:]), owner) if owners[0] == WholeProvision(path) else ()
        if not isinstance(found, tuple):
            return ()
        named.extend(replace(place, path=path) for place in found)
    return tuple(named)


def _lines(places: Iterable[Place], document: Provision) -> Iterator[str]:
    return (text_at(spot, document).chars for place in places for spot in spots(place, document))


def _words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line))


def _taken_up(places: Iterable[Place], document: Provision, new: frozenset[str]) -> float:
    """The share of the words at `places` that the new text has too."""
    old = _words(_lines(places, document))
    return len(old & new) / len(old) if old else 0.0


def _quoted(places: tuple[Place, ...], document: Provision) -> str:
    """The places as targets that quote the first words of each."""
    named: list[str] = []
    for place in places:
        words = next(_lines((place,), document), "").split()[:_QUOTED]
        while words and not words[-1][-1].isalnum():  # a colon would need quotes in YAML
            words[-1:] = [words[-1][:-1]] if words[-1][:-1] else []
        first, to, last = describe(place, document).partition(" à ")
        named.append(f"{first} «\u00a0{' '.join(words)}\u00a0»{to}{last}" if words else first + to + last)
    return named[0] if len(named) == 1 else "[" + ", ".join(f'"{name}"' for name in named) + "]"


def _opening(places: tuple[Place, ...], document: Provision) -> str:
    words = next(_lines(places, document), "").split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
