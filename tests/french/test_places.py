"""Places in plain texts, and what is done there: each way to name a part, and beside it the one that names none."""

from __future__ import annotations

from typing import Any

import pytest

from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "1", "title": "Objet", "text": "L'accord organise les repas.\nIl vaut partout. Il vaut toujours."},
    {"num": "2", "title": "Frais", "text": "Sont remboursés :\n1° Le train ;\n2° Le taxi.\nIls sont plafonnés."},
    {"num": "3", "title": "Service", "text": "A. Midi\nLe service ouvre à midi.\nB. Soir\nLe service ouvre à sept heures.\nIl ferme à neuf heures."},
    {"num": "4", "title": "Liste", "text": "Le dossier comprend :\n– une lettre ;\n– une photographie ;\n– un reçu."},
    {"num": "5", "title": "Prix", "text": "Le prix est de 5 €."},
    {"num": "6", "title": "Charte", "text": "L'article 9 de l'accord du 2 mai 2001 est ainsi rédigé :\n« Le prix est libre.\nIl est affiché. »"},
    {"num": "7", "title": "Notes", "text": "Le prix (1) est ferme.\nIl est affiché."},
    {"num": "8", "title": "Tirets", "text": "Le a) dit :\na) Le sel ;\n– fin ;\n– gros.\nEt rien d'autre."},
]  # fmt: skip


def lines(number: str, *sentence: str) -> list[str]:
    """The lines of an article that alone changes, and about which nothing is asked."""
    texts, asked = done(*sentence, base=BASE)
    assert asked == []
    assert list(texts) == [number]
    return texts[number].split("\n")


@pytest.mark.parametrize(
    ("number", "sentence", "expected"),
    [
        ("5", ("L'article « Prix » est remplacé par :", "« Il est libre. »"), ["Il est libre."]),
        ("3", ("Le paragraphe « B. Soir » de l'article 3 est remplacé par :", "« Le soir, il est fermé. »"),
         ["A. Midi", "Le service ouvre à midi.", "B. Soir", "Le soir, il est fermé."]),
        ("3", ("Le paragraphe B « Soir » de l'article 3 est remplacé par :", "« Le soir, il est fermé. »"),
         ["A. Midi", "Le service ouvre à midi.", "B. Soir", "Le soir, il est fermé."]),
        ("4", ("Le deuxième tiret de l'article 4 est remplacé par :", "« – un portrait ; »"),
         ["Le dossier comprend :", "– une lettre ;", "– un portrait ;", "– un reçu."]),
        ("4", ("Le dernier tiret de l'article 4 est supprimé.",),
         ["Le dossier comprend :", "– une lettre ;", "– une photographie ;"]),
        ("1", ("La seconde phrase du deuxième alinéa de l'article 1 est supprimée.",),
         ["L'accord organise les repas.", "Il vaut partout."]),
        ("2", ("Le 2° de l'article 2 est remplacé par :", "« Le vélo. »"),
         ["Sont remboursés :", "1° Le train ;", "2° Le vélo.", "Ils sont plafonnés."]),
        ("2", ("Le 1° de l'alinéa 1 de l'article 2 est remplacé par :", "« L'avion ; »"),
         ["Sont remboursés :", "1° L'avion ;", "2° Le taxi.", "Ils sont plafonnés."]),
        ("8", ("Le a) de l'article 8 est supprimé.",), ["Le a) dit :", "Et rien d'autre."]),
        ("3", ("Dans l'article 3, l'alinéa 2 « Le service ouvre à midi. » est modifié comme suit :", "« Il ouvre à une heure. »"),
         ["A. Midi", "Il ouvre à une heure.", "B. Soir", "Le service ouvre à sept heures.", "Il ferme à neuf heures."]),
        ("3", ("Dans l'article 3, l'alinéa 5 « Il ferme … » est modifié comme suit :", "« Il ferme tard. »"),
         ["A. Midi", "Le service ouvre à midi.", "B. Soir", "Le service ouvre à sept heures.", "Il ferme tard."]),
        ("1", ("Au deuxième alinéa de l'article 1, après le mot « partout », sont insérés les mots « en France »."),
         ["L'accord organise les repas.", "Il vaut partout en France. Il vaut toujours."]),
        ("1", ("Le premier alinéa de l'article 1 est complété par les mots « de midi »."),
         ["L'accord organise les repas de midi.", "Il vaut partout. Il vaut toujours."]),
        ("1", ("Le premier alinéa de l'article 1 est complété par une phrase ainsi rédigée :", "« Il les sert. »"),
         ["L'accord organise les repas. Il les sert.", "Il vaut partout. Il vaut toujours."]),
        ("4", ("Après les mots « une photographie ; » de l'article 4, il est inséré :", "« – un timbre ; »"),
         ["Le dossier comprend :", "– une lettre ;", "– une photographie ;", "– un timbre ;", "– un reçu."]),
        ("2", ("Après le premier alinéa de l'article 5, il est inséré un alinéa ainsi rédigé :",), []),
        ("6", ("L'article 6 est remplacé par :", "« Le prix est de 5 €. »"),
         ["L'article 9 de l'accord du 2 mai 2001 est ainsi rédigé :", "« Le prix est de 5 €. »"]),
    ],
)  # fmt: skip
def test_a_place_is_found_and_changed(number: str, sentence: tuple[str, ...] | str, expected: list[str]) -> None:
    told = (sentence,) if isinstance(sentence, str) else sentence
    if not expected:  # without a text, nothing can be done
        assert done(*told, base=BASE) == ({}, [told[0]])
        return
    assert lines(number, *told) == expected


