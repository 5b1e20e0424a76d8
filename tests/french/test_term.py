"""What a sentence says of the end of its act, or of an article of it: a day, a length, otherwise; None where it says none."""

from __future__ import annotations

import datetime

import pytest

from clausier.french.term import End, ends_convention, ends_itself, ends_order, ends_part, last_days, renews_convention


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Le présent avenant s’applique jusqu’au 31 août 2026.", End(day="2026-08-31")),
        ("Le présent avenant ne s’applique que jusqu’au 31/08/2026.", End(day="2026-08-31")),
        ("Le présent avenant s’applique jusqu’au 31 juin 2026.", End()),
        (
            "Les dispositions du présent avenant s’appliquent du 1er septembre 2025 au 31 août 2026.",
            End(day="2026-08-31"),
        ),
        ("Le présent avenant est conclu à durée déterminée jusqu’au 31 décembre 2023.", End(day="2023-12-31")),
        ("Le présent avenant est conclu pour une durée déterminée.", End()),
        ("Le présent avenant est conclu pour une durée de trois (3) ans, au titre des années 2021 à 2023.", End()),
        (
            "Le présent avenant est conclu, à titre expérimental, pour deux ans à compter du 1er janvier 2026.",
            End(months=24, since="2026-01-01"),
        ),
        ("Le présent avenant, conclu pour une durée de deux ans, prend effet à sa signature.", End(months=24)),
        ("Le présent avenant prend effet à compter de sa signature pour une durée d’un an.", End(months=12)),
        (
            "Le présent avenant entre en vigueur le 1er janvier 2026 et prend fin le 31 décembre 2027.",
            End(around="2027-12-31"),
        ),
        ("Le présent avenant prend fin au 31 décembre 2027.", End(around="2027-12-31")),
        ("Le présent avenant cesse de produire ses effets le 1er janvier 2028.", End(around="2028-01-01")),
        ("Cet avenant prendra fin sur décision de l’assemblée et au plus tard le 31 décembre 2021.", End()),
        ("La durée du présent avenant est fixée à un an.", End(months=12)),
        ("Le terme du présent avenant est fixé au 31 décembre 2026.", End(day="2026-12-31")),
        ("Le présent avenant est valable un an.", End(months=12)),
        ("Le présent avenant a une durée de deux ans.", End(months=24)),
        ("Le présent avenant est consenti et accepté pour une durée de deux ans.", End(months=24)),
        ("Le présent avenant court du 1er avril 2024 au 31 décembre 2026.", End(day="2026-12-31")),
        ("Le présent avenant arrivera à échéance le 31 décembre 2026.", End(around="2026-12-31")),
        ("La convention est conclue pour quatre ans.", None),
        ("La présente convention est conclue pour quatre ans.", None),
        ("Les dispositions de la présente convention s’appliquent jusqu’au 31 août 2026.", None),
        ("Le présent avenant est conclu pour une durée indéterminée.", None),
        (
            "Le présent avenant est conclu pour une durée d’un an, renouvelable par tacite reconduction.",
            End(renewed=True),
        ),
        ("Le présent avenant est conclu pour une durée déterminée, à l’instar de l’accord qu’il révise.", None),
        (
            "Le présent avenant est conclu pour une durée de dix-huit mois à compter de son entrée en vigueur.",
            End(months=18),
        ),
        (
            "Le présent avenant est conclu pour 90 jours à compter du 1er février 2024.",
            End(days=90, since="2024-02-01"),
        ),
        ("Le présent avenant est conclu pour 2 semaines.", End(days=14)),
        ("Le présent avenant est conclu pour un an à compter de sa notification.", End()),
        ("Le présent avenant est conclu pour un an renouvelable une fois.", End()),
        ("Le présent avenant est conclu pour un an, reconductible tacitement.", End(renewed=True)),
        ("Le présent avenant est conclu pour un an, reconductible tacitement deux fois.", End()),
        ("Le présent avenant s’applique jusqu’au 31 août 2026 inclus.", End(day="2026-08-31")),
        ("Le présent avenant s’applique jusqu’au 31 août 2026 exclu.", End(around="2026-08-31")),
        ("Le présent avenant s’applique jusqu’à la désignation du nouveau coordonnateur.", End()),
        ("Le présent avenant s’applique jusqu’à ce que le comité en décide autrement.", End()),
        ("Le présent avenant s’applique jusqu’au prochain renouvellement du conseil.", End()),
        ("Le présent avenant s’applique jusqu’en août 2026.", End()),
        ("Le présent avenant s’applique jusqu’à la fin de la convention.", None),
        ("Le présent avenant s’applique jusqu’à sa dénonciation.", None),
        ("Le présent avenant s’applique jusqu’à l’entrée en vigueur d’un nouvel avenant.", None),
        ("Le présent avenant s’applique jusqu’au niveau IV.", None),
        ("Le présent avenant prend fin avec la convention.", None),
        ("Le présent avenant prend fin à la fin de la convention, le 31 décembre 2027.", None),
        ("Le présent avenant proroge la convention jusqu’au 31 décembre 2027.", None),
        ("Le présent avenant prend effet pour les marchés conclus jusqu’au 31 décembre 2025.", None),
        ("Le présent avenant s’applique aux marchés conclus pour une durée de deux ans.", None),
        ("Le présent avenant s’applique à la convention, qui est conclue et prend fin le 31 décembre 2027.", None),
        ("Le présent avenant entre en vigueur deux mois après sa notification.", None),
    ],
)
def test_an_act_says_its_own_end(sentence: str, end: End | None) -> None:
    assert ends_itself(sentence) == end


