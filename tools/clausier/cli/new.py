"""`clausier new`: another convention."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausier import FORMAT
from clausier.author.new import TITLE, new_project, short_name, why_not
from clausier.cli.forge import left_to_do, package_option, refuse_within_a_repository
from clausier.cli.framework import print_json, refuse, refuse_with, spoken
from clausier.cli.options import define, format_option, option
from clausier.cli.reading import report_and_end
from clausier.diagnostics import Diagnostic, Lang, Message
from clausier.diagnostics.diagnostic import COLON
from clausier.diagnostics.render import as_text
from clausier.forge.files import forge_files
from clausier.forge.job import FORGES, Forge
from clausier.store import StoreError
from clausier.text.words import short

if TYPE_CHECKING:
    from clausier.author.convention.making import Made

_SHOWN = 100  # characters of a line
_UNTITLED = Message(
    fr="l’acte commence par un article\u00a0: donner son titre avec --title",
    en="the act begins with an article: give its title with --title",
)


@define(
    "new",
    fr="Commencer une convention dans un dossier vide\u00a0: un petit exemple inventé, son avenant et ses règles, qui se "
    "compilent aussitôt et se remplacent par les vôtres\u00a0; avec --from, votre convention, lue d’un fichier signé, où ce qui "
    "n’est pas certain devient une question\u00a0; avec --forge, prêt pour une forge.",
    en="Start a convention in an empty folder: a small made-up example with its amendment and its rules, which builds at "
    "once and is to be replaced by yours; with --from, your convention, read from a signed file, where what is not certain "
    "becomes a question; with --forge, ready for a forge.",
    example="clausier new ma-convention --from convention-signee.docx\n"
    "clausier new ma-convention --title 'Convention d’entretien des sentiers'\nclausier new ma-convention --forge gitlab",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@format_option("text", "json")
@option(
    "--from",
    "signed",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    fr="La convention signée (.docx, .pdf, .txt, .md)\u00a0; à répéter si ses annexes sont dans d’autres fichiers.",
    en="The signed convention (.docx, .pdf, .txt, .md); once more for each other file that its annexes are in.",
)
@option("--title", metavar="TITLE", fr="Titre de la convention.", en="Title of the convention.")
@option(
    "--forge",
    type=click.Choice(FORGES),
    fr="La forge où elle sera déposée\u00a0: ce qu’écrit «\u00a0clausier forge\u00a0».",
    en="The forge that it is for: what “clausier forge” writes.",
)
@package_option
def command(
    folder: Path,
    project: Path,
    format_: str,
    signed: tuple[Path, ...],
    title: str | None,
    forge: Forge | None,
    package: str,
) -> int:
    """Make a new project. Exit code 1 where what was read of a signed convention is not all certain."""
    lang = spoken()
    where = project / folder
    if refusal := why_not(where, TITLE if title is None else title):
        refuse_with(refusal)
    if forge:
        refuse_within_a_repository(where)
    elif package:
        refuse(fr="--package demande --forge", en="--package needs --forge")
    made = _read(signed, where, title) if signed else None
    named = made.title if made else title or TITLE
    try:
        files = new_project(where, named, forge_files(forge, package) if forge else None, made.files if made else None)
    except StoreError as error:
        report_and_end((error.diagnostic,))
    errors: tuple[Diagnostic, ...] = ()
    if made:
        from clausier.author.copied import errors_in  # which compiles

        errors = errors_in(where)
    if format_ == "json":
        read = _as_read(made, errors) if made else {}
        print_json({"format": FORMAT, "folder": str(where), "files": list(files), **read})
    else:
        if made:
            click.echo("\n".join([*_told(made, errors, lang), ""]))
        click.echo(_next_steps(str(where), forge=forge is not None, made=made).text(lang))
        if forge:
            click.echo(f"\n{left_to_do(forge, package, where, lang)}")
    return 1 if made and (made.unsure or errors) else 0


def _read(signed: tuple[Path, ...], where: Path, title: str | None) -> Made:
    """The convention of the signed files; the command ends where there is none."""
    from clausier.author.convention.making import read_convention
    from clausier.cli.writing import writing

    with writing(where):
        made = read_convention(signed, short_name(where), title or "")
    if not made.title:
        refuse_with(_UNTITLED, code=1)
    if refusal := why_not(where, made.title):
        refuse_with(refusal, code=1)
    return made


def _as_read(made: Made, errors: tuple[Diagnostic, ...]) -> dict[str, object]:
    return {
        "title": made.title,
        "headings": list(made.headings),
        "members": list(made.members),
        "questions": [
            {
                "file": u.file,
                "sentence": u.question.sentence,
                "why": u.question.why,
                "readings": list(u.question.readings),
            }
            for u in made.unsure
        ],
        "errors": len(errors),
    }


def _told(made: Made, errors: tuple[Diagnostic, ...], lang: Lang) -> Iterator[str]:
    """What was read of a signed convention: its headings, its members; what was left out or moved; what is not certain."""
    colon = COLON.text(lang)
    yield f"{short(made.title, _SHOWN)} → convention/"
    yield from (f"  {line}" for line in made.headings)
    members = Message(fr="Membres", en="Members").text(lang)
    if made.members:
        yield f"{members}{colon} {', '.join(made.members)}"
    yield from (f"– {note.text(lang)}" for note in _notes(made))
    for unsure in made.unsure:
        yield f"? {unsure.file}{colon} {short(unsure.question.sentence, _SHOWN)} ({unsure.question.why})"
    if errors:
        yield as_text(list(errors), lang)


def _notes(made: Made) -> Iterator[Message]:
    outline = made.outline
    if outline.contents:
        yield Message(
            fr=f"sommaire laissé de côté ({outline.contents} lignes)",
            en=f"table of contents left out ({outline.contents} lines)",
        )
    if outline.bare:
        yield Message(
            fr="le mot «\u00a0Article\u00a0» n’est en tête de rien\u00a0: les lignes numérotées 1, 2, 3… sont lues comme les articles",
            en="the word “Article” heads nothing: the lines numbered 1, 2, 3… are read as the articles",
        )
    if outline.moved:
        yield Message(
            fr="l’acte est signé avant ses annexes\u00a0; la clôture est ici le dernier fichier",
            en="the act is signed before its annexes; its closing is the last file here",
        )


def _next_steps(where: str, *, forge: bool, made: Made | None) -> Message:
    enter = "" if where == "." else f"cd {_quoted(where)} && "
    forge_fr = "" if forge else f"\n  {enter}clausier forge    ce qu’une forge contrôle, montre et publie"
    forge_en = "" if forge else f"\n  {enter}clausier forge    what a forge checks, shows and publishes"
    none_fr, none_en = (" (rien, pour l’instant)", " (nothing, for now)") if made is None else ("", "")
    if made is None:
        ready_fr, ready_en = (
            f"Une convention d’exemple est prête dans «\u00a0{where}\u00a0».",
            f"An example convention is ready in “{where}”.",
        )
        then_fr = "remplacer les articles de convention/ par les vôtres, puis l’avenant dans amendments/."
        then_en = "replace the articles in convention/ by yours, and the amendment in amendments/."
    else:
        ready_fr = f"La convention est dans «\u00a0{where}\u00a0»\u00a0; questions\u00a0: {len(made.unsure)}."
        ready_en = f"The convention is in “{where}”; questions: {len(made.unsure)}."
        then_fr = "relire chaque fichier de convention/ à côté de l’acte signé, répondre aux questions, puis faire entrer les avenants."
        then_en = (
            "read each file of convention/ beside the signed act, answer the questions, then bring in the amendments."
        )
    return Message(
        fr=f"""\
{ready_fr}

  {enter}clausier check    ce qui ne va pas{none_fr}
  {enter}clausier serve    le site, reconstruit à chaque enregistrement{forge_fr}

Ensuite\u00a0: {then_fr}
README.md dit comment.""",
        en=f"""\
{ready_en}

  {enter}clausier check    what is wrong{none_en}
  {enter}clausier serve    the site, rebuilt at every save{forge_en}

Then: {then_en}
README.md says how (in French).""",
    )


def _quoted(where: str) -> str:
    import shlex

    return shlex.quote(where)
