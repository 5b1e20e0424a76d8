"""An avenant set as those of the State and its agencies are: titles below their numbers, offices before names."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.compile import compile_project
from intake.test_what_is_unsure import CLOSING, OPENING, imported, lines_of

ACT = """\
Avenant n° 1 du 12 février 2024 à la convention du 1er janvier 2020

Entre :

La Commune du Nord, collectivité territoriale, représentée par son maire en exercice, Madame Une,

Et :

La Commune du Sud, représentée par sa maire, Madame Deux, ci-après dénommée « le Sud »,

Il a été convenu ce qui suit :

Article 1er

Modification de l'article 2 « Bureau »

Au premier alinéa, les mots : « chaque mois » sont remplacés par les mots suivants :

« chaque semaine »

Dans la première phrase du deuxième alinéa, le mot « trois » est remplacé par « cinq ».

Article 2

Ajout d'un article 4

Après l'article 3, il est ajouté un nouvel article 4 rédigé comme suit :

« Article 4 – Litiges

Le tribunal en juge. »

Article 3

Entrée en vigueur

Le présent avenant entre en vigueur le jour de sa publication au Journal officiel de la République française.

Fait le 12 février 2024, en deux exemplaires.
"""


def test_nothing_of_it_is_asked(tmp_path: Path) -> None:
    done = imported(tmp_path, ACT)
    assert (done.unsure, done.errors) == (0, ())
    assert [unit.operations for unit in done.units] == [
        (
            'remplacer-mots: "2, al. 1", mots: "chaque mois", par: "chaque semaine", dit: "Au premier alinéa, les mots"',
            'remplacer-mots: "2, al. 2, phr. 1", mots: "trois", par: "cinq", dit: "Dans la première phrase du deuxième alinéa, le mot"',
        ),
        ('insérer-après: "3"',),
        (),
    ]
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "en-vigueur: {événement: publication-avenant-1}" in index
    assert "  - partie: nord\n    représentée-par: Madame Une\n    qualité: maire en exercice\n" in index
    assert "  - partie: sud\n    représentée-par: Madame Deux\n    qualité: maire\n" in index


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Modification de l'article 2", "# Article 1 Modification de l'article 2\n"),
        ("Modification de l'article 2 « Bureau »", "# Article 1 Modification de l'article 2 « Bureau »\n"),
        ("Objet", "# Article 1 Objet\n"),
        ("Le bureau", "# Article 1\n"),  # what a sentence may begin with
        ("Suivi du bureau.", "# Article 1\n"),  # what a sentence ends with
        ("Suites à donner, le bureau est saisi", "# Article 1\n"),  # what a sentence has
        ("Suppression de l'article 3 :", "# Article 1\n"),  # what orders
    ],
)
def test_a_title_below_the_number_of_an_article_is_its_heading(tmp_path: Path, title: str, heading: str) -> None:
    said = "Au deuxième alinéa de l'article 2, le mot « trois » est remplacé par le mot « cinq »."
    done = imported(tmp_path, f"{OPENING}Article 1\n\n{title}\n\n{said}{CLOSING}")
    assert heading in (tmp_path / "p/amendments/avenant-1" / done.units[0].file).read_text(encoding="utf-8")
    assert lines_of(tmp_path, "2")[1] == "Il compte cinq membres."


def test_the_last_line_of_an_act_is_no_title(tmp_path: Path) -> None:
    done = imported(tmp_path, f"{OPENING}Article 1\n\nL'article 3 est abrogé.\n\nArticle 2\n\nPublication")
    assert [unit.heading for unit in done.units] == ["Article 1", "Article 2"]


def test_articles_announced_together_are_those_that_follow(tmp_path: Path) -> None:
    said = "Les articles 2 et 3 de la convention sont modifiés."
    others = (
        "À l'article 3, le mot « un » est remplacé par le mot « deux ».",
        "À l'article 2, le mot « trois » est remplacé par le mot « cinq ».",
    )
    done = imported(tmp_path, f"{OPENING}Article 1 – Objet\n\n{said}\n\n{others[0]}\n\n{others[1]}{CLOSING}")
    assert done.units[0].questions == ()
    assert len(done.units[0].operations) == 2
    found, _ = compile_project(tmp_path / "p")
    assert found is not None
    assert [d.code.id for d in found.diagnostics if d.code.id.startswith("TXT20")] == []
    alone = imported(tmp_path / "b", f"{OPENING}Article 1 – Objet\n\n{said}\n\n{others[0]}{CLOSING}")
    assert [q.sentence for q in alone.units[0].questions] == [said]


def test_a_table_below_its_order_needs_no_guillemets(tmp_path: Path) -> None:
    rows = "| Membre | Part |\n| Nord | 60 % |\n| Sud | 40 % |"
    said = "L'article 3 est complété par le tableau suivant :"
    done = imported(tmp_path, f"{OPENING}Article 1 – Parts\n\n{said}\n\n{rows}{CLOSING}")
    assert (done.units[0].operations, done.units[0].questions) == (('compléter: "3"',), ())
    text = (tmp_path / "p/amendments/avenant-1" / done.units[0].file).read_text(encoding="utf-8")
    assert "> | Membre | Part |\n> | --- | --- |\n> | Nord | 60 % |\n> | Sud | 40 % |\n" in text


def test_a_sentence_that_awaits_the_entry_into_force_does_not_say_when_it_is(tmp_path: Path) -> None:
    joins = "La Commune de l’Est adhère au groupement à compter de l’entrée en vigueur du présent avenant."
    force = "Le présent avenant entre en vigueur le 1er mars 2024."
    done = imported(tmp_path, f"{OPENING}Article 1 – Adhésion\n\n{joins}\n\nArticle 2 – Effet\n\n{force}{CLOSING}")
    assert done.unsure == 0
    assert "en-vigueur: 2024-03-01\n" in (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")


def test_who_acts_by_a_deliberation_signs_by_it(tmp_path: Path) -> None:
    signs = "La Commune du Nord, représentée par son maire, Madame Une, agissant en vertu de la délibération n° 12 du 3 janvier 2024,"
    done = imported(tmp_path, f"AVENANT N° 1\n\nEntre\n\n{signs}\n\nIl est convenu ce qui suit :\n\nArticle 1 – Fin\n\nL'article 3 est abrogé.{CLOSING}")  # fmt: skip
    assert done.unsure == 0
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert 'nord:\n    délibération: {numéro: "12", date: 2024-01-03}\n' in index


DELIBERATION = """\
DÉLIBÉRATION N° 2024-14

