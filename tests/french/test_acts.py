"""The act that a sentence names: this text, another, or this one with a slip in its day."""

from __future__ import annotations

import pytest

from support.agreement import done

BY = "Avenant du 2 juin 2020 à l'accord du 3 mars 2015 relatif aux repas"
SLIP = "L'article 1er « Objet » de l'accord du 3 mai 2015 relatif aux repas est remplacé par :"


def test_a_day_with_a_slip_is_this_text_where_number_and_heading_are_those_of_an_article() -> None:
    texts, asked = done(SLIP, "« L'accord organise tout. »", by=BY)
    assert (texts, asked) == ({"1er": "L'accord organise tout."}, [])


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        (SLIP, "Avenant du 2 juin 2020"),  # which act is amended is not said
        (SLIP, BY + " et à l'accord du 3 mai 2015 relatif aux trajets"),  # two acts, each with its day
        (SLIP.replace("3 mai 2015", "4 mai 2015"), BY),  # two slips are none
        (SLIP.replace("« Objet »", "« Champ »"), BY),  # another heading
        (SLIP.replace("« Objet » ", ""), BY),  # no heading that would tell
        ("À l'article 3 de l'accord du 3 mai 2015, le mot « midi » est remplacé par le mot « onze heures ».", BY),
    ],
)
def test_what_may_be_a_slip_is_asked_about(sentence: str, by: str) -> None:
    texts, asked = done(sentence, "« L'accord organise tout. »", "L'article 5 est supprimé.", by=by)
    assert (texts, asked) == ({"5 (1)": ""}, [sentence])


def test_another_act_with_another_day_changes_nothing_and_asks_nothing() -> None:
    other = "À l'article 3 de l'accord du 9 juin 1999, le mot « midi » est remplacé par le mot « onze heures »."
    assert done(other, "L'article 5 est supprimé.", by=BY) == ({"5 (1)": ""}, [])


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("L'article 3 est remplacé par l'article 3 de l'accord du 9 juin 1999.", True),
        ("À l'article 5, le prix est remplacé, pour tous, par celui de l'accord du 9 juin 1999.", True),
        ("L'article 3 de l'accord du 9 juin 1999 est remplacé par son article 4.", False),
        ("L'article 3 de l'accord du 9 juin 1999 est remplacé par l'article 4 du même accord du 9 juin 1999.", False),
    ],
)
def test_an_article_of_this_text_that_is_replaced_by_one_of_another_act_is_asked_about(
    sentence: str, *, asked: bool
) -> None:
    assert done(sentence, after=(("2", "", "L'article 6 est supprimé."),), by=BY) == ({"6": ""}, [sentence] * asked)


def test_a_day_in_capitals_is_the_same_day() -> None:
    heading = "MODIFICATION DE L'ARTICLE 1er DE L'ACCORD DU 3 MARS 2015"
    assert done("« L'accord organise tout. »", heading=heading) == ({"1er": "L'accord organise tout."}, [])


SECOND = "Avenant n° 2 du 4 avril 2019 à l'accord du 3 mars 2015 relatif aux repas"


def test_the_act_that_the_text_itself_amends_is_asked_about_unless_the_heading_is_quoted() -> None:
    sentence = "L'article 1er de l'accord du 3 mars 2015 est remplacé par :"
    assert done(sentence, "« L'accord organise tout. »", of=SECOND) == ({}, [sentence])
    told = sentence.replace("1er", "1er « Objet »")
    assert done(told, "« L'accord organise tout. »", of=SECOND) == ({"1er": "L'accord organise tout."}, [])
    own = sentence.replace("l'accord du 3 mars 2015", "l'avenant n° 2 du 4 avril 2019")
    assert done(own, "« L'accord organise tout. »", of=SECOND) == ({"1er": "L'accord organise tout."}, [])


def test_a_day_that_is_nearly_the_text_s_is_asked_about_where_the_text_has_the_place() -> None:
    sentence = "Le mot « midi » de l'article 3.1 de l'accord du 3 mars 2016 est remplacé par le mot « onze heures »."
    other = sentence.replace("3.1", "9")
    assert done(sentence, "L'article 5 est supprimé.") == ({"5 (1)": ""}, [sentence])
    assert done(other, "L'article 5 est supprimé.") == ({"5 (1)": ""}, [])


def test_an_act_of_another_day_is_asked_about_where_the_text_has_nearly_the_new_words_at_that_place() -> None:
    sentence = "L'article 1er de l'accord du 9 juin 1999 est remplacé par :"
    assert done(sentence, "« L'accord organise les repas du soir. »", "L'article 5 est supprimé.") == (
        {"5 (1)": ""},
        [sentence],
    )
    assert done(sentence, "« Le transport est libre. »", "L'article 5 est supprimé.") == ({"5 (1)": ""}, [])


