"""What a sentence says that its new text has (so many alinéas, a 5° and a 6°, three articles), against what that text has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausier.diagnostics import Message
from clausier.french.lexicon import CARDINALS
from clausier.model.provision import Alinea, Fragment, Provision, Table
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex
from clausier.text.sentences import sentences

Otherwise = tuple[Message, str]  # what is announced, what there is

_NEW = r"(?:nouve(?:l|au|aux|lle|lles)|derni(?:er|ers|ère|ères)|autres?)"
_COUNT = regex(
    r"\b(?:par|insérée?s?|insérer|ajoutée?s?|ajouter)[ \u00a0]"
    rf"(?:(?P<count>{'|'.join(CARDINALS)}|\d)[ \u00a0](?:{_NEW}[ \u00a0])?|(?:l[’']|la[ \u00a0]|le[ \u00a0]))"
    r"(?P<unit>alinéa|phrase|tiret)s?\b(?![ \u00a0](?:\d|du|de|premi|deux|trois))"
)
_LABEL = r"\d{1,2}°(?:[ \u00a0](?:bis|ter|quater))?"
_LABELS = rf"{_LABEL}(?:\s*(?:,|et|à)\s*(?:(?:un|le)[ \u00a0])?{_LABEL})*"
_MADE = regex(rf"\bpar[ \u00a0](?:un|le|les)[ \u00a0](?P<labels>{_LABELS})")
_REWORDED = regex(
    rf"\bles[ \u00a0](?P<labels>{_LABELS})(?!\w)[^«]*\bsont\b[^«]*\b(?:rédigés|modifiés|libellés)\b", re.IGNORECASE
)
_EACH = regex(_LABEL)
_BEGINS = regex(rf"\W*(?P<label>{_LABEL})[ \u00a0]")
_LISTED = regex(r"\W*(?:[-–—―•|]|\w{1,3}[.)°])[ \u00a0]|.*[|\t]")
_NUMBER = rf"\d+(?:[.-]\d+)*(?:er\b)?(?:[ \u00a0](?:{'|'.join(ADVERBS)})\b)?"
_EACH_NUMBER = regex(_NUMBER)
_RANGE = regex(r"\sà\s")
_ARTICLES = regex(
    rf"\bpar[ \u00a0](?P<announced>(?:l[’']|(?:\w+[ \u00a0])?)articles?[ \u00a0](?P<numbers>{_NUMBER}(?:\s*(?:,|et|à)\s*{_NUMBER})*)"
    r"|(?P<count>\w+)[ \u00a0]articles\b)",
    re.IGNORECASE,
    needs=("par ", "par\u00a0"),
)
_UNITS = {"alinéa": "alinéa", "phrase": "sentence", "tiret": "dash"}


def told_otherwise(sentence: str, lines: Sequence[str]) -> str:
    """What `otherwise` tells, in French words; "" for nothing."""
    found = otherwise(sentence, lines)
    return f"la phrase annonce {found[0].text('fr')}, le texte nouveau a {found[1]}" if found else ""


def otherwise(sentence: str, lines: Sequence[str]) -> Otherwise | None:
    """What a sentence announces that the new text has not, and what that has; None where they agree, or nothing is announced.

    `lines` are those of the new text, items with their labels. An alinéa may be counted with the list that it introduces
    (before the circular of 20 October 2000), so that more lines are told only of a text without a list.
    """
    if not lines:
        return None
    counted = _counted(sentence, lines) if any(unit in sentence for unit in _UNITS) else None
    return counted or (_labelled(sentence, lines) if "°" in sentence else None)


def _counted(sentence: str, lines: Sequence[str]) -> Otherwise | None:
    said = None
    for found in _COUNT.finditer(sentence):
        said = found
    if said is None:
        return None
    unit, count = said["unit"], said["count"]
    wanted = int(count) if count and count.isdigit() else CARDINALS.get(count or "un", 1)
    there, listed = len(lines), any(_LISTED.match(line) or line.rstrip().endswith(":") for line in lines)
    if unit == "phrase":
        there = len(sentences(lines[0].strip("«» \u00a0"))) if len(lines) == 1 else wanted
    if there == wanted or (there > wanted and listed and unit == "alinéa"):
        return None
    plural = "s" * (wanted > 1)
    return Message(fr=f"{wanted} {unit}{plural}", en=f"{wanted} {_UNITS[unit]}{plural}"), str(there)


def _labelled(sentence: str, lines: Sequence[str]) -> Otherwise | None:
    there = [found["label"] for line in lines if (found := _BEGINS.match(line))]
    said = _MADE.search(sentence) or _REWORDED.search(sentence)
    if said is None or not there:
        return None
    wanted = [label[0] for label in _EACH.finditer(said["labels"])]
    if _RANGE.search(said["labels"]):
        same = _as_many([label.removesuffix("°") for label in wanted], [label.removesuffix("°") for label in there])
    else:
        same = wanted == there
    return None if same else (Message(said["labels"], said["labels"]), ", ".join(there))


def articles_otherwise(sentence: str, numbers: Sequence[str]) -> Otherwise | None:
    """What a sentence announces of new articles, against those of these numbers; None as for `otherwise`."""
    there = [_plain(number) for number in numbers]
    said = _ARTICLES.search(sentence) if there else None
    if said is None:
        return None
    if said["count"]:
        same = CARDINALS.get(said["count"].lower(), len(there)) == len(there)
    else:
        wanted = [_plain(number) for number in _EACH_NUMBER.findall(said["numbers"])]
        same = _as_many(wanted, there) if _RANGE.search(said["numbers"]) else wanted == there
    return None if same else (Message(said["announced"], said["announced"]), ", ".join(numbers))


def _plain(number: str) -> str:
    return number.lower().replace("\u00a0", " ").removesuffix("er")


def _as_many(ends: Sequence[str], there: Sequence[str]) -> bool:
    """Whether what is there begins and ends as a range does, and has all the whole numbers between."""
    first, last = ends[0], ends[-1]
    full = not (first.isdigit() and last.isdigit()) or len(there) > int(last) - int(first)
    return [first, last] == [there[0], there[-1]] and full


def counted_lines(content: Fragment | Provision) -> tuple[str, ...]:
    """The lines of a new text, or of the article that it restates, items with their labels or a dash."""
    lines: list[str] = []
    for block in content.blocks:
        if isinstance(block, Alinea):
            lines.append(f"– {block.text.chars}" if block.item and not block.label else block.line)
        elif isinstance(block, Table):
            lines.extend(f"| {line}" for line in block.lines)
    return tuple(lines)
