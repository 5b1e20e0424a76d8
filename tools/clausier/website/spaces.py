"""The no-break spaces of headings, kept in the table of contents: Python-Markdown makes plain spaces of them there.

Without them a line of the table may begin with `»` or `?`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.treeprocessors import Treeprocessor

NO_BREAK = "\u00a0"
_KEPT = "&nbsp;"  # which `strip_tags` does not take for a space
_BEHIND_CONTENTS = 4  # Python-Markdown makes the table of contents at 5
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class KeptSpaces(Extension):
    """Makes the table of contents say headings with the spaces that they have."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Put the processor behind the one that makes the table."""
        md.treeprocessors.register(_Keep(md), "clausier_kept_spaces", _BEHIND_CONTENTS)


class _Keep(Treeprocessor):
    def run(self, root: Element) -> None:
        """Give the entries of the table the words of their headings, where nothing but spaces tells them apart."""
        spaced = {h.get("id"): h for h in root.iter() if h.tag in _HEADINGS and NO_BREAK in "".join(h.itertext())}
        if spaced:
            for entry in _entries(getattr(self.md, "toc_tokens", ())):
                words = self._words(spaced[entry["id"]]) if entry["id"] in spaced else ""
                if " ".join(words.split()) == entry["name"]:
                    entry["name"] = words

    def _words(self, heading: Element) -> str:
        """The words of a heading as the table has them, without the link to it that the theme adds at its end."""
        own = copy.copy(heading)
        own[:] = [part for part in heading if part.get("class") != "headerlink"]
        html = render_inner_html(own, self.md).replace(NO_BREAK, _KEPT)
        return strip_tags(html).replace(_KEPT, NO_BREAK)


def _entries(tokens: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        yield token
        yield from _entries(token["children"])
