"""Lines in force that a new wording shows by its own words to be those which it rewords."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from clausier.refs.lines.section import bare, is_heading
from clausier.text.sentences import sentences

_SAME_WORDS = 6  # with so many words the same, at its beginning or its end, a line begins or ends like another
_NEARLY_ALL, _FAR = 0.8, 0.5  # two texts that share so many of their words are one with changes; so few, two
_REWORDED, _STRETCH = 0.6, 4  # a line that shares so many words is reworded; so many lines in a row show their place
_SAME_ROWS = 0.8  # of the rows of two tables, so many begin with the same cell where one is the other's new wording
_MUCH_SHORTER = 0.6  # than an alinéa, what is like one sentence of it
_SHORTER = 0.5  # one line that rewords several is at least so long as they are


def begins_within(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether the first line of `new` begins as a later line of `old` does, and not as its first."""
    found = _beginning(new[0], old)
    return len(found) == 1 and found[0] > 0 and not _beginning(old[0], new)


def stretch(new: Sequence[str], old: Sequence[str]) -> tuple[int, int] | None:
    """The lines of `old` that begin and end as `new` does: from the first one to the one after the last.

    None where that fits several times, or where `new` may reword only some of them: it would be much shorter than they
    are.
    """
    first = _beginning(new[0], old)
    last = [i for i, line in enumerate(old) if _same(_last_sentence(new[-1]), _last_sentence(line))]
    if len(first) != 1 or len(last) != 1 or last[0] < first[0]:
        return None
    within = old[first[0] : last[0] + 1]
    fewer = 1 < len(new) < len(within)  # those between may stand as they are
    too_short = sum(map(len, new)) < _SHORTER * sum(map(len, within))
    return None if fewer or too_short else (first[0], last[0] + 1)


def continued(new: str, lines: Sequence[str]) -> list[int]:
    """The lines that `new` repeats word for word at its beginning, and then goes on."""
    mine = _words(new)
    return [
        i
        for i, line in enumerate(lines)
        if len(own := _words(line)) >= 2 * _SAME_WORDS and own == mine[: len(own)] != mine
    ]


def the_line(new: Sequence[str], lines: Sequence[str]) -> tuple[int, int] | None:
    """The lines that `new` rewords, told by their words: one line, if only one is like it, or the lines that begin and end as it does."""
    if len(new) > 1:
        found = stretch(new, lines)
        return found if found and says_again(new, lines) else None
    alike = sorted(((likeness(new[0], line), index) for index, line in enumerate(lines)), reverse=True)
    if not alike or alike[0][0] < _NEARLY_ALL or (len(alike) > 1 and alike[1][0] > _FAR):
        return None
    return alike[0][1], alike[0][1] + 1


def line_by_line(new: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of `lines` that `new` rewords line by line, from its first line on, each down to a heading or the end.

    In a stretch at least `_STRETCH` lines share most of their words with the new line in their place. More new lines may
    follow.
    """
    ends = [i for i, line in enumerate(lines) if i and is_heading(line)] + [len(lines)]
    found: list[tuple[int, int]] = []
    for start in (i for i, line in enumerate(lines) if likeness(new[0], line) >= _REWORDED):
        alike = 0
        while (
            start + alike < len(lines) and alike < len(new) and likeness(new[alike], lines[start + alike]) >= _REWORDED
        ):
            alike += 1
        if alike >= _STRETCH and start + alike in ends:
            found.append((start, start + alike))
    return found


def says_again(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether `new` has nearly the same words as the lines of `old` that begin and end as it does."""
    found = stretch(new, old)
    return found is not None and likeness("\n".join(new), "\n".join(old[slice(*found)])) >= _NEARLY_ALL


def likeness(one: str, other: str) -> float:
    """How many of the words of two texts they share, from 0 to 1."""
    mine, theirs = (Counter(_words(text)) for text in (one, other))
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def one_of_its_sentences(new: str, old: str) -> bool:
    """Whether a new text is one sentence, like one of several that an alinéa has, and not like all of it."""
    own = [old[slice(*ends)] for ends in sentences(old)]
    one = len(sentences(new)) == 1 < len(own) and len(new) < _MUCH_SHORTER * len(old)
    return one and any(likeness(new, sentence) >= _REWORDED for sentence in own)


def _beginning(line: str, old: Sequence[str]) -> list[int]:
    return [i for i, other in enumerate(old) if _same(line, other)]


def _same(one: str, other: str) -> bool:
    """Whether two texts begin with the same words, enough of them to tell."""
    mine, theirs = _words(one)[:_SAME_WORDS], _words(other)[:_SAME_WORDS]
    return mine == theirs and len(mine) == _SAME_WORDS


@lru_cache(maxsize=8192)  # the lines in force are gone through for each sentence
def _words(line: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", line.lower()))


def _last_sentence(line: str) -> str:
    found = sentences(line)
    return line[slice(*found[-1])] if found else line


def same_rows(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether the rows of two tables have as many cells, and nearly all the same first ones."""
    first = [{bare(row.partition("|")[0]) for row in rows} for rows in (new, old)]
    cells = [{row.count("|") for row in rows} for rows in (new, old)]
    return cells[0] == cells[1] and len(first[0] & first[1]) >= _SAME_ROWS * max(map(len, first))
