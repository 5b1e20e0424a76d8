"""Literate cases: one Markdown file that states a law in prose, shows sources, and holds what the compiler must answer.

A fenced block is a source file, its info string being `LANGUAGE PATH`; or an expectation, `expect WHAT`:

- `expect VERSION`: the text of that version (`expect avenant-1 origins`: with the operation that wrote each stretch);
- `expect findings`: every finding; `expect periods`, `expect members`, `expect pending`: the timeline;
- `expect rules`, `expect coverage`, `expect remarks`, `expect silences`: the rules, and what is accounted for.

Any of them may end in `with DRAFT`. `bytes PATH` writes a file given with Python's escapes, `link PATH` a symbolic link
to what it holds, `absent PATH` leaves out a file that would stand by default: `convention/convention.yml`, and an
`avenant.yml` in each folder of `amendments/`, in force on 1 January 2021, 2022 … in the order of their names.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausier.compile import Compiled, compile_project
from clausier.diagnostics import Diagnostic
from clausier.model.dates import When
from clausier.model.provision import Alinea, Lacuna, Provision, Quotation, Table
from clausier.text import Text
from rules.shown import shown_coverage, shown_remarks, shown_rules, shown_silences
from support.projects import written

_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[a-z]+ [^\n]+)\n(?P<body>(?:.*\n)*?)(?P=fence)$", re.MULTILINE)
_CONVENTION = "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n"
_AMENDMENT = "id: {id}\ntitre: Avenant {id}\nsignature: {year}-01-01\nen-vigueur: {year}-01-01\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the words of its info string, what it holds, and where that stands in the file."""

    info: tuple[str, ...]
    body: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Case:
    """A case as read from its file."""

    path: Path
    text: str
    blocks: tuple[Block, ...]

    @property
    def prose(self) -> str:
        """What stands outside the blocks."""
        return _FENCE.sub("", self.text)

    @property
    def sources(self) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.info[0] != "expect")

    @property
    def expected(self) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.info[0] == "expect")


def read_case(path: Path) -> Case:
    """The case that `path` holds."""
    text = path.read_text(encoding="utf-8")
    blocks = tuple(
        Block(tuple(m["info"].split()), m["body"], m.start("body"), m.end("body")) for m in _FENCE.finditer(text)
    )
    return Case(path, text, blocks)


def rewritten(case: Case, answers: dict[Block, str]) -> str:
    """The text of the case with `answers` in place of what its blocks held."""
    text = case.text
    for block in reversed(case.expected):
        text = text[: block.start] + answers[block] + text[block.end :]
    return text


def write_sources(case: Case, root: Path) -> None:
    """The files of the case, and those that stand by default, below `root`."""
    files: dict[str, bytes | None] = {"convention/convention.yml": _CONVENTION.encode()}
    links: dict[str, str] = {}
    folders = {
        b.info[1].split("/")[1] for b in case.sources if b.info[1].startswith("amendments/") and b.info[0] != "link"
    }
    for rank, folder in enumerate(sorted(f for f in folders if "." not in f)):
        files[f"amendments/{folder}/avenant.yml"] = _AMENDMENT.format(id=folder, year=2021 + rank).encode()
    for block in case.sources:
        kind, path = block.info[0], block.info[1]
        match kind:
            case "absent":
                files[path] = None
            case "link":
                links[path] = block.body.strip()
            case "bytes":
                files[path] = block.body.removesuffix("\n").encode("ascii").decode("unicode_escape").encode("latin-1")
            case _:
                files[path] = block.body.encode()
    written(root, {name: data for name, data in files.items() if data is not None})
    for name, target in links.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target)


Answer = tuple[Compiled | None, tuple[Diagnostic, ...]]


def compiled_case(case: Case, root: Path) -> dict[str, Answer]:
    """The case, whose sources stand below `root`, compiled with each draft that it asks for, and without (`""`)."""
    drafts = {"", *(_draft(block) for block in case.expected)}
    return {draft: compile_project(root, drafts=[draft] if draft else [], checks=False) for draft in sorted(drafts)}


def _draft(block: Block) -> str:
    return block.info[block.info.index("with") + 1] if "with" in block.info else ""


