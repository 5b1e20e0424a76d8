"""Who decides, approves, gives an opinion …: « le comité arrête le budget », « l’assemblée est compétente pour : » and its list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from clausier.author.suggest.spoken import BODIES, INFINITIVES, NAME, bare_of, in_full, is_someone, said_of
from clausier.author.suggest.suggested import Suggested, limited
from clausier.text.accents import as_id

POWERS = {
    "approuver": "approbation", "valider": "approbation", "ratifier": "approbation", "décider": "décision",
    "arrêter": "décision", "adopter": "décision", "voter": "décision", "fixer": "décision", "élire": "décision",
    "nommer": "décision", "désigner": "décision", "attribuer": "décision", "prononcer": "décision", "choisir": "décision", "autoriser": "décision",
    "préparer": "préparation", "proposer": "proposition", "instruire": "instruction", "étudier": "instruction",
    "examiner": "instruction", "définir": "décision", "déterminer": "décision", "délibérer": "décision", "statuer": "décision",
    "diriger": "direction", "suivre": "suivi", "contrôler": "suivi", "évaluer": "suivi",
}  # fmt: skip
_OF_BODIES_ALONE = frozenset({"préparation", "proposition", "instruction", "suivi"})  # of anyone else they are tasks
# « émet un avis sur … », « assure le suivi de … »: the power is in the object.
_GIVEN = (
    (frozenset({"émettre", "donner", "rendre"}), re.compile(r"\A(?:un\s+|son\s+)?avis\s+(?:\w+\s+){0,3}?sur\s+", re.IGNORECASE), "avis"),
    (frozenset({"assurer"}), re.compile(r"\A(?:le\s+)?suivi\s+(?=d)", re.IGNORECASE), "suivi"),
    (frozenset({"assurer"}), re.compile(r"\A(?:le\s+pilotage|la\s+direction)\s+(?=d)", re.IGNORECASE), "direction"),
)  # fmt: skip
_LONGEST = 12  # words of a matter
_TO_DO = re.compile(
    r"\A(?:de\s+|d['’])(?:se\s+|s['’]|ne\s+pas\s+)?[\w-]+(?:er|ir|re)\s"
)  # « décide de gérer … »: no matter is named
_OF = re.compile(
    r"\A(?:(?:chaque\s+\w+|annuellement|également|ensuite|notamment|de|sur|du|des)\b[\s,]*|d['’])*(?:l[ae]s?\s+|l['’]|toute?s?\s+(?:l[ae]s?\s+|l['’])?|tous\s+les\s+"
    r"|des?\s+|d['’]|du\s+|une?\s+|ses?\s+|son\s+|sa\s+|leurs?\s+)?",
    re.IGNORECASE,
)
# « le budget avant le 31 mars »: of the budget, whenever that is.
_BY_WHEN = re.compile(
    r"\s+(?:avant\s+(?:l[ae]\s|l['’])|au\s+plus\s+tard\s|dans\s+(?:l[ae]s?|un)\s+(?:délai|\w+\s+(?:jours|semaines|mois)|mois|année)\b|chaque\s+(?:an|mois)|d['’]ici\s)[^,]*",
    re.IGNORECASE,
)
_OF_WHAT = {"le": "du ", "la": "de la ", "les": "des ", "l'": "de l’", "l’": "de l’"}
_COMPETENT = r"(?:est\s+(?:seule?\s+)?compétente?|a\s+(?:seule?\s+)?compétence)\s+pour"
_LEADS = re.compile(
    rf"\A\W*(?:l[ae]\s+|l['’])?(?P<who>(?={BODIES}\b){NAME}|il|elle)\s*(?P<how>\s{_COMPETENT}|\sdélibère\s+(?:notamment\s+)?sur(?:\s+les\s+\w+\s+suivante?s)?|\sdécide\s+d[eu]"
    r"|\sse\s+prononce\s+sur)?(?:\s+notamment)?\s*:\s*\Z",
    re.IGNORECASE,
)
_IS_COMPETENT = re.compile(
    rf"\A\W*(?P<who>(?:l[ae]\s+|l['’])(?={BODIES}\b){NAME}|il|elle)\s+{_COMPETENT}\s+(?P<what>[^:;]+?)\s*[.;]?\Z",
    re.IGNORECASE,
)


def powers_of(sentence: str, body: str, known: Collection[str]) -> Iterator[Suggested]:
    """The powers that a sentence seems to give, to `body` where that is its subject; `known` are the people known, by id."""
    if (competent := _IS_COMPETENT.match(sentence)) and body and not limited(sentence):
        body = by_whom(competent["who"], body)
        whole = sentence.rstrip(" .;\u00a0")
        parts = list(_infinitives(competent["what"]))
        named = [_named(verb, what) for verb, what in parts]
        if named and all(named):
            for power, matter in (one for one in named if one):
                yield _power(power, matter, body, whole)
        return
    who, clauses = said_of(sentence)
    if limited(sentence) or any(_TO_DO.match(one.what) for one in clauses):
        return
    by, of_body = by_whom(who, body), who.lower() in {"il", "elle"} or is_body(who)
    by = by if of_body or is_someone(who, known) else ""
    for one in clauses if by else ():
        found = _named(one.verb, one.what)
        if found and (of_body or found[0] not in _OF_BODIES_ALONE):
            yield _power(*found, by, one.words, of_body=of_body)


def by_whom(who: str, body: str) -> str:
    """The id of a subject: `body` for a pronoun or where it is that one in short."""
    return body if who.lower() in {"il", "elle"} else in_full(as_id(bare_of(who)), body)


def is_body(who: str) -> bool:
    """Whether these words name a body that meets."""
    return re.match(rf"{BODIES}\b", bare_of(who), re.IGNORECASE) is not None


def power_of_items(sentence: str, body: str) -> tuple[str, str] | None:
    """Who, by id, has the power that each item of the list below says (« est compétente pour : »), and which power where the line says it.

    None where it is no such line.
    """
    found = _LEADS.match(sentence)
    if found is None or not body:
        return None
    power = "décision" if found["how"] and re.search(r"délibère|décide|prononce", found["how"]) else ""
    return by_whom(found["who"], body), power


def power_of_item(words: str, power: str, body: str) -> Suggested | None:
    """The power that an item of such a list gives: by its verb, in the indicative or the infinitive, or the `power` of all."""
    bare = words.rstrip(" ;,.\u00a0")
    if limited(bare):
        return None
    first, _, rest = re.sub(r"\A(?:de\s+|d['’])", "", bare, flags=re.IGNORECASE).partition(" ")
    verb = INFINITIVES.get(first.lower(), first.lower())
    if verb in INFINITIVES.values():
        found = _named(verb, rest)
        return _power(*found, body, bare) if found else None
    matter = as_id(_OF.sub("", bare))
    return _power(power, matter, body, bare) if power and matter and not re.match(r"\w+(?:er|ir|re)\s", bare) else None


def _infinitives(words: str) -> Iterator[tuple[str, str]]:
    """« modifier les statuts, décider la dissolution »: each verb, with what it governs."""
    for part in re.split(r"(?:,|\s+et|\s+ou)\s+(?:de\s+|d['’]|pour\s+)?(?=(?:se\s+)?\w+(?:er|ir|re)\s)", words):
        verb, _, what = part.partition(" ")
        yield ("se prononcer", what.partition(" ")[2]) if verb == "se" else (verb, what)


def _named(verb: str, what: str) -> tuple[str, str] | None:
    """The power that a verb and its object name, and the matter, by id; None where they name none that is plain."""
    for given, words, power in _GIVEN:
        if verb in given:
            found = words.match(what)
            if found:
                return _matter(power, what[found.end() :])
    if verb == "modifier":  # « la modification des statuts », as a majority names it
        of = re.sub(r"\A(?:les?\s+|l['’]|la\s+)", lambda m: _OF_WHAT[m[0].strip().lower()], what)
        return _matter("décision", f"modification {of}") if of != what else None
    if verb == "se prononcer":
        return _matter("décision", what)
    power = POWERS.get(verb, "")
    return _matter(power, what) if power and not _TO_DO.match(what) else None


def _matter(power: str, what: str) -> tuple[str, str] | None:
    """The matter is what stands before a comma (« , sur proposition du bureau »), unless a list goes on behind it."""
    noun, _, rest = _OF.sub("", _BY_WHEN.sub("", what), count=1).partition(",")
    if rest and not re.match(r"\s*(?:sur|après|à|en|dans|par|avant|pour|au)\b", rest):
        return None
    matter = as_id(noun)
    begins = re.match(r"(?:ou?|et|à|aux?|pour|sur|en|dans|par|avec|sans|selon)\b", noun.strip())
    # What is longer is a sentence rather than the name of a matter.
    return (power, matter) if matter and not begins and matter.count("-") < _LONGEST else None


def _power(power: str, matter: str, body: str, words: str, *, of_body: bool = True) -> Suggested:
    instance = (("instance", body),) if of_body else ()
    keys = (("citation", words), *instance, ("objet", matter), ("par", body), ("donne", power))
    return Suggested(kind="compétence", keys=keys, named=f"{body}-{'-'.join(matter.split('-')[:4])}")
