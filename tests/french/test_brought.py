"""The new text that a sentence brings: how far it goes, and what in it is no part of it."""

from __future__ import annotations

import time

import pytest

from support.agreement import done

SENTENCE = "L'article 1er est remplacé par les dispositions suivantes :"


@pytest.mark.parametrize(
    "lines",
    [
        ("Les autres dispositions de l'accord demeurent inchangées.",),
        ("Le reste de l'accord est sans changement.",),
        ("Le présent avenant entre en vigueur le 1er mai.",),
        ("Article 2", "Entrée en vigueur", "Le 1er mai."),
    ],
)
def test_without_guillemets_what_the_amendment_says_of_itself_may_be_no_text(lines: tuple[str, ...]) -> None:
    assert done(SENTENCE, "L'accord organise tous les repas.", *lines) == ({}, [SENTENCE])


@pytest.mark.parametrize(
    "lines",
    [
        ("L'article 5 est remplacé par ce qui suit", "Le prix est de 6 €."),
        ("Article 2", "Durée", "Il dure deux ans."),
        ("Les autres dispositions de l'accord sont inchangées.",),
    ],
)
def test_a_quotation_that_was_closed_too_late_is_asked_about(lines: tuple[str, ...]) -> None:
    text = "\n".join(("« L'accord organise tous les repas.", *lines))
    assert done(SENTENCE, text + " »") == ({}, [SENTENCE])


@pytest.mark.parametrize("quotes", ["“”", '""'])
def test_other_quotes_around_a_new_text_are_no_part_of_it(quotes: str) -> None:
    first, last = quotes[0], quotes[1]
    texts, asked = done(SENTENCE, f"{first}L'accord organise tous les repas.", f"Il vaut un an.{last}")
    assert (texts, asked) == ({"1er": "L'accord organise tous les repas.\nIl vaut un an."}, [])
    assert done(SENTENCE, f"{first} L'accord organise tout. {last}") == ({"1er": "L'accord organise tout."}, [])


@pytest.mark.parametrize("quotes", ["«»", "“”", '""'])
def test_what_other_quotes_hold_is_no_sentence_of_the_amendment(quotes: str) -> None:
    first, last = quotes[0], quotes[1]
    made = done(
        SENTENCE,
        f"{first}L'accord organise tous les repas.",
        f"Le menu est modifié chaque jour.{last}",
        "L'article 4 est supprimé.",
    )
    kept = "L'accord organise tous les repas.\nLe menu est modifié chaque jour."
    assert made == ({"1er": kept, "4": ""}, [])


def test_quotes_in_quotes_stay_as_they_are_typed() -> None:
    made = done(SENTENCE, "“L'accord organise les repas, dits “principaux”.", "Il vaut un an.”")
    assert made == ({"1er": "L'accord organise les repas, dits “principaux”.\nIl vaut un an."}, [])


def test_straight_quotes_around_an_order_may_be_the_end_of_one_text_and_the_start_of_another() -> None:
    order = "L'article 5 est remplacé par ce qui suit :"
    made = done(SENTENCE, "\"L'accord organise tous les repas.", order, 'Le prix est de 6 €."')
    assert made == ({}, [SENTENCE, order])


@pytest.mark.parametrize(
    "lines",
    [
        ("“L'accord organise tous les repas.", "Il vaut un an."),  # never closed
        ('"L\'accord organise "tous" les repas.', 'Il vaut un an."'),  # which of them closes is not told
    ],
)
def test_other_quotes_whose_end_is_not_told_are_asked_about(lines: tuple[str, ...]) -> None:
    assert done(SENTENCE, *lines) == ({}, [SENTENCE])


def test_an_article_that_amends_another_text_may_be_reworded_by_one_that_does() -> None:
    base = [{"num": "1", "title": "", "text": "L'article 5 de la charte est remplacé par :\nLe prix est de 5 €."}]
    new = "L'article 5 de la charte est remplacé par :\nLe prix est de 6 €."
    assert done("L'article 1 est remplacé par :", f"« {new} »", base=base) == ({"1": new}, [])


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("l'article est " * 250 for _ in range(100)),
        "autres dispositions " * 60_000,
        "l'article est " * 60_000,
        "\n".join(f"La clause {n} est modifiée comme suit :\n« Le repas numéro {n} est servi. »" for n in range(500)),
    ],
    ids=["lines that nearly order", "what nearly stays", "one line", "sentences not understood"],
)
def test_hostile_new_texts_end_soon(text: str) -> None:
    start = time.process_time()
    done(SENTENCE, f"« {text} »")
    done(SENTENCE, text)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("L'article 5 est ainsi rédigé :", "« Le prix est de 6 € (…). Il est affiché. »"),
        ("Le premier alinéa de l'article 5 est ainsi rédigé :", "« Le prix […] est de 6 €. »"),
        ("L'article 5 est ainsi rédigé :", "« Le prix est de 6 €... »"),
        ("L'article 4 est complété par :", "« – un timbre ; – un reçu. »"),
        ("À compter du 1er juin 2020 et jusqu'au 31 mai 2021, l'article 5 est ainsi rédigé :", "« Le prix est de 6 €. »"),
    ],
)  # fmt: skip
def test_a_text_that_is_not_all_or_not_for_ever_is_asked_about(sentence: str, new: str) -> None:
    assert done(sentence, new) == ({}, [sentence])


def test_a_text_without_guillemets_keeps_its_labels_and_dashes() -> None:
    lines = ["Sont remboursés :", "1° Le train :", "a) en seconde ;", "– le jour ;", "2° Le taxi."]
    assert done("L'article 2 est remplacé par les dispositions suivantes :", *lines) == ({"2": "\n".join(lines)}, [])


def test_a_text_without_guillemets_that_may_end_before_the_signatures_is_asked_about() -> None:
    ends = (
        "Fait à Ville, le 3 mars 2020.",
        "Signé le 3 mars 2020",
        "Pour la ville, le maire",
        "Cette modification prend effet en mai.",
    )
    for signed in ends:
        assert done(SENTENCE, "L'accord organise tout.", signed) == ({}, [SENTENCE])
