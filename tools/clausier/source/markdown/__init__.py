"""Markdown → lines of an act: headings, alinéas, tables, quotations, each with its place.

Only a small part of CommonMark is text; the rest, and what CommonMark would swallow or change, is refused.
"""

from clausier.source.markdown.labels import is_label, own_label
from clausier.source.markdown.parts import Grid, Heading, Line, Part, Quote
from clausier.source.markdown.read import read_markdown

__all__ = ["Grid", "Heading", "Line", "Part", "Quote", "is_label", "own_label", "read_markdown"]
