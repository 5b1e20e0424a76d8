"""References that an amendment leaves behind: to nothing, to what it repeals, or to what it moves or renumbers.

They are those of which the checks of the text in force would tell (TXT301 to TXT303) once the amendment is signed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.base import Base
from clausier.author.draft.lay import Edited
from clausier.author.draft.proof import Proved
from clausier.check import reference_missing, reference_moved, reference_repealed
from clausier.check.followed import Followed, followed_last
from clausier.diagnostics import Filled, Message
from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.refs.leaning import Mentions, mentions_in
from clausier.refs.references import Line
from clausier.store import cached
from clausier.text import Text

_CHECKS = (reference_missing, reference_repealed, reference_moved)


class Left(Struct, frozen=True, kw_only=True):
    """A reference left behind: in which provision, its words, what is wrong with them, and what they should be.

    `now` is "" where nothing plain can take their place. `line` and `start` say where the words stand in the text as made.
    """

    where: Message
    words: str
    why: Filled
    now: str
    line: Line
    start: int


def left_references(root: Path, base: Base, made: Proved) -> tuple[Left, ...]:
    """The references that the amendment leaves behind, in reading order.

    What the words of the text mention is asked of the cache of the project at `root`, where there is one.
    """
    if not made.displaces:
        return ()
    with cached(root, name="mentions") as kept:
        document, words = base.version.document, (sha256 for _, sha256 in base.laid)
        mentions, _ = kept.recall("mentions", words, dict[str, Mentions], lambda: (mentions_in(document), ()))
        kept.forget()
    after = replace(base.version, id=f"{base.version.id}+", document=made.document)
    timeline = base.timeline(base.version, after)
    return tuple(left for one in followed_last(timeline, mentions) for left in _left(one))


def _left(one: Followed) -> Iterator[Left]:
    for check in _CHECKS:
        for finding in check.find(one):
            words, now = (reference_moved.rewording(one) if check is reference_moved else None) or (
                one.reference.words,
                "",
            )
            yield Left(
                where=one.where,
                words=words,
                why=finding.message,
                now=now,
                line=one.reference.line,
                start=one.reference.end - len(words),
            )
            return


def amended(edited: Sequence[Edited], made: Proved, left: Sequence[Left]) -> tuple[Edited, ...]:
    """The edited files, in which each reference that plainly names something else by now says so."""
    new: dict[str, list[Left]] = {}
    for one in left:
        if one.now:
            new.setdefault(one.line.provision, []).append(one)
    result = []
    for file in edited:
        unit = made.units.get(file.file)
        touched = unit is not None and any(p.id in new for p in unit.walk())
        result.append(replace(file, unit=_reworded(unit, new)) if unit and touched else file)
    return tuple(result)


def _reworded(provision: Provision, new: dict[str, list[Left]]) -> Provision:
    blocks, heading = list(provision.blocks), provision.heading
    for one in sorted(new.get(provision.id, ()), key=lambda left: -left.start):
        if one.line.block >= 0:
            blocks[one.line.block] = _in_block(blocks[one.line.block], one)
        elif heading:
            heading = _replaced(heading, one)
    children = tuple(_reworded(c, new) for c in provision.children)
    return replace(provision, heading=heading, blocks=tuple(blocks), children=children)


def _in_block(block: Block, one: Left) -> Block:
    if isinstance(block, Alinea):
        return replace(block, text=_replaced(block.text, one))
    if isinstance(block, Table):
        rows = [list(row) for row in block.rows]
        rows[one.line.row][one.line.column] = _replaced(rows[one.line.row][one.line.column], one)
        return replace(block, rows=tuple(map(tuple, rows)))
    return block


def _replaced(text: Text, one: Left) -> Text:
    return text.replace(one.start, one.start + len(one.words), Text(one.now))
