"""Sentences that no rule reads: asked about where they may change the text, passed over where they only tell of changes."""

from __future__ import annotations

import pytest

from support.agreement import BASE, done


@pytest.mark.parametrize(
    "sentence",
    [
        "Les parties conviennent de modifier l'accord comme suit :",
        "Le présent avenant modifie d'une part l'article 3, d'autre part l'article 5 de l'accord :",
    ],
)
def test_what_is_announced_right_before_the_orders_is_what_they_order(sentence: str) -> None:
    assert done(sentence, "L'article 5 est supprimé.") == ({"5 (1)": ""}, [])
    assert done(sentence, "(*) Dans sa version de 2019.", "L'article 5 est supprimé.") == ({"5 (1)": ""}, [])


def test_an_announcement_at_the_end_of_the_preamble_is_what_the_next_article_orders() -> None:
    texts, asked = done(
        "Les parties conviennent de modifier l'accord comme suit :", after=(("2", "", "L'article 5 est supprimé."),)
    )
    assert (texts, asked) == ({"5 (1)": ""}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "La liste des plats est désormais remplacée comme suit :",
        "Les parties conviennent de remplacer le tarif du dessert par ce qui suit, ainsi rédigé :",
        "Les parties conviennent de compléter ce qui touche au menu par les dispositions suivantes :",
    ],
)
def test_what_announces_a_text_that_is_not_understood_is_asked_about(sentence: str) -> None:
    texts, asked = done(sentence, "Une soupe et un fruit.", "L'article 5 est supprimé.")
    assert (texts, asked) == ({"5 (1)": ""}, [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "La mention du dessert à l'article 6 est exclue.",
        "La phrase sur le menu est retirée de l'article 3.",
        "Les clauses de l'article 3 qui touchent au menu sont supprimées.",
    ],
)
def test_what_orders_by_itself_and_is_not_understood_is_asked_about(sentence: str) -> None:
    assert done(sentence, "L'article 5 est supprimé.") == ({"5 (1)": ""}, [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "Le présent avenant modifie, pour tenir compte de l'usage, ce que dit l'article 5 de l'accord.",
        "Le présent avenant remplace certaines dispositions de l'accord.",
        "La carte prévue à l'article 3 est maintenue dès lors que les conditions de cet article seront réunies.",
        "Certains plats ont été supprimés de la liste, car ils étaient soit :",
        "Au prix du repas, tel que prévu à l'article 5, s'ajoute le dessert de l'article 6 ;",
    ],
)
def test_what_tells_of_changes_asks_nothing(sentence: str) -> None:
    assert done("L'article 5 est supprimé.", sentence) == ({"5 (1)": ""}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Le prix du repas passe à six euros.",
        "Le nombre de plats est porté à six.",
        "Le montant prévu à l'article 5 est porté à 8 €.",
        "Le service du soir est désormais offert.",
        "Le prix du repas de l'article 5 est augmenté de 5 %.",
        "À l'article 5, les mots « six euros » viennent en lieu et place des mots « 5 € ».",
        "Au repas de l'article 5, le mot « prix » est suivi des mots « du soir ».",
        "L'article 4 cesse de s'appliquer.",
        "L'article 4 n'est plus applicable.",
        "Article 4 (abrogé)",
        "L'article 4 est complété pour préciser que la lettre est signée.",
        "À l'article 4, supprimer la photographie.",
        "Suppression du deuxième alinéa de l'article 4.",
    ],
)
def test_what_says_a_change_in_words_of_its_own_is_asked_about(sentence: str) -> None:
    other = (("2", "", "L'article 2 est supprimé."),)
    assert done(sentence, after=other) == ({"2": ""}, [sentence])


