"""Operations: one change that an article of an amendment makes (DESIGN 3.3). A closed union; the verb is the type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausier.diagnostics import Span
from clausier.model.dates import Date
from clausier.model.provision import Fragment
from clausier.model.target import Target

Reading = Literal["before", "result"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What every operation carries.

    `verb` is the French verb as written. `id` is `ACT/ARTICLE#N` (`avenant-1/3#2`): the name that runs and outputs use. `sentence` is the amending sentence as the
    act words it. `in_force` is its own date where it has one, `source` what that date rests on. `reading` fixes whether
    its target names the text before the act or as the act has changed it (4.1). `expect` is a prefix of the SHA-256 of
    the target's text before it. `editorial_note` says why what is found departs from the sentence. `spans` places each
    key of the operation in its source.
    """

    id: str
    verb: str
    act: str
    article: str
    span: Span
    sentence: str = ""
    says: str = ""
    in_force: Date | None = None
    until: Date | None = None
    source: str = ""
    reading: Reading | None = None
    expect: str = ""
    after_act: str = ""
    editorial_note: str = ""
    note: str = ""
    spans: tuple[tuple[str, Span], ...] = ()

    def place(self, key: str) -> Span:
        """Where the value of `key` stands in the source; the operation's own place where it has no such key."""
        return dict(self.spans).get(key, self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """`remplacer`: the whole target is reworded by the payload."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Append:
    """`compléter` (at the end) and `compléter-au-début` (at the start) of the target."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment
    at_start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertBeside:
    """`insérer-après` and `insérer-avant` the target."""

    common: Common
    targets: tuple[Target, ...]
    payload: Fragment
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """`remplacer-mots`, and `supprimer-mots` (where `new` is empty): words in place of words."""

    common: Common
    targets: tuple[Target, ...]
    words: str
    new: str
    count: int | None = 1  # None: `toutes`


@dataclass(frozen=True, slots=True, kw_only=True)
class AddWords:
    """`insérer-mots`: words after (or before) words of the target."""

    common: Common
    targets: tuple[Target, ...]
    anchor: str
    new: str
    before: bool = False
    count: int | None = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal:
    """`abroger` a numbered unit: a tombstone stays, the numbers after it stand."""

    common: Common
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """`supprimer` an alinéa, a sentence, an item, a row: nothing stays, what follows moves up."""

    common: Common
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retitle:
    """`renommer`: another heading."""

    common: Common
    targets: tuple[Target, ...]
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeParties:
    """`fusion`: members that become one."""

    common: Common
    parties: tuple[str, ...]
    into: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoEffect:
    """`sans-effet`: an article of an amendment that changes no word, and why."""

    common: Common
    reason: str


TextOperation = Replace | Append | InsertBeside | Substitute | AddWords | Repeal | Delete | Retitle
Operation = TextOperation | MergeParties | NoEffect
