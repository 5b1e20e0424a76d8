"""A refusal of what is asked: a file that cannot be read, an edit that no amendment may make, a list that names a folder twice."""

from __future__ import annotations

from clausier.diagnostics.diagnostic import Message


class Refused(Exception):  # noqa: N818 - not a fault: it says what became of what was asked
    """Nothing is written; why, in French and in English."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(en)
        self.message = Message(fr=fr, en=en)
