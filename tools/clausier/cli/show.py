"""`clausier show`: the text, or a provision of it, on a date or in a version."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import day_option, define, drafts_option, format_option, option
from clausier.cli.reading import consolidated, selected, target_of
from clausier.emit.answers import show_json


@define(
    "show",
    fr="Montrer le texte, ou une stipulation, à une date ou dans une version. Sans date, la dernière version entrée en vigueur.",
    en="Show the text, or a provision, on a date or in a version. Without a date, the last version that has begun.",
    example='clausier show 8.3 --at 2023-01-01\nclausier show "8.1, al. 9"',
)
@click.argument("target", required=False)
@format_option("text", "md", "json")
@day_option(
    "--at",
    fr="Le texte en vigueur ce jour-là (AAAA-MM-JJ).",
    en="The text in force on that day (YYYY-MM-DD).",
)
@option(
    "--version",
    "version",
    metavar="ID",
    default="",
    fr="La version de ce nom («\u00a0avenant-1\u00a0»).",
    en="The version of that name (“avenant-1”).",
)
@day_option(
    "--known",
    fr="Ce que l’on savait ce jour-là\u00a0: sans les actes signés après.",
    en="What was known on that day: without the acts signed later.",
)
@drafts_option
@option("--hash", "hashed", is_flag=True, fr="L’empreinte de la stipulation.", en="The fingerprint of the provision.")
def command(
    target: str | None,
    project: Path,
    format_: str,
    at: datetime.date | None,
    version: str,
    known: datetime.date | None,
    drafts: tuple[str, ...],
    hashed: bool,
) -> int:
    """Show a text."""
    if at and version:
        refuse(fr="--at ou --version, pas les deux", en="--at or --version, not both")
    timeline = consolidated(project, drafts=drafts, known=known)
    signed = timeline.acts[0].signed
    if known and signed and signed.first > known:
        refuse(
            fr=f"la convention n’était pas signée le {known}", en=f"the convention was not signed on {known}", code=1
        )
    wanted = target_of(target)
    chosen = selected(timeline, day=at, version=version)
    answer, ok = show_json(timeline, chosen, wanted)
    if hashed and format_ != "json":
        for found in answer.get("candidates", [answer]):
            provision = found["provision"]
            click.echo(provision["hash"] if provision and "hash" in provision else "–")
    elif format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.show_text import show_text

        click.echo(show_text(timeline, chosen, wanted, spoken(), markdown=format_ == "md"))
    return 0 if ok else 1
