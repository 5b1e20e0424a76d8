"""The reference of `make bench`: a process that imports what reading needs, reads a project's files, and does no more.

YAML by libyaml's events, Markdown by markdown-it-py, click for a command line that has none. `python tests/bench/bare.py DIR`.
"""

import os
import sys
from pathlib import Path

import click  # noqa: F401 - what a command line costs to import
import yaml
from markdown_it import MarkdownIt


def read(root: Path) -> None:
    """Parse every source of the project at `root` once."""
    parser = MarkdownIt("commonmark").enable("table")
    for folder in (root / "convention", *sorted((root / "amendments").iterdir())):
        for entry in sorted(os.scandir(folder), key=lambda e: e.name):
            text = Path(entry.path).read_text(encoding="utf-8")
            if entry.name.endswith(".yml"):
                events(text)
            elif entry.name.endswith(".md"):
                matter, text = cut(text)
                events(matter)
                parser.parse(text)


def cut(text: str) -> tuple[str, str]:
    """The YAML header of a Markdown file, and what comes after it."""
    if not text.startswith("---\n"):
        return "", text
    header, _, rest = text[4:].partition("\n---\n")
    return header, rest


def events(text: str) -> None:
    """Read the YAML and keep nothing of it."""
    for _ in yaml.parse(text, Loader=yaml.CLoader):
        pass


if __name__ == "__main__":
    read(Path(sys.argv[1]))
