"""What a filled template leaves to be written in by hand."""

from __future__ import annotations

import re

BLANK = re.compile(r"\[à[ \u00a0]compléter[^\[\]]*\]")
