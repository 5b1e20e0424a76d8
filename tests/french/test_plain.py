"""`clausier apply` on texts in plain lines: parts named by label, heading and count; new texts as amendments give them."""

from __future__ import annotations

import time

import pytest

from clausier.author.apply.apply import apply
from clausier.french.quotations import cut
from support.agreement import done


def test_a_new_text_behind_two_orders_is_that_of_the_one_that_takes_one() -> None:
    texts, asked = done("L'article 4 est abrogé et l'article 2 est ainsi rédigé :", "« Les frais sont remboursés. »")
    assert (texts, asked) == ({"4": "", "2": "Les frais sont remboursés."}, [])


def test_an_item_named_by_its_letter_keeps_the_letter() -> None:
    texts, asked = done("Le b) de l'article 2 est remplacé par :", "« Le taxi ou le vélo ; »")
    assert texts["2"].split("\n")[1:3] == ["a) Le train, en seconde classe ;", "b) Le taxi ou le vélo ;"]
    assert asked == []


def test_a_letter_alone_is_a_part_of_the_article_that_the_heading_names() -> None:
    texts, asked = done(
        "L'article b est modifié comme suit :", "« Le vélo ; »", heading="Modification de l'article 2 « Frais »"
    )
    assert texts["2"].split("\n")[2] == "b) Le vélo ;"
    assert asked == []


def test_the_last_item_of_a_list_ends_with_its_line() -> None:
    texts, asked = done("Le c) de l'article 2 est supprimé.")
    assert texts["2"] == "Sont remboursés :\na) Le train, en seconde classe ;\nb) Le taxi, sur accord ;"
    assert asked == []


def test_a_sub_article_is_a_stretch_of_lines_and_keeps_its_heading() -> None:
    texts, asked = done(
        "L'article 3.1 est remplacé par les dispositions suivantes :", "« Le service ouvre à onze heures. »"
    )
    assert texts["3"] == "3.1. Horaires\nLe service ouvre à onze heures.\n3.2. Menus\nLe menu change chaque jour."
    assert asked == []


def test_the_alineas_of_a_sub_article_are_counted_below_its_heading() -> None:
    texts, asked = done("Le deuxième alinéa de l'article 3.1 est remplacé par :", "« Il ferme à trois heures. »")
    assert texts["3"].split("\n")[1:3] == ["Le service ouvre à midi.", "Il ferme à trois heures."]
    assert asked == []


def test_a_part_named_by_its_heading_is_completed_at_its_own_end() -> None:
    texts, asked = done(
        "À l'article 3, le paragraphe « 3.1. Horaires » est complété par un alinéa ainsi rédigé :",
        "« Il ferme le lundi. »",
    )
    assert texts["3"].split("\n")[2:4] == ["Il ferme à deux heures.", "Il ferme le lundi."]
    assert asked == []


def test_of_two_counts_of_alineas_the_one_that_the_new_wording_resembles_is_meant() -> None:
    """The list counts as one alinéa with what introduces it in older texts: « Il est signé » is then the second."""
    texts, asked = done("Le deuxième alinéa de l'article 4 est remplacé par :", "« Il est signé et daté. »")
    assert texts["4"].split("\n") == [
        "Le dossier comprend :",
        "– une lettre ;",
        "– une photographie.",
        "Il est signé et daté.",
    ]
    assert asked == []


def test_two_counts_that_nothing_tells_apart_are_asked_about() -> None:
    sentence = "Le deuxième alinéa de l'article 4 est supprimé."
    assert done(sentence) == ({}, [sentence])


def test_notes_of_editors_are_no_alineas() -> None:
    texts, asked = done("Le dernier alinéa de l'article 5 est remplacé par :", "« Il est affiché à l'entrée. »")
    assert texts["5 (1)"].split("\n")[:2] == ["Le prix est de 5 €.", "Il est affiché à l'entrée."]
    assert asked == []


def test_a_table_is_the_rows_of_its_article() -> None:
    texts, asked = done(
        "Le tableau des tarifs figurant à l'article 6 est remplacé par le tableau suivant :",
        "Plat | 6 € |",
        "Dessert | 3 € |",
    )
    assert texts["6"] == "Les tarifs sont :\nPlat | 6 € |\nDessert | 3 € |\nIls sont affichés."
    assert asked == []


def test_the_heading_of_the_new_text_is_no_line_of_it() -> None:
    texts, asked = done(
        "L'article 1er est ainsi rédigé :", "« Article 1er", "Objet", "L'accord organise les repas du midi. »"
    )
    assert texts == {"1er": "L'accord organise les repas du midi."}
    assert asked == []


def test_a_new_text_that_bears_another_number_is_asked_about() -> None:
    sentence = "L'article 1er est ainsi rédigé :"
    assert done(sentence, "« Article 2", "Objet", "L'accord organise les repas du midi. »") == ({}, [sentence])


def test_modified_may_mean_a_part_only() -> None:
    sentence = "L'article 3 est modifié comme suit :"
    assert done(sentence, "« Le menu change chaque semaine. »") == ({}, [sentence])


