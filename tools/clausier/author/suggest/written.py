"""Suggestions as a person would write them: the entries of each file, or the file with them in it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from clausier.author.intake.writing import scalar

RULES_KEY, SILENT_KEY = "règles:", "sans-règle:"
_AS_THEY_ARE = frozenset({"interprétations", "tableau"})  # values that are YAML already


class Suggestion(Struct, frozen=True, kw_only=True):
    """A rule that words seem to state: the file that it belongs in, the words, and its keys as a source writes them.

    `motive` stands in place of a rule where the words only introduce a list.
    """

    file: str
    article: str
    sentence: str
    keys: tuple[tuple[str, str], ...]
    motive: str = ""

    def key(self, name: str) -> str:
        """The value of one of its keys; "" where it has none of that name."""
        return dict(self.keys).get(name, "")


def written(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, list[str]]]:
    """Each file, with the lines of YAML to put in it."""
    for file, lists in _by_file(suggestions):
        yield file, [line for heading, lines in lists for line in (heading, *lines)]


def with_rules(suggestions: Sequence[Suggestion], read: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Each file as it is with them in it; `read` gives what it is now, "" where there is none.

    Nothing of a file whose list is written between brackets: where to put them is for its author.
    """
    for file, lists in _by_file(suggestions):
        lines: list[str] | None = read(file).splitlines()
        for heading, entries in lists:
            lines = _put(lines, heading, entries) if lines is not None else None
        if lines is not None:
            yield file, "\n".join(lines) + "\n"


def entry(keys: Sequence[tuple[str, str]]) -> list[str]:
    """The lines of one entry of a list."""
    lines = [f"{key}: {_value(key, value)}" for key, value in keys]
    return [f"  {'- ' if rank == 0 else '  '}{line}" for rank, line in enumerate(lines)]


def _by_file(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    for file in dict.fromkeys(one.file for one in suggestions):
        lists: dict[str, list[str]] = {}
        here = [one for one in suggestions if one.file == file]
        for one in (one for one in here if not one.motive):
            lists.setdefault(RULES_KEY, []).extend((f"  # «\u00a0{one.sentence}\u00a0»", *entry(one.keys)))
        for one in (one for one in here if one.motive):
            lists.setdefault(SILENT_KEY, []).extend(entry(one.keys))
        yield file, list(lists.items())


def _put(lines: list[str], heading: str, entries: list[str]) -> list[str] | None:
    """The lines of a file with `entries` at the end of its list of that heading; None where it is none of entries with dashes."""
    start = next((n for n, line in enumerate(lines) if re.match(rf"{heading}\s*(?:#|\Z)", line)), None)
    if start is None:
        return None if any(line.startswith(heading) for line in lines) else [*lines, heading, *entries]
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
    while not lines[end - 1].strip() or lines[end - 1].startswith("#"):
        end -= 1
    dash = next(
        (re.match(r" *(?=- )", line) for line in lines[start + 1 : end] if line.lstrip().startswith("- ")), None
    )
    if dash is None:
        return None
    return [*lines[:end], *(f"{dash[0]}{line[2:]}" for line in entries), *lines[end:]]


def _value(key: str, value: str) -> str:
    if key in _AS_THEY_ARE:
        return value
    return quoted(value) if key == "citation" else scalar(value)


def quoted(words: str) -> str:
    """Words between straight quotes."""
    return json.dumps(words, ensure_ascii=False)
