"""The acts that sentences name: whether they are the text that is amended, or another."""

from __future__ import annotations

import re
import unicodedata

_DAY = re.compile(r"\b\d{1,2}(?:er)?\s+\w+\s+\d{4}\b")
_NUMBER = re.compile(r"\bn\s?°\s?(\d+)", re.IGNORECASE)
_ALL_BUT_ONE = 2  # of day, month and year


def is_another(act: str, title: str) -> bool:
    """Whether an act that a sentence names is another than the text of that title: by its day, its number, or its kind."""
    own = set(_days(title))
    act_itself = re.split(r" (?:de|à) la convention ", act)[0]
    days, numbers = set(_days(act_itself)), set(_NUMBER.findall(act_itself))
    if numbers and not days:
        return not numbers & set(_NUMBER.findall(title))
    days = days or set(_days(act))
    if days and own:
        return not days & own
    kind = re.match(r"convention|dispositions (?:générales|particulières|communes)", act, re.IGNORECASE)
    return kind is not None and kind.group().split()[0].lower() not in title.lower()


def is_named_second(act: str, title: str) -> bool:
    """Whether an act is named by a day that the title of the text has, but as that of another act (« avenant du …, à l’accord du … »)."""
    own, told = _days(title), set(_days(act))
    return bool(told & set(own)) and own[0] not in told


def same_kind(act: str, title: str) -> bool:
    """Whether an act that a sentence names and the text of that title are of one kind: agreement, convention, amendment."""
    kinds = [re.search(r"accord|convention|avenant|protocole", words, re.IGNORECASE) for words in (act, title)]
    return len({kind.group().lower() for kind in kinds if kind}) == 1


def _days(words: str) -> list[str]:
    """The days that words name, in small letters without accents: headings are often in capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFD", words.lower()) if not unicodedata.combining(c))
    return [re.sub(r"\s+", " ", day).replace("1er ", "1 ") for day in _DAY.findall(plain)]


def is_near(act: str, title: str) -> bool:
    """Whether the day of an act is that of the text but for one of day, month and year, and its kind the same."""
    own, told = _days(title)[:1], _days(act)
    if len(told) != 1 or not own or told == own or not same_kind(act, title):
        return False
    return sum(one == other for one, other in zip(told[0].split(), own[0].split(), strict=True)) == _ALL_BUT_ONE


def is_slip(act: str, title: str, amendment: str) -> bool:
    """Whether the day of an act is that of the text with a slip, all that is said agreeing but one of day, month and year.

    `amendment` is the title of the amendment: it names the day of the text, and no other act by the day that is in doubt.
    """
    days = _days(amendment)
    return is_near(act, title) and _days(title)[0] in days and _days(act)[0] not in days
