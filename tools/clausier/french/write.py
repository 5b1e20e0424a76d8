"""An operation → the sentence that orders it: one canonical French formula a verb, which the grammar beside it reads back.

Each sentence is such that reading it gives the operation again, and no question (a test holds it). What has no canonical sentence
is not written: None.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from msgspec import Struct

from clausier.french.nouns import CARDINALS, LABEL, Noun, Unnamable, as_said, noun_of, numbered
from clausier.french.orders import Written
from clausier.text.numerals import day_in_words
from clausier.text.regex import regex
from clausier.text.words import capitalised, enumerated

# {s}: the target as a subject; {of}, {at}: « de », « à » before it; {p[rédigé]}: a participle that agrees with it; {a}, {b}: the
# words quoted (« le mot « matin » », « les mots … »); {to}: what it becomes; {n}: the alinéas, sentences or rows of a new text,
# counted; {made}: the articles or items that it is; {day}, {since}: days. A formula that ends with a colon brings a new text.
FORMULAS = {
    "remplacer": "{s} {est} ainsi {p[rédigé]} :",
    "remplacer alinéas": "{s} {est} {p[remplacé]} par {n} :",
    "remplacer tableau": "{s} est remplacé par le tableau suivant :",
    "compléter": "{s} {est} {p[complété]} par les dispositions suivantes :",
    "compléter alinéas": "{s} {est} {p[complété]} par {n} :",
    "compléter numéro": "{s} {est} {p[complété]} par {made} :",
    "compléter-au-début": "au début {of}, sont insérées les dispositions suivantes :",
    "insérer-après": "après {s}, sont insérées les dispositions suivantes :",
    "insérer-avant": "avant {s}, sont insérées les dispositions suivantes :",
    "insérer-après alinéas": "après {s}, {inséré} {n} :",
    "insérer-avant alinéas": "avant {s}, {inséré} {n} :",
    "insérer-après numéro": "après {s}, {inséré} {made} :",
    "insérer-avant numéro": "avant {s}, {inséré} {made} :",
    "remplacer-mots": "{at}, {a} {est_a} {pa[remplacé]} par {b}.",
    "remplacer-mots toutes": "{at}, à chaque occurrence, {a} {est_a} {pa[remplacé]} par {b}.",
    "remplacer-mots *": "dans l'ensemble de la convention, {a} {est_a} {pa[remplacé]} par {b}.",
    "supprimer-mots": "{at}, {a} {est_a} {pa[supprimé]}.",
    "insérer-mots après": "{at}, après {b}, {est_a} {pa[inséré]} {a}.",
    "insérer-mots avant": "{at}, avant {b}, {est_a} {pa[inséré]} {a}.",
    "insérer-mots fin": "à la fin {of}, {est_a} {pa[inséré]} {a}.",
    "insérer-mots début": "au début {of}, {est_a} {pa[inséré]} {a}.",
    "abroger": "{s} {est} {p[abrogé]}.",
    "supprimer": "{s} {est} {p[supprimé]}.",
    "rétablir": "{s} {est} ainsi {p[rétabli]} :",
    "renommer": "{s} {est} {p[renommé]} « {words} ».",
    "renommer titre": "{s} est ainsi rédigé : « {words} ».",
    "renuméroter": "{s} devient {to}.",
    "renuméroter plusieurs": "{s} deviennent respectivement {to}.",
    "déplacer après": "{s} {est} {p[déplacé]} après {to}.",
    "déplacer avant": "{s} {est} {p[déplacé]} avant {to}.",
    "scinder": "{s} est scindé en deux articles {to}, le second commençant {begin}.",
    "réunir": "{s} sont réunis en un article {to}.",
    "remplacer-ligne": "{s} {est} ainsi {p[rédigé]} :",
    "ajouter-ligne": "{s} {est} {p[complété]} par {n} :",
    "ajouter-ligne après": "après {row}, {inséré} {n} :",
    "supprimer-ligne": "{s} {est} {p[supprimé]}.",
    "suspendre": "l'application {of} est suspendue jusqu'au {day}.",
    "suspendre depuis": "l'application {of} est suspendue du {since} au {day}.",
    "proroger": "l'application {of} est prorogée jusqu'au {day}.",
    "expirer": "{s} {cesse} de produire effet à compter du {since}.",
}  # fmt: skip


_ELIDED = regex(r"\b(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]\w", re.IGNORECASE)  # « l’été » is two words
_FIGURES = regex(r"\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?")


class _Participles(Struct, frozen=True):
    noun: Noun

    def __getitem__(self, word: str) -> str:
        return word + "e" * self.noun.feminine + "s" * self.noun.plural


def sentence_for(
    operation: Written, *, under: str = "", lines: int = 0, of_two: bool = False, alone: bool = False
) -> str | None:
    """The sentence that orders `operation`; None where it has no canonical one.

    `under` is the target that the lines above the sentence name, which it does not name again (« 1° Au deuxième alinéa, … »).
    `lines` is how many alinéas, sentences or rows a new text has, 0 where that is not said. `of_two`: the sentence that is
    named is the second of two. `alone`: the last alinéa is the only one, and the article is named for it.
    """
    if any(sign in words for _, words in operation.details for sign in "«»“”\n|") or operation.named:
        return None
    details = dict(operation.details)
    try:
        formula, values = _formula(operation.verb, operation.targets, details, under, lines)
        targets = tuple(t.removesuffix(", al. -1") for t in operation.targets) if alone else operation.targets
        return _said(formula, _named(formula, targets, under, of_two=of_two), values)
    except (Unnamable, KeyError, ValueError):
        return None


def announcement(target: str, under: str = "") -> str:
    """The line above several changes of one place: « L'article 8 est ainsi modifié : »; raises Unnamable."""
    return _said("{s} {est} ainsi {p[modifié]} :", noun_of((target,), under), {})


