"""Text, and everything that looks inside it: typography, words, sentences."""

from clausier.text.text import Mark, Run, Text, join

__all__ = ["Mark", "Run", "Text", "join"]
