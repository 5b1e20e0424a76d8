"""A document as PDF: tagged, of embedded fonts alone, the same bytes for the same words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from clausier.export.composed import Composed
from clausier.export.identity import PARTIAL
from clausier.text.regex import regex

_UNDISPLAYED = regex(r'the text `"(?P<signs>.+?)"` could not be displayed')
_ESCAPED = regex(r"\\u\{([0-9a-f]+)\}")


class NoTypst(Exception):  # noqa: N818 - a lack, which the caller puts into words
    """The package `typst` is not installed: `pip install 'clausier[export]'`."""


def _stepped(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same blocks, no heading more than one level below the one before it: PDF/UA has none."""
    level = 0
    found: list[dict[str, Any]] = []
    for block in blocks:
        level = min(block["level"], level + 1) if block["kind"] == "heading" else level
        found.append({**block, "level": level} if block["kind"] == "heading" else block)
    return found


def pdf(composed: Composed) -> bytes:
    """The document as PDF. A sign that no font has is named where it would stand: « [signe U+1F468] ». Raises `NoTypst`."""
    try:
        import typst
    except ImportError as error:
        raise NoTypst from error
    said = composed.said
    data = {
        "title": said.title,
        "named": said.named,
        "running": said.running,
        "header": said.header,
        "standing": said.standing,
        "partial": PARTIAL if said.partial else "",
        "notes": said.notes,
        "members": composed.members,
        "contents": composed.contents,
        "blocks": _stepped(composed.blocks),
        "signatures": composed.signatures,
        "unnamed": composed.unnamed,
        "editors_notes": composed.editors_notes,
        **({"day": (said.day.year, said.day.month, said.day.day)} if said.day else {}),
    }
    setting = Path(__file__).with_name("document.typ").read_bytes()
    words = json.dumps(data, ensure_ascii=False)
    while True:
        try:
            made = typst.compile(
                setting,
                format="pdf",
                ignore_system_fonts=True,  # those of a machine would make other bytes on another
                pdf_standards=["ua-1"],
                sys_inputs={"data": words},
            )
        except typst.TypstError as error:
            lacking = _UNDISPLAYED.search(str(error))
            named = _named(words, lacking["signs"]) if lacking else words
            if named == words:
                raise
            words = named
        else:
            assert isinstance(made, bytes)  # noqa: S101 - one file, since no other format is asked for
            return made


def _named(words: str, signs: str) -> str:
    """The words with the number of each of these signs, as typst quotes them, in its place: none of the fonts has them."""
    for sign in _ESCAPED.sub(lambda found: chr(int(found[1], 16)), signs):
        if not sign.isascii():
            # What joins it to the next one, or varies it, has nothing left to stand on.
            words = re.sub(f"{sign}[\u200d\ufe0e\ufe0f]*", f"[signe U+{ord(sign):04X}]", words)
    return words
