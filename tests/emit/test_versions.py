"""`versions/`: written in pieces that versions share, the files are those that a plain writer makes."""

from __future__ import annotations

import json

import pytest

from clausier import FORMAT
from clausier.compile import Compiled
from clausier.emit.answers import valid_json
from clausier.emit.markdown import version_markdown
from clausier.emit.text_json import provision_json
from clausier.emit.versions import Versions
from support.projects import real_convention, sound, written

TITLED = """\
# Titre I – Principes

Les parties s’accordent.

## Chapitre 1 – Buts

### Article 1 – Objet

Objet « "children": [] ».

### Article 2 – Durée

- 1° un an ;
- 2° un an encore.

# Titre II – Organes

## Article 3 – Comité

Le comité siège.

| Nom | Voix |
|---|---|
| Nord | 2 |
"""
INDEX = "id: essai\ntitre: Convention d’essai\nsignature: 2018-01-01\nparties:\n  - id: nord\n    nom: Nord\n"
AMENDMENT = "id: avenant-{n}\ntitre: Avenant n° {n}\nsignature: 202{n}-01-01\n"
ARTICLE = """\
---
opérations:
  - remplacer-mots: "2, al. {n}"
    mots: an
    par: mois
---

# Article 1 – Durée

À l’article 2, le mot « an » est remplacé par le mot « mois ».
"""


@pytest.fixture(scope="module")
def titled(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """A convention in titles and chapters, and an amendment that changes one of its articles."""
    files = {"convention/convention.yml": INDEX, "convention/01-texte.md": TITLED}
    for n in (1, 2):
        files[f"amendments/2020-avenant-{n}/avenant.yml"] = AMENDMENT.format(n=n)
        files[f"amendments/2020-avenant-{n}/01-duree.md"] = ARTICLE.format(n=n)
    return sound(written(tmp_path_factory.mktemp("titled"), files), checks=False)


@pytest.fixture(scope="module")
def real() -> Compiled:
    return real_convention()


@pytest.mark.parametrize("name", ["titled", "real"])
def test_pieces_make_what_a_plain_writer_makes(name: str, request: pytest.FixtureRequest) -> None:
    compiled: Compiled = request.getfixturevalue(name)
    timeline = compiled.timeline
    versions = Versions(timeline)
    assert len(timeline.versions) > 1
    for version in timeline.versions:
        answer = {
            "format": FORMAT,
            "version": version.id,
            "valid": valid_json(version),
            "provision": provision_json(version.document, timeline),
            "to_come": [],
        }
        plain = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
        assert bytes(versions.json(version, "x")).decode() == plain
        assert bytes(versions.markdown(version, "x")).decode() == version_markdown(timeline, version)


def test_versions_share_what_did_not_change(titled: Compiled) -> None:
    versions = Versions(titled.timeline)
    first, second, third = (tuple(versions.json(v, "x").parts) for v in titled.timeline.versions)
    kept = [{id(part) for part in parts} for parts in (first, second, third)]
    articles = [part for part in first if b'"kind": "article"' in part]
    assert [id(part) in kept[1] for part in articles] == [True, False, True]
    assert [id(part) in kept[2] for part in articles] == [True, False, True]


def test_the_text_in_force_and_versions_in_any_order_are_the_same_files(titled: Compiled) -> None:
    versions = titled.timeline.versions
    one, other = Versions(titled.timeline), Versions(titled.timeline)
    found = {v.id: (bytes(one.json(v, "x")), bytes(one.markdown(v, "x"))) for v in versions}
    for version in (versions[2], versions[0], versions[2], versions[1], versions[0]):
        assert (bytes(other.json(version, "x")), bytes(other.markdown(version, "x"))) == found[version.id]


def test_no_more_is_at_hand_than_a_version_has(titled: Compiled) -> None:
    written = Versions(titled.timeline)
    for version in titled.timeline.versions:
        written.json(version, "x")
        count = sum(1 for unit in version.document.walk() if unit.kind != "document")
        assert sum(map(len, written._known.values())) == count
