"""Sources in their canonical form, step by step; a step is taken only where what is read stays the same.

What is read is the proof: the same keys and values, the same comments, the same lines of an act. So nothing here can change
a word, whatever a library does.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from typing import Any

from msgspec import Struct

from clausier.diagnostics import Diagnostic, Message, has_errors
from clausier.source.files import front_matter
from clausier.source.markdown import Grid, Heading, Line, Part, Quote, read_markdown
from clausier.source.schema import check_node
from clausier.source.vocabulary import canonical
from clausier.source.yaml import Mapping, Node, Scalar, Sequence, read_yaml
from clausier.text import Text

MOST_ROUNDS = 5
FREE_KEYS_WITH_TERMS = "interprétations"  # its keys are no schema's, but terms of the vocabulary all the same

SPACES = Message(fr="espaces en fin de ligne", en="trailing spaces")
COMPOSED = Message(fr="accents composés", en="composed accents")
LINES = Message(fr="lignes vides", en="blank lines")
KEYS = Message(fr="accents des clés", en="accents of keys")
LAYOUT = Message(fr="présentation du YAML", en="layout of the YAML")
BYTES = Message(fr="fins de ligne", en="line ends")
_SPACES = re.compile(r" +$", re.MULTILINE)
_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)
_QUOTED_BLANK = re.compile(r" {0,3}>[ \t]*\Z")


class Read(Struct, frozen=True):
    """What a source says, places aside: two sources that read alike say the same."""

    content: Hashable
    findings: tuple[tuple[str, int], ...]


class Step(Struct, frozen=True):
    """One change of form, and what to call it."""

    name: Message
    change: Callable[[str], str]


def format_yaml(
    name: str, text: str, schema: str, *, first_line: int = 1
) -> tuple[str, tuple[Message, ...], tuple[Diagnostic, ...]]:
    """A YAML source in canonical form, what was changed in it, and why it cannot be (its text is then as it was).

    `name` and `first_line` place the findings; `schema` as in `clausier.schemas.names`.
    """
    _, found = _yaml(name, text, schema, first_line)
    if has_errors(found):
        return text, (), found

    def reading(candidate: str) -> Read:
        content, again = _yaml(name, candidate, schema)
        return Read((content, _comments(candidate) if content is not None else ()), _counted(again))

    steps = (
        Step(COMPOSED, _composed),
        Step(SPACES, _without_trailing_spaces),
        Step(SPACES, _without_trailing_tabs),
        Step(KEYS, lambda candidate: _with_accents(name, candidate, schema)),
        Step(LAYOUT, _laid_out),
        Step(LINES, _without_double_blank_lines),
        Step(LINES, _one_final_newline),
    )
    return (*_settled(text, steps, reading), ())


def format_markdown(name: str, text: str, schema: str) -> tuple[str, tuple[Message, ...], tuple[Diagnostic, ...]]:
    """A Markdown source in canonical form, its header included; as `format_yaml`. `schema` is that of the header."""
    header, body, first_line, problems = front_matter(name, text)
    if has_errors(problems):
        return text, (), problems
    reasons: tuple[Message, ...] = ()
    if header:
        header, reasons, problems = format_yaml(name, header, schema, first_line=2)
        if problems:
            return text, (), problems
    _, problems = read_markdown(name, body, first_line=first_line)
    if has_errors(problems):
        return text, (), problems
    opening = f"---\n{header}---\n" if text.startswith("---\n") else ""

    def reading(candidate: str) -> Read:
        matter, inner, _, found = front_matter(name, opening + candidate)
        parts, again = read_markdown(name, inner)
        return Read((matter, tuple(_part(p) for p in parts)), _counted((*found, *again)))

    steps = (
        Step(COMPOSED, _composed),
        Step(SPACES, _without_trailing_spaces),
        Step(SPACES, _without_trailing_tabs),
        Step(LINES, _spaced),
    )
    body, more = _settled(body, steps, reading)
    changed = opening + body
    if not (reasons or more) and changed != text:
        reasons = (SPACES,)  # behind the line that closes the header
    return changed, tuple(dict.fromkeys((*reasons, *more))), ()


def _settled(text: str, steps: tuple[Step, ...], reading: Callable[[str], Read]) -> tuple[str, tuple[Message, ...]]:
    """`text` after steps, again and again until none changes anything: what comes out would come out again."""
    before = reading(text)
    reasons: dict[Message, None] = {}
    for _ in range(MOST_ROUNDS):
        start = text
        for step in steps:
            candidate = step.change(text)
            if candidate != text and reading(candidate) == before:
                text = candidate
                reasons[step.name] = None
        if text == start:
            break
    return text, tuple(reasons)


def _yaml(name: str, text: str, schema: str, first_line: int = 1) -> tuple[Hashable, tuple[Diagnostic, ...]]:
    node, found = read_yaml(name, text, first_line=first_line)
    if node is None or has_errors(found):
        return None, found
    checked, more = check_node(node, schema)
    return _node(checked), (*found, *more)


def _node(node: Node, *, terms: bool = False) -> Hashable:
    match node:
        case Scalar():
            return _composed(node.value)
        case Sequence():
            return tuple(_node(item) for item in node.items)
        case Mapping():
            return tuple(
                (
                    canonical(e.key.value) if terms else _composed(e.key.value),
                    _node(e.value, terms=_has_terms(e.key, terms)),
                )
                for e in node.entries
            )


def _has_terms(key: Scalar, terms: bool) -> bool:  # noqa: FBT001 - private, and said by its name
    """Whether the keys below `key` are terms: two levels, what is left open and the senses that it can have."""
    return (not terms and canonical(key.value) == FREE_KEYS_WITH_TERMS) or terms


def _part(part: Part) -> Hashable:
    match part:
        case Heading():
            return ("heading", part.level, _text(part.text))
        case Line():
            return ("line", _text(part.text), part.label, part.depth, part.item)
        case Grid():
            return ("table", tuple(tuple(_text(cell) for cell in row) for row in part.rows))
        case Quote():
            return ("quotation", tuple(_part(p) for p in part.parts))


def _text(text: Text) -> Hashable:
    marks = tuple(
        (m.kind, m.href, _composed(text.chars[: m.start]), _composed(text.chars[: m.end])) for m in text.marks
    )
    return (_composed(text.chars), marks)


def _counted(found: tuple[Diagnostic, ...]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(d.code.id for d in found).items()))


def _comments(text: str) -> tuple[str, ...]:
    """The comments of a YAML text, in order: what stands outside of its tokens."""
    import yaml

    found: list[str] = []
    at = 0
    for token in yaml.scan(text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
        found += re.findall(r"#[^\n]*", text[at : token.start_mark.index])
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            head, _, _ = text[token.start_mark.index :].partition("\n")
            found += re.findall(r"#.*", head)
        at = max(at, token.end_mark.index)
    found += re.findall(r"#[^\n]*", text[at:])
    return tuple(_composed(comment.rstrip()) for comment in found)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _without_trailing_spaces(text: str) -> str:
    return _SPACES.sub("", text)


def _without_trailing_tabs(text: str) -> str:
    """Apart from spaces: a tab inside a paragraph is part of its words."""
    return _BLANKS.sub("", text)


def _without_double_blank_lines(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")


def _one_final_newline(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _with_accents(name: str, text: str, schema: str) -> str:
    """The text with the keys of its schema, and the terms under `interprétations`, as the vocabulary spells them."""
    node, _ = read_yaml(name, text)
    if node is None:
        return text
    checked, _ = check_node(node, schema)
    lines = text.split("\n")
    # From the end, so that what is changed moves nothing that is still to be changed.
    for key, new in sorted(_respelt(node, checked), key=lambda pair: (-pair[0].span.line, -pair[0].span.column)):
        line, start = key.span.line - 1, key.span.column - 1
        if lines[line].startswith(key.value, start):
            lines[line] = lines[line][:start] + new + lines[line][start + len(key.value) :]
    return "\n".join(lines)


def _respelt(node: Node, checked: Node, *, terms: bool = False) -> Iterator[tuple[Scalar, str]]:
    match node, checked:
        case Sequence(), Sequence():
            for item, other in zip(node.items, checked.items, strict=True):
                yield from _respelt(item, other)
        case Mapping(), Mapping():
            for entry, other_entry in zip(node.entries, checked.entries, strict=True):
                new = canonical(entry.key.value) if terms else other_entry.key.value
                if new != entry.key.value:
                    yield entry.key, new
                below = _has_terms(other_entry.key, terms)
                yield from _respelt(entry.value, other_entry.value, terms=below)
        case _:
            return


def _laid_out(text: str) -> str:
    """The same YAML with lists indented under their keys and one space where one belongs; as it is where that fails."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**6
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.Resolver = _texts()
    out = io.StringIO()
    try:
        yaml.dump(yaml.load(text), out)
    except Exception:  # noqa: BLE001 - whatever it trips over, the text is good: it has been read
        return text
    return out.getvalue()


