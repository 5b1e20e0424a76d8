"""`clausier new --from`: a convention as signed, read into the files of a project."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier import schemas
from clausier.author.convention import making
from clausier.author.convention.making import Made, made_of
from clausier.author.fmt import format_sources
from clausier.author.intake.reading import File, read_file
from clausier.author.intake.text import read_text
from clausier.compile import compile_project
from intake.projects import paragraph, word
from support.calling import called
from support.projects import reworded

LONG = "L’association a pour but de promouvoir le partage des connaissances, " * 4 + "sans but lucratif."
SIGNED = """\
CONVENTION CONSTITUTIVE
DU GROUPEMENT DE COMMANDES DES ÉCOLES

Sommaire

Article 1er – Objet ........ 1
Article 2 – Comité ......... 1
Article 3 – Durée .......... 2

Entre les soussignés :

- La Commune du Nord, représentée par Madame Une, maire ;
- Le Syndicat mixte du Grand Est, dont le siège est au Sud, représenté par son président.

PRÉAMBULE

Les parties veulent acheter ensemble.

TITRE I
DISPOSITIONS GÉNÉRALES

Article 1er – Objet

Le groupement achète :
- des cahiers ;
- des crayons.

TITRE II – FONCTIONNEMENT

Article 2 – Comité

2.1 – Composition

Le comité a trois membres.

2.2 Décisions

Il décide à la majorité.

Article 3 : La présente convention est conclue jusqu’au 11 février 2021.

Fait à Nord, le 12 février 2018

Pour la Commune du Nord,
Madame Une

ANNEXE 1 – Répartition

Commune du Nord	3
Syndicat mixte du Grand Est	2
"""
FILES = {
    "00-ouverture.md": """\
CONVENTION CONSTITUTIVE

DU GROUPEMENT DE COMMANDES DES ÉCOLES

Entre les soussignés :

- La Commune du Nord, représentée par Madame Une, maire ;
- Le Syndicat mixte du Grand Est, dont le siège est au Sud, représenté par son président.
""",
    "01-preambule.md": "# PRÉAMBULE\n\nLes parties veulent acheter ensemble.\n",
    "02-titre-i-dispositions-generales.md": "# TITRE I DISPOSITIONS GÉNÉRALES\n",
    "03-objet.md": "## Article 1er – Objet\n\nLe groupement achète :\n\n- des cahiers ;\n- des crayons.\n",
    "04-titre-ii-fonctionnement.md": "# TITRE II – FONCTIONNEMENT\n",
    "05-comite.md": """\
## Article 2 – Comité

### 2.1 – Composition

Le comité a trois membres.

### 2.2 Décisions

Il décide à la majorité.
""",
    "06-article-3.md": "## Article 3 :\n\nLa présente convention est conclue jusqu’au 11 février 2021.\n",
    "07-annexe-1-repartition.md": """\
# ANNEXE 1 – Répartition

