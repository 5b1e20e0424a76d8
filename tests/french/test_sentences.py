"""Each sentence of `cases/*.yml` orders the operations beside it, or, where there are none, is not understood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from clausier.french import Said, announces, read_article, written

CASES = sorted(Path(__file__).with_name("cases").glob("*.yml"))


def cases() -> list[dict[str, Any]]:
    return [case for path in CASES for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


def shown(said: Said) -> list[str]:
    """The operations of a sentence as the cases write them; the ways to write one stand on one line, with ` / ` between."""
    return [
        " / ".join(
            f"{way.verb}: {' + '.join(way.targets)}"
            + (f" (« {way.named or way.inner} »)" if way.named or way.inner else "")
            + "".join(f" | {key}: {words}" for key, words in way.details)
            for way in written(order, said.quotations)
        )
        for order in said.orders
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["phrase"][:60])
def test_a_sentence_orders_what_a_lawyer_reads_in_it(case: dict[str, Any]) -> None:
    said = read_article(case["phrase"])
    assert [line for one in said for line in shown(one)] == case["opérations"]
    if not case["opérations"]:
        # What is not understood is asked about, save what the case says to change nothing.
        assert any(one.amends for one in said) == (case.get("question", "oui") == "oui")


def lines(*text: str) -> list[str]:
    return [line for one in read_article("\n".join(text)) for line in shown(one)]


def test_the_number_of_a_part_of_the_act_needs_no_mark_behind_it() -> None:
    order = "remplacer-mots: 6, al. 1 | mots: trois | par: deux"
    assert lines("2.3 Au premier alinéa de l'article 6, le mot « trois » est remplacé par le mot « deux ».") == [order]
    assert lines("2.2 L'article 5.3 du CCAP est remplacé par :", "« Les prix sont fermes. »") == ["remplacer: 5.3"]


def test_items_inherit_the_place_of_what_announces_them() -> None:
    assert lines(
        "L'article 3 est ainsi modifié :",
        "1° Le deuxième alinéa est ainsi modifié :",
        "a) Les mots « le matin » sont remplacés par les mots « le soir » ;",
        "b) La dernière phrase est supprimée ;",
        "2° Au troisième alinéa, les mots « le midi » sont supprimés ;",
        "3° Le quatrième alinéa est supprimé.",
    ) == [
        "remplacer: 3",
        "remplacer: 3, al. 2",
        "remplacer-mots: 3, al. 2 | mots: le matin | par: le soir",
        "supprimer: 3, al. 2, phr. -1",
        "supprimer-mots: 3, al. 3 | mots: le midi",
        "supprimer: 3, al. 4",
    ]


def test_dashes_inherit_and_a_line_that_is_no_item_ends_the_list() -> None:
    assert lines(
        "Le deuxième alinéa de l'article 3 est modifié comme suit :",
        "– les mots « le matin » sont supprimés ;",
        "– la première phrase est supprimée.",
        "Le troisième alinéa est supprimé.",
    ) == [
        "remplacer: 3, al. 2",
        "supprimer-mots: 3, al. 2 | mots: le matin",
        "supprimer: 3, al. 2, phr. 1",
        "supprimer: 3, al. 3",
    ]


def test_a_line_that_names_a_place_alone_gives_it_to_the_items_below_it() -> None:
    said = read_article(
        "L'article 3 est ainsi modifié :\n1° Au 2° :\na) Au premier tiret :\n– les mots « le matin » sont supprimés ;\n"
        "b) Au dernier alinéa :\n– la première phrase est supprimée ;\n2° Le quatrième alinéa est supprimé."
    )
    assert [line for one in said for line in shown(one)] == [
        "remplacer: 3",
        "supprimer-mots: 3, 2°, tiret 1 | mots: le matin",
        "supprimer: 3, 2°, al. -1, phr. 1",
        "supprimer: 3, al. 4",
    ]
    assert announces(said[0], said[1:])


def test_what_is_added_under_an_item_is_added_to_its_place() -> None:
    assert lines(
        "I. – L'article 3 est ainsi modifié :",
        "1° Au deuxième alinéa, est ajoutée une phrase ainsi rédigée :",
        "2° Le quatrième alinéa est ainsi modifié :",
        "a) La première phrase est supprimée ;",
        "b) Est ajoutée une phrase ainsi rédigée :",
        "3° Sont ajoutés deux alinéas ainsi rédigés :",
        "II. – L'article 4 est abrogé.",
    ) == [
        "remplacer: 3",
        "compléter: 3, al. 2",
        "remplacer: 3, al. 4",
        "supprimer: 3, al. 4, phr. 1",
        "compléter: 3, al. 4",
        "compléter: 3",
        "abroger: 4",
    ]


def test_y_is_the_place_that_was_named_last() -> None:
    assert lines(
        "À l'article 3, les mots « le matin » sont supprimés.",
        "Les mots « à midi » y sont remplacés par ceux-ci : « à minuit ».",
    ) == ["supprimer-mots: 3 | mots: le matin", "remplacer-mots: 3 | mots: à midi | par: à minuit"]
    assert lines("Les mots « à midi » y sont supprimés.") == [""]


def test_what_is_added_where_no_item_tells_the_place_has_none() -> None:
    assert lines(
        "Au deuxième alinéa de l'article 3, la première phrase est supprimée.",
        "Il est ajouté une phrase ainsi rédigée :",
    ) == ["supprimer: 3, al. 2, phr. 1", ""]


def test_roman_letters_are_a_list_of_their_own() -> None:
    assert lines(
        "L'article 3 est ainsi modifié :",
        "1° Le 2° est ainsi modifié :",
        "a) Le a) est ainsi modifié :",
        "i) Le i) est supprimé ;",
        "ii) Les mots « le matin » sont supprimés ;",
        "iii) Le iii) est abrogé ;",
        "b) La première phrase est supprimée.",
    ) == [
        "remplacer: 3",
        "remplacer: 3, 2°",
        "remplacer: 3, 2°, a)",
        "abroger: 3, 2°, a), i)",
        "supprimer-mots: 3, 2°, a) | mots: le matin",
        "abroger: 3, 2°, a), iii)",
        "supprimer: 3, 2°, phr. 1",
    ]


def test_the_ninth_letter_follows_the_eighth() -> None:
    assert lines(
        "Le 2° de l'article 3 est ainsi modifié :",
        "h) Au deuxième alinéa, le mot « un » est supprimé ;",
        "i) La première phrase est supprimée.",
    )[1:] == ["supprimer-mots: 3, 2°, al. 2 | mots: un", "supprimer: 3, 2°, phr. 1"]


def test_a_new_text_behind_a_line_that_orders_nothing_is_of_no_sentence_before_it() -> None:
    said = read_article("L'article 1 est abrogé.\nL'article 2 est remplacé par :\n« Deux. »\nUne ligne.\n« Trois. »")
    assert [one.payload for one in said] == [(), ("Deux.",), ("Trois.",)]


def test_an_article_named_alone_is_that_of_what_follows() -> None:
    assert lines(
        "À l'article 3, les mots « le matin » sont supprimés.",
        "À l'article 5 :",
        "1° Les mots « le soir » sont supprimés ;",
        "2° Le deuxième alinéa est supprimé.",
    ) == ["supprimer-mots: 3 | mots: le matin", "supprimer-mots: 5 | mots: le soir", "supprimer: 5, al. 2"]


def test_items_under_a_line_that_is_not_understood_have_no_place() -> None:
    assert lines(
        "L'article 3 est ainsi modifié :",
        "1° Pour ce qui est des agents :",
        "a) Les mots « le matin » sont supprimés ;",
        "2° L'article 4 est abrogé.",
    ) == ["remplacer: 3", "", "abroger: 4"]


def test_what_is_said_again_is_what_was_named_last() -> None:
    assert lines(
        "Au deuxième alinéa de l'article 3, les mots « le matin » sont supprimés.",
        "La première phrase de cet alinéa est supprimée.",
        "Au même alinéa, les mots « le soir » sont supprimés.",
        "Le troisième alinéa du même article est supprimé.",
        "Ledit article est complété par un alinéa ainsi rédigé :",
    ) == [
        "supprimer-mots: 3, al. 2 | mots: le matin",
        "supprimer: 3, al. 2, phr. 1",
        "supprimer-mots: 3, al. 2 | mots: le soir",
        "supprimer: 3, al. 3",
        "compléter: 3",
    ]


def test_the_latter_is_what_was_named_last_where_one_thing_was() -> None:
    announced = "Ce dernier est complété par un alinéa ainsi rédigé :"
    assert lines("L'article 3 est renommé « Repas ».", announced)[1:] == ["compléter: 3"]
    assert lines("Le deuxième alinéa de l'article 3 est supprimé.", announced)[1:] == [""]


def test_an_alinea_said_again_where_none_was_named_names_nothing() -> None:
    assert lines("L'article 3 est supprimé.", "Cet alinéa est supprimé.") == ["abroger: 3", ""]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("À compter du 1er janvier 2025, l'article 3 est abrogé.", "À compter du 1er janvier 2025"),
        ("Au 1er janvier 2025, l'article 3 est abrogé.", "Au 1er janvier 2025"),
        ("L'article 3 est abrogé à compter du 1er janvier 2025.", "à compter du 1er janvier 2025"),
        ("L'article 3 est abrogé avec effet au 1er janvier 2025.", "avec effet au 1er janvier 2025"),
        ("L'article 3 est ainsi rédigé à compter du 1er janvier 2025 :", "à compter du 1er janvier 2025"),
        ("L'article 3 est abrogé.", ""),
    ],
)
def test_an_order_says_since_when_as_its_sentence_does(sentence: str, when: str) -> None:
    (said,) = read_article(sentence)
    assert [order.when for order in said.orders] == [when]
