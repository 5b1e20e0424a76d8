"""What an operation touches in a text, told without applying it: two operations that do not touch commute.

A footprint holds what the operation *writes* (overwrites, removes, or the point at which it puts something) and what it
*leans on* (must still be there). Two operations touch where one writes what the other writes or leans on. Two `compléter`
of one provision lean on it and write at no point that both name: they do not touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from clausier.amend.recast import stretch_of
from clausier.amend.resolve import State, places, word_matches
from clausier.amend.words import Match, Spot, text_at
from clausier.model import operation as op
from clausier.model.provision import Alinea, Fragment, Provision, Table
from clausier.refs import Blocks, Column, HeadingPlace, Place, Row, Sentence, WholeProvision, at
from clausier.source.headings import number_key

# ("provision", id) · ("heading", id) · ("number", id) · ("status", id) · ("block", key) · ("row", key, n) · ("beside", …)
# · ("where", …) · ("taken", number): what an operation writes or leans on.
Thing = tuple[str, ...]


class Footprint(Struct, frozen=True, kw_only=True):
    """What one operation changes in a text, and what it needs to be there.

    `writes` are whole units and lines that it changes, `leans` those that it only needs (the article after which it
    inserts). `letters` are single stretches of characters that it changes, `words` those that it needs (the words behind
    which it adds others), each with the line that holds it.
    """

    writes: frozenset[Thing] = frozenset()
    leans: frozenset[Thing] = frozenset()
    letters: tuple[tuple[Thing, Spot, int, int], ...] = ()
    words: tuple[tuple[Thing, Spot, int, int], ...] = ()

    @property
    def things(self) -> frozenset[Thing]:
        """All that it changes or needs, as whole lines: two operations that share nothing of it do not touch each other."""
        return self.coarse().writes | self.coarse().leans

    def coarse(self) -> Footprint:
        """The same in whole lines: to be compared with that of another state of the text, where characters stand elsewhere."""
        written = frozenset(owner for owner, *_ in self.letters)
        leant_on = frozenset(owner for owner, *_ in self.words)
        return Footprint(writes=self.writes | written, leans=self.leans | leant_on)

    def touches(self, other: Footprint) -> bool:
        """Whether the two touch the same words."""
        return self._disturbs(other) or other._disturbs(self)

    def _disturbs(self, other: Footprint) -> bool:
        if self.writes & (other.writes | other.leans):
            return True
        if any(owner in self.writes for owner, *_ in (*other.letters, *other.words)):
            return True
        return any(
            spot == where and _overlap((start, end), (low, high))
            for _, spot, start, end in self.letters
            for _, where, low, high in (*other.letters, *other.words)
        )


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two stretches share a character, or are one and the same point."""
    return max(a[0], b[0]) < min(a[1], b[1]) or a == b


def footprint(operation: op.TextOperation, document: Provision) -> Footprint | None:
    """What `operation` touches in `document`; None where it does not fit there."""
    state = State(document, document)
    common = operation.common
    match operation:
        case op.Substitute(targets=targets, words=words, count=count):
            found, problems = word_matches(words, "mots", targets, count, common, state)
            return None if problems else Footprint(letters=_letters(document, found))
        case op.AddWords(targets=targets, anchor=anchor, before=before, count=count):
            found, problems = word_matches(anchor, "après", targets, count, common, state)
            points = tuple(Match(m.spot, m.start if before else m.end, m.start if before else m.end) for m in found)
            if problems:
                return None
            return Footprint(letters=_letters(document, points), words=_letters(document, found))
        case _:
            struck: list[Place] = []
            for target in operation.targets:
                resolved, problems = places(target, common, state)
                if problems:
                    return None
                struck.extend(resolved)
            beside = _beside(operation, state)
            return _of_structure(operation, document, struck, beside) if beside is not None else None


def _beside(operation: op.TextOperation, state: State) -> tuple[Place, ...] | None:
    if not isinstance(operation, op.Move):
        return ()
    found, problems = places(operation.anchor, operation.common, state)
    return None if problems else found


def _of_structure(
    operation: op.TextOperation, document: Provision, struck: list[Place], beside: tuple[Place, ...]
) -> Footprint:
    everything = frozenset(t for p in struck for t in _whole(p, document))
    lean = frozenset(t for p in struck for t in _itself(p, document))
    sentences = (Match(Spot(p.path, p.block), p.start, p.end) for p in struck if isinstance(p, Sentence))
    inside = _letters(document, sentences)
    match operation:
        case op.Replace(payload=payload) if stretch_of(struck, payload, document):
            return Footprint(writes=everything | _taken(payload))
        case (
            op.Replace()
            | op.Repeal()
            | op.Delete()
            | op.Restore()
            | op.Split()
            | op.Join()
            | op.SetRow()
            | op.DeleteRow()
        ):
            return Footprint(writes=everything, letters=inside)
        case op.Append(payload=payload):
            status = _held(struck, document, payload, beside=False)
            return Footprint(writes=_taken(payload), leans=lean | status, words=inside)
        case op.InsertBeside(payload=payload, before=before):
            side = "before" if before else "after"
            points = frozenset(("beside", side, *t) for t in lean)
            return Footprint(
                writes=points | _taken(payload),
                leans=lean | _where(lean) | _held(struck, document, payload, beside=True),
                words=inside,
            )
        case op.AddRow(after=after):
            return Footprint(writes=frozenset(("beside", after, *t) for t in lean if after), leans=lean)
        case op.Retitle():
            return Footprint(writes=frozenset(("heading", at(document, p.path).id) for p in struck))
        case op.Renumber(numbers=numbers):
            own = frozenset(("number", q.id) for p in struck for q in at(document, p.path).walk())
            labels = frozenset(("label", *t) for t in lean if t[0] == "block")
            return Footprint(writes=own | labels | frozenset(("taken", number_key(n)) for n in numbers), leans=lean)
        case op.Move(before=before):
            anchors = frozenset(t for p in beside for t in _itself(p, document))
            points = frozenset(("beside", "before" if before else "after", *t) for t in anchors)
            return Footprint(writes=_where(lean) | points, leans=lean | anchors | _where(anchors))
        case op.Suspend() | op.Expire():
            return Footprint(writes=frozenset(("status", *t[1:]) for t in everything if t[0] in {"provision", "block"}))
        case op.Substitute() | op.AddWords():
            return Footprint()
        case _:
            assert_never(operation)


