"""Tasks on this machine: as many processes as it has cores, each with a thread here that hands it one task after another."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice

from clausier.collection.apart import apart
from clausier.collection.task import Outcome, Task


def local(tasks: Iterable[Task], jobs: int) -> Iterator[Outcome]:
    """The outcome of each task, in the order in which they end, `jobs` being run at once.

    Closed before its end, it waits for the tasks in hand: their outputs are whole, and the others are not begun.
    """
    waiting = iter(tasks)
    threads = ThreadPoolExecutor(jobs, initializer=_uninterrupted)
    try:
        running: set[Future[Outcome]] = {threads.submit(apart, task) for task in islice(waiting, 2 * jobs)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {threads.submit(apart, task) for task in islice(waiting, len(done))}
            for future in done:
                yield future.result()
    finally:
        threads.shutdown(cancel_futures=True)


def _uninterrupted() -> None:
    """Keep Ctrl-C, which a terminal sends to every process of the command, from those that this thread begins."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
