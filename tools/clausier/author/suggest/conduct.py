"""What someone must, may or must not do: « le pilote doit », « les membres ne peuvent », « la Région transmet »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.author.suggest.powers import POWERS
from clausier.author.suggest.spoken import OBJECT, VERB, bare_of, goes_on_of_another, in_full, is_someone, said_of
from clausier.author.suggest.suggested import Suggested, of_a_vote
from clausier.text.accents import as_id
from clausier.text.words import uncapitalised

_WHO = r"(?P<who>\b(?:il|elle)|(?:l[ae]s?\s+|l['’]|chaque\s+|chacun\s+des\s+|toute?\s+|une?\s+(?!ou\b))(?:(?!\b(?:est|sont|que|qu)\b|\bet\s+ne\b)[^,;:.()«»]){2,80}?)"
_MUST = r"(?:doi(?:t|vent)|devr(?:a|ont)|(?:est|sont)\s+(?:notamment\s+)?(?:tenue?s?|chargée?s?)\s+d(?:e\b|['’])|s['’]engage(?:nt)?\s+à)"
_DUTY = re.compile(rf"{_WHO}\s+{_MUST}(?:,\s+(?P<unless>sauf\s[^,;:]+),)?\s*(?P<what>[^;:]+?)\s*[.;]?\Z", re.IGNORECASE)
_LEADS = re.compile(
    rf"{_WHO}\s+(?:{_MUST}|(?:est|sont)\s+(?:notamment\s+)?(?:tenue?s?|chargée?s?))(?:\s+notamment)?\s*:\s*\Z",
    re.IGNORECASE,
)
_MAY_NOT = re.compile(
    rf"{_WHO}\s+ne\s+(?:peu(?:t|vent)|pourr(?:a|ont))(?:\s+(?:pas|en\s+aucun\s+cas))?\s+(?P<what>(?!\w+\s+que\b)[^;:]+?)\s*[.;]?\Z",
    re.IGNORECASE,
)
_MAY = re.compile(rf"{_WHO}\s+(?:peu(?:t|vent)|pourr(?:a|ont))\s+(?P<what>[^;:]+?)\s*[.;]?\Z", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:que|qu['’]|sauf|à moins|si)\b", re.IGNORECASE)
_MEMBERS = re.compile(
    r"(?:chaque|chacun des|tout|un|les)\s+(?:membres?|parties)(?:\s+du\s+groupement(?:\s+de\s+commandes)?)?\Z",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"il", "elle"})
_EACH = re.compile(r"(?:chaque|toute?|une?)\s", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:se\s+|s['’])?(?!être\b)\w+(?:er|ir|oir|dre|tre|vre|ire|clure|pre)\b", re.IGNORECASE)
# What no one does, but things: « la durée ne peut excéder trois ans », « l’avenant peut préciser ».
_OF_THINGS = re.compile(
    r"(?:excéder|dépasser|durer|figurer|résulter|comporter|mentionner|intervenir|parvenir|entrer\s+en\s+vigueur|avoir\s+lieu|donner\s+lieu"
    r"|faire\s+l['’]objet|prendre\s+(?:effet|fin|la\s+forme))\b",
    re.IGNORECASE,
)
# Those who are called as things are: « la délégation », « l’établissement ».
_PEOPLE = (
    r"(?:association|fédération|organisation|commission|délégation|direction|administration|région|établissement|groupement|département"
    r"|agence|conférence|comité|collectivité|communauté|autorité|université|municipalité|entité|équipe)s?\b"
)
_THINGS = re.compile(
    rf"(?!{_PEOPLE})(?:\w+(?:tion|sion|ment|ance|ence|ure|ité|age)s?|délai|montant|nombre|accord|avenant|statuts?|marché|contrat|mandat|retrait"
    r"|refus|vote|bulletin|programme|budget|somme|prix|quorum|coût|dépense|annexe|préavis|pouvoir|salaire|régime|exercice|réponse|horaire"
    r"|temps|travail|prime|congé|compte|fonds|document|dossier|projet|plan|texte|clause|article|liste|date|période|jour|seuil|taux|charge|réunion)s?\b",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    rf"{_WHO}\s+(?:est|sont)\s+(?P<what>chargée?s?\s+(?:de\s+l[ae]\s|de\s+l['’]|du\s|des\s)[^:;]+?)\s*[.;]?\Z",
    re.IGNORECASE,
)
_AND_DOES = re.compile(rf"(?:\bet|,)\s+{VERB}\s+{OBJECT}", re.IGNORECASE)
_CONDITION = re.compile(r",?\s+(?=(?:sauf|à\s+moins|hors|à\s+l['’]exception|sous\s+réserve)\b)", re.IGNORECASE)


def conduct(sentence: str, body: str, people: Mapping[str, str]) -> Iterator[Suggested]:
    """What the sentence obliges, allows or forbids; `body` is that of which a pronoun would speak."""
    if of_a_vote(sentence):
        return
    formulas = (("obligation", _DUTY), ("interdiction", _MAY_NOT), ("permission", _MAY))
    whole = sentence.strip().rstrip(" .;\u00a0")
    for kind, formula in formulas:
        found = formula.fullmatch(sentence)
        if found is None:
            continue
        what, condition = (found["what"], found["unless"] or "") if kind == "obligation" else _apart(found["what"])
        if _AND_DOES.search(what) or goes_on_of_another(what, people):
            break  # « doit signaler … et informe … », « doit verser la moitié, la Région le reste »
        if not _INFINITIVE.match(what) or (kind != "obligation" and _ONLY.search(what)):
            break  # of « être confié à », who bears it is not the subject; « ne peut … que » says more than that
        bearer = body if found["who"].lower() in _PRONOUNS else _bearer(found["who"])
        if bearer and not (_OF_THINGS.match(what) or _THINGS.match(bare_of(found["who"]))):
            yield _act(kind, bearer, what, whole, condition)
        return
    if (charged := _CHARGED.fullmatch(sentence)) and is_someone(charged["who"], people):
        yield _act("obligation", _bearer(charged["who"]), f"être {charged['what']}", whole)
        return
    who, clauses = said_of(sentence)
    bearer = body if who.lower() in _PRONOUNS else ""
    if is_someone(who, people):
        bearer = in_full(_bearer(who), body)
    for one in clauses if bearer else ():
        if goes_on_of_another(one.what, people):
            return
        if POWERS.get(one.verb) in {"décision", "approbation"} or one.action.startswith("tenir à "):
            continue  # no duty: where no rule of competence says it, its words are not plain
        yield _act("obligation", bearer, one.action, one.words)


def bearer_of_items(sentence: str) -> str | None:
    """Who must do what each item of a list below says (« Le coordonnateur est chargé de : »); None where it is no such line."""
    found = _LEADS.fullmatch(sentence)
    return _bearer(found["who"]) if found and found["who"].lower() not in _PRONOUNS else None


def duty_of_item(words: str, bearer: str) -> Suggested | None:
    """The duty that an item of such a list states, by an infinitive; None where it has none.

    « Ne pas conclure … » forbids.
    """
    bare = words.rstrip(" ;,.\u00a0")
    what = re.sub(r"\A(?:de\s+|d['’])", "", bare, flags=re.IGNORECASE)
    if forbidden := re.match(r"ne\s+(?:pas|jamais)\s+", what, re.IGNORECASE):
        what = what[forbidden.end() :]
        return _act("interdiction", bearer, what, bare) if _INFINITIVE.match(what) else None
    return _act("obligation", bearer, what, bare) if _INFINITIVE.match(what) else None


def _apart(what: str) -> tuple[str, str]:
    """What may be done, and on what condition: « , sauf accord écrit de la Région »."""
    found = _CONDITION.search(what)
    if found and "," in what[found.end() :]:
        return what, ""  # what may be done goes on behind it
    return (what[: found.start()], what[found.end() :]) if found else (what, "")


def _act(kind: str, bearer: str, what: str, words: str, condition: str = "") -> Suggested:
    action = uncapitalised(" ".join(what.split()))
    keys = (("citation", words), ("débiteur", bearer), ("action", action), *((("si", condition),) if condition else ()))
    return Suggested(kind=kind, keys=keys, named="-".join([bearer, *as_id(action).split("-")[:3]]))


def _bearer(who: str) -> str:
    if _MEMBERS.match(who.strip()):
        return "membres"
    named = as_id(bare_of(who))
    each = _EACH.match(who.strip()) and "-" not in named and not named.endswith(("s", "x", "z"))
    return f"{named}s" if each else named  # as « les communes » are called elsewhere
