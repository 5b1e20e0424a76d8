"""Lines that somebody took away here and put there: moved, where their words say so and a line that stays says where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from msgspec import Struct

from clausier.author.draft.edits import Line, Moved
from clausier.author.draft.lay import shape_of, shapes
from clausier.author.draft.lines import Lines, ranks_of
from clausier.author.draft.pairing import Part, twins
from clausier.author.draft.thresholds import Thresholds
from clausier.author.draft.wording import wording_edits
from clausier.model.provision import Alinea, Block


class MovedLines(Struct, frozen=True):
    """Lines that go from one provision to another, or stay in theirs, and the edit that says so."""

    source: Lines
    into: Lines
    edit: Moved


class _Run(Struct, frozen=True):
    """Lines that stand one after the other in `source`, and in the provision that they come to."""

    source: Lines
    first: int  # in the old text
    at: int  # in the new one
    size: int


def moved_lines(compared: Sequence[Lines], limits: Thresholds) -> tuple[MovedLines, ...]:
    """The moves, in the order in which they are done; the lines that they account for are told to their provisions."""
    fine = [lines for lines in compared if lines.level == "structure" and not lines.before.lacuna]
    gone = [(lines, i) for lines in fine for i in lines.removed if isinstance(lines.before.blocks[i], Alinea)]
    come = [(lines, j) for lines in fine for j in lines.added if isinstance(lines.now.blocks[j], Alinea)]
    if not gone or not come:
        return ()
    counts: tuple[Counter[Hashable], ...] = (
        Counter(shape for lines in fine for shape in shapes(lines.before)),
        Counter(shape for lines in fine for shape in shapes(lines.now)),
    )
    old = [_part(lines.before.blocks[i]) for lines, i in gone]
    new = [_part(lines.now.blocks[j]) for lines, j in come]
    found: dict[str, dict[int, tuple[Lines, int]]] = {}
    for n, m in twins(old, new).items():
        (source, i), (into, j) = gone[m], come[n]
        alone = all(count[part.key] <= 1 for count in counts for part in (old[m], new[n]))
        if alone and _a_few_words(source.before.blocks[i], into.now.blocks[j], limits):
            found.setdefault(into.before.id, {})[j] = (source, i)
    return tuple(one for into in fine for one in _into(into, found.get(into.before.id, {})))


def _part(block: Block) -> Part:
    shape = shape_of(block)
    return Part(shape, shape[:-1], shape[-1])


def _a_few_words(old: Block, new: Block, limits: Thresholds) -> bool:
    """Whether a line is the same where it has come to, or differs in a few words that are ordered apart."""
    if shape_of(old) == shape_of(new):
        return True
    if not isinstance(old, Alinea) or not isinstance(new, Alinea):
        return False
    return not any(isinstance(e, Line) for e in wording_edits(1, old, new, limits))


def _into(into: Lines, partner: dict[int, tuple[Lines, int]]) -> Iterator[MovedLines]:
    """The moves into a provision, from its first line to its last."""
    kept = {j: i for i, j in into.pairs if i is not None and j is not None}
    here = dict(kept)  # the old ranks of the lines that stand in it by now, and stood in it before
    for run in _runs(partner):
        first = run.source.before.blocks[run.first]
        after, following = here.get(run.at - 1), kept.get(run.at + run.size)
        if after is not None and _beside(into.before.blocks[after], first):
            beside, before = after, False
        elif following is not None and _beside(into.before.blocks[following], first):
            beside, before = following, True
        else:
            continue
        for step in range(run.size):
            run.source.gone.add(run.first + step)
            run.source.moved[run.first + step] = into.now.blocks[run.at + step]
            into.come.add(run.at + step)
            if run.source is into:
                here[run.at + step] = run.first + step
        ranks = ranks_of(run.source.before.blocks)
        yield MovedLines(
            run.source,
            into,
            Moved(
                first=ranks[run.first],
                last=ranks[run.first + run.size - 1],
                beside=into.before,
                rank=ranks_of(into.before.blocks)[beside],
                before=before,
            ),
        )


def _runs(partner: dict[int, tuple[Lines, int]]) -> Iterator[_Run]:
    run: _Run | None = None
    for j in sorted(partner):
        source, i = partner[j]
        if run and run.source is source and run.at + run.size == j and run.first + run.size == i:
            run = _Run(source, run.first, run.at, run.size + 1)
            continue
        if run:
            yield run
        run = _Run(source, i, j, 1)
    if run:
        yield run


def _beside(anchor: Block, line: Block) -> bool:
    """Whether a line put beside another keeps its depth: an item goes where the items of a list are as deep as it is."""
    if not isinstance(anchor, Alinea) or not isinstance(line, Alinea):
        return False
    return anchor.depth == line.depth or not (line.item and anchor.depth)
