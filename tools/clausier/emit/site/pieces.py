"""The texts of all versions in one script, each piece stored once: what a page shows them from, without a server.

A script and not data: a page that is opened from a disk may load the first and not read the second. It is loaded when a
text is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.consolidate import Version
from clausier.emit.html import escape
from clausier.emit.site.articles import gap
from clausier.emit.site.atlas import Atlas, title
from clausier.emit.site.page import Page
from clausier.emit.site.text import Leads, Setting, provision_parts, to_version
from clausier.model.provision import Provision

MOST_BYTES = 6_000_000  # of the script, about a tenth of it on the way: beyond, a version is read on its own page
_LEVEL = 3  # of the headings of articles: the page has the first, the name of the version is the second


def script(atlas: Atlas, page: Page) -> bytes | None:
    """A script that gives the page `clausierTexts`: `pieces`, in HTML, and `versions`, the ranks of the pieces of each, by id.

    None where there is more than a page should load.
    """
    kept = _Pieces(atlas, page)
    versions: dict[str, list[int]] = {}
    for version in atlas.timeline.versions:
        versions[version.id] = list(kept.of(version))
        if kept.size > MOST_BYTES:
            return None
    texts = json.dumps({"pieces": list(kept.ranks), "versions": versions}, ensure_ascii=False, separators=(",", ":"))
    made = f"globalThis.clausierTexts={texts};\n".encode()
    return made if len(made) <= MOST_BYTES else None


class _Set(Struct, frozen=True):
    """A provision as it has been set, and what it was set by besides its own words."""

    provision: Provision
    given: tuple[str, int, str, bool]
    leads: Leads
    rank: int


class _Pieces(Struct):
    """The pieces so far, each with its rank, how many bytes they are, and for each provision the ways in which it has been set."""

    atlas: Atlas
    page: Page
    ranks: dict[str, int] = field(default_factory=dict)
    size: int = 0
    known: dict[str, list[_Set]] = field(default_factory=dict)

    def of(self, version: Version) -> Iterator[int]:
        """The pieces of a version, in reading order, behind the notice that it may lack some."""
        if notice := gap(version):
            yield self._rank(notice)
        for child in version.document.children:
            yield from self._piece(child, version, _LEVEL, "")

    def _piece(self, provision: Provision, version: Version, level: int, reason: str) -> Iterator[int]:
        edition = self.atlas.edition(version)
        own = replace(provision, children=())
        given = (edition.anchors[provision.id], level, reason, version.document.older_count)
        leads = to_version(edition, own)
        sets = self.known.setdefault(provision.id, [])
        found = next((s for s in sets if s.given == given and s.leads == leads and _alike(s.provision, own)), None)
        if found is None:
            html = self._html(own, version, level, reason, leads)
            found = _Set(own, given, leads, self._rank(html))
            sets.append(found)
        yield found.rank
        below = provision.lacuna.reason if provision.lacuna else ""
        for child in provision.children:
            yield from self._piece(child, version, min(level + 1, 6), below)

    def _rank(self, html: str) -> int:
        if html not in self.ranks:
            self.ranks[html] = len(self.ranks)
            self.size += len(html.encode())
        return self.ranks[html]

    def _html(self, own: Provision, version: Version, level: int, reason: str, leads: Leads) -> str:
        names = self.atlas.edition(version).anchors
        setting = Setting(
            names=names,
            source=self.atlas.source(self.page),
            older_count=version.document.older_count,
            references=leads,
        )
        # The page's own headings are Markdown, which nobody reads here.
        _, *rest = provision_parts(own, level, setting, reason)
        heading = f'<h{level} id="{names[own.id]}">{escape(title(own))}</h{level}>'
        return "\n".join(part for part in (heading, *rest) if part)


def _alike(one: Provision, other: Provision) -> bool:
    """Whether two states of a provision are one; most are the same object, or hold the same."""
    return one.blocks is other.blocks and replace(one, blocks=()) == replace(other, blocks=())
