"""The hashes of files made of pieces, against those of their bytes."""

from __future__ import annotations

import hashlib
import random

import pytest

from clausier.cache import Cache, NoCache, dump, load
from clausier.emit.content import Content, Pieces, Written, put
from support.paged import Held


def files(rng: random.Random) -> list[Content]:
    """Files that share pieces: in another order, in part, cut elsewhere, twice; some of no piece, some that say what they are of."""
    shared = [rng.randbytes(rng.choice([0, 1, 32, 300])) for _ in range(200)]
    whole = b"".join(shared)
    return [
        Pieces(tuple(shared)),
        Pieces(tuple(shared), (b"in order",)),
        Pieces(tuple(reversed(shared)), (b"reversed", b"order")),
        Pieces(tuple(reversed(shared))),
        Pieces(tuple(shared[:-1])),
        Pieces((*shared, shared[3])),
        Pieces((whole[:1000], whole[1000:])),
        Pieces(()),
        whole,
        b"",
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_hash_is_that_of_the_bytes_with_what_is_kept_and_without(seed: int) -> None:
    every = files(random.Random(seed))  # noqa: S311 - the same files each time
    cache = Cache()
    for kept in (NoCache(), cache, cache, load(dump(cache))):
        held = Held()
        for rank, content in enumerate(every):
            put(held, str(rank), content, kept)
            whole = bytes(content)
            assert held.contents[str(rank)] == whole
            assert held.files[str(rank)] == Written(len(whole), hashlib.sha256(whole).hexdigest())


class Asked(Held):
    """A folder that remembers what hash it was told of, "" where it was to work it out."""

    known: str | None = None

    def put(self, path: str, content: Content, known: str = "") -> Written:
        self.known = known
        return super().put(path, content, known)


def test_what_was_hashed_before_is_not_hashed_again() -> None:
    cache, content, first, second = Cache(), Pieces((b"one", b"two"), (b"made", b"of")), Asked(), Asked()
    put(first, "a", content, cache)
    put(second, "a", content, load(dump(cache)))
    assert (first.known, second.known) == ("", hashlib.sha256(b"onetwo").hexdigest())
    assert (second.files, second.contents) == (first.files, first.contents)


def test_a_copy_is_the_same_file_under_another_path() -> None:
    held = Held()
    held.put("a", Pieces(part for part in (b"one", b"two")))
    held.copy("a", "b/c")
    assert held.contents == {"a": b"onetwo", "b/c": b"onetwo"}
    assert held.files["b/c"] == held.files["a"]
