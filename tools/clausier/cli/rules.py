"""`clausier rules`: the rules in force on a date, or what changes in them between two versions."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import command as make
from clausier.cli.framework import format_option, lang_of, option, print_json, project_options, refuse
from clausier.cli.reading import compiled, read_day_option
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Message
from clausier.emit.answers import select
from clausier.emit.rules_json import rules_at, rules_diff


@make(
    "rules",
    fr="Les règles en vigueur, chacune avec les mots dont elle vient. Sans date, celles de la dernière version entrée en vigueur.",
    en="The rules in force, each with the words that it comes from. Without a date, those of the last version that has begun.",
    example="clausier rules --at 2023-01-01\nclausier rules --diff convention avenant-1",
)
@project_options
@format_option("text", "json")
@option(
    "--at",
    metavar="DATE",
    callback=read_day_option,
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
@option(
    "--with",
    "drafts",
    multiple=True,
    metavar="ACTE",
    fr="Comme si ce projet d’avenant était signé.",
    en="As if this draft were signed.",
)
@click.pass_context
def command(
    context: click.Context,
    project: Path,
    format_: str,
    at: datetime.date | None,
    between: tuple[str, str] | None,
    drafts: tuple[str, ...],
) -> None:
    """Show rules."""
    if at and between:
        refuse(Message(fr="--at ou --diff, pas les deux", en="--at or --diff, not both"))
    found = compiled(project, drafts=drafts)
    timeline = found.timeline
    if between:
        before, after = (_version(timeline, name) for name in between)
        answer = rules_diff(found.rules, timeline, before, after)
    else:
        chosen = select(timeline, day=at)
        if chosen is None:
            refuse(Message(fr=f"rien n’était en vigueur le {at}", en=f"nothing was in force on {at}"), code=1)
        answer = rules_at(found.rules, timeline, chosen)
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.rules_text import changes_text, rules_text

        click.echo((changes_text if between else rules_text)(answer, lang_of(context)))


def _version(timeline: Timeline, name: str) -> Version:
    """The version of that name, or the one in force on that day."""
    try:
        day = datetime.date.fromisoformat(name)
    except ValueError:
        chosen = select(timeline, version=name)
    else:
        chosen = select(timeline, day=day)
    if chosen is None:
        ids = ", ".join(v.id for v in timeline.versions)
        refuse(
            Message(
                fr=f"pas de version «\u00a0{name}\u00a0» (il y a\u00a0: {ids})",
                en=f"no version “{name}” (there are: {ids})",
            ),
            code=1,
        )
    if not chosen.determined:
        ids = ", ".join(v.id for v in chosen.versions)
        refuse(
            Message(
                fr=f"le {name}, la version est indéterminée\u00a0: en nommer une ({ids})",
                en=f"on {name} the version is undetermined: name one ({ids})",
            ),
            code=1,
        )
    return chosen.versions[0]
