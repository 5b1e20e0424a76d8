"""The orders of an article's sentences and the operations beside them → which agree, which do not, and what is left over."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.check.agreement.candidates import Ordered, operation_of, takers, ways_in
from clausier.check.agreement.compare import agrees, fits, same_but_for_places
from clausier.check.agreement.scene import Scene
from clausier.check.agreement.sentences import Sentence, says_of
from clausier.french import Order, Written
from clausier.model import operation as op
from clausier.model.provision import Provision
from clausier.refs import Place, find
from clausier.refs.lines.ranked import by_rank
from clausier.refs.lines.section import lines_of
from clausier.text.typography import fold
from clausier.text.words import occurrences

_MOST = 400  # pairs whose effects are compared; an article with more has its orders and operations told apart by their words
_MOST_TRIED = 100  # orders without an operation: of more, it is not asked whether the text has their places
_TOGETHER = (op.Substitute, op.AddWords, op.Delete, op.Repeal, op.Retitle, op.Renumber, op.Suspend, op.Expire)
_Atom = tuple[str, tuple[str, ...], Place]


class Paired(Struct, frozen=True, kw_only=True):
    """What is not in agreement: an order and the operation in its place, orders without one, operations without one.

    `unread` are the sentences of which it is not certain what they order.
    """

    differing: tuple[tuple[Ordered, op.TextOperation], ...]
    unfollowed: tuple[Ordered, ...]
    unordered: tuple[op.TextOperation, ...]
    unread: tuple[Sentence, ...]


def paired(
    sentences: tuple[Sentence, ...],
    operations: tuple[op.TextOperation, ...],
    scenes: dict[str, Scene],
    like: op.Common,
    *,
    of_act: tuple[op.TextOperation, ...],
    before: Scene,
    after: Scene,
) -> Paired:
    """The pairs of an article. `scenes` are those of its operations, by their ids; `of_act` are all operations of the act.

    An order that has no operation is tried, under the name of `like`, `before` the act and `after` it.
    """
    orders, unread = _orders(sentences, before)
    left, free = _alike(orders, operations, like, before)
    left = [_placed(one, sentences[one.sentence], like, before, after) for one in left]
    left, free = _alike(left, tuple(free), like, before)
    left, free = _together(left, free, before.before)
    if len(left) * len(free) <= _MOST:
        left = list(_left(left, free, scenes))
    free = [o for o in free if not _names_what_it_brings(o, before)]
    if any(o.rank is None for o in left):
        mine = {o.common.id for o in operations}
        elsewhere = tuple(o for o in of_act if o.common.id not in mine)
        # « Le présent avenant abroge l'article 9 » may open an act of which another article says so again.
        again, _ = _alike([o for o in left if o.rank is None], elsewhere, like, before)
        left = [o for o in left if o.rank is not None or any(o is one for one in again)]
    uncertain = [
        o for n, o in enumerate(left) if n >= _MOST_TRIED or not (fits(o, like, before) or fits(o, like, after))
    ]
    unread.extend(sentences[n] for n in dict.fromkeys(o.sentence for o in uncertain))
    left = [o for o in left if all(o is not one for one in uncertain)]
    differing = list(_differing(left, free, sentences, alone=not unread))
    left = [o for o in left if all(o is not one for one, _ in differing)]
    free = [p for p in free if all(p is not other for _, other in differing)]
    if free and not orders and not unread:
        unread.extend(sentences)
    return Paired(
        differing=tuple(differing), unfollowed=tuple(left), unordered=tuple(free), unread=tuple(dict.fromkeys(unread))
    )


def _orders(sentences: tuple[Sentence, ...], scene: Scene) -> tuple[list[Ordered], list[Sentence]]:
    orders: list[Ordered] = []
    unread: list[Sentence] = []
    for index, sentence in enumerate(sentences):
        ways = [_ways(order, sentence, scene) for order in sentence.orders]
        taking = takers(ways, len(sentence.ranks))
        if not sentence.understood or not all(ways) or len(taking) != len(sentence.ranks):
            unread.append(sentence)
            continue
        for n, (order, possible) in enumerate(zip(sentence.orders, ways, strict=True)):
            rank = sentence.ranks[taking.index(n)] if n in taking else None
            orders.extend(
                Ordered(sentence=index, order=order, ways=ways, rank=rank) for ways in _each_end(order.verb, possible)
            )
    return orders, unread


def _ways(order: Order, sentence: Sentence, scene: Scene) -> tuple[Written, ...]:
    ways = ways_in(order, sentence.quotations, scene.before)
    return ways if any(way.targets for way in ways) else _by_words(order, sentence, scene) or ways


def _placed(ordered: Ordered, sentence: Sentence, like: op.Common, before: Scene, after: Scene) -> Ordered:
    """An order with the ways to write it on the lines that its place names by what stands there, where no other fits the text."""
    by_words = replace(ordered, ways=_by_words(ordered.order, sentence, before))
    # Asked last: to know what the text is once the operations before have been made takes as long as they do.
    if set(by_words.ways) <= set(ordered.ways) or fits(ordered, like, before) or fits(ordered, like, after):
        return ordered
    return by_words if fits(by_words, like, before) else ordered


def _by_words(order: Order, sentence: Sentence, scene: Scene) -> tuple[Written, ...]:
    brought = [scene.payload(rank) for rank in sentence.ranks]
    wording = tuple("\n".join(lines_of(Provision(id="", kind="article", blocks=b.blocks))) for b in brought if b)
    placed = by_rank(order, sentence.quotations, wording, scene.before)
    return tuple(way for one in placed for way in ways_in(one, sentence.quotations, scene.before))


def _each_end(verb: str, ways: tuple[Written, ...]) -> tuple[tuple[Written, ...], ...]:
    """The ways to write an order; words put at the end of several places stand behind other words in each."""
    count = len(ways[0].targets)
    if verb not in {"words_at_end", "words_at_start"} or count < 2 or any(len(way.targets) != count for way in ways):
        return (ways,)
    return tuple(tuple(replace(way, targets=(way.targets[n],)) for way in ways) for n in range(count))


def _alike(
    orders: list[Ordered], operations: tuple[op.TextOperation, ...], like: op.Common, scene: Scene
) -> tuple[list[Ordered], list[op.TextOperation]]:
    """The orders and the operations that are left where each takes the other that is written alike."""
    by_place: dict[tuple[object, ...], list[op.TextOperation]] = {}
    for operation in operations:
        by_place.setdefault(_place(operation), []).append(operation)
    brought = {o.common.quotation: getattr(o, "payload", None) for o in operations}  # cut out already
    left: list[Ordered] = []
    done: set[str] = set()
    for order in orders:
        payload = None if order.rank is None else brought.get(order.rank) or scene.payload(order.rank)
        ways = [operation_of(way, like, payload, count=1) for way in order.ways]
        found = next(
            (
                operation
                for one in ways
                if one is not None
                for operation in by_place.get(_place(one), ())
                if operation.common.id not in done and same_but_for_places(one, operation)
            ),
            None,
        )
        if found is None:
            left.append(order)
        else:
            done.add(found.common.id)
    return left, [o for o in operations if o.common.id not in done]


def _place(operation: op.TextOperation) -> tuple[object, ...]:
    return (type(operation), *(target.steps for target in operation.targets))


def _left(orders: list[Ordered], free: list[op.TextOperation], scenes: dict[str, Scene]) -> Iterator[Ordered]:
    """The orders that no operation carries out, however it is written; those that do are taken out of `free`."""
    for order in orders:
        found = next((o for o in free if agrees(order, o, scenes[o.common.id])), None)
        if found is None:
            yield order
        else:
            free.remove(found)


def _together(
    orders: list[Ordered], free: list[op.TextOperation], text: Provision
) -> tuple[list[Ordered], list[op.TextOperation]]:
    """What is left where several operations do what one order says of several places, or one what several say."""
    mine = {o.common.id: _atoms(o, text) for o in free}
    possible = [[a for a in _alternatives(order, free, text) if a] for order in orders]
    asked: set[_Atom] = set()
    done = {atom for atoms in mine.values() for atom in atoms}
    while True:
        chosen = [next((a for a in alternatives if a <= done), None) for alternatives in possible]
        asked = {atom for found in chosen if found for atom in found}
        whole = {atom for atoms in mine.values() if atoms <= asked for atom in atoms}
        if whole == done:
            break
        done = whole  # an operation that does more than is asked carries out nothing
    left = [order for order, found in zip(orders, chosen, strict=True) if found is None]
    extra: list[op.TextOperation] = []
    for operation in free:
        atoms = mine[operation.common.id]
        if atoms and atoms <= asked:
            asked -= atoms  # a second operation that does the same is one too many
        else:
            extra.append(operation)
    return left, extra


def _alternatives(order: Ordered, free: list[op.TextOperation], text: Provision) -> Iterator[frozenset[_Atom]]:
    if order.rank is None and free:
        for way in order.ways:
            one = operation_of(way, free[0].common, None, count=None)
            if one is not None:
                yield _atoms(one, text)


def _atoms(operation: op.TextOperation, text: Provision) -> frozenset[_Atom]:
    """The operation place by place, with what it does there; none where a place is not certain, or it brings a text."""
    if not isinstance(operation, _TOGETHER):
        return frozenset()
    numbers = operation.numbers if isinstance(operation, op.Renumber) else ()
    each = len(numbers) == len(operation.targets)
    atoms: set[_Atom] = set()
    for n, target in enumerate(operation.targets):
        places = find(target, text)
        if not isinstance(places, tuple) or (numbers and not each):
            return frozenset()
        details = (numbers[n],) if numbers else tuple(_words(operation))
        atoms |= {(type(operation).__name__, details, place) for place in places}
    return frozenset(atoms)


def _words(operation: op.TextOperation) -> Iterator[str]:
    for name in operation.__struct_fields__:
        value = getattr(operation, name)
        if isinstance(value, (str, bool)):
            yield fold(str(value)).chars.strip()


def _names_what_it_brings(operation: op.TextOperation, scene: Scene) -> bool:
    """Whether it gives a heading that a new text of the article bears, which a sentence need not order apart."""
    if not isinstance(operation, op.Retitle):
        return False
    for rank in range(len(scene.quoted)):
        brought = scene.payload(rank)
        for child in brought.children if brought else ():
            if any(occurrences(part.title(), operation.heading) for part in child.walk()):
                return True
        first = (
            next((a.text.chars for a in Provision(id="", kind="article", blocks=brought.blocks).alineas), "")
            if brought
            else ""
        )
        if occurrences(first, operation.heading):
            return True
    return False


def _differing(
    orders: list[Ordered], free: list[op.TextOperation], sentences: tuple[Sentence, ...], *, alone: bool
) -> Iterator[tuple[Ordered, op.TextOperation]]:
    """Each order with the operation that is most likely meant for it; `alone` where every sentence is understood."""
    if len(orders) * len(free) > _MOST:
        return
    pairs = [(_likeness(o, p, sentences[o.sentence]), o, p) for o in orders for p in free]
    taken: list[Ordered | op.TextOperation] = []
    for score, order, operation in sorted(pairs, key=lambda pair: -pair[0]):
        if score >= (1 if alone else 2) and not any(t is order or t is operation for t in taken):
            taken += [order, operation]
            yield order, operation


def _likeness(order: Ordered, operation: op.TextOperation, sentence: Sentence) -> int:
    targets = tuple(t.words for t in operation.targets)
    return (
        5 * says_of(operation.common, sentence)
        + 4 * any(way.targets == targets for way in order.ways)
        + 2 * (order.rank is not None and order.rank == operation.common.quotation)
        + any(way.verb == operation.common.verb for way in order.ways)
    )
