"""Every reference of a text: where it stands, and what it names in one state of that text.

`references` reads all of them; `links` gives those that lead somewhere, by the line that holds them: what a page needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Literal

from msgspec import Struct

from clausier.model.provision import Alinea, Provision, Table
from clausier.model.target import Through, Unit
from clausier.refs.failures import Ambiguous, Missing, Unknown
from clausier.refs.grammar import Phrase, phrases
from clausier.refs.meaning import Meaning, Standpoint, meaning
from clausier.refs.places import Blocks, Path, Place, WholeProvision, at
from clausier.source.headings import number_key
from clausier.text import Text
from clausier.text.regex import regex

# « l’article 9 dans sa rédaction antérieure », « les articles 9 et 10, dans leur rédaction en vigueur au 1er mars »
_FORMER = regex(
    r"(?:(?:(?!article|annexe)[^;.:«»]){0,40}?,? dans sa|[^;.:«»]{0,60}?,? dans leurs?) (?:rédaction|version)s? "
    r"(?:antérieure|initiale|d['’]origine|précédente|issue|(?:en vigueur|applicable)s? (?:à|au|avant|jusqu))"
)
Known = Literal[True] | set[str]  # the numbers of the articles at hand; True where there are no others
Status = Literal["found", "repealed", "missing", "unknown", "ambiguous", "vague", "external"]


class Line(Struct, frozen=True, order=True, array_like=True):
    """A line of a text: the heading (`block` -1), an alinéa, or a cell (its `row` and `column`) of a provision.

    `key` is the identity of the alinéa or table, which it keeps where others come before it.
    """

    provision: str
    block: int
    key: str = ""
    row: int = -1
    column: int = -1


class Reference(Struct, frozen=True, kw_only=True, array_like=True):
    """The words of a reference, between the characters `start` and `end` of a line of the provision at `path`.

    `status` says what became of it in this state of the text. `found` or `repealed`: it names `places`, the ends of a
    range first and last. `missing`: nothing, though `nearest` may be alike. `unknown`: it would stand where words are not
    available. `vague`: something here, nobody can say which. `external`: it is of another text, which `owner` describes
    as the words do (`""`: a code that they do not name), or of the act whose words these are (« du présent avenant »).
    `origin` is who wrote the words.
    """

    path: Path
    line: Line
    start: int
    end: int
    words: str
    status: Status
    places: tuple[Place, ...] = ()
    missing: Missing | None = None
    owner: str = ""
    origin: str = ""
    phrase: Phrase

    @property
    def nearest(self) -> str:
        """The number most like the one that names nothing, if any is alike."""
        return self.missing.nearest if self.missing else ""

    @property
    def kind(self) -> Literal["internal", "external"]:
        """Whether it is of this text or of another."""
        return "external" if self.status == "external" else "internal"

    @property
    def act(self) -> str:
        """The act that it is of, where it says « du présent avenant »."""
        return self.origin.partition("/")[0] if self.phrase.scope == "act" else ""


class Link(Struct, frozen=True, kw_only=True):
    """The characters `start` to `end` of a line lead to a provision, or to its alinéa of rank `alinea` (0: the whole)."""

    start: int
    end: int
    provision: str
    alinea: int = 0


def own_name(title: str) -> str:
    """What a text of that title calls itself: « accord » for « Accord de partenariat … », `convention` failing that."""
    first = title.split(maxsplit=1)[0].lower() if title.strip() else ""
    return first if first in {"accord", "charte", "contrat", "protocole", "règlement", "statuts"} else "convention"


def at_hand(document: Provision, *, complete: bool) -> Callable[[], Known]:
    """Gives the numbers of the articles of a text, beside which there may be others; True where the text is `complete`.

    In a text that is not, a reference to an article that is not found is unknown rather than missing.
    """

    @cache
    def numbers() -> Known:
        return complete or {number_key(p.number) for p in document.walk() if p.kind == "article"}

    return numbers


def read_within(
    provision: Provision,
    path: Path,
    document: Provision,
    own: str,
    known: Callable[[], Known],
    *,
    deep: bool = True,
    read: Callable[[str, str], tuple[Phrase, ...]] = phrases,
) -> Iterator[tuple[Phrase, Meaning, Reference | None]]:
    """What may be a reference in the provision at `path`, and in all below it where `deep`: its meaning, and what it is.

    `own` is what the text calls itself; `read` finds the phrases of a line. What is repealed says nothing any more.
    """
    if provision.status != "repealed":
        last: Meaning = "none"
        for where, text in lines(provision):
            for phrase in read(text.chars, own):
                line = Line(provision.id, *where)  # which few need
                here = Standpoint(document, path, line.block, last)
                named = meaning(phrase, here)
                if isinstance(named, Missing) and _may_stand_elsewhere(phrase, known()):
                    named = Unknown("", "")
                if phrase.unit == "article":
                    last = _article(named)
                yield phrase, named, None if named == "none" else _reference(phrase, named, line, text, here)
    for index, child in enumerate(provision.children if deep else ()):
        yield from read_within(child, (*path, index), document, own, known, read=read)


def _article(named: Meaning) -> Meaning:
    """The article of what is named, which « le même article » names after it."""
    if not isinstance(named, tuple):
        return named
    return tuple(WholeProvision(path) for path in dict.fromkeys(place.path for place in named))


def _may_stand_elsewhere(phrase: Phrase, known: Known) -> bool:
    """Whether what is not found may be in an article that the text at hand leaves out: none of those `known` would hold it."""
    step = phrase.steps[0] if phrase.steps else None
    first = step.first if isinstance(step, Through) else step
    if known is True or not isinstance(first, Unit):
        return False
    parts = number_key(first.number).split(".")
    return not any(".".join(parts[:size]) in known for size in range(1, len(parts) + 1))


def lines(provision: Provision) -> Iterator[tuple[tuple[int, str, int, int], Text]]:
    """The lines of a provision in which references are read, those below it left out, each with the rest of its `Line`."""
    if provision.heading:
        yield (-1, "", -1, -1), provision.heading
    for index, block in enumerate(provision.blocks):
        match block:
            case Alinea():
                if not block.repealed:
                    yield (index, block.key, -1, -1), block.text
            case Table(key=key, rows=rows):
                for r, row in enumerate(rows):
                    yield from (((index, key, r, c), cell) for c, cell in enumerate(row))
            case _:  # a lacuna has no words; what an act quotes is read where it comes to stand
                pass


def _reference(phrase: Phrase, named: Meaning, line: Line, text: Text, here: Standpoint) -> Reference:
    places = named if isinstance(named, tuple) else ()
    return Reference(
        path=here.path,
        line=line,
        start=phrase.start,
        end=phrase.end,
        words=text.chars[phrase.start : phrase.end],
        status=_status(named, here.document),
        places=places,
        missing=named if isinstance(named, Missing) else None,
        owner=phrase.owner,
        origin=_origin(text, phrase.start),
        phrase=phrase,
    )


def _status(named: Meaning, document: Provision) -> Status:
    match named:
        case tuple():
            ends = (named[0], named[-1])
            return "repealed" if any(_repealed(place, document) for place in ends) else "found"
        case Missing():
            return "missing"
        case Unknown():
            return "unknown"
        case Ambiguous():
            return "ambiguous"
        case "external":
            return "external"
        case _:
            return "vague"


def _repealed(place: Place, document: Provision) -> bool:
    """Whether what stands there, or what it stands in, is repealed."""
    if any(at(document, place.path[:size]).status == "repealed" for size in range(len(place.path) + 1)):
        return True
    block = at(document, place.path).blocks[place.start] if isinstance(place, Blocks) else None
    return isinstance(block, Alinea) and block.repealed


def _origin(text: Text, index: int) -> str:
    """Who wrote the character at `index`."""
    return next((run.origin for run in text.runs if index < run.end), "")


def links(found: Iterable[Reference], document: Provision) -> dict[Line, tuple[Link, ...]]:
    """Of the references that were found in `document`, those that lead elsewhere, in order, by the line that holds them.

    « Le présent article » leads nowhere: its reader is there. Nor does what is said to be of a former wording: which one
    it is the words may leave open, and it is not the one that stands there now.
    """
    leading: dict[Line, tuple[Link, ...]] = {}
    for reference in found:
        if reference.places:
            place = reference.places[0]
            owner = at(document, place.path)
            rank = alinea_rank(place, owner)
            here = at(document, reference.path)
            if (owner.id == reference.line.provision and not rank) or of_a_former_wording(reference, here):
                continue
            link = Link(start=reference.start, end=reference.end, provision=owner.id, alinea=rank)
            leading[reference.line] = (*leading.get(reference.line, ()), link)
    return leading


def line_of(reference: Reference, provision: Provision) -> str:
    """The words of the line, of `provision`, that holds a reference."""
    line = reference.line
    match provision.blocks[line.block] if line.block >= 0 else None:
        case Alinea(text=text):
            return text.chars
        case Table(rows=rows):
            return rows[line.row][line.column].chars
        case _:
            return provision.heading.chars if provision.heading else ""


def of_a_former_wording(reference: Reference, provision: Provision) -> bool:
    """Whether a reference, which stands in `provision`, is said to be of a wording that is no longer in force."""
    return _FORMER.match(line_of(reference, provision), reference.end) is not None


def begins(place: Place) -> tuple[Path, int]:
    """Where a place begins: its provision, and the block there (-1: the whole)."""
    return place.path, place.start if isinstance(place, Blocks) else getattr(place, "block", -1)


def alinea_rank(place: Place, owner: Provision) -> int:
    """Which line of its provision `owner` a place begins at, counted from 1; 0 where it is the whole."""
    _, index = begins(place)
    return sum(isinstance(b, Alinea) for b in owner.blocks[: index + 1]) if index >= 0 else 0
