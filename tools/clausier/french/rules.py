"""The rules of `sentence.lark`, as lark reads them, kept in `sentence.rules`: loading lark takes as long as a whole `check`.

`sentence.rules` is written by `pytest --update tests/french/test_rules.py`, and a test holds it alike. It begins with what
tells the grammar that it was made of: made of another, it is passed over, and lark reads the grammar anew.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lark import Lark
    from lark import Token as Leaf

GRAMMAR = Path(__file__).with_name("sentence.lark")
KEPT = GRAMMAR.with_suffix(".rules")


class Rule(Struct, frozen=True):
    """One alternative: the rule that it is of, the name of its trees, and its symbols (a kind of token is in capitals).

    A name that begins with `_` makes no tree; one with `?` none of a single thing.
    """

    origin: str
    name: str
    symbols: tuple[str, ...]


@cache
def grammar() -> Lark:
    """The grammar as lark reads it; its own parser takes tokens that are told apart already."""
    from lark import Lark
    from lark.lexer import Lexer

    class Told(Lexer):
        def __init__(self, conf: object) -> None:
            pass

        def lex(self, data: Iterable[Leaf]) -> Iterator[Leaf]:  # type: ignore[override]  # the form of custom lexers
            yield from data

    return Lark(GRAMMAR.read_text(encoding="utf-8"), parser="earley", lexer=Told)


def read_rules() -> tuple[Rule, ...]:
    """The rules of the grammar: those kept of it, or else as lark reads it."""
    try:
        head, _, body = KEPT.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return of_lark()
    if head != _made_of(body):
        return of_lark()
    lines = (line.split("\t") for line in body.splitlines())
    return tuple(Rule(origin, name, tuple(symbols.split())) for origin, name, symbols in lines)


def of_lark() -> tuple[Rule, ...]:
    """The rules of the grammar, read by lark."""
    return tuple(
        Rule(
            r.origin.name,
            r.alias or (f"?{r.origin.name}" if r.options.expand1 else r.origin.name),
            tuple(s.name for s in r.expansion),
        )
        for r in grammar().rules
    )


def as_kept() -> str:
    """What `sentence.rules` is to hold."""
    body = "".join(f"{r.origin}\t{r.name}\t{' '.join(r.symbols)}\n" for r in of_lark())
    return f"{_made_of(body)}\n{body}"


def _made_of(body: str) -> str:
    """What tells the grammar, and the rules made of it."""
    return f"{zlib.crc32(GRAMMAR.read_bytes())} {zlib.crc32(body.encode())}"
