"""A site that begins to be rendered before its pages are there: MkDocs in a process of its own, which has started when they are.

`python -m clausier.website` is that process (see `__main__`). It is told one folder, and answers once.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from clausier import website
from clausier.digest import digest


class Order(Struct):
    """The folder to render, as the system names it, and the day that dates its site map."""

    folder: bytes
    day: datetime.date


class Answer(Struct, omit_defaults=True):
    """What became of it: rendered, refused by the system (`errno`), or failed; and `why`."""

    why: str = ""
    errno: int = 0


@contextmanager
def ahead(config: Path, jobs: int) -> Iterator[Callable[[Path, datetime.date], None] | None]:
    """Start MkDocs in a process of its own while the pages are still being made; what comes back has it render a folder.

    It renders as `build_site` does. The process ends with this block. None where the system can start no process.
    """
    command = (sys.executable, "-P", "-m", "clausier.website", str(config), str(jobs), str(os.getpid()))
    same = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}  # where this process finds its modules
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=same)  # noqa: S603 - our own
    except OSError:
        yield None
        return
    with process:
        try:
            yield lambda folder, day: _rendered(process, Order(os.fsencode(folder), day))
        finally:
            process.terminate()


def _rendered(process: subprocess.Popen[bytes], order: Order) -> None:
    try:
        told, _ = process.communicate(msgspec.json.encode(order))
    except BaseException:
        # What it writes into is about to be removed: it must have ended, and its copies with it.
        process.terminate()
        process.wait()
        raise
    if not told:
        raise website.failed(f"le processus de mkdocs s’est arrêté (code {process.returncode})")
    answer = msgspec.json.decode(told, type=Answer)
    if answer.errno:
        raise OSError(answer.errno, answer.why)
    if answer.why:
        raise website.failed(answer.why)


class Begun(Struct, frozen=True):
    """A site whose rendering has been prepared: `render` takes the folder with the pages, and the day that dates the site map.

    `sources` is the digest of the project when it was prepared, by which a build can tell that it has changed since.
    """

    sources: str
    render: Callable[[Path, datetime.date], None]


@contextmanager
def begun(root: Path, jobs: int) -> Iterator[Begun]:
    """What is to render the site of the project at `root`, by `jobs` processes.

    Where they are several, mkdocs begins now, in a process of its own, which will have others share the pages. That takes a
    system that ends processes with the one that began them, and copies one at work: Linux. Elsewhere, all waits.
    """
    sources = digest(root)
    config = root / "mkdocs.yml"
    waits = Begun(sources, partial(website.build_site, config))
    if jobs < 2 or sys.platform != "linux":
        yield waits
        return
    from clausier.website.begun import ahead

    with ahead(config, jobs) as render:
        yield Begun(sources, render) if render else waits