def test_the_act_that_the_text_amends_is_the_text_where_the_new_words_are_nearly_its_own() -> None:
    sentence = "L'article 1er de l'accord du 3 mars 2015 est remplacé par :"
    texts, asked = done(sentence, "« L'accord organise les repas du soir. »", of=SECOND)
    assert (texts, asked) == ({"1er": "L'accord organise les repas du soir."}, [])


UNDATED = "Accord relatif aux repas"
DATED = "L'article 5 de l'accord du 3 mars 2015 est supprimé."


@pytest.mark.parametrize(
    ("sentence", "of", "by", "asked"),
    [
        (DATED, UNDATED, "Avenant du 2 juin 2020", [DATED]),
        (DATED, UNDATED, "Avenant n° 2", [DATED]),
        (DATED, UNDATED, BY, []),  # the amendment says that it is that one that it amends
        (DATED, UNDATED + " du 3 mars 2015", "Avenant du 2 juin 2020", []),
        ("L'article 5 de l'accord est supprimé.", UNDATED, "Avenant du 2 juin 2020", []),
        ("L'article 5 est supprimé.", UNDATED, "Avenant du 2 juin 2020", []),
    ],
)
def test_an_act_of_some_day_is_asked_about_where_the_title_of_the_text_has_none(
    sentence: str, of: str, by: str, asked: list[str]
) -> None:
    assert done(sentence, by=by, of=of) == ({} if asked else {"5 (1)": ""}, asked)


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("des statuts", "Statuts du syndicat mixte des repas"),
        ("des présents statuts", "Statuts du syndicat mixte des repas"),
        ("du règlement intérieur", "Règlement intérieur des repas"),
        ("du cahier des charges", "Cahier des charges de la concession des repas"),
        ("du contrat du 3 mars 2015", "Contrat de concession du 3 mars 2015"),
    ],
)
def test_an_act_of_the_kind_that_the_title_says_is_this_text(named: str, title: str) -> None:
    sentence = f"L'article 1er {named} est abrogé."
    assert done(sentence, of=title) == ({"1er": ""}, [])
    for other in ("Convention relative aux repas", "Charte des repas"):
        assert done(sentence, of=other) == ({}, [sentence])


def test_an_act_that_only_says_why_is_not_the_one_that_is_amended() -> None:
    for why in (
        "Conformément à l'article 8 de l'accord du 9 juin 1999",
        "Pour tenir compte de la convention du 9 juin 1999",
    ):
        assert done(f"{why}, l'article 1er est abrogé.") == ({"1er": ""}, [])


@pytest.mark.parametrize("aside", ["devenu l'article 5", "issu de l'article 5", "qui reprend l'article 5"])
def test_an_article_of_this_text_that_is_said_to_be_one_of_another_act_is_asked_about(aside: str) -> None:
    said = f"L'article 3, {aside} de l'accord du 9 juin 1999, est abrogé."
    texts, asked = done(said, "L'article 5 est supprimé.", by=BY)
    assert (texts, asked) == ({"5 (1)": ""}, [said])


def test_an_article_of_another_act_is_so_whatever_heading_it_is_given() -> None:
    said = "Il est fait application des modalités définies par l'article 4 « Calcul » de l'accord du 9 juin 1999."
    assert done("L'article 5 est supprimé.", said, by=BY) == ({"5 (1)": ""}, [])


@pytest.mark.parametrize(
    "named",
    ["de la convention", "de ladite convention", "de l'accord de 2012", "de l'accord précédent", "du présent avenant", "de cet avenant"],
)  # fmt: skip
def test_an_act_that_may_be_another_than_this_text_is_asked_about(named: str) -> None:
    said = f"L'article 3 {named} est abrogé."
    assert done(said, "L'article 5 est supprimé.", by=BY) == ({"5 (1)": ""}, [said])


@pytest.mark.parametrize("named", ["de l'accord", "de l'accord susvisé", "du présent accord", "de l'accord de 2015"])
def test_an_act_that_nothing_tells_from_this_text_is_it(named: str) -> None:
    assert done(f"L'article 3 {named} est abrogé.", by=BY) == ({"3": ""}, [])


def test_articles_of_this_text_and_of_another_in_one_sentence_are_asked_about() -> None:
    said = "L'article 3 de l'accord du 3 mars 2015 et l'article 4 de l'accord du 9 juin 1999 sont abrogés."
    assert done(said, "L'article 5 est supprimé.", by=BY) == ({"5 (1)": ""}, [said])


def test_words_of_the_whole_of_an_act_that_may_be_another_are_asked_about() -> None:
    said = "Partout dans la convention, « midi » est remplacé par « onze heures »."
    assert done(said, "L'article 5 est supprimé.", by=BY) == ({"5 (1)": ""}, [said])
