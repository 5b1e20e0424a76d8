"""Dates as the sources write them → typed dates."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from collections.abc import Mapping as Table

from msgspec import Struct
from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Filled, Message, report
from clausier.diagnostics import codes_files as codes
from clausier.model.dates import Date, Pending, When, day, following
from clausier.source.schema.days import bad_date
from clausier.source.yaml import Mapping, Node, Scalar
from clausier.text.words import closest

THE_ACT = Message(fr="l’acte", en="the act")
THE_CONVENTION = Message(fr="la convention", en="the convention")
THE_OPERATION = Message(fr="l’opération", en="the operation")
THE_TERM = Message(fr="le terme de la convention", en="the end of the convention")
THE_END = Message(fr="le terme de l’opération", en="the end of the operation")


class Known(Struct, frozen=True):
    """What a date may rest on: the signature of its act, and the events that have been recorded; how the act spells their names.

    `lacking`: of a signed act whose formalities are not complete, the parties that have yet to do theirs, by the formality
    that waits for them.
    """

    signed: When | None
    events: Table[str, When]
    signatures: When | None = None  # the last of the parties' own, where all are recorded
    binding: When | None = None  # the last formality of all parties, where all are recorded
    lacking: Table[str, tuple[str, ...]] = {}
    spelt: Callable[[str], str] = str


def read_day(node: Node) -> tuple[When | None, tuple[Diagnostic, ...]]:
    """A day, a month, a year, or an interval with its reason; None and why where it is none.

    What the schema does not admit as a date has been reported with it, and so has a value that is missing.
    """
    if isinstance(node, Scalar):
        if node.missing:
            return None, ()
        found = day(node.value)
        return (found, ()) if found else (None, (bad_date(node.span, node.value),))
    if not isinstance(node, Mapping):
        return None, ()
    bounds: list[When] = []
    diagnostics: list[Diagnostic] = []
    for key in ("pas-avant", "pas-après"):
        value = node.get(key)
        if isinstance(value, Scalar):
            found, problems = read_day(value)
            diagnostics.extend(problems)
            if found:
                bounds.append(found)
    if len(bounds) != 2:
        return None, tuple(diagnostics)
    first, last = bounds[0].first, bounds[1].last
    if first > last:
        return None, (report(codes.BAD_INTERVAL, node.span, first=str(first), last=str(last)),)
    words = f"{bounds[0].words}/{bounds[1].words}"
    return When(first=first, last=last, reason=node.text("motif"), words=words), ()


def read_date(node: Node, known: Known, of: Message) -> tuple[Date | None, tuple[Diagnostic, ...]]:
    """Any date of 3.4, `of` something. An event that is not recorded, or formalities that are missing, give a pending date."""
    match node:
        case Scalar(value="signature"):
            return known.signed or Pending(because="signature"), ()
        case Scalar(value="dernière-signature"):
            return _upon_formalities(node, known.signatures, known, of)
        case Scalar(value="caractère-exécutoire"):
            return _upon_formalities(node, known.binding, known, of)
        case Mapping() if (base := node.get("présumée")) is not None:
            found, problems = read_date(base, known, of)
            reason = node.text("motif")
            if isinstance(found, When):
                why = "\u00a0; ".join(part for part in (found.reason, reason) if part)
                found = replace(found, presumed=True, reason=why)
            note = report(codes.PRESUMED, node.span, base=base.value if isinstance(base, Scalar) else "", reason=reason)
            return found, (*problems, note)
        case Mapping() if (event := node.get("événement")) is not None:
            return _upon_event(node, event, known, of)
        case _:
            return read_day(node)


def _upon_formalities(
    node: Scalar, when: When | None, known: Known, of: Message
) -> tuple[Date, tuple[Diagnostic, ...]]:
    """The day on which the formalities were complete; while they are not, what it waits for, and whose are missing."""
    date = Pending(because=node.value)
    if when is not None:
        return replace(when, upon=(date, when.first)), ()
    if node.value not in known.lacking:
        return date, ()
    signatures = node.value == "dernière-signature"
    missing: Filled | Message = codes.SIGNATORIES
    help_: Filled | Message = codes.NAME_THEM
    if parties := known.lacking[node.value]:
        missing = (codes.SIGNATURES if signatures else codes.FORMALITIES).fill(parties=", ".join(parties))
        help_ = (codes.DATE_SIGNATURES if signatures else codes.DATE_FORMALITIES).fill(party=parties[0])
    return date, (report(codes.FORMALITIES_AWAITED, node.span, what=of, missing=missing, help=help_),)


def _upon_event(node: Mapping, event: Node, known: Known, of: Message) -> tuple[Date | None, tuple[Diagnostic, ...]]:
    name = event.value if isinstance(event, Scalar) else ""
    when = known.events.get(name)
    awaited = Pending(because=name, words=known.spelt(name))
    if when is None and name not in {"signature", "dernière-signature", "caractère-exécutoire"}:
        help_ = codes.ANOTHER_EVENT.fill(near=near, name=name) if (near := _misspelt(name, known.events)) else None
        return awaited, (report(codes.UNKNOWN_EVENT, event.span, help=help_, name=name, what=of),)
    if when is not None:
        when = replace(when, upon=(awaited, when.first))
    else:
        base, problems = read_date(event, known, of)
        if not isinstance(base, When):
            return base, problems
        when = base
    if (then := _THEN.get(node.text("puis"))) is not None:
        when = replace(when, first=then(when.first), last=then(when.last))
    earliest = node.get("au-plus-tôt")
    if earliest is not None:
        floor, problems = read_day(earliest)
        if floor is None:
            return None, problems
        when = replace(when, first=max(when.first, floor.first), last=max(when.last, floor.last))
    return when, ()


def _misspelt(name: str, recorded: Table[str, When]) -> str:
    """The recorded event that `name` seems to be, but for a slip in a word; not the same thing of another party (`adhesion-d`)."""
    near = closest(name, sorted(recorded), likeness=0.8)
    pairs = list(zip(name.split("-"), near.split("-"), strict=False))
    alike = len(name.split("-")) == len(near.split("-")) and all(a == b or min(len(a), len(b)) > 3 for a, b in pairs)
    return near if alike else ""


def _next_month(date: datetime.date) -> datetime.date:
    return datetime.date(date.year + date.month // 12, date.month % 12 + 1, 1)


# What may follow an event (`puis`).
_THEN = {"lendemain": following, "premier-du-mois-suivant": _next_month}
