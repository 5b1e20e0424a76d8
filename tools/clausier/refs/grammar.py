"""References as French drafters write them → phrases (« le 2° du troisième alinéa de l'article 8 »): nothing is looked up.

A phrase goes from the part to the whole, level by level, with « de » between them; then come what locates it (« ci-dessus »)
and of which text it is (« de la présente convention », « du code du travail »). What is not understood is no reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.target import LabelledPoint, NthAlinea, Step, Through, Unit
from clausier.refs.levels import TOWARD, UNITS, Item, Level, Toward, beginnings, label, level
from clausier.refs.owners import Owner, owner, owner_afar, owner_before
from clausier.refs.reading import Words, of, of_a_code, words
from clausier.text.typography import ENCLOSING

Scope = Literal["text", "own", "act", "other", "unknown", "here", "present", "same", "near", "vague"]


class Phrase(Struct, frozen=True, kw_only=True, array_like=True):
    """A reference as written, between the characters `start` and `end` of its line.

    `steps` lead from the whole to the part, beginning where `scope` says: in this `text`, or its `own` body (« du présent
    accord »); in the `act` that wrote the words; in an `other` text, which `owner` describes; in the provision `here`; in
    the `present` unit of that name; in the `same` one as before; in the `count` units `near` (0: some), `toward` which
    side. `vague`: something above or below. `toward` is else what is added (« ci-dessus »). `soft`: practice varies.
    """

    start: int
    end: int
    scope: Scope = "text"
    unit: str = ""
    count: int = 1
    toward: Toward = ""
    steps: tuple[Step, ...] = ()
    owner: str = ""
    soft: bool = False


# Nothing is a reference but in a line that holds one of these.
_BEGINNINGS = (
    "rticle",
    "rt. ",
    "linéa",
    "nnexe",
    "réambule",
    "itre",
    "ection",
    "ivre",
    "hrase",
    "iret",
    "aragraphe",
    "§",
    "résent",
    "précéd",
    "infra",
    "supra",
    "ci-",
)
# « un article 4 », « l'ancien article 4 », « son article 4 »: a new one, one that is gone, another text's.
_REFUSED = frozenset(
    "un une nouvel nouveau nouvelle nouveaux nouvelles ancien ancienne anciens anciennes son sa ses leur leurs chaque autre"
    " autres tout toute tous toutes aucun aucune nos notre".split()
)
_CALLED = ("dénommé", "désigné", "appelé", "nommé", "dit")
_POINTED = frozenset(
    "précité précitée précités précitées susvisé susvisée susvisés susvisées susmentionné modifié".split()
)
_PARTS = frozenset("phrase label tiret alinéa paragraphe".split())
_BARE = frozenset(["", ",", "(", "-", "–", "—", ";", "cf", "voir"])


def may_refer(chars: str) -> bool:
    """Whether a line holds a word without which nothing in it is a reference."""
    return any(map(chars.__contains__, _BEGINNINGS))


@lru_cache(maxsize=1 << 16)  # the same line stands in many versions
def phrases(chars: str, own: str) -> tuple[Phrase, ...]:
    """The references in a line, in order, none overlapping another. `own` is what the text calls itself: « convention »."""
    if not may_refer(chars):
        return ()
    line = words(chars)
    found: list[tuple[Phrase, ...]] = []
    end = 0  # of what has been read
    for i in beginnings(line):
        if i >= end:
            read, end = _reference(line, i, own)
            if read:
                found.append(read)
    return tuple(_shared(found, chars))


def _reference(line: Words, i: int, own: str) -> tuple[tuple[Phrase, ...], int]:
    """The references that begin at word `i`, if any do, and the word at which to go on."""
    inner = level(line, i)
    if inner is None:
        return _vague(line, i), i + 1
    if _refused(line, i):
        return (), inner.end
    levels = [inner]
    while levels[-1].scope == "text" and (outer := _outer(line, levels[-1])):
        levels.append(outer)
    added, end, soft = _added(line, levels)
    last = end  # the last word that is part of the reference
    end = _title(line, end)
    toward = TOWARD.get(line.at(end), levels[-1].toward)
    if line.at(end) in TOWARD or line.at(end) in _POINTED:
        soft = soft or line.at(end) in _POINTED  # what has been named before may be another text's
        end = _title(line, end + 1)
    whose = None
    if levels[-1].scope == "text":
        opened = line.at(end) == "("
        whose = owner(line, end, own)
        if whose:
            end = whose.end
            last = end if whose.whose == "other" and not opened else last
        else:
            bare = levels[-1].unit == "article" and line.at(i - 1) in _BARE
            whose = (owner_before(line, i) if bare else None) or owner_afar(line, end)
        soft = soft or levels[-1].unit in {"label", "paragraphe"}  # « le 2° ci-dessus » may be another article's
    whole = Phrase(start=0, end=line.ends[last - 1], toward=toward, soft=soft)
    return tuple(_phrases(line, levels, added, replace(whole, **_scope(levels[-1], whose, toward)))), end


def _outer(line: Words, inner: Level) -> Level | None:
    """The level of which `inner` is a part."""
    start = inner.end if line.at(inner.end) == "dudit" else of(line, inner.end)
    found = level(line, start) if start else None
    if found is None or (found.unit in _PARTS and inner.unit not in _PARTS):
        return None
    return found if found.unit != "article" or inner.unit in _PARTS else None


def _scope(whole: Level, whose: Owner | None, toward: Toward) -> dict[str, object]:
    """Where the steps of a phrase begin."""
    scope: Scope = whole.scope
    if scope == "text" and whose:
        scope = whose.whose
    elif scope == "text" and whole.unit in _PARTS:
        # « au 2° » alone may be of anything.
        scope = "here" if whole.unit not in {"label", "paragraphe"} or toward else "vague"
    return {
        "scope": scope,
        "unit": whole.unit,
        "count": whole.count,
        "owner": whose.words if whose and scope == "other" else "",
    }


def _phrases(line: Words, levels: list[Level], added: tuple[Step, ...], whole: Phrase) -> Iterator[Phrase]:
    """One phrase for each unit named, all alike but for that unit and for where their words stand."""
    inner, outer = levels[0], levels[1:]
    if any(len(one.items) > 1 for one in outer):
        inner, outer = levels[-1], []  # a part of several: these, at least
    if whole.scope == "vague" and inner.items:
        return
    steps = tuple(one.items[0].step for one in reversed(outer) if one.items)
    soft = whole.soft or any(one.soft for one in levels)
    if not inner.items:
        yield replace(whole, start=line.starts[inner.first], soft=soft)
        return
    for rank, item in enumerate(inner.items):
        end = whole.end if rank == len(inner.items) - 1 else item.end
        yield replace(whole, start=item.start, end=end, steps=(*steps, item.step, *added), soft=soft)


def _added(line: Words, levels: list[Level]) -> tuple[tuple[Step, ...], int, bool]:
    """The parts named after an article (« article 5, alinéa 2 », « article 5 (2e alinéa) »), the word after, and `soft`."""
    end = levels[-1].end
    if len(levels) > 1 or levels[0].unit != "article" or len(levels[0].items) != 1:
        return (), end, False
    steps: list[Step] = []
    number, soft, opened = end, False, line.at(end) == "("
    while True:
        i = end + (line.at(end) in {",", "("})
        part = _part(line, i, after_comma=i > end)
        if part is None:
            # Parentheses that hold anything else are no part of it.
            return ((), number, False) if opened else (tuple(steps), end, soft)
        soft = soft or part.soft or len(part.items) > 1 or (isinstance(part.items[0].step, NthAlinea) and bool(steps))
        if len(part.items) == 1:
            steps.append(part.items[0].step)
        end = part.end
        if opened and line.at(end) == ")":
            return tuple(steps), end + 1, soft


def _part(line: Words, i: int, *, after_comma: bool) -> Level | None:
    """A part of an article, named after it."""
    found = level(line, i)
    if found and found.items and found.unit in _PARTS:
        return found
    written = line.written(i)
    step = label(line, i)
    lone = len(written) == 1 and written.isalpha() and (written not in "aàyAÀY" or (written == "a" and of(line, i + 1)))
    if step is None and not after_comma and lone:
        step = LabelledPoint(written), i + 1
    if step is None:
        return None
    return Level(
        first=i, end=step[1], unit="label", items=(Item(step[0], 0, 0),), soft=line.at(i + 1) not in {"°", ")"}
    )


def _refused(line: Words, i: int) -> bool:
    """Whether what stands before says that it is no reference: « un article 4 », or a heading typed as a line."""
    before = line.at(i - 1)
    if before in ENCLOSING:
        before = line.at(i - 2) if line.at(i - 2) in _REFUSED else before
    heading = line.written(i)[:1].isupper() and (before == "" or before in ENCLOSING) and line.at(i) in UNITS
    return before in _REFUSED or heading


def _title(line: Words, i: int) -> int:
    """The word after a heading quoted behind a number: « article 8 « La Gouvernance » »."""
    start = i + 1 if line.at(i) == "," and line.at(i + 1).startswith("intitulé") else i
    start += line.at(start).startswith("intitulé")
    start += line.at(start) == ":"
    closing = ENCLOSING.get(line.at(start))
    if closing is None:
        return i
    return next((k + 1 for k in range(start + 1, min(start + 25, len(line.lower))) if line.at(k) == closing), i)


def _vague(line: Words, i: int) -> tuple[Phrase, ...]:
    """« ci-dessus », « infra »: something above or below; not « ci-après dénommé », which defines."""
    toward = TOWARD.get(line.at(i))
    before, after = line.at(i - 1), line.at(i + 1)
    if not toward or before == "(" or before.startswith(_CALLED) or after.startswith(_CALLED):
        return ()
    if after in ENCLOSING or after in {"le", "la", "les", "l'"}:
        return ()
    return (Phrase(start=line.starts[i], end=line.ends[i], scope="vague", toward=toward),)


_JOINS = frozenset(["", "et", "ou", "à", "aux", "au", "l", "de", "du", "des", "les", "la", "le", "que"])


def _shared(found: Iterable[tuple[Phrase, ...]], chars: str) -> Iterator[Phrase]:
    """The phrases, those joined to one of another text (« l'article 3 et l'article 5 de la loi ») being of that text too."""
    shared: list[tuple[Phrase, ...]] = []
    for group in reversed(tuple(found)):
        after = shared[-1][0] if shared else None
        annexed = group[-1].unit == "annexe" and after and after.unit == "article"
        if (
            after
            and not annexed
            and group[-1].scope == "text"
            and after.scope in {"other", "unknown"}
            and not _of_a_code(after)
        ):
            between = chars[group[-1].end : after.start].replace(",", " ").replace("'", " ").replace("’", " ")
            if set(between.split()) <= _JOINS:
                shared.append(tuple(replace(p, scope=after.scope, owner=after.owner) for p in group))
                continue
        shared.append(group)
    return (phrase for group in reversed(shared) for phrase in group if phrase.scope != "unknown")


def _of_a_code(phrase: Phrase) -> bool:
    """Whether its number itself is that of an article of a code."""
    step = phrase.steps[0] if phrase.steps else None
    first = step.first if isinstance(step, Through) else step
    return isinstance(first, Unit) and of_a_code(first.number)
