"""What operations make of a small text, at its edges: each answer written by hand."""

from __future__ import annotations

import hashlib
import re

import pytest

from clausier.amend import excerpt, fingerprint, own_words
from clausier.diagnostics import Diagnostic, codes_amd
from clausier.model.provision import Provision
from support.drafting import amended, applied, document, places, shown

TEXT = document("""\
# Article 1 – Objet

Un début. Une suite.

Un second alinéa :

- un tiret ;
- deux tirets.

## 1.1 – Détail

Un détail, un mot.

## 1.2

Rien.

# Article 2 – But

Un mot.

| Membre | Part |
| --- | --- |
| Aube | dix |
| Marne | onze |

Après.

# Article 3

- 1° premier :
  - a) alpha ;
  - b) bêta.
- 2° second.
""")


def article(number: str, text: Provision) -> list[str]:
    """The lines of one article, its sub-articles included, as literate cases show them."""
    lines = shown(text, origins=False).split("\n")
    start = next(i for i, x in enumerate(lines) if re.match(rf"# Article {number}( –|\Z)", x))
    end = next((i for i in range(start + 1, len(lines)) if lines[i].startswith("# ")), len(lines))
    return lines[start + 1 : end]


def after(number: str, header: str, body: str = "") -> list[str]:
    return article(number, amended(TEXT, header, body))


def codes(header: str, body: str = "", text: Provision = TEXT) -> list[str]:
    now, found = applied(text, header, body)
    assert now == text
    return [told(f) for f in found]


def told(found: Diagnostic) -> str:
    return f"{found.code.id} {found.message.text('fr')}"


SUBS = ["## 1.1 – Détail", "[1] Un détail, un mot.", "## 1.2", "[1] Rien."]


@pytest.mark.parametrize(
    ("header", "body", "lines"),
    [
        # Items that complete an alinéa follow its list, at the end of the article too.
        ("- compléter: 1, al. 2", "> - trois tirets.", ["[5]   - trois tirets."]),
        ("- compléter-au-début: 1, al. 2", "> - zéro tiret ;", ["[3]   - zéro tiret ;"]),
        ("- compléter: 1, al. 1", "> « Une fin. »", ["[1] Un début. Une suite. Une fin."]),
        ("- compléter-au-début: 1, al. 1", "> « D’abord. »", ["[1] D’abord. Un début. Une suite."]),
        ("- compléter: 1, al. 1, phr. 1", "> « Et plus. »", ["[1] Un début. Et plus. Une suite."]),
        ("- compléter-au-début: 1, al. 1, phr. 2", "> « Entre. »", ["[1] Un début. Entre. Une suite."]),
        ("- insérer-avant: 1, al. 1, phr. 1", "> « Avant. »", ["[1] Avant. Un début. Une suite."]),
        ("- insérer-après: 1, al. 1, phr. 2", "> « Après. »", ["[1] Un début. Une suite. Après."]),
        ("- remplacer: 1, al. 1, phr. 1", "> « Autre. »", ["[1] Autre. Une suite."]),
        ("- remplacer: 1, al. 1, phr. 2", "> « Autre. »", ["[1] Un début. Autre."]),
        ("- supprimer: 1, al. 1, phr. 1", "", ["[1] Une suite."]),
        ("- supprimer: 1, al. 1, phr. 2", "", ["[1] Un début."]),
        ("- insérer-avant: 1, al. 1", "> « Neuf.\n>\n> Encore. »", ["[1] Neuf.", "[2] Encore."]),
        ("- remplacer: 1, al. 1", "> « Un.\n>\n> Deux. »", ["[1] Un.", "[2] Deux."]),
    ],
)
def test_what_is_put_in_stands_where_the_sentence_says(header: str, body: str, lines: list[str]) -> None:
    found = after("1", header, body)
    rank = int(lines[0][1 : lines[0].index("]")])
    assert found[rank - 1 : rank - 1 + len(lines)] == lines
    untouched = [line.split("] ", 1)[-1] for line in article("1", TEXT)[1:] if line not in SUBS]
    assert [line.split("] ", 1)[-1] for line in found if line.split("] ", 1)[-1] in untouched] == untouched
    assert found[-4:] == SUBS


def test_items_complete_a_list_with_which_an_article_ends() -> None:
    text = document("# Article 1\n\nListe :\n\n- un.\n")
    assert article("1", amended(text, "- compléter: 1, al. 1", "> - deux.")) == [
        "[1] Liste :",
        "[2]   - un.",
        "[3]   - deux.",
    ]
    assert article("1", amended(text, "- compléter: 1", "> - deux.")) == ["[1] Liste :", "[2]   - un.", "[3]   - deux."]
    bare = document("# Article 1\n\nListe :\n")
    assert article("1", amended(bare, "- compléter: 1, al. 1", "> - un.")) == ["[1] Liste :", "[2]   - un."]


