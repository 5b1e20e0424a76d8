"""What the site offers of a draft: the documents with which it is put to the vote."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from clausier.build import Site, build_project
from clausier.export.composed import changes_composed, version_composed
from clausier.export.identity import TRACKED
from clausier.export.templates.draft import draft_files
from clausier.export.word.document import word
from export.paper import document, paper
from export.test_site_documents import Links
from export.test_word_files import well_made
from export.word_reader import part
from support.paged import outputs
from support.projects import reworded, sound, written

__all__ = ["paper"]  # a fixture
NAMES = ("rapport", "deliberation", "tableau-comparatif")


def test_the_page_of_a_draft_offers_what_the_command_makes(paper: Path) -> None:
    compiled = sound(paper)
    supposed = sound(paper, drafts=["avenant-2"], supposed="avenant-2")
    files, problems = draft_files(supposed, compiled.corpus.amendments[1], paper)
    assert problems == ()
    assert list(files) == [f"documents/avenants/avenant-2-{name}.docx" for name in NAMES]
    for name, content in zip(NAMES, files.values(), strict=True):
        well_made(content)
        document(paper, name, "avenant-2")
        assert (paper / f"exports/{name}-avenant-2.docx").read_bytes() == content
    pages = {path: bytes(content) for path, content in outputs(compiled, paper, files).items()}
    links = Links()
    links.feed(pages["docs/avenants/avenant-2.md"].decode())
    assert links.found == {
        f"../data/documents/avenants/avenant-2-{name}.docx": said
        for name, said in zip(NAMES, ("rapport", "délibération", "tableau comparatif"), strict=True)
    }
    assert "data/documents" not in pages["docs/avenants/avenant-1.md"].decode()


def test_a_file_of_a_text_that_has_no_day_yet_bears_none(paper: Path) -> None:
    supposed = sound(paper, drafts=["avenant-2"], supposed="avenant-2")
    timeline = supposed.timeline
    before, after = timeline.versions[-2:]
    papers, _ = draft_files(supposed, timeline.act("avenant-2"), paper)
    for content in (
        word(version_composed(timeline, after)),
        word(changes_composed(timeline, before, after, TRACKED)),
        *papers.values(),
    ):
        told = [
            ET.tostring(part(content, name), encoding="unicode") for name in ("docProps/core.xml", "word/document.xml")
        ]
        assert "9999" not in "".join(told)


def test_a_site_has_them_and_a_fault_in_a_template_leaves_the_former_one(paper: Path) -> None:
    out = paper / "build"
    assert build_project(paper, out, site=Site(), cache=False).files
    page = (out / "site/avenants/avenant-2.html").read_text(encoding="utf-8")
    links = Links()
    links.feed(page)
    for address in links.found:
        assert (out / "site/avenants" / address).resolve().is_file()
    assert [address.rpartition("avenant-2-")[2] for address in links.found][-3:] == [f"{name}.docx" for name in NAMES]
    written(paper, {"site/modeles/rapport.md.j2": "{# acte – Un rapport. #}\n# T\n\n{{ rien }}\n"})
    built = build_project(paper, out, site=Site(), cache=False)
    assert built.files == ()
    assert [(d.code.id, str(d.span)) for d in built.diagnostics if d.severity == "error"] == [
        ("OUT109", "site/modeles/rapport.md.j2:4:4")
    ]
    assert (out / "site/avenants/avenant-2.html").read_text(encoding="utf-8") == page


def test_a_draft_that_does_not_fit_has_none_and_blocks_nobody(paper: Path) -> None:
    path = paper / "amendments/2026-avenant-2/01.md"
    reworded(path, "75 %", "99 %")
    built = build_project(paper, paper / "build", site=Site(), cache=False)
    assert "documents/avenants/avenant-1.docx" in built.files
    assert [name for name in built.files if "avenant-2-" in name] == []
