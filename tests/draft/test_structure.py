"""Edits that change the structure of a text, and the sentences that a drafter would write for them, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.diagnostics import Refused
from clausier.model.provision import Provision
from draft.papers import CONVENTION, Edit, drafted, laid, remove, rename, replacing, write
from support.projects import sound

ARTICLES = {
    "01.md": "# Article 1 – Objet\n\nLe groupement achète du papier. Il se réunit à Reims.\n\nIl dure trois ans.\n\n"
    "Ses comptes sont publics.\n",
    "02.md": "# Article 2 – Membres\n\nLes membres sont :\n\n- la commune A ;\n- la commune B ;\n- le syndicat C.\n\n"
    "Chacun a une voix.\n\n| Membre | Voix |\n| --- | --- |\n| A | 1 |\n| B | 2 |\n| C | 3 |\n",
    "03.md": "# Article 3 – Comité\n\nLe comité décide.\n\n## 3.1 – Réunions\n\nIl se réunit deux fois par an.\n\n"
    "## 3.2 – Votes\n\nIl vote à main levée.\n\n## 3.3 – Lieu\n\nIl siège à Metz, dans les locaux de la commune.\n",
    "04.md": "# Article 4 – Durée\n\nLa convention dure quatre ans.\n\nElle peut être prolongée une fois.\n\n"
    "Elle prend fin avec le marché.\n",
    "05.md": "# Article 5 – Coordonnateur\n\nElle est chargée :\n\n- 1° De recenser les besoins ;\n"
    "- 2° De signer le marché ;\n- 3° De rendre compte.\n\n## 5.1 – Personnel\n\nElle emploie deux agents.\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return laid(tmp_path, ARTICLES)


def text(project: Path) -> Provision:
    """The text that the amendment makes, as the compiler has it."""
    compiled = sound(project, drafts=["avenant-1"])
    return compiled.timeline.latest.document


THIRD = "\n\n## 3.3 – Lieu\n\nIl siège à Metz, dans les locaux de la commune.\n"
LIST = "Elle est chargée :\n\n- 1° De recenser les besoins ;\n- 2° De signer le marché ;\n- 3° De rendre compte.\n"


@pytest.mark.parametrize(
    ("edits", "sentence", "operation"),
    [
        # An alinéa moved in its article, to another one, with a change of words; an item; two lines that stand together.
        (
            [replacing("01-1.md", ("Il dure trois ans.\n\n", ""), ("publics.\n", "publics.\n\nIl dure trois ans.\n"))],
            "Le troisième alinéa de l’article 1er est déplacé après le premier alinéa de l’article 1er.",
            '- déplacer: "1, al. 3"\n    après: "1, al. 1"',
        ),
        (
            [
                replacing(
                    "01-1.md",
                    ("\n\nSes comptes sont publics.", ""),
                    ("Objet\n", "Objet\n\nSes comptes sont publics.\n"),
                )
            ],
            "Le troisième alinéa de l’article 1er est déplacé avant le premier alinéa de l’article 1er.",
            '- déplacer: "1, al. 3"\n    avant: "1, al. 1"',
        ),
        (
            [
                replacing("01-1.md", ("\n\nSes comptes sont publics.", "")),
                replacing("04-4.md", ("quatre ans.\n", "quatre ans.\n\nSes comptes annuels sont publics.\n")),
            ],
            "Le troisième alinéa de l’article 1er est déplacé après le premier alinéa de l’article 4.",
            '- insérer-mots: "1, al. 3"\n    mots: "annuels"\n    après: comptes',
        ),
        (
            [
                replacing(
                    "02-2.md",
                    ("- la commune A ;\n", ""),
                    ("- la commune B ;\n", "- la commune B ;\n- la commune A ;\n"),
                )
            ],
            "Le troisième alinéa de l’article 2 est déplacé après le premier alinéa de l’article 2.",
            '- déplacer: "2, al. 3"\n    après: "2, al. 1"',
        ),
        (
            [
                replacing(
                    "04-4.md", ("\n\nElle peut être prolongée une fois.\n\nElle prend fin avec le marché.\n", "\n")
                ),
                replacing(
                    "01-1.md",
                    (
                        "Il dure trois ans.\n",
                        "Il dure trois ans.\n\nElle peut être prolongée une fois.\n\nElle prend fin avec le marché.\n",
                    ),
                ),
            ],
            "Les deuxième à troisième alinéas de l’article 4 sont déplacés après le deuxième alinéa de l’article 1er.",
            '- déplacer: "4, al. 2 à 3"\n    après: "1, al. 2"',
        ),
        # Labels that follow an item put among them, or taken away.
        (
            [
                replacing("05-5.md", ("- 2° De signer", "- 2° De rédiger le dossier ;\n- 3° De signer")),
                replacing("05-5.md", ("3° De rendre", "4° De rendre")),
            ],
            "1° Les 2° et 3° deviennent respectivement les 3° et 4° ;",
            '- renuméroter: ["5, 2°", "5, 3°"]\n    en: ["3°", "4°"]',
        ),
        (
            [replacing("05-5.md", ("- 2° De signer le marché ;\n", ""), ("3° De rendre", "2° De rendre"))],
            "2° Le 3° devient le 2°.",
            '- supprimer: "5, al. 3"',
        ),
        # Rows of a table, by the name in their first cell.
        (
            [replacing("02-2.md", ("| C | 3 |\n", "| C | 3 |\n| D | 4 |\n"))],
            "Le tableau de l’article 2 est complété par une ligne ainsi rédigée :",
            '- ajouter-ligne: "2, tableau"',
        ),
        (
            [replacing("02-2.md", ("| B | 2 |\n", "| B | 2 |\n| D | 4 |\n| E | 5 |\n"))],
            "Après la ligne « B » du tableau de l’article 2, sont insérées deux lignes ainsi rédigées :",
            '- ajouter-ligne: "2, tableau"\n    après: B',
        ),
        (
            [replacing("02-2.md", ("| B | 2 |\n", ""))],
            "La ligne « B » du tableau de l’article 2 est supprimée.",
            '- supprimer-ligne: "2, tableau, ligne \\"B\\""',
        ),
        (
            [replacing("02-2.md", ("| A | 1 |\n", ""), ("| C | 3 |\n", "| C | 3 |\n| A | 1 |\n"))],
            "La ligne « A » du tableau de l’article 2 est déplacée après la ligne « C » du tableau de l’article 2.",
            '- déplacer: "2, tableau, ligne \\"A\\""',
        ),
        (
            [replacing("02-2.md", ("| Membre | Voix |", "| Collectivité | Voix |"))],
            "Le tableau de l’article 2 est remplacé par le tableau suivant :",
            '- remplacer: "2, tableau"',
        ),
        (
            [replacing("02-2.md", ("\n\n| Membre | Voix |\n| --- | --- |\n| A | 1 |\n| B | 2 |\n| C | 3 |\n", "\n"))],
            "Le tableau de l’article 2 est supprimé.",
            '- supprimer: "2, tableau"',
        ),
        # Sentences of an alinéa.
        (
            [replacing("01-1.md", ("à Reims.", "à Reims. Il y tient ses archives."))],
            "Le premier alinéa de l’article 1er est complété par une phrase ainsi rédigée :",
            '- compléter: "1, al. 1"',
        ),
        (
            [replacing("01-1.md", ("papier. Il", "papier. Il en revend. Il en donne. Il"))],
            "Après la première phrase du premier alinéa de l’article 1er, sont insérées deux phrases ainsi rédigées :",
            '- insérer-après: "1, al. 1, phr. 1"',
        ),
        (
            [replacing("01-1.md", ("Le groupement achète", "Il est constitué. Le groupement achète"))],
            "Avant la première phrase du premier alinéa de l’article 1er, il est inséré une phrase ainsi rédigée :",
            '- insérer-avant: "1, al. 1, phr. 1"',
        ),
        (
            [replacing("01-1.md", (" Il se réunit à Reims.", ""))],
            "La seconde phrase du premier alinéa de l’article 1er est supprimée.",
            '- supprimer: "1, al. 1, phr. 2"',
        ),
        # Sub-articles: two that changed places, one put among them, one in another article.
        (
            [
                replacing(
                    "03-3.md",
                    (
                        "## 3.1 – Réunions\n\nIl se réunit deux fois par an.\n\n## 3.2 – Votes\n\nIl vote à main levée.",
                        "@",
                    ),
                    (
                        "@",
                        "## 3.1 – Votes\n\nIl vote à main levée.\n\n## 3.2 – Réunions\n\nIl se réunit deux fois par an.",
                    ),
                )
            ],
            "1° L’article 3.2 est déplacé avant l’article 3.1 ;",
            '- renuméroter: ["3.2", "3.1"]\n    en: ["3.1", "3.2"]',
        ),
        (
            [
                replacing("03-3.md", ("## 3.3 –", "## 3.4 –"), ("## 3.2 –", "## 3.3 –")),
                replacing(
                    "03-3.md", ("## 3.3 – Votes", "## 3.2 – Quorum\n\nLa moitié des membres est là.\n\n## 3.3 – Votes")
                ),
            ],
            "1° Les articles 3.2 et 3.3 deviennent respectivement les articles 3.3 et 3.4 ;",
            '- insérer-après: "3.1"',
        ),
        (
            [
                replacing("03-3.md", (THIRD, "\n")),
                replacing("05-5.md", ("deux agents.\n", "deux agents." + THIRD.replace("3.3", "5.2"))),
            ],
            "L’article 3.3 est déplacé après l’article 5.1.",
            '- renuméroter: "3.3"\n    en: "5.2"',
        ),
        # Articles: moved, a run of numbers, split, joined, and what had been repealed.
        (
            [rename("05-5.md", "01bis-5.md")],
            "L’article 5 est déplacé après l’article 1er.",
            '- déplacer: "5"\n    après: "1"',
        ),
        (
            [
                replacing("05-5.md", ("Article 5", "Article 6"), ("5.1", "6.1")),
                replacing("04-4.md", ("Article 4", "Article 5")),
                write("03bis.md", "# Article 4 – Budget\n\nLe budget est voté.\n"),
            ],
            "Les articles 4 et 5 deviennent respectivement les articles 5 et 6.",
            '- insérer-après: "3"',
        ),
        (
            [
                replacing("04-4.md", ("\n\nElle prend fin avec le marché.\n", "\n")),
                write("04bis.md", "# Article 4 bis – Fin\n\nElle prend fin avec le marché.\n"),
            ],
            "L’article 4 est scindé en deux articles 4 et 4 bis, le second commençant au troisième alinéa.",
            '- renommer: "4 bis"\n    intitulé: Fin',
        ),
        (
            [
                replacing("04-4.md", ("\n\nElle prend fin avec le marché.\n", "\n"), ("quatre ans", "cinq ans")),
                write("04bis.md", "# Article 5\n\nElle prend fin avec le marché.\n"),
                replacing("05-5.md", ("Article 5", "Article 6"), ("5.1", "6.1")),
            ],
            "L’article 4 est scindé en deux articles 4 et 5, le second commençant au troisième alinéa.",
            '- renuméroter: "5"\n    en: "6"',
        ),
        (
            [
                replacing("01-1.md", ("publics.\n", "publics.\n\nLes membres sont :\n\n- A.\n")),
                replacing("04-4.md", ("avec le", "par le")),
            ],
            "L’article 1er est complété par deux alinéas ainsi rédigés :",
            '- compléter: "1"',
        ),
        # What is emphasised is part of the text.
        (
            [replacing("04-4.md", ("Elle peut être", "Elle **peut** être"))],
            "Le deuxième alinéa de l’article 4 est ainsi rédigé :\n\n> « Elle **peut** être prolongée une fois. »",
            '- remplacer: "4, al. 2"',
        ),
        (
            [replacing("04-4.md", (" – Durée", ""))],
            "L’intitulé de l’article 4 est supprimé.",
            '- supprimer: "4, titre"',
        ),
    ],
)
def test_an_edit_of_structure_is_ordered_as_a_drafter_would(
    project: Path, edits: list[Edit], sentence: str, operation: str
) -> None:
    articles = "\n".join(drafted(project, *edits))
    assert sentence in articles
    assert operation in articles


def test_articles_that_are_joined_leave_no_tombstone(project: Path) -> None:
    (project / "convention/05.md").write_text("# Article 5 – Coordonnateur\n\n" + LIST, encoding="utf-8")
    articles = "\n".join(
        drafted(project, replacing("04-4.md", ("le marché.\n", "le marché.\n\n" + LIST)), remove("05-5.md"))
    )
    assert "Les articles 4 et 5 sont réunis en un article 4." in articles
    assert "est abrogé" not in articles
    assert [p.number for p in text(project).children if p.kind == "article"] == ["1", "2", "3", "4"]


def test_what_moves_keeps_its_identity_and_its_words_their_origin(project: Path) -> None:
    drafted(
        project,
        rename("05-5.md", "01bis.md"),
        replacing("01bis.md", ("Article 5", "Article 2"), ("5.1", "2.1")),
        replacing("02-2.md", ("Article 2", "Article 3")),
        replacing("03-3.md", ("Article 3", "Article 4"), ("3.1", "4.1"), ("3.2", "4.2"), ("3.3", "4.3")),
        replacing("04-4.md", ("Article 4", "Article 5")),
    )
    articles = [p for p in text(project).children if p.kind == "article"]
    assert [(p.number, p.id) for p in articles] == [
        ("1", "convention/1"),
        ("2", "convention/5"),
        ("3", "convention/2"),
        ("4", "convention/3"),
        ("5", "convention/4"),
    ]
    assert [c.number for c in articles[3].children] == ["4.1", "4.2", "4.3"]
    assert {o for p in articles for q in p.walk() for a in q.alineas for o in a.text.origins()} == {"convention"}


def test_two_equal_lines_are_nobody_s_move(project: Path) -> None:
    (project / "convention/04.md").write_text("# Article 4\n\nNéant.\n\nUn.\n\nDeux.\n\nNéant.\n", encoding="utf-8")
    articles = "\n".join(drafted(project, write("04-4.md", "# Article 4\n\nUn.\n\nDeux.\n\nNéant.\n\nNéant.\n")))
    assert "déplac" not in articles
    assert [a.text.chars for p in text(project).walk() if p.number == "4" for a in p.alineas] == [
        "Un.",
        "Deux.",
        "Néant.",
        "Néant.",
    ]


def test_the_number_of_what_is_repealed_is_not_taken_again(project: Path) -> None:
    with pytest.raises(Refused, match="stays with a repealed article"):
        drafted(project, remove("04-4.md"), replacing("05-5.md", ("Article 5", "Article 4"), ("5.1", "4.1")))


def test_a_repealed_article_that_has_words_again_is_restored(project: Path) -> None:
    folder = project / "amendments/avenant-0"
    folder.mkdir(parents=True)
    (folder / "avenant.yml").write_text("id: avenant-0\ntitre: A\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n")
    (folder / "01.md").write_text('---\nopérations: [{abroger: "4"}]\n---\n# Article 1\n\nL’article 4 est abrogé.\n')
    articles = "\n".join(drafted(project, write("04-4.md", "# Article 4 – Durée\n\nElle dure cinq ans.\n")))
    assert "L’article 4 est ainsi rétabli :\n\n> ### « Article 4 – Durée" in articles
    assert '- rétablir: "4"' in articles


def test_an_article_marked_as_repealed_is_repealed(project: Path) -> None:
    assert "L’article 4 est abrogé." in "".join(drafted(project, write("04-4.md", "# Article 4 (abrogé)\n")))


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (("Chacun a une voix", "Chacun a deux voix"), "Au troisième alinéa de l’article 2, le mot « une » est"),
        (("le syndicat C", "le syndicat D"), "Au deuxième alinéa de l’article 2, le mot « C » est"),
        (("Chacun a une voix.\n\n", ""), "Le troisième alinéa de l’article 2 est supprimé."),
        (("Chacun", "Tous paient.\n\nChacun"), "Après le deuxième alinéa de l’article 2, il est inséré un alinéa"),
        (("une voix.", "une voix. Nul n’en a deux."), "Le troisième alinéa de l’article 2 est complété par une phrase"),
        (("membres sont :", "membres restent :"), "Au deuxième alinéa de l’article 2, le mot « sont » est"),
        # The alinéa is the list too, which stays: no sentence names its first line alone.
        (("Les membres sont :", "En font partie, à ce jour, outre l’État :"), "L’article 2 est ainsi rédigé :"),
    ],
)
def test_a_list_is_counted_with_its_introduction_where_the_convention_counts_so(
    tmp_path: Path, edit: tuple[str, str], sentence: str
) -> None:
    second = ARTICLES["02.md"].replace("Les membres", "Le groupement a trois membres.\n\nLes membres")
    convention = {"convention.yml": f"{CONVENTION}alinéas: phrases\n"}
    project = laid(tmp_path, {**ARTICLES, **convention, "02.md": second})
    (article,) = drafted(project, replacing("02-2.md", edit))
    assert sentence in article
    assert edit[1].strip() in "\n\n".join(a.text.chars for p in text(project).walk() for a in p.alineas) or not edit[1]
