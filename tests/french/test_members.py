"""Sentences that change the members: written where the whole sentence is one formula and its names are members, else asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from clausier.french.members import member_change
from intake.projects import ACT, project, signed
from support.projects import sound

PARTIES = {
    "nord": "Commune du Nord",
    "sud": "Commune du Sud",
    "bas": "Département du Bas-Val",
    "haut": "Département du Haut-Val",
}


def written(sentence: str) -> list[str]:
    return [", ".join(f"{k}: {v}" for k, v in keys) for keys in member_change(sentence, PARTIES).certain]


@pytest.mark.parametrize(
    ("sentence", "operations"),
    [
        (
            "La commune de l’Est adhère au groupement à compter du 1er mars 2025.",
            ["adhésion: commune-de-l-est, nom: Commune de l’Est, en-vigueur: 2025-03-01"],
        ),
        (
            "À compter du 1er janvier 2025, le Syndicat des eaux devient membre du groupement de commandes.",
            ["adhésion: syndicat-des-eaux, nom: Syndicat des eaux, en-vigueur: 2025-01-01"],
        ),
        (
            "La commune de l’Est et la commune de l’Ouest adhèrent à la présente convention.",
            [
                "adhésion: commune-de-l-est, nom: Commune de l’Est",
                "adhésion: commune-de-l-ouest, nom: Commune de l’Ouest",
            ],
        ),
        (
            "Les communes de l’Est et de l’Ouest adhèrent au groupement.",
            [
                "adhésion: commune-de-l-est, nom: Commune de l’Est",
                "adhésion: commune-de-l-ouest, nom: Commune de l’Ouest",
            ],
        ),
        (
            "La Commune du Sud se retire du groupement à compter du 31 décembre 2025.",
            ["retrait: sud, en-vigueur: 2025-12-31"],
        ),
        ("La Commune du Sud se retire du syndicat mixte.", ["retrait: sud"]),
        ("La Commune du Sud quitte l’association.", ["retrait: sud"]),
        (
            "La commune de l’Est adhère au groupement d’intérêt public.",
            ["adhésion: commune-de-l-est, nom: Commune de l’Est"],
        ),
        (
            "La commune du Nord se retire de la convention à compter de l’entrée en vigueur du présent avenant.",
            ["retrait: nord"],
        ),
        (
            "La commune du Nord prend la dénomination de « Ville du Nord » à compter du 1er mars 2025.",
            ["dénomination: nord, nom: Ville du Nord, en-vigueur: 2025-03-01"],
        ),
        ("La commune du Nord est désormais dénommée Grand-Nord.", ["dénomination: nord, nom: Grand-Nord"]),
        (
            "Les départements du Bas Val et du Haut Val fusionnent pour former la Collectivité du Val.",
            ["fusion: ('bas', 'haut'), en: collectivite-du-val, nom: Collectivité du Val"],
        ),
    ],
)
def test_a_formula_with_members_that_are_known_is_written(sentence: str, operations: list[str]) -> None:
    assert written(sentence) == operations


@pytest.mark.parametrize(
    "sentence",
    [
        "La commune du Nord adhère au groupement.",  # is a member already
        "La commune du Nor adhère au groupement.",  # or a slip of the pen
        "La commune de l’Est se retire du groupement.",  # is none
        "La commune de l’Est adhère au groupement sous réserve de l’accord des membres.",
        "La commune de l’Est adhère au groupement à compter du 31 février 2025.",
        "À compter du 1er mars 2025, la commune de l’Est adhère au groupement à compter du 1er avril 2025.",
        "La commune de l’Est a adhéré au groupement.",
        "La commune de l’Est peut adhérer au groupement.",
        "Le département du Bas-Val fusionne en interne.",
        "La commune du Nord et la commune de l’Est se retirent du groupement.",
        "La commune du Nord devient membre associé.",
        "La commune du Nord prend le nom de ville nouvelle.",
        "La commune du Sud se retire du groupement au 31 décembre 2025.",  # on that day still?
    ],
)
def test_what_is_not_certain_writes_nothing(sentence: str) -> None:
    assert written(sentence) == []


def test_the_nouns_give_candidates() -> None:
    found = member_change("Le présent avenant constate l’adhésion de la commune de l’Est au groupement.", PARTIES)
    assert found.candidates == (((("adhésion", "commune-de-l-est"), ("nom", "Commune de l’Est")),),)
    found = member_change(
        "Il intègre l’évolution du groupement avec la création de la Collectivité du Val, issue de la fusion des départements du Bas Val et du Haut Val.",
        PARTIES,
    )
    assert found.candidates == (
        ((("fusion", ("bas", "haut")), ("en", "collectivite-du-val"), ("nom", "Collectivité du Val")),),
    )


def test_a_member_that_another_replaces_may_have_a_new_name_or_have_left() -> None:
    found = member_change("La commune du Sud est remplacée par la commune nouvelle de l’Aval.", PARTIES)
    assert [[dict(k) for k in candidate] for candidate in found.candidates] == [
        [{"dénomination": "sud", "nom": "Commune nouvelle de l’Aval"}],
        [{"retrait": "sud"}, {"adhésion": "commune-nouvelle-de-l-aval", "nom": "Commune nouvelle de l’Aval"}],
    ]


def imported(tmp_path: Path, sentence: str, opening: str = "") -> Imported:
    text = ACT.replace("Article 2 – Entrée", f"Article 2 – Membres\n\n{sentence}\n\nArticle 3 – Entrée")
    text = text.replace("La Commune du Sud, rep", f"{opening}La Commune du Sud, rep")
    return import_act(project(tmp_path / "p"), [signed(tmp_path, text)], "avenant-1")


def test_an_act_by_which_a_member_joins_compiles_and_the_member_signs_it(tmp_path: Path) -> None:
    presented = "La Commune de l’Est, représentée par Madame Trois, maire ;\n\n"
    done = imported(tmp_path, "La commune de l’Est adhère au groupement à compter du 1er mars 2025.", presented)
    assert (done.unsure, done.errors) == (0, ())
    assert done.units[1].operations[0].startswith("adhésion: commune-de-l-est, nom: ")
    sound(tmp_path / "p", checks=False)
    assert "  - partie: commune-de-l-est\n" in (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(
        encoding="utf-8"
    )


def test_candidates_are_asked_and_the_answer_is_written(tmp_path: Path) -> None:
    done = imported(tmp_path, "La commune du Sud est remplacée par la commune nouvelle de l’Aval.")
    (question,) = done.units[1].questions
    assert question.readings[0] == "dénomination: sud, nom: Commune nouvelle de l’Aval"
    root = tmp_path / "p"
    again = import_act(root, [tmp_path / "avenant.txt"], "avenant-1", lambda _, q: q.choices[1])
    assert (again.unsure, again.errors) == (0, ())
    assert [o.partition(":")[0] for o in again.units[1].operations] == ["retrait", "adhésion"]
