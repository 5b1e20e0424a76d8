"""Blocks → Markdown of our small kind, and values → YAML: what is written is read back, and must say the same words."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from clausier.author.intake.form import Block, Grid, Paragraph
from clausier.author.intake.quoting import CLOSING, OPENING, Part, Quoted
from clausier.diagnostics import has_errors
from clausier.source.headings import number_key, read_heading, sentence_behind, states
from clausier.source.markdown import read_markdown
from clausier.source.outline import outline
from clausier.text import Text
from clausier.text.typography import BLANKS

_LONGEST_HEADING = 150
_NUMBERED = re.compile(r"(\d{1,3})([.)])[ \u00a0\u202f]+(?=\S)")
# « – un président ; »: an item that bears the guillemet repeated at each alinéa. The dash is Markdown's, a label stays a word.
_QUOTED_ITEM = re.compile(
    rf"(?P<opens>[{OPENING}][{BLANKS}]*)(?:(?P<dash>[-–—―•][{BLANKS}]+)|(?:\d{{1,3}}[°º]|[a-z]\))[{BLANKS}])(?=\S)"
)
_TOP = 2  # the level of the heading of a new article
EVERYTHING = "*"  # the root of a new text that is that of the whole convention, its divisions and annexes among it
_PLAIN = re.compile(r"[\w][\w .,’'()/°–-]*\Z")
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}\Z")


def article_markdown(heading: str, parts: Iterable[Part], roots: dict[int, str]) -> str:
    """An article of the act; `roots` gives, by its rank, the number of the article that a quotation rewrites."""
    pieces = [f"# {heading_markdown(heading)}"] if heading else []
    own: list[Block] = []
    rank = 0
    for part in parts:
        if isinstance(part, Quoted):
            pieces += blocks_markdown(own)
            own = []
            inner = "\n\n".join(blocks_markdown(part.blocks, roots.get(rank, ""), headed=part.headed))
            pieces.append("\n".join(f"> {line}".rstrip() for line in inner.split("\n")))
            rank += 1
        else:
            own.append(part)
    pieces += blocks_markdown(own)
    return "\n\n".join(pieces) + "\n"


def is_heading(block: Block, root: str) -> bool:
    """Whether a line of new text is the heading of article `root`, of one below it, or of any other by its word."""
    if not isinstance(block, Paragraph) or block.label or not 0 < len(block.text) <= _LONGEST_HEADING:
        return False
    words = block.text.lstrip(OPENING + BLANKS)
    found = read_heading(Text(words))
    kinds = {"article", "annex"} | ({"division", "preamble"} if root == EVERYTHING else set())
    if found is None or not (found.number or found.kind == "preamble") or found.kind not in kinds:
        return False
    if words.rstrip(CLOSING + BLANKS).endswith((".", ";", ",", ":")):
        return False
    if found.prefix.strip(BLANKS) or found.kind == "preamble":
        return True
    key, own = number_key(found.number), number_key(root)
    return bool(own) and "." in found.number and (key == own or key.startswith(own + "."))


def unsure_heading(block: Block, root: str, units: Collection[str]) -> bool:
    """Whether a line bears a number of article `root` and is no heading for certain: « 8.1. Réunions du comité. ».

    What is longer than a heading, or a sentence, is an alinéa, unless the text in force has a unit of that number, of those `units`.
    """
    if not isinstance(block, Paragraph) or block.label or is_heading(block, root):
        return False
    if sentence_behind(Text(block.text.lstrip(OPENING + BLANKS))):
        return False
    found = re.match(
        r"(?:article|art\.)?[ \u00a0]*(\d+(?:\.\d+)+|\d+(?=[ \u00a0]?[–:-]))",
        block.text.lstrip(OPENING + BLANKS),
        re.IGNORECASE,
    )
    own = number_key(root)
    if not found or not own:
        return False
    said = block.text.lstrip(OPENING + BLANKS)[found.end() :].lstrip(f"{BLANKS}.:–-").rstrip(CLOSING + BLANKS)
    if (len(block.text) > _LONGEST_HEADING or states(said)) and number_key(found[1]) not in units:
        return False
    return found[1] == own or found[1].startswith(own + ".")


def blocks_markdown(blocks: Iterable[Block], root: str = "", *, headed: bool = False) -> list[str]:
    """The blocks as Markdown, the items of a list together; `headed`: the first is a heading."""
    pieces: list[str] = []
    items: list[str] = []
    number = 0
    article = root  # that of which a line may bear a number
    widths: list[int] = []  # of the marks of the items that the next one may stand in

    def flush() -> None:
        nonlocal number
        if items:
            pieces.append("\n".join(items))
            items.clear()
        widths.clear()
        number = 0

    for block in blocks:
        if isinstance(block, Grid):
            flush()
            pieces.append(_table(block))
            continue
        mark, text, follows = _mark(block, number, first=not pieces and not items)
        if follows:
            depth = min(max(1, block.depth), len(widths) + 1)
            del widths[depth - 1 :]
            items.append(" " * sum(widths) + f"{mark} {text}")
            widths.append(len(mark) + 1)
            number = follows if depth == 1 else number
        else:
            flush()
            level = _TOP if headed and not pieces else _level(block, root if is_heading(block, root) else article)
            article = _article(block) or article if level else article
            pieces.append(f"{'#' * level} {heading_markdown(block.text)}" if level else text)
    flush()
    return pieces


def _mark(block: Paragraph, number: int, *, first: bool) -> tuple[str, str, int]:
    """The Markdown mark of an item, its words, and its rank in a numbered list (1 where it is in another); 0: no item."""
    text = line_markdown(block.text)
    if (quoted := _QUOTED_ITEM.match(block.text)) and (quoted["dash"] or not first):
        bare = f"{quoted['opens']}{block.text[quoted.end() :]}" if quoted["dash"] else block.text
        return "-", line_markdown(bare), 1
    if block.label in {"-", ""} and not block.depth:
        found = _NUMBERED.match(block.text)
        if found and not block.level and int(found[1]) == number + 1:
            return f"{found[1]}{found[2]}", line_markdown(block.text[found.end() :]), number + 1
        return "", text, 0
    if numbered := re.fullmatch(r"(\d{1,3})([.)])", block.label):
        if int(numbered[1]) == number + 1 or block.depth > 1:
            return block.label, text, number + 1
        return "-", f"{numbered[1]}\\{numbered[2]} {text}", 1
    return "-", text if block.label in {"-", ""} else f"{block.label} {text}", 1


def _level(block: Paragraph, root: str) -> int:
    if not root or not is_heading(block, root):
        return 0
    found = read_heading(Text(block.text.lstrip(OPENING + BLANKS)))
    if found and root == EVERYTHING and found.kind != "article":
        return 1
    return min(6, _TOP + (found.number.count(".") if found else 0))


def _article(block: Paragraph) -> str:
    """The number of the article that a heading begins; "" of what is no article, or a part of one."""
    found = read_heading(Text(block.text.lstrip(OPENING + BLANKS)))
    return found.number if found and found.kind == "article" and "." not in found.number else ""


def line_markdown(text: str) -> str:
    """A line in which no sign is Markdown's."""
    escaped = re.sub(r"\A([-+#>=])", r"\\\1", heading_markdown(text))
    return re.sub(r"\A(\d{1,9})([.)])(?=\s|\Z)", r"\1\\\2", escaped)


