"""The process that opens a PDF, with little time and memory: bytes on its input, an Answer as JSON on its output.

Of what a PDF may hold, only what is drawn on its pages is looked at: scripts, attached files and addresses are left alone.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from pdfminer import pdftypes
from pdfminer.converter import PDFPageAggregator
from pdfminer.encodingdb import EncodingDB
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem, LTLine, LTPage, LTRect
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import literal_name

from clausier.author.intake.pdf.page import Answer, Glyph, Page, Rule

MOST_PAGES = 300
MOST_GLYPHS = 2_000_000
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 60
_SYMBOLIC = 4  # a flag of fonts: their codes are their own
_NO_INK = {3, 7}
_SAY_NOTHING = {"Link", "Popup"}
_THIN = 2.5  # points: a filled shape as thin as that is a line
_EXACT = 2  # decimals of a point


class _Device(PDFPageAggregator):
    """Gathers signs with what pdfminer knows while it draws them, and forgets afterwards."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.hidden: set[int] = set()
        self.guessed = False
        self.without_ink = False

    def render_string(self, textstate: Any, *rest: Any) -> None:
        """A string is drawn."""
        self.without_ink = textstate.render in _NO_INK
        super().render_string(textstate, *rest)

    def render_char(self, matrix: Any, font: PDFFont, *rest: Any) -> float:
        """A sign is drawn; how far it goes."""
        width = super().render_char(matrix, font, *rest)
        if self.without_ink:
            self.hidden.add(id(self.cur_item._objs[-1]))  # noqa: SLF001 - the sign that has just been added
        codes_are_its_own = "FontFile2" in font.descriptor and font.flags & _SYMBOLIC
        self.guessed |= bool(codes_are_its_own) and getattr(font, "unicode_map", None) is None
        return width

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        """A sign for which the font gives no letter."""
        del font, cid
        return "\ufffd"


def _refuse_half(data: bytes) -> bytes:
    """Stands for pdfminer's way to make do with half a stream, by which words would go without a word."""
    raise PDFException(f"{len(data)} bytes that cannot be unpacked")


def read(data: bytes) -> Answer:
    """The pages of a PDF, or why they are not read."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    pdftypes.decompress_corrupted = _refuse_half
    EncodingDB.win2unicode[0xAD] = "\u00ad"  # a hyphen (ISO 32000-1, annex D.2), which pdfminer takes for a space
    try:
        return _read(data)
    except PDFEncryptionError as error:
        return Answer(refused="locked", detail=type(error).__name__)
    except (MemoryError, RecursionError) as error:
        return Answer(refused="large", detail=type(error).__name__)
    except Exception as error:  # noqa: BLE001 - a damaged file makes the parser fail in any way
        return Answer(refused="broken", detail=type(error).__name__)


def _read(data: bytes) -> Answer:
    # Without its own list of objects the parser would take what it finds, and pages could be missing.
    document = PDFDocument(PDFParser(io.BytesIO(data)), fallback=False)
    if not document.is_extractable:
        return Answer(refused="locked", detail="copy")
    pages = dict_value(document.catalog["Pages"])
    count = resolve1(pages.get("Count"))
    if not isinstance(count, int) or count > MOST_PAGES:
        return Answer(refused="pages", detail=str(count))
    manager = PDFResourceManager()
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    found: list[Page] = []
    signs = 0
    for page in PDFPage.create_pages(document):
        if len(found) == count or any(resolve1(stream) is None for stream in page.contents):
            return Answer(refused="broken", detail="page")
        interpreter.process_page(page)
        read_page = _page(device.get_result(), page, device.hidden)
        device.hidden.clear()
        signs += len(read_page.glyphs) + len(read_page.rules)
        if signs > MOST_GLYPHS:
            return Answer(refused="large", detail="glyphs")
        found.append(read_page)
    if len(found) != count:
        return Answer(refused="broken", detail="page")
    names = resolve1(document.catalog.get("Names"))
    attached = isinstance(names, dict) and "EmbeddedFiles" in names
    return Answer(pages=tuple(found), attached=attached, guessed=device.guessed)


def _page(drawn: LTPage, page: PDFPage, hidden: set[int]) -> Page:
    width, height = drawn.width, drawn.height
    glyphs: list[Glyph] = []
    rules: list[Rule] = []
    turned = 0
    image = 0.0
    left, bottom, right, top = _seen(page, drawn)
    for item in _items(drawn):
        if isinstance(item, LTChar):
            middle = (item.x0 + item.x1) / 2, (item.y0 + item.y1) / 2
            if not (left <= middle[0] <= right and bottom <= middle[1] <= top):
                continue
            a, b, c, d, _, y = item.matrix
            if abs(b) + abs(c) > 0.1 * (abs(a) + abs(d)) or a < 0:
                turned += bool(item.get_text().strip())
                continue
            glyphs.append(
                Glyph(
                    item.get_text(),
                    round(item.x0, _EXACT),
                    round(item.x1, _EXACT),
                    round(y, _EXACT),
                    round(item.size, _EXACT),
                    any(word in item.fontname.lower() for word in ("bold", "black", "heavy")),
                    id(item) in hidden,
                )
            )
        elif isinstance(item, LTImage):
            image += max(0.0, item.width) * max(0.0, item.height)
        elif isinstance(item, (LTLine, LTRect, LTCurve)):
            rules += _rules(item)
    return Page(
        width=width,
        height=height,
        glyphs=tuple(glyphs),
        rules=tuple(rules),
        turned=turned,
        image=round(image / (width * height), 2) if width * height else 0.0,
        notes=tuple(_notes(page)),
    )


def _seen(page: PDFPage, drawn: LTPage) -> tuple[float, float, float, float]:
    """The part of the page that a reader sees."""
    if page.rotate:
        return 0.0, 0.0, drawn.width, drawn.height
    x, y = page.mediabox[0], page.mediabox[1]
    box = page.cropbox
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _items(container: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _rules(item: LTCurve) -> Iterator[Rule]:
    x0, y0, x1, y1 = (round(v, _EXACT) for v in item.bbox)
    if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
        if item.stroke or item.fill:
            yield Rule(x0, y0, x1, y1)
    elif isinstance(item, LTRect) and item.stroke:
        yield Rule(x0, y0, x1, y0)
        yield Rule(x0, y1, x1, y1)
        yield Rule(x0, y0, x0, y1)
        yield Rule(x1, y0, x1, y1)


def _notes(page: PDFPage) -> Iterator[str]:
    """The kinds of the annotations that may bear or strike words."""
    for one in list_value(page.annots) if page.annots else ():
        kind = literal_name(dict_value(one).get("Subtype", ""))
        if kind not in _SAY_NOTHING:
            yield str(kind)


def _bound() -> None:
    """Take no more time and memory than an act needs, where the system can see to it."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows, where the reader's own clock remains
        return
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main() -> None:
    """Read the standard input, answer on the standard output."""
    _bound()
    sys.stdout.buffer.write(msgspec.json.encode(read(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
