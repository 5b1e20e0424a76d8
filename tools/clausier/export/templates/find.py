"""Which templates there are: those of the package, and a project's own, which take the place of those of the same name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Span, codes_out, report
from clausier.schemas import shipped
from clausier.source.files import Reader

FOLDER = "modeles"
ENDING = ".md.j2"
SHARED = "clausier/"  # before the name of a template of the package, for a project's own that builds on it
SUBJECTS = ("acte", "instance", "vote")
_HEAD = re.compile(r"\{#-?\s*(?P<subject>[^\s–]+)\s+–\s+(?P<said>.*?)\s*-?#\}", re.DOTALL)


class Template(Struct, frozen=True, kw_only=True):
    """A template: its `name`, the file as findings name it, its text, and whether it is the project's own.

    `subject` is what its document is about, `said` what the document is, both as the first line of the file has them.
    """

    name: str
    subject: str
    said: str
    path: str
    text: str
    own: bool


def templates(root: Path) -> tuple[Mapping[str, Template], tuple[Diagnostic, ...]]:
    """The templates for the project at `root`, by name, and what is wrong with those that cannot be read.

    A template is a file `NAME.md.j2` whose first line says what it is about, and what it makes: `{# acte – Un rapport. #}`.
    A file whose name begins with `_` is a part that templates include.
    """
    found: dict[str, Template] = {}
    problems: list[Diagnostic] = []
    for reader, folder, own in _folders(root):
        for path in reader.folder(folder):
            if not path.name.endswith(ENDING) or path.name.startswith("_"):
                continue
            text = reader.text(path)
            if text is not None:
                made, wrong = _template(path.name.removesuffix(ENDING), name_of(path, root), text, own=own)
                problems += wrong
                found |= {made.name: made} if made else {}
        problems += reader.diagnostics
    return {name: found[name] for name in sorted(found)}, tuple(problems)


def source(root: Path, name: str) -> tuple[str, str] | None:
    """The text and the path of the template file that another one names (`rapport.md.j2`, `clausier/rapport.md.j2`).

    None where there is none that can be read.
    """
    wanted = name.removeprefix(SHARED)
    if "/" in wanted:
        return None
    for reader, folder, own in reversed(_folders(root)):
        if own and name != wanted:
            continue
        if (text := reader.text(folder / wanted)) is not None:
            return text, name_of(folder / wanted, root)
    return None


def name_of(path: Path, root: Path) -> str:
    """A template file as findings name it: in the project, by its path; of the package, as templates name it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else SHARED + path.name


def _folders(root: Path) -> list[tuple[Reader, Path, bool]]:
    """Where templates are, the package's first, and whether they are the project's own."""
    shared, own = shipped("site") / FOLDER, root / "site" / FOLDER
    found = [(Reader(shared), shared, False)]
    return found if own.resolve() == shared.resolve() else [*found, (Reader(root), own, True)]


def _template(name: str, path: str, text: str, *, own: bool) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    head = _HEAD.match(text)
    if head is None or head["subject"] not in SUBJECTS:
        return None, (report(codes_out.TEMPLATE_HEAD, Span(path), subjects=", ".join(SUBJECTS)),)
    made = Template(
        name=name, subject=head["subject"], said=" ".join(head["said"].split()), path=path, text=text, own=own
    )
    return made, ()
