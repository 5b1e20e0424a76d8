"""The files of one act, read but not yet understood: its index, its Markdown taken apart, the text as received."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from clausier.diagnostics import Span, has_errors, report
from clausier.diagnostics import codes_files as codes
from clausier.source.files import Reader, front_matter
from clausier.source.markdown import Heading, Part, read_markdown
from clausier.source.schema import check_node
from clausier.source.yaml import Mapping, Node, read_yaml

CONVENTION = "convention"


class File(Struct, frozen=True, kw_only=True):
    """One Markdown file of an act, taken apart."""

    path: str
    text: str
    matter: Mapping | None
    wrong: tuple[Span, ...]  # where its header is wrong, which has been reported
    parts: tuple[Part, ...]

    @property
    def headed(self) -> bool:
        """Whether it has an article: the opening and the closing of an act have no heading."""
        return any(isinstance(p, Heading) for p in self.parts)


class Folder(Struct, frozen=True, kw_only=True):
    """The files of one act, read but not yet understood."""

    name: str
    index: Mapping
    index_path: str
    files: tuple[File, ...]
    source_text: str | None

    @property
    def is_convention(self) -> bool:
        """Whether it is the convention's, rather than an amendment's."""
        return self.name == CONVENTION


def read_folder(reader: Reader, path: Path, index_name: str, schema: str) -> Folder | None:
    """The files of the act in the folder `path`; None where its index is missing or cannot be read, which is reported."""
    index: Mapping | None = None
    files: list[File] = []
    source_text: str | None = None
    entries = reader.folder(path)
    if index_name not in {e.name for e in entries}:
        name = reader.name(path)
        reader.diagnostics.append(report(codes.NO_INDEX, Span(name), path=name))
    for entry in entries:
        if entry.is_dir() and entry.name != index_name:
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
    return Folder(
        name=reader.name(path),
        index=index,
        index_path=f"{reader.name(path)}/{index_name}",
        files=tuple(sorted(files, key=_file_order)),
        source_text=source_text,
    )


def _file_order(file: File) -> tuple[int, str]:
    name = file.path.rpartition("/")[2]
    number = re.match(r"\d+", name)
    return (int(number.group()) if number else 0, name)


def _yaml(reader: Reader, path: Path, schema: str) -> Mapping | None:
    text = reader.text(path)
    if text is None:
        return None
    node, problems = read_yaml(reader.name(path), text)
    reader.diagnostics.extend(problems)
    if node is None or has_errors(problems):
        return node if isinstance(node, Mapping) else None
    checked, found = check_node(node, schema)
    reader.diagnostics.extend(found)
    return checked if isinstance(checked, Mapping) else None


def _markdown(reader: Reader, path: Path, schema: str) -> File | None:
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
        matter, problems = read_yaml(name, header, first_line=2)
        reader.diagnostics.extend(problems)
        if matter is not None and not has_errors(problems):
            matter, problems = check_node(matter, schema)
            reader.diagnostics.extend(problems)
    parts, found = read_markdown(name, body, first_line=first_line)
    reader.diagnostics.extend(found)
    return File(
        path=name,
        text=text,
        matter=matter if isinstance(matter, Mapping) else None,
        wrong=tuple(p.span for p in problems if p.severity == "error"),
        parts=parts,
    )
