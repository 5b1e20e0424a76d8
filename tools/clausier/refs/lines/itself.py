"""A text that is itself an annex, told by its title and by the annexes that it holds."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.french.itself import Itself, annex_itself
from clausier.model.provision import Provision
from clausier.text.regex import regex

_HEADED = regex(r"(?i:annexe)\b(?:\s(?:n\s?°\s?)?(?P<number>\d+|[IVX]+(?:er)?|[A-Z])\b)?")


def itself_of(title: str, *texts: Provision) -> Itself | None:
    """The text of that title, where it is an annex; `texts` are states of it, of which it may hold the annexes."""
    own = annex_itself(title, ())
    return annex_itself(title, (number for text in texts for number in _held(text))) if own else None


def _held(text: Provision) -> Iterator[str]:
    """The number of each annex of a text; "" where it bears none."""
    for unit in text.walk():
        heading = unit.heading.chars.strip() if unit.heading else ""
        if unit.kind == "annex" and unit.number:
            yield unit.number
        elif not unit.number and heading.lower().startswith("annexe"):
            found = _HEADED.match(heading)
            yield (found["number"] or "") if found else ""
        elif unit.number.lower().startswith("annexe"):
            yield unit.number[len("annexe") :].strip()
