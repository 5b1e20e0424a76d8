"""A second import keeps what a person has changed, and no import leaves half an act."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.author.intake.own import own_files
from clausier.diagnostics import Refused
from clausier.source.acts import read_project
from clausier.store import StoreError
from intake.projects import ACT, project, signed
from support.projects import reworded, written
from support.trees import tree

FIRST = "01-article-1-bureau.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "p")


def test_the_second_import_of_a_file_changes_nothing(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    before = tree(root)
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert (done.written, done.kept) == ((), ())
    assert tree(root) == before


def test_a_file_that_someone_has_changed_is_left_as_it_is(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    path = root / "amendments/avenant-1" / FIRST
    path.write_text(path.read_text(encoding="utf-8") + "\nUne réponse.\n", encoding="utf-8")
    before = tree(root)
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert (done.written, done.kept) == ((), (FIRST,))
    assert tree(root) == before


def test_a_file_that_someone_has_removed_does_not_come_back(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    (root / "amendments/avenant-1" / FIRST).unlink()
    assert import_act(root, [signed(tmp_path)], "avenant-1").kept == (FIRST,)
    assert not (root / "amendments/avenant-1" / FIRST).exists()


def test_another_file_does_not_take_the_place_of_an_act(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    before = tree(root)
    with pytest.raises(Refused, match="comes from another file"):
        import_act(root, [signed(tmp_path, ACT + "\nEt après.\n")], "avenant-1")
    assert tree(root) == before


def test_a_folder_that_was_not_imported_is_not_touched(root: Path, tmp_path: Path) -> None:
    (root / "amendments/avenant-1").mkdir(parents=True)
    (root / "amendments/avenant-1/notes.txt").write_text("à moi", encoding="utf-8")
    with pytest.raises(Refused, match="was not imported"):
        import_act(root, [signed(tmp_path)], "avenant-1")
    assert tree(root / "amendments") == {"avenant-1/notes.txt": "à moi".encode()}


@pytest.mark.parametrize("name", ["../x", "Avenant", "a b", "", "a/b"])
def test_a_name_that_leaves_the_folder_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="no short name"):
        import_act(root, [signed(tmp_path)], name)
    assert not (root / "amendments").exists()


def test_an_import_that_fails_leaves_no_folder(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(StoreError, match="No space"):
        import_act(root, [signed(tmp_path)], "avenant-1")
    assert tree(root / "amendments") == {}
    assert list((root / "amendments").iterdir()) == []


def test_all_files_are_as_fmt_leaves_them(root: Path, tmp_path: Path) -> None:
    from clausier.author.fmt import format_sources

    import_act(root, [signed(tmp_path)], "avenant-1")
    assert format_sources(root, [root / "amendments"], write=False).changes == ()


TWO = """\
AVENANT N° 1

Article 1 – Bureau

L’article 2 est revu comme convenu.

Article 2 – Nombre

À l’article 5, les mots « trois membres » sont remplacés par les mots « cinq membres ».

Fait à Nord, le 12 février 2024
"""
RENUMBERED = """\
---
opérations:
  - renuméroter: "2"
    en: "5"
---
# Article 1 – Bureau

