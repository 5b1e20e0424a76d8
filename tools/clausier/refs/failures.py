"""Why a target names nothing, or nothing certain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

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


def closest(words: str, among: Iterable[str], *, likeness: float) -> str:
    """The one of `among` that is most like `words`, if one is as like as `likeness`."""
    return _closest(words, tuple(among), likeness)


@lru_cache(maxsize=256)  # what one act leaves behind is missed by many references
def _closest(words: str, among: tuple[str, ...], likeness: float) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(words, among, n=1, cutoff=likeness)), "")