def test_what_il_is_the_sentence_before_says() -> None:
    ends = "Il s’applique jusqu’au 31 août 2026."
    assert ends_itself(ends, "Le présent avenant entre en vigueur à sa signature.") == End(day="2026-08-31")
    assert ends_itself(ends, "Le marché est signé.") is None


@pytest.mark.parametrize(
    ("behind", "end"),
    [
        (" s’appliquent jusqu’au 31 août 2026.", End(day="2026-08-31")),
        (
            " du présent avenant prend effet le 1er janvier 2026 et s’applique jusqu’au 31 août 2026.",
            End(day="2026-08-31"),
        ),
        (
            " est applicable à titre expérimental, pour deux ans à compter du 1er janvier 2026.",
            End(months=24, since="2026-01-01"),
        ),
        (" est abrogé.", None),
        (" s’applique pour une durée indéterminée.", None),
    ],
)
def test_the_words_behind_a_part_of_the_act_give_its_end(behind: str, end: End | None) -> None:
    assert ends_part(behind) == end


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("Jusqu’au 31 août 2026, les mots « a » sont remplacés par les mots « b ».", End(day="2026-08-31")),
        ("À titre expérimental et pour une durée de deux ans, l’article 5 est supprimé.", End(months=24)),
        ("Jusqu’à la désignation du pilote, l’article 5 est ainsi rédigé :", End()),
        ("Pour une durée de deux ans, les membres paient.", None),
        ("L’article 5 est complété par les mots « jusqu’au 31 août 2026 ».", None),
    ],
)
def test_an_order_may_begin_with_its_own_end(sentence: str, end: End | None) -> None:
    assert ends_order(sentence) == end


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("La présente convention est conclue pour une durée de quatre ans à compter de sa notification.", End()),
        (
            "La présente convention est conclue pour une durée de quatre ans à compter de sa signature.",
            End(months=48, since="signature"),
        ),
        (
            "La convention est conclue pour deux ans à compter de la date de signature de la présente convention.",
            End(months=24, since="signature"),
        ),
        ("La convention est conclue pour deux ans à compter de la signature du marché.", End()),
        ("La convention est conclue pour deux ans à compter de la signature d’un avenant.", End()),
        ("La convention est conclue pour deux ans à compter de sa signature et de sa notification.", End()),
        (
            "La convention est conclue pour une durée de quatre ans à compter du 1er mars 2024.",
            End(months=48, since="2024-03-01"),
        ),
        (
            "La convention constitutive du groupement prend effet à sa signature et prend fin le 31 décembre 2026.",
            End(around="2026-12-31"),
        ),
        ("La présente convention expire le 30 juin 2027.", End(around="2027-06-30")),
        ("La présente convention s’applique jusqu’au 31 décembre 2026.", End(day="2026-12-31")),
        ("La présente convention est conclue du 1er janvier 2024 au 31 décembre 2027.", End(day="2027-12-31")),
        ("La convention dure quatre ans.", End(months=48)),
        ("La convention a une durée de six mois.", End(months=6)),
        ("La convention est d’une durée de trois ans.", End(months=36)),
        ("La durée de la présente convention est fixée à cinq ans.", End(months=60)),
        ("La durée de la convention est de 18 mois.", End(months=18)),
        ("Le groupement est constitué pour une durée de quatre ans.", End(months=48)),
        ("Le groupement de commandes est constitué pour la durée du marché.", End()),
        ("La présente convention est conclue pour toute la durée du programme.", End()),
        ("La présente convention est conclue jusqu’à l’achèvement des travaux.", End()),
        ("La présente convention est conclue pour un an, renouvelable par tacite reconduction.", End(renewed=True)),
        ("La présente convention est conclue pour un an, reconductible tacitement deux fois.", End()),
        ("La présente convention est conclue pour une durée indéterminée.", None),
        ("La présente convention est conclue sans limitation de durée.", None),
        ("La présente convention s’applique jusqu’à sa dénonciation.", None),
        ("Chaque marché est conclu pour quatre ans.", None),
        ("La convention de 2019 prend fin le 31 décembre 2026.", None),
        ("La convention prévoit des marchés conclus pour quatre ans.", None),
        ("La convention peut prendre fin le 31 décembre 2026.", None),
        ("Le présent avenant est conclu pour un an.", None),
        ("La convention a un an de retard.", None),
    ],
)
def test_a_convention_says_how_long_it_lasts(sentence: str, end: End | None) -> None:
    assert ends_convention(sentence) == end


