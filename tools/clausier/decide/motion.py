"""A vote as it is put to `clausier decide`: who was there, how each voted, what the rules need to know besides, and where it is said."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from clausier.diagnostics import Span
from clausier.source.yaml import Mapping as Keys
from clausier.source.yaml import Node, Scalar, Sequence


def place(source: Node | None, *path: str | int) -> Span:
    """Where `source` says what `path` leads to: as much of it as is there. A word of a list leads to itself."""
    here, span = source, source.span if source else Span("-")
    for step in path:
        match here:
            case Keys():
                entry = next((e for e in here.entries if e.key.value == step), None)
                if entry is None:
                    return span
                here, span = entry.value, entry.key.span
            case Sequence():
                found = here.items[step] if isinstance(step, int) else _named(here, step)
                if found is None:
                    return span
                here, span = found, found.span
            case _:
                return span
    return here.span if isinstance(here, Scalar) and isinstance(path[-1], int) else span


def _named(items: Sequence, name: str) -> Scalar | None:
    return next((item for item in items.items if isinstance(item, Scalar) and item.value == name), None)


Vote = Literal["for", "against", "abstain", "blank", "void"]
VOTES: tuple[Vote, ...] = ("for", "against", "abstain", "blank", "void")


class Column(Struct, frozen=True):
    """Figures of data: `by` member or seat, and the `total` that is stated, which need not be their sum."""

    by: Mapping[str, Fraction] = field(default_factory=dict)
    total: Fraction | None = None


class Round(Struct, frozen=True, kw_only=True):
    """One round: who came and who left before it, and how each voted. `proxies`: those from then on, None where unchanged."""

    ballots: Mapping[str, Vote]
    arrived: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    proxies: Mapping[str, str] | None = None


class Previous(Struct, frozen=True, kw_only=True):
    """The meeting that had no quorum, on account of which this one was called again."""

    day: datetime.date
    present: tuple[str, ...]
    agenda: tuple[str, ...] = ()


class Motion(Struct, frozen=True, kw_only=True):
    """A motion, and the vote on it. `chair` is "" and `secret` None where nobody says; `source` places what is wrong.

    `title` is the motion in words, for documents.
    """

    body: str
    matter: str = ""
    title: str = ""
    day: datetime.date | None = None
    version: str = ""
    present: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    proxies: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Column] = field(default_factory=dict)
    designated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chair: str = ""
    secret: bool | None = None
    recused: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    previous: Previous | None = None
    source: Node | None = None

    def at(self, *path: str | int) -> Span:
        """Where the input says what `path` leads to: as much of it as is there."""
        return place(self.source, *path)

    def sittings(self) -> Iterator[tuple[frozenset[str], Mapping[str, str]]]:
        """Who is present and who represents whom at each round. Who arrives needs a proxy no longer."""
        present, proxies = set(self.present), dict(self.proxies)
        for turn in self.rounds:
            present = (present | set(turn.arrived)) - set(turn.left)
            given = proxies if turn.proxies is None else dict(turn.proxies)
            proxies = {giver: holder for giver, holder in given.items() if giver not in turn.arrived}
            yield frozenset(present), proxies
