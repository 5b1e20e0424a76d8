"""The process that renders a site for another one: `python -m clausier.website CONFIG JOBS PARENT` (see `begun`)."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

import msgspec

from clausier.store import StoreError
from clausier.website import date, no_warning_passes
from clausier.website.begun import Answer, Order
from clausier.website.ready import ready
from clausier.website.shared import build
from clausier.website.workers import end_with


def main(config: str, jobs: str, parent: str) -> None:
    """Load what `config` says, wait for the folder, render it, and answer."""
    end_with(int(parent))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal sends it to all: the parent decides
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    gc.set_threshold(100_000, 50, 50)  # as for every command
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever a plugin prints is no answer
    answer = _answer(Path(config), int(jobs))
    with suppress(BrokenPipeError):  # who asked has gone, and has told why
        os.write(answers, msgspec.json.encode(answer))
    os._exit(0)  # nothing is left to do but to give memory back piece by piece


def _answer(config: Path, jobs: int) -> Answer:
    try:
        with no_warning_passes():
            made = ready(config)
            told = sys.stdin.buffer.read()
            if not told:  # the pages could not be made
                return Answer("nothing to render")
            order = msgspec.json.decode(told, type=Order)
            date(order.day)
            build(made, Path(os.fsdecode(order.folder)), jobs)
    except StoreError as error:
        return Answer(str(dict(error.diagnostic.message.values)["why"]))
    except OSError as error:
        return Answer(error.strerror or type(error).__name__, error.errno or 0)
    except Exception as error:  # noqa: BLE001 - it is told where it was asked for
        return Answer(f"{type(error).__name__}: {error}")
    return Answer()


if __name__ == "__main__":
    main(*sys.argv[1:])
