"""Every Word file that can be made is one: its parts are there, and each element stands where the schema has it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from clausier.consolidate import Timeline
from clausier.export.composed import changes_composed, version_composed
from clausier.export.flow import Line, Part
from clausier.export.identity import TRACKED
from clausier.export.word.body import STEP, piece_xml
from clausier.export.word.document import word
from clausier.export.word.front import contents_xml
from clausier.export.word.runs import Ink
from clausier.text import Text
from export.test_tracked_changes import SOME, real
from export.word_reader import W, body, part, text
from properties.oracle import Story
from properties.stories import stories
from properties.test_laws import timeline
from support.projects import sound, written

# ECMA-376, part 1, annex A: the order of the children that we use, from the types of the schema (transitional).
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore pBdr shd tabs spacing ind jc outlineLvl rPr",
    "rPr": "ins del rStyle rFonts b bCs i strike color sz szCs u shd lang",
    "tblPr": "tblStyle tblW tblBorders tblCellMar tblLook",
    "tbl": "tblPr tblGrid tr",
    "tcPr": "tcW gridSpan shd",
    "trPr": "cantSplit tblHeader trHeight ins del",  # the first three in any order, the marks last
    "sectPr": "headerReference footerReference pgSz pgMar",
    "style": "name basedOn qFormat pPr rPr tblPr tblStylePr",
    "settings": "zoom defaultTabStop compat themeFontLang",
    "docDefaults": "rPrDefault pPrDefault",
    "pBdr": "top left bottom right",
    "tblBorders": "top left bottom right insideH insideV",
}
FIRST = {"p": "pPr", "r": "rPr", "tr": "trPr", "tc": "tcPr", "tbl": "tblPr"}
HOLDS = {
    "body": {"p", "tbl", "sectPr"},
    "p": {"pPr", "r", "ins", "del", "hyperlink", "bookmarkStart", "bookmarkEnd"},
    "hyperlink": {"r", "ins", "del"},
    "r": {"rPr", "t", "delText", "tab", "br", "fldChar", "instrText"},
    "tr": {"trPr", "tc"},
    "tc": {"tcPr", "p"},
}


def faults(top: ET.Element) -> Iterator[str]:
    """Where a part departs from the schema, by the rules that our elements fall under."""
    for element in top.iter():
        name, children = element.tag.removeprefix(W), [c.tag.removeprefix(W) for c in element]
        if name in ORDER:
            ranks = ORDER[name].split()
            unknown = set(children) - set(ranks)
            if unknown:
                yield f"{name} holds {unknown}"
            elif [ranks.index(c) for c in children] != sorted(ranks.index(c) for c in children):
                yield f"{name} has {children}"
        if name in HOLDS and not set(children) <= HOLDS[name]:
            yield f"{name} holds {set(children) - HOLDS[name]}"
        if FIRST.get(name) in children[1:]:
            yield f"{name} has {FIRST[name]} behind others"
        if name == "tc" and children[-1:] != ["p"]:
            yield "a cell ends in a paragraph"
        if name in {"ins", "del"} and element.get(f"{W}id") is None:
            yield "a change without a number"
    inside = {e for change in top.iter(f"{W}del") for e in change.iter()}
    for element in top.iter():
        if (element.tag == f"{W}t" and element in inside) or (element.tag == f"{W}delText" and element not in inside):
            yield "deleted words are w:delText, and only they"
    # One number for each change; a bookmark's is at its end too.
    given = [e.get(f"{W}id") for e in top.iter() if e.tag in {f"{W}ins", f"{W}del", f"{W}bookmarkStart"}]
    if len(given) != len(set(given)):
        yield "a number twice"
    for table in top.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = [c.find(f"{W}tcPr/{W}gridSpan") for c in row.findall(f"{W}tc")]
            if sum(int(s.get(f"{W}val", "1")) if s is not None else 1 for s in spans) > columns:
                yield "a row wider than its table"


def well_made(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for name in ("document", "styles", "settings", "header1", "footer1"):
        assert list(faults(part(content, f"word/{name}.xml"))) == []
    declared = {o.get("PartName", "").lstrip("/") for o in part(content, "[Content_Types].xml")} - {""}
    assert declared == {n for n in names if n.endswith(".xml") and n != "[Content_Types].xml"}
    known = {r.get("Id") for r in part(content, "word/_rels/document.xml.rels")}
    r = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert {e.get(r) for e in part(content, "word/document.xml").iter() if e.get(r)} <= known
    levels = [e.get(f"{W}val") for e in part(content, "word/styles.xml").iter(f"{W}outlineLvl")]
    assert levels == list("012345")  # of the headings, for the pane that lists them
    styles = {s.get(f"{W}styleId") for s in part(content, "word/styles.xml").iter(f"{W}style")}
    used = {
        e.get(f"{W}val")
        for n in ("pStyle", "rStyle", "tblStyle")
        for e in part(content, "word/document.xml").iter(f"{W}{n}")
    }
    assert used <= styles


def files(made: Timeline) -> Iterator[bytes]:
    """Every kind of Word file that a project has."""
    for version in made.versions:
        yield word(version_composed(made, version))
    for old, new in pairwise(made.versions):
        yield word(changes_composed(made, old, new, TRACKED))
    yield word(changes_composed(made, made.versions[-1], made.versions[0], TRACKED))


@settings(SOME, max_examples=15)
@given(stories(most_acts=2))
def test_every_file_of_any_convention_is_well_made(story: Story) -> None:
    every = list(files(timeline(story)))
    assert every
    for content in every:
        well_made(content)


def test_every_file_of_the_real_convention_is_well_made_and_twice_the_same() -> None:
    for content, again in zip(files(real()), files(real()), strict=True):
        well_made(content)
        assert content == again


def test_a_file_says_which_text_it_is_that_only_originals_count_and_in_which_language() -> None:
    made = real()
    version = made.versions[-1]
    content = word(version_composed(made, version))
    header, footer = ("".join(part(content, f"word/{n}1.xml").itertext()) for n in ("header", "footer"))
    assert "Version issue de l’avenant n°\u00a01, en vigueur à compter du 31\u00a0décembre\u00a02022" in header
    assert footer.startswith("Seuls les originaux signés font foi.")
    assert " PAGE " in footer
    assert " NUMPAGES " in footer
    lang = part(content, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == "fr-FR"
    core = part(content, "docProps/core.xml")
    said = {e.tag.partition("}")[2]: e.text for e in core}
    assert said["created"] == said["modified"] == "2022-12-31T00:00:00Z"
    assert said["language"] == "fr-FR"
    assert said["title"] == made.acts[0].title


def test_the_contents_list_each_heading_down_to_the_third_level_with_a_link_that_is_there() -> None:
    content = word(version_composed(real(), real().versions[-1]))
    top = part(content, "word/document.xml")
    named = {e.get(f"{W}name") for e in top.iter(f"{W}bookmarkStart")}
    asked = [e.get(f"{W}anchor") for e in top.iter(f"{W}hyperlink")]
    assert set(asked) == named
    listed = [b for b in body(content) if not hasattr(b, "rows") and b.style.startswith("TOC")]
    headings = [line.split("|", 2) for line in text(content) if line.startswith("Heading")]
    # Where a field stands, its code is no word of the line.
    assert [(b.style.replace("TOC", "Heading"), b.text) for b in listed] == [(s, w) for s, _, w in headings]
    codes = "".join(e.text or "" for e in top.iter(f"{W}instrText"))
    assert codes.strip() == r'TOC \o "1-3" \h \z \u'


def test_alineas_bear_their_number_in_the_margin_and_labels_are_words() -> None:
    lines = text(word(version_composed(real(), real().versions[-1])))
    start = lines.index("Heading1||Article 2 – Objet du groupement de commandes")
    own = [line.split("|", 2) for line in lines[start + 1 : start + 7]]
    assert [(style, number) for style, number, _ in own] == [
        ("Alinea", "1"),
        ("Alinea", "2"),
        ("Element1", "3"),
        ("Element1", "4"),
        ("Alinea", "5"),
        ("Alinea", "6"),
    ]
    assert own[2][2].startswith("–\tDes prestations mutualisées")


def test_the_head_of_a_table_comes_again_on_each_page() -> None:
    tables = list(part(word(version_composed(real(), real().latest)), "word/document.xml").iter(f"{W}tbl"))
    assert tables
    for found in tables:
        head, *rest = (r.find(f"{W}trPr/{W}tblHeader") is not None for r in found.findall(f"{W}tr"))
        assert head
        assert not any(rest)
        styles = [{s.get(f"{W}val") for s in r.iter(f"{W}pStyle")} for r in found.findall(f"{W}tr")]
        assert styles == [{"CelluleTitre"}, *[{"Cellule"}] * len(rest)]


def test_missing_words_are_said_to_be_missing() -> None:
    lines = text(word(version_composed(real(), real().versions[0])))
    assert sum(line.startswith("Lacune||[Texte non disponible") for line in lines) == 11  # one for each of its headings
    assert [line for line in lines if line.startswith("Alinea")] == []


@pytest.mark.parametrize("name", ["numbering", "numPr"])
def test_no_number_is_left_to_word_to_count(name: str) -> None:
    content = word(version_composed(real(), real().versions[-1]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert not any(name.encode() in archive.read(n) for n in archive.namelist())


def heading(number: int, level: int = 1) -> Part:
    line = Line(kind="heading", text=Text(f"Article {number}"), level=level)
    return Part(id=str(number), title=line.text.chars, pieces=(line,))


def test_contents_of_no_heading_are_none_and_of_one_or_of_many_one_field() -> None:
    assert contents_xml([]) == ""
    for many in (1, 2, 5):
        xml = contents_xml([heading(n) for n in range(many)])
        top = ET.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{xml}</w:body>')  # noqa: S314 - our own
        kinds = [e.get(f"{W}fldCharType") for e in top.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"]
        assert len(list(top.iter(f"{W}hyperlink"))) == many


def test_headings_below_the_third_level_have_a_name_and_no_line_in_the_contents() -> None:
    xml = contents_xml([heading(1), heading(2, 4), heading(3)])
    assert "Article 2" not in xml
    assert re.findall(r'w:anchor="(\w+)"', xml) == ["_Toc000001", "_Toc000003"]


def test_a_further_paragraph_of_an_item_is_set_as_far_in_and_bears_its_number() -> None:
    item = Line(kind="item", text=Text("1°\tLe papier."), level=1, number="2")
    more = Line(kind="item", text=Text("Et l’encre."), level=1, number="3")
    for line in (item, more, item.unnumbered(), more.unnumbered(), replace(more, quoted=True, number="")):
        top = ET.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{piece_xml(line, Ink())}</w:body>')  # noqa: S314 - our own
        assert list(faults(top)) == []
        indents = [int(e.get(f"{W}left", "-1")) for e in top.iter(f"{W}ind")]
        # What is unnumbered and labelled is as its style has it; a quotation is one step further in.
        assert indents == ([] if line == item.unnumbered() else [STEP * (2 if line.quoted else 1)])


def test_by_the_older_count_an_introduction_and_its_list_bear_one_number(tmp_path: Path) -> None:
    sources = {
        "convention/convention.yml": "id: c\ntitre: C\nsignature: 2024-01-15\nalinéas: phrases\n",
        "convention/01.md": "# Article 1\n\nIl faut :\n\n- un plan,\n- une liste.\n\nRien de plus.\n",
    }
    made = sound(written(tmp_path, sources)).timeline
    lines = [line.split("|", 2)[1:] for line in text(word(version_composed(made, made.latest)))]
    assert lines == [
        ["", "Article 1"],
        ["1", "Il faut\u00a0:"],
        ["", "–\tun plan,"],
        ["", "–\tune liste."],
        ["2", "Rien de plus."],
    ]
