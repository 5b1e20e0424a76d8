"""`clausier build --collection`: many conventions at once."""

from __future__ import annotations

import signal
import sys
from collections.abc import Generator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from shutil import get_terminal_size

import click

from clausier.build import NO_PDF
from clausier.cli.framework import print_json, refuse_with, spoken, use_colour
from clausier.cli.options import cores
from clausier.collection.cluster import cluster
from clausier.collection.local import local
from clausier.collection.projects import projects
from clausier.collection.result import as_data, as_errors, as_table
from clausier.collection.task import Outcome, Task, compiler
from clausier.diagnostics import Message, Refused

_STOPPED = Message(
    fr="Arrêté\u00a0: {done} conventions sur {all} sont faites. La même commande reprend les autres.",
    en="Stopped: {done} conventions of {all} are done. The same command takes up the others.",
)


def build_collection(
    collection: Path,
    *,
    out: Path | None,
    jobs: int | None,
    scheduler: str,
    force: bool,
    site: bool,
    documents: bool,
    cache: bool,
    as_json: bool,
) -> int:
    """Build each convention of a collection and tell what became of all: the exit code of the command."""
    lang = spoken()
    try:
        found = projects(collection, out)
    except Refused as refused:
        refuse_with(refused.message)
    if site and documents and not scheduler and find_spec("typst") is None:
        click.echo(NO_PDF.text(lang), err=True)
    known = compiler()
    tasks = [
        Task(project=project, compiler=known, site=site, documents=documents, cache=cache, force=force)
        for project in found
    ]
    outcomes: list[Outcome] = []
    # The end of a session asks as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with closing(_run(tasks, jobs, scheduler)) as ended:
            for outcome in ended:
                outcomes.append(outcome)
                _progress(f"{len(outcomes)}/{len(tasks)}  {outcome.project.name}")
    except Refused as refused:
        refuse_with(refused.message)
    except KeyboardInterrupt:
        _progress("")
        click.echo(_STOPPED.fill(done=len(outcomes), all=len(tasks)).text(lang), err=True)
        return 130
    _progress("")
    if as_json:
        print_json(as_data(collection, outcomes, lang))
    else:
        for words in as_errors(outcomes, lang, colour=use_colour(err=True)):
            click.echo(f"{words}\n", err=True)
        click.echo(as_table(outcomes, lang))
    return 1 if any(o.state in {"failed", "died"} for o in outcomes) else 0


def _run(tasks: list[Task], jobs: int | None, scheduler: str) -> Generator[Outcome, None, None]:
    if scheduler:
        yield from cluster(tasks, scheduler)
    else:
        yield from local(tasks, jobs or cores())


def _progress(words: str) -> None:
    """Show how far things are, in place of what was shown before: for who waits at a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{words[: get_terminal_size().columns - 1]}", err=True, nl=False)
