"""`clausier check`: every finding."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.cli.framework import define, lang_of, use_colour
from clausier.cli.options import cache_option, format_option, option, project_options
from clausier.cli.progress import progress
from clausier.compile import compile_project
from clausier.diagnostics.render import RENDERERS, as_text, counts, summary
from clausier.store import cached


@define(
    "check",
    fr="Contrôler la convention et ses avenants\u00a0: tout ce qui est faux ou douteux, avec le fichier, la ligne et que faire. "
    "Code de sortie 1 s’il y a une erreur.",
    en="Check the convention and its amendments: all that is wrong or doubtful, with the file, the line and what to do. "
    "Exit code 1 if there is an error.",
    example="clausier check --strict",
)
@project_options
@format_option("text", "json", "github", "gitlab", "sarif")
@option(
    "--strict",
    is_flag=True,
    fr="Un avertissement non admis compte comme une erreur.",
    en="A warning that is not acknowledged counts as an error.",
)
@cache_option
@click.pass_context
def command(context: click.Context, project: Path, format_: str, strict: bool, cache: bool) -> None:
    """Report every finding of the project."""
    lang = lang_of(context)
    with cached(project, use=cache) as kept, progress(lang) as at:
        _, diagnostics = compile_project(project, cache=kept, at=at)
    errors, warnings = counts(diagnostics)
    if format_ == "text":
        if diagnostics:
            click.echo(as_text(diagnostics, lang, colour=use_colour()))
            click.echo()
        click.echo(summary(diagnostics, lang))
    elif rendered := RENDERERS[format_](diagnostics, lang):
        click.echo(rendered)
    context.exit(1 if errors or (strict and warnings) else 0)
