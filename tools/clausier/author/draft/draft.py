"""Edited clauses → the amendment that makes the edits, proved before it is written: what it does is what was edited.

The proof is the compiler's: the amendment is read as its files will be, applied to the text as if signed, and each article of
the text that comes out is compared with the one that was edited, while each of its sentences must be read back as its operation.
Where that fails, the change is made coarser (words, then lines, then the whole article), and refused at last.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.draft.article import index
from clausier.author.draft.base import base_of, record, recorded
from clausier.author.draft.folder import read_folder
from clausier.author.draft.lay import RECORD, Laid, laid, read_laid, same
from clausier.author.draft.left_references import Left, amended, left_references
from clausier.author.draft.proof import proved
from clausier.author.draft.thresholds import thresholds
from clausier.diagnostics import Miscalled, Refused
from clausier.digest import sha256
from clausier.source.acts import DRAFT_FOLDER
from clausier.store import write_file
from clausier.store.together import write_together

_WRITTEN = ".ecrit.json"  # beside the edited text: the SHA-256 of each file of the act as it was last written


class Drafted(Struct, frozen=True, kw_only=True):
    """What was done: the files written and those kept as someone reworded them, and how many articles of the text change.

    `left` are the references that the amendment leaves behind.
    """

    folder: str
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: int = 0
    left: tuple[Left, ...] = ()


def start(root: Path, act: str, day: datetime.date | None = None) -> tuple[str, ...]:
    """Lay the text in force, that day or now, in the folder of the draft; the files written, from the project's root.

    Raises Refused where there is such a folder already, the sources have errors, or that day has no text for certain, or
    one without articles; StoreError where it cannot be written.
    """
    name = _folder(root, act)
    folder = root / "amendments" / name / DRAFT_FOLDER
    if folder.exists():
        raise Refused(
            f"«\u00a0{folder.relative_to(root)}\u00a0» existe déjà\u00a0: l’effacer pour recommencer, ou lancer «\u00a0clausier "
            f"draft {act}\u00a0»",
            f"“{folder.relative_to(root)}” is there already: delete it to start anew, or run “clausier draft {act}”",
        )
    base = base_of(root, name, act, day)
    files = _readable(laid(base.version.document))
    if not files:
        raise Refused(
            "le texte en vigueur n’a aucun article à modifier : l’avenant qui l’ajoute s’écrit à la main",
            "the text in force has no article to be edited: write the amendment that adds one by hand",
        )
    texts = {file_name: file.markdown for file_name, file in files.items()} | {RECORD: record(base, files)}
    written = {f"{DRAFT_FOLDER}/{file_name}": text.encode() for file_name, text in texts.items()}
    if not (folder.parent / "avenant.yml").is_file():
        written["avenant.yml"] = index(act, day).encode()
    write_together(folder.parent, written)
    return tuple((folder / file_name).relative_to(root).as_posix() for file_name in files)


def draft(root: Path, act: str, *, references: bool = False) -> Drafted:
    """Write the amendment that makes of the text in force what stands in the draft's folder.

    With `references`, it also amends those that name by now something else than they did, where it is plain what they meant.

    Raises Refused, with nothing written, where an edit cannot be ordered or what would be written does not do it; StoreError
    where it cannot be written.
    """
    folder = root / "amendments" / _folder(root, act)
    edited = folder / DRAFT_FOLDER
    if not (edited / RECORD).is_file():
        raise Refused(
            f"il n’y a pas de brouillon\u00a0: «\u00a0clausier draft {act} --start\u00a0» pose le texte à modifier",
            f"there is no draft: “clausier draft {act} --start” lays the text to be edited",
        )
    laid_from = (edited / RECORD).read_text(encoding="utf-8")
    names, day = recorded(laid_from)
    base = base_of(root, folder.name, act, day)
    if laid_from != record(base, names):
        raise Refused(
            "le texte de départ a changé depuis que le brouillon a été posé\u00a0: en poser un nouveau et y reporter les "
            "modifications",
            "the text has changed since the draft was laid: lay a new one, and make the edits in it",
        )
    units = {name: unit for name, unit in base.units().items() if name in names}
    now = read_folder(edited, root, units, dict(base.laid))
    limits = thresholds(base.convention.drafting)
    found = proved(base, act, units, now, limits)
    left = left_references(root, base, found)
    if references and any(one.now for one in left):
        found = proved(base, act, units, amended(now, found, left), limits)
        left = left_references(root, base, found)
    done = _write(root, folder, index(act, base.day), found.files, len(found.edition.units) if found.files else 0)
    return replace(done, left=left)


def _folder(root: Path, act: str) -> str:
    """The name of the act's folder: the one that has it, with its year before it or not, else the id itself."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", act):
        raise Miscalled(
            f"«\u00a0{act}\u00a0» n’est pas un nom court (minuscules, chiffres, tirets)",
            f"“{act}” is no short name (small letters, digits, hyphens)",
        )
    found = [p.name for p in sorted((root / "amendments").glob(f"*{act}")) if re.fullmatch(rf"(?:\d+-)?{act}", p.name)]
    return found[0] if found else act


def _readable(files: Mapping[str, Laid]) -> dict[str, Laid]:
    """The files that are read back as what they are; the others are no text to be edited."""
    return {n: f for n, f in files.items() if (back := read_laid(f.markdown)) is not None and same(back, f.unit)}


def _write(root: Path, folder: Path, index: str, made: Mapping[str, str], changed: int) -> Drafted:
    record_file = folder / DRAFT_FOLDER / _WRITTEN
    before: dict[str, str] = json.loads(record_file.read_text(encoding="utf-8")) if record_file.is_file() else {}
    kept, standing = [], set()
    files = dict(made)
    for name, text in made.items():
        there = folder / name
        current = there.read_text(encoding="utf-8") if there.is_file() else None
        if current is not None and before.get(name) == sha256(current.encode()):
            standing |= {name} if current == text else set()
        elif current is not None:
            if _operations(current) != _operations(text):
                raise Refused(
                    f"«\u00a0{name}\u00a0» a été modifié à la main, et ses opérations changent\u00a0: l’effacer pour qu’il soit récrit",
                    f"“{name}” was changed by hand, and its operations change: delete it to have it written again",
                )
            kept.append(name)
            del files[name]
    gone = [n for n in before if n not in made and (folder / n).is_file()]
    if reworded := [n for n in gone if sha256((folder / n).read_text(encoding="utf-8").encode()) != before[n]]:
        raise Refused(
            f"«\u00a0{reworded[0]}\u00a0» a été modifié à la main, et n’a plus d’objet\u00a0: l’effacer",
            f"“{reworded[0]}” was changed by hand, and has no object any more: delete it",
        )
    if not (folder / "avenant.yml").is_file():
        files["avenant.yml"] = index
    write_together(folder, {name: text.encode() for name, text in files.items() if name not in standing}, gone)
    digests = {n: before[n] if n in kept and n in before else sha256(t.encode()) for n, t in made.items()}
    write_file(record_file, (json.dumps(digests, indent=1) + "\n").encode())
    return Drafted(
        folder=folder.relative_to(root).as_posix(),
        written=tuple(sorted(files)),
        kept=tuple(kept),
        removed=tuple(gone),
        changed=changed,
    )


def _operations(text: str) -> str:
    """The operations of an article's front matter; what quotes the sentence left out, for a person may reword that."""
    matter = text.split("---", 2)[1] if text.startswith("---") else ""
    return "\n".join(line for line in matter.split("\n") if not line.strip().startswith("dit:")).strip()
