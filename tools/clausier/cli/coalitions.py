"""`clausier coalitions`: who can win and who can block in a body."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from clausier.cli.framework import print_json, refuse_with, spoken
from clausier.cli.options import assume_option, day_option, define, drafts_option, format_option, option
from clausier.cli.reading import compiled, given_text, report_and_end, selected
from clausier.cli.voting import each_case, no_body
from clausier.consolidate import Version
from clausier.decide.assume import ManyReadingsError
from clausier.decide.coalitions import coalitions, majorities
from clausier.decide.motion import Motion
from clausier.decide.read import read_motion
from clausier.decide.seats import Known, open_questions
from clausier.diagnostics import Diagnostic, Message
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Facts

_TOO_MANY = Message(
    fr="trop de lectures possibles\u00a0: en tenir une pour acquise (--assume)",
    en="too many possible readings: take one for settled (--assume)",
)


@define(
    "coalitions",
    fr="Dire qui peut gagner, et qui peut bloquer, dans une instance\u00a0: les coalitions minimales, et le poids de chacun par les indices de "
    "Banzhaf et de Shapley-Shubik, exacts, dans chaque lecture du texte.",
    en="Say who can win, and who can block, in a body: the minimal coalitions, and the power of each by the Banzhaf and "
    "Shapley-Shubik indices, exact, under each reading of the text.",
    example="clausier coalitions comite-de-suivi\nclausier coalitions comite-de-suivi --matter budget --assume assiette=ensemble",
)
@click.argument("body", metavar="BODY")
@format_option("text", "json")
@option(
    "--matter",
    metavar="MATTER",
    default="",
    fr="L’objet du vote\u00a0; sans lui, chaque majorité de l’instance.",
    en="The matter; without it, each majority of the body.",
)
@day_option(
    "--at",
    fr="Les règles en vigueur ce jour-là (AAAA-MM-JJ).",
    en="The rules in force on that day (YYYY-MM-DD).",
)
@assume_option(
    fr="Tenir une lecture pour acquise\u00a0: assiette=ensemble.",
    en="Take a reading for settled: assiette=ensemble.",
)
@option(
    "--vote",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    fr="Un vote, comme pour «\u00a0clausier decide\u00a0», dont on prend les données et qui est désigné.",
    en="A vote, as for “clausier decide”, of which the figures and those designated are taken.",
)
@drafts_option
def command(
    body: str,
    project: Path,
    format_: str,
    matter: str,
    at: datetime.date | None,
    assumptions: tuple[str, ...],
    path: Path | None,
    drafts: tuple[str, ...],
) -> None:
    """Show who can win and who can block."""
    from clausier.emit.coalitions_json import coalitions_json

    found = compiled(project, drafts=drafts)
    chosen = selected(found.timeline, day=at)
    motion = _vote(path) if path else None
    answers: list[tuple[Version, tuple[str, ...] | None, list[dict[str, Any]]]] = []
    problems: list[Diagnostic] = []
    chosen, cases = each_case(found, chosen, at)
    for version, members, several in cases:
        games, told = _games(found.rules.applicable(version.id), body, matter, _known(members, motion), assumptions)
        answers.append((version, members if several else None, games))
        problems += told
    if not any(games for _, _, games in answers):
        if problems:
            report_and_end(tuple(dict.fromkeys(problems)))
        no_body(body, found, chosen.versions)
    answer = coalitions_json(found.timeline, chosen, body, matter, answers)
    if format_ == "json":
        print_json(answer)
    else:
        from clausier.emit.coalitions_text import coalitions_text
        from clausier.emit.membership import counted_text
        from clausier.emit.site.names import namer

        lang = spoken()
        counted = "" if at else counted_text(found.timeline, lang)
        click.echo(coalitions_text(answer, lang, namer(found)) + counted)


def _vote(path: Path) -> Motion:
    """The vote of a file; the command ends where it is none."""
    motion, problems = read_motion(str(path), given_text(str(path)))
    if motion is None:
        report_and_end(problems)
    return motion


def _known(members: tuple[str, ...], motion: Motion | None) -> Known:
    """What a vote tells besides the rules."""
    if motion is None:
        return Known(members=members)
    columns = {name: column.by for name, column in motion.data.items()}
    totals = {name: column.total for name, column in motion.data.items() if column.total is not None}
    named = {college: frozenset(seats) for college, seats in motion.designated.items()}
    return Known(members=members, data=Facts(columns=columns, totals=totals), named=named)


def _games(
    rules: Iterable[BoundRule], body: str, matter: str, known: Known, assumptions: tuple[str, ...]
) -> tuple[list[dict[str, Any]], tuple[Diagnostic, ...]]:
    """The majorities of the body in one version, and why assumptions fit none of them."""
    from clausier.decide.assume import assumed
    from clausier.emit.coalitions_json import game_json

    games: list[dict[str, Any]] = []
    misfits: list[Diagnostic] = []
    for one, made, slot in majorities(rules, body, matter):
        asked = open_questions(made, slot)
        settled, problems = assumed(assumptions, asked)
        misfits += problems
        if problems:
            continue
        try:
            answers = coalitions(made, slot, known, settled)
        except ManyReadingsError:
            refuse_with(_TOO_MANY, code=1)
        games += [game_json(answer, one, asked) for answer in answers]
    return games, tuple(misfits)
