"""The words of an amending sentence, with what each is to the grammar (`lexicon`) and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from clausier.french.lexicon import KINDS, ORDINALS
from clausier.french.quotations import OWN
from clausier.french.slips import meant_by
from clausier.text.accents import without_accents
from clausier.text.numerals import ADVERBS
from clausier.text.regex import regex

_APOSTROPHE = "'’ʼ"
# A quotation is one token; numbers, ordinals and labels are told from words by their form.
_TOKEN = regex(
    rf"""
    (?P<quote>\ue000[0-9]+\ue001)
  | (?P<own>{OWN})
  | (?P<first>\b1\s?er\s(?:{"|".join(ADVERBS)})\b)
  | (?P<ordinal>(?:\d+\s?(?:er|re|ère|e|è|ème|eme|nd|nde|d|ER|RE|ÈRE|ÈME|EME|NDE)\b(?!\.?\d))|(?:[IVX]+(?:er|e|ème)\b))
  | (?P<number>(?:(?!(?:L[AE]|[AD]U|DE|EN|ET|OU|UN)\s)(?:[A-Z]{{1,2}}(?:\.?\s?|-))|(?:[IVX]+[.\-]))?\d+(?:[.\-–]\d+)*(?:\s?(?:{"|".join(ADVERBS)})\b(?:\.\d+\b)*)?(?:\s?[A-Z]\b(?!\.)(?!['’]))?(?P<degree>\s?°(?:\s(?:bis|ter|quater)\b)?)?)
  | (?P<label>\b(?:[a-zA-Z]|[ivx]{{2,5}})(?:\s(?:{"|".join(ADVERBS)}))?\)|\b[IVX]+\b(?:\s(?:{"|".join(ADVERBS)})\b)?|\b[a-zA-Z]\s(?:{"|".join(ADVERBS)})\b|(?<=[Aa]nnexe[ \u00a0])[A-Z]\b(?!['’]))
  | (?P<word>[^\W\d_]+(?:-[^\W\d_]+)*[{_APOSTROPHE}]?)
  | (?P<mark>[:;,.()…%€/§–—-])
    """,
    re.VERBOSE,
)

_GLUED = regex(rf"(?<=\d)(?=(?:{'|'.join(ADVERBS)})\b)", needs=ADVERBS)  # « 10bis »


class Token(Struct, frozen=True):
    """`kind` is a terminal of the grammar; `value` the word folded, the number, or the place of a quotation in its list."""

    kind: str
    value: str
    start: int
    end: int


@lru_cache(maxsize=1 << 14)  # acts say the same words over and over
def folded(word: str) -> str:
    """A word without case, accents and the form of its apostrophe."""
    return without_accents(word.lower()).translate(dict.fromkeys(map(ord, "’ʼ"), "'"))


def tokens(sentence: str) -> Iterator[Token]:
    """The tokens of a sentence in which each quotation stands as its number between U+E000 and U+E001."""
    is_said = False  # « est », « sont » stand before, with words that say how between
    for match in _TOKEN.finditer(sentence):
        kind, value = _kind(match)
        if kind == "W" and is_said:
            kind = meant_by(value) or kind
        is_said = kind == "BE" or (is_said and kind in {"THUS", "NEUTRAL"})
        if kind == "W" and (glued := _glued(value)):
            middle = match.start() + len(glued)
            yield Token(KINDS[glued], glued, match.start(), middle)
            yield Token(KINDS[value[len(glued) :]], value[len(glued) :], middle, match.end())
        elif kind:
            yield Token(kind, value, match.start(), match.end())


def _glued(word: str) -> str:
    """The first of two words between which a space was lost (« l’annexeest », « parles dispositions »); "" where none was."""
    for tail in ("est", "sont", "les", "la", "le", "des"):
        head = word.removesuffix(tail)
        if head != word and KINDS.get(head) in {"BY", "ARTICLE", "ANNEX", "ALINEA", "PREAMBLE"}:
            return head
    return ""


def _kind(match: re.Match[str]) -> tuple[str, str]:
    words = match.group()
    match match.lastgroup:
        case "quote":
            return "QUOTE", words[1:-1]
        case "own":
            return "ACT", "annexe"
        case "first":
            return "NUM", " ".join(words.split())  # « l'article 1er bis »
        case "ordinal":
            return "ORD", words.rstrip("demnrèDEMNRÈ").rstrip()  # `1` of `1er`, `II` of `IIe`
        case "number":
            return ("LABEL" if match["degree"] else "NUM"), _GLUED.sub(" ", words.strip())
        case "label":
            return ("LABEL" if words.endswith(")") else "NUM"), words
        case "mark":
            return {":": "COLON", ".": "STOP", ";": "SEMI", ",": "COMMA", "§": "PARAGRAPH"}.get(words, "MARK"), words
        case _:
            word = folded(words)
            return ("ORD", str(ORDINALS[word])) if word in ORDINALS else (KINDS.get(word, "W"), word)
