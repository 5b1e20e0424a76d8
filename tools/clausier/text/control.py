"""Whether a text is plain: most are, and are told so at once."""

from __future__ import annotations

_BLANKS = "\n\t\u00a0\u202f\u2009"  # that texts are full of, and that Python calls unprintable

_UNREAD = "\ufffd"  # what stands for what a program could not read, and is printed as such


def is_plain(text: str) -> bool:
    """Whether a text has neither controls, nor marks that are not seen, nor halves of pairs, nor what is the code of no sign.

    False says nothing: one that is not plain may have but rare blanks. A pattern of all that takes longer to compile than most
    texts to be looked through.
    """
    for blank in _BLANKS:
        text = text.replace(blank, "")
    return text.isprintable() and _UNREAD not in text
