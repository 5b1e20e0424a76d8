"""Why data does not fit its schema, in words for who writes acts, at the key or value that is wrong.

Imported only once something has failed: the reference validator takes longer to load than a whole check to run.
"""

from __future__ import annotations

from collections import abc
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import jsonschema
from msgspec import Struct, field

from clausier.diagnostics import Diagnostic, Filled, Label, Message, did_you_mean, report
from clausier.diagnostics import codes_schema as codes
from clausier.schemas import Schema
from clausier.source.schema.days import bad_date
from clausier.source.schema.forms import DAY, alternatives, choose, mark, marks, matches
from clausier.source.vocabulary import VOCABULARY
from clausier.source.yaml import Mapping, Node, Scalar, Sequence
from clausier.text.accents import as_id, without_accents
from clausier.text.words import clipped, closest

Error = jsonschema.ValidationError
MOST = 1000  # reasons that are worked out: a file with more is of another kind altogether
GUESSES = 50  # unknown names, in one place, for which a known one is sought
LONGEST = 60  # characters of a value that a message quotes
# Keys of an operation that are often written beside it, or for a whole act.
_OF_OPERATIONS = frozenset({"mots", "par", "en", "jusqu-au", "en-vigueur", "occurrences", "dit", "citation", "lecture"})
_VERB_HERE = Message(fr="premier verbe", en="first verb")


def explain(data: Any, node: Node, whole: Schema) -> list[Diagnostic]:
    """A finding for each reason why `data`, which is `node` as plain JSON, does not fit `whole`; none twice."""
    extend = jsonschema.validators.extend
    reference = extend(jsonschema.Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]  # untyped there
    errors = islice(reference(whole).iter_errors(data), MOST)
    places = _Places(node)
    return list(dict.fromkeys(found for error in errors for found in _explain(error, places, whole, None)))


def _pattern(_validator: object, pattern: str, instance: object, _schema: object) -> Iterator[Error]:
    """The reference takes `$` as Python does, before a last line end too; JSON Schema does not."""
    if isinstance(instance, str) and not matches(pattern, instance):
        yield Error(f"{instance!r} does not match {pattern!r}")


def _explain(error: Error, places: _Places, whole: Schema, union: tuple[Schema, ...] | None) -> Iterator[Diagnostic]:
    """`union`: the forms among which the one that failed was chosen."""
    node = places.at(error.absolute_path)
    if isinstance(node, Scalar) and node.missing:
        return
    schema, wanted = _schema(error), _wanted(error)
    match error.validator:
        case "oneOf" | "anyOf" if (forms := alternatives(schema, whole)) is not None:
            yield from _form(error, node, places, whole, forms)
        case "oneOf" | "anyOf" | "not":
            if isinstance(node, Mapping):
                yield from _keys(error, node)
        case "additionalProperties":
            if isinstance(node, Mapping):
                yield from _unknown_keys(node, schema, union)
        case "required":
            for key in _really_missing(node, wanted, schema.get("properties") or whole.get("properties", {})):
                yield report(codes.MISSING_KEY, node.span, help=_what_to_add(key), key=clipped(key, LONGEST))
        case "type":
            yield _wrong_shape(node, schema)
        case "minLength" | "minProperties":
            yield report(codes.EMPTY_VALUE, node.span)
        case "minItems":
            few = isinstance(node, Sequence) and node.items
            yield (report(codes.TOO_FEW, node.span, least=wanted) if few else report(codes.EMPTY_VALUE, node.span))
        case "enum" | "const":
            # What is read is text: `true` and "true" are one, and a schema lists both for those who write JSON.
            known = [one for one in wanted if isinstance(one, str)] if error.validator == "enum" else [wanted]
            yield _wrong_choice(node, known) if isinstance(node, Scalar) else _wrong_shape(node, {"type": "string"})
        case "pattern":
            yield _wrong_form(node, schema, str(error.instance))
        case _:
            yield report(codes.REFUSED, node.span)


def _schema(error: Error) -> Schema:
    return dict(error.schema) if isinstance(error.schema, abc.Mapping) else {}


def _wanted(error: Error) -> Any:
    return error.validator_value