def test_a_text_that_leaves_something_out_is_asked_about() -> None:
    sentence = "L'article 5 est remplacé par :"
    assert done(sentence, "« Le prix est de 6 €.", "[…] »") == ({}, [sentence])


def test_a_quotation_never_closed_goes_to_the_next_sentence_that_orders() -> None:
    texts, asked = done(
        "L'article 1er est remplacé par :",
        "« L'accord organise tous les repas.",
        "L'article 5 est remplacé par :",
        "« Le prix est de 6 €. »",
    )
    assert texts == {"1er": "L'accord organise tous les repas.", "5 (1)": "Le prix est de 6 €."}
    assert asked == []


def test_without_guillemets_the_rest_of_the_article_is_the_new_text() -> None:
    texts, asked = done("L'article 1er est ainsi rédigé :", "L'accord organise tous les repas.")
    assert (texts, asked) == ({"1er": "L'accord organise tous les repas."}, [])


def test_without_guillemets_a_line_that_amends_makes_the_sentence_uncertain() -> None:
    sentence = "L'article 1er est ainsi rédigé :"
    texts, asked = done(sentence, "L'accord organise les repas.", "Ce qui précède est complété par un règlement.")
    assert (texts, asked) == ({}, [sentence])


def test_each_article_of_a_list_takes_the_text_of_its_number() -> None:
    texts, asked = done(
        "Les articles 1er et 5 sont ainsi rédigés :",
        "« Article 5", "Prix", "Le prix est de 6 €.", "Article 1er", "Objet", "L'accord organise tous les repas. »",
    )  # fmt: skip
    assert texts == {"1er": "L'accord organise tous les repas.", "5 (1)": "Le prix est de 6 €."}
    assert asked == []


def test_each_article_of_a_list_takes_the_article_of_the_amendment_below() -> None:
    texts, asked = done(
        "Les articles 1er et 5 sont rédigés comme suit.",
        after=(("1.1", "Objet", "L'accord organise tous les repas."), ("1.2", "Prix", "Le prix est de 6 €.")),
    )
    assert texts == {"1er": "L'accord organise tous les repas.", "5 (1)": "Le prix est de 6 €."}
    assert asked == []


def test_a_new_article_takes_its_place_by_its_number() -> None:
    texts, asked = done("Il est créé un article 1 bis :", "« Champ", "L'accord vaut en France. »")
    assert (texts, asked) == ({"1 bis": "L'accord vaut en France."}, [])


def test_a_new_article_of_a_number_that_is_taken_is_asked_about() -> None:
    sentence = "Il est créé un article 4 :"
    assert done(sentence, "« L'accord vaut en France. »") == ({}, [sentence])


def test_repealed_and_then_replaced_is_one_change() -> None:
    texts, asked = done(
        "L'article 1er est abrogé. Il est remplacé par les dispositions suivantes.", "« L'accord organise tout. »"
    )
    assert (texts, asked) == ({"1er": "L'accord organise tout."}, [])


def test_changes_announced_inherit_their_article() -> None:
    texts, asked = done(
        "L'article 3 est modifié comme suit :",
        "– au deuxième alinéa, les mots « à midi » sont remplacés par les mots « à onze heures » ;",
        "– au cinquième alinéa, le mot « jour » est remplacé par le mot « mois ».",
    )
    assert (
        texts["3"]
        == "3.1. Horaires\nLe service ouvre à onze heures.\nIl ferme à deux heures.\n3.2. Menus\nLe menu change chaque mois."
    )
    assert asked == []


def test_words_at_the_end_stand_before_the_full_stop() -> None:
    texts, asked = done("À la fin du préambule, sont ajoutés les mots « et le soir ».")
    assert (texts, asked) == ({"Préambule": "Le repas du midi est offert et le soir."}, [])


def test_words_everywhere() -> None:
    texts, asked = done("Dans l'ensemble de l'accord, le mot « repas » est remplacé par le mot « déjeuner ».")
    assert texts == {"Préambule": "Le déjeuner du midi est offert.", "1er": "L'accord organise les déjeuner."}
    assert asked == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le présent avenant a pour objet de modifier l'article 3 de l'accord.",
        "Les partenaires sociaux ont décidé que l'article 3 est modifié.",
        "L'article 3 définit les horaires comme suit :",
        "(1) L'article 3 est complété sous réserve de l'application de la loi.",
    ],
)
def test_what_orders_nothing_asks_nothing(sentence: str) -> None:
    texts, asked = done(sentence, "", "L'article 5 est supprimé.")
    assert (texts, asked) == ({"5 (1)": ""}, [])


@pytest.mark.parametrize(
    "sentence",
    [
        "L'article 3 est actualisé et modifié selon l'usage :",
        "Le deuxième alinéa de l'article 9 est supprimé.",
        "Le service défini à l'article 3 est remplacé par un automate.",
        "La grille de l'article 6 est modifiée comme suit :",
        "L'article 3 est suspendu pendant un an.",
        "L'article 3 est scindé en deux articles.",
        "L'article 3 est déplacé après l'article 9.",
    ],
)
def test_what_is_not_understood_or_not_found_is_asked_about(sentence: str) -> None:
    assert done(sentence) == ({}, [sentence])


