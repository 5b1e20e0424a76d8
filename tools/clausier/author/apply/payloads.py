"""The new text that an amendment quotes → the lines that enter the article: its heading, and what is no part of it, taken off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from clausier.refs.lines.headings import is_labelled, same_heading
from clausier.refs.lines.section import bare, is_heading, is_note
from clausier.source.headings import number_key

_ARTICLE = re.compile(
    r"^\W{0,2}(?:Article|Art\.)\s+(?P<number>(?:(?:[A-CE-KM-QS-Z][.-])?\d+(?:[.-]\d+)*(?:er)?|[IVX]+(?:[.-]\d+)*)(?:\s(?:bis|ter|quater|quator|quinquies|sexies))?)"
    r"(?:\s*\(nouveau\))?(?P<mark>[\s.:–-]*)(?P<title>.*)$",
    re.IGNORECASE,
)
_RUN_IN = re.compile(r"(?P<title>[A-ZÀ-Ý][^.:«»]{1,80})(?P<dash>\.\s[–—-]|)[.:]?\s+(?P<rest>[A-ZÀ-Ý].*)")
_WITH_HEADING = 2  # lines
_CUT_SHORT = re.compile(r"^\W*(?:\[\s?(?:…|\.\.\.)\s?\]|\((?:…|\.\.\.)\)|…|\.\.\.)\W*$")


class NewText(Struct, frozen=True):
    """`lines` of new text; the `number` and `title` of the article that it says to be."""

    lines: tuple[str, ...]
    number: str = ""
    title: str = ""


def quoted_lines(quoted: Iterable[str]) -> list[str]:
    """The lines of new texts, without blank ones and without the notes of editors."""
    return [line.strip() for one in quoted for line in one.split("\n") if line.strip() and not is_note(line)]


def new_text(quoted: Iterable[str], heading: str) -> NewText:
    """The new text in `quoted`; a first line that says `heading`, the heading in force, again is taken off."""
    return _read(quoted_lines(quoted), heading)


def _read(lines: list[str], heading: str) -> NewText:
    number = title = ""
    found = _ARTICLE.match(lines[0]) if lines else None
    if found and len(lines) > 1 and (is_heading(lines[0]) or not found["title"]):
        number, title = found["number"], found["title"]
        lines = lines[1:]
        if not title and len(lines) > 1 and is_heading(lines[0]):
            title, lines = lines[0], lines[1:]
    elif found and found["mark"].strip() and found["title"] and not is_heading(lines[0]):
        number, lines = found["number"], [found["title"], *lines[1:]]  # « Art. 13. – La convention dure neuf ans. »
        title, rest = run_in(lines[0], heading)
        lines = [rest, *lines[1:]]
    elif heading and len(lines) > 1 and is_heading(lines[0]) and same_heading(lines[0], heading):
        title, lines = lines[0], lines[1:]
    return NewText(tuple(lines), number, title)


def run_in(line: str, heading: str) -> tuple[str, str]:
    """The heading that runs into a line, and what stands behind it: « Durée. – La convention dure neuf ans. »; "" where none does."""
    run = _RUN_IN.match(line)
    return (run["title"], run["rest"]) if run and (run["dash"] or bare(run["title"]) == bare(heading)) else ("", line)


def is_title(line: str) -> bool:
    """Whether the line under the number of an article is its heading: short, without a stop, and no item."""
    return is_heading(line) and not is_labelled(line)


def may_be_heading(new: NewText, heading: str, old: Sequence[str]) -> bool:
    """Whether the first line of the new text of an article may be its heading, though it is not like the one in force."""
    if new.title or not heading or len(new.lines) < _WITH_HEADING or not is_heading(new.lines[0]):
        return False
    inner = bool(old) and is_heading(old[0]) and len(old) > 1  # its text begins with a line of that form
    return not inner and not is_labelled(new.lines[0])


def by_article(quoted: Sequence[str]) -> tuple[NewText, ...]:
    """The articles that the new text is made of, where each begins with its number; none where it does not."""
    lines = quoted_lines(quoted)
    starts = [i for i, line in enumerate(lines) if (m := _ARTICLE.match(line)) and (not m["title"] or is_heading(line))]
    if not starts or starts[0] != 0:
        return ()
    parts = [_read(lines[a:b], "") for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    keys = [number_key(p.number) for p in parts]
    return tuple(parts) if all(p.number and p.lines for p in parts) and len(set(keys)) == len(keys) else ()


def begins_article(line: str) -> bool:
    """Whether a line is the heading of an article: its number and its title."""
    found = _ARTICLE.match(line)
    return found is not None and found["title"][:1].isupper() and is_heading(line)


def cut_short(lines: Iterable[str]) -> bool:
    """Whether a text leaves part of itself out (« […] »)."""
    return any(_CUT_SHORT.match(line) for line in lines)


def may_be_part(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether a new text may reword only part of the old one, « est modifié comme suit » leaving that open."""
    before, after = sum(map(len, old)), sum(map(len, new))
    return len(old) > 1 and (after < before * 0.6 or len(new) * 2 < len(old))
