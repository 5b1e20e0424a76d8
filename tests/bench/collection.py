"""How much faster a collection is built by two processes than by one, and what handing a task out costs (`make bench`).

Generated conventions, built anew each time, by one process and by two in turn, so that whatever else the machine does falls
on both; the figure is the ratio of the medians. They lie in memory where the system has a folder there: a disk from which many
files have just been deleted is slow to make new ones, and that falls on either. Two cores are not always twice one: how much
faster two bare loops end than one after the other is told beside it. What a task costs beside its work is measured with tasks that end at once,
handed to processes here and to a Dask cluster on the loopback. Exit 1 where a bar is missed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from clausier.cli.options import cores
from clausier.collection.cluster import cluster
from clausier.collection.local import local
from clausier.collection.projects import Project
from clausier.collection.task import Outcome, Task, run
from large.make import Size, make

PROJECTS = 100
SIZE = Size(articles=16, amendments=2, operations=2, versions=2)
ROUNDS = 3
FASTER = 1.7  # two processes must be so many times as fast as one
TASKS = 500
LOOPS = 20_000_000
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of a name of its own is made there
OVERHEAD = 0.05  # of the time of a build: the most that handing a task to a process here may take
LOOPBACK = Path(__file__).parents[1] / "collection" / "loopback.py"


def built(collection: Path, jobs: int) -> float:
    """How long the command takes, from its start to its end."""
    call = [sys.executable, "-m", "clausier", "build", "--collection", str(collection), "--out", f"{collection}-{jobs}"]
    start = time.perf_counter()
    done = subprocess.run([*call, "--force", "--no-cache", "--jobs", str(jobs)], capture_output=True, check=False)
    took = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr.decode())
    return took


def by_cores() -> float:
    """How many times as fast two processes that only count are, at once, as one after the other."""
    call = [sys.executable, "-I", "-S", "-c", f"for _ in range({LOOPS}): pass"]
    times = []
    for at_once in (1, 2):
        start = time.perf_counter()
        for _ in range(2 // at_once):
            counting = [subprocess.Popen(call) for _ in range(at_once)]
            for process in counting:
                process.wait()
        times.append(time.perf_counter() - start)
    return times[0] / times[1]


def each(outcomes: Callable[[Iterable[Task]], Iterable[Outcome]]) -> float:
    """How long a task takes that is over at once, in seconds: the difference that many more of them make."""
    project = Project("rien", Path("rien"), Path("rien"))
    times = []
    for count in (2, 2, 2 + TASKS):  # the first begins what is kept for the others
        start = time.perf_counter()
        for _ in outcomes([Task(project=project, compiler="another")] * count):
            pass
        times.append(time.perf_counter() - start)
    return (times[2] - times[1]) / TASKS


def here(tasks: Iterable[Task]) -> Iterator[Outcome]:
    """The tasks, by this very process."""
    return map(run, tasks)


def by_dask() -> float:
    """How long such a task takes on a cluster on the loopback."""
    call = [sys.executable, str(LOOPBACK)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout is not None
        address = started.stdout.readline().strip()
        took = each(lambda tasks: cluster(tasks, address))
        assert started.stdin is not None
        started.stdin.close()
    return took


def main() -> bool:
    """Measure and print; whether every bar is held."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as home:
        collection = Path(home) / "conventions"
        for number in range(PROJECTS):
            make(collection / f"convention-{number:03}", SIZE, seed=number)
        times: dict[int, list[float]] = {1: [], 2: []}
        loops = []
        for jobs in (2, 1) * ROUNDS:
            times[jobs].append(built(collection, jobs))
            loops.append(by_cores())
    one, two = statistics.median(times[1]), statistics.median(times[2])
    alone = each(here)
    handed = each(lambda tasks: local(tasks, 1)) - alone
    sent = by_dask() - alone
    share = handed / (one / PROJECTS)
    fast = one / two >= FASTER or cores() < 2
    sys.stdout.write(
        f"collection       {one / two:4.2f} × as fast by two processes   at least {FASTER}: {'held' if fast else 'MISSED'}   "
        f"({PROJECTS} conventions, {one / PROJECTS * 1000:.0f} ms each by one process; {cores()} cores, bare loops {statistics.median(loops):.2f} ×)\n"
        f"task handed      {share:4.1%} of a build   at most {OVERHEAD:.0%}: {'held' if share <= OVERHEAD else 'MISSED'}   "
        f"({handed * 1000:.1f} ms; {sent * 1000:.1f} ms by Dask)\n"
    )
    return fast and share <= OVERHEAD


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
