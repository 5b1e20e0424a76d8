"""Each clause of `force/clauses.yml` gives the date beside it, or, where there is none, is asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from clausier.diagnostics import has_errors
from clausier.french.force import (
    Force,
    as_itself,
    as_source,
    may_tell_since_when,
    read_force,
    read_force_but,
    read_part,
    read_when,
    tells_since_when,
)
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


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Le présent avenant démarre le 1er avril 2024.", True),
        ("À compter du 1er avril 2024, le présent avenant se substitue à l’avenant n° 1.", True),
        ("Le présent avenant est conclu pour la période du 1er avril 2024 au 31 mars 2025.", True),
        ("Les effets du présent avenant remontent au 1er janvier 2024.", True),
        ("Les parties fixent la date d’effet au 1er avril 2024.", True),
        ("Article 3 – Prise d’effet : 1er avril 2024", True),
        ("Le présent avenant modifie la convention signée le 4 juin 2019.", False),
        ("Le présent avenant a été adopté par le conseil municipal le 5 février 2024.", False),
        ("Le présent avenant complète la convention, qui prend fin le 31 décembre 2026.", False),
        ("Le présent avenant fait suite à la délibération du 5 février 2024.", False),
        ("Le présent avenant annule et remplace l’avenant n° 1 du 3 mars 2022.", False),
        ("Le tarif est révisé le 1er avril 2024.", False),
        ("Le présent avenant s’applique à l’année scolaire 2024-2025.", True),
        ("Le présent avenant s’applique pour l’année civile 2024.", True),
        ("Le présent avenant est transmis dans l’année.", False),
        ("Le présent avenant est établi en deux exemplaires.", False),
    ],
)
def test_a_day_beside_the_name_of_the_act_may_be_that_of_its_entry_into_force(sentence: str, *, told: bool) -> None:
    assert may_tell_since_when(sentence) is told


@pytest.mark.parametrize("case", [case for case in CASES if case["date"]], ids=lambda case: case["clause"][:80])
def test_what_gives_a_date_is_told_to_give_one(case: dict[str, str]) -> None:
    assert tells_since_when(case["clause"])
