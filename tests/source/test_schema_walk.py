"""The walk down a node tells alone that it fits: what the schemas must be for that, and that the reference is not asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from clausier import schemas
from clausier.diagnostics import Diagnostic
from clausier.schemas import Schema
from clausier.source.acts import read_project
from clausier.source.schema import alternatives, errors, mark
from source.schema_cases import GOOD, SOURCES, check
from support.projects import ROOT

READ = (*SOURCES, "decide-input", "evenements", "qualify-input")
WORDS = {"$defs", "$id", "$schema", "description", "examples", "title"}
OF_TEXTS = {"const", "enum", "format", "maximum", "minLength", "minimum", "pattern", "type"}
OF_LISTS = {"items", "maxItems", "minItems", "type"}
OF_MAPPINGS = {"additionalProperties", "minProperties", "not", "properties", "propertyNames", "required", "type"}
OF_KEYS = {"anyOf", "else", "if", "oneOf"}
INPUTS = [
    ("decide-input", "body: cogouv\npresent: [aube]\nballots: {aube: for}\n"),
    ("decide-input", "body: cogouv\npresent: [aube]\nrounds: [{ballots: {aube: for}}]\nversion: avenant-1\n"),
    ("evenements", 'événements: {ag: {ag-2024: "2024-06-20"}, cogouv: ["2024-03-14"], notification: "2024-01-08"}\n'),
    ("qualify-input", 'matter: evolution\ndate: "2023-06-20"\nfacts: {payante: oui}\nalso: [mineure]\n'),
]


def parts(schema: Any) -> Iterator[Schema]:
    """The schema and all those in it."""
    if not isinstance(schema, dict):
        return
    yield schema
    for keyword, value in schema.items():
        if keyword in {"$defs", "properties"}:
            for part in value.values():
                yield from parts(part)
        elif keyword in {"additionalProperties", "items"}:
            yield from parts(value)
        elif keyword in {"anyOf", "oneOf"} and not all(set(form) == {"required"} for form in value):
            for part in value:
                yield from parts(part)


@pytest.mark.parametrize("name", READ)
def test_a_schema_asks_nothing_that_the_walk_does_not_look_at(name: str) -> None:
    whole = schemas.load(name)
    for part in parts(whole):
        asked = set(part) - WORDS
        kinds = {part["type"]} if isinstance(part.get("type"), str) else set(part.get("type", ()))
        if asked == {"$ref"} or (asked == {"oneOf"} and alternatives(part, whole)):
            continue
        if kinds == {"object"}:
            assert asked <= OF_MAPPINGS | OF_KEYS
            choice = (*part.get("oneOf", ()), *part.get("anyOf", ()))
            assert all(set(form) == {"required"} for form in (*choice, part.get("not", {"required"})))
            assert not {"oneOf", "anyOf"} <= asked
            assert ("if" in part) == ("else" in part)
            assert set(part.get("else", {"required"})) == {"required"}
            told = part.get("if", {"required": [], "properties": {}})
            assert set(told) == {"required", "properties"}
            assert set(told["properties"]) <= set(told["required"])
            assert all(set(held) - WORDS == {"const"} for held in told["properties"].values())
            named = set(schemas.resolve(part.get("propertyNames", {}), whole)) - WORDS
            assert named <= OF_TEXTS - {"minLength"}
        else:
            assert asked <= (OF_LISTS if kinds == {"array"} else OF_TEXTS)
            assert kinds == {"array"} or "string" in kinds or {"const", "enum"} & asked


@pytest.mark.parametrize("name", READ)
def test_no_two_forms_of_a_choice_fit_one_list_or_one_mapping(name: str) -> None:
    whole = schemas.load(name)
    for part in parts(whole):
        forms = alternatives(part, whole) or ()
        assert sum(form.get("type") == "array" for form in forms) <= 1
        mappings = [form for form in forms if form.get("type") == "object"]
        for one, other in combinations(mappings, 2):
            assert one["additionalProperties"] is other["additionalProperties"] is False
            values = [form["properties"][mark(form)].get("const") for form in (one, other)]
            if mark(one) == mark(other):
                assert None not in values
                assert values[0] != values[1]
            else:
                assert mark(one) not in other["properties"] or mark(other) not in one["properties"]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def explain(data: Any, *_: object) -> list[Diagnostic]:
        raise AssertionError(data)

    monkeypatch.setattr(errors, "explain", explain)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("schema", "text"), [*GOOD, *INPUTS])
def test_the_reference_is_not_asked_of_what_is_good(schema: str, text: str) -> None:
    assert check(schema, text)[1] == ()


@pytest.mark.usefixtures("alone")
def test_the_reference_is_not_asked_of_the_real_convention() -> None:
    corpus, _ = read_project(ROOT)
    assert corpus is not None


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("article", "{}"),
        ("article-avenant", "note: x\n"),
        ("article-avenant", "opérations: [{supprimer: 8}]\nsans-effet: x\n"),
        ("article-avenant", "opérations: []\n"),
        ("article-avenant", "opérations: [{supprimer: 8, abroger: 9}]\n"),
        ("article-avenant", "opérations: [{déplacer: 3}]\n"),
        ("article-avenant", "opérations: [{déplacer: 3, après: 8, avant: 9}]\n"),
        ("article-avenant", "opérations: [[supprimer]]\n"),
        ("article-avenant", "opérations: {supprimer: 8}\n"),
        ("article-avenant", "opérations: supprimer\n"),
        ("article-avenant", "opérations: [{supprimer: {a: b}}]\n"),
        ("article-avenant", 'opérations: [{supprimer: 8, note: ""}]\n'),
        ("avenant", "id: a\ntitre: x\n"),
        ("avenant", "id: a\ntitre: x\nétat: signé\n"),
        ("avenant", "id: a\ntitre: x\nsignature: 2022-06-21\névénements: {Été: 2022}\n"),
        ("avenant", "id: a\ntitre: x\nsignature: 2022-06-21\nreçu: [{fichier: a/b, empreinte: 0123abcd}]\n"),
        ("regles", "règles: [{id: a, nature: x}]\n"),
        ("decide-input", "body: cogouv\nballots: {aube: for}\n"),
        ("decide-input", "body: cogouv\npresent: [aube]\n"),
        ("decide-input", "body: cogouv\npresent: [aube]\nballots: {aube: for}\nrounds: [{ballots: {aube: for}}]\n"),
        (
            "decide-input",
            "body: cogouv\npresent: [aube]\nrounds: [" + ", ".join(["{ballots: {aube: for}}"] * 21) + "]\n",
        ),
        ("decide-input", 'body: cogouv\npresent: [aube]\nballots: {aube: for}\ndate: "2024-01-01"\nversion: a\n'),
    ],
)
def test_what_does_not_fit_is_told(schema: str, text: str) -> None:
    assert check(schema, text)[1] != ()
