"""MkDocs in a process of its own, begun while the pages are still being made: it has started when they are there.

`python -m clausier.website` is that process (see `__main__`). It is told one folder, and answers once.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from clausier.website import failed


class Order(Struct):
    """The folder to render, and the day that dates its site map."""

    folder: str
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
            yield lambda folder, day: _rendered(process, Order(str(folder), day))
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
        raise failed(f"le processus de mkdocs s’est arrêté (code {process.returncode})")
    answer = msgspec.json.decode(told, type=Answer)
    if answer.errno:
        raise OSError(answer.errno, answer.why)
    if answer.why:
        raise failed(answer.why)
