"""What `build` and `acts` answer programs, and that a build is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

from support.calling import answer_of, called
from support.projects import ROOT, copied, reworded
from support.trees import tree


def project(folder: Path) -> Path:
    """A copy of the real sources."""
    return copied(folder)


def test_a_build_lists_what_it_has_written(tmp_path: Path) -> None:
    found = answer_of("build", "--out", tmp_path / "out", project=ROOT)
    assert found["written"]
    assert {"convention.json", "convention.md", "rules.json", "manifest.json"} <= set(found["files"])
    assert all((tmp_path / "out" / name).is_file() for name in found["files"])


def test_a_build_that_fails_says_so_and_leaves_the_former_one(tmp_path: Path) -> None:
    home = project(tmp_path)
    answer_of("build", project=home)
    before = tree(home / "build")
    article = home / "amendments/2022-avenant-1/02-article-2.md"
    reworded(article, 'remplacer: "2"', 'remplacer: "2.7.1"')
    found = answer_of("build", project=home, code=1)
    assert (found["written"], found["files"]) == (False, [])
    assert found["errors"] >= 1
    assert tree(home / "build") == before


def test_the_acts_say_who_has_signed_and_what_is_missing() -> None:
    found = answer_of("acts", project=ROOT)
    convention, amendment = found["acts"]
    assert (convention["id"], convention["signed"]) == ("convention", "2018-03-19")
    assert amendment["in_force"] == "2022-06-21/2022-12-31"
    assert amendment["presumed"]
    assert len(amendment["parties"]) == 10
    assert all(
        p["missing"] == ["deliberation", "transmission", "signature", "publication"] for p in amendment["parties"]
    )


def test_what_nobody_has_recorded_is_not_said_to_be_missing() -> None:
    said = called("acts", project=ROOT, code=0).stdout
    assert said.count("aucune n’est enregistrée") == 2
    assert "manque" not in said


def test_the_history_of_an_article_begins_with_the_sentence_that_made_it() -> None:
    (wording,) = answer_of("history", "8.3", project=ROOT)["wordings"]
    (operation,) = wording["operations"]
    assert (operation["act"], operation["article"], operation["verb"]) == ("avenant-1", "5", "remplacer")
    first, _ = answer_of("history", "6", project=ROOT)["wordings"]
    assert first["operations"] == []


def test_formalities_date_an_act_by_the_last_of_them(tmp_path: Path) -> None:
    home = project(tmp_path)
    index = home / "amendments/2022-avenant-1/avenant.yml"
    text = index.read_text("utf-8")
    start, end = text.index("en-vigueur:"), text.index("signataires:")
    text = text[:start] + "en-vigueur: caractère-exécutoire\n" + text[end:]
    parties = [line.split(": ")[1] for line in text.splitlines() if line.strip().startswith("- partie: ")]
    assert len(parties) == 10
    days = "".join(
        f"  {party}: {{transmission: 2022-10-0{n % 9 + 1}, signature: 2022-09-01, publication: 2022-09-30}}\n"
        for n, party in enumerate(parties)
    )
    index.write_text(text + "formalités:\n" + days, "utf-8")
    amendment = answer_of("acts", project=home)["acts"][1]
    assert amendment["in_force"] == "2022-10-09"
    assert {p["signature"] for p in amendment["parties"]} == {"2022-09-01"}
    assert all(p["missing"] == ["deliberation"] for p in amendment["parties"])
