"""How much may change of a sentence, an alinéa or an article before it is reworded whole: the one place that says it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Thresholds(Struct, frozen=True, kw_only=True):
    """Shares of what stands, from 0 to 1; beyond them, the whole is reworded. `changes`: how many an alinéa may have apart."""

    sentence: float = 0.4  # of the words of a sentence
    alinea: float = 0.4  # of the words of an alinéa
    article: float = 0.6  # of the alinéas of an article, or of the rows of a table
    changes: int = 3  # with more of them in one alinéa, it reads better whole


def thresholds(preferred: Iterable[tuple[str, int]]) -> Thresholds:
    """What the convention's drafters prefer (`rédaction`, in hundredths), and what is sensible for the rest."""
    given = dict(preferred)
    own = Thresholds()
    return Thresholds(
        sentence=given["phrase"] / 100 if "phrase" in given else own.sentence,
        alinea=given["alinéa"] / 100 if "alinéa" in given else own.alinea,
        article=given["article"] / 100 if "article" in given else own.article,
        changes=given.get("endroits", own.changes),
    )
