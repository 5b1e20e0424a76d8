"""The consolidated text: its table, a page for each article of the text in force, the whole on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec.structs import replace

from clausier.consolidate import Version
from clausier.emit.anchors import anchors, slug
from clausier.emit.blocks import Style, blocks_html
from clausier.emit.called import days
from clausier.emit.dates import date_in_words
from clausier.emit.html import escape
from clausier.emit.operations import article_of, origins
from clausier.emit.site.atlas import Atlas, Unit, sentence, title
from clausier.emit.site.data import download, version_documents
from clausier.emit.site.edition import Edition
from clausier.emit.site.former import Formers, leads_html, moved_html, once_html, words_stood_html
from clausier.emit.site.glossary import with_terms
from clausier.emit.site.metadata import of_article, of_version
from clausier.emit.site.page import Page, block, folded, heading, listing, paragraph, relative
from clausier.emit.site.text import (
    Setting,
    notes_html,
    original_note,
    provision_parts,
    remarks_html,
    rules_html,
    status_note,
    to_articles,
    to_version,
)
from clausier.model.provision import Provision
from clausier.text.words import capitalised

INDEX = Page(path="articles/index.html", title="Texte consolidé", nav="Texte consolidé")
WHOLE = Page(path="texte-integral.html", title="Texte intégral", nav="Texte intégral", weight=0)


def unit_page(unit: Unit) -> Page:
    """The page of an article, or of what stands like one."""
    name = title(unit.provision)
    return Page(path=unit.path, title=name, nav=name, weight=3, part=title(unit.under[0]) if unit.under else "")


def in_whole(edition: Edition) -> dict[str, str]:
    """The addresses of a version that stands on one page."""
    return {identity: f"{WHOLE.path}#{anchor}" for identity, anchor in edition.anchors.items()} | {
        edition.document.id: WHOLE.path
    }


def index_markdown(atlas: Atlas, former: Formers) -> str:
    """The table of the text in force: what it holds, what is missing, which acts have written it."""
    parts = [
        heading(1, INDEX.title),
        block("lead", original_note(INDEX, atlas), gap(atlas.latest)),
        block("links", paragraph(INDEX.link(WHOLE.path, "Lire le texte intégral, sur une page"))),
        _legend(atlas),
    ]
    parts += _table(atlas.latest.document, atlas, {unit.provision.id: unit for unit in atlas.units})
    names = atlas.edition(atlas.latest).anchors
    return INDEX.markdown([*parts, *_former_addresses(INDEX, former, atlas, names.values())])


def _table(within: Provision, atlas: Atlas, of: Mapping[str, Unit], level: int = 2) -> Iterator[str]:
    """What stands in the text, or in a division, whose own divisions have headings of that level; `of` finds units by identity."""
    for divided, together in groupby(within.children, key=lambda child: child.kind == "division"):
        if not divided:
            yield block("table-of-articles", listing(_row(of[child.id], atlas) for child in together))
            continue
        for division in together:
            yield from _division(division, min(level, 6), atlas)
            yield from _table(division, atlas, of, level + 1)


def _division(division: Provision, level: int, atlas: Atlas) -> Iterator[str]:
    """The heading of a division, and the words that stand right below it."""
    anchor = atlas.edition(atlas.latest).anchors[division.id]
    yield heading(level, title(division), anchor)
    if division.blocks:
        style = Style(
            prefix=f"{anchor}-",
            source=atlas.source(INDEX),
            older_count=atlas.latest.document.older_count,
            references=to_articles(INDEX, atlas, division),
        )
        yield block("clause", blocks_html(division.blocks, style))


def _former_addresses(page: Page, former: Formers, atlas: Atlas, taken: Iterable[str]) -> Iterator[str]:
    """What the addresses of a page that holds several articles led to before, below them."""
    if moved := moved_html(page, former, atlas, taken):
        yield heading(2, "Anciens numéros", "anciens-numeros")
        yield moved
    yield block("cited", leads_html(page, former))


def _row(unit: Unit, atlas: Atlas) -> str:
    row = INDEX.link(unit.path, title(unit.provision)) + _state(unit.provision, atlas)
    inner = [
        INDEX.link(atlas.places[child.id], title(child)) + _state(child, atlas) for child in unit.provision.children
    ]
    return row + (f"\n{listing(inner)}" if inner else "")


def _state(provision: Provision, atlas: Atlas) -> str:
    """The marks of the acts that wrote the provision, and that its words are missing where they are."""
    acts = {origin.partition("/")[0] for origin in origins(provision)}
    wrote = [atlas.acts[act.id] for act in atlas.corpus.acts if act.id in acts]
    marks = "".join(
        f' <span class="mark o{e.rank}" title="{escape(e.name)}">{e.mark}</span>'
        for e in wrote
        if provision.alineas or provision.status_origin
    )
    return marks + (' <span class="missing">texte non disponible</span>' if provision.lacuna else "")


def _legend(atlas: Atlas) -> str:
    """Which mark is which act's."""
    wrote = {origin.partition("/")[0] for p in atlas.latest.document.walk() for origin in origins(p)}
    entries = [atlas.acts[act.id] for act in atlas.timeline.acts if act.id in wrote]
    items = [
        f'<span class="mark o{e.rank}">{e.mark}</span> {INDEX.link(e.path, e.name) if e.rank else escape(e.name)}'
        for e in entries
    ]
    return block("legend", paragraph("Chaque passage porte la marque de l’acte qui l’a écrit\u00a0:"), listing(items))


