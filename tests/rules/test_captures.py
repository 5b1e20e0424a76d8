from __future__ import annotations

import datetime
from fractions import Fraction

import pytest

from clausier.rules.captures import read
from clausier.rules.values import CaptureType, Duration, Money, Periodicity, Relative, Share, Value, value_json

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
YEAR = Duration(1, "year")


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("integer", "une", 1),
        ("integer", "12", 12),
        ("integer", "deux cents", 200),
        ("number", "4,5", Fraction(9, 2)),
        ("number", "un", Fraction(1)),
        ("percentage", "80%", Share(of=Fraction(4, 5))),
        ("percentage", "80 %", Share(of=Fraction(4, 5))),
        ("percentage", "80,5 %", Share(of=Fraction(161, 200))),
        ("percentage", "quatre-vingts pour cent", Share(of=Fraction(4, 5))),
        ("percentage", "50 p. cent", Share(of=HALF)),
        ("percentage", "plus de 50 %", Share(of=HALF, strict=True)),
        ("percentage", "au moins 50 %", Share(of=HALF, strict=False)),
        ("fraction", "la moitié", Share(of=HALF)),
        ("fraction", "La moitié", Share(of=HALF)),
        ("fraction", "plus de la moitié", Share(of=HALF, strict=True)),
        ("fraction", "au moins la moitié", Share(of=HALF, strict=False)),
        ("fraction", "au minimum la moitié", Share(of=HALF, strict=False)),
        ("fraction", "la moitié plus un", Share(of=HALF, plus=1)),
        ("fraction", "la moitié plus une", Share(of=HALF, plus=1)),
        ("fraction", "un tiers", Share(of=THIRD)),
        ("fraction", "plus d'un tiers", Share(of=THIRD, strict=True)),
        ("fraction", "plus du tiers", Share(of=THIRD, strict=True)),
        ("fraction", "plus des deux tiers", Share(of=1 - THIRD, strict=True)),
        ("fraction", "le tiers", Share(of=THIRD)),
        ("fraction", "les deux tiers", Share(of=Fraction(2, 3))),
        ("fraction", "deux tiers", Share(of=Fraction(2, 3))),
        ("fraction", "2/3", Share(of=Fraction(2, 3))),
        ("fraction", "les 2 / 3", Share(of=Fraction(2, 3))),
        ("fraction", "trois quarts", Share(of=Fraction(3, 4))),
        ("fraction", "trois cinquièmes", Share(of=Fraction(3, 5))),
        ("fraction", "un vingtième", Share(of=Fraction(1, 20))),
        ("fraction", "80 %", Share(of=Fraction(4, 5))),
        ("fraction", "la majorité absolue", Share(of=HALF, strict=True)),
        ("fraction", "majorité absolue", Share(of=HALF, strict=True)),
        ("fraction", "la majorité relative", Relative()),
        ("fraction", "une majorité simple", Relative()),
        ("fraction", "l'unanimité", Share(of=Fraction(1), strict=False)),
        ("fraction", "la totalité", Share(of=Fraction(1), strict=False)),
        ("duration", "3 semaines", Duration(3, "week")),
        ("duration", "trois (3) semaines", Duration(3, "week")),
        ("duration", "un mois", Duration(1, "month")),
        ("duration", "6 mois", Duration(6, "month")),
        ("duration", "un an", YEAR),
        ("duration", "deux années", Duration(2, "year")),
        ("duration", "un trimestre", Duration(3, "month")),
        ("duration", "deux semestres", Duration(12, "month")),
        ("duration", "48 heures", Duration(48, "hour")),
        ("duration", "quinze jours", Duration(15, "day")),
        ("duration", "5 jours francs", Duration(5, "day", "clear")),
        ("duration", "un jour franc", Duration(1, "day", "clear")),
        ("duration", "5 jours ouvrés", Duration(5, "day", "business")),
        ("duration", "5 jours ouvrables", Duration(5, "day", "working")),
        ("duration", "5 jours calendaires", Duration(5, "day")),
        ("date", "19 mars 2018", datetime.date(2018, 3, 19)),
        ("date", "1er janvier 2021", datetime.date(2021, 1, 1)),
        ("date", "premier août deux mille vingt-deux", datetime.date(2022, 8, 1)),
        ("date", "21/06/2022", datetime.date(2022, 6, 21)),
        ("date", "2022-06-21", datetime.date(2022, 6, 21)),
        ("date", "29 février 2024", datetime.date(2024, 2, 29)),
        ("amount", "1 234,56 €", Money(Fraction(30864, 25))),
        ("amount", "10 000 euros", Money(Fraction(10_000))),
        ("amount", "un euro", Money(Fraction(1))),
        ("amount", "90 000 € HT", Money(Fraction(90_000), "HT")),
        ("amount", "90 000 euros hors taxes", Money(Fraction(90_000), "HT")),
        ("amount", "90 000 euros TTC", Money(Fraction(90_000), "TTC")),
        ("amount", "90 euros toutes taxes comprises", Money(Fraction(90), "TTC")),
        ("amount", "2,5 millions d'euros", Money(Fraction(2_500_000))),
        ("amount", "deux milliards d'euros", Money(Fraction(2 * 10**9))),
        ("frequency", "chaque semestre", Periodicity(1, Duration(6, "month"))),
        ("frequency", "Chaque année", Periodicity(1, YEAR)),
        ("frequency", "au moins deux fois par an", Periodicity(2, YEAR)),
        ("frequency", "chaque année scolaire", Periodicity(1, YEAR)),
        ("frequency", "chaque année civile", Periodicity(1, YEAR)),
        ("frequency", "annuelle", Periodicity(1, YEAR)),
        ("frequency", "annuel", Periodicity(1, YEAR)),
        ("frequency", "annuellement", Periodicity(1, YEAR)),
        ("frequency", "Trimestriels", Periodicity(1, Duration(3, "month"))),
        ("frequency", "semestrielles", Periodicity(1, Duration(6, "month"))),
        ("frequency", "mensuel", Periodicity(1, Duration(1, "month"))),
        ("frequency", "bimestriel", Periodicity(1, Duration(2, "month"))),
        ("frequency", "bimensuelle", Periodicity(2, Duration(1, "month"))),
        ("frequency", "hebdomadaire", Periodicity(1, Duration(1, "week"))),
        ("frequency", "hebdomadairement", Periodicity(1, Duration(1, "week"))),
        ("frequency", "quotidienne", Periodicity(1, Duration(1, "day"))),
        ("frequency", "biennal", Periodicity(1, Duration(2, "year"))),
        ("frequency", "triennaux", Periodicity(1, Duration(3, "year"))),
        ("frequency", "quinquennale", Periodicity(1, Duration(5, "year"))),
        ("frequency", "tous les deux ans", Periodicity(1, Duration(2, "year"))),
        ("frequency", "toutes les 6 semaines", Periodicity(1, Duration(6, "week"))),
        ("frequency", "deux fois par an", Periodicity(2, YEAR)),
        ("frequency", "une fois l'an", Periodicity(1, YEAR)),
        ("frequency", "trois fois dans l'année", Periodicity(3, YEAR)),
        ("frequency", "une fois par trimestre", Periodicity(1, Duration(3, "month"))),
        ("frequency", "trois fois tous les deux ans", Periodicity(3, Duration(2, "year"))),
        ("text", "le Recteur", "le Recteur"),
    ],
)
def test_the_words_of_drafters_come_to_exact_values(kind: CaptureType, words: str, value: Value) -> None:
    assert read(kind, words) == value


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("integer", "4,5"),
        ("integer", "beaucoup"),
        ("number", "trois (4)"),
        ("percentage", "80"),
        ("percentage", "moins de 80 %"),
        ("percentage", "%"),
        ("fraction", "deux"),
        ("fraction", "tiers tiers"),
        ("fraction", "1/0"),
        ("fraction", "2,5 tiers"),
        ("fraction", "la majorité"),
        ("fraction", "la minorité plus un"),
        ("frequency", "bisannuelle"),  # every two years, say the dictionaries; twice a year, many who write it
        ("duration", "quelque temps"),
        ("duration", "zéro jour"),
        ("duration", "2,5 mois"),
        ("duration", "3 semaines franches"),
        ("duration", "3 semaines ouvrées"),
        ("duration", "3 mois ouvrables"),
        ("duration", "3"),
        ("date", "30 février 2022"),
        ("date", "32 mars 2022"),
        ("date", "mars 2022"),
        ("date", "31/02/2022"),
        ("date", "2022-13-01"),
        ("date", "le mars 2022"),
        ("amount", "10 000"),
        ("amount", "beaucoup d'euros"),
        ("amount", "10 dollars"),
        ("frequency", "souvent"),
        ("frequency", "annuelx"),
        ("frequency", "zéro fois par an"),
        ("frequency", "l'an"),
        ("frequency", "tous les zéro ans"),
        ("text", ""),
    ],
)
def test_what_is_not_certain_is_not_read(kind: CaptureType, words: str) -> None:
    assert read(kind, words) is None


