"""The unit that a number, or a heading, names: an article, an annex, a division."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.model.provision import Provision
from clausier.model.target import Unit
from clausier.refs.failures import Ambiguous, Failure, Missing, Unknown
from clausier.refs.index import index_of
from clausier.refs.names import behind_its_divisions, describe, is_counted_anew, unit_name
from clausier.refs.places import Path, Place, WholeProvision, at, walk
from clausier.source.headings import number_key, rank_of
from clausier.text.typography import same
from clausier.text.words import closest


def find_unit(step: Unit, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """The unit below the provision at `path` that `step` names."""
    found = [here for here in _bearers(step, path, document) if here != path]
    annexed = [p for p in found if any(at(document, p[:i]).kind == "annex" for i in range(len(path) + 1, len(p)))]
    found = [p for p in found if p not in annexed]
    if not step.heading:
        # « 1 » is article 1 rather than the « 1. » of article 26.
        own = [p for p in found if len(p) == len(path) + 1 or not is_counted_anew(p, document)]
        found = own or found
    siblings = len({p[:-1] for p in found}) == 1
    if siblings and step.rank <= len(found):
        return (WholeProvision(found[step.rank - 1]),)
    if found and not siblings:
        titles = [at(document, p).title() for p in found]
        alike = step.heading or len(set(titles)) < len(titles)
        return Ambiguous(tuple(behind_its_divisions(p, document) for p in found) if alike else tuple(titles))
    if annexed:
        return Missing(WholeProvision(path), document, lambda: _in_its_annex(annexed, document))
    return Missing(WholeProvision(path), document, lambda: _nearest(step, at(document, path)))


def _bearers(step: Unit, path: Path, document: Provision) -> Iterator[Path]:
    """The units in the provision at `path`, itself included, that bear the number, or the heading, of `step`."""
    wanted = number_key(step.number)
    if step.heading:
        for here, provision in walk(at(document, path), path):
            if provision.heading and same(provision.heading.chars, step.heading):
                yield here
        return
    known = index_of(document).numbered(wanted) if wanted and not path else None
    for here in (here for here, _ in walk(at(document, path), path)) if known is None else known:
        provision = at(document, here)
        if provision.kind == step.kind and number_key(provision.number) == wanted:
            if step.word and provision.word != step.word:
                continue
            yield here


def _in_its_annex(found: list[Path], document: Provision) -> str:
    """The name of the one unit `found`, which is part of an annex; "" where there are several."""
    path, *others = found
    if others:
        return ""
    return describe(WholeProvision(path), document)


def _nearest(step: Unit, around: Provision) -> str:
    """The unit in `around` whose heading, or whose number, is most like that of `step`."""
    below = (p for child in around.children for p in child.walk())
    if step.heading:
        headings = {p.heading.chars: unit_name(p) for p in below if p.heading}
        return headings.get(closest(step.heading, headings, likeness=0.6), "")
    numbered = [p for p in below if p.number and p.kind == step.kind]
    if step.kind != "article":
        numbered = [p for p in numbered if not step.word or p.word == step.word]
        alike = (unit_name(p) for p in numbered if rank_of(p.number) and rank_of(p.number) == rank_of(step.number))
        names = {p.number: unit_name(p) for p in numbered}
        return next(alike, "") or names.get(closest(step.number, names, likeness=0.4), "")
    return closest(step.number, (p.number for p in numbered), likeness=0.4)


def unless_lost(missing: Missing, number: str) -> Missing | Unknown:
    """What is `missing`, unless nobody knows: what a lacuna held, of an article of that `number` too, is unknown, never absent."""
    document = missing.document
    provision = at(document, missing.place.path)
    if number and provision.kind == "document":
        owners = [at(document, path) for path in _owners(number, document)]
        provision = max(owners, key=lambda p: len(p.number), default=provision)
    lacuna = provision.lacuna
    return Unknown(provision.number, lacuna.reason) if lacuna else missing


def _owners(number: str, document: Provision) -> list[Path]:
    """The articles of which one of that number would be a part: 8 and 8.1 of 8.1.2."""
    key, index = number_key(number), index_of(document)
    around = (key[: dot.start()] for dot in re.finditer(r"\.", key))
    return sorted(p for one in around for p in index.numbered(one) if at(document, p).kind == "article")
