"""Whole amendments as a drafter writes them: what is edited, and each file of the amendment, written by hand from the guides."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from clausier.author.draft.draft import draft, start
from clausier.author.draft.lay import laid
from clausier.check.agreement import disagreements
from clausier.compile import compile_project
from clausier.french import read_article, written

GOLDEN = Path(__file__).parent / "golden"
NAMES = sorted(p.name for p in GOLDEN.iterdir() if (p / "avenant.yml").is_file())
ACT = "avenant-1"


@pytest.fixture(params=NAMES)
def drafted(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path]:
    """A project with the amendment that makes the edits, and the folder that holds the one that is expected."""
    expected = GOLDEN / request.param
    shutil.copytree(GOLDEN / "convention", tmp_path / "convention")
    start(tmp_path, ACT)
    edit(tmp_path / "amendments" / ACT / "brouillon", expected / "modifications.yml")
    draft(tmp_path, ACT)
    return tmp_path, expected


def edit(folder: Path, modifications: Path) -> None:
    """Make the edits of a file: words in place of others, all from a mark on, a file taken away, a file more."""
    for one in yaml.safe_load(modifications.read_text(encoding="utf-8")):
        match one:
            case {"dans": name, "mots": old, "par": new}:
                text = (folder / name).read_text(encoding="utf-8")
                assert text.count(old) == 1, (name, old)
                (folder / name).write_text(text.replace(old, new), encoding="utf-8")
            case {"dans": name, "depuis": mark, "par": new}:
                before, found, _ = (folder / name).read_text(encoding="utf-8").partition(mark)
                assert found
                (folder / name).write_text(before + new, encoding="utf-8")
            case {"retirer": name}:
                (folder / name).unlink()
            case {"ajouter": name, "texte": text}:
                (folder / name).write_text(text, encoding="utf-8")
            case _:
                pytest.fail(f"no such edit: {one}")


def test_the_amendment_is_the_one_that_was_written_by_hand(drafted: tuple[Path, Path]) -> None:
    root, expected = drafted
    made = {p.name: p.read_text(encoding="utf-8") for p in (root / "amendments" / ACT).iterdir() if p.is_file()}
    wanted = {p.name: p.read_text(encoding="utf-8") for p in expected.iterdir() if p.name != "modifications.yml"}
    assert sorted(made) == sorted(wanted)
    for name, text in wanted.items():
        assert made[name] == text


def test_it_makes_the_edited_text_and_nothing_is_found_in_it(drafted: tuple[Path, Path]) -> None:
    root, _ = drafted
    compiled, found = compile_project(root, drafts=[ACT], checks=False)
    assert compiled is not None
    assert [d.message.text("en") for d in found] == []
    assert list(disagreements(compiled.corpus, compiled.timeline)) == []
    after = [file.markdown for file in laid(compiled.timeline.latest.document).values()]
    edited = sorted((root / "amendments" / ACT / "brouillon").glob("*.md"))
    assert [t for t in map(_kept, after) if t] == [_kept(p.read_text(encoding="utf-8")) for p in edited]


def _kept(text: str) -> list[str]:
    """The lines of a text, the tombstones of what was repealed left out."""
    return [line for line in text.split("\n") if line and not line.endswith("(abrogé)")]


@pytest.mark.parametrize(
    "file",
    [file for name in NAMES for file in sorted((GOLDEN / name).glob("*.md"))],
    ids=lambda f: f"{f.parent.name}/{f.stem}",
)
def test_each_sentence_is_read_as_its_operation_and_nothing_is_asked(file: Path) -> None:
    """What the grammar reads in the words of the act, line by line, beside what its front matter says."""
    _, matter, body = file.read_text(encoding="utf-8").split("---\n", 2)
    lines = [re.sub(r"^> ?", "", line) for line in body.split("\n") if line.strip("> ")]
    said = read_article("\n".join(lines[1:]))
    assert all(one.orders for one in said)
    orders = [(one, order) for one in said for order in one.orders if order.verb != "modify"]
    operations = yaml.safe_load(matter)["opérations"]
    assert len(orders) == len(operations)
    for (one, order), operation in zip(orders, operations, strict=True):
        (verb, target), *details = [(k, v) for k, v in operation.items() if k not in {"dit", "lecture"}]
        targets = tuple(one for t in (target if isinstance(target, list) else [target]) for one in _each(t))
        if order.verb == "complete_sentence":  # of an article, it goes to the end of its last alinéa
            targets = tuple(t.removesuffix(", al. -1") for t in targets)
        wanted = {k: ", ".join(v) if isinstance(v, list) else v for k, v in details}
        read = [
            (
                tuple(one.removesuffix(", titre") for t in way.targets for one in _each(t)),
                {k: v for k, v in way.details if k != "numéro"},
            )
            for way in written(order, one.quotations)
            if way.verb == verb
        ]
        assert (targets, wanted) in read


def _each(target: str) -> list[str]:
    """The alinéas of a range, one by one: a sentence may name two, where the operation takes them as one stretch."""
    found = re.fullmatch(r"(.*al\. )(\d+) à (\d+)", target)
    return [f"{found[1]}{n}" for n in range(int(found[2]), int(found[3]) + 1)] if found else [target]