def test_an_article_is_split_at_the_first_of_several_alineas() -> None:
    text = document("# Article 1\n\nUn.\n\nDeux.\n\nTrois.\n")
    for words in ("1, al. 2", "1, al. 2 à 3", "Deux"):
        split = amended(text, f"- scinder: 1\n  à: {words}\n  en: 2")
        assert shown(split).split("\n") == ["# Article 1", "[1] Un.", "# Article 2", "[1] Deux.", "[2] Trois."]


def test_an_article_is_split_at_words_of_its_own_lines() -> None:
    split = amended(TEXT, "- scinder: 1\n  à: second\n  en: 1 bis")
    lines = shown(split).split("\n")
    assert lines[:3] == ["# Article 1 – Objet", "[1] Un début. Une suite.", "[2] Un"]
    assert lines[3:8] == [
        "# Article 1 bis",
        "[1] second alinéa :",
        "[2]   - un tiret ;",
        "[3]   - deux tirets.",
        SUBS[0],
    ]
    # « mot » stands in 1.1 and in 2, whose table has « dix » and « Part »: cells are no beginning.
    assert codes("- scinder: 1\n  à: détail\n  en: 1 bis") == [
        "AMD107 le texte nouveau ne convient pas à «\u00a01\u00a0»\u00a0: le début de la seconde partie («\u00a0détail\u00a0») y figure 0 fois"
    ]
    assert codes("- scinder: 2\n  à: Part\n  en: 2 bis") == [
        "AMD107 le texte nouveau ne convient pas à «\u00a02\u00a0»\u00a0: le début de la seconde partie («\u00a0Part\u00a0») y figure 0 fois"
    ]
    parted = amended(TEXT, "- scinder: 2\n  à: Après\n  en: 2 bis")
    assert article("2 bis", parted) == ["[1] Après."]


def test_joining_under_the_first_number_writes_no_number() -> None:
    def numbers(header: str) -> list[str]:
        lines = shown(amended(TEXT, header), origins=True).split("\n")
        return [line.split(" – ")[0] for line in lines if line.startswith("# ")]

    assert numbers("- réunir: [1, 2]\n  en: 1") == ["# Article 1", "# Article 3"]
    assert numbers("- réunir: [1, 2]\n  en: 5")[0].startswith("# {a/1#1|Article 5")
    assert numbers("- réunir: [2, 3]\n  en: 3")[1].startswith("# {a/1#1|Article 3")
    both = shown(amended(TEXT, "- réunir: [1.1, 1.2]\n  en: 1.1")).split("\n")
    assert both[5:8] == ["## 1.1 – Détail", "[1] Un détail, un mot.", "[2] Rien."]


@pytest.mark.parametrize(
    ("header", "numbers"),
    [
        ("- déplacer: 1\n  après: 2", ["2", "1", "1.1", "1.2", "3"]),
        ("- déplacer: 3\n  avant: 1", ["3", "1", "1.1", "1.2", "2"]),
        ("- déplacer: 3\n  après: 1", ["1", "1.1", "1.2", "3", "2"]),
        ("- déplacer: 3\n  avant: 1.2", ["1", "1.1", "3", "1.2", "2"]),
        ("- déplacer: 1.2\n  après: 3", ["1", "1.1", "2", "3", "1.2"]),
        ("- déplacer: [3, 2]\n  avant: 1", ["3", "2", "1", "1.1", "1.2"]),
        ("- déplacer: 2 à 3\n  avant: 1", ["2", "3", "1", "1.1", "1.2"]),
        ("- déplacer: [3, 1.1]\n  avant: 1.2", ["1", "3", "1.1", "1.2", "2"]),
    ],
)
def test_articles_move_whole_and_keep_their_numbers_and_origins(header: str, numbers: list[str]) -> None:
    moved = amended(TEXT, header)
    assert [p.number for p in moved.walk() if p.number] == numbers
    then = {p.id: p for p in TEXT.walk()}
    assert all(p.blocks == then[p.id].blocks and p.heading == then[p.id].heading for p in moved.walk())


@pytest.mark.parametrize(
    ("header", "number", "lines"),
    [
        ("- déplacer: 3, 1°\n  après: 3, 2°", "3", ["2° second.", "1° premier :", "  a) alpha ;", "  b) bêta."]),
        ("- déplacer: 3, 2°\n  avant: 3, 1°", "3", ["2° second.", "1° premier :", "  a) alpha ;", "  b) bêta."]),
        ("- déplacer: 3, 1°, a)\n  après: 3, 2°", "3", ["1° premier :", "  b) bêta.", "2° second.", "a) alpha ;"]),
        ("- déplacer: 3, 2°\n  après: 3, 1°, a)", "3", ["1° premier :", "  a) alpha ;", "  2° second.", "  b) bêta."]),
        ("- déplacer: 3, 1°, a) à b)\n  après: 3, 2°", "3", ["1° premier :", "2° second.", "a) alpha ;", "b) bêta."]),
        ("- déplacer: 3, 2°\n  après: 1, al. 2", "3", ["1° premier :", "  a) alpha ;", "  b) bêta."]),
        (
            "- déplacer: 2, al. 2\n  avant: 3, 1°",
            "3",
            ["Après.", "1° premier :", "  a) alpha ;", "  b) bêta.", "2° second."],
        ),
    ],
)
def test_alineas_move_with_what_is_below_them_to_the_depth_of_what_they_stand_by(
    header: str, number: str, lines: list[str]
) -> None:
    found = [line.split("] ", 1)[1] for line in after(number, header)]
    assert [x.removeprefix("  ") for x in found] == lines


