"""`clausier draft`: edited clauses → the amendment that makes the edits."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausier import FORMAT
from clausier.cli.framework import print_json, refuse, spoken
from clausier.cli.options import day_option, define, format_option, option
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import several

if TYPE_CHECKING:
    from clausier.author.draft.draft import Drafted


@define(
    "draft",
    fr="Écrire l’avenant qui fait les modifications d’un texte\u00a0: --start pose le texte en vigueur dans "
    "amendments/ID/brouillon, un fichier par article\u00a0; on le modifie\u00a0; la même commande, sans --start, écrit l’avenant. "
    "Rien n’est écrit si l’avenant ne fait pas exactement ce qui a été modifié.",
    en="Write the amendment that makes the edits of a text: --start lays the text in force in amendments/ID/brouillon, one "
    "file an article; edit it; the same command without --start writes the amendment. Nothing is written unless the amendment "
    "does exactly what was edited.",
    example="clausier draft avenant-2 --start\nclausier draft avenant-2 --start --at 2027-01-01\nclausier draft avenant-2",
)
@click.argument("act", metavar="ID")
@format_option("text", "json")
@option(
    "--start",
    is_flag=True,
    fr="Poser le texte à modifier.",
    en="Lay the text to be edited.",
)
@day_option(
    "--at",
    fr="Avec --start\u00a0: le texte en vigueur ce jour-là (AAAA-MM-JJ), qui sera celui de l’avenant.",
    en="With --start: the text in force on that day (YYYY-MM-DD), on which the amendment is to begin.",
)
@option(
    "--references",
    is_flag=True,
    fr="Récrire aussi les renvois qui désigneraient autre chose qu’avant\u00a0; sans quoi ils sont listés.",
    en="Reword as well the references that would name something else than before; else they are listed.",
)
def command(
    act: str,
    project: Path,
    format_: str,
    start: bool,
    at: datetime.date | None,
    references: bool,
) -> None:
    """Lay a draft, or write the amendment that it makes."""
    from clausier.author.draft.draft import draft
    from clausier.author.draft.draft import start as lay
    from clausier.cli.writing import writing

    if at and not start:
        refuse(
            fr="--at va avec --start\u00a0: le brouillon garde le jour pour lequel il a été posé",
            en="--at goes with --start: the draft keeps the day that it was laid for",
        )
    root = project.absolute()
    with writing(project):
        if start:
            files = lay(root, act, at)
            done = None
        else:
            files, done = (), draft(root, act, references=references)
    if format_ == "json":
        print_json(_data(act, files, done, spoken()))
    else:
        click.echo(_summary(act, files, done, spoken()))


def _data(act: str, files: tuple[str, ...], done: Drafted | None, lang: Lang) -> dict[str, object]:
    if done is None:
        return {"format": FORMAT, "act": act, "laid": list(files)}
    return {
        "format": FORMAT,
        "act": act,
        "folder": done.folder,
        "changed": done.changed,
        "written": list(done.written),
        "kept": list(done.kept),
        "removed": list(done.removed),
        "references": [
            {"where": one.where.text(lang), "words": one.words, "why": one.why.text(lang), "now": one.now or None}
            for one in done.left
        ],
    }


def _summary(act: str, files: tuple[str, ...], done: Drafted | None, lang: Lang) -> str:
    if done is None:
        folder = files[0].rpartition("/")[0]
        return Message(
            fr=f"Posé\u00a0: {folder} ({len(files)} fichiers). Modifier le texte, puis\u00a0: clausier draft {act}",
            en=f"Laid: {folder} ({len(files)} files). Edit the text, then: clausier draft {act}",
        ).text(lang)
    if not done.changed:
        return Message(
            fr="Le brouillon ne diffère pas du texte en vigueur\u00a0: aucun article d’avenant.",
            en="The draft does not differ from the text in force: no article.",
        ).text(lang)
    count, articles = len(done.written), done.changed
    lines = [
        Message(
            fr=f"Écrit dans {done.folder}\u00a0: {several(count, 'fichier')}, pour {several(articles, 'article modifié', 'articles modifiés')}.",
            en=f"Written in {done.folder}: {count} file{'s' * (count != 1)}, for {articles} "
            f"changed article{'s' * (articles != 1)}.",
        ).text(lang)
    ]
    lines += [f"  {name}" for name in done.written]
    if done.kept:
        kept = ", ".join(done.kept)
        lines.append(
            Message(
                fr=f"Gardés comme ils ont été reformulés\u00a0: {kept}.", en=f"Kept as they were reworded: {kept}."
            ).text(lang)
        )
    if done.removed:
        gone = ", ".join(done.removed)
        lines.append(
            Message(fr=f"Devenus sans objet, effacés\u00a0: {gone}.", en=f"Without object, removed: {gone}.").text(lang)
        )
    return "\n".join([*lines, *_references(done, lang)])


def _references(done: Drafted, lang: Lang) -> Iterator[str]:
    """The references that the amendment leaves behind, and what each should say."""
    if not done.left:
        return
    yield Message(
        fr="Renvois que l’avenant laisse derrière lui\u00a0:", en="References that the amendment leaves behind:"
    ).text(lang)
    for one in done.left:
        yield f"  {one.why.text(lang)}"
    if any(one.now for one in done.left):
        yield Message(
            fr="Avec --references, l’avenant récrit ceux qui ont un nouveau nom.",
            en="With --references, the amendment rewords those that have a new name.",
        ).text(lang)
