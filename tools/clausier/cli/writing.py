"""What is said where a command does not write sources, and where it would write among them what is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clausier.cli.framework import refuse, refuse_with
from clausier.diagnostics import Miscalled, Refused
from clausier.source.folders import AMENDMENTS, CONVENTION
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


def off_sources(project: Path, path: Path) -> None:
    """End the command where what it makes would be written among the sources, in the place of an act or to be read as one."""
    if any(path.resolve().is_relative_to((project / sources).resolve()) for sources in (CONVENTION, AMENDMENTS)):
        refuse(
            fr=f"{path}\u00a0: parmi les sources, que rien de produit ne doit remplacer\u00a0; choisir un autre endroit (--out)",
            en=f"{path}: among the sources, which nothing that is made may replace; choose another place (--out)",
        )
