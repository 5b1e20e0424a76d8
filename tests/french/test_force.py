"""Each clause of `force/clauses.yml` gives the date beside it, or, where there is none, is asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from clausier.diagnostics import has_errors
from clausier.french.force import Force, as_itself, as_source, read_force, read_force_but, read_part, read_when
from clausier.source.schema import check_node
from clausier.source.yaml import Mapping, read_yaml

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("force").joinpath("clauses.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["clause"][:80])
def test_a_clause_gives_the_date_that_a_lawyer_reads_in_it(case: dict[str, str]) -> None:
    force = read_force(case["clause"])
    assert (as_source(force, "avenant-2") if force else "") == case["date"]


@pytest.mark.parametrize("date", sorted({case["date"] for case in CASES} - {""}))
def test_a_date_so_written_is_one_that_our_sources_admit(date: str) -> None:
    node, found = read_yaml("", f"id: avenant-2\ntitre: Avenant\nsignature: 2024-01-01\nen-vigueur: {date}\n")
    assert isinstance(node, Mapping)
    assert not has_errors(found)
    _, found = check_node(node, "avenant")
    assert [d.message.text("fr") for d in found if d.severity == "error"] == []


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("À compter du 1er janvier 2025,", Force(day="2025-01-01")),
        ("à compter de l’entrée en vigueur du présent avenant", Force()),
        ("À compter de la date d’effet du présent avenant", Force()),
        ("à compter de la date d’effet du contrat", None),
        ("à compter de sa signature", Force(event="signature")),
        ("à compter de la rentrée 2025", None),
        ("à compter du 1er janvier 2025 et du 1er juin 2025", None),
    ],
)
def test_a_clause_beside_an_order_gives_its_date(words: str, date: Force | None) -> None:
    assert read_when(words) == date


@pytest.mark.parametrize(
    ("before", "date"),
    [
        ("Le présent avenant est conclu pour une durée indéterminée.", Force(day="2022-10-01")),
        ("Le présent avenant est conclu pour une durée indéterminée et crée un comité.", None),
        ("Le présent avenant est conclu pour un an.", None),
        ("Le comité siège au Nord.", None),
        ("", None),
    ],
)
def test_it_is_the_act_of_which_the_sentence_before_only_says_that_it_has_no_end(
    before: str, date: Force | None
) -> None:
    assert read_force("Il entre en vigueur le 1er octobre 2022.", before) == date


@pytest.mark.parametrize(
    "but", [", à l’exception de l’article 2, qui entre en vigueur le 1er mars 2025", " sauf l’article 2", ""]
)
def test_an_exception_leaves_the_date_of_the_rest(but: str) -> None:
    clause = f"Le présent avenant entre en vigueur le 1er janvier 2025{but}."
    assert read_force_but(clause) == Force(day="2025-01-01")
    assert (read_force(clause) is None) == bool(but)


@pytest.mark.parametrize(
    ("behind", "date"),
    [
        (", qui entre en vigueur le 1er mars 2025, et de l’", Force(day="2025-03-01")),
        (" du présent avenant ne s’applique qu’à compter du 1er mars 2025.", Force(day="2025-03-01")),
        (" prend effet à sa notification", Force(event="notification")),
        (" prend effet à la rentrée", None),
        (" est abrogé", None),
        (" prend effet le 1er mars 2025 ou le 1er avril 2025", None),
    ],
)
def test_the_words_behind_a_part_of_the_act_give_its_date(behind: str, date: Force | None) -> None:
    assert read_part(behind) == date


@pytest.mark.parametrize(
    ("sentence", "itself"),
    [
        ("L’avenant n° 2 entre en vigueur demain.", "le présent avenant entre en vigueur demain."),
        ("La date d’effet de l'avenant n°2 est là.", "La date d’effet du présent avenant est là."),
        ("L’avenant n° 2 à la convention constitutive prend effet.", "le présent avenant prend effet."),
        ("Le présent avenant n° 5 prend effet.", "Le présent avenant prend effet."),
        ("L’avenant n° 1 entre en vigueur demain.", "L’avenant n° 1 entre en vigueur demain."),
        ("L’avenant n° 21 entre en vigueur demain.", "L’avenant n° 21 entre en vigueur demain."),
        ("Le présent avenant prend effet.", "Le présent avenant prend effet."),
    ],
)
def test_an_act_that_calls_itself_by_its_number_speaks_of_itself(sentence: str, itself: str) -> None:
    assert as_itself(sentence, "AVENANT N° 2 modifiant l’avenant n° 1") == itself


def test_a_title_without_a_number_tells_of_none() -> None:
    assert as_itself("L’avenant n° 2 prend effet.", "Avenant") == "L’avenant n° 2 prend effet."
