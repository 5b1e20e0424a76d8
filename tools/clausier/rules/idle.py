"""What is stated in a rule and read by nothing there: its author believes that it says something."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.diagnostics import Diagnostic, Message, report
from clausier.diagnostics import codes_rul as codes
from clausier.rules.criteria import Criteria, Criterion, Test
from clausier.rules.kinds import Rule
from clausier.rules.values import Relative
from clausier.rules.written import RuleSource, Settings, each_test

_BY_TABLE = Message(fr="les voix sont celles du tableau", en="the votes are those of the table")
_ALIKE = Message(fr="chaque siège a le même nombre de voix", en="each seat has as many votes")
_BY_FIGURE = Message(fr="les voix dépendent de la donnée", en="the votes depend on the figure")
_BY_BANDS = Message(fr="les voix dépendent des tranches", en="the votes depend on the bands")
_FIRST = Message(
    fr="seule une «\u00a0convocation: seconde\u00a0» suit une autre réunion",
    en="only a “convocation: seconde” follows another meeting",
)
_ONE_SEAT = Message(fr="plusieurs sièges ne se tiennent pas ensemble", en="several seats are not held together")
_NO_THRESHOLD = Message(
    fr="cette condition requiert des sièges, et n’a pas de seuil", en="this test requires seats, and has no threshold"
)
_RELATIVE = Message(
    fr="plus de voix pour que contre n’est une part de rien", en="more votes for than against is a share of nothing"
)
_OR_HALF = Message(
    fr="«\u00a0majorité simple\u00a0» se dit aussi de plus de la moitié\u00a0: citer ces mots sans accolades, et écrire "
    "«\u00a0seuil: plus de la moitié\u00a0», ou les deux sens sous «\u00a0interprétations\u00a0»\u00a0; sinon, retirer l’assiette",
    en="“majorité simple” is said of more than half too: quote these words without braces and write “seuil: plus de la moitié”, or "
    "both meanings under “interprétations”; or else remove the base",
)


def idle(source: RuleSource, rule: Rule | None) -> Iterator[Diagnostic]:
    """A finding for each parameter of `source` on which `rule`, which was made of it, does not depend."""
    stated = source.settings
    match source.kind:
        case "weights" if source.table is not None:
            yield from _found(stated, ("voix", "donnée", "tranches", "une-voix-par", "arrondi"), _BY_TABLE)
        case "weights" if not stated.get("donnée"):
            yield from _found(stated, ("une-voix-par", "arrondi", "plancher", "plafond"), _ALIKE)
        case "weights":
            yield from _found(stated, ("voix",), _BY_FIGURE)
            if source.bands:
                yield from _found(stated, ("une-voix-par",), _BY_BANDS)
        case "composition" if len(stated.get("sièges")) > 1:
            yield from _found(stated, ("tenu-par",), _ONE_SEAT)
        case "quorum" if not stated.get("convocation"):
            yield from _found(stated, ("intervalle", "ordre-du-jour"), _FIRST)
        case _:
            pass
    if source.kind in {"majority", "quorum"}:
        for test in each_test(source.tests):
            if test.get("requis") and not test.get("seuil") and test.reading("seuil") is None:
                yield from _found(test, ("assiette", "mesure", "parmi", "comparaison"), _NO_THRESHOLD)
        yield from _of_nothing(source, rule)


def _of_nothing(source: RuleSource, rule: Rule | None) -> Iterator[Diagnostic]:
    """A base of which nothing is a share: that of a majority of more votes for than against, but for the votes cast."""
    tests = getattr(rule, "tests", None)
    if isinstance(tests, Criterion | Criteria) and all(_relative(test) for test in _criteria(tests)):
        for settings in (source.settings, *each_test(source.tests)):
            if any(words.value != "exprimés" for words in settings.get("assiette")):
                yield from _found(settings, ("assiette",), _RELATIVE, _OR_HALF)


def _criteria(test: Test) -> Iterator[Criterion]:
    if isinstance(test, Criteria):
        for part in test.of:
            yield from _criteria(part)
    elif isinstance(test, Criterion):
        yield test


def _relative(test: Criterion) -> bool:
    return all(isinstance(value, Relative) for value in test.threshold.values)


def _found(
    settings: Settings, parameters: tuple[str, ...], why: Message, help_: Message | None = None
) -> Iterator[Diagnostic]:
    for name, words in settings.stated:
        if name in parameters:
            span = words[0].span if words else settings.span
            yield report(codes.NO_EFFECT, span, help=help_, parameter=name, why=why)
