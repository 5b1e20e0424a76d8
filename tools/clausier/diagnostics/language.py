"""What each language of the messages has in its own way: its marks, how it counts things, what it calls the severities."""

from __future__ import annotations

from clausier.diagnostics.diagnostic import Lang, Message

COLON = Message(fr="\u00a0:", en=":")
SEMICOLON = Message(fr="\u00a0;", en=";")
SEVERITIES = {
    "error": Message(fr="erreur", en="error"),
    "warning": Message(fr="avertissement", en="warning"),
    "remark": Message(fr="remarque", en="remark"),
}


def quoted(words: str, lang: Lang) -> str:
    """Words of an act, between the quotation marks of the language."""
    return f"«\u00a0{words}\u00a0»" if lang == "fr" else f"“{words}”"


def several(n: int, word: str, plural: str = "") -> str:
    """`0 article`, `1 article`, `2 articles`; `plural` where it is not the word with an s."""
    return f"{n} {word if n < 2 else plural or word + 's'}"
