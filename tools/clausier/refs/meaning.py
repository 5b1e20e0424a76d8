"""A reference where it stands → the places that it names there, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.provision import Alinea, Provision
from clausier.model.target import LabelledPoint, NthAlinea, Step, Target, Through, Unit
from clausier.refs.failures import Ambiguous, Failure, Missing
from clausier.refs.find import find
from clausier.refs.grammar import Phrase
from clausier.refs.index import index_of
from clausier.refs.items import label_key
from clausier.refs.levels import DIVISIONS
from clausier.refs.places import Blocks, Path, Place, Sentence, WholeProvision, at, walk
from clausier.refs.reading import of_a_code
from clausier.text.regex import regex
from clausier.text.sentences import sentences

_MARK = regex("[.-]")
# `vague`: something here, nobody can say which; `external`: of another text; `none`: no reference after all.
Meaning = tuple[Place, ...] | Failure | Literal["vague", "external", "none"]


class Standpoint(Struct, frozen=True):
    """Where a reference stands: in block `block` (-1: the heading) of the provision at `path` of `document`.

    `last` is what the last reference to an article named before it in that provision.
    """

    document: Provision
    path: Path
    block: int
    last: Meaning = "none"


def meaning(phrase: Phrase, here: Standpoint) -> Meaning:
    """What `phrase` names, read from where it stands."""
    match phrase.scope:
        case "other" | "act":
            return "external"
        case "vague" | "unknown":
            return "vague"
        case "same":
            return _below(here.last, phrase, here) if isinstance(here.last, tuple) else _unless_named(here.last)
        case "near":
            return _below(_near(phrase, here), phrase, here)
        case "present":
            return _below(_present(phrase, here), phrase, here)
        case "text" | "own" | "here":
            return _first(phrase, tuple(_starts(phrase, here)), here)


def _unless_named(last: Meaning) -> Meaning:
    """« le même article » of another text is of that text; after nothing that can be told, it is no reference."""
    return "external" if last == "external" else "none"


def _below(places: Meaning, phrase: Phrase, here: Standpoint) -> Meaning:
    """What the steps of `phrase` lead to from the one place that its words begin at."""
    if not phrase.steps or not isinstance(places, tuple):
        return places
    wholes = tuple(p.path for p in places if isinstance(p, WholeProvision))
    return _first(phrase, wholes, here) if len(wholes) == len(places) else "vague"


def _starts(phrase: Phrase, here: Standpoint) -> Iterator[Path]:
    """The provisions in which the steps may begin, the likeliest first."""
    if phrase.scope == "here":
        yield here.path
        yield from (p for p in _around(here.path) if at(here.document, p).kind == "article" and p != here.path)
        return
    if phrase.scope == "text":  # an annex is a text of its own
        yield from (p for p in _around(here.path) if at(here.document, p).kind == "annex")
    yield ()


def _around(path: Path) -> Iterator[Path]:
    """The paths of a provision and of those around it, from the innermost outwards."""
    return (path[:size] for size in range(len(path), 0, -1))


def _first(phrase: Phrase, starts: tuple[Path, ...], here: Standpoint) -> Meaning:
    """What the steps of `phrase` lead to from the first of `starts` where they lead anywhere."""
    failure: Meaning = "vague"
    for start in starts:
        for rank, steps in enumerate(spellings(phrase.steps)):
            found = _find(steps, start, here.document)
            if isinstance(found, tuple):
                return found
            failure = failure if rank else found
    if isinstance(failure, Ambiguous):
        return _nearest(phrase.steps, here) or failure
    if not isinstance(failure, Missing):
        return failure
    return _typed(phrase.steps, starts, here.document) or _unsure(phrase, starts, here) or failure


def spellings(steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The steps, and as they may be meant too: « 9-2 » as 9.2, « 4 C » as one number, the mark « (2) » of a note not as a rank."""
    yield steps
    match steps:
        case (Unit(kind="article", number=number) as unit, *rest) if _MARK.search(number) and not of_a_code(number):
            other = {".": "-", "-": "."}
            yield (replace(unit, number=_MARK.sub(lambda mark: other[mark[0]], number)), *rest)
    match steps:
        case (Unit(kind="article") as unit, LabelledPoint(label=label), *rest) if len(label) == 1:
            yield (replace(unit, number=f"{unit.number} {label}"), *rest)
            yield (replace(unit, number=f"{unit.number}.{label}"), *rest)
        case (Unit(rank=rank) as unit, *rest) if rank > 1:
            yield (replace(unit, rank=1), *rest)


