"""The files that an import writes: in canonical form, under names made of their headings, the signed file beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausier.author.canonical.markdown import format_markdown
from clausier.author.canonical.yaml import format_yaml
from clausier.author.intake.reading import File
from clausier.author.intake.writing import scalar
from clausier.text.accents import as_id

_LONGEST_NAME = 48


def canonical(name: str, text: str, schema: str) -> bytes:
    """The file as `clausier fmt` leaves it; `schema` is that of its header, or of all of it where it is YAML."""
    write = format_markdown if name.endswith(".md") else format_yaml
    return write(name, text, schema)[0].encode()


def file_name(words: str) -> str:
    """The name of a file for these words, without its number and its suffix."""
    name = as_id(words)
    return name[:_LONGEST_NAME].rsplit("-", 1)[0] if len(name) > _LONGEST_NAME else name or "article"


def received_files(files: Sequence[File], words: str = "") -> tuple[dict[str, bytes], tuple[tuple[str, str], ...]]:
    """What is kept of signed files: their words as `source.txt`, and each as it came; and the name and hash of each.

    `words` stand in `source.txt` where they are not those of the files in their order.
    """
    kept = {"source.txt": (words or "\n".join(file.words for file in files)).encode()}
    names: list[tuple[str, str]] = []
    for file in files:
        alone = len(files) == 1 and file.data == kept["source.txt"]
        name = "source.txt" if alone else _kept_name(file.name, kept)
        kept.setdefault(name, file.data)
        names.append((name, file.digest))
    return kept, tuple(names)


def received_yaml(received: Sequence[tuple[str, str]]) -> list[str]:
    """The key `reçu`."""
    lines = ["reçu:"]
    for name, digest in received:
        lines += [f"  - fichier: {scalar(name)}", f'    empreinte: "{digest}"']
    return lines


def _kept_name(name: str, taken: Mapping[str, bytes]) -> str:
    """The name under which the signed file is kept: one that no reader of sources takes for its own."""
    name = name.lstrip(".") or "acte"
    if name.endswith((".md", ".yml", ".yaml")):
        name += ".txt"
    return f"recu-{name}" if name in taken or name == "source.txt" else name
