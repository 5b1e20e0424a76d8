"""A running `clausier serve`, as its tests use it: nothing waits for time to pass, all for something to be said."""

from __future__ import annotations

import json
import queue
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DEADLINE = 60  # seconds: only a broken server comes near


class Served:
    """The process, and what it has said, one object a line."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "clausier", "serve", "--port", "0", "--format", "json", "--project", str(root)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.url = str(self.wait(lambda _: True)["url"])

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def wait(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next thing said that fits."""
        while line := self._lines.get(timeout=DEADLINE):
            said: dict[str, Any] = json.loads(line)
            if fits(said):
                return said
        assert self.process.stderr
        raise AssertionError(self.process.stderr.read())

    def page(self, path: str) -> str:
        """A page of the site."""
        with urllib.request.urlopen(self.url + path, timeout=DEADLINE) as answer:  # noqa: S310 - its own address
            return str(answer.read().decode())

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """Ask it to stop; its exit code."""
        self.process.send_signal(how)
        return self.process.wait(timeout=DEADLINE)


@contextmanager
def serving(root: Path) -> Iterator[Served]:
    """`clausier serve` on a port that is free, stopped at the end whatever happens."""
    served = Served(root)
    try:
        yield served
    finally:
        if served.process.poll() is None:
            served.process.kill()
        served.process.communicate()


def replace(path: Path, old: str, new: str) -> None:
    """Save a file with words changed, as editors do: another file in its place."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    fresh = path.with_name(f".{path.name}~")
    fresh.write_text(text.replace(old, new), encoding="utf-8")
    fresh.replace(path)
