"""A YAML node held against its schema: keys get their accents back, and lose the no-break space before a colon; and what does not fit is placed and said.

The schema decides what each text is. Most files fit, and one walk tells; what a file that does not fit should have said is
worked out by `errors`, by the reference implementation.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from clausier import schemas
from clausier.diagnostics import Diagnostic, Label, Message, Span, codes_yaml, report
from clausier.model.dates import day
from clausier.schemas import Schema
from clausier.source.schema.days import bad_date
from clausier.source.schema.forms import DAY, Marks, accepts, alternatives, choose, marks, scalar_fits
from clausier.source.yaml import Entry, Mapping, Node, Scalar, Sequence
from clausier.text.accents import without_accents
from clausier.text.typography import BLANKS

_ANYTHING: Schema = {}
# The keywords of most mappings: where there is no other, nothing but `required` is asked of the keys as a whole.
_SIMPLE = frozenset({"additionalProperties", "description", "properties", "required", "title", "type"})
_SOME_TEXT = Scalar("", Span(""))
_FIRST_HERE = Message(fr="première fois ici", en="first time here")


def check_node(node: Node, schema: str) -> tuple[Node, tuple[Diagnostic, ...]]:
    """`node` with the keys as `schema` writes them, and all that it says otherwise than it must.

    `schema` is a name as in `schemas.names`. Each finding stands at its key or value. What `read_yaml` reported before
    (a value left out) is not reported again.
    """
    whole = schemas.load(schema)
    walk = _Walk(_forms(schema))
    checked = walk.visit(node, whole)
    if not walk.fits:
        from clausier.source.schema.errors import explain

        walk.diagnostics.extend(explain(plain(checked), checked, whole))
    return checked, tuple(sorted(walk.diagnostics, key=lambda d: d.order))


def plain(node: Node) -> Any:
    """The node as JSON data, every scalar a string."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.value: plain(entry.value) for entry in node.entries}


class _Forms:
    """What the parts of one schema leave a choice of, each worked out once: by its address, for the schema stays."""

    def __init__(self, whole: Schema) -> None:
        self.whole = whole
        self._alternatives: dict[int, tuple[Schema, ...] | None] = {}
        self._marks: dict[int, Marks] = {}
        self._of_text: dict[int, tuple[Schema, ...]] = {}

    def alternatives(self, schema: Schema) -> tuple[Schema, ...] | None:
        if id(schema) not in self._alternatives:
            self._alternatives[id(schema)] = alternatives(schema, self.whole)
        return self._alternatives[id(schema)]

    def marks(self, schema: Schema) -> Marks:
        """Those of the forms among which it gives a choice."""
        if id(schema) not in self._marks:
            self._marks[id(schema)] = marks(self.alternatives(schema) or ())
        return self._marks[id(schema)]

    def of_text(self, schema: Schema) -> tuple[Schema, ...]:
        """Those that a text may have."""
        if id(schema) not in self._of_text:
            forms = self.alternatives(schema)
            if forms is None:
                found: tuple[Schema, ...] = (schema,) if accepts(schema, _SOME_TEXT, self.whole) else ()
            else:
                found = tuple(inner for form in forms for inner in self.of_text(form))
            self._of_text[id(schema)] = found
        return self._of_text[id(schema)]


@cache
def _forms(schema: str) -> _Forms:
    return _Forms(schemas.load(schema))