L’article 2 est revu comme convenu.
"""


def test_an_answer_written_by_hand_is_kept_and_the_rest_is_read_in_its_light(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    first = import_act(root, [path], "avenant-1")
    assert [len(unit.questions) for unit in first.units] == [1, 1]
    folder = root / "amendments/avenant-1"
    (folder / FIRST).write_text(RENUMBERED, encoding="utf-8")
    done = import_act(root, [path], "avenant-1")
    assert (folder / FIRST).read_text(encoding="utf-8") == RENUMBERED
    assert done.kept == (FIRST,)
    assert done.unsure == 0
    assert [unit.operations[0] for unit in done.units] == [
        "renuméroter: 2, en: 5",
        'remplacer-mots: "5", mots: "trois membres", par: "cinq membres"',
    ]
    assert done.errors == ()
    before = tree(root)
    assert import_act(root, [path], "avenant-1").written == ()
    assert tree(root) == before


def test_operations_that_a_person_has_written_in_the_opening_are_of_its_file(root: Path) -> None:
    folder = root / "amendments/avenant-1"
    index = "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2024-02-12\n"
    opening = '---\nopérations:\n  - supprimer: "2, al. 2"\n---\nLe second alinéa de l’article 2 est supprimé.\n'
    article = '---\nopérations:\n  - abroger: "3"\n---\n# Article 1 – Durée\n\nL’article 3 est abrogé.\n'
    written(folder, {"avenant.yml": index, "00-ouverture.md": opening, FIRST: article})
    corpus, _ = read_project(root)
    assert corpus is not None
    own = own_files(folder, corpus.amendments[0], ["avenant.yml", "00-ouverture.md", FIRST])
    assert [[one.common.verb for one in own[name].of_text] for name in own] == [[], ["supprimer"], ["abroger"]]


def test_a_question_that_a_person_has_left_in_a_changed_file_still_counts(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    import_act(root, [path], "avenant-1")
    file = root / "amendments/avenant-1" / FIRST
    reworded(file, "phrase non comprise", "à voir avec le bureau")
    done = import_act(root, [path], "avenant-1")
    assert [q.why[:21] for q in done.units[0].questions] == ["à voir avec le bureau"]
    assert done.unsure == 2


def test_an_article_added_by_hand_stays_as_it_is(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    added = root / "amendments/avenant-1/03-de-plus.md"
    added.write_text("---\nsans-effet: exposé\n---\n# Article 3 – De plus\n\nRien.\n", encoding="utf-8")
    before = tree(root)
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert (done.written, done.kept, done.errors) == ((), (), ())
    assert tree(root) == before


def test_an_article_under_another_name_is_not_written_a_second_time(root: Path, tmp_path: Path) -> None:
    path = signed(tmp_path, TWO)
    import_act(root, [path], "avenant-1")
    folder = root / "amendments/avenant-1"
    (folder / FIRST).unlink()
    (folder / "01-autrement.md").write_text(RENUMBERED, encoding="utf-8")
    done = import_act(root, [path], "avenant-1")
    assert done.kept == (FIRST,)
    assert sorted(p.name[:2] for p in folder.glob("0*.md")) == ["00", "01", "02"]
    assert [len(unit.questions) for unit in done.units] == [0, 0]  # article 5 is there, by the file of that rank


def test_the_signed_file_under_another_name_is_the_same_act(root: Path, tmp_path: Path) -> None:
    text = ACT.replace("\n", "\r\n")  # so that it is kept beside source.txt
    import_act(root, [signed(tmp_path, text)], "avenant-1")
    before = tree(root)
    assert "amendments/avenant-1/avenant.txt" in before
    done = import_act(root, [signed(tmp_path, text, "avenant-signe.txt")], "avenant-1")
    assert (done.written, done.kept) == ((), ())
    assert tree(root) == before


def test_a_day_of_signature_written_by_hand_says_what_text_the_act_changes(root: Path, tmp_path: Path) -> None:
    later = root / "amendments/avenant-2"
    later.mkdir(parents=True)
    (later / "avenant.yml").write_text("id: avenant-2\ntitre: Avenant n° 2\nsignature: 2024-06-01\n", encoding="utf-8")
    (later / "01.md").write_text(
        '---\nopérations:\n  - abroger: "2"\n---\n# Article 1\n\nL’article 2 est abrogé.\n', encoding="utf-8"
    )
    path = signed(tmp_path, ACT.replace(", le 12 février 2024", ", le"))
    first = import_act(root, [path], "avenant-1")
    assert [len(unit.questions) for unit in first.units] == [1, 0]
    index = root / "amendments/avenant-1/avenant.yml"
    text = index.read_text(encoding="utf-8").partition("questions:")[0].replace("état: projet", "signature: 2024-02-12")
    index.write_text(text, encoding="utf-8")
    done = import_act(root, [path], "avenant-1")
    assert index.read_text(encoding="utf-8") == text
    assert done.unsure == 0
    assert done.units[0].operations == ('remplacer: "2"',)


def test_another_id_written_by_hand_does_not_make_the_act_change_itself(root: Path, tmp_path: Path) -> None:
    text = "AVENANT N° 1\n\nArticle 1 – Bureau\n\nÀ l’article 2, les mots « chaque mois » sont supprimés.\n\nFait à Nord, le 12 février 2024\n"
    path = signed(tmp_path, text)
    assert import_act(root, [path], "avenant-1").unsure == 0
    index = root / "amendments/avenant-1/avenant.yml"
    reworded(index, "id: avenant-1", "id: premier")
    done = import_act(root, [path], "avenant-1")
    assert (done.written, done.kept, done.unsure) == ((), ("avenant.yml",), 0)


def test_a_record_that_is_damaged_loses_nothing(root: Path, tmp_path: Path) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    folder = root / "amendments/avenant-1"
    (folder / ".import.json").write_text("{", encoding="utf-8")
    (folder / FIRST).write_text(RENUMBERED, encoding="utf-8")
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert done.kept == (FIRST,)
    assert (folder / FIRST).read_text(encoding="utf-8") == RENUMBERED


def test_a_file_that_this_import_no_longer_makes_goes_and_one_that_a_person_works_in_stays(
    root: Path, tmp_path: Path
) -> None:
    import_act(root, [signed(tmp_path)], "avenant-1")
    folder = root / "amendments/avenant-1"
    record = folder / ".import.json"
    # As if an earlier version had named the first article otherwise.
    (folder / FIRST).rename(folder / "01-bureau.md")
    reworded(record, FIRST, "01-bureau.md")
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert (done.written, done.kept) == ((FIRST,), ())
    assert not (folder / "01-bureau.md").exists()
    (folder / FIRST).rename(folder / "01-bureau.md")
    reworded(record, FIRST, "01-bureau.md")
    (folder / "01-bureau.md").write_text(RENUMBERED, encoding="utf-8")
    done = import_act(root, [signed(tmp_path)], "avenant-1")
    assert done.kept == ("01-article-1-bureau.md", "01-bureau.md")
    assert not (folder / FIRST).exists()
