"""Words without their accents: how keys and names are recognised, and what an id is made of."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from clausier.text.regex import regex

_NOT_IN_AN_ID = regex("[^a-z0-9]+")


@lru_cache(maxsize=1024)
def without_accents(words: str) -> str:
    """`words` without accents or ligatures; their case stays."""
    if words.isascii():
        return words
    plain = unicodedata.normalize("NFD", words.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def as_id(words: str) -> str:
    """`words` as an id is written: small letters without accents, digits, and a hyphen for all else; "" where nothing is left."""
    return _NOT_IN_AN_ID.sub("-", without_accents(words.lower())).strip("-")