class _Places(Struct, frozen=True):
    """Finds what stands at a path; `seen` spares going through a long mapping at each error."""

    root: Node
    seen: dict[int, dict[str, Node]] = field(default_factory=dict)

    def at(self, path: Iterable[str | int]) -> Node:
        node = self.root
        for step in path:
            if isinstance(node, Mapping):
                if id(node) not in self.seen:
                    self.seen[id(node)] = {entry.key.value: entry.value for entry in node.entries}
                node = self.seen[id(node)][str(step)]
            elif isinstance(node, Sequence):
                node = node.items[int(step)]
        return node


def _form(error: Error, node: Node, places: _Places, whole: Schema, forms: tuple[Schema, ...]) -> Iterator[Diagnostic]:
    """None of several forms fits: say what is wrong with the one that was meant."""
    if _schema(error).get("title") == "opération" and isinstance(node, Mapping):
        wrong = _verb(node, forms)
        if wrong:
            yield wrong
            return
    index = choose(node, forms, whole, marks(forms))
    if index is None:
        yield _no_form(node, forms)
        return
    if isinstance(node, Scalar):
        choices = [value for form in forms for value in form.get("enum", ())]
        near = _nearest(node.value, choices)
        if near:
            yield report(codes.WRONG_CHOICE, node.span, help=did_you_mean(near), value=clipped(node.value, LONGEST))
            return
    inner = [e for e in error.context or () if e.schema_path[0] == index]
    if not inner:
        yield report(codes.REFUSED, node.span)
    for one in inner:
        yield from _explain(one, places, whole, forms)


def _verb(node: Mapping, forms: tuple[Schema, ...]) -> Diagnostic | None:
    """What is wrong with the verb of an operation: unknown, a second one, or none."""
    verbs = [mark(form) for form in forms]
    present = [entry.key for entry in node.entries if entry.key.value in verbs]
    if len(present) > 1:
        first, second = present[:2]
        label = Label(first.span, _VERB_HERE)
        return report(codes.TWO_VERBS, second.span, labels=[label], first=first.value, second=second.value)
    if present:
        return None
    details = {key for form in forms for key in form["properties"]}
    unknown = next((entry.key for entry in node.entries if entry.key.value not in details), None)
    if unknown is None:
        return report(codes.NO_VERB, node.span)
    near = _nearest(unknown.value, verbs)
    help_ = did_you_mean(near) or codes.VERBS.fill(known=", ".join(verbs))
    return report(codes.UNKNOWN_VERB, unknown.span, help=help_, key=clipped(unknown.value, LONGEST))


def _no_form(node: Node, forms: tuple[Schema, ...]) -> Diagnostic:
    """Nothing tells which form was meant."""
    if not isinstance(node, Mapping):
        return _wrong_shape(node, forms[0])
    marks = list(dict.fromkeys(mark(form) for form in forms if form.get("type") == "object"))
    if not marks:
        return _wrong_shape(node, forms[0])
    named = node.get(marks[0]) if len(marks) == 1 else None
    if len(marks) == 1 and named is None:
        return report(codes.MISSING_KEY, node.span, help=_what_to_add(marks[0]), key=marks[0])
    if isinstance(named, Scalar):
        return _wrong_choice(named, [form["properties"][marks[0]]["const"] for form in forms])
    return report(codes.NO_FORM, node.span, help=codes.BEGINS_WITH.fill(known=", ".join(marks)))


def _keys(error: Error, node: Mapping) -> Iterator[Diagnostic]:
    """A choice of keys: none of them is there, not even misspelt, or more than may stand together."""
    forms = [_wanted(error)] if error.validator == "not" else _wanted(error)
    keys = [key for form in forms for key in form["required"]]
    present = [entry.key for entry in node.entries if entry.key.value in keys]
    if not present:
        if not any(_nearest(entry.key.value, keys) for entry in node.entries[:GUESSES]):
            yield report(codes.ONE_OF_KEYS, node.span, known=", ".join(keys))
        return
    yield report(codes.KEYS_EXCLUDE, present[-1].span, known=", ".join(key.value for key in present))


