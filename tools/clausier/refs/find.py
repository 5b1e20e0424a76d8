"""A target → the places that it names in a state of the text (DESIGN 3.3, 3.8, 4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.model.provision import Alinea, Block, Provision, Table
from clausier.model.target import (
    HeadingOf,
    LabelledPoint,
    NamedColumn,
    NamedRow,
    NthAlinea,
    NthDash,
    NthSentence,
    NthTable,
    Single,
    Step,
    Target,
    Through,
    Unit,
)
from clausier.refs.index import index_of
from clausier.refs.places import (
    Ambiguous,
    Blocks,
    Column,
    Failure,
    HeadingPlace,
    Miscounted,
    Missing,
    Path,
    Place,
    Row,
    Sentence,
    Unknown,
    WholeProvision,
    at,
)
from clausier.source.headings import called, counted_anew, number_key
from clausier.text.sentences import sentences
from clausier.text.typography import fold, same
from clausier.text.words import occurrences


def find(target: Target, document: Provision) -> tuple[Place, ...] | Failure:
    """The places that `target` names in `document`, in reading order: several for a range; or why there are none."""
    places: tuple[Place, ...] = (WholeProvision(()),)
    for step in target.steps:
        found = _follow(step, places, document)
        if not isinstance(found, tuple):
            return found
        places = found
    return places


def _follow(step: Step, places: tuple[Place, ...], document: Provision) -> tuple[Place, ...] | Failure:
    if len(places) > 1:
        return Ambiguous(tuple(describe(p, document) for p in places))
    (place,) = places
    if isinstance(step, Through):
        return _through(step, place, document)
    found = _single(step, place, document)
    return found if isinstance(found, tuple) else _or_unknown(found, step, place, document)


def _through(step: Through, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    first, last = _single(step.first, place, document), _single(step.last, place, document)
    for end, found in ((step.first, first), (step.last, last)):
        if not isinstance(found, tuple):
            return _or_unknown(found, end, place, document)
    assert isinstance(first, tuple) and isinstance(last, tuple)  # noqa: S101, PT018 - the loop has returned otherwise
    match first[0], last[0]:
        case WholeProvision(path=a), WholeProvision(path=b) if a[:-1] == b[:-1] and a <= b:
            return tuple(WholeProvision((*a[:-1], i)) for i in range(a[-1], b[-1] + 1))
        case Blocks() as a, Blocks() as b if a.path == b.path and a.start <= b.start:
            if a.line and b.line:
                blocks = at(document, a.path).blocks
                return tuple(
                    Blocks(a.path, i, i + 1, line=True) for i in range(a.start, b.end) if isinstance(blocks[i], Alinea)
                )
            return (Blocks(a.path, a.start, b.end, a.numbered),)
        case Sentence() as a, Sentence() as b if (a.path, a.block) == (b.path, b.block) and a.start <= b.start:
            return (Sentence(a.path, a.block, a.start, b.end),)
    return Missing(describe(place, document))


def _single(step: Single, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    match step, place:
        case Unit(), WholeProvision(path):
            return _unit(step, path, document)
        case HeadingOf(), WholeProvision(path):
            return (HeadingPlace(path),)
        case NthAlinea(), WholeProvision(path):
            return _alinea(step, path, document)
        case LabelledPoint(), (WholeProvision() | Blocks()):
            return _labelled(step, place, document)
        case NthDash(), (WholeProvision() | Blocks()):
            return _dash(step, place, document)
        case NthSentence(), (WholeProvision() | Blocks()):
            return _sentence(step, place, document)
        case NthTable(), WholeProvision(path):
            tables = [i for i, b in enumerate(at(document, path).blocks) if isinstance(b, Table)]
            index = tables[step.n - 1] if 1 <= step.n <= len(tables) else None
            return (Blocks(path, index, index + 1),) if index is not None else Missing(describe(place, document))
        case ((NamedRow() | NamedColumn()), (WholeProvision() | Blocks())):
            return _in_table(step, place, document)
        case _:
            return Missing(describe(place, document))


def _or_unknown(found: Failure, step: Single, place: Place, document: Provision) -> Failure:
    """`found`, or that nobody knows: what a lacuna held is unknown, never absent."""
    if not isinstance(found, Missing):
        return found
    provision = at(document, place.path)
    if isinstance(step, Unit) and provision.kind == "document":
        owners = [p for _, p in walk(document, ()) if p.kind == "article" and _contains(p.number, step.number)]
        if owners:
            provision = max(owners, key=lambda p: len(p.number))
    if provision.lacuna:
        return Unknown(provision.number, provision.lacuna.reason)
    return found


def _contains(number: str, other: str) -> bool:
    return number_key(other).startswith(number_key(number) + ".")


def walk(provision: Provision, path: Path = ()) -> Iterator[tuple[Path, Provision]]:
    """A provision and every one below it, in reading order, each with its path: behind `path`, which is its own."""
    yield path, provision
    for index, child in enumerate(provision.children):
        yield from walk(child, (*path, index))


def _unit(step: Unit, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    found = [here for here in _called(step, path, document) if here != path]
    found = [p for p in found if not any(at(document, p[:i]).kind == "annex" for i in range(len(path) + 1, len(p)))]
    if not step.heading:
        # « 1 » is article 1 rather than the « 1. » of article 26.
        own = [p for p in found if len(p) == len(path) + 1 or not _counted_anew(p, document)]
        found = own or found
    siblings = len({p[:-1] for p in found}) == 1
    if siblings and step.rank <= len(found):
        return (WholeProvision(found[step.rank - 1]),)
    if found and not siblings:
        titles = [at(document, p).title() for p in found]
        alike = step.heading or len(set(titles)) < len(titles)
        return Ambiguous(tuple(_behind(p, document) for p in found) if alike else tuple(titles))
    return _missing(step, path, document)


def _called(step: Unit, path: Path, document: Provision) -> Iterator[Path]:
    """The units in the provision at `path`, itself included, that bear the number, or the heading, of `step`."""
    wanted = number_key(step.number)
    if step.heading:
        for here, provision in walk(at(document, path), path):
            if provision.heading and same(provision.heading.chars, step.heading):
                yield here
        return
    known = index_of(document).numbered(wanted) if wanted and not path else None
    for here in (here for here, _ in walk(at(document, path), path)) if known is None else known:
        provision = at(document, here)
        if provision.kind == step.kind and number_key(provision.number) == wanted:
            if step.word and provision.prefix.strip().lower() != step.word:
                continue
            yield here


def _missing(step: Unit, path: Path, document: Provision) -> Missing:
    from difflib import get_close_matches

    below = (p for child in at(document, path).children for p in child.walk())
    if step.heading:
        headings = {p.heading.chars: unit_name(p) for p in below if p.heading}
        near = get_close_matches(step.heading, headings, n=1, cutoff=0.6)
        return Missing(describe(WholeProvision(path), document), headings[near[0]] if near else "")
    numbers = [p.number for p in below if p.number and p.kind == step.kind]
    close = get_close_matches(step.number, numbers, n=1, cutoff=0.4)
    return Missing(describe(WholeProvision(path), document), close[0] if close else "")


def _alinea(step: NthAlinea, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """The n-th alinéa by the document's own count; by the other one where only there it holds the words that are quoted."""
    provision = at(document, path)
    counts = (_lines(provision), _with_lists(provision))
    own, other = counts[::-1] if document.older_count else counts
    place = _nth(step.n, own, path, provision)
    if not step.quote:
        if place is None:
            last = f"al. {len(own)}" if own and not provision.lacuna else ""
            return Missing(describe(WholeProvision(path), document), last)
        return (place,)
    for candidate in (place, _nth(step.n, other, path, provision)):
        if candidate and _holds(provision, candidate, step.quote):
            return (candidate,)
    ranks = [
        next((n for n, stretch in enumerate(count, 1) if _holds(provision, Blocks(path, *stretch), step.quote)), 0)
        for count in counts
    ]
    if all(ranks):
        return Miscounted(step.n, step.quote, *ranks)
    return Missing(describe(WholeProvision(path), document))


