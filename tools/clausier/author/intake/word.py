"""A .docx → its blocks: paragraphs with their automatic numbers, headings by style, tables; what is unsure is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.author.intake.archive import parts_of_word
from clausier.author.intake.form import Block, Grid, Paragraph, Received
from clausier.author.intake.numbering import Numbering, W
from clausier.author.intake.text import item

_LABEL = re.compile(r"\(?(?:[a-zA-Z]{1,2}|\d{1,3}|[ivxIVX]{1,6})[.)°]+\Z")
_HEADING = re.compile(r"(?:heading|titre)\s*([1-9])\Z", re.IGNORECASE)
_GONE = {f"{W}del", f"{W}moveFrom"}
_TRACKED = {*_GONE, f"{W}ins", f"{W}moveTo"}
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


class _Words(Struct):
    """The words of a paragraph while they are gathered, and what is unsure in them."""

    pieces: list[str] = field(default_factory=list)
    doubts: set[str] = field(default_factory=set)

    def text(self) -> str:
        return re.sub(r"[ \t\n]+", " ", "".join(self.pieces)).strip()

    def doubt(self) -> str:
        return " ; ".join(sorted(self.doubts))


def read_word(name: str, data: bytes) -> Received:
    """The blocks of a Word document. Raises Refused for what is not read."""
    parts = parts_of_word(name, data)
    numbering = Numbering.read(parts.get("word/numbering.xml"), parts.get("word/styles.xml"))
    body = parts["word/document.xml"].find(f"{W}body")
    blocks: list[Block] = []
    for rank, element in enumerate(_elements(body) if body is not None else (), start=1):
        if element.tag == f"{W}tbl":
            blocks.extend(_table(element, rank, numbering))
        elif paragraph := _paragraph(element, rank, numbering):
            blocks.append(paragraph)
    return Received(blocks=tuple(blocks))


def _elements(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables, those inside content controls and revisions included."""
    for child in parent:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag not in _GONE:
            yield from _elements(child)


def _paragraph(element: Element, rank: int, numbering: Numbering) -> Paragraph | None:
    words = _Words()
    _gather(element, words)
    properties = element.find(f"{W}pPr")
    if properties is not None and any(properties.iter(f"{W}del")):
        words.doubts.add("marque de paragraphe supprimée (suivi des modifications)")
    text = words.text()
    place = f"paragraphe {rank}"
    number = numbering.number(properties) if text else None
    level = _level(properties, numbering)
    if not text:
        # What stands only in a text box would otherwise go without a word.
        return Paragraph(text="…", place=place, doubt=words.doubt()) if words.doubts else None
    if number and number.doubt:
        words.doubts.add(number.doubt)
    doubt = words.doubt()
    if number and number.label:
        if not level and (number.label == "-" or _LABEL.match(number.label)):
            return Paragraph(text=text, label=number.label, depth=number.depth, place=place, doubt=doubt)
        return Paragraph(text=f"{number.label} {text}", level=level, place=place, doubt=doubt)
    if level:
        return Paragraph(text=text, level=level, place=place, doubt=doubt)
    return replace(item(text, place), doubt=doubt)


def _level(properties: Element | None, numbering: Numbering) -> int:
    if properties is None:
        return 0
    style = properties.find(f"{W}pStyle")
    name = numbering.style_name(style.get(f"{W}val", "")) if style is not None else ""
    found = _HEADING.match(name)
    return int(found[1]) if found else 0


def _gather(element: Element, words: _Words) -> None:
    for child in element:
        tag = child.tag
        if tag in _TRACKED:
            words.doubts.add("suivi des modifications : lu comme si elles étaient toutes acceptées")
        if tag in _GONE or tag in {f"{W}pPr", _FALLBACK}:
            continue
        if tag == f"{W}r":
            _style(child, words)
        match tag.removeprefix(W):
            case "t":
                words.pieces.append(child.text or "")
            case "tab":
                words.pieces.append(" ")
            case "br" | "cr":
                words.pieces.append(" ")
                if child.get(f"{W}type", "textWrapping") == "textWrapping":
                    words.doubts.add("saut de ligne : le même alinéa, ou un autre ?")
            case "noBreakHyphen":
                words.pieces.append("-")
            case "sym":
                words.doubts.add("symbole d’une police, non lu")
            case "txbxContent":
                words.doubts.add("zone de texte, non lue")
            case _ if tag in _NOTES:
                words.doubts.add("note de bas de page, non lue")
            case _ if tag == _MATH:
                words.doubts.add("formule, non lue")
            case "tbl":
                words.doubts.add("tableau dans un tableau, non lu")
            case _:
                _gather(child, words)


def _style(run: Element, words: _Words) -> None:
    """Say what of a run is not plainly text: hidden, or struck out."""
    properties = run.find(f"{W}rPr")
    if properties is None or not "".join(t.text or "" for t in run.iter(f"{W}t")).strip():
        return
    for name, said in (("vanish", "texte masqué"), ("strike", "texte barré"), ("dstrike", "texte barré")):
        mark = properties.find(f"{W}{name}")
        if mark is not None and mark.get(f"{W}val", "true") not in {"0", "false", "off"}:
            words.doubts.add(said)


def _table(element: Element, rank: int, numbering: Numbering) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    doubts: set[str] = set()
    every = [list(row.iter(f"{W}tc")) for row in element.iter(f"{W}tr")]
    if len(every) == 1 and len(every[0]) == 1:
        # A frame around words, made of a table of one cell.
        for inner in _elements(every[0][0]):
            if inner.tag == f"{W}p" and (paragraph := _paragraph(inner, rank, numbering)):
                yield paragraph
        return
    if any(cell.find(f".//{W}tbl") is not None for cells in every for cell in cells):
        doubts.add("tableau dans un tableau")
    for cells in every:
        row: list[str] = []
        for cell in cells:
            words = _Words()
            lines = list(cell.iter(f"{W}p"))
            texts = []
            for line in lines:
                words.pieces.clear()
                _gather(line, words)
                number = numbering.number(line.find(f"{W}pPr")) if words.text() else None
                texts.append(f"{number.label} {words.text()}" if number and number.label else words.text())
            doubts |= words.doubts
            row.append(" ".join(t for t in texts if t))
            if sum(bool(t) for t in texts) > 1:
                doubts.add("plusieurs alinéas dans une cellule")
            if cell.find(f"{W}tcPr/{W}gridSpan") is not None or cell.find(f"{W}tcPr/{W}vMerge") is not None:
                doubts.add("cellules fusionnées")
        rows.append(tuple(row))
    if any(any(row) for row in rows):
        if len({len(row) for row in rows}) > 1:
            doubts.add("lignes de longueurs différentes")
        yield Grid(rows=tuple(rows), doubt=" ; ".join(sorted(doubts)))
