"""Edited clauses → the amendment that makes the edits, proved before it is written: what it does is what was edited.

The proof is the compiler's: the amendment is put into a copy of the project, compiled as if signed, and each article of the
text that comes out is compared with the one that was edited, while each of its sentences must be read back as its operation.
Where that fails, the change is made coarser (words, then lines, then the whole article), and refused at last.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.compare import (
    Added,
    Change,
    Inserted,
    Level,
    Line,
    Removed,
    Reworded,
    Undraftable,
    compared,
)
from clausier.author.draft.lay import (
    FOLDER,
    RECORD,
    Edited,
    Laid,
    laid,
    read_folder,
    read_laid,
    record,
    same_base,
    whole,
)
from clausier.author.draft.sentences import Ordered, of_the, ordered
from clausier.author.intake.writing import operation_yaml
from clausier.build import compile_project
from clausier.check.agreement import disagreements
from clausier.consolidate import Version
from clausier.diagnostics import Diagnostic
from clausier.model.provision import Provision
from clausier.source.headings import number_key

_LEVELS: tuple[Level, ...] = ("words", "lines", "whole")
_WRITTEN = ".ecrit.json"  # beside the edited text: the SHA-256 of each file of the act as it was last written
_SHORTEST = 3  # words by which an operation quotes its sentence


class Drafted(Struct, frozen=True, kw_only=True):
    """What was done: the files written and those kept as someone reworded them, and how many articles of the text change."""

    folder: str
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: int = 0


class _Unit(Struct, kw_only=True):
    """An article of the text with its edits, while the amendment's article for it is sought."""

    name: str
    before: Provision | None  # None for a new one
    was: Provision | None
    now: Provision | None  # None for one that is gone
    neighbour: Provision | None = None
    following: Provision | None = None
    level: int = 0


def start(root: Path, act: str) -> tuple[str, ...]:
    """Lay the text in force in the folder of the draft; the files written, from the project's root.

    Raises Undraftable where there is such a folder already, or the sources have errors; OSError where it cannot be written.
    """
    folder = root / "amendments" / _folder(root, act) / FOLDER
    if folder.exists():
        raise Undraftable(
            f"«\u00a0{folder.relative_to(root)}\u00a0» existe déjà\u00a0: l’effacer pour recommencer, ou lancer «\u00a0clausier "
            f"draft {act}\u00a0»",
            f"“{folder.relative_to(root)}” is there already: delete it to start anew, or run “clausier draft {act}”",
        )
    base = _base(root)
    files = _readable(laid(base.document))
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".clausier-", dir=folder.parent))
    try:
        for name, file in files.items():
            (fresh / name).write_text(file.markdown, encoding="utf-8")
        (fresh / RECORD).write_text(record(base.id, files), encoding="utf-8")
        fresh.chmod(0o755)
        if not (folder.parent / "avenant.yml").is_file():
            _put(folder.parent, {"avenant.yml": _index(act)})
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return tuple((folder / name).relative_to(root).as_posix() for name in files)


def draft(root: Path, act: str) -> Drafted:
    """Write the amendment that makes of the text in force what stands in the draft's folder.

    Raises Undraftable, with nothing written, where an edit cannot be ordered or what would be written does not do it.
    """
    folder = root / "amendments" / _folder(root, act)
    edited = folder / FOLDER
    if not (edited / RECORD).is_file():
        raise Undraftable(
            f"il n’y a pas de brouillon\u00a0: «\u00a0clausier draft {act} --start\u00a0» pose le texte à modifier",
            f"there is no draft: “clausier draft {act} --start” lays the text to be edited",
        )
    base = _base(root, without=act)
    files = _readable(laid(base.document))
    if not same_base((edited / RECORD).read_text(encoding="utf-8"), base.id, files):
        raise Undraftable(
            "le texte de départ a changé depuis que le brouillon a été posé\u00a0: en poser un nouveau et y reporter les "
            "modifications",
            "the text has changed since the draft was laid: lay a new one, and make the edits in it",
        )
    pending = list(_units(files, read_folder(edited, root)))
    made = _proved(root, folder, act, pending)
    return _write(root, folder, act, made, len(pending))