def _lines(provision: Provision) -> list[tuple[int, int]]:
    """The alinéas as each new line makes one (circular of 20 October 2000), as stretches of blocks."""
    return [(i, i + 1) for i, b in enumerate(provision.blocks) if isinstance(b, Alinea)]


def _with_lists(provision: Provision) -> list[tuple[int, int]]:
    """The alinéas as they were counted before: an introduction and its list are one."""
    starts = [i for i, b in enumerate(provision.blocks) if isinstance(b, Alinea) and b.depth == 0]
    return [(i, _list_after(provision.blocks, i)) for i in starts]


def _nth(n: int, count: list[tuple[int, int]], path: Path, provision: Provision) -> Blocks | None:
    """The n-th of the stretches; before a lacuna the count from the start is known, after it the count from the end."""
    known = count
    if provision.lacuna:
        gap = next(i for i, b in enumerate(provision.blocks) if b is provision.lacuna)
        known = [s for s in count if (s[0] < gap if n > 0 else s[0] > gap)]
    rank = n - 1 if n > 0 else len(known) + n
    if not 0 <= rank < len(known):
        return None
    start, end = known[rank]
    return Blocks(path, start, end, line=end - start == 1)


def _holds(provision: Provision, place: Blocks, quote: str) -> bool:
    wanted = quote.rstrip("… .")
    return any(
        isinstance(b, Alinea) and occurrences(b.text.chars, wanted) for b in provision.blocks[place.start : place.end]
    )


