"""A wording in force set beside the new one: what the two are called, and a table of both → the sentences that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausier.text.regex import regex
from clausier.text.typography import same

FORMER = r"(?:ancienne (?:rédaction|version)|(?:rédaction|version) (?:initiale|actuelle|d['’]origine|en vigueur)|texte (?:initial|actuel)|ancien texte)"
NEWER = r"(?:nouvelle (?:rédaction|version)|(?:rédaction|version) (?:modifiée|nouvelle|proposée)|texte modifié|nouveau texte)"
_FORMER = regex(rf"\W*{FORMER}\W*", re.IGNORECASE)
_NEWER = regex(rf"\W*{NEWER}\W*", re.IGNORECASE)
_HEADING = regex(r"\W*article\s+(?P<number>\d+(?:[.-]\d+)*(?:er)?(?:\s(?:bis|ter|quater))?)(?!\w)", re.IGNORECASE)
_COLUMNS = 2


def compared(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The sentences of a table headed « Rédaction actuelle », « Rédaction proposée »: of each row of which the two differ, one.

    A row whose two cells are the heading of an article places those below it. None of another table.
    """
    head = rows[0] if rows else ()
    whole = len(head) == _COLUMNS and all(len(row) == _COLUMNS for row in rows)
    if not whole or not _FORMER.fullmatch(head[0]) or not _NEWER.fullmatch(head[1]):
        return ()
    return tuple(_said(head, rows[1:]))


def _said(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    former, newer = (name.strip(" :") for name in head)
    for old, new in rows:
        if same(old, new):
            if found := _HEADING.match(old):
                yield f"Modification de l’article {found['number']}"
        elif old.strip() and new.strip():
            yield f"{former}\u00a0: «\u00a0{old.strip()}\u00a0», {newer}\u00a0: «\u00a0{new.strip()}\u00a0»"
        else:
            yield f"{newer if new.strip() else former}\u00a0: «\u00a0{(old or new).strip()}\u00a0»"