def test_a_range_and_a_list_of_articles_are_repealed() -> None:
    assert done("Les articles 3 à 5 sont abrogés.", base=BASE) == ({"3": "", "4": "", "5": ""}, [])
    assert done("Les articles 2 et 5 sont supprimés.", base=BASE) == ({"2": "", "5": ""}, [])


def test_an_article_takes_another_number_or_heading() -> None:
    texts, asked = done("L'article 8 devient l'article 9.", base=BASE)
    assert (texts["9"], asked) == (BASE[7]["text"], [])
    titled = [{"num": None, "title": "Prix", "text": "5 €."}]
    assert done("Le titre de l'article « Prix » est remplacé par : « Tarif ».", base=titled) == ({"Tarif": "5 €."}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Les articles 5 à 3 sont abrogés.",
        "Les articles 5 à 12 sont abrogés.",
        "Les articles 5 et 12 sont abrogés.",
        "Le cinquième tiret de l'article 4 est supprimé.",
        "Le paragraphe « Matin » de l'article 3 est supprimé.",
        "L'article « Tarif » est supprimé.",
        "Le 3° de l'article 2 est supprimé.",
        "Le neuvième alinéa de l'article 3 est supprimé.",
        "L'article 12 devient l'article 13.",
        "Dans l'article 1, l'alinéa 2 « Il vaut partout. » est modifié comme suit :",  # the first of its two sentences
        "Dans l'article 3, l'alinéa 2 « Il ferme à neuf heures. » est modifié comme suit :",
        "Le deuxième alinéa de l'article 1 « L'accord organise les repas. » est supprimé.",
        "Après les mots « un timbre » de l'article 4, il est inséré :",
    ],
)
def test_a_place_that_is_not_there_is_asked_about(sentence: str) -> None:
    text = ("« – une carte ; »",) if sentence.endswith(":") else ()
    assert done(sentence, *text, base=BASE) == ({}, [sentence])


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Les articles 2 et 5 sont remplacés par :", "Le prix est libre."),  # which of the two?
        ("L'article 5 est rétabli.", ""),  # in which wording?
        ("Le deuxième alinéa de l'article 7 est remplacé par :", "Il est affiché (1) ici."),  # one mark, two notes
        ("Le premier alinéa de l'article 1 est complété comme suit :", "Un menu.\nUne carte."),  # in it, or after it
        ("L'article 5 est complété comme suit :", "Le prix est de 5 €."),  # it says so already
    ],
)
def test_what_is_not_told_of_a_change_is_asked_about(sentence: str, text: str) -> None:
    assert done(sentence, *([f"« {text} »"] if text else []), base=BASE) == ({}, [sentence])


COUNTED: list[dict[str, Any]] = [
    {"num": "1", "title": "Prix", "text": "Un.\nDeux.\nTrois.\nQuatre."},
    {"num": "2", "title": "Durée", "text": "1. Le repas.\n2. Le goûter.\n3. Le dîner."},
]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Les deux premiers alinéas de l'article 1 sont supprimés.", ["Trois.", "Quatre."]),
        ("Les deux derniers alinéas de l'article 1 sont supprimés.", ["Un.", "Deux."]),
        ("Les deuxième et troisième alinéas de l'article 1 sont supprimés.", ["Un.", "Quatre."]),
        ("Les alinéas 2 à 4 de l'article 1 sont supprimés.", ["Un."]),
    ],
)
def test_several_alineas_are_one_stretch(sentence: str, left: list[str]) -> None:
    assert done(sentence, base=COUNTED) == ({"1": "\n".join(left)}, [])


def test_alineas_that_are_no_stretch_are_asked_about() -> None:
    sentence = "Les premier et troisième alinéas de l'article 1 sont supprimés."
    assert done(sentence, base=COUNTED) == ({}, [sentence])


def test_a_paragraph_is_the_item_that_bears_its_number() -> None:
    texts, asked = done("Le paragraphe 2 de l'article 2 est remplacé par :", "« Le thé. »", base=COUNTED)
    assert (texts["2"].split("\n"), asked) == (["1. Le repas.", "2. Le thé.", "3. Le dîner."], [])


