"""Signed files → the convention that they hold, or why it is none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from clausier.author.convention.making import Made, made_of
from clausier.author.intake.reading import read_file
from clausier.diagnostics import Refused


def read_convention(paths: Iterable[Path], identity: str, title: str = "") -> Made:
    """The convention that the signed files hold, its annexes perhaps in files of their own; `identity` is its short name.

    `title` stands for the one that the act gives itself. Raises Refused where a file cannot be read, or holds no article.
    """
    made = made_of(tuple(read_file(path) for path in paths), identity, title)
    if not made.outline.units:
        raise Refused(
            "aucun article n’est reconnu : les titres doivent être des lignes (« Article 1 – Objet », « 1. Objet »), "
            "ou avoir un style de titre",
            "no article is recognised: headings must be lines (“Article 1 – Objet”, “1. Objet”), or have the style of one",
        )
    return made
