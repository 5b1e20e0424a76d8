"""A project's files → its acts: the convention and its amendments, as signed."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from clausier.cache import Cache, NoCache
from clausier.diagnostics import Code, Diagnostic, Label, Span, codes_amd, did_you_mean, in_order, report
from clausier.diagnostics import codes_files as codes
from clausier.diagnostics import codes_markdown as markdown_codes
from clausier.model.act import Act, Corpus, Party
from clausier.model.dates import When
from clausier.model.operation import Admit, MergeParties, Operation, RenameParty, Represent, Withdraw
from clausier.model.provision import Lacuna, Provision
from clausier.source.files import Reader, Unwritten
from clausier.source.folders import AMENDMENTS, CONVENTION, Folder, astray, keep, read_folder, taken_apart
from clausier.source.index import (
    known_dates,
    last_day,
    read_acknowledgements,
    read_dates,
    read_drafting,
    read_events,
    read_formalities,
    read_parties,
    read_signatories,
    span_of,
)
from clausier.source.lacunas import covered
from clausier.source.markdown import Heading, Part
from clausier.source.operations import read_operations
from clausier.source.outline import FIRST_HERE, Writer, name, outline, twice
from clausier.source.questions import asked
from clausier.source.received import received
from clausier.source.yaml import Mapping
from clausier.text.accents import as_id
from clausier.text.spelling import spelling, spelt
from clausier.text.words import closest

DRAFT_FOLDER = "brouillon"
_THE_CONVENTION_IS_INCOMPLETE = "il peut exister des stipulations que personne ici ne connaît (complète: non)"


def no_project() -> Diagnostic:
    """That a folder holds no convention, since its file is missing."""
    missing = f"{CONVENTION}/convention.yml"
    return report(codes.NO_PROJECT, Span(missing), path=missing)


def read_project(root: Path, cache: Cache | None = None) -> tuple[Corpus | None, tuple[Diagnostic, ...]]:
    """The acts of the project at `root`, and all that is wrong in its files; `cache` spares it what it has read before.

    None where there is no convention to speak of: no `convention/convention.yml`, one that cannot be read, or one that is in
    force on no day yet.
    """
    reader = Reader(root, cache or NoCache())
    home = root / CONVENTION
    if not (home / "convention.yml").is_file():
        return None, (*reader.diagnostics, no_project())
    base = read_folder(reader, home, "convention.yml", "convention")
    folders: list[Folder] = []
    for path in reader.folder(root / AMENDMENTS):
        if path.is_dir():
            found = read_folder(reader, path, "avenant.yml", "avenant")
            if found:
                folders.append(found)
    reader.diagnostics.extend(astray(root, reader))
    if base is None:
        for folder in folders:  # what is wrong in its articles is told all the same
            taken_apart(folder, reader)
        return None, in_order(reader.diagnostics)
    events = read_events((base, *folders), reader)
    convention = _read(base, events, reader)
    amendments = [_read(f, events, reader) for f in folders]
    begun = isinstance(convention.in_force, When)
    if not begun:
        place = span_of(base.index, "en-vigueur") or Span(base.index_path)
        reader.diagnostics.append(report(codes.NOT_BEGUN, place))
    reader.diagnostics.extend(_twice(codes.ACT_TWICE, (convention, *amendments)))
    reader.diagnostics.extend(_twice(codes.PARTY_TWICE, convention.parties))
    reader.diagnostics.extend(_no_members(convention, amendments))
    ordered = sorted(_once(amendments), key=_signed_order)
    corpus = Corpus(convention=convention, amendments=tuple(ordered)) if begun else None
    return corpus, in_order(reader.diagnostics)


def read_amendment(name: str, texts: dict[str, str], convention: Act) -> tuple[Act | None, tuple[Diagnostic, ...]]:
    """The amendment that a folder of that name would hold with `texts` as its files, and all that is wrong in them.

    It is one of the project of `convention`, whose events its dates may rest on. None where its index cannot be read.
    """
    root = Path("/")  # which is not looked at
    reader = Unwritten(root, NoCache(), texts=texts)
    folder = read_folder(reader, root / AMENDMENTS / name, "avenant.yml", "avenant")
    act = _read(folder, dict(convention.events), reader) if folder else None
    return act, in_order(reader.diagnostics)


def _read(folder: Folder, events: dict[str, When], reader: Reader) -> Act:
    """The act of that folder, as it is read, or was when its files were the same and what has `events` as dates too."""

    def make() -> tuple[Act, tuple[Diagnostic, ...]]:
        found = Reader(reader.root, reader.cache)
        apart = taken_apart(folder, found)
        act = (_convention if folder.is_convention else _amendment)(apart, events, found)
        return act, tuple(found.diagnostics)

    happened = repr(tuple(events.items()))
    texts: Iterable[tuple[str | bytes, ...]] = folder.texts
    key = (folder.name, folder.index_text, happened, *chain.from_iterable(texts))
    act, found = reader.cache.recall("act", key, Act, make, (codes.PRESUMED,))
    reader.diagnostics.extend(found)
    reader.diagnostics.extend(received(folder.index, reader.root / folder.name, folder.name))
    keep(folder, reader)
    return replace(act, source_text=folder.source_text, files=folder.texts)


def _signed_order(act: Act) -> tuple[datetime.date, datetime.date, str]:
    latest = datetime.date.max
    return (act.signed.first, act.signed.last, act.folder) if act.signed else (latest, latest, act.folder)


def _document(folder: Folder, act: str, reader: Reader) -> Provision:
    """The text of an act: its opening, its provisions, its closing, all written by the act."""
    opening: Provision | None = None
    closing: Provision | None = None
    parts: list[Part] = []
    for rank, file in enumerate(folder.files):
        if file.headed:
            if not isinstance(file.parts[0], Heading):
                reader.diagnostics.append(report(markdown_codes.WORDS_BEFORE_HEADING, file.parts[0].span))
            parts.extend(file.parts)
            continue
        content, _ = outline(file.parts)
        if rank == 0:
            opening = Provision(id="", kind="opening", blocks=content.blocks, span=Span(file.path))
        elif rank == len(folder.files) - 1:
            closing = Provision(id="", kind="closing", blocks=content.blocks, span=Span(file.path))
        elif file.parts or file.matter:  # else its header is never closed, or cannot be read: it may have one
            reader.diagnostics.append(report(codes.NO_HEADING, Span(file.path)))
    content, found = outline(parts)
    reader.diagnostics.extend(found)
    children = tuple(p for p in (opening, *content.children, closing) if p)
    root = Provision(id=act, kind="document", children=covered(children, folder, reader))
    writer = Writer(act, act)
    return replace(root, children=tuple(writer.provision(c) for c in root.children))


def _convention(folder: Folder, events: dict[str, When], reader: Reader) -> Act:
    index = folder.index
    document = _document(folder, CONVENTION, reader)
    speller = _speller(document)
    signed, in_force = read_dates(index, folder, events, speller, reader)
    expiry = last_day(index, in_force, known_dates(index, signed, events, speller), reader)
    reader.diagnostics.extend(twice(document.children))
    for header in (index, *(file.matter for file in folder.files)):
        reader.diagnostics.extend(asked(header, convention=True))
    reader.diagnostics.extend(report(markdown_codes.QUOTATION_IN_CONVENTION, q.span) for q in document.quotations)
    complete = index.text("complète") != "non"
    document = replace(document, older_count=index.text("alinéas") == "phrases")
    if not complete:
        gap = Lacuna(key=f"{CONVENTION}:0", reason=_THE_CONVENTION_IS_INCOMPLETE, span=span_of(index, "complète"))
        document = replace(document, blocks=(gap,))
    return Act(
        id=CONVENTION,
        kind="convention",
        title=index.text("titre"),
        folder=folder.name,
        signed=signed,
        in_force=in_force,
        complete=complete,
        parties=tuple(read_parties(index)),
        events=tuple(events.items()),
        document=document,
        operations=(expiry,) if expiry else (),
        acknowledgements=tuple(read_acknowledgements(index, folder.name)),
        span=Span(folder.index_path),
        name=index.text("id"),
        drafting=tuple(read_drafting(index)),
    )


def _amendment(folder: Folder, events: dict[str, When], reader: Reader) -> Act:
    index = folder.index
    act = index.text("id") or folder.name.rpartition("/")[2]
    document = _document(folder, act, reader)
    speller = _speller(document)
    signed, in_force = read_dates(index, folder, events, speller, reader)
    headers = {f.path: (f.matter, f.wrong) for f in folder.files}
    known = known_dates(index, signed, events, speller)
    reader.diagnostics.extend(asked(index))
    operations: list[Operation] = []
    changing = tuple(_changing(document, headers))
    if not folder.texts and index.text("complète") != "non" and index.text("état") != "projet":
        reader.diagnostics.append(report(codes_amd.ACT_WITHOUT_ARTICLE, Span(folder.index_path)))
    if not changing and folder.files and not any(f.wrong for f in folder.files):
        reader.diagnostics.append(report(codes_amd.ACT_WITHOUT_EFFECT, Span(folder.files[0].path)))
    reader.diagnostics.extend(_read_nowhere(folder, document, {u.span.path for u, _ in changing if u.span}))
    for unit, header in changing:
        matter, wrong = header
        found, problems = read_operations(matter, unit, act, known, wrong=wrong)
        operations.extend(found)
        reader.diagnostics.extend(problems)
    return Act(
        id=act,
        kind="amendment",
        title=index.text("titre"),
        folder=folder.name,
        signed=signed,
        in_force=in_force,
        draft=index.text("état") == "projet",
        signatories=tuple(read_signatories(index)),
        formalities=tuple(read_formalities(index)),
        document=document,
        operations=tuple(operations),
        acknowledgements=tuple(read_acknowledgements(index, folder.name)),
        span=Span(folder.index_path),
    )


def _speller(document: Provision) -> Callable[[str], str]:
    """What spells an id as the act does, whose words are looked through where one is asked for."""
    words = cache(lambda: spelling(document.prose))
    return lambda identity: spelt(identity, words())


_Header = tuple[Mapping | None, tuple[Span, ...]]


def _changing(document: Provision, headers: dict[str, _Header]) -> Iterator[tuple[Provision, _Header]]:
    """The units of an amendment that say what it changes, each with the header of its file, which is the first one's.

    Every article must. The words before, between and after the articles (an opening, a preamble, an annex) may: short
    acts have nothing else.
    """
    units = list(_units(document))
    paths = [u.span.path if u.span else "" for u in units]
    articles = {path for u, path in zip(units, paths, strict=True) if u.kind == "article"}
    seen: set[str] = set()
    for unit, path in zip(units, paths, strict=True):
        if unit.kind == "article":
            yield unit, headers[path] if path not in seen else (None, ())
            seen.add(path)
        elif path not in articles | seen and (matter := headers[path][0]) and _says(matter):
            yield unit, headers[path]
            seen.add(path)


def _read_nowhere(folder: Folder, document: Provision, read: set[str]) -> Iterator[Diagnostic]:
    """An error for each file of which the header says what is changed, and which begins inside the article of another."""
    for file in folder.files:
        if file.headed and file.matter and file.path not in read and _says(file.matter):
            first = next((p for p in document.walk() if p.span and p.span.path == file.path), document)
            yield report(codes.HEADER_OF_NO_ARTICLE, first.span or Span(file.path), article=name(first))


def _says(matter: Mapping) -> bool:
    return any(matter.get(key) is not None for key in ("opérations", "sans-effet", "questions"))


def _units(document: Provision) -> Iterator[Provision]:
    """The units of an amendment, those inside its divisions included; sub-articles are part of their article."""
    for child in document.children:
        if child.kind == "division":
            yield replace(child, children=())
            yield from _units(child)
        else:
            yield child


def _twice(code: Code, named: Iterable[Act | Party]) -> Iterator[Diagnostic]:
    """An error for each that bears the id of an earlier one."""
    seen: dict[str, Act | Party] = {}
    for one in named:
        first = seen.setdefault(one.id, one)
        if first is not one:
            yield report(code, one.span, id=one.id, labels=[Label(first.span, FIRST_HERE)])


def _once(amendments: Iterable[Act]) -> Iterable[Act]:
    """The amendments, the first of each id: what a second one does under the name of the first would only be told twice."""
    by_id = {act.id: act for act in reversed(tuple(amendments)) if act.id != CONVENTION}
    return by_id.values()


def _no_members(convention: Act, amendments: Iterable[Act]) -> Iterator[Diagnostic]:
    """Those whom operations or signatories name, and who are no members by then."""
    ids = {party.id for party in convention.parties}
    for act in amendments:
        for operation in act.operations:
            place = operation.common.place
            match operation:
                case Admit(party=name):
                    ids.add(name)
                case MergeParties(parties=parties, into=into):
                    yield from (_unknown_party(name, place("fusion"), ids) for name in parties if name not in ids)
                    twice = (name for name, times in Counter(parties).items() if times > 1)
                    yield from (report(codes.MERGED_TWICE, place("fusion"), id=name) for name in twice)
                    ids.add(into)
                case Withdraw(party=name) | RenameParty(party=name) | Represent(party=name) if name not in ids:
                    yield _unknown_party(name, place(operation.common.verb), ids)
                case _:
                    pass
        for signatory in act.signatories:
            if ids and signatory.party not in ids and as_id(signatory.party) == signatory.party:
                yield _unknown_party(signatory.party, signatory.span, ids)


def _unknown_party(party: str, span: Span, ids: set[str]) -> Diagnostic:
    meant = as_id(party)
    near = meant if meant in ids else closest(party, sorted(ids))
    return report(codes.UNKNOWN_PARTY, span, id=party, help=did_you_mean(near))