def _said(formula: str, noun: Noun, values: Mapping[str, object]) -> str:
    words = formula.format(
        s=noun.the(),
        of=noun.of(),
        at=noun.at(),
        est="sont" if noun.plural else "est",
        cesse="cessent" if noun.plural else "cesse",
        p=_Participles(noun),
        **values,
    ).removeprefix(", ")
    return capitalised(words)


def _named(formula: str, targets: tuple[str, ...], under: str, *, of_two: bool) -> Noun:
    """What the sentence names: a pronoun, or nothing, for what the lines above it name."""
    if targets == ("*",):
        return Noun("la", "convention", feminine=True)
    if targets != (under,) or not any(f"{{{case}}}" in formula for case in ("s", "of", "at")):
        return noun_of(targets, under, of_two=of_two)
    if not formula.startswith(("{s} {est}", "{s} devient", "{at}, ")):
        raise Unnamable
    feminine = noun_of(targets).feminine
    return Noun("", "" if formula.startswith("{at}") else "elle" if feminine else "il", feminine)


def _formula(
    verb: str, targets: tuple[str, ...], details: dict[str, str], under: str, lines: int
) -> tuple[str, Mapping[str, object]]:
    """The formula for a verb and its keys, and what stands in its places; raises KeyError where there is none."""
    match verb:
        case "remplacer-mots" | "supprimer-mots":
            case = " *" if targets == ("*",) else " toutes" if "occurrences" in details else ""
            return FORMULAS[verb + case], _quoted(details["mots"], details.get("par", ""))
        case "insérer-mots":
            key = next(k for k in ("après", "avant", "à") if k in details)
            case = details["à"] if key == "à" else key
            return FORMULAS[f"{verb} {case}"], _quoted(details["mots"], "" if key == "à" else details[key])
        case "compléter" | "insérer-après" | "insérer-avant" if "numéro" in details:
            numbers = details["numéro"].split(", ")
            return FORMULAS[f"{verb} numéro"], {"made": _made(numbers), "inséré": _inserted(len(numbers), "")}
        case "remplacer" | "compléter" | "insérer-après" | "insérer-avant" if lines and not details:
            return FORMULAS[f"{verb} alinéas"], _counted(_brought(verb, targets[0]), lines)
        case "remplacer" if re.search(r", tableau(?: \d+)?\Z", targets[0]) and len(targets) == 1:
            return FORMULAS["remplacer tableau"], {}
        case "renommer":
            titled = targets[0].endswith(", titre")
            return FORMULAS["renommer titre" if titled else verb], {"words": details["intitulé"]}
        case "renuméroter":
            return _renumbered(targets, details["en"].split(", "))
        case "déplacer":
            key = "après" if "après" in details else "avant"
            return FORMULAS[f"{verb} {key}"], {"to": noun_of((details[key],), under).the()}
        case "scinder":
            return FORMULAS[verb], {
                "to": f"{as_said(targets[0])} et {as_said(details['en'])}",
                "begin": _second_part(targets[0], details["à"]),
            }
        case "réunir":
            return FORMULAS[verb], {"to": as_said(details["en"])}
        case "ajouter-ligne" if "après" in details:
            row = noun_of((f'{targets[0]}, ligne "{details["après"]}"',), under).the()
            return FORMULAS["ajouter-ligne après"], {"row": row, **_counted("ligne", lines or 1)}
        case "ajouter-ligne" if not details:
            return FORMULAS[verb], _counted("ligne", lines or 1)
        case "suspendre" | "proroger" | "expirer":
            days = {"day": _day(details.get("jusqu-au", "")), "since": _day(details.get("en-vigueur", ""))}
            if not days["since" if verb == "expirer" else "day"]:
                raise KeyError(verb)
            return FORMULAS["suspendre depuis" if verb == "suspendre" and days["since"] else verb], days
        case _ if details:
            raise KeyError(verb)
        case _:
            return FORMULAS[verb], {}


