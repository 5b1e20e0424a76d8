"""The first page: what is in force, what changed last, what is to come, and the doors."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from clausier.emit.called import ending, the_acts
from clausier.emit.dates import date_in_words
from clausier.emit.html import escape
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.site.amendments import coming, effects_html
from clausier.emit.site.articles import gap
from clausier.emit.site.atlas import ActEntry, Atlas, since
from clausier.emit.site.compare import redline_page
from clausier.emit.site.days import today
from clausier.emit.site.metadata import of_version
from clausier.emit.site.page import Page, block, heading, listing, paragraph
from clausier.model.dates import When
from clausier.model.operation import NoEffect

_NO_END = "Aucun dernier jour de la convention n’est enregistré\u00a0: elle est montrée en vigueur tant que rien n’y a mis fin."
PAGE = Page(path="index.html", title="Accueil", nav="Accueil", alone=True)


def markdown(atlas: Atlas, words: str, *, guide: str | None) -> str:
    """The first page. `words` (Markdown) are the project's own introduction, where it has one; `guide` is the guide's page."""
    convention = atlas.corpus.convention
    return PAGE.markdown(
        [
            heading(1, convention.title),
            words.strip(),
            heading(2, "Le texte en vigueur", "en-vigueur"),
            block("now", *_now(atlas)),
            *_changed(atlas),
            *_to_come(atlas),
            block("doors", listing(_doors(guide))),
            of_version(PAGE, atlas.latest, atlas),
        ]
    )


def _now(atlas: Atlas) -> Iterator[str]:
    latest = atlas.latest
    acts = [atlas.acts[act].name for act in latest.acts[1:]]
    by = f", telle que modifiée par {the_acts(acts)}" if acts else ""
    yield today(atlas, PAGE)
    days = PAGE.link(atlas.version_path(latest), atlas.days(latest))
    yield paragraph(f"Le texte consolidé est celui de la convention{escape(by)}, {days}.")
    end = ending(atlas.timeline)
    yield paragraph(escape(end.fr if end else _NO_END))
    open_periods = [p for p in atlas.timeline.periods if not p.determined]
    if open_periods:
        reason = PAGE.link("versions/index.html#jours", "lesquels, et pourquoi")
        yield paragraph(f"Pour certains jours, le texte en vigueur est indéterminé\u00a0: {reason}.")
    yield paragraph(f"<strong>{ONLY_ORIGINALS}</strong>", "originals")
    yield gap(latest)


def _changed(atlas: Atlas) -> Iterator[str]:
    """What the last event changed, sentence by sentence; above it what came after.

    Those are the acts in force since that made no version of the text, and those signed since that go back before it.
    """
    versions = atlas.timeline.versions
    rank = versions.index(atlas.latest)
    last = atlas.acts.get(atlas.latest.acts[-1])
    if last is None:
        return
    later = [entry for act in atlas.timeline.acts if _after(entry := atlas.acts[act.id], last)]
    later.sort(key=lambda e: _came(e) or (datetime.date.max,), reverse=True)
    told = [*later, last] if rank else later
    if not told:
        return
    yield heading(2, "Ce qui a changé en dernier", "change")
    redline = PAGE.link(redline_page(versions[rank - 1], atlas.latest, atlas).path, "Voir les changements mot à mot")
    parts: list[str] = []
    for entry in told:
        day = f", {escape(since(entry.in_force))}{escape(_signed_since(entry))}" if entry.in_force else ""
        parts += [paragraph(f"{PAGE.link(entry.path, entry.name)}{day}\u00a0:"), effects_html(entry.act, atlas, PAGE)]
    yield block("changed", *parts, paragraph(redline) if rank else "")


def _after(entry: ActEntry, last: ActEntry) -> bool:
    """Whether an act does something, and certainly came later than `last`."""
    came, before = _came(entry), _came(last)
    later = came is not None and before is not None and came[0] > before[1]
    return later and any(not isinstance(o, NoEffect) for o in entry.act.operations)


def _came(entry: ActEntry) -> tuple[datetime.date, datetime.date] | None:
    """Between which days an act came to change something: once it was in force, and signed, if that is known."""
    if not isinstance(entry.in_force, When):
        return None
    days = [day for day in (entry.in_force, entry.act.signed) if isinstance(day, When)]
    return max(day.first for day in days), max(day.last for day in days)


def _signed_since(entry: ActEntry) -> str:
    """When an act that goes back before its signature was signed; "" of any other."""
    day, signed = entry.in_force, entry.act.signed
    back = isinstance(day, When) and isinstance(signed, When) and signed.first > day.last
    return f", signé {date_in_words(signed)}" if back and signed else ""


def _to_come(atlas: Atlas) -> Iterator[str]:
    drafts = [a for a in atlas.corpus.amendments if a.draft]
    items = coming(atlas, PAGE)
    items += [f"{PAGE.link(atlas.acts[a.id].path, atlas.acts[a.id].name)}, en projet" for a in drafts]
    if items:
        yield heading(2, "À venir", "a-venir")
        yield block("coming", listing(items))


def _doors(guide: str | None) -> Iterator[str]:
    def door(path: str, name: str, what: str) -> str:
        return f"{PAGE.link(path, name)} <span>{escape(what)}</span>"

    yield door(
        "articles/index.html",
        "Lire le texte",
        "article par article, avec l’acte qui a écrit chaque mot et depuis quand",
    )
    yield door("avenants/index.html", "Les avenants", "mot pour mot, chaque phrase reliée à ce qu’elle a changé")
    yield door("gouvernance.html", "La gouvernance", "qui siège, qui peut bloquer, qui doit quoi, et pour quand")
    yield door("regles.html", "Les règles", "votes, quorums, délais, chacun avec les mots qui l’énoncent")
    yield door("versions/a-une-date.html", "Le texte d’un jour", "celui qui était, est ou sera en vigueur à une date")
    yield door("versions/index.html", "Les versions", "quel texte pour quel jour, et ce qui change de l’un à l’autre")
    if guide:
        yield door(guide, "Le guide", "modifier un article, ajouter un avenant, lire une erreur")
    yield door("donnees.html", "Les données", "les mêmes textes, pour les logiciels")
