"""The proof: the amendment is read and applied as if signed, and does what was edited, or is made coarser, or refused.

It is read by the compiler from the texts that would be written, and applied to the text by the passes that make versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import is_

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.arrangement import Ordering, arranged
from clausier.author.draft.article import article, file_name, index
from clausier.author.draft.base import Base
from clausier.author.draft.compare import compared
from clausier.author.draft.edits import LEVELS, displaces
from clausier.author.draft.lay import REPEALED, Edited, laid_units, same
from clausier.author.draft.orders import Holders, holders_in, orders_of
from clausier.author.draft.thresholds import Thresholds
from clausier.author.draft.units import Edition, edition
from clausier.check.agreement import disagreements
from clausier.consolidate import Event, run
from clausier.consolidate.ends import is_text
from clausier.diagnostics import Diagnostic, Refused
from clausier.model.act import Corpus
from clausier.model.provision import Provision
from clausier.source.acts import read_amendment


class Proved(Struct, frozen=True, kw_only=True):
    """An amendment that does what was edited: its files by name, the edition, and the text that it makes.

    `units` are the units in force of that text, by the names of the edited files; `displaces` tells whether any of its
    edits does (see `edits.displaces`).
    """

    files: dict[str, str]
    edition: Edition
    document: Provision
    units: dict[str, Provision]
    displaces: bool


Why = tuple[str, str]
_NOT_THE_DRAFT = ("le texte obtenu n’est pas celui du brouillon", "the text that it makes is not the edited one")


def proved(
    base: Base, act: str, units: Mapping[str, Provision], edited: Sequence[Edited], limits: Thresholds
) -> Proved:
    """The amendment, each unit as finely as the proof allows. Raises Refused where it allows none."""
    coarser: dict[str, int] = {}
    moves = True
    while True:
        found = edition(units, edited, moves=moves)
        for unit in found.units:
            unit.coarser = max(coarser.get(unit.name, 0), 0 if moves else 1)
        orderings = tuple(_at_once(arranged(found, compared(found, limits, moves=moves))))
        named, made, refused = _written(orderings, holders_in(base.version.document))
        document = base.version.document
        failed: list[tuple[Ordering, Why]] = [(o, (e.message.fr, e.message.en)) for o, e in refused]
        if not failed:
            document, failed = _tried(base, act, made, named, found)
        if not failed:
            standing = _standing(found, base.version.document, document)
            made_units = {name: unit for (name, _, _), unit in zip(_wanted(found), standing, strict=True)}
            return Proved(
                files=made,
                edition=found,
                document=document,
                units=made_units,
                displaces=any(displaces(c.edit) for o in orderings for c in o.changes),
            )
        further = False
        for ordering, _ in failed:
            for unit in ordering.units if ordering.kind == "changed" else ():
                if unit.before and unit.now and unit.coarser + 1 < len(LEVELS):
                    coarser[unit.name] = unit.coarser + 1
                    further = True
        if not further and not moves:
            raise refused[0][1] if refused else _unsafe(*failed[0])
        moves = moves and further


def _unsafe(ordering: Ordering, why: Why) -> Refused:
    name = ordering.units[0].name if ordering.units else ordering.of.title()
    return Refused(
        f"{name}\u00a0: cette modification ne peut pas être ordonnée sans risque ({why[0]})",
        f"{name}: this edit cannot be ordered safely ({why[1]})",
    )


def _at_once(orderings: Sequence[Ordering]) -> Iterator[Ordering]:
    """The articles of the amendment, one for articles of the text that follow each other and are repealed."""
    for (kind, what), group in groupby(orderings, lambda ordering: (ordering.kind, _numbered(ordering.of))):
        members = tuple(group)
        if kind == "repealed" and what:
            changes = tuple(c for one in members for c in one.changes)
            yield replace(members[0], changes=changes, units=tuple(u for one in members for u in one.units))
        else:
            yield from members


def _numbered(of: Provision) -> str:
    """What kind of provision it is, where it bears a number by which several are named together."""
    return of.kind if of.number else ""


def _written(
    orderings: Iterable[Ordering], holders: Holders
) -> tuple[dict[str, Ordering], dict[str, str], list[tuple[Ordering, Refused]]]:
    """The articles of the amendment by the names of their files; the files; and the articles of which a change has no sentence."""
    named: dict[str, Ordering] = {}
    made: dict[str, str] = {}
    refused: list[tuple[Ordering, Refused]] = []
    for rank, ordering in enumerate(orderings, start=1):
        try:
            orders = orders_of(ordering.changes, holders)
            name = f"{rank:02d}-{file_name(ordering, orders)}.md"
            made[name] = article(rank, ordering, orders)
            named[name] = ordering
        except Refused as why:
            refused.append((ordering, why))
    return named, made, refused


def _tried(
    base: Base, act: str, made: Mapping[str, str], named: Mapping[str, Ordering], found: Edition
) -> tuple[Provision, list[tuple[Ordering, Why]]]:
    """The text that the amendment makes; and its articles that do not do what was edited, or are not read back, and why."""
    amendment, findings = read_amendment(act, {**made, "avenant.yml": index(act)}, base.convention)
    if amendment is None:
        return base.version.document, [(o, ("ne se compile pas", "does not compile")) for o in named.values()]
    operations = tuple(o for o in amendment.operations if is_text(o))
    applied = run(operations, base.version.document)
    event = Event(id=act, act=act, date=base.convention.in_force, operations=operations)
    timeline = base.timeline(base.version, events=(event,))
    corpus = Corpus(convention=base.convention, amendments=(amendment,))
    every = (*findings, *applied.findings)
    wrong = dict(_wrong((*every, *disagreements(corpus, timeline, every)), f"amendments/{act}"))
    failed = [(o, wrong[name]) for name, o in named.items() if name in wrong]
    return applied.document, failed or [*_other(found, base.version.document, applied.document, tuple(named.values()))]


def _wrong(findings: Sequence[Diagnostic], folder: str) -> Iterator[tuple[str, Why]]:
    for finding in findings:
        path, _, file = finding.span.path.rpartition("/")
        if path == folder and _counts(finding):
            yield file, (finding.message.text("fr"), finding.message.text("en"))


def _counts(finding: Diagnostic) -> bool:
    """An error, or a sentence that is not read back: TXT207 and TXT208 say so as remarks."""
    return finding.severity == "error" or finding.code.id in {"TXT205", "TXT206", "TXT207", "TXT208"}


def _other(
    found: Edition, before: Provision, after: Provision, orderings: Sequence[Ordering]
) -> Iterator[tuple[Ordering, Why]]:
    """The articles of the amendment to blame where the text that it makes is not the edited one, compared unit by unit."""
    made, wanted = _standing(found, before, after), _wanted(found)
    if len(made) == len(wanted) and all(
        one is was or same(_seen(one), _seen(now)) for one, (_, was, now) in zip(made, wanted, strict=True)
    ):
        return
    there = {u.id: _seen(u) for u in made}
    wrong = [was.id for _, was, now in wanted if was and not (was.id in there and same(there[was.id], _seen(now)))]
    to_blame = [o for o in orderings if o.kind == "changed" and o.of.id in wrong]
    yield from ((o, _NOT_THE_DRAFT) for o in to_blame or orderings)


def _standing(found: Edition, before: Provision, after: Provision) -> list[Provision]:
    """The units of the text that was made, but for tombstones and what was not laid to be edited."""
    not_laid = {p.id for p in laid_units(before)} - {p.id for p in found.before}
    return [u for u in laid_units(after) if _stands(u) and u.id not in not_laid]


def _wanted(found: Edition) -> list[tuple[str, Provision | None, Provision]]:
    """The units of the edited text, each with the name of its file and what it was."""
    return [(name, was, now) for name, (was, now) in zip(found.names, found.now, strict=True) if _stands(now)]


def _stands(unit: Provision) -> bool:
    return unit.status != "repealed" and not unit.title().endswith(REPEALED)


def _seen(unit: Provision) -> Provision:
    """A unit without the provisions that it has repealed: to take an article away is to repeal it."""
    kept = tuple(_seen(c) for c in unit.children if _stands(c))
    as_they_were = len(kept) == len(unit.children) and all(map(is_, kept, unit.children))
    return unit if as_they_were else replace(unit, children=kept)
