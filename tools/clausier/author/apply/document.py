"""The form of what `clausier apply` takes: a title, the articles of a text, those of its amendments."""

from __future__ import annotations

import re

from msgspec import Struct, ValidationError, convert

from clausier.schemas import Object


class DocumentError(ValueError):
    """What was given is not a document in the form of `apply`: the path of the first part that is not (`$.base.articles`)."""


class _Standing(Struct):
    """An article of the text, as it is given."""

    num: str | int | float | None
    title: str | None
    text: str | None


class _Ordering(Struct):
    """An article of an amendment, as it is given."""

    text: str | None
    num: str | int | float | None = None
    title: str | None = None


class _Base(Struct):
    articles: list[_Standing]


class _Avenant(Struct):
    id: str | int
    articles: list[_Ordering]
    title: str | None = None


class _Document(Struct):
    """What `apply` takes."""

    title: str
    base: _Base
    avenants: list[_Avenant]


_AT = re.compile(r" - at `(.+)`\Z")
_FIELD = re.compile(r"missing required field `(\w+)`")


def hold(document: Object) -> None:
    """Hold a document to its form; raises DocumentError where a key is missing or of another kind."""
    try:
        convert(document, _Document)
    except ValidationError as error:
        raise DocumentError(_place(str(error))) from None


def _place(error: str) -> str:
    """The path of what does not fit, out of what the validator says."""
    at, field = _AT.search(error), _FIELD.search(error)
    return (at[1] if at else "$") + (f".{field[1]}" if field else "")
