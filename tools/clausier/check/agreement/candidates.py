"""An order of a sentence → the operations that may stand for it beside the sentence, each in one of the ways to write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from clausier.diagnostics import Span
from clausier.french import Order, Part, Written
from clausier.french.order import OUTER
from clausier.model import operation as op
from clausier.model.provision import Alinea, Fragment, Provision
from clausier.model.target import NthAlinea, NthSentence, Target, Through
from clausier.refs.ways import item_before, ways_of
from clausier.source.headings import read_heading
from clausier.source.quotations import as_said, bears
from clausier.source.targets import read_target
from clausier.source.verbs import ROWS, TAKE_TEXT, numbers_of, with_text
from clausier.source.yaml import Scalar
from clausier.text import Text

_NOWHERE = Span("")


class Ordered(Struct, frozen=True, kw_only=True):
    """One order of a sentence: each way to write it, and the rank in its article of the new text that it takes."""

    sentence: int
    order: Order
    ways: tuple[Written, ...]
    rank: int | None

    @property
    def place(self) -> tuple[Part, ...]:
        """What the sentence names, from the outermost part."""
        return self.order.place


def ways_in(order: Order, quotations: tuple[str, ...], text: Provision) -> tuple[Written, ...]:
    """Each way to write `order` for `text`: those of an import, and those that a person may prefer, to the same effect.

    None of what moves the end that another operation gives.
    """
    if order.verb == "prolong":
        return ()
    found: dict[Written, None] = {}
    for way in ways_of(order, quotations, text):
        for one in _likewise(way, order, text):
            found[one] = None
    return tuple(found)


def _likewise(way: Written, order: Order, text: Provision) -> Iterator[Written]:
    yield way
    inner = order.place[-1].unit if order.place else ""
    if way.verb == "compléter" and (item := item_before(order, way.targets, text)):
        yield replace(way, verb="insérer-après", targets=(item,))
    if order.verb == "complete_sentence" and inner in OUTER and _ends_with_a_list(way.targets, text):
        yield replace(way, targets=tuple(t.removesuffix(", al. -1") for t in way.targets))
    heading = dict(way.details).get("intitulé", "")
    read = read_heading(Text(heading)) if way.verb == "renommer" else None
    if read is not None and read.heading.chars:
        yield replace(way, details=(("intitulé", read.heading.chars),))


def _ends_with_a_list(targets: tuple[str, ...], text: Provision) -> bool:
    number = targets[0].split(",")[0] if targets else ""
    owner = next((p for p in text.walk() if p.number == number), None)
    last = owner.blocks[-1] if owner and owner.blocks else None
    return last is not None and not (isinstance(last, Alinea) and not last.item)


def takers(ways: Sequence[tuple[Written, ...]], quotations: int) -> tuple[int, ...]:
    """Which of the orders of a sentence take the new texts quoted behind it: rows only where they do not give their cells."""
    verbs = [way[0].verb if way else "" for way in ways]
    takes = tuple(n for n, verb in enumerate(verbs) if verb in TAKE_TEXT)
    with_rows = tuple(n for n, verb in enumerate(verbs) if verb in {*TAKE_TEXT, *ROWS})
    return takes if len(takes) == quotations else with_rows


def operation_of(
    way: Written, like: op.Common, payload: Fragment | None, *, count: int | None
) -> op.TextOperation | None:
    """The operation that `way` writes, under the name and dates of another; None where it writes none for certain."""
    targets = _targets(way.targets)
    details = dict(way.details)
    if not targets:
        return None
    common = replace(like, verb=way.verb, quotation=None)
    if way.verb in TAKE_TEXT:
        return _with_text(way, common, targets, payload)
    many = None if details.get("occurrences") else count
    match way.verb:
        case "remplacer-mots":
            return op.Substitute(common=common, targets=targets, words=details["mots"], new=details["par"], count=many)
        case "supprimer-mots":
            return op.Substitute(common=common, targets=targets, words=details["mots"], new="", count=many)
        case "insérer-mots" if "à" not in details:
            before = "avant" in details
            words = details["avant" if before else "après"]
            return op.AddWords(
                common=common, targets=targets, anchor=words, new=details["mots"], before=before, count=count
            )
        case "supprimer":
            return op.Delete(common=common, targets=targets)
        case "abroger":
            return op.Repeal(common=common, targets=targets)
        case "renommer" if "intitulé" in details:
            return op.Retitle(common=common, targets=targets, heading=details["intitulé"])
        case "renuméroter" if "en" in details:
            return op.Renumber(common=common, targets=targets, numbers=tuple(numbers_of(details["en"].split(", "))))
        case "déplacer":
            before = "avant" in details
            anchor = _targets((details["avant" if before else "après"],))
            return op.Move(common=common, targets=targets, anchor=anchor[0], before=before) if anchor else None
        case "suspendre":
            return op.Suspend(common=common, targets=targets)
        case "expirer":
            return op.Expire(common=common, targets=targets)
        case _:
            return None


def _with_text(
    way: Written, common: op.Common, targets: tuple[Target, ...], payload: Fragment | None
) -> op.TextOperation | None:
    details = dict(way.details)
    targets = _as_one(targets)  # one text takes the place of all
    if payload is None or "mots" in details:
        return None
    numbers = details.get("en", "").split(", ")
    if len(numbers) > 1 and bears(payload, numbers):
        del details["en"]
    number, heading = (Scalar(details[key], _NOWHERE) if key in details else None for key in ("en", "intitulé"))
    payload, problems = as_said(payload, number, heading)
    return None if problems else with_text(common, targets, payload)


def _targets(written: tuple[str, ...]) -> tuple[Target, ...]:
    """The targets as typed; none where one of them names nothing."""
    read = [read_target(words, _NOWHERE)[0] for words in written]
    return tuple(t for t in read if t is not None) if None not in read else ()


def _as_one(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """Alinéas, or sentences, that follow each other as one stretch."""
    first, last = targets[0], targets[-1]
    ends = [t.steps[-1] for t in targets if t.steps]
    ranks = [step.n for step in ends if isinstance(step, (NthAlinea, NthSentence))]
    run_on = len(ranks) == len(targets) > 1 and ranks == list(range(ranks[0], ranks[0] + len(ranks)))
    if not run_on or any(t.steps[:-1] != first.steps[:-1] for t in targets):
        return targets
    stretch = Through(first.steps[-1], last.steps[-1])  # type: ignore[arg-type]  # both are of one rank
    return (replace(first, steps=(*first.steps[:-1], stretch)),)
