"""Waiting for a save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

FOLDERS = ("convention", "amendments", "site")
SETTINGS = "mkdocs.yml"
PAUSE_MS = 30  # a save is over when so long has passed without another change
LOOK_MS = 500  # how often to look at what is not watched: mkdocs.yml, a folder that is new


def saves(root: Path, stop: Event) -> Iterator[None]:
    """One item at once, then one for each save of a source of the project at `root`, until `stop` is set.

    The system only wakes: what the files themselves say decides, so that no save is missed while one is dealt with.
    """
    from watchfiles import watch

    seen = _stamps(root)
    yield
    while not stop.is_set():
        folders = [root / name for name in FOLDERS if (root / name).is_dir()]
        for _ in watch(
            *folders,
            step=PAUSE_MS,
            debounce=10 * PAUSE_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=True,
        ):
            now = _stamps(root)
            if now != seen:
                seen = now
                yield
            if folders != [root / name for name in FOLDERS if (root / name).is_dir()]:
                break


def _stamps(root: Path) -> dict[Path, tuple[int, int, int]]:
    """Every source, with what tells that it has been saved; hidden files, where editors keep theirs, are left out."""
    found: dict[Path, tuple[int, int, int]] = {}
    for path in (root / SETTINGS, *(p for name in FOLDERS for p in (root / name).rglob("*"))):
        if path.name.startswith("."):
            continue
        try:
            stat = path.lstat()
        except OSError:  # gone meanwhile
            continue
        found[path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found
