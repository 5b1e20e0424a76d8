"""Tasks on a cluster, by Dask: its workers see the same folders under the same names, and have the same Clausier."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from clausier.collection.apart import apart
from clausier.collection.task import Outcome, Task, died, failed
from clausier.diagnostics import Refused, Span, codes_out, report

if TYPE_CHECKING:
    from distributed import Client, Future

AT_ONCE = 4  # tasks in hand for each thread of the cluster: enough for none to wait for the next
PATIENCE = "10s"


def cluster(tasks: Iterable[Task], address: str) -> Iterator[Outcome]:
    """The outcome of each task, in the order in which they end, run by the workers of the Dask scheduler at `address`.

    A fault in a task does not end its worker. When a worker's machine dies, Dask gives its tasks to others, and runs again
    those whose result was lost with it: these projects are then found unchanged. Raises `Refused` where there is no
    scheduler, or no Dask.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise Refused(
            fr="distributed, qui parle aux grappes Dask, n’est pas installé (pip install 'clausier[cluster]')",
            en="distributed, which speaks to Dask clusters, is not installed (pip install 'clausier[cluster]')",
        ) from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        why = type(error).__name__
        raise Refused(
            fr=f"pas d’ordonnanceur Dask à l’adresse {address} ({why})", en=f"no Dask scheduler at {address} ({why})"
        ) from error
    logging.getLogger("distributed.client").setLevel(logging.ERROR)  # of what it mends, it warns
    with client:
        yield from _outcomes(client, iter(tasks))


def _outcomes(client: Client, waiting: Iterator[Task]) -> Iterator[Outcome]:
    from distributed import KilledWorker, as_completed

    running: dict[Future[Outcome], Task] = {}
    completed = as_completed(loop=client.loop)

    def hand(number: int) -> None:
        for task in islice(waiting, number):
            future = client.submit(work, task, pure=False)
            running[future] = task
            completed.add(future)

    hand(AT_ONCE * max(1, sum(client.nthreads().values())))
    for future in completed:
        task = running.pop(future)
        try:
            yield future.result()
        except KilledWorker:
            yield died(task)
        except Exception as error:  # noqa: BLE001 - what a worker could not even begin
            yield failed(task, report(codes_out.NOT_TAKEN, Span("convention"), why=f"{type(error).__name__}: {error}"))
        future.release()
        hand(1)


def work(task: Task) -> Outcome:
    """Run a task, on a worker."""
    multiprocessing.current_process().daemon = False  # its nanny has begun it as one that may begin no other
    return apart(task)
