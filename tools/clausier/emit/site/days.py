"""Which text for which day: data that a page embeds, for the reader's own browser to answer from.

The build reads no clock: what « aujourd’hui » is, and which day someone asks about, is known only where the page is read.
"""

from __future__ import annotations

import json

from clausier.emit.dates import in_words
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.compare import columns_page
from clausier.emit.site.page import ONLY_ORIGINALS, Page, block, heading, paragraph, relative

PAGE = Page(path="versions/a-une-date.html", title="Le texte d’un jour", nav="À une date", weight=0)


def periods(atlas: Atlas, page: Page) -> str:
    """The periods of the text as a JSON array: `from`, `to` (the last day, or null), and the `candidates`, one where it is certain.

    A candidate is a version: its `id`, and `href`, its address as seen from `page`. `compare` is the address of what two
    candidates differ in, where there are two.
    """
    found = []
    for period in atlas.timeline.periods:
        versions = [v for c in period.candidates if (v := atlas.timeline.version(c))]
        entry: dict[str, object] = {
            "from": period.first.isoformat(),
            "to": period.last.isoformat() if period.last else None,
            "candidates": [{"id": v.id, "href": relative(page.path, atlas.version_path(v))} for v in versions],
        }
        if len(versions) == 2:
            before, after = sorted(versions, key=atlas.timeline.versions.index)
            entry["compare"] = relative(page.path, columns_page(before, after).path)
        found.append(entry)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def today(atlas: Atlas, page: Page) -> str:
    """A place where the reader's browser says what is in force on the day of reading; empty and hidden until it does."""
    return f'<p class="today" hidden data-periods="{escape(periods(atlas, page))}"></p>'


def markdown(atlas: Atlas) -> str:
    """The page that asks for a day, and answers with the text of that day."""
    first = atlas.timeline.periods[0].first
    lead = (
        f"Choisir un jour pour savoir quel texte était, est ou sera en vigueur ce jour-là. {ONLY_ORIGINALS} "
        f"Avant le {in_words(first)}, il n’y avait pas de texte."
    )
    form = (
        '<form class="ask-a-day" method="get">\n'
        '<label for="jour">Jour</label> <input type="date" id="jour" name="jour" required>\n'
        "<button>Quel texte\u00a0?</button>\n</form>\n"
        f'<p class="answer" role="status" data-periods="{escape(periods(atlas, PAGE))}"></p>\n'
        "<noscript><p>La réponse demande JavaScript. Sans lui\u00a0: "
        f"{PAGE.link('versions/index.html#jours', 'le tableau des jours')}.</p></noscript>"
    )
    kept = "L’adresse de cette page garde le jour choisi\u00a0: on peut la citer et l’envoyer."
    return PAGE.markdown(
        [heading(1, PAGE.title), block("lead", paragraph(lead)), block("site", form, paragraph(kept, "hint"))]
    )
