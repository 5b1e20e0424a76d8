"""A site whose pages are rendered by several processes: `mkdocs.commands.build.build`, with its two loops over pages made one.

MkDocs renders the Markdown of every page, then the template of every page, because menus show titles, which may stand in
the Markdown. The titles of our pages stand at their head, so that one process can render a page from end to end. Both ways
give the same bytes: a test holds that.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from mkdocs import utils
from mkdocs.commands import build as mkdocs
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from msgspec import Struct, field

from clausier.website import SEARCH, Warnings
from clausier.website.ready import Ready
from clausier.website.workers import DiedError, shared

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

_FEW = 8  # pages that are rendered in the time that it takes to copy a process
_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # without libyaml, the slow one
_LOGGER = logging.getLogger("mkdocs")


def build(ready: Ready, folder: Path, jobs: int) -> None:
    """Render `folder/docs` into `folder/site` with what is ready, by `jobs` processes."""
    config = ready.config
    config.docs_dir, config.site_dir = str(folder / "docs"), str(folder / "site")
    if ready.env is None:
        mkdocs.build(config)
    else:
        _build(ready, ready.env, jobs)
    config.plugins.on_shutdown()


def _build(ready: Ready, env: Environment, jobs: int) -> None:
    config = ready.config
    config.plugins.on_pre_build(config=config)
    utils.clean_directory(config.site_dir)
    files = get_files(config)
    for name, folder in ready.files:
        if files.get_file_from_path(name) is None:
            files.append(File(name, folder, config.site_dir, config.use_directory_urls))
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    if ready.menu:
        menu = Path(config.docs_dir, ".nav.yml").read_bytes()
        config.nav = yaml.load(menu, _SAFE)["nav"]  # noqa: S506 - either loader is a safe one
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    documents = list(files.documentation_pages())
    pages = [file.page or Page(None, file, config) for file in documents]
    for page in pages:
        page.read_source(config)
    for page in pages:
        if "title" not in page.meta and "title" not in vars(page):  # its Markdown may tell
            page.render(config, files)
    env = config.plugins.on_env(env, config=config, files=files)
    rendered = _Rendering(config, files, documents, nav, env).all(pages, jobs)
    for page, found in zip(pages, rendered, strict=True):
        page.present_anchor_ids = found.anchors
        page.links_to_anchors = {
            file: anchors for name, anchors in found.links.items() if (file := files.get_file_from_path(name))
        }
        for line in found.warnings:
            _LOGGER.warning("%s", line)
    for page in pages:
        page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
    for index in _search(config):
        index.entries = [entry for found in rendered for entry in found.entries]
    config.plugins.on_post_build(config=config)


def _search(config: MkDocsConfig) -> list[Any]:
    """The search index, if the site has one."""
    plugin = config.plugins.get(SEARCH)
    return [plugin.search_index] if plugin and plugin.config.enabled else []


class _Rendered(Struct):
    """What the others are to know of what has been done; of a page, what searches find in it, its anchors and links to such."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


class _Rendering(Struct):
    """What pages are rendered with."""

    config: MkDocsConfig
    files: Files
    documents: list[File]
    nav: Navigation
    env: Environment

    def all(self, pages: list[Page], jobs: int) -> list[_Rendered]:
        """Render the pages, and all that stands beside them; what is to be known of each."""
        by_length = sorted(
            pages, key=lambda page: -len(page.markdown or "")
        )  # nobody is left with a long one at the end
        tasks = [partial(self._page, page) for page in by_length]
        beside = [self.files.copy_static_files, *map(self._template, self.config.theme.static_templates)]
        tasks = [*(partial(_heard, task) for task in beside), *tasks]
        try:
            done = shared(tasks, min(jobs, len(pages) // _FEW))
        except DiedError as died:
            raise MkDocsException("un processus qui rendait des pages a été arrêté") from died
        by_page = dict(zip((page.file.src_uri for page in by_length), done[len(beside) :], strict=True))
        return [by_page[page.file.src_uri] for page in pages]

    def _page(self, page: Page) -> _Rendered:
        indexes = _search(self.config)
        for index in indexes:
            index.entries = []
        found = _heard(partial(self._render, page))
        found.entries = [entry for index in indexes for entry in index.entries]
        found.anchors = page.present_anchor_ids or set()
        found.links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
        return found

    def _render(self, page: Page) -> None:
        if page.content is None:
            page.render(self.config, self.files)
        mkdocs._build_page(page, self.config, self.documents, self.nav, self.env)  # noqa: SLF001 - a build's own step

    def _template(self, name: str) -> Callable[[], None]:
        step = mkdocs._build_theme_template  # noqa: SLF001 - likewise
        return partial(step, name, self.env, self.files, self.config, self.nav)


def _heard(task: Callable[[], None]) -> _Rendered:
    """What mkdocs warns of while it does something: said where all is brought together, not in the process that did it."""
    heard = Warnings()
    kept, _LOGGER.handlers = _LOGGER.handlers, [heard]
    try:
        task()
    except OSError:
        raise
    except Exception as error:
        raise MkDocsException(" · ".join(heard.lines) or str(error)) from error
    finally:
        _LOGGER.handlers = kept
    return _Rendered(warnings=heard.lines)
