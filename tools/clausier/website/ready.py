"""All of MkDocs that can be made ready before there are pages: its modules, what it is to do, the templates of its theme."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.utils.yaml import yaml_load
from msgspec import Struct

from clausier.website import SEARCH, load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


_ONCE = "rendered_once"
CALLS = {
    "partials/nav.html": "item.render(nav_item, path, 1)",
    "partials/nav-item.html": 'render(item, path ~ "_" ~ loop.index, level + 1, nav_item)',
    "partials/tabs.html": "item.render(nav_item)",
}
"""Where the theme calls what renders an entry. A theme that calls it otherwise renders it each time."""


class OnceForAFolder(Extension):
    """Puts what remembers entries between those calls and what renders them."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals[_ONCE] = _remembering()

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """The template with those calls changed."""
        call = CALLS.get(name or "")
        if call is None:
            return source
        renders, _, given = call.partition("(")
        return source.replace(call, f"{_ONCE}({renders}, {given}")


def _remembering() -> Callable[..., str]:
    known: dict[tuple[object, ...], tuple[Any, str]] = {}

    @pass_context
    def once(context: Context, render: Callable[..., str], entry: Any, *where: Any) -> str:
        page = context.get("page")
        if page is None or entry.active or getattr(entry, "pages", None):
            return render(entry, *where)
        folder, _, name = page.url.rpartition("/")
        *place, parent = where if len(where) > 2 else (*where, None)
        key = (folder if "." in name else page.url, id(entry), *place, getattr(parent, "active", None))
        if key not in known:
            known[key] = entry, render(entry, *where)  # kept, so that no other comes to have its identity
        return known[key][1]

    return once


_MENU = "awesome-nav"
_OF_A_PAGE = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_FIRST = "# Titre\n\n## Suite\n"


class Ready(Struct, frozen=True, kw_only=True):
    """All that MkDocs needs and that does not depend on the pages: configuration, plugins, templates, the files of the theme.

    `env` is None where a plugin is set that is not known here: it may read each page, so that MkDocs itself must build
    the site, in one process.
    """

    config: MkDocsConfig
    env: Environment | None = None
    files: tuple[tuple[str, str], ...] = ()
    menu: bool = False  # read `.nav.yml` here, as the `nav` that it is: the awesome-nav plugin takes long to import


def ready(config: Path) -> Ready:
    """What is ready of the site that `config` (an `mkdocs.yml`) describes."""
    here = Path(__file__).parent  # mkdocs asks for a folder that there is
    docs, site = here, here.with_name("site")
    others = _but_the_menu(config)
    loaded = load(config, docs=docs, site=site, plugins=others)
    if not _shareable(loaded):
        loaded = load(config, docs=docs, site=site) if others else loaded
        loaded.plugins.on_startup(command="build", dirty=False)
        return Ready(config=loaded)
    loaded.plugins.on_startup(command="build", dirty=False)
    loaded = loaded.plugins.on_config(loaded)
    env = loaded.theme.get_env()
    env.loader = _Templates(loaded.theme.dirs)
    env.add_extension(OnceForAFolder)
    _first_page(loaded, env)
    files = Files([])
    files.add_files_from_theme(env, loaded)
    of_theme = tuple((file.src_uri, str(file.src_dir)) for file in files)
    return Ready(config=loaded, env=env, files=of_theme, menu=others is not None)


def _but_the_menu(config: Path) -> dict[str, object] | None:
    """The plugins without awesome-nav, where it does what it does by itself; None where there is none such."""
    if not config.is_file():
        return None
    with config.open("rb") as file:
        plugins = yaml_load(file).get("plugins")
    if not isinstance(plugins, dict) or plugins.get(_MENU, True):
        return None
    return {name: options for name, options in plugins.items() if name != _MENU}


def _shareable(config: MkDocsConfig) -> bool:
    """Whether nothing but Material's search, whose entries can be brought together, keeps anything of a page."""
    search = config.plugins.get(SEARCH)
    methods = (method for name in _OF_A_PAGE for method in config.plugins.events[name])
    return all(getattr(method, "__self__", None) is search for method in methods)


class _Templates(FileSystemLoader):
    """The templates of a theme, of which no site lists the hidden folders: Material keeps 14,000 icons in one."""

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for top in map(Path, self.searchpath):
            for folder, below, names in os.walk(top):
                below[:] = (name for name in below if not name.startswith("."))
                found |= {(Path(folder) / name).relative_to(top).as_posix() for name in names}
        return sorted(found)


def _first_page(config: MkDocsConfig, env: Environment) -> None:
    """Render a page that nobody reads, which imports and compiles what every page needs."""
    files = Files([File.generated(config, "index.md", content=_FIRST)])
    nav = get_navigation(files, config)
    (page,) = nav.pages
    page.read_source(config)
    page.render(config, files)
    page.active = True
    env.get_template("main.html").render(get_context(nav, files, config, page))