def _where(things: frozenset[Thing]) -> frozenset[Thing]:
    """The places of the things in the order of the text, apart from what they say."""
    return frozenset(("where", *t) for t in things)


def _held(places: list[Place], document: Provision, payload: Fragment, *, beside: bool) -> frozenset[Thing]:
    """The status of what will hold the new units, inside or beside `places`, whose fate they share; paragraphs have none."""
    units = payload.children or any(isinstance(b, Alinea) and b.item for b in payload.blocks)
    return frozenset(t for p in places for t in _holder(p, document, beside=beside)) if units else frozenset()


def _holder(place: Place, document: Provision, *, beside: bool) -> Iterator[Thing]:
    match place:
        case WholeProvision(path):
            yield ("status", at(document, path[:-1] if beside else path).id)
        case Blocks(path, start):
            lines = [b for b in at(document, path).blocks[: start + 1] if isinstance(b, Alinea)]
            own = lines[-1] if lines else None
            above = (b for b in reversed(lines) if own and b.depth < own.depth)
            holder = next(above, None) if beside else own
            if holder and holder.item:
                yield ("status", holder.key)
        case _:
            return


def _taken(payload: Fragment) -> frozenset[Thing]:
    return frozenset(("taken", number_key(p.number)) for c in payload.children for p in c.walk() if p.number)


def _whole(place: Place, document: Provision) -> Iterator[Thing]:
    """All that goes where what stands at `place` is overwritten."""
    owner = at(document, place.path)
    match place:
        case WholeProvision():
            for provision in owner.walk():
                yield from (("provision", provision.id), ("heading", provision.id), ("status", provision.id))
                for block in provision.blocks:
                    yield from _block(block)
        case HeadingPlace():
            yield ("heading", owner.id)
        case Blocks(start=start, end=end):
            for block in owner.blocks[start:end]:
                yield from _block(block)
        case Row(block=index, row=row):
            yield ("row", owner.blocks[index].key, str(row))
        case Sentence() | Column():
            return  # the letters of a sentence are told apart; of a column nothing but words is changed


def _block(block: object) -> Iterator[Thing]:
    key = str(getattr(block, "key", ""))
    yield ("block", key)
    yield ("status", key)
    if isinstance(block, Table):
        yield from (("row", key, str(n)) for n in range(len(block.rows)))


def _itself(place: Place, document: Provision) -> Iterator[Thing]:
    """What has to be there for something to be put at its end or beside it."""
    owner = at(document, place.path)
    match place:
        case WholeProvision():
            yield ("provision", owner.id)
        case HeadingPlace():
            yield ("heading", owner.id)
        case Blocks(start=start, end=end):
            yield ("block", owner.blocks[start].key)
            yield ("block", owner.blocks[end - 1].key)
        case Row(block=index, row=row):
            yield ("row", owner.blocks[index].key, str(row))
        case Sentence() | Column():
            return  # the words of a sentence are leant on; beside a column nothing is put


def _letters(document: Provision, found: Iterable[Match]) -> tuple[tuple[Thing, Spot, int, int], ...]:
    """Each stretch with what holds it: its heading, its line or its row."""
    return tuple((_holds(document, match.spot), match.spot, match.start, match.end) for match in found)


def _holds(document: Provision, spot: Spot) -> Thing:
    owner = at(document, spot.path)
    if spot.block < 0:
        return ("heading", owner.id)
    key = owner.blocks[spot.block].key
    return ("row", key, str(spot.row)) if spot.row >= 0 else ("block", key)


def overwritten(touched: Footprint, document: Provision) -> frozenset[str]:
    """The origins of the words, headings, numbers and statuses of `document` that the footprint's operation overwrites."""
    origins: set[str] = set()
    for provision in document.walk():
        if ("heading", provision.id) in touched.writes and provision.heading:
            origins.update(provision.heading.origins())
        if ("number", provision.id) in touched.writes:
            origins.add(provision.number_origin)
        if ("status", provision.id) in touched.writes and provision.status_origin:
            origins.add(provision.status_origin)
        for block in provision.blocks:
            if isinstance(block, Alinea) and ("block", block.key) in touched.writes:
                origins.update(block.text.origins())
            if isinstance(block, Table):
                for n, row in enumerate(block.rows):
                    if ("row", block.key, str(n)) in touched.writes:
                        origins.update(o for cell in row for o in cell.origins())
    for _, spot, start, end in touched.letters:
        origins.update(text_at(spot, document).slice(start, end).origins())
    return frozenset(origins)
