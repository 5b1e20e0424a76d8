"""`clausier import --as convention`: the signed file of a convention whose words were missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.calling import answer_of, called
from support.projects import written

INDEX = """\
# Le texte de 2020 manque.
id: jardin
titre: Convention du jardin partagé
signature: 2020-01-06
complète: non
parties:
  - {id: nord, nom: Commune du Nord}
  - {id: sud, nom: Commune du Sud}
"""
MISSING = "---\nnon-disponible: le classeur n’a pas été retrouvé\n---\n"
PROJECT = {
    "convention/convention.yml": INDEX,
    "convention/01-article-1.md": f"{MISSING}# Article 1\n",
    "convention/02-bureau.md": f"{MISSING}# Article 2 – Bureau\n\n## 2.1\n\n## 2.2\n",
    "convention/03-duree.md": "# Article 3 – Durée\n\nLa convention dure dix ans.\n",
    "amendments/1/avenant.yml": "titre: Avenant n° 1\nsignature: 2021-03-01\nen-vigueur: signature\nid: avenant-1\n",
    "amendments/1/01.md": (
        '---\nopérations: [{remplacer: "2.2, al. 2"}]\n---\n# Article 1\n\n'
        "Le deuxième alinéa de l’article 2.2 est ainsi rédigé :\n\n> « Il rend compte chaque mois. »\n"
    ),
}
SIGNED = """\
Convention du jardin partagé

Entre

La Commune du Nord, représentée par Madame Une, maire ;
La Commune du Sud, représentée par Monsieur Deux, maire ;

Article 1 – Objet

Le jardin est ouvert aux écoles.

Article 2 – Bureau

2.1 – Composition

Le bureau compte trois membres.

2.2 – Réunions

Le bureau se réunit chaque mois.

Il rend compte chaque année.

Article 3 – Durée

La convention dure dix ans.

Article 4 – Frais

Les frais sont partagés.

Fait à Nord, le 6 janvier 2020
"""


def project(folder: Path, **changed: str) -> Path:
    """The project, with other words in the files that are named by their stem."""
    files = {path: changed.get(Path(path).stem.replace("-", "_"), text) for path, text in PROJECT.items()}
    return written(folder / "projet", files)


def found(folder: Path, where: Path, text: str = SIGNED, code: int = 1) -> str:
    """What the command says of that text."""
    path = folder / "convention-2020.txt"
    path.write_text(text, encoding="utf-8")
    return called("import", path, "--as", "convention", project=where, code=code).words


def convention(where: Path) -> dict[str, str]:
    """The files of the convention."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((where / "convention").iterdir())}


def test_its_words_are_written_where_they_were_missing_and_nowhere_else(tmp_path: Path) -> None:
    where = project(tmp_path)
    told = found(tmp_path, where)
    files = convention(where)
    assert files["01-article-1.md"] == "# Article 1 – Objet\n\nLe jardin est ouvert aux écoles.\n"
    assert files["02-bureau.md"] == (
        "# Article 2 – Bureau\n\n## 2.1 – Composition\n\nLe bureau compte trois membres.\n\n"
        "## 2.2 – Réunions\n\nLe bureau se réunit chaque mois.\n\nIl rend compte chaque année.\n"
    )
    assert files["03-duree.md"] == PROJECT["convention/03-duree.md"]
    assert files["04-frais.md"] == "# Article 4 – Frais\n\nLes frais sont partagés.\n"
    assert files["99-cloture.md"] == "Fait à Nord, le 6 janvier 2020\n"
    assert set(files) == {
        *("00-ouverture.md", "01-article-1.md", "02-bureau.md", "03-duree.md", "04-frais.md", "99-cloture.md"),
        *("convention.yml", "source.txt"),
    }
    assert files["source.txt"] == SIGNED
    assert files["convention.yml"].startswith(INDEX)
    assert "03-duree.md : Article 3 – Durée\n  – laissé tel quel\n" in told
    assert told.endswith("Fichiers écrits : 7, articles laissés tels quels : 1 ; questions : 1.\n")


def test_the_amendments_apply_to_the_words_found(tmp_path: Path) -> None:
    where = project(tmp_path)
    assert (
        "REF103" in called("check", project=where, code=1).words
    )  # whether article 2.2 had a second alinéa is not known
    found(tmp_path, where)
    index = where / "convention/convention.yml"
    index.write_text(
        index.read_text(encoding="utf-8").partition("questions:")[0].replace("complète: non\n", ""), "utf-8"
    )
    assert called("check", project=where).exit_code == 0
    said = called("show", "2.2", "--at", "2021-03-01", project=where).stdout
    assert "Le bureau se réunit chaque mois." in said
    assert "Il rend compte chaque mois." in said
    assert "chaque année" not in said


def test_whether_the_act_is_whole_is_for_a_person_to_say(tmp_path: Path) -> None:
    where = project(tmp_path)
    found(tmp_path, where)
    assert convention(where)["convention.yml"].endswith(
        "questions:\n"
        '  - phrase: "complète: non"\n'
        '    motif: "si l’acte reçu est entier, retirer « complète: non » avec cette question"\n'
    )
    assert "AMD122" in called("check", project=where, code=1).words