@pytest.mark.parametrize(
    ("header", "body", "found"),
    [
        ("- déplacer: 1, al. 1\n  après: 2", "", "AMD107"),
        ("- déplacer: 1, titre\n  après: 2", "", "AMD107"),
        ("- déplacer: [3, '1, al. 1']\n  après: 2", "", "AMD107"),
        ("- déplacer: [3, '1, al. 1']\n  après: 2, al. 1", "", "AMD107"),
        ("- déplacer: 3\n  après: 2, titre", "", "AMD107"),
        ("- déplacer: '*'\n  après: 2", "", "AMD107"),
        ("- déplacer: 2\n  après: '*'", "", "AMD107"),
        ("- déplacer: 1\n  après: 1.1", "", "AMD107"),
        ("- déplacer: 1, al. 1, phr. 1\n  après: 2, al. 1", "", "AMD107"),
        ("- insérer-après: 1", "> « Un alinéa.\n>\n> # Article 1 bis\n>\n> Un article. »", "AMD107"),
        ("- insérer-après: 1", "> « Un alinéa. »", "AMD107"),
        ("- insérer-après: '*'", "> # « Article 9\n>\n> Neuf. »", "AMD107"),
        ("- insérer-après: 1, al. 1", "> # « Article 9\n>\n> Neuf. »", "AMD107"),
        ("- insérer-après: 1, titre", "> « Neuf. »", "AMD107"),
        ('- insérer-après: 2, ligne "Aube"', "> « Neuf. »", "AMD107"),
        ("- insérer-après: 3, al. 1", "> « Neuf. »", "AMD107"),
        ("- ajouter-ligne: 2, titre\n  cellules: [Meuse, sept]", "", "AMD107"),
        ("- ajouter-ligne: 1\n  cellules: [Meuse, sept]", "", "AMD107"),
        ("- ajouter-ligne: 2, al. 1\n  cellules: [Meuse, sept]", "", "AMD107"),
        ("- ajouter-ligne: 2\n  cellules: [Meuse]", "", "AMD107"),
        ("- ajouter-ligne: 2\n  cellules: [Meuse, sept]\n  après: Membre", "", "AMD107"),
        ("- ajouter-ligne: 2\n  cellules: [Meuse, sept]\n  après: Vosges", "", "AMD107"),
        ("- compléter: 2, tableau 1", "> « Neuf. »", "AMD107"),
        ("- compléter: 1, al. 1", "> # « Article 9\n>\n> Neuf. »", "AMD107"),
        ("- compléter: 3, 1°", "> « Neuf. »", "AMD107"),
        ('- compléter: 2, ligne "Aube"', "> « Neuf. »", "AMD107"),
        ("- compléter: '*'", "> « Neuf. »", "AMD107"),
        ("- remplacer: '*'", "> « Neuf. »", "AMD107"),
        ("- remplacer: 1, al. 1, phr. 1", "> - un tiret.\n> - deux.", "AMD107"),
        ("- remplacer: 1, al. 1, phr. 1", "> Neuf.\n>\n> ## 1.3\n>\n> Dix.", "AMD107"),
        ("- compléter: 1, titre", "> Neuf.\n>\n> ## 1.3\n>\n> Dix.", "AMD107"),
        ("- remplacer: 2, tableau 1", "> « Neuf. »", "AMD107"),
        ('- remplacer: 2, ligne "Aube"', "> « Neuf. »", "AMD107"),
        ("- supprimer: 1", "", "AMD109"),
        ("- supprimer: 3, 1°", "", "AMD109"),
        ("- supprimer: 3, al. 1", "", "AMD109"),
        ("- supprimer: 1.2, titre", "", "AMD109"),
        ('- supprimer: 2, ligne "Aube"', "", "AMD109"),
        ('- supprimer: 2, colonne "Part"', "", "AMD109"),
        ("- supprimer: 1.2, al. 1", "", "AMD110"),
        ("- supprimer: 1.2, al. 1, phr. 1", "", "AMD110"),
        ("- abroger: '*'", "", "AMD109"),
        ("- abroger: 1, al. 1", "", "AMD109"),
        ("- abroger: 1, tiret 1", "", "AMD109"),
        ("- abroger: 1, titre", "", "AMD109"),
        ("- rétablir: 1", "> « Neuf. »", "AMD109"),
        ("- rétablir: 3, 1°", "> - 1° neuf.", "AMD109"),
        ("- rétablir: 1, al. 1", "> « Neuf. »", "AMD109"),
        ("- renommer: 1, al. 1\n  intitulé: But", "", "AMD109"),
        ("- renommer: '*'\n  intitulé: But", "", "AMD109"),
        ("- renuméroter: 1, al. 1\n  en: 9", "", "AMD109"),
        ("- renuméroter: 1, tiret 1\n  en: 9", "", "AMD109"),
        ("- renuméroter: 1 à 2\n  en: 9", "", "AMD107"),
        ("- suspendre: 1, titre\n  jusqu-au: 2030-01-01", "", "AMD109"),
        ("- expirer: 1, al. 1, phr. 1", "", "AMD109"),
        ("- réunir: [1.1, 2]\n  en: 1", "", "AMD107"),
        ("- réunir: ['1, titre', 2]\n  en: 1", "", "AMD107"),
        ("- scinder: 1.2\n  à: Rien\n  en: 1.3", "", "AMD110"),
        ("- scinder: 1\n  à: 1, al. 9\n  en: 1 bis", "", "AMD107"),
        ("- scinder: 1\n  à: 2, al. 2\n  en: 1 bis", "", "AMD107"),
        ("- remplacer-ligne: 2, tableau 1\n  cellules: [Aube, un]", "", "AMD107"),
        ('- remplacer-ligne: 2, ligne "Aube"\n  cellules: [Aube]', "", "AMD107"),
        ("- supprimer-ligne: 2, tableau 1", "", "AMD107"),
    ],
)
def test_what_does_not_fit_is_reported_and_changes_nothing(header: str, body: str, found: str) -> None:
    assert [c[:6] for c in codes(header, body)] == [found]


