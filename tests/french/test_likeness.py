"""New texts that show by their own words which lines they reword."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import BASE, done

PRIME = [
    {"num": "1", "title": "Objet", "text": "L'accord organise une prime."},
    {
        "num": "7",
        "title": "Primes",
        "text": "4. Le repas du soir est offert.\n"
        "5. Il est créé une prime de cantine.\n"
        "Pour chaque mois entier de présence, elle est égale à 2 % du salaire. Elle est versée au bout d'un an.\n"
        "En cas de départ, elle est versée au prorata.\n"
        "À défaut d'accord sur la date du versement, elle est versée en octobre.\n"
        "6. Le repas de fête est offert.",
    },
]
SHORTER = (
    "« Pour chaque mois entier de présence, elle est égale à 3 % du salaire. Elle est versée au bout de six mois. "
    "À défaut d'accord sur la date du versement, elle est versée en septembre. »"
)


def test_a_text_that_begins_and_ends_as_lines_of_a_modified_part_rewords_these() -> None:
    texts, asked = done("L'article 7.5 est modifié comme suit :", SHORTER, base=PRIME)
    assert texts["7"].split("\n") == [
        "4. Le repas du soir est offert.",
        "5. Il est créé une prime de cantine.",
        SHORTER.strip("« »"),
        "6. Le repas de fête est offert.",
    ]
    assert asked == []


@pytest.mark.parametrize(
    "text",
    [
        "« Pour chaque mois entier de présence, elle est égale à 3 % du salaire. »",  # the end is not found again
        "« Il est créé une prime de cantine. À défaut d'accord sur la date du versement, elle est versée en mai. »",  # from the first line
        "« Pour chaque mois entier de présence, elle vaut 3 %. À défaut d'accord sur la date du versement, non. »",  # too short by half
        # two lines of three: the second may stand
        "« Pour chaque mois entier de présence, elle est de 3 %.\nÀ défaut d'accord sur la date du versement, elle est versée en mai. »",
    ],
)
def test_a_text_that_may_leave_lines_as_they_are_is_asked_about(text: str) -> None:
    sentence = "L'article 7.5 est modifié comme suit :"
    assert done(sentence, text, base=PRIME) == ({}, [sentence])


SERVICE = [
    *BASE[:3],
    {"num": "3", "title": "", "text": "Un repas est servi.\nLe service de midi ouvre à toute heure."},
]


def test_a_line_that_is_said_again_with_more_words_is_the_one_that_is_reworded() -> None:
    text = "Le service de midi ouvre à toute heure, sauf le dimanche et les jours de fête."
    texts, asked = done("L'article 3 est modifié comme suit :", f"« {text} »", base=SERVICE)
    assert (texts, asked) == ({"3": f"Un repas est servi.\n{text}"}, [])


def test_a_long_text_that_begins_within_a_modified_part_and_ends_elsewhere_is_asked_about() -> None:
    sentence = "L'article 3 est modifié comme suit :"
    text = ("« Le service de midi ouvre à toute heure.", "Il est ouvert à tous. »")
    assert done(sentence, *text, base=SERVICE) == ({}, [sentence])


AMISS = "L'article 3 « Frais » est remplacé par :"


def test_an_article_named_by_its_number_and_its_words_may_bear_another_heading_than_is_quoted() -> None:
    base = [
        {"num": "3", "title": "Prime", "text": "La prime de cantine est de 2 % du salaire, et versée en mai."},
        {"num": "4", "title": "Frais", "text": "Ils sont remboursés."},
    ]
    text = "La prime de cantine est de 3 % du salaire, et versée en mai."
    assert done(AMISS, f"« {text} »", base=base) == ({"3": text}, [])


@pytest.mark.parametrize(
    "text",
    [
        "« Ils sont remboursés sur facture au bout de trois mois. »",  # the words are not those of article 3
        "« La prime de cantine est de 3 %, et due à tous ceux qui sont là depuis un an, sauf au chef. »",  # not nearly all
    ],
)
def test_a_heading_that_is_not_the_article_s_is_asked_about_where_its_words_are_not_nearly_said_again(
    text: str,
) -> None:
    base = [{"num": "3", "title": "Prime", "text": "La prime de cantine est de 2 % du salaire, et versée en mai."}]
    assert done(AMISS, text, base=base) == ({}, [AMISS])


def test_words_that_both_counts_find_in_different_lines_are_asked_about() -> None:
    """The second alinéa is « – une soupe au pain », or « Le pain est compris », the list being one with what introduces it."""
    base = [{"num": "3", "title": "", "text": "On sert :\n– une soupe au pain ;\n– un fruit.\nLe pain est compris."}]
    sentence = "Au deuxième alinéa de l'article 3, le mot « pain » est remplacé par le mot « riz »."
    assert done(sentence, base=base) == ({}, [sentence])


OLD = "Le dîner du personnel de nuit est servi dans la petite salle, à toute heure"
REST: list[dict[str, Any]] = [
    {"num": None, "title": "Objet", "text": "On sert à dîner."},
    {"num": "4", "title": "Nuit", "text": f"Il est dit :\n{OLD}."},
]
TOLD = "La clause sur le dîner, de l'article 4 tel qu'il est, est modifiée comme suit :"


def test_a_line_said_again_to_its_last_word_and_then_more_is_the_one_that_is_reworded() -> None:
    text = f"{OLD}, sauf le dimanche."
    assert done(TOLD, f"« {text} »", base=REST) == ({"4": f"Il est dit :\n{text}"}, [])


@pytest.mark.parametrize(
    ("sentence", "text", "base"),
    [
        (TOLD, f"{OLD}, sauf le dimanche.", [*REST, {"num": "5", "title": "", "text": OLD}]),  # two lines say it
        (TOLD, OLD.replace("toute heure", "une heure, sauf le dimanche."), REST),  # a word of it is another
        (TOLD.replace("article 4", "article 5"), f"{OLD}, sauf le dimanche.", [*REST, {"num": "5", "title": "", "text": "Rien."}]),
        (TOLD.replace("modifiée", "complétée"), f"{OLD}, sauf le dimanche.", REST),  # it may come after it
        ("Une clause est insérée, qui est rédigée comme suit :", f"{OLD}, sauf le dimanche.", REST),
        (TOLD, f"{OLD}, sauf le dimanche.\nIl est chaud.", REST),  # two lines
    ],
)  # fmt: skip
def test_a_line_that_is_not_said_again_alone_and_whole_is_asked_about(
    sentence: str, text: str, base: list[dict[str, Any]]
) -> None:
    assert done(sentence, f"« {text} »", base=base) == ({}, [sentence])


TAX = [
    "Cantines de ville :",
    "– pour les maisons de 11 à 49 salariés, une part de 1 % de la masse des salaires ;",
    "La part de 2019 est due sur les salaires de 2018.",
    "– pour les maisons de 50 salariés et plus, une part de 2 % de la masse des salaires ;",
    "La part de 2019 est due sur les salaires de 2018 au plus tard.",
]
CLAUSE = "Le présent article annule ce qui touche aux cantines de ville et maintient une part comme suit :"
YEARS = [line.replace("2019", "2021").replace("2018", "2020") for line in TAX[1:]]


def taxes(*after: str) -> list[dict[str, Any]]:
    return [
        {"num": None, "title": "Parts", "text": "\n".join([*TAX, *after])},
        {"num": "2", "title": "", "text": "Rien."},
    ]


def test_lines_that_are_said_again_one_by_one_down_to_the_end_are_those_that_are_reworded() -> None:
    new = [*YEARS, "Elle est versée en mai."]
    assert done(CLAUSE, "« " + "\n".join(new) + " »", base=taxes()) == ({"Parts": "\n".join([TAX[0], *new])}, [])
    texts, asked = done(CLAUSE, "« " + "\n".join(new) + " »", base=taxes("Cantines des champs", "Elles sont libres."))
    assert texts == {"Parts": "\n".join([TAX[0], *new, "Cantines des champs", "Elles sont libres."])}
    assert asked == []


@pytest.mark.parametrize(
    ("new", "base"),
    [
        (YEARS[:3], taxes()),  # the last line may stand
        (YEARS, taxes("Elle est versée en juin.")),  # what follows may stand, or not
        ([YEARS[0], "Tout autre chose.", *YEARS[2:]], taxes()),  # a line in their midst is like none
        (YEARS, [*taxes(), {"num": None, "title": "Autres", "text": "\n".join(TAX)}]),  # two stretches
    ],
)
def test_lines_that_are_not_all_said_again_in_one_place_are_asked_about(
    new: list[str], base: list[dict[str, Any]]
) -> None:
    assert done(CLAUSE, "« " + "\n".join(new) + " »", base=base) == ({}, [CLAUSE])


def test_a_new_text_that_puts_the_lines_in_another_order_is_the_whole_wording() -> None:
    base = [
        {
            "num": "3",
            "title": "",
            "text": "Un repas est servi chaque jour à tous.\nLe service de midi ouvre à toute heure.",
        }
    ]
    text = "Le service de midi ouvre à toute heure.\nUn repas est servi chaque jour à tous, sauf le dimanche."
    assert done("L'article 3 est modifié comme suit :", f"« {text} »", base=base) == ({"3": text}, [])


RULES: list[dict[str, Any]] = [
    {"num": "1", "title": "", "text": "Le repas du midi est servi à tous.\n– un plat chaud est servi chaque jour ;\nUne carte est remise à chacun des salariés."},
]  # fmt: skip


def test_a_line_that_is_nearly_said_again_is_meant_though_its_rank_is_another() -> None:
    text = "Une carte est remise à chacun des nouveaux salariés."
    texts, asked = done("Le cinquième alinéa de l'article 1 est remplacé par :", f"« {text} »", base=RULES)
    assert (texts["1"].split("\n")[2], asked) == (text, [])


@pytest.mark.parametrize(
    "text",
    [
        "Une carte est remise aux chefs.",  # it shares too few words with any
        "Un plat chaud, le repas du midi, est servi à tous chaque jour.",  # two lines are like it
    ],
)
def test_a_line_that_is_hardly_said_again_is_asked_about(text: str) -> None:
    sentence = "Le cinquième alinéa de l'article 1 est remplacé par :"
    assert done(sentence, f"« {text} »", base=RULES) == ({}, [sentence])


TABLES: list[dict[str, Any]] = [
    {"num": "1", "title": "", "text": "Plats :\nPlat | Prix |\nSoupe | 2 |\nPain | 1 |\nVins :\nVin | Prix |\nRouge | 4 |\nBlanc | 5 |"},
    {"num": "2", "title": "", "text": "Ils valent un an."},
]  # fmt: skip
NEW_TABLE = "Vin | Prix |\nRouge | 5 |\nBlanc | 6 |"


@pytest.mark.parametrize(
    "sentence", ["Le tableau de l'article 1 est remplacé par le tableau suivant :", "Le tableau est remplacé par le tableau suivant :"]
)  # fmt: skip
def test_of_several_tables_the_one_of_the_same_columns_and_first_cells_is_meant(sentence: str) -> None:
    texts, asked = done(sentence, NEW_TABLE, base=TABLES)
    assert (texts["1"].split("\n")[5:], asked) == (NEW_TABLE.split("\n"), [])


@pytest.mark.parametrize(
    "table", ["Vin | Prix |\nRosé | 5 |\nGris | 6 |", "Vin | Prix | An |\nRouge | 5 | 1 |\nBlanc | 6 | 1 |"]
)
def test_of_several_tables_none_is_meant_where_their_rows_are_others(table: str) -> None:
    sentence = "Le tableau de l'article 1 est remplacé par le tableau suivant :"
    assert done(sentence, table, base=TABLES) == ({}, [sentence])


def test_lines_around_a_new_table_are_asked_about() -> None:
    sentence = "Le tableau de l'article 1 est remplacé par le tableau suivant :"
    assert done(sentence, NEW_TABLE, "Ces prix valent dès le 1er mai.", base=TABLES) == ({}, [sentence])
