from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clausier import schemas
from clausier.diagnostics.render import as_data
from clausier.source.schema import check_node, plain
from clausier.source.vocabulary import VOCABULARY
from clausier.source.yaml import Mapping, Node, read_yaml
from clausier.text.accents import without_accents
from source.schema_cases import GOOD, SOURCES, check


def reference(name: str, definition: str | None, data: object) -> bool:
    return jsonschema.Draft202012Validator(schemas.load(name, definition)).is_valid(data)


@pytest.mark.parametrize(("schema", "text"), GOOD)
def test_both_validators_accept_what_is_good(schema: str, text: str) -> None:
    data = plain(check(schema, text)[0])
    assert schemas.validator(schema).is_valid(data)
    assert reference(schema, None, data)


WORDS = [term.french for term in VOCABULARY]
VALUES = st.sampled_from([*WORDS, "8.1", "2022-06-21", "2022-02-30", "2", "a-b", "", "x\n", "TXT102", "Là", "deadbeef"])
DATA = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=5),
    max_leaves=12,
)


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, Any]:
    """Good data in which one value has become another."""
    name, text = draw(st.sampled_from(GOOD))
    data = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but texts
    places: list[tuple[Any, Any]] = []

    def collect(value: Any) -> None:
        pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, below in pairs:
            places.append((value, key))
            collect(below)

    collect(data)
    holder, key = draw(st.sampled_from(places))
    if isinstance(holder, dict) and draw(st.booleans()):
        holder[draw(st.sampled_from(WORDS))] = holder.pop(key)
    else:
        holder[key] = draw(DATA)
    return name, data


ANY = st.one_of(changed(), st.tuples(st.sampled_from(SOURCES), DATA))


@given(ANY)
def test_what_does_not_fit_is_never_passed_over_and_what_fits_is_never_refused(case: tuple[str, Any]) -> None:
    name, data = case
    node, problems = read_yaml("f.yml", yaml.safe_dump(data, allow_unicode=True))
    assert problems == ()
    assert node is not None
    checked, diagnostics = check_node(node, name)
    fits = schemas.validator(name).is_valid(plain(checked))
    mistaken = [d for d in diagnostics if d.code.id not in {"TIM101", "SRC104"}]
    assert fits or diagnostics
    assert not (fits and mistaken)
    assert all(d.code.id != "SRC415" for d in diagnostics)
    spans = {part.span for part in nodes(checked)}
    assert {d.span for d in diagnostics if d.code.id != "SRC104"} <= spans
    schemas_of_findings = schemas.validator("check")
    for lang in ("fr", "en"):
        assert schemas_of_findings.is_valid(json.loads(json.dumps(as_data(diagnostics, lang))))


def nodes(node: Node) -> Iterator[Any]:
    yield node
    for entry in node.entries if isinstance(node, Mapping) else ():
        yield entry.key
        yield from nodes(entry.value)
    for item in getattr(node, "items", ()):
        yield from nodes(item)


@given(ANY)
def test_both_validators_agree(case: tuple[str, Any]) -> None:
    name, data = case

    def stripped(value: Any) -> Any:  # `$` in Python is also before a last line end
        if isinstance(value, dict):
            return {k: stripped(v) for k, v in value.items()}
        return [stripped(v) for v in value] if isinstance(value, list) else value.strip("\n")

    data = stripped(data)
    assert schemas.validator(name).is_valid(data) is reference(name, None, data)


@given(ANY)
def test_checking_again_what_was_checked_says_the_same(case: tuple[str, Any]) -> None:
    name, data = case
    node, _ = read_yaml("f.yml", yaml.safe_dump(data, allow_unicode=True))
    assert node is not None
    once, first = check_node(node, name)
    twice, second = check_node(once, name)
    assert twice == once
    assert [d for d in second if d.code.id != "SRC104"] == [d for d in first if d.code.id != "SRC104"]


@given(changed())
def test_keys_without_their_accents_say_the_same(case: tuple[str, Any]) -> None:
    name, data = case

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {without_accents(k): bare(v) for k, v in value.items()}
        return [bare(v) for v in value] if isinstance(value, list) else value

    def fits(value: Any) -> bool:
        node, _ = read_yaml("f.yml", yaml.safe_dump(value, allow_unicode=True))
        assert node is not None
        return not check_node(node, name)[1]

    if fits(data):
        assert fits(bare(data))
