"""The alinéa of a rank, by either count, and the sentence of a rank in it."""

from __future__ import annotations

from clausier.model.provision import Alinea, Provision
from clausier.model.target import NthAlinea, NthSentence
from clausier.refs.failures import Ambiguous, Failure, Miscounted, Missing
from clausier.refs.items import list_after, stretch_of
from clausier.refs.names import describe
from clausier.refs.places import Blocks, Path, Place, Sentence, WholeProvision, at
from clausier.text.sentences import sentences
from clausier.text.words import occurrences


def find_alinea(step: NthAlinea, whole: WholeProvision | Blocks, document: Provision) -> tuple[Place, ...] | Failure:
    """The n-th alinéa by the document's own count; by the other one where only there it holds the words that are quoted.

    Of a part (« le deuxième alinéa du III »), its own first line is the first.
    """
    path, stretch = stretch_of(whole, document)
    provision = at(document, path)
    counts = (_each_line(provision, stretch), with_lists(provision, stretch))
    own, other = counts[::-1] if document.older_count else counts
    place = _nth(step.n, own, path, provision)
    if not step.quote:
        if place is None:
            last = f"al. {len(own)}" if own and not provision.lacuna else ""
            return Missing(whole, document, lambda: last)
        return (place,)
    for candidate in (place, _nth(step.n, other, path, provision)):
        if candidate and _holds(provision, candidate, step.quote):
            return (candidate,)
    ranks = [
        next((n for n, lines in enumerate(count, 1) if _holds(provision, Blocks(path, *lines), step.quote)), 0)
        for count in counts
    ]
    if all(ranks):
        return Miscounted(step.n, step.quote, *ranks)
    return Missing(whole, document)


def _each_line(provision: Provision, stretch: range) -> list[tuple[int, int]]:
    """The alinéas as each new line makes one (circular of 20 October 2000), as stretches of blocks."""
    return [(i, i + 1) for i in stretch if isinstance(provision.blocks[i], Alinea)]


def with_lists(provision: Provision, stretch: range) -> list[tuple[int, int]]:
    """The alinéas as they were counted before: an introduction and its list are one."""
    lines = [(i, b.depth) for i in stretch if isinstance(b := provision.blocks[i], Alinea)]
    outermost = min((depth for _, depth in lines), default=0)
    return [(i, list_after(provision.blocks, i)) for i, depth in lines if depth == outermost]


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


def find_sentence(step: NthSentence, place: Place, document: Provision) -> tuple[Place, ...] | Failure:
    """The sentence of that rank in the only line at `place`."""
    path, stretch = stretch_of(place, document)
    blocks = at(document, path).blocks
    lines = [i for i in stretch if isinstance(blocks[i], Alinea)]
    if isinstance(place, Blocks) and place.line:
        lines = lines[:1]
    if len(lines) != 1:
        return (
            Ambiguous(tuple(describe(Blocks(path, i, i + 1, line=True), document) for i in lines))
            if lines
            else Missing(place, document)
        )
    line = blocks[lines[0]]
    assert isinstance(line, Alinea)  # noqa: S101 - chosen above
    found = sentences(line.text.chars)
    rank = step.n - 1 if step.n > 0 else len(found) + step.n
    if 0 <= rank < len(found):
        return (Sentence(path, lines[0], *found[rank]),)
    return Missing(place, document, lambda: f"phr. {len(found)}" if found else "")