def _folder(root: Path, act: str) -> str:
    """The name of the act's folder: the one that has it, with its year before it or not, else the id itself."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", act):
        raise Undraftable(
            f"«\u00a0{act}\u00a0» n’est pas un nom court (minuscules, chiffres, tirets)",
            f"“{act}” is no short name (small letters, digits, hyphens)",
        )
    found = [p.name for p in sorted((root / "amendments").glob(f"*{act}")) if re.fullmatch(rf"(?:\d+-)?{act}", p.name)]
    return found[0] if found else act


def _base(root: Path, *, without: str = "") -> Version:
    """The text that a draft starts from: the last version that has begun, the errors of the draft itself left aside."""
    compiled, found = compile_project(root, checks=False)
    errors = [d for d in found if d.severity == "error" and not _of(d, without)]
    if compiled is None or errors:
        first = errors[0].message if errors else None
        raise Undraftable(
            "les sources ont des erreurs\u00a0: " + (first.text("fr") if first else "pas de convention"),
            "the sources have errors: " + (first.text("en") if first else "no convention"),
        )
    return compiled.timeline.latest


def _of(finding: Diagnostic, act: str) -> bool:
    return bool(act) and re.match(rf"amendments/(?:\d+-)?{act}/", finding.span.path) is not None


def _readable(files: Mapping[str, Laid]) -> dict[str, Laid]:
    """The files that are read back as what they are; the others are no text to be edited."""
    return {n: f for n, f in files.items() if (back := read_laid(f.markdown)) is not None and _same(back, f.unit)}


def _same(back: Provision, unit: Provision) -> bool:
    return whole(back) == whole(unit)


def _units(files: Mapping[str, Laid], edited: tuple[Edited, ...]) -> Iterator[_Unit]:
    """The units that somebody changed, added or took away, in the order of the text."""
    for one in edited:
        if one.unit is None:
            finding = next((f for f in one.findings if f.severity == "error"), None)
            where = f", ligne {finding.span.line}" if finding else ""
            fr = finding.message.text("fr") if finding else "un fichier du brouillon tient un article et un seul"
            en = finding.message.text("en") if finding else "a file of the draft holds one article, and one alone"
            raise Undraftable(f"{one.file}{where}\u00a0: {fr}", f"{one.file}{where.replace('ligne', 'line')}: {en}")
    there = {one.file: one.unit for one in edited}
    neighbour: Provision | None = None
    order = [*there, *(name for name in files if name not in there)]
    laid_order = list(files)
    for name in sorted(order, key=lambda n: _place(n, laid_order, list(there))):
        file, now = files.get(name), there.get(name)
        if file is None:
            following = next((files[n].unit for n in laid_order if n > name), None)
            yield _Unit(name=name, before=None, was=None, now=now, neighbour=neighbour, following=following)
            continue
        was = read_laid(file.markdown)
        if was is not None and (now is None or whole(was) != whole(now)):
            yield _Unit(name=name, before=file.unit, was=was, now=now)
        neighbour = file.unit


def _place(name: str, laid_order: list[str], edited_order: list[str]) -> tuple[int, int]:
    """A file that was laid stands where it was; a new one behind the laid one before it."""
    if name in laid_order:
        return laid_order.index(name), -1
    at = edited_order.index(name)
    before = [laid_order.index(n) for n in edited_order[:at] if n in laid_order]
    return max(before, default=-1), at


def _changes(unit: _Unit) -> tuple[Change, ...]:
    if unit.now is None and unit.before is not None:
        return (Change(of=unit.before, edit=Removed()),)
    if unit.before is None and unit.now is not None:
        beside = unit.neighbour or unit.following
        if beside is None:
            raise Undraftable(
                "le texte n’a pas d’article auprès duquel en ajouter un", "there is no article to add one beside"
            )
        added = Added(edited=unit.now, after=unit.neighbour, before=None if unit.neighbour else unit.following)
        return (Change(of=beside, edit=added),)
    if unit.before is None or unit.was is None or unit.now is None:
        return ()
    return tuple(compared(unit.before, unit.was, unit.now, _LEVELS[unit.level]))


def _proved(root: Path, folder: Path, act: str, pending: list[_Unit]) -> dict[str, str]:
    """The files of the amendment, by name, that do what was edited; each unit as finely as the proof allows."""
    while True:
        files = {f"{rank:02d}-{_file_name(unit)}.md": unit for rank, unit in enumerate(pending, start=1)}
        made: dict[str, str] = {}
        for rank, (name, unit) in enumerate(files.items(), start=1):
            changes = _changes(unit)
            made[name] = _article(rank, unit, [_read_before(ordered(c), c, changes) for c in changes])
        failed = _failed(root, folder, act, made, files)
        if not failed:
            return made
        for unit, why in failed:
            if unit.level + 1 == len(_LEVELS) or unit.before is None or unit.now is None:
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
    root: Path, folder: Path, act: str, made: Mapping[str, str], files: Mapping[str, _Unit]
) -> list[tuple[_Unit, tuple[str, str]]]:
    """The units whose article does not do what was edited, or is not read back as what it does; and why."""
    with tempfile.TemporaryDirectory(prefix="clausier-") as name:
        copy = Path(name)
        for part in ("convention", "amendments"):
            if (root / part).is_dir():
                shutil.copytree(root / part, copy / part, symlinks=True, ignore=shutil.ignore_patterns(FOLDER))
        there = copy / "amendments" / folder.name
        shutil.rmtree(there, ignore_errors=True)
        there.mkdir(parents=True)
        for file, text in {**made, "avenant.yml": _index(act)}.items():
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


def _does(unit: _Unit, document: Provision) -> bool:
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


def _file_name(unit: _Unit) -> str:
    stem = re.sub(r"^\d+-?", "", unit.name.removesuffix(".md"))
    return f"article-{stem}" if stem[:1].isdigit() else stem or "article"


def _article(rank: int, unit: _Unit, orders: list[Ordered]) -> str:
    """The amendment's article: its operations, its heading, each sentence with the new text that it announces."""
    lines = ["---", "opérations:"]
    sentences = [order.sentence for order in orders]
    for order in orders:
        keys = order.operation
        if len(orders) > 1:
            keys = (*keys, ("dit", _quoting(order.sentence, sentences)))
        lines += operation_yaml(keys)
    lines += ["---", f"# Article {rank} – {_heading(unit)}", ""]
    for order in orders:
        lines += [order.sentence, ""]
        if order.new:
            lines += [f"> {line}".rstrip() for line in order.new.split("\n")] + [""]
    return "\n".join(lines)