def _stretch(place: Place, document: Provision) -> tuple[Path, range]:
    """The blocks in which a step below `place` looks."""
    blocks = at(document, place.path).blocks
    if isinstance(place, Blocks):
        end = place.end
        if place.line:
            end = _list_after(blocks, place.start)
        return place.path, range(place.start, end)
    return place.path, range(len(blocks))


def _list_after(blocks: tuple[Block, ...], index: int) -> int:
    """Where the list that block `index` introduces ends: its sub-items, or the items that follow a paragraph."""
    own = blocks[index]
    depth = own.depth if isinstance(own, Alinea) else 0
    end = index + 1
    while end < len(blocks) and isinstance(block := blocks[end], Alinea) and block.depth > depth:
        end += 1
    return end


def item_end(blocks: tuple[object, ...], index: int) -> int:
    """Where the item that begins at block `index` ends, its sub-items and further paragraphs included."""
    own = blocks[index]
    assert isinstance(own, Alinea)  # noqa: S101 - callers name items
    end = index + 1
    while end < len(blocks):
        block = blocks[end]
        if not isinstance(block, Alinea) or block.depth < own.depth or (block.depth == own.depth and block.item):
            break
        end += 1
    return end


def has_more(blocks: tuple[object, ...], index: int) -> bool:
    """Whether block `index` is an item with more than its line: sub-items, or further paragraphs of its own."""
    own = blocks[index]
    return isinstance(own, Alinea) and own.item and item_end(blocks, index) > index + 1


