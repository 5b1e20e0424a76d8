"""Two wordings of an alinéa → the words that change in it, the sentences that do, or the whole of it."""

from __future__ import annotations

from itertools import groupby

from clausier.author.draft.alignment import aligned
from clausier.author.draft.edits import Edit, Line, Reworded, SentenceReworded, SentencesAdded
from clausier.author.draft.lay import words
from clausier.author.draft.passages import count, likeness, passages
from clausier.author.draft.thresholds import Thresholds
from clausier.model.provision import Alinea
from clausier.text.sentences import sentences


def wording_edits(rank: int, old: Alinea, new: Alinea, limits: Thresholds) -> list[Edit]:
    """The changes that make `new` of `old`, the alinéa of that rank; one `Line` where it reads better whole."""
    whole: list[Edit] = [Line(rank=rank, blocks=(new,))]
    line = old.text.chars
    was, now = _sentences(line), _sentences(new.text.chars)
    if not was or words(line) == words(new.text.chars):
        return whole
    edits: list[Edit] = []
    changed = 0
    last = 0  # the rank of the sentence behind which new ones come
    pairs = aligned([words(s) for s in was], [words(s) for s in now], lambda i, j: likeness(was[i], now[j]))
    for comes, group in groupby(pairs, lambda pair: pair[0] is None):
        steps = list(group)
        if comes:
            brought = [now[j] for _, j in steps if j is not None]
            end = last == len(was)
            edits.append(SentencesAdded(line=rank, after=last, new=" ".join(brought), count=len(brought), at_end=end))
            continue
        for i, j in steps:
            if i is not None:
                made, spent = _reworded(rank, i + 1, was[i], now[j] if j is not None else "", line, limits)
                edits += made
                changed += spent
                last = i + 1 if j is not None else last
    alone = len(was) == 1 and any(isinstance(e, SentenceReworded) for e in edits)
    too_much = changed > limits.alinea * count(line) or len(edits) > limits.changes
    return whole if alone or too_much or not edits else edits


def _sentences(chars: str) -> list[str]:
    return [chars[start:end] for start, end in sentences(chars)]


def _reworded(rank: int, nth: int, old: str, new: str, line: str, limits: Thresholds) -> tuple[list[Edit], int]:
    """The edits that make `new` of the sentence of that rank in its line, and how many of the words that stay they change."""
    if words(old) == words(new):
        return [], 0
    if not new:
        return [SentenceReworded(rank, nth, "")], 0
    size = count(old)
    found, changed = passages(old, new, line)
    if found and changed <= limits.sentence * size and len(found) <= limits.changes:
        return [Reworded(rank, *passage) for passage in found], changed
    return [SentenceReworded(rank, nth, new)], max(size, count(new))
