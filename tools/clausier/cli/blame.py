"""`clausier blame`: each stretch of words with the act that wrote it."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.cli.framework import command as make
from clausier.cli.framework import format_option, print_json, project_options
from clausier.cli.reading import consolidated, found_provision
from clausier.emit.history import blame_json


@make(
    "blame",
    fr="Qui a écrit quels mots\u00a0: chaque passage d’une stipulation avec l’article de l’acte dont il vient.",
    en="Who wrote which words: each stretch of a provision with the article of the act that it comes from.",
    example="clausier blame 8.3",
)
@click.argument("target")
@project_options
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
        lines += [p["title"], ""]
        for alinea in p["alineas"]:
            for index, run in enumerate(alinea["runs"]):
                number = f"{alinea['n'] or '?':>4}" if index == 0 else "    "
                lines.append(f"{origins[run['origin']]:<{width}} {number}  {run['text']}")
        for table in p["tables"]:
            for row in table["runs"]:
                origin = next((run["origin"] for cell in row for run in cell), "")
                words = " | ".join("".join(run["text"] for run in cell) for cell in row)
                lines.append(f"{origins.get(origin, ''):<{width}}       {words}")
        lines.append("")
    click.echo("\n".join(lines).rstrip())


def _said(origin: dict[str, str | None]) -> str:
    return f"{origin['act']}, art. {origin['article']}" if origin["article"] else str(origin["act"])
