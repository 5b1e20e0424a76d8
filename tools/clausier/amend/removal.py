"""Taking text out, or out of force: what is repealed, deleted, suspended or has ended."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.amend.misfit import SUB_ITEMS, Misfit
from clausier.amend.rewrite import put, splice_blocks, splice_children
from clausier.diagnostics import Message
from clausier.model.provision import Alinea, Provision, Status
from clausier.refs import Blocks, Column, HeadingPlace, Place, Row, Sentence, WholeProvision, at, has_more
from clausier.source.headings import called
from clausier.source.outline import Writer
from clausier.text import Text
from clausier.text.words import cut

A_UNIT_OR_A_LINE = Message(fr="il faut viser un article ou un alinéa", en="an article or an alinéa is needed")
NO_HEADING = Message(fr="cet article n’a pas d’intitulé", en="this article has no heading")


def repeal(document: Provision, place: Place, writer: Writer) -> Provision:
    """`abroger`: a tombstone in place of a numbered unit, its number kept; what is one already stays as it is."""
    match place:
        case WholeProvision(path) if path:
            return put(document, path, _tombstone(at(document, path), writer.origin))
        case Blocks(path, start, end, numbered=True):
            blocks = at(document, path).blocks
            lines = [b for b in blocks[start:end] if isinstance(b, Alinea) and b.item]
            stones = tuple(_stone(b, writer) for b in lines if b.depth == lines[0].depth)
            return splice_blocks(document, path, start, end, stones) if stones != blocks[start:end] else document
        case _:
            raise Misfit(
                Message(
                    fr="seule une unité numérotée s’abroge\u00a0; un alinéa, une phrase ou un tiret se supprime («\u00a0supprimer\u00a0»)",
                    en="only a numbered unit is repealed; an alinéa, a sentence or a dash is deleted (“supprimer”)",
                ),
                "verb",
            )


def _stone(old: Alinea, writer: Writer) -> Alinea:
    if old.repealed:
        return old
    words = writer.text(Text("(abrogé)"))
    return replace(old, text=words, status="repealed", status_origin=writer.origin, span=None)


def _tombstone(old: Provision, origin: str) -> Provision:
    if old.status == "repealed":
        return old
    named = called(old) != old.number  # by its heading alone, which stays as a number does
    return replace(
        old,
        heading=old.heading if named else None,
        separator="",
        blocks=(),
        children=tuple(_tombstone(c, origin) for c in old.children),
        status="repealed",
        status_origin=origin,
    )


def set_status(document: Provision, place: Place, status: Status, writer: Writer) -> Provision:
    """`suspendre` and `expirer`: the words stay, marked; sub-articles and sub-items share their fate.

    What is repealed stays as it is, and so does what has expired.
    """
    match place:
        case WholeProvision(path):
            return put(document, path, _with_status(at(document, path), status, writer.origin))
        case Blocks(path, start, end):
            old = at(document, path).blocks[start:end]
            lines = tuple(b for b in old if isinstance(b, Alinea))
            if lines != old:
                raise Misfit(A_UNIT_OR_A_LINE, "verb")
            new = tuple(
                b if _over(b.status, status) else replace(b, status=status, status_origin=writer.origin) for b in lines
            )
            return splice_blocks(document, path, start, end, new) if new != old else document
        case _:
            raise Misfit(A_UNIT_OR_A_LINE, "verb")


def _over(was: Status, status: Status) -> bool:
    """Whether what is in a status of its own cannot be given this one any more."""
    return was == "repealed" or (was == "expired" and status in {"suspended", "expired"})


def _with_status(old: Provision, status: Status, origin: str) -> Provision:
    if _over(old.status, status):
        return old
    children = tuple(_with_status(c, status, origin) for c in old.children)
    return replace(old, status=status, status_origin=origin, children=children)


def delete(document: Provision, place: Place) -> Provision:
    """`supprimer`: nothing stays, what follows moves up."""
    match place:
        case Blocks(path, start, end, numbered=False, line=line):
            owner = at(document, path)
            if line and has_more(owner.blocks, start):
                raise Misfit(SUB_ITEMS, "verb")
            if end - start == len(owner.blocks) and not owner.children:
                raise Misfit(Message(fr="", en=""), "empty")
            return splice_blocks(document, path, start, end, ())
        case Sentence(path, block, start, end):
            line_block = at(document, path).blocks[block]
            assert isinstance(line_block, Alinea)  # noqa: S101 - sentences stand in alinéas
            low, high = cut(line_block.text.chars, start, end)
            text = line_block.text.replace(low, high, Text(""))
            if not text.chars.strip():
                raise Misfit(Message(fr="", en=""), "empty")
            return splice_blocks(document, path, block, block + 1, (replace(line_block, text=text),))
        case HeadingPlace(path):
            if not at(document, path).heading:
                raise Misfit(NO_HEADING, "verb")
            return put(document, path, replace(at(document, path), heading=None, separator=""))
        case Row() | Column():
            raise Misfit(
                Message(
                    fr="une ligne se supprime par «\u00a0supprimer-ligne\u00a0»",
                    en="a row is deleted by “supprimer-ligne”",
                ),
                "verb",
            )
        case WholeProvision(path) if path and at(document, path).kind == "article" and not at(document, path).number:
            return splice_children(document, path[:-1], path[-1], path[-1] + 1, ())
        case _:
            raise Misfit(
                Message(
                    fr="une unité numérotée s’abroge, et garde son numéro («\u00a0abroger\u00a0»)",
                    en="a numbered unit is repealed, and keeps its number (“abroger”)",
                ),
                "verb",
            )