def test_each_article_that_is_quoted_takes_its_wording() -> None:
    text = "« Article 2\nDurée\n1. Le repas.\n2. Le thé.\n3. Le souper.\nArticle 1\nPrix\nUn.\nDeux.\nTrois.\nCinq. »"
    texts, asked = done("Les articles suivants sont modifiés comme suit :", text, base=COUNTED)
    assert texts == {"1": "Un.\nDeux.\nTrois.\nCinq.", "2": "1. Le repas.\n2. Le thé.\n3. Le souper."}
    assert asked == []


@pytest.mark.parametrize(
    "text",
    [
        "Article 9\nDurée\n1. Le repas.",  # there is none
        "Article 1\nPrix\nUn.",  # a quarter of it: the rest may stand
        "Le prix est libre.",  # no article
    ],
)
def test_articles_quoted_that_are_not_told_are_asked_about(text: str) -> None:
    sentence = "Les articles suivants sont modifiés comme suit :"
    assert done(sentence, f"« {text} »", base=COUNTED) == ({}, [sentence])


def test_an_act_told_by_its_number_alone_is_another_unless_the_text_bears_it() -> None:
    sentence = "Le premier alinéa de l'article 1 de l'avenant n° 4 est supprimé."
    assert done(sentence, "Le dernier alinéa de l'article 1 est supprimé.", base=COUNTED) == (
        {"1": "Un.\nDeux.\nTrois."},
        [],
    )
    texts, asked = done(sentence, base=COUNTED, of="Avenant n° 4 du 3 mars 2015")
    assert (texts, asked) == ({"1": "Deux.\nTrois.\nQuatre."}, [])


@pytest.mark.parametrize("end", [";", ",", ":"])
def test_a_sentence_behind_words_that_end_in_no_full_stop_is_asked_about(end: str) -> None:
    base = [{**a, "text": a["text"].replace("une lettre ;", f"une lettre {end}")} for a in BASE]
    told = ("Le premier tiret de l'article 4 est complété par une phrase ainsi rédigée :", "« Elle est datée. »")
    assert done(*told, base=base) == ({}, [told[0]])


@pytest.mark.parametrize(
    ("number", "sentence", "expected"),
    [
        ("2", ("La fin du 1° de l'article 2, à partir du mot « train », est ainsi rédigée : « tram ; »",), "1° Le tram ;"),
        ("2", ("La fin du 1° de l'article 2, à partir du mot « train », est remplacée par les mots : « tram, en ville ».",), "1° Le tram, en ville ;"),
        ("1", ("La fin de la première phrase du deuxième alinéa de l'article 1, à partir du mot « partout », est ainsi rédigée :", "« ici. »"), "Il vaut ici. Il vaut toujours."),
        ("1", ("À l'article 1, la fin du premier alinéa, à partir des mots « organise les », est supprimée.",), "L'accord."),
    ],
)  # fmt: skip
def test_the_end_of_a_line_from_its_words_on_takes_others(
    number: str, sentence: tuple[str, ...], expected: str
) -> None:
    assert expected in lines(number, *sentence)


def test_an_end_from_words_that_stand_twice_or_over_several_lines_is_asked_about() -> None:
    for told in (
        "La fin du deuxième alinéa de l'article 1, à partir du mot « vaut », est supprimée.",
        "La fin de l'article 1, à partir du mot « repas », est supprimée.",
        "La fin du a) de l'article 8, à partir du mot « sel », est supprimée.",
    ):
        assert done(told, base=BASE) == ({}, [told])


@pytest.mark.parametrize(
    "sentence",
    [
        "Le deuxième alinéa de l'article 9 est supprimé.",  # the first row of its table is none
        "L'article 2 est complété par un 4° ainsi rédigé : « 4° Le vélo. »",  # there is no 3°
        "Après le premier alinéa de l'article 1, il est inséré une phrase ainsi rédigée : « Il les sert. »",
        "Le premier alinéa de l'article 10 est modifié comme suit : « Le prix est de 6 €. »",  # and its other sentences?
    ],
)
def test_what_would_take_the_wrong_line_or_too_much_is_asked_about(sentence: str) -> None:
    table = {"num": "9", "title": "Tarifs", "text": "Les tarifs sont :\nPlat | 5 €\nDessert | 2 €"}
    prices = {"num": "10", "title": "Prix", "text": "Le prix est de 5 €. Il est affiché en salle. Il est ferme.\nFin."}
    assert done(sentence, base=[*BASE, table, prices]) == ({}, [sentence])


def test_a_row_of_a_table_is_no_alinea() -> None:
    base = [*BASE, {"num": "9", "title": "Tarifs", "text": "Voici :\nPlat | 5 €\nDessert | 2 €\nLus.\nVus."}]
    texts, asked = done("Le troisième alinéa de l'article 9 est supprimé.", base=base)
    assert (texts["9"], asked) == ("Voici :\nPlat | 5 €\nDessert | 2 €\nLus.", [])
