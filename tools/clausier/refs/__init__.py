"""What a target names in a given state of the text."""

from clausier.refs.find import describe, find, has_more, item_end, label_key, unit_name
from clausier.refs.places import (
    Ambiguous,
    Blocks,
    Column,
    Failure,
    HeadingPlace,
    Miscounted,
    Missing,
    Path,
    Place,
    Row,
    Sentence,
    Unknown,
    WholeProvision,
    at,
)

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
    "has_more",
    "item_end",
    "label_key",
    "unit_name",
]
