"""The versions of the text: which one answers for which days, each one whole, and what changes from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausier.consolidate import Period, Version
from clausier.emit.changes import GAP, Change, Segment, changes
from clausier.emit.dates import date_in_words, in_words
from clausier.emit.html import by_html, escape, in_a_sentence
from clausier.emit.redline import KINDS
from clausier.emit.site.articles import gap, text_markdown
from clausier.emit.site.atlas import Atlas, anchors
from clausier.emit.site.page import ONLY_ORIGINALS, Page, block, heading, listing, paragraph, slug
from clausier.model.dates import When

INDEX = Page(path="versions/index.html", title="Versions", nav="Versions")


def version_page(version: Version, atlas: Atlas) -> Page:
    """The page of a version's whole text."""
    name = f"Version «\u00a0{version.id}\u00a0»"
    return Page(path=atlas.version_path(version), title=name, nav=name, weight=0)


def redline_page(before: Version, after: Version) -> Page:
    """The page of what changes from one version to the next."""
    path = f"comparer/{slug(before.id)}_{slug(after.id)}.html"
    title = f"De «\u00a0{before.id}\u00a0» à «\u00a0{after.id}\u00a0»"
    return Page(path=path, title=f"Changements\u00a0: {title[0].lower()}{title[1:]}", nav=title, weight=0)


def _quoted(words: str) -> str:
    return f"«\u00a0{words}\u00a0»"


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
            block("site", listing(_versions(atlas), "spans")),
            heading(2, "Quel texte pour quel jour\u00a0?", "jours"),
            block("site", listing(_days(atlas), "spans")),
            _to_come(atlas),
        ]
    )


def _versions(atlas: Atlas) -> Iterator[str]:
    before: Version | None = None
    for version in atlas.timeline.versions:
        acts = escape(", ".join(atlas.acts[act].name for act in version.acts))
        changed = f" {INDEX.link(redline_page(before, version).path, 'Ce qui change')}." if before else ""
        name = INDEX.link(atlas.version_path(version), version.id)
        days = atlas.days(version)
        yield f"<strong>{name}</strong> <span>{escape(days[0].upper() + days[1:])}. {acts}.{changed}</span>"
        before = version


def _days(atlas: Atlas) -> Iterator[str]:
    for period in atlas.timeline.periods:
        days = (
            f"Du {in_words(period.first)} au {in_words(period.last)}"
            if period.last
            else f"Depuis le {in_words(period.first)}"
        )
        links = [INDEX.link(atlas.version_path(v), v.id) for c in period.candidates if (v := atlas.timeline.version(c))]
        if period.determined:
            yield f"<span>{days}</span> <span>{links[0]}</span>"
        else:
            open_ = f"<strong>Indéterminé</strong>\u00a0: {' ou '.join(links)}. {_because(period, atlas)}."
            yield f"<span>{days}</span> <span>{open_}</span>"


def _because(period: Period, atlas: Atlas) -> str:
    reasons = []
    for event, date in period.because:
        name = atlas.acts[event.partition("#")[0]].name
        reason = date.reason if isinstance(date, When) else date.because
        reasons.append(f"{name}, {date_in_words(date)}" + (f" ({reason})" if reason else ""))
    return escape("\u00a0; ".join(reasons))


def _to_come(atlas: Atlas) -> str:
    if not atlas.timeline.to_come:
        return ""
    items = [
        f"{INDEX.link(atlas.acts[event.act].path, atlas.acts[event.act].name)}, {escape(date_in_words(event.date))}"
        for event in atlas.timeline.to_come
    ]
    return "\n\n".join([heading(2, "À venir", "a-venir"), block("site", listing(items))])


def version_markdown(version: Version, atlas: Atlas) -> str:
    """The whole text of one version."""
    page = version_page(version, atlas)
    days = paragraph(
        f"{escape(atlas.days(version)).capitalize()}. <strong>{ONLY_ORIGINALS}</strong> "
        f"{page.link(INDEX.path, 'Toutes les versions')}.",
        "standing",
    )
    return text_markdown(page, version, atlas, [days, gap(version)])


