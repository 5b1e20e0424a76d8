"""Rendering only what changed gives what a whole build gives; what cannot be built leaves what was there."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clausier.author.new import new_project
from clausier.serve.preview import Preview
from serve.served import replace
from support.trees import tree


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    """A project that has been built once. Each test leaves it sound and built, with the words that the others change."""
    root = tmp_path_factory.mktemp("projets") / "papier"
    new_project(root)
    made = Preview(root, root / "build")
    assert (made.rebuild().pages or 0) > 10
    return made


def same(found: dict[str, bytes], wanted: dict[str, bytes]) -> None:
    """The two builds are one, but for the order in which the search lists its passages."""
    assert found.keys() == wanted.keys()
    index = "site/search/search_index.json"
    passages = [{json.dumps(entry) for entry in json.loads(files[index])["docs"]} for files in (found, wanted)]
    assert passages[0] == passages[1]
    assert len(json.loads(found[index])["docs"]) == len(json.loads(wanted[index])["docs"])
    assert found["site/search/search_index.js"] == b"var __index = " + found[index]
    assert [name for name in found if found[name] != wanted[name] and not name.startswith("site/search/")] == []


def changed(preview: Preview, name: str, old: str, new: str) -> int:
    """How many pages are rendered once a file has been changed; nothing else is."""
    replace(preview.root / name, old, new)
    pages = preview.rebuild().pages
    assert pages is not None
    return pages


def test_pages_rendered_one_by_one_are_those_of_a_whole_build(preview: Preview, tmp_path: Path) -> None:
    few = changed(preview, "convention/05-duree.md", "quatre ans", "quatre ans et demi")
    few += changed(preview, "convention/04-repartition-des-couts.md", "Les frais de", "Tous les frais de")
    assert 0 < few < 20
    # In a process of its own: MkDocs keeps its plugins from one build of a process to the next.
    words = ["build", "--site", "--no-documents", "--project", str(preview.root), "--out", str(tmp_path / "build")]
    subprocess.run([sys.executable, "-m", "clausier", *words], check=True, capture_output=True)
    built = tree(tmp_path / "build")
    for_servers = {name: content for name, content in built.items() if name.startswith("headers/")}
    assert for_servers  # what a preview has no use for: it publishes nothing
    same(tree(preview.out), {name: content for name, content in built.items() if name not in for_servers})


def test_a_change_that_reaches_no_page_renders_none(preview: Preview) -> None:
    before = tree(preview.out)
    assert changed(preview, "convention/05-duree.md", "# Article 5", "\n\n# Article 5") == 0
    assert tree(preview.out) == before


def test_an_asset_that_changes_is_the_new_one(preview: Preview) -> None:
    own = preview.root / "site/assets/css/propre.css"
    own.parent.mkdir(parents=True)
    own.write_text("a { color: red }\n", encoding="utf-8")
    assert (preview.rebuild().pages or 0) > 10
    assert changed(preview, "site/assets/css/propre.css", "red", "blue") == 0
    assert (preview.out / "site/assets/css/propre.css").read_text(encoding="utf-8") == "a { color: blue }\n"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("convention/05-duree.md", "– Durée", "– Durée et fin"),
        ("mkdocs.yml", "site_name: ", "site_name: Autre # "),
        ("site/overrides/partials/copyright.html", "<strong>", "<strong >"),
    ],
)
def test_what_every_page_shows_renders_them_all(preview: Preview, name: str, old: str, new: str) -> None:
    assert changed(preview, name, old, new) > 10
    assert changed(preview, name, new, old) > 10


def test_a_site_that_was_taken_away_is_rendered_whole(preview: Preview) -> None:
    (preview.out / "site").rename(preview.root / "site-ailleurs")
    assert (preview.rebuild().pages or 0) > 10
    assert (preview.out / "site/index.html").is_file()


def test_an_error_in_the_sources_leaves_every_output(preview: Preview) -> None:
    before = tree(preview.out)
    article = preview.root / "convention/04-repartition-des-couts.md"
    replace(article, "à parts égales", "<b>à parts égales</b>")
    done = preview.rebuild()
    assert done.pages is None
    assert {d.code.id for d in done.diagnostics if d.severity == "error"} == {"SRC201"}
    assert tree(preview.out) == before
    replace(article, "<b>à parts égales</b>", "à parts égales")
    assert preview.rebuild().pages == 0


def test_a_page_that_mkdocs_warns_of_leaves_every_output_and_is_told(preview: Preview) -> None:
    page = preview.root / "site/pages/propre.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("# Une page\n\nDes mots.\n", encoding="utf-8")
    assert (preview.rebuild().pages or 0) > 10
    before = tree(preview.out)
    replace(page, "Des mots.", "[Des mots](nulle-part.md).")
    done = preview.rebuild()
    assert done.pages is None
    (found,) = [d for d in done.diagnostics if d.severity == "error"]
    assert found.code.id == "OUT104"
    assert "nulle-part.md" in found.message.text("fr")
    assert tree(preview.out) == before
    # What failed half way is not built upon.
    replace(page, "[Des mots](nulle-part.md).", "D’autres mots.")
    assert (preview.rebuild().pages or 0) > 10
    assert "D’autres mots." in (preview.out / "site/propre.html").read_text(encoding="utf-8")


def test_a_build_that_is_at_work_is_told(preview: Preview) -> None:
    import fcntl

    lock = os.open(preview.out.parent / ".build.lock", os.O_CREAT | os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = preview.rebuild()
    finally:
        os.close(lock)
    assert done.pages is None
    assert [d.code.id for d in done.diagnostics if d.severity == "error"] == ["OUT102"]
    assert preview.rebuild().pages is not None


def test_without_hard_links_the_former_site_is_copied(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    before = tree(preview.out)
    monkeypatch.setattr(os, "link", refused)
    assert changed(preview, "convention/05-duree.md", "quatre ans", "quatre ans entiers") > 0
    after = tree(preview.out)
    assert before.keys() == after.keys()
    assert b"quatre ans entiers" in after["site/articles/5.html"]


def test_a_page_under_way_is_not_written_into_the_former_site(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two share their files until one changes: a rename that fails must find the former site whole."""
    before = tree(preview.out)
    rename: Callable[[Path, Path], Path] = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if target == preview.out.absolute() and (path / "manifest.json").exists() and path.name == ".build.fresh":
            raise OSError(5, "Input/output error")
        return rename(path, target)

    monkeypatch.setattr("clausier.store.outputs._exchanged", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refused)
    replace(preview.root / "convention/05-duree.md", "quatre ans", "quatre ans au plus")
    done = preview.rebuild()
    assert [d.code.id for d in done.diagnostics if d.severity == "error"] == ["OUT101"]
    assert tree(preview.out) == before
    monkeypatch.undo()
    assert preview.rebuild().pages is not None
    assert b"quatre ans au plus" in tree(preview.out)["site/articles/5.html"]
