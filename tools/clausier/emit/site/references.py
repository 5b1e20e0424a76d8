"""Where the references of a text lead on the site: to the provision, or its alinéa, in the version that is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from clausier.emit.blocks import alinea_anchor
from clausier.emit.html import To
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.edition import Edition
from clausier.emit.site.page import Page, inside, relative
from clausier.model.provision import Provision
from clausier.refs.references import Link

Leads = Mapping[tuple[str, int, int], tuple[To, ...]]


def to_articles(page: Page, atlas: Atlas, of: Provision) -> Leads:
    """The references of `of`, a part of the text in force, as links from `page` to the articles’ pages (see `Style.references`)."""

    def address(provision: Provision) -> str:
        place = atlas.places.get(provision.id)
        return relative(page.path, place) if place else ""

    return _leads(atlas.edition(atlas.latest), of, address)


def to_version(edition: Edition, of: Provision, there: str = "") -> Leads:
    """The references of `of`, a part of a version, as links to the page `there` that holds all of that version (`""`: this)."""

    def address(provision: Provision) -> str:
        name = edition.anchors.get(provision.id)
        return f"{there}#{name}" if name else ""

    return _leads(edition, of, address)


def _leads(edition: Edition, of: Provision, address: Callable[[Provision], str]) -> Leads:
    def hrefs(line: tuple[Link, ...]) -> Iterator[To]:
        for link in line:
            named = edition.provisions[link.provision]
            whole = address(named)
            if whole:
                there = inside(whole, alinea_anchor(named, link.alinea)) if link.alinea else whole
                yield To(link.start, link.end, there)

    return {
        (line.key, line.row, line.column): tuple(hrefs(found))
        for provision in of.walk()
        for line, found in edition.links.get(provision.id, ())
        if line.key
    }
