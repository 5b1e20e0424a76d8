"""What YAML is read into: texts, lists and keys, each with its place."""

from __future__ import annotations

from msgspec import Struct

from clausier.diagnostics import Span

DEEPEST = 32  # levels that a file may have
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
        for entry in self.entries:  # asked some thousand times: a generator takes twice as long
            if entry.key.value == key:
                return entry.value
        return None

    def text(self, key: str) -> str:
        """The text of `key`, "" where there is none."""
        found = self.scalar(key)
        return found.value if found else ""

    def scalar(self, key: str) -> Scalar | None:
        """The text of `key` with its place; None where there is none."""
        value = self.get(key)
        return value if isinstance(value, Scalar) else None

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """The texts of `key`, which has one or a list of them."""
        value = self.get(key)
        items = value.items if isinstance(value, Sequence) else (value,)
        return tuple(item for item in items if isinstance(item, Scalar))

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        """What `key` lists, each with keys of its own."""
        value = self.get(key)
        return tuple(i for i in value.items if isinstance(i, Mapping)) if isinstance(value, Sequence) else ()

    def below(self, key: str) -> tuple[Entry, ...]:
        """The keys that stand below `key`, with their values."""
        value = self.get(key)
        return value.entries if isinstance(value, Mapping) else ()


Node = Scalar | Sequence | Mapping