def test_a_table_keeps_a_row() -> None:
    text = document("# Article 1\n\n| A | B |\n| --- | --- |\n| un | deux |\n")
    assert [c[:6] for c in codes('- supprimer-ligne: 1, ligne "un"', "", text)] == ["AMD110"]
    assert article("2", amended(TEXT, '- supprimer-ligne: 2, ligne "Aube"'))[1:3] == [
        "    | Membre | Part |",
        "    | Marne | onze |",
    ]


def test_what_stands_after_a_table_stays_when_a_row_goes() -> None:
    assert after("2", '- supprimer-ligne: 2, ligne "Aube"') == [
        "[1] Un mot.",
        "    | Membre | Part |",
        "    | Marne | onze |",
        "[2] Après.",
    ]


def test_rows_go_where_they_are_said_to_go() -> None:
    rows = ["    | Aube | dix |", "    | Marne | onze |"]
    new = "    | Meuse | sept |"
    assert after("2", "- ajouter-ligne: 2\n  cellules: [Meuse, sept]")[2:5] == [*rows, new]
    assert after("2", "- ajouter-ligne: 2, tableau 1\n  cellules: [Meuse, sept]")[2:5] == [*rows, new]
    assert after("2", "- ajouter-ligne: 2\n  cellules: [Meuse, sept]\n  après: Aube")[2:5] == [rows[0], new, rows[1]]
    assert after("2", '- remplacer-ligne: 2, ligne "Marne"\n  cellules: [Meuse, sept]')[2:4] == [rows[0], new]
    quoted = "> | Membre | Part |\n> | --- | --- |\n> | Meuse | sept |"
    assert after("2", "- ajouter-ligne: 2", quoted)[2:5] == [*rows, new]
    other = quoted.replace("Part", "Voix")
    assert [c[:6] for c in codes("- ajouter-ligne: 2", other)] == ["AMD107"]
    two = document(
        "# Article 1\n\n| A | B |\n| --- | --- |\n| un | deux |\n\nEntre.\n\n| C | D |\n| --- | --- |\n| trois | quatre |\n"
    )
    assert [c[:6] for c in codes("- ajouter-ligne: 1\n  cellules: [x, y]", "", two)] == ["AMD107"]
    assert article("1", amended(two, "- ajouter-ligne: 1, tableau 1\n  cellules: [x, y]"))[2:4] == [
        "    | x | y |",
        "[1] Entre.",
    ]
    assert article("1", amended(two, "- ajouter-ligne: 1, tableau 2\n  cellules: [x, y]"))[-1] == "    | x | y |"


def test_a_cell_may_be_emptied_and_an_alinea_may_not() -> None:
    assert after("2", "- supprimer-mots: 2\n  mots: dix")[2] == "    | Aube |  |"
    assert after("2", "- supprimer-mots: 2\n  mots: Part")[1] == "    | Membre |  |"
    assert after("2", "- supprimer-mots: 2\n  mots: Membre")[1] == "    |  | Part |"
    assert codes("- supprimer-mots: 1.2\n  mots: Rien.") == ["AMD110 «\u00a01.2, al. 1\u00a0» resterait sans mots"]


