"""Warnings that an act's keepers have seen and accept."""

from __future__ import annotations

from pathlib import Path

from clausier.check.acknowledgement import acknowledge
from clausier.check.every import run_checks
from clausier.diagnostics import Diagnostic
from clausier.source.acts import read_project

CONVENTION = "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-15\n"
ARTICLE = "# Article 1 – Votes\n\nChaque délégué\ndispose d’une voie lors des votes.\n\nChacun dispose d’une voie.\n"


def found(root: Path, admitted: str, article: str = ARTICLE) -> list[Diagnostic]:
    """The findings on a convention with two misspelt votes, its file admitting `admitted`."""
    folder = root / "convention"
    folder.mkdir(exist_ok=True)
    (folder / "convention.yml").write_text(f"{CONVENTION}avertissements-admis:\n  - {{{admitted}}}\n", encoding="utf-8")
    (folder / "01.md").write_text(article, encoding="utf-8")
    corpus, unread = read_project(root)
    assert corpus is not None
    assert unread == ()
    return list(acknowledge(run_checks(corpus), corpus.acts))


def admitted(diagnostics: list[Diagnostic]) -> list[tuple[str, int, str | None]]:
    return [(d.code.id, d.span.line, d.acknowledged) for d in diagnostics]


def test_a_warning_is_admitted_by_its_code_alone_throughout_the_act(tmp_path: Path) -> None:
    assert admitted(found(tmp_path, "code: TXT105, motif: vu")) == [("TXT105", 4, "vu"), ("TXT105", 6, "vu")]


def test_words_of_the_alinea_admit_one_warning_though_a_line_end_cuts_them(tmp_path: Path) -> None:
    quote = 'code: TXT105, fichier: 01.md, citation: "délégué dispose d\'une voie", motif: vu'
    assert admitted(found(tmp_path, quote)) == [("TXT105", 4, "vu"), ("TXT105", 6, None)]


def test_words_further_on_in_the_alinea_admit_a_warning_before_them(tmp_path: Path) -> None:
    article = "# Article 1 – Votes\n\nChacun dispose d’une voie lors\ndes votes, une fois\nréuni.\n\nIl siège.\n"
    quote = 'code: TXT105, citation: "lors des votes, une fois réuni.", motif: vu'
    assert admitted(found(tmp_path, quote, article)) == [("TXT105", 3, "vu")]


def test_words_of_the_first_line_of_a_file_admit_a_warning_in_the_next(tmp_path: Path) -> None:
    (tmp_path / "convention").mkdir()
    (tmp_path / "convention/00.md").write_text("Les communes, dont chacune\ndispose d’une voie.\n", encoding="utf-8")
    quote = 'code: TXT105, fichier: 00.md, citation: "Les communes, dont", motif: vu'
    assert ("TXT105", 2, "vu") in admitted(found(tmp_path, quote))


def test_words_of_the_next_alinea_admit_nothing(tmp_path: Path) -> None:
    article = "# Article 1 – Votes\n\nChacun dispose d’une voie lors\ndes votes.\n\nIl siège.\n"
    quote = 'code: TXT105, citation: "Il siège.", motif: vu'
    assert admitted(found(tmp_path, quote, article)) == [("TXT105", 3, None), ("TXT901", 5, None)]


def test_words_of_one_item_do_not_admit_a_warning_in_the_next(tmp_path: Path) -> None:
    article = "# Article 1 – Votes\n\nVotent :\n\n- le maire, qui dispose\n  d’une voie ;\n- l’élu, qui dispose\n  d’une voie.\n"
    quote = 'code: TXT105, citation: "l’élu, qui dispose", motif: vu'
    assert admitted(found(tmp_path, quote, article)) == [
        ("TXT105", 6, None),
        ("TXT105", 8, "vu"),
    ]


def test_a_warning_on_the_file_of_the_act_is_admitted_by_words_of_its_message(tmp_path: Path) -> None:
    folder = tmp_path / "convention"
    found(tmp_path, "code: TXT105, motif: vu")
    (tmp_path / "amendments/a").mkdir(parents=True)
    (folder / "convention.yml").write_text(
        f"{CONVENTION}parties:\n  - {{id: dole, nom: Commune de Dole}}\n", encoding="utf-8"
    )
    (tmp_path / "amendments/a/avenant.yml").write_text(
        "id: a\ntitre: Avenant n° 1\nsignature: 2021-06-01\nen-vigueur: 2021-06-01\n"
        "signataires:\n  - {partie: dole, représentée-par: son maire, qualité: maire de Dole}\n"
        "avertissements-admis:\n  - {code: TXT201, citation: maire de Dole, motif: vu}\n",
        encoding="utf-8",
    )
    (tmp_path / "amendments/a/00.md").write_text("La commune de Dole, représentée par son maire\n", encoding="utf-8")
    corpus, _ = read_project(tmp_path)
    assert corpus is not None
    diagnostics = [d for d in acknowledge(run_checks(corpus), corpus.acts) if d.code.id in {"TXT201", "TXT901"}]
    assert admitted(diagnostics) == [("TXT201", 6, "vu")]


def test_an_admission_of_another_code_is_itself_a_warning(tmp_path: Path) -> None:
    diagnostics = found(tmp_path, "code: TXT106, motif: vu")
    assert admitted(diagnostics) == [("TXT105", 4, None), ("TXT105", 6, None), ("TXT901", 5, None)]
    assert diagnostics[-1].severity == "warning"
    assert diagnostics[-1].message.text("fr") == "aucun avertissement TXT106 ne correspond à cette mention"


def test_an_admission_for_another_file_or_other_words_admits_nothing(tmp_path: Path) -> None:
    assert admitted(found(tmp_path / "", "code: TXT105, fichier: 02.md, motif: vu"))[-1] == ("TXT901", 5, None)


def test_an_admission_that_quotes_other_words_admits_nothing(tmp_path: Path) -> None:
    assert admitted(found(tmp_path, "code: TXT105, citation: à deux voix, motif: vu"))[-1] == ("TXT901", 5, None)


def test_an_error_cannot_be_admitted(tmp_path: Path) -> None:
    (tmp_path / "convention").mkdir()
    (tmp_path / "convention/source.txt").write_text("autre chose\n", encoding="utf-8")
    folder = tmp_path / "convention"
    (folder / "convention.yml").write_text(
        f"{CONVENTION}avertissements-admis:\n  - {{code: TXT204, motif: vu}}\n", encoding="utf-8"
    )
    (folder / "01.md").write_text("# Article 1 – Objet\n\nUn groupement est créé.\n", encoding="utf-8")
    corpus, _ = read_project(tmp_path)
    assert corpus is not None
    assert admitted(list(acknowledge(run_checks(corpus), corpus.acts))) == [("TXT204", 1, None), ("TXT901", 5, None)]


def test_an_admission_of_a_check_that_was_not_run_is_not_reproached(tmp_path: Path) -> None:
    found(tmp_path, "code: TXT105, motif: vu")
    corpus, _ = read_project(tmp_path)
    assert corpus is not None
    assert acknowledge((), corpus.acts, not_run=frozenset({"TXT105"})) == ()
    assert [d.code.id for d in acknowledge((), corpus.acts)] == ["TXT901"]
