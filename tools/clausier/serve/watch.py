"""Waiting for a save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

FOLDERS = ("convention", "amendments", "site")
SETTINGS = "mkdocs.yml"
PAUSE_MS = 30  # a save is over when so long has passed without another change
LOOK_MS = 500  # how often to look whether a folder, or mkdocs.yml, has come, gone or changed


def saves(root: Path, stop: Event) -> Iterator[None]:
    """One item for each save of a source of the project at `root`, until `stop` is set."""
    from watchfiles import watch

    while not stop.is_set():
        seen = _stamps(root)
        folders = [root / name for name in FOLDERS if (root / name).is_dir()]
        for changes in watch(
            *folders,
            step=PAUSE_MS,
            debounce=10 * PAUSE_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
            stop_event=stop,
            raise_interrupt=True,
        ):
            now = _stamps(root)
            if changes or now != seen:
                yield
            if now != seen:
                break


def _stamps(root: Path) -> tuple[object, ...]:
    """Which of the folders are there, and the age of mkdocs.yml: not watched, since editors put another in its place."""
    settings = root / SETTINGS
    age = settings.stat().st_mtime_ns if settings.is_file() else None
    return (*((root / name).is_dir() for name in FOLDERS), age)
