"""The site between two builds: MkDocs renders all of it once, then only the pages that changed.

A whole build takes about a second, a page some hundredths of one. What MkDocs made of its configuration, its menu and its
templates is kept; a change to any of them builds the whole again.
"""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from clausier.store.outputs import Fresh
from clausier.website import build_site, no_warning_passes

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

MENU = ".nav.yml"
DOCS, SITE = "docs", "site"


class _Kept(Struct):
    """What MkDocs made in the last whole build; each is there once that build has passed it."""

    config: Any
    files: Any = None
    nav: Any = None
    env: Any = None


class Site:
    """The site of the project at `root`, in the folder of outputs `out`, which is replaced at every build."""

    def __init__(self, root: Path, out: Path) -> None:
        self.root, self.out = root, out
        self._kept: _Kept | None = None
        self._pages: dict[str, str] = {}  # each with its hash
        self._settings: tuple[tuple[str, int, int], ...] = ()

    def render(self, fresh: Fresh, day: datetime.date) -> int:
        """Make the `site/` of the folder of outputs to be, out of its `docs/`; how many pages were rendered.

        Raises `StoreError`.
        """
        pages = {
            name.removeprefix(f"{DOCS}/"): written.sha256
            for name, written in fresh.files.items()
            if name.startswith(f"{DOCS}/")
        }
        changed = [name for name, sha256 in pages.items() if self._pages.get(name) != sha256]
        settings = tuple(self._stamps())
        kept, self._kept = self._kept, None  # until all has gone well
        whole = kept is None or settings != self._settings or pages.keys() != self._pages.keys() or MENU in changed
        if whole or not (self.out / SITE).is_dir():
            kept = self._all(fresh.path, day)
            rendered = sum(name.endswith(".md") for name in pages)
        else:
            assert kept is not None  # noqa: S101 - as `whole` says
            rendered = self._some(kept, fresh.path, {name: (fresh.path / DOCS / name).read_bytes() for name in changed})
        self._kept, self._pages, self._settings = kept, pages, settings
        return rendered

    def forget(self) -> None:
        """Render all the next time: what was rendered last has not come to stand."""
        self._kept = None

    def _stamps(self) -> Iterator[tuple[str, int, int]]:
        """The files that say how the site looks, with what tells that one has changed."""
        overrides = (path for path in (self.root / "site/overrides").rglob("*") if path.is_file())
        for path in sorted((self.root / "mkdocs.yml", self.root / "site/mkdocs.yml", *overrides)):
            if path.is_file():
                stat = path.stat()
                yield str(path), stat.st_mtime_ns, stat.st_size

    def _all(self, fresh: Path, day: datetime.date) -> _Kept:
        made: list[_Kept] = []

        def prepare(config: MkDocsConfig) -> None:
            made.append(_Kept(config))
            config.plugins["clausier/preview"] = _keeper(made[0])

        build_site(self.root / "mkdocs.yml", fresh, day, prepare=prepare)
        return made[0]

    def _some(self, kept: _Kept, fresh: Path, changed: Mapping[str, bytes]) -> int:
        # Neither copied nor shared for long: what changes is first taken away, and the former folder goes.
        shutil.copytree(self.out / SITE, fresh / SITE, copy_function=_link)
        pages = {name: data for name, data in changed.items() if name.endswith(".md")}
        for name in changed.keys() - pages.keys():
            _written(fresh / SITE / name, changed[name])
        with no_warning_passes():
            _render(kept, fresh / SITE, pages)
        return len(pages)


def _keeper(kept: _Kept) -> Any:
    """A plugin of this process alone, which keeps what the build makes."""
    from mkdocs.plugins import BasePlugin

    class Keeper(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no configuration
        def on_nav(self, nav: Any, *, files: Any, **_: Any) -> Any:
            kept.nav, kept.files = nav, files
            return nav

        def on_env(self, env: Any, **_: Any) -> Any:
            kept.env = env
            return env

    return Keeper()


def _render(kept: _Kept, site: Path, pages: Mapping[str, bytes]) -> None:
    """Render the pages into `site`, as a whole build would."""
    from mkdocs.commands import build

    kept.config.site_dir = str(site)
    documents = kept.files.documentation_pages()
    rendered = [kept.files.get_file_from_path(name) for name in pages]
    for file, text in zip(rendered, pages.values(), strict=True):
        file.dest_dir = str(site)
        file.abs_dest_path = str(site / file.dest_uri)  # mkdocs works it out once
        file.content_string = text.decode()
        build._populate_page(file.page, kept.config, kept.files)  # noqa: SLF001 - a build's own loop, for one page
    _forget_in_search(kept.config, {file.url for file in rendered})
    for file in rendered:
        Path(file.abs_dest_path).unlink(missing_ok=True)
        build._build_page(file.page, kept.config, documents, kept.nav, kept.env)  # noqa: SLF001 - likewise
    for name in ("search_index.json", "search_index.js"):
        (site / "search" / name).unlink(missing_ok=True)
    kept.config.plugins.on_post_build(config=kept.config)


def _forget_in_search(config: MkDocsConfig, urls: set[str]) -> None:
    """Take pages out of the search index, into which rendering puts them anew."""
    for plugin in config.plugins.values():
        if (index := getattr(plugin, "search_index", None)) is not None:
            index.entries = [e for e in index.entries if e["location"].partition("#")[0] not in urls]


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _written(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
