"""Acts: the convention as first signed, and its amendments, with their parties and dates."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.diagnostics import Span
from clausier.model.dates import Date, When
from clausier.model.operation import Operation
from clausier.model.provision import Provision


class Party(Struct, frozen=True, kw_only=True, array_like=True):
    """A member: its slug, its name, what proves its membership, and who represents it where an act has said so."""

    id: str
    name: str
    source: str = ""
    represented_by: str = ""
    quality: str = ""
    span: Span


class Signatory(Struct, frozen=True, kw_only=True, array_like=True):
    """Who signs an act for a party, in what quality, as the act words it."""

    party: str
    represented_by: str
    quality: str
    span: Span


class Formality(Struct, frozen=True, kw_only=True, array_like=True):
    """What one party has done to be bound by an act: what its deliberating body decided, and when; None: not recorded."""

    party: str
    body: str
    number: str
    deliberated: When | None
    transmitted: When | None
    signed: When | None
    published: When | None
    span: Span


class Acknowledgement(Struct, frozen=True, kw_only=True, array_like=True):
    """A warning that the keepers have seen and accept: its code, where, and why. It stays listed."""

    code: str
    path: str
    quote: str
    reason: str
    span: Span


class Act(Struct, frozen=True, kw_only=True, array_like=True):
    """The convention or an amendment.

    `document` is its text as signed; `operations` what its articles do. `signed` is None where nothing is known of it.
    `draft`: part of no version unless asked for by `--with`. `files` are its Markdown sources, path and text, in which
    `source` looks up the column of a word; they are kept as UTF-8 bytes, since Python takes two bytes for each character of
    a text that has a single « ’ » or « – », as nearly all do.
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
    files: tuple[tuple[str, bytes], ...] = ()
    span: Span
    drafting: tuple[
        tuple[str, int], ...
    ] = ()  # of the convention: what its drafters prefer, by the keys of the sources
    name: str = ""  # of the convention: the id under which its project is known

    def source(self, path: str) -> str | None:
        """The text of its Markdown source at `path`; None where it has none there."""
        return next((text.decode() for name, text in self.files if name == path), None)


class Corpus(Struct, frozen=True, kw_only=True):
    """All acts of a project: the convention, then its amendments in order of signature."""

    convention: Act
    amendments: tuple[Act, ...]

    @property
    def acts(self) -> tuple[Act, ...]:
        """Every act, the convention first."""
        return (self.convention, *self.amendments)
