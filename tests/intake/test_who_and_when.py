"""Since when an act is in force, when it was signed and by whom: what is read, and what is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from intake.projects import ACT, project, signed

CLAUSE = "Le présent avenant entre en vigueur le 1er mars 2024."
OTHER = "Les autres articles sont inchangés."


def imported(tmp_path: Path, text: str) -> Imported:
    return import_act(project(tmp_path / "p"), [signed(tmp_path, text)], "avenant-1")


def index_of(tmp_path: Path) -> str:
    return (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "clause",
    [
        "Le présent avenant démarre le 1er avril 2024.",
        "Le présent avenant est conclu pour la période du 1er avril 2024 au 31 mars 2025.",
        "Le présent avenant se substitue à compter du 1er avril 2024 à l’avenant n° 1.",
        "La date d’effet est arrêtée au 1er avril 2024.",
    ],
)
def test_a_day_told_of_the_act_in_words_that_are_no_clause_is_asked_about_and_nothing_presumed(
    tmp_path: Path, clause: str
) -> None:
    done = imported(tmp_path, ACT.replace("Le présent avenant entre en vigueur le 1er mars 2024.", clause))
    assert [(q.sentence, q.readings[0]) for q in done.questions] == [(clause, "en-vigueur: 2024-04-01")]
    assert "\nen-vigueur:" not in index_of(tmp_path)


def test_a_day_told_by_a_heading_is_asked_about(tmp_path: Path) -> None:
    text = ACT.replace("Article 2 – Entrée en vigueur", "Article 2 – Prise d’effet au 1er avril 2024")
    done = imported(tmp_path, text.replace("Le présent avenant entre en vigueur le 1er mars 2024.", "Il est signé."))
    assert [q.sentence for q in done.questions] == ["Article 2 – Prise d’effet au 1er avril 2024"]


def test_the_days_of_other_acts_leave_the_signature_presumed(tmp_path: Path) -> None:
    other = "Le présent avenant complète la convention signée le 4 juin 2019, qui prend fin le 31 décembre 2026."
    done = imported(tmp_path, ACT.replace("Le présent avenant entre en vigueur le 1er mars 2024.", other))
    assert done.unsure == 0
    assert "\nen-vigueur: {présumée: signature," in index_of(tmp_path)


@pytest.mark.parametrize(
    "place",
    [
        "À Nord, le 12 février 2024",
        "Nord, le 12/02/2024.",
        "Dont acte, fait à Nord le 12 février 2024",
        "Fait en double exemplaire, le 12.02.2024",
        "Le présent avenant est établi en deux exemplaires.\n\nA Nord, le 12 février 2024\n\nLa maire",
    ],
)
def test_the_day_of_signature_stands_beside_the_place_however_that_is_led_to(tmp_path: Path, place: str) -> None:
    assert imported(tmp_path, ACT.replace("Fait à Nord, le 12 février 2024", place)).unsure == 0
    assert "\nsignature: 2024-02-12\n" in index_of(tmp_path)


@pytest.mark.parametrize(
    "lead",
    ["1. La", "1) La", "1° La", "I. La", "a) La", "- La", "Entre les soussignées : la", "D’une part, la", "ENTRE : La"],
)
def test_a_party_is_known_whatever_stands_before_its_name(tmp_path: Path, lead: str) -> None:
    assert imported(tmp_path, ACT.replace("La Commune du Nord", f"{lead} Commune du Nord", 1)).unsure == 0
    assert "  - partie: nord\n    représentée-par: Madame Une\n    qualité: maire\n" in index_of(tmp_path)


def test_each_of_two_parties_on_one_line_is_presented(tmp_path: Path) -> None:
    start, end = ACT.index("Entre"), ACT.index("Il est convenu")
    both = "Entre la Commune du Nord (SIREN 123), représentée par Madame Une, maire, d’une part, et la Commune du Sud, représentée par Monsieur Deux, adjoint, d’autre part,"
    assert imported(tmp_path, f"{ACT[:start]}{both}\n\n{ACT[end:]}").unsure == 0
    assert "  - partie: sud\n    représentée-par: Monsieur Deux\n    qualité: adjoint\n" in index_of(tmp_path)


@pytest.mark.parametrize("end", ["", ", il est convenu :", ", il a été arrêté et convenu ce qui suit :"])
@pytest.mark.parametrize(
    ("both", "persons"),
    [
        ("la Commune du Nord, représentée par Madame Une, maire, et la Commune du Sud, représentée par Monsieur Deux, maire", ("Madame Une", "Monsieur Deux")),
        ("la Commune du Nord, représentée par sa maire, et la Commune du Sud, représentée par son maire", ("", "")),
        ("les communes du Nord et du Sud, représentées par leurs maires", ("", "")),
    ],
)  # fmt: skip
def test_two_parties_that_stand_in_one_sentence_are_presented(
    tmp_path: Path, both: str, persons: tuple[str, ...], end: str
) -> None:
    start, rest = ACT.index("Entre"), ACT.index("Article 1")
    assert imported(tmp_path, f"{ACT[:start]}Entre {both}{end}\n\n{ACT[rest:]}").unsure == 0
    one, two = (f"    représentée-par: {name}\n" if name else "" for name in persons)
    assert f"  - partie: nord\n{one}    qualité: maire\n  - partie: sud\n{two}    qualité: maire\n" in index_of(
        tmp_path
    )


@pytest.mark.parametrize(
    "both",
    [
        "La Commune du Nord, la Commune du Sud, représentées par Madame Une, maire",
        "La Commune du Nord, représentée par Madame Une, maire, et la Commune du Sud, représentées par Monsieur Deux",
        "La Commune du Nord, représentée par Madame Une, maire, et la Commune de l’Est, la Commune du Sud, représentée par Monsieur Deux",
        "La Commune du Nord, représentée par Madame Une, maire, et par Monsieur Deux, représentant",
        "Les communes du Nord, du Sud et de l’Est, représentées par leurs maires",
        "Les communes du Nord et du Sud, représentées par leurs maires, Madame Une et Monsieur Deux",
        "Les communes du Nord et du Sud, représentées par leur maire",
    ],
)
def test_parties_that_nothing_parts_are_asked_about(tmp_path: Path, both: str) -> None:
    start, end = ACT.index("La Commune du Nord"), ACT.index("Il est convenu")
    done = imported(tmp_path, f"{ACT[:start]}{both}\n\n{ACT[end:]}")
    assert [q.sentence for q in done.questions] == [both]
    assert "- partie:" not in index_of(tmp_path)


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("Fait à Nord, le 10 février 2024\n\nFait à Sud, le 12 février 2024", "plusieurs jours de signature"),
        ("Fait à Nord, le 12 fév. 2024", "le jour de la signature n’est pas certain"),
        ("Fait à Nord, le 31 février 2024", "le jour de la signature n’est pas certain"),
    ],
)
def test_a_day_of_signature_that_is_not_certain_is_asked_about_and_is_no_blank(
    tmp_path: Path, place: str, why: str
) -> None:
    done = imported(tmp_path, ACT.replace("Fait à Nord, le 12 février 2024", place))
    assert [q.why for q in done.questions] == [why]
    assert "\nsignature:" not in index_of(tmp_path)


@pytest.mark.parametrize("day", ["12-02-2024", "12 / 02 / 2024", "2024-02-12", "lundi 12 février 2024"])
def test_a_day_of_signature_may_be_written_in_figures(tmp_path: Path, day: str) -> None:
    assert imported(tmp_path, ACT.replace("12 février 2024", day)).unsure == 0
    assert "\nsignature: 2024-02-12\n" in index_of(tmp_path)


def test_what_stands_before_the_place_and_date_is_of_the_last_article(tmp_path: Path) -> None:
    before = (
        "Établi en application de l’accord du 4 juin 2019.\n\nLe présent avenant entre en vigueur le 1er mars 2024."
    )
    done = imported(tmp_path, ACT.replace("Le présent avenant entre en vigueur le 1er mars 2024.", before))
    assert done.unsure == 0
    assert "\nsignature: 2024-02-12\nen-vigueur: 2024-03-01\n" in index_of(tmp_path)


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        ("Madame Une, maire (ci-après « la Commune »)", "    représentée-par: Madame Une\n    qualité: maire\n"),
        ("Madame Une, maire – d’une part,", "    représentée-par: Madame Une\n    qualité: maire\n"),
        ("son maire en exercice dûment habilité par délibération", "    qualité: maire en exercice\n"),
    ],
)
def test_the_office_of_who_signs_is_told_from_what_follows(tmp_path: Path, said: str, signs: str) -> None:
    assert imported(tmp_path, ACT.replace("Madame Une, maire ;", said)).unsure == 0
    assert f"  - partie: nord\n{signs}" in index_of(tmp_path)


@pytest.mark.parametrize(
    "said", ["M. le Maire, Jean Un", "Madame Une ou son représentant", "Madame Une, maire, et par M. Deux, adjoint"]
)
def test_who_signs_is_asked_about_where_no_one_person_is_named(tmp_path: Path, said: str) -> None:
    done = imported(tmp_path, ACT.replace("Madame Une, maire ;", said))
    assert [q.why for q in done.questions] == ["qui signe, et pour qui, n’est pas certain"]
    assert "- partie: nord" not in index_of(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        ACT.replace(CLAUSE, OTHER).replace("Il est convenu", f"{CLAUSE}\n\nIl est convenu"),
        ACT.replace(CLAUSE, OTHER) + f"\n{CLAUSE}\n",
        ACT.replace(CLAUSE, f"L’article 3 est remplacé par :\n\nLa convention dure deux ans.\n\n{CLAUSE}"),
        ACT.replace(CLAUSE, f"L’article 3 est remplacé par :\n\n« La convention dure deux ans.\n\n{CLAUSE}"),
    ],
    ids=["in the opening", "below the signatures", "behind a new text", "behind one that is never closed"],
)
def test_a_clause_that_may_be_of_the_act_is_never_left_for_a_presumption(tmp_path: Path, text: str) -> None:
    done = imported(tmp_path, text)
    assert CLAUSE in [q.sentence for q in done.questions] or "plusieurs jours" in done.questions[0].why
    assert "\nen-vigueur:" not in index_of(tmp_path)


def test_one_that_stands_in_a_new_text_is_of_the_convention(tmp_path: Path) -> None:
    new = "« La convention dure deux ans.\n\n« La présente convention entre en vigueur le 1er mars 2024. »"
    done = imported(tmp_path, ACT.replace(CLAUSE, f"L’article 3 est remplacé par :\n\n{new}"))
    assert done.unsure == 0
    assert "\nen-vigueur: {présumée: signature," in index_of(tmp_path)


def test_what_becomes_executory_on_a_day_is_no_change_of_the_text(tmp_path: Path) -> None:
    done = imported(tmp_path, ACT.replace(CLAUSE, "Le présent avenant devient exécutoire le 1er avril 2024."))
    assert done.unsure == 0
    assert "\nen-vigueur: 2024-04-01\n" in index_of(tmp_path)
