"""A quick test that a text has no control or invisible characters, which most texts pass."""

from __future__ import annotations

_BLANKS = "\n\t\u00a0\u202f\u2009"  # that texts are full of, and that Python calls unprintable

_UNREAD = "\ufffd"  # what stands for what a program could not read, and is printed as such


def is_plain(text: str) -> bool:
    """Whether a text has no control, invisible or unassigned character, nor half of a surrogate pair.

    False decides nothing: rare kinds of spaces also give it. It spares most texts the pattern that finds such characters
    one by one, which takes longer to compile than they take to be looked through.
    """
    for blank in _BLANKS:
        text = text.replace(blank, "")
    return text.isprintable() and _UNREAD not in text
