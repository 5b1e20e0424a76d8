"""Rules as the sources write them, before anything is looked up: frozen, with the place of every word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.model.target import Target
from clausier.rules.pattern import Pattern
from clausier.source.yaml import Scalar

Kind = Literal[
    "majority",
    "quorum",
    "weights",
    "ballot",
    "composition",
    "proxy",
    "casting-vote",
    "recusal",
    "frequency",
    "deadline",
    "precedence",
    "definition",
    "duty",
    "permission",
    "prohibition",
    "competence",
    "procedure",
    "classification",
    "cost-sharing",
    "exception",
    "duration",
]


class Where(Struct, frozen=True):
    """The article that a rule names."""

    target: Target
    span: Span


class Quoted(Struct, frozen=True):
    """A quotation with its place."""

    pattern: Pattern
    span: Span


class CaseSource(Struct, frozen=True):
    """One meaning of what is left open: its name, its label, and its value where the name is none."""

    name: Scalar
    label: str
    value: tuple[Scalar, ...] = ()


class ReadingSource(Struct, frozen=True):
    """What is left open: the parameter (its French name) and its cases."""

    parameter: Scalar
    cases: tuple[CaseSource, ...]


class Settings(Struct, frozen=True):
    """Parameters, stated or left open; `span` is where the rule, or this part of it, begins."""

    stated: tuple[tuple[str, tuple[Scalar, ...]], ...]
    readings: tuple[ReadingSource, ...]
    span: Span

    def get(self, parameter: str) -> tuple[Scalar, ...]:
        """What is stated for `parameter` (its French name): nothing, one text, or several."""
        return dict(self.stated).get(parameter, ())

    def reading(self, parameter: str) -> ReadingSource | None:
        """What is left open about `parameter`."""
        return next((r for r in self.readings if r.parameter.value == parameter), None)

    def below(self, rule: Settings) -> Settings:
        """These, and of what is said of the `rule` (or of the tests joined with this one) all that this one does not say."""
        own = {name for name, _ in self.stated} | {r.parameter.value for r in self.readings}
        stated = tuple(pair for pair in rule.stated if pair[0] not in own)
        readings = tuple(r for r in rule.readings if r.parameter.value not in own)
        return Settings((*self.stated, *stated), (*self.readings, *readings), self.span)


class JoinedSource(Struct, frozen=True):
    """Tests joined: `toutes`, `au-moins-une`."""

    how: Literal["all", "any"]
    of: tuple[Settings | JoinedSource, ...]

    def below(self, rule: Settings) -> JoinedSource:
        """The same tests, each with what is said of all of them and that it does not say itself.

        One that requires seats and measures nothing stays as it is.
        """
        return JoinedSource(self.how, tuple(part if _requires(part) else part.below(rule) for part in self.of))


def each_test(tests: JoinedSource | Settings | None) -> Iterator[Settings]:
    """The tests that are joined, one by one."""
    if isinstance(tests, JoinedSource):
        for part in tests.of:
            yield from each_test(part)
    elif tests is not None:
        yield tests


def _requires(part: Settings | JoinedSource) -> bool:
    return isinstance(part, Settings) and bool(part.get("requis")) and not part.get("seuil")


class TableSource(Struct, frozen=True):
    """The columns to read, by header, and the names that are not the members' own."""

    member: Scalar
    votes: Scalar
    names: tuple[tuple[str, str], ...]


class BandSource(Struct, frozen=True):
    """So many votes up to a figure; without one, beyond the band before."""

    up_to: Scalar | None
    votes: Scalar


class RuleSource(Struct, frozen=True, kw_only=True):
    """A rule as written. `kind` is the English term; `act` the act in whose folder it stands; `ends` the act that ends it."""

    id: str
    kind: Kind
    act: str
    where: Where
    quote: Quoted | None
    table: TableSource | None
    body: str
    matter: str
    settings: Settings
    tests: JoinedSource | None
    steps: tuple[Settings, ...]
    ends: Scalar | None
    span: Span
    bands: tuple[BandSource, ...] = ()


class SilentSource(Struct, frozen=True, kw_only=True):
    """Scalar declared to state no rule (`sans-règle`), and why (the English term). Without `quote`, the whole provision."""

    act: str
    where: Where
    quote: Quoted | None
    motive: str
    ends: Scalar | None
    span: Span


class RemarkSource(Struct, frozen=True, kw_only=True):
    """What a careful reader sees, about some articles."""

    act: str
    where: tuple[Where, ...]
    text: str
    span: Span


class RuleSources(Struct, frozen=True, kw_only=True):
    """All that the `*.regles.yml` files of a project say, in the order of acts, files and lines.

    `acts` are the ids of the acts that were looked beside, drafts included.
    """

    acts: tuple[str, ...] = ()
    rules: tuple[RuleSource, ...] = ()
    silent: tuple[SilentSource, ...] = ()
    remarks: tuple[RemarkSource, ...] = ()