def test_the_convention_is_completed_among_its_articles() -> None:
    def kinds(text: Provision, header: str, body: str) -> list[str]:
        return [f"{p.kind} {p.number}".strip() for p in amended(text, header, body).children]

    whole = document("# Préambule\n\nAttendu.\n\n# Article 1\n\nUn.\n\n# Annexe 1\n\nBarème.\n")
    annexes = document("# Annexe 1\n\nBarème.\n")
    two, annex = "> # « Article 2\n>\n> Deux. »", "> # « Annexe 2\n>\n> Liste. »"
    assert kinds(whole, "- compléter: '*'", two) == ["preamble", "article 1", "article 2", "annex 1"]
    assert kinds(whole, "- compléter-au-début: '*'", two) == ["preamble", "article 2", "article 1", "annex 1"]
    assert kinds(whole, "- compléter: '*'", annex) == ["preamble", "article 1", "annex 1", "annex 2"]
    assert kinds(annexes, "- compléter: '*'", two) == ["article 2", "annex 1"]
    assert kinds(annexes, "- compléter-au-début: '*'", two) == ["article 2", "annex 1"]
    assert kinds(annexes, "- compléter: '*'", annex) == ["annex 1", "annex 2"]


def test_each_of_several_articles_takes_the_part_of_its_number() -> None:
    body = "> # « Article 1 – Objet\n>\n> Un neuf.\n>\n> # Article 2 – But\n>\n> Deux neuf. »"
    for targets in ("[1, 2]", "[2, 1]", "1 à 2"):
        text = amended(TEXT, f"- remplacer: {targets}", body)
        assert article("1", text) == ["[1] Un neuf."]
        assert article("2", text) == ["[1] Deux neuf."]
    more = body.replace("Deux neuf. »", "Deux neuf.\n>\n> # Article 7\n>\n> Sept.\n>\n> # Article 8\n>\n> Huit. »")
    (found,) = applied(TEXT, "- remplacer: [1, 3]", more)[1]  # they do not follow each other: where would 7 stand?
    assert found.code is codes_amd.PAYLOAD_NUMBER
    assert "2" in found.message.text("fr")


def texts_of(text: Provision, number: str) -> list[str]:
    return [line.split("] ", 1)[1].strip() for line in article(number, text) if line.startswith("[")]


@pytest.mark.parametrize(
    ("header", "body", "lines"),
    [
        # An item by items of a list; its label stays where the payload has none.
        ("- remplacer: 3, 2°", "> « dernier. »", ["1° premier :", "a) alpha ;", "b) bêta.", "2° dernier."]),
        ("- remplacer: 3, 2°", "> - 2° dernier.", ["1° premier :", "a) alpha ;", "b) bêta.", "2° dernier."]),
        (
            "- remplacer: 3, 2°",
            "> « dernier :\n>\n> - c) gamma ;\n> - d) delta. »",
            ["1° premier :", "a) alpha ;", "b) bêta.", "2° dernier :", "c) gamma ;", "d) delta."],
        ),
        ("- remplacer: 3, 1°", "> « tout. »", ["1° tout.", "2° second."]),
        (
            "- insérer-avant: 3, al. 1",
            "> « 0° zéro ; »",
            ["0° zéro ;", "1° premier :", "a) alpha ;", "b) bêta.", "2° second."],
        ),
        (
            "- insérer-après: 3, 2°",
            "> « 3° trois ;\n>\n> 4° quatre. »",
            ["1° premier :", "a) alpha ;", "b) bêta.", "2° second.", "3° trois ;", "4° quatre."],
        ),
        ("- remplacer: 3, 1°, a)", "> « autre ; »", ["1° premier :", "a) autre ;", "b) bêta.", "2° second."]),
        ("- abroger: 3, 1°", "", ["1° (abrogé)", "2° second."]),
        ("- abroger: 3, 1°, a)", "", ["1° premier :", "a) (abrogé)", "b) bêta.", "2° second."]),
        ("- abroger: 3, 1° à 2°", "", ["1° (abrogé)", "2° (abrogé)"]),
        (
            "- insérer-après: 3, 1°",
            "> « 1° bis tiers ; »",
            ["1° premier :", "a) alpha ;", "b) bêta.", "1° bis tiers ;", "2° second."],
        ),
        (
            "- insérer-avant: 3, 2°",
            "> « 1° bis tiers ; »",
            ["1° premier :", "a) alpha ;", "b) bêta.", "1° bis tiers ;", "2° second."],
        ),
        ("- renuméroter: 3, 2°\n  en: 3°", "", ["1° premier :", "a) alpha ;", "b) bêta.", "3° second."]),
        ("- renuméroter: 3, 1° à 2°\n  en: [2°, 3°]", "", ["2° premier :", "a) alpha ;", "b) bêta.", "3° second."]),
        ("- renuméroter: 3, 1°, a) à b)\n  en: [c), d)]", "", ["1° premier :", "c) alpha ;", "d) bêta.", "2° second."]),
        ("- compléter-au-début: 3, 1°", "> « tout »", ["1° tout premier :", "a) alpha ;", "b) bêta.", "2° second."]),
        (
            "- compléter: 3",
            "> - 3° troisième.",
            ["1° premier :", "a) alpha ;", "b) bêta.", "2° second.", "3° troisième."],
        ),
    ],
)
def test_items_are_changed_with_what_is_below_them(header: str, body: str, lines: list[str]) -> None:
    assert texts_of(amended(TEXT, header, body), "3") == lines


