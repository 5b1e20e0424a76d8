"""A task in a process of its own, kept for the next one: the process that asks does not die of it, and knows who did."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from threading import Thread, local

from clausier.collection.task import Outcome, Task, died, run

_OWN = local()  # a thread asks for one task at a time, of one process


def apart(task: Task) -> Outcome:
    """Run a task in the process that this thread has beside it, begun where there is none.

    A task whose process dies is run once more: memory may have been short when others were at work.
    """
    for _ in range(2):
        pool: ProcessPoolExecutor | None = getattr(_OWN, "pool", None)
        if pool is None:
            # Not forked: a fork takes along what this process holds, its threads and locks.
            spawn = multiprocessing.get_context("spawn")
            pool = _OWN.pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=_begin)
        try:
            return pool.submit(run, task).result()
        except BrokenProcessPool:
            pool.shutdown()
            _OWN.pool = None
    return died(task)


def _begin() -> None:
    """Begin such a process: it leaves interruptions to the one that has begun it, and ends with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 50, 50)  # as for every command
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
