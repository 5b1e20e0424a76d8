"""Whether an operation does what an order says, in the text that the operation meets.

Places are compared by what they are in that text, and operations by what they make of it: « 8.1, al. 2 » and « 8.1, al. 5 » are
one place where the list of the first alinéa is counted with it, and so are an article and its only alinéa.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from clausier.check.agreement.candidates import Ordered, operation_of
from clausier.check.agreement.reach import bearing, every, found_in, may_be_a_part, reaches_each, within
from clausier.check.agreement.scene import Scene, effect
from clausier.french import Written
from clausier.model import operation as op
from clausier.model.provision import Alinea, Lacuna, Provision, Quotation, Table
from clausier.model.target import Target
from clausier.refs import Row, at
from clausier.refs.by_rank import by_rank
from clausier.refs.differences import apart
from clausier.source.headings import number_key
from clausier.source.verbs import ROWS
from clausier.text.typography import fold, same
from clausier.text.words import occurrences

_TARGETS = frozenset({"common", "targets", "count"})


def agrees(ordered: Ordered, operation: op.TextOperation, scene: Scene) -> bool:
    """Whether the operation does what is ordered, however it is written."""
    # « Ancienne rédaction : … Nouvelle rédaction : … »: the new words may be quoted, and brought, as a text.
    as_a_text = bool(ordered.order.words) and ordered.rank is None and isinstance(operation, op.Replace)
    if not as_a_text and not _takes_the_same(ordered.rank, operation.common.quotation, scene):
        return False
    if _loosely(ordered, operation, scene):
        return True
    # Where it can be done at once, what others do before it must not pass for its own.
    alone = scene.alone if effect(operation, scene.alone) is not None else scene
    made = effect(operation, alone)
    others = (effect(one, alone) for one in _candidates(ordered, operation, scene))
    return made is not None and any(other is not None and looks_alike(made, other) for other in others)


def fits(ordered: Ordered, like: op.Common, scene: Scene) -> bool:
    """Whether what is ordered can be done to the text: if not, what the sentence names is not certain."""
    for way in ordered.ways:
        if way.inner or (way.named and not _bears(way, scene)):
            continue  # « le 2e paragraphe « Taux » »: what is quoted may tell another than the rank
        one = operation_of(way, like, scene.payload(ordered.rank), count=1)
        many = operation_of(way, like, scene.payload(ordered.rank), count=None)
        if any(effect(o, scene) is not None for o in (one, many) if o is not None):
            return True
        if one is None and all(_may_hold(way, words, scene) for words in way.targets):
            return True
    return False


def _may_hold(way: Written, words: str, scene: Scene) -> bool:
    """Whether the text has the place of an operation that is not made here; of one on a row, a table there."""
    for document in (scene.now, scene.before):
        for place in found_in(words, (document,)):
            if way.verb not in ROWS or isinstance(place, Row) or at(document, place.path).tables:
                return True
    return False


def one_reading(ordered: Ordered, ways: tuple[Written, ...], like: op.Common, scene: Scene) -> bool:
    """Whether there are ways to write what is ordered, and all do the same: « III », « III. » and « III) » name one part."""
    if len({(way.verb, way.targets) for way in ways}) < 2:
        return bool(ways)
    made = [_made(way, ordered, like, scene) for way in ways]
    return made[0] is not None and all(one == made[0] for one in made[1:])


def _made(way: Written, ordered: Ordered, like: op.Common, scene: Scene) -> Provision | None:
    """The text after what one way to write the order does, to the one place or to all."""
    ways = (operation_of(way, like, scene.payload(ordered.rank), count=count) for count in (1, None))
    return next((text for o in ways if o and (text := effect(o, scene)) is not None), None)


def _bears(way: Written, scene: Scene) -> bool:
    """Whether a unit that the sentence numbers has the heading that it gives; one whose heading is not at hand may."""
    numbers = {number_key(step) for target in way.targets for step in target.split(", ")}
    units = bearing(numbers, scene.before)
    return any(p.heading is None or occurrences(p.heading.chars, way.named) for p in units)


def looks_alike(one: Provision, other: Provision) -> bool:
    """Whether a reader sees the same in both texts; what they share need not be looked at."""
    mine, theirs = apart(one.children, other.children)
    return tuple(_seen(replace(one, children=mine))) == tuple(_seen(replace(other, children=theirs)))


def _candidates(ordered: Ordered, operation: op.TextOperation, scene: Scene) -> Iterator[op.TextOperation]:
    count = getattr(operation, "count", 1)
    brought = scene.payload(ordered.rank)
    for way in ordered.ways:
        one = operation_of(way, operation.common, brought, count=count)
        if one is not None:
            yield one


def same_but_for_places(one: op.TextOperation, other: op.TextOperation) -> bool:
    """Whether two operations are alike, their targets and how often words must be found aside."""
    return type(one) is type(other) and all(
        _same_value(_compared(name, one), _compared(name, other))
        for name in one.__struct_fields__
        if name not in _TARGETS
    )


def _compared(name: str, operation: op.TextOperation) -> object:
    """A field as it is compared: numbers as numbers are, « L. 4 » and « L.4 » being one."""
    value = getattr(operation, name)
    if name == "numbers":
        return tuple(map(number_key, value))
    return number_key(value) if name == "number" else value


def _same_value(one: object, other: object) -> bool:
    if isinstance(one, Target) and isinstance(other, Target):
        return one.steps == other.steps
    return same(one, other) if isinstance(one, str) and isinstance(other, str) else one == other


def _takes_the_same(rank: int | None, quotation: int | None, scene: Scene) -> bool:
    return rank == quotation or (
        rank is not None and quotation is not None and scene.payload(rank) == scene.payload(quotation)
    )


def _loosely(ordered: Ordered, operation: op.TextOperation, scene: Scene) -> bool:
    """Where a sentence leaves the place, or how it is written, to the reader: whether the operation is one way to read it."""
    verbs = {way.verb for way in ordered.ways}
    details = [dict(way.details) for way in ordered.ways]
    match ordered.order.verb, operation:
        case "create", op.InsertBeside(payload=brought) | op.Append(payload=brought) | op.Restore(payload=brought):
            heads = [number_key(child.number) for child in brought.children[:1]]
            return (
                not heads or not ordered.order.made or heads == [number_key(ordered.order.made.removeprefix("annexe "))]
            )
        case (("words_at_end" | "words_at_start"), op.AddWords(new=new) | op.Substitute(new=new)):
            at_end = ordered.order.verb == "words_at_end"
            said = any(_at_the(new, detail["mots"], at_end=at_end) for detail in details)
            return (
                said and within(ordered, operation.targets, scene) and reaches_each(ordered, operation.targets, scene)
            )
        case "line_after_words", op.InsertBeside():
            return within(ordered, operation.targets, scene)
        case "complete_lines", op.Append() | op.InsertBeside():
            return len(ordered.place) > 1 and within(ordered, operation.targets, scene)
        case (("replace_words" | "delete_words" | "added_after" | "added_before"), op.Substitute() | op.AddWords()):
            same_words = any(same_but_for_places(one, operation) for one in _candidates(ordered, operation, scene))
            lies = same_words and not ordered.order.everywhere and within(ordered, operation.targets, scene)
            return lies and reaches_each(ordered, operation.targets, scene)
        case "delete", op.Delete(targets=targets):
            # « Le 3° est supprimé » may leave nothing of it, so that what follows takes its label: named by its rank.
            named = [by_rank(words, scene.before) for way in ordered.ways for words in way.targets]
            return tuple(named) == tuple(target.words for target in targets)
        case _, op.SetRow() | op.DeleteRow() if operation.common.verb in verbs:
            return within(ordered, operation.targets, scene)
        case "modify", op.Replace() | op.Append() | op.InsertBeside() | op.SetRow() | op.AddRow():
            return may_be_a_part(ordered, scene) and within(ordered, operation.targets, scene)
        case _, op.AddRow(after=after):
            said = any(same(detail.get("après", ""), after) for detail in details)
            return operation.common.verb in verbs and said and within(ordered, operation.targets, scene)
        case (("split" | "join"), op.Split(number=number) | op.Join(number=number)):
            said = any(number_key(detail.get("en", number)) == number_key(number) for detail in details)
            if not (operation.common.verb in verbs and said):
                return False
            all_of_them = isinstance(operation, op.Split) or every(ordered, operation.targets, scene)
            return all_of_them and within(ordered, operation.targets, scene)
        case _:
            return False


def _at_the(new: str, words: str, *, at_end: bool) -> bool:
    """Whether new words are those that are to stand at the end (or at the start), perhaps with words that stood there."""
    whole, part = fold(new).chars.strip(" .;,:"), fold(words).chars.strip(" .;,:")
    return bool(part) and (whole.endswith(part) if at_end else whole.startswith(part))


def _seen(document: Provision) -> Iterator[object]:
    for part in document.walk():
        heading = part.heading.chars if part.heading else ""
        yield (_bare(part.prefix), number_key(part.number), _bare(heading), part.status)
        for block in part.blocks:
            match block:
                case Alinea(text=text, label=label, depth=depth, item=item, status=status):
                    yield (_bare(text.chars), label.chars if label else "", depth, item, status)
                case Table(rows=rows):
                    yield tuple(tuple(_bare(cell.chars) for cell in row) for row in rows)
                case Lacuna() | Quotation():
                    yield type(block).__name__


def _bare(words: str) -> str:
    return fold(words).chars.strip()
