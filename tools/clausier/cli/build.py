"""`clausier build`: all outputs, or none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausier.cli.framework import print_json, refuse, spoken, use_colour
from clausier.cli.options import cache_option, cores, define, format_option, option
from clausier.cli.progress import progress
from clausier.cli.writing import off_sources
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.render import as_data, as_text, summary

if TYPE_CHECKING:
    from clausier.website.begun import Begun


@define(
    "build",
    fr="Compiler la convention\u00a0: le texte consolidé de chaque version, les règles, les pages du site. Les sorties sont écrites toutes "
    "ou aucune\u00a0; une erreur laisse les précédentes intactes.",
    en="Compile the convention: the consolidated text of each version, the rules, the pages of the site. Outputs are written all or none; "
    "an error leaves the former ones untouched.",
    example="clausier build --site\nclausier build --collection conventions --out sorties",
)
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
    "--whole",
    type=click.IntRange(1),
    metavar="N",
    fr="Avec le site, combien de versions ont leur texte entier sur une page et en documents, les plus récentes d’abord (toutes, "
    "tant qu’elles ne font pas ensemble plus de 20 000 articles et sous-articles) ; les autres restent dans les données.",
    en="With the site, how many versions have their whole text on a page and in documents, the newest first (all, as long as "
    "they are no more than 20,000 articles and sub-articles together); the others stay in the data.",
)
@cache_option
@option(
    "--collection",
    type=click.Path(path_type=Path),
    metavar="DIR|LIST",
    fr="Compiler toutes les conventions de ce dossier, ou de cette liste (un dossier par ligne)\u00a0; avec --out, chacune "
    "sous son nom. Celles qui sont déjà faites des mêmes sources sont laissées.",
    en="Build all the conventions of this folder, or of this list (a folder a line); with --out, each under its name. Those "
    "that are made of the same sources already are left.",
)
@option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    fr="Avec --site, combien de processus font les pages\u00a0; avec --collection, combien de conventions se font à la fois "
    "(autant que la machine a de cœurs).",
    en="With --site, how many processes make the pages; with --collection, how many conventions are made at once (as many as "
    "the machine has cores).",
)
@option(
    "--scheduler",
    metavar="ADDRESS",
    default="",
    fr="Avec --collection, sur la grappe Dask de cet ordonnanceur (tcp://…:8786).",
    en="With --collection, on the Dask cluster of this scheduler (tcp://…:8786).",
)
@option(
    "--force",
    is_flag=True,
    fr="Avec --collection, refaire aussi ce qui est déjà fait.",
    en="With --collection, build anew what is made already.",
)
def command(
    project: Path,
    format_: str,
    out: Path | None,
    site: bool,
    documents: bool,
    whole: int | None,
    cache: bool,
    collection: Path | None,
    jobs: int | None,
    scheduler: str,
    force: bool,
) -> int:
    """Write every output."""
    lang = spoken()
    _agree(click.get_current_context())
    if collection is not None:
        from clausier.cli.collection import build_collection

        return build_collection(
            collection,
            out=out,
            jobs=jobs,
            scheduler=scheduler,
            force=force,
            site=site,
            documents=documents,
            cache=cache,
            as_json=format_ == "json",
        )
    folder = out or project / "build"
    off_sources(project, folder)
    with progress(lang) as at, _begun(project, jobs or cores()) if site else nullcontext() as renderer:
        # Imported here: what renders the pages begins in the meantime.
        from clausier.build import Site, build_project

        wanted = Site(documents=documents, whole=whole, begun=renderer) if site else None
        built = build_project(project, folder, site=wanted, cache=cache, say=_say(lang), at=at)
    diagnostics, written = built.diagnostics, built.files
    if format_ == "json":
        told = as_data(diagnostics, lang)
        head = {"format": told["format"], "written": bool(written), "out": folder.as_posix(), "files": list(written)}
        print_json({**head, **told})
    elif written:
        where = (folder / "site" / "index.html") if site else folder
        said = Message(fr="Écrit\u00a0: {where}  ({counts})", en="Written: {where}  ({counts})")
        click.echo(said.fill(where=str(where), counts=summary(diagnostics, lang)).text(lang))
    else:
        errors = [d for d in diagnostics if d.severity == "error"]
        click.echo(as_text(errors, lang, colour=use_colour(err=True)), err=True)
        click.echo(f"\n{summary(diagnostics, lang)}", err=True)
    return 0 if written else 1


def _begun(project: Path, jobs: int) -> AbstractContextManager[Begun]:
    """What is to render the pages: see `begun`."""
    from clausier.website.begun import begun  # a build without a site does without

    return begun(project, jobs)


def _agree(context: click.Context) -> None:
    """End the command where options of one project and of a collection are mixed."""
    given = {
        name for name in context.params if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    }
    for one, other in (("collection", "project"), ("collection", "whole"), ("scheduler", "jobs")):
        if {one, other} <= given:
            refuse(fr=f"--{one} et --{other} s’excluent l’un l’autre", en=f"--{one} and --{other} exclude each other")
    if "jobs" in given and not given & {"collection", "site"}:
        refuse(fr="--jobs demande --collection ou --site", en="--jobs needs --collection or --site")
    for name in ("scheduler", "force"):
        if name in given and "collection" not in given:
            refuse(fr=f"--{name} demande --collection", en=f"--{name} needs --collection")


def _say(lang: Lang) -> Callable[[Message], None]:
    def say(message: Message) -> None:
        click.echo(message.text(lang), err=True)

    return say
