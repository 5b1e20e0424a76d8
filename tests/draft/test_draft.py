"""Edits of a text, and the amendment that a drafter would write for them: its French, its operations, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from clausier.author.draft.draft import draft, start
from clausier.compile import compile_project
from clausier.diagnostics import Refused
from draft.papers import Edit, drafted, laid, remove, replacing, write
from support.calling import answer_of, called
from support.projects import ROOT, copied, reworded, sound

ARTICLES = {
    "01-objet.md": "# Article 1 – Objet\n\nLe groupement achète du papier. Il se réunit à Reims.\n\nIl dure trois ans.\n\n"
    "Ses comptes sont publics.\n",
    "02-membres.md": "# Article 2 – Membres\n\nLes membres sont :\n\n- la commune A ;\n- la commune B ;\n- le syndicat C.\n\n"
    "Chacun a une voix.\n\n| Membre | Voix |\n| --- | --- |\n| A | 1 |\n| B | 2 |\n",
    "03-comite.md": "# Article 3 – Comité\n\nLe comité décide.\n\n## 3.1 – Réunions\n\nIl se réunit deux fois par an.\n\n"
    "## 3.2 – Votes\n\nIl vote à main levée.\n",
    "04-duree.md": "# Article 4 – Durée\n\nLa convention dure quatre ans.\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return laid(tmp_path, ARTICLES)


# What a drafter writes, by the guides; worked out by hand.
@pytest.mark.parametrize(
    ("edit", "sentence", "operation"),
    [
        (
            replacing("01-1.md", ("trois ans", "cinq ans")),
            "Au deuxième alinéa de l’article 1er, le mot « trois » est remplacé par le mot « cinq ».",
            '- remplacer-mots: "1, al. 2"\n    mots: "trois"\n    par: "cinq"',
        ),
        (
            replacing("01-1.md", ("Il dure trois ans.\n\n", "")),
            "Le deuxième alinéa de l’article 1er est supprimé.",
            '- supprimer: "1, al. 2"',
        ),
        (
            replacing(
                "01-1.md", ("Il dure trois ans.", "La durée du groupement n’est pas limitée par le présent texte.")
            ),
            (
                "Le deuxième alinéa de l’article 1er est ainsi rédigé :\n\n"
                "> « La durée du groupement n’est pas limitée par le présent texte. »"
            ),
            '- remplacer: "1, al. 2"',
        ),
        (
            replacing("01-1.md", ("Il dure trois ans.\n", "Il dure trois ans.\n\nIl peut être prolongé.\n")),
            "Après le deuxième alinéa de l’article 1er, il est inséré un alinéa ainsi rédigé :\n\n> « Il peut être prolongé. »",
            '- insérer-après: "1, al. 2"',
        ),
        (
            replacing("01-1.md", ("publics.\n", "publics.\n\nIls sont affichés.\n")),
            "L’article 1er est complété par un alinéa ainsi rédigé :\n\n> « Ils sont affichés. »",
            '- compléter: "1"',
        ),
        (
            replacing("01-1.md", ("– Objet\n\n", "– Objet\n\nEn bref :\n\n")),
            "Avant le premier alinéa de l’article 1er, il est inséré un alinéa ainsi rédigé :\n\n> « En bref : »",
            '- insérer-avant: "1, al. 1"',
        ),
        (
            replacing("01-1.md", ("– Objet", "– Objet du groupement")),
            "L’intitulé de l’article 1er est ainsi rédigé : « Objet du groupement ».",
            '- renommer: "1"\n    intitulé: Objet du groupement',
        ),
        (
            replacing("02-2.md", ("- la commune B ;\n", "")),
            "Le troisième alinéa de l’article 2 est supprimé.",
            '- supprimer: "2, al. 3"',
        ),
        (
            replacing("02-2.md", ("| B | 2 |", "| B | 3 |")),
            "À la ligne « B » du tableau de l’article 2, le nombre « 2 » est remplacé par le nombre « 3 ».",
            '- remplacer-mots: "2, tableau, ligne \\"B\\""\n    mots: "2"\n    par: "3"',
        ),
        (
            replacing("02-2.md", ("| B | 2 |", "| C | 2 |")),
            "La ligne « B » du tableau de l’article 2 est ainsi rédigée :",
            '- remplacer-ligne: "2, tableau, ligne \\"B\\""',
        ),
        (
            replacing("03-3.md", ("\n## 3.2 – Votes\n\nIl vote à main levée.\n", "")),
            "L’article 3.2 est abrogé.",
            '- abroger: "3.2"',
        ),
        (
            replacing("03-3.md", ("\n## 3.2", "\n## 3.1 bis – Lieu\n\nÀ Metz.\n\n## 3.2")),
            "Après l’article 3.1, il est inséré un article 3.1 bis ainsi rédigé :\n\n> ### « 3.1 bis – Lieu\n>\n> À Metz. »",
            '- insérer-après: "3.1"',
        ),
        (remove("04-4.md"), "L’article 4 est abrogé.", '- abroger: "4"'),
        (
            write("02bis.md", "# Article 2 bis – Retrait\n\nLibre.\n"),
            "Après l’article 2, il est inséré un article 2 bis ainsi rédigé :\n\n> ### « Article 2 bis – Retrait\n>\n> Libre. »",
            '- insérer-après: "2"',
        ),
        (
            replacing(
                "04-4.md", ("La convention dure quatre ans.", "Elle prend fin avec le marché, sauf décision contraire.")
            ),
            "L’article 4 est ainsi rédigé :\n\n> « Elle prend fin avec le marché, sauf décision contraire. »",
            '- remplacer: "4"',
        ),
    ],
)
def test_an_edit_is_ordered_as_a_drafter_would(project: Path, edit: Edit, sentence: str, operation: str) -> None:
    (article,) = drafted(project, edit)
    assert sentence in article
    assert operation in article


def test_several_edits_of_an_article_are_one_article_that_counts_lines_as_they_stand(project: Path) -> None:
    (article,) = drafted(
        project,
        replacing("01-1.md", ("Le groupement achète", "Le groupement commande"), ("Il dure trois ans.\n\n", "")),
        replacing("01-1.md", ("comptes sont publics", "comptes sont affichés")),
    )
    assert '- supprimer: "1, al. 2"\n    dit: "Le deuxième alinéa"' in article
    assert '- remplacer-mots: "1, al. 3"\n    mots: "publics"\n    par: "affichés"\n    lecture: avant' in article


def test_what_is_typed_otherwise_and_says_the_same_is_no_edit(project: Path) -> None:
    assert drafted(project, replacing("01-1.md", ("Le groupement achète", "Le groupement  achète"))) == []


def test_the_amendment_is_a_draft_that_does_what_was_edited(project: Path) -> None:
    drafted(project, replacing("01-1.md", ("trois ans", "cinq ans")))
    plain, _ = compile_project(project)
    applied, found = compile_project(project, drafts=["avenant-1"])
    assert plain is not None
    assert applied is not None
    assert [d for d in found if d.severity == "error"] == []
    article = next(p for p in applied.timeline.latest.document.walk() if p.number == "1")
    assert article.alineas[1].text.chars == "Il dure cinq ans."
    assert plain.timeline.latest.document != applied.timeline.latest.document
    index = (project / "amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert index == "id: avenant-1\ntitre: Avenant n°\u00a01\nétat: projet\n"


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (replacing("04-4.md", ("La convention dure quatre ans.\n", "")), "il n’a plus de texte"),
        (
            # One that is reworded whole, a part of which has lost its words.
            replacing(
                "03-3.md",
                ("Comité", "Comité annuel"),
                ("Le comité décide.\n\n", ""),
                ("Il se réunit deux fois par an.", "Sans délai.\n\nPar écrit, chaque membre."),
                ("Il vote à main levée.\n", ""),
            ),
            "3.2 – Votes : il n’a plus de texte",
        ),
        (replacing("04-4.md", ("La convention", "<b>La</b> convention")), "04-4.md, ligne 3"),
        (replacing("03-3.md", ("## 3.1", "# 3.1")), "un fichier du brouillon tient un article et un seul"),
        (
            write("05.md", "# Annexe 1\n\nPlan.\n"),
            "seul un article numéroté peut être ajouté",
        ),
        (write(".base.json", "{}"), "a changé depuis"),
    ],
)
def test_an_edit_that_cannot_be_ordered_is_refused_and_nothing_is_written(project: Path, edit: Edit, why: str) -> None:
    with pytest.raises(Refused) as refused:
        drafted(project, edit, replacing("01-1.md", ("trois ans", "cinq ans")))
    assert why in refused.value.message.fr.replace("\u00a0", " ")
    assert refused.value.message.en
    assert list((project / "amendments/avenant-1").glob("*.md")) == []


def test_a_text_that_has_changed_meanwhile_is_not_amended_unawares(project: Path) -> None:
    start(project, "avenant-2")
    folder = project / "amendments/avenant-1"
    folder.mkdir()
    (folder / "avenant.yml").write_text("id: avenant-1\ntitre: A\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n")
    (folder / "01.md").write_text(
        '---\nopérations: [{supprimer: "1, al. 2"}]\n---\n# Article 1\n\nLe deuxième alinéa de l’article 1er est supprimé.\n'
    )
    with pytest.raises(Refused, match="has changed since"):
        draft(project, "avenant-2")


def test_words_that_nobody_has_are_not_amended(tmp_path: Path) -> None:
    copied(tmp_path)
    start(tmp_path, "avenant-2")
    file = tmp_path / "amendments/avenant-2/brouillon/07-7.md"
    reworded(file, "*[Texte non disponible", "*[Texte retrouvé")
    with pytest.raises(Refused, match="words that are not available"):
        draft(tmp_path, "avenant-2")


def test_a_reworded_sentence_of_an_unchanged_operation_stays(project: Path) -> None:
    drafted(project, replacing("01-1.md", ("trois ans", "cinq ans")), replacing("04-4.md", ("quatre", "six")))
    folder = project / "amendments/avenant-1"
    first, second = sorted(folder.glob("*.md"))
    by_hand = first.read_text(encoding="utf-8").replace(
        "Au deuxième alinéa de l’article 1er,", "À l’article 1er, au deuxième alinéa,"
    )
    first.write_text(by_hand, encoding="utf-8")
    replacing("04-4.md", ("six", "sept"))(folder / "brouillon")
    done = draft(project, "avenant-1")
    assert done.kept == (first.name,)
    assert done.written == (second.name,)
    assert first.read_text(encoding="utf-8") == by_hand
    assert "« sept »" in second.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert draft(project, "avenant-1").kept == (first.name,)


def test_a_line_of_a_list_that_was_reworded_stays(project: Path) -> None:
    drafted(
        project,
        replacing("01-1.md", ("achète", "commande"), ("trois ans", "cinq ans")),
        replacing("04-4.md", ("quatre", "six")),
    )
    folder = project / "amendments/avenant-1"
    first = min(folder.glob("*.md"))
    assert "\n1° Au premier alinéa, le mot" in first.read_text(encoding="utf-8")
    by_hand = first.read_text(encoding="utf-8").replace("1° Au premier alinéa, le mot", "1° À l’alinéa 1, le terme")
    first.write_text(by_hand, encoding="utf-8")
    replacing("04-4.md", ("six", "sept"))(folder / "brouillon")
    assert draft(project, "avenant-1").kept == (first.name,)
    assert first.read_text(encoding="utf-8") == by_hand
    # A third change of the article is an operation more: what was reworded is not overwritten.
    replacing("01-1.md", ("publics", "affichés"))(folder / "brouillon")
    with pytest.raises(Refused, match="was changed by hand"):
        draft(project, "avenant-1")


def test_a_sentence_changed_by_hand_is_not_overwritten_where_its_operation_changes(project: Path) -> None:
    drafted(project, replacing("01-1.md", ("trois ans", "cinq ans")))
    folder = project / "amendments/avenant-1"
    (file,) = folder.glob("*.md")
    by_hand = file.read_text(encoding="utf-8").replace(
        "Au deuxième alinéa de l’article 1er,", "À l’article 1er, au deuxième alinéa,"
    )
    file.write_text(by_hand, encoding="utf-8")
    replacing("01-1.md", ("cinq ans", "huit ans"))(folder / "brouillon")
    with pytest.raises(Refused, match="was changed by hand"):
        draft(project, "avenant-1")
    assert file.read_text(encoding="utf-8") == by_hand


def test_an_edit_taken_back_takes_its_article_away(project: Path) -> None:
    drafted(project, replacing("01-1.md", ("trois ans", "cinq ans")), replacing("04-4.md", ("quatre", "six")))
    folder = project / "amendments/avenant-1"
    replacing("01-1.md", ("cinq ans", "trois ans"))(folder / "brouillon")
    done = draft(project, "avenant-1")
    assert done.changed == 1
    assert len(done.removed) >= 1
    assert [
        "Article 1er – Modification de l’article 4" in f.read_text(encoding="utf-8") for f in folder.glob("*.md")
    ] == [True]


RENUMBERED = (
    replacing("04-4.md", ("Article 4", "Article 5")),
    write("03bis.md", "# Article 4 – Budget\n\nIl est voté.\n"),
)


def test_words_that_come_first_are_put_before_those_that_follow(tmp_path: Path) -> None:
    line = "Les communes membres achètent ensemble le papier et les fournitures de leurs écoles chaque année.\n"
    root = laid(tmp_path, {**ARTICLES, "04-duree.md": f"# Article 4 – Achats\n\n{line}"})
    article = drafted(root, replacing("04-4.md", ("Les communes", "Toutes Les communes")))[-1]
    assert "À l’article 4, avant le mot « Les », est inséré le mot « Toutes »." in article
    assert '- insérer-mots: "4"\n    mots: "Toutes"\n    avant: Les' in article


@pytest.fixture
def referring(project: Path) -> Path:
    """The project, with an article that refers to those that follow, and to one that is repealed."""
    (project / "convention/02-membres.md").write_text(
        "# Article 2 – Membres\n\nSelon l’article 4 et le deuxième alinéa de l’article 1.\n", encoding="utf-8"
    )
    start(project, "avenant-1")
    for edit in RENUMBERED:
        edit(project / "amendments/avenant-1/brouillon")
    return project


def test_references_to_what_takes_another_number_are_listed(referring: Path) -> None:
    said = run(referring, "avenant-1")
    assert "Renvois que l’avenant laisse derrière lui :" in said
    assert "le renvoi « article 4 » (l’article 2) n’a pas suivi ce qu’il désignait, devenu « article 5 »" in said
    assert "--references" in said
    (reference,) = json.loads(run(referring, "avenant-1", "--format", "json"))["references"]
    assert (reference["words"], reference["now"]) == ("article 4", "article 5")


def test_references_are_amended_where_that_is_asked(referring: Path) -> None:
    told = json.loads(run(referring, "avenant-1", "--references", "--format", "json"))
    assert told["references"] == []
    first = min((referring / "amendments/avenant-1").glob("*.md")).read_text(encoding="utf-8")
    assert '- remplacer-mots: "2"\n    mots: "article 4"\n    par: "article 5"' in first
    compiled = sound(referring, drafts=["avenant-1"])
    article = next(p for p in compiled.timeline.latest.document.walk() if p.number == "2")
    assert article.alineas[0].text.chars == "Selon l’article 5 et le deuxième alinéa de l’article 1."


def test_a_reference_to_what_is_deleted_has_no_new_words(referring: Path) -> None:
    replacing("01-1.md", ("Il dure trois ans.\n\n", ""))(referring / "amendments/avenant-1/brouillon")
    told = json.loads(run(referring, "avenant-1", "--references", "--format", "json"))
    assert [(r["words"], r["now"]) for r in told["references"]] == [("deuxième alinéa de l’article 1", None)]


def dated(project: Path, act: str, day: str, old: str, new: str) -> None:
    """A signed amendment that changes a word of article 4 from that day on."""
    folder = project / f"amendments/{act}"
    folder.mkdir(parents=True)
    (folder / "avenant.yml").write_text(f"id: {act}\ntitre: A\nsignature: 2021-01-01\nen-vigueur: {day}\n")
    (folder / "01.md").write_text(
        f'---\nopérations: [{{remplacer-mots: "4", mots: {old}, par: {new}}}]\n---\n# Article 1\n\n'
        f"À l’article 4, le mot « {old} » est remplacé par le mot « {new} ».\n",
        encoding="utf-8",
    )


def test_a_draft_may_start_from_the_text_of_another_day(project: Path) -> None:
    dated(project, "avenant-1", "2021-06-01", "quatre", "cinq")
    dated(project, "avenant-2", "2099-01-01", "cinq", "sept")
    for act, day, words in (("avenant-7", "2020-06-01", "quatre"), ("avenant-8", "2099-02-01", "sept")):
        run(project, act, "--start", "--at", day)
        folder = project / "amendments" / act
        assert f"dure {words} ans" in (folder / "brouillon/04-4.md").read_text(encoding="utf-8")
        assert f"en-vigueur: {day}\n" in (folder / "avenant.yml").read_text(encoding="utf-8")
        replacing("04-4.md", (words, "huit"))(folder / "brouillon")
        run(project, act)
        (file,) = folder.glob("*.md")
        assert f'mots: "{words}"\n    par: "huit"' in file.read_text(encoding="utf-8")
    compiled = sound(project, drafts=["avenant-8"])
    last = compiled.timeline.versions[-1].document
    assert [p.alineas[0].text.chars for p in last.walk() if p.number == "4"] == ["La convention dure huit ans."]


def test_a_day_without_a_text_for_certain_is_refused(project: Path) -> None:
    assert "aucun texte n’était en vigueur" in run(project, "avenant-9", "--start", "--at", "2019-01-01", code=1)
    folder = project / "amendments/avenant-1"
    folder.mkdir(parents=True)
    (folder / "avenant.yml").write_text(
        "id: avenant-1\ntitre: A\nsignature: 2021-01-01\nen-vigueur: {pas-avant: 2021-01-01, pas-après: 2021-12-31, motif: essai}\n"
    )
    (folder / "01.md").write_text('---\nopérations: [{abroger: "4"}]\n---\n# Article 1\n\nL’article 4 est abrogé.\n')
    assert "indéterminé (convention, avenant-1)" in run(project, "avenant-9", "--start", "--at", "2021-06-01", code=1)
    assert "--at va avec --start" in run(project, "avenant-9", "--at", "2021-06-01", code=2)


def test_the_convention_says_when_to_reword_whole(project: Path) -> None:
    index = project / "convention/convention.yml"
    index.write_text(index.read_text() + "jusqu-au: 2023-12-31\nrédaction: {phrase: 5, alinéa: 5}\n", encoding="utf-8")
    (article,) = drafted(project, replacing("01-1.md", ("trois ans", "cinq ans")))
    assert '- remplacer: "1, al. 2"' in article
    assert compile_project(project)[1] == ()
    reworded(index, "phrase: 5", "phrase: beaucoup")
    assert "les sources ont des erreurs" in run(project, "avenant-2", "--start", code=1)


def test_what_the_command_prints_fits_its_schema(referring: Path) -> None:
    schema = json.loads((ROOT / "schema/draft.schema.json").read_text(encoding="utf-8"))
    for words in (("avenant-1",), ("avenant-2", "--start")):
        answer = json.loads(run(referring, *words, "--format", "json"))
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(answer)) == []


def run(project: Path, *words: str, code: int = 0) -> str:
    done = called("draft", *words, project=project, code=code)
    return (done.words + done.stderr).replace("\u00a0", " ")


def test_the_command_says_what_it_did_and_what_to_do_next(project: Path) -> None:
    assert "clausier draft avenant-1" in run(project, "avenant-1", "--start")
    assert "existe déjà" in run(project, "avenant-1", "--start", code=1)
    assert "ne diffère pas" in run(project, "avenant-1")
    replacing("01-1.md", ("trois ans", "cinq ans"))(project / "amendments/avenant-1/brouillon")
    said = run(project, "avenant-1")
    assert "1 fichier, pour 1 article modifié." in said
    assert "01-article-1.md" in said
    told = json.loads(run(project, "avenant-1", "--format", "json"))
    assert told["changed"] == 1
    assert told["folder"] == "amendments/avenant-1"


@pytest.mark.parametrize(
    ("words", "why", "code"),
    [
        (("avenant-7",), "il n’y a pas de brouillon", 1),
        (("Avenant 7", "--start"), "n’est pas un nom court", 2),
    ],
)
def test_a_call_that_makes_no_sense_is_refused(project: Path, words: tuple[str, ...], why: str, code: int) -> None:
    assert why in run(project, *words, code=code)


def test_sources_with_errors_are_not_drafted_on(project: Path) -> None:
    (project / "convention/04-duree.md").write_text("# Article 4\n\n<b>Non</b>\n")
    assert "les sources ont des erreurs" in run(project, "avenant-1", "--start", code=1)


@pytest.mark.parametrize(
    ("asked", "lang", "heading", "valid"),
    [
        (("--with", "avenant-1"), "fr", "[avenant-1, projet sans date]", {"from": None, "to": None}),
        (("--with", "avenant-1"), "en", "[avenant-1, a draft without a date]", {"from": None, "to": None}),
        (
            ("--with", "avenant-1", "--version", "convention"),
            "fr",
            "[convention, à compter du 1er janvier 2020]",
            {"from": "2020-01-01", "to": None},
        ),
    ],
)
def test_a_draft_without_a_date_is_shown_as_one(
    project: Path, asked: tuple[str, ...], lang: str, heading: str, valid: dict[str, str | None]
) -> None:
    drafted(project, replacing("01-1.md", ("trois ans", "cinq ans")))
    assert called("show", *asked, project=project, lang=lang).words.startswith(heading)
    assert answer_of("show", *asked, "--lang", lang, project=project)["valid"] == valid
    assert "9999" not in called("show", *asked, "--format", "md", project=project, lang=lang).stdout
