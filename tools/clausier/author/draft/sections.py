"""An edited file beside what was laid: where no heading has changed, only the sections of which the words have are read.

A heading at the margin ends whatever stands before it, in Markdown: a section is read alone as it is in its file.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from clausier.model.provision import Block, Lacuna, Provision
from clausier.source.markdown import read_markdown
from clausier.source.outline import outline

_HEADING = re.compile("#{1,6} ")


def reread(text: str, unit: Provision, laid: str) -> Provision | None:
    """What was `laid` for `unit` as `text` now has it; None where all of the text is to be read.

    That is where headings came, went or changed, where anything in it is refused, and where not all of the unit's words stand.
    """
    was, now = _sections(laid), _sections(text)
    every = tuple(unit.walk())
    told = all(p.status == "in-force" and not any(isinstance(b, Lacuna) for b in p.blocks) for p in every)
    if not told or len(every) != len(was) or [heading for heading, _ in was] != [heading for heading, _ in now]:
        return None
    read: dict[str, tuple[Block, ...]] = {}
    for provision, before, after in zip(every, was, now, strict=True):
        if before != after:
            blocks = _blocks("\n".join(after))
            if blocks is None:
                return None
            read[provision.id] = blocks
    return _with(unit, read)


def _sections(text: str) -> list[tuple[str, str]]:
    """The headings at the margin, each with what follows it; none where words come before the first."""
    found: list[tuple[str, str]] = []
    for rank, piece in enumerate(text.split("\n#")):
        section = f"#{piece}" if rank else piece
        if _HEADING.match(section):
            heading, _, body = section.partition("\n")
            found.append((heading, body))
        elif not found:
            return []
        else:
            heading, body = found[-1]
            found[-1] = (heading, f"{body}\n{section}")
    return found


def _blocks(section: str) -> tuple[Block, ...] | None:
    parts, found = read_markdown("", section)
    content, problems = outline(parts)
    if found or problems or content.blocks or len(content.children) != 1 or content.children[0].children:
        return None
    return content.children[0].blocks


def _with(unit: Provision, read: dict[str, tuple[Block, ...]]) -> Provision:
    """The unit with other blocks where some were read; what is below it and has not changed is the same object."""
    children = tuple(_with(child, read) for child in unit.children)
    same = all(one is other for one, other in zip(children, unit.children, strict=True))
    if same and unit.id not in read:
        return unit
    return replace(unit, blocks=read.get(unit.id, unit.blocks), children=children)