class _Walk:
    """One walk down a node along its schema; the reader has seen to it that a node is not deep.

    `fits` is true as long as all that was met fits: the keywords looked at are those that the schemas of sources have, and of
    the forms of a choice no two fit one list, nor one mapping (a test holds them to both). A native validator takes longer
    to load, and to be made of each schema, than most conventions take to be walked. Where `fits` is false the reference is
    asked, and has the last word.
    """

    def __init__(self, forms: _Forms) -> None:
        self.forms = forms
        self.whole = forms.whole
        self.diagnostics: list[Diagnostic] = []
        self.fits = True

    def visit(self, node: Node, schema: Schema) -> Node:
        schema = schemas.resolve(schema, self.whole)
        if isinstance(node, Scalar):
            self.scalar(node, schema)
            return node
        while (forms := self.forms.alternatives(schema)) is not None:
            index = choose(node, forms, self.whole, self.forms.marks(schema))
            if index is None:
                self.fits = False
                return node
            schema = forms[index]
        if not accepts(schema, node, self.whole):
            self.fits = False
        if isinstance(node, Sequence):
            if not schema.get("minItems", 0) <= len(node.items) <= schema.get("maxItems", len(node.items)):
                self.fits = False
            items = schema.get("items", _ANYTHING)
            return Sequence(tuple(self.visit(item, items) for item in node.items), node.span)
        return self.mapping(node, schema)

    def mapping(self, node: Mapping, schema: Schema) -> Mapping:
        known: dict[str, Schema] = schema.get("properties", {})
        spelt: dict[str, str] = {}
        rest = schema.get("additionalProperties", _ANYTHING)
        entries: dict[str, Entry] = {}
        for entry in node.entries:
            key = entry.key.value
            if key not in known:
                spelt = spelt or {without_accents(one): one for one in known}
                key = spelt.get(without_accents(key.rstrip(BLANKS)), key)
            if key in entries:
                label = Label(entries[key].key.span, _FIRST_HERE)
                self.diagnostics.append(report(codes_yaml.KEY_TWICE, entry.key.span, labels=[label], key=key))
                continue
            name = Scalar(key, entry.key.span, entry.key.plain, entry.key.comment)
            below = known.get(key, rest)
            if not isinstance(below, dict):
                self.fits, below = False, _ANYTHING
            entries[key] = Entry(name, self.visit(entry.value, below))
        if not _has_keys(entries, schema, self.whole):
            self.fits = False
        return Mapping(tuple(entries.values()), node.span)

    def scalar(self, node: Scalar, schema: Schema) -> None:
        if node.missing:
            self.fits = False
            return
        forms = self.forms.of_text(schema)
        fitting = [form for form in forms if scalar_fits(node.value, form)]
        if len(fitting) != 1 or len(node.value) < fitting[0].get("minLength", 0):
            self.fits = False
        if node.comment and _may_lose_words(node.value, forms):
            self.diagnostics.append(report(codes_yaml.COMMENT_EATS_TEXT, node.comment))
        if not any(form.get("format") == DAY for form in forms):
            return
        if fitting and all(form.get("format") == DAY for form in fitting) and day(node.value) is None:
            self.diagnostics.append(bad_date(node.span, node.value))


def _has_keys(entries: dict[str, Entry], schema: Schema, whole: Schema) -> bool:
    """Whether a mapping has the keys that its schema asks for: always, or by what others hold."""
    if not entries.keys() >= set(schema.get("required", ())):
        return False
    if _SIMPLE.issuperset(schema):
        return True
    names = schemas.resolve(schema.get("propertyNames", _ANYTHING), whole)
    choice = [_asked(entries, form) for form in schema.get("oneOf") or schema.get("anyOf") or ()]
    return (
        len(entries) >= schema.get("minProperties", 0)
        and (not choice or (sum(choice) == 1 if "oneOf" in schema else any(choice)))
        and not ("not" in schema and _asked(entries, schema["not"]))
        and (_asked(entries, schema.get("if", _ANYTHING)) or _asked(entries, schema.get("else", _ANYTHING)))
        and all(scalar_fits(key, names) for key in entries)
    )


def _asked(entries: dict[str, Entry], form: Schema) -> bool:
    """Whether a mapping has the keys that a form asks for, those that must hold one text holding it."""
    held = {key: entry.value for key, entry in entries.items() if key in form.get("properties", ())}
    return entries.keys() >= set(form.get("required", ())) and all(
        isinstance(value, Scalar) and value.value == form["properties"][key]["const"] for key, value in held.items()
    )


def _may_lose_words(value: str, forms: tuple[Schema, ...]) -> bool:
    """Whether more words could have followed: not after a choice, nor after the one word of a date, number or id."""
    for form in forms:
        if "enum" in form or "const" in form:
            if scalar_fits(value, form):
                return False
        elif "pattern" in form and scalar_fits(value, form) and " " not in value:
            return False
    return any("enum" not in form and "const" not in form for form in forms if scalar_fits(value, form))
