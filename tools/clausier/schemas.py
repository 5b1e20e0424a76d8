"""The JSON Schemas of `schema/`: the contract of every source file and of every output, and what holds data to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

Object = dict[str, Any]  # of JSON
Schema = Object
DEFINITION = "#/$defs/"


class Validator(Protocol):
    """What tells whether plain JSON data fits a schema."""

    def is_valid(self, instance: Any) -> bool:
        """Whether the data fits."""

    def iter_errors(self, instance: Any) -> Iterator[Exception]:
        """Each reason why it does not."""


@cache
def shipped(name: str) -> Path:
    """A folder that comes with the program (`schema`, `site`): inside the installed package, or at the top of the repository."""
    here = Path(__file__).parent
    inside = here / "data" / name
    return inside if inside.is_dir() else here.parents[1] / name


@cache
def names() -> tuple[str, ...]:
    """The name of each schema: `avenant` for `avenant.schema.json`."""
    return tuple(sorted(path.name.removesuffix(".schema.json") for path in shipped("schema").glob("*.schema.json")))


def files() -> dict[str, bytes]:
    """Each schema as it is written, by the name of its file."""
    return {f"{name}.schema.json": _written(name) for name in names()}


@cache
def _written(name: str) -> bytes:
    return (shipped("schema") / f"{name}.schema.json").read_bytes()


@cache
def load(name: str, definition: str | None = None) -> Schema:
    """A schema by name, or one of its `$defs` as a schema of its own. Not to be changed."""
    whole: Schema = msgspec.json.decode(_written(name))
    if definition is None:
        return whole
    return {"$schema": whole["$schema"], "$ref": DEFINITION + definition, "$defs": whole["$defs"]}


class _About(msgspec.Struct):
    title: str = ""
    description: str = ""


def about(name: str) -> str:
    """What a schema says that it describes; the rest of it is not read."""
    said = msgspec.json.decode(_written(name), type=_About)
    return said.description or said.title


def resolve(schema: Schema, whole: Schema) -> Schema:
    """`schema` itself, or the definition of `whole` that it refers to."""
    while "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].removeprefix(DEFINITION)]
    return schema


@cache
def validator(name: str, definition: str | None = None) -> Validator:
    """What tells whether data fits, and what does not."""
    import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(load(name, definition))