def _texts() -> Any:
    """A resolver for which every scalar is a text, so that `010`, `no` and `2022-06-21` come out as they went in."""
    from ruamel.yaml.resolver import VersionedResolver

    class Texts(VersionedResolver):
        @property
        def versioned_resolver(self) -> Any:
            return {}

    return Texts


def _spaced(text: str) -> str:
    """Markdown with one blank line between blocks, at most one elsewhere, none at either end."""
    lines = text.split("\n")
    starts = dict(_block_starts(text))
    kept: list[str] = []
    for number, line in enumerate(lines):
        blank = _blank(line)
        if number in starts:
            while kept and _blank(kept[-1]) is not None:
                kept.pop()
            if kept:
                kept.append(starts[number])
        if blank is None:
            kept.append(line)
        elif kept and _blank(kept[-1]) != blank:
            kept.append(blank)
    while kept and _blank(kept[-1]) is not None:
        kept.pop()
    return "\n".join(kept) + "\n" if kept else ""


def _blank(line: str) -> str | None:
    """A line without words as it should be (`""`, or `>` in a quotation); None where it has words."""
    if not line.strip(" \t"):
        return ""
    return ">" if _QUOTED_BLANK.match(line) else None


def _block_starts(text: str) -> Iterator[tuple[int, str]]:
    """The first line of each block at the top or directly in a quotation, with the blank line that belongs before it."""
    from markdown_it import MarkdownIt

    quoted = False
    first = True
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "blockquote_close" and token.level == 0:
            quoted = False
        if token.nesting < 0 or token.map is None or token.type == "inline" or token.level > quoted:
            continue
        if token.level == 0:
            yield token.map[0], ""
        elif not first:
            yield token.map[0], ">"
        first = token.type == "blockquote_open"
        quoted = quoted or first
