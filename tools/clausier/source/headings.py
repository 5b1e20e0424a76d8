"""The number in a heading, as French drafters write them: `Article 8 – …`, `8.1 – …`, `Titre I`, `Annexe 2`."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from msgspec import Struct

from clausier.model.provision import Kind, Provision, division_word
from clausier.text import Text
from clausier.text.numerals import ADVERBS, CARDINALS, ORDINALS
from clausier.text.regex import OPENING, regex
from clausier.text.typography import BLANKS, fold

_ADVERB = rf"(?:{'|'.join(ADVERBS)})"
NUMBER = (
    r"(?-i:[LRDA]\*?\.?[ \u00a0*]?\d+(?:-\d+)*(?:\.\d+)*"
    r"|\d+(?:[.-]\d+)*(?:[.-][A-Za-z](?!\w))?(?:[ \u00a0](?:er|ER)|er|ère|ème|e|ER)?(?!\w)"
    r"|premier(?!\w)|(?-i:[IVXLCDM]+(?:er|ère|e|ER|E)?)(?!\w|[.-]\d)|[IVXLCDM]+(?:[.-]\d+)*(?!\w)|[A-Z](?:[.-]\d+)*(?!\w))"
    rf"(?:\.?[ \u00a0]{_ADVERB}(?!\w)(?:\.\d+(?!\w))*)*(?:[ \u00a0](?-i:[A-Z])(?=[ \u00a0]*(?:[:.-]|[–—]|$)))?"
)
# What numbers a part of an article as it numbers an item: « a) Entreprises », « 1° Taux », « (b) Durée ».
LABEL = r"(?-i:\(?(?:[a-z]{1,2}|[ivx]{3,5})(?: bis| ter)?\)|\(?\d{1,2}\)|\d{1,2}[°º](?: bis| ter| quater)?)"
_WORD = "sous-section sous-titre section chapitre titre partie livre sous-paragraphe paragraphe fiche appendice".split()
DIVISION = f"(?:{'|'.join(_WORD)})"
RANKS = {
    word: n for n, masculine in enumerate(ORDINALS, start=1) for word in (masculine, masculine.replace("ier", "ière"))
}
RANKS |= {"second": 2, "seconde": 2, "unique": 1, "préliminaire": 0}
RANK_WORDS = tuple(sorted(RANKS, key=len, reverse=True))
RANK = f"(?:{'|'.join(RANK_WORDS)})"
RANKS |= {word: n for n, word in enumerate(CARDINALS, start=1)}
RANK_BEHIND = f"(?:{'|'.join(sorted(RANKS, key=len, reverse=True))})"  # behind its word: « Article deux »
_HEADING = regex(
    rf"(?P<prefix>(?:{OPENING}\s*)?(?:(?P<word>article|art\.?|annexe|{DIVISION})[ \u00a0]+)?(?:n°[ \u00a0]*)?)"
    rf"(?P<number>(?(word){RANK_BEHIND}(?!\w)|{LABEL}(?=[ \u00a0]|$))|{NUMBER})(?P<separator>[ \u00a0]*(?:\.[ \u00a0]*)?(?:[–—:-][ \u00a0]*)?)",
    re.IGNORECASE,
)
# « Deuxième partie – Administration »: the number stands before the word.
_RANKED = regex(
    rf"(?P<prefix>(?:[«“\"]\s*)?)(?P<number>{RANK})(?P<separator>[ \u00a0]+(?P<word>{DIVISION})[ \u00a0]*(?:\.[ \u00a0]*)?(?:[–—:-][ \u00a0]*|$|(?=»)))",
    re.IGNORECASE,
)
_NAMED = ("préambule", "preambule", "annexe")  # what has a name and no number
_UNNUMBERED = regex(
    r"(?P<prefix>(?:[«“\"]\s*)?(?P<word>préambule|preambule|annexe))(?P<separator>[ \u00a0]*[–—:.-]*[ \u00a0]*)(?=$|(?<=[–—:.-][ \u00a0])|(?<=annexe[ \u00a0])|»)",
    re.IGNORECASE,
)
# « 2022 est une année », « Artcle 8 – Gouvernance », « Article – Gouvernance ».
_MISNUMBERED = regex(rf"{OPENING}?\s*(?:(?:\w+\.?[ \u00a0])?\d|(?:articles?|art\.|{DIVISION})(?!\w))", re.IGNORECASE)
_LABELLED = regex(rf"{LABEL}\Z")
_PLAINLY_NUMBERED = regex(r"\d{1,2}(?:[.-]\d{1,3})*\Z")


class Numbered(Struct, frozen=True):
    """A heading taken apart; `prefix + number + separator + heading` is the line as written."""

    kind: Kind
    prefix: str
    number: str
    separator: str
    heading: Text

    @property
    def word(self) -> str:
        """The word of a division: see `Provision.word`."""
        return division_word(self.prefix, self.separator)


def read_heading(line: Text) -> Numbered | None:
    """The parts of a heading line. An article may have no number; None where the line begins like one that went wrong."""
    if found := _HEADING.match(line.chars):
        word = (found["word"] or "").lower()
        rest = line.slice(found.end(), len(line))
        bare = not found["separator"].strip() and bool(rest.chars) and not rest.chars.startswith(("»", "”", '"'))
        # « 2022 est une année » is no heading 2022, nor « 30 jours » one of 30; « Article 8 La gouvernance » is one, and
        # « 8.1 Composition », as a word processor parts them by a tab.
        labelled = _LABELLED.match(found["number"]) is not None
        if labelled or word or not bare or (_PLAINLY_NUMBERED.match(found["number"]) and rest.chars[0].isupper()):
            return Numbered(
                _kind(word), found["prefix"], found["number"].replace("\u00a0", " "), found["separator"], rest
            )
    begins = line.chars.lstrip('«“"').lstrip().lower()
    if begins.startswith(RANK_WORDS) and (found := _RANKED.match(line.chars)):
        rest = line.slice(found.end(), len(line))
        return Numbered("division", found["prefix"], found["number"], found["separator"], rest)
    if begins.startswith(_NAMED) and (found := _UNNUMBERED.match(line.chars)):
        kind: Kind = "annex" if found["word"].lower() == "annexe" else "preamble"
        return Numbered(kind, found["prefix"], "", found["separator"], line.slice(found.end(), len(line)))
    if _MISNUMBERED.match(line.chars):
        return None
    unclosed = line.chars.startswith("«") and line.chars.count("«") > line.chars.count("»")
    unclosed |= line.chars.startswith("“") and line.chars.count("“") > line.chars.count("”")
    unclosed |= line.chars.startswith('"') and line.chars.count('"') % 2 == 1
    opened = len(line.chars) - len(line.chars[1:].lstrip(BLANKS)) if unclosed else 0
    return Numbered("article", line.chars[:opened], "", "", line.slice(opened, len(line)))


# What a sentence has and no title: a verb, a subject at its beginning; nor is a title as long, or led by a colon to a list.
_STATES = regex(
    r"(?:l[ae]s?[ \u00a0]|l['’]|il|elle|ils|elles|un|une|chaque|tout|toute|tous|toutes|aucun|aucune|nul|sont)\b"
    r"|.*\b(?:est|sont|sera|seront|a|ont|peut|peuvent|doit|doivent)\b|.{60}|.*:\s*\Z",
    re.IGNORECASE,
)


def sentence_behind(line: Text) -> Numbered | None:
    """The number that stands before a sentence of its article, on one line: « Art. 8. – Le comité vote. »; None elsewhere."""
    if not line.chars.startswith(_BEGINS) or (found := read_heading(line)) is None or found.kind != "article":
        return None
    return found if found.separator.strip(BLANKS) and states(found.heading.chars) else None


def states(words: str) -> bool:
    """Whether words are a sentence, as no title is: they have a subject or a verb, and a stop at their end."""
    return words.rstrip(BLANKS).endswith((".", ";", ":", "!", "?", "…")) and _STATES.match(words) is not None


# A line that reads as the heading of a unit, and has no mark of one.
_LINE = regex(
    r"(?:Article|ARTICLE|Annexe|ANNEXE|Titre|TITRE|Chapitre|CHAPITRE|Section|SECTION)[ \u00a0]+"
    r"(?:\d+(?:\.\d+)*(?:er)?|[IVX]+|[A-Z]|premier|unique)(?:[ \u00a0](?:bis|ter|quater|quinquies|sexies))?"
    r"(?:[ \u00a0]*[.:–—-][ \u00a0]*\S.*)?\Z"
)
_BEGINS = ("Art", "ART", "Ann", "ANN", "Tit", "TIT", "Chap", "CHAP", "Sec", "SEC")  # few lines do
_LONGEST = 120  # characters: what is longer is a clause, whatever it begins with


def reads_as_heading(line: str) -> bool:
    """Whether a line reads as the heading of an article, an annex or a division: « Article 4 bis – Paiement »."""
    return line.startswith(_BEGINS) and len(line) <= _LONGEST and _LINE.match(line) is not None


_ARTICLE_OF = regex(r"l['’](?=article)|la[ \u00a0]|le[ \u00a0]", re.IGNORECASE)


def said_number(words: str) -> Numbered | None:
    """The number that `words` give a unit: `3`, `5 bis`, `b)`, `l’article 3`, `annexe 2`; None where they say anything else."""
    written = words.strip()
    found = read_heading(Text(written[m.end() :] if (m := _ARTICLE_OF.match(written)) else written))
    alone = found and found.number and not found.heading and not found.separator.strip(f"{BLANKS}.")
    return found if alone else None


def unit_key(provision: Provision) -> str:
    """What a provision is known by among others: its number as it is compared, or its heading where it has none."""
    if provision.number or not provision.heading or provision.kind != "article":
        return number_key(provision.number)
    return f"«{fold(provision.heading.chars).chars.strip().lower()}»"


def called(provision: Provision) -> str:
    """How a target names a provision below its kind: by its number, or by its heading where it is an article without one."""
    if provision.number or not provision.heading or provision.kind != "article":
        return named_number(provision.number)
    return f"«\u00a0{provision.heading.chars}\u00a0»"


def named_number(number: str) -> str:
    """A number as a target names it: as written, an ordinal in small letters (« TITRE PREMIER » is `titre premier`)."""
    small = number.lower()
    return small if small in RANKS else number


def counted_within(number: str) -> bool:
    """Whether a number is counted anew in each article: `A`, `IV`, `b)`, `1°`; not `8` or `8.1`."""
    return _LABELLED.match(number) is not None or not any(c.isdigit() for c in number_key(number))


def counted_anew(provision: Provision, owner: Provision | None) -> bool:
    """Whether a provision is told apart among its neighbours only: by its number, or because it is « 1. » inside an article.

    « Article 9 » inside article 8 is article 9 all the same.
    """
    if provision.kind != "article" or counted_within(provision.number):
        return provision.kind == "article"
    bare = not provision.prefix.strip(f'«“"{BLANKS}') and not re.search(r"[.-]", number_key(provision.number))
    return bare and owner is not None and owner.kind == "article"


def _kind(word: str) -> Kind:
    if word in {"", "article", "art.", "art"}:
        return "article"
    return "annex" if word == "annexe" else "division"


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def rank_of(number: str) -> int:
    """The rank that a number gives, however it is written: 2 for « II », « 2 », « deuxième »; 0 where it gives none."""
    key = number_key(number)
    if key.isdigit():
        return int(key)
    if not set(key) <= _ROMAN.keys():
        return 0
    values = [*(_ROMAN[letter] for letter in key), 0]
    return sum(-v if v < after else v for v, after in itertools.pairwise(values))


_RANK_FIRST = regex(rf"{RANK_BEHIND}(?!\w)")
_PLAIN = regex(r"[0-9]+(?:\.[0-9]+)*")


@lru_cache(maxsize=65_536)  # every search for an article asks for the keys of all, and a long text has thousands
def number_key(number: str) -> str:
    """A number as it is compared: `1er`, `1ER` and `1` are one, `3. bis` and `3 bis`, `L. 2113-6` and `L.2113-6` too."""
    if not number or _PLAIN.fullmatch(number):
        return number
    key = number.strip().rstrip(f"{BLANKS}.").lower()
    if found := _RANK_FIRST.match(key):
        key = f"{RANKS[found.group()]}{key[found.end() :]}"
    key = re.sub(r"^(\d+(?:[.-]\d+)*)(?:[ \u00a0]?er|ère|ème|e)\b", r"\1", key)
    key = re.sub(rf"\.?[ \u00a0](?={_ADVERB}\b)", " ", key).replace("quator", "quater")
    key = re.sub(r"^([ivxlcdm]+)(?:er|ère|e)\Z", r"\1", key)
    return re.sub(r"^([lrda])\*?[.]?[ \u00a0]?\*?(?=\d)", r"\1", key).replace("\u00a0", " ")