def heading_markdown(text: str) -> str:
    """The words of a heading in which no sign is Markdown's; there is no list behind its signs, so that « 1. » stays so."""
    escaped = re.sub(r"([\\`*_\[\]<&|~])", r"\\\1", " ".join(text.split(" ")))
    return re.sub(r"#\Z", r"\\#", escaped)


def _table(grid: Grid) -> str:
    widest = max(len(row) for row in grid.rows)
    rows = [[line_markdown(c) for c in row] + [""] * (widest - len(row)) for row in grid.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "| " + " | ".join(["---"] * widest) + " |", *lines[1:]])


def says_the_same(markdown: str, heading: str, parts: Iterable[Part]) -> bool:
    """Whether the Markdown, as it is read, has the words of the act and no others."""
    read, found = read_markdown("", markdown)
    if has_errors(found):
        return False
    _, found = outline(read)
    given = [heading, *(w for part in parts for w in _given(part))]
    return not has_errors(found) and _letters("".join(_read(read))) == _letters("".join(given))


def _given(part: Part) -> Iterator[str]:
    match part:
        case Quoted(blocks=blocks):
            for block in blocks:
                yield from _given(block)
        case Grid(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Paragraph(text=text, label=label):
            yield ("" if label == "-" else label) + text


def _read(parts: Iterable[Any]) -> Iterator[str]:
    for part in parts:
        if hasattr(part, "parts"):
            yield from _read(part.parts)
        elif hasattr(part, "rows"):
            yield from (cell.chars for row in part.rows for cell in row)
        else:
            yield getattr(part, "label", "") + part.text.chars


def _letters(words: str) -> str:
    return re.sub(rf"(?<=[{OPENING}])[-–—―•]", "", re.sub(r"\s+", "", words))


def scalar(value: str) -> str:
    """A text as YAML."""
    words = " ".join(value.split())
    plain = _PLAIN.match(words) and not _DATE.match(words) and not words.endswith(" ")
    if plain and not words[0].isdigit() and ": " not in words:
        return words
    return json.dumps(words, ensure_ascii=False)


def operation_yaml(operation: tuple[tuple[str, Any], ...]) -> list[str]:
    """One operation as lines of a list."""
    lines = []
    for key, value in operation:
        if isinstance(value, tuple):
            written = "[" + ", ".join(json.dumps(v, ensure_ascii=False) for v in value) + "]"
        elif isinstance(value, int):
            written = str(value)
        elif key == "en-vigueur":
            written = value  # a date, or an event in braces
        elif key in {"mots", "par", "dit"} or re.match(r"[\d\[*«]", value):
            written = json.dumps(value, ensure_ascii=False)
        else:
            written = scalar(value)
        lines.append(f"{key}: {written}")
    return [f"  {'- ' if n == 0 else '  '}{line}" for n, line in enumerate(lines)]


def questions_yaml(questions: Iterable[Any]) -> list[str]:
    """The key `questions`; no line where there is none."""
    lines: list[str] = []
    for question in questions:
        lines.append(f"  - phrase: {_quoted(question.sentence)}")
        lines.append(f"    motif: {_quoted(question.why)}")
        if question.readings:
            lines.append("    lectures:")
            lines += [f"      - {_quoted(reading)}" for reading in question.readings]
    return ["questions:", *lines] if lines else []


def _quoted(words: str) -> str:
    return json.dumps(" ".join(words.split()) or "…", ensure_ascii=False)