Vu la convention du 1er janvier 2020 ;

Le comité, après en avoir délibéré, DÉCIDE

Article 1er : de compléter l'article 3 par un alinéa ainsi rédigé :

« Elle est reconduite. »

Article 2 : de supprimer, à l'article 2, la phrase « Il compte trois membres. ».

Article 3 : d'autoriser le président à signer tout acte relatif à l'exécution de la présente délibération.

Fait à Nord, le 12 février 2024
"""


def test_what_an_assembly_decides_is_what_it_does(tmp_path: Path) -> None:
    done = imported(tmp_path, DELIBERATION)
    assert [(u.operations, u.questions) for u in done.units] == [
        (('compléter: "3"',), ()),
        (('supprimer: "2, al. 2"',), ()),
        ((), ()),
    ]
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque mois."]
    found, _ = compile_project(tmp_path / "p")
    assert found is not None
    assert [d.code.id for d in found.diagnostics if d.code.id.startswith(("TXT20", "AMD", "SRC"))] == []


@pytest.mark.parametrize(
    ("presented", "person", "quality", "decided"),
    [
        ("représentée par Madame Une, maire,", "Madame Une", "maire", ""),
        ("représentée par son maire en exercice, Madame Une,", "Madame Une", "maire en exercice", ""),
        (
            "représentée par son maire, Madame Une en vertu d’une délibération n°HN 010-17/03/16 du 3 janvier 2024,",
            "Madame Une",
            "maire",
            "{numéro: HN 010-17/03/16, date: 2024-01-03}",
        ),
        (
            "représentée par Madame Une, maire, agissant en exécution de la délibération du 3 janvier 2024,",
            "Madame Une",
            "maire",
            "{date: 2024-01-03}",
        ),
        ("représentée par Madame Une dûment habilitée,", "Madame Une", "", ""),
        # Of the convention; and a number that is left blank.
        ("représentée par Madame Une, maire ; la délibération du 3 janvier 2020 approuve la convention,", "", "", ""),
        (
            "représentée par Madame Une, maire, agissant par délibération n° du 3 janvier 2024,",
            "Madame Une",
            "maire",
            "{date: 2024-01-03}",
        ),
    ],
)
def test_who_signs_at_what_title_and_by_which_deliberation(
    tmp_path: Path, presented: str, person: str, quality: str, decided: str
) -> None:
    opening = f"AVENANT N° 1\n\nEntre\n\nLa Commune du Nord, {presented}\n\nIl est convenu ce qui suit :\n\n"
    imported(tmp_path, f"{opening}Article 1 – Fin\n\nL'article 3 est abrogé.{CLOSING}")
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert (f"représentée-par: {person}\n" in index) == bool(person)
    assert (f"qualité: {quality}\n" in index) == bool(quality)
    assert (f"délibération: {decided}\n" in index) == bool(decided)
    assert ("numéro: du" in index) is False


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        (("1. ", "2. ", "3. "), ["1. Objet", "2. La durée", "3. Entrée en vigueur"]),
        (("I – ", "II – ", "III – "), ["I – Objet", "II – La durée", "III – Entrée en vigueur"]),
        (("1. ", "3. ", "4. "), [""]),  # which do not run on
        (("", "", ""), [""]),
    ],
)
def test_articles_may_be_headed_by_a_number_alone(tmp_path: Path, numbers: tuple[str, ...], names: list[str]) -> None:
    titles = [
        f"{number}{title}" for number, title in zip(numbers, ("Objet", "La durée", "Entrée en vigueur"), strict=True)
    ]
    texts = (
        "Le présent avenant a pour objet de prolonger la convention.",
        "À l'article 3, le mot « un » est remplacé par le mot « deux ».",
        "L'avenant entre en vigueur le 1er mars 2024.",
    )
    body = "\n\n".join(f"{title}\n\n{text}" for title, text in zip(titles, texts, strict=True))
    done = imported(tmp_path, f"{OPENING}{body}{CLOSING}")
    assert [unit.heading for unit in done.units] == names
    assert done.unsure == 0
    assert lines_of(tmp_path, "3") == ["La convention dure deux an."]


def test_a_list_of_titles_heads_no_articles(tmp_path: Path) -> None:
    said = "Sommaire\n\n1. Objet\n\n2. Durée\n\nÀ l'article 3, le mot « un » est remplacé par le mot « deux »."
    assert [unit.heading for unit in imported(tmp_path, f"{OPENING}{said}{CLOSING}").units] == [""]


@pytest.mark.parametrize("more", ["", " en exercice", ", dûment habilité"])
def test_who_is_presented_by_office_alone_signs_for_the_member_without_a_name(tmp_path: Path, more: str) -> None:
    presented = ACT.replace("son maire en exercice, Madame Une,", f"son maire{more},")
    assert presented != ACT
    done = imported(tmp_path, presented)
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert done.unsure == 0
    assert f"  - partie: nord\n    qualité: maire{more if 'exercice' in more else ''}\n  - partie: sud\n" in index
    assert "    représentée-par: Madame Deux\n" in index
