"""`clausier calendar`: what must meet, or be done by when, between two days."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import day_option, define, drafts_option, format_option, option
from clausier.cli.reading import compiled, given_text, report_and_end
from clausier.decide.events import Events, event_names, read_events, recorded
from clausier.rules.bound import BoundRule

_MOST_YEARS = 50


@define(
    "calendar",
    fr="Dire ce qui doit se réunir ou être fait, et pour quand, entre deux jours\u00a0: chaque échéance avec sa règle et sa phrase. "
    "Un délai se compte d’un événement, dont le jour est donné par --events.",
    en="Say what must meet or be done, and by when, between two days: each with its rule and its sentence. "
    "A period is counted from an event, whose day is given by --events.",
    example="clausier calendar --from 2024-01-01 --to 2024-12-31\n"
    "clausier calendar --from 2024-01-01 --to 2024-12-31 --events reunions.yml --ics > convention.ics",
)
@format_option("text", "json")
@day_option(
    "--from",
    "first",
    required=True,
    fr="Le premier jour (AAAA-MM-JJ).",
    en="The first day (YYYY-MM-DD).",
)
@day_option(
    "--to",
    "last",
    required=True,
    fr="Le dernier jour (AAAA-MM-JJ).",
    en="The last day (YYYY-MM-DD).",
)
@option(
    "--events",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    fr="Les jours des réunions et des autres événements (YAML ou JSON)\u00a0: « événements: {ag: 2024-06-20} ».",
    en="The days of meetings and other events (YAML or JSON): “événements: {ag: 2024-06-20}”.",
)
@option(
    "--year-start",
    type=click.IntRange(1, 12),
    default=1,
    metavar="MONTH",
    fr="Le mois où commencent l’année et ses semestres (1 par défaut\u00a0; 9 pour l’année scolaire).",
    en="The month in which the year and its semesters begin (1 by default; 9 for the school year).",
)
@option("--ics", is_flag=True, fr="Un agenda (iCalendar).", en="A calendar (iCalendar).")
@drafts_option
def command(
    project: Path,
    format_: str,
    first: datetime.date,
    last: datetime.date,
    path: Path | None,
    year_start: int,
    ics: bool,
    drafts: tuple[str, ...],
) -> None:
    """Show what is due."""
    from clausier.decide.calendar import agenda
    from clausier.emit.calendar_json import calendar_json
    from clausier.rules.evaluation import NoSuchDayError

    if ics and format_ == "json":
        refuse(fr="--ics ou --format json, pas les deux", en="--ics or --format json, not both")
    if last < first:
        refuse(fr="--to est avant --from", en="--to is before --from")
    if last.year - first.year > _MOST_YEARS:
        refuse(fr=f"plus de {_MOST_YEARS} ans", en=f"more than {_MOST_YEARS} years")
    found = compiled(project, drafts=drafts)
    events = {**recorded(found.corpus.acts), **(_given(path, found.rules.rules) if path else {})}
    try:
        items = agenda(found.rules, found.timeline, (first, last), events, year_start=year_start)
    except NoSuchDayError:
        refuse(
            fr="un délai finit hors du calendrier (ans 1 à 9999)\u00a0: voir les règles et --events",
            en="a period ends beyond the calendar (years 1 to 9999): see the rules and --events",
            code=1,
        )
    answer = calendar_json(items, found.rules, found.timeline, (first, last), year_start)
    if format_ == "json":
        print_json(answer)
        return
    from clausier.emit.answers import select
    from clausier.emit.calendar_text import calendar_text, entries
    from clausier.emit.called import over_text
    from clausier.emit.icalendar import icalendar
    from clausier.emit.site.names import namer

    if ics:
        click.echo(icalendar(entries(answer, spoken(), namer(found))), nl=False)
    else:
        lang, chosen = spoken(), select(found.timeline, day=first)
        over = over_text(chosen.versions if chosen else (), lang)
        click.echo(calendar_text(answer, lang, namer(found)) + over)


def _given(path: Path, rules: tuple[BoundRule, ...]) -> Events:
    events, problems = read_events(str(path), given_text(str(path)), event_names(rules))
    if problems:
        report_and_end(problems)
    return events
