"""Rewriting the tree: each function returns a new document that shares all that it keeps."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.model.provision import Block, Provision, with_child
from clausier.refs import Path, at


def put(document: Provision, path: Path, new: Provision) -> Provision:
    """`document` with `new` at `path`."""
    if not path:
        return new
    head, rest = path[0], path[1:]
    return with_child(document, head, put(document.children[head], rest, new))


def splice_blocks(document: Provision, path: Path, start: int, end: int, new: tuple[Block, ...]) -> Provision:
    """`document` with the blocks `new` in place of the blocks `start` to `end` of the provision at `path`."""
    owner = at(document, path)
    return put(document, path, replace(owner, blocks=(*owner.blocks[:start], *new, *owner.blocks[end:])))


def splice_children(document: Provision, path: Path, start: int, end: int, new: tuple[Provision, ...]) -> Provision:
    """`document` with the provisions `new` in place of the children `start` to `end` of the provision at `path`."""
    owner = at(document, path)
    return put(document, path, replace(owner, children=(*owner.children[:start], *new, *owner.children[end:])))
