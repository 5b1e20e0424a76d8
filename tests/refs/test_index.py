"""What is worked out from one state of a text to the next is what reading each state by itself gives."""

from __future__ import annotations

from itertools import pairwise

import pytest

from clausier.model.provision import Provision
from clausier.refs.differences import differences
from clausier.refs.index import index_of
from clausier.refs.places import Path as Place
from clausier.refs.places import walk
from clausier.source.headings import number_key
from large.make import Size, make
from support.projects import sound

SIZE = Size(articles=80, amendments=12, operations=10, versions=12)


@pytest.fixture(scope="module", params=(1, 2, 3))
def documents(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Provision]:
    folder = tmp_path_factory.mktemp("index")
    make(folder, SIZE, seed=request.param)
    compiled = sound(folder, checks=False)
    return [version.document for version in compiled.timeline.versions]


def test_units_are_found_where_they_stand(documents: list[Provision]) -> None:
    for document in (*documents, *reversed(documents), documents[0], documents[-1]):
        index = index_of(document)
        numbers: dict[str, list[Place]] = {}
        for path, provision in walk(document):
            assert index.path_of(provision.id) == path
            if path:
                numbers.setdefault(number_key(provision.number), []).append(path)
        assert all(list(index.numbered(key)) == paths for key, paths in numbers.items() if key)
    every = {p.id for document in documents for p in document.walk()}
    for document in documents:
        gone = every - {p.id for p in document.walk()}
        assert [index_of(document).path_of(identity) for identity in gone] == [None] * len(gone)


def test_what_differs_is_all_that_does(documents: list[Provision]) -> None:
    for before, now in (*pairwise(documents), *pairwise(reversed(documents)), (documents[0], documents[-1])):
        changes = differences(before, now)
        then, there = ({p.id: p for p in document.walk()} for document in (before, now))
        # What is another object that says the same may be among them or not.
        for told, those, others in (
            ({p.id for c in changes for p in c.now()}, there, then),
            ({p.id for c in changes for p in c.then()}, then, there),
        ):
            assert told >= {i for i, p in those.items() if others.get(i) != p}
            assert told <= {i for i, p in those.items() if others.get(i) is not p}
        for change in changes:
            assert change.old is None or then[change.old.id] is change.old
            assert change.new is None or there[change.new.id] is change.new
            if change.old and change.new:
                orders = [[child.id for child in unit.children] for unit in (change.old, change.new)]
                assert change.rearranged == (orders[0] != orders[1])
