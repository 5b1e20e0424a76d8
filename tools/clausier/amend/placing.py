"""Putting new text in its place, whole lines and provisions at a time."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.amend.misfit import WITHIN_REPEALED, Misfit
from clausier.amend.next_items import as_next_items
from clausier.amend.payload import reworded_whole
from clausier.amend.recognition import with_words
from clausier.amend.rewrite import put, splice_blocks, splice_children
from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Block, Fragment, Provision, Table
from clausier.refs import Blocks, Column, HeadingPlace, Place, Row, Sentence, WholeProvision, at, has_more
from clausier.source.markdown import own_label
from clausier.source.outline import Writer
from clausier.text import Text, join
from clausier.text.words import spaced

ONE_PARAGRAPH = Message(fr="il faut un seul alinéa", en="one alinéa is needed")
A_HEADING = Message(
    fr="il faut un texte qui commence par un titre («\u00a0## 8 bis – …\u00a0»)",
    en="a text that begins with a heading is needed",
)
LINES_ONLY = Message(fr="il faut des alinéas, sans titre", en="alinéas are needed, without a heading")
A_TABLE = Message(fr="il faut un tableau", en="a table is needed")
REPEALED = Message(fr="cet article est abrogé\u00a0: il se rétablit", en="this article is repealed: it is re-enacted")
HEADED = Message(
    fr="seul un article, une division ou une annexe a un intitulé",
    en="only articles, divisions and annexes have a heading",
)
BEHIND = Message(
    fr="cet élément a des sous-éléments\u00a0: dire après lequel", en="this item has sub-items: say after which one"
)
REPEALED_ITEM = Message(fr="cet élément est abrogé\u00a0: il se rétablit", en="this item is repealed: it is re-enacted")


def replace_place(document: Provision, place: Place, payload: Fragment, writer: Writer) -> Provision:
    """`remplacer`: `document` with `payload` in place of what stands at `place`."""
    match place:
        case WholeProvision(path):
            if not path:
                raise Misfit(
                    Message(fr="la convention entière ne se remplace pas", en="the whole convention cannot be replaced")
                )
            if at(document, path).status == "repealed":
                raise Misfit(REPEALED)
            return put(document, path, reworded(at(document, path), payload, writer))
        case HeadingPlace(path):
            return put(document, path, _headed(at(document, path), writer.text(_paragraph(payload))))
        case Sentence(path, index) if len(payload.blocks) > 1 and _is_all_of_its_line(place, document):
            return replace_place(document, Blocks(path, index, index + 1, line=True), payload, writer)
        case Sentence(start=start, end=end):
            return _in_line(document, place, writer, start, end, _paragraph(payload), keep_spaces=True)
        case Blocks(path, start, end):
            owner = at(document, path)
            old = owner.blocks[start]
            if any(isinstance(b, Alinea) and b.repealed for b in owner.blocks[start:end]):
                raise Misfit(REPEALED_ITEM)
            if isinstance(old, Table) and end - start == 1:
                if len(payload.blocks) != 1 or not isinstance(payload.blocks[0], Table) or payload.children:
                    raise Misfit(A_TABLE)
                written = writer.block(payload.blocks[0])
                return splice_blocks(document, path, start, end, (replace(written, key=old.key),))
            new = _sharing(_lines(payload, old, writer, replaces=True), owner.blocks[start:end])
            return splice_blocks(document, path, start, end, new)
        case Row() | Column():
            raise Misfit(
                Message(
                    fr="une ligne de tableau se remplace par «\u00a0remplacer-ligne\u00a0»",
                    en="a table row is replaced by “remplacer-ligne”",
                )
            )


def _is_all_of_its_line(place: Sentence, document: Provision) -> bool:
    """Whether a sentence is the only one of its alinéa: what comes in its place may then be several alinéas."""
    line = at(document, place.path).blocks[place.block]
    return isinstance(line, Alinea) and not (line.text.chars[: place.start] + line.text.chars[place.end :]).strip()


def reworded(old: Provision, payload: Fragment, writer: Writer) -> Provision:
    """`old` in the words of `payload`: same identity, sub-articles of the same number keep theirs."""
    head = reworded_whole(old, payload)
    if head:
        blocks, children = head.blocks, head.children
        if head.heading and head.number:
            old = replace(old, heading=writer.text(head.heading), separator=head.separator)
        elif head.heading:  # a heading without a number keeps the number of the article that it heads
            alive = replace(old, status="in-force") if old.status == "repealed" else old
            old = _headed(alive, writer.text(head.heading))
    else:
        blocks, children = payload.blocks, payload.children
    return with_words(old, Fragment(blocks=blocks, children=children), writer)


def append(document: Provision, place: Place, payload: Fragment, writer: Writer, *, at_start: bool) -> Provision:
    """`compléter` and `compléter-au-début`: `payload` at the end, or the start, of what stands at `place`."""
    match place:
        case WholeProvision(path):
            return put(document, path, _completed(at(document, path), payload, writer, at_start=at_start))
        case HeadingPlace(path):
            owner = at(document, path)
            joined = _joined(owner.heading or Text(""), _paragraph(payload), writer, at_start=at_start)
            return put(document, path, _headed(owner, joined))
        case Sentence(start=start, end=end):
            where = start if at_start else end
            return _in_line(document, place, writer, where, where, _paragraph(payload))
        case Blocks(path, start, end):
            owner = at(document, path)
            line = owner.blocks[start]
            if not isinstance(line, Alinea):
                raise Misfit(
                    Message(
                        fr="un tableau se complète par «\u00a0ajouter-ligne\u00a0»",
                        en="a table is completed by “ajouter-ligne”",
                    )
                )
            if line.repealed:
                raise Misfit(REPEALED_ITEM)
            if payload.children:
                raise Misfit(LINES_ONLY)
            if line.item and not place.line and not at_start:
                payload = as_next_items(payload, owner.blocks[start + 1 : end], below=line.depth)
            if all(isinstance(b, Alinea) and b.item for b in payload.blocks):
                where = start + 1 if at_start else _after_items(owner.blocks, line.depth, end)
                return splice_blocks(document, path, where, where, _indented(payload, line.depth, writer))
            if line.item and not place.line and not at_start and len(payload.blocks) > 1:
                return splice_blocks(document, path, end, end, _indented(payload, line.depth, writer))
            if end - start > 1 and not at_start:
                raise Misfit(
                    Message(
                        fr="cet élément a plusieurs alinéas\u00a0: viser celui que ces mots complètent, ou insérer après lui",
                        en="this item has several alinéas: name the one that these words complete, or insert after it",
                    )
                )
            new = replace(line, text=_joined(line.text, _paragraph(payload), writer, at_start=at_start))
            return splice_blocks(document, path, start, start + 1, (new,))
        case Row() | Column():
            raise Misfit(ONE_PARAGRAPH)


def _after_items(blocks: tuple[Block, ...], depth: int, end: int) -> int:
    """Where what is deeper than `depth` ends, from the block `end` on."""
    while end < len(blocks) and isinstance(b := blocks[end], Alinea) and b.depth > depth:
        end += 1
    return end


def _completed(owner: Provision, payload: Fragment, writer: Writer, *, at_start: bool) -> Provision:
    payload = payload if at_start else as_next_items(payload, owner.blocks)
    blocks = tuple(writer.block(b) for b in payload.blocks)
    children = tuple(writer.provision(c) for c in payload.children)
    if owner.kind == "document":
        if blocks:
            raise Misfit(A_HEADING)
        kinds = [c.kind for c in owner.children]
        first = next((i for i, k in enumerate(kinds) if k not in {"opening", "preamble"}), len(kinds))
        last = next((i for i in range(len(kinds), 0, -1) if kinds[i - 1] not in {"annex", "closing"}), 0)
        if all(c.kind == "annex" for c in children):
            last = next((i for i in range(len(kinds), 0, -1) if kinds[i - 1] != "closing"), 0)
        where = first if at_start else last
        return replace(owner, children=(*owner.children[:where], *children, *owner.children[where:]))
    if owner.status == "repealed":
        raise Misfit(REPEALED)
    if at_start:
        return replace(owner, blocks=(*blocks, *owner.blocks), children=(*children, *owner.children))
    return replace(owner, blocks=(*owner.blocks, *blocks), children=(*owner.children, *children))


def insert(document: Provision, place: Place, payload: Fragment, writer: Writer, *, before: bool) -> Provision:
    """`insérer-après` and `insérer-avant`: `payload` beside what stands at `place`."""
    match place:
        case WholeProvision(path):
            if not path:
                raise Misfit(Message(fr="dire après quel article", en="say after which article"))
            if payload.blocks or not payload.children:
                raise Misfit(A_HEADING)
            if at(document, path[:-1]).status == "repealed":
                raise Misfit(WITHIN_REPEALED, "verb")
            where = path[-1] + (0 if before else 1)
            new = tuple(writer.provision(c) for c in payload.children)
            return splice_children(document, path[:-1], where, where, new)
        case Sentence(start=start, end=end):
            where = start if before else end
            return _in_line(document, place, writer, where, where, _paragraph(payload))
        case Blocks(path, start, end):
            if payload.children:
                raise Misfit(LINES_ONLY)
            owner = at(document, path)
            if place.line and not before and has_more(owner.blocks, start):
                raise Misfit(BEHIND)
            where = start if before else end
            return splice_blocks(
                document, path, where, where, _lines(payload, owner.blocks[start], writer, replaces=False)
            )
        case HeadingPlace() | Row() | Column():
            raise Misfit(Message(fr="rien ne s’insère à côté", en="nothing is inserted beside it"))


def _lines(payload: Fragment, anchor: Block, writer: Writer, *, replaces: bool) -> tuple[Block, ...]:
    """The payload as lines beside, or in place of, `anchor`: as items of its list where it is one."""
    if payload.children or not payload.blocks:
        raise Misfit(LINES_ONLY)
    if not isinstance(anchor, Alinea) or not anchor.item:
        # A further paragraph of an item stays inside its item.
        written = _indented(payload, anchor.depth if isinstance(anchor, Alinea) else 0, writer)
        if replaces and len(written) == 1 and isinstance(written[0], Alinea) and isinstance(anchor, Alinea):
            return (replace(written[0], key=anchor.key),)
        return written
    lines: list[Block] = []
    as_items = all(isinstance(b, Alinea) and b.depth for b in payload.blocks)
    for index, block in enumerate(payload.blocks):
        if not isinstance(block, Alinea):
            raise Misfit(LINES_ONLY)
        new = block
        if as_items:
            new = replace(new, depth=new.depth + anchor.depth - 1)
        elif index == 0 or (block.depth == 0 and not replaces):
            label, text = own_label(block.text, anchor.label)
            new = replace(new, label=Text(label) if label else None, text=text, item=True, depth=anchor.depth)
        else:
            new = replace(new, depth=new.depth + anchor.depth)
        written_line = writer.block(new)
        assert isinstance(written_line, Alinea)  # noqa: S101 - an alinéa is written as one
        if replaces and index == 0:
            label_kept = written_line.label or anchor.label
            written_line = replace(written_line, key=anchor.key, label=label_kept)
        lines.append(written_line)
    return tuple(lines)


def _sharing(new: tuple[Block, ...], old: tuple[Block, ...]) -> tuple[Block, ...]:
    """The lines in place of `old`, without force as long as these, where all of them are suspended."""
    fates = {(b.status, b.status_origin) if isinstance(b, Alinea) else ("in-force", "") for b in old}
    status, origin = fates.pop()
    if fates or status != "suspended":
        return new
    return tuple(replace(b, status=status, status_origin=origin) if isinstance(b, Alinea) else b for b in new)


def _indented(payload: Fragment, depth: int, writer: Writer) -> tuple[Block, ...]:
    return tuple(
        writer.block(replace(b, depth=b.depth + depth)) if isinstance(b, Alinea) else writer.block(b)
        for b in payload.blocks
    )


def _paragraph(payload: Fragment) -> Text:
    if payload.children or len(payload.blocks) != 1 or not isinstance(payload.blocks[0], Alinea):
        raise Misfit(ONE_PARAGRAPH)
    line = payload.blocks[0]
    return join((line.label, Text(" "), line.text)) if line.label else line.text


def _joined(text: Text, new: Text, writer: Writer, *, at_start: bool) -> Text:
    where = 0 if at_start else len(text)
    return text.replace(where, where, writer.text(spaced(text, where, new)))


def _in_line(
    document: Provision, place: Sentence, writer: Writer, start: int, end: int, new: Text, *, keep_spaces: bool = False
) -> Provision:
    owner = at(document, place.path)
    line = owner.blocks[place.block]
    assert isinstance(line, Alinea)  # noqa: S101 - sentences stand in alinéas
    words = new if keep_spaces else spaced(line.text, start, new)
    changed = replace(line, text=line.text.replace(start, end, writer.text(words)))
    return splice_blocks(document, place.path, place.block, place.block + 1, (changed,))


def restore(document: Provision, place: Place, payload: Fragment, writer: Writer) -> Provision:
    """`rétablir`: new words under the number of a tombstone."""
    match place:
        case WholeProvision(path) if path and at(document, path).status == "repealed":
            if at(document, path[:-1]).status == "repealed":
                raise Misfit(WITHIN_REPEALED, "verb")
            return put(document, path, reworded(at(document, path), payload, writer))
        case Blocks(path, start, end, numbered=True):
            stone = at(document, path).blocks[start]
            if isinstance(stone, Alinea) and stone.repealed:
                return splice_blocks(document, path, start, end, _lines(payload, stone, writer, replaces=True))
        case _:
            pass
    raise Misfit(Message(fr="seul ce qui est abrogé se rétablit", en="only what is repealed is re-enacted"), "verb")


def retitle(document: Provision, place: Place, heading: str, writer: Writer) -> Provision:
    """`renommer`: another heading."""
    match place:
        case WholeProvision(path) | HeadingPlace(path):
            return put(document, path, _headed(at(document, path), writer.text(Text(heading))))
        case _:
            raise Misfit(HEADED, "verb")


def _headed(owner: Provision, heading: Text) -> Provision:
    """`owner` under another heading, told from its number."""
    if owner.status == "repealed":
        raise Misfit(REPEALED, "verb")
    if owner.kind in {"document", "opening", "closing"}:
        raise Misfit(HEADED, "verb")
    told = bool(owner.separator.strip()) or owner.heading is not None
    return replace(owner, heading=heading, separator=owner.separator if told else " – ")
