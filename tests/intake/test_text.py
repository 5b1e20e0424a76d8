"""What is read in a text file: lines, items, tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.form import Grid, Paragraph
from clausier.author.intake.intake import import_act
from clausier.author.intake.text import read_text
from intake.projects import ACT, project, signed

WRAPPED = """\
Le bureau se réunit chaque mois, sur convocation de la présidente ou du président, et
toutes les fois qu’un tiers de ses membres le demande par écrit.

Il compte cinq membres élus.
Ils ne sont pas rémunérés.
"""


def lines(text: str) -> list[tuple[str, int, str]]:
    return [(b.label, b.depth, b.text) for b in read_text(text).blocks if isinstance(b, Paragraph)]


def test_lines_broken_to_a_width_are_joined_and_others_start_anew() -> None:
    assert [text for _, _, text in lines(WRAPPED)] == [
        (
            "Le bureau se réunit chaque mois, sur convocation de la présidente ou du président, et "
            "toutes les fois qu’un tiers de ses membres le demande par écrit."
        ),
        "Il compte cinq membres élus.",
        "Ils ne sont pas rémunérés.",
    ]


FULL = "Le bureau se réunit chaque mois, sur convocation de la présidente ou du président"
RUNS_ON = f"{FULL} et\ntoutes-les-fois qu’un tiers de ses membres le demande par écrit.\n\n"


def test_a_full_line_that_ends_a_sentence_leaves_a_doubt() -> None:
    *_, found = read_text(f"{RUNS_ON}{FULL}.\nLes-membres-du-bureau votent.\n").blocks
    assert found.doubt.startswith("la ligne 5 suit-elle la précédente")


def test_where_no_sentence_runs_on_no_line_was_broken() -> None:
    found = read_text(f"Objet\n{FULL}.\nLes-membres-du-bureau votent.\n").blocks
    assert [b.doubt for b in found] == ["", "", ""]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (f"{FULL}.", "Fait à Saint-Loup-sur-Semouse, le 12 février 2024"),
        (f"{FULL}", "ARTICLE 3 – Vote"),
        (f"{FULL}", "Entre les-soussignés"),
        (f"{FULL}.", "Article 3"),
        (f"{FULL} :", "« Le-vice-président le remplace. »"),
        (f"{FULL}.", "3. Vice-présidence"),
        (f"« {FULL}. »", "Les-membres-du-bureau votent."),
        (f"« {FULL} ; ».", "Les-membres-du-bureau votent."),
    ],
)
def test_a_line_that_begins_anew_for_certain_leaves_none(above: str, below: str) -> None:
    *_, first, second = read_text(f"{RUNS_ON}{above}\n{below}\n").blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, second.text, first.doubt, second.doubt) == (above, below, "", "")


def test_quoted_words_in_a_sentence_that_runs_on_begin_no_line_of_their_own() -> None:
    *_, last = lines(f"{RUNS_ON}{FULL} ou,\n« à défaut », de la secrétaire.\n")
    assert last[2] == f"{FULL} ou, « à défaut », de la secrétaire."


def test_a_quotation_inside_a_quoted_line_closes_no_line() -> None:
    *_, found = read_text(f"{RUNS_ON}« {FULL[:-6]} « oui. »\nLes-membres-du-bureau votent. »\n").blocks
    assert found.doubt.startswith("la ligne 5 suit-elle la précédente")


def test_a_no_break_space_is_no_place_where_a_line_is_broken() -> None:
    *_, last = lines(f"{RUNS_ON}{FULL[:-1]}\nà\u00a0la\u00a0majorité.\n")
    assert last[2] == f"{FULL[:-1]} à\u00a0la\u00a0majorité."


def test_items_are_told_by_their_marks_and_nested_by_their_indent() -> None:
    assert lines("- un\n  a) deux\n  b) trois\n– quatre\n\n1° cinq\n") == [
        ("-", 1, "un"),
        ("a)", 2, "deux"),
        ("b)", 2, "trois"),
        ("-", 1, "quatre"),
        ("1°", 1, "cinq"),
    ]


def test_lines_with_as_many_tabs_are_a_table() -> None:
    found = read_text("Avant.\nNom\tVoix\nNord\t2\nAprès.\n").blocks
    assert [b.rows for b in found if isinstance(b, Grid)] == [(("Nom", "Voix"), ("Nord", "2"))]
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["Avant.", "Après."]


def test_stars_around_words_are_no_words() -> None:
    assert lines("**AVENANT\nN° 1**\n") == [("", 0, "AVENANT"), ("", 0, "N° 1")]


def test_a_markdown_act_is_read_by_the_reader_of_the_project(tmp_path: Path) -> None:
    text = ACT.replace("Article 1 – Bureau", "## Article 1 – Bureau").replace(
        "Article 2 – Entrée", "## Article 2 – Entrée"
    )
    done = import_act(project(tmp_path / "p"), [signed(tmp_path, text, "avenant.md")], "avenant-1")
    assert [unit.operations for unit in done.units] == [('remplacer: "2"',), ()]
    assert done.unsure == 0
    folder = tmp_path / "p/amendments/avenant-1"
    # Under its own name it would be taken for an article of the act.
    assert (folder / "avenant.md.txt").read_text(encoding="utf-8") == text
    assert "#" not in (folder / "source.txt").read_text(encoding="utf-8")


def test_the_rows_of_a_table_may_stand_apart() -> None:
    found = read_text("Nom\tVoix\n\nNord\t2\n\nSud\t3\n\nSud\t3\tvoix\n\nIl vote.\n").blocks
    assert [b.rows for b in found if isinstance(b, Grid)] == [(("Nom", "Voix"), ("Nord", "2"), ("Sud", "3"))]
    assert [b.text for b in found if isinstance(b, Paragraph)] == ["Sud\t3\tvoix", "Il vote."]


def test_the_guillemets_of_an_act_around_a_table_are_none_of_its_cells() -> None:
    found = read_text("« Nom\tVoix\n\nNord\t« 2 »\n\nSud\t3 » ;\n\nIl vote.\n").blocks
    assert [b.rows if isinstance(b, Grid) else b.text for b in found] == [
        "«",
        (("Nom", "Voix"), ("Nord", "« 2 »"), ("Sud", "3")),
        "»",
        "Il vote.",
    ]