@pytest.mark.parametrize(
    ("part", "of"),
    [
        ("tiers", 3),
        ("quart", 4),
        ("cinquième", 5),
        ("sixième", 6),
        ("septième", 7),
        ("huitième", 8),
        ("neuvième", 9),
        ("dixième", 10),
        ("onzième", 11),
        ("douzième", 12),
        ("quinzième", 15),
        ("vingtième", 20),
        ("centième", 100),
    ],
)
def test_each_part_of_a_whole_has_its_name(part: str, of: int) -> None:
    assert read("fraction", f"un {part}") == Share(of=Fraction(1, of))
    assert read("fraction", f"plus de deux {part}s".replace("tierss", "tiers")) == Share(
        of=Fraction(2, of), strict=True
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, 3),
        ("mots", "mots"),
        (Fraction(9, 2), "4.5"),
        (Fraction(1, 3), {"num": 1, "den": 3}),
        (Share(of=Fraction(4, 5)), {"num": 4, "den": 5}),
        (Share(of=HALF, plus=1), {"share": {"num": 1, "den": 2}, "plus": 1}),
        (Relative(), "relative"),
        (Duration(3, "week"), "P3W"),
        (Duration(48, "hour"), "PT48H"),
        (Duration(6, "month"), "P6M"),
        (Duration(15, "day"), "P15D"),
        (YEAR, "P1Y"),
        (Duration(5, "day", "clear"), {"duration": "P5D", "counting": "clear"}),
        (datetime.date(2022, 6, 21), "2022-06-21"),
        (Money(Fraction(2_500_000)), {"amount": "2500000", "currency": "EUR"}),
        (Money(Fraction(1, 2), "HT"), {"amount": "0.5", "currency": "EUR", "tax": "HT"}),
        (Periodicity(1, Duration(6, "month")), {"times": 1, "every": "P6M"}),
    ],
)
def test_values_are_written_exactly(value: Value, written: object) -> None:
    assert value_json(value) == written
