"""`clausier apply` on moves, text put first or between, and rows of tables, on texts in plain lines."""

from __future__ import annotations

import pytest

from agreement import done
from clausier.author.apply.apply import apply
from french.test_apply import document


def test_an_article_moved_stands_where_it_is_put() -> None:
    found = apply(document("L'article 3 est déplacé après l'article 1er."))
    assert [a["num"] for a in found["articles"]] == ["1er", "3", "2"]
    assert found["queries"] == []


def test_an_article_split_takes_the_text_of_each_part() -> None:
    texts, asked = done(
        "L'article 4 est scindé en deux articles 4 et 4 bis ainsi rédigés :",
        "« Article 4",
        "Le dossier comprend une lettre.",
        "Article 4 bis",
        "Le dossier est signé. »",
    )
    assert texts == {"4": "Le dossier comprend une lettre.", "4 bis": "Le dossier est signé."}
    assert asked == []


def test_a_new_first_line_is_put_first() -> None:
    texts, asked = done("Au début de l'article 4, il est inséré un alinéa ainsi rédigé :", "« Un dossier est ouvert. »")
    assert texts["4"].split("\n")[:2] == ["Un dossier est ouvert.", "Le dossier comprend :"]
    assert asked == []


def test_a_text_between_two_lines_that_follow_each_other_is_put_there() -> None:
    texts, asked = done(
        "Entre le premier et le deuxième alinéas de l'article 3.1, il est inséré un alinéa ainsi rédigé :",
        "« Il sert à table. »",
    )
    assert texts["3"].split("\n")[1:4] == ["Le service ouvre à midi.", "Il sert à table.", "Il ferme à deux heures."]
    assert asked == []


def test_a_row_is_reworded_added_and_taken_out() -> None:
    texts, asked = done(
        "Au tableau de l'article 6, la ligne « Plat » est remplacée par la ligne suivante :", "« Plat | 6 € | »"
    )
    assert texts["6"].split("\n")[1:3] == ["Plat | 6 € |", "Dessert | 2 € |"]
    assert asked == []
    texts, asked = done("La ligne « Dessert » du tableau de l'article 6 est supprimée.")
    assert texts["6"].split("\n") == ["Les tarifs sont :", "Plat | 5 € |", "Ils sont affichés."]
    assert asked == []
    texts, asked = done(
        "Après la ligne « Plat » du tableau de l'article 6, il est inséré une ligne ainsi rédigée :",
        "« Fruit | 1 € | »",
    )
    assert texts["6"].split("\n")[1:4] == ["Plat | 5 € |", "Fruit | 1 € |", "Dessert | 2 € |"]
    assert asked == []
    texts, asked = done("Le tableau de l'article 6 est complété par une ligne ainsi rédigée :", "« Fruit | 1 € | »")
    assert texts["6"].split("\n")[3] == "Fruit | 1 € |"
    assert asked == []


def test_a_cell_is_reworded_in_its_row() -> None:
    texts, asked = done("À la ligne « Plat » du tableau de l'article 6, le montant « 5 € » est remplacé par « 6 € ».")
    assert texts["6"].split("\n")[1] == "Plat | 6 € |"
    assert asked == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Au tableau de l'article 6, la ligne « Vin » est supprimée.",),
        ("Au tableau de l'article 6, la ligne « Plat » est remplacée par la ligne suivante :", "« Six euros. »"),
        ("Entre l'article 2 et l'article 4, il est inséré un article 2 bis ainsi rédigé :", "« Le vin est offert. »"),
        ("Entre l'article 2 et l'article 9, il est inséré un article 2 bis ainsi rédigé :", "« Le vin est offert. »"),
        ("Le deuxième alinéa de l'article 3.1 est déplacé après l'article 4.",),
        ("L'article 4 est scindé en deux articles 4 et 4 bis ainsi rédigés :", "« Le dossier est signé. »"),
        ("L'application de l'article 4 est suspendue jusqu'au 31 décembre 2025.",),
    ],
)
def test_what_does_not_fit_is_asked_about(lines: tuple[str, ...]) -> None:
    assert done(*lines) == ({}, [lines[0]])


def test_a_new_article_has_the_heading_that_its_sentence_gives_it() -> None:
    found = apply(document("Il est ajouté un article 4 « Vins » rédigé comme suit :", "« Le vin est offert. »"))
    assert [(a["num"], a["title"], a["text"]) for a in found["articles"][3:]] == [("4", "Vins", "Le vin est offert.")]
    assert found["queries"] == []


def test_a_new_article_with_another_heading_than_its_sentence_gives_it_is_asked_about() -> None:
    sentence = "Il est ajouté un article 4 « Vins » rédigé comme suit :"
    found = apply(document(sentence, "« Article 4 – Eaux", "Le vin est offert. »"))
    assert len(found["articles"]) == 3
    assert [q["sentence"] for q in found["queries"]] == [sentence]


def test_a_new_alinea_takes_the_rank_that_it_is_said_to_have() -> None:
    said = "Il est ajouté à l'article 5 un troisième alinéa ainsi rédigé :"
    texts, asked = done(said, "« Il est révisé. »")
    assert texts["5 (1)"].split("\n")[:3] == ["Le prix est de 5 €.", "Il est affiché.", "Il est révisé."]
    assert asked == []
    other = said.replace("troisième", "deuxième")
    assert done(other, "« Il est révisé. »") == ({}, [other])


@pytest.mark.parametrize("quoted", ["« Il est révisé. »", "« Il est révisé »"])
def test_a_sentence_put_at_the_end_follows_the_last_one(quoted: str) -> None:
    texts, asked = done(f"Le deuxième alinéa de l'article 5 est complété par la phrase {quoted}.")
    assert texts["5 (1)"].split("\n")[1].rstrip(".") == "Il est affiché. Il est révisé"
    assert asked == []
