"""One operation on a text: the only code that changes words."""

from clausier.amend.apply import Applied, apply
from clausier.amend.excerpt import excerpt, lines
from clausier.amend.fingerprint import fingerprint, own_words
from clausier.amend.footprint import Footprint, footprint, overwritten
from clausier.amend.left_alone import left_alone
from clausier.amend.naming import anchors, meant, named
from clausier.amend.numbering import given_twice
from clausier.amend.other_case import other_case
from clausier.amend.reach import Reach, reach
from clausier.amend.seams import seams
from clausier.amend.without_force import without_force

__all__ = [
    "Applied",
    "Footprint",
    "Reach",
    "anchors",
    "apply",
    "excerpt",
    "fingerprint",
    "footprint",
    "given_twice",
    "left_alone",
    "lines",
    "meant",
    "named",
    "other_case",
    "overwritten",
    "own_words",
    "reach",
    "seams",
    "without_force",
]
