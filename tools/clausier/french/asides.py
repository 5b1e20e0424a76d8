"""Sentences of an amendment that have amending verbs, or name units, and order no change of the text by them."""

from __future__ import annotations

import re

from msgspec import Struct

from clausier.french.joining import VERBS
from clausier.french.tokens import tokens
from clausier.text.regex import regex

MEMBERS = regex(
    r"\b(?:fusion|adhésion|adhère|retrait|se retire|nouveau membre|changement de dénomination)\b", re.IGNORECASE
)
PURPOSE = regex(r"\ba(?:vait)? pour objet\b", re.IGNORECASE)
# What an act says that it is for, or was, orders nothing; unless a colon brings the text that it speaks of.
_PURPOSES = regex(
    r"\b(?:(?:a|ont) (?:\w+ )?(?:pour )?(?:objet|but|vocation)|(?:ont|a) (?:\w+ )?(?:décidé|convenu|souhaité)|souhaitent|décident"
    r"|conviennent|envisagent|(?<!s['’])entendent|s'engagent|il est rappelé|pour rappel|à l'article \S+ ci-dessus|tel que prévu"
    r"|certain(?:e)?s (?:dispositions|stipulations|articles|clauses))\b",
    re.IGNORECASE,
)
PREVAILS = regex(
    r"\b(?:prévalent|prévaut|prévaudront|(?:demeur|rest)(?:e|ent|era|eront)\s+(?:applicable|en vigueur|valable)s?|inchangée?s?)\b"
    r"|\b(?:autres?|reste|surplus)\b[^,;]*\bsans (?:aucun )?(?:changement|modification)\b",
    re.IGNORECASE,
)
_QUOTED = regex(r"«[^«»]*»")
_TOUCHED = "modifi complét affect supprim chang revu remplac touch concern abrog".split()
_UNTOUCHED = regex(
    rf"\b(?:ne |n['’])(?:est|sont|sera|seront) (?:pas|ni) (?:{'|'.join(_TOUCHED)})\w*"
    r"|\bn['’]appel\w+ (?:pas d[e'’]|aucune?) ?(?:modification|changement)|\b(?:rest|demeur|continu)\w+ [^,;:]{0,40}\bsans (?:aucun )?changement\b"
    r"|\b(?:rest|demeur)(?:e|ent|era|eront) \w+ comme\b",
    re.IGNORECASE,
    needs=(*_TOUCHED, "comme"),
)
IN_FORCE = regex(
    r"\b(?:entre(?:ra|nt|ront)?\s+en\s+vigueur|entrée\s+en\s+vigueur|prend(?:ra|ront)?\s+effet|prend(?:ra)?\s+(?:ses\s+)?effets)\b",
    re.IGNORECASE,
    needs=("vigueur", "effet"),
)
# « est caduc dès l’entrée en vigueur du présent avenant »: when something else happens, whatever that is.
_UPON_FORCE = regex(
    r"\b(?:à compter|à partir|à la date|dès|avant|après|jusqu|lors|au jour|à)\s*(?:de\s+|['’]à\s+)?(?:la\s+date\s+(?:de\s+|d['’]))?"
    r"(?:l['’]|la\s+|son\s+|sa\s+|leur\s+)?entrée\s+en\s+vigueur(?:\s+du\s+présent\s+\w+)?",
    re.IGNORECASE,
    needs="vigueur",
)
# « Le présent avenant est conclu pour une durée dont le terme est fixé au 31 décembre 2026 », « pour information ».
_OF_ITSELF = regex(r"\bprésente?s? (?:avenant|accord)|\b(?:à titre d['’]|pour )information\b", re.IGNORECASE)
_JOINED_TO_IT = regex(r"\b(?:(?:annexé|joint)e?s? au|en annexe (?:au|du)) présent (?:avenant|accord)", re.IGNORECASE)
_DAY = r"(?:du|(?:signé|conclu)\s+le|en\s+date\s+du)\s+\d{1,2}(?:er)?\s+\w+\s+\d{4}"
_ACT = regex(
    rf"(?<!présent )\b(?:avenant|accord|protocole)\s+(?:(?:n°|numéro)\s*\d+(?:\s+{_DAY})?|{_DAY})", re.IGNORECASE
)
_OF_THIS_ACT = regex(r"\W*(?:\w+\W+)?(?:le|les\s+\w+\s+du)\s+présent\s", re.IGNORECASE)
_UNDOES = regex(
    r"\b(?:annul|abrog|retir|rapport|report)(?:e|é)\w*\b|\bdifférée?s?\b|\bcesse\w*\b|\bn['’]entrer?a?\s+pas\b",
    re.IGNORECASE,
)
# « Toutefois, l’article 2 s’applique à compter du 1er septembre »: from when, in words that may also speak of the matter itself.
APPLIES = regex(
    r"\b(?:s['’]appliqu(?:e|ent|era|eront)|(?:est|sont|sera|seront)\s+applicables?|pren(?:nent|dront)\s+effet"
    r"|produi(?:t|sent|ra|ront)\s+(?:(?:ses|leurs)\s+effets|effet))"
    r"(?:\s+qu['’])?\s*,?\s*(?:(?:à|a)\s+(?:compter|partir|dater)|rétroactivement|dès|qu['’]à|à\s+(?:la|sa)|jusqu|(?:au|le)\s+(?:\d|premier|lendemain|jour))",
    re.IGNORECASE,
)
DEROGATES = regex(r"\b(?:par|en) dérogation (?:à|aux?)\b|\bdéroge(?:nt|ra|ront)?\b|\best dérogé\b", re.IGNORECASE)

