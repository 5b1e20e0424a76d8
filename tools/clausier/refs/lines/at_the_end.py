"""What new lines may not simply come behind: the last part of several, a total, definitions in the order of the alphabet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausier.refs.lines.items import label_of
from clausier.refs.lines.section import DASH, ITEM, LABEL, heads_a_part, is_heading
from clausier.text.accents import without_accents
from clausier.text.regex import regex

LABEL_TAKEN = "le point qui suit porte déjà ce numéro : que devient-il ?"
CUT_OFF = "le texte nouveau finit comme un élément d’une liste que d’autres suivent : est-il tout ?"
_SUMS_UP = regex(r"\W*(?:total|sous-total|ensemble|moyenne)\b", re.IGNORECASE)
_DEFINED = regex(r"\W*(?P<word>[^\W\d_][^:|.;]{1,60}?)\s*»?\s*:\s")
_FEWEST = 3  # definitions of which the order tells something


def why_not_at_the_end(new: Sequence[str], lines: Sequence[str]) -> str:
    """Why it is not certain that `new` lines come behind all of `lines`, an article's (in French); "" where nothing tells so."""
    if not new or not lines:
        return ""
    if is_divided(lines) and not (LABEL.match(new[0]) or heads_a_part(new[0])):
        return "cet article est divisé en parties : le texte nouveau s’ajoute-t-il à la dernière ?"
    if "|" in new[0] and _SUMS_UP.match(lines[-1]) and not _SUMS_UP.match(new[0]):
        return "la dernière ligne du tableau est un total : la nouvelle vient-elle derrière lui ?"
    if _is_out_of_order(new, lines):
        return "les définitions sont dans l’ordre alphabétique : la nouvelle vient-elle à son rang ?"
    return ""


def is_taken(new: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether one of the new lines has the label of the first of those behind them."""
    label = label_of(behind[0]) if behind else ""
    return bool(label) and label in {label_of(line) for line in new}


def is_cut_off(new: Sequence[str], old: Sequence[str]) -> bool:
    """Whether the new wording of a whole ends with « ; » where the old one did not."""
    return (
        bool(new and old) and new[-1].rstrip().endswith((";", ",")) and old[-1].rstrip().endswith((".", "!", "?", "…"))
    )


def is_divided(lines: Sequence[str]) -> bool:
    """Whether an article in plain lines is made of parts that bear a number and a heading."""
    return sum((LABEL.match(line) is not None or heads_a_part(line)) and is_heading(line) for line in lines) > 1


def _is_out_of_order(new: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether the lines define words in the order of the alphabet, and the new ones would not at their end."""
    there, brought = (_defined(one) for one in (lines, new))
    ordered = len(there) >= _FEWEST and all(a < b for a, b in pairwise(there))
    return ordered and bool(brought) and brought[0] < there[-1]


def _defined(lines: Sequence[str]) -> list[str]:
    """The words that lines define, as the alphabet has them: « Agent : … », « – « Site » : … »."""
    found = (_DEFINED.match(ITEM.sub("", DASH.sub("", line.strip()))) for line in lines)
    return [without_accents(one["word"].lower()) for one in found if one]
