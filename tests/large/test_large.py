from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausier.amend import Applied, apply
from clausier.build import texts
from clausier.emit.markdown import provision_markdown
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from large.make import Size, make
from large.text import Unit, unit_markdown
from support.projects import sound
from support.trees import tree

SIZE = Size(articles=100, amendments=12, operations=12, versions=12)


def told(articles: list[Unit]) -> list[str]:
    """The text as its maker has it: the words of each article, without the lines that a file is cut into."""
    return [_plain(unit_markdown(unit)) for unit in articles]


def _plain(markdown: str) -> str:
    return " ".join(markdown.replace("#", "").replace("| ---", "").split())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[str]]]:
    folder = tmp_path_factory.mktemp("large")
    texts: list[list[str]] = []
    make(folder, SIZE, after=lambda _, articles: texts.append(told(articles)))
    return folder, texts


def test_every_amendment_fits_and_makes_what_its_maker_meant(made: tuple[Path, list[list[str]]]) -> None:
    folder, texts = made
    compiled = sound(folder)
    versions = compiled.timeline.versions
    assert len(versions) == SIZE.versions + 1 == len(texts)
    for version, text in zip(versions, texts, strict=True):
        articles = [c for c in version.document.children if c.kind == "article"]
        assert [_plain(provision_markdown(a, 1)) for a in articles] == text, version.id
    orders = [o for event in compiled.timeline.events for o in event.operations]
    assert len(orders) == SIZE.amendments * SIZE.operations
    assert len({o.common.verb for o in orders}) >= 12


def test_each_operation_is_made_once_however_many_its_act_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = Size(articles=400, amendments=4, operations=50, versions=2)
    make(tmp_path, size)
    made: list[str] = []

    def noted(operation: TextOperation, *, before: Provision, now: Provision, numbers_settled_later: bool) -> Applied:
        made.append(operation.common.id)
        return apply(operation, before=before, now=now, numbers_settled_later=numbers_settled_later)

    monkeypatch.setattr("clausier.consolidate.states.apply", noted)
    sound(tmp_path)
    assert len(made) == len(set(made)) == size.amendments * size.operations


def test_one_seed_makes_one_project(made: tuple[Path, list[list[str]]], tmp_path: Path) -> None:
    make(tmp_path / "again", SIZE)
    make(tmp_path / "other", SIZE, seed=2)
    first, again, other = (tree(root) for root in (made[0], tmp_path / "again", tmp_path / "other"))
    assert first == again != other


def test_fewer_days_carry_the_same_operations(tmp_path: Path) -> None:
    days: list[set[str]] = []
    orders: list[dict[Path, bytes]] = []
    for versions in (8, 4, 2):
        folder = tmp_path / str(versions)
        make(folder, Size(articles=60, amendments=8, operations=5, versions=versions))
        days.append(
            {p.read_text(encoding="utf-8").partition("en-vigueur:")[2][:11] for p in folder.rglob("avenant.yml")}
        )
        orders.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.md")})
        sound(folder)
    assert orders[0] == orders[1] == orders[2]
    assert [len(d) for d in days] == [8, 4, 2]


def test_a_version_adds_what_it_changes(made: tuple[Path, list[list[str]]], tmp_path: Path) -> None:
    folder = tmp_path / "one-more"
    shutil.copytree(made[0], folder)
    before = _sizes(folder)
    new = folder / "amendments" / "9999-avenant-13"
    new.mkdir()
    (new / "avenant.yml").write_text(
        "id: avenant-13\ntitre: Avenant n° 13\nsignature: 2020-01-01\nen-vigueur: 2020-01-02\n", encoding="utf-8"
    )
    words = "Le dépôt commun tient l'inventaire à la disposition de chaque commune."
    (new / "01.md").write_text(
        f'---\nopérations:\n  - compléter: "2, al. 1"\n---\n# Article 1\n\nLe premier alinéa de l\'article 2 est complété '
        f"par les dispositions suivantes :\n\n> « {words} »\n",
        encoding="utf-8",
    )
    after = _sizes(folder)
    assert {name: size - before[name] < 8_000 for name, size in after.items()} == dict.fromkeys(before, True)
    assert all(before[name] > 50_000 for name in ("convention.json", "rules.json"))
    assert after["convention.json"] > before["convention.json"]


def _sizes(folder: Path) -> dict[str, int]:
    """How large the files are that hold all versions at once."""
    compiled = sound(folder)
    files = {name: len(bytes(content)) for name, content in texts(compiled, versions=False)}
    return {name: size for name, size in files.items() if name != "convention.md"}
