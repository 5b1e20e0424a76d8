"""What amending sentences order: a verb, a place from the outermost part to the innermost, and the words quoted."""

from __future__ import annotations

from msgspec import Struct


class Part(Struct, frozen=True):
    """One step of a place: `unit` (`ARTICLE`, `ALINEA`…), the numbers or labels given, and a name given in quotes.

    `ordinal` tells « le troisième alinéa » from « l'alinéa 3 »; `through`, that the last two numbers are the ends of a range;
    `several` is the cardinal before the ordinal (« les deux premiers alinéas »), else 0.
    """

    unit: str
    numbers: tuple[str, ...] = ()
    ordinal: bool = False
    through: bool = False
    several: int = 0
    named: int | None = None


class Order(Struct, frozen=True):
    """What a sentence orders: `verb`, the place from the outermost part to the innermost, the numbers of its quotations.

    `made` is the number of an article that it creates, or that a unit takes. `everywhere` tells words sought in the whole
    text, `again` a sentence that names its place by a pronoun.
    """

    verb: str
    place: tuple[Part, ...] = ()
    words: tuple[int, ...] = ()
    made: str = ""
    everywhere: bool = False
    again: bool = False
