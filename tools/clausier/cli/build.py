"""`clausier build`: all outputs, or none."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import click

from clausier.build import SITE, build_project
from clausier.cli.framework import command as make
from clausier.cli.framework import format_option, lang_of, option, print_json, project_options, use_colour
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.render import as_data, as_text, summary


@make(
    "build",
    fr="Compiler\u00a0: le texte consolidé de chaque version, les règles, les pages du site. Les sorties sont écrites toutes "
    "ou aucune\u00a0; une erreur laisse les précédentes intactes.",
    en="Compile: the consolidated text of each version, the rules, the pages of the site. Outputs are written all or none; "
    "an error leaves the former ones untouched.",
    example="clausier build --site",
)
@project_options
@format_option("text", "json")
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    fr="Dossier des sorties (build, dans celui de la convention).",
    en="Folder of the outputs (build, in the convention’s).",
)
@option(
    "--site",
    is_flag=True,
    fr="Construire aussi le site, par mkdocs, et ses documents.",
    en="Build the site too, by mkdocs, and its documents.",
)
@option(
    "--documents/--no-documents",
    default=True,
    fr="Avec le site, ses documents Word et PDF (oui par défaut).",
    en="With the site, its Word and PDF documents (yes by default).",
)
@option(
    "--cache/--no-cache",
    default=True,
    fr="Se servir de ce que les passages précédents ont déjà lu (oui par défaut).",
    en="Use what earlier runs have read already (yes by default).",
)
@click.pass_context
def command(
    context: click.Context, project: Path, format_: str, out: Path | None, site: bool, documents: bool, cache: bool
) -> None:
    """Write every output."""
    lang = lang_of(context)
    folder = out or project / "build"
    built = build_project(project, folder, site=site, documents=documents, cache=cache, say=_say(lang))
    diagnostics, written = built.diagnostics, built.files
    if format_ == "json":
        told = as_data(diagnostics, lang)
        head = {"format": told["format"], "written": bool(written), "out": folder.as_posix(), "files": list(written)}
        print_json({**head, **told})
    elif written:
        where = (folder / "site" / "index.html") if site else folder
        said = Message(fr="Écrit\u00a0: {where}  ({counts})", en="Written: {where}  ({counts})")
        click.echo(said.text(lang, {"where": str(where), "counts": summary(diagnostics, lang)}))
    else:
        errors = [d for d in diagnostics if d.severity == "error"]
        click.echo(as_text(errors, lang, colour=use_colour(err=True)), err=True)
        click.echo(f"\n{summary(diagnostics, lang)}", err=True)
    context.exit(0 if written else 1)


def _say(lang: Lang) -> Callable[[Message], None]:
    def say(message: Message) -> None:
        if message != SITE or sys.stderr.isatty():  # that it takes long is for who waits
            click.echo(message.text(lang), err=True)

    return say
