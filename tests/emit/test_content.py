"""The hashes of files made of pieces, against those of their bytes."""

from __future__ import annotations

import hashlib
import random

import pytest

from clausier.cache import Cache, NoCache, dump, load
from clausier.emit.content import Content, Hashes, Pieces


def files(rng: random.Random) -> list[Content]:
    """Files that share pieces: in another order, in part, cut elsewhere, twice; some of no piece."""
    shared = [rng.randbytes(rng.choice([0, 1, 32, 300])) for _ in range(200)]
    whole = b"".join(shared)
    return [
        Pieces(tuple(shared)),
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
    rng = random.Random(seed)  # noqa: S311 - the same files each time
    cache = Cache()
    for kept in (NoCache(), cache, cache, load(dump(cache))):
        hashes = Hashes(kept)
        for content in files(rng):
            assert hashes.of(content) == hashlib.sha256(bytes(content)).hexdigest()


def test_what_was_hashed_before_is_not_hashed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cache, parts = Cache(), (b"one", b"two")
    found = Hashes(cache).of(Pieces(parts))
    monkeypatch.setattr("clausier.emit.content.sha256", lambda _: pytest.fail("hashed again"))
    assert Hashes(load(dump(cache))).of(Pieces(tuple(bytes(bytearray(part)) for part in parts))) == found
