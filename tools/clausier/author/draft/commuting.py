"""Whether two edits of one article can stand together: both are made operations of one act, and the compiler is asked.

They can where each is ordered of the text as both found it, nothing that the one names is gone or changed by the other, and
either order makes the same text.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from msgspec.structs import replace

from clausier.author.draft.article import index
from clausier.author.draft.base import Base, based
from clausier.author.draft.lay import Edited, laid_units, whole
from clausier.author.draft.proof import proved
from clausier.author.draft.thresholds import Thresholds
from clausier.consolidate import consolidate, run
from clausier.consolidate.ends import is_text
from clausier.diagnostics import Refused, has_errors
from clausier.emit.markdown import provision_markdown
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.source.acts import read_amendment, read_project

_CONVENTION = "id: convention\ntitre: Convention\nsignature: 2000-01-01\nen-vigueur: 2000-01-01\n"
# What a drafter would reword whole is told word by word: the finer the edits, the fewer touch each other.
_FINEST = Thresholds(sentence=1, alinea=1, article=1, changes=10**6)
_Orders = tuple[TextOperation, ...]


def together(base: Provision, ours: Provision, theirs: Provision) -> Provision | None:
    """The unit `base` with the edits that make it `ours` and those that make it `theirs`; None where they do not commute."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as name:
        start = _start(Path(name), base)
        if start is None:
            return None
    one, other = (_orders(start, act, unit) for act, unit in (("ours", ours), ("theirs", theirs)))
    if not one or not other:
        return None
    first, second = _made((*one, *other), start), _made((*other, *one), start)
    if first is None or second is None or whole(first) != whole(second):
        return None
    # An edit that the other has swallowed would be lost.
    return None if whole(first) in {whole(ours), whole(theirs)} else first


def _start(root: Path, unit: Provision) -> Base | None:
    """A convention of that one unit, made at `root`; None where it is not read as it is."""
    home = root / "convention"
    home.mkdir()
    (home / "convention.yml").write_text(_CONVENTION, encoding="utf-8")
    (home / "01.md").write_text(provision_markdown(unit, 1), encoding="utf-8")
    corpus, found = read_project(root)
    if corpus is None or has_errors(found):
        return None
    timeline, _ = consolidate(corpus)
    return based(corpus.convention, timeline.latest)


def _orders(start: Base, act: str, unit: Provision) -> _Orders:
    """The operations that make `unit` of the one that `start` holds; none where they cannot be told."""
    units = start.units()
    try:
        found = proved(start, act, units, [Edited(file=name, unit=unit) for name in units], _FINEST)
    except Refused:
        return ()
    amendment, _ = read_amendment(act, {**found.files, "avenant.yml": index(act)}, start.convention)
    orders = tuple(o for o in amendment.operations if is_text(o)) if amendment else ()
    of_before = tuple(
        replace(o, common=replace(o.common, reading=o.common.reading or "before")) if o.targets else o for o in orders
    )
    made = _made(of_before, start)
    return of_before if made is not None and whole(made) == whole(unit) else orders


def _made(orders: _Orders, start: Base) -> Provision | None:
    """The unit that the operations make; None where one of them does not fit."""
    made = run(orders, start.version.document)
    units = [_standing(unit) for unit in laid_units(made.document) if unit.status != "repealed"]
    return units[0] if len(units) == 1 and not has_errors(made.findings) else None


def _standing(unit: Provision) -> Provision:
    """The unit without what an edit took away, which the text keeps as repealed."""
    return replace(unit, children=tuple(_standing(c) for c in unit.children if c.status != "repealed"))
