"""Places that a sentence names by what stands there: a number typed in an alinéa, the heading of a paragraph, a sentence of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.compile import compile_project
from clausier.consolidate import consolidate
from clausier.source.acts import read_project
from intake.projects import CONVENTION, contradicted, signed
from intake.test_what_is_unsure import CLOSING, OPENING
from support.projects import written

ARTICLE = """\
# Article 5 – Frais

5.1. Les frais de siège sont répartis à parts égales.

5.2. Les frais de bureau sont avancés.

Frais de déplacement

Le train est remboursé. La voiture ne l’est pas.

Le vélo est offert.

Le repas coûte 5 €. La collation coûte 5 €. Une prime de nuit de 40 € est due.
"""
NUMBERED = """\
# Article 6 – Parc

6.1. Le parc est ouvert.

6.2. Il est gratuit.
"""
DEFINED = """\
# Article 7 – Mots

Parc : le terrain clos.

Abords : la rue. La place.

Outils :

- la bêche ;
- le râteau.
"""
LISTS = """\
# Article 9 – Jours

9.1. Le bureau est ouvert trois jours :

- le lundi ;
- le mardi ;
- le jeudi.

9.2. Il est fermé deux jours :

- le mercredi ;
- le samedi.
"""
LINES = [
    "5.1. Les frais de siège sont répartis à parts égales.",
    "5.2. Les frais de bureau sont avancés.",
    "Frais de déplacement",
    "Le train est remboursé. La voiture ne l’est pas.",
    "Le vélo est offert.",
    "Le repas coûte 5 €. La collation coûte 5 €. Une prime de nuit de 40 € est due.",
]


def read(tmp_path: Path, text: str, number: str = "5") -> tuple[list[str], list[str]]:
    """What the act is read to do, or why it is asked; and the lines of that article after it."""
    articles = {"05.md": ARTICLE, "06.md": NUMBERED, "07.md": DEFINED, "09.md": LISTS}
    written(tmp_path / "p/convention", {"convention.yml": CONVENTION, **articles})
    act = f"{OPENING}Article 1 – Frais\n\n{text}{CLOSING}"
    (unit, *_) = import_act(tmp_path / "p", [signed(tmp_path, act)], "avenant-1").units
    assert unit.questions or contradicted(tmp_path / "p") == []
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    document = consolidate(corpus)[0].versions[-1].document
    lines = [a.text.chars for p in document.walk() if p.number == number for a in p.alineas]
    return [*unit.operations, *(q.why for q in unit.questions)], lines


@pytest.mark.parametrize(
    ("sentence", "operation", "changed"),
    [
        (
            "Au 5.2, le mot « avancés » est remplacé par le mot « remboursés ».",
            'remplacer-mots: "5, al. 2", mots: "avancés", par: "remboursés"',
            {1: ["5.2. Les frais de bureau sont remboursés."]},
        ),
        (
            "Au 5.2 de l’article 5, le mot « avancés » est supprimé.",
            'supprimer-mots: "5, al. 2", mots: "avancés"',
            {1: ["5.2. Les frais de bureau sont."]},
        ),
        ("Le 5.1 est supprimé.", 'supprimer: "5, al. 1"', {0: []}),
        (
            "Le paragraphe « Frais de déplacement » de l’article 5 est remplacé par : « Rien n’est remboursé. »",
            'remplacer: "5, al. 4 à 6"',
            {3: ["Rien n’est remboursé."], 4: [], 5: []},
        ),
        (
            "Le second paragraphe « Frais de déplacement » de l’article 5 est remplacé par : « Rien n’est remboursé. »",
            'remplacer: "5, al. 4 à 6"',
            {3: ["Rien n’est remboursé."], 4: [], 5: []},
        ),
        (
            "Le paragraphe « Frais de déplacement » de l’article 5 est complété par un alinéa ainsi rédigé : « Le bus aussi. »",
            'insérer-après: "5, al. 6"',
            {5: [LINES[5], "Le bus aussi."]},
        ),
        (
            "La dernière phrase de l’article 5 est supprimée.",
            'supprimer: "5, al. 6, phr. 3"',
            {5: ["Le repas coûte 5 €. La collation coûte 5 €."]},
        ),
        (
            "Le montant de la prime prévue à l’article 5 est porté à 45 €.",
            'remplacer-mots: "5, al. 6", mots: "40 €", par: "45 €", dit: "Le montant de la prime prévue à l’article 5 est porté à 45 €"',
            {5: ["Le repas coûte 5 €. La collation coûte 5 €. Une prime de nuit de 45 € est due."]},
        ),
        (
            "Le montant de la prime prévue à l’article 5 est porté à 45 € à compter du 1er mai 2026.",
            'remplacer-mots: "5, al. 6", mots: "40 €", par: "45 €", en-vigueur: 2026-05-01, dit: "Le montant de la prime prévue à l’article 5 est porté à 45 € à compter du 1er mai 2026"',
            {5: ["Le repas coûte 5 €. La collation coûte 5 €. Une prime de nuit de 45 € est due."]},
        ),
        (
            "Le prix de la collation prévu à l’article 5 est porté de 5 € à 6 €.",
            'remplacer-mots: "5, al. 6", mots: "collation coûte 5 €", par: "collation coûte 6 €", dit: "Le prix de la collation prévu à l’article 5 est porté de 5 € à 6 €"',
            {5: ["Le repas coûte 5 €. La collation coûte 6 €. Une prime de nuit de 40 € est due."]},
        ),
        (
            "Au paragraphe « Frais de déplacement » de l’article 5, le mot « train » est remplacé par le mot « tram ».",
            'remplacer-mots: "5, al. 4", mots: "train", par: "tram"',
            {3: ["Le tram est remboursé. La voiture ne l’est pas."]},
        ),
    ],
)
def test_a_place_is_found_by_what_stands_there(
    tmp_path: Path, sentence: str, operation: str, changed: dict[int, list[str]]
) -> None:
    expected = [line for n, own in enumerate(LINES) for line in changed.get(n, [own])]
    assert read(tmp_path, sentence) == ([operation], expected)
    found, _ = compile_project(tmp_path / "p")
    assert found is not None
    assert not {d.code.id for d in found.diagnostics} & {"TXT203", "TXT205", "TXT206", "TXT207"}  # the check agrees


@pytest.mark.parametrize(
    "sentence",
    [
        "Au 5.3, le mot « avancés » est remplacé par le mot « remboursés ».",
        "Le paragraphe « Frais de bouche » de l’article 5 est supprimé.",
        "Au paragraphe « Frais de déplacement » de l’article 5, le mot « bureau » est supprimé.",
        "Le montant de la prime prévue à l’article 5 est porté à 45 € à compter de la rentrée.",
        "Le montant de l’avance prévue à l’article 5 est porté à 45 €.",
    ],
)
def test_what_stands_nowhere_is_asked_about(tmp_path: Path, sentence: str) -> None:
    (why,), lines = read(tmp_path, sentence)
    told = "aucune lecture ne convient", "la place que vise la phrase", "phrase non comprise", "depuis quand"
    assert why.startswith(told)
    assert lines == LINES


@pytest.mark.parametrize(
    ("sentence", "number", "operation", "lines"),
    [
        (
            "À l’article 6, le point 6.2 est ainsi rédigé :\n\n« 6.2. Il est payant. »",
            "6",
            'remplacer: "6, al. 2"',
            ["6.1. Le parc est ouvert.", "6.2. Il est payant."],
        ),
        (
            "L’article 6 est complété par un point 6.3 ainsi rédigé :\n\n« 6.3. Il est clos. »",
            "6",
            'compléter: "6"',
            ["6.1. Le parc est ouvert.", "6.2. Il est gratuit.", "6.3. Il est clos."],
        ),
        (
            "À l’article 6, le mot « ouvert » est remplacé par le mot « clos ». Il est ajouté un point 6.3 ainsi rédigé : « 6.3. Il est sûr. »",
            "6",
            'remplacer-mots: "6", mots: "ouvert", par: "clos", dit: "À l’article 6, le mot"',
            ["6.1. Le parc est clos.", "6.2. Il est gratuit.", "6.3. Il est sûr."],
        ),
        (
            "À l’article 7, la définition « Parc » est remplacée par la définition suivante :\n\n« Parc : le pré. »",
            "7",
            'remplacer: "7, al. 1"',
            ["Parc : le pré.", "Abords : la rue. La place.", "Outils :", "la bêche ;", "le râteau."],
        ),
        (
            "À l’article 7, la définition « Outils » est supprimée.",
            "7",
            'supprimer: "7, al. 3 à 5"',
            ["Parc : le terrain clos.", "Abords : la rue. La place."],
        ),
        (
            "Les deux tirets de l’article 7 sont remplacés par le tiret suivant :\n\n« – la pelle. »",
            "7",
            'remplacer: "7, al. 4 à 5"',
            ["Parc : le terrain clos.", "Abords : la rue. La place.", "Outils :", "la pelle."],
        ),
        (
            "À l’article 7, sont ajoutés les outils suivants :\n\n« – la pelle. »",
            "7",
            'insérer-après: "7, al. 5"',
            [
                "Parc : le terrain clos.",
                "Abords : la rue. La place.",
                "Outils :",
                "la bêche ;",
                "le râteau.",
                "la pelle.",
            ],
        ),
        (
            "À l’article 7, le tiret relatif à la bêche est supprimé.",
            "7",
            'supprimer: "7, al. 4"',
            ["Parc : le terrain clos.", "Abords : la rue. La place.", "Outils :", "le râteau."],
        ),
        (
            "Le paragraphe « Abords » de l’article 7 est complété par la phrase : « Le quai. »",
            "7",
            'compléter: "7, al. 2"',
            ["Parc : le terrain clos.", "Abords : la rue. La place. Le quai.", "Outils :", "la bêche ;", "le râteau."],
        ),
    ],
)
def test_points_and_definitions_are_found(
    tmp_path: Path, sentence: str, number: str, operation: str, lines: list[str]
) -> None:
    (first, *_), found = read(tmp_path, sentence, number)
    assert (first, found) == (operation, lines)


def test_each_of_several_alineas_takes_the_text_behind_its_name(tmp_path: Path) -> None:
    lines = "– alinéa 1 : « Le siège est payé. »\n\n– alinéa 2 : « Le bureau est payé. »"
    done = ['remplacer: "5, al. 1", dit: "alinéa 1"', 'remplacer: "5, al. 2", dit: "alinéa 2"']
    for head in (
        "Les alinéas 1 et 2 de l’article 5 sont remplacés comme suit :",
        "L’article 5 est modifié comme suit :",
    ):
        operations, found = read(tmp_path / head[:3], f"{head}\n\n{lines}")
        assert (operations, found[:3]) == (done, ["Le siège est payé.", "Le bureau est payé.", LINES[2]])


@pytest.mark.parametrize(
    "sentence",
    [
        "À l’article 5, le point 5.2 est ainsi rédigé :\n\n« 5.2. Les frais sont dus. »",  # are the lines below of it?
        "L’article 5 est complété par un point 5.3 ainsi rédigé :\n\n« 5.3. Le siège est payé. »",
        "À l’article 7, la définition « Parc » est remplacée par : « Le pré. »",  # without the word that is defined
        "Les trois tirets de l’article 7 sont supprimés.",
        "À l’article 7, sont ajoutés les outils suivants :\n\n« La pelle est là. »",
        "À l’article 7, sont ajoutés les outils suivants :\n\n« – le râteau. »",
    ],
)
def test_a_point_or_a_definition_whose_extent_is_open_is_asked_about(tmp_path: Path, sentence: str) -> None:
    (why,), _ = read(tmp_path, sentence, "7")
    assert not why.startswith(("remplacer", "compléter", "insérer", "supprimer"))


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ("La durée est de six mois. Elle peut être portée à un an.", ["10.1. Durée", "La durée est de six mois. Elle peut être portée à un an."]),
        ("10.1. Durée – Elle est d’un an.", ["10.1. Durée – Elle est d’un an."]),
    ],
)  # fmt: skip
def test_the_heading_of_a_part_stays_unless_the_new_text_has_it(tmp_path: Path, new: str, lines: list[str]) -> None:
    parts = "# Article 10 – Contrat\n\n10.1. Durée\n\nElle est de six mois.\n\n10.2. Prix\n\nIl est de 5 €.\n"
    written(tmp_path / "p/convention", {"convention.yml": CONVENTION, "10.md": parts})
    said = f"Les dispositions du paragraphe 10.1 «\u00a0Durée\u00a0» de l’article 10 sont remplacées par les dispositions suivantes :\n\n«\u00a0{new}\u00a0»"
    assert read(tmp_path, said, "10")[1] == [*lines, "10.2. Prix", "Il est de 5 €."]


@pytest.mark.parametrize(
    ("sentence", "operation", "rows"),
    [
        (
            "Dans le tableau de l’article 8, la ligne « Relieur » est remplacée par la ligne suivante :\n\nRelieur\t13",
            'remplacer-ligne: "8, tableau, ligne \\"Relieur\\""',
            ["Métier | Taux", "Relieur | 13"],
        ),
        (
            "Le tableau de l’article 8 est complété par les lignes suivantes :\n\nMaçon\t9\nPeintre\t8",
            'ajouter-ligne: "8, tableau"',
            ["Métier | Taux", "Relieur | 12", "Maçon | 9", "Peintre | 8"],
        ),
        (
            "Dans le tableau de l’article 8, la ligne relative aux relieurs est modifiée comme suit :\n\nRelieur\t13",
            'remplacer-ligne: "8, tableau, ligne \\"Relieur\\""',
            ["Métier | Taux", "Relieur | 13"],
        ),
        (
            "Dans le tableau de l’article 8, la dernière ligne est remplacée par la ligne suivante :\n\nRelieur d’art\t13",
            'remplacer-ligne: "8, tableau, ligne \\"Relieur\\""',
            ["Métier | Taux", "Relieur d’art | 13"],
        ),
    ],
)
def test_rows_need_neither_guillemets_nor_the_header(
    tmp_path: Path, sentence: str, operation: str, rows: list[str]
) -> None:
    table = "# Article 8 – Tarifs\n\n| Métier | Taux |\n|---|---|\n| Relieur | 12 |\n"
    written(tmp_path / "p/convention", {"convention.yml": CONVENTION, "08.md": table})
    act = signed(tmp_path, f"{OPENING}Article 1 – Tarifs\n\n{sentence}{CLOSING}")
    (unit, *_) = import_act(tmp_path / "p", [act], "avenant-1").units
    assert (unit.operations, unit.questions) == ((operation,), ())
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    document = consolidate(corpus)[0].versions[-1].document
    assert [line for p in document.walk() for t in p.tables for line in t.lines] == rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Le deuxième tiret de l’article 9 est supprimé.",  # of the first list, or of the second?
        "À l’article 9, le paragraphe 9.1 « trois jours » est supprimé.",  # all of it, or these words?
    ],
)
def test_what_may_be_of_another_list_or_but_a_part_is_asked_about(tmp_path: Path, sentence: str) -> None:
    (why,), found = read(tmp_path, sentence, "9")
    assert ("lecture" in why, len(found)) == (True, 7)


@pytest.mark.parametrize(
    ("sentence", "done"),
    [
        ("Au dernier alinéa du III, le mot « ferme » est remplacé par le mot « ouvert ».", True),
        ("Au III de l’article 5, le mot « ferme » est supprimé.", False),  # of another article, that has none
        ("Au VI, le mot « ferme » est supprimé.", False),
    ],
)
def test_an_article_numbered_in_roman_is_named_by_its_number_alone(
    tmp_path: Path, sentence: str, *, done: bool
) -> None:
    text = "# III – Rue\n\nLe marché se tient place Verte.\n\nIl ferme à midi.\n"
    written(tmp_path / "p/convention", {"10.md": text})
    asked_or_done, lines = read(tmp_path, sentence, "III")
    operation = 'remplacer-mots: III, al. -1, mots: "ferme", par: "ouvert"'
    assert (asked_or_done == [operation], lines[1]) == (done, "Il ouvert à midi." if done else "Il ferme à midi.")


@pytest.mark.parametrize(
    ("sentence", "operations"),
    [
        (
            "À l’annexe 1, sur la ligne du CCAS, 300 devient 450.",
            [
                'remplacer-mots: "annexe 1, tableau, ligne \\"CCAS\\"", mots: "300", par: "450", dit: "À l’annexe 1, sur la ligne du CCAS, 300 devient 450"'
            ],
        ),
        ("À l’annexe 1, sur la ligne de la Ville, 300 devient 450.", ["phrase non comprise"]),
        ("À l’annexe 2, sur la ligne du CCAS, 300 devient 450.", ["phrase non comprise"]),
    ],
)
def test_a_figure_of_a_row_of_an_annex_is_changed(tmp_path: Path, sentence: str, operations: list[str]) -> None:
    annex = "# Annexe 1 – Besoins\n\n| Membre | Ramettes |\n|---|---|\n| Ville | 4 000 |\n| CCAS | 300 |\n"
    written(tmp_path / "p/convention", {"convention.yml": CONVENTION, "05.md": ARTICLE, "09.md": annex})
    act = f"{OPENING}Article 1 – Besoins\n\n{sentence}{CLOSING}"
    (unit, *_) = import_act(tmp_path / "p", [signed(tmp_path, act)], "avenant-1").units
    assert [*unit.operations, *(q.why for q in unit.questions)] == operations
