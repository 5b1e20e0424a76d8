"""What is read in a Word document, and what in it is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.form import Grid, Paragraph
from clausier.author.intake.intake import import_act
from clausier.author.intake.word import read_word
from intake.projects import ACT, paragraph, project, word

HEADING = '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'


def numbering(*levels: tuple[str, str], start: int = 1) -> str:
    """A list (number 7) whose levels have these forms and texts."""
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="1">{inner}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'


def item(text: str, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')


def lines(data: bytes) -> list[tuple[str, int, str]]:
    return [(b.label, b.depth, b.text) for b in read_word("x.docx", data).blocks if isinstance(b, Paragraph)]


def doubts(data: bytes) -> list[str]:
    return [b.doubt for b in read_word("x.docx", data).blocks if b.doubt]


def test_the_same_act_as_text_and_as_word_gives_the_same_articles(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    body = "".join(paragraph(line) for line in ACT.split("\n"))
    (tmp_path / "a.docx").write_bytes(word(body))
    (tmp_path / "a.txt").write_text(ACT, encoding="utf-8")
    by_word = import_act(root, [tmp_path / "a.docx"], "mot")
    by_text = import_act(root, [tmp_path / "a.txt"], "texte")
    assert by_word.units == by_text.units
    assert by_word.unsure == 0
    for name in ("01-article-1-bureau.md", "99-cloture.md", "00-ouverture.md"):
        assert (root / "amendments/mot" / name).read_bytes() == (root / "amendments/texte" / name).read_bytes()
    assert (root / "amendments/mot/a.docx").read_bytes() == (tmp_path / "a.docx").read_bytes()


def test_automatic_numbers_are_words_of_the_act() -> None:
    levels = numbering(("decimal", "%1°"), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"))
    body = item("un") + item("un a", 1) + item("un b", 1) + item("deux") + item("deux a", 1) + item("deux a i", 2)
    assert lines(word(body, numbering=levels)) == [
        ("1°", 1, "un"),
        ("a)", 2, "un a"),
        ("b)", 2, "un b"),
        ("2°", 1, "deux"),
        ("a)", 2, "deux a"),
        ("(i)", 3, "deux a i"),
    ]


def test_behind_the_last_letter_word_doubles_them() -> None:
    levels = numbering(("lowerLetter", "%1)"))
    labels = [label for label, _, _ in lines(word(item("x") * 52, numbering=levels))]
    assert [labels[n - 1] for n in (1, 26, 27, 28, 52)] == ["a)", "z)", "aa)", "bb)", "zz)"]


def test_a_list_that_starts_at_four_starts_at_four() -> None:
    assert [
        label for label, _, _ in lines(word(item("x") + item("y"), numbering=numbering(("decimal", "%1)"), start=4)))
    ] == [
        "4)",
        "5)",
    ]


def test_a_bullet_is_a_dash_and_a_compound_number_stands_before_its_words() -> None:
    assert lines(word(item("x"), numbering=numbering(("bullet", "•")))) == [("-", 1, "x")]
    levels = numbering(("decimal", "Article %1"), ("decimal", "%1.%2"))
    assert lines(word(item("Objet") + item("Durée", 1), numbering=levels)) == [
        ("", 0, "Article 1 Objet"),
        ("", 0, "1.1 Durée"),
    ]


def test_a_number_whose_form_is_not_known_is_asked_about() -> None:
    data = word(item("x"), numbering=numbering(("hebrew1", "%1)")))
    assert doubts(data) == ["forme de numéro automatique inconnue"]


def test_a_heading_is_known_by_its_style() -> None:
    found = read_word("x.docx", word(paragraph("1 – Objet", '<w:pStyle w:val="Titre1"/>'), styles=HEADING)).blocks
    assert [(b.level, b.text) for b in found if isinstance(b, Paragraph)] == [(1, "1 – Objet")]


def test_a_table_is_read_row_by_row() -> None:
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(c)}</w:tc>' for c in row)}</w:tr>"
        for row in (("Nom", "Voix"), ("Nord", "2"))
    )
    found = read_word("x.docx", word(f"<w:tbl>{cells}</w:tbl>")).blocks
    assert [b.rows for b in found if isinstance(b, Grid)] == [(("Nom", "Voix"), ("Nord", "2"))]
    assert not found[0].doubt


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "text", "doubt"),
    [
        (f"{run('a ')}<w:ins>{run('b')}</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del>", "a b", "suivi"),
        (f"{run('a')}<w:moveFrom>{run('b')}</w:moveFrom>", "a", "suivi"),
        (f"{run('a')}{run('b', '<w:strike/>')}", "ab", "barré"),
        (f"{run('a')}{run('b', '<w:vanish/>')}", "ab", "masqué"),
        (f"{run('a')}<w:r><w:br/></w:r>{run('b')}", "a b", "saut de ligne"),
        (f"{run('a')}<w:r><w:footnoteReference w:id='1'/></w:r>", "a", "note de bas de page"),
        (f"{run('a')}<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>", "a", "zone de texte"),
        (f"{run('a')}<w:r><w:sym w:char='F0B7'/></w:r>", "a", "symbole"),
    ],
)
def test_what_is_not_plainly_text_is_asked_about(inner: str, text: str, doubt: str) -> None:
    (found,) = read_word("x.docx", word(f"<w:p>{inner}</w:p>")).blocks
    assert isinstance(found, Paragraph)
    assert found.text == text
    assert doubt in found.doubt


def test_what_stands_in_a_content_control_is_read() -> None:
    assert lines(word(f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>")) == [("", 0, "a")]


def test_a_struck_line_in_new_text_keeps_the_act_from_being_published(tmp_path: Path) -> None:
    body = "".join(
        paragraph(line)
        if "cinq" not in line
        else f"<w:p>{run('« Il compte cinq ')}{run('six', '<w:strike/>')}{run(' membres. »')}</w:p>"
        for line in ACT.split("\n")
    )
    (tmp_path / "a.docx").write_bytes(word(body))
    done = import_act(project(tmp_path / "p"), [tmp_path / "a.docx"], "a")
    assert (done.read, [q.why for q in done.units[0].questions]) == (0, ["texte barré"])


def test_a_list_that_starts_anew_is_counted_anew() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    other = level.replace("upperRoman", "lowerLetter").replace("%1.", "%1)")
    lists = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
        f'<w:num w:numId="8"><w:abstractNumId w:val="1"/>{start}</w:num>'
        f'<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{other}</w:lvlOverride></w:num>'
    )
    body = "".join(
        paragraph(name, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        for name, number in (("a", 7), ("b", 7), ("c", 8), ("d", 8), ("e", 9), ("f", 0))
    )
    assert [(label, text) for label, _, text in lines(word(body, numbering=lists))] == [
        ("I.", "a"),
        ("II.", "b"),
        ("IX.", "c"),
        ("X.", "d"),
        ("a)", "e"),
        ("", "f"),
    ]


def test_a_style_gives_its_paragraphs_their_numbers() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:styleId="A"><w:name w:val="Liste"/>{numbered}</w:style>'
        '<w:style w:styleId="B"><w:name w:val="Liste fine"/><w:basedOn w:val="A"/></w:style>'
    )
    body = paragraph("un", '<w:pStyle w:val="A"/>') + paragraph("deux", '<w:pStyle w:val="B"/>')
    assert lines(word(body, numbering=numbering(("decimal", "%1°")), styles=styles)) == [
        ("1°", 1, "un"),
        ("2°", 1, "deux"),
    ]


def test_merged_cells_are_asked_about_and_a_frame_is_no_table() -> None:
    merged = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("a")}</w:tc></w:tr><w:tr><w:tc>{paragraph("b")}</w:tc><w:tc>{paragraph("c")}</w:tc></w:tr></w:tbl>'
    assert doubts(word(merged)) == ["cellules fusionnées ; lignes de longueurs différentes"]
    assert lines(word(f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc></w:tr></w:tbl>")) == [("", 0, "a")]