def said(block: Block, answers: dict[str, Answer]) -> str:
    """What the compiler says to what `block` asks, as the block should hold it."""
    compiled, diagnostics = answers[_draft(block)]
    what = block.info[1]
    if what == "findings":
        return "".join(f"{line}\n" for d in diagnostics for line in finding(d))
    if compiled is None:
        return "(no convention)\n"
    match what:
        case "periods":
            lines = periods(compiled)
        case "members":
            lines = (
                f"{_days(m.first, m.last)} {', '.join(p.id for p in m.parties)}" for m in compiled.timeline.members
            )
        case "pending":
            lines = (
                f"{o.common.id} {getattr(e.date, 'because', '')}"
                for e in compiled.timeline.to_come
                for o in e.operations
            )
        case "rules":
            lines = shown_rules(compiled.rules)
        case "coverage":
            lines = shown_coverage(compiled.rules)
        case "remarks":
            lines = shown_remarks(compiled.rules)
        case "silences":
            lines = shown_silences(compiled.rules)
        case _:
            lines = version(compiled, what, origins="origins" in block.info)
    return "".join(f"{line}\n" for line in lines)


def finding(diagnostic: Diagnostic) -> Iterator[str]:
    """A finding: code, severity and place; then its message, its help and its notes."""
    yield f"{diagnostic.code.id} {diagnostic.severity} {diagnostic.span}"
    yield f"  {diagnostic.message.text('fr')}"
    if diagnostic.help:
        yield f"  aide : {diagnostic.help.text('fr')}"
    for label in diagnostic.labels:
        yield f"  note : {label.message.text('fr')} ({label.span})"


def periods(compiled: Compiled) -> Iterator[str]:
    """The days with one answer each, and the version, or the candidates, for them."""
    for period in compiled.timeline.periods:
        because = "; ".join(
            f"{name}: {when.first} to {when.last}" for name, when in period.because if isinstance(when, When)
        )
        named = " | ".join([*(["(none)"] if period.or_none else []), *period.candidates])
        yield f"{_days(period.first, period.last)} {named}{f' ({because})' if because else ''}"


def _days(first: datetime.date, last: datetime.date | None) -> str:
    return f"{first}..{last or ''}"


def version(compiled: Compiled, name: str, *, origins: bool) -> Iterator[str]:
    """The text of a version: headings by depth, alinéas with their rank, labels, tables, lacunas, tombstones."""
    found = compiled.timeline.version(name)
    if found is None:
        names = ", ".join(v.id for v in compiled.timeline.versions)
        yield f"(no version {name}: {names})"
        return
    for child in found.document.children:
        yield from provision(child, 1, origins=origins)


def provision(part: Provision, depth: int, *, origins: bool = False) -> Iterator[str]:
    """A provision and all below it, line by line."""
    heading = _shown(part.heading, origins=origins) if part.heading else ""
    number = part.prefix + part.number + part.separator if part.number or part.prefix else f"({part.kind})"
    if origins and _new(part.number_origin):
        number = f"{{{part.number_origin}|{number}}}"
    yield f"{'#' * depth} {number}{heading}".rstrip() + _status(part, origins=origins)
    rank = 0
    for block in part.blocks:
        match block:
            case Alinea():
                rank += 1
                label = f"{_shown(block.label, origins=origins)} " if block.label else "- " if block.item else ""
                told = "" if block.repealed else _status(block, origins=origins)  # a tombstone says it itself
                yield f"[{rank}] {'  ' * block.depth}{label}{_shown(block.text, origins=origins)}{told}"
            case Table(rows=rows):
                yield from (f"    | {' | '.join(_shown(cell, origins=origins) for cell in row)} |" for row in rows)
            case Lacuna(reason=reason):
                yield f"[?] {reason}"
            case Quotation():
                yield "[>]"
    for child in part.children:
        yield from provision(child, depth + 1, origins=origins)


def _status(part: Provision | Alinea, *, origins: bool) -> str:
    return "" if part.status == "in-force" else f" [{part.status}{f' by {part.status_origin}' if origins else ''}]"


_MARKS = {"em": ("*", "*"), "strong": ("**", "**"), "link": ("[", "]({})")}


def _shown(text: Text, *, origins: bool) -> str:
    """The characters of a text with its marks; with `origins`, `{ORIGIN|…}` around what an amendment wrote."""
    if origins:
        return "".join(f"{{{run.origin}|{chars}}}" if _new(run.origin) else chars for chars, run in text.pieces())
    opened: dict[int, list[str]] = {}
    closed: dict[int, list[str]] = {}
    for mark in text.marks:
        before, after = _MARKS[mark.kind]
        opened.setdefault(mark.start, []).append(before)
        closed.setdefault(mark.end, []).insert(0, after.format(mark.href))
    shown = (
        "".join(closed.get(i, ())) + "".join(opened.get(i, ())) + text.chars[i : i + 1] for i in range(len(text) + 1)
    )
    return "".join(shown)


def _new(origin: str) -> bool:
    return origin not in {"", "convention"}
