"""`clausier duties`: who owes what."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import print_json, refuse_unknown, spoken
from clausier.cli.options import day_option, define, drafts_option, format_option, option
from clausier.cli.reading import compiled, selected
from clausier.cli.voting import each_case


@define(
    "duties",
    fr="Dire qui doit, peut ou ne doit pas faire quoi\u00a0: envers qui, à quelle condition, dans quel délai, avec la phrase qui le dit. "
    "Sans date, selon la dernière version entrée en vigueur.",
    en="Say who must, may or must not do what: toward whom, on what condition, by when, with the sentence that says so. "
    "Without a date, by the last version that has begun.",
    example="clausier duties --of commune-a\nclausier duties --of commune-d --at 2023-01-01 --format json",
)
@format_option("text", "json")
@option(
    "--of",
    metavar="MEMBER",
    fr="Ce que doit ce membre, cette instance ou ce rôle, par son nom court.",
    en="What this member, body or role owes, by its id.",
)
@day_option(
    "--at",
    fr="Ce jour-là (AAAA-MM-JJ).",
    en="On that day (YYYY-MM-DD).",
)
@drafts_option
def command(
    project: Path,
    format_: str,
    of: str | None,
    at: datetime.date | None,
    drafts: tuple[str, ...],
) -> None:
    """Show who owes what."""
    from clausier.decide.duties import askable
    from clausier.emit.duties_json import duties_json

    found = compiled(project, drafts=drafts)
    selection = selected(found.timeline, day=at)
    selection, each = each_case(found, selection, at)
    cases = [(version, members) for version, members, _ in each]
    if of is not None:
        here = (rule for version in selection.versions for rule in found.rules.of(version.id))
        known = askable(here, (member for _, members in cases for member in members))
        if of not in known:
            refuse_unknown(
                known,
                fr=f"personne ne s’appelle «\u00a0{of}\u00a0» ce jour-là",
                en=f"nobody is called “{of}” on that day",
            )
    answer = duties_json(found.rules, found.timeline, selection, of, cases, at)
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.called import over_text
        from clausier.emit.duties_text import duties_text
        from clausier.emit.membership import counted_text
        from clausier.emit.site.names import namer

        lang = spoken()
        over = over_text(selection.versions, lang)
        counted = "" if at else counted_text(found.timeline, lang)
        click.echo(duties_text(answer, lang, namer(found)) + counted + over)
