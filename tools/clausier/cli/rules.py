"""`clausier rules`: the rules in force on a date, or what changes in them between two versions."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import day_option, define, drafts_option, format_option, option
from clausier.cli.reading import compiled, selected, selected_by
from clausier.emit.rules_json import rules_at, rules_between


@define(
    "rules",
    fr="Montrer les règles en vigueur, chacune avec les mots dont elle vient. Sans date, celles de la dernière version entrée en vigueur.",
    en="Show the rules in force, each with the words that it comes from. Without a date, those of the last version that has begun.",
    example="clausier rules --at 2023-01-01\nclausier rules --diff convention avenant-1\nclausier rules --diff convention 2026-01-01 --with avenant-2",
)
@format_option("text", "json")
@day_option(
    "--at",
    fr="Les règles en vigueur ce jour-là (AAAA-MM-JJ).",
    en="The rules in force on that day (YYYY-MM-DD).",
)
@option(
    "--diff",
    "between",
    nargs=2,
    metavar="A B",
    default=None,
    fr="Ce qui change de la version A à la version B (des noms ou des dates).",
    en="What changes from version A to version B (names or dates).",
)
@drafts_option
def command(
    project: Path,
    format_: str,
    at: datetime.date | None,
    between: tuple[str, str] | None,
    drafts: tuple[str, ...],
) -> None:
    """Show rules."""
    if at and between:
        refuse(fr="--at ou --diff, pas les deux", en="--at or --diff, not both")
    found = compiled(project, drafts=drafts)
    timeline = found.timeline
    chosen = selected(timeline, day=at)
    if between:
        before, after = (selected_by(timeline, name) for name in between)
        answer = rules_between(found.rules, timeline, before, after)
    else:
        answer = rules_at(found.rules, timeline, chosen)
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.called import over_text
        from clausier.emit.rules_text import changes_text, rules_text

        lang = spoken()
        click.echo(
            changes_text(answer, lang) if between else rules_text(answer, lang) + over_text(chosen.versions, lang)
        )
