"""The versions of the text: which one answers for which days, and each one whole."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.consolidate import Period, Version
from clausier.emit.called import between, the_acts
from clausier.emit.dates import date_in_words
from clausier.emit.html import escape
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.site.amendments import coming
from clausier.emit.site.articles import gap, text_markdown
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.compare import redline_page
from clausier.emit.site.data import published
from clausier.emit.site.page import Page, block, heading, listing, paragraph
from clausier.model.dates import When
from clausier.text.words import capitalised

INDEX = Page(path="versions/index.html", title="Versions", nav="Versions")


def version_page(version: Version, atlas: Atlas) -> Page:
    """The page of a version's whole text."""
    name = capitalised(atlas.called(version))
    return Page(path=atlas.version_path(version), title=name, nav=name, weight=0, part="")


def index_markdown(atlas: Atlas) -> str:
    """Every version, and the days for which each is the answer."""
    lead = (
        "Une version est le texte consolidé de la convention et des avenants qui étaient en vigueur un jour donné. "
        f"{ONLY_ORIGINALS}"
    )
    return INDEX.markdown(
        [
            heading(1, INDEX.title),
            block("lead", paragraph(lead)),
            block("links", paragraph(INDEX.link("versions/a-une-date.html", "Lire le texte d’un jour"))),
            block("site", listing(_versions(atlas), "spans")),
            heading(2, "Quel texte pour quel jour\u00a0?", "jours"),
            block("site", listing(_days(atlas), "spans")),
            _to_come(atlas),
        ]
    )


def _versions(atlas: Atlas) -> Iterator[str]:
    before: Version | None = None
    for version in atlas.timeline.versions:
        by = the_acts([atlas.acts[act].name for act in version.acts[1:]])
        acts = escape(f"La convention, telle que modifiée par {by}" if by else "La convention")
        changed = f" {INDEX.link(redline_page(before, version, atlas).path, 'Ce qui change')}." if before else ""
        name = INDEX.link(atlas.version_path(version), capitalised(atlas.called(version)))
        days = atlas.days(version)
        yield f"<strong>{name}</strong> <span>{escape(capitalised(days))}. {acts}. Nom court\u00a0: <code>{escape(version.id)}</code>.{changed}</span>"
        before = version


def _days(atlas: Atlas) -> Iterator[str]:
    for period in atlas.timeline.periods:
        days = capitalised(between(period.first, period.last).fr)
        links = [
            INDEX.link(atlas.version_path(v), atlas.called(v))
            for c in period.candidates
            if (v := atlas.timeline.version(c))
        ]
        if period.determined:
            yield f"<span>{days}</span> <span>{links[0]}</span>"
        else:
            open_ = f"<strong>Indéterminé</strong>\u00a0: {' ou '.join(links)}{', ou aucun texte encore' if period.or_none else ''}. {_because(period, atlas)}."
            yield f"<span>{days}</span> <span>{open_}</span>"


def _because(period: Period, atlas: Atlas) -> str:
    reasons = []
    for event, date in period.because:
        name = atlas.acts[event.partition("#")[0]].name
        reason = date.reason if isinstance(date, When) else date.because
        reasons.append(f"{name}, {date_in_words(date)}" + (f" ({reason})" if reason else ""))
    return escape("\u00a0; ".join(reasons))


def _to_come(atlas: Atlas) -> str:
    items = coming(atlas, INDEX)
    return "\n\n".join([heading(2, "À venir", "a-venir"), block("site", listing(items))]) if items else ""


def version_markdown(version: Version, atlas: Atlas, reader: Page | None) -> str:
    """The whole text of one version, or where it is to be had; `reader` is a page that gives the text of any, if there is one."""
    page = version_page(version, atlas)
    days = paragraph(
        f"{escape(atlas.days(version)).capitalize()}. <strong>{ONLY_ORIGINALS}</strong> "
        f"{page.link(INDEX.path, 'Toutes les versions')}.",
        "standing",
    )
    if version.id in atlas.shown:
        return text_markdown(page, version, atlas, [days, gap(version)])
    return page.markdown(
        [
            heading(1, page.title),
            block("lead", days, gap(version)),
            block("site", *_elsewhere(version, page, atlas, reader)),
        ]
    )


def _elsewhere(version: Version, page: Page, atlas: Atlas, reader: Page | None) -> Iterator[str]:
    """Where the text of a version is that has no page."""
    yield paragraph(
        "Les versions de ce texte sont trop longues et trop nombreuses pour que chacune ait ici une page. Le texte de celle-ci "
        f"est donné par la commande <code>clausier show --version {escape(version.id)}</code>."
    )
    if reader:
        asked = f'<a href="{page.to(reader.path)}?version={escape(version.id)}">lire ici cette version</a>'
        yield paragraph(f"Avec JavaScript, on peut {asked}.")
    stem = f"versions/{version.id}/convention"
    files = [(f"{stem}.md", "en Markdown"), (f"{stem}.json", "en JSON, avec qui en a écrit chaque mot")]
    if links := [page.link(published(path), words) for path, words in files if path in atlas.documents]:
        yield paragraph(f"Il est aussi dans les données : {', '.join(links)}.")


def pages(atlas: Atlas, reader: Page | None) -> Iterator[tuple[Page, str]]:
    """The versions' pages, in the order of the menu; `reader` as in `version_markdown`."""
    yield INDEX, index_markdown(atlas)
    for version in atlas.timeline.versions:
        yield version_page(version, atlas), version_markdown(version, atlas, reader)
