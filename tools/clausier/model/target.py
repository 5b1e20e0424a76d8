"""A target: what a drafter names (`8.1, al. 9, phr. 2`), before anything is looked up."""

from __future__ import annotations

from msgspec import Struct

from clausier.model.provision import Kind


class Unit(Struct, frozen=True, tag=True, array_like=True):
    """A numbered unit (`8.1`, `annexe 2`, `titre I`), or one that needs no number (`préambule`, `ouverture`).

    `rank` tells apart two units that an act numbers alike: `5 (2)`. `word` is the division's own (`titre`, `chapitre`).
    `heading` names a unit by its heading instead (`« Secrétariat »`), which is all that some have.
    """

    number: str
    kind: Kind
    rank: int = 1
    word: str = ""
    heading: str = ""


class NthAlinea(Struct, frozen=True, tag=True, array_like=True):
    """`al. 9`; `al. -1` is the last. `quote`: some of its words, to settle which count is meant."""

    n: int
    quote: str = ""


class NthSentence(Struct, frozen=True, tag=True, array_like=True):
    """`phr. 2` of an alinéa; `phr. -1` is the last."""

    n: int


class LabelledPoint(Struct, frozen=True, tag=True, array_like=True):
    """An item named by its label: `3°`, `a)`."""

    label: str


class NthDash(Struct, frozen=True, tag=True, array_like=True):
    """`tiret 2`: the n-th unlabelled item of a list."""

    n: int


class HeadingOf(Struct, frozen=True, tag=True, array_like=True):
    """`titre`: the heading of the unit named before it."""


class NthTable(Struct, frozen=True, tag=True, array_like=True):
    """`tableau 1`."""

    n: int


class NamedRow(Struct, frozen=True, tag=True, array_like=True):
    """`ligne "Région Grand Est"`: the row whose first cell says so."""

    name: str


class NamedColumn(Struct, frozen=True, tag=True, array_like=True):
    """`colonne "Nombre de voix"`: the column whose header says so."""

    name: str


Single = Unit | NthAlinea | NthSentence | LabelledPoint | NthDash | HeadingOf | NthTable | NamedRow | NamedColumn


class Through(Struct, frozen=True, tag=True, array_like=True):
    """A range: `3 à 5`, `al. 2 à 4`. Both ends are of one kind."""

    first: Single
    last: Single


Step = Single | Through


class Target(Struct, frozen=True, array_like=True):
    """A path of steps in the convention (or in the act `act`), as written in `words`; no step is the whole (`*`)."""

    words: str
    steps: tuple[Step, ...]
    act: str = ""
