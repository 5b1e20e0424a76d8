"""Files of a project → text, with what may not be read refused."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from clausier.cache import Cache
from clausier.diagnostics import Diagnostic, Span, report
from clausier.diagnostics import codes_files as codes
from clausier.digest import AS_A_FILE
from clausier.text.regex import regex
from clausier.text.typography import is_plain

MOST_BYTES = 4_000_000
# Line ends and tabs aside, controls; what ends a line for some readers only; what turns the direction of reading.
_UNSIGNED = "\ue000-\uf8ff\ufffd-\uffff\U000f0000-\U0010ffff"  # for private use, or for what could not be read
_FORBIDDEN = regex(f"[{_UNSIGNED}\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
# What is pasted in and never seen: a hyphen that shows at the end of a line only, spaces and marks without width.
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060"))
_CONFLICT = regex(r"^<{7} ", re.MULTILINE, needs=("<<<<<<<",))
# The keys that only a header has, at the start of a line above the first heading.
_HEADER_KEY = regex(r"^[^\w\n]*(?:op[ée]rations?|sans-effet|non-disponible)[ \u00a0]?:", re.MULTILINE)
_HEADING = regex(r"^#{1,6}[ \t]", re.MULTILINE)


class Reader(Struct):
    """Reads files under `root`, and keeps what it finds wrong in `diagnostics`; `cache` spares it what it has read before."""

    root: Path
    cache: Cache = field(default_factory=Cache)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def name(self, path: Path) -> str:
        """`path` as findings name it: relative to the project, with `/`."""
        # Twice for every file: `relative_to` would take longer than the reading of the file.
        return path.as_posix().removeprefix(f"{self.root.as_posix().removesuffix('/')}/")

    def folder(self, path: Path) -> list[Path]:
        """What stands in a folder, sorted, hidden files aside; symbolic links are refused. Empty where there is none."""
        if self._linked(path) or not path.is_dir():
            return []
        try:
            entries = sorted(path.iterdir(), key=lambda p: p.name)
        except OSError as error:
            self.diagnostics.append(report(codes.UNREADABLE, Span(self.name(path)), why=error.strerror or ""))
            return []
        return [p for p in entries if not p.name.startswith(".") and not self._linked(p)]

    def _linked(self, path: Path) -> bool:
        if not path.is_symlink():
            return False
        self.diagnostics.append(report(codes.SYMLINK, Span(self.name(path)), path=self.name(path)))
        return True

    def text(self, path: Path) -> str | None:
        """The text of a file, a byte order mark and what nobody sees taken off, all line ends made line feeds.

        None where it cannot be read.
        """
        name = self.name(path)
        try:
            descriptor = os.open(path, AS_A_FILE)
            with os.fdopen(descriptor, "rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            self.diagnostics.append(report(codes.UNREADABLE, Span(name), why=error.strerror or ""))
            return None
        if len(data) > MOST_BYTES:
            size = path.stat().st_size // 1_000_000
            self.diagnostics.append(report(codes.TOO_LARGE, Span(name), size=size, most=MOST_BYTES // 1_000_000))
            return None
        return self._decoded(name, data)

    def _decoded(self, name: str, data: bytes) -> str | None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.diagnostics.append(not_utf8(name, data, error.start))
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if "\n>>>>>>> " in text and (found := _CONFLICT.search(text)):
            self.diagnostics.append(report(codes.CONFLICT, Span(name, text.count("\n", 0, found.start()) + 1)))
            return None
        if is_plain(text):
            return text
        text = text.replace("\u00ad\n", "-\n").translate(_UNSEEN)
        if found := _FORBIDDEN.search(text):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            char = found.group()
            called = unicodedata.name(char, f"U+{ord(char):04X}") if char != "\x00" else "NUL"
            code = codes.CONTROL_CHARACTER if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} else codes.NO_SIGN
            self.diagnostics.append(report(code, Span(name, line, column), name=called))
            return None
        return text


def not_utf8(name: str, data: bytes, at: int) -> Diagnostic:
    """That the byte `at` of the file `name`, which holds `data`, is none of UTF-8."""
    before = data[:at]
    line, column = before.count(b"\n") + 1, len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return report(codes.NOT_UTF8, Span(name, line, column), byte=f"0x{data[at]:02X}")


class Unwritten(Reader, kw_only=True):
    """Reads, as if they were the files of one folder under `root`, `texts` that may come to be."""

    texts: Mapping[str, str]

    def folder(self, path: Path) -> list[Path]:
        """What would stand in a folder, sorted."""
        return [path / name for name in sorted(self.texts)]

    def text(self, path: Path) -> str | None:
        """The text of a file, as reading it would give it; None where it could not be read."""
        return self._decoded(self.name(path), self.texts[path.name].encode())


def front_matter(path: str, text: str) -> tuple[str, str, int, tuple[Diagnostic, ...]]:
    """`text` cut into its YAML header and its Markdown, with the line on which the Markdown begins.

    The header is "" where the file has none. One that is never closed is an error, and ends before the first heading; one
    that does not stand between two lines of three hyphens is an error too, and is left out.
    """
    begun = text.startswith("---\n") or text == "---"
    end = re.search(r"^---[ \t]*$", text[4:], re.MULTILINE) if begun else None
    if end is not None:
        header = text[4 : 4 + end.start()]
        return header, text[4 + end.end() :].removeprefix("\n"), header.count("\n") + 3, ()
    heading = _HEADING.search(text)
    top = text[: heading.start()] if heading else text
    if not begun and not (heading and _HEADER_KEY.search(top)):
        return "", text, 1, ()
    first = len(top) - len(top.lstrip())
    line = 1 if begun else top.count("\n", 0, first) + 1
    code = codes.MATTER_UNCLOSED if begun else codes.MATTER_MISPLACED
    return top[4:] if begun else "", text[len(top) :], top.count("\n") + 1, (report(code, Span(path, line)),)
