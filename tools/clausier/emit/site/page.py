"""A page: a path, a title, and Markdown whose headings are Markdown and whose rest is HTML with final addresses.

MkDocs neither rewrites nor checks addresses inside HTML, so every link is made by `Page.to`, and a test crawls the built
site. A block of HTML never holds an empty line: that would end it.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clausier.emit.html import escape, in_text
from clausier.text.regex import regex
from clausier.text.typography import unbroken

BEHIND = 0.001
"""The weight of a page that says the words of the text again: a word of its headings counts a thousandfold, and it stays behind the text."""
OF_THE_PROGRAM = BEHIND / 10_000
"""The weight of a page that explains the program: even a word of its headings stays behind all that is said of the convention."""
_DECIMALS = 9  # of a weight; an exponent would be no number in YAML
_MARKDOWN = regex(r"([\\`*_{}\[\]#])")  # what a backslash takes the meaning from, in every Markdown
_CODE = regex(r"`([^`]+)`")
_MARKUP = regex(r"(<(?:code|pre|script|style)\b[^<]*</|<[^>]*>|`[^`]*`)")  # between which words stand


def plain(words: str) -> str:
    """`words` for a place of Markdown where no sign may act as markup."""
    return in_text(_MARKDOWN.sub(r"\\\1", words))


def coded(words: str) -> str:
    """`words` as HTML, what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", escape(words))


def relative(here: str, there: str) -> str:
    """The address of `there` as seen from the page `here`; both are paths from the top of the site."""
    folders = here.split("/")[:-1]
    path, _, anchor = there.partition("#")
    parts = path.split("/")
    if path == here:
        return f"#{anchor}" if anchor else parts[-1]
    while folders and len(parts) > 1 and folders[0] == parts[0]:
        folders, parts = folders[1:], parts[1:]
    return "../" * len(folders) + "/".join(parts) + (f"#{anchor}" if anchor else "")


def inside(place: str, anchor: str) -> str:
    """The address of a line of the provision at `place`: `articles/8.html#al-3`, `articles/8.html#8.3-al-3`."""
    return f"{place}{'-' if '#' in place else '#'}{anchor}"


def kilobytes(size: int) -> str:
    """How large a file is, for people."""
    return f"{max(1, round(size / 1024))}\u00a0Kio"


def decimal(weight: float) -> str:
    """A weight as YAML has numbers: `0.001`, `3`."""
    return f"{weight:.{_DECIMALS}f}".rstrip("0").rstrip(".")


class Page(Struct, frozen=True, kw_only=True):
    """One page of the site."""

    path: str  # its address from the top of the site: `articles/8.html`
    title: str
    nav: str  # its name in the menu
    weight: float = 1  # of its words in the search; 0: a second copy of words found elsewhere, which is left out
    alone: bool = False  # without menu and table of contents beside it
    part: str | None = None  # of a series (articles, versions …) in which the page is; "" where it has no parts

    def to(self, there: str) -> str:
        """The address of `there`, escaped, as seen from this page."""
        return escape(relative(self.path, there))

    def link(self, there: str, words: str) -> str:
        """A link to `there` that says `words` (plain text)."""
        return f'<a href="{self.to(there)}">{escape(words)}</a>'

    @property
    def source(self) -> str:
        """The path of its Markdown."""
        return self.path.removesuffix(".html") + ".md"

    def markdown(self, parts: Iterable[str]) -> str:
        """The whole page: what the theme must know, its heading, its parts with an empty line between them."""
        head = ["---", f"title: {quoted(titled(self.title))}"]
        if self.weight != 1:
            head += ["search:", f"  boost: {decimal(self.weight)}" if self.weight else "  exclude: true"]
        if self.alone:
            head += ["hide:", "  - navigation", "  - toc"]
        pieces = _MARKUP.split("\n\n".join(part for part in parts if part))
        pieces[::2] = (unbroken(piece) if " " in piece else piece for piece in pieces[::2])  # most have no space
        return "\n".join([*head, "---", "", "".join(pieces), ""])


def heading(level: int, words: str, anchor: str = "") -> str:
    """A heading in Markdown, so that the theme's search and table of contents see it; `words` are plain text."""
    return f"{'#' * level} {plain(words)}" + (f" {{#{anchor}}}" if anchor else "")


def block(kind: str, *parts: str) -> str:
    """Parts of HTML as one block of class `kind`, which Markdown leaves as it is."""
    inner = "\n".join(part for part in parts if part)
    return f'<div class="{kind}">\n{inner}\n</div>' if inner else ""


def paragraph(html: str, kind: str = "") -> str:
    """A paragraph of HTML, of class `kind` where one is given."""
    return f'<p class="{kind}">{html}</p>' if kind else f"<p>{html}</p>"


def listing(items: Iterable[str], kind: str = "") -> str:
    """A list of HTML items; nothing where there are none."""
    rows = "\n".join(f"<li>{item}</li>" for item in items)
    opening = f'<ul class="{kind}">' if kind else "<ul>"
    return f"{opening}\n{rows}\n</ul>" if rows else ""


def grid(caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> str:
    """A table of the site's own: a caption (plain text), the columns' names, rows of HTML whose first cell heads the row."""
    return framed(caption, kind, columns, "\n".join(f"<tr>{_row(row)}</tr>" for row in rows))


def framed(caption: str, kind: str, columns: Iterable[str], body: str) -> str:
    """A table of that class, with its rows below the names of the columns as HTML, in a frame that scrolls where it is narrow."""
    name = escape(caption)
    return (
        f'<div class="rows" role="group" tabindex="0" aria-label="{name}"><table class="own {kind}">'
        f"<caption>{name}</caption>\n<thead><tr>{heads(columns)}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def heads(columns: Iterable[str]) -> str:
    """The cells of a table that head its columns."""
    return "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)


def _row(cells: Iterable[str]) -> str:
    first, *rest = cells
    return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest)


def folded(summary: str, *parts: str, kind: str = "", searched: bool = True) -> str:
    """Parts of HTML under a line that unfolds them; `searched`: whether searches find their words."""
    inner = "\n".join(part for part in parts if part)
    named = f' class="{kind}"' if kind else ""
    return f"<details{named}{'' if searched else ' data-search-exclude'}>\n<summary>{summary}</summary>\n{inner}\n</details>"


def titled(words: str) -> str:
    """A name of a page as MkDocs is told it: themes put it among their HTML as it is."""
    return unbroken(words).replace("<", "&lt;")


def quoted(words: str) -> str:
    """`words` as a YAML text on one line."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
