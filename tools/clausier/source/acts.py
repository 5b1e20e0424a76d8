"""A project's files → its acts: the convention and its amendments, as signed (DESIGN 2, 3)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from clausier.dataclasses import dataclass, replace
from clausier.diagnostics import Diagnostic, Label, Message, Span, in_order, report
from clausier.diagnostics import codes_files as codes
from clausier.diagnostics import codes_markdown as markdown_codes
from clausier.model.act import Acknowledgement, Act, Corpus, Party, Signatory
from clausier.model.dates import Date, When
from clausier.model.operation import Admit, MergeParties, Operation, RenameParty, Represent, Withdraw
from clausier.model.provision import Lacuna, Provision, Quotation
from clausier.source.dates import Known, read_date, read_day
from clausier.source.files import Reader, front_matter
from clausier.source.markdown import Heading, Part, read_markdown
from clausier.source.operations import read_operations
from clausier.source.outline import Writer, outline, twice, without_words
from clausier.source.schema import check_node
from clausier.source.yaml import Mapping, Node, Scalar, Sequence, read_yaml

CONVENTION = "convention"
DRAFT_FOLDER = "brouillon"
_THE_CONVENTION_IS_INCOMPLETE = "il peut exister des stipulations que personne ici ne connaît (complète: non)"
_NOT_SAID = "l’acte ne dit pas quand il entre en vigueur"
_FIRST_HERE = Message(fr="le premier est ici", en="the first is here")


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One Markdown file of an act, taken apart."""

    path: str
    text: str
    matter: Mapping | None
    parts: tuple[Part, ...]

    @property
    def headed(self) -> bool:
        return any(isinstance(p, Heading) for p in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """The files of one act, read but not yet understood."""

    name: str
    index: Mapping
    index_path: str
    files: tuple[_File, ...]
    source_text: str | None


def read_project(root: Path) -> tuple[Corpus | None, tuple[Diagnostic, ...]]:
    """The acts of the project at `root`, and all that is wrong in its files.

    None where there is no convention to speak of: no `convention/convention.yml`, or one that cannot be read.
    """
    reader = Reader(root)
    home = root / CONVENTION
    if not (home / "convention.yml").is_file():
        missing = f"{CONVENTION}/convention.yml"
        return None, (*reader.diagnostics, report(codes.NO_PROJECT, Span(missing), path=missing))
    base = _folder(reader, home, "convention.yml", "convention")
    folders: list[_Folder] = []
    for path in reader.folder(root / "amendments"):
        if path.is_dir():
            found = _folder(reader, path, "avenant.yml", "avenant")
            if found:
                folders.append(found)
    if base is None:
        return None, in_order(reader.diagnostics)
    events = _events((base, *folders), reader)
    convention = _convention(base, events, reader)
    amendments = [_amendment(f, events, reader) for f in folders]
    reader.diagnostics.extend(_acts_twice((convention, *amendments)))
    reader.diagnostics.extend(_parties(convention, amendments))
    ordered = sorted(amendments, key=_signed_order)
    return Corpus(convention=convention, amendments=tuple(ordered)), in_order(reader.diagnostics)


def _signed_order(act: Act) -> tuple[datetime.date, datetime.date, str]:
    latest = datetime.date.max
    return (act.signed.first, act.signed.last, act.folder) if act.signed else (latest, latest, act.folder)


def _folder(reader: Reader, path: Path, index_name: str, schema: str) -> _Folder | None:
    index: Mapping | None = None
    files: list[_File] = []
    source_text: str | None = None
    entries = reader.folder(path)
    if index_name not in {e.name for e in entries}:
        name = reader.name(path)
        reader.diagnostics.append(report(codes.NO_INDEX, Span(name), path=name))
    for entry in entries:
        if entry.is_dir():
            continue
        if entry.name == index_name:
            index = _yaml(reader, entry, schema)
        elif entry.suffix == ".md":
            if found := _markdown(reader, entry, "article" if schema == "convention" else "article-avenant"):
                files.append(found)
        elif entry.name == "source.txt":
            source_text = reader.text(entry)
        elif entry.suffix in {".yml", ".yaml"} and not entry.name.endswith(".regles.yml"):
            reader.diagnostics.append(report(codes.UNKNOWN_FILE, Span(reader.name(entry)), name=entry.name))
    if index is None:
        return None
    return _Folder(
        name=reader.name(path),
        index=index,
        index_path=f"{reader.name(path)}/{index_name}",
        files=tuple(sorted(files, key=_file_order)),
        source_text=source_text,
    )


def _file_order(file: _File) -> tuple[int, str]:
    name = file.path.rpartition("/")[2]
    number = re.match(r"\d+", name)
    return (int(number.group()) if number else 0, name)


def _yaml(reader: Reader, path: Path, schema: str) -> Mapping | None:
    text = reader.text(path)
    if text is None:
        return None
    node, problems = read_yaml(reader.name(path), text)
    reader.diagnostics.extend(problems)
    if not isinstance(node, Mapping) or any(p.severity == "error" for p in problems):
        return node if isinstance(node, Mapping) else None
    checked, found = check_node(node, schema)
    reader.diagnostics.extend(found)
    return checked if isinstance(checked, Mapping) else None


def _markdown(reader: Reader, path: Path, schema: str) -> _File | None:
    name = reader.name(path)
    if not re.match(r"\d", path.name):
        reader.diagnostics.append(report(codes.FILE_NAME, Span(name), name=path.name))
        return None
    text = reader.text(path)
    if text is None:
        return None
    if not text.strip():
        reader.diagnostics.append(report(codes.EMPTY_FILE, Span(name)))
        return None
    header, body, first_line, problems = front_matter(name, text)
    reader.diagnostics.extend(problems)
    matter: Node | None = None
    if header and not problems:
        matter, found = read_yaml(name, header, first_line=2)
        reader.diagnostics.extend(found)
        if matter is not None and not any(p.severity == "error" for p in found):
            matter, found = check_node(matter, schema)
            reader.diagnostics.extend(found)
    parts, found = read_markdown(name, body, first_line=first_line)
    reader.diagnostics.extend(found)
    return _File(path=name, text=text, matter=matter if isinstance(matter, Mapping) else None, parts=parts)


def _document(folder: _Folder, act: str, reader: Reader) -> Provision:
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
        else:
            reader.diagnostics.append(report(codes.NO_HEADING, Span(file.path)))
    content, found = outline(parts)
    reader.diagnostics.extend(found)
    children = tuple(p for p in (opening, *content.children, closing) if p)
    root = Provision(id=act, kind="document", children=_covered(children, folder, reader))
    writer = Writer(act, act)
    return replace(root, children=tuple(writer.provision(c) for c in root.children))


def _covered(children: Iterable[Provision], folder: _Folder, reader: Reader) -> tuple[Provision, ...]:
    """The provisions, with a lacuna where their file says that words are missing and none stand."""
    reasons = {
        f.path: (value.value, value.span)
        for f in folder.files
        if f.matter and isinstance(value := f.matter.get("non-disponible"), Scalar)
    }
    covered: set[str] = set()

    def cover(provision: Provision) -> Provision:
        path = provision.span.path if provision.span else ""
        inner = tuple(cover(c) for c in provision.children)
        blocks = provision.blocks
        if not blocks and path in reasons and provision.kind in {"article", "annex", "preamble"}:
            reason, span = reasons[path]
            blocks = (Lacuna(key="", reason=reason, span=span),)
            covered.add(path)
        return replace(provision, children=inner, blocks=blocks)

    result = tuple(cover(c) for c in children)
    for path, (_, span) in reasons.items():
        if path not in covered:
            reader.diagnostics.append(report(markdown_codes.UNUSED_LACUNA, span))
    for child in result:
        reader.diagnostics.extend(without_words(child))
    return result


def _convention(folder: _Folder, events: dict[str, When], reader: Reader) -> Act:
    index = folder.index
    signed, in_force = _dates(index, folder, events, reader)
    document = _document(folder, CONVENTION, reader)
    reader.diagnostics.extend(twice(document.children))
    for provision in document.walk():
        for block in provision.blocks:
            if isinstance(block, Quotation):
                reader.diagnostics.append(report(markdown_codes.QUOTATION_IN_CONVENTION, block.span))
    complete = _text(index, "complète") != "non"
    if not complete:
        gap = Lacuna(key=f"{CONVENTION}:0", reason=_THE_CONVENTION_IS_INCOMPLETE, span=_span(index, "complète"))
        document = replace(document, blocks=(gap,))
    return Act(
        id=CONVENTION,
        kind="convention",
        title=_text(index, "titre"),
        folder=folder.name,
        signed=signed,
        in_force=in_force,
        complete=complete,
        parties=tuple(_read_parties(index.get("parties"))),
        events=tuple(events.items()),
        document=document,
        acknowledgements=tuple(_acknowledgements(index, folder.name)),
        source_text=folder.source_text,
        files=tuple((f.path, f.text) for f in folder.files),
        span=Span(folder.index_path),
        name=_text(index, "id"),
    )


def _amendment(folder: _Folder, events: dict[str, When], reader: Reader) -> Act:
    index = folder.index
    act = _text(index, "id") or folder.name.rpartition("/")[2]
    signed, in_force = _dates(index, folder, events, reader)
    document = _document(folder, act, reader)
    matters = {f.path: f.matter for f in folder.files}
    known = _known(index, signed, events)
    operations: list[Operation] = []
    seen: set[str] = set()
    for article in _articles(document):
        path = article.span.path if article.span else ""
        matter = matters.get(path) if path not in seen else None
        seen.add(path)
        found, problems = read_operations(matter, article, act, known)
        operations.extend(found)
        reader.diagnostics.extend(problems)
    return Act(
        id=act,
        kind="amendment",
        title=_text(index, "titre"),
        folder=folder.name,
        signed=signed,
        in_force=in_force,
        draft=_text(index, "état") == "projet",
        signatories=tuple(_signatories(index.get("signataires"))),
        document=document,
        operations=tuple(operations),
        acknowledgements=tuple(_acknowledgements(index, folder.name)),
        source_text=folder.source_text,
        files=tuple((f.path, f.text) for f in folder.files),
        span=Span(folder.index_path),
    )


def _articles(document: Provision) -> Iterator[Provision]:
    """The articles of an amendment, those inside its divisions included; their sub-articles are part of them."""
    for child in document.children:
        if child.kind == "article":
            yield child
        elif child.kind == "division":
            yield from _articles(child)


def _dates(index: Mapping, folder: _Folder, events: dict[str, When], reader: Reader) -> tuple[When | None, Date]:
    """When the act was signed, and when it enters into force: on its signature unless said (a presumption for amendments)."""
    signed: When | None = None
    if (node := index.get("signature")) is not None:
        found, problems = read_date(node, _known(index, None, events))
        reader.diagnostics.extend(problems)
        signed = found if isinstance(found, When) else None
    known = _known(index, signed, events)
    if (node := index.get("en-vigueur")) is not None:
        in_force, problems = read_date(node, known)
        reader.diagnostics.extend(problems)
        if in_force is not None:
            return signed, in_force
    if signed is None:
        day = When(first=datetime.date.max, last=datetime.date.max)
        return None, day
    if index.get("en-vigueur") is None and folder.name != CONVENTION:
        note = report(codes.PRESUMED, Span(folder.index_path), base="signature", reason=_NOT_SAID)
        reader.diagnostics.append(note)
        return signed, replace(signed, presumed=True, reason=signed.reason or _NOT_SAID)
    return signed, signed


def _known(index: Mapping, signed: When | None, events: dict[str, When]) -> Known:
    """What the act's dates may rest on; the formalities count where every signatory has them (3.8)."""
    formalities = index.get("formalités")
    signatories = [s.party for s in _signatories(index.get("signataires"))]
    signatures: list[When] = []
    all_dates: list[When] = []
    complete = bool(signatories)
    for party in signatories:
        facts = formalities.get(party) if isinstance(formalities, Mapping) else None
        days = [_day_of(facts, key) for key in ("signature", "transmission", "publication")]
        if days[0]:
            signatures.append(days[0])
        all_dates.extend(d for d in days if d)
        complete = complete and all(days)
    last = max(signatures, key=lambda w: w.last) if signatories and len(signatures) == len(signatories) else None
    binding = max(all_dates, key=lambda w: w.last) if complete else None
    return Known(signed=signed, events=events, signatures=last, binding=binding)


def _day_of(facts: Node | None, key: str) -> When | None:
    value = facts.get(key) if isinstance(facts, Mapping) else None
    return read_day(value)[0] if isinstance(value, Scalar) else None


def _events(folders: Iterable[_Folder], reader: Reader) -> dict[str, When]:
    events: dict[str, When] = {}
    for folder in folders:
        node = folder.index.get("événements")
        for entry in node.entries if isinstance(node, Mapping) else ():
            found, problems = read_day(entry.value)
            reader.diagnostics.extend(problems)
            if found:
                events[entry.key.value] = found
    return events


def _read_parties(node: Node | None) -> Iterator[Party]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            yield Party(id=_text(item, "id"), name=_text(item, "nom"), source=_text(item, "source"), span=item.span)


def _signatories(node: Node | None) -> Iterator[Signatory]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            yield Signatory(
                party=_text(item, "partie"),
                represented_by=_text(item, "représentée-par"),
                quality=_text(item, "qualité"),
                span=_span(item, "partie") or item.span,
            )


def _acknowledgements(index: Mapping, folder: str) -> Iterator[Acknowledgement]:
    node = index.get("avertissements-admis")
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            path = _text(item, "fichier")
            yield Acknowledgement(
                code=_text(item, "code"),
                path=f"{folder}/{path}" if path else "",
                quote=_text(item, "citation"),
                reason=_text(item, "motif"),
                span=item.span,
            )


def _acts_twice(acts: Iterable[Act]) -> Iterator[Diagnostic]:
    seen: dict[str, Act] = {}
    for act in acts:
        first = seen.setdefault(act.id, act)
        if first is not act:
            yield report(codes.ACT_TWICE, act.span, id=act.id, labels=[Label(first.span, _FIRST_HERE)])


def _parties(convention: Act, amendments: Iterable[Act]) -> Iterator[Diagnostic]:
    """Members named twice, and signatories or operations that name none."""
    seen: dict[str, Party] = {}
    for party in convention.parties:
        first = seen.setdefault(party.id, party)
        if first is not party:
            yield report(codes.PARTY_TWICE, party.span, id=party.id, labels=[Label(first.span, _FIRST_HERE)])
    ids = set(seen)
    for act in amendments:
        for operation in act.operations:
            match operation:
                case Admit(party=party):
                    ids.add(party)
                case MergeParties(parties=parties, into=into):
                    for party in parties:
                        if party not in ids:
                            yield _unknown_party(party, operation.common.place("fusion"), ids)
                    ids.add(into)
                case Withdraw(party=party) | RenameParty(party=party) | Represent(party=party):
                    if party not in ids:
                        yield _unknown_party(party, operation.common.place(operation.common.verb), ids)
                case _:
                    pass
        for signatory in act.signatories:
            if ids and signatory.party not in ids:
                yield _unknown_party(signatory.party, signatory.span, ids)


def _unknown_party(party: str, span: Span, ids: set[str]) -> Diagnostic:
    from difflib import get_close_matches

    close = get_close_matches(party, sorted(ids), n=1)
    hint = Message(fr=f"voulait-on dire « {close[0]} » ?", en=f"did you mean “{close[0]}”?") if close else None
    return report(codes.UNKNOWN_PARTY, span, id=party, help=hint)


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value if isinstance(value, Scalar) else ""


def _span(node: Mapping, key: str) -> Span | None:
    return next((e.value.span for e in node.entries if e.key.value == key), None)
