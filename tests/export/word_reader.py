"""A reader of Word files that shares nothing with the writer: it accepts or rejects their tracked changes as Word does.

ECMA-376, part 1, 17.13.5: what is in `w:ins` stays where it is accepted and goes where it is rejected, what is in `w:del`
the other way round; so for the end of a paragraph (a mark in its `w:rPr`), without which it runs on into the next, and
for a row (a mark in its `w:trPr`). A table without rows is none.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = (
    "Heading",
    "Alinea",
    "Element",
    "Lacune",
    "Doute",
    "Cite",
)  # the styles of what is a text's; the rest is an editor's


@dataclass
class Paragraph:
    style: str
    text: str = ""
    number: str = ""
    bold: str = ""
    italic: str = ""


@dataclass
class Table:
    style: str
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Change:
    kind: str
    author: str
    date: str | None
    text: str


Body = list[Paragraph | Table]


def part(content: bytes | Path, name: str) -> ET.Element:
    """A part of the file, as XML."""
    with zipfile.ZipFile(io.BytesIO(content) if isinstance(content, bytes) else content) as archive:
        return ET.fromstring(archive.read(name))  # noqa: S314 - our own file


def body(content: bytes | Path, *, accept: bool = True) -> Body:
    """The paragraphs and tables of the file, once every change is accepted, or rejected."""
    top = part(content, "word/document.xml").find(f"{W}body")
    assert top is not None
    return list(_blocks(top, accept))


def text(content: bytes | Path, *, accept: bool = True) -> list[str]:
    """The lines of the text that a file holds: `style|number|words` of its paragraphs, `~` and the cells of its rows."""
    lines: list[str] = []
    for block in body(content, accept=accept):
        if isinstance(block, Table):
            lines += ["~" + "|".join(row) for row in block.rows if block.style == "Tableau"]
        elif block.style.startswith(TEXT):
            lines.append(f"{block.style}|{block.number}|{block.text}")
    return lines


def changes(content: bytes | Path) -> list[Change]:
    """Every tracked change, in the order of the file."""
    found = []
    for element in part(content, "word/document.xml").iter():
        if element.tag in {f"{W}ins", f"{W}del"}:
            words = "".join(e.text or "" for e in element.iter() if e.tag in {f"{W}t", f"{W}delText"})
            found.append(Change(element.tag[len(W) :], element.get(f"{W}author", ""), element.get(f"{W}date"), words))
    return found


def _stays(marks: ET.Element | None, accept: bool) -> bool:  # noqa: FBT001 - private
    """Whether what bears these marks is there once its changes are settled."""
    if marks is None:
        return True
    came, went = marks.find(f"{W}ins") is not None, marks.find(f"{W}del") is not None
    return not (went if accept else came)


def _blocks(parent: ET.Element, accept: bool) -> Iterator[Paragraph | Table]:  # noqa: FBT001 - private
    open_: Paragraph | None = None  # a paragraph whose end has gone: it runs on
    for element in parent:
        if element.tag == f"{W}p":
            read = _paragraph(element, accept)
            if open_ is not None:
                read.text, open_ = open_.text + read.text, None
            if _stays(element.find(f"{W}pPr/{W}rPr"), accept):
                yield read
            else:
                open_ = read
        elif element.tag == f"{W}tbl":
            assert open_ is None or not open_.text, "words cannot run on into a table"
            open_ = None
            rows = [_cells(row, accept) for row in element.findall(f"{W}tr") if _stays(row.find(f"{W}trPr"), accept)]
            if rows:
                named = element.find(f"{W}tblPr/{W}tblStyle")
                yield Table(named.get(f"{W}val", "") if named is not None else "", rows)
    assert open_ is None, "the last paragraph of a file has an end"


def _cells(row: ET.Element, accept: bool) -> list[str]:  # noqa: FBT001 - private
    return [
        " / ".join(p.text for p in _blocks(cell, accept) if isinstance(p, Paragraph)) for cell in row.findall(f"{W}tc")
    ]


def _paragraph(element: ET.Element, accept: bool) -> Paragraph:  # noqa: FBT001 - private
    style = element.find(f"{W}pPr/{W}pStyle")
    read = Paragraph(style.get(f"{W}val", "") if style is not None else "Normal")
    for run in _runs(element, accept):
        look = run.find(f"{W}rPr")
        words = "".join(_characters(run))
        named = look.find(f"{W}rStyle") if look is not None else None
        if named is not None and named.get(f"{W}val") == "Numero":
            read.number += words.strip()
            continue
        read.text += words
        read.bold += words if look is not None and look.find(f"{W}b") is not None else ""
        read.italic += words if look is not None and look.find(f"{W}i") is not None else ""
    return read


def _runs(parent: ET.Element, accept: bool) -> Iterator[ET.Element]:  # noqa: FBT001 - private
    for element in parent:
        if element.tag == f"{W}r":
            yield element
        elif element.tag in {f"{W}hyperlink", f"{W}{'ins' if accept else 'del'}"}:
            yield from _runs(element, accept)


def _characters(run: ET.Element) -> Iterator[str]:
    for element in run:
        if element.tag in {f"{W}t", f"{W}delText"}:
            yield element.text or ""
        elif element.tag == f"{W}tab":
            yield "\t"
