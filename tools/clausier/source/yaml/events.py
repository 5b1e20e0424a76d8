"""libyaml's events → nodes, each with its place; what deceives is refused."""

from __future__ import annotations

import re
from typing import cast

import yaml
from msgspec import Struct, field
from yaml import events

from clausier.diagnostics import Diagnostic, Label, Message, Span, report
from clausier.diagnostics import codes_yaml as codes
from clausier.source.yaml.nodes import DEEPEST, Entry, Mapping, Node, Scalar, Sequence
from clausier.text.regex import regex
from clausier.text.typography import is_plain

# Control characters, halves of pairs, marks of byte order, and what YAML, but no editor, takes for the end of a line.
FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_COMMENT = regex(r"[ \t]+(?=#)")
_LINE_END = regex(r"\r\n?|\n")
_FIRST_HERE = Message(fr="première fois ici", en="first time here")


def read(path: str, text: str, first_line: int) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """See `clausier.source.yaml.read_yaml`, which calls it."""
    text = text.removeprefix("\ufeff")
    if bad := _bad(text):
        return None, (_forbidden(text, bad, path, first_line),)
    reader = _Reader(path, text, first_line)
    reader.read(getattr(yaml, "CLoader", yaml.Loader))
    return reader.root, tuple(reader.diagnostics)


def _bad(text: str) -> re.Match[str] | None:
    return None if is_plain(text) else FORBIDDEN.search(text)


def _forbidden(text: str, match: re.Match[str], path: str, first_line: int) -> Diagnostic:
    before = _LINE_END.split(text[: match.start()])
    span = Span(path, first_line + len(before) - 1, len(before[-1]) + 1)
    return report(codes.FORBIDDEN_CHARACTER, span, char=f"U+{ord(match.group()):04X}")


class _Open(Struct):
    """A list or mapping whose end has not come yet; `key` waits for its value, `drop` says that it is of no use."""

    start: events.CollectionStartEvent
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    drop: bool = False

    @property
    def wants_key(self) -> bool:
        return isinstance(self.start, events.MappingStartEvent) and self.key is None


