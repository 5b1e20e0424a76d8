"""YAML with its traps taken out: every scalar is text with its place, and what deceives is refused.

Nothing here knows a key: `source.schema` says what each text must be.
"""

from __future__ import annotations

from clausier.diagnostics import Diagnostic
from clausier.source.yaml.nodes import NOTHING, Entry, Mapping, Node, Scalar, Sequence

__all__ = ["NOTHING", "Entry", "Mapping", "Node", "Scalar", "Sequence", "read_yaml"]


def read_yaml(path: str, text: str, *, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one YAML document that `text` holds, and what is wrong with it; None where it holds none that can be read.

    `path` and `first_line` (the line of the file on which `text` begins) place everything; columns count characters.
    A value left out or an alias is reported and stands as an empty plain `Scalar`; of a key given twice the first
    counts. Never raises, whatever the text.
    """
    from clausier.source.yaml.events import read  # libyaml, which a text kept from an earlier reading does without

    return read(path, text, first_line)
