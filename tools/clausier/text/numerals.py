"""How French numbers what comes between or in order: the adverbs behind a number (`4 bis`), the ordinals (`titre premier`), the romans, the days."""

from __future__ import annotations

import datetime

ADVERBS = (
    "bis ter quater quator quinquies sexies septies octies nonies decies undecies duodecies terdecies quaterdecies"
    " quindecies sexdecies septdecies octodecies novodecies vicies"
).split()
"""In their order. « quator » is how some acts print « quater »; an act is written as signed."""

ORDINALS = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième"
    " quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième"
).split()
"""From the first on, in the masculine."""

CARDINALS = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt"
).split()
"""From one on: « Article deux »."""

ROMANS = tuple(
    f"{tens}{unit}"
    for tens in ("", "X", "XX", "XXX")
    for unit in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
)[1:]
"""From I to XXXIX: more than a text has parts so numbered."""

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def day_in_words(day: datetime.date) -> str:
    """`1er janvier 2021`."""
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"