def gap(version: Version) -> str:
    """The notice that stipulations may exist which nobody here knows of."""
    if version.complete:
        return ""
    return (
        '<div class="lacuna"><p><strong>Texte incomplet.</strong> '
        "Il peut exister des stipulations que ce texte ne donne pas, et que personne ici ne connaît.</p></div>"
    )


def unit_markdown(unit: Unit, atlas: Atlas, former: Formers) -> str:
    """The page of an article: its words with their origins, what is remarked of them, its earlier wordings.

    `former` is what addresses of articles led to before.
    """
    page = unit_page(unit)

    def beside(provision: Provision) -> str:
        remarks = atlas.remarks.get(provision.id, ())
        return block(
            "beside",
            once_html(provision, former, atlas),
            *notes_html(provision, atlas),
            rules_html(atlas.rules_of.get(provision.id, ()), page, atlas),
            remarks_html(remarks, atlas, page, provision.id),
        )

    setting = Setting(
        names=atlas.edition(atlas.latest).anchors,
        source=atlas.source(page),
        own=unit.provision.id,
        touching=atlas.touching,
        operations=atlas.timeline.operations,
        older_count=atlas.latest.document.older_count,
        references=with_terms(to_articles(page, atlas, unit.provision), unit.provision, page, atlas),
        beside=beside,
    )
    parts = list(provision_parts(unit.provision, 1, setting))
    where = " › ".join(page.link(atlas.places[d.id], title(d)) for d in unit.under)
    standing = original_note(page, atlas)
    head = block("lead", paragraph(where, "where") if where else "", standing, _coming(unit.provision, atlas, page))
    cited = _cite(page, atlas.latest, atlas, setting.names[unit.provision.id])
    taken = (setting.names[p.id] for p in unit.provision.walk())
    return page.markdown(
        [
            parts[0],
            head,
            moved_html(page, former, atlas, taken),
            *parts[1:],
            _former(unit.provision, atlas, page),
            block("cited", cited),
            block("cited", leads_html(page, former)),
            of_article(page, unit, atlas),
        ]
    )


def _coming(provision: Provision, atlas: Atlas, page: Page) -> str:
    """What is to change in the article, and what that waits for."""
    coming: dict[str, None] = {}
    for part in provision.walk():
        for operation, date in atlas.to_come.get(part.id, ()):
            common = operation.common
            who = page.link(sentence(common.id), f"{atlas.acts[common.act].name}, {article_of(common)}")
            coming[f"{who}, {escape(date_in_words(date)) if date else 'en projet'}"] = None
    if not coming:
        return ""
    told = "\u00a0; ".join(coming)
    lead = "<strong>À venir</strong>, sans être encore dans ce texte"
    return f'<p class="draft" data-search-exclude>{lead}\u00a0: {told}.</p>'