# « Les marchés en cours restent régis par l’article 9 dans sa rédaction antérieure »: which wording applies to what.
TRANSITIONAL = regex(
    r"\bdans (?:sa|leur)s? (?:rédaction|version|formulation)s? (?:antérieures?|initiales?|précédentes?|d['’]origine|en vigueur|applicables?|issues?)\b"
    r"|\b(?:rest|demeur)(?:e|ent|era|eront)\s+(?:\w+\s+)?(?:régi|soumis)e?s?\s+(?:par|à|aux?)\b"
    r"|\A\W*(?:toutefois|cependant|néanmoins),? (?:il|elle)s? (?:rest|demeur|continu)(?:e|ent|era|eront)\b"
    r"|\bà titre transitoire\b|\b(?:disposition|mesure|stipulation)s? transitoires?\b",
    re.IGNORECASE,
)
# « L’article 5 s’applique aussi aux communes associées », « est applicable jusqu’au … »: to what, or how long, a text that says
# so nowhere.
SCOPE = regex(
    r"\A\W*(?:toutefois,? )?(?:(?:les )?(?:dispositions|stipulations|règles) (?:de l['’]|des |prévues (?:à l['’]|aux )))?(?:les |l['’])?articles? \d[^,;:.]{0,60}?"
    r" (?:ne |n['’])?(?:s['’]appliqu(?:e|ent|era|eront)|(?:est|sont|sera|seront) (?:\S+ ){0,2}?(?:applicable|étendu)e?s?)\b"
    r"|\A\W*pour l['’](?:application|interprétation) (?:de l['’]|des )articles? \d",
    re.IGNORECASE,
)
# « Le premier alinéa demeure inchangé, le second est modifié … »: what a clause says of itself is not said of those beside it.
_CLAUSE = regex(r"[,;:]|\b(?:et|mais|sauf que|sauf|hormis|tandis que|alors que)\b")


class Beside(Struct, frozen=True):
    """Why a sentence changes no word of the text, as `sans-effet` says it ("" where it may), and why its reader must know of it."""

    reason: str
    why: str


_CHANGED = frozenset({*VERBS, "MOVE", "SPLIT", "UNITE", "SUSPEND", "PROLONG", "RAISE", "RENUMBER"})
_NOT_CHANGED = frozenset(
    "ne n' non qui que qu' dont si".split()
)  # « celles qui sont modifiées », « ne sont pas modifiées »


# « Le reste de l’article est inchangé »: what is quoted before is not all of it.
_REST_OF_IT = regex(
    r"\b(?:(?:reste|surplus) (?:de (?:l['’]|cet |ce |cette )|du(?:dit)? )(?:article|annexe|préambule)"
    r"|autres (?:alinéas?|paragraphes?|phrases?|points?|tirets?)"
    r"|autres (?:dispositions|stipulations) (?:de (?:l['’]|cet |ce |cette )|du(?:dit)? )(?:article|annexe|préambule))\b"
    r"[^.;]*\b(?:inchangée?s?|sans (?:aucun )?(?:changement|modification)|demeur\w+|rest(?:e|ent|era|eront))\b",
    re.IGNORECASE,
)


def not_upon_force(sentence: str) -> str:
    """A sentence without what says that it is so upon an entry into force."""
    return _UPON_FORCE.sub("", sentence)


def leaves_the_rest_of_it(sentence: str) -> bool:
    """Whether a sentence says that what an article has beside the words quoted before stays."""
    return bool(_REST_OF_IT.search(sentence))