def redline_markdown(before: Version, after: Version, atlas: Atlas) -> str:
    """What changes from one version to the next, provision by provision and word by word."""
    page = redline_page(before, after)
    found = changes(before.document, after.document)
    new = [e for e in atlas.timeline.events if e.id in after.events and e.id not in before.events]
    operations = [o.common.id for e in new for o in e.operations]
    names = {**anchors(before.document), **anchors(after.document)}
    from_, to = (
        f"{page.link(atlas.version_path(v), f'version {_quoted(v.id)}')} ({escape(atlas.days(v))})"
        for v in (before, after)
    )
    standing = paragraph(f"De la {from_} à la {to}. <strong>{ONLY_ORIGINALS}</strong>", "standing")
    key = paragraph(
        "<del>Ce qui est supprimé</del> est barré, <ins>ce qui est ajouté</ins> est souligné\u00a0; "
        "un alinéa entier porte en marge le signe − ou +.",
        "key",
    )
    parts = [
        heading(1, page.title),
        block("lead", standing, key if found else paragraph("Les deux textes sont les mêmes.")),
    ]
    for change in found:
        kind = KINDS[change.kind].fr
        parts.append(heading(2, f"{change.title or change.number} ({kind})", names.get(change.id, slug(change.number))))
        parts.append(_change(change, operations, atlas, page))
    return page.markdown(parts)


def _change(change: Change, operations: list[str], atlas: Atlas, page: Page) -> str:
    source = atlas.source(page)
    writers = dict.fromkeys(source(o) for o in operations if change.id in atlas.timeline.touched.get(o, ()))
    there = atlas.places.get(change.id)
    read = paragraph(page.link(there, "Lire dans le texte en vigueur"), "read") if there else ""
    lines = list(_lines(change.segments))
    if lines and [s.text for s in lines[0]] == [change.title]:
        lines = lines[1:]  # the heading of the page says it; one that changes is in several segments
    body = "\n".join(_line(line) for line in lines)
    return block("redline", by_html(writers) if writers else "", body, read)


def _lines(segments: tuple[Segment, ...]) -> Iterator[list[Segment]]:
    """The segments line by line, the empty ones left out."""
    line: list[Segment] = []
    for segment in segments:
        first, *others = segment.text.split("\n")
        line.append(Segment(segment.op, first, segment.origin))
        for part in others:
            if kept := [s for s in line if s.text]:
                yield kept
            line = [Segment(segment.op, part, segment.origin)]
    if kept := [s for s in line if s.text]:
        yield kept


def _line(line: list[Segment]) -> str:
    ops = {s.op for s in line}
    if line[0].text.startswith(GAP):
        reason = "".join(s.text for s in line if ops == {"delete"} or s.op != "delete").removeprefix(GAP)
        what = "Rédaction antérieure non disponible." if ops == {"delete"} else "Texte non disponible."
        said = in_a_sentence(reason.removesuffix("]").lstrip("\u00a0: "))
        return f'<p class="line gap"><strong>{what}</strong> {escape(said)}</p>'
    whole = {frozenset({"insert"}): " whole-in", frozenset({"delete"}): " whole-out"}.get(frozenset(ops), "")
    return f'<p class="line{whole}">{"".join(_segment(s) for s in line)}</p>'


def _segment(segment: Segment) -> str:
    """A stretch of words; what comes and what goes is said in words too, for those who listen."""
    words = escape(segment.text)
    if segment.op == "equal":
        return words
    tag, said = ("ins", "ajout") if segment.op == "insert" else ("del", "suppression")
    return (
        f'<{tag}><span class="only-heard">[{said}\u00a0: </span>{words}<span class="only-heard"> – fin]</span></{tag}>'
    )


def pages(atlas: Atlas) -> Iterator[tuple[Page, str]]:
    """The versions' pages, in the order of the menu."""
    yield INDEX, index_markdown(atlas)
    for version in atlas.timeline.versions:
        yield version_page(version, atlas), version_markdown(version, atlas)
    for before, after in pairwise(atlas.timeline.versions):
        yield redline_page(before, after), redline_markdown(before, after, atlas)
