"""A folder of projects, or a file that lists them → each project, with its name in the collection."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from clausier.diagnostics import Refused

_SIGN = Path("convention", "convention.yml")  # by which a folder is known as a project


class Project(Struct, frozen=True, order=True):
    """A project of a collection: its name there, its folder, and the folder of its outputs."""

    name: str
    root: Path
    out: Path


def projects(collection: Path, out: Path | None = None) -> tuple[Project, ...]:
    """The projects of a collection, by name: of the folder `collection`, at any depth, or of the list that it is.

    A list names a folder a line, from the list's own; empty lines and those that begin with `#` say nothing. Outputs go
    to `build` in each project, or to its name below `out`. Raises `Refused` where there is none, where two have
    one name or one is inside another, and where `out` has no place for one.
    """
    home = collection if collection.is_dir() else collection.parent
    names = sorted(_below(collection) if collection.is_dir() else _listed(collection))
    if not names:
        raise Refused(fr=f"aucune convention dans «\u00a0{collection}\u00a0»", en=f"no convention in “{collection}”")
    chosen = {Path(os.path.normpath(name)) for name in names}
    for name in names:
        path = Path(os.path.normpath(name))
        for other in path.parents:
            if other in chosen and other != path:
                raise Refused(
                    fr=f"«\u00a0{name}\u00a0» est à l’intérieur de «\u00a0{other}\u00a0»",
                    en=f"“{name}” is inside “{other}”",
                )
        if out is not None and (path.is_absolute() or ".." in path.parts):
            raise Refused(
                fr=f"«\u00a0{name}\u00a0» n’est pas sous le dossier de la liste\u00a0: ses sorties n’ont pas de place dans «\u00a0{out}\u00a0»",
                en=f"“{name}” is not below the folder of the list: there is no place for its outputs in “{out}”",
            )
    return tuple(
        Project(name=name, root=root, out=(out / name if out is not None else root / "build").absolute())
        for name in names
        for root in [(home / name).absolute()]
    )


def _below(folder: Path) -> Iterator[str]:
    """Each project below a folder, none of them being looked into; links are not followed, hidden folders left out."""
    for here, below, _ in os.walk(folder):
        if (Path(here) / _SIGN).is_file():
            below.clear()
            yield Path(here).relative_to(folder).as_posix()
        below[:] = [name for name in below if not name.startswith(".")]


def _listed(file: Path) -> list[str]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            fr=f"«\u00a0{file}\u00a0» n’est ni un dossier ni une liste qui se lise",
            en=f"“{file}” is no folder and no list to read",
        ) from error
    names: dict[Path, str] = {}
    for number, line in enumerate(lines, 1):
        name = line.strip()
        if not name or name.startswith("#"):
            continue
        if (path := Path(os.path.normpath(name))) in names:
            raise Refused(
                fr=f"«\u00a0{name}\u00a0» est deux fois dans la liste (ligne {number})",
                en=f"“{name}” is in the list twice (line {number})",
            )
        names[path] = path.as_posix()
    return list(names.values())
