"""Two sites for the tests: the real convention's, and that of `essai/`, a made-up one that has every kind of passage."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from clausier.compile import Compiled
from clausier.website import build_site
from support.browsing import serving
from support.literate import read_case, write_sources
from support.paged import pages_of, site_pages
from support.projects import ROOT, real_convention, sound, written

DATA = {"convention.json": b"{}\n", "convention.md": b"# Essai\n", "versions/avenant-1/convention.json": b"{}\n"}


def with_a_site(root: Path) -> None:
    """Give a project the part of the site that `clausier new` gives one."""
    shutil.copytree(ROOT / "site/overrides", root / "site/overrides")
    shutil.copy(ROOT / "site/mkdocs.yml", root / "site/mkdocs.yml")
    (root / "mkdocs.yml").write_text("INHERIT: site/mkdocs.yml\nsite_name: Essai\n", encoding="utf-8")


def built(project: Compiled, root: Path, folder: Path, data: Mapping[str, bytes]) -> Path:
    """The site of a project, built in a folder; mkdocs must not warn of anything."""
    written(folder, site_pages(project, root, data))
    build_site(root / "mkdocs.yml", folder, datetime.date(2020, 1, 1))
    return folder / "site"


@pytest.fixture(scope="session")
def real() -> Compiled:
    return real_convention(checks=True)


@pytest.fixture(scope="session")
def real_pages(real: Compiled) -> dict[str, str]:
    return pages_of(real, ROOT)


@pytest.fixture(scope="session")
def essai_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up convention as a project of its own, with the part of the site that `clausier new` gives one."""
    root = tmp_path_factory.mktemp("essai") / "essai"
    shutil.copytree(Path(__file__).with_name("essai"), root)
    with_a_site(root)
    return root


@pytest.fixture(scope="session")
def essai(essai_root: Path) -> Compiled:
    return sound(essai_root)


@pytest.fixture(scope="session")
def pages(essai: Compiled, essai_root: Path) -> dict[str, str]:
    """The Markdown pages of the made-up convention, by path below `docs/`."""
    return pages_of(essai, essai_root, DATA)


@pytest.fixture(scope="session")
def essai_site(essai: Compiled, essai_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up convention's site."""
    return built(essai, essai_root, tmp_path_factory.mktemp("built"), DATA)


@pytest.fixture(scope="session")
def renumbered_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case in which numbers change hands, as a project with a site."""
    root = tmp_path_factory.mktemp("renumbered") / "project"
    write_sources(read_case(ROOT / "tests/cases/renumber/good/addresses.md"), root)
    with_a_site(root)
    return root


@pytest.fixture(scope="session")
def renumbered(renumbered_root: Path) -> Compiled:
    return sound(renumbered_root)


@pytest.fixture(scope="session")
def renumbered_site(renumbered: Compiled, renumbered_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of that case."""
    return built(renumbered, renumbered_root, tmp_path_factory.mktemp("built"), {})


@pytest.fixture(scope="session")
def unbegun_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a convention whose own first day is not known."""
    root = tmp_path_factory.mktemp("unbegun") / "project"
    write_sources(read_case(ROOT / "tests/cases/time/good/the_first_day_is_not_known.md"), root)
    with_a_site(root)
    return built(sound(root), root, tmp_path_factory.mktemp("built"), {})


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real convention's site, as `clausier build --site` makes it."""
    out = tmp_path_factory.mktemp("real") / "build"
    command = [sys.executable, "-m", "clausier", "build", "--site", "--project", str(ROOT), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out / "site"


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Where the real convention's site is served, below a path of its own."""
    with serving(site, {}) as address:
        yield address
