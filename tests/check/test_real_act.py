"""The checks over the real amendment: each defect that its readers know of is found, at its line."""

from __future__ import annotations

import pytest

from clausier.check.every import run_checks
from clausier.source.acts import read_project
from support.projects import ROOT

ACT = "amendments/2022-avenant-1"
# The code, the file, words of the line, and the words that stand at the column found.
DEFECTS = (
    ("TXT101", "06-autres-dispositions.md", "# ARTICLE 5", "ARTICLE 5"),
    ("TXT102", "04-article-7-1.md", "> - Assurer le suivi", "»"),
    ("TXT103", "99-cloture.md", "Fait en dix exemplaires", "le 2022"),
    ("TXT104", "01-objet.md", "la Région Grand Est, les Départements", "Région Grand Est"),
    ("TXT106", "00-ouverture.md", "II EST CONVENU", "II EST"),
    ("TXT107", "05-article-8.md", "> L'AG est précédée", "COPIL Stratégique"),
    ("TXT108", "02-article-2.md", "lors de l'AG ENT", "AG ENT"),
    ("TXT108", "05-article-8.md", "> concertation ayant eu lieu", "CST"),
    ("TXT109", "02-article-2.md", "lors de l'AG ENT", "ENT du 21 juin"),
    ("TXT109", "04-article-7-1.md", "> - Assurer le suivi", "DANE"),
    ("TXT109", "05-article-8.md", "et la/le DRAAF", "DRAAF"),
    ("TXT109", "05-article-8.md", "> L'AG est précédée", "COPIL"),
    ("TXT110", "05-article-8.md", "> la position des AA. La préparation", "sera réalisée en COGOUV"),
    ("TXT113", "02-article-2.md", "le déploiement d'un espace", "espace numérique de travail"),
    ("TXT114", "00-ouverture.md", "- Le Département de la Haute Marne", "Haute Marne"),
    ("TXT114", "00-ouverture.md", "- Le Département de la Meurthe et Moselle", "Meurthe et Moselle"),
    ("TXT114", "01-objet.md", "Collectivité européenne d'Alsace issue", "Haut Rhin"),
    ("TXT114", "01-objet.md", "Collectivité européenne d'Alsace issue", "Bas Rhin"),
    ("TXT115", "05-article-8.md", "> la position des AA. La préparation", "préparation"),
)


@pytest.fixture(scope="module")
def found() -> tuple[tuple[str, str, str, str], ...]:
    """What the checks find: code, file, the line, and the line from the column on."""
    corpus, _ = read_project(ROOT)
    assert corpus is not None
    sources = {path: text.decode().split("\n") for act in corpus.acts for path, text in act.files}
    return tuple(
        (d.code.id, d.span.path, line := sources[d.span.path][d.span.line - 1], line[d.span.column - 1 :])
        for d in run_checks(corpus)
    )


@pytest.mark.parametrize(("code", "file", "line", "words"), DEFECTS, ids=lambda value: str(value)[:30])
def test_a_known_defect_is_found_where_it_stands(
    found: tuple[tuple[str, str, str, str], ...], code: str, file: str, line: str, words: str
) -> None:
    there = [f for f in found if f[0] == code and f[1] == f"{ACT}/{file}" and line in f[2]]
    assert [f for f in there if f[3].startswith(words)]


def test_a_vote_called_a_way_is_found_in_both_articles(found: tuple[tuple[str, str, str, str], ...]) -> None:
    assert [(f[2][:40], f[3][:5]) for f in found if f[0] == "TXT105"] == [
        ("> Chaque titulaire votant dispose d'une ", "voie ")
    ] * 2


def test_the_act_is_what_was_received_and_its_file_repeats_its_words(
    found: tuple[tuple[str, str, str, str], ...],
) -> None:
    assert [f for f in found if f[0] in {"TXT201", "TXT202", "TXT203", "TXT204"}] == []


def test_nothing_else_is_found_but_a_term_without_its_capitals(found: tuple[tuple[str, str, str, str], ...]) -> None:
    known = {code for code, *_ in DEFECTS} | {"TXT105"}
    assert [(f[0], f[3].split(" à")[0]) for f in found if f[0] not in known] == [("TXT112", "autorités académiques ;")]
    assert len(found) == len(DEFECTS) + 3
