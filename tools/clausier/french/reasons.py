"""What a clause says: why, for what, what has become of a thing, what a place is about; or anything that bears on an order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausier.french.dated import says_since_when
from clausier.french.days import month_of
from clausier.french.joining import NUMBERS, UNITS, VERBS
from clausier.french.lexicon import ALTERED
from clausier.french.naming import without_subjects
from clausier.french.tokens import Token
from clausier.text.regex import regex

Words = Sequence[Token]


def phrases(said: str) -> tuple[tuple[str, ...], ...]:
    """Phrases, between slashes, as the values of their tokens."""
    return tuple(tuple(words.split()) for words in said.split("/"))


# What goes on from the sentence before, and may stand alone.
GOES_ON = phrases(
    "en consequence/par consequent/par ailleurs/en outre/de plus/d' une part/d' autre part/des lors/enfin/ainsi/de ce fait/a cet effet"
    "/a ce titre/a cette fin/dans ce cadre/dans ce contexte/dans cette perspective/dans cet objectif/pour cela/pour ce faire"
    "/pour ces raisons/pour cette raison/pour ces motifs/pour ce motif"
)
# What says why; upon what, which behind an order may be its condition; and for what.
WHY = phrases(
    "conformement/suite/comme suite/par suite/vu/au vu/eu egard/au regard/en application/en vertu/en raison/compte tenu/du fait"
    "/au motif/par coherence/en coherence/pour des raisons/pour des motifs"
)
UPON = phrases(
    "faisant suite/tenant compte/considerant/attendu/constatant/dans le respect/sur proposition/sur avis/a l' occasion/grace"
    "/apres avis/apres consultation/apres concertation/apres deliberation/apres discussion/apres examen/apres echange/apres echanges"
    "/apres negociation"
)
_FOR = phrases(
    "afin/en vue/dans le but/dans un but/dans l' objectif/dans un objectif/dans un souci/dans le souci/par souci/soucieux/soucieuses"
    "/souhaitant/dans l' optique/dans une optique/dans la perspective/dans une perspective/dans l' interet/par mesure/aux fins"
    "/a des fins/pour une meilleure/pour un meilleur/pour une plus grande/pour un plus grand/pour plus de"
)
BECAUSE = phrases("car/puisque/puisqu'/parce que/parce qu'/au motif que/au motif qu'/du fait que/du fait qu'")
_LAWS = frozenset(
    "loi lois ordonnance ordonnances decret decrets arrete arretes code codes directive directives reforme reformes".split()
)
_PRONOUNS = frozenset("se s' le la les l' y en mieux".split())
_INFINITIVES = ("er", "ir", "ettre", "endre", "ondre", "faire", "crire")
# What a clause that says no more than why does not say: a condition, for whom, since when, that something stays.
_NARROWS = frozenset(
    "si s' lorsque lorsqu' quand tant echeant moyennant hypothese transitoire provisoire provisoirement temporairement jusqu' hors"
    " pendant durant compter partir dater effet effets seul seule seuls seules uniquement seulement exclusivement chez concernant"
    " memoire rappel entendu precise convenu chaque".split()
)
_STAYS = tuple("maint conserv gard rest demeur continu subsist benefici reserv exclu limit poursui".split())
# What has come to an end, or is of no use; what is said elsewhere.
_VOID = (
    "caduc", "obsolet", "perim", "expir", "echu", "depass", "dissou", "dispar", "epuis", "acheve", "termin", "realise", "accompli",
    "inutile", "superflu", "redondant", "contraire", "inapplicable", "incompatible", "desuet", "abouti", "arriv",
)  # fmt: skip
_ELSEWHERE = ("prevu", "regi", "defini", "repris", "integr", "inclu", "compris", "couvert", "trait")
ABOUT = ("relatif", "relati", "afferent", "consacre", "portant", "traitant")
_NEVER = frozenset("QUOTE BECOME IT ALONE EVERY EACH FINE".split())
_ALWAYS = frozenset("ARTICLE ALINEA SENTENCE DASH ANNEX PREAMBLE LABEL".split())
_WISHING = frozenset({"souhaitant", "desirant", "voulant"})
_AUXILIARIES = frozenset({"etant", "ayant"})
_OF_A_CODE = regex(r"[LRD]\.?[ \u00a0]?\d")
_FROM_NOW_ON = regex(r"désormais|dorénavant", re.IGNORECASE)
# Whom a place bears on, which may be whom the order bears on.
_BEARS_ON = ("concern", "vis", "s'", "benefici")


def of_a_law(part: Words) -> bool:
    """Whether words name a law, or what is made by one who rules."""
    return any(t.value in _LAWS for t in part)


def describes(part: Words, before: Words) -> bool:
    """« L'article 3, relatif au prix, … », « devenu sans objet », « qui fait double emploi avec la loi »."""
    kinds = [t.kind for t in without_subjects(list(before))[-2:]]
    place = kinds[-1:] and (kinds[-1] in {*NUMBERS, "QUOTE"} or (kinds[-1] in UNITS and kinds[0] == "ORD"))
    if not place or says_a_figure(part):
        return False
    first, narrow = part[0], any(t.value in {"dispositions", "stipulations"} for t in before)
    void = _is_void(part)
    if first.value.startswith(ABOUT):
        return not narrow and is_plain(part)
    if first.value in {"qui", "dont"} and len(part) > 1 and part[1].value not in {"suit", "suivent"}:
        narrow = narrow or part[1].value.startswith(_BEARS_ON)
        return not narrow and (first.value == "qui" or void) and is_plain(part[1:], being=void)
    void = _is_void(part[:2]) or first.value.startswith("devenu")
    return void and is_plain(part)


