"""What parts of a text are called in addresses and in the names of files: `8.1`, `annexe-2`, `preambule`."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.model.provision import Provision
from clausier.refs import unit_name
from clausier.text.accents import without_accents
from clausier.text.regex import regex

_NOT_IN_A_NAME = regex(r"[^A-Za-z0-9.]+")


def slug(words: str) -> str:
    """`words` as a file name or an anchor: plain letters, digits, dots, a hyphen for all else (`8.1`, `2-bis`, `preambule`)."""
    return _NOT_IN_A_NAME.sub("-", without_accents(words)).strip("-")


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


def units(document: Provision) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    """The units of a document that stand on a page of their own, each with the divisions it is in, in reading order."""
    for child in document.children:
        if child.kind == "division":
            yield from ((unit, (child, *under)) for unit, under in units(child))
        else:
            yield child, ()
