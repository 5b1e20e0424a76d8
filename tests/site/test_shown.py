"""A site shows whole the versions that it can hold: the text in force, and the newest of the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.compile import Compiled
from clausier.emit.site import compare, edition
from support.calling import called
from support.paged import site_pages

ESSAI = ("convention", "avenant-1", "avenant-2")


def version_pages(files: dict[str, bytes], text: str) -> set[str]:
    """The versions whose page holds that text."""
    return {
        name
        for name in ESSAI
        if re.search(text, files[f"docs/versions/{name}.md"].decode().replace("\u00a0", " ").replace("\n", " "))
    }


def test_every_version_of_a_small_text_is_whole(essai: Compiled) -> None:
    assert tuple(v.id for v in edition.shown(essai.timeline)) == ESSAI


def test_of_more_than_a_site_holds_the_newest_are_whole(essai: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [sum(1 for _ in v.document.walk()) for v in essai.timeline.versions]
    monkeypatch.setattr(edition, "MOST", sum(sizes[1:]))
    assert tuple(v.id for v in edition.shown(essai.timeline)) == ESSAI[1:]
    monkeypatch.setattr(edition, "MOST", sum(sizes[1:]) - 1)
    assert tuple(v.id for v in edition.shown(essai.timeline)) == ESSAI[2:]


def test_the_text_in_force_is_whole_however_long(essai: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "MOST", 1)
    assert [v.id for v in edition.shown(essai.timeline)] == [essai.timeline.latest.id]


@pytest.mark.parametrize(("count", "whole"), [(1, ESSAI[2:]), (2, ESSAI[1:]), (3, ESSAI), (9, ESSAI)])
def test_so_many_are_whole_as_are_asked_for(essai: Compiled, count: int, whole: tuple[str, ...]) -> None:
    assert tuple(v.id for v in edition.shown(essai.timeline, count)) == whole


def test_a_version_without_a_page_of_its_text_says_where_it_is(essai: Compiled, essai_root: Path) -> None:
    data = {f"versions/{name}/convention.{kind}": b"{}" for name in ESSAI for kind in ("md", "json")}
    files = site_pages(essai, essai_root, data, whole=1)
    assert version_pages(files, "Le coordonnateur") == {"avenant-2"}
    assert version_pages(files, "<code>clausier show --version") == {"convention", "avenant-1"}
    assert version_pages(files, r'href="\.\./data/versions/[a-z0-9-]+/convention\.txt"') == {"convention", "avenant-1"}
    assert version_pages(files, r'href="a-une-date\.html\?version=avenant-1"') == {"avenant-1"}
    assert version_pages(files, "Seuls les originaux signés font foi") == set(ESSAI)
    assert {"docs/data/versions/convention/convention.txt", "docs/data/versions/convention/convention.json"} <= set(
        files
    )


def test_no_link_names_a_place_of_a_version_without_a_page(essai: Compiled, essai_root: Path) -> None:
    files = site_pages(essai, essai_root, whole=1)
    named = {
        match
        for path, data in files.items()
        if path.endswith(".md") and "/guide/" not in path  # the guide has an address as an example
        for match in re.findall(r"versions/(convention|avenant-1)\.html#", data.decode())
    }
    assert named == set()
    every = site_pages(essai, essai_root)
    assert any(re.search(rb"versions/(convention|avenant-1)\.html#", data) for data in every.values())


def test_many_versions_are_compared_with_the_next_and_those_shown_with_the_last(
    essai: Compiled, essai_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare, "EVERY", 2)
    versions = essai.timeline.versions

    def compared(kept: set[str]) -> list[tuple[str, str]]:
        return [(before.id, after.id) for before, after in compare.pairs(versions, kept)]

    following = [("convention", "avenant-1"), ("avenant-1", "avenant-2")]
    assert compared(set()) == following
    assert compared({"convention"}) == [*following, ("convention", "avenant-2")]
    page = site_pages(essai, essai_root, whole=1)["docs/comparer/index.md"].decode()
    assert "<code>clausier diff VERSION VERSION</code>" in page
    assert "convention_avenant-2.html" not in page


def test_few_versions_are_compared_each_with_each(pages: dict[str, str]) -> None:
    assert "convention_avenant-2.html" in pages["comparer/index.md"]
    assert "clausier diff VERSION VERSION" not in pages["comparer/index.md"]


def test_a_build_says_which_versions_have_no_page(
    essai_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition, "MOST", 1)
    monkeypatch.setattr("clausier.website.build_site", lambda *_: None)
    monkeypatch.setattr("clausier.policy.write_headers", lambda *_: None)

    def said(*more: str) -> str:
        call = ("--site", "--no-documents", "--jobs", "1", "--out", tmp_path / "out")
        return called("build", *call, *more, project=essai_root).stderr.replace("\u00a0", " ")

    assert "1 sur 3 ont leur texte sur une page, les autres dans les données (--whole 3 pour toutes)" in said()
    assert said("--whole", "2") == ""


def test_whole_versions_are_of_one_project(tmp_path: Path) -> None:
    done = called("build", "--collection", tmp_path, "--whole", "2", code=2)
    assert "--collection et --whole s’excluent l’un l’autre" in done.stderr
