"""`clausier diff`: a redline between two versions, or of what a proposal does to the text in force."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.cli.framework import command as make
from clausier.cli.framework import format_option, lang_of, option, print_json, project_options, refuse, use_colour
from clausier.cli.reading import compiled, target_of
from clausier.consolidate import Timeline, Version
from clausier.diagnostics import Lang, Message
from clausier.emit.answers import part
from clausier.emit.changes import Change, changes
from clausier.emit.diff_json import diff_json
from clausier.emit.redline import redline_html, redline_markdown, redline_text
from clausier.model.provision import Provision


@make(
    "diff",
    fr="Comparer deux versions, mot à mot. Avec --against, comparer le texte en vigueur d’un autre dossier à celui-ci\u00a0: "
    "ce qu’une proposition change.",
    en="Compare two versions, word by word. With --against, compare the text in force of another folder with this one: "
    "what a proposal changes.",
    example="clausier diff convention avenant-1 8\nclausier diff --against ../main --format html",
)
@click.argument("before", metavar="[FROM]", required=False, default="")
@click.argument("after", metavar="[TO]", required=False, default="")
@click.argument("target", required=False, default="")
@project_options
@format_option("text", "md", "html", "json")
@option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="DIR",
    fr="L’autre dossier, dont le texte est le point de départ.",
    en="The other folder, whose text is the starting point.",
)
@option(
    "--with",
    "drafts",
    multiple=True,
    metavar="ACTE",
    fr="Comme si ce projet d’avenant était signé.",
    en="As if this draft were signed.",
)
@click.pass_context
def command(  # noqa: PLR0917 - one parameter an option
    context: click.Context,
    before: str,
    after: str,
    target: str,
    project: Path,
    format_: str,
    against: Path | None,
    drafts: tuple[str, ...],
) -> None:
    """Show what changed."""
    lang = lang_of(context)
    here = compiled(project, drafts=drafts).timeline
    if against is not None:
        there = compiled(against).timeline
        old = _version(there, before) if before else there.latest
        new = _version(here, after) if after else here.latest
        title = Message(
            fr="Effet de la proposition sur le texte en vigueur", en="Effect of the proposal on the text in force"
        )
    else:
        if not before or (not after and len(here.versions) < 2):
            refuse(
                Message(
                    fr="il faut deux versions : clausier diff convention avenant-1",
                    en="two versions are needed: clausier diff convention avenant-1",
                )
            )
        old, new = _version(here, before), _version(here, after) if after else here.latest
        title = Message(fr=f"De «\u00a0{old.id}\u00a0» à «\u00a0{new.id}\u00a0»", en=f"From “{old.id}” to “{new.id}”")
    found = _narrowed(old, new, target)
    _print(found, old, new, title.text(lang), format_, lang)


def _version(timeline: Timeline, name: str) -> Version:
    found = timeline.version(name)
    if found is None:
        ids = ", ".join(v.id for v in timeline.versions)
        refuse(
            Message(
                fr=f"pas de version «\u00a0{name}\u00a0» (il y a\u00a0: {ids})",
                en=f"no version “{name}” (there are: {ids})",
            ),
            code=1,
        )
    return found


def _narrowed(old: Version, new: Version, target: str) -> tuple[Change, ...]:
    found = changes(old.document, new.document)
    wanted = target_of(target)
    if wanted is None:
        return found
    named = [part(v.document, wanted) for v in (old, new)]
    ids = {p.id for place in named if isinstance(place, Provision) for p in place.walk()}
    if not ids:
        refuse(
            Message(fr=f"{target}\u00a0: ni dans l’une ni dans l’autre version", en=f"{target}: in neither version"),
            code=1,
        )
    return tuple(c for c in found if c.id in ids)


def _print(found: tuple[Change, ...], old: Version, new: Version, title: str, format_: str, lang: Lang) -> None:
    match format_:
        case "json":
            print_json(diff_json(old.id, new.id, found))
        case "md":
            click.echo(redline_markdown(found, title, lang), nl=False)
        case "html":
            click.echo(redline_html(found, title, lang), nl=False)
        case _:
            click.echo(redline_text(found, lang, colour=use_colour()))
