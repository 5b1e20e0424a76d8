"""A unit in other words: which of its parts are those that it had, so that they keep their identity."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.model.provision import Fragment, Provision
from clausier.source.headings import called, unit_key
from clausier.source.outline import Writer

_Chain = tuple[str, ...]  # what a part is known by, from the outermost to itself


def with_words(old: Provision, payload: Fragment, writer: Writer) -> Provision:
    """`old` with the words and parts of `payload`: same identity, parts of the same number keep theirs.

    « A » of 8.1 is told from « A » of 8.2. A part that now stands under another is known by its number alone, where no part
    that kept its place has it. What is suspended stays so until the suspension ends, whatever it says, and its parts with it.
    """
    suspended = old.status == "suspended"
    status, status_origin = (old.status, old.status_origin) if suspended else ("in-force", "")
    parts = dict(_chains(old.children))
    wanted = [chain for chain, _ in _chains(payload.children)]
    stay = {parts[chain].id for chain in wanted if chain in parts}
    elsewhere = {chain[-1]: part for chain, part in parts.items() if part.id not in stay}

    def identity(new: Provision, chain: _Chain) -> str:
        known = parts.pop(chain, None) or elsewhere.pop(chain[-1], None)
        return known.id if known else writer.id(called(new), new.kind)

    def written(new: Provision, above: _Chain) -> Provision:
        chain = (*above, unit_key(new))
        heading = writer.text(new.heading) if new.heading else None
        blocks = tuple(writer.block(b) for b in new.blocks)
        own = identity(new, chain)
        children = tuple(written(c, chain) for c in new.children)
        part = replace(new, id=own, number_origin=writer.origin, heading=heading, blocks=blocks, children=children)
        return replace(part, status=status, status_origin=status_origin) if suspended else part

    return replace(
        old,
        status=status,
        status_origin=status_origin,
        blocks=tuple(writer.block(b) for b in payload.blocks),
        children=tuple(written(c, ()) for c in payload.children),
    )


def _chains(parts: tuple[Provision, ...], above: _Chain = ()) -> Iterator[tuple[_Chain, Provision]]:
    for part in parts:
        chain = (*above, unit_key(part))
        yield chain, part
        yield from _chains(part.children, chain)