def test_what_the_act_and_the_project_do_not_both_say_is_asked(tmp_path: Path) -> None:
    index = (
        INDEX.replace("complète: non\n", "").replace("2020-01-06", "2020-01-16")
        + "  - {id: est, nom: Commune de l’Est}\n"
    )
    where = project(tmp_path, convention=index.replace("du jardin partagé", "des jardins"))
    text = SIGNED.replace("Article 4", "La Commune de l’Ouest\n\nArticle 4").replace(
        "Article 1 – Objet",
        "La Commune de l’Ouest, représentée par Madame Trois, maire ;\n\nLes écoles du canton ;\n\nArticle 1 – Objet",
    )
    done = answered(tmp_path, where, text)
    assert [(q["sentence"], q["why"]) for q in done["questions"]] == [
        ("Convention du jardin partagé", "l’acte reçu a un autre titre que la fiche"),
        ("signature : 2020-01-06", "l’acte reçu ne dit pas cela comme la fiche"),
        ("Commune de l’Ouest", "l’acte reçu présente comme membre ce que la fiche n’a pas"),
        ("Commune de l’Est", "la fiche a comme membre ce qui ne se lit pas dans l’ouverture de l’acte reçu"),
        ("Les écoles du canton ;", "cette ligne présente-t-elle un membre ?"),
    ]


def test_members_of_whom_the_act_names_none_are_not_asked_about(tmp_path: Path) -> None:
    done = answered(tmp_path, project(tmp_path), SIGNED[SIGNED.index("Article 1") :])
    assert [q["sentence"] for q in done["questions"]] == ["complète: non"]
    assert done["title"] == "Convention du jardin partagé"  # nor does it say its title


def test_members_whom_neither_the_act_nor_the_project_names_are_asked_for(tmp_path: Path) -> None:
    where = project(tmp_path, convention=INDEX.partition("parties")[0])
    done = answered(tmp_path, where, SIGNED[SIGNED.index("Article 1") :])
    assert [q["sentence"] for q in done["questions"]] == ["parties", "complète: non"]


def test_members_whom_the_act_alone_names_are_written(tmp_path: Path) -> None:
    where = project(tmp_path, convention=INDEX.partition("parties")[0])
    found(tmp_path, where)
    assert (
        "\nparties:\n  - {id: commune-du-nord, nom: Commune du Nord}\n  - {id: commune-du-sud, nom: Commune du Sud}\n"
        in convention(where)["convention.yml"]
    )


def test_the_day_since_which_and_the_last_are_written_where_only_the_act_says_them(tmp_path: Path) -> None:
    where = project(tmp_path)
    found(tmp_path, where, SIGNED.replace("Les frais sont partagés.", "La convention prend effet le 1er février 2020."))
    # Of ten years.
    assert convention(where)["convention.yml"].startswith(
        f"{INDEX}en-vigueur: 2020-02-01\njusqu-au: 2030-01-31\nreçu:\n"
    )


def answered(folder: Path, where: Path, text: str = SIGNED) -> dict[str, Any]:
    """The answer in JSON, which fits its schema."""
    path = folder / "c.txt"
    path.write_text(text, encoding="utf-8")
    found: dict[str, Any] = answer_of("import", path, "--as", "convention", project=where, code=1)
    return found


def test_an_article_that_the_act_does_not_have_stays_and_is_asked_about(tmp_path: Path) -> None:
    where = project(tmp_path)
    told = found(
        tmp_path, where, SIGNED.replace("2.1 – Composition\n\n", "").replace("Article 3 – Durée", "Article 5 – Fin")
    )
    assert "? convention.yml : Article 3 – Durée (cela ne se lit pas dans l’acte reçu" in told
    assert "? convention.yml : 2.1 (cela ne se lit pas" in told
    assert "04-fin.md : Article 5 – Fin\n  ? Article 5 – Fin (où sont les articles 3 à 4 ?)\n" in told
    assert list(convention(where))[:5] == [
        "00-ouverture.md",
        "01-article-1.md",
        "02-bureau.md",
        "03-duree.md",
        "04-fin.md",
    ]


def test_an_article_typed_in_part_is_completed_where_its_words_are_those_of_the_act(tmp_path: Path) -> None:
    typed = f"{MISSING}# Article 2 – Bureau\n\n## 2.1\n\nLe bureau compte trois membres.\n\n## 2.2\n"
    where = project(tmp_path, **{"02_bureau": typed.replace("non-dis", "note: au mur du local\nnon-dis", 1)})
    found(tmp_path, where)
    text = convention(where)["02-bureau.md"]
    assert text.startswith(
        "---\nnote: au mur du local\n---\n# Article 2 – Bureau\n\n## 2.1 – Composition\n\nLe bureau compte trois"
    )
    assert "Il rend compte chaque année." in text


