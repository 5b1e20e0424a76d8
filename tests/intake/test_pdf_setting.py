"""How lines of a PDF become alinéas by their indents, their letters and their places, in the cases that are less common."""

from __future__ import annotations

import pytest

from clausier.author.intake.form import Grid, Paragraph, Received
from clausier.author.intake.pdf import read as reader
from clausier.author.intake.pdf.read import read_pdf
from clausier.diagnostics import Refused
from intake.pdfs import ACROSS, LEADING, LEFT, SIZE, TOP, at, lines, pdf, rule

ASKED = "suit-elle la ligne précédente, ou commence-t-elle un alinéa ?"


def read(*pages: str, **entries: str) -> Received:
    return read_pdf("acte.pdf", pdf(pages, **entries))  # type: ignore[arg-type]  # the entries that are text


def texts(received: Received) -> list[str]:
    return [b.text if isinstance(b, Paragraph) else str(b.rows) for b in received.blocks]


def asked(received: Received) -> list[bool]:
    return [ASKED in b.doubt for b in received.blocks]


def full(words: str) -> str:
    return words.ljust(ACROSS, "x")


def steps(*rows: tuple[float, str]) -> str:
    """Lines under each other, each from its own indent; those that fill the width do so from there."""
    drawn = []
    for n, (indent, words) in enumerate(rows):
        across = ACROSS - round(indent / 6)
        words = words[:-1].ljust(across, "x") if words.endswith("~") else words  # noqa: PLW2901 - the same line, longer
        drawn.append(at(LEFT + indent, TOP - n * LEADING, words))
    return "\n".join(drawn)


BODY = [(0.0, f"va {n} ~") for n in range(6)]


def test_a_line_that_goes_back_to_the_margin_behind_an_item_is_asked_about_where_the_item_is_full() -> None:
    assert any(asked(read(steps(*BODY, (0, "fin."), (18, "• un ~"), (0, "Deux.")))))
    goes_on = read(steps(*BODY, (0, "fin."), (18, "• un ~"), (0, "deux.")))
    assert texts(goes_on)[-1].endswith("x deux.")
    assert not any(asked(goes_on))


def test_an_item_goes_on_under_its_words_or_under_its_mark() -> None:
    under_words = read(steps(*BODY, (0, "fin."), (18, "• un ~"), (30, "deux."), (18, "• trois.")))
    assert [t.startswith("un") and t.endswith("deux.") for t in texts(under_words)[-2:]] == [True, False]
    under_mark = read(steps(*BODY, (0, "fin."), (18, "• un ~"), (18, "deux."), (18, "• trois.")))
    assert [t.startswith("un") and t.endswith("deux.") for t in texts(under_mark)[-2:]] == [True, False]


def test_a_line_that_is_set_in_behind_a_full_one_that_ends_no_sentence_is_asked_about() -> None:
    received = read(steps(*BODY, (24, "deux ~"), (24, "trois.")))
    assert asked(received)[-1]
    assert texts(received)[-1].startswith("deux")


def test_two_first_lines_with_the_same_indent_are_two_alineas() -> None:
    rows = [(18.0 if n % 2 == 0 else 0.0, f"Alinéa {n} ~" if n % 2 == 0 else "fin.") for n in range(14)]
    one_line = "Un alinéa ".ljust(ACROSS - 4, "x")
    received = read(steps(*rows, (18, f"{one_line}."), (18, "Et le suivant.")))
    assert (texts(received)[-2:], any(asked(received))) == ([f"{one_line}.", "Et le suivant."], False)
    assert any(asked(read(steps(*rows, (18, f"{one_line}x"), (18, "Et le suivant.")))))


def test_a_line_in_bold_is_no_part_of_the_one_before() -> None:
    heading = at(LEFT, TOP, "Article 1 – " + "x" * (ACROSS - 12), font="F2")
    received = read(heading + "\n" + at(LEFT, TOP - LEADING, "Le texte."))
    assert (texts(received)[1], asked(received)) == ("Le texte.", [False, False])
    bold = read(at(LEFT, TOP, full("Des mots "), font="F2") + "\n" + at(LEFT, TOP - LEADING, "Le texte."))
    assert (len(bold.blocks), any(asked(bold))) == (2, True)


