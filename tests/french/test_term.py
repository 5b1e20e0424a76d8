"""What a sentence says of the end of its act, or of an article of it: a day, "" where it says it otherwise, None where it says none."""

from __future__ import annotations

import pytest

from clausier.french.term import ends_itself, ends_order, ends_part


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Le présent avenant s’applique jusqu’au 31 août 2026.", "2026-08-31"),
        ("Le présent avenant ne s’applique que jusqu’au 31/08/2026.", "2026-08-31"),
        ("Le présent avenant s’applique jusqu’au 31 juin 2026.", ""),
        ("Les dispositions du présent avenant s’appliquent du 1er septembre 2025 au 31 août 2026.", "2026-08-31"),
        ("Le présent avenant est conclu à durée déterminée jusqu’au 31 décembre 2023.", "2023-12-31"),
        ("Le présent avenant est conclu pour une durée déterminée.", ""),
        ("Le présent avenant est conclu pour une durée de trois (3) ans, au titre des années 2021 à 2023.", ""),
        ("Le présent avenant est conclu, à titre expérimental, pour deux ans à compter du 1er janvier 2026.", ""),
        ("Le présent avenant, conclu pour une durée de deux ans, prend effet à sa signature.", ""),
        ("Le présent avenant prend effet à compter de sa signature pour une durée d’un an.", ""),
        ("Le présent avenant entre en vigueur le 1er janvier 2026 et prend fin le 31 décembre 2027.", ""),
        ("Le présent avenant prend fin au 31 décembre 2027.", ""),
        ("Le présent avenant cesse de produire ses effets le 1er janvier 2028.", ""),
        ("Cet avenant prendra fin sur décision de l’assemblée et au plus tard le 31 décembre 2021.", ""),
        ("La durée du présent avenant est fixée à un an.", ""),
        ("La convention est conclue pour quatre ans.", None),
        ("La présente convention est conclue pour quatre ans.", None),
        ("Les dispositions de la présente convention s’appliquent jusqu’au 31 août 2026.", None),
        ("Le présent avenant est conclu pour une durée indéterminée.", None),
        ("Le présent avenant est conclu pour une durée d’un an, renouvelable par tacite reconduction.", None),
        ("Le présent avenant est conclu pour une durée déterminée, à l’instar de l’accord qu’il révise.", None),
        ("Le présent avenant prend fin avec la convention.", None),
        ("Le présent avenant prend fin à la fin de la convention, le 31 décembre 2027.", None),
        ("Le présent avenant proroge la convention jusqu’au 31 décembre 2027.", None),
        ("Le présent avenant prend effet pour les marchés conclus jusqu’au 31 décembre 2025.", None),
        ("Le présent avenant s’applique aux marchés conclus pour une durée de deux ans.", None),
        ("Le présent avenant s’applique à la convention, qui est conclue et prend fin le 31 décembre 2027.", None),
        ("Le présent avenant entre en vigueur deux mois après sa notification.", None),
    ],
)
def test_an_act_says_its_own_end(sentence: str, day: str | None) -> None:
    assert ends_itself(sentence) == day


def test_what_il_is_the_sentence_before_says() -> None:
    ends = "Il s’applique jusqu’au 31 août 2026."
    assert ends_itself(ends, "Le présent avenant entre en vigueur à sa signature.") == "2026-08-31"
    assert ends_itself(ends, "Le marché est signé.") is None


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (" s’appliquent jusqu’au 31 août 2026.", "2026-08-31"),
        (" du présent avenant prend effet le 1er janvier 2026 et s’applique jusqu’au 31 août 2026.", "2026-08-31"),
        (" est applicable à titre expérimental, pour deux ans à compter du 1er janvier 2026.", ""),
        (" est abrogé.", None),
        (" s’applique pour une durée indéterminée.", None),
    ],
)
def test_the_words_behind_a_part_of_the_act_give_its_end(behind: str, day: str | None) -> None:
    assert ends_part(behind) == day


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Jusqu’au 31 août 2026, les mots « a » sont remplacés par les mots « b ».", "2026-08-31"),
        ("À titre expérimental et pour une durée de deux ans, l’article 5 est supprimé.", ""),
        ("Pour une durée de deux ans, les membres paient.", None),
        ("L’article 5 est complété par les mots « jusqu’au 31 août 2026 ».", None),
    ],
)
def test_an_order_may_begin_with_its_own_end(sentence: str, day: str | None) -> None:
    assert ends_order(sentence) == day
