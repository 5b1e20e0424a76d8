"""What a long command is at, on a terminal: one line, once it has taken a second, gone when it ends. Pipes get nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from clausier.diagnostics import Lang, Message

PATIENCE = 1.0  # seconds; what takes less is over before it is read
_CLEAR = "\r\x1b[K"


@contextmanager
def progress(lang: Lang) -> Iterator[Callable[[Message], None]]:
    """What is to be told each stage of the work as it begins."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from threading import Lock, Timer  # for those who wait

    lock = Lock()
    stage = ""
    late = False

    def show() -> None:
        if late and stage:
            sys.stderr.write(f"{_CLEAR}{stage}")
            sys.stderr.flush()

    def begin(message: Message) -> None:
        nonlocal stage
        with lock:
            stage = message.text(lang)
            show()

    def wake() -> None:
        nonlocal late
        with lock:
            late = True
            show()

    timer = Timer(PATIENCE, wake)
    timer.daemon = True
    timer.start()
    try:
        yield begin
    finally:
        timer.cancel()
        with lock:
            if late:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()
            late, stage = False, ""
