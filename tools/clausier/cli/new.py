"""`clausier new`: another convention."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.author.new import TITLE, new_project, why_not
from clausier.cli.framework import command as make
from clausier.cli.framework import format_option, lang_of, option, print_json, project_options, refuse
from clausier.diagnostics import Message, Span, codes_out, report
from clausier.diagnostics.render import FORMAT, as_text


@make(
    "new",
    fr="Commencer une convention dans un dossier vide\u00a0: un petit exemple inventé, son avenant et ses règles, qui se "
    "compilent aussitôt et se remplacent par les vôtres.",
    en="Start a convention in an empty folder: a small made-up example with its amendment and its rules, which builds at "
    "once and is to be replaced by yours.",
    example="clausier new ma-convention --title 'Convention d’entretien des sentiers'",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@project_options
@format_option("text", "json")
@option("--title", default=TITLE, metavar="TITLE", fr="Titre de la convention.", en="Title of the convention.")
@click.pass_context
def command(context: click.Context, folder: Path, project: Path, format_: str, title: str) -> None:
    """Make a new project."""
    lang = lang_of(context)
    where = project / folder
    if refusal := why_not(where, title):
        refuse(refusal)
    try:
        files = new_project(where, title)
    except OSError as error:
        why = error.strerror or type(error).__name__
        found = report(codes_out.CANNOT_WRITE, Span(where.name), path=str(where), why=why)
        click.echo(as_text([found], lang), err=True)
        context.exit(1)
    if format_ == "json":
        print_json({"format": FORMAT, "folder": str(where), "files": list(files)})
        return
    click.echo(_next_steps(str(where)).text(lang))


def _next_steps(where: str) -> Message:
    enter = "" if where == "." else f"cd {_quoted(where)} && "
    return Message(
        fr=f"""\
Une convention d’exemple est prête dans «\u00a0{where}\u00a0».

  {enter}clausier check    ce qui ne va pas (rien, pour l’instant)
  {enter}clausier serve    le site, reconstruit à chaque enregistrement

Ensuite\u00a0: remplacer les articles de convention/ par les vôtres, puis l’avenant dans amendments/.
README.md dit comment.""",
        en=f"""\
An example convention is ready in “{where}”.

  {enter}clausier check    what is wrong (nothing, for now)
  {enter}clausier serve    the site, rebuilt at every save

Then: replace the articles in convention/ by yours, and the amendment in amendments/.
README.md says how (in French).""",
    )


def _quoted(where: str) -> str:
    import shlex

    return shlex.quote(where)
