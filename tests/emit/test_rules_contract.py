"""`rules.json` is a contract: each of its keys has an example, and each example is what the key may hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from clausier import schemas

SCHEMA = schemas.load("rules")
Schema = dict[str, Any]


def nodes(schema: Any, path: str = "") -> Iterator[tuple[str, Schema]]:
    """Every schema in the schema, with where it stands."""
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            if key not in {"examples", "const", "enum", "required"}:
                yield from nodes(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for rank, value in enumerate(schema):
            yield from nodes(value, f"{path}[{rank}]")


def keys() -> Iterator[tuple[str, Schema]]:
    for path, schema in nodes(SCHEMA):
        for key, value in schema.get("properties", {}).items():
            if isinstance(value, dict) and "/if" not in path and "/then" not in path:
                yield f"{path}.{key}", value


def shown(schema: Schema) -> bool:
    """Whether a reader sees what a key holds: by an example, a closed list, or the keys of what it holds."""
    here = schema
    while True:
        if {"examples", "const", "enum", "properties"} & here.keys() or here.get("type") == "boolean":
            return True
        if "$ref" not in here:
            break
        here = SCHEMA["$defs"][here["$ref"].removeprefix("#/$defs/")]
    forms = [form for form in (*here.get("oneOf", ()), *here.get("anyOf", ())) if form != {"type": "null"}]
    inner = [here[key] for key in ("items", "additionalProperties") if isinstance(here.get(key), dict)]
    return all(map(shown, forms)) if forms else any(map(shown, inner))


@pytest.mark.parametrize(("path", "schema"), tuple(keys()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_key_has_an_example(path: str, schema: Schema) -> None:
    assert shown(schema), path


WITH_EXAMPLES = [
    (path, schema) for path, schema in nodes(SCHEMA) if "examples" in schema and "properties" not in path[-11:]
]


@pytest.mark.parametrize(("path", "schema"), WITH_EXAMPLES, ids=lambda value: value if isinstance(value, str) else "")
def test_every_example_is_what_its_key_may_hold(path: str, schema: Schema) -> None:
    checker = jsonschema.Draft202012Validator(
        {**schema, "$defs": SCHEMA["$defs"]}, format_checker=jsonschema.FormatChecker()
    )
    assert schema["examples"], path
    for example in schema["examples"]:
        assert [error.message for error in checker.iter_errors(example)] == []