def test_a_change_told_of_the_act_by_its_day_is_asked_about_though_it_has_a_day_of_its_own() -> None:
    sentence = (
        "Le tarif prévu à l'article 5 de l'accord du 19 avril 2022 est porté à 8 € à compter du 1er janvier 2025."
    )
    other = (("2", "", "L'article 2 est supprimé."),)
    assert done(sentence, after=other, of="Accord du 19 avril 2022 relatif aux repas") == ({"2": ""}, [sentence])
    texts, asked = done(sentence.replace("tarif", "prix"), after=other, of="Accord du 19 avril 2022 relatif aux repas")
    assert (texts["5 (1)"].split("\n")[0], asked) == ("Le prix est de 8 €.", [])


@pytest.mark.parametrize("sentence", ["Le prix passe à six euros.", "Suppression du deuxième alinéa de l'article 4."])
def test_what_says_a_change_behind_a_new_text_is_not_of_it(sentence: str) -> None:
    before = "L'article 1er est ainsi rédigé : « Le repas est servi. »"
    assert done(before, sentence) == ({"1er": "Le repas est servi."}, [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "Le prix du repas est porté à 8 €.",  # as the new text says
        "Le terme du présent avenant est porté au 31 décembre 2026.",
        "À titre d'information, le salaire est porté à 2 000 €.",
        "Les salaires des cuisiniers confirmés sont augmentés de 2 %.",  # none of which the text speaks of
        "Les parties ont décidé de supprimer l'article 5.",  # as they do
    ],
)
def test_what_the_text_says_then_or_is_not_of_it_asks_nothing(sentence: str) -> None:
    other = (
        ("2", "", "L'article 4 est ainsi rédigé : « Le prix du repas est porté à 8 €. »\nL'article 5 est supprimé."),
    )
    texts, asked = done(sentence, after=other)
    assert (set(texts), asked) == ({"4", "5 (1)"}, [])


def test_an_amount_is_of_no_text_that_counts_in_none() -> None:
    base = [{"num": "1", "title": "Objet", "text": "Le repas est servi. Son prix est affiché."}]
    other = (("2", "", "À l'article 1, le mot « servi » est remplacé par le mot « offert »."),)
    assert done("Le prix du repas est porté à 8 €.", after=other, base=base)[1] == []
    assert done("Le prix du repas est porté à six.", after=other, base=base)[1] != []


def test_the_query_of_an_amendment_not_understood_quotes_no_note_of_editors() -> None:
    note = "(1) Les plats suivants sont exclus de l'extension."
    assert done(note, "La carte prend la forme suivante.") == ({}, ["La carte prend la forme suivante."])


def test_what_changes_words_in_quotes_is_asked_about_however_it_is_worded() -> None:
    sentence = "L'heure « midi » supprimée et remplacée par « onze heures » : voilà ce qui est voulu pour le service."
    assert done(sentence, "L'article 5 est supprimé.") == ({"5 (1)": ""}, [sentence])


def test_an_article_quoted_with_the_number_of_another_heading_and_words_is_asked_about() -> None:
    sentence = "L'article 5 « Vacances » des prescriptions communes est remplacé par un article ainsi rédigé :"
    text = "« Article 5\nVacances\nElles durent cinq semaines, prises en deux fois. »"
    assert done(sentence, text) == ({}, [sentence])


RECITAL = "Par souci de clarté, la grille de l'article 5 est remplacée, selon le vœu de tous, dans l'accord."


def test_a_sentence_of_the_preamble_tells_of_the_articles_that_the_others_change() -> None:
    order = ("1", "", "L'article 5 est supprimé.")
    assert done(RECITAL, heading="Préambule", after=(order,)) == ({"5 (1)": ""}, [])


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        (RECITAL.replace("l'article 5", "l'article 3"), "Préambule"),  # that one is not changed
        (RECITAL.replace("l'article 5", "des articles 5 et 3"), "Préambule"),
        (RECITAL.replace("de l'article 5", "des prix"), "Préambule"),  # none is named
        (RECITAL, "Objet"),  # no preamble
    ],
)
def test_a_sentence_that_tells_of_more_than_the_others_change_is_asked_about(sentence: str, heading: str) -> None:
    order = ("1", "", "L'article 5 est supprimé.")
    assert done(sentence, heading=heading, after=(order,)) == ({"5 (1)": ""}, [sentence])


