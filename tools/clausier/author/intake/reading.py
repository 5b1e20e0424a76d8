"""A signed file → its bytes and its blocks, by the reader that its name asks for; refused within bounds."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.intake.form import Received, plain
from clausier.author.intake.marked import read_marked
from clausier.author.intake.nesting import nested
from clausier.author.intake.text import read_text
from clausier.diagnostics import Miscalled, Refused
from clausier.digest import sha256
from clausier.text.typography import BULLETS

MOST_BYTES = 30_000_000
MOST_TEXT_BYTES = 4_000_000  # of a text, as of every source
MOST_BLOCKS = 10_000  # an act has some hundreds
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_OF_FONTS = str.maketrans(dict.fromkeys((sign for sign in BULLETS if sign >= "\ue000"), "•"))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class File(Struct, frozen=True, kw_only=True):
    """A signed file: its name, its bytes, what was read in it, and its words as `source.txt` keeps them."""

    name: str
    data: bytes
    received: Received
    words: str

    @property
    def digest(self) -> str:
        """Its SHA-256."""
        return sha256(self.data)


def read_file(path: Path, known: Callable[[], Iterable[str]] = tuple) -> File:
    """The file at `path`, read; `known` gives words by which a word cut at the end of a line is known again.

    Raises Refused with what to do.
    """
    data = _bytes(path)
    suffix = path.suffix.lower()
    match suffix:
        case ".txt" | ".md":
            words = _decoded(path.name, data)
            received = read_text(words) if suffix == ".txt" else read_marked(words)
            kept = words if suffix == ".txt" else plain(received.blocks)
        case ".docx":
            from clausier.author.intake.word import read_word

            if data.startswith(_OLE):
                raise Refused(
                    f"« {path.name} » est protégé par un mot de passe, ou dans un ancien format : "
                    "l’enregistrer sans mot de passe, au format .docx",
                    f"“{path.name}” is protected by a password, or in an old format: save it without one, as .docx",
                )
            received = read_word(path.name, data)
            kept = plain(received.blocks)
        case ".pdf":
            from clausier.author.intake.pdf.read import read_pdf

            received = read_pdf(path.name, data, known())
            kept = plain(received.blocks)
        case _:
            raise Refused(
                f"« {path.name} » : import lit .docx, .pdf, .txt et .md ; l’enregistrer dans un de ces formats",
                f"“{path.name}”: import reads .docx, .pdf, .txt and .md; save it as one of these",
            )
    if suffix != ".md":  # whose indentation says it
        received = replace(received, blocks=tuple(nested(received.blocks)))
    if found := _FORBIDDEN.search(kept):
        raise _control(path.name, kept, found)
    if not received.blocks:
        raise Refused(
            f"« {path.name} » ne contient aucun texte : demander le fichier d’origine, ou reconnaître les caractères (OCR)",
            f"“{path.name}” holds no text: ask for the original file, or recognise its characters (OCR)",
        )
    if len(received.blocks) > MOST_BLOCKS:
        raise Refused(
            f"« {path.name} » a plus de {MOST_BLOCKS} alinéas : n’importer que l’acte",
            f"“{path.name}” has more than {MOST_BLOCKS} lines: import the act alone",
        )
    return File(name=path.name, data=data, received=received, words=kept)


def _bytes(path: Path) -> bytes:
    try:
        # Not `read_bytes`: a pipe or a device would never end.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise Miscalled(f"il n’y a pas de fichier «\u00a0{path}\u00a0»", f"there is no file “{path}”") from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Miscalled(f"«\u00a0{path}\u00a0» ne se lit pas ({why})", f"“{path}” cannot be read ({why})") from None
    most = MOST_TEXT_BYTES if path.suffix.lower() in {".txt", ".md"} else MOST_BYTES
    if len(data) > most:
        raise Refused(
            f"« {path.name} » dépasse {most // 1_000_000} Mo : n’importer que l’acte, sans ses images",
            f"“{path.name}” is larger than {most // 1_000_000} MB: import the act alone, without its images",
        )
    return data


def _decoded(name: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise Refused(
            f"« {name} » n’est pas en UTF-8 : l’enregistrer en UTF-8 dans l’éditeur de texte",
            f"“{name}” is not UTF-8: save it as UTF-8 in the text editor",
        ) from None
    return text.translate(_OF_FONTS)


def _control(name: str, text: str, found: re.Match[str]) -> Refused:
    line, sign = text.count("\n", 0, found.start()) + 1, f"U+{ord(found.group()):04X}"
    return Refused(
        f"« {name} », ligne {line} : le signe de commande {sign} n’a pas sa place dans un texte",
        f"“{name}”, line {line}: the control character {sign} has no place in a text",
    )