class _Reader:
    """One pass over the events; iterative, so that no nesting exhausts the stack."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.text = text
        self.first_line = first_line
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.open: list[_Open] = []
        self.documents = 0
        self.last: events.ScalarEvent | None = None

    def read(self, loader: type[yaml.Loader | yaml.CLoader]) -> None:
        try:
            for event in yaml.parse(self.text, Loader=loader):
                if not self.take(event):
                    return
        except yaml.MarkedYAMLError as error:
            from clausier.source.yaml.syntax import explain_syntax  # what can be read does without

            self.root = None
            self.diagnostics.append(explain_syntax(error, self.text, self.last, self.path, self.first_line))
            return
        if not self.documents:
            self.diagnostics.append(report(codes.EMPTY_YAML, Span(self.path, self.first_line, 1)))

    def take(self, event: events.Event) -> bool:
        """Takes the next event in; False where reading on would make no sense."""
        match event:
            case events.ScalarEvent():  # first, as nearly all are
                self.refuse_properties(event)
                self.put(self.scalar(event))
                self.last = event
            case events.DocumentStartEvent():
                return self.begin_document(event)
            case events.AliasEvent():
                self.diagnostics.append(report(codes.ANCHOR, self.span(event), what=f"*{event.anchor}"))
                self.put(Scalar("", self.span(event), plain=True), reported=True)
            case events.SequenceStartEvent() | events.MappingStartEvent():
                self.refuse_properties(event)
                self.open.append(_Open(event))
                if len(self.open) > DEEPEST:
                    self.diagnostics.append(report(codes.TOO_DEEP, self.span(event), deepest=DEEPEST))
                    self.root = None
                    return False
            case events.SequenceEndEvent():
                done = self.open.pop()
                self.put(Sequence(tuple(done.items), self.span_of_collection(done, event)))
            case events.MappingEndEvent():
                done = self.open.pop()
                self.put(Mapping(tuple(done.entries.values()), self.span_of_collection(done, event)))
            case _:
                pass  # the ends of the stream and of its document
        return True

    def begin_document(self, event: events.DocumentStartEvent) -> bool:
        self.documents += 1
        if event.version or event.tags:
            self.diagnostics.append(report(codes.DIRECTIVE, self.span(event)))
        if self.documents > 1:
            self.diagnostics.append(report(codes.SEVERAL_DOCUMENTS, self.span(event)))
        return self.documents == 1

    def refuse_properties(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self.diagnostics.append(report(codes.ANCHOR, self.span(event), what=f"&{event.anchor}"))
        if event.tag is not None:
            self.diagnostics.append(
                report(codes.TAG, self.span(event), tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
            )

    def scalar(self, event: events.ScalarEvent) -> Scalar:
        span, value, plain = self.span(event), event.value, not event.style
        after = _COMMENT.match(self.text, _end(event).index) if plain else None
        comment = None
        if after:
            end = _end(event)
            comment = Span(self.path, end.line + self.first_line, end.column + len(after.group()) + 1)
        escaped = _bad(value) if event.style == '"' else None
        if escaped:
            self.diagnostics.append(
                report(codes.FORBIDDEN_CHARACTER, self.span(event), char=f"U+{ord(escaped.group()):04X}")
            )
            value = FORBIDDEN.sub("", value)
        return Scalar(value, span, plain, comment)

    def put(self, node: Node, *, reported: bool = False) -> None:
        """Puts a finished node where it belongs; `reported`: what is wrong with it has been said."""
        if not self.open:
            if isinstance(node, Scalar) and node.missing:  # `null`, or a mark of a document and nothing below it
                self.diagnostics.append(report(codes.EMPTY_YAML, node.span))
            else:
                self.root = node
            return
        parent = self.open[-1]
        if parent.wants_key:
            self.put_key(parent, node, reported=reported)
            return
        if isinstance(node, Scalar) and node.missing and not reported and not parent.drop:
            self.report_missing(parent, node)
        if parent.key is None:
            parent.items.append(node)
        elif not parent.drop:
            parent.entries[parent.key.value] = Entry(parent.key, node)
        parent.key, parent.drop = None, False

    def put_key(self, parent: _Open, node: Node, *, reported: bool) -> None:
        if not isinstance(node, Scalar) or node.missing:
            if not reported:
                self.diagnostics.append(report(codes.KEY_NOT_TEXT, node.span))
            parent.key, parent.drop = Scalar("", node.span), True
            return
        first = parent.entries.get(node.value)
        if first:
            label = Label(first.key.span, _FIRST_HERE)
            self.diagnostics.append(report(codes.KEY_TWICE, node.span, labels=[label], key=node.value))
        parent.key, parent.drop = node, first is not None

    def report_missing(self, parent: _Open, node: Scalar) -> None:
        if parent.key is None:
            self.diagnostics.append(report(codes.ITEM_WITHOUT_VALUE, node.span))
            return
        swallowed = codes.SWALLOWED if node.comment else None
        self.diagnostics.append(report(codes.KEY_WITHOUT_VALUE, parent.key.span, help=swallowed, key=parent.key.value))

    def span(self, event: events.Event) -> Span:
        start, end = _start(event), _end(event)
        last = start.line
        if end.line > start.line:  # libyaml lets a block text end where the next token begins, blank lines later
            last += len(_LINE_END.findall(self.text[start.index : end.index].rstrip()))
        return Span(self.path, start.line + self.first_line, start.column + 1, last + self.first_line)

    def span_of_collection(self, done: _Open, end: events.Event) -> Span:
        """A block ends with its last child: libyaml sees its end only at the next token, blank lines later."""
        start = _start(done.start)
        last = _end(end).line + self.first_line
        if not done.start.flow_style:
            values = [*done.items, *(entry.value for entry in done.entries.values())]
            last = max((value.span.end_line for value in values), default=start.line + self.first_line)
        return Span(self.path, start.line + self.first_line, start.column + 1, last)


def _start(event: events.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.start_mark)  # only events made by hand have none


def _end(event: events.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.end_mark)
