"""Who a sentence is about, and its clauses: a subject, then verbs that say what it does, each with its object.

An indicative orders as « doit » does: « la Région transmet le dossier ».
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from clausier.text.accents import as_id

BODIES = r"(?:comité|assemblée|conseil|bureau|commission|conférence)"
# A name in a sentence: a few words, none of which joins it with another or is a verb.
_WORD = r"(?!(?:et|ou|qui|que|dont|est|sont|ne|se|(?-i:a)|ont|peut|peuvent|doit|doivent|comprend|comprennent|compte)\b)[^,;:.()«»\s]+"
NAME = rf"{_WORD}(?:\s+{_WORD}){{0,7}}?"
_HEADED = re.compile(rf"\b(?P<body>{BODIES}\b[^,;:.()«»–]*)", re.IGNORECASE)
_WHOSE = re.compile(
    r"-(?:du-(?:groupement|syndicat|partenariat)|de-l-(?:association|entente)|de-la-(?:federation|cooperative|societe))"
)
_ROLE = re.compile(
    r"(?:co-?)?(?:coordonnateur|coordonnatrice|coordinateur|pilote|gestionnaire|titulaire|prestataire|exploitant|mandataire|bénéficiaire"
    r"|président|présidente|vice-président|directeur|directrice|trésorier|trésorière|secrétaire|syndic|employeur|salarié|responsable"
    r"|membre|membres|partie|parties|partenaires?|associés?|adhérents?|copropriétaires?|délégués?|administrateurs?|communes?|communauté"
    r"|départements?|région|métropole|ville|syndicat|collectivités?|établissements?|groupement|chef\s+de\s+file)\b",
    re.IGNORECASE,
)
_PRESENTS = {
    "approuve": "approuver", "valide": "valider", "ratifie": "ratifier", "décide": "décider", "arrête": "arrêter",
    "adopte": "adopter", "vote": "voter", "fixe": "fixer", "élit": "élire", "nomme": "nommer", "désigne": "désigner",
    "attribue": "attribuer", "prononce": "prononcer", "choisit": "choisir", "autorise": "autoriser", "émet": "émettre",
    "donne": "donner", "rend": "rendre", "prépare": "préparer", "propose": "proposer", "instruit": "instruire",
    "étudie": "étudier", "examine": "examiner", "suit": "suivre", "contrôle": "contrôler", "évalue": "évaluer",
    "assure": "assurer", "veille": "veiller", "transmet": "transmettre", "adresse": "adresser", "communique": "communiquer",
    "informe": "informer", "fournit": "fournir", "verse": "verser", "rembourse": "rembourser", "établit": "établir",
    "tient": "tenir", "présente": "présenter", "garantit": "garantir", "notifie": "notifier", "convoque": "convoquer",
    "supporte": "supporter", "remet": "remettre", "exécute": "exécuter", "signe": "signer", "met": "mettre",
    "prend": "prendre", "organise": "organiser", "recueille": "recueillir", "rédige": "rédiger", "participe": "participer",
    "conserve": "conserver", "déclare": "déclarer", "gère": "gérer", "entretient": "entretenir", "contribue": "contribuer",
    "assiste": "assister", "définit": "définir", "détermine": "déterminer", "délibère": "délibérer", "statue": "statuer",
    "entend": "entendre", "pourvoit": "pourvoir", "dirige": "diriger", "représente": "représenter", "répartit": "répartir",
    "paie": "payer", "finance": "financer", "réalise": "réaliser", "règle": "régler", "facture": "facturer", "répond": "répondre", "accorde": "accorder",
}  # fmt: skip
_PLURALS = {"tient": "tiennent", "prend": "prennent", "entretient": "entretiennent", "rend": "rendent"}
_PLURALS |= {"émet": "émettent", "élit": "élisent", "choisit": "choisissent", "fournit": "fournissent"}
_PLURALS |= {"établit": "établissent", "garantit": "garantissent", "instruit": "instruisent", "suit": "suivent"}
_PLURALS |= {"définit": "définissent", "entend": "entendent", "pourvoit": "pourvoient", "répartit": "répartissent"}
_PLURALS |= {"répond": "répondent", "transmet": "transmettent", "remet": "remettent", "met": "mettent"}
INFINITIVES = _PRESENTS | {_PLURALS.get(one, f"{one}nt"): infinitive for one, infinitive in _PRESENTS.items()}
VERB = rf"(?:{'|'.join(sorted(INFINITIVES, key=len, reverse=True))})"
# What an object begins with: a word that may follow a verb alone, so that a noun (« la commission assure ») is no verb.
OBJECT = r"(?:l[ae]s?|des?|d['’]|du|une?|aux?|à|ses?|son|sa|leurs?|tout\w*|toute\w*|chaque|en|compte|avis|sur|pour|avec|dans)"
OBJECT = rf"(?:{OBJECT}\b|l['’]|d['’])"
_ASIDE = r",\s+(?:sur|après|en|dans|à|au|avant|pour|avec|par|chaque)\b[^,;:]{2,80},"
_CLAUSE = re.compile(
    rf"(?P<pronoun>en\s+)?(?P<verb>{VERB})(?P<aside>{_ASIDE})?\s+(?P<what>[^;:]+?)"
    rf"(?=(?:\s+et|,|,\s+et)\s+(?:en\s+)?{VERB}\s+{OBJECT}|\s*[.;]?\Z)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"\A\W*(?P<who>(?:l[ae]s?\s+|l['’]|chaque\s+|chacun\s+des\s+|tout\w?\s+){NAME}|ils?|elles?)\s+"
    rf"(?=(?:en\s+)?{VERB}(?:{_ASIDE})?\s+(?:(?:chaque\s+\w+|annuellement|également|ensuite|notamment|gratuitement),?\s+)?{OBJECT})",
    re.IGNORECASE,
)
# « et rend compte », where the verb is none that is known: two things are said, and their words run into each other.
_ANOTHER = re.compile(
    r"(?:\bet|\bou|,)\s+(?:se\s+|s['’]|n['’]|ne\s+|y\s+|leur\s+|lui\s+)?(?!(?:de|du|des|d|le|la|les|l|et|est|ou|en|dont|tout|notamment)\b)"
    rf"(?:[a-zàâçéèêîôû]+[etd]|a|a\s+pour|sont)\s+{OBJECT}",
)
_SUBJECT = re.compile(
    rf"\A\W*(?:[^,;:.]{{3,40}},\s+)?(?:(?P<pronoun>ils?|elles?)\b|(?:l[ae]s?\s+|l['’])(?:(?P<body>{BODIES})\b|(?P<role>[^\W\d_]+)))",
    re.IGNORECASE,
)

_AND_SOMEONE = re.compile(
    r"(?P<joined>(?:,\s+(?:et\s+)?|\bet\s+))(?=(?:l[ae]s?\s|l['’]|chaque\s|chacun))", re.IGNORECASE
)
_GIVEN = re.compile(
    r"(?<=[\w,])\s+(?=\d|(?:l[ae]s?|une?|deux|trois|quatre|pour)\s|l['’]|(?P<pronoun>(?:en|y|ne|se)\s+\w+t?\b|s['’]))",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"[,;:]|\b(?:et|ou|à|aux?|de|du|des|par|pour|avec|entre|que|qui|dont|dans|sur|sans)\Z|\bet\b", re.IGNORECASE
)


class Spoken(Struct, frozen=True):
    """One thing that a sentence says someone does: the verb in the infinitive, its object, and the words that say so.

    `aside` stands between them: « adopte, sur proposition du bureau, le règlement ».
    """

    verb: str
    aside: str
    what: str
    words: str

    @property
    def action(self) -> str:
        """What is done, as a duty says it."""
        return f"{self.verb}{self.aside} {self.what}"


def said_of(sentence: str) -> tuple[str, tuple[Spoken, ...]]:
    """Who a sentence is about, in its words, and what it says of them, clause by clause; nothing where it is not plain."""
    subject = _SPOKEN.match(sentence)
    if subject is None:
        return "", ()
    start = subject.start("who")
    clauses: list[Spoken] = []
    for number, found in enumerate(_CLAUSE.finditer(sentence, subject.end())):
        if number == 0 and found.start() != subject.end():
            return "", ()
        if _ANOTHER.search(found["what"]):
            return "", ()
        verb = f"{found['pronoun'] or ''}{INFINITIVES[found['verb'].lower()]}"
        words = sentence[start if number == 0 else found.start() : found.end()]
        clauses.append(Spoken(verb, found["aside"] or "", found["what"].rstrip(" .;\u00a0"), words.rstrip(" .;\u00a0")))
    return subject["who"], tuple(clauses)


def goes_on_of_another(words: str, known: Collection[str]) -> bool:
    """Whether words go on with someone else's part, whose verb is not said again (« 40 % des dépenses, la Commune B 60 % »), or is another (« , la Région en garde copie »)."""
    for begun in _AND_SOMEONE.finditer(words):
        rest = words[begun.end("joined") :]
        for given in _GIVEN.finditer(rest):
            who = rest[: given.start()].rstrip(" ,")
            if is_someone(who, known) and (given["pronoun"] or not _JOINS.search(who)):
                return True
    return False