def _is_void(part: Words) -> bool:
    """Whether words say that something has come to an end, or is of no use: « devenue caduque », « sans objet »."""
    pairs = {*pairwise(values_of(part))}
    return any(t.value.startswith(_VOID) for t in part) or bool(pairs & {("sans", "objet"), ("double", "emploi")})


def _says_why(part: Words) -> bool:
    to = part[0].value == "pour" and any(map(_is_infinitive, part[1:2]))
    return to or begins(values_of(part), (*WHY, *UPON, *_FOR))


def for_some(part: Words) -> bool:
    """Whether words may say for whom, or for what, something is so."""
    return any(t.value == "pour" for t in part)


def is_to_do(part: Words) -> bool:
    """« en vue de simplifier »; « en vue d'une expérimentation » may be a condition."""
    to_do = any(t.kind == "OF" and _is_infinitive(following) for t, following in pairwise(part))
    return to_do or "souci" in values_of(part)


def says_what_for(part: Words) -> bool:
    """« Afin de simplifier la procédure », « pour tenir compte de la loi »: what is to be changed is not told there."""
    values = values_of(part)
    to = values[:1] == ("pour",) and any(map(_is_infinitive, part[1 : 2 + _PRONOUNS.issuperset(values[1:2])]))
    if not (to or begins(values, _FOR)):
        return False
    changes = any(t.kind in {*VERBS, "RAISE"} or t.value.startswith(ALTERED) for t in part)
    return is_plain(part, being="etre" in values) and not (changes and says_a_figure(part))


def _is_infinitive(token: Token) -> bool:
    return (
        token.kind in {"W", "BE", *VERBS}
        and token.value.endswith((*_INFINITIVES, "etre"))
        and not month_of(token.value)
    )


def has_become(part: Words, sentence: str) -> bool:
    """« La recommandation étant arrivée à son terme », « l'accord arrivant à échéance »: a thing, and what has become of it."""
    at = _participle(part)
    own = at == 0 and part[0].value in _AUXILIARIES and any(map(str.isalpha, sentence[: part[0].start]))
    if not own and (at < 1 or part[0].kind != "DET" or len(part) == at + 1):
        return False
    now = part[at].value != "ayant" and (
        any(t.kind in {*VERBS, "RAISE"} or t.value.startswith(ALTERED) for t in part)
        or _FROM_NOW_ON.search(sentence, part[0].start, part[-1].end) is not None  # no token says so
    )
    # « Le présent avenant prenant effet au 1er janvier 2022 »; what has come about did so on its day.
    dated = part[at].value not in _AUXILIARIES and says_since_when(part[at:])
    wished = part[at].value in _WISHING  # « les parties souhaitant poursuivre leur coopération »
    stays = any((t.value.startswith(_STAYS) and not wished) or t.value in {"condition", "conditions"} for t in part)
    return is_plain(part, being=True) and not (stays or dated) and not (now and says_a_figure(part))


