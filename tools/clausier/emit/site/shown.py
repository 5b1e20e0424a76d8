"""Which versions the site shows whole, on a page and in documents: all of them, but where together they are too much to set.

A convention of 2,000 articles that 200 amendments have changed has 400,000 articles over time. What a site cannot hold as
pages stays in its data, and the commands give it.
"""

from __future__ import annotations

from itertools import accumulate

from clausier.consolidate import Timeline, Version

MOST = 20_000  # provisions that the whole texts may have together; the text in force is whole however long it is


def shown(timeline: Timeline, count: int | None = None) -> tuple[Version, ...]:
    """The versions whose text is shown whole, in order: the one in force, and the newest of the others.

    `count` of them where it is given; else as many as have at most `MOST` provisions together.
    """
    latest = timeline.latest
    newest = (latest, *(v for v in reversed(timeline.versions) if v is not latest))
    if count is None:
        sizes = accumulate(sum(1 for _ in version.document.walk()) for version in newest)
        count = sum(size <= MOST for size in sizes)
    kept = {version.id for version in newest[: max(1, count)]}
    return tuple(version for version in timeline.versions if version.id in kept)