def test_an_article_of_another_act_of_the_same_kind_but_of_this_number_and_heading_is_asked_about() -> None:
    sentence = "L'article 1er « Objet » de l'accord du 3 mai 2015 est remplacé par :"
    texts, asked = done(sentence, "« L'accord organise tout. »", "L'article 5 est supprimé.")
    assert (texts, asked) == ({"5 (1)": ""}, [sentence])


@pytest.mark.parametrize(
    "text",
    ["« " * 10_000, "« " * 10_000 + "» " * 10_000, "\n« " * 10_000, "mot " * 250_000, "est remplacé par " * 60_000, "“ " * 20_000, "vingt et un " * 4_000 + "passe à cent"],
    ids=["open", "nested", "lines", "no full stop", "verbs", "other quotes", "numbers"],
)  # fmt: skip
def test_hostile_texts_end_soon(text: str) -> None:
    start = time.process_time()
    done(text)
    assert time.process_time() - start < 5


def test_a_line_too_long_to_be_read_is_asked_about_where_it_orders() -> None:
    sentence = "L'article 5 est supprimé" + ", vraiment" * 3000 + "."
    assert done(sentence) == ({}, [sentence])


def test_a_guillemet_at_each_line_opens_nothing() -> None:
    assert cut("Il dit :\n« un\n« deux »\nfin") == ("Il dit :\n\ue0000\ue001\nfin", ["un\ndeux"])


def test_a_heading_that_announces_a_change_which_nothing_orders_is_asked_about() -> None:
    texts, asked = done(
        "Le prix du repas tient compte du marché.",
        heading="Modification de l'article 5",
        after=(("2", "Suppression", "L'article 4 est supprimé."),),
    )
    assert texts == {"4": ""}
    assert asked == ["Le prix du repas tient compte du marché."]


def test_a_new_article_may_take_a_number_that_is_borne_where_the_next_are_shifted() -> None:
    texts, asked = done(
        "Les parties conviennent d'ajouter un nouvel article 4 rédigé comme suit :",
        "« Article 4 (nouveau)",
        "Carte",
        "La carte est affichée. »",
        "La numérotation actuelle des articles 4 et suivants est décalée d'une unité.",
    )
    assert texts["4"] == "La carte est affichée."
    assert (texts["5"].split("\n")[0], texts["7"].split("\n")[0]) == ("Le dossier comprend :", "Les tarifs sont :")
    assert asked == []


def test_an_article_that_holds_others_is_not_replaced_unasked() -> None:
    articles = [
        {"num": "1", "title": "Frais", "text": "Ils sont remboursés."},
        {"num": "1.1", "title": "Train", "text": "En seconde."},
    ]
    new = {"num": "1", "title": "", "text": "L'article 1 est remplacé par :\n« Ils ne sont pas remboursés. »"}
    avenants = [{"id": "a", "title": "Avenant", "signed": None, "articles": [new]}]
    found = apply({"case": "x", "title": "Accord du 3 mars 2015", "base": {"articles": articles}, "avenants": avenants})
    assert found["articles"] == articles
    assert [q["sentence"] for q in found["queries"]] == ["L'article 1 est remplacé par :"]


def test_a_quotation_alone_under_a_heading_that_says_so_rewords_the_article() -> None:
    texts, asked = done("« L'accord organise tous les repas. »", heading="Modification de l'article 1er « Objet »")
    assert (texts, asked) == ({"1er": "L'accord organise tous les repas."}, [])


def test_a_quotation_alone_under_a_heading_that_names_a_part_is_asked_about() -> None:
    texts, asked = done(
        "« L'accord organise tous les repas. »", heading="Modification de l'article 1er, dernier alinéa"
    )
    assert (texts, asked) == ({}, ["« L'accord organise tous les repas. »"])


def test_spaces_and_blank_lines_that_a_page_leaves_say_nothing() -> None:
    texts, asked = done(
        "L'article  1er\u00a0est remplacé  par les dispositions\u202fsuivantes :",
        "",
        "«\u00a0L'accord\u00a0organise\u00a0: ",
        " \u00a0",
        "–  les  repas\u00a0;",
        "– le\tservice. »",
    )
    assert (texts, asked) == ({"1er": "L'accord organise\u00a0:\n– les repas\u00a0;\n– le service."}, [])


@pytest.mark.parametrize(
    "number", ["Art. 2", "art. 2", "Art 2", "ARTICLE 2", "Article 2", "2.", "Art. 2. –", "Article n° 2"]
)
def test_the_number_of_an_article_may_be_given_with_its_word_and_its_stop(number: str) -> None:
    base = [{"num": number, "title": "Frais", "text": "Les frais sont remboursés."}]
    assert done("L'article 2 est supprimé.", base=base) == ({number: ""}, [])
