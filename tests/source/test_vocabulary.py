from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from clausier import schemas
from clausier.source.vocabulary import VOCABULARY, canonical
from clausier.text.accents import without_accents

SOURCES = ("article", "article-avenant", "avenant", "convention", "regles")


def terms(schema: Any) -> Iterator[str]:
    """Every key and every choice of a schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"]
        if isinstance(schema.get("enum"), list):
            yield from schema["enum"]
        if isinstance(schema.get("const"), str):
            yield schema["const"]
        for value in schema.values():
            yield from terms(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from terms(value)


@pytest.mark.parametrize("name", SOURCES)
def test_every_key_and_every_choice_of_the_sources_has_its_english_term(name: str) -> None:
    found = set(terms(schemas.load(name)))
    assert found
    assert found - {term.french for term in VOCABULARY} == set()


def test_no_french_term_stands_twice_with_or_without_its_accents() -> None:
    counted = Counter(without_accents(term.french) for term in VOCABULARY)
    assert [term for term, times in counted.items() if times > 1] == []


def test_no_two_terms_of_one_group_share_an_english_one() -> None:
    counted = Counter((term.group, term.english) for term in VOCABULARY)
    assert [term for term, times in counted.items() if times > 1] == []


def test_english_terms_are_plain_and_meanings_are_written_out() -> None:
    for term in VOCABULARY:
        assert term.english.isascii()
        assert term.english == term.english.lower()
        assert term.meaning
        assert "'" not in term.meaning


def test_the_verbs_are_those_of_the_schema() -> None:
    whole = schemas.load("article-avenant")
    forms = [schemas.resolve(form, whole) for form in whole["$defs"]["operation"]["oneOf"]]
    verbs = [term.french for term in VOCABULARY if term.group == "verb"]
    assert sorted(verbs) == sorted(form["required"][0] for form in forms)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("regles", "règles"),
        ("règles", "règles"),
        ("note-d-edition", "note-d-édition"),
        ("a", "à"),
        ("re\u0300gles", "règles"),
        ("Règles", "Règles"),
        ("inconnue", "inconnue"),
    ],
)
def test_a_key_gets_its_accents_back(typed: str, key: str) -> None:
    assert canonical(typed) == key


def test_ligatures_count_as_their_letters() -> None:
    assert without_accents("œuvre À") == "oeuvre A"
