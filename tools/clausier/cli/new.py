"""`clausier new`: another convention."""

from __future__ import annotations

from pathlib import Path

import click

from clausier import FORMAT
from clausier.author.new import TITLE, new_project, why_not
from clausier.cli.forge import left_to_do, package_option, refuse_within_a_repository
from clausier.cli.framework import define, lang_of, print_json, refuse, refuse_with
from clausier.cli.options import format_option, option, project_options
from clausier.diagnostics import Message, Span, codes_out, report
from clausier.diagnostics.render import as_text
from clausier.forge.files import forge_files
from clausier.forge.job import FORGES, Forge


@define(
    "new",
    fr="Commencer une convention dans un dossier vide\u00a0: un petit exemple inventé, son avenant et ses règles, qui se "
    "compilent aussitôt et se remplacent par les vôtres\u00a0; avec --forge, prêt pour une forge.",
    en="Start a convention in an empty folder: a small made-up example with its amendment and its rules, which builds at "
    "once and is to be replaced by yours; with --forge, ready for a forge.",
    example="clausier new ma-convention --title 'Convention d’entretien des sentiers'\nclausier new ma-convention --forge gitlab",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@project_options
@format_option("text", "json")
@option("--title", default=TITLE, metavar="TITLE", fr="Titre de la convention.", en="Title of the convention.")
@option(
    "--forge",
    type=click.Choice(FORGES),
    fr="La forge où elle sera déposée\u00a0: ce qu’écrit «\u00a0clausier forge\u00a0».",
    en="The forge that it is for: what “clausier forge” writes.",
)
@package_option
@click.pass_context
def command(
    context: click.Context, folder: Path, project: Path, format_: str, title: str, forge: Forge | None, package: str
) -> None:
    """Make a new project."""
    lang = lang_of(context)
    where = project / folder
    if refusal := why_not(where, title):
        refuse_with(refusal)
    if forge:
        refuse_within_a_repository(where)
    elif package:
        refuse(fr="--package demande --forge", en="--package needs --forge")
    try:
        files = new_project(where, title, forge_files(forge, package) if forge else None)
    except OSError as error:
        why = error.strerror or type(error).__name__
        found = report(codes_out.CANNOT_WRITE, Span(where.name), path=str(where), why=why)
        click.echo(as_text([found], lang), err=True)
        context.exit(1)
    if format_ == "json":
        print_json({"format": FORMAT, "folder": str(where), "files": list(files)})
        return
    click.echo(_next_steps(str(where), forge=forge is not None).text(lang))
    if forge:
        click.echo(f"\n{left_to_do(forge, package, where, lang)}")


def _next_steps(where: str, *, forge: bool) -> Message:
    enter = "" if where == "." else f"cd {_quoted(where)} && "
    forge_fr = "" if forge else f"\n  {enter}clausier forge    ce qu’une forge contrôle, montre et publie"
    forge_en = "" if forge else f"\n  {enter}clausier forge    what a forge checks, shows and publishes"
    return Message(
        fr=f"""\
Une convention d’exemple est prête dans «\u00a0{where}\u00a0».

  {enter}clausier check    ce qui ne va pas (rien, pour l’instant)
  {enter}clausier serve    le site, reconstruit à chaque enregistrement{forge_fr}

Ensuite\u00a0: remplacer les articles de convention/ par les vôtres, puis l’avenant dans amendments/.
README.md dit comment.""",
        en=f"""\
An example convention is ready in “{where}”.

  {enter}clausier check    what is wrong (nothing, for now)
  {enter}clausier serve    the site, rebuilt at every save{forge_en}

Then: replace the articles in convention/ by yours, and the amendment in amendments/.
README.md says how (in French).""",
    )


def _quoted(where: str) -> str:
    import shlex

    return shlex.quote(where)
