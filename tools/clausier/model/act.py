"""Acts: the convention as first signed, and its amendments, with their parties and dates."""

from __future__ import annotations

from typing import Literal

from clausier.dataclasses import dataclass
from clausier.diagnostics import Span
from clausier.model.dates import Date, When
from clausier.model.operation import Operation
from clausier.model.provision import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A member: its slug, its name, what proves its membership, and who represents it where an act has said so."""

    id: str
    name: str
    source: str = ""
    represented_by: str = ""
    quality: str = ""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs an act for a party, in what quality, as the act words it."""

    party: str
    represented_by: str
    quality: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Formality:
    """What one party has done to be bound by an act: what its deliberating body decided, and when; None: not recorded."""

    party: str
    body: str
    number: str
    deliberated: When | None
    transmitted: When | None
    signed: When | None
    published: When | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement:
    """A warning that the keepers have seen and accept: its code, where, and why. It stays listed."""

    code: str
    path: str
    quote: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a careful reader sees and no machine can, shown beside the words of `articles`."""

    articles: tuple[str, ...]
    text: str
    act: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """The convention or an amendment. `document` is its text as signed; `operations` what its articles do.

    `signed` is None where nothing is known of it. `draft`: part of no version unless asked for by `--with`. `files` are
    its Markdown sources, path and text, for what looks up the column of a word.
    """

    id: str
    kind: Literal["convention", "amendment"]
    title: str
    folder: str
    signed: When | None
    in_force: Date
    draft: bool = False
    complete: bool = True
    parties: tuple[Party, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    formalities: tuple[Formality, ...] = ()
    events: tuple[tuple[str, When], ...] = ()
    document: Provision
    operations: tuple[Operation, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    source_text: str | None = None
    files: tuple[tuple[str, str], ...] = ()
    span: Span
    name: str = ""  # of the convention: the id under which its project is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All acts of a project: the convention, then its amendments in order of signature."""

    convention: Act
    amendments: tuple[Act, ...]

    @property
    def acts(self) -> tuple[Act, ...]:
        """Every act, the convention first."""
        return (self.convention, *self.amendments)
