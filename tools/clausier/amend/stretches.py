"""Where one new text replaces several lines: the stretches that they make, and the part of the text meant for each.

« Les alinéas 3 à 5 sont remplacés par … » brings one text for the three; « les 1° et 3° sont ainsi rédigés » one for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Block, Fragment, Provision
from clausier.model.target import Target
from clausier.refs import Blocks, Place, Sentence, at, item_end, label_key

Struck = tuple[Target, Place]
CUT_BY_A_TABLE = Message(
    fr="un tableau se trouve entre ces alinéas\u00a0: le nommer aussi, comme dans «\u00a0al. 5 à tableau 2\u00a0», ou les viser en deux fois",
    en="a table stands among these alinéas: name it too, as in “al. 5 à tableau 2”, or name them in two parts",
)
SCATTERED = Message(
    fr="ces alinéas ne se suivent pas, et le texte nouveau en a plusieurs\u00a0: une opération pour chacun",
    en="these alinéas do not follow one another, and the new text has several: one operation for each",
)


def stretches(struck: Iterable[Struck]) -> Iterator[Struck]:
    """`struck`, in reading order, with the lines, or the sentences of a line, that follow one another as one place."""
    last: Struck | None = None
    for target, place in struck:
        joined = _joined(last[1], place) if last else None
        if last and joined:
            last = last[0], joined
            continue
        if last:
            yield last
        last = target, place
    if last:
        yield last


def _joined(first: Place, second: Place) -> Place | None:
    match first, second:
        case Blocks(), Blocks() if (first.path, first.end) == (second.path, second.start):
            return Blocks(second.path, first.start, second.end)
        case Sentence(), Sentence() if (first.path, first.block) == (second.path, second.block):
            blank = second.start - first.end <= 1
            return Sentence(first.path, first.block, first.start, second.end) if blank else None
        case _:
            return None


def misplaced(struck: Iterable[Struck], payload: Fragment, document: Provision) -> Message | None:
    """Why one text cannot take the places of `struck`; None where it can."""
    lines = [(target, place) for target, place in struck if isinstance(place, Blocks)]
    together = [place for _, place in stretches(lines)]
    if len(together) < 2:
        return None
    if cut_by_a_table(lines):
        return CUT_BY_A_TABLE
    labelled = all(own_part(place, payload, document) for place in together)
    return None if labelled or len(payload.blocks) == 1 else SCATTERED


def cut_by_a_table(struck: Iterable[Struck]) -> bool:
    """Whether something that is no alinéa stands among the alinéas of one target: nobody says what becomes of it."""
    return any(
        one is other and isinstance(above, Blocks) and isinstance(below, Blocks) and above.end != below.start
        for (one, above), (other, below) in pairwise(struck)
    )


def part_for(place: Place, payload: Fragment, document: Provision) -> Fragment:
    """The item of the payload that bears the label of the item at `place`, with all below it; else the payload."""
    blocks = own_part(place, payload, document)
    return replace(payload, blocks=blocks) if blocks else payload


def own_part(place: Place, payload: Fragment, document: Provision) -> tuple[Block, ...]:
    """The items of the payload that bear the labels of those at `place`, with all below them; () where one is not there."""
    blocks = at(document, place.path).blocks[place.start : place.end] if isinstance(place, Blocks) else ()
    depth = blocks[0].depth if blocks and isinstance(blocks[0], Alinea) else -1
    items = [b for b in blocks if isinstance(b, Alinea) and b.depth == depth]
    parts = [_labelled(label_key(item.label.chars), payload) if item.label else () for item in items]
    return tuple(block for part in parts for block in part) if all(parts) else ()


def _labelled(label: str, payload: Fragment) -> tuple[Block, ...]:
    for index, block in enumerate(payload.blocks):
        if isinstance(block, Alinea) and block.label and label_key(block.label.chars) == label:
            return payload.blocks[index : item_end(payload.blocks, index)]
    return ()
