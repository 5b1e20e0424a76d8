"""Two wordings of a provision → the changes of its own lines: alinéas, items and tables."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from clausier.author.draft.alignment import Pair, aligned
from clausier.author.draft.edits import Edit, Inserted, Level, Line, NewTable, Relabelled
from clausier.author.draft.lay import GAP, Shape, shape_of, shapes, words
from clausier.author.draft.passages import likeness
from clausier.author.draft.rows import row_edits
from clausier.author.draft.thresholds import Thresholds
from clausier.author.draft.wording import wording_edits
from clausier.diagnostics import Refused
from clausier.model.provision import Alinea, Block, Provision, Table


class Lines(Struct, kw_only=True, eq=False):
    """The lines of a provision beside those of what somebody made of it, which is numbered as if nothing moved.

    `gone` and `come` are the lines of either side that a move, a split or a join accounts for; `moved` has, for each of
    those that have gone, the line that it has become elsewhere.
    """

    before: Provision
    now: Provision
    level: Level
    pairs: list[Pair]
    gone: set[int] = field(default_factory=set)
    come: set[int] = field(default_factory=set)
    moved: dict[int, Block] = field(default_factory=dict)

    @property
    def removed(self) -> list[int]:
        """The lines that go, and are not accounted for."""
        return [i for i, j in self.pairs if i is not None and j is None and i not in self.gone]

    @property
    def added(self) -> list[int]:
        """The lines that come, and are not accounted for."""
        return [j for i, j in self.pairs if j is not None and i is None and j not in self.come]


def lines_of(before: Provision, now: Provision, level: Level) -> Lines:
    """The lines side by side. Raises Refused where words that nobody has are no longer where they were."""
    old, new = tuple(shapes(before)), tuple(shapes(now))
    if [s for s in old if _is_gap(s)] != [s for s in new if _is_gap(s)]:
        raise Refused(
            f"{before.title()}\u00a0: un texte non disponible ne se modifie pas par avenant\u00a0; s’il est retrouvé, il se saisit "
            "dans la convention",
            f"{before.title()}: words that are not available cannot be amended; once found, they are typed in the convention",
        )
    return Lines(before=before, now=now, level=level, pairs=aligned(old, new, lambda i, j: _alike(old[i], new[j])))


def _is_gap(shape: Shape) -> bool:
    return shape[0] == "alinea" and str(shape[-1]).startswith(GAP)


def _alike(old: Shape, new: Shape) -> float:
    if old[0] != new[0]:
        return -1.0
    return likeness(str(old[-1]), str(new[-1])) if old[0] == "alinea" else 1.0


def line_edits(lines: Lines, limits: Thresholds) -> list[Edit]:
    """The changes of the lines that are not accounted for, in the order in which they are done."""
    was, now = lines.before.blocks, lines.now.blocks
    ranks = ranks_of(was)
    changed: list[tuple[int, Edit]] = []
    labels: list[tuple[str, str]] = []
    for i, j in lines.pairs:
        if i is None:
            continue
        if i in lines.gone:
            changed += [
                (i, e) for e in _reworded(was[i], lines.moved[i], ranks[i], lines.level, limits, relabelled=False)
            ]
            continue
        if j is None:
            changed.append((i, NewTable(ranks[i], None) if isinstance(was[i], Table) else Line(rank=ranks[i])))
            continue
        label = _relabelled(was[i], now[j]) if lines.level != "whole" else None
        if label:
            labels.append(label)
        changed += [(i, e) for e in _reworded(was[i], now[j], ranks[i], lines.level, limits, relabelled=bool(label))]
    new = list(_inserted(lines, ranks))
    if not labels:
        return [edit for _, edit in sorted((*changed, *new), key=lambda pair: pair[0])]
    relabelled = Relabelled(tuple(old for old, _ in labels), tuple(new for _, new in labels))
    return [*(edit for _, edit in changed), relabelled, *(edit for _, edit in new)]


def ranks_of(blocks: tuple[Block, ...]) -> list[int]:
    """For each block, its rank as drafters count: among the alinéas, or among the tables."""
    counts = {True: 0, False: 0}
    ranks: list[int] = []
    for block in blocks:
        if isinstance(block, (Alinea, Table)):
            counts[isinstance(block, Table)] += 1
        ranks.append(counts[isinstance(block, Table)])
    return ranks


def _relabelled(old: Block, new: Block) -> tuple[str, str] | None:
    """The label of an item and the one that it takes."""
    if not isinstance(old, Alinea) or not isinstance(new, Alinea) or not (old.label and new.label):
        return None
    before, after = words(old.label.chars), words(new.label.chars)
    return (before, after) if before != after and before[-1] in "°)" and after[-1] == before[-1] else None


def _reworded(old: Block, new: Block, rank: int, level: Level, limits: Thresholds, *, relabelled: bool) -> list[Edit]:
    if isinstance(old, Table) and isinstance(new, Table):
        if shape_of(old) == shape_of(new):
            return []
        moves = level == "structure"
        return (
            row_edits(rank, old, new, limits, moves=moves) if level in {"structure", "words"} else [NewTable(rank, new)]
        )
    if not isinstance(old, Alinea) or not isinstance(new, Alinea):
        return []  # words that nobody has, as they were
    if shape_of(old) == shape_of(new):
        return []
    if relabelled and (old.depth, old.item, words(old.text.chars)) == (new.depth, new.item, words(new.text.chars)):
        return []
    same_kind = (old.depth, old.item) == (new.depth, new.item) and (relabelled or _label(old) == _label(new))
    if level in {"structure", "words"} and same_kind:
        return wording_edits(rank, old, new, limits)
    return [Line(rank=rank, blocks=(new,))]


def _label(alinea: Alinea) -> str:
    return words(alinea.label.chars) if alinea.label else ""


def _inserted(lines: Lines, ranks: list[int]) -> Iterator[tuple[int, Edit]]:
    """New lines, each run of them behind the last line before it that keeps its place, or before the first one after it."""
    was = lines.before.blocks
    kept = [i for i, j in lines.pairs if i is not None and j is not None]
    after: int | None = None
    run: list[Block] = []
    for i, j in (*lines.pairs, (-1, -1)):
        if i is None and j is not None:
            if j not in lines.come:
                run.append(lines.now.blocks[j])
            continue
        if j is None:
            continue  # a line that goes is no place to put another
        if run:
            beside = after if after is not None else (kept[0] if kept else None)
            if beside is not None:
                end = i == -1
                yield (
                    beside if after is not None else -1,
                    Inserted(
                        rank=ranks[beside],
                        blocks=tuple(run),
                        before=after is None,
                        at_end=end,
                        table=isinstance(was[beside], Table),
                    ),
                )
            else:
                yield len(was), Inserted(rank=0, blocks=tuple(run), at_end=True)
            run = []
        after = i
