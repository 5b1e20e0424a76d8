"""Raw sources → their lines, and what the operations bring: the verifier's own reading, which shares nothing with the compiler.

Markdown is read line by line: quotation marks, `#`, bullets, table rules, emphasis, links and escapes are taken off, the
lines of a paragraph are joined by one space, and what is left must be the words. Nothing else is normalised: a no-break
space, an apostrophe or a ligature stands in the compiled text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

TAKE_A_QUOTATION = {"remplacer", "completer", "completer-au-debut", "inserer-apres", "inserer-avant", "retablir"}
ROWS = {"remplacer-ligne", "ajouter-ligne"}
WRITE_WORDS = {"remplacer-mots": "par", "inserer-mots": "mots", "renommer": "intitule"}
OTHERS = {
    "supprimer-mots", "abroger", "supprimer", "renumeroter", "deplacer", "scinder", "reunir", "supprimer-ligne",
    "suspendre", "expirer", "proroger", "adhesion", "retrait", "fusion", "denomination", "representation", "reporter",
    "annuler", "sans-effet",
}  # fmt: skip
VERBS = TAKE_A_QUOTATION | ROWS | WRITE_WORDS.keys() | OTHERS

# Generous on purpose: it only says which characters of a heading line need not be among its words.
DIVISION = r"(?:(?:sous-)?(?:titre|section|paragraphe)|chapitre|partie|livre|fiche|appendice)"
RANKS = {"premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3, "unique": 1}
RANKS |= {word: n for n, word in enumerate("un deux trois quatre cinq six sept huit neuf dix".split(), start=1)}
RANK = f"(?:{'|'.join(RANKS)})"
BEFORE_WORDS = re.compile(
    rf"(?:[«“\"]\s*)?(?:(?:article|art\.?|annexe|préambule|preambule|{DIVISION})\s*)?"
    rf"(?:n°\s*)?(?:{RANK}\b(?:\s{DIVISION}\b)?|[A-Z]-\d[\w.-]*|\d+\ser\b|"
    r"(?:[a-z]{1,2}|[ivx]{3,5})\)|\d+[°)]|[IVXLCDM]+(?:er|ère|ème|e|[.]\d[\w.-]*)\b|[LRDA]?\*?\.?\s*\*?\d[\w.-]*|[IVXLCDM]+\b|[A-Z]\b[\d.]*)?"
    r"(?:\s(?:bis|ter|quat[eo]r|[a-z]+ies)\b(?:\.\d+\b)*)*(?:\s[A-Z](?=\s*(?:[–—:.-]|$)))?"
    r"\s*(?:\((?:nouveau|nouvelle)\)\s*)?\.?\s*[–—:.-]?\s*",
    re.IGNORECASE,
)
_UNMARKED = re.compile(
    r"(?:[«“\"]\s*)?(?:Article|ARTICLE|Annexe|ANNEXE)\s+[\dA-Z][\w.]*(?:\s(?:bis|ter))?(?:\s*[.:–—-]\s*\S.*)?\Z"
)
_NUMBERED = re.compile(r"(?:[«“\"]\s*)?(?:Article|Art\.)\s+\d[\w.]*(?:\s(?:bis|ter))?\s*[.:–—-]\s*\S.*\Z")
_QUOTE = re.compile(r"\A {0,3}> ?")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*)")
_BULLET = re.compile(r"\s*[-*+](?:\s+|$)")
_ORDERED = re.compile(r"\s*\d{1,9}[.)](?:\s|$)")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_MARKUP = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\[(?P<linked>(?:\\.|[^\]\\])*)\]\([^()\s]*(?:\([^()]*\)[^()]*)?\)|<(?P<address>[a-z]+:[^>\s]+)>"
    r"|(?P<emphasis>(?<!\s)[*]+|[*]+(?!\s)|(?<!\w)_+(?!\s)|(?<!\s)_+(?!\w))"
)


@dataclass(frozen=True)
class Line:
    """A heading, an alinéa or a cell (`words`, `title`: what YAML brings): its words, where it stands, the headings above it, the quotation it is in (from 1).

    `level` is a heading's, or how far an item is indented; `named` is the first cell of a cell's row.
    """

    kind: str
    text: str
    path: str = ""
    row: int = 0
    level: int = 0
    under: tuple[str, ...] = ()
    quote: int = 0
    header: bool = False
    named: str = ""

    @property
    def numbers(self) -> bool:
        """Whether it may begin with a number that is none of its words: a heading, or « Art. 2. – Le bureau vote. » quoted."""
        return self.kind == "heading" or bool(
            self.quote and self.kind == "line" and not self.level and _NUMBERED.match(self.text)
        )


@dataclass(frozen=True)
class Operation:
    """One operation as its front matter has it, and the lines that it brings."""

    act: str
    path: str
    rank: int
    article: str
    verb: str
    keys: dict[str, Any]
    brings: tuple[Line, ...]
    sentences: tuple[str, ...]

    @property
    def targets(self) -> tuple[str, ...]:
        """What it names, each as written."""
        named = self.keys.get(self.verb, "")
        return tuple(named) if isinstance(named, list) else (named,)

    @property
    def once(self) -> bool:
        """Whether what it brings is written once: one target, one occurrence."""
        return (
            len(self.targets) == 1
            and "occurrences" not in self.keys
            and not re.search(r"\*|\s(?:à|et)\s", self.targets[0])
            and self.verb not in {"abroger", "renumeroter"}
        )

    @property
    def given(self) -> tuple[str, ...]:
        """The numbers that it gives, a range spelt out, without the word that says of what (« l’article 3 »)."""
        named = self.keys.get("en", "")
        every = (n for one in (named if isinstance(named, list) else [named]) for n in _spelt_out(one))
        return tuple(re.sub(r"^(?:l['’])?(?:article|annexe) ", "", n, flags=re.IGNORECASE) for n in every)


@dataclass
class Act:
    """An act as its folder has it."""

    id: str
    folder: str
    index: dict[str, Any]
    lines: list[Line] = field(default_factory=list)
    gaps: set[str] = field(default_factory=set)
    operations: list[Operation] = field(default_factory=list)


def read_sources(root: Path) -> dict[str, Act]:
    """The acts of the project at `root`, by their ids, the convention first."""
    acts = {"convention": _act(root, root / "convention", "convention.yml", "convention")}
    for folder in sorted((root / "amendments").glob("[!.]*")):
        if (folder / "avenant.yml").is_file():
            act = _act(root, folder, "avenant.yml", folder.name)
            acts[act.id] = act
    return acts


def plain_key(key: str) -> str:
    """A key without its accents: sources may leave them out."""
    return "".join(c for c in unicodedata.normalize("NFD", key) if not unicodedata.combining(c))


def _plain_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {plain_key(k): _plain_keys(v) for k, v in value.items()}
    return [_plain_keys(v) for v in value] if isinstance(value, list) else value


def _yaml(text: str) -> dict[str, Any]:
    found = _plain_keys(yaml.load(text, yaml.BaseLoader))  # noqa: S506 - the base loader makes texts only
    return found if isinstance(found, dict) else {}


def _text(path: Path) -> str:
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u00ad\n", "-\n")  # a hyphen that shows where it ends a line
    return "".join(sign for sign in text if sign == "\u00a0" or unicodedata.category(sign) != "Cf")


def _act(root: Path, folder: Path, index: str, name: str) -> Act:
    keys = _yaml(_text(folder / index))
    said = str(keys.get("id", name))
    if keys.get("etat") == "projet" and not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", said):
        said = name  # what is wrong in a draft's index counts as not said
    act = Act("convention" if name == "convention" else said, str(folder.relative_to(root)), keys)
    if name == "convention" and "jusqu-au" in keys:  # it ends of itself, on the day after
        path = (folder / index).relative_to(root).as_posix()
        ends = {"expirer": "*", "en-vigueur": {"lendemain": keys["jusqu-au"]}}
        act.operations.append(Operation("convention", path, 1, "", "expirer", ends, (), ()))
    files = [f for f in folder.glob("*.md") if f.name[0].isdigit()]
    for file in sorted(files, key=lambda f: (int(re.match(r"\d+", f.name)[0]), f.name)):  # type: ignore[index]  # begins with a digit
        path, text = file.relative_to(root).as_posix(), _text(file)
        matter, body, first = {}, text, 1
        if found := re.match(r"---\n(.*?)^---[ \t]*\n", text, re.DOTALL | re.MULTILINE):
            matter, body, first = _yaml(found[1]), text[found.end() :], found[0].count("\n") + 1
        lines = list(headed(lines_of(body, path, first)))
        act.lines += lines
        if "non-disponible" in matter:
            act.gaps.add(matter["non-disponible"])
        act.operations += _operations(act.id, path, matter, lines)
    return act


def headed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, the first of a quotation being the heading of the others where it alone is written as one."""
    for quote, group in groupby(lines, key=lambda line: line.quote):
        own = list(group)
        heads = [line for line in own if line.kind == "line" and line.level == 0 and _UNMARKED.match(line.text)]
        if quote and len(own) > 1 and heads == own[:1]:
            yield replace(heads[0], kind="heading")
            yield from (replace(line, under=(heads[0].text, *line.under)) for line in own[1:])
        else:
            yield from own


