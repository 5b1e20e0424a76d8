"""The site: a compiled project → plain Markdown pages, their menu and their assets, which MkDocs renders as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from clausier.catalogue import CODES
from clausier.compile import Compiled
from clausier.emit.content import Folder, Written
from clausier.emit.outputs import manifest
from clausier.emit.rules_json import rules_json
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
    simulator,
    versions,
)
from clausier.emit.site.atlas import Atlas, atlas
from clausier.emit.site.nav import Section, in_parts, nav_yaml, shortened
from clausier.emit.site.page import Page
from clausier.emit.site.written import ByHand, by_hand
from clausier.schemas import shipped

__all__ = ["Compiled", "put_site"]

_Asked = tuple[str, Mapping[str, bytes]]  # the page that asks for a version, and the texts that it gives, if it can


def put_site(compiled: Compiled, root: Path, folder: Folder, *, whole: int | None) -> None:
    """Write every file of `docs/` into the folder of outputs: pages, menu, assets, and the data to download.

    `root` is the project, whose `site/` may hold pages and assets of its own. What is in `folder` already are the files of
    the build that the site publishes, with a manifest of them. `whole` is how many versions have a page of their text (see
    `shown`). Same arguments and same files, same bytes.
    """
    own = root / "site"
    written = by_hand(shipped("site"), own if own.is_dir() else None)
    outputs = dict(folder.files)
    if outputs:
        listed = manifest(outputs, compiled.corpus.convention.name)
        folder.put(_docs(data.published("manifest.json")), listed)
        published = {**outputs, "manifest.json": folder.files[_docs(data.published("manifest.json"))]}
    else:
        published = {}
    found = atlas(compiled, {path: file.size for path, file in published.items()}, whole)
    addresses = former.formers(found, former.in_articles)
    asked = days.pages(found)
    deserted = list(former.pages(addresses, found))
    gone = [page for page, _ in deserted]
    menu: list[Section | Page] = []
    for name, pages in _tabs(found, addresses, asked, written, published):
        shown: list[Page] = []
        for page, markdown in pages:  # one by one: those of a large text are never held together
            folder.put(_docs(page.source), markdown.encode())
            shown.append(page)
        menu += [home.PAGE] if shown == [home.PAGE] else [Section(name, _under(name, shown, gone, written))]
    files = {
        metadata.FEED: metadata.feed(found),
        calendar.FILE: calendar.file(found),
        **{w.page.source: w.markdown for w in (*written.guide, *written.pages)},
        **{page.source: markdown.encode() for page, markdown in deserted},
        **asked[1],
        ".nav.yml": nav_yaml(menu).encode(),
        **written.assets,
        **data.schema_files(),
        **data.example_files(),
    }
    for path, content in files.items():
        folder.put(_docs(path), content)
    for path in outputs:
        folder.copy(path, _docs(data.published(path)))


def _under(name: str, shown: list[Page], gone: list[Page], written: ByHand) -> tuple[Section | Page, ...]:
    """What the menu lists under a tab; `gone` are the pages of numbers that the text in force has no more."""
    match name:
        case "Texte consolidé" if gone:
            return (*in_parts(shown), Section("Anciens numéros", in_parts(gone)))
        case "Comparer":
            index, *views = shown
            pairs = zip(views[::2], views[1::2], strict=True)
            return (index, *shortened(Section(text.part or "", (text, table)) for text, table in pairs))
        case "Guide":
            return written.guide_menu
        case "À propos":
            return (*in_parts(shown), *(w.page for w in written.pages))
        case _:
            return in_parts(shown)


def _docs(path: str) -> str:
    """Where a file of the site stands below the folder of outputs."""
    return f"docs/{path}"


def _tabs(
    found: Atlas, addresses: former.Formers, asked: _Asked, written: ByHand, outputs: Mapping[str, Written]
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


def _governance(found: Atlas, outputs: Mapping[str, Written]) -> Iterator[tuple[Page, str]]:
    yield bodies.PAGE, bodies.markdown(found)
    if found.timeline.members:
        yield members.PAGE, members.markdown(found)
    yield coalitions.PAGE, coalitions.markdown(found)
    yield duties.PAGE, duties.markdown(found)
    yield calendar.PAGE, calendar.markdown(found)
    yield rules.PAGE, rules.markdown(found)
    if any(map(any, found.rules.coverage.values())) and (found.rules.rules or found.rules.silences):
        yield coverage.PAGE, coverage.markdown(found)
    published = rules_json(found.rules, found.timeline, simulator.KINDS) if "rules.json" in outputs else None
    if published and simulator.voting(published):
        yield simulator.PAGE, simulator.markdown(published, found)
