"""A sentence of an amendment, with what it orders and the new text that follows it."""

from __future__ import annotations

from msgspec import Struct

from clausier.french.order import Order, Part
from clausier.french.turns import Figure


class Said(Struct, frozen=True, kw_only=True):
    """A sentence: as written, what it orders (places in full), its quotations by number, and the new text after it.

    `acts` are the acts that it names. `amends` tells one that has an amending verb or a quotation, so that it may not be
    passed over in silence, `verb` the former, `tells` that it says a change without the words of the text. `under` is the place that a line above announces for it, `names` that which it
    announces itself and orders nothing there (« Au premier alinéa : »). `after` are the lines
    that follow it without guillemets, up to the next sentence that orders; `uncertain`, that one of them has an amending verb.
    `figures` are those that a sentence changes without the words of the text, where it orders nothing else. `itself` tells one
    that names the text as the annex that it is.
    """

    sentence: str
    orders: tuple[Order, ...]
    quotations: tuple[str, ...]
    payload: tuple[str, ...]
    after: tuple[str, ...]
    acts: tuple[str, ...]
    amends: bool
    verb: bool = False
    tells: bool = False
    under: tuple[Part, ...] = ()
    names: tuple[Part, ...] = ()
    uncertain: bool = False
    figures: tuple[Figure, ...] = ()
    itself: bool = False
