"""The site: a compiled project → plain Markdown pages, their menu and their assets, which MkDocs renders as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec

from clausier.catalogue import CODES
from clausier.emit.content import Content
from clausier.emit.outputs import manifest
from clausier.emit.shared import shared_folder
from clausier.emit.site import (
    amendments,
    articles,
    bodies,
    calendar,
    checks,
    coalitions,
    compare,
    coverage,
    data,
    days,
    duties,
    former,
    glossary,
    home,
    members,
    metadata,
    rules,
    schedule,
    simulator,
    versions,
)
from clausier.emit.site.atlas import Atlas, Compiled, atlas
from clausier.emit.site.nav import Section, in_parts, nav_yaml
from clausier.emit.site.page import Page
from clausier.emit.site.written import ByHand, by_hand

__all__ = ["Compiled", "site_pages"]

C = TypeVar("C", bound=Content)
_Asked = tuple[str, Mapping[str, bytes]]  # the page that asks for a version, and the texts that it gives, if it can


def site_pages(
    compiled: Compiled, root: Path, outputs: Mapping[str, C] | None = None, *, whole: int | None = None
) -> dict[str, bytes | C]:
    """Every file of `docs/`, by its path below the folder of outputs: pages, menu, assets, and the data to download.

    `root` is the project, whose `site/` may hold pages and assets of its own; `outputs` are the files of the build that
    the site publishes, by path, with a manifest of them. `whole` is how many versions have a
    page of their text (see `shown`). Same arguments and same files, same bytes.
    """
    own = root / "site"
    written = by_hand(shared_folder(), own if own.is_dir() else None)
    published: dict[str, bytes | C] = dict(outputs or {})
    if published:
        published["manifest.json"] = manifest(published, compiled.corpus.convention.name)
    found = atlas(compiled, {path: len(content) for path, content in published.items()}, whole)
    addresses = former.formers(found, former.in_articles)
    asked = days.pages(found)
    tabs = [(name, list(pages)) for name, pages in _tabs(found, addresses, asked, written, published)]
    files: dict[str, bytes | C] = {metadata.FEED: metadata.feed(found), schedule.FILE: schedule.file(found)}
    for _, pages in tabs:
        for page, markdown in pages:
            files[page.source] = markdown.encode()
    files |= {w.page.source: w.markdown for w in (*written.guide, *written.pages)}
    deserted = list(former.pages(addresses, found))
    files |= {page.source: markdown.encode() for page, markdown in deserted}
    menu: list[Section | Page] = []
    for name, pages in tabs:
        listed = in_parts([page for page, _ in pages])
        if name == "Texte consolidé" and deserted:
            listed = (*listed, Section("Anciens numéros", in_parts([page for page, _ in deserted])))
        if name == "Guide":
            listed = written.guide_menu
        if name == "À propos":
            listed = (*listed, *(w.page for w in written.pages))
        menu.append(Section(name, listed) if len(listed) > 1 or name != "Accueil" else listed[0])
    files |= asked[1]
    files[".nav.yml"] = nav_yaml(menu).encode()
    files |= written.assets
    files |= {data.published(path): content for path, content in published.items()}
    files |= data.schema_files()
    files |= data.example_files()
    return {f"docs/{path}": files[path] for path in sorted(files)}


def _tabs(
    found: Atlas, addresses: former.Formers, asked: _Asked, written: ByHand, outputs: Mapping[str, Content]
) -> Iterator[tuple[str, Iterator[tuple[Page, str]]]]:
    """The tabs of the site in order, each with its pages."""
    guide = written.guide[0].page.path if written.guide else None
    yield "Accueil", iter([(home.PAGE, home.markdown(found, written.home, guide=guide))])
    yield "Texte consolidé", _text(found, addresses)
    yield "Versions", _versions(found, asked)
    if len(found.timeline.versions) > 1:
        yield "Comparer", compare.pages(found)
    yield "Avenants", amendments.pages(found)
    yield "Gouvernance", _governance(found, outputs)
    if written.guide:
        yield "Guide", iter(())
    yield "Contrôles", checks.pages(found, CODES)
    yield "À propos", iter([(data.PAGE, data.markdown(outputs))])


def _text(found: Atlas, addresses: former.Formers) -> Iterator[tuple[Page, str]]:
    yield articles.INDEX, articles.index_markdown(found, addresses)
    yield articles.WHOLE, articles.whole_markdown(found, former.formers(found, articles.in_whole))
    for unit in found.units:
        yield articles.unit_page(unit), articles.unit_markdown(unit, found, addresses)
    yield glossary.PAGE, glossary.markdown(found)


def _versions(found: Atlas, asked: _Asked) -> Iterator[tuple[Page, str]]:
    asking, texts = asked
    index, *each = versions.pages(found, days.PAGE if texts else None)
    yield index
    yield days.PAGE, asking
    yield from each


def _governance(found: Atlas, outputs: Mapping[str, Content]) -> Iterator[tuple[Page, str]]:
    yield bodies.PAGE, bodies.markdown(found)
    if found.timeline.members:
        yield members.PAGE, members.markdown(found)
    yield coalitions.PAGE, coalitions.markdown(found)
    yield duties.PAGE, duties.markdown(found)
    yield calendar.PAGE, calendar.markdown(found)
    yield rules.PAGE, rules.markdown(found)
    if any(found.rules.coverage.values()) and (found.rules.rules or found.rules.silences):
        yield coverage.PAGE, coverage.markdown(found)
    published = msgspec.json.decode(bytes(outputs["rules.json"])) if "rules.json" in outputs else None
    if published and simulator.voting(published):
        yield simulator.PAGE, simulator.markdown(published, found)
