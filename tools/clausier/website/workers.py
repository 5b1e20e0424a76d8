"""Work shared by copies of this process, each of which takes the next task until there is none (Linux)."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import TypeVar

R = TypeVar("R")

_PDEATHSIG = 1  # prctl(2)
_TICKETS = 1000  # of two bytes each: they fit any pipe, and nobody waits to write them


class DiedError(Exception):
    """A copy of this process has ended without a word: the system was short of memory, or somebody ended it."""


def end_with(parent: int) -> None:
    """Have the system end this process when `parent`, which has begun it, ends, however that ends."""
    ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it has ended before it was asked
        os._exit(1)


def shared(tasks: Sequence[Callable[[], R]], jobs: int) -> list[R]:
    """What each task gives, in their order, done by this process and `jobs` - 1 copies of it, as it now is.

    What a task does to this process is lost unless it returns it. Tasks that come first are taken first. Raises what a task
    raises, and `DiedError`; no copy is left then.
    """
    count = min(len(tasks), _TICKETS)
    tickets, giving = os.pipe()
    os.write(giving, b"".join(n.to_bytes(2) for n in range(count)))
    os.close(giving)
    copies: list[tuple[ForkProcess, Connection]] = []
    context = multiprocessing.get_context("fork")
    gc.freeze()  # memory that is looked through is copied
    try:
        with suppress(OSError):  # no more processes, or no memory for one: those that there are do it
            for _ in range(min(jobs, count) - 1):
                receiving, sending = context.Pipe(duplex=False)
                copy = context.Process(target=_work, args=(tasks, count, tickets, sending, os.getpid()))
                copy.start()
                sending.close()
                copies.append((copy, receiving))
        found = dict(_taken(tasks, count, tickets))
        for _, receiving in copies:
            found |= _received(receiving)
    finally:
        os.close(tickets)
        for copy, receiving in copies:
            copy.kill()
            copy.join()
            receiving.close()
    return [found[n] for n in range(len(tasks))]


def _taken(tasks: Sequence[Callable[[], R]], count: int, tickets: int) -> list[tuple[int, R]]:
    """The tasks of the tickets that this process gets, each with its number. A ticket is for each `count`-th task."""
    done: list[tuple[int, R]] = []
    while ticket := os.read(tickets, 2):
        done += [(n, tasks[n]()) for n in range(int.from_bytes(ticket), len(tasks), count)]
    return done


def _work(tasks: Sequence[Callable[[], R]], count: int, tickets: int, sending: Connection, parent: int) -> None:
    end_with(parent)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        told: tuple[list[tuple[int, R]], Exception | None] = (_taken(tasks, count, tickets), None)
    except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
        told = ([], error)
    sending.send(told)
    sending.close()


def _received(receiving: Connection) -> dict[int, R]:
    try:
        done, error = receiving.recv()
    except EOFError as ended:
        raise DiedError from ended
    if error:
        raise error
    return dict(done)
