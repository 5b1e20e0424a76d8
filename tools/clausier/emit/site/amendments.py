"""The amendments as signed: their words, their parties, and beside each amending sentence what it changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from clausier.emit.anchors import anchors, slug
from clausier.emit.blocks import Style, blocks_html
from clausier.emit.dates import date_in_words, from_day
from clausier.emit.html import escape
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.operations import article_of, said
from clausier.emit.site.atlas import ActEntry, Atlas, sentence, title
from clausier.emit.site.data import act_documents, download, draft_documents
from clausier.emit.site.metadata import of_act
from clausier.emit.site.page import Page, block, folded, grid, heading, listing, paragraph
from clausier.emit.site.text import consolidated, note_html, numbers
from clausier.emit.to_come import acts_waiting
from clausier.model.act import Act
from clausier.model.dates import Date, When
from clausier.model.operation import Admit, Annul, MergeParties, Operation, Postpone, RenameParty, Represent, Withdraw
from clausier.model.provision import Alinea, Provision
from clausier.rules.bound import BoundRemark
from clausier.source.folders import RULES
from clausier.text.words import capitalised, enumerated

INDEX = Page(path="avenants/index.html", title="Avenants", nav="Avenants")


def act_page(entry: ActEntry) -> Page:
    """The page of an amendment."""
    return Page(path=entry.path, title=entry.name, nav=entry.name, part="")


def index_markdown(atlas: Atlas) -> str:
    """The amendments, with their dates."""
    rows = []
    for act in atlas.corpus.amendments:
        entry = atlas.acts[act.id]
        mark = f'<span class="mark o{entry.rank}">{entry.mark}</span> {INDEX.link(entry.path, entry.name)}'
        rows.append((mark, escape(signed(act)), escape(begins(entry)), state(entry, atlas)))
    table = grid("Les avenants", ("Avenant", "Signature", "Entrée en vigueur", "État"), rows)
    return INDEX.markdown(
        [
            heading(1, INDEX.title),
            block("lead", paragraph(f"Les avenants, mot pour mot, tels que signés. {ONLY_ORIGINALS}")),
            block("site", table) if rows else block("site", paragraph("La convention n’a pas encore d’avenant.")),
        ]
    )


_EFFECTS = {
    "annulé": "Ce que prévoyait cet acte",
    "en attente": "Ce que changera cet acte",
    "projet": "Ce que changerait cet acte",
}


def signed(act: Act) -> str:
    """When the act was signed, in words."""
    return date_in_words(act.signed) if act.signed else "pas encore signé"


def state(entry: ActEntry, atlas: Atlas) -> str:
    """What has become of an act, in a few words; « signé » would not be said of a judgment."""
    if entry.act.draft:
        return "projet"
    if entry.in_force is None:
        return "annulé"
    if entry.act.id not in {act for act, _ in acts_waiting(atlas.timeline)}:
        return "pris en compte"
    begun = any(event.act == entry.act.id for event in atlas.timeline.events)
    return "pris en compte en partie" if begun else "en attente"


def begins(entry: ActEntry) -> str:
    """When an act enters into force, as later acts have left it, in words."""
    if entry.in_force is not None:
        return in_force(entry.in_force)
    return "pas encore fixée" if entry.act.draft else "aucune"


def in_force(date: Date) -> str:
    """When something enters into force, in words, with what it rests on."""
    said = date_in_words(date)
    return f"{said} (date présumée)" if isinstance(date, When) and date.presumed else said


def act_markdown(act: Act, atlas: Atlas) -> str:
    """An amendment as signed."""
    entry = atlas.acts[act.id]
    page = act_page(entry)
    names = anchors(act.document)
    parts = [heading(1, entry.name), block("lead", *_standing(entry, atlas, page))]
    parts.append(block("links", download((*act_documents(act), *draft_documents(act).values()), page, atlas)))
    if act.signatories:
        parts += [heading(2, "Parties", "parties"), block("site", _signatories(act, atlas))]
    does = _EFFECTS.get(state(entry, atlas), "Ce que change cet acte")
    parts += [heading(2, does, "effets"), block("site", effects_html(act, atlas, page))]
    for child in act.document.children:
        parts.extend(_provision(child, 2, act, names, atlas, page))
    return page.markdown([*parts, of_act(page, atlas.acts[act.id], atlas)])


def _standing(entry: ActEntry, atlas: Atlas, page: Page) -> Iterator[str]:
    act = entry.act
    if act.draft:
        yield paragraph(
            "<strong>Projet</strong>\u00a0: cet avenant n’est pas signé et ne fait partie d’aucune version.", "draft"
        )
    changed = atlas.changed_acts.get(act.id, ())
    annulled = _links((o for o in changed if isinstance(o, Annul)), atlas, page)
    postponed = _links((o for o in changed if isinstance(o, Postpone)), atlas, page)
    amended = _links((o for o in changed if not isinstance(o, Annul | Postpone)), atlas, page)
    if state(entry, atlas) == "annulé":
        yield paragraph(
            f"<strong>Annulé</strong>, comme s’il n’avait jamais existé, par {annulled}. Il ne fait partie d’aucune version.",
            "draft",
        )
    said = f"Signature\u00a0: {signed(act)}. Entrée en vigueur\u00a0: {begins(entry)}"
    later = f", par report ({postponed})" if postponed and entry.in_force else ""
    yield paragraph(f"{escape(said)}{later}. <strong>{ONLY_ORIGINALS}</strong>", "standing")
    if amended:
        yield paragraph(
            f"<strong>Modifié</strong> par {amended}. Les mots ci-dessous sont ceux qui ont été signés.", "draft"
        )
    reason = act.in_force.reason if isinstance(act.in_force, When) else ""
    if reason:
        yield paragraph(f"Pourquoi ces dates\u00a0: {escape(reason.rstrip('.'))}.", "why")


def _links(operations: Iterable[Operation], atlas: Atlas, page: Page) -> str:
    """The sentences that order operations, each named by its act and article."""
    links = [
        page.link(sentence(o.common.id), f"{atlas.acts[o.common.act].name}, {article_of(o.common)}") for o in operations
    ]
    return enumerated(list(dict.fromkeys(links)))


def _signatories(act: Act, atlas: Atlas) -> str:
    columns = [
        ("Partie", [atlas.parties.get(s.party, s.party) for s in act.signatories]),
        ("Représentée par", [s.represented_by for s in act.signatories]),
        ("Qualité", [s.quality for s in act.signatories]),
    ]
    known = [(name, cells) for name, cells in columns if any(cells)]
    rows = zip(*([escape(cell) for cell in cells] for _, cells in known), strict=True)
    return grid("Les parties et qui les représente", (name for name, _ in known), rows)


def effects_html(act: Act, atlas: Atlas, page: Page) -> str:
    """What an act does, article by article, each a link to its sentence."""
    items = []
    for operation in act.operations:
        common = operation.common
        does = escape(said(operation, atlas.parties, atlas.act_names))
        where = article_of(common)
        article = page.link(sentence(common.id), capitalised(where))
        items.append(
            f"{article}\u00a0: {does[0].lower()}{does[1:]}{_own_day(operation)}{_where(operation, atlas, page)}."
        )
    return listing(items, "effects") or paragraph("Aucune opération.")


def coming(atlas: Atlas, page: Page) -> list[str]:
    """The acts of which something waits, each with what it waits for, as links of `page`."""
    return [
        f"{page.link(atlas.acts[act].path, atlas.acts[act].name)}, {escape(date_in_words(date))}"
        for act, date in acts_waiting(atlas.timeline)
    ]


def _own_day(operation: Operation) -> str:
    """The day that an operation has of its own."""
    date = operation.common.in_force
    if date is None:
        return ""
    said = from_day(date.first) if isinstance(date, When) and date.exact else date_in_words(date)
    return f" ({escape(said)})"


def _provision(
    provision: Provision, level: int, act: Act, names: dict[str, str], atlas: Atlas, page: Page
) -> Iterator[str]:
    anchor = names[provision.id]
    yield heading(min(level, 6), title(provision), anchor)
    placed: dict[str, str] = {}
    rest: list[str] = []
    for operation in (o for o in act.operations if f"{act.id}/{o.common.article}" == provision.id):
        key = _sentence_key(provision, operation)
        effect = _effect(operation, atlas, page)
        if key:
            placed[key] = "\n".join(filter(None, (placed.get(key), effect)))
        else:
            rest.append(effect)
    style = Style(prefix=f"{anchor}-", after=placed)
    yield block("clause signed", blocks_html(provision.blocks, style), *rest)
    yield block("beside", _remarks(provision, act, atlas, page))
    for child in provision.children:
        yield from _provision(child, level + 1, act, names, atlas, page)


def _sentence_key(provision: Provision, operation: Operation) -> str:
    """The alinéa that is the operation's sentence; "" where none of the article's own is."""
    own = [b for p in provision.walk() for b in p.blocks if isinstance(b, Alinea)]
    return next((a.key for a in own if a.text.chars == operation.common.sentence), "")


def _effect(operation: Operation, atlas: Atlas, page: Page) -> str:
    anchor = f"op-{slug(operation.common.id.partition('/')[2])}"
    common = operation.common
    lines = [
        f'<p class="effect" id="{anchor}">{escape(said(operation, atlas.parties, atlas.act_names))}{_where(operation, atlas, page)}.</p>'
    ]
    if common.in_force is not None:
        rests = f" ({escape(common.source)})" if common.source else ""
        lines.append(paragraph(f"En vigueur\u00a0: {escape(in_force(common.in_force))}{rests}.", "effect-more"))
    if common.editorial_note:
        lines.append(note_html(operation))
    return "\n".join(lines)


def _where(operation: Operation, atlas: Atlas, page: Page) -> str:
    """Links to where the operation's words stand in the text in force."""
    if isinstance(operation, Admit | Withdraw | MergeParties | RenameParty | Represent):
        return f'. <span class="see">Voir {page.link("membres.html", "les membres")}</span>'
    provisions = atlas.changed(operation.common.id)
    if not provisions:
        return ""
    return f'. <span class="see">Voir {numbers(provisions, atlas, page)}</span>'


