"""Numbers and places: renumbering, moving, splitting, joining. No word is rewritten; every identity is kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.amend.misfit import SUB_ITEMS, WITHIN_REPEALED, Misfit
from clausier.amend.rewrite import put, splice_blocks, splice_children
from clausier.amend.words import matches, text_at
from clausier.diagnostics import Message
from clausier.diagnostics.diagnostic import several
from clausier.model.provision import Alinea, Provision, Table
from clausier.refs import Blocks, Place, Row, WholeProvision, at, describe, item_end
from clausier.refs.find import places_named
from clausier.source.headings import number_key
from clausier.source.outline import Writer
from clausier.text import Text

NOT_NUMBERED = Message(fr="seule une unité numérotée se renumérote", en="only a numbered unit is renumbered")
OF_ONE_STATUS = Message(
    fr="l’un d’eux est abrogé, suspendu ou a pris fin : les mots des autres auraient son sort, ou les siens le leur",
    en="one of them is repealed, suspended or has expired: the words of the others would share its fate, or its own theirs",
)
PROVISIONS_ONLY = Message(fr="il faut des articles", en="articles are needed")


def renumber(document: Provision, places: tuple[Place, ...], numbers: tuple[str, ...], writer: Writer) -> Provision:
    """`renuméroter`: each place takes the number of its rank, all at once; sub-articles follow (8 → 9 takes 8.1 → 9.1)."""
    units = [unit for place in places for unit in _one_by_one(document, place)]
    if len(numbers) != len(units):
        raise Misfit(
            Message(
                fr=f"{several(len(units), 'unité')} à renuméroter, et {several(len(numbers), 'numéro')}",
                en=f"{several(len(units), 'unit')} to renumber, and {several(len(numbers), 'number')}",
            )
        )
    for place, number in zip(units, numbers, strict=True):
        match place:
            case WholeProvision(path) if at(document, path).number:
                old = at(document, path)
                document = put(document, path, _renumbered(old, number_key(old.number), number, writer))
            case Blocks(path, start, numbered=True):
                line = at(document, path).blocks[start]
                assert isinstance(line, Alinea)  # noqa: S101 - labelled items are alinéas
                label = writer.text(Text(number))
                document = splice_blocks(document, path, start, start + 1, (replace(line, label=label),))
            case _:
                raise Misfit(NOT_NUMBERED, "verb")
    return document


def _one_by_one(document: Provision, place: Place) -> Iterator[Place]:
    """Each item of a range of labels (`1° à 3°`), with its sub-items; any other place alone."""
    if not isinstance(place, Blocks) or not place.numbered:
        yield place
        return
    blocks = at(document, place.path).blocks[place.start : place.end]
    depth = blocks[0].depth if isinstance(blocks[0], Alinea) else 0
    starts = [i for i, b in enumerate(blocks, place.start) if isinstance(b, Alinea) and b.item and b.depth == depth]
    for start, end in pairwise((*starts, place.end)):
        line = at(document, place.path).blocks[start]
        yield Blocks(place.path, start, end, numbered=isinstance(line, Alinea) and line.label is not None)


def _renumbered(provision: Provision, old: str, number: str, writer: Writer) -> Provision:
    children = tuple(
        _renumbered(c, key, number + c.number[len(old) - len(key) :], writer)
        if (key := number_key(c.number)).startswith(old + ".")
        else c
        for c in provision.children
    )
    return replace(provision, number=number, number_origin=writer.origin, children=children)


def move(document: Provision, places: tuple[Place, ...], anchor: Place, *, before: bool) -> Provision:
    """`déplacer`: what stands at `places` stands after, or before, `anchor`; identities, words and origins are kept."""
    if all(isinstance(p, WholeProvision) and p.path for p in places) and isinstance(anchor, WholeProvision):
        return _move_provisions(document, places, anchor, before=before)
    if all(isinstance(p, Blocks) for p in places) and isinstance(anchor, Blocks):
        return _move_blocks(document, places, anchor, before=before)
    rows = tuple(p for p in places if isinstance(p, Row))
    if (
        len(rows) == len(places)
        and isinstance(anchor, Row)
        and {(p.path, p.block) for p in (*rows, anchor)} == {(anchor.path, anchor.block)}
    ):
        return _move_rows(document, rows, anchor, before=before)
    raise Misfit(
        Message(
            fr="un article se déplace auprès d’un article, un alinéa auprès d’un alinéa, une ligne auprès d’une ligne du même tableau",
            en="an article moves beside an article, an alinéa beside an alinéa, a row beside a row of its table",
        )
    )


def _move_rows(document: Provision, rows: tuple[Row, ...], anchor: Row, *, before: bool) -> Provision:
    moved = tuple(row.row for row in rows)
    if anchor.row in moved:
        raise Misfit(Message(fr="une ligne ne se déplace pas auprès d’elle-même", en="no row moves beside itself"))
    table = at(document, anchor.path).blocks[anchor.block]
    assert isinstance(table, Table)  # noqa: S101 - rows stand in tables
    order = [n for n in range(len(table.rows)) if n not in moved]
    where = order.index(anchor.row) + (0 if before else 1)
    order[where:where] = moved
    changed = replace(table, rows=tuple(table.rows[n] for n in order))
    return splice_blocks(document, anchor.path, anchor.block, anchor.block + 1, (changed,))


def _move_provisions(
    document: Provision, places: tuple[Place, ...], anchor: WholeProvision, *, before: bool
) -> Provision:
    moved = tuple(at(document, p.path) for p in places)
    ids = {p.id for p in moved}
    beside = at(document, anchor.path)
    if not anchor.path or any(p.id == beside.id for whole in moved for p in whole.walk()):
        raise Misfit(Message(fr="un article ne se déplace pas auprès de lui-même", en="no article moves beside itself"))
    if at(document, anchor.path[:-1]).status == "repealed" and any(p.status != "repealed" for p in moved):
        raise Misfit(WITHIN_REPEALED, "verb")

    def without(provision: Provision) -> Provision:
        children = tuple(without(c) for c in provision.children if c.id not in ids)
        same = len(children) == len(provision.children) and all(
            a is b for a, b in zip(children, provision.children, strict=True)
        )
        return provision if same else replace(provision, children=children)

    def placed(provision: Provision) -> Provision:
        for index, child in enumerate(provision.children):
            if child.id == beside.id:
                where = index + (0 if before else 1)
                return replace(provision, children=(*provision.children[:where], *moved, *provision.children[where:]))
        return replace(provision, children=tuple(placed(c) for c in provision.children))

    return placed(without(document))


def _move_blocks(document: Provision, places: tuple[Place, ...], anchor: Blocks, *, before: bool) -> Provision:
    chosen = [p for p in places if isinstance(p, Blocks)]
    moved = tuple(b for p in chosen for b in at(document, p.path).blocks[p.start : p.end])
    keys = {b.key for b in moved}
    if any(not _sub_items(document, place) <= keys for place in chosen):
        raise Misfit(SUB_ITEMS, "verb")
    owner = at(document, anchor.path)
    beside = owner.blocks[anchor.start if before else anchor.end - 1]
    if beside.key in keys:
        raise Misfit(Message(fr="un alinéa ne se déplace pas auprès de lui-même", en="no alinéa moves beside itself"))
    for place in chosen:
        giver = at(document, place.path)
        document = put(document, place.path, replace(giver, blocks=tuple(b for b in giver.blocks if b.key not in keys)))
    taker = at(document, anchor.path)
    index = next(i for i, b in enumerate(taker.blocks) if b.key == beside.key)
    where = index if before else index + 1
    depth = beside.depth if isinstance(beside, Alinea) else 0
    first = moved[0]
    shift = depth - first.depth if isinstance(first, Alinea) and first.item and depth else 0
    shifted = tuple(replace(b, depth=max(0, b.depth + shift)) if isinstance(b, Alinea) else b for b in moved)
    return splice_blocks(document, anchor.path, where, where, shifted)


def _sub_items(document: Provision, place: Blocks) -> set[str]:
    """The sub-items, and further paragraphs, of the item whose line stands at `place`: they stay, unless they are named too."""
    blocks = at(document, place.path).blocks
    line = blocks[place.start]
    end = item_end(blocks, place.start) if isinstance(line, Alinea) and line.item else place.end
    return {b.key for b in blocks[place.end : end]}


def split(document: Provision, place: Place, begin: Place | None, words: str, number: str, writer: Writer) -> Provision:
    """`scinder`: the second part begins at `begin`, or with `words`; it takes the number, and the sub-articles."""
    match place:
        case WholeProvision(path) if path:
            index, document = _where(document, place, begin, words, writer)
            owner = at(document, path)
            if not 0 < index < len(owner.blocks):
                raise Misfit(
                    Message(fr="l’une des deux parties serait vide", en="one of the two parts would be empty"), "empty"
                )
            second = replace(
                owner,
                id=writer.id(number, owner.kind),
                number=number,
                number_origin=writer.origin,
                heading=None,
                separator="",
                blocks=owner.blocks[index:],
            )
            document = put(document, path, replace(owner, blocks=owner.blocks[:index], children=()))
            return splice_children(document, path[:-1], path[-1] + 1, path[-1] + 1, (second,))
        case _:
            raise Misfit(PROVISIONS_ONLY)


def _whole_target(document: Provision, place: Place, words: str) -> Message | None:
    """A hint, where `words` are an alinéa of the place but lack the name of its article: the same with that name."""
    wanted = f"{describe(place, document)}, {words}"
    found = places_named(wanted, document)
    if not found or not isinstance(found[0], Blocks):
        return None
    return Message(fr=f"écrire «\u00a0à: {wanted}\u00a0»", en=f"write “à: {wanted}”")


def _where(document: Provision, place: Place, begin: Place | None, words: str, writer: Writer) -> tuple[int, Provision]:
    """The block with which the second part begins; the alinéa in which it begins is cut in two first."""
    if isinstance(begin, Blocks) and begin.path == place.path:
        return begin.start, document
    found = (
        [m for m in matches(words, place, document) if m.spot.path == place.path and m.spot.row < 0] if words else []
    )
    if len(found) != 1:
        raise Misfit(
            Message(
                fr=f"le début de la seconde partie («\u00a0{words}\u00a0») y figure {len(found)} fois",
                en=f"the start of the second part (“{words}”) stands there {len(found)} times",
            ),
            hint=_whole_target(document, place, words),
        )
    spot, start = found[0].spot, found[0].start
    if start == 0:
        return spot.block, document
    line = at(document, spot.path).blocks[spot.block]
    assert isinstance(line, Alinea)  # noqa: S101 - cells have been left out above
    text = text_at(spot, document)
    head = text.slice(0, len(text.chars[:start].rstrip()))
    new = (replace(line, text=head), replace(line, key=writer.key(), label=None, text=text.slice(start, len(text))))
    return spot.block + 1, splice_blocks(document, spot.path, spot.block, spot.block + 1, new)


def join(document: Provision, places: tuple[Place, ...], number: str, writer: Writer) -> Provision:
    """`réunir`: one provision in place of several, the first's heading kept, no tombstone."""
    paths = [p.path for p in places if isinstance(p, WholeProvision) and p.path]
    if len(paths) != len(places) or len(paths) < 2 or len({p[:-1] for p in paths}) != 1:
        raise Misfit(PROVISIONS_ONLY)
    parts = [at(document, p) for p in paths]
    first = parts[0]
    if first.status == "repealed" or any(p.status != first.status for p in parts):
        raise Misfit(OF_ONE_STATUS, "verb")
    if number_key(number) != number_key(first.number):
        first = replace(first, number=number, number_origin=writer.origin)
    joined = replace(
        first,
        blocks=tuple(b for p in parts for b in p.blocks),
        children=tuple(c for p in parts for c in p.children),
    )
    gone = {p.id for p in parts[1:]}
    parent = at(document, paths[0][:-1])
    children = tuple(joined if c.id == joined.id else c for c in parent.children if c.id not in gone)
    return put(document, paths[0][:-1], replace(parent, children=children))