@pytest.mark.parametrize(
    ("mark", "indent", "count", "unsure"),
    [
        ("• un", 0, 2, True),  # a dash may stand at the start of a line by chance
        ("• un", 18, 2, False),
        ("3. Un", 0, 2, True),
        ("Article 3 du code", 0, 2, True),
    ],
)
def test_a_mark_behind_a_full_line(mark: str, indent: float, count: int, *, unsure: bool) -> None:
    received = read(steps(*BODY[:-1], (0, "va 6 ~"), (indent, mark)))
    ended = read(steps(*BODY[:-1], (0, f"{'va 6 '.ljust(ACROSS - 1, 'x')}."), (indent, mark)))
    assert len(ended.blocks) == count
    assert any(asked(ended)) == unsure
    assert any(asked(received)) == unsure


def test_a_title_on_two_lines_in_the_middle_is_asked_about() -> None:
    title = ["x" * (ACROSS - 6), "du jardin partagé"]
    drawn = [at(LEFT + (ACROSS - len(t)) * 3, TOP - n * LEADING, t) for n, t in enumerate(title)]
    received = read(
        "\n".join([*drawn, lines([row for _, row in [(0, full(f"va {n} ")) for n in range(6)]], top=TOP - 60)])
    )
    assert any(asked(received)[:2])
    capitals = ["AVENANT " + "X" * (ACROSS - 8), "À LA CONVENTION"]
    assert any(asked(read(lines([*capitals, *(full(f"va {n} ") for n in range(6))]))))


def test_a_line_apart_under_the_left_column_is_asked_about() -> None:
    left = [f"va {n} ".ljust(36, "g") for n in range(8)]
    drawn = lines(left) + "\n" + lines([f"va {n} ".ljust(36, "d") for n in range(7)], x=LEFT + 236)
    received = read(drawn + "\n" + at(LEFT, TOP - 11 * LEADING, "Article 9 – Fin"))
    assert any("sous les colonnes" in b.doubt for b in received.blocks)


def test_a_gap_here_and_there_makes_no_column() -> None:
    rows = [full(f"ligne {n} ") for n in range(8)]
    gap = at(LEFT, TOP - 8 * LEADING, "va vers") + "\n" + at(LEFT + 8 * 6 + 6, TOP - 8 * LEADING, "x" * (ACROSS - 9))
    received = read(lines(rows) + "\n" + gap)
    assert len(received.blocks) == 1
    assert texts(received)[0].endswith("va vers " + "x" * (ACROSS - 9))


def test_a_table_may_be_drawn_by_frames_or_by_thin_bars() -> None:
    words = "\n".join([at(65, 728, "Nord"), at(205, 728, "4"), at(65, 712, "Sud"), at(205, 712, "2")])
    frames = "\n".join(f"{x} {y} {w} 16 re S" for y in (724, 708) for x, w in ((60, 140), (200, 100)))
    bars = "\n".join(
        [f"60 {y} 240 0.7 re f" for y in (740, 724, 708)] + [f"{x} 708 0.7 32 re f" for x in (60, 200, 300)]
    )
    for drawn in (frames, bars):
        assert texts(read(f"{words}\n{drawn}")) == ["(('Nord', '4'), ('Sud', '2'))"]
    # Two tables, one under the other, and a frame around words, which is none.
    twice = "\n".join(
        [frames, words, *(f"{x} 600 140 16 re S" for x in (60, 200)), at(65, 604, "Est"), at(205, 604, "1")]
    )
    assert texts(read(twice)) == ["(('Nord', '4'), ('Sud', '2'))", "(('Est', '1'),)"]
    assert texts(read(at(65, 728, "Un cadre.") + "\n60 720 200 20 re S")) == ["Un cadre."]


def test_many_lines_are_a_drawing_which_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_RULES", 4)
    drawn = "\n".join(rule(60, 100 + n, 300, 100 + n) for n in range(5))
    assert read(at(LEFT, TOP, "Un mot.") + "\n" + drawn).doubts == ("page 1 : dessin, non lu",)


def test_spaces_around_words_and_signs_outside_the_page_are_no_words() -> None:
    received = read("\n".join([at(LEFT, TOP, "  Un mot.  "), at(LEFT, 700, "   "), at(900, 700, "Dehors")]))
    assert texts(received) == ["Un mot."]


def test_a_page_that_is_turned_is_read_as_it_is_seen() -> None:
    turned = "BT /F1 10 Tf 0 1 -1 0 100 60 Tm <556e206d6f742e> Tj ET"  # « Un mot. », drawn upwards
    data = pdf([turned]).replace(b"/Type /Page /Parent", b"/Rotate 90 /Type /Page /Parent")
    data = moved(data)
    assert texts(read_pdf("a.pdf", data)) == ["Un mot."]