def test_an_article_that_announces_what_those_below_change_orders_nothing() -> None:
    below = (("2", "", "Le deuxième alinéa de l'article 1er est supprimé."), ("3", "", "L'article 5 est abrogé."))
    for said in ("Le présent avenant modifie l'article 5.", "Le présent avenant modifie les articles 1er et 5."):
        assert said not in done(said, after=below)[1]
    for said in ("Le présent avenant modifie l'article 4.", "Le présent avenant modifie les articles 4 et 5."):
        assert said in done(said, after=below)[1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Il est dérogé à l'article 1er pour les repas de 2026.",
        "Par dérogation à l'article 1er, les repas de 2026 sont froids.",
        "L'article 1er s'applique également aux goûters.",
        "L'article 1er ne s'applique pas aux goûters.",
        "Les stipulations des articles 1er et 4 sont applicables aux stagiaires.",
        "L'article 1er est applicable jusqu'au 31 décembre 2026.",
        "Pour l'application de l'article 4, la lettre est un courriel.",
        "Le prix est de 6 €.",
        "Le prix est fixé à 6 €.",
        "À compter du 1er janvier 2027, le prix s'élève à 6 €.",
        "Le montant prévu à l'article 5 est de 6 €.",
        "Toutefois, il demeure applicable aux repas déjà commandés.",
        "L'article 1er est gommé.",
        "Le a) de l'article 2 disparaît.",
        "Les articles 2 et 4 échangent leurs numéros.",
        "Aux frais de l'article 2 s'ajoute le vélo.",
        "S'ajoute à l'article 2 le vélo.",
        "Est nul l'article 2.",
        "L'article 2 demeure applicable, sauf son c) qui disparaît.",
        "Les parties conviennent de ne plus appliquer l'article 2.",
        "Il n'y a plus lieu d'appliquer l'article 2.",
        "Le mot « repas » est au singulier.",
        "Au lieu de « lettre », l'article 4 prévoit « note ».",
        "Le groupement prend le nom de « Achats Est ».",
        "Les références au train s'entendent comme des références au car.",
        "La convention prendra fin le 31 décembre 2028.",
        "Le terme de la convention est fixé au 31 décembre 2028.",
    ],
)
def test_what_leaves_the_words_and_says_what_they_no_longer_say_alone_is_asked_about(sentence: str) -> None:
    base = [{**a, "num": "5"} if a["title"] == "Prix" else a for a in BASE]
    assert done(sentence, "L'article 6 est supprimé.", base=base) == ({"6": ""}, [sentence])


@pytest.mark.parametrize(
    "sentence",
    [
        "Par dérogation à l'article 1er du code du travail, les repas de 2026 sont froids.",
        "Par dérogation à l'article 9, les repas de 2026 sont froids.",  # the text has none
        "L'article 1er du présent avenant s'applique également aux goûters.",
        "L'article 1er s'applique à compter du 1er janvier 2026.",
        "Le prix est de 5 €.",  # as the text says
        "Le prix est affiché à 6 mètres.",
        "La durée du présent accord est de 3 ans.",
        "La subvention de la région est fixée à 6 €.",
        "Conformément à l'article 2, les frais sont remboursés.",
        "Le présent avenant est signé, comme le veut l'article 2, par les parties.",
        "L'article 2 conserve toute sa portée.",
        "L'article 2 demeure applicable.",
        "Le temps, sauf mention contraire, s'entend en heures.",
    ],
)
def test_what_is_of_another_act_or_agrees_with_the_text_is_passed_over(sentence: str) -> None:
    assert done(sentence, "L'article 6 est supprimé.") == ({"6": ""}, [])


def test_an_end_that_the_text_gives_already_is_passed_over() -> None:
    base = [{**a, "text": "Elle finit le 31 décembre 2028."} if a["num"] == "1er" else a for a in BASE]
    told = ("La convention prendra fin le 31 décembre 2028.", "L'article 6 est supprimé.")
    assert done(*told, base=base) == ({"6": ""}, [])
