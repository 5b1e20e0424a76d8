"""What the checks say of references that are read only where something may have changed is what they say of all, read anew."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from clausier.check.every import run_over_time
from clausier.consolidate import Timeline
from clausier.refs.over_time import State, readings
from clausier.refs.references import own_name
from large.make import Size, make
from support.projects import sound

SIZE = Size(articles=80, amendments=12, operations=10, versions=12)
REFERENCE = re.compile(r"à l'article\s+(\d+)\s+de\s+la\s+présente\s+convention")
# The made articles name others as wholes: here also lines of them, ranges, parts that some do not have, and neighbours.
WAYS = (
    "à l'article {n} de la présente convention",
    "au deuxième alinéa de l'article {n} de la présente convention",
    "aux articles {n} à {m} de la présente convention",
    "à l'article {n}.2 de la présente convention",
    "au dernier alinéa de l'article précédent",
)


def worded(found: re.Match[str]) -> str:
    number = int(found[1])
    return WAYS[number // 5 % len(WAYS)].format(n=number, m=number + 5)


@pytest.fixture(scope="module", params=(1, 2, 3))
def timeline(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    folder = tmp_path_factory.mktemp("followed")
    make(folder, SIZE, seed=request.param)
    for path in Path(folder).rglob("*.md"):
        path.write_text(REFERENCE.sub(worded, path.read_text("utf-8")), "utf-8")
    return sound(folder, checks=False).timeline


def test_what_is_shared_hides_nothing_from_the_checks(timeline: Timeline) -> None:
    own = own_name(timeline.acts[0].title)
    anew = replace(timeline)
    states = (State(version.document, version.complete, None) for version in timeline.versions)
    anew.__dict__["readings"] = tuple(found for state in states for found in readings((state,), own))
    assert anew.readings[1] is not timeline.readings[1]
    found = run_over_time(timeline)
    assert found == run_over_time(anew)
    assert {"TXT301", "TXT303"} <= Counter(d.code.id for d in found).keys()
