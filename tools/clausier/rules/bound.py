"""Rules bound to the text: what each means in each version, and which sentences are accounted for. Frozen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Literal

from msgspec import Struct

from clausier.rules.conditions import Condition
from clausier.rules.kinds import Rule
from clausier.rules.values import CaptureType, Value
from clausier.rules.written import RemarkSource, RuleSource, SilentSource
from clausier.text.sentences import sentences


class Place(Struct, frozen=True, kw_only=True, array_like=True):
    """Where the words of a rule stand: a provision (its identity, and its number in that version), and an alinéa of it.

    `act` is "" in the consolidated convention, else the act whose own words they are. `alinea` is 0 in a table (then
    `table` is its rank) or in a heading.
    """

    provision: str
    number: str
    act: str = ""
    alinea: int = 0
    table: int = 0

    @property
    def article(self) -> str:
        """The article as the sources name it: `8.3`, or `avenant-1, 5 (2)` for an act's own words."""
        return f"{self.act}, {self.number}" if self.act else self.number


class Capture(Struct, frozen=True):
    """A figure taken from the words: `words` as the text has them."""

    name: str
    type: CaptureType
    words: str
    value: Value


class Validity(Struct, frozen=True):
    """The days on which something certainly holds: `last` is the last of them, None while it holds."""

    first: datetime.date
    last: datetime.date | None


class BoundRule(Struct, frozen=True, kw_only=True):
    """One state of a rule: what it says while its words and figures stay as they are."""

    source: RuleSource
    rule: Rule
    condition: Condition | None
    place: Place  # where its words stand in the last of its versions
    quote: str  # the quotation as the text has it
    captures: tuple[Capture, ...]
    act: str  # which wrote the first of its words
    origins: tuple[str, ...]  # what wrote all of them, figures included
    versions: tuple[str, ...]  # in which it stands so
    valid: Validity | None  # None: none of its versions is certain on any day
    overridden_by: str = ""  # the id of the rule that prevails over it

    @property
    def id(self) -> str:
        """The rule's name, which it keeps through its states."""
        return self.source.id


class BoundSilence(Struct, frozen=True):
    """Words declared to state no rule, and the versions in which they stand."""

    source: SilentSource
    place: Place
    quote: str
    versions: tuple[str, ...]


class BoundRemark(Struct, frozen=True):
    """A remark, the articles that it is about (identities), and the versions in which these have the words it quotes."""

    source: RemarkSource
    provisions: tuple[str, ...]
    versions: tuple[str, ...]


class Covered(Struct, frozen=True, kw_only=True, array_like=True):
    """A sentence (or a table) of a provision: the rules that formalise it, or why it states none, or neither.

    `alinea` and `sentence` count from 1; of a table, `alinea` is 0 and `table` its rank.
    """

    alinea: int
    sentence: int
    table: int
    rules: tuple[str, ...]
    motive: str

    @property
    def status(self) -> Literal["rule", "no-rule", "left"]:
        """Whether a rule formalises it, it is declared to state none, or nobody has said."""
        return "rule" if self.rules else "no-rule" if self.motive else "left"


class Coverage(Struct, frozen=True, kw_only=True, array_like=True):
    """The sentences of one provision in a version. `lacuna`: more are there, which nobody has at hand.

    `alineas` and `tables` are the words in which they stand: of each alinéa, and of the header of each table.
    """

    place: Place
    sentences: tuple[Covered, ...]
    lacuna: bool
    alineas: tuple[str, ...]
    tables: tuple[str, ...]

    def count(self, status: Literal["rule", "no-rule", "left"]) -> int:
        """How many sentences have that status."""
        return sum(s.status == status for s in self.sentences)

    def words(self, covered: Covered) -> str:
        """The words of one of its sentences; of a table, its header."""
        if covered.table:
            return self.tables[covered.table - 1]
        line = self.alineas[covered.alinea - 1]
        start, end = sentences(line)[covered.sentence - 1]
        return line[start:end]


class Rules(Struct, frozen=True, kw_only=True, dict=True):
    """All rules, in the order of the sources, each with its states in time. `to_come`: those whose act is in no version.

    `coverage` is that of each version, by its id, in reading order: part by part, one object for all the versions that share it.
    """

    rules: tuple[BoundRule, ...] = ()
    silences: tuple[BoundSilence, ...] = ()
    remarks: tuple[BoundRemark, ...] = ()
    coverage: Mapping[str, tuple[tuple[Coverage, ...], ...]] = {}
    to_come: tuple[str, ...] = ()

    def of(self, version: str) -> tuple[BoundRule, ...]:
        """The rules as they stand in `version`, those overridden included."""
        return self._by_version.get(version, ())

    def applicable(self, version: str) -> tuple[BoundRule, ...]:
        """The rules of `version` that none overrides."""
        return tuple(rule for rule in self.of(version) if not rule.overridden_by)

    @cached_property
    def _by_version(self) -> Mapping[str, tuple[BoundRule, ...]]:
        found: dict[str, list[BoundRule]] = {}
        for rule in self.rules:
            for version in rule.versions:
                found.setdefault(version, []).append(rule)
        return {version: tuple(rules) for version, rules in found.items()}

    def covered(self, version: str) -> Iterator[Coverage]:
        """What is accounted for in each provision of `version`, in reading order."""
        return chain.from_iterable(self.coverage.get(version, ()))

    def left(self, *versions: str) -> int:
        """How many sentences of those versions no rule states, without a word on why; one that they share counts once."""
        covered = (coverage for version in versions for coverage in self.covered(version))
        return len({(c.place, c.words(s)) for c in covered for s in c.sentences if s.status == "left"})

    def sentence_of(self, rule: BoundRule, version: str) -> str:
        """The sentences that the rule's words stand in; its quotation where they stand in none (a heading, a cell).

        They are as `version` has them, or else the last version that has the rule: what stands around its words may change.
        """
        found = (
            coverage.words(covered)
            for coverage in self.covered(version if version in rule.versions else rule.versions[-1])
            for covered in coverage.sentences
            if rule.id in covered.rules and covered.sentence
        )
        return " ".join(found) or rule.quote

    def remarks_of(self, version: str) -> tuple[BoundRemark, ...]:
        """The remarks that hold in `version`."""
        return tuple(remark for remark in self.remarks if version in remark.versions)
