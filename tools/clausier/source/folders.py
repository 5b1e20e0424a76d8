"""The files of one act, read but not yet understood: its index, its Markdown taken apart, the text as received."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Filled, Message, Span, has_errors, report
from clausier.diagnostics import codes_files as codes
from clausier.source.files import Reader, front_matter
from clausier.source.markdown import Heading, Part, read_markdown
from clausier.source.schema import check_node
from clausier.source.yaml import Mapping, Node, read_yaml

CONVENTION = "convention"
AMENDMENTS = "amendments"
RULES = ".regles.yml"  # the end of the name of a file of rules

_YAML = Message(
    fr="la fiche de l’acte s’appelle {index}\u00a0; un fichier de règles a le nom de l’article, et finit par .regles.yml",
    en="what tells of the act is called {index}; a file of rules has the name of the article, and ends in .regles.yml",
)
_AN_ARTICLE = Message(
    fr="si c’est un article de l’acte, le renommer {name}", en="if it is an article of the act, rename it {name}"
)
_A_FOLDER = Message(
    fr="donner à chaque avenant un dossier à lui\u00a0: {folder}/{index}",
    en="give each amendment a folder of its own: {folder}/{index}",
)
_INTO_FOLDER = Message(
    fr="le mettre dans le dossier de son acte\u00a0: {folder}", en="put it in the folder of its act: {folder}"
)
_ONE_FOLDER_UP = Message(
    fr="avenant.yml est dans «\u00a0{path}\u00a0»\u00a0: mettre ce dossier directement dans amendments",
    en="avenant.yml is in “{path}”: put that folder directly in amendments",
)
_THE_FOLDER = Message(fr="le dossier des avenants s’appelle {folder}", en="the folder of amendments is called {folder}")


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
    """The files of one act: its index, and the Markdown ones, by path and text, in order; `files` once they are taken apart.

    The texts are kept in UTF-8, as an act keeps them.
    """

    name: str
    index: Mapping
    index_path: str
    index_text: str
    texts: tuple[tuple[str, bytes], ...]
    source_text: str | None
    files: tuple[File, ...] = ()

    @property
    def is_convention(self) -> bool:
        """Whether it is the convention's, rather than an amendment's."""
        return self.name == CONVENTION


def read_folder(reader: Reader, path: Path, index_name: str, schema: str) -> Folder | None:
    """The files of the act in the folder `path`, not yet taken apart; None where its index is missing or cannot be read.

    That is reported.
    """
    index: Mapping | None = None
    index_text = ""
    texts: list[tuple[str, bytes]] = []
    source_text: str | None = None
    entries = reader.folder(path)
    if index_name not in {e.name for e in entries} and not any(_index_misnamed(e) for e in entries):
        name = reader.name(path)
        below = next((e for e in entries if (e / index_name).is_file()), None)
        up = _ONE_FOLDER_UP.fill(path=reader.name(below)) if below else None
        reader.diagnostics.append(report(codes.NO_INDEX, Span(name), help=up, path=name))
    for entry in entries:
        if entry.is_dir() and entry.name != index_name:
            continue
        if entry.name == index_name:
            if (text := reader.text(entry)) is not None:
                index, index_text = _yaml(reader, reader.name(entry), text, schema), text
        elif entry.suffix == ".md":
            if text := _words(reader, entry):
                texts.append((reader.name(entry), text.encode()))
        elif entry.name == "source.txt":
            source_text = reader.text(entry)
        elif help_ := _misnamed(entry, index_name):
            reader.diagnostics.append(unread(entry, reader, help_))
    if index is None:
        for name, file in texts:  # what is wrong in them is told all the same
            _markdown(reader, name, file.decode(), "article" if schema == "convention" else "article-avenant")
        return None
    return Folder(
        name=reader.name(path),
        index=index,
        index_path=f"{reader.name(path)}/{index_name}",
        index_text=index_text,
        texts=tuple(sorted(texts, key=lambda text: file_order(text[0]))),
        source_text=source_text,
    )


def _misnamed(entry: Path, index_name: str) -> Filled | None:
    """What to do about a file of an act whose name keeps it from being read; None where it is kept beside, as what was signed is."""
    kind = entry.suffix.lower()
    if _index_misnamed(entry):
        return _YAML.fill(index=index_name)
    if entry.name[:1].isdigit() and kind in {"", ".txt", ".text", ".markdown", ".md"}:
        return _AN_ARTICLE.fill(name=f"{entry.stem.removesuffix('.md')}.md")
    return None


def _index_misnamed(entry: Path) -> bool:
    """Whether a file of an act, which is not its index, can be nothing else."""
    return entry.suffix.lower() in {".yml", ".yaml"} and not entry.name.endswith(RULES)


def astray(root: Path, reader: Reader) -> Iterator[Diagnostic]:
    """The files of acts that are in no folder of an act, or in a folder that is not `amendments`."""
    example = f"{AMENDMENTS}/2026-avenant-2"
    for entry in _beside_the_acts(root):
        if entry.is_dir():
            if entry.name not in {CONVENTION, AMENDMENTS} and (entry / "avenant.yml").is_file():
                yield unread(entry / "avenant.yml", reader, _INTO_FOLDER.fill(folder=f"{AMENDMENTS}/{entry.name}"))
        elif entry.name == "convention.yml":
            yield unread(entry, reader, _INTO_FOLDER.fill(folder=CONVENTION))
        elif entry.name in {"avenant.yml", "avenant.yaml"} or _of_an_amendment(entry, reader):
            yield unread(entry, reader, _INTO_FOLDER.fill(folder=example))
    for entry in reader.folder(root / AMENDMENTS):
        if not entry.is_dir() and (entry.suffix in {".yml", ".yaml"} or entry.name[:1].isdigit()):
            yield unread(entry, reader, _A_FOLDER.fill(index="avenant.yml", folder=example))
    for index in sorted(root.glob("[aA]*/*/avenant.yml")):
        folder = index.parent.parent.name
        if folder != AMENDMENTS and folder.lower().startswith(("amend", "avenant")):
            yield unread(index, reader, _THE_FOLDER.fill(folder=AMENDMENTS))


def _beside_the_acts(root: Path) -> list[Path]:
    """What stands at the root of a project, hidden files and links aside: whatever it is, it is no fault of the acts."""
    try:
        return sorted(p for p in root.iterdir() if not p.name.startswith(".") and not p.is_symlink())
    except OSError:
        return []


def _of_an_amendment(entry: Path, reader: Reader) -> bool:
    """Whether a file is named as an article is, and its header says what an amendment changes."""
    if entry.suffix != ".md" or not entry.name[:1].isdigit():
        return False
    header = front_matter("", reader.text(entry) or "")[0]
    return any(line.startswith(("opérations:", "operations:", "sans-effet:")) for line in header.splitlines())


def unread(path: Path, reader: Reader, help_: Filled) -> Diagnostic:
    """That a file would not be read."""
    return report(codes.UNKNOWN_FILE, Span(reader.name(path)), help=help_, name=path.name)


def taken_apart(folder: Folder, reader: Reader) -> Folder:
    """The folder with its Markdown files taken apart."""
    schema = _schema(folder)
    return replace(folder, files=tuple(_markdown(reader, path, text.decode(), schema) for path, text in folder.texts))


def keep(folder: Folder, reader: Reader) -> None:
    """Have the cache keep what an earlier run has read in the Markdown files of a folder that this run did not need to read."""
    for path, text in folder.texts:
        reader.cache.keep(_schema(folder), (path, text.decode()))


def _schema(folder: Folder) -> str:
    return "article" if folder.is_convention else "article-avenant"


def file_order(path: str) -> tuple[int, str]:
    """What the files of an act are sorted by: the number with which their name begins, then the name."""
    name = path.rpartition("/")[2]
    number = re.match(r"\d+", name)
    return (int(number.group()) if number else 0, name)


def read_checked(name: str, text: str, schema: str, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The YAML `text` of the file `name` held against a schema of `schema/`; None where it cannot be read."""
    node, problems = read_yaml(name, text, first_line=first_line)
    if node is None or has_errors(problems):
        return node, problems
    checked, found = check_node(node, schema)
    return checked, (*problems, *found)


