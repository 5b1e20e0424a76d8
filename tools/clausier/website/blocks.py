"""How Python-Markdown reads a page: its blocks of HTML taken out whole, where it would read every tag, and the spaces of headings kept.

The pages that the compiler writes are headings, and elements that no empty line breaks (`emit.site.page`). Nothing in these
is Markdown, and reading them tag by tag took more time than all the rest of a page. A page that is not made so (the guide)
is left to Python-Markdown. Both ways give the same page, to the byte: a test holds that.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import render_inner_html, strip_tags
from markdown.preprocessors import HtmlBlockPreprocessor, Preprocessor
from markdown.treeprocessors import Treeprocessor

_OPENS = re.compile(r"<([a-z][a-z0-9]*)[\s>]")
_HEADING = re.compile(r"#{1,6} [^\n<]*")
_IDS = re.compile(r'\sid="([^"]*)"')
# MkDocs looks for anchors in HTML at 21, Python-Markdown takes HTML out at 20: both find nothing left to read.
_BEFORE = 22


class WholeBlocks(Extension):
    """Makes Python-Markdown take the blocks of a page that has nothing but headings and blocks as they are."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Python-Markdown calls
        """Put the preprocessor before those that read tags; not where another extension reads HTML in its own way."""
        if type(md.preprocessors["html_block"]) is HtmlBlockPreprocessor:
            md.preprocessors.register(_TakeOut(md), "clausier_whole_blocks", _BEFORE)


class _TakeOut(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        """The lines with a mark in the place of each block; the same lines where the page is not so made."""
        chunks = [chunk.strip("\n") for chunk in "\n".join(lines).split("\n\n") if chunk.strip("\n")]
        if not all(_HEADING.fullmatch(chunk) or self._element(chunk) for chunk in chunks):
            return lines
        marked: list[str] = []
        for heading, run in groupby(chunks, key=lambda chunk: chunk.startswith("#")):
            if heading:
                marked.append("\n\n".join(run))
            else:
                blocks = "\n\n".join(run)
                self._anchors(_IDS.findall(blocks))
                marked.append(self.md.htmlStash.store(f"{blocks}\n"))
        return "\n\n".join(marked).split("\n")

    def _anchors(self, found: Iterable[str]) -> None:
        """Tell MkDocs, which checks links to anchors, of those in a block."""
        if "mkdocs_extract_anchors" in self.md.treeprocessors:
            known: set[str] = self.md.treeprocessors["mkdocs_extract_anchors"].present_anchor_ids  # type: ignore[attr-defined]  # MkDocs’s own
            known.update(found)

    def _element(self, chunk: str) -> bool:
        """Whether a chunk is one element of a kind that stands by itself, whole, and nothing else."""
        opening = _OPENS.match(chunk)
        if not opening or not self.md.is_block_level(opening[1]):
            return False
        depth = 0
        for tag in re.finditer(rf"<(/?){opening[1]}(?=[\s>])", chunk):
            depth += -1 if tag[1] else 1
            if not depth:
                return chunk[tag.end() :] == ">"
        return False


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
