"""Where a document goes that a command makes: a file in the folder of the convention, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from clausier.cli.framework import refuse, spoken
from clausier.cli.options import option
from clausier.cli.reading import report_and_end
from clausier.cli.writing import off_sources
from clausier.diagnostics import Message
from clausier.store import StoreError, write_file

FOLDER = "exports"  # where documents go that are given no name
OUTPUT = Path("-")
out_option = option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    fr="Fichier à écrire, dans le dossier de la convention (exports/…) ; « - » écrit sur la sortie.",
    en="File to write, in the convention’s folder (exports/…); “-” writes to standard output.",
)


def deliver(project: Path, out: Path, content: bytes, more: Message | None = None) -> None:
    """Write a document and say where, with `more` about it; the command ends where it cannot be written."""
    if out == OUTPUT:
        sys.stdout.buffer.write(content)
        return
    path = _inside(project, out)
    try:
        write_file(path, content)
    except StoreError as error:
        report_and_end((error.diagnostic,))
    lang = spoken()
    said = Message(fr=f"écrit\u00a0: {path}", en=f"written: {path}").text(lang)
    click.echo(f"{said} ({more.text(lang)})" if more else said)


def _inside(project: Path, path: Path) -> Path:
    """The file to write, which the folder of the convention must hold."""
    off_sources(project, path)
    if not path.resolve().is_relative_to(project.resolve()) or path.is_dir():
        refuse(
            fr=f"{path}\u00a0: hors du dossier de la convention, ou n’est pas un fichier («\u00a0--out -\u00a0» écrit sur la sortie)",
            en=f"{path}: outside the convention’s folder, or not a file (“--out -” writes to standard output)",
        )
    return path
