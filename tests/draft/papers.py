"""A convention in a few articles, edits of its draft, and the amendment that makes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from clausier.author.draft.draft import draft, start
from support.projects import written

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


def write(name: str, text: str) -> Edit:
    """A file with these words."""
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def rename(old: str, new: str) -> Edit:
    """Another name for a file."""
    return lambda folder: (folder / old).rename(folder / new)


def remove(name: str) -> Edit:
    """No such file any more."""
    return lambda folder: (folder / name).unlink()


def drafted(project: Path, *edits: Edit) -> list[str]:
    """The articles of the amendment that makes the edits, in order, with typographic spaces made plain."""
    start(project, "avenant-1")
    folder = project / "amendments/avenant-1"
    for edit in edits:
        edit(folder / "brouillon")
    draft(project, "avenant-1")
    return [f.read_text(encoding="utf-8").replace("\u00a0", " ") for f in sorted(folder.glob("*.md"))]