def lines_of(body: str, path: str = "", first: int = 1) -> Iterator[Line]:
    """The lines of a Markdown text, in order."""
    rows = body.split("\n")
    above: dict[bool, list[tuple[int, str]]] = {False: [], True: []}
    opened: list[str] = []
    began = quote = indent = width = 0  # width: 1 after the header of a table, 2 in its rows
    quoted = False

    def closed() -> Iterator[Line]:
        text = plain(" ".join(opened))
        opened.clear()
        if text:
            yield made("line", text, began, indent)

    def made(kind: str, text: str, row: int, level: int = 0, *, header: bool = False, named: str = "") -> Line:
        under = tuple(t for _, t in above[quoted])
        return Line(kind, text, path, row, level, under, quote if quoted else 0, header, named)

    for index, raw in enumerate(rows):
        row, here = raw, index + first
        inside = bool(_QUOTE.match(row))
        if inside != quoted:
            yield from closed()
            quoted, width = inside, 0
            quote += inside
            above[True] = []
        row = _QUOTE.sub("", row, count=1)
        following = _QUOTE.sub("", rows[index + 1], count=1) if index + 1 < len(rows) else ""
        if not row.strip(" \t"):
            yield from closed()
            width = 0
        elif heading := _HEADING.match(row):
            yield from closed()
            level, text = len(heading[1]), plain(heading[2])
            above[quoted] = [(n, t) for n, t in above[quoted] if n < level]
            above[quoted].append((level, text))
            yield made("heading", text, here, level)
        elif width == 1:
            width = 2  # the rule between a header and its rows
        elif width or ("|" in row and _RULE.fullmatch(following) and "-" in following):
            yield from closed()
            cells = _cells(row)
            yield from (made("cell", cell, here, header=not width, named=cells[0]) for cell in cells if cell)
            width = width or 1
        else:
            if _BULLET.match(row) or _ORDERED.match(row):
                yield from closed()
                indent = len(row) - len(row.lstrip()) + 1
            elif not opened:
                indent = len(row) - len(row.lstrip())
            while bullet := _BULLET.match(row):
                row = row[bullet.end() :]
            if not opened:
                began = here
            opened.append(row.strip(" \t"))
    yield from closed()


