"""Which text for which day: data that a page embeds, for the reader's own browser to answer from.

The build reads no clock: what « aujourd’hui » is, and which day someone asks about, is known only where the page is read. The
texts of all versions are one script, each piece stored once: without a server, a page may load a script and not read data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.consolidate import Version
from clausier.emit.dates import in_words
from clausier.emit.html import escape
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.site.articles import gap
from clausier.emit.site.atlas import Atlas, title
from clausier.emit.site.compare import columns_page, pairs
from clausier.emit.site.page import Page, block, heading, listing, paragraph, relative
from clausier.emit.site.text import Leads, Setting, provision_parts, to_version
from clausier.emit.text_json import days_json
from clausier.model.provision import Provision
from clausier.text.words import capitalised

PAGE = Page(path="versions/a-une-date.html", title="Le texte d’un jour", nav="À une date", weight=0)
TEXTS = "versions/textes.js"
MOST_BYTES = 6_000_000  # of the script, about a tenth of it on the way: beyond, a version is read on its own page
_LEVEL = 3  # of the headings of articles: the page has the first, the name of the version is the second


def _script(atlas: Atlas) -> bytes | None:
    """A script that gives the page, once a text is asked for, `clausierTexts`: `pieces`, in HTML, and `versions`, the ranks of the pieces of each, by id.

    None where there is more than a page should load.
    """
    kept = _Pieces(atlas)
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
            source=self.atlas.source(PAGE),
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


def periods(atlas: Atlas, page: Page) -> str:
    """The periods of the text as a JSON array: `from`, `to` (the last day, or null), and the `candidates`, one where it is certain.

    A candidate is a version: its `id`, its `name`, `href`, its address as seen from `page`, and `over` where the convention has ended. `compare` is the address of what two
    candidates differ in, where there are two that the site compares. `or_none`: it is possible too that there is no text yet.
    """
    compared: dict[tuple[str, ...], str] = {
        (before.id, after.id): columns_page(before, after, atlas).path
        for before, after in pairs(atlas.timeline.versions, atlas.shown)
    }
    found = []
    for period in atlas.timeline.periods:
        versions = [v for c in period.candidates if (v := atlas.timeline.version(c))]
        entry: dict[str, object] = {
            **days_json(period.first, period.last),
            "candidates": [
                {
                    "id": v.id,
                    "name": atlas.called(v),
                    "href": relative(page.path, atlas.version_path(v)),
                    **({"over": True} if v.over else {}),
                }
                for v in versions
            ],
        }
        if period.or_none:
            entry["or_none"] = True
        ordered = sorted(versions, key=atlas.timeline.versions.index)
        if there := compared.get(tuple(v.id for v in ordered)):
            entry["compare"] = relative(page.path, there)
        found.append(entry)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def today(atlas: Atlas, page: Page) -> str:
    """A place where the reader's browser says what is in force on the day of reading; empty and hidden until it does."""
    return f'<p class="today" hidden data-periods="{escape(periods(atlas, page))}"></p>'


def pages(atlas: Atlas) -> tuple[str, dict[str, bytes]]:
    """The page that asks for a day or a version, and answers with its text; and the files that it loads."""
    script = _script(atlas)
    return _markdown(atlas, inline=script is not None), {TEXTS: script} if script is not None else {}


def _markdown(atlas: Atlas, *, inline: bool) -> str:
    first = atlas.timeline.periods[0].first
    lead = (
        "Choisir un jour pour lire le texte qui était, est ou sera en vigueur ce jour-là, ou choisir une version. "
        f"{ONLY_ORIGINALS} Avant le {in_words(first)}, il n’y avait pas de texte."
    )
    options = "".join(
        f'<option value="{escape(v.id)}">{escape(capitalised(atlas.called(v)))}, {escape(atlas.days(v))}</option>'
        for v in atlas.timeline.versions
    )
    versions = [
        {"id": v.id, "href": relative(PAGE.path, atlas.version_path(v)), "name": atlas.called(v), "days": atlas.days(v)}
        for v in atlas.timeline.versions
    ]
    texts = f' data-texts="{PAGE.to(TEXTS)}"' if inline else ""
    form = (
        '<form class="ask-a-day" method="get">\n'
        '<label for="jour">Jour</label> <input type="date" id="jour" name="jour" required>\n'
        "<button>Lire le texte de ce jour</button>\n</form>\n"
        '<form class="ask-a-day" method="get">\n'
        f'<label for="version">Version</label> <select id="version" name="version">{options}</select>\n'
        "<button>Lire cette version</button>\n</form>\n"
        f'<p class="answer" role="status" data-periods="{escape(periods(atlas, PAGE))}"></p>'
    )
    links = listing(
        f"{PAGE.link(atlas.version_path(v), atlas.called(v))}, {escape(atlas.days(v))}" for v in atlas.timeline.versions
    )
    without = (
        f"<noscript><p>La réponse demande JavaScript. Sans lui\u00a0: {PAGE.link('versions/index.html#jours', 'le tableau des jours')}, "
        f"et chaque version.</p>\n{links}</noscript>"
    )
    kept = "L’adresse de cette page garde le jour choisi\u00a0: on peut la citer et l’envoyer."
    text = (
        f'<div class="text-of-day" hidden data-versions="{escape(json.dumps(versions, ensure_ascii=False))}"{texts}></div>\n'
        f'<script src="{PAGE.to("assets/js/day.js")}" defer></script>'
    )
    return PAGE.markdown(
        [
            heading(1, PAGE.title),
            block("lead", paragraph(lead)),
            block("site", form, paragraph(kept, "hint"), without),
            text,
        ]
    )
