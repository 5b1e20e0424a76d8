"""The site: the pages in `docs/`, rendered by mkdocs into `site/`, with no warning let pass."""

from __future__ import annotations

import datetime
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from clausier.diagnostics import Span, codes_out, report
from clausier.store import StoreError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

SEARCH = "material/search"
# Each line that mkdocs colours for a terminal would carry these into a finding.
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def build_site(
    config: Path, folder: Path, day: datetime.date, *, prepare: Callable[[MkDocsConfig], None] | None = None
) -> None:
    """Render `folder/docs` into `folder/site` as `config` (an `mkdocs.yml`) says; `day` dates the site map.

    `prepare` may look at what has been loaded before it is built. Raises `StoreError` where mkdocs fails, warns, or is
    not installed.
    """
    date(day)
    with no_warning_passes():
        from mkdocs.commands.build import build

        loaded = load(config, docs=folder / "docs", site=folder / "site")
        if prepare:
            prepare(loaded)
        loaded.plugins.on_startup(command="build", dirty=False)
        try:
            build(loaded)
        finally:
            loaded.plugins.on_shutdown()


def load(config: Path, *, docs: Path, site: Path, plugins: dict[str, object] | None = None) -> MkDocsConfig:
    """What an `mkdocs.yml` says, to make `site` of `docs`, a folder that there is; `plugins` take the place of its own."""
    # Material announces MkDocs 2 in red at every start; readers of a build's output take it for an error of theirs.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.config import load_config

    from clausier.website.blocks import KeptSpaces, WholeBlocks

    loaded = load_config(str(config), docs_dir=str(docs), site_dir=str(site), plugins=plugins, strict=True)
    loaded.markdown_extensions += [WholeBlocks(), KeptSpaces()]  # type: ignore[list-item]  # Python-Markdown takes more than names
    if SEARCH in loaded.plugins:
        from clausier.website.search import FasterSearch

        loaded.plugins["clausier/search"] = FasterSearch(loaded.plugins[SEARCH])
    return loaded


def date(day: datetime.date) -> None:
    """Tell mkdocs the day: it reads the clock else, and the same sources would not give the same bytes."""
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(max(0, int(moment.timestamp())))


@contextmanager
def no_warning_passes() -> Iterator[None]:
    """Let mkdocs work, and raise `StoreError` where it fails or warns, or where it is not installed."""
    try:
        from jinja2 import TemplateError
        from mkdocs.exceptions import Abort, MkDocsException
    except ImportError as error:
        raise failed(f"{error.name} n’est pas installé (pip install 'clausier[site]')") from error
    said = Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        yield
    except (Abort, MkDocsException, SystemExit, TemplateError) as error:
        raise failed(" · ".join(said.lines) or str(error)) from error
    except OSError:
        raise
    except Exception as error:
        if not said.lines:  # of no page: a fault of ours
            raise
        raise failed(" · ".join(said.lines)) from error
    finally:
        logger.removeHandler(said)
    if said.lines:
        raise failed(" · ".join(said.lines))


def failed(why: str) -> StoreError:
    """That the site could not be rendered, and why."""
    return StoreError(report(codes_out.SITE_FAILED, Span("mkdocs.yml"), why=_ESCAPES.sub("", why)))


class Warnings(logging.Handler):
    """Keeps what mkdocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning."""
        self.lines.append(record.getMessage().strip())
