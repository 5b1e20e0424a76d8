"""A majority, a quorum, a proxy or a recusal against its words: of what a share is taken, whether it is to be exceeded, who counts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from clausier.check.misworded.said import LEAST, Contradiction, Said, until_something_else
from clausier.rules import kinds
from clausier.rules.captures import read
from clausier.rules.criteria import Criteria, Criterion
from clausier.rules.settled import Settled
from clausier.rules.values import Relative, Share, Value
from clausier.rules.vocabulary import BASES, COUNTED
from clausier.text.regex import regex

_FRENCH_BASES = {english: french for french, english in BASES.items()}
_FRENCH_COUNTED = {english: french for french, english in COUNTED.items()}
_SHARE = regex(r"majorité|unanimité|moitié|tiers|quarts?\b|cinquièmes?|%|pour cent")
_CAST = frozenset({"cast", "cast-or-blank", "cast-or-abstained", "cast-blank-or-abstained"})
# Of what a share is taken, by the words behind it: the first that stands there. « Les voix exprimées des présents » are those cast.
_TAKEN_OF = (
    (regex(r"exprimée?s?\b"), _CAST),
    (regex(r"votants"), frozenset({"voters", "voters-or-abstained"})),
    (regex(r"présente?s?\b.{0,12}représentée?s?"), frozenset({"present-or-represented"})),
    (regex(r"présente?s?\b"), frozenset({"present"})),
    (regex(r"\b(?:de tous les|de toutes les|de l'ensemble des|en exercice)(?!\w)"), frozenset({"all", "total"})),
)
_MORE = regex(r"\bplus d(?:e |es |u |')|majorité absolue|supérieure?s? (?:à|aux?)\b|dépass|exc[éè]d|plus une?\b")
_OR = regex(r"\b(?:ou|soit|à défaut)\b")
_JOINED = regex(r"majorité\b[^,;]{0,80}?\b(?:représentant|réunissant|détenant|totalisant)\b")
_OF = r"\s*(?:au (?:moins|minimum) )?(?:de |des |du |d')?(?:l'ensemble des |la totalité des |tou(?:te)?s les |ses |leurs )?"
_VOTES = regex(_OF + r"(?:voix|suffrages|droits (?:de vote|statutaires))\b")
_HEADS = regex(
    _OF + r"(?:membres|associés|adhérents|délégués|administrateurs|représentants|titulaires|communes|présents)\b"
)
_ANY_VOTES = regex(r"\b(?:voix|suffrages|droits)\b")
_SECOND_ROUND = regex(r"\b(?:second|deuxième) (?:tour|vote)\b")
_FIRST_ROUND = regex(r"\bpremier (?:tour|vote)\b")
_REPRESENTED = regex(r"représentée?s?\b|(?:pouvoirs|procurations) compris")
_IN_PERSON = regex(r"physiquement|non compris les (?:pouvoirs|procurations)|sans compter les (?:pouvoirs|procurations)")
_AGAIN = regex(r"\bà nouveau|de nouveau|seconde (?:fois|convocation|réunion)|deuxième (?:fois|convocation|réunion)")
_SAME_AGENDA = regex(r"même ordre du jour")
_APART = regex(
    r"\b\w+ (?:jours?|semaines?|mois)(?: \w+)?(?: au (?:moins|minimum))? (?:d'intervalle|d'écart|plus tard|après)"
)
_ANYHOW = regex(r"quel(?:le)? que soit|sans (?:condition de )?quorum|aucun quorum")
_BARE = regex(r"\bmajorité d(?:es?\b|u\b|')")  # of what follows, more than half
_HALF = Fraction(1, 2)
_EACH = regex(r"\bd(?:e |')(\w+) voix\b")
_LIMIT = regex(
    r"\b(?:plus d(?:e |')|qu(?:e |')(?:d(?:e |'))?)(\w+)(?: (?:seule?|autres?))? (?:pouvoirs?|procurations?|mandats?|délégations?)"
)
_ADMITTED = regex(r"(?<!pas )\b(?:admis|autorisée?|permis|peut (?:donner|se faire|déléguer))")
_DENIED = regex(r"\b(?:ne |n'|nul|aucun|interdit)")
_NOT_COUNTED = regex(r"n'est (?:ni |pas |plus )(?:compté|pris en compte)|ne (?:compte|comptent) (?:pas|ni)")
_COUNTED = regex(r"(?<!n')est (?:toutefois |néanmoins )?(?:compté|pris en compte)|reste compté")


def contradictions(said: Said) -> Iterator[Contradiction]:
    """Where a rule about votes says something else than its words."""
    match said.rule.rule:
        case kinds.Majority() as rule:
            yield from _figure(said, "seuil", rule.tests)
            yield from _majority(said, rule)
            yield from _measured(said, "voix")
        case kinds.Quorum() as rule:
            yield from _figure(said, "seuil", rule.tests)
            yield from _quorum(said, rule)
            yield from _measured(said, "têtes")
        case kinds.Proxy() as rule:
            yield from _proxy(said, rule)
        case kinds.Weights(each=each, among="") if each is not None:  # what a college has is shared among its seats
            found = _EACH.search(said.quote) if said.stated("voix") else None
            if found and (number := read("integer", found[1])) is not None and number != each:
                yield found[0], "voix", said.stated("voix")
        case kinds.Recusal(counts=Settled(value=counts)):
            wrong = (_NOT_COUNTED if counts == "counted" else _COUNTED).search(said.clause)
            if wrong:
                yield wrong[0], "déportés", _FRENCH_COUNTED[counts]
        case _:
            pass


def _figure(said: Said, name: str, tests: object) -> Iterator[Contradiction]:
    """A share that is typed, beside another in the words, or beside the same where one is to be exceeded and one reached."""
    stated = said.stated(name)
    value = read("fraction", stated) if stated else None
    if value is None:
        return
    if isinstance(value, Share) and value.strict is None:
        value = replace(value, strict=_strict(tests))
    bare = None if said.figures("fraction") else _BARE.search(said.quote)
    if bare and isinstance(value, Share) and (value.of, value.plus) not in {(_HALF, 0), (_HALF, 1)}:
        yield bare[0], name, stated
        return
    # « Majorité simple » is used of more votes for than against, and of more than half: no figure goes against it.
    found = [one for one in said.figures("fraction") if "majorité simple" not in one[0]]
    if found and not any(_same(value, one) for _, one in found):
        yield found[0][0], name, stated


def _same(one: Value, other: Value) -> bool:
    if not isinstance(one, Share) or not isinstance(other, Share):
        return one == other
    if one.of == other.of and {one.plus, other.plus} == {0, 1}:
        return (one if other.plus else other).strict is True  # « la moitié plus un », which may be more than half
    strict = {one.strict, other.strict} - {None}
    return (one.of, one.plus) == (other.of, other.plus) and len(strict) < 2


def _majority(said: Said, rule: kinds.Majority) -> Iterator[Contradiction]:
    share = _SHARE.search(said.quote)
    behind = until_something_else((said.quote + said.behind)[share.start() :], len(share[0])) if share else ""
    if isinstance(rule.tests, Criterion) and not rule.tests.blocking:
        yield from _taken_of(rule.tests, behind)
        if joined := _JOINED.search(said.clause):
            yield joined[0], "toutes", ""
    yield from _exceeded(said, rule.tests)
    if isinstance(rule.tests, Criteria) and rule.tests.how == "any" and not _OR.search(said.sentence):
        yield said.rule.quote, "au-moins-une", "…"
    if (second := _SECOND_ROUND.search(said.quote)) and rule.round != 2 and not _FIRST_ROUND.search(said.quote):
        yield second[0], "tour", str(rule.round or "")
    if (first := _FIRST_ROUND.search(said.quote)) and rule.round > 1 and not _SECOND_ROUND.search(said.quote):
        yield first[0], "tour", str(rule.round)


def _measured(said: Said, usual: str) -> Iterator[Contradiction]:
    """Heads for words that count votes, or, of seats that weigh differently, the `usual` measure, of which nothing is said, for words of the other."""
    for test in said.tests if said.weighed else ():
        threshold, measure = test.get("seuil"), test.get("mesure")
        share = _SHARE.search(said.quote)
        words = said.captured(threshold[0].value if threshold else "seuil") or (share[0] if share else "")
        behind = said.sentence.partition(words)[2] if words else ""
        stated = measure[0].value if measure else ""
        if (votes := _VOTES.match(behind)) and (
            stated == "têtes" or (said.uneven and not stated and not test.reading("mesure") and usual == "têtes")
        ):
            yield words + votes[0], "mesure", stated
        heads = _HEADS.match(behind) if said.uneven and not stated and usual == "voix" else None
        if heads and not test.reading("mesure") and not _ANY_VOTES.search(until_something_else(behind)):
            yield words + heads[0], "mesure", ""


def _taken_of(test: Criterion, behind: str) -> Iterator[Contradiction]:
    base, thresholds = test.base, test.threshold.values
    for words, bases in _TAKEN_OF:
        if found := words.search(behind):
            relative = all(isinstance(threshold, Relative) for threshold in thresholds)
            # « La majorité simple des membres présents » is of more than half of them too.
            if relative and bases != _CAST and behind.startswith("majorité simple"):
                yield found[0], "seuil", "majorité relative"
            shares = all(isinstance(threshold, Share) for threshold in thresholds)
            if shares and isinstance(base, Settled) and base.value not in bases:
                yield found[0], "assiette", _FRENCH_BASES[base.value]
            return


def _exceeded(said: Said, tests: object) -> Iterator[Contradiction]:
    """« Au moins » beside a threshold that is to be exceeded."""
    if not isinstance(tests, Criterion):
        return
    strict = _strict(tests)
    least = LEAST.search(said.clause)
    if strict and least and not _MORE.search(said.clause):
        yield least[0], "comparaison", "plus-de"


def _strict(tests: object) -> bool | None:
    """Whether the threshold of a single test is to be exceeded; None of several tests."""
    if not isinstance(tests, Criterion):
        return None
    return all(getattr(threshold, "strict", False) for threshold in tests.threshold.values)


def _quorum(said: Said, rule: kinds.Quorum) -> Iterator[Contradiction]:
    yield from _exceeded(said, rule.tests)
    counted = rule.proxies
    if isinstance(counted, Settled) and rule.tests is not None:
        wrong = (_IN_PERSON if counted.value == "counted" else _REPRESENTED).search(said.clause)
        if wrong:
            yield wrong[0], "pouvoirs", _FRENCH_COUNTED[counted.value]
    if rule.again is None:
        if again := _AGAIN.search(said.quote):
            yield again[0], "convocation", "première"
        return
    if not rule.again.same_agenda and (same := _SAME_AGENDA.search(said.sentence)):
        yield same[0], "ordre-du-jour", ""
    if rule.again.interval is None and (apart := _APART.search(said.sentence)):
        yield apart[0], "intervalle", ""
    asked = rule.tests is None and rule.applies == Settled("yes") and not _ANYHOW.search(said.sentence)
    if asked and (shares := said.elsewhere().figures("fraction")):
        yield shares[0][0], "seuil", ""


def _proxy(said: Said, rule: kinds.Proxy) -> Iterator[Contradiction]:
    if not rule.allowed:
        if (admitted := _ADMITTED.search(said.clause)) and not _DENIED.search(said.clause):
            yield admitted[0], "admis", "non"
        return
    limit = _LIMIT.search(said.clause)
    number = read("integer", limit[1]) if limit else None
    if limit and isinstance(number, int) and number != rule.limit:
        yield limit[0], "limite", str(rule.limit or "")
