"""A provision on a page: its heading in Markdown, who wrote what, its body as HTML, what its keepers remark, where its references lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from clausier.emit.blocks import Source, Style, alinea_anchor, blocks_html, once, source_html
from clausier.emit.html import To, escape, in_a_sentence
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.operations import noted, origins
from clausier.emit.site.atlas import Atlas, title
from clausier.emit.site.edition import Edition
from clausier.emit.site.names import rule_name
from clausier.emit.site.page import Page, block, folded, heading, inside, listing, paragraph, relative
from clausier.model.operation import Operation, Suspend
from clausier.model.provision import Provision
from clausier.refs.references import Link
from clausier.rules.bound import BoundRemark, BoundRule

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


class Setting(Struct, frozen=True, kw_only=True):
    """What a page needs to set provisions: their anchors, who wrote what, which operations changed each, what stands beside it.

    `operations` are those by id; `older_count` is the document's own (see `Provision`); `references` as in `Style`.
    """

    names: Mapping[str, str]
    source: Callable[[str], Source]
    own: str = ""  # the identity of the provision whose page it is: its alinéas are simply `al-3`
    touching: Mapping[str, tuple[str, ...]] = {}
    operations: Mapping[str, Operation] = {}
    older_count: bool = False
    references: Mapping[tuple[str, int, int], tuple[To, ...]] = {}
    beside: Callable[[Provision], str] = lambda _: ""


def provision_parts(provision: Provision, level: int, setting: Setting, reason: str = "") -> Iterator[str]:
    """The parts of a page for a provision and all below it, its heading at `level`; `reason`: as in `Style`."""
    anchor = setting.names[provision.id]
    yield heading(min(level, 6), title(provision), anchor)
    prefix = "" if provision.id == setting.own else f"{anchor}-"
    style = Style(
        prefix=prefix,
        source=setting.source,
        reason=reason,
        older_count=setting.older_count,
        references=setting.references,
        placed=bool(setting.own),
    )
    body = blocks_html(provision.blocks, style)
    yield block("clause", *_notes(provision, setting), body)
    yield setting.beside(provision)
    for child in provision.children:
        yield from provision_parts(child, level + 1, setting, provision.lacuna.reason if provision.lacuna else "")


def _notes(provision: Provision, setting: Setting) -> Iterator[str]:
    """Who ended the provision; who named or numbered it, where another than those of its words did."""
    yield from status_note(provision, setting.source)
    if provision.status == "repealed":
        return
    body = {
        setting.source(origin)
        for block_ in provision.alineas
        for text in ((block_.label, block_.text) if block_.label else (block_.text,))
        for origin in text.origins()
    }
    wrote = origins(provision)
    others = [o for o in setting.touching.get(provision.id, ()) if o not in wrote]
    suspended = [o for o in others if isinstance(setting.operations.get(o), Suspend)]
    if suspended:
        yield _note("Suspension", map(setting.source, suspended))
    if changed := [o for o in others if o not in suspended]:
        yield _note("Modifié aussi par", map(setting.source, changed))
    heading_by = tuple(map(setting.source, provision.heading.origins())) if provision.heading else ()
    if not body.issuperset(heading_by) and (body or any(s.rank for s in heading_by)):
        yield _note("Intitulé", heading_by)
    if "#" in provision.number_origin:
        numbered = setting.source(provision.number_origin)
        if numbered not in (*body, *heading_by):
            yield _note("Numéro", [numbered])


def status_note(provision: Provision, source: Callable[[str], Source]) -> Iterator[str]:
    """Who repealed, suspended or ended the provision, where someone has."""
    if provision.status_origin:
        what = title(provision).rpartition("(")[2].rstrip(")").capitalize()
        yield _note(what, [source(provision.status_origin)])


def _note(what: str, sources: Iterable[Source]) -> str:
    """A note that names each of `sources`, the first act first, and of one article in the order given."""
    said = " ".join(map(source_html, sorted(once(sources), key=lambda s: (s.rank, s.name))))
    return f'<p class="by" data-search-exclude><span class="by-one"><span class="by-what">{what}\u00a0:</span> {said}</span></p>'


def notes_html(provision: Provision, atlas: Atlas) -> Iterator[str]:
    """The notes d'édition of the operations whose result stands in the provision."""
    for operation in noted(provision, atlas.timeline):
        yield note_html(operation)


def note_html(operation: Operation) -> str:
    """The note d'édition of an operation."""
    return paragraph(
        f"<strong>Note d’édition.</strong> {escape(in_a_sentence(operation.common.editorial_note))}", "edition"
    )


def remarks_html(remarks: tuple[BoundRemark, ...], atlas: Atlas, page: Page, here: str) -> str:
    """What a careful reader sees about a provision, with the other provisions that a remark is about."""
    if not remarks:
        return ""
    count = f"{len(remarks)} remarques" if len(remarks) > 1 else "Remarque"
    items = [escape(r.source.text) + _elsewhere(r, atlas, page, here) for r in remarks]
    # Found with the words above them, they would pass for words of the act.
    return folded(count, listing(items), kind="remarks", searched=False)


def _elsewhere(remark: BoundRemark, atlas: Atlas, page: Page, here: str) -> str:
    others = [p for p in consolidated(remark) if p != here]
    if not others:
        return ""
    return f' <span class="see">Voir aussi {numbers(others, atlas, page)}.</span>'


def consolidated(remark: BoundRemark) -> list[str]:
    """The provisions of the consolidated text that a remark is about; the others are acts' own words."""
    return [p for where, p in zip(remark.source.where, remark.provisions, strict=True) if not where.target.act]


def numbers(identities: Iterable[str], atlas: Atlas, page: Page) -> str:
    """Links to provisions of the text in force, each by its number."""
    return ", ".join(page.link(atlas.places[p], atlas.numbers[p]) for p in identities if p in atlas.places)


def rules_html(rules: tuple[BoundRule, ...], page: Page, atlas: Atlas) -> str:
    """The rules that a provision states, each a link to what it says, called as it is there."""
    if not rules:
        return ""
    links = ", ".join(page.link(f"regles.html#{rule.id}", rule_name(rule, atlas)) for rule in rules)
    word = "Règles tirées de ces mots" if len(rules) > 1 else "Règle tirée de ces mots"
    return f'<p class="ruled" data-search-exclude>{word}\u00a0: {links}.</p>'


def original_note(page: Page, atlas: Atlas) -> str:
    """Under which version the page stands, and that only the signed originals are authentic."""
    latest = atlas.latest
    version = page.link(atlas.version_path(latest), atlas.called(latest))
    return paragraph(
        f"Texte consolidé, {version}, {escape(atlas.days(latest))}. "
        f"<strong>{ONLY_ORIGINALS}</strong>{_not_yet(page, atlas)}",
        "standing",
    )


def _not_yet(page: Page, atlas: Atlas) -> str:
    """That the text is not in force yet, which the reader's browser shows on the days when it is so (the build reads no clock)."""
    days = [p.first for p in atlas.timeline.periods if atlas.latest.id in p.candidates]
    if not days or len(atlas.timeline.versions) == 1:
        return ""
    there = page.link("versions/a-une-date.html", "lire celui d’aujourd’hui")
    return (
        f' <span class="not-yet" hidden data-from="{min(days).isoformat()}" data-search-exclude>'
        f"Ce texte n’est pas encore en vigueur\u00a0: {there}.</span>"
    )
