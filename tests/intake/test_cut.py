"""How a signed act is cut into its articles: which lines head one, and which name an article of the text it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from intake.projects import paragraph, project, word

TOP = "AVENANT N° 1\nEntre la Commune du Nord et la Commune du Sud, il est convenu ce qui suit :\n"
EFFECT = "Le présent avenant entre en vigueur le 1er mars 2024.\nFait à Nord, le 12 février 2024"
MONTH = "À l’article 2, les mots « chaque mois » sont remplacés par les mots « chaque semaine »."
MEMBERS = "les mots « trois membres » sont remplacés par les mots « cinq membres »."
YEAR = "À l’article 3, les mots « un an » sont remplacés par les mots « deux ans »."
WHOSE = "ce titre est-il celui d’un article de l’avenant, ou du texte qu’il modifie"


def imported(tmp_path: Path, body: str, form: str = "lines") -> Imported:
    lines = (TOP + body).split("\n")
    if form == "word":
        path = tmp_path / "a.docx"
        path.write_bytes(word("".join(map(paragraph, lines))))
    else:
        path = tmp_path / ("a.md" if form == "marked" else "a.txt")
        path.write_text(("\n" if form == "lines" else "\n\n").join(lines) + "\n", encoding="utf-8")
    return import_act(project(tmp_path / "p"), [path], "avenant-1")


def shape(done: Imported) -> list[tuple[str, int]]:
    """The heading of each unit, up to its title, and how many operations it has."""
    return [(unit.heading.partition(" – ")[0], len(unit.operations)) for unit in done.units]


def asked(done: Imported) -> list[str]:
    questions = (*done.questions, *(q for unit in done.units for q in unit.questions))
    return [f"{q.sentence} -- {q.why}" for q in questions]


@pytest.mark.parametrize("form", ["lines", "apart", "marked", "word"])
@pytest.mark.parametrize("heads", ["1 – ,2 – ,3 – ", "I – ,II – ,III – ", "Art. 1 – ,Art. 2 – ,Art. 3 – "])
def test_headings_that_run_on_cut_the_act_where_a_line_names_an_article_of_the_text(
    tmp_path: Path, form: str, heads: str
) -> None:
    one, two, three = heads.split(",")
    done = imported(
        tmp_path, f"{one}Durée\n{YEAR}\n{two}Bureau\nArticle 2 : {MEMBERS}\n{MONTH}\n{three}Effet\n{EFFECT}", form
    )
    numbers = [head.removesuffix(" – ") for head in heads.split(",")]
    assert (shape(done), done.unsure) == ([(numbers[0], 1), (numbers[1], 2), (numbers[2], 0)], 0)


@pytest.mark.parametrize("line", ["Signatures", "Les signataires :", "SIGNATURES DES PARTIES"])
def test_what_stands_below_the_line_that_heads_the_signatures_is_of_no_article(tmp_path: Path, line: str) -> None:
    done = imported(
        tmp_path, f"Article 1 – Bureau\n{MONTH}\nArticle 2\nL’article 3 est abrogé.\n{line}\nLe maire\nLa présidente"
    )
    closing = (tmp_path / "p/amendments/avenant-1/99-cloture.md").read_text(encoding="utf-8")
    assert (shape(done), closing) == ([("Article 1", 1), ("Article 2", 1)], f"{line}\n\nLe maire\n\nLa présidente\n")


def test_such_a_line_in_a_new_text_is_of_that_text(tmp_path: Path) -> None:
    new = "«\u00a0Article 4 – Procès-verbal\nIl porte :\nSignatures\nLe maire\u00a0»"
    done = imported(tmp_path, f"Article 1 – Ajout\nAprès l’article 3, il est inséré un article 4 ainsi rédigé :\n{new}")
    assert shape(done) == [("Article 1", 1)]
    assert not (tmp_path / "p/amendments/avenant-1/99-cloture.md").exists()


@pytest.mark.parametrize("words", ["premier,deux,trois", "PREMIER,DEUX,TROIS", "premier,deuxième,troisième"])
def test_the_numbers_of_articles_may_be_words(tmp_path: Path, words: str) -> None:
    one, two, three = words.split(",")
    done = imported(
        tmp_path, f"Article {one} – Durée\n{YEAR}\nArticle {two} – Bureau\n{MONTH}\nArticle {three} – Effet\n{EFFECT}"
    )
    assert (shape(done), done.unsure) == (
        [(f"Article {one}", 1), (f"Article {two}", 1), (f"Article {three}", 0)],
        0,
    )


@pytest.mark.parametrize(
    "titles", ["Durée,Bureau,Effet", "1) Durée,2) Bureau,3) Effet", "Résolution 1,Résolution 2,Effet"]
)
def test_where_nothing_heads_articles_all_is_read_as_one(tmp_path: Path, titles: str) -> None:
    one, two, three = titles.split(",")
    done = imported(tmp_path, f"{one}\n{YEAR}\n{two}\nArticle 2 : {MEMBERS}\n{MONTH}\n{three}\n{EFFECT}")
    assert (shape(done), done.unsure) == ([("", 3)], 0)


def test_what_stands_before_the_first_heading_is_read_where_that_is_not_the_first_number(tmp_path: Path) -> None:
    done = imported(
        tmp_path,
        f"Durée\n{YEAR}\nLes horaires de l’article 1 sont revus.\nArticle 2 – Bureau\n{MONTH}\nArticle 3 – Effet\n{EFFECT}",
    )
    assert shape(done) == [("", 1), ("Article 2", 1), ("Article 3", 0)]
    assert [q.partition(" -- ")[0] for q in asked(done)] == ["Les horaires de l’article 1 sont revus."]


def test_numbers_that_run_on_cut_the_act_around_a_line_on_the_first_article(tmp_path: Path) -> None:
    line = "Article 1er : les horaires de cet article sont revus."
    done = imported(tmp_path, f"1 – Bureau\n{MONTH}\n2 – Objet\n{line}\n3 – Effet\n{EFFECT}")
    assert shape(done) == [("1", 1), ("2", 0), ("3", 0)]
    assert done.unsure == 1


def test_a_lone_line_that_orders_on_the_first_article_heads_none(tmp_path: Path) -> None:
    line = "Article 1er : les mots « aux écoles » sont remplacés par les mots « à tous »."
    done = imported(tmp_path, f"Durée\nLes horaires de l’article 1 sont revus.\n{YEAR}\nObjet\n{line}\n{EFFECT}")
    assert shape(done) == [("", 2)]
    assert [q.partition(" -- ")[0] for q in asked(done)] == ["Les horaires de l’article 1 sont revus."]


def test_an_annex_that_is_joined_leaves_an_act_without_articles_to_be_read(tmp_path: Path) -> None:
    done = imported(tmp_path, f"{YEAR}\n{MONTH}\n{EFFECT}\nAnnexe 1 – Budget\nLe budget est de 3 euros.")
    assert (shape(done), done.unsure) == ([("", 2), ("Annexe 1", 0)], 0)


def test_what_orders_before_the_first_article_is_asked_about(tmp_path: Path) -> None:
    done = imported(tmp_path, f"{YEAR}\nArticle 1 – Bureau\n{MONTH}\nArticle 2 – Effet\n{EFFECT}")
    assert shape(done) == [("Article 1", 1), ("Article 2", 0)]
    assert asked(done) == [
        f"{YEAR} -- cette phrase, avant le premier article de l’acte, ordonne-t-elle un changement ?"
    ]


@pytest.mark.parametrize("form", ["lines", "marked", "word"])
@pytest.mark.parametrize(
    "line",
    [
        "Article 3 : nouvelle rédaction.\n« La convention dure deux ans. »",
        "Article 8. La phrase relative au bilan s’énonce : « Le bilan est public. »",
        "Annexe 1 : sur la ligne du Nord, 300 devient 450.",
        "Article 2 – Insertion, avant la dernière phrase, de la phrase suivante : « Il siège. »",
    ],
)
def test_a_line_that_does_not_run_on_stays_in_its_article_and_is_asked_about(
    tmp_path: Path, line: str, form: str
) -> None:
    done = imported(tmp_path, f"Article 1 – Divers\n{line}\nArticle 2 – Effet\n{EFFECT}", form)
    assert shape(done) == [("Article 1", 0), ("Article 2", 0)]
    assert [q.sentence in line for q in done.units[0].questions] == [True]
    assert not done.errors


def test_a_line_with_the_number_of_the_article_below_leaves_none_empty(tmp_path: Path) -> None:
    done = imported(
        tmp_path,
        f"Article 1 – Bureau\n{MONTH}\nArticle 2 – Durée\nArticle 3 : nouvelle rédaction.\n« La convention dure deux ans. »\nArticle 3 – Effet\n{EFFECT}",
    )
    assert shape(done) == [("Article 1", 1), ("Article 2", 0), ("Article 3", 0)]
    assert not done.errors
    assert done.unsure == 1


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (f"Article 1 – Bureau\n{MONTH}\nArticle 3 – Durée\n{YEAR}\nArticle 2 – Effet\n{EFFECT}", "12"),
        (f"1 – Bureau\n{MONTH}\nArticle 3 – Durée\n{YEAR}\n2 – Effet\n{EFFECT}", "12"),
        (f"Bureau\n{MONTH}\nArticle 3 – Durée\n{YEAR}\nEffet\n{EFFECT}", ""),
    ],
)
def test_a_title_that_may_be_of_the_act_or_of_the_text_is_asked_about(tmp_path: Path, body: str, numbers: str) -> None:
    done = imported(tmp_path, body)
    assert "".join(unit.heading.partition(" –")[0][-1:] for unit in done.units) == numbers
    assert [q for q in asked(done) if q.startswith(f"Article 3 – Durée -- {WHOSE}")]


@pytest.mark.parametrize(
    ("body", "heads"),
    [
        (f"Article 1 – Bureau\n{MONTH}\nArticle 1 bis – Durée\n{YEAR}\nArticle 2 – Effet\n{EFFECT}", ["Article 1", "Article 1 bis", "Article 2"]),
        (f"Article 1 – Bureau\n{MONTH}\nArticle 3 – Durée\n{YEAR}\nArticle 4 – Effet\n{EFFECT}", ["Article 1", "Article 3", "Article 4"]),
        (f"Titre I – Bureau\nArticle 1\n{MONTH}\nTitre II – Durée\nArticle 1\n{YEAR}\nArticle 2\n{EFFECT}", ["Article 1", "Article 1", "Article 2"]),
        (f"I. Rappel\nLa convention est ancienne.\nII. Objet\nElle change.\nArticle 1 – Bureau\n{MONTH}\nArticle 2 – Durée\n{YEAR}\nArticle 3 – Effet\n{EFFECT}", ["Article 1", "Article 2", "Article 3"]),
        (f"I. Rappel\nElle est ancienne.\nII. Objet\nElle change.\nIII. Suites\nElle vaut.\nArticle 1 – Bureau\n{MONTH}\nArticle 2 – Durée\n{YEAR}\n{EFFECT}", ["Article 1", "Article 2"]),
        (f"Article 1 – Bureau\n1. Réunions\n{MONTH}\n2. Durée\n{YEAR}\nArticle 2 – Effet\n{EFFECT}", ["Article 1", "Article 2"]),
    ],
)  # fmt: skip
def test_articles_of_the_act_are_cut_though_their_numbers_do_not_run_on(
    tmp_path: Path, body: str, heads: list[str]
) -> None:
    done = imported(tmp_path, body)
    assert ([head for head, _ in shape(done)], done.read, done.unsure) == (heads, 2, 0)


def test_words_behind_a_number_are_its_text_where_it_has_no_other(tmp_path: Path) -> None:
    done = imported(
        tmp_path, f"Article 1 : à l’article 3, les mots « un an » sont supprimés\nArticle 2 – Effet\n{EFFECT}"
    )
    assert (shape(done), done.unsure) == ([("Article 1 :", 1), ("Article 2", 0)], 0)


def test_the_parts_of_an_article_of_the_act_are_its_own(tmp_path: Path) -> None:
    act = (
        "Article 1 – Modifications\nArticle 1.1 – Modification de l’article 2\nLe second alinéa est supprimé.\n"
        "Article 1.2 – Modification de l’article 3\nLe mot « un » est remplacé par le mot « deux ».\n"
    )
    done = imported(tmp_path, f"{act}Article 2 – Suites\n{EFFECT}")
    assert [(u.file, u.operations, u.questions) for u in done.units] == [
        ("01-article-1-1-modification-de-l-article-2.md", ('supprimer: "2, al. 2"',), ()),
        ("02-article-1-2-modification-de-l-article-3.md", ('remplacer-mots: "3", mots: "un", par: "deux"',), ()),
        ("03-article-2-suites.md", (), ()),
    ]
    first = (tmp_path / "p/amendments/avenant-1" / done.units[0].file).read_text(encoding="utf-8")
    heads = "# Article 1 – Modifications\n\n## Article 1.1 – Modification de l’article 2\n\nLe second"
    assert (heads in first, done.errors) == (True, ())


@pytest.mark.parametrize(
    "head", ["Article 1 – Suppression de l’article 3 « Durée »", "Article 1\nSuppression de l’article 3 « Durée »"]
)
def test_a_title_that_names_what_its_article_does_is_no_order_of_its_own(tmp_path: Path, head: str) -> None:
    done = imported(tmp_path, f"{head}\nL’article 3 « Durée » est supprimé.\nArticle 2 – Effet\n{EFFECT}")
    assert [(u.operations, u.questions) for u in done.units] == [(('abroger: "3"',), ()), ((), ())]
    assert done.units[0].heading.endswith("Suppression de l’article 3 « Durée »")


def test_with_a_full_stop_it_is(tmp_path: Path) -> None:
    done = imported(tmp_path, f"Article 1 : Suppression de l’article 3.\nArticle 2 – Effet\n{EFFECT}")
    assert [(u.operations, u.questions) for u in done.units] == [(('abroger: "3"',), ()), ((), ())]


def test_a_part_that_an_order_names_is_of_the_text(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    (root / "convention/04.md").write_text("# Article 4 – Frais\n\n## 4.1 – Bus\n\nIl est gratuit.\n", encoding="utf-8")
    path = tmp_path / "a.txt"
    lines = f"{TOP}Article 4 – Frais\nArticle 4.1 : le mot « gratuit » est remplacé par « offert ».\nArticle 5 – Effet\n{EFFECT}"
    path.write_text(
        lines.replace(
            "Article 4 –",
            "Article 1 – Objet\nIl est convenu ce qui suit.\nArticle 2 – Bureau\n"
            + MONTH
            + "\nArticle 3 – Durée\n"
            + YEAR
            + "\nArticle 4 –",
            1,
        ),
        encoding="utf-8",
    )
    done = import_act(root, [path], "avenant-1")
    assert [(unit.heading.partition(" –")[0], unit.operations) for unit in done.units][3:] == [
        ("Article 4", ('remplacer-mots: "4.1", mots: "gratuit", par: "offert"',)),
        ("Article 5", ()),
    ]
