"""markdown-it's tokens → lines of an act; what is no text, or would not be shown as written, is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it.token import Token
from msgspec import Struct, field

from clausier.diagnostics import Code, Diagnostic, Message, Span, Value
from clausier.diagnostics import codes_markdown as codes
from clausier.source.markdown import advice
from clausier.source.markdown.breaks import columns, counted, cut_word, item_meant, labelled, new_lines
from clausier.source.markdown.inline import PARSER, QUOTED, words
from clausier.source.markdown.parts import MARKS, MAX_DEPTH, Grid, Heading, Line, Part, Quote, own_label
from clausier.text import Text
from clausier.text.regex import regex
from clausier.text.words import clipped

MAX_NUMBER = 3  # digits in an item's number


def read(path: str, text: str, first_line: int) -> tuple[tuple[Part, ...], tuple[Diagnostic, ...]]:
    """See `clausier.source.markdown.read_markdown`, which calls it."""
    env: dict[str, Any] = {}
    reader = _Reader(path, text.split("\n"), first_line, env)
    tokens = PARSER.parse(text, env)
    definitions = [{"label": name, **definition} for name, definition in env.get("references", {}).items()]
    for definition in (*definitions, *env.get("duplicate_refs", ())):
        reader.refuse(codes.LINK_DEFINITION, definition["map"][0], name=definition["label"].lower())
    parts = tuple(reader.blocks(_Cursor(tokens)))
    for line in columns(reader.lines):
        reader.refuse(codes.TABS, line, "\t")
    return parts, tuple(reader.diagnostics)


_GLUED = regex(r"(#{1,6})([^\s#].*|[\u00a0\u202f].*)")
_BARS = regex(r"(?<!\\)\|")
_QUOTE_MARK = regex(r" {0,3}> ?")
_MARKER = regex(r"( *)([-*+]|\d{1,9}[.)])( {1,4}|$)")


class _Cursor:
    """The tokens, and how far they have been read."""

    __slots__ = ("at", "tokens")

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens, self.at = tokens, 0

    def next(self) -> Token | None:
        if self.at >= len(self.tokens):
            return None
        self.at += 1
        return self.tokens[self.at - 1]

    def until(self, kind: str, level: int) -> Iterator[Token]:
        while (token := self.next()) and not (token.type == kind and token.level == level):
            yield token


class _Reader(Struct):
    path: str
    lines: list[str]
    first_line: int
    env: dict[str, Any]  # markdown-it's, with the definitions of links
    diagnostics: list[Diagnostic] = field(default_factory=list)
    quoted: bool = False
    depth: int = 0

    def span(self, line: int, column: int, end: int | None = None) -> Span:
        """A place, from markdown-it's line (counted from 0)."""
        return Span(self.path, line + self.first_line, column, (end if end is not None else line) + self.first_line)

    def refuse(self, code: Code, line: int, needle: str = "", /, hint: Message | None = None, **values: Value) -> None:
        """Report `code` on `line`, at the column of `needle` where it is found there; `hint` in place of its help."""
        column = self.lines[line].find(needle) + 1 if needle and line < len(self.lines) else 1
        span = self.span(line, max(column, 1))
        told = hint or code.help
        filled = told.fill(**values) if told else None
        self.diagnostics.append(Diagnostic(code, code.severity, span, code.message.fill(**values), filled))

    def blocks(self, cursor: _Cursor, close: tuple[str, int] | None = None) -> Iterator[Part]:
        while token := cursor.next():
            if close and (token.type, token.level) == close:
                return
            yield from self.block(cursor, token)

    def block(self, cursor: _Cursor, token: Token) -> Iterator[Part]:
        start, end = token.map or [0, 1]
        match token.type:
            case "paragraph_open":
                inline = cursor.next()
                cursor.next()
                if inline:
                    self.check_lines(start, end)
                    text = self.words(inline, start)
                    yield Line(text, self.span(start, self.first_column(start), end - 1), depth=self.depth)
            case "heading_open":
                inline = cursor.next()
                cursor.next()
                if inline and token.markup in {"=", "-"}:
                    self.refuse(codes.UNDERLINED_HEADING, end - 1)
                elif inline and self.depth:
                    self.refuse(
                        codes.NOT_TEXT, start, what=Message(fr="un titre dans une liste", en="a heading inside a list")
                    )
                elif inline:
                    text = self.words(inline, start)
                    if self.lines[start].rstrip().endswith("#") and not text.chars.endswith("#"):
                        self.refuse(codes.NOT_TEXT, start, what=advice.A_FINAL_HASH)
                    yield Heading(int(token.tag[1:]), text, self.span(start, self.first_column(start)))
            case "bullet_list_open" | "ordered_list_open":
                yield from self.list(cursor, token)
            case "blockquote_open":
                yield from self.quotation(cursor, token)
            case "table_open":
                yield from self.table(cursor, token)
            case "html_block":
                self.refuse(
                    codes.RAW_HTML, start, token.content.split("\n")[0].strip(), what=clipped(token.content, QUOTED)
                )
            case _:
                hint = {"code_block": advice.UNINDENT, "fence": advice.NO_FENCE}.get(token.type)
                self.refuse(
                    codes.NOT_TEXT, start, hint=hint, what=advice.NAMES.get(token.type, Message(token.type, token.type))
                )

    def first_column(self, line: int) -> int:
        """Where the words of a line begin, behind its marks."""
        marks = MARKS.match(self.lines[line] if line < len(self.lines) else "")
        return (marks.end() if marks else 0) + 1

    def quotation(self, cursor: _Cursor, token: Token) -> Iterator[Part]:
        start, end = token.map or [0, 1]
        outer = self.quoted
        if outer or self.depth:
            self.refuse(codes.TOO_NESTED, start)
        self.quoted = True
        parts = tuple(self.blocks(cursor, ("blockquote_close", token.level)))
        self.quoted = outer
        yield Quote(parts, self.span(start, 1, end - 1))

    def list(self, cursor: _Cursor, token: Token) -> Iterator[Part]:
        self.depth += 1
        if self.depth == MAX_DEPTH + 1:
            self.refuse(codes.TOO_NESTED, (token.map or [0])[0])
        column: int | None = None
        number: int | None = None
        items = 0
        for item in cursor.until(token.type.replace("open", "close"), token.level):
            items += 1
            line = (item.map or [0])[0]
            here = self.item_column(line, column)
            if column is not None and here != column:
                self.refuse(codes.ONE_SPACE_NESTING, line)
            column = here if column is None else column
            label = ""
            if item.info:
                label = item.info + item.markup
                if len(item.info) > MAX_NUMBER:
                    # « 2026. Le comité … » at the start of a line is a sentence, not the 2026th item.
                    escaped = f"{item.info}\\{item.markup}"
                    self.refuse(codes.SWALLOWED_ITEM, line, label, hint=advice.A_SENTENCE, label=label, escaped=escaped)
                if number is not None and int(item.info) != number + 1:
                    self.refuse(codes.RENUMBERED_LIST, line, label, found=label, shown=f"{number + 1}{item.markup}")
                number = int(item.info)
            yield from self.item(cursor, item, label)
        # « + 5 % par an » and « * hors taxes » are no lists: a lone star is that of a note.
        if token.markup == "+" or (token.markup == "*" and items == 1):
            start, sign = (token.map or [0])[0], token.markup
            self.refuse(codes.NOT_TEXT, start, sign, hint=advice.A_DASH_OR_IT, what=advice.A_SWALLOWED_SIGN, sign=sign)
        self.depth -= 1

    def item(self, cursor: _Cursor, token: Token, label: str) -> Iterator[Part]:
        line = (token.map or [0])[0]
        first = True
        found = len(self.diagnostics)
        for part in self.blocks(cursor, ("list_item_close", token.level)):
            if first and isinstance(part, Line):
                first = False
                if not part.item and part.depth == self.depth:
                    yield self.labelled(part, label)
                    continue
                self.refuse(
                    codes.NOT_TEXT,
                    line,
                    hint=advice.TWO_MARKS if part.label and self.span(line, 1).line == part.span.line else None,
                    what=Message(fr="un élément de liste sans mots", en="a list item without words"),
                    label=part.label,
                )
            if isinstance(part, Grid):
                self.refuse(
                    codes.NOT_TEXT,
                    part.span.line - self.first_line,
                    what=Message(fr="un tableau dans une liste", en="a table inside a list"),
                )
                continue
            yield part
        if first and found == len(self.diagnostics):
            self.refuse(codes.NOT_TEXT, line, what=Message(fr="un élément de liste vide", en="an empty list item"))

    def labelled(self, line: Line, label: str) -> Line:
        own, text = own_label(line.text) if not label else (label, line.text)
        return Line(text, line.span, own, line.depth, item=True)

    def quote_width(self, line: int) -> int:
        mark = _QUOTE_MARK.match(self.lines[line]) if self.quoted and line < len(self.lines) else None
        return mark.end() if mark else 0

    def item_column(self, line: int, expected: int | None) -> int:
        """The column of an item's mark; of the last one where several lists open on one line (`- - a`)."""
        if line >= len(self.lines):
            return expected or 0
        text = self.lines[line]
        columns: list[int] = []
        at = self.quote_width(line)
        while mark := _MARKER.match(text, at):
            columns.append(mark.start(2))
            at = mark.end()
        if expected in columns:
            return expected or 0
        return columns[-1] if columns else at

    def check_lines(self, start: int, end: int) -> None:
        """Refuse lines that CommonMark would pull into the paragraph of lines `start` to `end` - 1."""
        indent = self.first_column(start) - 1 - self.quote_width(start) if self.depth else 0
        if self.check_beginning(start):
            return
        last = min(end, len(self.lines))
        on_purpose = {
            start + rank
            for rank in new_lines(
                [line[self.quote_width(n) :].strip() for n, line in enumerate(self.lines[start:last], start)]
            )
        }
        for line in range(start + 1, last):
            text = self.lines[line]
            if self.quoted and not _QUOTE_MARK.match(text):
                self.refuse(codes.LAZY_LINE, line, container=advice.A_QUOTATION)
                continue
            words = text[self.quote_width(line) :]
            if self.depth and len(words) - len(words.lstrip()) < indent:
                self.refuse(codes.LAZY_LINE, line, container=advice.A_LIST)
            elif label := counted(words.lstrip()):
                self.refuse(codes.SWALLOWED_ITEM, line, label, label=label)
            elif label := labelled(words.lstrip(), self.lines[line - 1]):
                self.refuse(codes.SWALLOWED_ITEM, line, label, hint=advice.A_DASH, label=label)
            elif glued := _GLUED.match(words.lstrip()):
                self.refuse_glued(line, glued)
            elif cut_word(self.lines[line - 1].rstrip(), words.lstrip()):
                self.refuse(codes.CUT_WORD, line - 1, self.lines[line - 1].split()[-1])
            elif line in on_purpose:
                self.refuse(codes.RUN_ON_LINE, line, words.strip())

    def check_beginning(self, line: int) -> bool:
        """Refuse a paragraph whose first line was typed as a heading, a table or an item, and is none; whether it was an item."""
        words = self.lines[line][self.quote_width(line) :].lstrip() if line < len(self.lines) else ""
        if glued := _GLUED.match(words):
            self.refuse_glued(line, glued)
        elif not self.depth and words.startswith("|"):
            cells = len(_BARS.findall(words.strip().strip("|"))) + 1
            self.refuse(codes.UNRULED_TABLE, line, "|", rule="|" + "---|" * cells)
        elif not self.depth and (item := item_meant(words)):
            right = clipped(f"- {item}", QUOTED)
            hint = None if words[0] == "-" else advice.A_DASH_FOR_IT
            self.refuse(codes.GLUED_ITEM, line, words[0], hint=hint, line=clipped(words, QUOTED), right=right)
            return True
        return False

    def refuse_glued(self, line: int, glued: re.Match[str]) -> None:
        right = clipped(f"{glued[1]} {glued[2].lstrip()}", QUOTED)
        hint = advice.A_PLAIN_SPACE if glued[2][0].isspace() else None
        self.refuse(codes.GLUED_HEADING, line, glued[1], hint=hint, line=clipped(glued[0], QUOTED), right=right)

    def table(self, cursor: _Cursor, token: Token) -> Iterator[Part]:
        start, end = token.map or [0, 1]
        rows: list[tuple[Text, ...]] = []
        cells: list[Text] = []
        line = start
        for inner in cursor.until("table_close", token.level):
            match inner.type:
                case "tr_open":
                    cells, line = [], (inner.map or [start])[0]
                case "inline":
                    cells.append(self.words(inner, line))
                case "tr_close":
                    rows.append(tuple(cells))
                    self.check_row(line, len(rows[0]))
                case _:
                    pass
        if self.quoted:
            for line in range(start, min(end, len(self.lines))):
                if not _QUOTE_MARK.match(self.lines[line]):
                    self.refuse(codes.LAZY_LINE, line, container=advice.A_QUOTATION)
        yield Grid(tuple(rows), self.span(start, 1, end - 1))

    def check_row(self, line: int, header: int) -> None:
        text = self.lines[line][self.quote_width(line) :].strip() if line < len(self.lines) and not self.depth else ""
        if text and "|" not in text:
            self.refuse(codes.LAZY_LINE, line, container=advice.A_TABLE)
            return
        inner = text.removeprefix("|")
        inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
        cells = len(_BARS.findall(inner)) + 1
        if text and cells != header:
            hint = advice.SPANNING if cells < header else advice.A_LAST_SIGN if inner.endswith(("»", "”")) else None
            self.refuse(codes.EXTRA_CELL, line, hint=hint, cells=cells, header=header)

    def words(self, token: Token, line: int) -> Text:
        """The words of an inline token that begins on that line."""
        return words(token, line, self.env, self.refuse)
