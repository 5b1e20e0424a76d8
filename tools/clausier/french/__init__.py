"""Amending French → what it orders: each sentence of an act that changes a text, read by a grammar, or not understood."""

from clausier.french.announcing import announced_below, announces, announces_in, only_announces
from clausier.french.article import acts_named, behind_its_text, read_article
from clausier.french.itself import Itself
from clausier.french.layout import heading_place
from clausier.french.naming import of_another_kind
from clausier.french.order import Order, Part
from clausier.french.orders import Written, written
from clausier.french.phrases import Reading, read_sentence, unknown_words
from clausier.french.said import Said

__all__ = [
    "Itself",
    "Order",
    "Part",
    "Reading",
    "Said",
    "Written",
    "acts_named",
    "announced_below",
    "announces",
    "announces_in",
    "behind_its_text",
    "heading_place",
    "of_another_kind",
    "only_announces",
    "read_article",
    "read_sentence",
    "unknown_words",
    "written",
]
