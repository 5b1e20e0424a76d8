"""An edited file beside what was laid: where no heading has changed, only the sections of which the words have are read.

A heading at the margin ends whatever stands before it, in Markdown: a section is read alone as it is in its file. Between blank
lines, so does a line of plain words, which is a paragraph whatever stands around it: where nothing else has changed in a section,
its other blocks are what they were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from clausier.emit.markdown import line
from clausier.model.provision import Alinea, Block, Lacuna, Provision
from clausier.source.markdown import read_markdown
from clausier.source.markdown.plain import PLAIN
from clausier.source.outline import outline
from clausier.text import Text

_HEADING = re.compile("#{1,6} ")
_PLAIN = re.compile(PLAIN)


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
            blocks = _reworded(provision.blocks, before[1], after[1]) or _blocks("\n".join(after))
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


def _reworded(blocks: tuple[Block, ...], before: str, after: str) -> tuple[Block, ...] | None:
    """The blocks of a section of which only plain lines came, went or changed; None where it is to be read."""
    was, now = before.strip("\n").split("\n\n"), after.strip("\n").split("\n\n")
    shorter = min(len(was), len(now))
    start = next((n for n in range(shorter) if was[n] != now[n]), shorter)
    stop = next((n for n in range(shorter - start) if was[-1 - n] != now[-1 - n]), shorter - start)
    gone, come, following = was[start : len(was) - stop], now[start : len(now) - stop], was[len(was) - stop :]
    if not all(map(_PLAIN.fullmatch, (*gone, *come))):
        return None
    # What follows, a list perhaps, must not come to stand behind something else than a plain line.
    behind_plain = (gone and come) or not start or _PLAIN.fullmatch(was[start - 1])
    if following and not behind_plain and not _PLAIN.fullmatch(following[0]):
        return None
    if gone:
        first = _place(gone, blocks)
    elif start:
        first = _place(was[start - 1 : start], blocks, after=True)
    else:
        first = 0
    if first is None:
        return None
    return (*blocks[:first], *(Alinea(key="", text=Text(words)) for words in come), *blocks[first + len(gone) :])


def _place(lines: Sequence[str], blocks: tuple[Block, ...], *, after: bool = False) -> int | None:
    """Where among the blocks these plain lines stand, or what is `after` them; None where that is not one place."""
    found = [n for n, block in enumerate(blocks) if _is(block, lines[0])]
    if len(found) != 1 or not all(map(_is, blocks[found[0] :], lines)) or len(blocks) - found[0] < len(lines):
        return None
    return found[0] + len(lines) * after


def _is(block: Block, words: str) -> bool:
    """Whether a block is laid as that line, which few are whose words are not in it."""
    return isinstance(block, Alinea) and not block.depth and block.text.chars in words and line(block) == words


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