def moved(data: bytes) -> bytes:
    """The PDF with the places of its objects counted anew."""
    import re

    for number in range(1, 5):
        place = data.index(f"{number} 0 obj".encode())
        entries = list(re.finditer(rb"\d{10} 00000 n ", data))
        entry = entries[number - 1]
        data = data[: entry.start()] + f"{place:010} 00000 n ".encode() + data[entry.end() :]
    start = data.index(b"xref\n0")
    return re.sub(rb"startxref\n\d+", f"startxref\n{start}".encode(), data)


def test_a_soft_hyphen_is_a_hyphen_and_a_hyphen_before_no_letter_is_asked_about() -> None:
    own = full("Le ")[: -len(" conven-")] + " conven\u00ad"
    joined = read_pdf("a.pdf", pdf([lines([own, "tion dure."])]), ("convention",))
    assert texts(joined)[0].endswith(" convention dure.")
    dash = full("Le ")[: -len(" conven-")] + " conven-"
    assert "un trait d’union à la fin d’une ligne" in read(lines([dash, "(suite)."])).blocks[0].doubt
    again = full("Le ")[: -len(" celui-")] + " celui-"
    assert texts(read(lines([again, "ci dure."])))[0].endswith(" celui-ci dure.")


def test_a_font_that_says_not_which_letters_its_signs_are_is_told() -> None:
    objects = [
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 65 /LastChar 66 /Widths [600 600] /FontDescriptor 4 0 R >>",
        b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 9 9] /FontFile2 5 0 R /Ascent 9 /Descent 0 >>",
        b"<< /Length 1 >>\nstream\n0\nendstream",
    ]
    received = read_pdf(
        "a.pdf", pdf(["BT /F3 10 Tf 1 0 0 1 60 760 Tm <4142> Tj ET"], fonts="/F3 3 0 R", objects=objects)
    )
    assert received.doubts == ("une police ne dit pas quelles lettres sont ses signes : relire tout le texte",)


def test_a_file_that_may_not_be_copied_is_refused() -> None:
    """Locked with an empty password (RC4, 40 bits), and the right to copy withheld."""
    import hashlib

    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def rc4(key: bytes, data: bytes) -> bytes:
        box = list(range(256))
        j = 0
        for i in range(256):
            j = (j + box[i] + key[i % len(key)]) % 256
            box[i], box[j] = box[j], box[i]
        i = j = 0
        out = bytearray()
        for byte in data:
            i = (i + 1) % 256
            j = (j + box[i]) % 256
            box[i], box[j] = box[j], box[i]
            out.append(byte ^ box[(box[i] + box[j]) % 256])
        return bytes(out)

    owner = rc4(hashlib.md5(pad, usedforsecurity=False).digest()[:5], pad)
    rights = -20  # all but copying
    key = hashlib.md5(pad + owner + rights.to_bytes(4, "little", signed=True) + b"\0", usedforsecurity=False).digest()[
        :5
    ]
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P {rights} /O <{owner.hex()}> /U <{rc4(key, pad).hex()}> >> /ID [<00> <00>]"
    with pytest.raises(Refused) as found:
        read_pdf("a.pdf", pdf([at(LEFT, TOP, "Un mot.")], trailer=lock))
    assert "est protégé" in found.value.message.fr


def test_links_say_nothing_and_a_grid_in_a_column_stands_there() -> None:
    link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>] /Z <<"
    received = read_pdf("a.pdf", pdf([at(LEFT, TOP, "Un mot.")], page=f"/Y << >> >> {link}"))
    assert (texts(received), received.doubts) == (["Un mot."], ())
    left = [f"va {n} ".ljust(36, "g") for n in range(8)]
    right = [f"va {n} ".ljust(36, "d") for n in range(14)]
    grid = "\n".join(f"{x} 500 100 16 re S" for x in (60, 160)) + "\n" + at(65, 504, "Nord") + "\n" + at(165, 504, "4")
    columns = read("\n".join([lines(left), lines(right, x=LEFT + 236), grid, at(LEFT, 480, "Après.")]))
    kinds = [type(b) for b in columns.blocks]
    assert kinds.index(Grid) < len(kinds) - 1
    assert SIZE == 10.0
