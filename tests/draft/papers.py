"""A convention in a few articles, and edits of its draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from projects import written

CONVENTION = "id: papier\ntitre: Convention papier\nsignature: 2020-01-01\nen-vigueur: 2020-01-01\n"
Edit = Callable[[Path], object]  # of the folder that holds the draft


def laid(root: Path, articles: Mapping[str, str]) -> Path:
    """`root`, with a convention of these articles, by the name of their file."""
    return written(root / "convention", {"convention.yml": CONVENTION, **articles}).parent


def replacing(name: str, *changes: tuple[str, str]) -> Edit:
    """Other words in a file, wherever the former stand."""

    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")

    return edit
