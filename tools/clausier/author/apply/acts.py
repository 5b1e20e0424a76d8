"""The acts that sentences name: whether they are the text that is amended, or another."""

from __future__ import annotations

import re

_DAY = re.compile(r"\b\d{1,2}(?:er)?\s+\w+\s+\d{4}\b")
_NUMBER = re.compile(r"\bn\s?°\s?(\d+)")
_ALL_BUT_ONE = 2  # of day, month and year


def is_another(act: str, title: str) -> bool:
    """Whether an act that a sentence names is another than the text of that title: by its day, its number, or its kind."""
    own = set(_DAY.findall(title))
    act_itself = re.split(r" (?:de|à) la convention ", act)[0]
    days, numbers = set(_DAY.findall(act_itself)), set(_NUMBER.findall(act_itself))
    if numbers and not days:
        return not numbers & set(_NUMBER.findall(title))
    days = days or set(_DAY.findall(act))
    if days and own:
        return not days & own
    kind = re.match(r"convention|dispositions (?:générales|particulières|communes)", act, re.IGNORECASE)
    return kind is not None and kind.group().split()[0].lower() not in title.lower()


def same_kind(act: str, title: str) -> bool:
    """Whether an act that a sentence names and the text of that title are of one kind: agreement, convention, amendment."""
    kinds = [re.search(r"accord|convention|avenant|protocole", words, re.IGNORECASE) for words in (act, title)]
    return len({kind.group().lower() for kind in kinds if kind}) == 1


def is_slip(act: str, title: str, amendment: str) -> bool:
    """Whether the day of an act is that of the text with a slip: one of day, month and year is another, and all else agrees.

    `amendment` is the title of the amendment: it names the day of the text, and no other act by the day that is in doubt.
    """
    own, told = _DAY.findall(title)[:1], _DAY.findall(act)
    if len(told) != 1 or not own or told == own or not same_kind(act, title):
        return False
    same = sum(one == other for one, other in zip(told[0].split(), own[0].split(), strict=True))
    return same == _ALL_BUT_ONE and own[0] in amendment and told[0] not in amendment
