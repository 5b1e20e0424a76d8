"""The hashes of files made of pieces, against those of their bytes."""

from __future__ import annotations

import hashlib
import random

import pytest

from clausier.cache import Cache, NoCache, dump, load
from clausier.emit.content import Content, Pieces, hashed


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
        for content in every:
            assert hashed(content, kept) == hashlib.sha256(bytes(content)).hexdigest()


def test_what_was_hashed_before_is_not_hashed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, content = Cache(), Pieces((b"one", b"two"), (b"made", b"of"))
    found = hashed(content, cache)
    monkeypatch.setattr("clausier.emit.content.sha256", lambda _: pytest.fail("hashed again"))
    assert hashed(content, load(dump(cache))) == found
