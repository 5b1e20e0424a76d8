"""A site that begins to be rendered before its pages are there."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec import Struct

from clausier import website
from clausier.digest import digest


class Begun(Struct, frozen=True):
    """A site whose rendering has been prepared: `render` takes the folder with the pages, and the day that dates the site map.

    `sources` is the digest of the project when it was prepared, by which a build can tell that it has changed since.
    """

    sources: str
    render: Callable[[Path, datetime.date], None]


@contextmanager
def begun(root: Path, jobs: int) -> Iterator[Begun]:
    """What is to render the site of the project at `root`, by `jobs` processes.

    Where they are several, mkdocs begins now, in a process of its own, which will have others share the pages. That takes a
    system that ends processes with the one that began them, and copies one at work: Linux. Elsewhere, all waits.
    """
    sources = digest(root)
    config = root / "mkdocs.yml"
    waits = Begun(sources, partial(website.build_site, config))
    if jobs < 2 or sys.platform != "linux":
        yield waits
        return
    from clausier.website.ahead import ahead

    with ahead(config, jobs) as render:
        yield Begun(sources, render) if render else waits
