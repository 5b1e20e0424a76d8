"""PDFs with a text layer: what their drawing makes certain is read, what it does not is asked, and no sign goes silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.form import Grid, Paragraph, Received
from clausier.author.intake.intake import import_act
from clausier.author.intake.pdf.read import read_pdf
from intake.pdfs import ACROSS, LEADING, LEFT, SIZE, TOP, WIDTH, Press, at, lines, pdf, rule
from intake.projects import ACT, project

FULL = "Le groupement de commandes est ouvert aux communes et à leurs établissements pu"
assert len(FULL) == ACROSS


def read(*pages: str, known: tuple[str, ...] = ()) -> Received:
    return read_pdf("acte.pdf", pdf(pages), known)


def texts(received: Received) -> list[str]:
    return [b.text if isinstance(b, Paragraph) else str(b.rows) for b in received.blocks]


def doubts(received: Received) -> list[str]:
    return [b.doubt for b in received.blocks if b.doubt]


def full(words: str) -> str:
    """A line to the right margin."""
    return words.ljust(ACROSS, "x")


def test_a_line_that_had_no_room_for_the_next_word_goes_on_and_one_that_had_begins_an_alinea() -> None:
    received = read(lines([full("La convention "), "dure un an", "Le bureau se réunit.", full("Il "), "délibère."]))
    assert texts(received) == [
        full("La convention ") + " dure un an",
        "Le bureau se réunit.",
        full("Il ") + " délibère.",
    ]
    assert doubts(received) == []


def test_a_full_line_that_ends_a_sentence_is_asked_about() -> None:
    received = read(lines([full("La convention ")[:-1] + ".", "Le bureau délibère."]))
    assert len(received.blocks) == 1
    assert doubts(received) == ["page 1, ligne 2 : suit-elle la ligne précédente, ou commence-t-elle un alinéa ?"]


def test_where_every_alinea_shows_by_a_space_a_full_line_that_ends_a_sentence_goes_on() -> None:
    drawn = ""
    y = TOP
    for n in range(7):
        drawn += "\n" + lines([full(f"Alinéa {n} ")[:-1] + ".", "Il continue."], top=y)
        y -= 2 * LEADING + 8
    received = read(drawn)
    assert len(received.blocks) == 7
    assert doubts(received) == []


def test_a_space_above_a_line_begins_an_alinea_even_after_a_full_line() -> None:
    drawn = (
        lines([full("Un "), full("deux "), full("trois ")[:-1] + "."])
        + "\n"
        + at(LEFT, TOP - 3 * LEADING - 8, "Quatre")
    )
    assert texts(read(drawn))[1:] == ["Quatre"]


def test_a_first_line_that_is_set_in_begins_an_alinea() -> None:
    drawn = lines([full("Un "), full("deux ")[:-1] + "."]) + "\n" + at(LEFT + 20, TOP - 2 * LEADING, "Trois")
    received = read(drawn)
    assert texts(received)[1:] == ["Trois"]
    assert doubts(received) == []


def test_items_are_told_by_their_marks_and_their_depth_by_their_indent() -> None:
    drawn = "\n".join(
        at(LEFT + indent, TOP - n * LEADING, words)
        for n, (indent, words) in enumerate(
            [(0, "Le bureau :"), (18, "• élit son président ;"), (36, "– pour un an ;"), (18, "1° se réunit.")]
        )
    )
    found = [(b.label, b.depth, b.text) for b in read(drawn).blocks if isinstance(b, Paragraph)]
    assert found == [
        ("", 0, "Le bureau :"),
        ("-", 1, "élit son président ;"),
        ("-", 2, "pour un an ;"),
        ("1°", 1, "se réunit."),
    ]


def test_what_most_pages_repeat_at_one_place_is_no_text_and_numbers_of_pages_neither() -> None:
    pages = [
        "\n".join([at(LEFT, 805, "Avenant n° 1 – Jardin"), at(LEFT, TOP, words), at(280, 40, f"Page {n} sur 3")])
        for n, words in enumerate(["Un.", "Deux.", "Trois."], start=1)
    ]
    received = read(*pages)
    assert texts(received) == ["Un.", "Deux.", "Trois."]
    assert (doubts(received), received.doubts) == ([], ())


def test_on_a_single_page_what_stands_in_the_margin_is_asked_about() -> None:
    received = read("\n".join([at(LEFT, 820, "Jardin partagé"), at(LEFT, TOP, "Un mot."), at(280, 30, "1/1")]))
    assert texts(received) == ["Jardin partagé", "Un mot."]
    assert doubts(received) == ["page 1, ligne 1 : dans la marge : un en-tête ou un pied de page ?"]


def test_rows_of_words_side_by_side_are_no_columns_of_text() -> None:
    names = [
        "Commune du Nord",
        "Commune du Sud",
        "Commune de l’Est",
        "Commune de l’Ouest",
        "Ville haute",
        "Ville basse",
        "Lac",
    ]
    received = read(lines(names) + "\n" + lines(["quatre voix"] * 7, x=LEFT + 130))
    assert [b.rows[0] for b in received.blocks if isinstance(b, Grid)] == [("Commune du Nord", "quatre voix")]
    assert doubts(received) == ["un tableau sans traits, ou des colonnes : à relire"]


def test_lines_in_the_middle_are_asked_about_where_one_had_room_on_both_sides() -> None:
    def middle(words: str, y: float) -> str:
        return at(LEFT + (ACROSS * 6 - len(words) * 6) / 2, y, words)

    body = lines([full(f"ligne {n} ") for n in range(8)], top=TOP - 60)
    title = ["Avenant à la convention des communes pour leurs jardins", "et pour les établissements"]
    received = read("\n".join([*(middle(t, TOP - LEADING * n) for n, t in enumerate(title)), body]))
    assert "suit-elle" in doubts(received)[0]


def test_a_line_that_begins_in_the_middle_of_a_sentence_is_asked_about_where_the_one_before_had_room() -> None:
    received = read(lines(["La convention dure", "un an.", "Elle prend fin,", "et rien de plus."]))
    assert doubts(received) == ["page 1, ligne 2 : suit-elle la ligne précédente, ou commence-t-elle un alinéa ?"]


def test_a_heading_at_the_top_of_each_page_is_text_though_its_number_counts_the_pages() -> None:
    received = read(*[at(LEFT, 805, f"Article {n}") + "\n" + at(LEFT, TOP, f"Mot {n * n}.") for n in (1, 2, 3)])
    assert texts(received) == ["Article 1", "Mot 1.", "Article 2", "Mot 4.", "Article 3", "Mot 9."]


def test_an_alinea_goes_on_over_the_page_where_its_sentence_does() -> None:
    rows = [full(f"ligne {n} ") for n in range(10)]
    received = read(lines(rows), at(LEFT, TOP, "se termine ici."))
    assert texts(received) == [" ".join([*rows, "se termine ici."])]
    assert doubts(received) == []
    heading = read(at(LEFT, 100, full("Un titre ")), at(LEFT, TOP, "Une phrase."))
    assert doubts(heading) == ["page 2, ligne 1 : suit-elle la ligne précédente, ou commence-t-elle un alinéa ?"]
    asked = read(lines([*rows[:-1], rows[-1][:-1] + "."]), at(LEFT, TOP, "Une phrase."))
    assert doubts(asked) == ["page 2, ligne 1 : suit-elle la ligne précédente, ou commence-t-elle un alinéa ?"]


def test_a_word_cut_at_the_end_of_a_line_is_put_together_where_it_stands_elsewhere_and_asked_about_else() -> None:
    cut = full("La ")[: -len(" conven-")] + " conven-"
    assert texts(read(lines([cut, "tion dure."]), known=("convention",)))[0].endswith(" convention dure.")
    assert doubts(read(lines([cut, "tion dure."]), known=("convention",))) == []
    assert doubts(read(lines([cut, "tion dure."]))) == ["page 1, ligne 2 : « convention », ou « conven-tion » ?"]
    own = full("Le ")[: -len(" vice-")] + " vice-"
    assert texts(read(lines([own, "président dit."]), known=("vice-président",)))[0].endswith(" vice-président dit.")
    assert texts(read(lines([full("Du Haut-")[: -len("Haut-")] + "Haut-", "Rhin."])))[0].endswith("Haut-Rhin.")


def test_columns_are_read_one_after_the_other() -> None:
    left = [*(f"gauche {n} ".ljust(36, "g") for n in range(7)), "Fin."]
    right = [f"droite {n} ".ljust(36, "d") for n in range(8)]
    drawn = lines(left) + "\n" + lines(right, x=LEFT + 36 * 6 + 20, top=TOP - 4)
    drawn = at(LEFT, TOP + 30, full("Un titre sur toute la largeur ")) + "\n" + drawn
    received = read(drawn)
    assert texts(received) == [full("Un titre sur toute la largeur "), " ".join(left), " ".join(right)]
    assert doubts(received) == []


def test_a_page_that_begins_in_full_width_may_go_on_in_columns() -> None:
    above = [f"{'Le texte' if n == 0 else 'va'} {n} ".ljust(ACROSS, "x") for n in range(14)]
    left = ["À gauche", *(f"va {n} ".ljust(36, "g") for n in range(7))]
    right = ["À droite", *(f"va {n} ".ljust(36, "d") for n in range(7))]
    top = TOP - 15 * LEADING
    received = read("\n".join([lines(above), lines(left, top=top), lines(right, x=LEFT + 36 * 6 + 20, top=top)]))
    words = " ".join(texts(received))
    assert words == " ".join([*above, *left, *right])


def test_a_line_that_reaches_farther_than_the_others_stays_in_its_column() -> None:
    left = [f"gauche {n} va".ljust(34, "g") for n in range(9)]
    left[4] = "la ligne la plus longue de gauche xxxx"
    right = ["à droite", *(f"va {n} ".ljust(36, "d") for n in range(8))]
    received = read(lines(left) + "\n" + lines(right, x=LEFT + 38 * 6 + 8))
    assert texts(received) == [" ".join(left), f"à droite {' '.join(right[1:])}"] or doubts(received)
    words = " ".join(texts(received))
    assert words.index("la plus longue") < words.index("gauche 5") < words.index("à droite")


def test_short_words_side_by_side_may_be_a_table_and_are_asked_about() -> None:
    received = read(lines(["Nord", "Sud"]) + "\n" + lines(["4 voix", "2 voix"], x=300))
    assert texts(received) == ["(('Nord', '4 voix'), ('Sud', '2 voix'))"]
    assert doubts(received) == ["un tableau sans traits, ou des colonnes : à relire"]


def grid(x: list[float], y: list[float]) -> str:
    return "\n".join([rule(x[0], b, x[-1], b) for b in y] + [rule(a, y[0], a, y[-1]) for a in x])


def test_a_table_is_told_by_its_lines() -> None:
    drawn = "\n".join(
        [
            at(LEFT, TOP, "Les voix :"),
            grid([60, 200, 300], [740, 724, 708]),
            at(65, 728, "Nord"),
            at(205, 728, "4"),
            at(65, 712, "Sud"),
            at(205, 712, "2"),
            at(LEFT, 680, "Après."),
        ]
    )
    received = read(drawn)
    assert texts(received) == ["Les voix :", "(('Nord', '4'), ('Sud', '2'))", "Après."]
    assert doubts(received) == []


def test_cells_that_are_merged_and_a_table_on_two_pages_are_asked_about() -> None:
    merged = "\n".join([grid([60, 200, 300], [740, 724, 708]), at(65, 728, "Nord"), at(65, 712, "Sud")])
    without = merged.replace(rule(200, 740, 200, 708), rule(200, 740, 200, 724))
    assert doubts(read(merged)) == []
    assert doubts(read(without)) == ["cellules fusionnées"]
    both = read(merged, merged)
    assert [b.rows for b in both.blocks if isinstance(b, Grid)] == [(("Nord", ""), ("Sud", ""), ("Sud", ""))]
    assert doubts(both) == ["tableau sur deux pages : une ligne coupée ?"]


def test_a_cell_with_room_left_may_hold_two_alineas() -> None:
    drawn = "\n".join(
        [grid([60, 200, 300], [740, 700, 684]), at(65, 728, "Nord"), at(65, 715, "Sud"), at(205, 728, "1")]
    )
    assert doubts(read(drawn)) == ["plusieurs alinéas dans une cellule ?"]


def test_ligatures_are_letters_and_what_has_no_letter_is_asked_about() -> None:
    # A font whose signs 1, 2, 3 are « ﬁ », a letter « n », and nothing that is known.
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        b"2 beginbfchar <01> <fb01> <02> <006e> endbfchar endcmap end"
    )
    objects = [
        f"<< /Length {len(table)} >>\nstream\n".encode() + table + b"\nendstream",
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 1 /LastChar 3 /Widths [600 600 600] /ToUnicode 3 0 R >>",
    ]
    drawn = "BT /F3 10 Tf 1 0 0 1 60 760 Tm <{}> Tj ET"
    words = read_pdf("a.pdf", pdf([drawn.format("0102")], fonts="/F3 4 0 R", objects=objects))
    assert (texts(words), doubts(words)) == (["fin"], [])
    others = "".join(f"\n{at(LEFT, 700 - n * 13, 'Des mots qui se lisent.')}" for n in range(3))
    fonts = "/F3 4 0 R /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
    asked = read_pdf("a.pdf", pdf([drawn.format("010302") + others], fonts=fonts, objects=objects))
    assert "signe illisible" in doubts(asked)[0]
    assert texts(asked)[0] == "fi\ufffdn"


@pytest.mark.parametrize(
    ("drawn", "why"),
    [
        (at(LEFT, TOP, "Mots barrés.") + "\n" + rule(LEFT, TOP + 3, LEFT + 70, TOP + 3), "texte barré"),
        (at(LEFT, TOP, "Mots cachés.", mode=3), "texte sans encre"),
        (at(LEFT, TOP, "Une note") + "\n" + at(LEFT + 48, TOP + 3, "1", size=6), "un appel de note"),
        (at(LEFT, TOP, "Gauche") + "\n" + at(400, TOP, "droite"), "mots écartés"),
        (at(LEFT, TOP, "Dessous") + "\n" + at(LEFT + 12, TOP, "dessus"), "textes l’un sur l’autre"),
        (at(LEFT, TOP, "e´"), "accent à part"),
        (at(LEFT, TOP, "–une marque"), "une marque de liste sans espace"),
        (lines([full("Un titre "), "Ou le début d’une phrase."]), "suit-elle la ligne précédente"),
        (lines([full("Suivants ")[:-2] + " :", "le premier"]), "suit-elle la ligne précédente"),
        (lines([full("Suivants ")[:-1] + ".", "(ancien article)"]), "suit-elle la ligne précédente"),
    ],
)
def test_what_a_reader_sees_otherwise_than_its_letters_say_is_asked_about(drawn: str, why: str) -> None:
    assert why in doubts(read(drawn))[0]


def test_what_is_on_a_page_and_no_text_is_told() -> None:
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream"
    scan = f"q {WIDTH} 0 0 842 0 0 cm /X Do Q"
    turned = "BT /F1 10 Tf 0 1 -1 0 30 400 Tm <41> Tj ET"
    body = at(LEFT, TOP, "Un mot.")
    note = "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>"
    received = read_pdf(
        "a.pdf",
        pdf(
            [f"{scan}\n{body}", f"{scan}", f"{body}\n{turned}"],
            page=f"/XObject << /X 3 0 R >> >> /Annots [{note}] /Z <<",
            objects=[picture],
            catalog="/Names << /EmbeddedFiles << >> /JavaScript << >> >>",
        ),
    )
    assert received.doubts == (
        "d’autres fichiers sont joints dans le PDF, et ne sont pas lus",
        "page 1 : une image et un texte reconnu : à relire",
        "page 1 : annotation ou champ de formulaire (FreeText), non lu",
        "page 2 : une image, non lue",
        "page 2 : annotation ou champ de formulaire (FreeText), non lu",
        "page 3 : texte tourné, non lu",
        "page 3 : annotation ou champ de formulaire (FreeText), non lu",
    )


def test_a_note_at_the_foot_is_told_and_parts_no_alinea() -> None:
    rows = [full(f"ligne {n} ") for n in range(9)]
    received = read(lines(rows) + "\n" + at(LEFT, 100, "1 Voir la loi.", size=7), at(LEFT, TOP, "se termine."))
    assert texts(received) == [" ".join([*rows, "se termine."])]
    assert received.doubts == ("page 1 : note de bas de page, non lue (« 1 Voir la loi. »)",)


def test_signs_drawn_twice_at_one_place_are_read_once_and_words_without_spaces_by_their_places() -> None:
    twice = at(LEFT, TOP, "Gras") + "\n" + at(LEFT + 0.3, TOP, "Gras")
    assert texts(read(twice)) == ["Gras"]
    apart = at(LEFT, TOP, "Deux") + "\n" + at(LEFT + 4 * 6 + 0.3 * SIZE, TOP, "mots")
    assert texts(read(apart)) == ["Deux mots"]


def test_an_act_in_pdf_is_read_as_the_same_act_in_text(tmp_path: Path) -> None:
    from clausier.author.intake.text import read_text

    press = Press("Jardin – avenant", "Page #")
    for block in read_text(ACT).blocks:
        press.add(block)
    (tmp_path / "avenant.pdf").write_bytes(press.bytes())
    (tmp_path / "avenant.txt").write_text(ACT, encoding="utf-8")
    by_pdf = import_act(project(tmp_path / "p"), [tmp_path / "avenant.pdf"], "avenant-1")
    by_text = import_act(project(tmp_path / "q"), [tmp_path / "avenant.txt"], "avenant-1")
    assert (by_pdf.units, by_pdf.questions) == (by_text.units, by_text.questions)
    for unit in by_text.units:
        made = [(tmp_path / p / "amendments/avenant-1" / unit.file).read_text(encoding="utf-8") for p in "pq"]
        assert made[0] == made[1]
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "  - fichier: avenant.pdf\n" in index
    assert (tmp_path / "p/amendments/avenant-1/avenant.pdf").read_bytes() == press.bytes()


def test_what_is_unsure_around_the_articles_is_asked_in_the_index(tmp_path: Path) -> None:
    from clausier.author.intake.text import read_text

    press = Press("Jardin – avenant", "Page #")
    for block in read_text(ACT).blocks:
        press.add(block)
    press.pages[-1].append(at(LEFT, press.y, "Le maire") + "\n" + at(400, press.y, "La maire"))
    (tmp_path / "avenant.pdf").write_bytes(press.bytes())
    done = import_act(project(tmp_path / "p"), [tmp_path / "avenant.pdf"], "avenant-1")
    assert [q.sentence for q in done.questions] == ["Le maire La maire"]
    assert "mots écartés" in done.questions[0].why
