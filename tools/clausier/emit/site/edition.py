"""A version as pages look things up in it: the anchor of each provision, what stands under an identity, where its references lead.

Each is worked out once, when a page first asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from msgspec import Struct

from clausier.emit.anchors import anchors
from clausier.model.provision import Provision
from clausier.refs.over_time import Reading
from clausier.refs.references import Line, Link, links

Linked = tuple[tuple[Line, tuple[Link, ...]], ...]


class Edition(Struct, frozen=True, dict=True):
    """The document of a version, and what it refers to, by part (see `Timeline.readings`): asked for where links are."""

    document: Provision
    readings: Callable[[], Mapping[str, Reading]] = dict

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The anchor of each provision, by identity (see `anchors`)."""
        return anchors(self.document)

    @cached_property
    def provisions(self) -> Mapping[str, Provision]:
        """Each provision by identity, the document included."""
        return {provision.id: provision for provision in self.document.walk()}

    @cached_property
    def links(self) -> Mapping[str, Linked]:
        """The lines that hold references which lead somewhere, by the identity of the provision that they stand in."""
        found: dict[str, list[tuple[Line, tuple[Link, ...]]]] = {}
        for reading in self.readings().values():
            for line, held in links(reading.references, reading.document).items():
                found.setdefault(line.provision, []).append((line, held))
        return {identity: tuple(lines) for identity, lines in found.items()}