def _brought(verb: str, target: str) -> str:
    """What a new text is counted in: an alinéa is completed by sentences, an article by alinéas."""
    inner = target.rpartition(", ")[2]
    return "phrase" if inner.startswith("phr. ") or (verb == "compléter" and inner.startswith("al. ")) else "alinéa"


def _counted(word: str, count: int) -> dict[str, object]:
    """« un alinéa ainsi rédigé », « deux lignes ainsi rédigées », and the verb that inserts them."""
    e = "" if word == "alinéa" else "e"
    words = f"un{e} {word} ainsi rédigé{e}" if count == 1 else f"{_number(count)} {word}s ainsi rédigé{e}s"
    return {"n": words, "inséré": _inserted(count, e)}


def _made(numbers: list[str]) -> str:
    """« un article 3 bis ainsi rédigé », « des 4° et 5° ainsi rédigés »."""
    labels = all(re.fullmatch(LABEL, number) for number in numbers)
    said = [as_said(number) for number in numbers]
    if len(said) == 1:
        return f"un {'' if labels else 'article '}{said[0]} ainsi rédigé"
    return f"{'des ' if labels else f'{_number(len(said))} articles '}{enumerated(said)} ainsi rédigés"


def _inserted(count: int, feminine: str) -> str:
    return "il est inséré" if count == 1 else f"sont inséré{feminine}s"


def _number(count: int) -> str:
    return CARDINALS.get(count, str(count))


def _renumbered(targets: tuple[str, ...], numbers: list[str]) -> tuple[str, Mapping[str, object]]:
    several = len(targets) > 1 or " à " in targets[0]
    labels = all(re.fullmatch(LABEL, number) for number in numbers)
    if len(numbers) != len(targets) or labels != bool(re.search(rf", {LABEL}\Z", targets[0])):
        raise KeyError("renuméroter")
    to = (
        noun_of([f"0, {n}" for n in numbers]).the().split(" de l'")[0] if labels else numbered(numbers, "article").the()
    )
    return FORMULAS["renuméroter plusieurs" if several else "renuméroter"], {"to": to}


def _second_part(article: str, at: str) -> str:
    """Where the second part of an article begins: an alinéa of it, or words."""
    if at.startswith(f"{article}, al. "):
        return noun_of((at,)).at().split(" de l'article")[0]
    return f"par {_words(at).the()}"


def _words(words: str) -> Noun:
    """« le mot « matin » », « les mots « le matin » », « le nombre « 3 » »."""
    if _FIGURES.fullmatch(words):
        return Noun("le", f"nombre « {words} »")
    several = len(words.split()) > 1 or _ELIDED.search(words) is not None
    return Noun("les" if several else "le", f"{'mots' if several else 'mot'} « {words} »", plural=several)


def _quoted(first: str, second: str) -> dict[str, object]:
    noun = _words(first)
    return {
        "a": noun.the(),
        "b": _words(second).the(),
        "est_a": "sont" if noun.plural else "est",
        "pa": _Participles(noun),
    }


def _day(iso: str) -> str:
    """« 1er juin 2025 »; "" where there is none."""
    return day_in_words(datetime.date.fromisoformat(iso)) if iso else ""
