"""Who signs an act, for which member; when it was signed; when it enters into force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.author.intake.form import Block, Paragraph
from clausier.author.intake.formalities import SIGNS_FOR, is_formality
from clausier.author.intake.questions import AS_READ, Choice, Question
from clausier.french.asides import tells_force
from clausier.french.days import MONTH, days_in, month_of
from clausier.french.force import (
    as_itself,
    as_source,
    may_tell_since_when,
    read_force,
    read_force_but,
    read_when,
    tells_since_when,
)
from clausier.french.members import named
from clausier.text.accents import without_accents

_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
# « 12-02-2024 », « 12 / 02 / 2024 », « 2024-02-12 »
_FIGURES = re.compile(
    r"(?<![\w-])(?:(?P<d>\d{1,2})\s?[-/.]\s?(?P<m>\d{1,2})\s?[-/.]\s?(?P<y>(?:19|20)\d\d)"
    r"|(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d))(?![\w-])"
)
# A day that is no blank, and that no calendar has: « 12 fév. 2024 », « 31 février 2024 ».
_UNREAD_DAY = re.compile(rf"\d(?:er)?[\s/.-]*(?:(?:{MONTH}|[a-zéû]{{3,4}}\.)[\s/.-]*)?(?:19|20)\d\d\b", re.IGNORECASE)
# What may follow a name without a comma: « Madame Une dûment habilitée », « Monsieur Deux en vertu de la délibération … ».
_BEHIND = r"(?:en\s+(?:vertu|exécution|application)|agissant|dûment|habilitée?|autorisée?|ayant|ci-après)"
_REPRESENTED = re.compile(
    r"^(?P<party>.+?),?\s+(?:(?:dûment|ci-après)\s+)?représentée?s?\s+(?:par\s+)?"
    r"(?:(?:son|sa|leur|l[ea]\s|l['’])\s*(?P<office>[^,;«]{3,80}?),?\s+)?"
    rf"(?P<person>(?:Madame|Monsieur|Mme|M\.)\s+[^,;]+?)(?:,\s*(?P<quality>[^,;(–—]+?))?\s*(?P<rest>(?:[,(–—]|\b{_BEHIND}\b).*)?[;.,]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
# « La commune du Nord, représentée par son maire, dûment habilité »: nobody is named.
_OFFICE = re.compile(
    r"^(?P<party>.+?),?\s+représentée?s?\s+par\s+(?:son|sa|leur)\s+(?P<office>[A-Za-zÀ-ÿ][a-zà-ÿ’' -]{2,60}?)"
    rf"(?:,?\s*{_BEHIND}\b.*)?\s*[;.,]?\s*$",
    re.DOTALL,
)
_PERSON = re.compile(r"\b(?:Madame|Monsieur|Mme|M\.)[ \u00a0]+[A-ZÀ-Ý][^,;:()\d\n]*")
_NO_NAME = re.compile(r"^\S+\s+l(?:[ea]\s|[’'])|\s(?:ou|et)\s", re.IGNORECASE)
_NAME = re.compile(r"^(?:Madame|Monsieur|Mme|M\.)\s+")
_NEW = "une opération « adhésion » ou « fusion », puis le signataire"
_BETWEEN = re.compile(r"\b(?:représenté|représentée)s?\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\breprésentée?s\b", re.IGNORECASE)
# « … d’une part, et … d’autre part », each side of which may stand on one line.
_SIDES = re.compile(r"\s*[,;]?\s*\bd['’](?:une|autre)\s+part\b\s*[,;:.]?\s*(?:et\b[\s:]*)?|;\s+", re.IGNORECASE)
# « …, représentée par Madame Une, maire, et la commune du Sud, représentée par … »
_NEXT = re.compile(r",?\s+et\s+(?=(?:l[ea]\s|l['’])[^,;]{3,80},?\s+représentée?\s)", re.IGNORECASE)
_AGREED = re.compile(
    r",?\s*\bil (?:est|a été) (?:\w+ et )?(?:convenu|arrêté|exposé|décidé|conclu)\b.*", re.IGNORECASE | re.DOTALL
)
# « les communes de Lanta et de Caraman, représentées par leurs maires »
_EACH = re.compile(
    r"\W*(?:entre\s+)?les\s+(?P<kind>\w+)s\s+(?P<names>d(?:[eu]\s|es\s|['’]).+?),?\s+représentée?s\s+par\s+leurs\s+(?P<office>\w+)s\W*",
    re.IGNORECASE,
)
_RANK = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-z])\s?[.)°]\s*[–—-]?\s*")
_QUOTED = re.compile(r"«[^»]*»")
_TITLE_OF_FORCE = re.compile(
    r"\W*(?:\w{1,4}[.)°]?\s*[–—-]?\s*)?(?:dates?\s+d['’])?(?:entrée\s+en\s+vigueur|prise\s+d['’]effet|effet)"
    r"(?:\s+(?:du\s+présent|de\s+l['’])\s*(?:avenant|accord|acte))?\W*",
    re.IGNORECASE,
)
# « La Ville adhère à compter de l’entrée en vigueur du présent avenant »: when that is stands elsewhere.
_UPON_ITS_FORCE = re.compile(
    r"\b(?:à compter|à partir|à la date|dès)\s+(?:de\s+)?(?:la\s+date\s+d['’]|l['’])?entrée\s+en\s+vigueur"
    r"\s+(?:du\s+présent\s+(?:avenant|accord|acte)|de\s+l['’]avenant|des\s+présentes)\b",
    re.IGNORECASE,
)
_PRESUMED = "{présumée: signature, motif: aucune clause d’entrée en vigueur}"


class Signatory(Struct, frozen=True, kw_only=True):
    """Who signs, for which member, by its id; `person` is "" where only the office is said."""

    party: str
    person: str
    quality: str


def signed(closing: tuple[Block, ...]) -> tuple[str, str, tuple[Question, ...]]:
    """The value of `signature` ("" where none is certain), what to note beside it, and what to ask."""
    lines = [b.text for b in closing if isinstance(b, Paragraph)]
    first = lines[0] if lines else ""
    words = _FIGURES.sub(_slashed, " ".join(line for line in lines if not is_formality(line)))
    days = set(days_in(words))
    if len(days) == 1:
        return days.pop().isoformat(), "", ()
    if len(days) > 1:
        every = sorted(d.isoformat() for d in days)
        interval = f"{{pas-avant: {every[0]}, pas-après: {every[-1]}, motif: chaque membre a signé à son jour}}"
        listed = tuple(f"signature: {value}" for value in (*every, interval))
        return "", "", (_of_lines(words, "plusieurs jours de signature", listed),)
    if _UNREAD_DAY.search(words):
        return "", "", (Question(sentence=first, why="le jour de la signature n’est pas certain"),)
    months = {(m["year"], month_of(m["month"])) for m in _MONTH_YEAR.finditer(words)}
    if len(months) == 1:
        year, month = months.pop()
        return f"{year}-{month:02}", f"jour laissé en blanc : « {first} »", ()
    years = set(_YEAR.findall(words))
    if len(years) == 1 and not months:
        return years.pop(), f"jour et mois laissés en blanc : « {first} »", ()
    return "", "", (Question(sentence=first or "Fait à …", why="le jour de la signature n’est pas dans l’acte"),)


def _slashed(found: re.Match[str]) -> str:
    day, month, year = found.group("d", "m", "y") if found["d"] else found.group("day", "month", "year")
    return f"{day}/{month}/{year}"


def signatories(
    opening: Iterable[Block], parties: dict[str, str]
) -> tuple[tuple[Signatory, ...], tuple[Question, ...]]:
    """Who signs for which member of `parties` (id → name), and the lines of which that is not certain."""
    found: list[Signatory] = []
    questions: list[Question] = []
    for line in (one for block in opening if isinstance(block, Paragraph) for one in _presenting(block.text)):
        if each := tuple(_each(line, parties)):
            found += each
            continue
        presented = len(_BETWEEN.findall(_QUOTED.sub("", line)))
        if not presented:
            continue
        said = (_REPRESENTED.match(line.strip()) or _OFFICE.match(line.strip())) if presented == 1 else None
        called = set(map(_bare, _names(said))) if said else set()
        known = [i for i, name in parties.items() if _bare(name) in called]
        if said and len(known) == 1 and (one := signatory(line, known[0])):
            found += one
        elif said and len(known) != 1:
            close = tuple(_close(said["party"], parties))
            question = _of_lines(line, "cette partie n’est pas un membre connu", close)
            questions.append(replace(question, readings=(*close, _NEW)))
        else:
            close = (*_close(line, parties), _NEW)
            questions.append(Question(sentence=line, why="qui signe, et pour qui, n’est pas certain", readings=close))
    return tuple(found), tuple(questions)


def _presenting(words: str) -> Iterator[str]:
    """The lines of a paragraph, each of which may present one party."""
    yield from (one for side in _SIDES.split(_AGREED.sub("", words)) for one in _NEXT.split(side))


def _each(line: str, parties: dict[str, str]) -> Iterator[Signatory]:
    """Who signs for members that a line presents together, by the one office of all; none where it names another than a member."""
    said = _EACH.fullmatch(line)
    names = [f"{said['kind']} {name}" for name in re.split(r",\s+|\s+et\s+", said["names"])] if said else []
    known = [next((i for i, name in parties.items() if _bare(name) == _bare(one)), "") for one in names]
    if said and all(known):
        yield from (Signatory(party=one, person="", quality=said["office"]) for one in known)


def _names(said: re.Match[str]) -> Iterator[str]:
    """What may be the name of the party that a line presents: « 1. L’Agence, établissement public, représentée par … »."""
    party = _RANK.sub("", said["party"])
    yield from (said["party"], party)
    if not _SEVERAL.search(said.group()):
        yield re.split(r"\s*[,(]", party, maxsplit=1)[0]


def signatory(line: str, party: str) -> tuple[Signatory, ...]:
    """The one who signs for that member, by the line that presents both; none where the line is read otherwise."""
    if unnamed := _OFFICE.match(line.strip()):
        return (Signatory(party=party, person="", quality=unnamed["office"].strip()),)
    said = _REPRESENTED.match(line.strip())
    # « M. le Maire, Jean Un »; « Madame Une ou son représentant »; « Madame Une, maire, et par M. Deux »
    if not said or _NO_NAME.search(said["person"]) or _PERSON.search(said["rest"] or ""):
        return ()
    quality = (said["office"] or said["quality"] or "").strip().rstrip(" .;,\u00a0")
    return (Signatory(party=party, person=said["person"].strip(), quality=quality),)


def signers_below(
    closing: Iterable[Block], parties: Mapping[str, str], above: tuple[Signatory, ...]
) -> tuple[tuple[Signatory, ...], tuple[Question, ...]]:
    """Those who sign below for a member that the opening does not present, and where both name others, what to ask."""
    found: list[Signatory] = []
    questions: list[Question] = []
    for lines in _blocks_below(closing):
        members = tuple(named(lines[0], parties))
        persons = {one.group().strip() for line in lines for one in _PERSON.finditer(line)}
        if len(members) != 1 or len(persons) != 1:
            continue
        person = persons.pop()
        presented = [one for one in above if one.party == members[0] and one.person]
        if not presented:
            found.append(Signatory(party=members[0], person=person, quality=_quality(lines, person)))
        elif all(_bare(_NAME.sub("", one.person)) != _bare(_NAME.sub("", person)) for one in presented):
            why = f"l’ouverture présente {presented[0].person}"
            questions.append(Question(sentence=" ".join(lines), why=why, choices=(AS_READ,)))
    return tuple(found), tuple(questions)


def _blocks_below(closing: Iterable[Block]) -> Iterator[list[str]]:
    """The lines of each signature: « Pour la commune … » and what follows, up to the next."""
    block: list[str] = []
    for one in closing:
        text = one.text if isinstance(one, Paragraph) else ""
        if SIGNS_FOR.match(text):
            if block:
                yield block
            block = [text]
        elif block:
            block.append(text)
    if block:
        yield block


def _quality(lines: list[str], person: str) -> str:
    """At what title a person signs: the line of its own that says so, or what follows the name."""
    for line in lines[1:]:
        if (
            re.match(r"(?:l[ea]|l[’'])\s*[^\W\d]", line, re.IGNORECASE)
            and person not in line
            and not any(days_in(line))
        ):
            return line.strip(" ,.;\u00a0")
    behind = [line.partition(person)[2] for line in lines if person in line]
    found = re.match(r",\s*([^,;.\d]+)", behind[0]) if behind else None
    return found[1].strip() if found else ""


def _of_lines(sentence: str, why: str, lines: tuple[str, ...]) -> Question:
    """A question whose answers are lines of `avenant.yml`."""
    return Question(
        sentence=sentence, why=why, readings=lines, choices=tuple(Choice(words=line, line=line) for line in lines)
    )


def _close(name: str, parties: dict[str, str]) -> Iterator[str]:
    from difflib import get_close_matches

    by_name = {_bare(n): i for i, n in parties.items()}
    for near in get_close_matches(_bare(name), list(by_name), n=2, cutoff=0.75):
        yield f"partie: {by_name[near]}"


def _bare(name: str) -> str:
    """A name as it is compared: without its article, accents, case, hyphens and spaces."""
    bare = without_accents(name.lower().replace("’", "'"))
    bare = re.sub(r"^\s*(?:(?:entre(?:\s+les\s+soussignee?s)?|et)\s*:?\s*)?(?:l'|la\s+|le\s+|les\s+)", "", bare)
    return re.sub(r"[^a-z0-9]+", "", bare)


def since(when: str, act: str) -> str | None:
    """The date that a clause of time beside an order gives it, as YAML; "" where it is the act's own, None: not certain."""
    if not when:
        return ""
    force = read_when(when)
    if force is None:
        return None
    return as_source(force, act) if force.day or force.event else ""