def _remarks(provision: Provision, act: Act, atlas: Atlas, page: Page) -> str:
    """The remarks about the article's own words, and those that its keepers wrote in the file beside it."""
    stem = PurePosixPath(provision.span.path).stem if provision.span else ""
    beside = [
        remark
        for remark in atlas.rules.remarks_of(atlas.latest.id)
        if stem
        and remark.source.act == act.id
        and PurePosixPath(remark.source.span.path).name == f"{stem}{RULES}"
        and not any(where.target.act for where in remark.source.where)
    ]
    found = (*atlas.own_remarks.get((act.id, provision.id), ()), *beside)
    if not found:
        return ""
    count = f"{len(found)} remarques sur cet article" if len(found) > 1 else "Une remarque sur cet article"
    return folded(count, listing(_remark(r, atlas, page) for r in found), kind="remarks")


def _remark(remark: BoundRemark, atlas: Atlas, page: Page) -> str:
    about = consolidated(remark)
    links = f' <span class="see">Sur {numbers(about, atlas, page)}.</span>' if about else ""
    return escape(remark.source.text) + links


def pages(atlas: Atlas) -> Iterator[tuple[Page, str]]:
    """The amendments' pages, in the order of the menu."""
    yield INDEX, index_markdown(atlas)
    for act in atlas.corpus.amendments:
        yield act_page(atlas.acts[act.id]), act_markdown(act, atlas)
