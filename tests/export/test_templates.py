"""Templates: what is written of the data, how a project changes one, and what is wrong in one, at its line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clausier.diagnostics import Diagnostic
from clausier.export.templates.fill import Markdown, fill, typeset
from clausier.export.templates.find import templates
from clausier.export.word.filled import filled_docx
from export.paper import document, markdown, paper
from export.word_reader import Paragraph, Table, body
from support.projects import written

__all__ = ["paper"]  # a fixture
HEAD = "{# acte – Un essai. #}\n"


def filled(root: Path, text: str, data: dict[str, object] | None = None) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """A template of a project, filled."""
    written(root, {"site/modeles/essai.md.j2": HEAD + text})
    found, problems = templates(root)
    assert problems == ()
    return fill(root, found["essai"], data or {})


def words(root: Path, text: str, data: dict[str, object]) -> str:
    made, problems = filled(root, text, data)
    assert made is not None, [p.message.text("fr") for p in problems]
    return made


def test_lists_values_and_blanks_are_written(tmp_path: Path) -> None:
    data: dict[str, object] = {"noms": ["A", "B", "C"], "vide": "", "oui": True, "n": 3, "md": Markdown("**gras**")}
    text = '{{ noms | enumere }}/{{ noms[:1] | enumere }}/{{ noms | enumere("ou") }}/{{ [] | enumere }}\n\n{{ vide | a_completer("jour") }} {{ n }} {{ oui }} {{ md }}\n'
    assert words(tmp_path, text, data) == ("A, B et C/A/A, B ou C/\n\n[à\u00a0compléter\u00a0: jour] 3 oui **gras**\n")


def test_no_break_spaces_are_set_and_tables_are_left(tmp_path: Path) -> None:
    text = "Vu : « le n° 2 » ; art. 3 !\n\n| A | B |\n|:---|---:|\n| x : y | 5 % |\n"
    nb = "\u00a0"
    assert words(tmp_path, text, {}) == (
        f"Vu{nb}: «{nb}le n°{nb}2{nb}»{nb}; art.{nb}3{nb}!\n\n| A | B |\n|:---|---:|\n| x{nb}: y | 5{nb}% |\n"
    )
    assert typeset("a\n\n\n\nb\n\n") == "a\n\nb\n"


def test_the_end_of_a_line_that_ends_in_a_tag_stays_and_lines_of_tags_leave_nothing(tmp_path: Path) -> None:
    text = "{% for n in noms %}\n- {{ n }}{% if n == 'A' %} (un){% endif %}\n{% endfor %}\nfin\n"
    assert words(tmp_path, text, {"noms": ["A", "B"]}) == "- A (un)\n- B\nfin\n"


SIGNS = (
    st.text(alphabet=st.sampled_from("ab 12.)(*_`[]<>|#+-\\&;~!éœ"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


@settings(deadline=None)
@example("&amp;")
@example("&#49;")
@given(SIGNS)
def test_no_sign_of_the_data_is_a_mark_of_markdown(value: str) -> None:
    # An independent path: the Markdown is read back, and holds the words to the letter.
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        text = words(Path(name), "# T\n\n{{ v }}\n\n- {{ v }}\n\n| a | b |\n|---|---|\n| {{ v }} | x |\n", {"v": value})
    content, problems = filled_docx(text, "essai.md.j2", "Convention")
    assert content is not None, (value, [p.message.text("fr") for p in problems])
    title, alone, item, table = (b for b in body(content) if isinstance(b, Table) or b.style != "Intervalle")
    plain = value.replace(" ;", "\u00a0;").replace(" !", "\u00a0!")
    assert isinstance(title, Paragraph)
    assert isinstance(alone, Paragraph)
    assert isinstance(item, Paragraph)
    assert isinstance(table, Table)
    assert alone.text == plain
    assert table.rows[1] == [plain, "x"]
    # A label that an item begins with, `a)`, is set as one, in place of the dash.
    assert " ".join(item.text.split()) in {f"– {' '.join(plain.split())}", " ".join(plain.split())}


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "said"),
    [
        ("a\n{% for x in y %}\n", "OUT108", 3, 1, "mal écrit"),
        ("a\n{{ x\n", "OUT108", 3, 1, "mal écrit"),
        ("a\n\nb {{ titer }}\n", "OUT109", 4, 6, "«\u00a0titer\u00a0», qui n’existe pas"),
        ("{{ acte.titer }}\n", "OUT109", 2, 9, "«\u00a0titer\u00a0», qui n’existe pas"),
        ("{{ acte.titre | majuscule }}\n", "OUT108", 2, 1, "majuscule"),
        ("a\n{{ acte }}\n", "OUT110", 3, 1, "ne s’écrit pas tel quel"),
        ("{{ 1 / 0 }}\n", "OUT110", 2, 1, "ZeroDivisionError"),
        ("{{ acte.titre.__class__.__mro__ }}\n", "OUT110", 2, 1, "unsafe"),
        ("{% for i in range(10 ** 9) %}{% endfor %}\n", "OUT110", 2, 1, "Range too big"),
        ('{% include "absent.md.j2" %}\n', "OUT111", 2, 1, "«\u00a0absent.md.j2\u00a0»"),
        ('{% include "../../convention/convention.yml" %}\n', "OUT111", 2, 1, "convention.yml"),
        ('{% extends "clausier/absent.md.j2" %}\n', "OUT111", 2, 1, "clausier/absent.md.j2"),
        ('{% include "essai.md.j2" %}\n', "OUT110", 2, 1, "RecursionError"),
    ],
)
def test_what_is_wrong_in_a_template_is_told_at_its_line(
    tmp_path: Path, text: str, code: str, line: int, column: int, said: str
) -> None:
    written(tmp_path, {"convention/convention.yml": "id: x\n"})
    made, problems = filled(tmp_path, text, {"acte": {"titre": "T"}})
    assert made is None
    [problem] = problems
    assert (problem.code.id, problem.span.path) == (code, "site/modeles/essai.md.j2")
    assert (problem.span.line, problem.span.column) == (line, column)
    assert said in problem.message.text("fr")


def test_a_name_that_is_nearly_one_is_told(tmp_path: Path) -> None:
    _, [problem] = filled(tmp_path, "{{ acte.titer }}\n", {"acte": {"titre": "T"}})
    assert problem.help is not None
    assert problem.help.text("fr") == "voulait-on dire «\u00a0titre\u00a0»\u00a0?"


def test_a_fault_in_a_part_is_told_in_the_part(tmp_path: Path) -> None:
    written(tmp_path, {"site/modeles/_pied.md.j2": "Pied\n{{ rien }}\n"})
    made, [problem] = filled(tmp_path, 'a\n\n{% include "_pied.md.j2" %}\n')
    assert made is None
    assert (problem.span.path, problem.span.line) == ("site/modeles/_pied.md.j2", 2)
    assert "_pied" not in templates(tmp_path)[0]


@pytest.mark.parametrize("head", ["# Sans première ligne\n", "{# fleur – Une fleur. #}\n", "{# acte #}\n"])
def test_a_template_says_what_it_is_about(paper: Path, head: str) -> None:
    written(paper, {"site/modeles/essai.md.j2": head})
    told = document(paper, "rapport", "avenant-2", code=1).stderr
    assert "OUT114" in told
    assert "site/modeles/essai.md.j2:1:1" in told


def test_a_link_that_leads_out_of_the_project_is_no_template(paper: Path) -> None:
    (paper.parent / "dehors.md.j2").write_text(HEAD + "secret\n", encoding="utf-8")
    (paper / "site/modeles").mkdir(parents=True)
    (paper / "site/modeles/rapport.md.j2").symlink_to(paper.parent / "dehors.md.j2")
    assert "site/modeles/rapport.md.j2" in document(paper, "rapport", "avenant-2", code=1).stderr
    assert list(paper.rglob("*.docx")) == []


def test_a_folder_below_that_of_templates_holds_none(tmp_path: Path) -> None:
    written(tmp_path, {"site/modeles/sous/pied.md.j2": "Pied\n"})
    made, [problem] = filled(tmp_path, '{% include "sous/pied.md.j2" %}\n')
    assert made is None
    assert problem.code.id == "OUT111"


def test_a_project_changes_one_block_and_keeps_the_rest(paper: Path) -> None:
    before = markdown(paper, "deliberation", "avenant-2")
    own = (
        "{# acte – Nos délibérations. #}\n"
        '{% extends "clausier/deliberation.md.j2" %}\n'
        "{% block visas_des_codes %}\n{{ super() }}\n\nVu le code de la commande publique ;\n{% endblock %}\n"
    )
    written(paper, {"site/modeles/deliberation.md.j2": own})
    after = markdown(paper, "deliberation", "avenant-2")
    assert [line for line in after.split("\n") if line not in before.split("\n")] == [
        "Vu le code de la commande publique\u00a0;"
    ]
    assert after.replace("Vu le code de la commande publique\u00a0;\n\n", "") == before


def test_what_a_document_cannot_show_is_told_with_its_line(paper: Path) -> None:
    written(paper, {"site/modeles/rapport.md.j2": HEAD + "# T\n\n<b>gras</b>\n"})
    told = document(paper, "rapport", "avenant-2", code=1).stderr
    assert "OUT112" in told
    assert "à sa ligne 3" in told
    assert list(paper.rglob("*.docx")) == []
    assert markdown(paper, "rapport", "avenant-2") == "# T\n\n<b>gras</b>\n"


def test_without_jinja_it_is_said_what_to_install(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    told = document(paper, "rapport", "avenant-2", code=1).stderr
    assert "OUT113" in told
    assert "clausier[documents]" in told
