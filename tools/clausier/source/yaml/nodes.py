"""What YAML is read into: texts, lists and keys, each with its place."""

from __future__ import annotations

from msgspec import Struct

from clausier.diagnostics import Span

NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(Struct, frozen=True, tag=True, array_like=True):
    """A text and its place. `plain`: written without quotes.

    `comment` is where a comment begins on the line of a plain text: what was typed may end there against the will of
    the one who typed it (`mots: La mission #1`).
    """

    value: str
    span: Span
    plain: bool = False
    comment: Span | None = None

    @property
    def missing(self) -> bool:
        """Whether nothing was written where a value belongs, which `read_yaml` has reported."""
        return self.plain and self.value in NOTHING


class Sequence(Struct, frozen=True, tag=True, array_like=True):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Entry(Struct, frozen=True, array_like=True):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(Struct, frozen=True, tag=True, array_like=True):
    """Keys with their values, in the order of the file; no key twice."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Node | None:
        """The value of `key`, None where there is no such key."""
        return next((entry.value for entry in self.entries if entry.key.value == key), None)

    def text(self, key: str) -> str:
        """The text of `key`, "" where there is none."""
        value = self.get(key)
        return value.value if isinstance(value, Scalar) else ""


Node = Scalar | Sequence | Mapping
