"""`clausier blame`: each stretch of words with the act that wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from clausier.cli.framework import print_json, spoken
from clausier.cli.options import define, format_option
from clausier.cli.reading import consolidated, found_provision
from clausier.diagnostics import Message
from clausier.emit.history import blame_json
from clausier.emit.operations import part_of_act


@define(
    "blame",
    fr="Dire qui a écrit quels mots\u00a0: chaque passage d’une stipulation avec l’article de l’acte dont il vient.",
    en="Say who wrote which words: each stretch of a provision with the article of the act that it comes from.",
    example="clausier blame 8.3",
)
@click.argument("target")
@format_option("text", "json")
def command(target: str, project: Path, format_: str) -> None:
    """Show the origin of each run."""
    timeline = consolidated(project)
    version, provision = found_provision(timeline, target)
    answer = blame_json(timeline, version, provision)
    if format_ == "json":
        print_json(answer)
        return
    origins = {name: _said(o) for name, o in answer["origins"].items()}
    width = max((len(o) for o in origins.values()), default=0)
    lines: list[str] = []
    for p in answer["provisions"]:
        heading = dict.fromkeys(origins[run["origin"]] for run in p["heading_runs"])
        body = {origins[run["origin"]] for run in _body(p)}
        by = Message(fr="intitulé\u00a0: {by}", en="heading: {by}").fill(by=", ".join(heading)).text(spoken())
        lines += [p["title"] + (f"  ({by})" if heading and heading.keys() != body else ""), ""]
        last = 0
        for rank, alinea in enumerate([*p["alineas"], None]):
            for row in (row for table in p["tables"] if table["after"] == rank for row in table["runs"]):
                lines += [f"{said:<{width}}       {words}" for said, words in _row(row, origins)]
            if alinea is None:
                break
            n = alinea["n"]
            shown, last = "?" if n is None else "·" if n == last else str(n), n or last
            for index, (said, words) in enumerate(_line(alinea, origins)):
                lines.append(f"{said:<{width}} {shown if index == 0 else '':>4}  {words}")
        lines.append("")
    click.echo("\n".join(lines).rstrip())


def _body(provision: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The runs of the provision below its heading."""
    for alinea in provision["alineas"]:
        yield from alinea["runs"]
    for table in provision["tables"]:
        for row in table["runs"]:
            for cell in row:
                yield from cell


def _line(alinea: dict[str, Any], origins: dict[str, str]) -> list[tuple[str, str]]:
    """The words of an alinéa, run by run, behind its label, which goes with the words of its own author."""
    words = [(origins[run["origin"]], run["text"]) for run in alinea["runs"]]
    label = [(origins[run["origin"]], run["text"]) for run in alinea["label_runs"]]
    if label and words and label[-1][0] == words[0][0]:
        return [*label[:-1], (label[-1][0], f"{label[-1][1]} {words[0][1]}"), *words[1:]]
    return [*label, *words]


def _row(cells: list[list[dict[str, str]]], origins: dict[str, str]) -> list[tuple[str, str]]:
    """The words of a row, cells apart by `|`, in stretches of one origin each."""
    stretches: list[tuple[str, str]] = []
    for number, cell in enumerate(cells):
        pieces = [(origins[run["origin"]], run["text"]) for run in cell]
        # What parts two cells is nobody's: it goes with the words before it.
        for said, words in [(stretches[-1][0] if stretches else "", " | "), *pieces] if number else pieces:
            if stretches and said == stretches[-1][0]:
                stretches[-1] = (said, stretches[-1][1] + words)
            else:
                stretches.append((said, words))
    return stretches


def _said(origin: dict[str, str | None]) -> str:
    return f"{origin['act']}, {part_of_act(origin['article'])}" if origin["article"] else str(origin["act"])
