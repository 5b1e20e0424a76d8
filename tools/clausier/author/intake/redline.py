"""What a reading does to the text, in a few words: `[-what goes-]`, `{+what comes+}`, as `clausier diff` shows it."""

from __future__ import annotations

from collections.abc import Sequence

from clausier.emit.changes import Change, Segment, changes
from clausier.model.provision import Provision
from clausier.text.words import shortened

_MOST = 3  # provisions
_AROUND = 40  # signs that stay, before and after what changes
_CHANGED = 160  # signs that go or come


def small_redline(before: Provision, after: Provision) -> str:
    """The changes on one line, each provision under its number; long words cut; "" where nothing changes."""
    found = changes(before, after)
    shown = [_one(change) for change in found[:_MOST]]
    more = len(found) - _MOST
    if more > 0:
        shown.append(f"et {more} autre{'s' if more > 1 else ''}")
    return " ; ".join(shown)


def _one(change: Change) -> str:
    words = "".join(_marked(change.segments, n) for n in range(len(change.segments)))
    return f"{change.number or change.title} : {' '.join(words.split())}"


def _marked(segments: Sequence[Segment], index: int) -> str:
    segment = segments[index]
    text = segment.text.replace("\n", " ")
    if segment.op == "equal":
        return _around(text, first=index == 0, last=index == len(segments) - 1)
    text = text.strip()
    shown = shortened(text, _CHANGED)
    space = " " if segment.text[-1:].isspace() else ""
    before = " " if segment.text[:1].isspace() else ""
    if not text:
        return " "
    return before + ("{+" + shown + "+}" if segment.op == "insert" else f"[-{shown}-]") + space


def _around(text: str, *, first: bool, last: bool) -> str:
    """The words beside a change: those behind it, those before the next one."""
    if len(text) <= 2 * _AROUND and not (first or last):
        return text
    before = "" if first else text[:_AROUND].rsplit(" ", 1)[0] if len(text) > _AROUND else text
    after = "" if last else text[-_AROUND:].split(" ", 1)[-1] if len(text) > _AROUND else text
    if first or last:
        long = len(text) > _AROUND
        return ("…" + " " + after if long else after) if first and not last else (before + "…" if long else before)
    return f"{before} … {after}"
