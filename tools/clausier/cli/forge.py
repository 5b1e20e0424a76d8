"""`clausier forge`: what makes a forge check, show and publish."""

from __future__ import annotations

from pathlib import Path

import click

from clausier.cli.framework import refuse, spoken
from clausier.cli.options import define, option
from clausier.cli.reading import report_and_end
from clausier.diagnostics import Lang, Message
from clausier.forge.files import first_path, forge_files, pipeline_path
from clausier.forge.job import FORGES, Forge
from clausier.source.folders import CONVENTION
from clausier.store import StoreError, write_file

package_option = option(
    "--package",
    metavar="PACKAGE",
    default="",
    fr="D’où la forge installe l’outil : un fichier du dépôt, ou une adresse. Sans cela, il reste à l’écrire.",
    en="From where the forge installs the tool: a file of the repository, or an address. Without it, that is left to write.",
)


@define(
    "forge",
    fr="Écrire ce qui fait qu’une forge contrôle chaque proposition, montre ce qu’elle change au texte en vigueur, et publie le "
    "site\u00a0; avec les formulaires en français, et une page qui dit comment proposer. Rien de ce qui existe n’est remplacé.",
    en="Write what makes a forge check each proposal, show what it changes in the text in force, and publish the site; with "
    "the forms in French, and a page that says how to propose. Nothing that exists is replaced.",
    example="clausier forge gitlab\nclausier forge github --package outil/clausier-0.1.0-py3-none-any.whl",
)
@click.argument("forge", metavar="[github|gitlab|forgejo]", type=click.Choice(FORGES))
@package_option
def command(forge: Forge, project: Path, package: str) -> None:
    """Write the files of a forge."""
    lang = spoken()
    if not (project / CONVENTION).is_dir():
        refuse(
            fr=f"«\u00a0{project}\u00a0» n’est pas le dossier d’une convention\u00a0; «\u00a0clausier new\u00a0» en commence un",
            en=f"“{project}” is not the folder of a convention; “clausier new” starts one",
        )
    refuse_within_a_repository(project)
    made: list[str] = []
    kept: list[str] = []
    try:
        for name, content in forge_files(forge, package).items():
            path = project / name
            there = path.exists() or path.is_symlink()
            (kept if there else made).append(name)
            if not there:
                write_file(path, content)
    except StoreError as error:
        report_and_end((error.diagnostic,))
    for names, said in ((made, _MADE), (kept, _KEPT)):
        if names:
            click.echo("\n".join([said.text(lang), *(f"  {name}" for name in names), ""]))
    click.echo(left_to_do(forge, package, project, lang))


_MADE = Message(fr="Écrit\u00a0:", en="Written:")
_KEPT = Message(
    fr="Laissé tel quel, car il existe (pour le refaire, l’enlever d’abord)\u00a0:",
    en="Left as it is, since it exists (to have it made anew, take it away first):",
)


def refuse_within_a_repository(project: Path) -> None:
    """End the command where the project is but a folder of a repository: a forge reads these files at the top of one."""
    folder = project.resolve()
    above = next((p for p in folder.parents if (p / ".git").exists()), None)
    if above and not (folder / ".git").exists():
        refuse(
            fr=f"une forge ne lit que le haut d’un dépôt, et «\u00a0{project}\u00a0» n’est qu’un dossier de «\u00a0{above}\u00a0»",
            en=f"a forge reads only the top of a repository, and “{project}” is but a folder of “{above}”",
        )


def left_to_do(forge: Forge, package: str, project: Path, lang: Lang) -> str:
    """What remains to be done by hand, in sentences."""
    pipeline, first = pipeline_path(forge), first_path(forge)
    said: list[Message] = []
    if not package:
        said.append(
            Message(
                fr=f"Reste à dire d’où la forge installe l’outil\u00a0: CLAUSIER_PACKAGE, au début de {pipeline}.",
                en=f"It remains to say from where the forge installs the tool: CLAUSIER_PACKAGE, at the head of {pipeline}.",
            )
        )
    elif package.endswith(".whl") and not (project / package).exists():
        said.append(
            Message(
                fr=f"Reste à déposer dans le dépôt le fichier d’où la forge installe l’outil\u00a0: {package}.",
                en=f"It remains to put into the repository the file from which the forge installs the tool: {package}.",
            )
        )
    if first and (project / first).exists() and pipeline not in (project / first).read_text("utf-8", "replace"):
        include = f"  include:\n    - local: /{pipeline}"
        said.append(
            Message(
                fr=f"Et à ajouter à {first}, qui existait déjà\u00a0:\n\n{include}\n",
                en=f"And to add to {first}, which existed already:\n\n{include}\n",
            )
        )
    said.append(
        Message(
            fr=f"Le début de {pipeline} dit ce qui se règle une fois sur la forge\u00a0; CONTRIBUTING.md, comment proposer.",
            en=f"The head of {pipeline} says what is set once on the forge; CONTRIBUTING.md, how to propose.",
        )
    )
    return "\n".join(message.text(lang) for message in said)