def _yaml(reader: Reader, name: str, text: str, schema: str) -> Mapping | None:
    node, found = reader.cache.recall(schema, (name, text), Node | None, lambda: read_checked(name, text, schema))
    reader.diagnostics.extend(found)
    return _sound(node, schema) if isinstance(node, Mapping) else None


def _sound(index: Mapping, schema: str) -> Mapping:
    """The index of an act; that of a draft without the entries that are not as the schema has them.

    What is wrong in a draft, which is told, keeps nobody from the outputs: these say nothing that their own schemas do not know.
    """
    if index.text("état") != "projet":
        return index
    begins = [_begins(entry.key.span) for entry in index.entries]
    wrong = {
        bisect_right(begins, _begins(one.span)) - 1
        for one in check_node(index, schema)[1]
        if one.severity == "error" and _begins(one.span) != _begins(index.span)  # where a key is missing
    }
    return replace(index, entries=tuple(entry for rank, entry in enumerate(index.entries) if rank not in wrong))


def _begins(span: Span) -> tuple[int, int]:
    return span.line, span.column


_Taken = tuple[Node | None, tuple[Part, ...]]  # the header of a Markdown file, and what comes after it


def _words(reader: Reader, path: Path) -> str | None:
    """The text of a Markdown file; None where it is none of an act, which is reported."""
    name = reader.name(path)
    if not re.match(r"\d", path.name):
        reader.diagnostics.append(report(codes.FILE_NAME, Span(name), name=path.name))
        return None
    text = reader.text(path)
    if text is not None and not text.strip():
        reader.diagnostics.append(report(codes.EMPTY_FILE, Span(name)))
        return None
    return text


def _markdown(reader: Reader, name: str, text: str, schema: str) -> File:
    wrong: list[Span] = []

    def take_apart() -> tuple[_Taken, tuple[Diagnostic, ...]]:
        header, body, first_line, problems = front_matter(name, text)
        matter: Node | None = None
        if header:
            matter, more = read_checked(name, header, schema, first_line=2)
            problems = (*problems, *more)
        wrong.extend(p.span for p in problems if p.severity == "error")
        parts, found = read_markdown(name, body, first_line=first_line)
        return (matter, parts), (*problems, *found)

    (matter, parts), found = reader.cache.recall(schema, (name, text), _Taken, take_apart)
    reader.diagnostics.extend(found)
    return File(
        path=name,
        text=text,
        matter=matter if isinstance(matter, Mapping) else None,
        wrong=tuple(wrong),
        parts=parts,
    )
