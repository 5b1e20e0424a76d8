"""How long commands take on the real convention, as ratios to a reference in the same run (`make bench`).

A ratio says the same on any machine, a number of seconds does not. Tasks and references take turns, so that whatever
else the machine does falls on all alike; each figure is a median. Exit 1 where a bar is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench import decisions

ROOT = Path(__file__).parents[2]
CLAUSIER = (sys.executable, str(Path(sys.executable).with_name("clausier")))
ROUNDS = 15
DECISIONS = 20.0  # decisions of votes may take so many times as long as their sums alone
# pip compiles the libraries of the reference when it installs them: ours are compiled by the round that is not timed.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Task:
    """A command, as a process of its own."""

    name: str
    command: tuple[str, ...]

    def seconds(self) -> float:
        """How long one run takes, from the start of the process to its end."""
        start = time.perf_counter()
        done = subprocess.run(
            self.command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        took = time.perf_counter() - start
        if done.returncode:
            sys.exit(f"{self.name}: exit code {done.returncode}\n{done.stdout.decode()}")
        return took


@dataclass(frozen=True, slots=True)
class Bar:
    """How many times as long as its reference a task may take."""

    task: Task
    reference: Task
    most: float


def bars(out: Path) -> tuple[Bar, ...]:
    """Everything that is measured; builds are written to `out`."""
    bare = Task("bare", (sys.executable, str(Path(__file__).with_name("bare.py")), "."))
    return (
        Bar(Task("clausier check", (*CLAUSIER, "check", "--no-cache")), bare, 2.5),
        Bar(Task("clausier build", (*CLAUSIER, "build", "--no-cache", "--out", str(out / "build"))), bare, 4.0),
        # The first round builds, so that there is something kept.
        Bar(Task("build, again", (*CLAUSIER, "build", "--out", str(out / "again"))), bare, 3.5),
        Bar(Task("check, again", (*CLAUSIER, "check")), bare, 2.0),
    )


def measure(tasks: tuple[Task, ...], rounds: int) -> dict[Task, float]:
    """The median of each task's times, in seconds, the tasks taking turns; a first round, untimed, warms the disk."""
    times: dict[Task, list[float]] = {task: [] for task in tasks}
    for task in tasks:
        task.seconds()
    for number in range(rounds):
        turn = number % len(tasks)
        for task in (*tasks[turn:], *tasks[:turn]):
            times[task].append(task.seconds())
    return {task: statistics.median(found) for task, found in times.items()}


def main(rounds: int = ROUNDS) -> bool:
    """Measure and print; whether every bar is held."""
    with tempfile.TemporaryDirectory() as out:
        wanted = bars(Path(out))
        medians = measure(tuple(dict.fromkeys(t for bar in wanted for t in (bar.reference, bar.task))), rounds)
    said = [
        "bare: a process that imports PyYAML, markdown-it-py and click and parses the same files (tests/bench/bare.py)",
        f"medians of {rounds} runs, taking turns",
        "",
    ]
    held = True
    for bar in wanted:
        took, reference = medians[bar.task], medians[bar.reference]
        ratio = took / reference
        held = held and ratio <= bar.most
        said.append(
            f"{bar.task.name:<16} {ratio:4.2f} × {bar.reference.name}   "
            f"at most {bar.most:.2f}: {'held' if ratio <= bar.most else 'MISSED'}   "
            f"({took * 1000:.0f} ms, {reference * 1000:.0f} ms)"
        )
    took, reference = decisions.compared()
    ratio = took / reference
    said.append(
        f"{'decisions':<16} {ratio:4.2f} × bare loop   at most {DECISIONS:.2f}: {'held' if ratio <= DECISIONS else 'MISSED'}   "
        f"({decisions.COUNT} votes, and the same sums with fractions: {took:.2f} s, {reference:.2f} s)"
    )
    sys.stdout.write("\n".join([*said, ""]))
    return held and ratio <= DECISIONS


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if sys.argv[1:] else ROUNDS) else 1)
