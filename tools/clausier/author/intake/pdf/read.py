"""A PDF with a text layer → its blocks. A scan is refused; what its drawing leaves unsure is a doubt of its block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from clausier.author.intake.form import Block, Grid, Received
from clausier.author.intake.pdf.columns import Abreast, Line, flow
from clausier.author.intake.pdf.hyphens import Hyphens
from clausier.author.intake.pdf.margins import without_margins, without_notes
from clausier.author.intake.pdf.opening import opened
from clausier.author.intake.pdf.page import Answer, Glyph, Page
from clausier.author.intake.pdf.paragraphs import paragraphs_of, settings_of
from clausier.author.intake.pdf.rows import Crowded, Row, draws_spaces, rows_of
from clausier.author.intake.pdf.tables import MOST_RULES, Table, tables_of
from clausier.diagnostics import Refused

_UNREADABLE = 0.1  # of the signs
_COVERED = 0.5  # of a page
_PADDING = 12.0  # points: what a cell leaves free on both sides
_NEAR = 3.0


class _Placed(Grid, frozen=True, kw_only=True):
    """A table of a page, and where its columns are."""

    page: int
    xs: tuple[float, ...]
    top: float


def read_pdf(name: str, data: bytes, known: Iterable[str] = ()) -> Received:
    """The blocks of a PDF; `known` are words of the text that it changes. Raises Refused for what is not read."""
    answer = opened(name, data)
    signs = [g for page in answer.pages for g in page.glyphs if g.text.strip()]
    if not signs:
        raise Refused(
            f"« {name} » est une image sans texte (un scan) : demander le fichier d’origine, ou reconnaître les caractères (OCR)",
            f"“{name}” is a picture without text (a scan): ask for the original file, or recognise its characters (OCR)",
        )
    if sum("\ufffd" in g.text for g in signs) > _UNREADABLE * len(signs):
        raise Refused(
            f"« {name} » ne dit pas quelles lettres sont ses signes : demander l’acte en .docx, ou reconnaître les caractères (OCR)",
            f"“{name}” does not say which letters its signs are: ask for the act as .docx, or recognise its characters (OCR)",
        )
    try:
        blocks, notes = _blocks(answer.pages, known)
    except Crowded:
        raise Refused(
            f"« {name} » a une page de dessin, ou bien plus chargée que celle d’un acte : n’importer que l’acte",
            f"“{name}” has a page that is a drawing, or far fuller than a page of an act: import the act alone",
        ) from None
    return Received(blocks=tuple(blocks), doubts=(*_unread(answer), *notes))


def _unread(answer: Answer) -> Iterator[str]:
    """What the pages show that is no text."""
    if answer.attached:
        yield "d’autres fichiers sont joints dans le PDF, et ne sont pas lus"
    if answer.guessed:
        yield "une police ne dit pas quelles lettres sont ses signes : relire tout le texte"
    for number, page in enumerate(answer.pages, start=1):
        if page.image > _COVERED:
            said = "une image et un texte reconnu : à relire" if page.glyphs else "une image, non lue"
            yield f"page {number} : {said}"
        if page.turned:
            yield f"page {number} : texte tourné, non lu"
        if len(page.rules) > MOST_RULES:
            yield f"page {number} : dessin, non lu"
        for kind in sorted(set(page.notes)):
            yield f"page {number} : annotation ou champ de formulaire ({kind}), non lu"


def _blocks(pages: tuple[Page, ...], known: Iterable[str]) -> tuple[list[Block], list[str]]:
    spaces = draws_spaces(g for page in pages for g in page.glyphs)
    tables: list[list[tuple[Table, dict[tuple[int, int], list[Glyph]]]]] = []
    rows: list[list[Row]] = []
    for page in pages:
        found = tables_of(page.rules) if len(page.rules) <= MOST_RULES else []
        inside, outside = _shared(page.glyphs, found)
        tables.append(inside)
        rows.append(rows_of(outside, draws_spaces=spaces, rules=page.rules))
    rows = without_margins(rows, [page.height for page in pages])
    size = _size(rows)
    doubts: list[str] = []
    order: list[list[Line | Abreast]] = []
    for number, one in enumerate(rows, start=1):
        body, notes = without_notes(one, size)
        if notes:
            doubts.append(f"page {number} : note de bas de page, non lue (« {' '.join(r.text for r in notes)[:200]} »)")
        order.append(flow(body, number))
    lines = (item for items in order for item in items if isinstance(item, Line))
    settings = settings_of(lines, max(page.width for page in pages))
    hyphens = Hyphens((row.text for one in rows for row in one), known)
    placed: list[Line | Abreast | _Placed] = []
    for number, (items, inside) in enumerate(zip(order, tables, strict=True), start=1):
        grids = [_grid(table, cells, number, hyphens, spaces=spaces) for table, cells in inside]
        placed += _inserted(items, [g for g in grids if any(any(row) for row in g.rows)])
    blocks: list[Block] = []
    for kind, group in groupby(_continued(placed), key=type):
        if kind is Line:
            blocks += paragraphs_of([one for one in group if isinstance(one, Line)], settings, hyphens)
        else:
            blocks += [_as_grid(one) for one in group if not isinstance(one, Line)]
    return blocks, doubts


def _shared(
    glyphs: Iterable[Glyph], tables: list[Table]
) -> tuple[list[tuple[Table, dict[tuple[int, int], list[Glyph]]]], list[Glyph]]:
    """The signs of each cell of each table, and those outside."""
    inside: list[tuple[Table, dict[tuple[int, int], list[Glyph]]]] = [(table, {}) for table in tables]
    outside: list[Glyph] = []
    for glyph in glyphs:
        for table, cells in inside:
            if place := table.cell(glyph):
                cells.setdefault(place, []).append(glyph)
                break
        else:
            outside.append(glyph)
    return inside, outside


def _size(rows: list[list[Row]]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for one in rows:
        for row in one:
            sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _grid(
    table: Table, cells: dict[tuple[int, int], list[Glyph]], page: int, hyphens: Hyphens, *, spaces: bool
) -> _Placed:
    doubts = {"cellules fusionnées"} if table.merged else set()
    rows: list[tuple[str, ...]] = []
    for r in range(len(table.ys) - 1):
        row: list[str] = []
        for c in range(len(table.xs) - 1):
            words, found = _cell(cells.get((r, c), []), table.xs[c + 1] - table.xs[c], hyphens, spaces=spaces)
            row.append(words)
            doubts |= found
        rows.append(tuple(row))
    return _Placed(
        rows=tuple(rows),
        doubt=" ; ".join(sorted(doubts)),
        page=page,
        xs=tuple(table.xs),
        top=table.ys[0],
    )


def _cell(glyphs: list[Glyph], width: float, hyphens: Hyphens, *, spaces: bool) -> tuple[str, set[str]]:
    words = ""
    doubts: set[str] = set()
    last: Row | None = None
    for row in rows_of(glyphs, draws_spaces=spaces):
        doubts |= {d for piece in row.pieces for d in piece.doubts}
        if last is None:
            words = row.text
        else:
            first = row.pieces[0].first - row.pieces[0].x0
            if last.pieces[-1].x1 - last.pieces[0].x0 + 0.2 * last.size + first <= width - _PADDING:
                doubts.add("plusieurs alinéas dans une cellule ?")
            words, doubt = hyphens.joined(words, row.text)
            doubts |= {doubt} if doubt else set()
        last = row
    return words, doubts


def _inserted(items: list[Line | Abreast], grids: list[_Placed]) -> list[Line | Abreast | _Placed]:
    """The tables of a page put before the first line that stands below them."""
    found: list[Line | Abreast | _Placed] = list(items)
    for grid in grids:
        at = next((n for n, item in enumerate(found) if _below(item, grid)), len(found))
        found.insert(at, grid)
    return found


def _below(item: Line | Abreast | _Placed, grid: _Placed) -> bool:
    if isinstance(item, _Placed):
        return item.top < grid.top
    beside = isinstance(item, Line) and (item.x1 < grid.xs[0] or item.x0 > grid.xs[-1])
    return item.y < grid.top and not beside


def _continued(placed: list[Line | Abreast | _Placed]) -> Iterator[Line | Abreast | _Placed]:
    """Tables that go on at the top of the next page put together."""
    last: _Placed | None = None
    for item in placed:
        if last is not None and isinstance(item, _Placed) and _goes_on(last, item):
            rows = item.rows[1:] if item.rows[0] == last.rows[0] else item.rows
            doubts = {d for d in (last.doubt, item.doubt, "tableau sur deux pages : une ligne coupée ?") if d}
            last = replace(last, rows=(*last.rows, *rows), doubt=" ; ".join(sorted(doubts)), page=item.page)
            continue
        if last is not None:
            yield last
        last = item if isinstance(item, _Placed) else None
        if last is None:
            yield item
    if last is not None:
        yield last


def _goes_on(last: _Placed, item: _Placed) -> bool:
    same = len(last.xs) == len(item.xs) and all(abs(a - b) < _NEAR for a, b in zip(last.xs, item.xs, strict=True))
    return item.page == last.page + 1 and same


def _as_grid(item: Abreast | _Placed | Line) -> Grid:
    if isinstance(item, Abreast):
        widest = max(len(row) for row in item.rows)
        rows = tuple((*row, *[""] * (widest - len(row))) for row in item.rows)
        doubt = "un tableau sans traits, ou des colonnes : à relire"
        return Grid(rows=rows, doubt=doubt)
    if isinstance(item, _Placed):
        return Grid(rows=item.rows, doubt=item.doubt)
    raise TypeError(item)
