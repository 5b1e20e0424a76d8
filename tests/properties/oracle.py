"""A naive consolidation, written from the drafting rules alone: lists of words, changed in place. It knows nothing of clausier.

A text is articles; an article has alinéas, perhaps a table, and sub-articles; an alinéa is sentences, each a list of words.
`Story.write` puts the convention and its amendments on disk; `Story.text` says what the text is after each of them.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Line:
    """An alinéa: its sentences as lists of words; `label` and `depth` where it is an item."""

    sentences: list[list[str]]
    label: str = ""
    depth: int = 0

    def words(self) -> str:
        return " ".join(" ".join(s) + "." for s in self.sentences)


@dataclass
class Unit:
    """An article or sub-article. `gone` once it is repealed."""

    number: str
    heading: str
    lines: list[Line] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)
    subs: list[Unit] = field(default_factory=list)
    gone: bool = False

    def all(self) -> Iterator[Unit]:
        yield self
        for sub in self.subs:
            yield from sub.all()


Text = list[Unit]


def rendered(text: Text) -> list[str]:
    """The text as lines: what a reader sees, in order."""
    shown: list[str] = []
    for unit in text:
        for one in unit.all():
            if one.gone:
                shown.append(f"# {one.number} (abrogé)")
                continue
            shown.append(f"# {one.number} {one.heading}".rstrip())
            shown.extend(f"{line.depth}|{line.label}|{line.words()}" for line in one.lines)
            shown.extend("~" + "|".join(row) for row in one.table)
    return shown


@dataclass
class Act:
    """An amendment of one operation: its YAML, its quotation (Markdown), and what it does to a text."""

    yaml: str
    quotation: str
    does: Callable[[Text], None]
    name: str = ""


@dataclass
class Story:
    """A convention and what became of it."""

    base: Text
    acts: list[Act]

    def text(self, after: int) -> list[str]:
        """The lines of the text after the first `after` acts."""
        text = copy.deepcopy(self.base)
        for act in self.acts[:after]:
            act.does(text)
        return rendered(text)

    def write(
        self, folder: Path, *, acts: int | None = None, same_day: bool = False, order: list[int] | None = None
    ) -> Path:
        """Put the sources into `folder`: the convention of 2000, then one amendment a year (or all on one day)."""
        home = folder / "convention"
        home.mkdir(parents=True)
        (home / "convention.yml").write_text("id: essai\ntitre: Essai\nsignature: 2000-01-01\n", encoding="utf-8")
        for index, unit in enumerate(self.base):
            (home / f"{index:02}.md").write_text(markdown(unit, 1), encoding="utf-8")
        chosen = list(enumerate(self.acts[: len(self.acts) if acts is None else acts], start=1))
        for place, (number, act) in enumerate(chosen):
            rank = order[place] if order else number
            path = folder / "amendments" / f"a{number:02}"
            path.mkdir(parents=True)
            day = "2001-01-01" if same_day else f"{2000 + number}-01-01"
            signed = f"2000-02-{rank:02}" if same_day else day
            index_text = f"id: a{number:02}\ntitre: Avenant {number}\nsignature: {signed}\nen-vigueur: {day}\n"
            (path / "avenant.yml").write_text(index_text, encoding="utf-8")
            quoted = "\n".join(f"> {row}".rstrip() for row in act.quotation.split("\n")) if act.quotation else ""
            body = f"---\nopérations:\n{act.yaml}---\n# Article 1\n\nLa convention est modifiée.\n\n{quoted}\n"
            (path / "01.md").write_text(body, encoding="utf-8")
        return folder


def markdown(unit: Unit, level: int, *, title: str = "Article ") -> str:
    """A unit as a source file has it."""
    heading = f" – {unit.heading}" if unit.heading else ""
    parts = [f"{'#' * level} {title if level == 1 else ''}{unit.number}{heading}", lines_markdown(unit.lines)]
    if unit.table:
        rows = [unit.table[0], ["---"] * len(unit.table[0]), *unit.table[1:]]
        parts.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
    parts.extend(markdown(sub, level + 1) for sub in unit.subs)
    return "\n\n".join(p for p in parts if p) + "\n"


def lines_markdown(lines: list[Line]) -> str:
    """Alinéas as Markdown: items of one list without a blank line between them."""
    out = ""
    for index, line in enumerate(lines):
        mark = "  " * (line.depth - 1) + "- " if line.depth else ""
        label = f"{line.label} " if line.label else ""
        between = "\n" if index and line.depth and lines[index - 1].depth else "\n\n" if index else ""
        out += between + mark + label + line.words()
    return out


def find(text: Text, number: str) -> Unit:
    return next(u for top in text for u in top.all() if u.number == number)