def test_what_elle_is_the_sentence_before_says_too() -> None:
    ends = "Elle est conclue pour quatre ans."
    assert ends_convention(ends, "La convention prend effet à sa signature.") == End(months=48)
    assert ends_convention(ends, "La mission est confiée à la Commune A.") is None


@pytest.mark.parametrize(
    ("sentence", "renewed"),
    [
        ("Elle se renouvelle par tacite reconduction, par périodes d’un an.", True),
        ("La convention est tacitement reconduite.", True),
        (
            "A défaut de dénonciation par l’une des parties 1 mois avant son expiration, elle se poursuivra, par tacite reconduction.",
            True,
        ),
        ("Sauf dénonciation, les marchés sont reconduits tacitement.", False),
        ("Elle est tacitement reconduite deux fois.", False),
        ("Les marchés sont reconduits tacitement.", False),
        ("Elle est reconduite par une décision expresse.", False),
    ],
)
def test_a_convention_goes_on_tacitly(sentence: str, *, renewed: bool) -> None:
    assert renews_convention(sentence) is renewed


@pytest.mark.parametrize(
    ("end", "days"),
    [
        (End(day="2026-12-31"), ["2026-12-31"]),
        (End(around="2026-12-31"), ["2026-12-30", "2026-12-31"]),
        (End(months=48), ["2028-01-14", "2028-01-15"]),
        (End(months=12, since="2024-02-29"), ["2025-02-28"]),
        (End(days=90, since="2024-02-01"), ["2024-04-30", "2024-05-01"]),
        (End(months=12, since="signature"), ["2025-01-09", "2025-01-10"]),
        (End(months=99999), []),
        (End(), []),
    ],
)
def test_the_last_day_is_counted(end: End, days: list[str]) -> None:
    assert [day.isoformat() for day in last_days(end, datetime.date(2024, 1, 15), datetime.date(2024, 1, 10))] == days
