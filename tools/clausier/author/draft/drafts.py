"""A draft's folder, or one file of it, as texts by name, and back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from clausier.author.draft.lay import RECORD
from clausier.author.refused import Refused
from clausier.store import write_file

_ALONE = "brouillon.md"  # what the one file of a draft is called here: git gives a merge driver files of no name


class DraftTexts(Struct, frozen=True, kw_only=True):
    """The files of a draft by name; `record` says from what its folder was laid, "" for a single file."""

    folder: bool
    files: dict[str, str]
    record: str


def read_draft(path: Path) -> DraftTexts:
    """The draft in a folder, or the one file of a draft. Raises Refused where it cannot be read, or is none."""
    if path.is_dir() and not (path / RECORD).is_file():
        raise Refused(
            f"«\u00a0{path}\u00a0» n’est pas un dossier de brouillon, tel que le pose «\u00a0clausier draft ID --start\u00a0»",
            f"“{path}” is no draft’s folder, as “clausier draft ID --start” lays it",
        )
    try:
        if path.is_dir():
            files = {p.name: p.read_text(encoding="utf-8") for p in sorted(path.glob("*.md"))}
            return DraftTexts(folder=True, files=files, record=(path / RECORD).read_text(encoding="utf-8"))
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise Refused(
            f"«\u00a0{path}\u00a0» n’est pas un brouillon qui se lit ({why})",
            f"“{path}” is no draft that can be read ({why})",
        ) from error
    # git hands an empty file to a merge driver where a side has none.
    return DraftTexts(folder=False, files={_ALONE: text} if text else {}, record="")


def write_draft(path: Path, draft: DraftTexts, files: Mapping[str, str]) -> None:
    """Make the folder, or the file, `path` hold `files`, those that it no longer has removed. Raises StoreError."""
    if not draft.folder:
        write_file(path, files.get(_ALONE, "").encode())
        return
    for name, text in files.items():
        if not (path / name).is_file() or (path / name).read_bytes() != text.encode():
            write_file(path / name, text.encode())
    if not (path / RECORD).is_file():
        write_file(path / RECORD, draft.record.encode())
    for name in draft.files.keys() - files.keys():
        (path / name).unlink(missing_ok=True)