def _shown_mark(form: Schema) -> str:
    """The key that tells a form from others, with its value where only that does: `nature: périodicité`."""
    key = mark(form)
    only = form["properties"][key].get("const")
    return f"{key}: {only}" if only else key


def _unknown_keys(node: Mapping, schema: Schema, union: tuple[Schema, ...] | None) -> Iterator[Diagnostic]:
    known = list(schema.get("properties", {}))
    for index, entry in enumerate(entry for entry in node.entries if entry.key.value not in known):
        key = entry.key.value
        others = [_shown_mark(form) for form in union or () if key in form.get("properties", {})]
        if others:
            help_ = codes.KEY_OF_OTHERS.fill(key=key, others=", ".join(others))
        else:
            near = _nearest(key, known) if index < GUESSES else ""
            below = codes.KEY_OF_OPERATIONS.fill(key=key) if key in _OF_OPERATIONS and union is None else None
            help_ = did_you_mean(near) or below or codes.KEYS_HERE.fill(known=", ".join(known))
        yield report(codes.UNKNOWN_KEY, entry.key.span, help=help_, key=clipped(key, LONGEST))


def _really_missing(node: Node, wanted: list[str], known: Iterable[str]) -> list[str]:
    """The keys of `wanted` that are not there, not even misspelt: an unknown key that resembles one says enough."""
    if not isinstance(node, Mapping):
        return []
    unknown = [entry.key.value for entry in node.entries if entry.key.value not in known]
    meant = {_nearest(key, known) for key in unknown[:GUESSES]}
    return [key for key in wanted if node.get(key) is None and key not in meant]


def _what_to_add(key: str) -> Filled | None:
    term = next((term for term in VOCABULARY if term.french == key), None)
    return codes.ADD_KEY.fill(key=key, meaning=term.meaning, english=term.english) if term else None


def _wrong_shape(node: Node, schema: Schema) -> Diagnostic:
    types = schema.get("type", "string")
    found = {Scalar: codes.A_TEXT, Sequence: codes.A_LIST, Mapping: codes.KEYS}[type(node)]
    if "array" in types:
        return report(codes.WRONG_SHAPE, node.span, help=codes.BEGIN_WITH_DASH, expected=codes.A_LIST, found=found)
    if "object" in types:
        needed = ", ".join(schema.get("required", ()))
        help_ = codes.KEYS_AND_VALUES.fill(known=needed) if needed else codes.KEY_AND_VALUE.fill()
        if isinstance(node, Sequence):
            operations = "opérations" in schema.get("properties", {})
            help_ = (codes.A_LIST_OF_OPERATIONS if operations else codes.NO_DASHES).fill()
        return report(codes.WRONG_SHAPE, node.span, help=help_, expected=codes.KEYS, found=found)
    return report(codes.WRONG_SHAPE, node.span, help=codes.ONE_TEXT, expected=codes.A_TEXT, found=found)


def _wrong_choice(node: Scalar, known: list[str]) -> Diagnostic:
    near = _nearest(node.value, known)
    help_ = did_you_mean(near) or codes.CHOICES.fill(known=", ".join(known))
    return report(codes.WRONG_CHOICE, node.span, help=help_, value=clipped(node.value, LONGEST))


def _wrong_form(node: Node, schema: Schema, value: str) -> Diagnostic:
    span, pattern = node.span, schema["pattern"]
    if isinstance(node, Mapping):  # the name of an entry, where names are free but have a form
        span = next(entry.key.span for entry in node.entries if entry.key.value == value)
    if not value:
        return report(codes.EMPTY_VALUE, span)
    if schema.get("format") == DAY:
        return bad_date(span, clipped(value, LONGEST))
    help_ = codes.FORMS.get(pattern, codes.MEANING).fill(
        meaning=schema.get("description", ""), slug=as_id(value) or "commune-a"
    )
    code = codes.NOT_A_NUMBER if "integer" in schema.get("type", ()) else codes.BAD_FORM
    return report(code, span, help=help_, value=clipped(value, LONGEST))


def _nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` most resembles, accents and capitals aside."""
    plain = {without_accents(one).lower(): one for one in known}
    return plain.get(closest(without_accents(word).lower(), plain, likeness=0.65), "")