def test_an_item_may_have_further_paragraphs_and_items_beside_it_are_items() -> None:
    def kinds(header: str, body: str) -> list[tuple[str, int, bool]]:
        lines = amended(TEXT, header, body).children[2].alineas[3:]
        return [(a.label.chars if a.label else "", a.depth, a.item) for a in lines]

    assert kinds("- remplacer: 3, 2°", "> « dernier.\n>\n> Suite. »") == [("2°", 1, True), ("", 1, False)]
    assert kinds("- insérer-après: 3, 2°", "> « 3° trois ;\n>\n> 4° quatre. »") == [
        ("2°", 1, True),
        ("3°", 1, True),
        ("4°", 1, True),
    ]


def test_a_sub_article_is_split_where_it_stands() -> None:
    text = document("# Article 1\n\nUn.\n\n# Article 2\n\n## 2.1\n\nA. B.\n\n## 2.2\n\nC. D.\n\n## 2.3\n\nE.\n")
    now = amended(text, "- scinder: 2.2\n  à: D\n  en: 2.2 bis")
    assert [p.number for p in now.walk()] == ["", "1", "2", "2.1", "2.2", "2.2 bis", "2.3"]
    assert article("2", now)[2:6] == ["## 2.2", "[1] C.", "## 2.2 bis", "[1] D."]
    assert [c[:6] for c in codes("- scinder: '*'\n  à: Un\n  en: 9", "", text)] == ["AMD107"]
    assert [c[:6] for c in codes("- renuméroter: '*'\n  en: 9", "", text)] == ["AMD109"]


def test_a_suspension_marks_what_it_names_and_no_more() -> None:
    def marked(header: str) -> list[str]:
        now = amended(TEXT, header)
        units = [p.number for p in now.walk() if p.status == "suspended"]
        return units + [a.text.chars for p in now.walk() for a in p.alineas if a.status == "suspended"]

    until = "\n  jusqu-au: 2030-01-01"
    assert marked(f"- suspendre: 1{until}") == ["1", "1.1", "1.2"]
    assert marked(f"- suspendre: 1.2{until}") == ["1.2"]
    assert marked(f"- suspendre: 3, 1°{until}") == ["premier :", "alpha ;", "bêta."]
    assert marked(f"- suspendre: 3, 1°, b){until}") == ["bêta."]
    assert marked(f"- suspendre: 1, al. 2{until}") == ["Un second alinéa :"]
    repealed = amended(TEXT, "- abroger: 1.2", act="x")
    now = amended(repealed, f"- suspendre: 1{until}")
    assert [p.status for p in now.walk()][1:4] == ["suspended", "suspended", "repealed"]


def test_an_article_under_sub_articles_may_lose_its_last_alinea() -> None:
    text = document("# Article 1\n\nUn.\n\n## 1.1\n\nUn un.\n")
    assert shown(amended(text, "- supprimer: 1, al. 1")).split("\n") == ["# Article 1", "## 1.1", "[1] Un un."]


def test_an_article_reworded_with_its_heading_keeps_what_keeps_its_number() -> None:
    body = "> # « Article 1 – But\n>\n> Tout autre.\n>\n> ## 1.2 – Neuf\n>\n> Neuf. »"
    now = amended(TEXT, "- remplacer: 1", body)
    assert [(p.id, p.title()) for p in now.children[0].walk()] == [
        ("convention/1", "Article 1 – But"),
        ("convention/1.2", "1.2 – Neuf"),
    ]
    alone = amended(TEXT, "- remplacer: 1", "> « Tout autre. »")
    assert [(p.id, p.title(), len(p.blocks)) for p in alone.children[0].walk()] == [
        ("convention/1", "Article 1 – Objet", 1)
    ]
    inner = amended(TEXT, "- remplacer: 1", "> « Tout.\n>\n> ## 1.1 – Encore\n>\n> Encore. »")
    assert [(p.id, p.title()) for p in inner.children[0].walk()] == [
        ("convention/1", "Article 1 – Objet"),
        ("convention/1.1", "1.1 – Encore"),
    ]


