"""What commands read from their arguments: a compiled project, a day, a target."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NoReturn

import click

from clausier.build import Compiled, compile_project
from clausier.cli.framework import lang_of, refuse, use_colour
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Diagnostic, Message, Span
from clausier.diagnostics.render import as_text
from clausier.emit.answers import part
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import Unknown
from clausier.source.targets import read_target


def compiled(project: Path, *, drafts: tuple[str, ...] = (), known: datetime.date | None = None) -> Compiled:
    """The project, compiled without the checks of its prose; where it has errors they are told, and the command ends."""
    found, diagnostics = compile_project(project, drafts=drafts, known=known, checks=False)
    if found is None or not found.sound:
        report_and_end(tuple(d for d in diagnostics if d.severity == "error"))
    return found


def report_and_end(diagnostics: tuple[Diagnostic, ...]) -> NoReturn:
    """Tell what is wrong and end the command with 1."""
    context = click.get_current_context()
    click.echo(as_text(diagnostics, lang_of(context), colour=use_colour(err=True)), err=True)
    context.exit(1)


def read_day_option(_context: click.Context, param: click.Parameter, value: str | None) -> datetime.date | None:
    """The day that an option gives; a clear refusal where it is none."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        refuse(
            Message(
                fr=f"{param.opts[0]}\u00a0: «\u00a0{value}\u00a0» n’est pas une date (AAAA-MM-JJ)",
                en=f"{param.opts[0]}: “{value}” is not a date (YYYY-MM-DD)",
            )
        )


def target_of(words: str) -> Target | None:
    """The target that an argument names; None where there is none."""
    if not words:
        return None
    target, problems = read_target(words, Span("TARGET"))
    if target is None:
        context = click.get_current_context()
        problem = problems[0]
        help_line = f" ({problem.help.text(lang_of(context))})" if problem.help else ""
        refuse(Message(fr=problem.message.text("fr") + help_line, en=problem.message.text("en") + help_line))
    return target


def found_provision(timeline: Timeline, words: str) -> tuple[Version, Provision]:
    """The provision that `words` name, in the last version that has it; the command ends where none has."""
    target = target_of(words)
    versions = [timeline.latest, *reversed(timeline.versions)]
    for version in versions:
        found = part(version.document, target)
        if isinstance(found, Provision):
            return version, found
    missing = part(timeline.latest.document, target)
    if isinstance(missing, Unknown):
        where_fr = f"l’article {missing.number}" if missing.number else "la convention"
        where_en = f"article {missing.number}" if missing.number else "the convention"
        return refuse(
            Message(
                fr=f"{words}\u00a0: inconnu, car le texte de {where_fr} n’est pas disponible en entier",
                en=f"{words}: unknown, because the words of {where_en} are not all available",
            ),
            code=1,
        )
    return refuse(
        Message(fr=f"{words}\u00a0: n’existe dans aucune version", en=f"{words}: exists in no version"), code=1
    )
