"""A wording in force set beside the new one: what the two are called, and a table of both → the sentences that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausier.text.regex import regex
from clausier.text.typography import same

FORMER = r"(?:ancienne (?:rédaction|version)|(?:rédaction|version|texte) (?:initiale?|actuel(?:le)?|d['’]origine|en vigueur)|ancien texte)"
NEWER = r"(?:nouvelle (?:rédaction|version)|(?:rédaction|version|texte) (?:modifiée?|nouvelle|proposée?)|nouveau texte)"
_FORMER = regex(rf"\W*(?:{FORMER}|au lieu de)\W*", re.IGNORECASE)
_NEWER = regex(rf"\W*(?:{NEWER}|lire)\W*", re.IGNORECASE)
_PLACES = regex(r"\W*articles?(?: (?:concerné|modifié|visé)s?)?\W*", re.IGNORECASE)
_ARTICLE = r"\W*article\s+(?P<number>\d+(?:[.-]\d+)*(?:er)?(?:\s(?:bis|ter|quater))?)(?!\w)"
_HEADING = regex(_ARTICLE, re.IGNORECASE)
_NUMBER = regex(
    r"(?:\W*article\s+)?(?P<number>\d+(?:[.-]\d+)*(?:er)?(?:\s(?:bis|ter|quater))?)(?:\s[–-]\s.*)?\s*", re.IGNORECASE
)
# « Article 3 : Le prix est de 5 €. » in a cell: the article, and its words, which end as a sentence does.
_IN_THE_CELL = regex(rf"(?P<article>{_ARTICLE})\s?:\s+(?P<words>\S.*[.;!?](?:\s?»)?)\s*", re.IGNORECASE | re.DOTALL)
_ENCLOSED = regex(r"\A\s*«([^«»]*)»\s*\Z")
_COLUMNS = 2


def compared(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The sentences of a table headed « Rédaction actuelle », « Rédaction proposée »: one a row, "" of one whose two cells say the same.

    A row whose two cells are, or begin with, the heading of an article places those below it; a column « Article » before the
    two places each row. None of another table.
    """
    head = rows[0][-_COLUMNS:] if rows else ()
    before = len(rows[0]) - len(head) if rows else 0
    named = before == 1 and _PLACES.fullmatch(rows[0][0])
    whole = len(head) == _COLUMNS and (not before or named) and all(len(row) == len(rows[0]) for row in rows)
    if not whole or not _FORMER.fullmatch(head[0]) or not _NEWER.fullmatch(head[1]):
        return ()
    return tuple(_said(head, rows[1:]))


def _said(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    former, newer = (name.strip(" :") for name in head)
    article = ""
    for row in rows:
        number, cells = _without_heading(row[-_COLUMNS:])
        if len(row) > _COLUMNS:  # « Article 4 », « 4 », or what else places the row
            found = _NUMBER.fullmatch(row[0])
            number, article = (found["number"], "") if found else ("", f"{row[0]}\u00a0: " if row[0] else article)
        old, new = (_ENCLOSED.sub(r"\1", cell).strip() for cell in cells)
        if number or (same(old, new) and (found := _HEADING.match(old)) and (number := found["number"])):
            article = f"À l’article {number}, "
        if same(old, new):
            yield ""
        elif old and new:
            yield f"{article}{former}\u00a0: «\u00a0{old}\u00a0», {newer}\u00a0: «\u00a0{new}\u00a0»"
        else:
            yield f"{article}{newer if new else former}\u00a0: «\u00a0{old or new}\u00a0»"


def _without_heading(row: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The number of the article with which both cells of a row begin, and their words behind it; "" where none does."""
    found = [match for cell in row if (match := _IN_THE_CELL.fullmatch(cell))]
    if len(found) == _COLUMNS and same(found[0]["article"], found[1]["article"]):
        return found[0]["number"], [match["words"] for match in found]
    return "", row