def test_a_new_sub_article_of_a_reworded_article_is_the_amendments_own() -> None:
    now = amended(TEXT, "- remplacer: 1", "> « Tout.\n>\n> ## 1.7 – Neuf\n>\n> Neuf. »")
    assert [p.id for p in now.children[0].walk()] == ["convention/1", "a/1.7"]


def test_an_item_that_moves_beside_a_paragraph_stays_an_item() -> None:
    now = amended(TEXT, "- déplacer: 1, tiret 1\n  après: 1, al. 1")
    assert [(a.text.chars, a.depth, a.item) for a in now.children[0].alineas[:2]] == [
        ("Un début. Une suite.", 0, False),
        ("un tiret ;", 1, True),
    ]


def test_a_heading_is_found_by_words_only_where_it_is_named() -> None:
    assert (
        amended(TEXT, "- remplacer-mots: 1, titre\n  mots: Objet\n  par: Sujet").children[0].title()
        == "Article 1 – Sujet"
    )
    assert (
        amended(TEXT, "- remplacer-mots: '*'\n  mots: Objet\n  par: Sujet").children[0].title() == "Article 1 – Sujet"
    )
    assert [c[:6] for c in codes("- remplacer-mots: 1\n  mots: Objet\n  par: Sujet")] == ["AMD102"]
    assert [c[:6] for c in codes("- remplacer-mots: '*'\n  mots: Sujet\n  par: Objet")] == ["AMD102"]
    assert amended(TEXT, "- compléter: 1, titre", "> « et but »").children[0].title() == "Article 1 – Objet et but"
    assert amended(TEXT, "- compléter: 1.2, titre", "> « Rien »").children[0].children[1].title() == "1.2 – Rien"


TWO_WAYS = "- insérer-avant: 1, al. 1\n- remplacer-mots: 1, al. 1\n  mots: Un\n  par: Le{reading}"
NEW = "> « Un tout neuf. »"


def test_words_that_fit_before_and_after_the_act_need_to_be_told_which() -> None:
    found = applied(TEXT, TWO_WAYS.format(reading=""), NEW)[1]
    assert [f.code for f in found] == [codes_amd.TWO_READINGS]
    old = amended(TEXT, TWO_WAYS.format(reading="\n  lecture: avant"), NEW)
    assert article("1", old)[:2] == ["[1] Un tout neuf.", "[2] Le début. Une suite."]
    new = amended(TEXT, TWO_WAYS.format(reading="\n  lecture: résultat"), NEW)
    assert article("1", new)[:2] == ["[1] Le tout neuf.", "[2] Un début. Une suite."]


def sha(*lines: str) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@pytest.mark.parametrize(
    ("target", "lines"),
    [
        ("1, titre", ["Objet"]),
        ("2, titre", ["But"]),
        ("1, al. 1", ["Un début. Une suite."]),
        ("1, al. 1, phr. 2", ["Une suite."]),
        ("1.1", ["Un détail, un mot."]),
        (
            "1",
            ["Un début. Une suite.", "Un second alinéa :", "un tiret ;", "deux tirets.", "Un détail, un mot.", "Rien."],
        ),
        ("2", ["Un mot.", "Membre\tPart", "Aube\tdix", "Marne\tonze", "Après."]),
        ('2, ligne "Aube"', ["Aube\tdix"]),
        ("3, 1°", ["1° premier :", "a) alpha ;", "b) bêta."]),
        ("3, 1°, a)", ["a) alpha ;"]),
        ("3, al. 1", ["1° premier :"]),
    ],
)
def test_a_fingerprint_is_the_sha_256_of_the_words_with_labels_and_rows(target: str, lines: list[str]) -> None:
    found = places(target, TEXT)
    assert isinstance(found, tuple)
    assert fingerprint(found[0], TEXT) == sha(*lines)


def test_a_fingerprint_of_a_heading_looks_at_no_line() -> None:
    text = document(
        "# Article 1 – Objet\n\n- 1° premier.\n\n# Article 2 – But\n\n| A | B |\n| --- | --- |\n| un | deux |\n"
    )
    for target, words in (("1, titre", "Objet"), ("2, titre", "But")):
        found = places(target, text)
        assert isinstance(found, tuple)
        assert fingerprint(found[0], text) == sha(words)


def test_a_fingerprint_leaves_out_what_is_repealed() -> None:
    now = amended(TEXT, "- abroger: 3, 1°")
    found = places("3", now)
    assert isinstance(found, tuple)
    assert fingerprint(found[0], now) == sha("2° second.")
    assert own_words(now.children[2]) == ("2° second.",)