| Commune du Nord | 3 |
| --- | --- |
| Syndicat mixte du Grand Est | 2 |
""",
    "99-cloture.md": "Fait à Nord, le 12 février 2018\n\nPour la Commune du Nord,\n\nMadame Une\n",
}


def signed(folder: Path, text: str = SIGNED, name: str = "convention-signee.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(text: str) -> Made:
    """What is made of a text."""
    file = File(name="signe.txt", data=text.encode(), received=read_text(text), words=text)
    return made_of((file,), "ecoles")


def texts(made: Made) -> dict[str, str]:
    return {name: data.decode() for name, data in made.files.items() if name.endswith(".md")}


def asked(made: Made) -> list[tuple[str, str, str]]:
    return [(u.file, u.question.sentence, u.question.why) for u in made.unsure]


# What it makes


def test_each_unit_is_a_file_and_nothing_is_lost(tmp_path: Path) -> None:
    called("new", tmp_path / "ecoles", "--from", signed(tmp_path), code=0)
    home = tmp_path / "ecoles/convention"
    assert {p.name: p.read_text("utf-8") for p in home.glob("*.md")} == FILES
    assert (home / "convention-signee.txt").read_text("utf-8") == SIGNED
    assert not (tmp_path / "ecoles/amendments").exists()


@pytest.mark.parametrize("text", [SIGNED, SIGNED.partition("ANNEXE")[0]], ids=["an annex", "none"])
def test_it_has_no_finding_and_its_sources_are_canonical(tmp_path: Path, text: str) -> None:
    called("new", tmp_path / "ecoles", "--from", signed(tmp_path, text))
    compiled, found = compile_project(tmp_path / "ecoles")
    assert found == ()
    assert compiled
    assert compiled.corpus.convention.title == "CONVENTION CONSTITUTIVE DU GROUPEMENT DE COMMANDES DES ÉCOLES"
    signed_on = compiled.corpus.convention.signed
    assert signed_on is not None
    assert (signed_on.first, signed_on.last) == (date(2018, 2, 12), date(2018, 2, 12))
    assert [(p.id, p.name) for p in compiled.corpus.convention.parties] == [
        ("commune-du-nord", "Commune du Nord"),
        ("syndicat-mixte-du-grand-est", "Syndicat mixte du Grand Est"),
    ]
    assert format_sources(tmp_path / "ecoles", write=False).changes == ()


def test_a_word_that_is_changed_afterwards_is_known_from_the_words_received(tmp_path: Path) -> None:
    called("new", tmp_path / "ecoles", "--from", signed(tmp_path))
    reworded(tmp_path / "ecoles/convention/03-objet.md", "crayons", "stylos")
    _, found = compile_project(tmp_path / "ecoles")
    assert [d.code.id for d in found] == ["TXT204"]


def test_the_summary_says_what_was_read_and_what_was_left_out(tmp_path: Path) -> None:
    said = called("new", tmp_path / "ecoles", "--from", signed(tmp_path)).stdout
    assert "    Article 2 – Comité\n      2.1 – Composition\n" in said
    assert "Membres\u00a0: Commune du Nord, Syndicat mixte du Grand Est\n" in said
    assert "– sommaire laissé de côté (3 lignes)\n" in said
    assert "– l’acte est signé avant ses annexes\u00a0; la clôture est ici le dernier fichier\n" in said


def test_the_answer_in_json_fits_its_schema(tmp_path: Path) -> None:
    done = called("new", tmp_path / "ecoles", "--from", signed(tmp_path), "--format", "json")
    answer = json.loads(done.stdout)
    assert list(schemas.validator("new").iter_errors(answer)) == []
    assert answer["members"] == ["Commune du Nord", "Syndicat mixte du Grand Est"]
    assert answer["questions"] == []
    assert answer["errors"] == 0


def test_a_title_that_is_given_stands_for_the_one_of_the_act(tmp_path: Path) -> None:
    called("new", tmp_path / "ecoles", "--from", signed(tmp_path), "--title", "Convention des écoles")
    index = (tmp_path / "ecoles/convention/convention.yml").read_text("utf-8")
    assert 'titre: "Convention des écoles"\n' in index
    assert 'site_name: "Convention des écoles"\n' in (tmp_path / "ecoles/mkdocs.yml").read_text("utf-8")


def test_the_readme_says_how_to_go_on_with_a_signed_act(tmp_path: Path) -> None:
    called("new", tmp_path / "ecoles", "--from", signed(tmp_path))
    readme = (tmp_path / "ecoles/README.md").read_text("utf-8")
    assert "clausier import avenant-1.docx" in readme
    assert "inventé" not in readme
    assert "{{" not in readme


def test_the_closing_is_the_last_file_however_many_there_are() -> None:
    articles = "".join(f"Article {n} – Zone {n}\n\nCeci.\n\n" for n in range(1, 100))
    names = sorted(texts(read(f"ACCORD\n\n{articles}Fait à Nord, le 3 mars 2019\n")))
    assert names[0] == "000-ouverture.md"
    assert names[-2:] == ["099-zone-99.md", "999-cloture.md"]


def test_an_annex_is_one_file_with_its_articles() -> None:
    annexes = "Annexe 1 – Règlement\n\nArticle 1\n\nCela.\n\nAnnexe 2 – Plan\n\nLe plan.\n"
    names = list(texts(read(f"ACCORD\n\nArticle 1\n\nCeci.\n\n{annexes}")))
    assert names == ["00-ouverture.md", "01-article-1.md", "02-annexe-1-reglement.md", "03-annexe-2-plan.md"]


def test_a_title_goes_on_in_capitals_where_it_begins_so() -> None:
    assert read("Accord du Nord\n\nLES SALARIÉS\n\nArticle 1\n\nCeci.\n").title == "Accord du Nord"


def test_annexes_may_be_in_files_of_their_own(tmp_path: Path) -> None:
    act, _, annex = SIGNED.partition("ANNEXE 1")
    first, second = signed(tmp_path, act), signed(tmp_path, f"ANNEXE 1{annex}", "annexe.txt")
    called("new", tmp_path / "ecoles", "--from", first, "--from", second)
    home = tmp_path / "ecoles/convention"
    assert {p.name: p.read_text("utf-8") for p in home.glob("*.md")} == FILES
    assert {"convention-signee.txt", "annexe.txt"} <= {p.name for p in home.iterdir()}


# How headings are known


STYLES = "".join(f'<w:style w:styleId="T{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, 4))
NUMBERS = (
    '<w:abstractNum w:abstractNumId="1">'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, text in enumerate(("%1", "%1.%2"))
    )
    + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)


def titled(text: str, level: int, *, numbered: bool = False) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="7"/></w:numPr>' if numbered else ""
    return paragraph(text, f'<w:pStyle w:val="T{level}"/>{number}')


def headings(made: Made) -> list[str]:
    return list(made.headings)


def of_word(folder: Path, body: str) -> Made:
    path = folder / "convention.docx"
    path.write_bytes(word(body, styles=STYLES, numbering=NUMBERS))
    return made_of((read_file(path),), "essai")


def test_the_automatic_numbers_of_a_word_processor_are_those_of_the_articles(tmp_path: Path) -> None:
    body = (
        titled("Statuts", 1)
        + titled("Organes", 1, numbered=True)
        + titled("Bureau", 2, numbered=True)
        + paragraph("Il a trois membres.")
        + titled("Assemblée", 2, numbered=True)
        + paragraph("Elle se réunit.")
        + titled("Durée", 1, numbered=True)
        + paragraph("Un an.")
    )
    made = of_word(tmp_path, body)
    assert headings(made) == ["1 Organes", "  1.1 Bureau", "  1.2 Assemblée", "2 Durée"]
    assert made.title == "Statuts"
    assert texts(made)["01-organes.md"].startswith("# 1 Organes\n\n## 1.1 Bureau\n\nIl a trois membres.\n")


def test_what_has_the_style_of_a_heading_holds_what_is_of_a_deeper_one(tmp_path: Path) -> None:
    body = (
        titled("Règlement intérieur", 1)
        + paragraph("Entre la ville et les usagers")
        + titled("Dispositions générales", 1)
        + titled("Article 1 – Objet", 2)
        + paragraph("Ceci.")
        + titled("Fonctionnement", 1)
        + titled("Article 2 – Bureau", 2)
        + titled("Composition", 3)
        + paragraph("Trois membres.")
    )
    assert headings(of_word(tmp_path, body)) == [
        "Dispositions générales",
        "  Article 1 – Objet",
        "Fonctionnement",
        "  Article 2 – Bureau",
        "    Composition",
    ]


def test_what_alone_has_the_style_of_a_heading_stands_in_no_article_that_has_none(tmp_path: Path) -> None:
    words = paragraph("Accord") + paragraph("Article 1 – Objet") + paragraph("Ceci.")
    body = words + titled("Fonctionnement", 1) + paragraph("Article 2 – Bureau") + paragraph("Cela.")
    assert headings(of_word(tmp_path, body)) == ["Article 1 – Objet", "Fonctionnement", "  Article 2 – Bureau"]


def test_a_letter_below_a_numeral_stands_in_it_though_both_have_one_style(tmp_path: Path) -> None:
    words = ("I. – Objet", "A. – Portée", "II. – Durée")
    body = paragraph("Accord") + "".join(titled(one, 1) + paragraph("Ceci.") for one in words)
    assert headings(of_word(tmp_path, body)) == ["I. – Objet", "  A. – Portée", "II. – Durée"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ACCORD\n\n1. Objet\n\nCeci.\n\n1. acheter ;\n2. vendre.\n\n2. Durée\n\nUn an.\n", ["1. Objet", "2. Durée"]),
        ("PROTOCOLE\n\nI. – Objet\n\nCeci.\n\nA. – Portée\n\nCela.\n\nII. – Durée\n\nUn an.\n", ["I. – Objet", "II. – Durée"]),
        (
            "ACCORD\n\nArticle premier : Objet\n\nCeci.\n\nArticle deux\n\nCela.\n\nARTICLE TROIS – DURÉE\n\nUn an.\n",
            ["Article premier : Objet", "Article deux", "ARTICLE TROIS – DURÉE"],
        ),
        ("ACCORD\n\nARTICLE 1\nOBJET\n\nCeci.\n\nARTICLE 2\nDURÉE\n\nUn an.\n", ["ARTICLE 1 OBJET", "ARTICLE 2 DURÉE"]),
        (
            "ACCORD\n\nArticle 1 – Objet\n\nL’article 2 suit.\n\nArticle 2 de la loi, qui est cité ici.\n\nArticle 2 – Durée\n\nUn an.\n",
            ["Article 1 – Objet", "Article 2 – Durée"],
        ),
        (
            "ACCORD\n\nARTICLE 1\nOBJET\n\n1.1 – Portée\n\nCeci.\n\nARTICLE 2\nDURÉE\n\nUn an.\n",
            ["ARTICLE 1 OBJET", "  1.1 – Portée", "ARTICLE 2 DURÉE"],
        ),
        (
            "Annexe 1 relative aux salaires\n\nArticle 1 – Objet\n\nCeci.\n\nArticle 4 de la loi n° 89-1009\n\nArticle 2 – Fin\n\nFin.\n",
            ["Article 1 – Objet", "Article 2 – Fin"],
        ),
        (
            "ACCORD\n\nArticle 3 – Offres\n\n3-1 Présentation\n\nCeci.\n\n3-1.1 Dépôt\n\nCela.\n\nArticle 3-1 – Retrait\n\nFin.\n",
            ["Article 3 – Offres", "  3-1 Présentation", "    3-1.1 Dépôt", "Article 3-1 – Retrait"],
        ),
        ("ACCORD\n\nARTICLE 1\nOBJET\n\n1.1\n\nC’est ceci.\n\n1.2\n\nC’est cela.\n", ["ARTICLE 1 OBJET", "  1.1", "  1.2"]),
        ("ACCORD\n\nPREMIÈRE PARTIE\n\nArticle 1\n\nCeci.\n\nDEUXIÈME PARTIE\n\nArticle 2\n\nCela.\n",
         ["PREMIÈRE PARTIE", "  Article 1", "DEUXIÈME PARTIE", "  Article 2"]),
        ("ACCORD\n\nTitre I\n\nChapitre 1\n\nArticle 1\n\nCeci.\n\nChapitre 2\n\nArticle 2\n\nCela.\n\nTitre II\n\nArticle 3\n\nFin.\n",
         ["Titre I", "  Chapitre 1", "    Article 1", "  Chapitre 2", "    Article 2", "Titre II", "  Article 3"]),
        (
            f"STATUTS\n\nArticle 1. {LONG}\n\nArticle 2. {LONG}\n\nArticle 4. {LONG}\n",  # a sentence behind each number
            ["Article 1.", "Article 2.", "Article 4."],
        ),
        (
            "STATUTS\n\nArticle 1 Le siège est à Lyon.\n\nArticle 2 Il dure un an.\n\nArticle 4 Les membres votent.\n",
            ["Article 1", "Article 2"],  # a space alone before a sentence: only the next number is one
        ),
        (
            "STATUTS\n\nArticle 1. Le siège est à Lyon.\n\nIl peut changer.\n\nArticle 2. Durée.\n\nUn an.\n",
            ["Article 1.", "Article 2. Durée."],
        ),
        ("ACCORD\n\nArticle 1\n\nCeci.\n\nAnnexe 1 – Règlement\n\nArticle 1\n\nCela.\n\nAnnexe 2\n\nPlan.\n",
         ["Article 1", "Annexe 1 – Règlement", "  Article 1", "Annexe 2"]),
        ("STATUTS\n\nArticle 1 Le siège est à Lyon.\n\nAnnexe 1 – Règlement\n\nArticle 1 Le vote est libre.\n",
         ["Article 1", "Annexe 1 – Règlement", "  Article 1"]),
        ("ACCORD\n\nArticle 1 – Objet\n\nCeci.\n\nArticle 3 Durée\n\nUn an.\n", ["Article 1 – Objet", "Article 3 Durée"]),
        ("ACCORD\n\n2. Durée\n\nUn an.\n\n3. Prix\n\nUn euro.\n", []),  # they do not run on from 1
        ("ACCORD\n\nArticle 1\n\nDurée d’un an\n\nArticle 2\n\nSiège à Nord\n", ["Article 1", "Article 2"]),  # all that they say
        ("ACCORD\n\n1. Objet\n\nCeci.\n\nUn\tdeux\nTrois\tquatre\n\nIII. – Note\n\n2. Durée\n\nUn an.\n", ["1. Objet", "2. Durée"]),
        ("ACCORD\n\n1. Objet\n\n- cahiers\n  - 2. crayons\n\n2. Durée\n\nUn an.\n", ["1. Objet", "2. Durée"]),
    ],
)  # fmt: skip
def test_headings_are_known_by_their_word_or_by_numbers_that_run_on(text: str, expected: list[str]) -> None:
    assert headings(read(text)) == expected


def test_a_table_of_contents_is_left_out_only_where_its_lines_stand_again() -> None:
    listed = "ACCORD\n\nSommaire\n\nArticle 1 – Objet\nArticle 2 – Durée\nArticle 9 – Fin\n\n"
    body = "Article 1 – Objet\n\nCeci.\n\nArticle 2 – Durée\n\nCela.\n\nArticle {} – Fin\n\nFin.\n"
    assert read(listed + body.format(9)).outline.contents == 3
    assert read(listed + body.format(3)).outline.contents == 0
    assert (
        read(listed.replace("Sommaire\n\n", "") + body.format(9)).outline.contents == 0
    )  # it bears no numbers of pages


# What is asked


def test_an_article_that_is_missing_is_asked_about() -> None:
    made = read(SIGNED.replace("Article 2 – Comité\n\n", "Les organes sont les suivants.\n\n"))
    assert asked(made) == [("05-article-3.md", "Article 3 :", "où est l’article 2 ?")]
    assert 'motif: "où est l’article 2 ?"' in texts(made)["05-article-3.md"]
    assert asked(read(f"{SIGNED}\nArticle 5\n\nD’une annexe.\n")) == []


def test_a_number_that_is_missing_among_bare_ones_is_asked_about() -> None:
    made = read("ACCORD\n\n1. Objet\n\nCeci.\n\n2. Durée\n\nCela.\n\n4. Fin\n\nFin.\n")
    assert headings(made) == ["1. Objet", "2. Durée", "4. Fin"]
    assert ("03-fin.md", "4. Fin", "où est l’article 3 ?") in asked(made)


def test_another_line_that_may_be_an_article_by_its_number_alone_is_asked_about() -> None:
    made = read("ACCORD\n\n1. Objet\n\n1. Cahiers\n\n2. Durée\n\nUn an.\n")
    assert headings(made) == ["1. Objet", "2. Durée"]
    assert ("01-objet.md", "1. Cahiers", "cette ligne numérotée est-elle le titre d’un article ?") in asked(made)


def test_a_line_that_may_be_a_title_is_asked_about_where_not_every_article_has_one() -> None:
    made = read("ACCORD\n\nArticle 1\n\nObjet\n\nCeci.\n\nArticle 2\n\nLa durée est d’un an.\n")
    assert [(f, s, w) for f, s, w in asked(made) if f != "convention.yml"] == [
        ("01-article-1.md", "Objet", "est-ce le titre, ou le premier alinéa ?")
    ]
    assert "# Article 1\n\nObjet\n\nCeci.\n" in texts(made)["01-article-1.md"]


def test_whom_an_article_speaks_of_are_no_members_unless_it_says_between_whom_the_convention_is() -> None:
    line = "La Commune du Nord, représentée par son maire, achète."
    assert read(f"ACCORD\n\nArticle 1\n\n{line}\n").members == ()
    assert read(f"ACCORD\n\nArticle 1\n\nIl est constitué entre :\n\n{line}\n").members == ("Commune du Nord",)


def test_a_sentence_that_names_a_member_further_on_is_no_member_and_is_asked_about() -> None:
    line = "Le groupement est formé par la Commune du Nord, représentée par son maire."
    made = read(f"ACCORD\n\nEntre\n\n{line}\n\nArticle 1\n\nCeci.\n")
    assert made.members == ()
    assert ("convention.yml", line, "cette ligne présente-t-elle un membre ?") in asked(made)


def test_members_that_the_opening_does_not_present_are_asked_for(tmp_path: Path) -> None:
    done = called(
        "new",
        tmp_path / "x",
        "--from",
        signed(tmp_path, "ACCORD\n\nArticle 1\n\nCeci.\n\nFait à Nord, le 3 mars 2019\n"),
    )
    assert done.exit_code == 1
    said = "qui sont les membres ne se lit pas dans l’ouverture\u00a0; si l’acte n’en nomme aucun, retirer la question"
    assert f"? convention.yml\u00a0: parties ({said})\n" in done.stdout
    _, found = compile_project(tmp_path / "x")
    assert [(d.code.id, d.span.path) for d in found] == [("AMD122", "convention/convention.yml")]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("La présente convention entre en vigueur le 1er mars 2018.", "en-vigueur: 2018-03-01\n"),
        ("La convention prend effet à compter du 1er mars 2018.", "en-vigueur: 2018-03-01\n"),
        ("La présente convention entre en vigueur à sa signature.", ""),
        ("La présente convention entre en vigueur le 12 février 2018.", ""),  # the day of its signature
        ("Le règlement entre en vigueur le 1er mars 2018.", ""),
    ],
)
def test_the_day_on_which_the_act_says_that_it_takes_effect_is_its_own(sentence: str, line: str) -> None:
    made = read(SIGNED.replace("La présente convention est conclue jusqu’au 11 février 2021.", sentence))
    index = made.files["convention.yml"].decode()
    assert line in index
    assert ("en-vigueur" in index) is bool(line)
    assert asked(made) == []


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("La présente convention est conclue jusqu’au 31 décembre 2021.", "jusqu-au: 2021-12-31\n"),
        ("La présente convention prend fin le 31 décembre 2021.", "jusqu-au: 2021-12-31\n"),
        ("La convention prend effet le 1er mars 2018. Elle est conclue pour trois ans.", "jusqu-au: 2021-02-28\n"),
        ("La présente convention est conclue pour trois ans.", ""),  # 11 or 12 February 2021: a check asks
        # Likewise: it is the contract that begins in March.
        ("La convention est conclue pour trois ans. Le marché prend effet à compter du 1er mars 2019.", ""),
        ("La présente convention prend fin le 12 février 2021.", ""),
        ("La présente convention est conclue pour trois ans à compter de sa notification.", ""),
        ("La convention est conclue jusqu’au 31 décembre 2021. Elle est tacitement reconduite.", ""),
        ("Le marché est conclu jusqu’au 31 décembre 2021.", ""),
    ],
)
def test_the_last_day_of_the_convention_is_that_which_its_words_give_and_no_other(sentence: str, line: str) -> None:
    made = read(SIGNED.replace("La présente convention est conclue jusqu’au 11 février 2021.", sentence))
    index = made.files["convention.yml"].decode()
    assert line in index
    assert ("jusqu-au" in index) is bool(line)
    assert asked(made) == []


def test_who_represents_a_member_may_stand_on_a_line_of_its_own() -> None:
    opening = "Entre\n\nLa Commune du Nord\n\nreprésentée par Madame Une, maire,\n\net\n\nL’Association de l’Est, représentée par sa présidente."
    made = read(f"ACCORD\n\n{opening}\n\nIl est convenu :\n\nArticle 1\n\nCeci.\n")
    assert made.members == ("Commune du Nord", "Association de l’Est")
    assert asked(made) == []
    assert read("Représentés par leurs maires\n\nArticle 1\n\nCeci.\n").members == ()  # who, nothing says


def test_items_stand_in_the_item_that_a_colon_leads_to_them(tmp_path: Path) -> None:
    listed = "1° le sol ;\n2° les conduites :\na) d’eau ;\nb) de gaz :\n– haut ;\n– bas ;\n3° le hall ;\n– le reste."
    text = f"RÈGLEMENT\n\nArticle 1 – Parties\n\nSont communs :\n{listed}\n"
    made = made_of((read_file(signed(tmp_path, text)),), "essai")
    assert texts(made)["01-parties.md"].split("\n\n")[2] == (
        "- 1° le sol ;\n- 2° les conduites :\n  - a) d’eau ;\n  - b) de gaz :\n    - haut ;\n    - bas ;\n- 3° le hall ;\n- le reste.\n"
    )


def test_the_first_article_may_say_who_the_members_are() -> None:
    listed = "― l’Etat, représenté par le ministre ;\n― la ville de Nord ;\n― l’association dénommée « Eau » ;"
    rest = (
        "un groupement régi par la présente convention.\n\nArticle 2\n\nLa ville, représentée par son maire, préside.\n"
    )
    made = read(f"ACCORD\n\nArticle 1er\n\nIl est constitué entre :\n\n{listed}\n\n{rest}")
    assert made.members == ("Etat", "Ville de Nord")
    assert asked(made) == [
        ("convention.yml", "l’association dénommée « Eau » ;", "cette ligne présente-t-elle un membre ?")
    ]
    assert (
        "Il est constitué entre :\n\n- l’Etat, représenté par le ministre ;\n- la ville"
        in texts(made)["01-article-1er.md"]
    )


def test_a_line_that_may_present_a_member_is_asked_about() -> None:
    opening = "Entre\n\nLa Commune du Nord, représentée par Madame Une ;\n\nLa Commune du Sud, son siège au Sud ;\n\nd’autre part,"
    made = read(f"ACCORD\n\n{opening}\n\nIl est convenu :\n\nLa suite.\n\nArticle 1\n\nCeci.\n")
    assert made.members == ("Commune du Nord",)
    assert asked(made) == [
        ("convention.yml", "La Commune du Sud, son siège au Sud ;", "cette ligne présente-t-elle un membre ?")
    ]


def test_a_day_of_effect_that_is_not_certain_is_asked_for() -> None:
    sentence = "La présente convention entre en vigueur quand elle est publiée au recueil des actes administratifs."
    made = read(SIGNED.replace("La présente convention est conclue jusqu’au 11 février 2021.", sentence))
    assert asked(made) == [("convention.yml", sentence, "l’entrée en vigueur n’est pas certaine")]


def test_a_day_of_signature_that_the_act_does_not_say_is_left_to_be_written(tmp_path: Path) -> None:
    done = called(
        "new", tmp_path / "ecoles", "--from", signed(tmp_path, SIGNED.replace("le 12 février 2018", "le")), code=1
    )
    assert "il manque la clé «\u00a0signature\u00a0»" in done.stdout
    compiled, found = compile_project(tmp_path / "ecoles")
    assert compiled is not None
    assert not compiled.sound
    assert {d.code.id for d in found if d.severity == "error"} == {"SRC402"}


def test_what_cannot_be_written_as_it_stands_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "blocks_markdown", lambda blocks: ["Ceci."] if blocks else [])
    why = "ce passage n’a pas pu être écrit à l’identique\u00a0: le comparer avec source.txt"
    assert ("01-objet.md", "Article 1 – Objet", why) in asked(read("ACCORD\n\nArticle 1 – Objet\n\nCela.\n"))


def test_a_doubt_of_the_reader_is_written_in_the_file_that_has_the_words(tmp_path: Path) -> None:
    struck = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Deux ans.</w:t></w:r></w:p>"
    made = of_word(tmp_path, paragraph("ACCORD") + paragraph("Article 1 – Durée") + struck)
    assert ("01-duree.md", "Deux ans.", "texte barré") in asked(made)


# What is refused


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chère Madame,\n\nVoici la convention.\n", "aucun article n’est reconnu"),
        ("Article 1 – Objet\n\nCeci.\n", "donner son titre avec --title"),
    ],
)
def test_what_holds_no_convention_is_refused_and_nothing_is_made(tmp_path: Path, text: str, said: str) -> None:
    done = called("new", tmp_path / "x", "--from", signed(tmp_path, text), code=1)
    assert said in done.stderr
    assert not (tmp_path / "x").exists()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = called("new", tmp_path / "x", "--from", tmp_path / "rien.docx", code=2)
    assert "il n’y a pas de fichier" in done.stderr
    assert not (tmp_path / "x").exists()


# Nothing is lost


LINES = (
    "Titre I – Règles", "Chapitre 2", "Article 1 – Objet", "Article 2", "Article 2 : Le siège est à Nord.", "2.1 – Bureau", "2.2 Comité",
    "Annexe 1", "Annexe – Plan", "Préambule", "OBJET", "Le comité se réunit.", "- un tiret ;", "1° Un point ;", "a) Une lettre ;",
    "1. Premier", "2. Second", "Un\tdeux\nTrois\tquatre", "Fait à Nord, le 3 mars 2019", "Sommaire", "« Article 3 – Cité »",
    "# dièse", "* astérisque _souligné_ [crochet] <chevron> \\ | ~ &amp;", "12 communes", "§ 3", "---", "> citation",
)  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12))
def test_every_word_of_any_act_is_in_the_files_in_its_order(lines: list[str]) -> None:
    made = read("\n\n".join(["ACCORD", *lines]) + "\n")
    files = sorted(texts(made).items())
    words = "".join(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL) for _, text in files)
    expected = made.files["source.txt"].decode() if "source.txt" in made.files else ""
    assert letters(words) == letters(expected)


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
