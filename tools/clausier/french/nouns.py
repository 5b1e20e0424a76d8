"""What a target names, in French: « la première phrase du deuxième alinéa de l'article 3 », with its gender and number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from clausier.french.lexicon import CARDINALS as _NUMBERS
from clausier.text.numerals import ORDINALS
from clausier.text.regex import regex
from clausier.text.words import enumerated

_LAST = {-1: "dernier", -2: "avant-dernier"}
CARDINALS = {n: word for word, n in _NUMBERS.items() if word != "une"}
_FEMININE = {"premier": "première", "dernier": "dernière", "avant-dernier": "avant-dernière"}
BETWEEN_STEPS = regex(r", (?=(?:[^\"]*\"[^\"]*\")*[^\"]*\Z)")
_COUNTED = {"al.": "alinéa", "phr.": "phrase", "tiret": "tiret"}
LABEL = r"\S+[°)](?: (?:bis|ter|quater))?"  # of an item: « 2° », « a) », « 2° bis »
_STEP = regex(
    r"(?P<counted>al\.|phr\.|tiret) (?P<n>-?\d+(?: à -?\d+)?)"
    r"|tableau(?: (?P<table>\d+))?|(?P<shown>ligne|colonne) \"(?P<name>[^\"]+)\"|(?P<heading>titre)|(?P<preamble>préambule)"
    rf"|annexe (?P<annex>.+)|(?P<label>{LABEL}(?: à {LABEL})?)|(?P<article>.+)"
)
_OF = {"": "", "le": "du ", "la": "de la ", "les": "des ", "l'": "de l'"}
_AT = {"": "", "le": "au ", "la": "à la ", "les": "aux ", "l'": "à l'"}


class Noun(Struct, frozen=True):
    """A noun with the article before it, « le », « la », « l' » or « les »; "" before a pronoun, which is no place."""

    article: str
    words: str
    feminine: bool = False
    plural: bool = False

    def the(self) -> str:
        """« l'article 3 »."""
        return f"{self.article}{'' if self.article.endswith(chr(39)) else ' '}{self.words}".lstrip()

    def of(self) -> str:
        """« de l'article 3 », « du deuxième alinéa »."""
        return _OF[self.article] + self.words

    def at(self) -> str:
        """« à l'article 3 », « au deuxième alinéa »."""
        return _AT[self.article] + self.words


class Unnamable(Exception):  # noqa: N818 - no error: a target for which there is no canonical French
    """A target that these words do not name."""


def noun_of(targets: Sequence[str], under: str = "", *, of_two: bool = False) -> Noun:
    """What targets name together, what lies `under` another without its name; raises Unnamable where there is no canonical name.

    `of_two`: a second one is the last, « la seconde phrase ».
    """
    steps = [BETWEEN_STEPS.split(target) for target in targets]
    if len({tuple(one[:-1]) for one in steps}) != 1:
        raise Unnamable
    *outer, _ = steps[0]
    noun = _several([_match(one[-1], first=not outer) for one in steps], of_two=of_two)
    named = BETWEEN_STEPS.split(under) if under else []
    named = named if outer[: len(named)] == named else []
    for step in reversed(outer[len(named) :]):
        owner = _several([_match(step, first=not named and step is outer[0])])
        noun = Noun(noun.article, f"{noun.words} {owner.of()}", noun.feminine, noun.plural)
    return noun


def as_said(number: str) -> str:
    """The number of an article as it is said: « 1er »."""
    return "1er" if number == "1" else number


def numbered(numbers: Sequence[str], word: str) -> Noun:
    """« l'article 3 », « les articles 3, 5 et 7 à 9 »."""
    said = [" à ".join(as_said(n) if word == "article" else n for n in one.split(" à ")) for one in numbers]
    if len(said) == 1 and " à " not in said[0]:
        return Noun("l'", f"{word} {said[0]}", feminine=word == "annexe")
    return Noun("les", f"{word}s {enumerated(said)}", feminine=word == "annexe", plural=True)


def _match(step: str, *, first: bool) -> re.Match[str]:
    found = _STEP.fullmatch(step)
    if found is None or (first and not (found["article"] or found["annex"] or found["preamble"])):
        raise Unnamable
    return found


def _several(steps: list[re.Match[str]], *, of_two: bool = False) -> Noun:
    """Steps of one kind as one noun."""
    if len({(s.lastgroup, s["counted"]) for s in steps}) != 1:
        raise Unnamable
    first = steps[0]
    if first["counted"]:
        return _ranked([s["n"] for s in steps], _COUNTED[first["counted"]], of_two=of_two)
    if first["article"]:
        return numbered([s["article"] for s in steps], "article")
    if first["annex"]:
        return numbered([s["annex"] for s in steps], "annexe")
    if first["label"]:
        labels = [s["label"] for s in steps]
        several = len(labels) > 1 or " à " in labels[0]
        return Noun("les" if several else "le", enumerated(labels), plural=several)
    if len(steps) > 1:
        raise Unnamable
    if first["shown"]:
        return Noun("la", f"{first['shown']} « {first['name']} »", feminine=True)
    if first["heading"]:
        return Noun("l'", "intitulé")
    if first["preamble"]:
        return Noun("le", "préambule")
    return _ranked([first["table"]], "tableau") if first["table"] else Noun("le", "tableau")


def _ranked(numbers: list[str], word: str, *, of_two: bool = False) -> Noun:
    """« le deuxième alinéa », « les deuxième à quatrième alinéas », « les deux derniers alinéas », « l'alinéa 13 »."""
    feminine = word == "phrase"
    if of_two and numbers == ["2"]:
        return Noun("la" if feminine else "le", f"second{'e' * feminine} {word}", feminine)
    plural = f"{word}x" if word == "tableau" else f"{word}s"
    ranks = [int(n) for n in numbers if " à " not in n]
    if len(ranks) > 1 and ranks == list(range(-len(ranks), 0)) and len(ranks) in CARDINALS:
        return Noun(
            "les", f"{CARDINALS[len(ranks)]} {'dernières' if feminine else 'derniers'} {plural}", feminine, True
        )
    several = len(numbers) > 1 or " à " in numbers[0]
    said = [" à ".join(_ordinal(int(n), feminine=feminine) for n in one.split(" à ")) for one in numbers]
    if all(said) and all(" à " not in one or all(one.split(" à ")) for one in said):
        words = f"{enumerated(said)} {plural if several else word}"
        article = "les" if several else "la" if feminine else "l'" if words.startswith("avant") else "le"
        return Noun("l'" if article == "la" and words.startswith("avant") else article, words, feminine, several)
    if word == "alinéa" and all(n[0] != "-" for n in numbers):
        return Noun("les" if several else "l'", f"{plural if several else word} {enumerated(numbers)}", plural=several)
    raise Unnamable


def _ordinal(rank: int, *, feminine: bool) -> str:
    """« premier », « première », « dernier »; "" where there is none."""
    word = _LAST.get(rank, "") if rank < 0 else ORDINALS[rank - 1] if 0 < rank <= len(ORDINALS) else ""
    return _FEMININE.get(word, word) if feminine else word