def test_a_fingerprint_sees_through_typography() -> None:
    one = document("# Article 1\n\nL’œuvre «\u00a0libre\u00a0»…\n")
    other = document('# Article 1\n\nL\'oeuvre "libre"...\n')
    found = places("1", one)
    assert isinstance(found, tuple)
    assert fingerprint(found[0], one) == fingerprint(found[0], other) == sha('L\'oeuvre "libre"...')


def texts(*lines: str) -> Provision:
    return document("# Article 1\n\n" + "\n\n".join(lines) + "\n")


def test_an_excerpt_is_the_first_line_that_is_new() -> None:
    before = texts("Un.", "Deux.")
    assert excerpt(before, texts("Un.", "Trois.", "Quatre.")) == "Trois."
    assert excerpt(before, before) == ""
    assert excerpt(before, texts("Deux.")) == ""
    assert excerpt(before, document("# Article 2\n\nUn.\n")) == "Article 2"
    table = document("# Article 1\n\n| A | B |\n| --- | --- |\n| un | deux |\n")
    assert excerpt(before, table) == "A | B"


def test_a_long_excerpt_is_cut_around_what_is_new() -> None:
    ten = "abcdefghi "
    before = texts("Un.", (ten * 9).strip())
    assert excerpt(before, texts("X" + ten * 5 + "vwxyzvwxy")) == "X" + ten * 5 + "vwxyzvwxy"
    # New from the start: sixty characters, then the sign that more follows.
    assert excerpt(before, texts("X" + ten * 6 + "fin")) == "X" + (ten * 6)[:59] + "…"
    # New after 50 that are alike: twenty of them are kept, with the sign that more stood before.
    assert excerpt(before, texts(ten * 5 + "Z" + ten * 5 + "fin")) == "…" + (ten * 5)[30:] + "Z" + (ten * 5)[:39] + "…"
    # Cut where the line ends, there is no sign behind.
    assert excerpt(before, texts(ten * 5 + "Z" + "y" * 30)) == "…" + (ten * 5)[30:] + "Z" + "y" * 30
    assert excerpt(before, texts(ten * 5 + "Z" + "y" * 39)) == "…" + (ten * 5)[30:] + "Z" + "y" * 39
    assert excerpt(before, texts(ten * 5 + "Z" + "y" * 40)) == "…" + (ten * 5)[30:] + "Z" + "y" * 39 + "…"


LETTERED = document("""\
# Article 8 – Organes

## 8.1 – Bureau

Il décide.

### A – Votes

Un vote.

## 8.2 – Comité

Il propose.

### A – Séances

Deux séances.

### B – Avis

Un avis.
""")


@pytest.mark.parametrize(
    ("parts", "ids"),
    [
        # Each « A » is that of its own sub-article.
        ("8.1 A 8.2 A B", "8 8.1 A 8.2 A(2) B"),
        ("8.2 A 8.1 A", "8 8.2 A(2) 8.1 A"),
        # What stood elsewhere is known by its number, where none that stayed has it.
        ("8.1 A B 8.2 A", "8 8.1 A B 8.2 A(2)"),
        ("8.1 8.2 A", "8 8.1 8.2 A(2)"),
        ("8.1 B 8.3 B", "8 8.1 B a/8.3 a/B"),
        ("8.3 A", "8 a/8.3 A(2)"),
        ("8.1 A C", "8 8.1 A a/C"),
    ],
)
def test_parts_of_the_same_letter_keep_each_its_own_identity(parts: str, ids: str) -> None:
    lines = [f"> {'###' if part[0].isalpha() else '##'} {part} – Titre\n>\n> Des mots." for part in parts.split()]
    lines[0] = lines[0].replace("# ", "# « ", 1)
    now = amended(LETTERED, "- remplacer: 8", "\n>\n".join(lines) + " »")
    found = [p.id.removeprefix("convention/").replace(" ", "") for p in now.children[0].walk()]
    assert found == ids.split()


def test_what_moves_after_something_stands_just_behind_it() -> None:
    text = document(
        "# Article 1\n\n- un ;\n- deux.\n\n| M | V |\n| --- | --- |\n| A | 1 |\n| B | 2 |\n| C | 3 |\n\nFin.\n"
    )
    row = '- déplacer: 1, tableau 1, ligne "A"\n  après: 1, tableau 1, ligne "B"'
    assert article("1", amended(text, row))[2:5] == ["    | M | V |", "    | B | 2 |", "    | A | 1 |"]
    item = "- déplacer: 1, tiret 1\n  après: 1, tableau 1"
    assert article("1", amended(text, item))[-2:] == ["[2]   - un ;", "[3] Fin."]


def test_an_item_is_repealed_with_its_further_paragraphs_and_leaves_one_tombstone() -> None:
    text = document("# Article 1\n\n- 1° un ;\n\n  et encore un ;\n- 2° deux.\n")
    assert article("1", amended(text, "- abroger: 1, 1°")) == ["[1]   1° (abrogé)", "[2]   2° deux."]