def _heading(unit: _Unit) -> str:
    if unit.before is None and unit.now is not None:
        return f"Insertion de l’article {unit.now.number}"
    assert unit.before is not None  # noqa: S101 - a unit has one side at least
    return f"{'Abrogation' if unit.now is None else 'Modification'} {of_the(unit.before)}"


def _quoting(sentence: str, every: list[str]) -> str:
    """The shortest beginning of a sentence that no other one has."""
    said = sentence.rstrip("\u00a0:.")
    words = said.split(" ")
    for count in range(_SHORTEST, len(words) + 1):
        begin = " ".join(words[:count])
        if sum(begin in other for other in every) == 1:
            return begin
    return said


def _index(act: str) -> str:
    number = re.fullmatch(r"avenant-(\d+)", act)
    title = f"Avenant n°\u00a0{number[1]}" if number else act
    return f"id: {act}\ntitre: {title}\nétat: projet\n"


def _write(root: Path, folder: Path, act: str, made: Mapping[str, str], changed: int) -> Drafted:
    record_file = folder / FOLDER / _WRITTEN
    before: dict[str, str] = json.loads(record_file.read_text(encoding="utf-8")) if record_file.is_file() else {}
    kept = []
    files = dict(made)
    for name, text in made.items():
        there = folder / name
        if there.is_file() and before.get(name) != _digest(current := there.read_text(encoding="utf-8")):
            if _operations(current) != _operations(text):
                raise Undraftable(
                    f"«\u00a0{name}\u00a0» a été modifié à la main, et ses opérations changent\u00a0: l’effacer pour qu’il soit récrit",
                    f"“{name}” was changed by hand, and its operations change: delete it to have it written again",
                )
            kept.append(name)
            del files[name]
    gone = [n for n in before if n not in made and (folder / n).is_file()]
    if reworded := [n for n in gone if _digest((folder / n).read_text(encoding="utf-8")) != before[n]]:
        raise Undraftable(
            f"«\u00a0{reworded[0]}\u00a0» a été modifié à la main, et n’a plus d’objet\u00a0: l’effacer",
            f"“{reworded[0]}” was changed by hand, and has no object any more: delete it",
        )
    if not (folder / "avenant.yml").is_file():
        files["avenant.yml"] = _index(act)
    _put(folder, files)
    for name in gone:
        (folder / name).unlink()
    digests = {n: before[n] if n in kept and n in before else _digest(t) for n, t in made.items()}
    _put(folder / FOLDER, {_WRITTEN: json.dumps(digests, indent=1) + "\n"})
    return Drafted(
        folder=folder.relative_to(root).as_posix(),
        written=tuple(sorted(files)),
        kept=tuple(kept),
        removed=tuple(gone),
        changed=changed,
    )


def _put(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        fresh = folder / f".{name}.new"
        fresh.write_text(text, encoding="utf-8")
        os.replace(fresh, folder / name)  # noqa: PTH105 - pathlib's `replace` is another name for it


def _operations(text: str) -> str:
    """The operations of an article's front matter; what quotes the sentence left out, for a person may reword that."""
    matter = text.split("---", 2)[1] if text.startswith("---") else ""
    return "\n".join(line for line in matter.split("\n") if not line.strip().startswith("dit:")).strip()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
