"""`clausier import`: an act as signed, read into the formats of the project."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausier import FORMAT
from clausier.cli.framework import print_json, spoken
from clausier.cli.options import define, format_option, option
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.diagnostic import COLON
from clausier.diagnostics.render import as_text
from clausier.source.folders import CONVENTION
from clausier.text.words import short

if TYPE_CHECKING:
    from clausier.author.intake.intake import Imported
    from clausier.author.intake.questions import Question

_SHOWN = 100  # characters of a sentence or heading


@define(
    "import",
    fr="Lire un avenant signé (.docx, .pdf, .txt, .md) et écrire ses fichiers. Ce qui n’est pas certain devient une question, "
    "que «\u00a0clausier check\u00a0» signale tant qu’elle est là\u00a0; dans un terminal, elle est posée d’abord. Un fichier que quelqu’un a modifié depuis n’est jamais récrit\u00a0; "
    "pour recommencer, effacer le dossier de l’avenant. «\u00a0--as convention\u00a0» est pour la convention dont le texte manquait et qu’on a retrouvée\u00a0: "
    "ses mots sont écrits là où il n’y en avait pas, et ses questions, qui n’ont pas de réponse toute prête, dans les fichiers.",
    en="Read an amendment as signed (.docx, .pdf, .txt, .md) and write its files. What is not certain becomes a question, which "
    "“clausier check” reports as long as it stands; on a terminal, it is asked first. A file that someone has changed since is never written again; to start anew, delete "
    "the amendment’s folder. “--as convention” is for a convention whose text was missing and that has been found: its words are "
    "written where there were none, and its questions, which have no ready answer, in the files.",
    example="clausier import avenant-2-signe.docx\nclausier import avenant-sans-numero.pdf --as avenant-3\nclausier import convention-retrouvee.pdf --as convention",
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@format_option("text", "json")
@option(
    "--as",
    "act",
    metavar="ID",
    fr="Nom court de l’avenant, qui est aussi celui de son dossier (par défaut, d’après le numéro dans son titre\u00a0: avenant-2)\u00a0; ou «\u00a0convention\u00a0».",
    en="Short name of the amendment, and of its folder (by default, by the number in its title: avenant-2); or “convention”.",
)
@option(
    "--no-input",
    is_flag=True,
    fr="Ne rien demander, même dans un terminal\u00a0: les questions restent dans les fichiers.",
    en="Ask nothing, even on a terminal: the questions stay in the files.",
)
def command(paths: tuple[Path, ...], project: Path, format_: str, act: str | None, *, no_input: bool) -> int:
    """Import a signed act. Exit code 0 where all is certain, 1 where there are questions."""
    from clausier.cli.writing import writing

    with writing(project):
        done = (
            _convention(project, paths)
            if act == CONVENTION
            else _amendment(project, paths, act, format_, no_input=no_input)
        )
    if format_ == "json":
        print_json(_data(done))
    else:
        told = _told_of_convention if act == CONVENTION else _summary
        click.echo("\n".join(told(done, spoken())))
    return 1 if done.unsure or done.errors else 0


def _convention(project: Path, paths: tuple[Path, ...]) -> Imported:
    from clausier.author.convention.filling import import_convention

    return import_convention(project.absolute(), paths)


def _amendment(project: Path, paths: tuple[Path, ...], act: str | None, format_: str, *, no_input: bool) -> Imported:
    from clausier.author.intake.intake import import_act

    ask = None
    if format_ == "text" and not no_input and sys.stdin.isatty() and sys.stdout.isatty():
        from clausier.cli.questions import asker

        ask = asker(spoken())
    return import_act(project.absolute(), paths, act, ask)


def _data(done: Imported) -> dict[str, object]:
    def asked(questions: Iterable[Question]) -> list[dict[str, object]]:
        return [{"sentence": q.sentence, "why": q.why, "readings": list(q.readings)} for q in questions]

    return {
        "format": FORMAT,
        "folder": done.folder,
        "title": done.title,
        "read": done.read,
        "unsure": done.unsure,
        "questions": asked(done.questions),
        "articles": [
            {
                "file": unit.file,
                "heading": unit.heading,
                "operations": list(unit.operations),
                "without": unit.without or None,
                "questions": asked(unit.questions),
            }
            for unit in done.units
        ],
        "written": list(done.written),
        "kept": list(done.kept),
        "same": list(done.same),
        "errors": len(done.errors),
    }


def _summary(done: Imported, lang: Lang) -> Iterator[str]:
    """What was read, what is unsure, what changes nothing; then the files."""
    colon = COLON.text(lang)
    yield f"{done.title} → {done.folder}"
    for question in done.questions:
        yield f"  ? avenant.yml{colon} {short(question.sentence, _SHOWN)} ({question.why})"
    for unit in done.units:
        yield f"{unit.file}{colon} {short(unit.heading, _SHOWN)}"
        for operation in unit.operations:
            yield f"  ✓ {operation}"
        for question in unit.questions:
            yield f"  ? {short(question.sentence, _SHOWN)} ({question.why})"
            for reading in question.readings:
                yield f"      {reading}"
        if unit.without:
            yield f"  – {Message(fr='ne change rien', en='changes nothing').text(lang)} ({unit.without})"
    for name in done.kept:
        said = Message(fr="modifié depuis, laissé tel quel", en="changed since, left as it is").text(lang)
        yield f"{name}{colon} {said}"
    if done.errors:
        yield as_text(list(done.errors), lang)
    unchanging = sum(bool(unit.without) for unit in done.units)
    yield Message(
        fr=f"Opérations lues\u00a0: {done.read}\u00a0; questions\u00a0: {done.unsure}\u00a0; articles qui ne changent rien\u00a0: {unchanging}\u00a0; "
        f"fichiers écrits\u00a0: {len(done.written)}, laissés tels quels\u00a0: {len(done.kept)}.",
        en=f"Operations read: {done.read}; questions: {done.unsure}; articles that change nothing: {unchanging}; "
        f"files written: {len(done.written)}, left as they are: {len(done.kept)}.",
    ).text(lang)


def _told_of_convention(done: Imported, lang: Lang) -> Iterator[str]:
    """What each article has got of the act that was found, and what is unsure."""
    colon = COLON.text(lang)
    yield f"{short(done.title, _SHOWN)} → {done.folder}"
    for unit in done.units:
        yield f"{unit.file}{colon} {short(unit.heading, _SHOWN)}" if unit.heading else unit.file
        if unit.file in done.kept:
            yield f"  – {Message(fr='laissé tel quel', en='left as it is').text(lang)}"
        for question in unit.questions:
            yield f"  ? {short(question.sentence, _SHOWN)} ({question.why})"
    for question in done.questions:
        yield f"? convention.yml{colon} {short(question.sentence, _SHOWN)} ({question.why})"
    if done.errors:
        yield as_text(list(done.errors), lang)
    yield Message(
        fr=f"Fichiers écrits\u00a0: {len(done.written)}, articles laissés tels quels\u00a0: {len(done.kept)}\u00a0; questions\u00a0: {done.unsure}.",
        en=f"Files written: {len(done.written)}, articles left as they are: {len(done.kept)}; questions: {done.unsure}.",
    ).text(lang)