def _labelled(step: LabelledPoint, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    path, stretch = _stretch(place, document)
    blocks = at(document, path).blocks
    wanted = label_key(step.label)
    items = [
        i
        for i in stretch
        if isinstance(b := blocks[i], Alinea) and b.item and b.label and label_key(b.label.chars) == wanted
    ]
    if isinstance(place, Blocks):
        items = [i for i in items if i != place.start]
    if not items and isinstance(place, WholeProvision):
        return _headed(wanted, path, document)
    if items:
        shallow = min(_depth(blocks[i]) for i in items)
        items = [i for i in items if _depth(blocks[i]) == shallow]
    if len(items) == 1:
        return (Blocks(path, items[0], item_end(blocks, items[0]), numbered=True),)
    if items:
        return Ambiguous(tuple(describe(Blocks(path, i, i + 1, line=True), document) for i in items))
    return Missing(describe(place, document))


def _counted_anew(path: Path, document: Provision) -> bool:
    return counted_anew(at(document, path), at(document, path[:-1]) if path else None)


def _headed(wanted: str, path: Path, document: Provision) -> tuple[Place, ...] | Failure:
    """The part of an article whose heading bears the label `wanted`: « b) Durée »."""
    units = [
        here
        for here, unit in walk(at(document, path), path)
        if here != path and _counted_anew(here, document) and label_key(unit.number) == wanted
    ]
    nearest = [here for here in units if len(here) == min(map(len, units))]
    if len(nearest) == 1:
        return (WholeProvision(nearest[0]),)
    if nearest:
        return Ambiguous(tuple(at(document, here).title() for here in nearest))
    return Missing(describe(WholeProvision(path), document))


def _depth(block: object) -> int:
    return block.depth if isinstance(block, Alinea) else 0


def label_key(label: str) -> str:
    """A label as it is compared: `a)`, `(a)` and `a` are one, `1°` and `1º` too."""
    return fold(label).chars.strip("(). ").replace("º", "°").lower()


def _dash(step: NthDash, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    path, stretch = _stretch(place, document)
    blocks = at(document, path).blocks
    lists = list(_dash_lists(blocks, stretch, inside=isinstance(place, Blocks)))
    if len(lists) > 1:
        return Ambiguous(tuple(describe(Blocks(path, group[0], group[0] + 1, line=True), document) for group in lists))
    if lists:
        rank = step.n - 1 if step.n > 0 else len(lists[0]) + step.n
        if 0 <= rank < len(lists[0]):
            index = lists[0][rank]
            return (Blocks(path, index, item_end(blocks, index)),)
    return Missing(describe(place, document))


def _dash_lists(blocks: tuple[object, ...], stretch: Iterable[int], *, inside: bool) -> Iterator[list[int]]:
    """The lists of unlabelled items at the shallowest depth in `stretch`, each as the blocks of its items."""
    indexes = list(stretch)
    first = indexes[0] if indexes else 0
    items = [
        i
        for i in indexes
        if isinstance(b := blocks[i], Alinea) and b.item and not b.label and not (inside and i == first)
    ]
    if not items:
        return
    depth = min(_depth(blocks[i]) for i in items)
    group: list[int] = []
    for i in indexes:
        block = blocks[i]
        if i in items and _depth(block) == depth:
            group.append(i)
        elif group and _depth(block) < depth:
            yield group
            group = []
    if group:
        yield group


def _sentence(step: NthSentence, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    path, stretch = _stretch(place, document)
    blocks = at(document, path).blocks
    lines = [i for i in stretch if isinstance(blocks[i], Alinea)]
    if isinstance(place, Blocks) and place.line:
        lines = lines[:1]
    if len(lines) != 1:
        return (
            Ambiguous(tuple(describe(Blocks(path, i, i + 1, line=True), document) for i in lines))
            if lines
            else Missing(describe(place, document))
        )
    line = blocks[lines[0]]
    assert isinstance(line, Alinea)  # noqa: S101 - chosen above
    found = sentences(line.text.chars)
    rank = step.n - 1 if step.n > 0 else len(found) + step.n
    if 0 <= rank < len(found):
        return (Sentence(path, lines[0], *found[rank]),)
    return Missing(describe(place, document), f"phr. {len(found)}" if found else "")


def _in_table(step: NamedRow | NamedColumn, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    path, stretch = _stretch(place, document)
    blocks = at(document, path).blocks
    found: list[Place] = []
    names: list[str] = []
    for i in stretch:
        table = blocks[i]
        if not isinstance(table, Table):
            continue
        cells = [row[0] for row in table.rows[1:]] if isinstance(step, NamedRow) else list(table.rows[0])
        names.extend(cell.chars for cell in cells)
        for rank, cell in enumerate(cells):
            if same(cell.chars, step.name):
                found.append(Row(path, i, rank + 1) if isinstance(step, NamedRow) else Column(path, i, rank))
    if len(found) == 1:
        return (found[0],)
    if found:
        return Ambiguous(tuple(describe(p, document) for p in found))
    from difflib import get_close_matches

    close = get_close_matches(step.name, names, n=1, cutoff=0.4)
    return Missing(describe(place, document), close[0] if close else "")


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
            return f"{name}, al. {_ends([_rank(provision, start), _rank(provision, end - 1)])}"
        case Sentence(block=block, start=begin, end=stop):
            line = provision.blocks[block]
            found = sentences(line.text.chars) if isinstance(line, Alinea) else ()
            ranks = [n for n, (start, end) in enumerate(found, start=1) if begin <= start and end <= stop]
            return f"{name}, al. {_rank(provision, block)}" + (f", phr. {_ends(ranks)}" if ranks else "")
        case Row(block=block, row=row):
            table = provision.blocks[block]
            cell = table.rows[row][0].chars if isinstance(table, Table) else ""
            return f'{name}, ligne "{cell}"'
        case Column(block=block, column=column):
            table = provision.blocks[block]
            cell = table.rows[0][column].chars if isinstance(table, Table) else ""
            return f'{name}, colonne "{cell}"'


def _full_name(path: Path, document: Provision) -> str:
    """How a target names the provision at `path`: behind what it is part of, where its own name is not told apart by itself."""
    provision = at(document, path)
    name = unit_name(provision)
    if len(path) > 1 and _counted_anew(path, document):
        return f"{_full_name(path[:-1], document)}, {name}"
    return name


def _behind(path: Path, document: Provision) -> str:
    """The name of the provision at `path`, behind that of the division which counts it."""
    name = _full_name(path, document)
    divisions = [at(document, path[:i]) for i in range(1, len(path))]
    return ", ".join([*(unit_name(d) for d in divisions if d.kind == "division"), name][-2:])


def _ends(ranks: list[int]) -> str:
    return f"{ranks[0]} à {ranks[-1]}" if ranks[-1] > ranks[0] else f"{ranks[0]}"


def _rank(provision: Provision, index: int) -> int:
    return sum(isinstance(b, Alinea) for b in provision.blocks[: index + 1])


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
            return f"{provision.prefix.strip().lower()} {provision.number}".strip()
        case "preamble":
            return "préambule"
        case "opening":
            return "ouverture"
        case "closing":
            return "clôture"
