"""A version as pages look things up in it: the anchor of each provision, what stands under an identity, where its references lead.

Each is worked out once, when a page first asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from clausier.emit.site.page import slug
from clausier.model.provision import Provision
from clausier.refs import unit_name
from clausier.refs.references import Line, Link, links

Linked = tuple[tuple[Line, tuple[Link, ...]], ...]


class Edition(Struct, frozen=True, dict=True):
    """The document of a version. `own` is what the text calls itself (see `references`)."""

    document: Provision
    own: str

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
        for line, held in links(self.document, own=self.own).items():
            found.setdefault(line.provision, []).append((line, held))
        return {identity: tuple(lines) for identity, lines in found.items()}


def anchors(document: Provision) -> dict[str, str]:
    """An anchor for each provision of a document, by identity, each once: `8`, `8.1`, `annexe-2`, `annexe-2-1`."""
    found: dict[str, str] = {}
    taken: set[str] = set()

    def name(provision: Provision, parent: str) -> None:
        own = slug(unit_name(provision)) or "texte"
        full = own if not parent or own.startswith(f"{parent}.") else f"{parent}-{own}"
        rank = 1
        while (candidate := full if rank == 1 else f"{full}-{rank}") in taken:
            rank += 1
        taken.add(candidate)
        found[provision.id] = candidate
        for child in provision.children:
            name(child, "" if provision.kind == "division" else candidate)

    for child in document.children:
        name(child, "")
    return found
