"""What changes between two versions: word by word in one text (a redline), and in two columns (a *tableau comparatif*)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import combinations, groupby, pairwise

from clausier.consolidate import Version
from clausier.emit.anchors import slug
from clausier.emit.between import changes_between
from clausier.emit.blocks import by_html
from clausier.emit.changes import GAP, Change, Kind, Segment
from clausier.emit.html import escape, in_a_sentence
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.redline import KINDS, SAME, unmarked
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.data import download, pair_documents
from clausier.emit.site.page import Page, block, grid, heading, heads, paragraph
from clausier.refs import heading_alone
from clausier.source.outline import name
from clausier.text.words import capitalised

INDEX = Page(path="comparer/index.html", title="Comparer deux versions", nav="Comparer")
# So many versions are compared each with each; of more, each with the next, and those that are shown with the last.
EVERY = 12
_UNKNOWN: frozenset[Kind] = frozenset({"unknown-before", "unknown-after"})
_OTHERS = (
    "Les versions sont trop nombreuses pour que chacune soit comparée ici à toutes : chacune l’est à la suivante, et les "
    "plus récentes à la dernière. Pour deux autres, la commande <code>clausier diff VERSION VERSION</code> donne les mêmes changements."
)
_KEY = (
    "<del>Ce qui est supprimé</del> est barré, <ins>ce qui est ajouté</ins> est souligné, "
    '<span class="restated">ce qu’un acte reprend sans le changer</span> est souligné de points\u00a0; '
    "un alinéa entier porte en marge le signe − ou +."
)


def redline_page(before: Version, after: Version, atlas: Atlas) -> Page:
    """The page of what changes from one version to a later one."""
    path = f"comparer/{slug(before.id)}_{slug(after.id)}.html"
    title = f"de la {atlas.called(before)} à la {atlas.called(after)}"
    return Page(
        path=path, title=f"Changements\u00a0: {title}", nav="Changements mot à mot", weight=0, part=capitalised(title)
    )


def columns_page(before: Version, after: Version, atlas: Atlas) -> Page:
    """The same changes, the two wordings side by side."""
    redline = redline_page(before, after, atlas)
    path = redline.path.replace(".html", "-tableau.html")
    title = redline.title.replace("Changements", "Tableau comparatif")
    return Page(path=path, title=title, nav="Tableau comparatif", weight=0, part=redline.part)


def pages(atlas: Atlas) -> Iterator[tuple[Page, str]]:
    """The index, and two pages for each pair."""
    found = pairs(atlas.timeline.versions, atlas.shown)
    yield INDEX, _index(found, atlas)
    for before, after in found:
        differing = changes_between(before, after, atlas.timeline)
        redline, table = redline_page(before, after, atlas), columns_page(before, after, atlas)
        yield redline, _markdown(redline, table, (before, after), differing, atlas, columns=False)
        yield table, _markdown(table, redline, (before, after), differing, atlas, columns=True)


def pairs(versions: tuple[Version, ...], shown: Container[str]) -> list[tuple[Version, Version]]:
    """The versions that are compared, the earlier one first; of many, those `shown` with the last one, by id."""
    if len(versions) <= EVERY:
        return list(combinations(versions, 2))
    following = list(pairwise(versions))
    return following + [(v, versions[-1]) for v in versions[:-2] if v.id in shown]


def _index(found: list[tuple[Version, Version]], atlas: Atlas) -> str:
    """Every comparison, the latest version first: below each version, those before it."""
    newest = {v.id: rank for rank, v in enumerate(atlas.timeline.versions)}
    ordered = sorted(found, key=lambda p: (newest[p[1].id], newest[p[0].id]), reverse=True)
    parts: list[str] = []
    for after, together in groupby(ordered, key=lambda p: p[1]):
        called = atlas.called(after)
        rows = [
            (
                f"la {escape(atlas.called(before))}",
                INDEX.link(redline_page(before, after, atlas).path, "mot à mot"),
                INDEX.link(columns_page(before, after, atlas).path, "en deux colonnes"),
            )
            for before, _ in together
        ]
        columns = ("Depuis", "Texte suivi", "Tableau comparatif")
        parts += [
            heading(2, capitalised(called), slug(after.id)),
            block("site", grid(f"Ce que change la {called}", columns, rows)),
        ]
    lead = (
        "Ce qu’une version change à une version plus ancienne, stipulation par stipulation, avec l’acte qui l’a changé. "
        f"{ONLY_ORIGINALS}"
    )
    every = len(atlas.timeline.versions) <= EVERY
    return INDEX.markdown(
        [
            heading(1, INDEX.title),
            block("lead", paragraph(lead), "" if every else paragraph(_OTHERS)),
            *parts,
        ]
    )


def _markdown(
    page: Page,
    other: Page,
    versions: tuple[Version, Version],
    found: tuple[Change, ...],
    atlas: Atlas,
    *,
    columns: bool,
) -> str:
    """What changes between two versions, in two `columns` or as one text; `other` is the page that has it the other way."""
    before, after = versions
    new = [e for e in atlas.timeline.events if e.id in after.events and e.id not in before.events]
    operations = [o.common.id for e in new for o in e.operations]
    names = {**atlas.edition(before).anchors, **atlas.edition(after).anchors}
    from_, to = (page.link(atlas.version_path(v), atlas.called(v)) + f" ({escape(atlas.days(v))})" for v in versions)
    standing = paragraph(f"De la {from_} à la {to}. <strong>{ONLY_ORIGINALS}</strong>", "standing")
    words = "Lire en un seul texte" if columns else "Lire en deux colonnes"
    heads = [capitalised(atlas.called(version)) for version in versions]
    files = download(pair_documents(before, after), page, atlas)
    parts = [
        heading(1, page.title),
        block("lead", standing, paragraph(_KEY, "key") if found else paragraph(SAME.fr)),
        block("links", paragraph(page.link(other.path, words)), files) if found else "",
    ]
    for change in found:
        kind = KINDS[change.kind].fr
        parts.append(heading(2, f"{change.heading} ({kind})", names.get(change.id, slug(change.number))))
        # Beside words that are not at hand, nothing is known to be restated.
        ours = frozenset(() if change.kind in _UNKNOWN else operations)
        if columns:
            body = _columns(_shown(change, change.segments), heads, ours, change)
        else:
            body = "\n".join(_line(line, _marks(line), ours) for line in _shown(change, unmarked(change)))
        parts.append(block("redline", _writers(change, operations, atlas, page), body, _read(change, atlas, page)))
    return page.markdown(parts)


def _writers(change: Change, operations: list[str], atlas: Atlas, page: Page) -> str:
    source = atlas.source(page)
    writers = dict.fromkeys(source(o) for o in operations if change.id in atlas.timeline.touched.get(o, ()))
    return by_html(writers) if writers else ""


def _read(change: Change, atlas: Atlas, page: Page) -> str:
    there = atlas.places.get(change.id)
    if there is None:
        return ""
    provision = atlas.edition(atlas.latest).provisions[change.id]
    what = heading_alone(provision, atlas.numbers[change.id]) if "," in atlas.numbers[change.id] else name(provision).fr
    return paragraph(page.link(there, f"Lire {what} dans la {atlas.called(atlas.latest)}"), "read")


def _shown(change: Change, segments: tuple[Segment, ...]) -> list[list[Segment]]:
    """The lines of a change, without the one that the heading of the page says."""
    lines = list(_lines(segments))
    if lines and [s.text for s in lines[0]] == [change.title]:
        return lines[1:]  # a heading that changes is in several segments
    return lines


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


def _columns(lines: list[list[Segment]], names: Iterable[str], ours: frozenset[str], change: Change) -> str:
    """A table of two columns, of those names: each line as it was and as it is."""
    unknown = change.kind in _UNKNOWN
    rows = "\n".join(
        f"<tr><td>{_side(line, 'insert', ours, unknown=unknown)}</td><td>{_side(line, 'delete', ours, unknown=unknown)}</td></tr>"
        for line in lines
    )
    return f'<table class="own side-by-side" aria-label="{escape(change.heading)}">\n<thead><tr>{heads(names)}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>'


def _side(line: list[Segment], left_out: str, ours: frozenset[str], *, unknown: bool) -> str:
    """A line on one side. Beside words that are `unknown`, a line that stands on one alone is not said to come or to go."""
    kept = [s for s in line if s.op != left_out]
    if not kept:
        return f'<span class="only-heard">({"non disponible" if unknown else "rien"})</span>'
    marks = _marks(line)
    if unknown and marks and not line[0].text.startswith(GAP):
        return _line([Segment("equal", s.text, s.origin) for s in kept], "", ours)
    return _line(kept, marks, ours)


def _marks(line: list[Segment]) -> str:
    ops = frozenset(s.op for s in line)
    return {frozenset({"insert"}): " whole-in", frozenset({"delete"}): " whole-out"}.get(ops, "")


def _line(line: list[Segment], marks: str, ours: frozenset[str]) -> str:
    if line[0].text.startswith(GAP):
        gone = {s.op for s in line} == {"delete"}
        reason = "".join(s.text for s in line if gone or s.op != "delete").removeprefix(GAP)
        what = "Rédaction antérieure non disponible." if gone else "Texte non disponible."
        said = in_a_sentence(reason.removesuffix("]").lstrip("\u00a0: "))
        return f'<p class="line gap"><strong>{what}</strong> {escape(said)}</p>'
    return f'<p class="line{marks}">{"".join(_segment(s, ours) for s in line)}</p>'


def _segment(segment: Segment, ours: frozenset[str]) -> str:
    """A stretch of words; what comes and what goes is said in words too, for those who listen."""
    words = escape(segment.text)
    if segment.op == "equal":
        return f'<span class="restated">{words}</span>' if segment.origin in ours else words
    tag, said = ("ins", "ajout") if segment.op == "insert" else ("del", "suppression")
    return (
        f'<{tag}><span class="only-heard">[{said}\u00a0: </span>{words}<span class="only-heard"> – fin]</span></{tag}>'
    )