def in_force(sentences: Iterable[str], around: Iterable[str], act: str, title: str) -> tuple[str, tuple[Question, ...]]:
    """The value of `en-vigueur` as YAML, "" where it is not certain, and what to ask; presumed where no sentence tells.

    `around` is what stands outside of the articles' sentences, where a day may be told too.
    """
    sentences = tuple(sentences)
    telling = [
        (s, as_itself(s, title), as_itself(before, title))
        for before, s in pairwise(("", *sentences))
        if _tells(as_itself(s, title), as_itself(before, title))
    ]
    if not telling:
        called = {s: _QUOTED.sub("", as_itself(s, title)) for s in (*around, *sentences)}
        loose = [s for s, own in called.items() if may_tell_since_when(own) or tells_since_when(own)]
        why = "cette phrase dit peut-être quand l’acte entre en vigueur"
        asked = tuple(_of_lines(s, why, (*_told_days(s), f"en-vigueur: {_PRESUMED}")) for s in loose)
        return ("" if asked else _PRESUMED), _dated_by_hand(asked)
    values = {force and as_source(force, act) for force in (read_force(s, before) for _, s, before in telling)}
    if len(values) == 1 and (value := values.pop()):
        return value, ()
    values |= {force and as_source(force, act) for force in (read_force_but(s, before) for _, s, before in telling)}
    read = [f"en-vigueur: {value}" for value in sorted(v for v in values if v)]
    why = "l’entrée en vigueur n’est pas certaine"
    if read:
        why += "\u00a0; une date qui ne vaut que pour une partie de l’acte s’écrit sur ses opérations"
    else:
        read = [line for s, _, _ in telling for line in _told_days(s)]
    others = ("signature", "dernière-signature", "caractère-exécutoire", f"{{événement: notification-{act}}}")
    lines = tuple(dict.fromkeys((*read, *(f"en-vigueur: {other}" for other in others))))
    return "", _dated_by_hand(_of_lines(s, why, lines) for s, _, _ in telling)


def _tells(sentence: str, before: str) -> bool:
    """Whether a sentence of the act says since when it, or a part of it, is in force.

    What stands between guillemets is of the convention: « L’article 9 « Entrée en vigueur » est supprimé ».
    """
    own = _QUOTED.sub("", sentence)
    if tells_since_when(own, before):
        return True
    return tells_force(_UPON_ITS_FORCE.sub("", own)) and not _TITLE_OF_FORCE.fullmatch(sentence)


def _told_days(sentence: str) -> Iterator[str]:
    for day in dict.fromkeys(days_in(_QUOTED.sub("", sentence))):
        yield f"en-vigueur: {day.isoformat()}"


def _dated_by_hand(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(replace(one, readings=(*one.readings, "en-vigueur: AAAA-MM-JJ")) for one in questions)
