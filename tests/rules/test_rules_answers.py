"""What is answered about rules: JSON that fits its schema, words for people, refusals that say why."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from clausier import schemas
from clausier.consolidate.timeline import Period
from clausier.emit.answers import Selection, select
from clausier.emit.rules_json import rules_at, rules_between, rules_diff
from clausier.emit.rules_text import changes_text, rules_text
from clausier.model.provision import Lacuna
from clausier.rules.bind import bind_rules
from clausier.rules.written import RuleSources
from rules.timelines import act, alinea, article, bound, codes, day, sources, timeline, version, written_json
from support.calling import answer_of, called
from support.literate import compiled_case, read_case, write_sources
from support.projects import ROOT

CASES = sorted((Path(__file__).parents[1] / "cases/rules").glob("*/*.md"))
MAJORITY = """\
règles:
  - {id: majorite, nature: majorité, article: "1", citation: "à {seuil:pourcentage} des voix", assiette: ensemble}
  - {id: rythme, nature: périodicité, article: "2", citation: "se réunit {rythme:périodicité}", instance: comite}
"""


def fits(answer: Any) -> bool:
    valid: bool = schemas.validator("rules").is_valid(json.loads(json.dumps(answer)))
    return valid


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_the_rules_of_every_case_fit_their_schema(path: Path, tmp_path: Path) -> None:
    case = read_case(path)
    write_sources(case, tmp_path)
    for compiled, _ in compiled_case(case, tmp_path).values():
        assert compiled is not None
        rules, time = compiled.rules, compiled.timeline
        assert fits(written_json(rules, time))
        for found in time.versions:
            assert fits(rules_at(rules, time, Selection(versions=(found,))))
        for before, after in product(time.versions, repeat=2):
            assert fits(rules_diff(rules, time, before, after))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"value": {"threshold": {"share": 0.8, "plus": 0, "strict": False}}}, "a float"),
        ({"kind": "unanimité"}, "a kind in French"),
        ({"condition": {"and": []}}, "an operator that is none"),
        ({"surprise": 1}, "a key that is none"),
        ({"valid": {"from": "hier", "to": None, "x": 1}}, "a key in the days"),
        ({"versions": []}, "a rule of no version"),
    ],
)
def test_what_is_no_rule_does_not_fit_the_schema(change: dict[str, Any], why: str) -> None:
    time = timeline(version("convention", article("1", "à 80 % des voix"), first="2020-01-01"))
    rules, _ = bound(MAJORITY.partition("  - {id: rythme")[0], time)
    answer = written_json(rules, time)
    assert fits(answer)
    (rule,) = answer["rules"]
    assert not fits({**answer, "rules": [{**rule, **change}]}), why


def two_versions(second: str) -> tuple[Any, Any]:
    time = timeline(
        version(
            "convention",
            article("1", "à 80 % des voix"),
            article("2", "Il se réunit chaque année."),
            first="2020-01-01",
            last="2020-06-30",
        ),
        version("a", article("1", second), article("2", "Il se réunit chaque année."), acts=("a",), first="2021-01-01"),
        periods=(
            Period(first=day("2020-01-01"), last=day("2020-06-30"), candidates=("convention",)),
            Period(first=day("2020-07-01"), last=day("2020-12-31"), candidates=("convention", "a")),
            Period(first=day("2021-01-01"), last=None, candidates=("a",)),
        ),
    )
    return bound(MAJORITY, time)[0], time


def test_where_all_candidates_have_the_same_rules_the_answer_is_the_first_ones() -> None:
    rules, time = two_versions("à 80 % des voix. Autre.")
    chosen = select(time, day=day("2020-08-01"))
    assert chosen is not None
    answer = rules_at(rules, time, chosen)
    assert answer["version"] == "convention"
    assert answer["same_in_all"] == ["convention", "a"]
    assert [rule["id"] for rule in answer["rules"]] == ["majorite", "rythme"]
    assert fits(answer)
    assert "convention, a" in rules_text(answer, "fr")


def test_where_one_figure_differs_each_candidate_answers() -> None:
    rules, time = two_versions("à 75 % des voix.")
    chosen = select(time, day=day("2020-08-01"))
    assert chosen is not None
    answer = rules_at(rules, time, chosen)
    shares = [c["rules"][0]["value"]["threshold"]["share"] for c in answer["candidates"]]
    assert shares == [{"num": 4, "den": 5}, {"num": 3, "den": 4}]
    assert fits(answer)
    assert rules_text(answer, "fr").count("majorite — majorité — 1, convention") == 2
    assert rules_text(answer, "en").startswith("Undetermined from 2020-07-01 to 2020-12-31")


def test_a_figure_that_differs_is_a_change_and_what_stays_is_none() -> None:
    rules, time = two_versions("à 75 % des voix.")
    answer = rules_diff(rules, time, time.versions[0], time.versions[1])
    (change,) = answer["changes"]
    assert (change["id"], change["kind"], change["what"]) == ("majorite", "changed", ["words", "value"])
    assert [change[side]["quote"] for side in ("before", "after")] == ["à 80 % des voix", "à 75 % des voix"]
    said = changes_text(answer, "fr").splitlines()
    assert said[0] == "Règles, de convention à a"
    assert said[2] == "majorite change\u00a0: ses mots, sa valeur"
    assert changes_text(answer, "en").splitlines()[2] == "majorite changes: its words, its value"
    assert [line for line in said if line[:1] in {"-", "+"}] == [
        "- majorite — majorité — 1, convention",
        "+ majorite — majorité — 1, convention",
    ]
    assert changes_text(rules_diff(rules, time, time.versions[0], time.versions[0]), "fr").endswith(
        "Aucune différence."
    )
    assert changes_text(rules_diff(rules, time, time.versions[0], time.versions[0]), "en").endswith("No difference.")


def test_where_a_day_leaves_a_version_open_each_comparison_is_told() -> None:
    rules, time = two_versions("à 75 % des voix.")
    open_, after = (select(time, day=day(when)) for when in ("2020-08-01", "2021-01-01"))
    assert open_ is not None
    assert after is not None
    for old, new, pairs in (
        (open_, after, [("convention", "a", 1), ("a", "a", 0)]),
        (after, open_, [("a", "convention", 1), ("a", "a", 0)]),
    ):
        answer = rules_between(rules, time, old, new)
        assert [(c["from"], c["to"], len(c["changes"])) for c in answer["candidates"]] == pairs
        assert answer["undetermined"]["from"] == "2020-07-01"
        assert fits(answer)
    said = changes_text(rules_between(rules, time, after, open_), "fr")
    assert said.startswith("Indéterminé du 1er\u00a0juillet\u00a02020 au 31\u00a0décembre\u00a02020\u00a0: ")
    assert [line for line in said.splitlines() if line.startswith("Règles")] == [
        "Règles, de a à convention",
        "Règles, de a à a",
    ]
    certain = Selection(versions=(time.versions[0],)), Selection(versions=(time.versions[1],))
    assert rules_between(rules, time, *certain) == rules_diff(rules, time, *time.versions)


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("2020-08-01", "2020-08-01", [("convention", "convention"), ("a", "a")]),
        ("2020-08-01", "2020-09-01", [("convention", "convention"), ("convention", "a"), ("a", "a")]),
        ("2020-09-01", "2020-08-01", [("convention", "convention"), ("a", "convention"), ("a", "a")]),
    ],
)
def test_of_two_days_on_which_a_date_is_open_no_text_is_older_than_the_one_before(
    before: str, after: str, pairs: list[tuple[str, str]]
) -> None:
    rules, time = two_versions("à 75 % des voix.")
    old, new = (select(time, day=day(when)) for when in (before, after))
    assert old is not None
    assert new is not None
    answer = rules_between(rules, time, old, new)
    assert [(c["from"], c["to"]) for c in answer["candidates"]] == pairs
    assert fits(answer)


def test_what_a_draft_would_change_is_told(tmp_path: Path) -> None:
    write_sources(read_case(ROOT / "tests/cases/rules/good/a_figure_that_changes.md"), tmp_path)
    act = tmp_path / "amendments/a/avenant.yml"
    act.write_text(act.read_text(encoding="utf-8") + "état: projet\n", encoding="utf-8")
    for args, kinds in ((("convention", "convention"), []), (("convention", "a", "--with", "a"), ["changed"])):
        answer = answer_of("rules", "--diff", *args, project=tmp_path)
        assert [change["kind"] for change in answer["changes"]] == kinds


def test_what_is_overridden_what_is_to_come_and_what_is_unknown_are_said() -> None:
    yaml = """\
