"""The proof: the amendment is compiled as if signed, and does what was edited, or is made coarser, or refused."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from clausier.author.draft.article import article, file_name, index
from clausier.author.draft.edits import Change, Inserted, Line, Reworded, Undraftable
from clausier.author.draft.lay import FOLDER, whole
from clausier.author.draft.sentences import Ordered, ordered
from clausier.author.draft.units import LEVELS, Unit, changes_of
from clausier.build import compile_project
from clausier.check.agreement import disagreements
from clausier.diagnostics import Diagnostic
from clausier.model.provision import Provision
from clausier.source.headings import number_key


def proved(root: Path, folder: Path, act: str, pending: list[Unit]) -> dict[str, str]:
    """The files of the amendment, by name, that do what was edited; each unit as finely as the proof allows."""
    while True:
        files = {f"{rank:02d}-{file_name(unit)}.md": unit for rank, unit in enumerate(pending, start=1)}
        made: dict[str, str] = {}
        for rank, (name, unit) in enumerate(files.items(), start=1):
            changes = changes_of(unit)
            made[name] = article(rank, unit, [_read_before(ordered(c), c, changes) for c in changes])
        failed = _failed(root, folder, act, made, files)
        if not failed:
            return made
        for unit, why in failed:
            if unit.level + 1 == len(LEVELS) or unit.before is None or unit.now is None:
                raise Undraftable(
                    f"{unit.name}\u00a0: cette modification ne peut pas être ordonnée sans risque ({why[0]})",
                    f"{unit.name}: this edit cannot be ordered safely ({why[1]})",
                )
            unit.level += 1


def _read_before(order: Ordered, change: Change, every: tuple[Change, ...]) -> Ordered:
    """The order with `lecture: avant` where another one of the act moves the lines that it counts.

    A drafter counts the alinéas of the text as it stands; DESIGN 4.1 asks where both readings name a line.
    """
    others = [c for c in every if c.of is change.of and c is not change]
    moves = any(isinstance(c.edit, Inserted) or (isinstance(c.edit, Line) and not c.edit.blocks) for c in others)
    if not moves or not isinstance(change.edit, Reworded | Line | Inserted) or ", al. " not in order.operation[0][1]:
        return order
    return replace(order, operation=(*order.operation, ("lecture", "avant")))


def _failed(
    root: Path, folder: Path, act: str, made: Mapping[str, str], files: Mapping[str, Unit]
) -> list[tuple[Unit, tuple[str, str]]]:
    """The units whose article does not do what was edited, or is not read back as what it does; and why."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as name:
        copy = Path(name)
        for part in ("convention", "amendments"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True, ignore=shutil.ignore_patterns(FOLDER))
        there = copy / "amendments" / folder.name
        shutil.rmtree(there, ignore_errors=True)
        there.mkdir(parents=True)
        for file, text in {**made, "avenant.yml": index(act)}.items():
            (there / file).write_text(text, encoding="utf-8")
        compiled, found = compile_project(copy, drafts=[act], checks=False)
        if compiled is not None:
            found = (*found, *disagreements(compiled.corpus, compiled.timeline, found))
    wrong: dict[str, tuple[str, str]] = {}
    for finding in found:
        path, _, file = finding.span.path.rpartition("/")
        if path == f"amendments/{folder.name}" and file in files and _counts(finding):
            wrong.setdefault(file, (finding.message.text("fr"), finding.message.text("en")))
    if compiled is not None and not wrong:
        document = compiled.timeline.latest.document
        for file, unit in files.items():
            if not _does(unit, document):
                wrong[file] = (
                    "le texte obtenu n’est pas celui du brouillon",
                    "the text that it makes is not the edited one",
                )
    elif compiled is None and not wrong:
        wrong = dict.fromkeys(files, ("ne se compile pas", "does not compile"))
    return [(files[file], why) for file, why in wrong.items()]


def _counts(finding: Diagnostic) -> bool:
    """An error, or a sentence that is not read back: TXT207 and TXT208 say so as remarks."""
    return finding.severity == "error" or finding.code.id in {"TXT205", "TXT206", "TXT207", "TXT208"}


def _does(unit: Unit, document: Provision) -> bool:
    every = {p.id: p for p in document.walk()}
    if unit.now is None:
        return unit.before is not None and every[unit.before.id].status == "repealed"
    if unit.before is not None:
        found = every.get(unit.before.id)
    else:
        key = number_key(unit.now.number)
        found = next((p for p in document.walk() if p.number and number_key(p.number) == key), None)
    return found is not None and _without_tombstones(found) == _without_tombstones(unit.now)


def _without_tombstones(unit: Provision) -> object:
    """What is seen of a unit, the provisions that it has repealed left out: to take an article away is to repeal it."""
    kept = tuple(c for c in unit.children if c.status != "repealed" and not c.title().endswith("(abrogé)"))
    alone = replace(unit, children=())
    return whole(alone)[:3], tuple(_without_tombstones(c) for c in kept)
