"""What searches find in a page: the sections that Material for MkDocs makes of it, found faster.

Material uses the standard library's reader of HTML, which is ready for any HTML and took a quarter of the time of a page.
Python-Markdown and the compiler write HTML of one kind: small letters, values in double quotes, no comments. A page of
another kind is left to Material. Both ways give the same sections: a test holds that.

Beyond Material's rules, a word is found without its accents too, and an article or an amendment by its number.
"""

from __future__ import annotations

import re
from html import escape, unescape
from math import inf
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import (  # type: ignore[import-untyped]  # Material has no types
    Element,
    Parser,
    SearchIndex,
    Section,
    void,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_PIECE = re.compile(r'([^<]*)<(/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-zA-Z-]*(?:="[^"]*")?)*)\s*(/?)>')
_ATTRIBUTE = re.compile(r'([a-z][a-zA-Z-]*)(?:="([^"]*)")?')
_TELLING = re.compile("data-search-exclude|headerlink|linenodiv")
_SCRIPT = re.compile(r"(<script\b[^>]*>).*?</script>", re.DOTALL)
_UNCLOSED = re.compile(r"<script\b[^>]*>(?!</script>)")
_RAW = re.compile(r"<(?:style|textarea|title|iframe|noembed|noframes|xmp|plaintext)\b")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset(Parser().keep)
_NEVER = frozenset({"object", "script", "style"})
_VOID = frozenset(void)
_FRENCH = "assets/javascripts/lunr/min/lunr.fr.min.js"  # read by the browser before it makes its index
# A word with accents is put into the index twice, as written and without: what is searched for can then stay as it is typed.
_UNACCENTED = """
(() => {
  const bare = (word) => word.normalize("NFD").replace(/\\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae");
  const both = (token) => {
    const word = bare(token.toString());
    return word === token.toString() ? token : [token, token.clone(() => word)];
  };
  lunr.Pipeline.registerFunction(both, "unaccented-fr");
  const french = lunr.fr;
  lunr.fr = Object.assign(function () {
    french.call(this);
    this.pipeline.add(both);
  }, french);
})();
"""
# Where a number is searched for, it is that number, not all that begin with its figures. Titles say « Article 8 », « 8.3 – … »
# and « Avenant n° 1 »; people type « article 8.3 », « avenant n°1 » and « avenant 1 ».
_NUMBERED = """
(() => {
  const asked = (words) => words
    .replace(/\\bart(icle)?s?\\* (?=\\d)/gi, "")
    .replace(/\\b(avenant\\* n°\\*? ?|avenant\\* |n°\\*? ?)(?=\\d)/gi, "avenant* n°*^10 ")
    .replace(/(^| )(\\d[\\d.]*)\\*/g, "$1$2")
    .replace(/(^| )1(?= |$)/g, " 1 1er");
  const parser = lunr.QueryParser;
  lunr.QueryParser = Object.assign(function (words, query) {
    parser.call(this, asked(words), query);
  }, parser, {prototype: parser.prototype});
})();
"""


class FasterSearch(BasePlugin):  # type: ignore[type-arg]  # it has no configuration
    """Gives Material's plugin an index that is filled faster."""

    def __init__(self, search: Any) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # MkDocs has few types
        self.search = search

    def on_pre_build(self, **_: Any) -> None:
        """Put it in the place of the one that Material has made of its configuration, empty as yet."""
        if self.search.config.enabled:
            self.search.search_index = Index(**self.search.config)

    def on_files(self, files: Files, *, config: MkDocsConfig, **_: Any) -> Files:
        """Let the theme's French find words without their accents, and numbers as they are."""
        theirs = files.get_file_from_path(_FRENCH)
        if theirs is not None and theirs.abs_src_path:
            program = Path(theirs.abs_src_path).read_text(encoding="utf-8") + _UNACCENTED + _NUMBERED
            files.remove(theirs)
            files.append(File.generated(config, _FRENCH, content=program))
        return files


class Index(SearchIndex):  # type: ignore[misc]  # Material has no types
    """Material's index of a site."""

    def add_entry_from_context(self, page: Page) -> None:
        """Put the sections of a page into the index."""
        if (page.meta.get("search") or {}).get("exclude"):
            return
        for section in sections(page.content or ""):
            if not section.is_excluded():
                self.create_entry_for_section(section, page.toc, page.url, page)


def sections(html: str) -> list[Section]:
    """The sections of a page, as Material's `Parser` finds them."""
    reader = _Reader()
    if _RAW.search(html) or not reader.read(html):
        parser = Parser()
        parser.feed(html)
        parser.close()
        return list(parser.data)
    return reader.found


class _Reader:
    """The state of Material's `Parser`, which names elements by their tags alone: so does this."""

    def __init__(self) -> None:
        self.found: list[Any] = []
        self.section: Any = None
        self.context: list[str] = []  # the tags that are open
        self.permalinks: list[int] = []  # how many were, when a link to a heading was opened
        self.skip = set(_NEVER)
        self.skipped = 0  # of the tags that are open, those to be skipped

    def read(self, html: str) -> bool:
        """Find the sections; false where the page is not of the one kind."""
        at = 0
        html = _SCRIPT.sub(r"\1</script>", html)  # nothing is found in a program, which is no HTML
        if _UNCLOSED.search(html):
            return False
        for piece in _PIECE.finditer(html):
            if piece.start() != at:
                return False
            words, closes, tag, attributes, alone = piece.groups()
            if words:
                self._words(words)
            if closes:
                self._close(tag)
            else:
                self._open(tag, attributes)
                if alone:
                    self._close(tag)
            at = piece.end()
        rest = html[at:]
        if rest:
            self._words(rest)
        return "<" not in rest

    def _open(self, tag: str, written: str) -> None:
        if tag in _VOID:
            return
        self.context.append(tag)
        self.skipped += tag in self.skip
        telling = written and (tag in _HEADINGS or _TELLING.search(written))
        attributes = dict(_ATTRIBUTE.findall(written)) if telling else {}
        if tag in _HEADINGS and "id" in attributes:
            depth = len(self.context)
            if tag != "h1" and not self.found:
                self.found.append(Section(Element("hx"), depth))
            self.section = Section(Element(tag, attributes), depth)
            if self.found:
                self.section.id = unescape(attributes["id"])
            self.found.append(self.section)
        self._begun()
        if "data-search-exclude" in attributes or attributes.get("class") == "linenodiv":
            if tag not in self.skip:
                self.skip.add(tag)
                self.skipped += self.context.count(tag)
            return
        if tag == "a" and attributes.get("class") == "headerlink":
            self.permalinks.append(len(self.context))
        if tag in _KEPT and not self.skipped:
            self._said().append(f"<{tag}>")

    def _close(self, tag: str) -> None:
        if not self.context or self.context[-1] != tag:
            return
        if self.section.depth > len(self.context):
            outer = next((one for one in reversed(self.found) if one.depth <= len(self.context)), None)
            if outer is not None:
                self.section.depth = inf
                self.section = outer
        if self.permalinks and self.permalinks[-1] == len(self.context):
            self.permalinks.pop()
        self.context.pop()
        if tag in self.skip:
            self.skipped -= 1
            if tag not in _NEVER:
                self.skip.remove(tag)
                self.skipped -= self.context.count(tag)
            return
        if tag in _KEPT and not self.skipped:
            said = self._said()
            first = said.index(f"<{tag}>")
            if all(said[n].isspace() for n in range(first + 1, len(said))):
                del said[first:]
            else:
                said.append(f"</{tag}>")

    def _words(self, written: str) -> None:
        if self.skipped:
            return
        words = unescape(written) if "&" in written else written
        blank = words.isspace()
        if "pre" not in self.context:
            words = " " if blank else words.replace("\n", " ")
        self._begun()
        if self.section.el.tag in self.context:
            if not self.permalinks:
                self.section.title.append(escape(words, quote=False))
        elif not blank:
            self.section.text.append(escape(words, quote=False))
        elif "pre" in self.context or not self.section.text or not self.section.text[-1].isspace():
            self.section.text.append(words)

    def _begun(self) -> None:
        if self.section is None:
            self.section = Section(Element("hx"))
            self.found.append(self.section)

    def _said(self) -> list[str]:
        """The title of the section, or its text, whichever is being read."""
        section = self.section
        said: list[str] = section.title if section.el.tag in self.context else section.text
        return said
