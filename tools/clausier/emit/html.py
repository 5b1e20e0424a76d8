"""Words of acts as HTML: their characters, their emphasis and links, and the references that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from clausier.text import Mark, Text
from clausier.text.regex import regex
from clausier.text.typography import unbroken
from clausier.text.words import capitalised

SAFE_LINK = regex(r"(?:https?|mailto):", re.IGNORECASE)
_TAGS = {"em": "em", "strong": "strong"}


class To(Struct, frozen=True):
    """The characters `start` to `end` of a line lead to `href`, an address of the site as seen from the page."""

    start: int
    end: int
    href: str


def in_text(chars: str) -> str:
    """`chars` as HTML text, or as that of XML."""
    return chars.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape(chars: str) -> str:
    """`chars` as HTML text, fit for an attribute in double quotes too."""
    return chars.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@lru_cache(maxsize=1 << 16)  # every page of a version says again what the others say
def words_html(chars: str) -> str:
    """Words of an act as HTML: theirs to the letter, but that no line begins with `;` or ends with `«`.

    Acts come with ordinary spaces where French wants no-break ones; which of the two it is carries no meaning.
    """
    return escape(unbroken(chars))


def in_a_sentence(words: str) -> str:
    """`words` with a capital and a full stop, where they have none."""
    begun = capitalised(words)
    return begun if begun.endswith((".", "!", "?", "…")) else f"{begun}."


def text_html(text: Text, references: Iterable[To] = ()) -> str:
    """The words of a text with their emphasis and links, without a word on who wrote them.

    A reference that its writers made a link themselves stays theirs: no link holds another.
    """
    links = [m for m in text.marks if m.kind == "link"]
    free = [r for r in references if not any(m.start < r.end and r.start < m.end for m in links)]
    marks: tuple[Mark | To, ...] = (*free, *text.marks)
    if not marks:
        return words_html(text.chars)
    out: list[str] = []
    opened: list[Mark | To] = []
    cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    for start, end in pairwise(cuts):
        wanted = [m for m in marks if m.start <= start and end <= m.end]
        shared = 0
        while shared < min(len(opened), len(wanted)) and opened[shared] == wanted[shared]:
            shared += 1
        out.extend(_closing(m) for m in reversed(opened[shared:]))
        out.extend(_opening(m) for m in wanted[shared:])
        opened = wanted
        out.append(words_html(text.chars[start:end]))
    out.extend(_closing(m) for m in reversed(opened))
    return "".join(out)


def _opening(mark: Mark | To) -> str:
    if isinstance(mark, To):
        return f'<a class="ref" href="{escape(mark.href)}">'
    if mark.kind != "link":
        return f"<{_TAGS[mark.kind]}>"
    # An address of the sources' own folders leads nowhere on the site.
    return f'<a href="{escape(mark.href)}">' if SAFE_LINK.match(mark.href) else ""


def _closing(mark: Mark | To) -> str:
    if isinstance(mark, To):
        return "</a>"
    if mark.kind != "link":
        return f"</{_TAGS[mark.kind]}>"
    return "</a>" if SAFE_LINK.match(mark.href) else ""
