"""`clausier check`: every finding."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.cli.framework import spoken, use_colour
from clausier.cli.options import cache_option, define, format_option, option
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
@format_option("text", "json", "github", "gitlab", "sarif")
@option(
    "--strict",
    is_flag=True,
    fr="Un avertissement non admis compte comme une erreur.",
    en="A warning that is not acknowledged counts as an error.",
)
@cache_option
def command(project: Path, format_: str, strict: bool, cache: bool) -> int:
    """Report every finding of the project."""
    lang = spoken()
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
    return 1 if errors or (strict and warnings) else 0
