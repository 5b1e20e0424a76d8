"""The documents of a site: each page offers its own, each link leads to a file that is there, and the manifest has them all."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from clausier.export import documents as made
from clausier.export.documents import documents
from export.test_word_files import well_made
from support.paged import outputs
from support.projects import ROOT, real_convention


class Links(HTMLParser):
    """The links of a page to what is downloaded: where they lead, and what they say."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._at = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and "download" in given:
            self._at = given["href"] or ""

    def handle_data(self, data: str) -> None:
        if self._at:
            self.found[self._at], self._at = re.sub(r" \(.*", "", data), ""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Every output of the real convention, its documents among them."""
    compiled = real_convention(checks=True)
    found, whole = documents(compiled.corpus, compiled.timeline)
    assert whole
    return {path: bytes(content) for path, content in outputs(compiled, ROOT, found).items()}


def test_each_version_pair_and_act_has_its_documents(files: dict[str, bytes]) -> None:
    assert [name for name in sorted(files) if name.startswith("documents/")] == [
        "documents/avenants/avenant-1.docx",
        "documents/avenants/avenant-1.pdf",
        "documents/comparer/convention_avenant-1-tableau.docx",
        "documents/comparer/convention_avenant-1.docx",
        "documents/versions/avenant-1.docx",
        "documents/versions/avenant-1.pdf",
        "documents/versions/convention.docx",
        "documents/versions/convention.pdf",
    ]
    for name, content in files.items():
        if name.startswith("documents/") and name.endswith(".docx"):
            well_made(content)


@pytest.mark.parametrize(
    ("page", "offered"),
    [
        ("texte-integral", {"versions/avenant-1.docx": "Word", "versions/avenant-1.pdf": "PDF"}),
        ("versions/convention", {"versions/convention.docx": "Word", "versions/convention.pdf": "PDF"}),
        ("avenants/avenant-1", {"avenants/avenant-1.docx": "Word", "avenants/avenant-1.pdf": "PDF"}),
        (
            "comparer/convention_avenant-1",
            {
                "comparer/convention_avenant-1.docx": "Word, modifications suivies",
                "comparer/convention_avenant-1-tableau.docx": "Word, tableau comparatif",
            },
        ),
    ],
)
def test_a_page_offers_the_documents_of_what_it_shows(
    files: dict[str, bytes], page: str, offered: dict[str, str]
) -> None:
    links = Links()
    links.feed(files[f"docs/{page}.md"].decode())
    top = "../" * page.count("/")
    assert links.found == {f"{top}data/documents/{path}": words for path, words in offered.items()}
    assert all(f"docs/data/documents/{path}" in files for path in offered)


def test_the_manifest_has_the_hash_of_each_document(files: dict[str, bytes]) -> None:
    listed = json.loads(files["manifest.json"])["files"]
    for name, content in files.items():
        if name.startswith("documents/"):
            assert listed[name] == hashlib.sha256(content).hexdigest()
            assert files[f"docs/data/{name}"] == content


def test_without_documents_no_page_offers_any() -> None:
    compiled = real_convention(checks=True)
    found = outputs(compiled, ROOT)
    assert not [name for name in found if "documents/" in name]
    assert not [
        name for name, content in found.items() if name.endswith(".md") and b"data/documents/" in bytes(content)
    ]


def test_without_typst_the_word_files_are_made_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    compiled = real_convention(checks=True)
    found, whole = made.documents(compiled.corpus, compiled.timeline)
    assert not whole
    assert {name.rpartition(".")[2] for name in found} == {"docx"}


def test_a_plain_build_makes_none_and_a_site_says_where_typst_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "clausier", "build", "--project", str(ROOT), "--out", str(tmp_path / "build")]
    subprocess.run(command, check=True, capture_output=True)
    assert not (tmp_path / "build" / "documents").exists()
    (tmp_path / "typst.py").write_text("raise ImportError('typst')\n")
    site = subprocess.run(
        ["env", f"PYTHONPATH={tmp_path}:{ROOT / 'tools'}", *command, "--site"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "typst n’est pas installé" in site.stderr
    there = sorted(p.name for p in (tmp_path / "build" / "site" / "data" / "documents" / "versions").iterdir())
    assert there == ["avenant-1.docx", "convention.docx"]
