"""Which parts of a text may refer to what has changed of it: a quick search of their words, before any reference is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.provision import Alinea, Provision, Table
from clausier.refs.grammar import may_refer
from clausier.refs.index import openings
from clausier.refs.over_time import parts
from clausier.source.headings import number_key
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex

_ADVERBS = "|".join(ADVERBS)
# Numbers behind a word that announces some, with whatever may stand between them. Each begins with letters that are sought fast.
_BEHIND = rf"((?:[\s,;/()°º.*‑–-]|\d[\w.‑-]*|[A-Z][\w.‑-]*|\b(?:et|ou|à|n|premier|première|{_ADVERBS})\b)+)"
_NUMBERED = (regex(rf"rt(?:icles?|\.){_BEHIND}"), regex(rf"nnexes?{_BEHIND}"))
_PART = regex(
    r"[°º)§]|linéas?|\bal\.|hrases?|irets?|oints?|aragraphes?|\b[IVX]+\b|\b[A-Za-z]\b(?!['’])|\b(?:du|au|le)\s\d+\s"
)
_BESIDE = 24  # characters before or behind a number among which the part of the article is named
_NEIGHBOURS = tuple(
    regex(words)
    for words in (r"rticles?\s+(?:préc|sui|ci-|supra|infra|qui\s)", r"préc\w*\s+articles?", r"suivant\w*\s+articles?")
)
_TOWARD = ("précéd", "précèd", "suivant", "qui sui", "ci-", "supra", "infra")
_AS_BEFORE = regex(r"\b(?:[Mm]ême|[Cc]et|[Cc]ette|[Ll]edit|[Dd]udit|[Aa]udit)\s")  # of what the lines before it name
_BEGINS_AS_BEFORE = ("ême", "cet", "Cet", "edit", "udit")  # none without one of these, which are sought faster
_PRESENT = regex(r"présent")
_OTHER_KINDS = regex(r"nnexe|réambule")
_ATOM = regex(r"\d+|[^\W\d_]+")
Worth = Callable[[str], bool]  # whether a line is to be read


class Mentions(Struct, frozen=True, array_like=True):
    """What the words of some lines may refer to.

    `unnumbered`: a neighbour, or something that no number tells. `others`: an annex or a preamble. `as_before`: what a line
    before has named. `numbers`: the digits and letters of the articles and annexes named; `inside`, of those in which a
    part is named.
    """

    unnumbered: bool
    others: bool
    as_before: bool
    numbers: tuple[str, ...]
    inside: tuple[str, ...]


def may_lean(
    before: Provision, now: Provision, known_mentions: Mapping[str, Mentions] | None = None
) -> Callable[[Provision], Worth | None]:
    """Tells, of an article or annex, which of its lines may refer to what differs between two texts; None where none does.

    What it returns is a test of lines, which lets too many pass rather than too few. `known_mentions` are those of
    `before`.
    """
    known_mentions = known_mentions or {}
    if _frame(before, now) != _frame(now, before):
        return lambda _: _any
    old, new = ({p.id: p for p, _, deep in parts(text) if deep} for text in (before, now))
    gone = [p for name, p in old.items() if new.get(name) is not p]
    come = [p for name, p in new.items() if old.get(name) is not p]
    others = any(p.kind != "article" for p in (*gone, *come))
    was, is_ = _bearers(gone), _bearers(come)
    every = was.keys() | is_.keys()
    typed = {word for part in (*gone, *come) for p in part.walk() for block in p.blocks for word in openings(block)}
    # What else bears by now, or nothing, and what may only open a line; and what has changed inside.
    numbers = frozenset(_atoms({*typed, *(key for key in every if was.get(key) != is_.get(key))}))
    inside = frozenset(_atoms(every))

    def leans(told: Mentions) -> bool:
        if told.unnumbered or (others and told.others):
            return True
        return not (numbers.isdisjoint(told.numbers) and inside.isdisjoint(told.inside))

    def by_words(line: str) -> bool:
        return leans(mentions(line))

    def worth(part: Provision) -> Worth | None:
        was, is_ = old.get(part.id), new.get(part.id)
        if was is is_:
            told = known_mentions.get(part.id) or mentions("\n".join(_lines(part)))
            return None if not leans(told) else _any if told.as_before else cache(by_words)
        lines = list(_lines(part))
        if was is None or is_ is None or any(map(_as_before, lines)):
            return _any
        stays = frozenset(lines) & frozenset(_lines(is_ if part is was else was))
        return cache(
            lambda line: may_refer(line) and (line not in stays or _PART.search(line) is not None or by_words(line))
        )

    known: dict[str, Worth | None] = {}

    def may(part: Provision) -> Worth | None:
        if part.id not in known:
            known[part.id] = worth(part)
        return known[part.id]

    return may


def _as_before(words: str) -> bool:
    """Whether words may refer to what was named before them (« le même article »)."""
    return any(map(words.__contains__, _BEGINS_AS_BEFORE)) and _AS_BEFORE.search(words) is not None


def _any(_: str) -> bool:
    return True


def mentions(words: str) -> Mentions:
    """What the words of some lines mention."""
    numbers: set[str] = set()
    inside: set[str] = set()
    for pattern in _NUMBERED:
        for found in pattern.finditer(words):
            named = _ATOM.findall(found[1].lower())
            numbers.update(named)
            if _PART.search(words, max(0, found.start() - _BESIDE), found.end() + _BESIDE):
                inside.update(named)
    toward = any(word in words for word in _TOWARD) and any(one.search(words) for one in _NEIGHBOURS)
    return Mentions(
        unnumbered=toward or any(_of_all(m) for m in _PRESENT.finditer(words)),
        others=_OTHER_KINDS.search(words) is not None,
        as_before=_as_before(words),
        numbers=tuple(sorted(numbers)),
        inside=tuple(sorted(inside)),
    )


def mentions_in(document: Provision) -> dict[str, Mentions]:
    """What the words of each article or annex mention, by its identity."""
    return {part.id: mentions("\n".join(_lines(part))) for part, _, deep in parts(document) if deep}


def _of_all(found: re.Match[str]) -> bool:
    """Whether « présent » may end a reference to a part of any article: « le 2° de la présente convention »."""
    before = found.string, max(0, found.start() - _BESIDE), found.start()
    return found.string.find("rticle", *before[1:]) < 0 and _PART.search(*before) is not None


def _frame(text: Provision, other: Provision) -> list[object]:
    """The articles and annexes of a text that stand in the other too, in their order, and all that its divisions say."""
    known = {p.id for p, _, deep in parts(other) if deep}
    return [
        (len(path), p.id if deep else replace(p, children=()))
        for p, path, deep in parts(text)
        if not deep or p.id in known
    ]


def _bearers(changed: Iterable[Provision]) -> Mapping[str, set[tuple[str, str]]]:
    """What bears each number, with its status."""
    found: dict[str, set[tuple[str, str]]] = {}
    for part in changed:
        for provision in part.walk():
            if key := number_key(provision.number):
                found.setdefault(key, set()).add((provision.id, provision.status))
    return found


def _atoms(keys: Iterable[str]) -> Iterator[str]:
    """The first digits and the first letters of each number, as words spell them: `1` is also « premier », `i` also « Ier »."""
    for key in keys:
        found = _ATOM.findall(key.lower())
        for atom in (next(filter(str.isdigit, found), ""), next(filter(str.isalpha, found), "")):
            yield from (atom, f"{atom}er") if atom else ()
            if atom == "1":
                yield from ("premier", "première")


def _lines(part: Provision) -> Iterator[str]:
    for provision in part.walk():
        if provision.heading:
            yield provision.heading.chars
        for block in provision.blocks:
            if isinstance(block, Alinea):
                yield block.text.chars
            elif isinstance(block, Table):
                yield from (cell.chars for cell in block.cells)
