"""What is said where a command does not write sources."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clausier.cli.framework import refuse_with
from clausier.diagnostics import Miscalled, Refused
from clausier.store import StoreError, told


@contextmanager
def writing(where: Path) -> Iterator[None]:
    """Write sources into `where`; the command ends where what is asked is refused, or where the system does not let it."""
    try:
        with told(where):
            yield
    except Refused as refused:
        refuse_with(refused.message, code=2 if isinstance(refused, Miscalled) else 1)
    except StoreError as error:
        refuse_with(error.diagnostic.message, code=1)
