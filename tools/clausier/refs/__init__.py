"""What a target names in a given state of the text."""

from clausier.refs.failures import Ambiguous, Failure, Miscounted, Missing, Unknown
from clausier.refs.find import find
from clausier.refs.items import has_more, item_end, label_key
from clausier.refs.names import describe, full_names, heading_alone, ranks, unit_name
from clausier.refs.places import Blocks, Column, HeadingPlace, Path, Place, Row, Sentence, WholeProvision, at

__all__ = [
    "Ambiguous",
    "Blocks",
    "Column",
    "Failure",
    "HeadingPlace",
    "Miscounted",
    "Missing",
    "Path",
    "Place",
    "Row",
    "Sentence",
    "Unknown",
    "WholeProvision",
    "at",
    "describe",
    "find",
    "full_names",
    "has_more",
    "heading_alone",
    "item_end",
    "label_key",
    "ranks",
    "unit_name",
]
