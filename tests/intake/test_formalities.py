"""What an act says of its formalities is written where one sentence is certain, asked where it is not, left out where blank."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.form import Paragraph
from clausier.author.intake.formalities import formalities
from clausier.author.intake.intake import Imported, import_act
from clausier.french.members import named
from intake.projects import ACT, project, signed
from support.projects import sound

PARTIES = {
    "ardennes": "Département des Ardennes",
    "marne": "Département de la Marne",
    "haute-marne": "Département de la Haute-Marne",
    "region": "Région Grand Est",
    "nord": "Commune du Nord",
}


def facts(opening: str = "", closing: str = "", signature: str = "2024-06-01") -> tuple[list[str], list[str]]:
    """The lines that are certain, and why the others are asked about."""
    first, last = (tuple(Paragraph(text=t, place="") for t in text.split("\n") if t) for text in (opening, closing))
    told = formalities(first, last, PARTIES, signature)
    return [f.line for f in told.facts], [q.why for q in told.questions]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            (
                "Vu la délibération n° 2024-45 du conseil départemental des Ardennes en date du 12 mai 2024 autorisant son "
                "président à signer le présent avenant ;"
            ),
            'formalités: {ardennes: {délibération: {organe: conseil départemental des Ardennes, numéro: "2024-45", date: 2024-05-12}}}',
        ),
        (
            "Vu la délibération du conseil municipal de la commune du Nord du 3 mai 2024 approuvant l’avenant n° 1,",
            "formalités: {nord: {délibération: {organe: conseil municipal de la commune du Nord, date: 2024-05-03}}}",
        ),
        (
            (
                "La Région Grand Est, représentée par Monsieur Un, président, dûment habilité par délibération n° 24CP-12 "
                "de la commission permanente du 4 avril 2024 ;"
            ),
            "formalités: {region: {délibération: {organe: commission permanente, numéro: 24CP-12, date: 2024-04-04}}}",
        ),
    ],
)
def test_a_deliberation_about_the_act_is_written(words: str, line: str) -> None:
    certain, asked = facts(words)
    assert asked == []
    assert [c.replace('"24CP-12"', "24CP-12") for c in certain] == [line]


@pytest.mark.parametrize(
    "words",
    [
        "Vu la délibération n° … du … autorisant le maire à signer le présent avenant,",
        "Vu la délibération n° 12 du 3 mars 2018 du conseil municipal de la commune du Nord approuvant la convention,",
        "Vu le code général des collectivités territoriales,",
    ],
)
def test_what_is_blank_or_of_another_act_is_not_written(words: str) -> None:
    assert facts(words) == ([], [])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            "Vu la délibération n° 3 du 12 mai 2024 autorisant la signature de l’avenant,",
            "délibération : de quel membre ?",
        ),
        (
            "Vu la délibération n° 3 du 12 mai 2024 de la commune du Nord,",
            "cette délibération autorise-t-elle la signature de l’avenant ?",
        ),
        (
            (
                "Vu la délibération du 12 mai 2024 de la commune du Nord et la délibération du 13 mai 2024 de la Région Grand Est "
                "autorisant à signer l’avenant,"
            ),
            "plusieurs délibérations, ou plusieurs jours",
        ),
        (
            "Vu la délibération du 12 juillet 2024 de la commune du Nord autorisant à signer l’avenant,",
            "cette délibération serait postérieure à la signature",
        ),
        (
            "Vu la délibération du 12 mai 2024 de la commune du Nord-Est autorisant à signer l’avenant,",
            "délibération : de quel membre ?",
        ),
    ],
)
def test_a_deliberation_that_is_not_certain_is_asked_about(words: str, why: str) -> None:
    assert facts(words) == ([], [why])


def test_the_closing_tells_who_signed_transmitted_and_published_and_when() -> None:
    certain, asked = facts(
        closing="Fait en deux exemplaires,\nPour la Commune du Nord, le 2 mai 2024\nLe maire\n"
        "Pour la Région Grand Est,\nLe 3 mai 2024\nTransmis au contrôle de légalité le 6 mai 2024\nPublié le …"
    )
    assert asked == []
    assert certain == [
        "formalités: {nord: {signature: 2024-05-02}}",
        "formalités: {region: {signature: 2024-05-03}}",
        "formalités: {region: {transmission: 2024-05-06}}",
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Transmis en préfecture le 6 mai 2024", "transmission : pour quel membre, et quel jour ?"),
        ("Commune du Nord : publié les 6 mai 2024 et 7 mai 2024", "publication : pour quel membre, et quel jour ?"),
        ("Notifié les 6 mai 2024 et 7 mai 2024", "le jour de la notification n’est pas certain"),
    ],
)
def test_a_formality_of_the_closing_that_is_not_certain_is_asked_about(words: str, why: str) -> None:
    assert facts(closing=words) == ([], [why])


def test_a_name_is_taken_whole_and_a_council_for_its_member() -> None:
    assert list(named("le conseil départemental de la Haute-Marne", PARTIES)) == ["haute-marne"]
    assert list(named("Département de la Haute Marne et Département de la Marne", PARTIES)) == ["haute-marne", "marne"]
    assert list(named("la commune du Nord-Est", PARTIES)) == []


def imported(tmp_path: Path, text: str) -> tuple[Imported, str]:
    tmp_path.mkdir(exist_ok=True)
    root = project(tmp_path / "p")
    done = import_act(root, [signed(tmp_path, text)], "avenant-1")
    return done, (root / "amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")


def test_the_index_has_the_formalities_and_the_project_compiles(tmp_path: Path) -> None:
    text = ACT.replace(
        "Madame Une, maire ;", "Madame Une, maire, dûment habilitée par délibération n° 12 du 3 janvier 2024 ;"
    )
    text += "\nPour la Commune du Nord, transmis au contrôle de légalité le 14 février 2024\n"
    done, index = imported(tmp_path, text)
    assert (done.unsure, done.errors) == (0, ())
    assert "signature: 2024-02-12\n" in index
    assert (
        'formalités:\n  nord:\n    délibération: {numéro: "12", date: 2024-01-03}\n    transmission: 2024-02-14\n'
        in index
    )
    assert "  - partie: nord\n    représentée-par: Madame Une\n    qualité: maire\n" in index
    sound(tmp_path / "p", checks=False)


def test_the_day_of_the_notification_is_recorded_where_the_act_waits_for_it(tmp_path: Path) -> None:
    text = ACT.replace("entre en vigueur le 1er mars 2024", "entre en vigueur à sa notification")
    _, index = imported(tmp_path, text + "\nNotifié aux membres le 20 février 2024\n")
    assert "événements:\n  notification-avenant-1: 2024-02-20\n" in index
    assert "signature: 2024-02-12\n" in index


def test_an_answer_writes_the_fact(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    path = signed(tmp_path, ACT + "\nTransmis en préfecture le 14 février 2024\n")
    done = import_act(root, [path], "avenant-1", lambda _, question: question.choices[1])
    assert done.unsure == 0
    index = (root / "amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "formalités:\n  sud:\n    transmission: 2024-02-14\n" in index


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ("Pour la Commune du Nord\n\nLe maire\n\nMadame Une", "Madame Une|maire"),
        ("Pour la Commune du Nord, Madame Une, maire", "Madame Une|maire"),
        ("Pour la Commune du Nord\n\nLe 12 février 2024\n\nMadame Une", "Madame Une|"),
    ],
)
def test_who_signs_below_is_written_where_the_opening_does_not_say_it(tmp_path: Path, below: str, lines: str) -> None:
    text = ACT.replace("La Commune du Nord, représentée par Madame Une, maire ;\n\n", "")
    done, index = imported(tmp_path, f"{text}\n{below}\n")
    person, quality = lines.split("|")
    assert done.unsure == 0
    assert f"  - partie: nord\n    représentée-par: {person}\n" in index
    assert ("    qualité: Le maire\n" in index or "    qualité: maire\n" in index.partition("partie: nord")[2]) == bool(
        quality
    )


def test_another_name_below_than_above_is_asked_about(tmp_path: Path) -> None:
    done, _ = imported(tmp_path, ACT + "\nPour la Commune du Nord\n\nMadame Autre\n")
    assert [q.why for q in done.questions] == ["l’ouverture présente Madame Une"]
    done, _ = imported(tmp_path / "b", ACT + "\nPour la Commune du Nord\n\nMme UNE\n")
    assert done.questions == ()
