"""The calendar: what comes back each year, what is counted from an event, what is due without a day; and the file of it to take away."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import suppress
from math import gcd

from msgspec import Struct
from msgspec.structs import replace

from clausier.decide.calendar import Due, Ending, agenda
from clausier.decide.events import recorded
from clausier.decide.rhythms import Recurrence, recurrences
from clausier.emit.dates import in_words
from clausier.emit.html import escape
from clausier.emit.icalendar import Entry, basic, icalendar
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.grounds import ground, lacunas
from clausier.emit.site.names import kind, listed, named
from clausier.emit.site.page import BEHIND, Page, block, framed, heading, kilobytes, listing, paragraph
from clausier.emit.site.rules import rhythm_words, said
from clausier.emit.site.text import original_note
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import NoSuchDayError
from clausier.rules.kinds import Deadline, Lasting, Norm
from clausier.rules.settled import understood
from clausier.rules.values import Duration
from clausier.text.numerals import MONTHS
from clausier.text.words import capitalised, enumerated

FILE = "calendrier.ics"
_PERIODS = {
    Duration(1, "day"): "du jour",
    Duration(7, "day"): "de la semaine",
    Duration(1, "week"): "de la semaine",
    Duration(1, "month"): "du mois",
    Duration(2, "month"): "des deux mois",
    Duration(3, "month"): "du trimestre",
    Duration(4, "month"): "du quadrimestre",
    Duration(6, "month"): "du semestre",
}


class _Schedule(Struct, frozen=True, kw_only=True):
    """What comes back, and what the recorded events give a day to, by the text in force."""

    recurring: tuple[Recurrence, ...]
    dated: tuple[Due | Ending, ...]


def _schedule(atlas: Atlas) -> _Schedule:
    """That of the text in force; each year is a civil one."""
    rules = atlas.rules.of(atlas.latest.id)
    counted = replace(atlas.rules, rules=tuple(rule for rule in rules if isinstance(rule.rule, Deadline | Lasting)))
    first = atlas.latest.first or atlas.timeline.periods[0].first
    dated: tuple[Due | Ending, ...] = ()
    with suppress(NoSuchDayError):  # what ends beyond year 9999 has no day that a calendar can hold
        found = agenda(counted, atlas.timeline, (first, datetime.date.max), recorded(atlas.corpus.acts))
        dated = tuple(item for item in found if isinstance(item, Due | Ending) and item.origin is not None)
    return _Schedule(recurring=recurrences(rules), dated=dated)


def _meaning(item: Recurrence | Due | Ending) -> str:
    """How a person puts what is assumed of its rule; "" where nothing is."""
    return ", ".join(understood(item.rule.rule, item.assumes))


def file(atlas: Atlas) -> bytes:
    """The calendar that other programs read: what comes back, and what has its day once."""
    return _file(_schedule(atlas), atlas)


def _file(found: _Schedule, atlas: Atlas) -> bytes:
    return icalendar((*_recurring(found, atlas), *_dated(found, atlas))).encode()


def _recurring(found: _Schedule, atlas: Atlas) -> Iterator[Entry]:
    for item in found.recurring:
        if not item.year or item.rule.valid is None:
            continue
        times = "une réunion" if item.rhythm.times == 1 else f"{item.rhythm.times} réunions"
        period = _PERIODS.get(item.rhythm.every, "de l’année")
        said = f"{named(item.rule.source.body, atlas)}\u00a0: dernier jour {period}, au moins {times}"
        key = ".".join((item.rule.id, *(case for _, case in item.assumes)))
        yield replace(_entry(item, key, item.year[0][1], said, atlas), rule=_rule_of(item))


def _dated(found: _Schedule, atlas: Atlas) -> Iterator[Entry]:
    for item in found.dated:
        if item.day is not None and item.origin is not None:
            key = ".".join((item.rule.id, item.origin.name, *(case for _, case in item.assumes)))
            yield _entry(item, key, item.day, _due(item, atlas), atlas)


def _due(item: Due | Ending, atlas: Atlas) -> str:
    """What its day means, in a sentence without its end."""
    assert item.origin is not None  # noqa: S101 - those of a schedule have one
    since = in_words(item.origin.day)
    if isinstance(item, Ending):
        what = named(item.rule.source.matter, atlas) if item.rule.source.matter else item.rule.id
        return f"{what}\u00a0: prend fin ce jour au soir (depuis {named(item.lasting.of, atlas)}, le {since})"
    limit = "dernier jour" if item.last else "premier jour possible"
    side = "avant" if item.deadline.side == "before" else "après"
    return f"{named(item.deadline.event, atlas)}\u00a0: {limit} ({side} {named(item.deadline.of, atlas)}, le {since})"


def _entry(item: Recurrence | Due | Ending, key: str, day: datetime.date, said: str, atlas: Atlas) -> Entry:
    rule = item.rule
    understood = _meaning(item)
    reading = f" (si l’on comprend «\u00a0{understood}\u00a0»)" if understood else ""
    where = f"{rule.id}, {rule.place.number}, {atlas.act_names.get(rule.act, rule.act)}"
    return Entry(
        uid=f"{key}@{atlas.corpus.convention.name}",
        stamp=rule.valid.first if rule.valid else day,
        day=day,
        summary=f"{capitalised(said)}{reading}",
        description=f"«\u00a0{atlas.rules.sentence_of(rule, atlas.latest.id)}\u00a0»\n{where}",
        category=named(rule.source.body, atlas) if rule.source.body else kind(rule),
    )


def _rule_of(item: Recurrence) -> str:
    """The last day of each period, as a rule of recurrence (RFC 5545, 3.3.10)."""
    until = f";UNTIL={basic(item.until)}" if item.until else ""
    match item.rhythm.every.unit:
        case "day" if item.rhythm.every.count == 1:
            return f"FREQ=DAILY{until}"
        case "day" | "week":
            return f"FREQ=WEEKLY{until}"
        case _:
            months = ",".join(str(month) for month in sorted({last.month for _, last in item.year}))
            return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY=-1{until}"


PAGE = Page(path="calendrier.html", title="Le calendrier", nav="Le calendrier", weight=BEHIND)
_SHORT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()


def markdown(atlas: Atlas) -> str:
    """What comes back, what is counted from an event, what is due without a day, each with its sentence."""
    found = _schedule(atlas)
    rules = atlas.rules.applicable(atlas.latest.id)
    counted = [rule for rule in rules if isinstance(rule.rule, Deadline | Lasting)]
    owed = [(rule, rule.rule) for rule in rules if isinstance(rule.rule, Norm) and rule.rule.deadline]
    lead = paragraph(
        "Ce qui doit se réunir ou être fait, et pour quand, d’après le texte en vigueur. Cette page ne dépend pas du jour où on la "
        "lit\u00a0: elle donne ce qui revient chaque année, et les jours que le texte ou un événement connu permet de calculer."
    )
    parts = [
        heading(1, PAGE.title),
        block("lead", original_note(PAGE, atlas), lead, *_download(found, len(_file(found, atlas)))),
    ]
    if found.recurring:
        parts += [heading(2, "Ce qui revient", "revient"), block("site", *_comes_back(found, atlas))]
    if counted:
        parts.append(heading(2, "Ce qui se compte d’un événement", "evenements"))
        parts.append(block("site", listing((_counted(rule, found, atlas) for rule in counted), "norms")))
    if owed:
        parts.append(heading(2, "Ce qui est dû sans jour connu", "sans-jour"))
        parts.append(block("site", listing((_owed(rule, norm, atlas) for rule, norm in owed), "norms")))
    if not (found.recurring or counted or owed):
        parts.append(block("site", paragraph("Aucune règle connue ne demande rien pour un jour.")))
    parts.append(block("site", lacunas(atlas, PAGE)))
    return PAGE.markdown(parts)


def _download(found: _Schedule, size: int) -> Iterator[str]:
    """The link to the file, and what it holds."""
    if not any(item.year for item in found.recurring) and not found.dated:
        return
    yield paragraph(
        f'Télécharger\u00a0: <a href="{PAGE.to(FILE)}" download>agenda (.ics, {kilobytes(size)})</a>, pour le logiciel '
        "d’agenda de son choix. Il rappelle, sans limite de temps, le dernier jour de chaque période ci-dessous, depuis la première "
        "que la règle couvre de façon certaine, et ce qui se compte d’un événement dont le jour est enregistré. Ce qui n’a pas de "
        "jour connu n’y est pas. Chaque entrée porte la phrase dont elle vient.",
        "download",
    )


def _comes_back(found: _Schedule, atlas: Atlas) -> Iterator[str]:
    by_month = [item for item in found.recurring if item.year and item.rhythm.every.unit in {"month", "year"}]
    if by_month:
        yield _year(by_month, atlas)
        yield paragraph("Les périodes sont comptées ici sur l’année civile.", "silent")
    yield listing((_recurrence(item, atlas) for item in found.recurring), "norms")


def _year(items: list[Recurrence], atlas: Atlas) -> str:
    """A year at a glance: a row for each rhythm, with a cell for each of its periods."""
    step = gcd(12, *(_months(item.rhythm.every) for item in items))
    columns = (_span_words(first, step) for first in range(0, 12, step))
    rows = "\n".join(f"<tr>{_cells(item, step, atlas)}</tr>" for item in items)
    caption = "Combien de réunions au moins, dans chaque période de l’année"
    return framed(caption, "year", ("Instance", *columns), rows)


def _months(every: Duration) -> int:
    return every.count * (12 if every.unit == "year" else 1)


def _span_words(first: int, length: int) -> str:
    return _SHORT[first] if length == 1 else f"{_SHORT[first]}–{_SHORT[first + length - 1]}"


def _cells(item: Recurrence, step: int, atlas: Atlas) -> str:
    words = _meaning(item)
    reading = f' <span class="of">si l’on comprend «\u00a0{escape(words)}\u00a0»</span>' if words else ""
    length = _months(item.rhythm.every)
    due_in = {first.month - 1 for first, _ in item.year}
    cells = "".join(
        f'<td colspan="{length // step}">{f"<span>{item.rhythm.times}</span>" if first in due_in else ""}</td>'
        for first in range(0, 12, length)
    )
    return f'<th scope="row">{escape(capitalised(named(item.rule.source.body, atlas)))}{reading}</th>{cells}'


def _recurrence(item: Recurrence, atlas: Atlas) -> str:
    body = f"<strong>{escape(capitalised(named(item.rule.source.body, atlas)))}</strong>"
    words = _meaning(item)
    reading = f", si l’on comprend «\u00a0{escape(words)}\u00a0»" if words else ""
    rhythm = f"{body}{reading}\u00a0: au moins {escape(rhythm_words(item.rhythm))}{_ends(item)}."
    return f"{rhythm}\n{ground(item.rule, atlas, PAGE)}"


def _ends(item: Recurrence) -> str:
    """By which days, and from when on."""
    if item.rule.valid is None:
        return "\u00a0; la règle n’est en vigueur de façon certaine aucun jour"
    if not item.year:
        return "\u00a0; rien ne dit quand commence une telle période"
    until = f" et jusqu’au {in_words(item.until)}" if item.until else ""
    since = f", à partir du {in_words(item.year[0][0])}{until}"
    if item.rhythm.every.unit not in {"month", "year"}:
        return since
    if len(item.year) == len(MONTHS):
        return f", au plus tard le dernier jour du mois{since}"
    ends = sorted((last.month, last.day) for _, last in item.year)
    days = [f"fin {MONTHS[1]}" if month == 2 else f"le {day}\u00a0{MONTHS[month - 1]}" for month, day in ends]
    return f", au plus tard {enumerated(days)}{since}"


def _counted(rule: BoundRule, found: _Schedule, atlas: Atlas) -> str:
    own = [item for item in found.dated if item.rule == rule]
    of = rule.rule.of if isinstance(rule.rule, Deadline | Lasting) else ""
    unknown = f" <strong>Sans jour connu</strong>\u00a0: aucun jour n’est enregistré pour «\u00a0{escape(named(of, atlas))}\u00a0»."
    days = listing(
        f"<strong>{in_words(item.day)}</strong>\u00a0: {escape(_due(item, atlas))}." for item in own if item.day
    )
    return f"{said(rule.rule, atlas)}{'' if own else unknown}{days}\n{ground(rule, atlas, PAGE)}"


def _owed(rule: BoundRule, norm: Norm, atlas: Atlas) -> str:
    who = listed(norm.bearer, atlas) or "qui, les mots ne le disent pas"
    set_by = f", que fixe\u00a0: {listed(norm.set_by, atlas)}" if norm.set_by else ""
    words = f"{who}\u00a0: {norm.action}\u00a0; délai\u00a0: «\u00a0{norm.deadline}\u00a0»{set_by}."
    return f"{escape(capitalised(words))}\n{ground(rule, atlas, PAGE)}"
