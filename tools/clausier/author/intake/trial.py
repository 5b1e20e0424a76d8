"""One article of an act while it is read: operations as they would be written, tried on the text in force."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from msgspec import Struct

from clausier.author.intake.questions import Choice, Question
from clausier.author.intake.quoting import Quoted
from clausier.author.intake.writing import operation_yaml
from clausier.consolidate.states import run
from clausier.diagnostics import Diagnostic, has_errors
from clausier.french import Written
from clausier.french.orders import Keys
from clausier.model.act import Act
from clausier.model.operation import Operation, TextOperation
from clausier.model.provision import Provision
from clausier.source.dates import Known as Dates
from clausier.source.operations import read_operations
from clausier.source.schema import check_node
from clausier.source.verbs import ROWS, TAKE_TEXT
from clausier.source.yaml import Mapping, read_yaml

_DATES = Dates(None, {})


class Known(Struct, frozen=True, kw_only=True):
    """What an article is read with: the days and the title by which sentences name the convention, its members, by id, its amendments.

    `elsewhere` are the sentences whose new text, and whose operation, stand in another article of the act.
    """

    days: tuple[datetime.date, ...] = ()
    title: str = ""
    parties: dict[str, str] = {}
    acts: tuple[Act, ...] = ()
    elsewhere: frozenset[str] = frozenset()


class Try(Struct, kw_only=True):
    """One article of an act while its sentences are read one after the other, and the operations that were chosen for them."""

    markdown: str
    provision: Provision
    before: Provision
    quotations: list[Quoted]
    earlier: tuple[TextOperation, ...]  # of the articles before it, of the same act
    chosen: list[Keys]
    known: Known
    several: bool  # whether several of its sentences give orders
    ask: Callable[[Question], Choice | None]  # the person, where there is one


def as_written(way: Written, rank: int | None, says: str, following: int) -> Keys:
    """The keys of an operation that takes the quotation of that rank; `following` is the rank that it takes where it gives none."""
    taken = (("citation", rank + 1),) if rank is not None and rank != following else ()
    return (*way.keys, *taken, *((("dit", says),) if says else ()))


def shown(operation: Keys) -> str:
    """An operation on one line."""
    return ", ".join(line.strip().removeprefix("- ") for line in operation_yaml(operation))


def following(work: Try) -> int:
    """The rank of the quotation that the next operation takes where it gives none."""
    following = 0
    for operation in work.chosen:
        keys = dict(operation)
        if any(verb in keys for verb in (*TAKE_TEXT, *ROWS)):
            following = int(keys["citation"]) if "citation" in keys else following + 1
    return following


class Amiss(Struct, frozen=True):
    """Why operations do not fit the text: what is said of it, and the code of that finding, if it is one of the check."""

    why: str
    code: str = ""


def tried(operations: tuple[Keys, ...], work: Try, act: str) -> Provision | Amiss:
    """The text after the operations, read as they would be written; or why one does not fit."""
    read, found = _read(operations, work, act)
    if has_errors(found) or len(read) != len(operations):
        return _amiss(found)
    mine = tuple(o for o in read if isinstance(o, TextOperation))
    for operation in mine:
        payload = getattr(operation, "payload", None)
        first = next(
            (line for p in (payload.blocks if payload else ()) for line in [getattr(p, "text", None)] if line), None
        )
        if first is not None and first.chars.startswith("«") and first.chars.count("«") > first.chars.count("»"):
            return Amiss("les guillemets du texte nouveau ne sont pas certains")
    result = run((*work.earlier, *mine), work.before)
    if has_errors(result.findings):
        return _amiss(result.findings)
    return result.document


def _read(operations: tuple[Keys, ...], work: Try, act: str) -> tuple[tuple[Operation, ...], tuple[Diagnostic, ...]]:
    text = "opérations:\n" + "\n".join(line for o in operations for line in operation_yaml(o)) + "\n"
    node, found = read_yaml("", text)
    if not isinstance(node, Mapping) or has_errors(found):
        return (), found
    checked, found = check_node(node, "article-avenant")
    if not isinstance(checked, Mapping) or has_errors(found):
        return (), found
    read, problems = read_operations(checked, work.provision, act, _DATES)
    # What a later operation is yet to take is not left over.
    return read, tuple(p for p in problems if p.code.id != "AMD115")


def texts(work: Try, act: str) -> tuple[TextOperation, ...]:
    """The operations chosen so far, as they are read."""
    read, _ = _read(tuple(work.chosen), work, act) if work.chosen else ((), ())
    return tuple(o for o in read if isinstance(o, TextOperation))


def _amiss(found: Iterable[Diagnostic]) -> Amiss:
    first = next((d for d in found if d.severity == "error"), None)
    return Amiss(first.message.text("fr"), first.code.id) if first else Amiss("ne peut pas s’écrire")
