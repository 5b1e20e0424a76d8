"""What `build` and `acts` answer programs, and that a build is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.calling import answer_of, called
from support.projects import ROOT, copied, reworded, written
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


ENDS = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\njusqu-au: {until}\n",
    "convention/01.md": "# Article 1\n\nUn.\n",
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant a\nsignature: 2021-06-01\nen-vigueur: signature\n",
    "amendments/a/01.md": "---\nopérations:\n  - {operation}\n---\n# Article 1\n\nIl en est ainsi.\n",
}


@pytest.mark.parametrize(
    ("until", "operation", "last", "waits", "said"),
    [
        ("2022-12-31", "{remplacer-mots: 1, mots: Un, par: Deux}", "2022-12-31", None, "dernier jour : le 31 décembre 2022"),
        ("2022", "{remplacer-mots: 1, mots: Un, par: Deux}", "2022-01-01/2022-12-31", None, "entre le 1er janvier 2022 et"),
        ("2022-12-31", '{proroger: "*", jusqu-au: 2024-06-30}', "2024-06-30", None, "dernier jour : le 30 juin 2024"),
        ("2022-12-31", '{expirer: "*", en-vigueur: 2021-07-01}', "2021-06-30", None, "dernier jour : le 30 juin 2021"),
        ("{événement: denonciation}", "{remplacer-mots: 1, mots: Un, par: Deux}", None, "denonciation", "fin : en attente (denonciation)"),
    ],
)  # fmt: skip
def test_the_acts_say_the_last_day_of_the_convention_as_acts_have_moved_it(
    until: str, operation: str, last: str | None, waits: str | None, said: str, tmp_path: Path
) -> None:
    root = written(
        tmp_path,
        {name: text.replace("{until}", until).replace("{operation}", operation) for name, text in ENDS.items()},
    )
    convention, amendment = answer_of("acts", project=root)["acts"]
    assert (convention["until"], convention["until_because"]) == (last, waits)
    assert (amendment["until"], amendment["until_because"]) == (None, None)
    assert said in called("acts", project=root).words.replace("\u00a0", " ")


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
