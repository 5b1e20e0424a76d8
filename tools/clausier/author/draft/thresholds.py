"""How much may change of a sentence, an alinéa or an article before it is reworded whole: the one place that says it."""

from __future__ import annotations

from msgspec import Struct


class Thresholds(Struct, frozen=True, kw_only=True):
    """Shares of what stands, from 0 to 1; beyond them, the whole is reworded. `changes`: how many an alinéa may have apart."""

    sentence: float = 0.4  # of the words of a sentence
    alinea: float = 0.4  # of the words of an alinéa
    article: float = 0.6  # of the alinéas of an article, or of the rows of a table
    changes: int = 3  # with more of them in one alinéa, it reads better whole


DEFAULTS = Thresholds()
