"""A target: what a drafter names (`8.1, al. 9, phr. 2`), before anything is looked up."""

from __future__ import annotations

from clausier.dataclasses import dataclass
from clausier.model.provision import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A numbered unit (`8.1`, `annexe 2`, `titre I`), or one that needs no number (`préambule`, `ouverture`).

    `rank` tells apart two units that an act numbers alike: `5 (2)`. `word` is the division's own (`titre`, `chapitre`).
    """

    number: str
    kind: Kind
    rank: int = 1
    word: str = ""


@dataclass(frozen=True, slots=True)
class NthAlinea:
    """`al. 9`; `al. -1` is the last. `quote`: some of its words, to settle which count is meant."""

    n: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class NthSentence:
    """`phr. 2` of an alinéa; `phr. -1` is the last."""

    n: int


@dataclass(frozen=True, slots=True)
class LabelledPoint:
    """An item named by its label: `3°`, `a)`."""

    label: str


@dataclass(frozen=True, slots=True)
class NthDash:
    """`tiret 2`: the n-th unlabelled item of a list."""

    n: int


@dataclass(frozen=True, slots=True)
class HeadingOf:
    """`titre`: the heading of the unit named before it."""


@dataclass(frozen=True, slots=True)
class NthTable:
    """`tableau 1`."""

    n: int


@dataclass(frozen=True, slots=True)
class NamedRow:
    """`ligne "Région Grand Est"`: the row whose first cell says so."""

    name: str


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """`colonne "Nombre de voix"`: the column whose header says so."""

    name: str


Single = Unit | NthAlinea | NthSentence | LabelledPoint | NthDash | HeadingOf | NthTable | NamedRow | NamedColumn


@dataclass(frozen=True, slots=True)
class Through:
    """A range: `3 à 5`, `al. 2 à 4`. Both ends are of one kind."""

    first: Single
    last: Single


Step = Single | Through


@dataclass(frozen=True, slots=True)
class Target:
    """A path of steps in the convention (or in the act `act`), as written in `words`; no step is the whole (`*`)."""

    words: str
    steps: tuple[Step, ...]
    act: str = ""