règles:
  - {id: a, nature: majorité, article: "1", citation: "à {s:pourcentage} des voix", instance: c, assiette: ensemble}
  - {id: b, nature: majorité, article: "2", citation: "à {s:pourcentage} des voix", instance: c, assiette: ensemble}
  - {id: p, nature: primauté, article: "2", citation: "Il prévaut", prévaut: x, sur: convention}
"""
    time = timeline(
        version("convention", article("1", "à 80 % des voix"), LOST, first="2020-01-01", last="2020-12-31"),
        version(
            "x",
            article("1", "à 80 % des voix"),
            article("2", alinea("à 75 % des voix. Il prévaut.", "x/1#1")),
            acts=("x",),
            first="2021-01-01",
        ),
        acts=(act("attente", pending=True),),
    )
    rules, problems = bind_rules(
        RuleSources(
            acts=("convention", "x", "attente"),
            rules=(*sources(yaml, "x").rules, *sources(MAJORITY, "attente").rules),
        ),
        time,
    )
    assert codes(problems) == []
    before, after = (rules_at(rules, time, Selection(versions=(v,))) for v in time.versions)
    assert fits(before)
    assert fits(after)
    assert rules_text(before, "fr").splitlines() == [
        "Version convention, certaine du 1er\u00a0janvier\u00a02020 au 31\u00a0décembre\u00a02020",
        "",
        "Aucune règle connue.",
        "Des stipulations dont le texte n’est pas disponible peuvent en énoncer d’autres\u00a0: 9.",
        "",
        "À venir\u00a0: majorite, rythme",
    ]
    assert "a — majorité (c) — 1, convention\n  «\u00a0à 80 % des voix\u00a0»\n  écartée par b\n" in rules_text(
        after, "fr"
    )


LOST = article("9", Lacuna(key="k", reason="perdu"))


def test_the_rules_in_force_are_said_with_their_words() -> None:
    code, out, _ = called("rules", project=ROOT)
    assert code == 0
    assert "cogouv-majorite — majorité (cogouv, evolution-structurante) — 8.3, avenant-1\n" in out
    assert "«\u00a0doivent être votées à la majorité qualifiée de 80% des voix\u00a0»" in out
    assert "laissé ouvert (assiette)\u00a0: des voix de tous les membres | des voix des présents" in out
    assert "region-grand-est 4,5, ardennes 1" in out


def test_in_english_kinds_readings_and_figures_are_written_in_english() -> None:
    code, out, _ = called("rules", "--lang", "en", "--at", "2023-01-01", project=ROOT)
    assert code == 0
    assert "cogouv-majorite — majority (cogouv, evolution-structurante)" in out
    assert "left open (base): " in out
    assert "region-grand-est 4.5, ardennes 1" in out


@pytest.mark.parametrize(
    "args", [(), ("--at", "2022-08-01"), ("--diff", "convention", "avenant-1"), ("--diff", "2020-01-01", "2022-08-01")]
)
def test_for_programs_the_answer_is_json_that_fits_its_schema(args: tuple[str, ...]) -> None:
    assert answer_of("rules", *args, project=ROOT)


def test_versions_to_compare_may_be_given_by_their_days() -> None:
    by_name = called("rules", "--diff", "convention", "avenant-1", project=ROOT)
    assert called("rules", "--diff", "2020-01-01", "2023-01-01", project=ROOT) == by_name


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--at", "2000-01-01"), 1, "rien n’était en vigueur le 2000-01-01"),
        (
            ("--diff", "convention", "avenant-9"),
            1,
            "pas de version «\u00a0avenant-9\u00a0» (voulait-on dire avenant-1\u00a0?)",
        ),
        (("--diff", "convention", "2000-01-01"), 1, "rien n’était en vigueur le 2000-01-01"),
        (("--at", "2023-01-01", "--diff", "convention", "avenant-1"), 2, "--at ou --diff, pas les deux"),
        (("--at", "hier"), 2, "n’est pas une date"),
        (("--diff", "convention"), 2, "--diff"),
    ],
)
def test_a_question_without_an_answer_is_refused_with_the_reason(args: tuple[str, ...], code: int, said: str) -> None:
    found, out, err = called("rules", *args, project=ROOT)
    assert (found, out) == (code, "")
    assert said in err


def test_the_command_needs_no_module_that_only_the_site_needs() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "clausier", "rules", "--project", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "clausier.emit.rules_text" in modules
    assert "mkdocs" not in modules
