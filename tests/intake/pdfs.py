"""PDFs made by hand for the tests: each line where the test puts it, in Courier, whose letters are 0.6 of the size wide."""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Iterable, Sequence

from clausier.author.intake.form import Block, Grid

WIDTH, HEIGHT, SIZE, LEADING = 595, 842, 10.0, 13.0
LEFT, TOP, BOTTOM = 60.0, 760.0, 90.0
ACROSS = 79  # signs on a line: 60 + 79 * 6 = 534
_FONTS = (
    "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >> "
    "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >> "
)


def at(x: float, y: float, text: str, *, size: float = SIZE, font: str = "F1", mode: int = 0) -> str:
    """The order that draws a line of text there."""
    coded = text.encode("cp1252").hex()
    return f"BT /{font} {size} Tf {mode} Tr 1 0 0 1 {x:.2f} {y:.2f} Tm <{coded}> Tj ET"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """The order that draws a straight line."""
    return f"{x0} {y0} m {x1} {y1} l S"


def pdf(
    pages: Sequence[str | bytes],
    *,
    fonts: str = _FONTS,
    page: str = "",
    catalog: str = "",
    trailer: str = "",
    objects: Sequence[bytes] = (),
    filters: str = "",
    count: int | None = None,
) -> bytes:
    """A PDF whose pages draw that; `page`, `catalog` and `trailer` are further entries, `objects` begin at number 3."""
    contents = [p.encode("latin-1") if isinstance(p, str) else p for p in pages]
    first = 3 + len(objects)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(contents)))
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents) if count is None else count} >>".encode(),
        *objects,
    ]
    for n, content in enumerate(contents):
        parts += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {first + 2 * n + 1} 0 R "
                f"/Resources << /Font << {fonts} >> {page} >> >>"
            ).encode(),
            f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream",
        ]
    out = b"%PDF-1.7\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(parts) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def lines(rows: Iterable[str], *, x: float = LEFT, top: float = TOP, font: str = "F1") -> str:
    """Lines under each other."""
    return "\n".join(at(x, top - n * LEADING, row, font=font) for n, row in enumerate(rows) if row)


def bomb(size: int) -> bytes:
    """A zlib stream of `size` zeros, without the time that it takes to press them."""
    block = 1_000_000
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = press.compress(bytes(block)) + press.flush(zlib.Z_FULL_FLUSH)
    again = press.compress(bytes(block)) + press.flush(zlib.Z_FULL_FLUSH)
    count = size // block
    check = ((count * block) % 65521) << 16 | 1
    return b"\x78\xda" + one + again * (count - 1) + b"\x03\x00" + check.to_bytes(4, "big")


class Press:
    """Sets blocks as a word processor would: in one column, with a header, a footer, and words cut at the ends of lines."""

    def __init__(self, header: str, footer: str, *, cut: bool = True) -> None:
        self.header, self.footer, self.cut = header, footer, cut
        self.pages: list[list[str]] = []
        self.y = 0.0
        self._page()

    def _page(self) -> None:
        number = len(self.pages) + 1
        self.pages.append([at(LEFT, 790, self.header), at(250, 50, self.footer.replace("#", str(number)))])
        self.y = TOP

    def _line(self, x: float, text: str, font: str) -> None:
        if self.y < BOTTOM:
            self._page()
        self.pages[-1].append(at(x, self.y, text, font=font))
        self.y -= LEADING

    def add(self, block: Block) -> None:
        """Set one block, and a space after it."""
        if isinstance(block, Grid):
            self._table(block)
        else:
            indent = 0 if not block.depth else 12 + 18 * (block.depth - 1)
            mark = f"{'•' if block.label == '-' else block.label} " if block.label else ""
            font = "F2" if block.text.startswith("ARTICLE") else "F1"
            for n, row in enumerate(self._broken(block.text, ACROSS - indent // 6 - len(mark))):
                self._line(LEFT + indent + (0 if n == 0 else 6 * len(mark)), (mark if n == 0 else "") + row, font)
        self.y -= 7

    def _broken(self, text: str, across: int) -> list[str]:
        """The text in lines; a long word that does not fit is cut after some letters."""
        if not self.cut:
            return textwrap.wrap(text, across, break_long_words=False, break_on_hyphens=False)
        found = [""]
        for word in text.split(" "):
            free = across - len(found[-1]) - 1
            if len(word) <= free or not found[-1]:
                found[-1] = f"{found[-1]} {word}".strip()
            elif free > 5 and len(word) - free > 2 and word.isalpha():
                found[-1] += f" {word[: free - 1]}-"
                found.append(word[free - 1 :])
            else:
                found.append(word)
        return found

    def _table(self, grid: Grid) -> None:
        if self.y - 16 * len(grid.rows) < BOTTOM:
            self._page()
        edges = [LEFT + 240 * n for n in range(len(grid.rows[0]) + 1)]
        top = self.y + 11
        for row in grid.rows:
            for x, cell in zip(edges, row, strict=False):
                self.pages[-1].append(at(x + 5, self.y, cell))
            self.y -= 16
        rows = [top - 16 * n for n in range(len(grid.rows) + 1)]
        self.pages[-1] += [rule(edges[0], y, edges[-1], y) for y in rows]
        self.pages[-1] += [rule(x, rows[0], x, rows[-1]) for x in edges]

    def bytes(self) -> bytes:
        """The PDF."""
        return pdf(["\n".join(page) for page in self.pages])
