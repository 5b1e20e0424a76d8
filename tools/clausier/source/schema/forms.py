"""The forms among which a schema gives a choice, and which of them a node means to follow."""

from __future__ import annotations

import re
from functools import cache

from clausier import schemas
from clausier.schemas import Schema
from clausier.source.yaml import Mapping, Node, Scalar, Sequence
from clausier.text.accents import without_accents

# Which forms are recognised by a key, without its accents, and by what it must hold (None: by the key alone).
Marks = dict[str, list[tuple[int, str | None]]]
DAY = "edtf"  # the schemas' `format` of a day, month or year


def alternatives(schema: Schema, whole: Schema) -> tuple[Schema, ...] | None:
    """The forms among which `schema` gives a choice; None where it gives none (a choice of keys is not one of forms)."""
    forms = schema.get("oneOf") or schema.get("anyOf")
    if not forms or all(set(form) == {"required"} for form in forms):
        return None
    return tuple(schemas.resolve(form, whole) for form in forms)


def mark(form: Schema) -> str:
    """The key by which a form is recognised: the first that it requires. "" where it requires none."""
    required = form.get("required")
    return str(required[0]) if required else ""


def marks(forms: tuple[Schema, ...]) -> Marks:
    """The forms of each mark."""
    found: Marks = {}
    for i, form in enumerate(forms):
        key = mark(form)
        held = form.get("properties", {}).get(key, {}).get("const")
        found.setdefault(without_accents(key), []).append((i, held))
    return found


def choose(node: Node, forms: tuple[Schema, ...], whole: Schema, marked: Marks) -> int | None:
    """Which of the forms, which have these marks, the node means to follow, fitting or not; None where nothing in it tells."""
    if isinstance(node, Mapping):
        named = _named(node, forms, whole, marked)
        if named is not None:
            return named
    able = [i for i, form in enumerate(forms) if accepts(form, node, whole)]
    if len(able) <= 1:
        return able[0] if able else None
    if isinstance(node, Scalar):
        return next((i for i in able if scalar_fits(node.value, forms[i])), able[0])
    return None if isinstance(node, Mapping) else able[0]


def _named(node: Mapping, forms: tuple[Schema, ...], whole: Schema, marked: Marks) -> int | None:
    """The form whose mark is the first of the keys that are one."""
    for entry in node.entries:
        value = entry.value.value if isinstance(entry.value, Scalar) else None
        for i, wanted in marked.get(without_accents(entry.key.value), ()):
            if wanted in {None, value} and accepts(forms[i], node, whole):
                return i
    return None


def accepts(form: Schema, node: Node, whole: Schema) -> bool:
    """Whether a form is for such a node at all: a text, a list, or keys."""
    inner = alternatives(form, whole)
    if inner is not None:
        return any(accepts(one, node, whole) for one in inner)
    types = form.get("type", "string" if "enum" in form or "const" in form else ())
    types = {types} if isinstance(types, str) else set(types)
    match node:
        case Scalar():
            return not types or "string" in types
        case Sequence():
            return not types or "array" in types
        case Mapping():
            return not types or "object" in types


def scalar_fits(value: str, form: Schema) -> bool:
    """Whether a text has the form: one of its choices, or its pattern."""
    if "enum" in form:
        return value in form["enum"]
    if "const" in form:
        return bool(value == form["const"])
    return "pattern" not in form or matches(form["pattern"], value)


def matches(pattern: str, value: str) -> bool:
    """Whether a text has a schema's pattern, whose `$` is the very end."""
    return _compiled(pattern).search(value) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)
