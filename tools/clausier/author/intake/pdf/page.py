"""What stands on the pages of a PDF, by its place: points from the lower left corner, as PDFs count."""

from __future__ import annotations

from msgspec import Struct


class Glyph(Struct, frozen=True, array_like=True):
    """One sign: its characters ("" where no letter is known for it), from where to where, its baseline and size."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    hidden: bool = False  # drawn without ink, as under a scan whose characters were recognised


class Rule(Struct, frozen=True, array_like=True):
    """A straight line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(Struct, frozen=True):
    """One page. `turned` counts signs that are not upright; `image` is the share of the page that pictures cover."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    turned: int = 0
    image: float = 0.0
    notes: tuple[str, ...] = ()  # the kinds of its annotations that bear words


class Answer(Struct, frozen=True):
    """What the reading process says: the pages, or why there are none (`locked`, `pages`, `large`, `broken`)."""

    pages: tuple[Page, ...] = ()
    refused: str = ""
    detail: str = ""
    attached: bool = False  # other files travel in the PDF
    guessed: bool = False  # some font does not say which letters its signs are
