"""The page on templates: its tables of names are what the schema of their data has, and the templates use no other name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clausier import schemas
from support.projects import ROOT

PAGE = ROOT / "site/guide/20-ecrire-un-modele.md"
WHOLE = schemas.load("document")
TABLES = {
    "Tous les modèles": ("convention",),
    "Un modèle qui parle d’un avenant": ("membre", "acte", "precedents", "compare", "changements", "regles"),
    "Un modèle qui parle d’une réunion": ("instance", "seance", "version", "sieges", "a_designer", "regles"),
    "Un modèle qui parle d’un vote": (),
}
KINDS = dict(zip(list(TABLES)[1:], ("acte", "instance", "vote"), strict=True))


def rows(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A name with what it is, and those below it."""
    said = schema.get("description")
    inner = schemas.resolve(schema, WHOLE)
    yield name, said or inner["description"]
    if inner.get("type") == "array":
        below = schemas.resolve(inner["items"], WHOLE)
        name, inner = f"{name}[]", below
    for key, value in inner.get("properties", {}).items():
        yield from rows(f"{name}.{key}", value)


def table(title: str) -> str:
    """The table of a section, as Markdown."""
    properties = WHOLE["$defs"][f"about-{KINDS.get(title, 'acte')}"]["properties"]
    meeting = ("instance", "seance")
    own = TABLES[title] or tuple(key for key in properties if key not in {"format", "convention", *meeting})
    listed = [row for key in own for row in rows(key, properties[key])]
    also = "Aussi `instance` et `seance`, comme pour une réunion.\n\n" if KINDS.get(title) == "vote" else ""
    lines = "".join(f"| `{name}` | {said} |\n" for name, said in listed)
    return f"### {title}\n\n{also}| Nom | Ce que c’est |\n|---|---|\n{lines}"


def test_the_tables_of_names_are_those_of_the_schema(
    update: bool,  # noqa: FBT001 - a fixture
) -> None:
    text = PAGE.read_text(encoding="utf-8")
    head = text.partition("### Tous les modèles")[0].rstrip("\n") + "\n\n"
    expected = head + "\n".join(table(title) for title in TABLES)
    if update:
        PAGE.write_text(expected, encoding="utf-8")
        return
    assert text == expected


@pytest.mark.parametrize("path", sorted((ROOT / "site/modeles").glob("*.md.j2")), ids=lambda p: p.name)
def test_each_block_of_a_template_is_closed_and_has_a_name_of_its_own(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = re.findall(r"\{% block (\w+) %\}", text)
    assert len(names) == text.count("{% endblock %}") == len(set(names)) > 0


@pytest.mark.parametrize("path", sorted((ROOT / "site/modeles").glob("*.md.j2")), ids=lambda p: p.name)
def test_templates_are_set_with_french_typography(path: Path) -> None:
    prose = re.sub(r"\{[{%].*?[%}]\}", "", path.read_text(encoding="utf-8"))
    assert "'" not in prose
    assert "..." not in prose
