"""What an import leaves in the folder of an act beside its files, so that the next one keeps what a person has done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from clausier.author.intake.questions import Answer
from clausier.digest import sha256

RECORD = ".import.json"


class Record(Struct, frozen=True, kw_only=True):
    """The hashes of the signed files and their names, those of the files as made without answers, and the answers given since."""

    files: tuple[str, ...]
    names: tuple[str, ...] = ()
    written: dict[str, str] = {}
    answers: tuple[Answer, ...] = ()


def read_record(folder: Path) -> Record | None:
    """The record in the folder; None where there is none, or none that can be read."""
    try:
        return msgspec.json.decode((folder / RECORD).read_bytes(), type=Record)
    except (OSError, msgspec.MsgspecError):
        return None


def record_bytes(record: Record) -> bytes:
    """The record as it is written."""
    return (json.dumps(msgspec.to_builtins(record), ensure_ascii=False, indent=1) + "\n").encode()


class Compared(Struct, frozen=True, kw_only=True):
    """The files to write, those that a person has changed or taken away since, those that are as they are made.

    `stale` are files of an earlier import that this one no longer makes, and that nobody has changed.
    """

    fresh: tuple[str, ...]
    kept: tuple[str, ...]
    same: tuple[str, ...]
    stale: tuple[str, ...]


def compared(folder: Path, made: Mapping[str, bytes], before: Mapping[str, bytes], record: Record) -> Compared:
    """What becomes of each file; `before` are the files as the answers on record make them."""
    gone = {n: _untouched(folder / n, record) for n in record.written if n not in made and (folder / n).is_file()}
    # A person works in a file of that rank: the same article under another name would be there twice.
    ranks = {name[:3] for name, untouched in gone.items() if not untouched}
    fresh: list[str] = []
    kept: list[str] = [name for name, untouched in gone.items() if not untouched]
    same: list[str] = []
    for name in sorted(made):
        path = folder / name
        if not path.exists():
            known = name in record.written or (name[:3] in ranks and name.endswith(".md"))
            (kept if known else fresh).append(name)
        elif (data := path.read_bytes()) == made[name]:
            same.append(name)
        else:
            ours = data == before.get(name) or _untouched(path, record)
            (fresh if ours else kept).append(name)
    stale = tuple(sorted(name for name, untouched in gone.items() if untouched))
    return Compared(fresh=tuple(fresh), kept=tuple(sorted(kept)), same=tuple(same), stale=stale)


def _untouched(path: Path, record: Record) -> bool:
    return record.written.get(path.name) == sha256(path.read_bytes())
