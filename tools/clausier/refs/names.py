"""A place as a target names it: `8.1, al. 9`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausier.model.provision import Alinea, Block, Lacuna, Provision, Table
from clausier.refs.places import Blocks, Column, HeadingPlace, Path, Place, Row, Sentence, WholeProvision, at
from clausier.source.headings import called, counted_anew, named_number
from clausier.text.sentences import sentences


def describe(place: Place, document: Provision) -> str:
    """A place as a target names it: `8.1, al. 9`. The document itself is `*`."""
    provision = at(document, place.path)
    name = _full_name(place.path, document)
    match place:
        case WholeProvision():
            return name
        case HeadingPlace():
            return f"{name}, titre"
        case Blocks(start=start, end=end):
            block = provision.blocks[start]
            if isinstance(block, Table):
                return f"{name}, tableau {sum(isinstance(b, Table) for b in provision.blocks[: start + 1])}"
            return f"{name}, al. {_ends([_rank(provision, i, document) for i in (start, end - 1)])}"
        case Sentence(block=block, start=begin, end=stop):
            line = provision.blocks[block]
            found = sentences(line.text.chars) if isinstance(line, Alinea) else ()
            nth = [n for n, (start, end) in enumerate(found, start=1) if begin <= start and end <= stop]
            return f"{name}, al. {_rank(provision, block, document)}" + (f", phr. {_ends(nth)}" if nth else "")
        case Row(block=block, row=row):
            table = provision.blocks[block]
            cell = _row_name(table, row) if isinstance(table, Table) else ""
            return f'{name}, ligne "{cell}"'
        case Column(block=block, column=column):
            table = provision.blocks[block]
            cell = table.rows[0][column].chars if isinstance(table, Table) else ""
            return f'{name}, colonne "{cell}"'


def _row_name(table: Table, row: int) -> str:
    """The first cell of a row, or, where others of the table say the same, the first that none of them says; else all."""
    others = [[cell.chars for cell in cells] for i, cells in enumerate(table.rows) if i and i != row]
    cells = [cell.chars for cell in table.rows[row]]
    if cells[0] and all(cells[0] != other[0] for other in others):
        return cells[0]
    alone = (cell for cell in cells[1:] if may_name(cell) and all(cell not in other for other in others))
    return next(alone, " | ".join(cells))


def may_name(cell: str) -> bool:
    """Whether a cell beyond the first column may name its row: not a figure, which any other row may have."""
    return any(c.isalpha() for c in cell)


def _full_name(path: Path, document: Provision) -> str:
    """How a target names the provision at `path`: behind what it is part of, where its own name is not told apart by itself."""
    name, annex, owner = unit_name(document), "", document
    for depth in range(1, len(path) + 1):
        provision = at(document, path[:depth])
        name = _name_below(provision, owner, name if depth > 1 else "", annex)
        annex = name if provision.kind == "annex" else annex
        owner = provision
    return name


def behind_its_divisions(path: Path, document: Provision) -> str:
    """The name of the provision at `path`, behind those of the divisions that hold it."""
    name = _full_name(path, document)
    divisions = [at(document, path[:i]) for i in range(1, len(path))]
    return ", ".join([*(unit_name(d) for d in divisions if d.kind == "division"), name])


def _ends(ranks: list[int]) -> str:
    return f"{ranks[0]} à {ranks[-1]}" if ranks[-1] > ranks[0] else f"{ranks[0]}"


def _rank(provision: Provision, index: int, document: Provision) -> int:
    """The rank of the alinéa of a line, or of the last before a table, by the document's count; after missing words, from the end."""
    lines = [block for block in provision.blocks if isinstance(block, Alinea)]
    before = [block for block in provision.blocks[: index + 1] if isinstance(block, Alinea)]
    if not before:
        return 0
    rank = ranks(provision.blocks, older=document.older_count)[before[-1].key]
    known = ranks(lines, older=document.older_count)  # as if no words were missing
    return rank or (known[before[-1].key] or 0) - (known[lines[-1].key] or 0) - 1


def ranks(blocks: Sequence[Block], *, older: bool) -> dict[str, int | None]:
    """Of each line of a whole provision, by its key, the alinéa that it is, or is a line of.

    `older`: an introduction and its list are one, as was counted before the circular of 20 October 2000. None after
    missing words, which may hold any number, and of a line that stands in no alinéa.
    """
    outermost = min((b.depth for b in blocks if isinstance(b, Alinea)), default=0)
    found: dict[str, int | None] = {}
    rank: int | None = 0
    for block in blocks:
        if isinstance(block, Alinea):
            rank = rank if rank is None or (older and block.depth > outermost) else rank + 1
            found[block.key] = rank or None
        elif isinstance(block, Lacuna):
            rank = None
    return found


def unit_name(provision: Provision) -> str:
    """A provision as a target names it: `8.1`, `annexe 2`, `titre I`, `préambule`; `*` for the document."""
    match provision.kind:
        case "document":
            return "*"
        case "article":
            return called(provision)
        case "annex":
            return f"annexe {provision.number}".strip()
        case "division":
            return f"{provision.word} {named_number(provision.number)}".strip()
        case "preamble":
            return "préambule"
        case "opening":
            return "ouverture"
        case "closing":
            return "clôture"


def full_names(provision: Provision, name: str = "", annex: str = "") -> Iterator[tuple[Provision, str]]:
    """A provision named `name` and those below it, in reading order, each as a target names it: `8.1`, `annexe 2, A`."""
    yield provision, name
    annex = name if provision.kind == "annex" else annex
    for child in provision.children:
        yield from full_names(child, _name_below(child, provision, name, annex), annex)


def _name_below(provision: Provision, owner: Provision, above: str, annex: str) -> str:
    """What a target names a part of `owner`, which is called `above`: in an `annex`, « article 2 » is not article 2."""
    own = unit_name(provision)
    if above and counted_anew(provision, owner):
        return f"{above}, {own}"
    if annex:
        return f"{annex}, {'article ' if provision.kind == 'article' and provision.prefix.strip() else ''}{own}"
    return own


def heading_alone(provision: Provision, name: str) -> str:
    """The heading of a provision of that full name, where it stands away from what it is part of.

    « Annexe 1, Article 2 – Durée », « Article 26, 1. Congés »; where it has none, what it is called.
    """
    own = unit_name(provision)
    above = name.removesuffix(own).removesuffix("article ").removesuffix(", ")
    place = f"article\u00a0{above}" if above[:1].isdigit() else above
    title = provision.title() or own.capitalize()
    return f"{place[:1].upper()}{place[1:]}, {title}" if place else title


def is_counted_anew(path: Path, document: Provision) -> bool:
    """Whether the provision at `path` is told apart among its neighbours only (see `counted_anew`)."""
    return counted_anew(at(document, path), at(document, path[:-1]) if path else None)
