"""The parts of a .docx, which is a zip of XML: opened within bounds, nothing executed, nothing fetched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from clausier.author.intake.form import too_much
from clausier.diagnostics import Refused

MOST_PARTS = 5_000
MOST_UNPACKED = 100_000_000
MOST_XML = 60_000_000
MOST_ELEMENTS = 2_000_000
DEEPEST = 200
WANTED = ("word/document.xml", "word/numbering.xml", "word/styles.xml")


class _Bounded(ET.TreeBuilder):
    """Builds a tree that is neither too deep nor too large, and has no entities of its own."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth, self.count = name, 0, 0

    def doctype(self, *_: object) -> None:
        """Word writes none: what declares entities, which may name files and addresses, is refused."""
        raise Refused(
            f"« {self.name} » déclare des entités XML, ce qu’aucun traitement de texte n’écrit : fichier refusé",
            f"“{self.name}” declares XML entities, which no word processor writes: file refused",
        )

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        """An element opens."""
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST or self.count > MOST_ELEMENTS:
            raise too_much(self.name)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        """An element closes."""
        self.depth -= 1
        return super().end(tag)


def parts_of_word(name: str, data: bytes) -> Mapping[str, ET.Element]:
    """The trees of the parts that are read, by their path in the archive. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(name, archive)
            found = {part: _tree(name, _unpacked(name, archive, part)) for part in WANTED if _has(archive, part)}
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise _broken(name, str(error)) from None
    except RuntimeError:  # zipfile's word for a part that asks for a password
        raise _locked(name) from None
    except Exception as error:
        # What is left are the errors of decompressors (zlib, lzma), which share no class.
        if isinstance(error, Refused):
            raise
        raise _broken(name, type(error).__name__) from None
    if WANTED[0] not in found:
        raise _broken(name, "word/document.xml")
    return found


def _check(name: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise too_much(name)
    if any(e.flag_bits & 1 for e in entries):
        raise _locked(name)
    names = {e.filename.lower() for e in entries}
    types = _unpacked(name, archive, "[Content_Types].xml") if _has(archive, "[Content_Types].xml") else b""
    if any(n.endswith("vbaproject.bin") for n in names) or b"macroEnabled" in types:
        raise Refused(
            f"« {name} » contient des macros : l’enregistrer au format .docx, qui n’en a pas",
            f"“{name}” holds macros: save it as .docx, which has none",
        )


def _has(archive: zipfile.ZipFile, part: str) -> bool:
    return part in archive.namelist()


def _unpacked(name: str, archive: zipfile.ZipFile, part: str) -> bytes:
    # Not `read`: what a part says of its size may be a lie.
    with archive.open(part) as file:
        data = file.read(MOST_XML + 1)
    if len(data) > MOST_XML:
        raise too_much(name)
    return data


def _tree(name: str, data: bytes) -> ET.Element:
    parser = ET.XMLParser(target=_Bounded(name))  # noqa: S314 - the builder refuses entities, depth and size
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except ET.ParseError as error:
        raise _broken(name, str(error)) from None
    return root


def _broken(name: str, why: str) -> Refused:
    return Refused(
        f"« {name} » est tronqué, ou n’est pas un document Word ({why}) : le demander à nouveau",
        f"“{name}” is truncated, or no Word document ({why}): ask for it again",
    )


def _locked(name: str) -> Refused:
    return Refused(
        f"« {name} » est protégé par un mot de passe : l’enregistrer sans mot de passe",
        f"“{name}” is protected by a password: save it without one",
    )
