"""`clausier decide`: was this vote valid, is it adopted, and by which sentences."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from msgspec.structs import replace

from clausier.build import Compiled
from clausier.cli.framework import command as make
from clausier.cli.framework import (
    drafts_option,
    format_option,
    lang_of,
    option,
    print_json,
    project_options,
    use_colour,
)
from clausier.cli.reading import compiled, given_text, read_day_option, selected
from clausier.consolidate import Version
from clausier.decide.motion import Motion
from clausier.diagnostics import Diagnostic, Lang, codes_dec, report
from clausier.diagnostics.render import as_data, as_text


@make(
    "decide",
    fr="Dit si un vote est valable et ce qu’il en résulte, phrase par phrase. Là où le texte laisse un doute, la réponse est donnée sous chaque lecture.",
    en="Says whether a vote is valid and what comes out of it, sentence by sentence. Where the text leaves a doubt, the answer is given under each reading.",
    example="clausier decide vote.json\nclausier decide vote.json --assume assiette=ensemble --format json",
)
@project_options
@format_option("text", "json")
@option(
    "--at",
    metavar="DATE",
    callback=read_day_option,
    fr="Le jour du vote (AAAA-MM-JJ), à la place de celui du fichier.",
    en="The day of the vote (YYYY-MM-DD), in place of the file's.",
)
@option(
    "--assume",
    "assumptions",
    multiple=True,
    metavar="NOM=SENS",
    fr="Fixer une lecture\u00a0: assiette=ensemble, ou cogouv-majorite.assiette=ensemble.",
    en="Settle a reading: base=all, or cogouv-majorite.base=all.",
)
@drafts_option
@click.argument("file", metavar="FICHIER|-")
@click.pass_context
def command(
    context: click.Context,
    project: Path,
    format_: str,
    at: datetime.date | None,
    assumptions: tuple[str, ...],
    drafts: tuple[str, ...],
    file: str,
) -> None:
    """Decide a vote."""
    from clausier.decide.read import read_motion
    from clausier.emit.decision_json import answer_json
    from clausier.emit.decision_text import decision_text

    motion, problems = read_motion(file, given_text(file))
    if motion is None:
        _told(context, problems, format_)
    if at is not None:
        motion = replace(motion, day=at, version="")
    if motion.day is None and not motion.version:
        _told(context, (report(codes_dec.NO_DATE, motion.at()),), format_)
    found = compiled(project, drafts=drafts)
    chosen = selected(found.timeline, day=motion.day, version=motion.version)
    answers: list[dict[str, Any]] = []
    refused: list[Diagnostic] = []
    for version in chosen.versions:
        answer, problems = _answer(found, version, motion, assumptions, lang_of(context))
        answers.append(answer)
        refused += problems
    if all(answer.get("status") == "refused" for answer in answers):
        _told(context, tuple(dict.fromkeys(refused)), format_)
    whole = answer_json(chosen, answers)
    if format_ == "json":
        print_json(whole)
    else:
        click.echo(decision_text(whole, lang_of(context)))
    if all("status" in answer for answer in answers):
        context.exit(1)


def _answer(
    found: Compiled, version: Version, motion: Motion, assumptions: tuple[str, ...], lang: Lang
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """The answer under one version; where there is none, why."""
    from clausier.decide.decide import decide
    from clausier.decide.docket import bodies, docket
    from clausier.emit.decision_json import decision_json, lacuna_of, refused_json, unknown_json

    made = docket(found.rules.of(version.id), motion.body, motion.matter)
    if made is None:
        numbers = [r.place.number for r in found.rules.rules if r.source.body == motion.body and not r.place.act]
        lacuna = lacuna_of(version, numbers)
        if lacuna is not None:
            return unknown_json(version, motion, lacuna), ()
        known = ", ".join(bodies(found.rules.of(version.id))) or "—"
        place = motion.at("body")
        problem = report(codes_dec.UNKNOWN_BODY, place, body=motion.body, version=version.id, bodies=known)
        return refused_json(version, motion, (problem,), lang), (problem,)
    decision, problems = decide(motion, made, _members(found, version, motion.day), assumptions)
    if decision is None:
        return refused_json(version, motion, problems, lang), problems
    return decision_json(found.timeline, version, motion, decision), ()


def _members(found: Compiled, version: Version, day: datetime.date | None) -> frozenset[str]:
    """Who is a member of the group on that day or, without one, while the version is in force."""
    periods = found.timeline.members
    when = day or version.last or datetime.date.max
    held = [m for m in periods if m.first <= when] or list(periods[:1])
    return frozenset(party.id for party in held[-1].parties) if held else frozenset()


def _told(context: click.Context, problems: tuple[Diagnostic, ...], format_: str) -> NoReturn:
    """Tell why there is no answer, and end the command with 1."""
    lang = lang_of(context)
    if format_ == "json":
        print_json(as_data(problems, lang))
    else:
        click.echo(as_text(problems, lang, colour=use_colour(err=True)), err=True)
    context.exit(1)
