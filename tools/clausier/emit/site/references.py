"""Where the references of a text lead on the site: to the provision, or its alinéa, in the version that is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from clausier.consolidate import Version
from clausier.emit.html import To, alinea_anchor
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.page import Page, inside, relative
from clausier.model.provision import Provision
from clausier.refs.references import Link

Leads = Mapping[tuple[str, int, int], tuple[To, ...]]


def to_articles(page: Page, atlas: Atlas) -> Leads:
    """The references of the text in force as links from `page` to the pages of its articles (see `Style.references`)."""

    def address(provision: Provision) -> str:
        place = atlas.places.get(provision.id)
        return relative(page.path, place) if place else ""

    return _leads(atlas.latest, atlas, address)


def to_version(version: Version, atlas: Atlas, names: Mapping[str, str], there: str = "") -> Leads:
    """The references of a version as links to anchors, by `names`, of the page `there` that holds all of it (`""`: this)."""

    def address(provision: Provision) -> str:
        name = names.get(provision.id)
        return f"{there}#{name}" if name else ""

    return _leads(version, atlas, address)


def _leads(version: Version, atlas: Atlas, address: Callable[[Provision], str]) -> Leads:
    provisions = {p.id: p for p in version.document.walk()}

    def hrefs(line: tuple[Link, ...]) -> Iterator[To]:
        for link in line:
            named = provisions[link.provision]
            whole = address(named)
            if whole:
                there = inside(whole, alinea_anchor(named, link.alinea)) if link.alinea else whole
                yield To(link.start, link.end, there)

    return {
        (line.key, line.row, line.column): tuple(hrefs(found))
        for line, found in atlas.links(version).items()
        if line.key
    }