def has_ended(part: Words) -> bool:
    """« L'échéance [prévue à l'article 8] étant dépassée »: a thing that has come to an end, without the place that it is of."""
    at = _participle(part)
    return (
        at >= 0
        and part[at].value == "etant"
        and _is_void(part[at:])
        and is_plain(part)
        and not (for_some(part) or of_a_law(part))
    )


def says_a_state(part: Words) -> bool:
    """« , la prime étant intégrée au salaire », « les dispositions légales s'appliquant »: what makes the order one of form."""
    at = _participle(part)
    if at < 1 or part[0].kind != "DET" or says_a_figure(part) or any(t.kind == "NEW" for t in part):
        return False
    told = part[at + 1 :]
    if any(t.kind in {*VERBS, "RAISE"} and not t.value.startswith(_ELSEWHERE) for t in part):
        return False
    of_the_law = of_a_law(part[:at]) or any(t.value.startswith("legal") for t in part[:at])
    legal = of_the_law and part[at].value == "appliquant" and not told
    void = part[at].value == "etant" and (_is_void(told) or any(t.value.startswith(_ELSEWHERE) for t in told))
    stays = any(t.value.startswith(_STAYS) or t.value in {"condition", "conditions"} for t in part)
    return (legal or void) and not stays and is_plain(part)


def _participle(part: Words) -> int:
    """Where the participle of a clause that has its own subject stands; -1 where there is none."""
    for n, token in enumerate(part):
        if token.value in _AUXILIARIES:
            return n
        noun = n > 1 and part[n - 1].kind not in {"OF", "DET", "A", "CARD"}
        if noun and token.kind == "W" and token.value.endswith("ant") and token.value not in _NARROWS:
            return n
    return -1


def is_plain(part: Words, *, named: bool = False, being: bool = False) -> bool:
    """Whether words quote, negate and narrow nothing, and name no provision, unless as their ground where `named`.

    `being` tells that they have a verb of their own, « la loi ayant été modifiée ».
    """
    if not part:
        return False
    objects = [t.value for t in part[1:]]
    for n, token in enumerate(part):
        void = token.value == "sans" and objects[n : n + 1] == ["objet"]
        reflexive = token.value == "s'" and objects[n : n + 1] and objects[n].endswith("ant")
        if (token.kind == "BUT" and not void) or token.kind in _NEVER:
            return False
        if token.value in _NARROWS and not reflexive:
            return False
        if token.kind == "BE" and not being:
            return False
        if (
            token.kind == "AND"
            and objects[n : n + 1] in (["pour"], ["dans"], ["chez"])
            and not _says_why(part[n + 1 :])
        ):
            return False
    return (named and not any(t.kind in VERBS for t in part)) or not names_a_unit(part)


def names_a_unit(part: Words) -> bool:
    """Whether words name a unit of a text: by its number, if they may mean another thing (« la définition », « au point »)."""
    for n, token in enumerate(part):
        beside = {t.kind for t in part[max(0, n - 1) : n + 2]}
        if token.kind == "ARTICLE" and any(_OF_A_CODE.match(t.value) for t in part[n + 1 : n + 2]) and of_a_law(part):
            continue  # « l'article L. 1226-1 du code du travail »
        if token.kind in _ALWAYS or (token.kind in UNITS and beside & {*NUMBERS, "QUOTE"}):
            return True
    return False


def says_a_figure(part: Words) -> bool:
    """Whether words say a figure that is neither a day nor the number of a law."""
    for n, token in enumerate(part):
        before = part[n - 1].value if n else ""
        following = part[n + 1].value if n + 1 < len(part) else ""
        if (
            token.kind in {"NUM", "ORD"}
            and before not in {"n", "numero"}
            and not month_of(before)
            and not month_of(following)
        ):
            return True
    return False


def begins(values: tuple[str, ...], openers: tuple[tuple[str, ...], ...]) -> bool:
    """Whether words begin with one of the phrases."""
    return any(values[: len(words)] == words for words in openers)


def values_of(part: Words) -> tuple[str, ...]:
    """What words are, as they are compared with phrases."""
    return tuple(t.value for t in part)
