"""What an operation leaves without what it hung on: the items of a list without their introduction, a row of another's.

Drafters who count a list together with its introduction mean both by « le deuxième alinéa »; a table whose first cells are
merged has rows without a name, which belong to the last named one above.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.amend.excerpt import short
from clausier.diagnostics import Diagnostic, codes_amd, report
from clausier.model.operation import AddRow, Delete, DeleteRow, Move, Replace, TextOperation
from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.refs.differences import differences


def left_alone(
    operation: TextOperation, now: Provision, after: Provision, in_the_end: Provision
) -> tuple[Diagnostic, ...]:
    """A warning for each list and each row that `operation` leaves without what it hung on.

    `operation` has made `after` of `now`. What the act's other operations take away too, or introduce anew, is not
    reported: it is not so `in_the_end`.
    """
    if not isinstance(operation, Delete | Replace | Move | AddRow | DeleteRow):
        return ()
    found = tuple(_found(operation, now, after))
    if not found or after is in_the_end:
        return found
    left = set(_found(operation, now, in_the_end))
    return tuple(f for f in found if f in left)


def _found(operation: TextOperation, now: Provision, after: Provision) -> Iterator[Diagnostic]:
    span = operation.common.place("target")
    for change in differences(now, after):
        if change.old is None or change.new is None or change.old.blocks is change.new.blocks:
            continue
        taken = not isinstance(operation, Move)  # an item that is moved is meant to stand elsewhere
        for item, intro in _without_introduction(change.old.blocks, change.new.blocks) if taken else ():
            yield report(codes_amd.LIST_LEFT_ALONE, span, item=short(item), intro=short(intro))
        if isinstance(operation, AddRow | DeleteRow | Move):
            for row, head in _rows_elsewhere(change.old.blocks, change.new.blocks):
                yield report(codes_amd.ROW_LEFT_ALONE, span, row=short(row), head=short(head))


def _without_introduction(old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """The first item of each list that a line ending in a colon introduced, and now none does, with that line."""
    then, later = _introductions(old), _introductions(new)
    told: set[str] = set()
    for key, (item, intro) in then.items():
        if key in later and intro is not None and _introduces(intro) and intro.key not in told:
            now = later[key][1]
            if now is None or not _introduces(now):
                told.add(intro.key)
                yield item.line, intro.text.chars


def _introductions(blocks: tuple[Block, ...]) -> dict[str, tuple[Alinea, Alinea | None]]:
    """Each item with the line above its list."""
    found: dict[str, tuple[Alinea, Alinea | None]] = {}
    above: Alinea | None = None
    for block in blocks:
        if isinstance(block, Alinea) and block.item:
            found[block.key] = block, above
        elif not isinstance(block, Alinea):
            above = None
        elif not block.depth:
            above = block
    return found


def _introduces(line: Alinea) -> bool:
    return line.text.chars.rstrip().endswith((":", ","))


def _rows_elsewhere(old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Rows without a name that hung on another row than the one below which they now stand, with that row's name."""
    tables = {block.key: block for block in new if isinstance(block, Table)}
    for block in old:
        if isinstance(block, Table) and block.key in tables:
            left = _heads(tables[block.key])
            for row, head in _heads(block):
                if (row, head) in left:
                    left.remove((row, head))
                elif head and any(other == row for other, _ in left):
                    yield row, head


def _heads(table: Table) -> list[tuple[str, str]]:
    """Each row without a name, and the name of the last one above it that has one, "" where none has."""
    found: list[tuple[str, str]] = []
    head = ""
    for cells in table.rows[1:]:
        words = [cell.chars.strip() for cell in cells]
        head = words[0] or head
        if not words[0]:
            found.append((" | ".join(filter(None, words)), head))
    return found
