"""`clausier build`: all outputs, or none."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clausier.build import compile_project, outputs
from clausier.cli.framework import command as make
from clausier.cli.framework import lang_of, option, project_options, use_colour
from clausier.diagnostics import Diagnostic, Lang, Message
from clausier.diagnostics.render import as_text, summary
from clausier.emit.outputs import OutputFault
from clausier.store import StoreError, write_outputs


@make(
    "build",
    fr="Compiler\u00a0: le texte consolidé de chaque version, les règles, les pages du site. Les sorties sont écrites toutes "
    "ou aucune\u00a0; une erreur laisse les précédentes intactes.",
    en="Compile: the consolidated text of each version, the rules, the pages of the site. Outputs are written all or none; "
    "an error leaves the former ones untouched.",
    example="clausier build --site",
)
@project_options
@option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="DIR",
    fr="Dossier des sorties (build, dans celui de la convention).",
    en="Folder of the outputs (build, in the convention’s).",
)
@option("--site", is_flag=True, fr="Construire aussi le site, par mkdocs.", en="Build the site too, by mkdocs.")
@click.pass_context
def command(context: click.Context, project: Path, out: Path | None, site: bool) -> None:
    """Write every output."""
    lang = lang_of(context)
    compiled, diagnostics = compile_project(project)
    if compiled is None or not compiled.sound:
        _tell([d for d in diagnostics if d.severity == "error"], lang)
        click.echo(summary(diagnostics, lang), err=True)
        context.exit(1)
    folder = out or project / "build"

    def finish(fresh: Path) -> None:
        if site:
            _progress(Message(fr="Construction du site …", en="Building the site …"), lang)
            # Imported here: mkdocs takes longer to import than everything else takes to run.
            from clausier.website import build_site

            build_site(
                project / "mkdocs.yml", fresh, compiled.timeline.latest.first or compiled.timeline.periods[0].first
            )

    try:
        write_outputs(folder, outputs(compiled, project), finish=finish)
    except (OutputFault, StoreError) as error:
        _tell([error.diagnostic], lang)
        context.exit(1)
    where = (folder / "site" / "index.html") if site else folder
    said = Message(
        fr=f"Écrit\u00a0: {where}  ({summary(diagnostics, 'fr')})",
        en=f"Written: {where}  ({summary(diagnostics, 'en')})",
    )
    click.echo(said.text(lang))


def _tell(diagnostics: list[Diagnostic], lang: Lang) -> None:
    click.echo(as_text(diagnostics, lang, colour=use_colour(err=True)), err=True)


def _progress(message: Message, lang: Lang) -> None:
    if sys.stderr.isatty():
        click.echo(message.text(lang), err=True)
