"""The folder of a draft as somebody left it → its units: whatever is no file of a draft is refused, rather than passed over."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from clausier.author.draft.lay import Edited
from clausier.diagnostics import Diagnostic, Refused
from clausier.digest import sha256
from clausier.model.provision import Fragment, Provision
from clausier.source.headings import number_key
from clausier.source.markdown import read_markdown
from clausier.source.outline import outline

_AT_ONCE = 1_000_000  # bytes
_RANK = re.compile(r"(\d+)(.*)")
_LEFT_BESIDE = re.compile(r"\..*|.*~|Thumbs\.db|desktop\.ini", re.IGNORECASE)  # by editors, and by systems
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


def read_folder(
    folder: Path, root: Path, units: Mapping[str, Provision], digests: Mapping[str, str]
) -> tuple[Edited, ...]:
    """The units in the folder, in the order of their names: `05`, `05bis`, `06`.

    Those of which the file is as laid, by its `digests`, are those of `units`, and are not read.
    Raises Refused where there is anything else in the folder, or nothing, or a file does not hold one article.
    """
    with os.scandir(folder) as entries:
        names = sorted((e.name for e in entries if not _LEFT_BESIDE.fullmatch(e.name)), key=_order)
    if not names:
        raise Refused(
            "le brouillon ne contient plus aucun fichier\u00a0: effacer son dossier, et le poser de nouveau",
            "the draft holds no file any more: delete its folder, and lay it anew",
        )
    for name in names:
        _of_a_draft(name)
    found = tuple(_read(name, folder, root, units.get(name), digests.get(name)) for name in names)
    _numbered_once(found, units.values())
    return found


def _order(name: str) -> tuple[int, str]:
    found = _RANK.match(name)
    return (int(found[1]), found[2]) if found else (10**6, name)


def _of_a_draft(name: str) -> None:
    """Refuse what would be passed over, or would stand where nobody meant it to."""
    if not name.endswith(".md"):
        raise Refused(
            f"«\u00a0{name}\u00a0»\u00a0: un brouillon ne contient que des fichiers «\u00a0.md\u00a0»\u00a0; lui rendre son nom, ou le mettre "
            "ailleurs",
            f"“{name}”: a draft holds “.md” files alone; give it its name again, or put it elsewhere",
        )
    if not _RANK.match(name):
        raise Refused(
            f"«\u00a0{name}\u00a0»\u00a0: le nom d’un fichier du brouillon commence par le rang qui lui donne sa place (05, 05bis, 06)",
            f"“{name}”: the name of a draft’s file begins with the rank that gives it its place (05, 05bis, 06)",
        )


def _numbered_once(edited: Iterable[Edited], laid: Iterable[Provision]) -> None:
    """Refuse two files of one article, as a copy is: the text as laid has no more of that number."""
    known = Counter(map(_number, laid))
    first: dict[tuple[str, str], str] = {}
    met: Counter[tuple[str, str]] = Counter()
    for one in edited:
        number = _number(one.unit)
        if not number[1] or one.unit.status == "repealed":  # a number that is taken again is told of where it is given
            continue
        met[number] += 1
        if met[number] > max(1, known[number]):
            raise Refused(
                f"«\u00a0{first[number]}\u00a0» et «\u00a0{one.file}\u00a0» tiennent tous deux «\u00a0{one.unit.title()}\u00a0»\u00a0: en ôter un, ou "
                "lui donner un autre numéro",
                f"“{first[number]}” and “{one.file}” both hold “{one.unit.title()}”: take one away, or give it another number",
            )
        first.setdefault(number, one.file)


def _number(unit: Provision) -> tuple[str, str]:
    return unit.kind, number_key(unit.number)


def _read(name: str, folder: Path, root: Path, unit: Provision | None, as_laid: str | None) -> Edited:
    data = _bytes(f"{folder}{os.sep}{name}")
    if unit and sha256(data) == as_laid:
        return Edited(file=name, unit=unit)
    parts, found = read_markdown((folder / name).relative_to(root).as_posix(), _decoded(name, data))
    content, problems = outline(parts)
    if first := next((f for f in (*found, *problems) if f.severity == "error"), None):
        raise _refused(name, first)
    if len(content.children) != 1 or content.blocks:
        raise _not_one(name, content)
    return Edited(file=name, unit=content.children[0])


def _bytes(path: str) -> bytes:
    """The content of a file, read faster than by `open`: a folder may hold thousands."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(descriptor, _AT_ONCE)
        while more := os.read(descriptor, _AT_ONCE) if len(data) >= _AT_ONCE else b"":
            data += more
    finally:
        os.close(descriptor)
    return data


def _decoded(name: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise Refused(
            f"{name}\u00a0: il n’est pas en UTF-8\u00a0; l’enregistrer en UTF-8 dans l’éditeur de texte",
            f"{name}: it is not in UTF-8; save it as UTF-8 in the text editor",
        ) from error
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise Refused(
            f"{name}, ligne {line}\u00a0: deux rédactions s’y opposent encore\u00a0; garder l’une, et ôter l’autre avec les lignes "
            "<<<<<<<, ======= et >>>>>>>",
            f"{name}, line {line}: two wordings still clash there; keep one, and take the other away with the lines <<<<<<<, "
            "======= and >>>>>>>",
        )
    return text


def _refused(name: str, finding: Diagnostic) -> Refused:
    line, message = finding.span.line, finding.message
    return Refused(f"{name}, ligne {line}\u00a0: {message.text('fr')}", f"{name}, line {line}: {message.text('en')}")


def _not_one(name: str, content: Fragment) -> Refused:
    """Why a file does not hold one article and nothing else."""
    titles = [child.title() for child in content.children]
    if not titles and not content.blocks:
        return Refused(
            f"{name}\u00a0: le fichier est vide\u00a0; pour abroger ce qu’il contenait, l’effacer",
            f"{name}: the file is empty; to repeal what it held, delete it",
        )
    if not titles:
        return Refused(
            f"{name}\u00a0: l’intitulé manque\u00a0; la première ligne du fichier est de la forme «\u00a0# Article 4 – Durée\u00a0»",
            f"{name}: the heading is missing; the first line of the file has the form “# Article 4 – Durée”",
        )
    if content.blocks:
        return Refused(
            f"{name}\u00a0: avant «\u00a0{titles[0]}\u00a0», des mots ne sont sous aucun intitulé\u00a0; celui d’un article est de la forme "
            "«\u00a0# Article 4 – Durée\u00a0»",
            f"{name}: before “{titles[0]}”, there are words below no heading; that of an article has the form “# Article 4 – Durée”",
        )
    return Refused(
        f"{name}\u00a0: un fichier du brouillon tient un article et un seul, celui-ci en tient {len(titles)} (dont «\u00a0{titles[1]}\u00a0»)"
        "\u00a0; un sous-article a un # de plus que son article",
        f"{name}: a file of the draft holds one article, and one alone; this one holds {len(titles)} (“{titles[1]}” among them); "
        "a sub-article has one # more than its article",
    )
