"""Targets as drafters write them → typed targets. Nothing is looked up here: see `clausier.refs`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Span, codes_ref, did_you_mean, report
from clausier.model.provision import Kind
from clausier.model.target import (
    HeadingOf,
    LabelledPoint,
    NamedColumn,
    NamedRow,
    NthAlinea,
    NthDash,
    NthSentence,
    NthTable,
    Single,
    Step,
    Target,
    Through,
    Unit,
)
from clausier.source.headings import DIVISION, NUMBER, RANK, RANK_BEHIND, RANK_WORDS
from clausier.text.regex import regex

_QUOTED = r"(?:«\s*(?P<q1>[^»]*?)\s*»|\"(?P<q2>[^\"]*)\"|“(?P<q3>[^”]*)”)"
_SPLIT = regex(r",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)(?![^«]*»)")
_ALINEA = regex(rf"(?:al\.?|alinéas?)[ \u00a0]*(?P<n>-?\d+)(?:[ \u00a0]*{_QUOTED})?\Z", re.IGNORECASE)
_SENTENCE = regex(r"(?:phr\.?|phrases?)[ \u00a0]*(?P<n>-?\d+)\Z", re.IGNORECASE)
_DASH = regex(r"tirets?[ \u00a0]*(?P<n>-?\d+)\Z", re.IGNORECASE)
_TABLE = regex(r"tableau[ \u00a0]*(?P<n>\d+)?\Z", re.IGNORECASE)
_UNSPLIT = regex(
    r"(?i)(?<=[^\s,])[ \u00a0]+(?=(?:al|phr|tiret|titre|tableau|ligne)[a-zé]*\b)"
)  # « 5 al. 1 »: a comma is missing
_ROW = regex(rf"ligne[ \u00a0]*{_QUOTED}\Z", re.IGNORECASE)
_COLUMN = regex(rf"colonne[ \u00a0]*{_QUOTED}\Z", re.IGNORECASE)
_LABEL = regex(
    r"(?:\d{1,3}[°º](?: (?:bis|ter|quater))?|\(?\d{1,3}\)|\(?(?:[a-z]{1,2}|[ivx]{3,5})(?: bis| ter)?\)|(?:[IVX]+|[A-K]|\d{1,3})[.)]|[a-z]\.?(?: bis| ter)?)\Z"
)
_HEADED = regex(rf"{_QUOTED}(?:[ \u00a0]*\((?P<rank>\d)\))?\Z")
_RANGE = regex(r"(?P<first>.+?)[ \u00a0]+à[ \u00a0]+(?P<last>.+)\Z")
_NAMED: dict[str, Kind] = {
    "préambule": "preamble",
    "preambule": "preamble",
    "ouverture": "opening",
    "clôture": "closing",
    "cloture": "closing",
}
_PLAIN = regex(r"(?P<number>[0-9]+(?:\.[0-9]+)*)(?:[ \u00a0]*\((?P<rank>\d)\))?")  # as most are
_UNIT = regex(
    rf"(?:(?P<word>articles?|art\.?|annexes?|{DIVISION})[ \u00a0]+)?(?P<number>(?(word){RANK_BEHIND}|{RANK})(?!\w)|{NUMBER})"
    r"(?:[ \u00a0]*\((?P<rank>\d)\))?\Z",
    re.IGNORECASE,
)
_RANKED = regex(rf"(?P<number>{RANK})[ \u00a0]+(?P<word>{DIVISION})\Z", re.IGNORECASE)
_AND = regex(r"[ \u00a0]+et[ \u00a0]+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*\Z)(?![^«]*»)")
_BARE = regex(r"-?\d[^°º)\]]*\Z")
_HEAD = regex(
    r"(?P<head>al\.?|alinéas?|phr\.?|phrases?|tirets?|articles?|art\.|annexes?)[ \u00a0]*(?=-?\d)", re.IGNORECASE
)
_ARTICLE = {"", "article", "articles", "art.", "art"}
_ACT = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+\Z|convention\Z")


def told_apart(words: str) -> tuple[str, ...]:
    """Each target of those that `words` names together, in full; `words` alone where they name one.

    `3 et 5` and `3, 5 et 7` are articles; `8, al. 3, 6 et 9` alinéas of article 8; `2, 1°, a) et b)` two items of its 1°;
    `annexe 1, 2 et 3` articles of annex 1, `annexes 1, 2 et 3` three annexes.
    """
    *owners, last = (part.strip(" \u00a0\u202f") for part in _SPLIT.split(words))
    several = _AND.split(last)
    if len(several) == 1:
        return (words,)
    while owners and _BARE.match(several[0]) and (_BARE.match(owners[-1]) or _shared(owners[-1])):
        several.insert(0, owners.pop())
    found = _HEAD.match(several[0])
    head = f"{found['head'].removesuffix('s')} " if found else ""
    if found:
        several[0] = several[0][found.end() :]
    owner = "".join(f"{part}, " for part in owners)
    return tuple(f"{owner}{head if _BARE.match(one) else ''}{one}" for one in several)


def row_name(words: str) -> str:
    """The name of the row that a target names (`4, ligne "Bois"`), or `words` themselves, which name it alone (`Bois`)."""
    found = _ROW.match(_SPLIT.split(words)[-1].strip(" \u00a0\u202f"))
    return _quoted(found) if found else words


def _shared(part: str) -> bool:
    """Whether the word of `part` may stand for the numbers after it too; « annexe 1 » holds those."""
    found = _HEAD.match(part)
    return found is not None and found["head"].lower() != "annexe"


def read_target(words: str, span: Span) -> tuple[Target | None, tuple[Diagnostic, ...]]:
    """The target that `words` names, or None and why it cannot be read. `span` is where they stand."""
    parts = [part.strip(" \u00a0\u202f") for part in _SPLIT.split(words)]
    if parts == ["*"]:
        return Target(words, ()), ()
    act = ""
    if _ACT.match(parts[0]):
        act, parts = parts[0], parts[1:]
    steps: list[Step] = []
    for part in parts:
        step = _step(part, steps)
        if step is None:
            told = _UNSPLIT.sub(", ", words)
            meant = told if told != words and read_target(told, span)[0] else ""
            help_ = did_you_mean(meant)
            return None, (report(codes_ref.UNREADABLE_TARGET, span, help=help_, words=words, step=part),)
        steps.append(step)
    return Target(words, tuple(steps), act), ()


def _step(part: str, before: list[Step]) -> Step | None:
    if single := _single(part, before):
        return single
    found = _RANGE.match(part)
    if not found:
        return None
    first = _single(found["first"], before)
    head = re.match(r"[^\d]*", found["first"])
    last = _single(found["last"], before) if isinstance(first, LabelledPoint) else None
    last = last or _single((head.group() if head and not isinstance(first, Unit) else "") + found["last"], before)
    last = last or _single(found["last"], before)
    if isinstance(first, Unit) and isinstance(last, Unit) and first.kind != "article" and last.kind == "article":
        last = replace(last, kind=first.kind, word=first.word)
    if first is None or last is None:
        return None
    # A stretch may begin with an alinéa and end with a table, or the other way round.
    if type(first) is not type(last) and not {type(first), type(last)} <= {NthAlinea, NthTable}:
        return None
    return Through(first, last)


def _single(part: str, before: list[Step]) -> Single | None:
    if found := _PLAIN.fullmatch(part):
        return Unit(found["number"], "article", int(found["rank"] or 1))
    lower = part.lower()
    if lower in _NAMED:
        return Unit("", _NAMED[lower])
    if lower == "annexe":
        return Unit("", "annex")
    if lower in {"titre", "intitulé"} and before:
        return HeadingOf()
    if lower.startswith("al") and (found := _ALINEA.match(part)):
        return NthAlinea(int(found["n"]), _quoted(found))
    if lower.startswith("phr") and (found := _SENTENCE.match(part)):
        return NthSentence(int(found["n"]))
    if lower.startswith("tiret") and (found := _DASH.match(part)):
        return NthDash(int(found["n"]))
    if lower.startswith("tableau") and (found := _TABLE.match(part)):
        return NthTable(int(found["n"] or 1))
    if lower.startswith("ligne") and (found := _ROW.match(part)):
        return NamedRow(_quoted(found))
    if lower.startswith("colonne") and (found := _COLUMN.match(part)):
        return NamedColumn(_quoted(found))
    if part.startswith(("«", '"', "“")) and (found := _HEADED.match(part)):
        return Unit("", "article", int(found["rank"] or 1), heading=_quoted(found))
    if before and _LABEL.match(part):
        return LabelledPoint(part)
    if lower.startswith(RANK_WORDS) and (found := _RANKED.match(part)):
        return Unit(found["number"], "division", word=found["word"].lower())
    if found := _UNIT.match(part):
        word = (found["word"] or "").lower()
        kind: Kind = "annex" if word in {"annexe", "annexes"} else "article" if word in _ARTICLE else "division"
        return Unit(found["number"], kind, int(found["rank"] or 1), word if kind == "division" else "")
    return None


def _quoted(found: re.Match[str]) -> str:
    return found["q1"] or found["q2"] or found["q3"] or ""
