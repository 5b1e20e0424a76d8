from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from clausier import schemas
from clausier.diagnostics.codes_schema import FORMS
from clausier.source.schema import DAY, mark
from source.schema_cases import SOURCES, found


def every(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            if key != "if":  # it tells values apart, and describes none
                yield from every(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from every(value)


@pytest.mark.parametrize("name", schemas.names())
def test_a_schema_is_one_is_named_by_its_file_and_stands_alone(name: str) -> None:
    schema = schemas.load(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:clausier:schema:0:{name}"
    references = {part["$ref"] for part in every(schema) if "$ref" in part}
    assert references <= {f"#/$defs/{definition}" for definition in schema.get("$defs", {})}
    assert all(reference.isascii() for reference in references)


@pytest.mark.parametrize("name", schemas.names())
def test_every_key_of_every_schema_is_described(name: str) -> None:
    schema = schemas.load(name)
    properties = [
        (key, value)
        for part in every(schema)
        for key, value in part.get("properties", {}).items()
        if isinstance(value, dict)
    ]
    assert properties
    for key, value in properties:
        assert value.get("description") or schemas.resolve(value, schema).get("description"), key


@pytest.mark.parametrize("name", SOURCES)
def test_descriptions_of_source_keys_are_in_french_typography(name: str) -> None:
    for part in every(schemas.load(name)):
        words = part.get("description", "")
        if isinstance(words, str):
            bare = "".join(words.split("`")[::2])
            assert "'" not in bare
            for sign in (" :", " ;", " »", "« "):
                assert sign not in bare, words


@pytest.mark.parametrize("name", schemas.names())
def test_what_has_keys_is_closed_or_says_what_it_may_hold(name: str) -> None:
    for part in every(schemas.load(name)):
        if part.get("type") == "object":
            assert "additionalProperties" in part, part.get("description")


def test_a_definition_of_one_name_is_the_same_in_every_schema() -> None:
    met: dict[str, Any] = {}
    for name in SOURCES:
        for definition, schema in schemas.load(name)["$defs"].items():
            bare = {key: value for key, value in schema.items() if key != "description"}
            assert met.setdefault(definition, bare) == bare, definition


@pytest.mark.parametrize("name", SOURCES)
def test_the_forms_of_a_choice_are_told_apart_by_their_first_required_key(name: str) -> None:
    whole = schemas.load(name)
    for part in every(whole):
        forms = [schemas.resolve(form, whole) for form in part.get("oneOf", ())]
        marks = [(mark(f), f["properties"][mark(f)].get("const")) for f in forms if f.get("properties")]
        assert len(set(marks)) == len(marks)
        assert "" not in {key for key, _ in marks}


def test_each_form_of_text_has_a_help_of_its_own() -> None:
    for name in ("article", "article-avenant", "avenant", "convention"):
        for part in every(schemas.load(name)):
            if isinstance(part.get("pattern"), str) and part.get("format") != DAY:
                assert part["pattern"] in FORMS


@pytest.mark.parametrize("name", SOURCES)
def test_what_editors_take_for_a_number_is_let_stand_as_one(name: str) -> None:
    """`citation: 2` or `article: 8` reach an editor's validator as numbers, and ours as texts."""
    whole = schemas.load(name)
    values = {"article": "8", "article-avenant": "opérations: [{remplacer: 8, citation: 2, en-vigueur: 2022}]"}
    text = values.get(name)
    if text is None or name == "article":
        assert "number" in schemas.resolve({"$ref": "#/$defs/text"}, whole)["type"]
        return
    assert found(name, text) == []
    as_an_editor = {"opérations": [{"remplacer": 8, "citation": 2, "en-vigueur": 2022}]}
    assert schemas.validator(name).is_valid(as_an_editor)
    assert not schemas.validator(name).is_valid({"opérations": [{"remplacer": 8, "citation": 0}]})
