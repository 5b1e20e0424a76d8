"""A YAML node held against its schema, and why it does not fit."""

from clausier.source.schema.forms import DAY, alternatives, mark
from clausier.source.schema.walk import check_node, plain

__all__ = ["DAY", "alternatives", "check_node", "mark", "plain"]
