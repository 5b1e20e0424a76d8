"""Why a target names nothing, or nothing certain."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from clausier.model.provision import Provision
from clausier.refs.names import describe
from clausier.refs.places import Place


class Missing(Struct, frozen=True, eq=False):
    """Nothing of that name in `place` of `document`. `guess` works out what it may have meant, `""` for nothing."""

    place: Place
    document: Provision
    guess: Callable[[], str] = str

    @property
    def where(self) -> str:
        """The name of the provision that was searched."""
        return describe(self.place, self.document)

    @property
    def nearest(self) -> str:
        """What it may have meant: looked for where it is told, since most of what is tried and missing is told to nobody."""
        return self.guess()


class Unknown(Struct, frozen=True):
    """What is named may stand in a lacuna, of provision `number` (`""`: of any), whose words are missing for that `reason`."""

    number: str
    reason: str


class Ambiguous(Struct, frozen=True):
    """Several things of that name."""

    candidates: tuple[str, ...]


class Miscounted(Struct, frozen=True):
    """An alinéa named by rank and by words, which stand in another: alinéa `found`, or `older` by the older count."""

    n: int
    quote: str
    found: int
    older: int


Failure = Missing | Unknown | Ambiguous | Miscounted
