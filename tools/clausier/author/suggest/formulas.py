"""Turns of French phrase that state rules: what a sentence says of a vote, a quorum, a rhythm, of who must, may or must not.

Each is recognised where the whole of it is plain; of anything else nothing is said. What the words leave open (a majority
of whom?) is left open in the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.author.suggest import plain
from clausier.author.suggest.suggested import Suggested, figure, reads
from clausier.rules.captures import read
from clausier.rules.values import CaptureType, Relative
from clausier.rules.vocabulary import CAPTURE_TYPES
from clausier.text.accents import as_id
from clausier.text.typography import fold
from clausier.text.words import uncapitalised

_BODIES = r"(?:comité|assemblée|conseil|bureau|commission|conférence)"
_BODY = re.compile(
    rf"\b(?:l[ae]s?\s+|l['’])?(?P<body>{_BODIES}\b[^,;:.()«»]*?)(?=\s+(?:se\s|ne\s|est\b|sont\b|délibèr|statu|prend|vot|décid|adopt|arrêt|approuv|élit|émet|fixe|peu[tv]|doi[tv]))",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"\b(?P<body>{_BODIES}\b[^,;:.()«»–]*)", re.IGNORECASE)
_MEETS = re.compile(
    r"\bse\s+réuni(?:t|ssent|ra|ront)(?:,[^,;.]{1,60},)?\s+(?:en\s+séance\s+ordinaire\s+)?", re.IGNORECASE
)
_MAJORITY = re.compile(
    r"à\s+la\s+majorité\s+(?:qualifiée\s+)?(?:des\s+(?=deux|trois)|de\s+|d['’]|du\s+)", re.IGNORECASE
)
_RELATIVE = re.compile(r"à\s+(?:la\s+(?=majorité\s+(?:simple|absolue|relative))|l['’](?=unanimité))", re.IGNORECASE)
# What is decided: the subject of the sentence, or nothing in particular where it is « les décisions », or the body itself.
_VOTED = r"(?:décidée?s?|adoptée?s?|approuvée?s?|prononcée?s?|votée?s?|prises?|autorisée?s?|acquises?|arrêtée?s?|rendue?s?|émis(?:es)?)"
_BEGINS = r"\A\W*(?:[IVX]+\W+)?"
_ON = re.compile(
    rf"{_BEGINS}(?:toutes\s+)?(?:l[ae]s?\s+|l['’]|ses\s+|leurs\s+)(?P<matter>[^,;:.()«»]+?)\s+"
    rf"(?:(?:est|sont|sera|seront)|(?:peu|doi|pourr|devr)\w+\s+être)\s+{_VOTED}\b(?P<how>[^;:.]*)\Z",
    re.IGNORECASE,
)
_ANYTHING = re.compile(
    rf"(?:décisions?|délibérations?|résolutions?|avis|votes?)(?:\s+(?:du|de\s+la|de\s+l['’])\s*{_BODIES}"
    r"(?:[\s'’](?!relati|concern|port|touch|en\s)\w+){0,3})?",
    re.IGNORECASE,
)
_RULES_ITSELF = re.compile(
    rf"{_BEGINS}(?:(?:l[ae]\s+|l['’])?{_BODIES}\b(?:\s+(?!pe?[ua]\w+\b|doi|sur\b)[\w’'-]+){{0,5}}?|il|elle)\s+"
    r"(?:statue|délibère|décide|vote|se\s+prononce)(?:ra)?(?:\s+valablement)?\s*\Z",
    re.IGNORECASE,
)
_BY = re.compile(rf"\A\s+par\s+(?:l[ae]\s+|l['’])(?P<body>{_BODIES}\b[^,;:.]*?)\s*\Z", re.IGNORECASE)
_IN_A_MATTER = re.compile(r"\b(?:pour|sur|en\s+(?:cas|matière)|lors|lorsqu\w*)\b", re.IGNORECASE)
_SHARES: tuple[CaptureType, ...] = ("percentage", "fraction")
_MAJORITIES: tuple[tuple[re.Pattern[str], tuple[CaptureType, ...]], ...] = (
    (_MAJORITY, _SHARES),
    (_RELATIVE, ("fraction",)),
)
_FRENCH = {english: french for french, english in CAPTURE_TYPES.items()}
_OF_WHOM = (
    (re.compile(r"\s+des\s+(?:suffrages|voix|votes)\s+exprimée?s", re.IGNORECASE), "exprimés"),
    (re.compile(r"\s+(?:des\s+voix\s+)?des\s+(?:membres\s+)?présents\s+(?:ou|et)\s+représentés", re.IGNORECASE), "présents-ou-représentés"),
    (re.compile(r"\s+(?:des\s+voix\s+)?des\s+(?:membres\s+)?présents\b(?!\s+(?:ou|et)\s+représentés)", re.IGNORECASE), "présents"),
    (re.compile(r"\s+(?:des\s+voix\s+)?de\s+(?:tous\s+les|l['’]ensemble\s+des|ses)\s+membres", re.IGNORECASE), "ensemble"),
)  # fmt: skip
_VOTES = re.compile(r"\s+des\s+voix(?!\s+(?:d|exprim))", re.IGNORECASE)
_READINGS = "{ensemble: de tous les membres, présents: des présents, exprimés: des suffrages exprimés}"
_SIMPLE = "{majorité relative: plus de voix pour que contre, plus de la moitié: plus de la moitié d’entre elles}"
_VALID = re.compile(
    r"\b(?:quorum|(?:délibère|siège|statue|se\s+réuni\w+)\s+valablement|valablement\s+délibérer)\b", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\s+(?:au\s+moins\s+)?(?:de\s+(?:ses|leurs)|des)\s+membres\s+(?:sont|est)\s+présente?s?(?P<too>\s+ou\s+représentée?s?)?",
    re.IGNORECASE,
)
_WHO = r"(?P<who>(?:l[ae]s?\s+|l['’]|chaque\s+|chacun\s+des\s+)[^,;:.()«»]{2,80}?)"
_MUST = r"(?:doi(?:t|vent)|devr(?:a|ont)|(?:est|sont)\s+(?:notamment\s+)?(?:tenue?s?|chargée?s?)\s+d(?:e\b|['’])|s['’]engage(?:nt)?\s+à)"
_DUTY = re.compile(rf"{_WHO}\s+{_MUST}\s*(?P<what>[^;:]+?)\s*[.;]?\Z", re.IGNORECASE)
_LEADS = re.compile(rf"{_WHO}\s+{_MUST}(?:\s+notamment)?\s*:\s*\Z", re.IGNORECASE)
_MAY_NOT = re.compile(
    rf"{_WHO}\s+ne\s+(?:peu(?:t|vent)|pourr(?:a|ont))(?:\s+(?:pas|en\s+aucun\s+cas))?\s+(?P<what>(?!\w+\s+que\b)[^;:]+?)\s*[.;]?\Z",
    re.IGNORECASE,
)
_MAY = re.compile(rf"{_WHO}\s+(?:peu(?:t|vent)|pourr(?:a|ont))\s+(?P<what>[^;:]+?)\s*[.;]?\Z", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:que|qu['’]|sauf|à moins|si)\b", re.IGNORECASE)
_MEMBERS = re.compile(
    r"(?:chaque|chacun des|les)\s+(?:membres?|parties)(?:\s+du\s+groupement(?:\s+de\s+commandes)?)?\Z", re.IGNORECASE
)
_INFINITIVE = re.compile(r"(?:se\s+|s['’])?(?!être\b)\w+(?:er|ir|oir|dre|tre|vre|ire|clure|pre)\b", re.IGNORECASE)


def rules_of(sentence: str, body: str) -> Iterator[Suggested]:
    """The rules that a sentence seems to state; `body` is the id of the body that the article is about, "" where none is."""
    body = body_of(sentence) or body
    for formula in (_rhythm, _majority, _quorum, _conduct):
        if found := formula(sentence, body):
            yield found
    yield from plain.rules_of(sentence, body)


def body_of(words: str) -> str:
    """The id of the body that words name (« Le comité de suivi se réunit »); "" where they name none."""
    found = _BODY.search(words)
    return as_id(found["body"]) if found else ""


def headed_by(heading: str) -> str:
    """The id of the body that a heading names (« Comité de suivi – composition »); "" where it names none."""
    found = _HEADED.search(heading)
    return as_id(found["body"]) if found else ""


def bearer_of_items(sentence: str) -> str | None:
    """Who must do what each item of a list below says (« Le coordonnateur est chargé de : »); None where it is no such line."""
    found = _LEADS.fullmatch(sentence)
    return _bearer(found["who"]) if found else None


def duty_of_item(words: str, bearer: str) -> Suggested | None:
    """The duty that an item of such a list states, by an infinitive; None where it has none."""
    bare = words.rstrip(" ;,.\u00a0")
    what = re.sub(r"\A(?:de\s+|d['’])", "", bare, flags=re.IGNORECASE)
    return _act("obligation", bearer, what, bare) if _INFINITIVE.match(what) else None


def _rhythm(sentence: str, body: str) -> Suggested | None:
    meets = _MEETS.search(sentence)
    end = figure("frequency", sentence, meets.end()) if meets else None
    if meets is None or end is None or not body:
        return None
    quoted = sentence[meets.start() : meets.end()] + "{rythme:périodicité}"
    return Suggested(kind="périodicité", keys=(("citation", quoted), ("instance", body)), named=f"{body}-reunions")


def _majority(sentence: str, body: str) -> Suggested | None:
    for formula, kinds in _MAJORITIES:
        for begun in formula.finditer(sentence):
            for kind in kinds:
                if end := figure(kind, sentence, begun.end()):
                    decided = _decided(sentence[: begun.start()], body)
                    return _vote(sentence, begun, kind, end, decided) if decided else None
    return None


def _decided(words: str, body: str) -> tuple[str, str] | None:
    """The id of the body that decides, and of what (each "" where nothing is said), by the words before the majority; None: not plain.

    A majority of whose matter nothing is said would count for every vote of the body.
    """
    if _RULES_ITSELF.match(words):
        return body, ""
    said = _ON.match(words)
    if said is None:
        return None
    by = _BY.match(said["how"])
    matter = "" if _ANYTHING.fullmatch(said["matter"]) else as_id(said["matter"])
    return (as_id(by["body"]) if by else body), matter


def _vote(
    sentence: str, begun: re.Match[str], kind: CaptureType, end: int, decided: tuple[str, str]
) -> Suggested | None:
    relative = isinstance(read(kind, fold(sentence[begun.end() : end]).chars), Relative)
    body, matter = decided
    quoted = begun.group() + f"{{seuil:{_FRENCH[kind]}}}"
    keys: list[tuple[str, str]] = []
    for formula, base in _OF_WHOM:
        if of_whom := formula.match(sentence, end):
            quoted += of_whom.group()
            if relative and base != "exprimés":
                if "simple" not in begun.group() + sentence[begun.end() : end]:
                    return None
                # More for than against, or more than half of those present? The words are said of both.
                quoted = begun.group() + sentence[begun.end() : end] + of_whom.group()
                keys = [("assiette", base), ("interprétations", f"{{seuil: {_SIMPLE}}}")]
                break
            keys = [] if relative else [("assiette", base)]
            break
    else:
        if votes := _VOTES.match(sentence, end):
            quoted += votes.group()
        keys = [] if relative else [("interprétations", f"{{assiette: {_READINGS}}}")]
    of_what = [(key, value) for key, value in (("instance", body), ("objet", matter)) if value]
    named = f"{matter or body}-majorite".strip("-")
    return Suggested(kind="majorité", keys=(("citation", quoted), *of_what, *keys), named=named)


def _quorum(sentence: str, body: str) -> Suggested | None:
    if not _VALID.search(sentence):
        return None
    for present in _PRESENT.finditer(sentence):
        if _IN_A_MATTER.search(sentence[: present.start()]):
            return None
        for kind in _SHARES:
            starts = (m.start() for m in re.finditer(r"(?<!\w)\w", sentence[: present.start()]))
            if any(reads(kind, sentence[start : present.start()]) for start in starts):
                quoted = f"{{seuil:{_FRENCH[kind]}}}{present.group()}"
                keys = [("citation", quoted), *([("instance", body)] if body else [])]
                keys += [("pouvoirs", "comptés")] if present["too"] else []
                return Suggested(kind="quorum", keys=tuple(keys), named=f"{body}-quorum".strip("-"))
    return None


def _conduct(sentence: str, _: str) -> Suggested | None:
    formulas: tuple[tuple[str, re.Pattern[str]], ...] = (
        ("obligation", _DUTY),
        ("interdiction", _MAY_NOT),
        ("permission", _MAY),
    )
    for kind, formula in formulas:
        found = formula.fullmatch(sentence)
        if found is None:
            continue
        if not _INFINITIVE.match(found["what"]) or (kind != "obligation" and _ONLY.search(found["what"])):
            return None  # of « être confié à », who bears it is not the subject; « ne peut … que », « sauf » say more than that
        return _act(kind, _bearer(found["who"]), found["what"], sentence.rstrip(" .;\u00a0"))
    return None


def _act(kind: str, bearer: str, what: str, words: str) -> Suggested:
    action = uncapitalised(" ".join(what.split()))
    keys = (("citation", words), ("débiteur", bearer), ("action", action))
    return Suggested(kind=kind, keys=keys, named="-".join([bearer, *as_id(action).split("-")[:3]]))


def _bearer(who: str) -> str:
    if _MEMBERS.match(who.strip()):
        return "membres"
    return as_id(re.sub(r"\A(?:l[ae]s?\s+|l['’]|chaque\s+|chacun\s+des\s+)", "", who.strip(), flags=re.IGNORECASE))
