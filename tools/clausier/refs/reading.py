"""Words of a line, one by one, and how French counts: the letters and numbers of a reference (`8.1`, `3 bis`, `troisième`)."""

from __future__ import annotations

from msgspec import Struct

from clausier.text import numerals
from clausier.text.regex import regex

_WORD = regex(r"\w+(?:[.‑-]\w+)*['’]?|[^\w\s]")
_BEHIND_ADVERB = regex(r"[a-z]+(?:\.\d+)*\Z")
_NUMERAL = regex(r"(?:\d+|[IVXLCDM]+|[A-Z])(?:[.‑-](?:\d+|[IVXLCDM]+|[A-Za-z])(?!\w))*(?:er|ER|ère|re|ème|nde?|e)?\Z")
_NTH = regex(r"(\d+)(?:er|ère|re|nde?|ème|e)\Z")
_CODE = regex(r"(?:[LRD][.*]*\d[\d.‑-]*|A[.*]*\d[\d.‑-]+)\Z")
ADVERBS = frozenset(numerals.ADVERBS)
ORDINALS = {
    **{word: n for n, word in enumerate(numerals.ORDINALS, start=1)},
    **dict.fromkeys(("première", "1re"), 1),
    **dict.fromkeys(("second", "seconde"), 2),
    **dict.fromkeys(("dernier", "dernière"), -1),
    **dict.fromkeys(("avant-dernier", "avant-dernière"), -2),
}
COUNTS = {word: n for n, word in enumerate(numerals.CARDINALS[1:10], start=2)}


class Words(Struct, frozen=True):
    """The words and marks of a line: in small letters, and where each begins and ends.

    An elided article keeps its apostrophe (`l'`), a number its parts (`8.1`); any other mark stands alone. Beyond either
    end of the line there is the empty word.
    """

    chars: str
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, index: int) -> str:
        """The word of that rank in small letters."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def written(self, index: int) -> str:
        """The word of that rank as written."""
        return self.chars[self.starts[index] : self.ends[index]] if 0 <= index < len(self.lower) else ""


def words(chars: str) -> Words:
    """The words of `chars`."""
    found = [m.span() for m in _WORD.finditer(chars)]
    small = chars.replace("İ", "I").lower().replace("’", "'")  # no other letter is two when it is small
    starts, ends = zip(*found, strict=True) if found else ((), ())
    return Words(chars, tuple([small[start:end] for start, end in found]), starts, ends)


def nth(word: str) -> int | None:
    """The rank that an ordinal names, in letters or digits; from the end below 0 (`dernier`)."""
    if word in ORDINALS:
        return ORDINALS[word]
    found = _NTH.match(word)
    return int(found[1]) if found else None


def nth_word(n: int) -> str:
    """The ordinal of `n` as a drafter writes it: `deuxième`, `21e`."""
    return numerals.ORDINALS[n - 1] if n <= len(numerals.ORDINALS) else f"{n}e"


def number(line: Words, i: int) -> tuple[str, int] | None:
    """The number that begins at word `i`, and the word after it: `8.1`, `1er`, `3 bis`, `II`, `B`, `L. 2113-6`."""
    found = _code(line, i)
    if found:
        return found
    word = line.written(i)
    if line.at(i) in {"premier", "première"}:
        return line.at(i), i + 1
    if not _NUMERAL.match(word):
        return None
    read = "I" if word == "Ier" else word.replace("‑", "-")
    i += 1
    # « II. 1 » : a part of « II », where no sentence can begin.
    if line.at(i) == "." and not read[0].isdigit() and line.at(i + 1).isdigit():
        read, i = f"{read}.{line.at(i + 1)}", i + 2
    # « 8 bis », « 8 bis.1 »: the sub-article is one word with the adverb.
    while line.at(i).partition(".")[0] in ADVERBS and _BEHIND_ADVERB.match(line.at(i)):
        read, i = f"{read} {line.at(i)}", i + 1
    return read, i


def _code(line: Words, i: int) -> tuple[str, int] | None:
    """The number of an article of a code."""
    word = line.written(i)
    if _CODE.match(word):
        return word, i + 1
    if word not in {"L", "R", "D", "A"}:
        return None
    end = i + 1
    while line.at(end) in {".", "*", "-", "–"}:
        end += 1
    rest = line.at(end)
    if rest[:1].isdigit() and (len(rest) > 1 or (word != "A" and end > i + 1)):
        return f"{word}. {rest}", end + 1
    return None


def of_a_code(written: str) -> bool:
    """Whether it is a number as only the articles of codes bear them."""
    return bool(_CODE.match(written.replace(" ", "")))


def of(line: Words, i: int) -> int | None:
    """The word after « de », « du », « de la », « de l' », « des » at `i`; None where there is none of them."""
    match line.at(i):
        case "de":
            return i + 2 if line.at(i + 1) in {"la", "l'"} else i + 1
        case "du" | "des":
            return i + 1
        case "d'":
            return i + 2 if line.at(i + 1) in {"un", "une"} else i + 1
        case _:
            return None
