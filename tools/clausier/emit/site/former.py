"""Short addresses that last: what became of the provisions and alinéas that an address of the text led to before.

The address of a provision is its number, and numbers change hands: what was 8.3 may be 9.1 today, and 8.3 something else.
The permanent address carries its version; the short one leads to the text in force, and to what became of what it named.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.consolidate import Version
from clausier.emit.blocks import alinea_anchors
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas, located, title
from clausier.emit.site.edition import Edition
from clausier.emit.site.page import Page, block, heading, inside, paragraph, relative
from clausier.model.provision import Alinea, Provision
from clausier.refs import unit_name
from clausier.text.typography import same

Placing = Callable[[Edition], Mapping[str, str]]  # a version → the address of each provision, by identity


class Moved(Struct, frozen=True, kw_only=True):
    """A provision that an address led to before: as it was in the last version that had it there, and as it is (None: gone).

    `permanent` is its address in that version; `words_at` are the provisions where alinéas of one that is gone stand today.
    """

    place: str
    was: Provision
    version: Version
    permanent: str
    now: Provision | None
    words_at: tuple[Provision, ...] = ()


class Lead(Struct, frozen=True, kw_only=True):
    """Where what an address named in a version is read today, and what it is called there (`""`: in that version alone)."""

    version: str
    words: str
    place: str


class Formers(Struct, frozen=True, kw_only=True):
    """What the addresses of a text led to before and no longer do.

    `moved` are the provisions and `leads` all of it, line by line, by page and, of `leads`, by anchor. `now` are the
    addresses of the provisions of the text in force, by identity; `once` those that a provision of it has had before.
    """

    now: Mapping[str, str]
    moved: Mapping[str, tuple[Moved, ...]]
    leads: Mapping[str, Mapping[str, tuple[Lead, ...]]]
    once: Mapping[str, tuple[Moved, ...]]

    def deserted(self) -> list[str]:
        """The pages that some address names and that the text in force has no more."""
        standing = {place.partition("#")[0] for place in self.now.values()}
        return [path for path in self.moved if path not in standing]


class _Today(Struct, frozen=True, kw_only=True):
    """The text in force: its provisions and the address of each, by identity; the alinéa that stands at an address.

    `lines` are its alinéas by their keys: the provision of each, and what leads to it.
    """

    provisions: Mapping[str, Provision]
    places: Mapping[str, str]
    standing: Mapping[str, Alinea]
    lines: Mapping[str, tuple[Provision, Lead]]


def in_articles(edition: Edition) -> Mapping[str, str]:
    """The addresses of a version whose articles have a page each."""
    return located(edition)[1]


def formers(atlas: Atlas, placing: Placing) -> Formers:
    """What the versions before the one in force had at addresses where it has something else, or nothing.

    An alinéa whose words stand at its old address is left out: who follows the address finds them.
    """
    today = _today(atlas, placing)
    versions = atlas.timeline.versions
    moved: dict[tuple[str, str], Moved] = {}
    leads: dict[str, dict[str, Lead]] = {}
    for version in versions[: versions.index(atlas.latest)]:
        edition = atlas.edition(version)
        before = placing(edition)
        for was in edition.provisions.values():
            place, is_ = before[was.id], today.provisions.get(was.id)
            if is_ is was and today.places[was.id] == place:
                continue
            permanent = atlas.place_in(version, edition.anchors.get(was.id, ""))
            if today.places.get(was.id) != place:
                words_at = () if is_ else _words_at(was, today.lines)
                one = moved[place, was.id] = Moved(
                    place=place, was=was, version=version, permanent=permanent, now=is_, words_at=words_at
                )
                leads.setdefault(place, {})[was.id] = _to_its_heir(one, today, atlas)
            there = Lead(version=atlas.called(version), words="", place=permanent)
            for address, key, lead in _lines_gone(was, place, there, today, shown=version.id in atlas.shown):
                leads.setdefault(address, {})[key] = lead
    return Formers(
        now=today.places,
        moved=_grouped(moved.values(), lambda m: m.place.partition("#")[0]),
        leads=_by_page(leads),
        once=_grouped((m for m in moved.values() if m.now), lambda m: m.was.id),
    )


def _today(atlas: Atlas, placing: Placing) -> _Today:
    edition = atlas.edition(atlas.latest)
    places = placing(edition)
    standing: dict[str, Alinea] = {}
    lines: dict[str, tuple[Provision, Lead]] = {}
    for provision in edition.provisions.values():
        for rank, (anchor, alinea) in enumerate(alinea_anchors(provision), start=1):
            place = inside(places[provision.id], anchor)
            standing[place] = alinea
            lead = Lead(version="", words=f"{named(provision)}, alinéa\u00a0{rank}", place=place)
            lines[alinea.key] = provision, lead
    return _Today(provisions=edition.provisions, places=places, standing=standing, lines=lines)


def _to_its_heir(moved: Moved, today: _Today, atlas: Atlas) -> Lead:
    """To what a provision is today, or to the only one where its alinéas stand; else to the version that had it."""
    heir = moved.now or (moved.words_at[0] if len(moved.words_at) == 1 else None)
    if heir is None:
        return Lead(version=atlas.called(moved.version), words="", place=moved.permanent)
    return Lead(version=atlas.called(moved.version), words=named(heir), place=today.places[heir.id])


def _lines_gone(
    was: Provision, place: str, there: Lead, today: _Today, *, shown: bool
) -> Iterator[tuple[str, str, Lead]]:
    """The addresses of the alinéas of a provision that have others today, or none: each with its key, and where it is read.

    `there` leads to the provision in its version, which has a page of its own where it is `shown`.
    """
    for anchor, alinea in alinea_anchors(was):
        address = inside(place, anchor)
        if address in today.standing and _stays(alinea, today.standing[address]):
            continue
        if alinea.key in today.lines:
            yield address, alinea.key, replace(today.lines[alinea.key][1], version=there.version)
        else:
            yield address, alinea.key, replace(there, place=inside(there.place, anchor)) if shown else there


def _by_page(leads: Mapping[str, Mapping[str, Lead]]) -> dict[str, dict[str, tuple[Lead, ...]]]:
    """What each address led to, by page and by anchor."""
    found: dict[str, dict[str, tuple[Lead, ...]]] = {}
    for address, each in leads.items():
        path, _, anchor = address.partition("#")
        found.setdefault(path, {})[anchor] = tuple(each.values())
    return found


def _grouped(moved: Iterable[Moved], key: Callable[[Moved], str]) -> dict[str, tuple[Moved, ...]]:
    found: dict[str, list[Moved]] = {}
    for each in moved:
        found.setdefault(key(each), []).append(each)
    return {name: tuple(each) for name, each in found.items()}


def _words_at(gone: Provision, lines: Mapping[str, tuple[Provision, Lead]]) -> tuple[Provision, ...]:
    """The provisions of the text in force where alinéas of one that is gone stand."""
    owners = {owner.id: owner for a in gone.alineas if a.key in lines for owner in (lines[a.key][0],)}
    return tuple(owners.values())


def _stays(was: Alinea, now: Alinea) -> bool:
    return was.key == now.key or same(was.text.chars, now.text.chars)


def words_stood_html(provision: Provision, version: Version, page: Page, atlas: Atlas) -> str:
    """Where in `version`, which does not have the provision, alinéas stood that are now its own: split off, they are no new words."""
    keys = {alinea.key for part in provision.walk() for alinea in part.alineas}
    edition = atlas.edition(version)
    there = atlas.version_path(version)
    links = [
        page.link(f"{there}#{edition.anchors[p.id]}" if version.id in atlas.shown else there, named(p))
        for p in version.document.walk()
        if any(alinea.key in keys for alinea in p.alineas)
    ]
    return f" Des alinéas qui y sont maintenant se lisaient là\u00a0: {', '.join(links)}." if links else ""


def named(provision: Provision) -> str:
    """What a provision is called in a sentence: `article 8.3`, `annexe 2`."""
    name = unit_name(provision)
    return f"article\u00a0{name}" if provision.kind == "article" and provision.number else name


def moved_html(page: Page, formers_: Formers, atlas: Atlas, taken: Iterable[str] = ()) -> str:
    """What the addresses of a page led to before, in sentences; `taken` are the anchors that the page has already."""
    used = {"", *taken}
    items: list[str] = []
    for moved in formers_.moved.get(page.path, ()):
        anchor = moved.place.partition("#")[2]
        name = f' id="{anchor}"' if anchor not in used else ""
        used.add(anchor)
        items.append(f"<li{name}>{_sentence(moved, page, formers_, atlas)}</li>")
    rows = "\n".join(items)
    return f'<div class="moved" data-search-exclude>\n<ul>\n{rows}\n</ul>\n</div>' if items else ""


def _sentence(moved: Moved, page: Page, formers_: Formers, atlas: Atlas) -> str:
    link = page.link(moved.permanent, moved.was.title() or unit_name(moved.was))
    was = f"Ce qui était {link} dans la {escape(atlas.called(moved.version))}"
    if moved.now is None:
        said = f"{was} n’est plus dans le texte en vigueur{_by(_ended(moved, atlas), page, atlas)}."
        links = ", ".join(page.link(formers_.now[p.id], named(p)) for p in moved.words_at)
        return f"{said} Ses alinéas se lisent maintenant ici\u00a0: {links}." if links else said
    renumbered = moved.now.number_origin if moved.now.number_origin != moved.was.number_origin else ""
    return (
        f"{was} est maintenant {page.link(formers_.now[moved.now.id], title(moved.now))}{_by(renumbered, page, atlas)}."
    )


def _ended(moved: Moved, atlas: Atlas) -> str:
    """The last operation that changed a provision that is gone, since the last version that had it."""
    since = [e for e in atlas.timeline.events if e.id in atlas.latest.events and e.id not in moved.version.events]
    touched = atlas.timeline.touched
    found = [o.common.id for e in since for o in e.operations if moved.was.id in touched.get(o.common.id, ())]
    return found[-1] if found else ""


def _by(operation: str, page: Page, atlas: Atlas) -> str:
    if operation not in atlas.timeline.operations:
        return ""
    source = atlas.source(page)(operation)
    return f', par <a href="{escape(source.href)}">{escape(source.name)}</a>, {escape(source.since)}'


def once_html(provision: Provision, formers_: Formers, atlas: Atlas) -> str:
    """The numbers that a provision had before, for those who come from there."""
    found = [m for m in formers_.once.get(provision.id, ()) if m.was.number != provision.number]
    if not found:
        return ""
    names = ", ".join(f"{escape(named(m.was))} ({escape(atlas.called(m.version))})" for m in found)
    return paragraph(
        f"Numéro précédent\u00a0: {names}." if len(found) == 1 else f"Numéros précédents\u00a0: {names}.", "once"
    )


def leads_html(page: Page, formers_: Formers, own: str | None = None) -> str:
    """The same for the reader's browser, which alone knows the anchor that was asked for: what each led to before.

    `own` is the anchor of what the address of the page itself led to, where nothing of the text in force stands there.
    """
    found = {
        anchor: [(lead.version, lead.words, relative(page.path, lead.place)) for lead in leads]
        for anchor, leads in formers_.leads.get(page.path, {}).items()
        if anchor or own is not None
    }
    if own and "" in found:
        found[own] = found[""]
    if not found:
        return ""
    data = escape(json.dumps(found, ensure_ascii=False, separators=(",", ":")))
    script = f'<script src="{page.to("assets/js/former.js")}" defer></script>'
    return f'<p class="former-lead" role="status" hidden data-leads="{data}"></p>\n{script}'


def pages(formers_: Formers, atlas: Atlas) -> Iterator[tuple[Page, str]]:
    """The pages of numbers that the text in force has no more: each says what became of what bore it, and leads there."""
    for path in formers_.deserted():
        found = formers_.moved[path]
        own = next((m for m in reversed(found) if m.place == path), found[-1]).was
        words = f"{own.prefix}{own.number}".strip() if own.number else title(own)
        page = Page(path=path, title=f"{words}\u00a0: ancienne adresse", nav=words, weight=0, alone=True, part="")
        lead = "Rien ne se trouve plus à cette adresse dans le texte en vigueur. Voici ce qu’est devenu ce qui s’y trouvait."
        parts = [heading(1, page.title), block("lead", paragraph(lead)), moved_html(page, formers_, atlas)]
        anchor = path.rpartition("/")[2].removesuffix(".html")
        yield page, page.markdown([*parts, block("cited", leads_html(page, formers_, anchor))])
