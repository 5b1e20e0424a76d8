"""The article that a new one stands behind, where its number alone says where: 4 behind 3, « 3 bis » behind 3, 8.6 behind 8.5."""

from __future__ import annotations

from clausier.model.provision import Provision
from clausier.refs.index import index_of
from clausier.refs.places import at
from clausier.source.headings import number_key
from clausier.text.numerals import ADVERBS, ROMANS
from clausier.text.regex import regex

_ADVERB = regex(rf"\s(?:{'|'.join(ADVERBS)})$")
_IN_ORDER = [adverb for adverb in ADVERBS if adverb != "quator"]


def number_before(number: str) -> str:
    """The number that comes before: 3 for « 3 bis », 3 bis for « 3 ter », 11 for 12, 2.1 for 2.2, X for XI; "" where none does."""
    if number in ROMANS:
        return number_key(ROMANS[ROMANS.index(number) - 1]) if number != "I" else ""
    if adverb := _ADVERB.search(number):
        base = number[: adverb.start()]
        rank = _IN_ORDER.index(adverb.group().strip().replace("quator", "quater"))
        return number_key(f"{base} {_IN_ORDER[rank - 1]}" if rank else base)
    head, _, last = number.rpartition(".")
    if last.isdigit() and int(last) > 1:
        return number_key(f"{head}.{int(last) - 1}" if head else str(int(last) - 1))
    return ""


def behind(number: str, text: Provision) -> Provision | None:
    """The article of `text` that a new one of that number stands behind: that of the number before, with its own « bis ».

    None where it is not certain: not one alone bears the number before, or a division ends or begins there, so that the new
    article may be of either. Whether another bears the number is not asked.
    """
    before = number_before(number)
    paths = index_of(text).numbered(before) if before else ()
    if len(paths) != 1:
        return None
    owner, rank = at(text, paths[0][:-1]), paths[0][-1]
    units = owner.children
    while not _ADVERB.search(number) and rank + 1 < len(units) and _is_bis(units[rank + 1], before):
        rank += 1
    beside = units[rank + 1].kind if rank + 1 < len(units) else owner.kind
    return units[rank] if units[rank].kind == "article" and beside != "division" else None


def _is_bis(unit: Provision, of: str) -> bool:
    return number_key(unit.number).startswith(f"{of} ")
