"""The lists of terms stand in several places; they are one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from clausier import schemas
from clausier.diagnostics import codes_rul
from clausier.rules.typed import _OPENABLE
from clausier.rules.values import CaptureType
from clausier.rules.vocabulary import (
    BASES,
    BOUNDS,
    CAPTURE_TYPES,
    COMPARISONS,
    JOINS,
    KINDS,
    MEASURES,
    MOTIVES,
    PARAMETERS,
    french_reading,
)
from clausier.rules.written import Kind
from clausier.source.vocabulary import VOCABULARY

SOURCE, OUTPUT = schemas.load("regles"), schemas.load("rules")
RULE = OUTPUT["$defs"]["rule"]


def forms() -> dict[str, Any]:
    listed = [schemas.resolve(form, SOURCE) for form in SOURCE["$defs"]["rule"]["oneOf"]]
    return {form["properties"]["nature"]["const"]: form for form in listed}


def keys(schema: Any) -> Iterator[str]:
    """Every key that the schema names, wherever."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys(part)


def test_the_kinds_are_those_of_both_schemas_and_of_the_code() -> None:
    assert list(forms()) == list(KINDS)
    assert list(KINDS.values()) == list(get_args(Kind)) == RULE["properties"]["kind"]["enum"]


def test_each_kind_has_the_schema_of_its_value() -> None:
    named = [kind for rule in RULE["allOf"] for kind in rule["if"]["properties"]["kind"]["enum"]]
    assert sorted(named) == sorted(KINDS.values())


@pytest.mark.parametrize(("definition", "choices"), [("base", BASES), ("comparison", COMPARISONS), ("motive", MOTIVES)])
def test_what_one_may_write_is_what_is_understood(definition: str, choices: dict[str, str]) -> None:
    assert SOURCE["$defs"][definition]["enum"] == list(choices)


def test_the_bounds_of_a_deadline_are_those_understood() -> None:
    assert forms()["délai"]["properties"]["borne"]["enum"] == list(BOUNDS)


def test_the_reasons_and_the_types_of_the_output_are_those_understood() -> None:
    assert OUTPUT["$defs"]["reason"]["enum"] == list(MOTIVES.values())
    types = RULE["properties"]["captures"]["items"]["properties"]["type"]["enum"]
    assert types == list(CAPTURE_TYPES.values()) == list(get_args(CaptureType))


def test_an_author_is_told_every_type_of_placeholder() -> None:
    for french in CAPTURE_TYPES:
        assert f"`{french}`" in codes_rul.MALFORMED_QUOTATION.explanation


def test_every_key_of_a_file_of_rules_has_its_term_in_the_one_table() -> None:
    assert set(keys(SOURCE)) - {term.french for term in VOCABULARY} == set()


def test_what_may_be_left_open_is_a_parameter_of_the_kind_and_has_an_english_name() -> None:
    for kind, openable in _OPENABLE.items():
        french = next(f for f, e in KINDS.items() if e == kind)
        assert set(openable) <= {*forms()[french]["properties"], *_of_steps(forms()[french])}
    assert {parameter for openable in _OPENABLE.values() for parameter in openable} == set(PARAMETERS)


def test_what_is_counted_has_its_names_in_english() -> None:
    assert dict(MEASURES) == {"voix": "votes", "têtes": "heads"}
    assert dict(JOINS) == {"toutes": "all", "au-moins-une": "any"}


def _of_steps(form: dict[str, Any]) -> set[str]:
    """What the steps of a procedure may say, each for itself."""
    return set(SOURCE["$defs"]["step"]["properties"]) if "étapes" in form["properties"] else set()


@pytest.mark.parametrize(
    ("name", "french"),
    [
        *((english, french) for french, english in PARAMETERS.items()),
        ("eleves-base", "eleves-assiette"),
        ("eleves-later-rounds", "eleves-second-tour"),
        ("threshold-base", "threshold-assiette"),  # of figures that someone has called so
        ("by-2", "par-2"),
        ("vote-of.maire", "vote-of.maire"),
    ],
)
def test_a_reading_has_a_french_name(name: str, french: str) -> None:
    assert french_reading(name) == french