def says_it_stays(sentence: str) -> bool:
    """Whether a sentence, of one clause, says that nothing of what it speaks of is changed (« L’article 3 n’est pas modifié. »)."""
    words = _QUOTED.sub("«»", sentence).rstrip(" .;")
    return bool(_UNTOUCHED.search(words)) and not _CLAUSE.search(words)


def purposes(sentence: str) -> bool:
    """Whether a sentence says what an act is for, or was: it orders nothing that another sentence does not."""
    return _PURPOSES.search(sentence) is not None


def tells_no_change(sentence: str) -> bool:
    """Whether a sentence says what the act is for, which text prevails, or since when: it orders no change of the words."""
    since = IN_FORCE.search(not_upon_force(sentence)) and not _of_another_act(sentence)
    aside = since or PURPOSE.search(sentence) or PREVAILS.search(sentence) or says_it_stays(sentence)
    return bool(aside) and not tells_a_change(sentence)


def tells_a_change(sentence: str) -> bool:
    """Whether a clause of the sentence, beside those that say why, which text prevails or since when, says that something is changed."""
    clauses = _CLAUSE.split(not_upon_force(sentence))
    aside = (PURPOSE, PREVAILS, IN_FORCE)
    return any(_changes(clause) for clause in clauses if not any(told.search(clause) for told in aside))


_MAY = ("peut", "peuv", "pourr")  # « pourra être révisé »


# What has been worded anew needs a text, and none comes: « a été modifié à plusieurs reprises », « ont été rédigées en considération de ».
_TOLD_OF_THE_PAST = frozenset({"MODIFY", "REWRITE"})
_MADE_KNOWN = regex(r"\bportée?s? à (?:la|sa|leur) connaissance\b", re.IGNORECASE, needs="connaissance")


def _changes(clause: str) -> bool:
    passive, past, before = False, False, ""
    for token in tokens(_MADE_KNOWN.sub("", clause)):
        if token.value in _NOT_CHANGED:
            return False
        changes = passive and token.kind in _CHANGED and not (past and token.kind in _TOLD_OF_THE_PAST)
        if token.kind == "BECOME" or token.value in {"passe", "passent"} or changes:
            return True
        is_so = token.kind == "BE" and not before.startswith(_MAY)
        past = token.value == "ete" if token.kind == "BE" else past
        passive = is_so or (passive and token.kind in {"THUS", "NEUTRAL"})
        before = before if token.kind == "NEUTRAL" else token.value  # « pourra également être révisé »
    return False


def act_undone(sentence: str) -> str:
    """The name of the act which a sentence may order to be undone, or in force another day; "" where it names none."""
    named = _ACT.search(sentence)
    return named[0] if named and (_UNDOES.search(sentence) or IN_FORCE.search(sentence)) else ""


def _of_another_act(sentence: str) -> bool:
    return bool(_ACT.search(sentence)) and not _OF_THIS_ACT.match(sentence)


def of_itself(words: str) -> bool:
    """Whether words speak of the act that has them; not of what is joined to it."""
    return _OF_ITSELF.search(_JOINED_TO_IT.sub("", words)) is not None


def tells_force(sentence: str) -> bool:
    """Whether a sentence says when something enters into force."""
    return bool(IN_FORCE.search(sentence) or APPLIES.search(sentence))


def beside_the_text(sentence: str) -> Beside | None:
    """What a sentence says of the text in force that no word of it will say, and that orders no change; None for others."""
    scope, until = SCOPE.search(sentence), "jusqu" in sentence
    if DEROGATES.search(sentence):
        reason, does = "dérogation", "déroge à une stipulation sans en changer les mots"
    elif TRANSITIONAL.search(sentence):
        reason, does = "disposition transitoire", "dit à quoi s’applique quelle rédaction"
    elif scope and until:
        reason, does = "", "dit jusqu’à quand s’applique une stipulation, qui prend peut-être fin alors"
    elif scope and not tells_force(sentence):
        reason, does = "champ d’application", "dit à quoi s’applique une stipulation sans en changer les mots"
    else:
        return None
    return Beside(reason, f"cette phrase {does} : qui lit le texte consolidé ne le saura pas")


def reason_of_no_effect(words: str) -> str:
    """Why an article of those words changes none of the text, as `sans-effet` says it."""
    if TRANSITIONAL.search(words):
        return "disposition transitoire"
    if kept := [told[0].lower() for told in PREVAILS.finditer(words)]:
        return "primauté" if any(told.startswith("prév") for told in kept) else "clause de maintien"
    if tells_force(words):
        return "entrée en vigueur"
    if DEROGATES.search(words):
        return "dérogation"
    return "exposé" if PURPOSE.search(words) else "aucune phrase n’ordonne de changement"
