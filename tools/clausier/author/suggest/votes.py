"""Majorities and quorums: how many votes adopt what, how many seats must be there.

What the words leave open (a majority of whom?) is left open in the rule; what goes on behind them is not passed over.
"""

from __future__ import annotations

import re

from clausier.author.suggest.spoken import BODIES, headed_by, in_full
from clausier.author.suggest.suggested import Suggested, figure, reads
from clausier.rules.captures import read
from clausier.rules.values import CaptureType, Relative
from clausier.rules.vocabulary import CAPTURE_TYPES
from clausier.text.accents import as_id
from clausier.text.typography import fold

_MAJORITY = re.compile(
    r"à\s+la\s+majorité\s+(?:qualifiée\s+)?(?:des\s+(?=deux|trois)|de\s+|d['’]|du\s+)", re.IGNORECASE
)
_RELATIVE = re.compile(r"à\s+(?:la\s+(?=majorité\s+(?:simple|absolue|relative))|l['’](?=unanimité))", re.IGNORECASE)
# What is decided: the subject of the sentence, or nothing in particular where it is « les décisions », or the body itself.
_VOTED = r"(?:décidée?s?|adoptée?s?|approuvée?s?|prononcée?s?|votée?s?|prises?|autorisée?s?|acquises?|arrêtée?s?|rendue?s?|émis(?:es)?)"
_BEGINS = r"\A\W*(?:[IVX]+\W+)?(?:(?:toutefois|cependant|néanmoins|par\s+(?:dérogation|exception)),\s+)?"
_ON = re.compile(
    rf"{_BEGINS}(?:toutes\s+)?(?:l[ae]s?\s+|l['’]|ses\s+|leurs\s+)(?P<matter>[^,;:.()«»]+?)\s+"
    rf"(?:(?:est|sont|sera|seront)|(?:peu|doi|pourr|devr)\w+\s+être)\s+{_VOTED}\b(?P<how>[^;:.]*)\Z",
    re.IGNORECASE,
)
_ANYTHING = re.compile(
    rf"(?:décisions?|délibérations?|résolutions?|propositions?|avis|votes?)(?:\s+(?:du|de\s+la|de\s+l['’])\s*{BODIES}"
    r"(?:[\s'’](?!relati|concern|port|touch|en\s)\w+){0,3})?",
    re.IGNORECASE,
)
_RULES_ITSELF = re.compile(
    rf"{_BEGINS}(?:(?:l[ae]\s+|l['’])?{BODIES}\b(?:\s+(?!pe?[ua]\w+\b|doi|sur\b)[\w’'-]+){{0,5}}?|il|elle)\s+"
    r"(?:statue|délibère|décide|vote|se\s+prononce)(?:ra)?(?:\s+valablement)?\s*\Z",
    re.IGNORECASE,
)
_BY = re.compile(rf"\A\s+par\s+(?:l[ae]\s+|l['’])(?P<body>{BODIES}\b[^,;:.]*?)\s*\Z", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:majorité|unanimité)\b", re.IGNORECASE)
_IN_A_MATTER = re.compile(r"\b(?:pour|sur|en\s+(?:cas|matière)|lors|lorsqu\w*)\b", re.IGNORECASE)
_BARE = re.compile(r"à\s+la\s+majorité(?=\s+(?:des?|de\s+l['’])\b)", re.IGNORECASE)
_SHARES: tuple[CaptureType, ...] = ("percentage", "fraction")
_MAJORITIES: tuple[tuple[re.Pattern[str], tuple[CaptureType, ...]], ...] = (
    (_MAJORITY, _SHARES),
    (_RELATIVE, ("fraction",)),
    (_BARE, ()),
)
_FRENCH = {english: french for french, english in CAPTURE_TYPES.items()}
_PEOPLE = r"(?:membres|associés|copropriétaires|adhérents|délégués|administrateurs|représentants|titulaires)(?:\s+du\s+groupement)?\s+"
_OF_WHOM = (
    (re.compile(r"\s+des\s+(?:suffrages|voix|votes)\s+exprimée?s", re.IGNORECASE), "exprimés"),
    (re.compile(rf"\s+(?:des\s+voix\s+)?des\s+(?:{_PEOPLE})?présents\s+(?:ou|et)\s+représentés", re.IGNORECASE), "présents-ou-représentés"),
    (re.compile(rf"\s+(?:des\s+voix\s+)?des\s+(?:{_PEOPLE})?présents\b(?!\s+(?:ou|et)\s+représentés)", re.IGNORECASE), "présents"),
    (re.compile(r"\s+(?:des\s+voix\s+)?(?:de\s+(?:tous\s+les|l['’]ensemble\s+des|ses)\s+(?:membres|copropriétaires|associés)|des\s+membres\s+qui\s+(?:(?:le|la)\s+composent|composent\s+(?:l[ae]\s+|l['’])(?:comité|assemblée|conseil|commission)(?:\s+\w+){0,3}))", re.IGNORECASE), "ensemble"),
)  # fmt: skip
# What may follow: the end of the clause, or what a check asks about (« , sauf … »), never more words on whose votes count.
_ENDS = re.compile(
    r"\s*(?:[.;]|\Z|,\s+(?:sauf|excepté|hormis|à\s+(?:l['’]exception|l['’]exclusion|moins)))", re.IGNORECASE
)
_VOTES = re.compile(r"\s+des\s+voix(?!\s+(?:d|exprim))", re.IGNORECASE)
_READINGS = "{ensemble: de tous les membres, présents: des présents, exprimés: des suffrages exprimés}"
_SIMPLE = "{majorité relative: plus de voix pour que contre, plus de la moitié: plus de la moitié d’entre elles}"
# « lorsque », just before the figure, only begins the condition.
_BEGINS_IT = re.compile(
    r"\b(?:lorsque?|si|que)\s+(?:(?:la|le|les|au\s+moins|plus\s+de)\s+|l['’])*\w+(?:\s+\w+)?\s*\Z", re.IGNORECASE
)
_VALID = re.compile(
    r"\b(?:quorum|(?:délibère|siège|statue|se\s+réuni\w+)\s+valablement|valablement\s+délibérer|ne\s+peut\s+délibérer\s+que\s+si)\b",
    re.IGNORECASE,
)
_NOUNS = r"(?:membres|associés|adhérents|délégués|administrateurs|représentants|titulaires)"
_PRESENT = re.compile(
    rf"\s+(?:au\s+moins\s+)?(?:de\s+(?:ses|leurs)|des)\s+{_NOUNS}(?:\s+en\s+exercice|\s+ayant\s+voix\s+délibérative)?\s+(?:sont|est)\s+présente?s?(?P<too>\s+ou\s+représentée?s?)?",
    re.IGNORECASE,
)
_MOST_PRESENT = re.compile(
    rf"la\s+majorité\s+de\s+(?:ses|leurs)\s+{_NOUNS}(?:\s+en\s+exercice)?\s+(?:sont|est)\s+présente?s?(?P<too>\s+ou\s+représentée?s?)?",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\A\W*le\s+quorum\s+(?:requis\s+)?est(?:\s+fixé)?(?:\s*,[^,;:.]{3,40},)?\s+(?:à\s+|a(?=u\s)|d(?=u\s)|de\s+)(?:u\s+)?",
    re.IGNORECASE,
)
_SET_OF = re.compile(
    rf"\s+(?:au\s+moins\s+)?(?:de\s+ses|des)\s+{_NOUNS}(?:\s+en\s+exercice|\s+ayant\s+(?:voix\s+délibérative|droit\s+de\s+vote))?(?:\s+(?:du|de\s+la|de\s+l['’])\s*{BODIES}[^,;:.]*?)?(?:,?\s+présents(?P<too>\s+ou\s+représentés)?)?\s*[.;]?\Z",
    re.IGNORECASE,
)
_HOLDING = re.compile(
    r"\bque\s+si\s+les\s+(?:membres|associés|adhérents|copropriétaires)\s+présents(?P<too>\s+ou\s+représentés)?\s+(?:détiennent|représentent|réunissent|totalisent)\s+(?:au\s+moins\s+)?",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s+des\s+(?:voix|droits(?:\s+statutaires|\s+de\s+vote)?)\s*[.;]?\Z", re.IGNORECASE)
_PRESENCE = re.compile(
    rf"\A\W*la\s+(?P<share>présence\s+(?:d['’]au\s+moins\s+|d(?:e\s+|['’]|u\s+)))(?P<words>.{{3,40}}?(?:\s+au\s+moins)?\s+(?:de\s+ses|des)\s+{_NOUNS}(?:\s+(?:du|de\s+la|de\s+l['’])\s*{BODIES}[^,;:.]*?)?)"
    r"\s+est\s+(?:nécessaire|requise)\s+(?:pour|à)\s+la\s+validité\s+(?:de\s+ses|des)\s+délibérations\s*[.;]?\Z",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\A\W*(?:(?:à\s+défaut|faute)\s+de\s+quorum|(?:si|lorsque)\b[^.;]{0,60}\bquorum\s+n['’](?:est|a)\s+(?:pas\s+)?(?:été\s+)?(?:pas\s+)?atteint"
    r"|sur\s+(?:deuxième|seconde)\s+convocation|à\s+défaut(?=,[^.;]*\b(?:de\s+nouveau|à\s+nouveau|nouvelle|reconvoqu|seconde|deuxième)))\b",
    re.IGNORECASE,
)
_ANYHOW = re.compile(
    r"(?:sans\s+condition\s+de\s+quorum|quel(?:\s+que\s+soit|\s*que\s+soit)\s+le\s+nombre\s+(?:des?|de\s+\w+)\s*[\w ]*?|aucun\s+quorum\s+n['’]est\s+(?:exigé|requis))\s*[.;]?\Z",
    re.IGNORECASE,
)
_APART = re.compile(r"à\s+(?=\w)", re.IGNORECASE)
_OF_INTERVAL = re.compile(r"(?:\s+au\s+(?:moins|minimum))?\s+d['’]intervalle", re.IGNORECASE)


def majority(sentence: str, body: str) -> Suggested | None:
    """How many votes adopt what the sentence names, or all that `body` decides."""
    for formula, kinds in _MAJORITIES:
        for begun in formula.finditer(sentence):
            for kind in kinds:
                if end := figure(kind, sentence, begun.end()):
                    decided = _decided(sentence[: begun.start()], body)
                    return _vote(sentence, begun, kind, end, decided) if decided else None
            if not kinds and (decided := _decided(sentence[: begun.start()], body)):
                return _vote(sentence, begun, None, begun.end(), decided)
    return None


def _decided(words: str, body: str) -> tuple[str, str] | None:
    """The id of the body that decides, and of what (each "" where nothing is said), by the words before the majority; None: not plain.

    A majority of whose matter nothing is said would count for every vote of the body. Behind another majority (« …, sauf le budget,
    voté à l’unanimité »), it is one of something else.
    """
    if _ANOTHER.search(words):
        return None
    if _RULES_ITSELF.match(words):
        return body, ""
    said = _ON.match(words)
    if said is None:
        return None
    by, named = _BY.match(said["how"]), headed_by(said["matter"])
    if by:
        body = in_full(as_id(by["body"]), body)
    if _ANYTHING.fullmatch(said["matter"]):
        return (in_full(named, body) if named else body), ""
    return (body, as_id(said["matter"])) if by or not named else None  # « la dissolution du bureau »: by whom?


def _vote(
    sentence: str, begun: re.Match[str], kind: CaptureType | None, end: int, decided: tuple[str, str]
) -> Suggested | None:
    """`kind` is None of « à la majorité des suffrages exprimés », where no figure says that it is more than half of them."""
    relative = kind is not None and isinstance(read(kind, fold(sentence[begun.end() : end]).chars), Relative)
    body, matter = decided
    quoted = _quoted_from(sentence, begun) + (f"{{seuil:{_FRENCH[kind]}}}" if kind else "")
    keys: list[tuple[str, str]] = []
    for formula, base in _OF_WHOM:
        if of_whom := formula.match(sentence, end):
            quoted += of_whom.group()
            if relative and base != "exprimés":
                if "simple" not in begun.group() + sentence[begun.end() : end]:
                    return None
                # More for than against, or more than half of those present? The words are said of both.
                quoted = _quoted_from(sentence, begun) + sentence[begun.end() : end] + of_whom.group()
                keys = [("assiette", base), ("interprétations", f"{{seuil: {_SIMPLE}}}")]
                end = of_whom.end()
                break
            keys = [] if relative else [("assiette", base)]
            end = of_whom.end()
            break
    else:
        if votes := _VOTES.match(sentence, end):
            quoted += votes.group()
            end = votes.end()
        keys = [] if relative else [("interprétations", f"{{assiette: {_READINGS}}}")]
    if not _ENDS.match(sentence, end):
        return None
    of_what = [(key, value) for key, value in (("instance", body), ("objet", matter)) if value]
    of_what += [] if kind else [("seuil", "plus de la moitié")]
    named = f"{matter or body}-majorite".strip("-")
    return Suggested(kind="majorité", keys=(("citation", quoted), *of_what, *keys), named=named)


def _quoted_from(sentence: str, begun: re.Match[str]) -> str:
    """The words up to the figure; with what they derogate, which no other rule would quote."""
    start = re.match(r"\W*(?=par\s+(?:dérogation|exception)\b)", sentence, re.IGNORECASE)
    return sentence[start.end() if start else begun.start() : begun.end()]


def quorum(sentence: str, body: str) -> Suggested | None:
    """How many must be there, of a body that may deliberate."""
    if _AGAIN.match(sentence):
        return _again(sentence, body)
    if presence := _PRESENCE.match(sentence):
        return _presence(presence, body)
    if begun := _SET.match(sentence):
        end = figure("fraction", sentence, begun.end())
        of = _SET_OF.match(sentence, end) if end else None
        if of is None:
            return None
        quoted = f"{begun.group().lstrip()}{{seuil:fraction}}{of.group().rstrip(' .;')}"
        return _present(quoted, body, too=bool(of["too"]))
    if not _VALID.search(sentence):
        return None
    for present in _PRESENT.finditer(sentence):
        before = sentence[: present.start()]
        if _IN_A_MATTER.search(_BEGINS_IT.sub("", before)):
            return None
        for kind in _SHARES:
            starts = (m.start() for m in re.finditer(r"(?<!\w)\w", before))
            if any(reads(kind, sentence[start : present.start()]) for start in starts):
                return _present(f"{{seuil:{_FRENCH[kind]}}}{present.group()}", body, too=bool(present["too"]))
    if holding := _HOLDING.search(sentence):
        end = figure("fraction", sentence, holding.end())
        of = _RIGHTS.match(sentence, end) if end else None
        quoted = f"{holding.group().strip()} {{seuil:fraction}}{of.group().rstrip(' .;')}" if of else ""
        return _present(quoted, body, ("mesure", "voix"), too=bool(holding["too"])) if of else None
    if most := _MOST_PRESENT.search(sentence):
        return _present(most.group(), body, ("seuil", "plus de la moitié"), too=bool(most["too"]))
    return None


def _present(quoted: str, body: str, *more: tuple[str, str], too: bool) -> Suggested:
    keys = [("citation", quoted), *([("instance", body)] if body else []), *more]
    keys += [("pouvoirs", "comptés")] if too else []
    return Suggested(kind="quorum", keys=tuple(keys), named=f"{body}-quorum".strip("-"))


def _presence(found: re.Match[str], body: str) -> Suggested | None:
    """« La présence de la moitié au moins de ses membres est nécessaire à la validité des délibérations »."""
    words, kind = found["words"], _SHARES[1]
    for end in (m.start() for m in re.finditer(r"\s", words)):
        if reads(kind, words[:end]) and re.match(r"\s+(?:au\s+moins\s+)?(?:de\s+ses|des)\s", words[end:]):
            named = headed_by(words)
            quoted = f"{found['share']}{{seuil:{_FRENCH[kind]}}}{words[end:]}"
            return _present(quoted, in_full(named, body) if named else body, too=False)
    return None


def _again(sentence: str, body: str) -> Suggested | None:
    """The quorum, or rather that there is none, of a meeting that is called again."""
    if not _ANYHOW.search(sentence) or not body:
        return None
    keys, whole = [("instance", body), ("convocation", "seconde")], sentence.strip().rstrip(" .;\u00a0")
    for begun in _APART.finditer(sentence):
        end = figure("duration", sentence, begun.end())
        if end and _OF_INTERVAL.match(sentence, end):
            whole = f"{sentence[: begun.end()]}{{intervalle:durée}}{sentence[end:]}".strip().rstrip(" .;\u00a0")
            break
    return Suggested(kind="quorum", keys=(("citation", whole), *keys), named=f"{body}-quorum-seconde")