def plain(text: str) -> str:
    """Words without Markdown's marks."""

    def words(found: re.Match[str]) -> str:
        if found["linked"] is not None:
            return plain(found["linked"])
        return found["escaped"] or found["address"] or ""

    return _MARKUP.sub(words, text).strip()


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [plain(cell) for cell in re.split(r"(?<!\\)\|", inner)]


def _operations(act: str, path: str, matter: dict[str, Any], lines: list[Line]) -> Iterator[Operation]:
    listed = list(matter.get("operations", ()))
    if "sans-effet" in matter:
        listed.append({"sans-effet": matter["sans-effet"]})
    article = _article(lines)
    heading = article[0].text if article else ""
    own = tuple(line.text for line in article if not line.quote and line.kind == "line")
    quotations = sorted({line.quote for line in article if line.quote})
    taken = 0
    for rank, keys in enumerate(listed, start=1):
        verb = next((k for k in keys if k in VERBS), "")
        brings: tuple[Line, ...] = ()
        if verb in TAKE_A_QUOTATION or (verb in ROWS and "cellules" not in keys):
            taken = int(keys.get("citation", taken + 1))
            which = quotations[taken - 1] if 0 < taken <= len(quotations) else -1
            brings = tuple(line for line in article if line.quote == which)
            if "intitule" in keys and not any(line.kind == "heading" for line in brings):
                brings = (Line("title", keys["intitule"], path), *brings)
        elif verb in ROWS:
            brings = tuple(Line("cell", cell, path, named=keys["cellules"][0]) for cell in keys["cellules"] if cell)
        elif verb in WRITE_WORDS and keys.get(WRITE_WORDS[verb], "").strip():
            kind = "title" if verb == "renommer" else "words"
            brings = (Line(kind, keys[WRITE_WORDS[verb]].strip(), path),)
        elif verb == "abroger":
            brings = (Line("words", "(abrogé)", path),)
        number = 0 if verb == "sans-effet" else rank
        operation = Operation(act, path, number, heading, verb, keys, brings, own)
        if verb == "renumeroter":  # of an item, it writes the label
            operation = replace(operation, brings=tuple(Line("words", n, path) for n in operation.given))
        yield operation


def _spelt_out(numbers: str) -> Iterator[str]:
    """`2° à 4°` → `2°`, `3°`, `4°`; `a) à c)` likewise; anything else as it is."""
    found = re.fullmatch(r"(\w+?)(\W*)\sà\s(\w+?)(\W*)", numbers)
    if not found:
        yield numbers
    elif found[1].isdigit():
        yield from (f"{n}{found[2]}" for n in range(int(found[1]), int(found[3]) + 1))
    else:
        yield from (f"{chr(n)}{found[2]}" for n in range(ord(found[1]), ord(found[3]) + 1))


def _article(lines: list[Line]) -> list[Line]:
    """The lines of the file's first article, to which its front matter belongs."""
    begin = next(
        (
            i
            for i, line in enumerate(lines)
            if line.kind == "heading"
            and not line.quote
            and not re.match(rf"(?:{RANK}\s)?{DIVISION}\b", line.text, re.IGNORECASE)
        ),
        0,
    )
    article = lines[begin : begin + 1]
    for line in lines[begin + 1 :]:
        if line.kind == "heading" and not line.quote and line.level <= article[0].level:
            break
        article.append(line)
    return article
