"""A text that is itself an annex: « l'article 3 de l'annexe II » of « Annexe II « Cadres » à la convention … » is its article 3.

Sentences name it so as they name any other text « de la convention », and in the same turns: where they do, a mark stands in
place of its name, which the grammar reads as that of an act. An annex of another number or subject, and one that such a text
holds, are places as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from clausier.french.quotations import CLOSE, FIRST_OWN, MOST_OWN, OPEN, OWN, cut, unmasked
from clausier.french.tokens import folded
from clausier.text.numerals import ADVERBS, ROMANS
from clausier.text.regex import regex

_S = r"[ \u00a0]"
_NUMBERED = rf"(?P<number>(?:\d+|[IVX]+|[A-Z])(?:er)?(?:{_S}(?:{'|'.join(ADVERBS)}))?|première|unique)(?![\w'’]|[.-]\d)"
_ANNEX = rf"(?i:annexe)(?![\w-])(?:{_S}(?:(?i:n){_S}?°{_S}?)?{_NUMBERED}|(?!{_S}(?:n{_S}?°|\d|[A-Z]\b|[IVX]+\b)))"
_SUBJECT = (
    rf"(?:{_S}(?:relative|concernant|portant sur|consacrée|afférente)\b(?P<subject>[^,;:.()]*?)"
    rf"(?={_S}(?:est|sont|sera|[àd]e? (?:la |l['’])?(?:convention|accord))\b|[,;:.()]|\Z))"
)
_NAMED = regex(
    rf"(?P<lead>['’]|\b(?:cette|ladite|présente|même){_S}|\A\s*(?=(?i:annexe)\b[^,;:.]{{0,20}},{_S})|\()"
    rf"(?P<name>{_ANNEX}(?:{_S}\(?{OPEN}(?P<quoted>\d+){CLOSE}\)?)?){_SUBJECT}?",
    re.MULTILINE,
)
# A title is that of an annex where it begins so, or behind the name of the text that it is annexed to.
_TITLE = regex(rf"(?:\A\W*|[–—:(]{_S}?|{_S}-{_S}){_ANNEX}(?P<subject>.*)", re.DOTALL, needs="annexe")
_ANNEXED_TO = regex(
    rf"{_S}(?:à|de|du|au){_S}(?:la{_S}|l['’])?(?:convention|accord|protocole)\b.*", re.IGNORECASE | re.DOTALL
)
# What goes on with a sentence behind « l'annexe » that is all of its name.
_GOES_ON = regex(
    rf"\Z|\W*(?:\Z|[,;:.)])|{_S}(?:est|sont|sera|seront|et|précitée|susvisée|susmentionnée|ainsi|il|une?|l[ea]s?|l['’]\w+|(?:[àd]e?|du|au){_S}?(?:la{_S}|l['’])?(?:présente?{_S})?(?:convention|accord|protocole))\b"
)
_AN_ACT = regex(r"(?:convention|accord|protocole)\b")
_LEADING = regex(rf"{_S}?(?:\b[dàa]e?{_S})?(?:l['’])?{OWN}")
_LETTERS, _STEM = 4, 5


class Itself(Struct, frozen=True):
    """A text that is an annex, as its title tells it: its `number` in figures ("" for none), what it is about; `held`, the numbers of those that it holds."""

    number: str
    subject: str
    held: tuple[str, ...]


def annex_itself(title: str, held: Iterable[str]) -> Itself | None:
    """The text of that title, where it is that of an annex; `held` are the numbers of the annexes that it holds ("" for none)."""
    found = _TITLE.search(title)
    if found is None:
        return None
    return Itself(_figures(found["number"]), _ANNEXED_TO.sub("", found["subject"]), tuple(map(_figures, held)))


def is_annexed_to(act: str, title: str) -> bool:
    """Whether an act is of a kind that texts are annexed to, and the title that of an annex, which is not itself one (« Annexe I : Accord du … »)."""
    kind = _AN_ACT.match(folded(act))
    return kind is not None and _TITLE.search(title) is not None and kind[0] not in folded(_ANNEXED_TO.sub("", title))


def marked(words: str, quotations: Sequence[str], itself: Itself | None) -> tuple[str, tuple[str, ...]]:
    """`words` with a mark in place of each name of the text, and the names; the quotations stand in them by their numbers."""
    names: list[str] = []

    def mark(found: re.Match[str]) -> str:
        if itself is None or not _is_named(found, itself, quotations):
            return found[0]
        if found["name"] not in names:
            names.append(found["name"])
        rank = names.index(found["name"])
        return (
            found["lead"] + chr(FIRST_OWN + rank) + found[0][found.end("name") - found.start() :]
            if rank < MOST_OWN
            else found[0]
        )

    return (_NAMED.sub(mark, words), tuple(names)) if itself else (words, ())


def is_marked(words: str) -> bool:
    """Whether words have a mark in place of a name of the text."""
    return re.search(OWN, words) is not None


def as_typed(words: str, names: Sequence[str], quotations: Sequence[str]) -> str:
    """`words` with each name in place of its mark, and each quotation in place of its number."""
    return unmasked(re.sub(OWN, lambda m: names[ord(m[0]) - FIRST_OWN], words) if names else words, quotations)


def without_itself(title: str, itself: Itself | None) -> str:
    """A heading without the names of the text: « Modification de l'article 3 de l'annexe II » as « Modification de l'article 3 »."""
    if itself is None:
        return title
    masked, quotations = cut(title)
    words, names = marked(masked, quotations, itself)
    return as_typed(_LEADING.sub("", words), names, quotations) if names else title


def _is_named(found: re.Match[str], itself: Itself, quotations: Sequence[str]) -> bool:
    """Whether a sentence names the text: by its number and nothing else than its subject, or as the annex, where it holds none."""
    number = _figures(found["number"])
    said = " ".join((quotations[int(found["quoted"])] if found["quoted"] else "", found["subject"] or ""))
    told, own = _stems(said), _stems(itself.subject)
    if number:
        return number == itself.number and number not in itself.held and not (told and own and not told & own)
    behind = _GOES_ON.match(found.string, found.end()) is not None
    return not itself.held and told <= own and bool(told or behind)


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[^\W\d_]+", folded(words)) if len(word) >= _LETTERS}


def _figures(number: str | None) -> str:
    """A number in figures: `2` for « II », `1` for « Ier », « première »; "" for none."""
    first, _, rest = (number or "").replace("\u00a0", " ").partition(" ")
    first = re.sub(r"(?<=[\dIVX])er\Z", "", first)
    first = "1" if first in {"première", "unique"} else first
    return f"{ROMANS.index(first) + 1 if first in ROMANS else first.lower()} {rest}".strip()
