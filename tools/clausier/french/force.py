"""Since when: what a clause of entry into force says, as our dates can say it, or nothing where it is not certain.

A clause is read whole: words that the tables below do not know make it uncertain. What our dates cannot say (« au plus tard »,
the later of two events, a part of the act alone) is uncertain too, and asked about.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from msgspec import Struct

from clausier.french.asides import tells_force
from clausier.french.days import MONTH, month_of
from clausier.french.tokens import folded
from clausier.text.accents import without_accents
from clausier.text.numerals import MONTHS
from clausier.text.regex import regex

DAY = rf"(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) )?(?P<d>\d{{1,2}})(?: ?er)? (?P<m>{MONTH}) (?P<y>(?:19|20)\d\d)"
A_DAY = re.sub(r"\?P<\w>", "?:", DAY)
# What a sentence holds that says, in one way or another, when something begins to hold.
TELLING = (
    *"vigueur effet appli effecti exécutoire opposable suspensive réserve valable conclu début courir".split(),
    "prend cours",
    "prendra cours",
    "court à",
    "court du",
)
_SPACE = regex(r"\s+")
_ACT = r"(?:le present (?:avenant|accord|protocole|modificatif|acte|contrat|reglement(?: interieur)?)|la presente (?:convention|charte|modification|deliberation|resolution|decision)|les (?:presents|nouveaux) statuts|les statuts (?:ainsi )?modifies|l'avenant|cet avenant)"
SUBJECT = rf"(?:{_ACT}|(?:les|toutes les|l'ensemble des) (?:dispositions|stipulations) (?:du present (?:avenant|accord)|de la presente convention)|les modifications (?:(?:apportees|introduites|prevues) par le|du) present (?:avenant|accord)|les presentes (?:dispositions|stipulations|modifications|resolutions))"
_IS = r"(?:est|sera|sont|seront|devien(?:t|dra)|devien(?:nent|dront))"
COMES = rf"(?:entr(?:e|era|ent|eront) en (?:vigueur|application)|pren(?:d|dra|nent|dront) (?:effet|cours)|produi(?:t|ra|sent|ront) (?:(?:ses|leurs) effets|effet)|{_IS} (?:applicable|executoire|valable|effecti(?:f|ve))s?|s'appliqu(?:e|era|ent|eront)|commenc(?:e|era|ent|eront) a (?:courir|s'appliquer|produire (?:ses|leurs) effets)|debut(?:e|era)|court|courra)"
# « est conclu à compter du … »: concluded « le … », it is signed then.
_CONCLUDED_FROM = r"(?:est|sera|sont|seront) (?:conclu|consenti|etabli)e?s?(?: pour une duree indeterminee)?(?=,? (?:a compter|a partir|avec effet) )"
# What may follow without saying anything of the date.
_ENDLESS = "(?:pour une|a) duree indeterminee"
_THE_TEXT = r"(?:(?:de )?(?:la (?:presente )?convention|l'accord)(?: initiale?)?)"
_TO_ITS_END = rf"jusqu'(?:au terme|a (?:l'echeance|l'expiration|la fin)) {_THE_TEXT}"
_WITH_IT = rf"(?:prend(?:ra)? fin|se termine(?:ra)?|expire(?:ra)?) (?:au terme|a l'echeance|a l'expiration|en meme temps que|a la meme date que) {_THE_TEXT}"
_LASTS = rf"(?:,? (?:(?:(?:et|il) (?:est conclu|est|sera conclu|s'applique(?:ra)?)|et ce,?) )?(?:{_ENDLESS}|pour (?:toute )?la duree (?:restant a courir )?{_THE_TEXT}|{_TO_ITS_END})|,? et (?:il )?{_WITH_IT})?"
# What may stand between the act and the verb that says since when: « est conclu pour une durée indéterminée et … ».
_CONCLUDED = rf"(?:,? conclue? {_ENDLESS},?|,? (?:signe|conclu)e? le {A_DAY},?| (?:est|sera) conclue? {_ENDLESS} et)?"
_CONCLUDED_ALONE = regex(rf"{SUBJECT} (?:est|sera) conclue? {_ENDLESS}[ .;]*\Z")
_OF_IT = r"(?:sa|la|son|le|l'|)"
_BY_ALL = r"(?:par (?:l'ensemble des|toutes les|tous les|chacune des|chacun des|les (?:deux|trois|quatre)) (?:parties|membres|signataires)(?: signataires| contractantes)?)"
_TO_ALL = (
    r"(?:(?:aux|a l'ensemble des|a tous les|a toutes les|a chacun des|a chacune des) (?:parties|membres|signataires))"
)
_OF_THE_ACT = r"(?: du present (?:avenant|accord)| de l'avenant)?"
# What an event is called in the act, the name that it has in our dates ("signature" and the two below are theirs).
_EVENTS: tuple[tuple[str, str], ...] = (
    ("dernière-signature", rf"(?:la|sa) derniere signature{_OF_THE_ACT}(?: (?:par|des|par les) (?:parties|membres|signataires)| {_BY_ALL})?"),
    ("dernière-signature", rf"{_OF_IT} ?signature{_OF_THE_ACT} {_BY_ALL}"),
    ("dernière-signature", rf"{_OF_IT} ?signature{_OF_THE_ACT} (?:du|par le|de la|par la) derni(?:er|ere) (?:des )?(?:signataires?|parties?|membres?)"),
    ("dernière-signature", r"la derniere des signatures"),
    ("signature", rf"{_OF_IT} ?signature{_OF_THE_ACT}"),
    ("notification", rf"{_OF_IT} ?notification{_OF_THE_ACT}(?: par le (?:coordonnateur|pilote|mandataire|president))?(?: {_TO_ALL})?"),
    ("extension-publiee", r"la (?:date de )?(?:publication|parution) (?:au journal officiel )?de (?:l'|son )?arrete (?:ministeriel )?d'extension(?: au journal officiel)?(?: le concernant)?"),
    ("publication", rf"{_OF_IT} ?publication{_OF_THE_ACT}(?: au (?:recueil des actes administratifs|journal officiel(?: de la republique francaise)?))?"),
    ("extension", rf"{_OF_IT} ?(?:arrete d')?extension{_OF_THE_ACT}"),
    ("agrement", rf"{_OF_IT} ?agrement{_OF_THE_ACT}"),
    ("depot", rf"{_OF_IT} ?depot{_OF_THE_ACT}"),
    ("transmission", rf"{_OF_IT} ?transmission{_OF_THE_ACT}(?: au (?:controle de legalite|representant de l'etat))?"),
    ("caractère-exécutoire", rf"{_OF_IT} ?caractere executoire"),
)  # fmt: skip
_BINDING = r"(?:des qu'il|lorsqu'il|des lors qu'il|a compter de la date a laquelle il|a la date a laquelle il|une fois qu'il) (?:est|sera|devient|deviendra|est rendu|sera rendu|a acquis|aura acquis|acquiert|acquerra)(?: (?:un|son|le))?(?: caractere)? executoire"
_SINCE = r"(?:des|a compter de|a partir de|a la date de|au jour de|le jour de|a|a compter du jour de|a compter de la date de|a partir de la date de)"
_DATED = rf"(?:a|a compter de|des) (?:sa|la) date (?:de|d') ?(?P<dated>signature|notification|publication|extension|depot|agrement){_OF_THE_ACT}"
_NEXT_MONTH = r"(?:(?:a compter|a partir) du|le|au) (?:premier|1er) jour du mois (?:civil )?(?:qui suit|suivant|qui suivra)(?: la date de)?"
_NEXT_DAY = r"(?:a compter du|a partir du|des le|le|au) (?:lendemain (?:de la date de|du jour de|de)|jour (?:qui suit|suivant)(?: la date de)?)"
_SINCES = {"": _SINCE, "lendemain": _NEXT_DAY, "premier-du-mois-suivant": _NEXT_MONTH}
_FIXED = rf"(?:retroactivement )?(?:(?:a compter|a partir) du|(?:des )?le|au|a la date du|avec effet(?: retroactif)? (?:au|a compter du)|retroactivement (?:au|le|a compter du)) {DAY}"
_EARLIEST = r"(?:,? ?(?:et )?au plus tot (?:le|au|a compter du) (?P<floor>.+))?"
# What may stand between a part of an act and its verb; and what leads to the next part named.
BEHIND = r"(?:[ ,]|du present (?:avenant|accord)\b|de l'avenant\b|qui\b|lui\b|ne\b|n'|et\b|\d+(?:er)?\b)*"
_LEFT = regex(r",?(?: et| ou)?(?: de| a| pour)?(?: les?| l'| aux| des)? *\Z")
_EXCEPT = regex(r",? (?:a l'exception|a l'exclusion|sauf|hormis|excepte|hors)\b.*\Z")
_OWN = rf"(?:a compter|a partir|a la date|des) (?:de l'entree en vigueur|de la (?:date|prise) d'effet|de la date d'entree en vigueur){_OF_THE_ACT}"

_UPON = r"(?:condition\w* suspensives?|sous reserve de (?:l'(?:accord|approbation|adoption|agrement|avis)|la (?:notification|deliberation|transmission)|sa (?:notification|transmission|publication)|son (?:approbation|adoption)))"
_OF_THE_WHOLE = r"(?:du present (?:avenant|accord|protocole|acte)|de la presente (?:convention|charte|modification|deliberation)|des presentes (?:dispositions|stipulations|modifications)|de l'avenant|de cet avenant)"
_START = r"(?:(?:la )?date (?:d'(?:entree en vigueur|effet|application)|de (?:la )?prise d'effet)|(?:l')?entree en vigueur|(?:la )?prise d'effet)"
_START_IS = rf"{_START} {_OF_THE_WHOLE} (?:(?:est|sera) fixee|est|sera|intervien(?:t|dra)|a lieu|aura lieu)"
# « Date d'effet : 1er avril 2024. », and nothing else.
_LABEL = regex(rf"{_START}(?: {_OF_THE_WHOLE})? ?:? ?(?P<when>\S.*?)[ .;]*")
# What says of something that it is in force, though not from when.
_STARTS = rf"(?:ne |n')?(?:{COMES}|(?:est|sera|sont|seront) (?:d'application|applicables?|effecti(?:f|ve)s?|executoires?|opposables?)|(?:est|sera|sont|seront) [^.;:]{{0,60}}\b{_UPON})\b"
_OF_THE_ACT_STARTING = regex(
    rf"(?:\A|, |\bque ){SUBJECT}(?:,[^.;:]{{1,100}},)? {_STARTS}"
    rf"|\b{_START_IS}\b(?! sans)"
    rf"|\A{_START} ?:"
)
_IT_STARTS = regex(rf"(?:il|elle|ils|elles) {_STARTS}")
_WAITS = regex(
    rf"\b(?:date|prise) d'effet\b|\b(?:application|effets?|vigueur)\b[^.;:]{{0,80}}\b(?:differe|reporte|subordonne|conditionne|suspendu)e?s?\b|\b{_UPON}"
    r"|\b(?:est|sera|sont|seront) (?:d'application(?: immediate)?|effecti(?:f|ve)s?|executoires?|opposables?)(?: qu'| que)? ?(?:(?:a|qu'a) (?:compter|partir)|des|le \d|au \d|a la)\b",
    needs="d'effet d'application differe reporte subordonne conditionne suspen reserve effecti executoire oppos".split(),
)


class Force(Struct, frozen=True):
    """A day (ISO), or an event, then perhaps the day or the first of the month after it, not before a day; nothing: the act's own date.

    `then` is what follows the event, as our sources write it; "" where its own day is meant.
    """

    day: str = ""
    event: str = ""
    then: str = ""
    not_before: str = ""


# What stands in all that `read_force` reads: to compile the rest takes long, and few sentences have it.
_MAY_BEGIN = regex(rf"{COMES}|{_CONCLUDED_FROM}|{_START}")
_ITS_NAME = regex(
    r"\bpresente?s?\b|\b(?:l'|cet )avenant\b(?! n)|\bces? (?:modifications?|dispositions|stipulations)\b|\beffets?\b|\bvigueur\b"
)
_FROM_A_DAY = rf"(?:(?:a compter|a partir) du|des le|du {A_DAY} (?:jusqu')?au|remont\w+ au) {A_DAY}"
_FROM_SOME_DAY = regex(_FROM_A_DAY, needs=("compter", "partir", "des le", " au ", "qu'au "))
_SOME_DAY = regex(rf"\b(?:{_FROM_A_DAY}|(?P<on>au|le|a la date du) {A_DAY})|: {A_DAY}")
_SOME_YEAR = regex(
    r"\b(?:annees?|exercices?|saisons?|campagnes?|rentrees?|titre)\b(?: \w+| l'\w+){0,3} (?:19|20)\d\d\b"
)
# Of the day « le » or « au »: that of what was done before, or of an end.
_OF_ANOTHER_DAY = regex(
    r"\b(?:signe|conclu|adopte|approuve|vote|delibere|autorise|pris(?!e d'effet| effet)|publie|transmis|recu|depose|notifie|etabli|fait|passe|reuni|modifie|initie|etendu|agree|ratifie|institue|cree)e?s?\b"
    r"|\b(?:fin|termes?|echeances?|expir\w+|jusqu|depuis|seance)\b"
)
_ITSELF = regex(r"\A\s*La convention\b", re.IGNORECASE)
_NUMBERED = regex(r"avenant\s+n\s?°\s?(\d+)", re.IGNORECASE)
_TO_IT = r"(?:\s+à la convention(?:\s+(?:constitutive|initiale|cadre))?)?"
_THIS_NUMBER = regex(rf"\b((?:présent|cet)\s+avenant)\s+n\s?°\s?\d+{_TO_IT}", re.IGNORECASE)


def read_force(sentence: str, before: str = "") -> Force | None:
    """The date at which a sentence says that its whole act is in force; None where that is not certain.

    « Il » is the act where `before`, the sentence before, says of the act alone that it is concluded without an end.
    """
    plain = plain_words(sentence)
    if not _MAY_BEGIN.search(plain):
        return None
    subject = rf"(?:{SUBJECT}|il|elle)" if _CONCLUDED_ALONE.match(plain_words(before)) else SUBJECT
    starting = rf"(?:{subject}{_CONCLUDED} (?:{COMES}|{_CONCLUDED_FROM})|{_START_IS})"
    if found := re.fullmatch(rf"{starting},? (?P<when>.+?){_LASTS}[ .;]*", plain):
        return _read(found["when"])
    if first := re.fullmatch(rf"(?P<when>[^,]+), {subject}{_CONCLUDED} {COMES}{_LASTS}[ .;]*", plain):
        return _read(first["when"])
    label = _LABEL.fullmatch(plain)
    return (_read(label["when"]) or _read(f"le {label['when']}")) if label else None


def read_force_but(sentence: str, before: str = "") -> Force | None:
    """The same of the act but for a part that the sentence leaves out (« à l’exception de l’article 2, qui … »)."""
    return read_force(_EXCEPT.sub("", plain_words(sentence)), before)


def tells_since_when(sentence: str, before: str = "") -> bool:
    """Whether a sentence says since when its whole act is in force, in words that the tables know, whatever the date."""
    tells = tells_force(sentence) or tells_otherwise(sentence) or _FROM_SOME_DAY.search(plain_words(sentence))
    return (bool(tells) and of_the_act(sentence, before)) or read_force_but(sentence, before) is not None


def may_tell_since_when(sentence: str) -> bool:
    """Whether a sentence names its act, or its effect, and a year or a day that is not the end, nor that of a signature or another act."""
    plain = plain_words(sentence)
    if _ITS_NAME.search(plain) is None:
        return False
    return _SOME_YEAR.search(plain) is not None or any(
        not found["on"] or not _OF_ANOTHER_DAY.search(plain, 0, found.start()) for found in _SOME_DAY.finditer(plain)
    )


def read_part(words: str) -> Force | None:
    """The date in the words behind a part of the act that enters into force (« , qui prend effet le … »); None where not certain."""
    plain = _LEFT.sub("", plain_words(words))
    found = re.fullmatch(rf"{BEHIND}{COMES}\b,? ?(?:qu')?(?P<when>.+?)[ .;]*", plain)
    return _read(found["when"]) if found else None


def as_present(sentence: str) -> str:
    """A sentence of a convention that calls itself « la convention », as it would say it of « la présente convention »."""
    return _ITSELF.sub("La présente convention", sentence)


def as_itself(sentence: str, title: str) -> str:
    """A sentence of « Avenant n° 2 » that calls itself by that number, as it would say it of « le présent avenant »."""
    if "°" not in sentence:
        return sentence
    plain, number = _THIS_NUMBER.sub(r"\1", sentence), _NUMBERED.search(title)
    if number is None:
        return plain
    own = rf"(?P<of>\bde\s+)?\bl['’]avenant\s+n\s?°\s?{number[1]}\b{_TO_IT}"
    return re.sub(own, lambda found: f"{'du' if found['of'] else 'le'} présent avenant", plain, flags=re.IGNORECASE)


def of_the_act(sentence: str, before: str = "") -> bool:
    """Whether a sentence says of a whole act that it is in force, whatever it says of when; `before` is what « il » may speak of."""
    plain = plain_words(sentence)
    if _OF_THE_ACT_STARTING.search(plain):
        return True
    return bool(_IT_STARTS.match(plain) and re.match(SUBJECT, plain_words(before)))


def tells_otherwise(sentence: str) -> bool:
    """Whether a sentence may say when something begins to hold in other words than those of its entry into force."""
    return _WAITS.search(plain_words(sentence)) is not None


def read_when(words: str) -> Force | None:
    """The date that a clause says (« à compter du 1er janvier 2025 »); None where that is not certain."""
    plain = plain_words(words).strip(" ,.;:")
    return Force() if re.fullmatch(_OWN, plain) else _read(plain)


def _read(words: str) -> Force | None:
    if fixed := re.fullmatch(_FIXED, words):
        day = iso(fixed)
        return Force(day=day) if day else None
    found = re.fullmatch(rf"(?P<event>.+?){_EARLIEST}", words)
    if not found:
        return None
    floor = ""
    if found["floor"]:
        dated = re.fullmatch(DAY, found["floor"])
        floor = iso(dated) if dated else ""
        if not floor:
            return None
    said = set(_events(found["event"].strip(" ,")))
    if len(said) != 1:
        return None
    event, then = said.pop()
    return Force(event=event, then=then, not_before=floor)


def _events(words: str) -> Iterator[tuple[str, str]]:
    """The events that words may name, and what follows them there, as our sources write it, where their own day is not meant."""
    if re.fullmatch(_BINDING, words):
        yield "caractère-exécutoire", ""
    if dated := re.fullmatch(_DATED, words):
        yield dated["dated"], ""
    for name, pattern in _EVENTS:
        for then, since in _SINCES.items():
            if re.fullmatch(rf"{since} {pattern}", words):
                yield name, then


def iso(found: re.Match[str]) -> str:
    """The day (ISO) of a match of `DAY`; "" where no year has it."""
    try:
        return datetime.date(int(found["y"]), month_of(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return ""


def plain_words(words: str) -> str:
    """Words without case and accents, « 01/02/2025 » in full, « à dater du » as « à compter du », « du » before an event as « de la »."""
    plain = _SPACE.sub(" ", folded(words)).strip().replace("a dater d", "a compter d")
    plain = re.sub(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b", _worded, plain)
    plain = re.sub(r"\b(a compter|a partir|lendemain) du (?=depot)", r"\1 de le ", plain)
    return (
        re.sub(r"\bau (?=depot)", "a le ", plain)
        .replace("de le depot", "de l'depot")
        .replace("a le depot", "a l'depot")
    )


def _worded(found: re.Match[str]) -> str:
    month = int(found[2])
    return f"{int(found[1])} {without_accents(MONTHS[month - 1])} {found[3]}" if 0 < month <= len(MONTHS) else found[0]


def as_source(force: Force, act: str) -> str:
    """A date as the sources write it; an event bears the name of its act, since each act has its own."""
    if force.day:
        return force.day
    own = {"signature", "dernière-signature", "caractère-exécutoire"}
    if force.event in own and not force.then and not force.not_before:
        return force.event
    event = force.event if force.event in own else f"{force.event}-{act}"
    parts = [f"événement: {event}"]
    if force.then:
        parts.append(f"puis: {force.then}")
    if force.not_before:
        parts.append(f"au-plus-tôt: {force.not_before}")
    return "{" + ", ".join(parts) + "}"
