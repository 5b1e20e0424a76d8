"""Two days on each of which a date leaves the text open: a comparison says of both which days, and because of which act."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.calling import answer_of, called
from support.projects import written

RULE = 'règles:\n  - {id: part, nature: majorité, article: "1", citation: "à {seuil:pourcentage} des voix exprimées", instance: comite, assiette: exprimés}\n'
FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
    "convention/01.md": "# Article 1\n\nIl décide à 80 % des voix exprimées.\n",
    "convention/01.regles.yml": RULE,
} | {
    f"amendments/{n}/{name}": words
    for n, (was, is_) in enumerate(((80, 75), (75, 70)), start=1)
    for name, words in {
        "avenant.yml": f"id: avenant-{n}\ntitre: Avenant n° {n}\nsignature: {{pas-avant: 202{n}-06-01, pas-après: 202{n}-09-01, motif: laissée en blanc}}\n",
        "01.md": f"---\nopérations:\n  - {{remplacer-mots: 1, mots: {was}, par: {is_}}}\n---\n# Article 1\n\nÀ l’article 1, « {was} » est remplacé par « {is_} ».\n",
    }.items()
}
FIRST = {"from": "2021-06-01", "to": "2021-08-31"}
SECOND = {"from": "2022-06-01", "to": "2022-08-31"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("open")
    return written(root, FILES)


def said(project: Path, *call: str, lang: str = "fr") -> str:
    return called(*call, project=project, lang=lang, code=0).stdout


@pytest.mark.parametrize(
    ("days", "periods"),
    [
        (("2021-07-01", "2022-07-01"), {"undetermined_before": FIRST, "undetermined": SECOND}),
        (("2022-07-01", "2021-07-01"), {"undetermined_before": SECOND, "undetermined": FIRST}),
        (("2021-07-01", "2021-08-01"), {"undetermined": FIRST}),
        (("2021-07-01", "2023-01-01"), {"undetermined": FIRST}),
        (("2020-07-01", "2022-07-01"), {"undetermined": SECOND}),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("call", [("diff",), ("rules", "--diff")], ids=" ".join)
def test_each_open_period_is_named(
    call: tuple[str, ...], days: tuple[str, str], periods: dict[str, dict[str, str]], project: Path
) -> None:
    answer = answer_of(*call, *days, project=project)
    found = {key: answer[key] for key in answer if key.startswith("undetermined")}
    assert {key: {end: value[end] for end in ("from", "to")} for key, value in found.items()} == periods
    acts = {"2021-06-01": "avenant-1", "2022-06-01": "avenant-2"}
    assert all([b["act"] for b in value["because"]] == [acts[value["from"]]] for value in found.values())


def test_each_open_period_is_told(project: Path) -> None:
    shown = said(project, "diff", "2021-07-01", "2022-07-01")
    assert shown.startswith("Indéterminé\u00a0: 4 comparaisons possibles.\n")
    for call in (("diff",), ("rules", "--diff")):
        french = said(project, *call, "2021-07-01", "2022-07-01")
        english = said(project, *call, "2021-07-01", "2022-07-01", lang="en")
        for year in (2021, 2022):
            assert f"Indéterminé du 1er\u00a0juin\u00a0{year} au 31\u00a0août\u00a0{year}\u00a0:" in french
            assert f"Undetermined from {year}-06-01 to {year}-08-31:" in english


@pytest.mark.parametrize("form", ["md", "html"])
def test_pages_tell_of_them_before_the_comparisons(form: str, project: Path) -> None:
    shown = said(project, "diff", "2021-07-01", "2022-07-01", "--format", form)
    lead, *redlines = shown.split("<h1>" if form == "html" else "\n## ")
    assert len(redlines) == 4
    assert "Indéterminé\u00a0: 4 comparaisons possibles." in lead
    for year, act in ((2021, "avenant-1"), (2022, "avenant-2")):
        assert (
            f"Indéterminé du 1er\u00a0juin\u00a0{year} au 31\u00a0août\u00a0{year}\u00a0: 2 textes possibles." in lead
        )
        days = f"entre le 1er\u00a0juin\u00a0{year} et le 1er\u00a0septembre\u00a0{year} (laissée en blanc)"
        assert f"{act}\u00a0: {days}" in lead
    assert shown.count("<!doctype html>") == (form == "html")  # one page, whatever the number of comparisons


def test_a_comparison_that_is_certain_is_told_alone(project: Path) -> None:
    certain = said(project, "diff", "2021-01-01", "2022-01-01", "--format", "md")
    assert certain.startswith("## De «\u00a0convention\u00a0» à «\u00a0avenant-1\u00a0»\n\n### Article 1")


def test_in_a_terminal_what_goes_and_what_comes_stand_between_marks(project: Path) -> None:
    assert said(project, "diff", "2021-01-01", "2022-01-01") == (
        "[De «\u00a0convention\u00a0» à «\u00a0avenant-1\u00a0»]\n\n1 (modifié)\n\nArticle 1\n\nIl décide à [-80-]{+75+} % des voix exprimées.\n"
    )


def test_two_texts_that_are_the_same_are_not_all_the_text_in_force(project: Path) -> None:
    same = said(project, "diff", "convention", "convention", "1")
    assert same == "[De «\u00a0convention\u00a0» à «\u00a0convention\u00a0», 1]\n\nLes deux textes sont les mêmes.\n"
    assert "Le texte en vigueur ne change pas." in said(project, "diff", "--against", str(project))
    assert "Les deux textes sont les mêmes." in said(project, "diff", "--against", str(project), "", "", "1")


def test_one_open_period_is_told_once(project: Path) -> None:
    for call in (("diff",), ("rules", "--diff")):
        assert said(project, *call, "2021-07-01", "2021-08-01").count("Indéterminé du") == 1


def test_a_proposal_that_changes_the_members_alone_is_told(project: Path, tmp_path: Path) -> None:
    joined = {
        "amendments/3/avenant.yml": "id: avenant-3\ntitre: Avenant n° 3\nsignature: 2023-01-02\n",
        "amendments/3/01.md": "---\nopérations:\n  - {adhésion: z, nom: Commune Z}\n---\n# Article 1\n\nLa Commune Z adhère.\n",
    }
    call = ("diff", "--against", str(project))
    there = written(tmp_path, {**FILES, **joined})
    assert said(there, *call).endswith(
        "\n\nLe texte en vigueur ne change pas.\n\n"
        "Les membres changent\u00a0:\n  Admet un membre\u00a0: Commune Z, le 2\u00a0janvier\u00a02023 (Avenant n° 3)\n"
    )
    assert said(there, *call, lang="en").endswith("The members change:\n  avenant-3/1#1 (adhésion), 2023-01-02\n")
    assert "Commune Z" not in said(there, *call, "", "", "1")
    members = json.loads(said(there, *call, "--format", "json"))["members"]
    assert [period["members"] for period in members["before"]] == [[]]
    assert [period["from"] for period in members["after"]] == ["2020-01-01", "2023-01-02"]
    assert members["after"][1]["members"][-1] == {"id": "z", "name": "Commune Z"}
    assert "members" not in json.loads(said(there, *call, "--format", "json", "", "", "1"))