def is_someone(who: str, known: Collection[str]) -> bool:
    """Whether `who` are people or bodies: by what they are called, or because they are among the `known`, by id."""
    bare = bare_of(who)
    return bool(_ROLE.match(bare) or re.match(rf"{BODIES}\b", bare, re.IGNORECASE)) or as_id(bare) in known


def bare_of(who: str) -> str:
    """Words that name someone, without their article."""
    return re.sub(
        r"\A(?:l[ae]s?\s+|l['’]|chaque\s+|chacun\s+des\s+|tout\w?\s+|une?\s+)", "", who.strip(), flags=re.IGNORECASE
    )


def speaks_of(sentence: str, named: str, before: str) -> str:
    """The body of which « il » or « elle » would speak after this sentence.

    It is `named` where a body is the subject, "" where someone else is, `before` where nothing in it says otherwise.
    """
    subject = _SUBJECT.match(sentence)
    if subject is None or subject["pronoun"]:
        return before
    if subject["body"]:
        return named or before
    return "" if _ROLE.match(subject["role"]) else before


def is_pronoun_of(sentence: str, body: str) -> bool:
    """Whether a sentence that begins by a pronoun may be about `body`: « elle » is no committee. True of any other sentence."""
    subject = _SUBJECT.match(sentence)
    if subject is None or not subject["pronoun"]:
        return True
    feminine = body.partition("-")[0] in {"assemblee", "commission", "conference"}
    return subject["pronoun"].lower().startswith("elle") is feminine


def in_full(named: str, body: str) -> str:
    """The id of a body that is `named` in short, or in long: in an article on it, « la conférence » is the « conférence intercommunale ».

    So is « la commission du groupement » the « commission ».
    """
    longer = bool(body) and named.startswith(f"{body}-") and _WHOSE.fullmatch(named.removeprefix(body))
    return body if longer or body.startswith(f"{named}-") else named


def headed_by(heading: str) -> str:
    """The id of the body that a heading names (« Comité de suivi – composition »); "" where it names none."""
    found = _HEADED.search(heading)
    return as_id(found["body"]) if found else ""
