"""What a person has made of files of an imported act: their operations and questions stand for those that were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from clausier.author.intake.questions import Question
from clausier.model.act import Act
from clausier.model.operation import Operation, TextOperation
from clausier.source.files import front_matter
from clausier.source.yaml import Mapping, Node, Scalar, Sequence, read_yaml


class Own(Struct, frozen=True, kw_only=True):
    """One file as a person has left it; all is empty for one that was taken away.

    `operations` are those of the files of its rank, under whatever name they stand now.
    """

    operations: tuple[Operation, ...] = ()
    shown: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    without: str = ""

    @property
    def of_text(self) -> tuple[TextOperation, ...]:
        """The operations that change the text."""
        return tuple(o for o in self.operations if isinstance(o, TextOperation))


def own_files(folder: Path, act: Act | None, names: Iterable[str]) -> dict[str, Own]:
    """The files of these names in the folder of the act, as a person has left them."""
    operations = act.operations if act else ()
    return {name: _own(folder / name, operations) for name in names if name.endswith((".md", ".yml"))}


def _own(path: Path, operations: Iterable[Operation]) -> Own:
    header = _header(path)
    rank = _rank(path.name)
    found = header.get("questions") if header else None
    listed = header.get("opérations") if header else None
    without = header.get("sans-effet") if header else None
    return Own(
        operations=tuple(
            o for o in operations if rank is not None and _rank(o.common.span.path.rpartition("/")[2]) == rank
        ),
        shown=tuple(_shown(one) for one in listed.items) if isinstance(listed, Sequence) else (),
        questions=tuple(_questions(found)),
        without=without.value if isinstance(without, Scalar) else "",
    )


def _header(path: Path) -> Mapping | None:
    """What the header of an article says, or the index of the act; None where it cannot be read, which `check` reports."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    header = front_matter("", text)[0] if path.suffix == ".md" else text
    node = read_yaml("", header)[0] if header else None
    return node if isinstance(node, Mapping) else None


def _rank(name: str) -> int | None:
    """The number with which the name of a file begins, 0 of the opening; None for the index of the act."""
    found = re.match(r"\d+", name)
    return int(found.group()) if found else None


def _questions(node: Node | None) -> Iterator[Question]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            readings = item.get("lectures")
            yield Question(
                sentence=_shown(item.get("phrase")),
                why=_shown(item.get("motif")),
                readings=tuple(_shown(one) for one in readings.items) if isinstance(readings, Sequence) else (),
            )


def _shown(node: Node | None) -> str:
    """A value on one line."""
    match node:
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return "[" + ", ".join(map(_shown, items)) + "]"
        case Mapping(entries=entries):
            return ", ".join(f"{entry.key.value}: {_shown(entry.value)}" for entry in entries)
        case None:
            return ""
