"""YAML with its traps taken out: every scalar is text with its place, and what deceives is refused.

Nothing here knows a key: `source.schema` says what each text must be.
"""

from clausier.source.yaml.nodes import NOTHING, Entry, Mapping, Node, Scalar, Sequence
from clausier.source.yaml.read import read_yaml

__all__ = ["NOTHING", "Entry", "Mapping", "Node", "Scalar", "Sequence", "read_yaml"]
