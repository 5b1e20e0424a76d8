"""What a filled template leaves to be written in by hand."""

from __future__ import annotations

import re

BLANK = re.compile(r"\[à[ \u00a0]compléter[^\[\]]*\]")


def blank(what: str) -> str:
    """What stands for something that nobody has said; `BLANK` finds it."""
    return f"[à\u00a0compléter\u00a0: {what}]"
