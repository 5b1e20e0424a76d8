"""`references.json`: each reference once, with what it names in which versions."""

from __future__ import annotations

from typing import Any

import pytest

from clausier import schemas
from clausier.emit.references_json import references_json
from support.projects import sound, written

FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/01.md": """\
# Article 1 – Suites de l’article 2

- 1° voir le 1° de l’article 1, l’article 9 et les articles 2 à 3.

Selon l’article L. 2113-6 du code de la commande publique. Voir aussi plus bas (art. 2) et ci-après.

| Membre | Source |
| --- | --- |
| Région | article 2 |

# Article 2 – Deux

Deux.

# Article 3 – Trois

Trois.
""",
    "amendments/a/avenant.yml": "id: avenant-1\ntitre: Avenant 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": """\
---
opérations:
  - abroger: 3
    dit: L’article 3
  - compléter: 2
    dit: L’article 2
---
# Article 1

L’article 3 est abrogé. L’article 2 est complété par :

> Voir l’article 5 du présent avenant.
""",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    root = tmp_path_factory.mktemp("references")
    written(root, FILES)
    compiled = sound(root, checks=False)
    value = references_json(compiled.timeline)
    return {**value, "references": list(value["references"].entries)}


def brief(reference: dict[str, Any]) -> tuple[Any, ...]:
    named = [to["target"] for to in reference["to"]]
    return reference["words"], reference["status"], named, reference["versions"]


def test_each_reference_is_told_once_with_what_it_names_in_which_versions(found: dict[str, Any]) -> None:
    assert found["versions"] == ["convention", "avenant-1"]
    assert [brief(r) for r in found["references"] if r["kind"] == "internal"] == [
        ("article 2", "found", ["2"], [[0, 1]]),
        ("1° de l’article 1", "found", ["1, al. 1"], [[0, 1]]),
        ("article 9", "missing", [], [[0, 1]]),
        ("articles 2 à 3", "found", ["2", "3"], [[0, 0]]),
        ("art. 2", "found", ["2"], [[0, 1]]),
        ("ci-après", "vague", [], [[0, 1]]),
        ("article 2", "found", ["2"], [[0, 1]]),
        ("articles 2 à 3", "repealed", ["2", "3"], [[1, 1]]),
    ]


def test_a_reference_says_where_it_stands(found: dict[str, Any]) -> None:
    heading, item, *_, cell = [r["in"] for r in found["references"] if r["kind"] == "internal"][:7]
    assert heading == {"provision": "convention/1", "number": "1", "start": 12, "heading": True}
    assert item == {"provision": "convention/1", "number": "1", "start": 8, "alinea": 1}
    assert cell == {"provision": "convention/1", "number": "1", "start": 0, "table": 1, "row": 2, "column": 2}


def test_an_external_reference_is_recorded_with_the_text_or_the_act_that_it_is_of(found: dict[str, Any]) -> None:
    external = [r for r in found["references"] if r["kind"] == "external"]
    assert [(r["words"], r["status"], r["to"], r["text"], r["act"], r["origin"]) for r in external] == [
        (
            "article L. 2113-6 du code de la commande publique",
            None,
            [],
            "code de la commande publique",
            None,
            "convention",
        ),
        ("article 5", None, [], None, "avenant-1", "avenant-1/1#2"),
    ]


def test_it_fits_its_schema_and_nothing_else_does(found: dict[str, Any]) -> None:
    fits = schemas.validator("references")
    assert fits.is_valid(found)
    changes: tuple[dict[str, Any], ...] = (
        {"words": ""},
        {"kind": "other"},
        {"status": "lost"},
        {"versions": []},
        {"in": {"provision": "convention/1", "number": "1", "start": 0}},
        {"in": {"provision": "convention/1", "number": "1", "start": 0, "alinea": 1, "heading": True}},
        {"to": [{"provision": "convention/2"}]},
        {"surprise": 1},
    )
    for change in changes:
        broken = {**found, "references": [{**found["references"][0], **change}]}
        assert not fits.is_valid(broken), change
