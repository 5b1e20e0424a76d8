"""Several files of a folder, written together: all of them, or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

from clausier.store.files import told


def write_together(folder: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Put `files`, by their path below it, into `folder`, and take away those that are `gone`.

    A folder that is new appears whole. In one that is there, nothing moves before all is written; each file, and each folder
    below, which must be new, then takes its place in one step. Raises `StoreError`; all is then as it was.
    """
    import tempfile  # for those who write sources

    folder = folder.absolute()
    with told(folder):
        home = folder if folder.is_dir() else folder.parent
        home.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".clausier-", dir=home))
        try:
            fresh = beside / "fresh"
            fresh.mkdir()
            for above in {(fresh / name).parent for name in files}:
                above.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                (fresh / name).write_bytes(data)
            if home is folder:
                _moved_in(fresh, folder, gone, beside)
            else:
                fresh.rename(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _moved_in(fresh: Path, folder: Path, gone: Iterable[str], beside: Path) -> None:
    """Move what stands in `fresh` to `folder`, which stays itself: someone may stand in it, or it is a repository."""
    with ExitStack() as undo:
        for entry in sorted(fresh.iterdir()):
            place = folder / entry.name
            former = Path(shutil.copy2(place, beside)) if place.exists() else None
            entry.replace(place)
            undo.callback(_put_back, place, former)
        for name in gone:
            former = Path(shutil.copy2(folder / name, beside))
            (folder / name).unlink()
            undo.callback(_put_back, folder / name, former)
        undo.pop_all()


def _put_back(place: Path, former: Path | None) -> None:
    if former:
        former.replace(place)
    elif place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink()
