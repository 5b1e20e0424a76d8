"""A rule that a sentence seems to state, and the figures in it."""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.rules.captures import read
from clausier.rules.values import CaptureType
from clausier.text.typography import fold

_LONGEST = 60  # characters of a figure


class Suggested(Struct, frozen=True, kw_only=True):
    """A rule that a sentence seems to state: its kind, its keys in the order of a source, and what its id is made of."""

    kind: str
    keys: tuple[tuple[str, str], ...]
    named: str


def figure(kind: CaptureType, sentence: str, start: int) -> int | None:
    """Where the longest figure of that type ends that begins at `start`."""
    ends = [m.end() for m in re.finditer(r"\w(?!\w)|[%)]", sentence[: start + _LONGEST]) if m.end() > start]
    return next((end for end in reversed(ends) if reads(kind, sentence[start:end])), None)


def reads(kind: CaptureType, words: str) -> bool:
    """Whether `words` are a figure of that type."""
    return read(kind, fold(words).chars) is not None


_VOTE = re.compile(r"\b(?:majorité|unanimité|voix|suffrages|scrutin)\b", re.IGNORECASE)
# What a rule on proxies, on a quorum or on votes would say, and no duty or leave to act.
_OF_A_VOTE = re.compile(
    r"\b(?:quorum|procurations?|se\s+faire\s+représenter|(?:plus|que)\s+d(?:e\s+|['’])\w+\s+(?:pouvoirs?|mandats?)|\w+\s+pouvoirs|donner\s+(?:\w+\s+)?(?:pouvoir|mandat)"
    r"|(?:moitié|majorité|tiers|quarts?|cinquièmes?)\b[^,;:.]{0,40}\b(?:membres|associés|adhérents|délégués|administrateurs|représentants|titulaires))\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:si|s['’]ils?|lorsqu\w*|sauf|hormis|excepté|dès\s+lors|à\s+moins|en\s+cas|sous\s+réserve|à\s+l['’](?:exception|exclusion)|ne|n['’]\w*|sinon|hors)\b",
    re.IGNORECASE,
)


def limited(sentence: str) -> bool:
    """Whether a sentence says that something holds in some cases only, by some vote, or not at all."""
    return by_vote(sentence) or _LIMITS.search(sentence) is not None


def of_a_vote(sentence: str) -> bool:
    """Whether a sentence says who must be there, or who may vote for whom: what is no conduct, but a rule on a vote."""
    return by_vote(sentence) or _OF_A_VOTE.search(sentence) is not None


def by_vote(sentence: str) -> bool:
    """Whether a sentence says by what vote something is done: that is what it is about."""
    return _VOTE.search(sentence) is not None
