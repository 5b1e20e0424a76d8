"""Which text for which day: data that a page embeds, for the reader's own browser to answer from.

The build reads no clock: what « aujourd’hui » is, and which day someone asks about, is known only where the page is read.
"""

from __future__ import annotations

import json

from clausier.emit.dates import in_words
from clausier.emit.html import escape
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.site import pieces
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.compare import columns_page, pairs
from clausier.emit.site.page import Page, block, heading, listing, paragraph, relative
from clausier.emit.text_json import days_json
from clausier.text.words import capitalised

PAGE = Page(path="versions/a-une-date.html", title="Le texte d’un jour", nav="À une date", weight=0)
TEXTS = "versions/textes.js"


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
    script = pieces.script(atlas, PAGE)
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