def _former(provision: Provision, atlas: Atlas, page: Page) -> str:
    """The earlier wordings of an article, the newest first, folded."""
    wordings: list[str] = []
    for first, version in _worded_alike(provision, atlas):
        edition = atlas.edition(version)
        then = edition.provisions.get(provision.id)
        called = (
            atlas.called(version) if first is version else f"de la {atlas.called(first)} à la {atlas.called(version)}"
        )
        summary = f"{escape(capitalised(called))}, {escape(days(atlas.timeline, first, version))}"
        prefix = f"{slug(version.id)}-"
        if then is not None:
            there = relative(page.path, atlas.version_path(version))
            style = Style(
                source=atlas.source(page),
                older_count=version.document.older_count,
                references=to_version(edition, then, there) if version.id in atlas.shown else {},
            )
            wordings.append(folded(summary, *_wording(then, prefix, style), kind="former"))
        elif version.complete:
            none = f"Cette stipulation n’existait pas.{words_stood_html(provision, version, page, atlas)}"
            wordings.append(folded(summary, paragraph(none), kind="former"))
        else:
            unknown = paragraph("Inconnu\u00a0: le texte de cette version n’est pas entièrement disponible.")
            wordings.append(folded(summary, unknown, kind="former"))
    if not wordings:
        return ""
    return "\n\n".join([heading(2, "Rédactions antérieures", "redactions"), block("formers", *wordings)])


def _worded_alike(provision: Provision, atlas: Atlas) -> Iterator[tuple[Version, Version]]:
    """For each earlier wording, the newest first, the first and the last version that have it.

    A version that is only possible stands alone: nothing would say from when to when it and its neighbour have one wording.
    """
    versions = atlas.timeline.versions
    now: Provision | None = provision
    alike: list[Version] = []
    for version in reversed(versions[: versions.index(atlas.latest)]):
        then = atlas.edition(version).provisions.get(provision.id)
        same = then is now or then == now
        now = then
        if same and not alike:
            continue  # the wording in force
        if alike and not (same and version.first and alike[0].first):
            yield alike[-1], alike[0]
            alike = []
        alike.append(version)
    if alike:
        yield alike[-1], alike[0]


def _wording(provision: Provision, prefix: str, style: Style) -> Iterator[str]:
    """A former wording as HTML: under a fold there is no table of contents to serve."""
    yield paragraph(escape(title(provision)), "former-title")
    if style.source:
        yield from status_note(provision, style.source)
    names = anchors(Provision(id="", kind="document", children=(provision,)))
    yield block("clause", blocks_html(provision.blocks, replace(style, prefix=f"{prefix}{names[provision.id]}-")))
    reason = provision.lacuna.reason if provision.lacuna else ""
    for child in provision.children:
        yield from _wording(child, prefix, replace(style, reason=reason))


def whole_markdown(atlas: Atlas, former: Formers) -> str:
    """The text in force on one page; `former` is what its addresses led to before."""
    notices = [original_note(WHOLE, atlas), gap(atlas.latest)]
    addresses = _former_addresses(WHOLE, former, atlas, atlas.edition(atlas.latest).anchors.values())
    return text_markdown(WHOLE, atlas.latest, atlas, notices, addresses)


def text_markdown(page: Page, version: Version, atlas: Atlas, notices: list[str], after: Iterable[str] = ()) -> str:
    """A whole version on one page, under its notices; `after` stands below it."""
    document = version.document
    edition = atlas.edition(version)
    setting = Setting(
        names=edition.anchors,
        source=atlas.source(page),
        older_count=document.older_count,
        references=to_version(edition, document),
    )
    parts = [heading(1, page.title), block("lead", paragraph(escape(atlas.corpus.convention.title), "of"), *notices)]
    parts.append(block("links", download(version_documents(version), page, atlas)))
    for child in document.children:
        parts.extend(provision_parts(child, 2, setting))
    cited = block("cited", _cite(page, version, atlas))
    return page.markdown([*parts, *after, cited, of_version(page, version, atlas)])


def _cite(page: Page, version: Version, atlas: Atlas, own: str = "") -> str:
    """A place from which the reader's browser cites an alinéa of `page`; nothing is seen of it until one is chosen.

    The permanent address is that of the same words in the version's own page, where the alinéas of the article whose page
    this is bear its anchor (`own`) before theirs.
    """
    values = {
        "title": atlas.corpus.convention.title,
        "version": f"{atlas.called(version)}, {atlas.days(version)}",
        "permanent": relative(page.path, atlas.version_path(version)),
        "own": own,
        "propose": relative(page.path, "guide/2-ajouter-un-avenant.html"),
    }
    data = " ".join(f'data-{key}="{escape(value)}"' for key, value in values.items())
    return f'<p class="cite" role="status" hidden {data}></p>'
