"""The sentences of `cases/*.yml` typed otherwise order the same, or are asked about; denied, or left open, they order nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from clausier.french import read_article
from french.test_sentences import cases, shown

Retype = Callable[[str], str]
ORDERING = [case for case in cases() if case["opérations"]]
# A condition at the end of a sentence is of the last of several lines alone.
ON_ONE_LINE = [case for case in ORDERING if "\n" not in case["phrase"]]


def outside_quotes(pattern: str, instead: str, flags: int = 0) -> Retype:
    """Every match of the pattern that stands in no quotation as `instead`."""

    def retype(words: str) -> str:
        parts = re.split(r"(«[^»]*»|\"[^\"]*\")", words)
        return "".join(p if n % 2 else re.sub(pattern, instead, p, flags=flags) for n, p in enumerate(parts))

    return retype


def behind(opening: str) -> Retype:
    return lambda words: f"{opening}{words[0].lower()}{words[1:]}"


def with_end(ending: str) -> Retype:
    return lambda words: words.rstrip(" .;:") + ending


def with_reason(ending: str) -> Retype:
    """Behind the order, unless a text is still to come there."""
    return lambda words: words if words.rstrip().endswith((":", "»", "».")) else with_end(ending)(words)


def of_a_repeal(retype: Retype) -> Retype:
    return lambda words: retype(words) if re.search(r"\b(?:est|sont) (?:abrogé|supprimé)e?s?\.\Z", words) else words


def quoted_with(first: str, last: str) -> Retype:
    return lambda words: re.sub(r"\s*»", last, re.sub(r"«\s*", first, words))


ALIKE: dict[str, Retype] = {
    "two spaces": outside_quotes(" ", "  "),
    "no-break spaces": outside_quotes(" ", "\u00a0"),
    "other quotes": quoted_with("“", "”"),
    "straight quotes": quoted_with('"', '"'),
    "other apostrophes": outside_quotes("'", "’"),
    "capitals without accents": outside_quotes("À", "A"),
    "in the future": outside_quotes(r"\best\b", "sera"),
    "desormais": outside_quotes(r"\b(est|sont)\b", r"\1 désormais"),
    "an item": lambda words: f"a) {words}",
    "a dash": lambda words: f"– {words}",
    "why": behind("Pour tenir compte de la loi du 5 septembre 2018, "),
    "what has ended": behind("La recommandation étant arrivée à son terme, "),
    "what for": behind("Dans un souci de simplification, "),
    "why, behind": with_reason(", en raison de la loi du 5 septembre 2018."),
    "what it comes to": of_a_repeal(with_reason(", la prime étant intégrée au salaire de base.")),
    "what is agreed": behind("Il est convenu que "),
    "who agrees": behind("Les parties conviennent que "),
    "article abbreviated": outside_quotes(r"\barticle (?=\d)", "art. "),
    "ordinals in figures": outside_quotes(r"\bdeuxième\b", "2e"),
}
AT_THE_HEAD = {
    "an item",
    "a dash",
    "why",
    "what has ended",
    "what for",
    "what is agreed",
    "who agrees",
}  # of a sentence, not of what it announces
OPEN: dict[str, Retype] = {
    "denied": outside_quotes(r"\b(est|sont)\b", r"n'\1 pas"),
    "possible": outside_quotes(r"\best\b", "peut être"),
    "possible, of several": outside_quotes(r"\bsont\b", "pourront être"),
    "past": outside_quotes(r"\bsont\b", "ont été"),
    "past, of one": outside_quotes(r"(?<!Il )\best\b", "a été"),  # « Il a été convenu de … : » agrees
    "on a condition": behind("Si le comité le demande, "),
    "proposed": behind("Il est proposé que "),
    "for some": with_end(" pour les seuls cadres."),
    "for a time": with_end(", à titre expérimental."),
    "on a condition that may be met": behind("La condition étant remplie, "),
    "once it is asked": behind("Dès lors que le comité le demande, "),
    "where need be": behind("Le cas échéant, "),
    "for some, first": behind("Ainsi pour les cadres, "),
    "for some, beside why": behind("Compte tenu de la loi du 5 septembre 2018, pour les cadres, "),
    "since another act": behind("Depuis l'avenant n° 2 du 3 mai 2018, "),
    "with what stays": with_end(", la prime étant maintenue pour les agents en poste."),
    "with what else is so": with_end(", étant entendu que les contrats en cours gardent la leur."),
    "with another change": with_end(", la prime étant portée à 8 €."),
    "with an end": with_end(", cette mesure prenant effet le 1er janvier 2099."),
    "unless": with_end(", sauf décision contraire."),
}


def orders(words: str) -> list[str]:
    return [line.replace("\u00a0", " ").replace("’", "'") for one in read_article(words) for line in shown(one)]


orders_as_written = cache(orders)  # which every way to type them otherwise asks


def retyped(retype: Retype, among: list[dict[str, Any]]) -> list[tuple[str, list[str], list[str]]]:
    """The sentences that it changes, as it types them, with what they order then and before."""
    typed = [(retype(was), was) for was in (case["phrase"] for case in among)]
    return [(words, orders(words), orders_as_written(was)) for words, was in typed if words != was]


@pytest.mark.parametrize("name", ALIKE)
def test_the_same_typed_otherwise_orders_the_same_or_is_asked_about(name: str) -> None:
    found = retyped(ALIKE[name], ON_ONE_LINE if name in AT_THE_HEAD else ORDERING)
    assert [one for one in found if one[1] and one[1] != one[2]] == []
    assert sum(bool(one[1]) for one in found) > len(found) * 0.8


@pytest.mark.parametrize("name", OPEN)
def test_what_is_denied_past_or_left_open_orders_nothing(name: str) -> None:
    found = retyped(OPEN[name], ON_ONE_LINE)
    assert len(found) > 50
    assert [(words, after) for words, after, _ in found if after] == []
