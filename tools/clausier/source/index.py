"""The index of an act (`convention.yml`, `avenant.yml`) → its dates, parties, signatories, acknowledged warnings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from clausier.diagnostics import Message, Span, codes_tim, report
from clausier.diagnostics import codes_files as codes
from clausier.model.act import Acknowledgement, Formality, Party, Signatory
from clausier.model.dates import Date, When, day_after
from clausier.model.operation import TERM, Common, Expire
from clausier.model.target import Target
from clausier.source.dates import THE_ACT, THE_CONVENTION, THE_TERM, Known, read_date, read_day
from clausier.source.files import Reader
from clausier.source.folders import CONVENTION, Folder
from clausier.source.yaml import Mapping, Node, Scalar

_CORRECT_IT = Message(fr="corriger l’une des deux dates", en="correct one of the two dates")
_NOT_SAID = "la fiche ne dit pas quand l’acte entre en vigueur"


def read_dates(
    index: Mapping, folder: Folder, events: dict[str, When], spelt: Callable[[str], str], reader: Reader
) -> tuple[When | None, Date]:
    """When the act was signed, and when it enters into force: on its signature unless said (a presumption for amendments)."""
    signed: When | None = None
    if (node := index.get("signature")) is not None:
        found, problems = read_date(node, known_dates(index, None, events, spelt), THE_ACT)
        reader.diagnostics.extend(problems)
        signed = found if isinstance(found, When) else None
    known = known_dates(index, signed, events, spelt)
    if (node := index.get("en-vigueur")) is not None:
        in_force, problems = read_date(node, known, THE_ACT)
        reader.diagnostics.extend(problems)
        if in_force is not None:
            return signed, in_force
    if signed is None:
        day = When(first=datetime.date.max, last=datetime.date.max)
        return None, day
    if index.get("en-vigueur") is None and not folder.is_convention:
        note = report(codes.PRESUMED, Span(folder.index_path), base="signature", reason=_NOT_SAID)
        reader.diagnostics.append(note)
        return signed, replace(signed, presumed=True, reason=signed.reason or _NOT_SAID)
    return signed, signed


def last_day(index: Mapping, in_force: Date, known: Known, reader: Reader) -> Expire | None:
    """What ends the convention on the day after its last (`jusqu-au`), as an act that ended it would; None where it has none."""
    node = index.get("jusqu-au")
    until, problems = read_date(node, known, THE_TERM) if node is not None else (None, ())
    reader.diagnostics.extend(problems)
    if node is None or until is None:
        return None
    begun = in_force.first if isinstance(in_force, When) else datetime.date.max
    if isinstance(until, When) and until.last < begun < datetime.date.max:
        first, last = str(begun), str(until.last)
        reader.diagnostics.append(
            report(codes_tim.ENDS_FIRST, node.span, what=THE_CONVENTION, until=last, begin=first, help=_CORRECT_IT)
        )
    common = Common(
        id=TERM,
        verb="expirer",
        act=CONVENTION,
        article="term",
        span=node.span,
        in_force=day_after(until),
    )
    return Expire(common=common, targets=(Target(words="*", steps=()),))


def known_dates(index: Mapping, signed: When | None, events: dict[str, When], spelt: Callable[[str], str]) -> Known:
    """What the act's dates may rest on; the formalities count where every signatory has them. `spelt`: see `Known`."""
    formalities = index.get("formalités")
    days: dict[str, list[When | None]] = {}
    for signatory in read_signatories(index):
        facts = formalities.get(signatory.party) if isinstance(formalities, Mapping) else None
        days[signatory.party] = [_day_of(facts, key) for key in ("signature", "transmission", "publication")]
    lacking = {
        "dernière-signature": tuple(party for party, found in days.items() if not found[0]),
        "caractère-exécutoire": tuple(party for party, found in days.items() if not all(found)),
    }
    return Known(
        signed=signed,
        events=events,
        signatures=_last(found[0] for found in days.values()),
        binding=_last(day for found in days.values() for day in found),
        lacking={} if index.text("état") == "projet" else lacking,
        spelt=spelt,
    )


def _last(days: Iterable[When | None]) -> When | None:
    """The last of several days; None where there are none, or one of them is not known at all."""
    known = tuple(days)
    found = tuple(day for day in known if day)
    if not found or len(found) < len(known):
        return None
    last = max(found, key=lambda day: (day.last, day.first))
    return replace(last, first=max(day.first for day in found))


def _day_of(facts: Node | None, key: str) -> When | None:
    value = facts.get(key) if isinstance(facts, Mapping) else None
    return read_day(value)[0] if value is not None else None


def read_events(folders: Iterable[Folder], reader: Reader) -> dict[str, When]:
    """What has happened, by name, as the indexes of all acts record it (`événements`)."""
    events: dict[str, When] = {}
    for folder in folders:
        for entry in folder.index.below("événements"):
            found, problems = read_day(entry.value)
            reader.diagnostics.extend(problems)
            if found:
                events[entry.key.value] = found
    return events


def read_drafting(index: Mapping) -> Iterator[tuple[str, int]]:
    """What `rédaction` prefers, by key; the schema has held that each is a number."""
    for entry in index.below("rédaction"):
        if isinstance(entry.value, Scalar) and entry.value.value.isdigit():
            yield entry.key.value, int(entry.value.value)


def read_parties(index: Mapping) -> Iterator[Party]:
    """The members that `parties` lists."""
    for item in index.mappings("parties"):
        yield Party(id=item.text("id"), name=item.text("nom"), source=item.text("source"), span=item.span)


def read_signatories(index: Mapping) -> Iterator[Signatory]:
    """Who signs for whom, as `signataires` lists them."""
    for item in index.mappings("signataires"):
        yield Signatory(
            party=item.text("partie"),
            represented_by=item.text("représentée-par"),
            quality=item.text("qualité"),
            span=span_of(item, "partie") or item.span,
        )


def read_formalities(index: Mapping) -> Iterator[Formality]:
    """What each party has done to be bound, as `formalités` records it; what is not known is not written."""
    for entry in index.below("formalités"):
        facts = entry.value
        if not isinstance(facts, Mapping):
            continue
        deliberation = facts.get("délibération")
        held = deliberation if isinstance(deliberation, Mapping) else Mapping((), facts.span)
        yield Formality(
            party=entry.key.value,
            body=held.text("organe"),
            number=held.text("numéro"),
            deliberated=_day_of(held, "date"),
            transmitted=_day_of(facts, "transmission"),
            signed=_day_of(facts, "signature"),
            published=_day_of(facts, "publication"),
            span=entry.key.span,
        )


def read_acknowledgements(index: Mapping, folder: str) -> Iterator[Acknowledgement]:
    """The warnings that `avertissements-admis` accepts, in the act of the folder."""
    for item in index.mappings("avertissements-admis"):
        path = item.text("fichier")
        yield Acknowledgement(
            code=item.text("code"),
            path=f"{folder}/{path}" if path else "",
            quote=item.text("citation"),
            reason=item.text("motif"),
            span=item.span,
        )


def span_of(node: Mapping, key: str) -> Span | None:
    """Where the value of a key stands; None where there is none."""
    value = node.get(key)
    return value.span if value else None