def test_an_article_typed_in_part_with_other_words_stays_with_a_question(tmp_path: Path) -> None:
    typed = f"{MISSING}# Article 2 – Bureau\n\n## 2.1\n\nLe bureau compte six membres.\n\n## 2.2\n"
    where = project(tmp_path, **{"02_bureau": typed})
    told = found(tmp_path, where)
    assert "? Article 2 – Bureau (une partie de cet article est saisie avec d’autres mots" in told
    text = convention(where)["02-bureau.md"]
    assert text.startswith('---\nquestions:\n  - phrase: "Article 2 – Bureau"\n')
    assert text.endswith(typed.removeprefix("---\n"))


def test_what_was_typed_keeps_its_layout(tmp_path: Path) -> None:
    typed = "#  Article 3 – Durée\n\n\nLa convention dure dix ans.\n\n"
    where = project(tmp_path, **{"03_duree": typed})
    found(tmp_path, where)
    assert convention(where)["03-duree.md"] == typed


def test_an_opening_that_was_typed_stays_and_an_empty_file_is_filled(tmp_path: Path) -> None:
    typed = {"convention/00-ouverture.md": "Entre le Nord et le Sud\n", "convention/99-cloture.md": ""}
    where = written(project(tmp_path), typed)
    found(tmp_path, where)
    assert convention(where)["00-ouverture.md"] == "Entre le Nord et le Sud\n"
    assert convention(where)["99-cloture.md"] == "Fait à Nord, le 6 janvier 2020\n"


def test_a_first_article_that_the_act_does_not_have_stays_behind_its_opening(tmp_path: Path) -> None:
    where = project(tmp_path)
    found(tmp_path, where, SIGNED.replace("Article 1 – Objet\n\nLe jardin est ouvert aux écoles.\n\n", ""))
    assert list(convention(where))[:3] == ["00-ouverture.md", "01-article-1.md", "02-bureau.md"]


def test_files_get_other_numbers_only_where_the_act_has_something_between_them(tmp_path: Path) -> None:
    where = project(tmp_path)
    text = SIGNED.replace("Article 1 –", "TITRE I – RÈGLES\n\nArticle 1 –")
    found(tmp_path, where, text)
    files = convention(where)
    assert list(files)[:7] == [
        *("00-ouverture.md", "01-titre-i-regles.md", "02-article-1.md", "03-bureau.md", "04-duree.md", "05-frais.md"),
        "99-cloture.md",
    ]
    assert files["02-article-1.md"].startswith("## Article 1 – Objet\n")
    # What was typed stands in the title as well.
    assert files["04-duree.md"] == "## Article 3 – Durée\n\nLa convention dure dix ans.\n"


def test_files_whose_numbers_leave_room_keep_them(tmp_path: Path) -> None:
    where = project(tmp_path)
    for path in (where / "convention").glob("*.md"):
        path.rename(path.with_name(f"{path.name[1]}0{path.name[2:]}"))
    found(tmp_path, where, SIGNED.replace("Article 4 – Frais\n\nLes frais sont partagés.\n\n", ""))
    assert list(convention(where))[:4] == ["00-ouverture.md", "10-article-1.md", "20-bureau.md", "30-duree.md"]


def test_errors_that_the_words_found_bring_to_light_are_told(tmp_path: Path) -> None:
    where = project(tmp_path)
    text = SIGNED.replace("Il rend compte chaque année.\n\n", "")
    done = answered(tmp_path, where, text)
    assert done["errors"] == 1  # article 2.2 has no second alinéa
    assert "erreur[REF" in called("check", project=where, code=1).words


def test_the_answer_in_json_is_as_its_schema_has_it(tmp_path: Path) -> None:
    done = answered(tmp_path, project(tmp_path))
    assert done["folder"] == "convention"
    assert [(a["file"], a["without"]) for a in done["articles"]][2:4] == [
        ("02-bureau.md", None),
        ("03-duree.md", "déjà saisi, laissé tel quel"),
    ]


def test_a_second_time_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    where = project(tmp_path)
    found(tmp_path, where)
    before = convention(where)
    path = tmp_path / "autre.txt"
    path.write_text(SIGNED, encoding="utf-8")
    said = called("import", path, "--as", "convention", project=where, code=1).stderr
    assert "la convention vient déjà d’un acte reçu" in said
    assert convention(where) == before


def test_a_file_of_that_name_is_not_written_over(tmp_path: Path) -> None:
    where = project(tmp_path)
    (where / "convention/source.txt").write_text("notes\n", encoding="utf-8")
    path = tmp_path / "c.txt"
    path.write_text(SIGNED, encoding="utf-8")
    said = called("import", path, "--as", "convention", project=where, code=1).stderr
    assert "convention/source.txt existe déjà" in said
    assert set(convention(where)) == {"01-article-1.md", "02-bureau.md", "03-duree.md", "convention.yml", "source.txt"}


def test_where_there_is_no_convention_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.write_text(SIGNED, encoding="utf-8")
    assert called("import", path, "--as", "convention", project=tmp_path, code=1).stderr
    assert not (tmp_path / "convention").exists()
