"""`clausier apply` on moves, text put first or between, and rows of tables, on texts in plain lines."""

from __future__ import annotations

import pytest

from clausier.author.apply.apply import apply
from french.test_apply import document
from support.agreement import BASE, done


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


def test_a_text_between_the_two_lines_of_an_article_is_put_there_where_it_has_two() -> None:
    said = "Entre les deux alinéas de l'article {} est inséré un alinéa ainsi rédigé :"
    base = [*BASE, {"num": "9", "title": "Pain", "text": "Il est offert.\nIl est frais."}]
    texts, asked = done(said.format(9), "« Il est coupé. »", base=base)
    assert (texts["9"], asked) == ("Il est offert.\nIl est coupé.\nIl est frais.", [])
    assert done(said.format(4), "« Il est coupé. »") == ({}, [said.format(4)])  # it has four


def test_what_is_said_by_a_noun_or_by_a_rank_alone_is_done() -> None:
    base = [{"num": "1", "title": "Pain", "text": "Il est offert. Il est frais. Il est rond.\nIl est offert à tous."}]
    texts, asked = done(
        "Au premier alinéa de l'article 1, ainsi qu'au deuxième, le mot « offert » est remplacé par « vendu ».",
        "Article 1 : suppression de la dernière phrase du premier alinéa.",
        base=base,
    )
    assert (texts, asked) == ({"1": "Il est vendu. Il est frais.\nIl est vendu à tous."}, [])


def test_a_list_of_what_an_act_does_orders_nothing_and_is_asked_about() -> None:
    announced, order = "suppression de l'article 4 ;", "L'article 4 est supprimé."
    assert done(f"– {announced}", order) == ({"4": ""}, [announced])
    assert done(order.replace("L'article 4 est supprimé", "Suppression de l'article 4")) == ({"4": ""}, [])


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


@pytest.mark.parametrize(
    ("lines", "number", "text"),
    [
        (
            ("L'alinéa de l'article 4 commençant par « Il est » est supprimé.",),
            "4",
            "Le dossier comprend :\n– une lettre ;\n– une photographie.",
        ),
        (
            ("À l'article 3.2, la phrase débutant par les mots « Le menu » est ainsi rédigée : « Le menu est fixe. »",),
            "3",
            "3.1. Horaires\nLe service ouvre à midi.\nIl ferme à deux heures.\n3.2. Menus\nLe menu est fixe.",
        ),
        (
            ("Aux a) à c) de l'article 2, le mot « Le » est supprimé.",),
            None,
            "",
        ),
        (
            ("Aux a) et b) de l'article 2, le mot « Le » est remplacé par le mot « Un ».",),
            "2",
            "Sont remboursés :\na) Un train, en seconde classe ;\nb) Un taxi, sur accord ;\nc) L'hôtel.",
        ),
        (
            ("À l'article 2, après le b), il est inséré un b bis) ainsi rédigé :", "« b bis) Le vélo ; »"),
            "2",
            "Sont remboursés :\na) Le train, en seconde classe ;\nb) Le taxi, sur accord ;\nb bis) Le vélo ;\nc) L'hôtel.",
        ),
        (
            ("Le c) de l'article 2 est remplacé par un c) et un d) ainsi rédigés :", "« c) L'hôtel ;", "d) Le vélo. »"),
            "2",
            "Sont remboursés :\na) Le train, en seconde classe ;\nb) Le taxi, sur accord ;\nc) L'hôtel ;\nd) Le vélo.",
        ),
        (
            ("À l'article 5, il est inséré un deuxième alinéa ainsi rédigé :", "« Il est payé d'avance. »"),
            "5 (1)",
            "Le prix est de 5 €.\nIl est payé d'avance.\nIl est affiché.\n(1) Article étendu.\n(Arrêté du 3 mai 2016 - art. 1)",
        ),
        # Of a list, « un quatrième alinéa » is counted in two ways.
        (("À l'article 4, il est inséré un troisième alinéa ainsi rédigé :", "« Il est daté. »"), None, ""),
        (("L'alinéa de l'article 4 commençant par « Il n'est » est supprimé.",), None, ""),
        (("L'alinéa de l'article 3 commençant par « Le » est supprimé.",), None, ""),
        (("La phrase de l'article 4 commençant par « Il est » et finissant par « signé. » est supprimée.",), None, ""),
    ],
)
def test_a_line_named_by_its_first_words_its_rank_or_those_beside_it(
    lines: tuple[str, ...], number: str | None, text: str
) -> None:
    texts, asked = done(*lines)
    assert (texts, len(asked)) == (({number: text}, 0) if number else ({}, 1))


def test_two_new_articles_stand_behind_each_other() -> None:
    said = "Après l'article 2, sont insérés les articles 2 bis et 2 ter ainsi rédigés :"
    text = "« Article 2 bis – Reçu\nUn reçu est donné.\nArticle 2 ter\nIl est daté. »"
    found = apply(document(f"{said}\n{text}"))
    numbers = [a["num"] for a in found["articles"]]
    assert numbers[: numbers.index("3")] == ["1er", "2", "2 bis", "2 ter"]
    new = [(a["title"], a["text"]) for a in found["articles"] if a["num"] in {"2 bis", "2 ter"}]
    assert new == [("Reçu", "Un reçu est donné."), ("", "Il est daté.")]
    assert found["queries"] == []
    assert done(said, text.replace("2 ter", "2 quater"))[0] == {}
    assert done(said, "« Un reçu est donné. »")[0] == {}


SENTENCES = [
    {"num": "1", "title": "Bail", "text": "Le loyer est dû. Il est payé. Il est révisé.\n1° Le gaz ;\n2° L'eau."}
]


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (
            ("La première phrase du premier alinéa de l'article 1 est complétée par les mots « d'avance ».",),
            "Le loyer est dû d'avance. Il est payé. Il est révisé.",
        ),
        (
            (
                "La deuxième phrase du premier alinéa de l'article 1 est complétée par une phrase ainsi rédigée : « Et vite. »",
            ),
            "Le loyer est dû. Il est payé. Et vite. Il est révisé.",
        ),
        # Beside a sentence, or in it? A line of a list, or one like the others? A heading, or a line?
        (("La première phrase du premier alinéa de l'article 1 est complétée comme suit :", "« Il est cher. »"), ""),
        (("La première phrase du premier alinéa de l'article 1 est complétée par un alinéa :", "« Il est cher. »"), ""),
        (("Le deuxième alinéa de l'article 1 est ainsi rédigé : « Le gaz est compris. »",), ""),
        (("L'article 1 est ainsi rédigé :", "« 1. Loyers", "Le loyer est libre. »"), ""),
    ],
)
def test_what_completes_a_sentence_is_put_there_and_what_may_be_elsewhere_is_asked_about(
    lines: tuple[str, ...], first: str
) -> None:
    texts, asked = done(*lines, base=SENTENCES)
    assert [text.split("\n")[0] for text in texts.values()] == ([first] if first else [])
    assert len(asked) == (not first)
