"""An article of an amendment as signed → its sentences, each with what it orders and the new text quoted after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.french.phrases import Order, Part, read_sentence
from clausier.text.sentences import sentences

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_ENUMERATED = re.compile(r"^\s*(?:(?:[IVX]+|[A-Z]|\d{1,2}|[a-z])\s?[.)°]\s+|[–—-]+\s*)")
_ONLY_QUOTED = re.compile(rf"^(?:\s*{_OPEN}[0-9]+{_CLOSE}[\s.;,]*)+$")
_OUTER = frozenset({"ARTICLE", "ANNEX", "PREAMBLE"})


class Said(Struct, frozen=True, kw_only=True):
    """A sentence: as written, what it orders (places in full), its quotations by number, and the new text after it.

    `acts` are the acts that it names. `amends` tells one that has an amending verb or a quotation, so that it may not be
    passed over in silence. `after` are the lines that follow it without guillemets, up to the next sentence that orders.
    """

    sentence: str
    orders: tuple[Order, ...]
    quotations: tuple[str, ...]
    payload: tuple[str, ...]
    after: tuple[str, ...]
    acts: tuple[str, ...]
    amends: bool


def read_article(text: str) -> tuple[Said, ...]:
    """The sentences of `text` (lines, guillemets as typed). Text inside « » is never read as a sentence."""
    masked, quotations = cut(text)
    said: list[Said] = []
    context: tuple[Part, ...] = ()
    for line in (_ENUMERATED.sub("", line.strip()) for line in masked.split("\n") if line.strip()):
        if _ONLY_QUOTED.match(line):
            found = tuple(quotations[int(n)] for n in _MARK.findall(line))
            if said and not said[-1].after:
                last = said[-1]
                said[-1] = replace(last, payload=(*last.payload, *found))
            else:
                said.append(_plain(_unmasked(line, quotations), found))
            continue
        for sentence in _split(line):
            reading = read_sentence(sentence)
            orders = tuple(_in_context(o, context) for o in reading.orders)
            context = next((o.place[:1] for o in reversed(orders) if o.place and o.place[0].unit in _OUTER), context)
            inline = tuple(quotations[int(n)] for n in _MARK.findall(sentence))
            if not orders and not reading.amends and not inline and said and _continues(said[-1]):
                last = said[-1]
                said[-1] = replace(last, after=(*last.after, sentence))
                continue
            said.append(
                Said(
                    sentence=_unmasked(sentence, quotations),
                    orders=orders,
                    quotations=tuple(quotations),
                    payload=_trailing(sentence, orders, quotations),
                    after=(),
                    acts=reading.acts,
                    amends=reading.amends,
                )
            )
    return tuple(said)


def _plain(sentence: str, payload: tuple[str, ...]) -> Said:
    return Said(sentence=sentence, orders=(), quotations=(), payload=payload, after=(), acts=(), amends=False)


def _continues(said: Said) -> bool:
    return bool(said.orders) and not said.payload and said.sentence.rstrip().endswith((":", "."))


def _split(line: str) -> Iterator[str]:
    for start, end in sentences(line):
        yield line[start:end]


def _in_context(order: Order, context: tuple[Part, ...]) -> Order:
    """The order with the article that an earlier sentence has named, where it names none itself."""
    if order.place and order.place[0].unit in _OUTER:
        return order
    return Order(order.verb, (*context, *order.place), order.words)


def _trailing(sentence: str, orders: tuple[Order, ...], quotations: list[str]) -> tuple[str, ...]:
    """The quotations at the end of a sentence, after a colon, that no order takes as words."""
    found = re.search(rf":\s*((?:{_OPEN}[0-9]+{_CLOSE}[\s.;,]*)+)$", sentence)
    if not found:
        return ()
    taken = {n for o in orders for n in o.words} | {p.named for o in orders for p in o.place}
    return tuple(quotations[int(n)] for n in _MARK.findall(found[1]) if int(n) not in taken)


def _unmasked(sentence: str, quotations: list[str]) -> str:
    return _MARK.sub(lambda m: f"« {quotations[int(m[1])]} »", sentence)


def cut(text: str) -> tuple[str, list[str]]:
    """The text with each outermost quotation as its number, and the quotations without their guillemets.

    A guillemet that opens each line of a quotation opens nothing. A quotation that is never closed stays as it is typed.
    """
    masked: list[str] = []
    found: list[str] = []
    index = 0
    while index < len(text):
        if text[index] != "«":
            masked.append(text[index])
            index += 1
            continue
        end = _closing(text, index)
        if end is None:
            masked.append(text[index])
            index += 1
            continue
        inner = (
            re.sub(r"\n«\s?", "\n", text[index + 1 : end])
            if _repeated(text[index + 1 : end])
            else text[index + 1 : end]
        )
        masked.append(f"{_OPEN}{len(found)}{_CLOSE}")
        found.append(inner.strip())
        index = end + 1
    return "".join(masked), found


def _repeated(inner: str) -> bool:
    return inner.count("«") > inner.count("»")


def _closing(text: str, at: int) -> int | None:
    depth = 0
    for index in range(at, len(text)):
        if text[index] == "«":
            if depth and text[index - 1] == "\n" and text.count("«", at) > text.count("»", at):
                continue
            depth += 1
        elif text[index] == "»":
            depth -= 1
            if depth == 0:
                return index
    return None