def _find(steps: tuple[Step, ...], start: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """What `find` finds in the provision at `start`, placed in `document`."""
    inside = at(document, start)
    found = find(Target("", steps), inside)
    if isinstance(found, Missing) and isinstance(steps[-1], Through):
        ends = [find(Target("", (*steps[:-1], one)), inside) for one in (steps[-1].first, steps[-1].last)]
        if isinstance(ends[0], tuple) and isinstance(ends[1], tuple):
            found = (*ends[0], *ends[1])
    if not isinstance(found, tuple) or not start:
        return found
    return tuple(replace(place, path=(*start, *place.path)) for place in found)


def _nearest(steps: tuple[Step, ...], here: Standpoint) -> Meaning | None:
    """Of several of one number, the one that shares the innermost provision with the reference."""
    for start in _around(here.path):
        found = _find(steps, start, here.document)
        if isinstance(found, tuple):
            return found
    return None


def _typed(steps: tuple[Step, ...], starts: tuple[Path, ...], document: Provision) -> Meaning | None:
    """A number or a label that was typed as the first word of a line, not as a heading or the label of an item.

    Of « 5.1, alinéa 2 », where 5.1 was so typed, it is the line of 5.1: nothing says where its alinéas end.
    """
    for size in range(len(steps), 0, -1):
        if size < len(steps) and any(isinstance(_find(steps[:size], start, document), tuple) for start in starts):
            return None  # it stands under a heading of its own
        for start, spelt in product(starts, spellings(steps[:size])):
            if found := _opening(spelt, start, document):
                return found
    return None


def _opening(steps: tuple[Step, ...], start: Path, document: Provision) -> Meaning | None:
    """The first line that begins with the last of `steps`, in what the others name in the provision at `start`."""
    *_, last = steps
    if isinstance(last, Through):
        return None
    if isinstance(last, Unit) and last.number[-1:].isdigit() and not index_of(document).opens_a_line(last.number):
        return None
    inside = _find(steps[:-1], start, document)
    if not isinstance(inside, tuple) or len(inside) != 1:
        return None
    for path, provision in walk(at(document, inside[0].path), inside[0].path):
        for index, block in enumerate(provision.blocks):
            if not isinstance(block, Alinea):
                continue
            if _opens(block.text.chars, last):
                return (Blocks(path, index, index + 1, line=True),)
            if block.label and _opens(f"{block.label.chars} …", last):
                return "vague"  # the label of an item, which may be what was meant
    return None


def _opens(chars: str, step: object) -> bool:
    """Whether a line begins with the number or label that `step` names."""
    words = chars[:24].split()
    match step:
        case Unit(number=number, kind="article"):
            named = bool(words) and words[0].lower() in {"article", "art."}
            first = words[named] if len(words) > named else ""
            # « 10 jours » begins with no number of an article.
            marked = len(words) > 1 and (first != number or words[1] in {"–", "—", "-", ":"})
            told = named or not number.isdigit() or marked
            return told and first.rstrip(".:-–—)") == number
        case LabelledPoint(label=label):
            return bool(words) and label_key(words[0]) == label_key(label)
        case _:
            return False


def _unsure(phrase: Phrase, starts: tuple[Path, ...], here: Standpoint) -> Meaning | None:
    """What to say of words that lead nowhere, where it does not follow that nothing was meant."""
    first, last = phrase.steps[0], phrase.steps[-1]
    for start in starts if len(phrase.steps) > 1 else ():
        unit = _find((first,), start, here.document)
        if isinstance(unit, tuple) and at(here.document, unit[0].path).status == "repealed":
            return unit  # its words, and so its parts, are gone with it
    if isinstance(first, Through):
        first = first.first
    if isinstance(first, Unit):
        if of_a_code(first.number):
            return "external"
        if first.kind != "article" and not _any_like(first, here.document):
            return "none"
        if first.kind == "article" and not any(p.kind == "article" and p.number for p in here.document.walk()):
            return "vague"
    if phrase.soft:
        whole = _find(phrase.steps[:-1], starts[0], here.document) if len(phrase.steps) > 1 else None
        return whole if isinstance(whole, tuple) else "vague"
    alinea = last.first if isinstance(last, Through) else last
    if isinstance(alinea, NthAlinea):
        # Whether the alinéas of sub-articles count is not settled.
        inside = [
            _find(phrase.steps[:-1], s, here.document) if len(phrase.steps) > 1 else (WholeProvision(s),)
            for s in starts
        ]
        owners = [at(here.document, found[0].path) for found in inside if isinstance(found, tuple)]
        if any(owner.children for owner in owners):
            return "vague"
    return None


def _any_like(unit: Unit, document: Provision) -> bool:
    """Whether the text has any annex, or any division of that name, with a number."""
    return any(
        p.kind == unit.kind and (not unit.word or p.word == unit.word) and (p.number and unit.number)
        for p in document.walk()
    )


def _present(phrase: Phrase, here: Standpoint) -> Meaning:
    """« le présent article », « la présente annexe », « le présent alinéa »."""
    unit = phrase.unit
    if unit == "alinéa":
        line = here.block >= 0 and isinstance(at(here.document, here.path).blocks[here.block], Alinea)
        return (Blocks(here.path, here.block, here.block + 1, line=True),) if line else "vague"
    kinds = {"article": "article", "annexe": "annex", "préambule": "preamble"}
    for path in _around(here.path):
        provision = at(here.document, path)
        named = provision.kind == "division" and provision.word == unit
        if provision.kind == kinds.get(unit) or (unit in DIVISIONS and named):
            return (WholeProvision(path),)
    return "vague"


def _near(phrase: Phrase, here: Standpoint) -> Meaning:
    """« l'alinéa précédent », « les deux alinéas précédents », « l'article suivant », « la phrase précédente »."""
    if phrase.count == 0:
        return "vague"
    match phrase.unit:
        case "article":
            return _near_articles(phrase, here)
        case "alinéa":
            return _near_lines(phrase, here)
        case _:
            return _near_sentences(phrase, here)


def _near_articles(phrase: Phrase, here: Standpoint) -> Meaning:
    own = next((p for p in _around(here.path) if at(here.document, p).kind == "article"), None)
    if own is None:
        return "vague"
    alike = [p for p, provision in walk(here.document) if _standing(p, here.document) == _standing(own, here.document)]
    rank = alike.index(own)
    first = rank - phrase.count if phrase.toward == "above" else rank + 1
    chosen = alike[max(0, first) : first + phrase.count]
    return tuple(WholeProvision(p) for p in chosen) if len(chosen) == phrase.count else "vague"


def _standing(path: Path, document: Provision) -> tuple[Path, int, bool]:
    """What articles beside each other share: the annex that they stand in, and in how many articles."""
    around = [(p, at(document, p).kind) for p in _around(path)]
    annex = next((p for p, kind in around if kind == "annex"), ())
    return annex, sum(kind == "article" for _, kind in around), at(document, path).kind == "article"


def _near_lines(phrase: Phrase, here: Standpoint) -> Meaning:
    provision = at(here.document, here.path)
    lines = [i for i, block in enumerate(provision.blocks) if isinstance(block, Alinea)]
    chosen = [i for i in lines if i < here.block][-phrase.count :] if phrase.toward == "above" else []
    if phrase.toward == "below":
        chosen = [i for i in lines if i > here.block][: phrase.count]
    if here.block >= 0 and len(chosen) == phrase.count:
        return tuple(Blocks(here.path, i, i + 1, line=True) for i in chosen)
    alone = all(at(here.document, p).kind != "article" for p in _around(here.path[:-1]))
    if here.block < 0 or not alone or provision.lacuna or phrase.toward == "below":
        return "vague"
    return Missing(WholeProvision(here.path), here.document)


def _near_sentences(phrase: Phrase, here: Standpoint) -> Meaning:
    block = at(here.document, here.path).blocks[here.block] if here.block >= 0 else None
    if not isinstance(block, Alinea):
        return "vague"
    found = sentences(block.text.chars)
    rank = next(n for n, (_, end) in enumerate(found) if phrase.start < end)
    first = rank - phrase.count if phrase.toward == "above" else rank + 1
    chosen = found[max(0, first) : first + phrase.count]
    if len(chosen) != phrase.count:
        return "vague"
    return (Sentence(here.path, here.block, chosen[0][0], chosen[-1][1]),)
