"""The blocks of a provision as HTML: each alinéa numbered and linkable, beside those who wrote it.

The typed blocks were made from markdown-it-py's tokens when the sources were read: this is the one place where they
become HTML, so the site shows the alinéas that the compiler counted. No output holds an empty line, which would
end a block of HTML inside a Markdown page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from msgspec import Struct, field

from clausier.emit.html import To, escape, in_a_sentence, text_html
from clausier.model.provision import Alinea, Block, Lacuna, Provision, Quotation, Table
from clausier.refs import ranks
from clausier.text import Text
from clausier.text.regex import regex

_FIGURE = regex(r"[\d\s.,%€\u00a0\u202f–-]+")
_ENDED = {"suspended": "suspendu", "expired": "a pris fin"}  # the words stay; of what is repealed none do


class Source(Struct, frozen=True, kw_only=True):
    """Who wrote some words: the act's mark (`A1`) and rank (its colour), its name with the article, since when, and where.

    `name` and `since` are plain text, `href` the address of the sentence that ordered it, seen from the page.
    """

    mark: str
    rank: int
    name: str
    since: str
    href: str


class Style(Struct, frozen=True, kw_only=True):
    """How the blocks of a provision are set in HTML."""

    prefix: str = ""  # of every anchor: `8.1-` gives `8.1-al-6`
    source: Callable[[str], Source] | None = None  # finds who an origin is; None: nobody is named
    numbered: bool = True  # alinéas bear their number
    after: Mapping[str, str] = field(default_factory=dict)  # HTML to put after the alinéa of that key
    reason: str = ""  # why words of the provision above are missing; not said again where it is why these are too
    older_count: bool = False  # an introduction and its list have one number; their anchors still count lines
    # The references of a line that lead somewhere, by the key of its block, and its row and column if it is a cell:
    references: Mapping[tuple[str, int, int], tuple[To, ...]] = field(default_factory=dict)
    placed: bool = False  # each alinéa says which file of the sources wrote it (`data-source`)


def blocks_html(blocks: Sequence[Block], style: Style) -> str:
    """The blocks of one provision, in order, lists nested as they are."""
    setter = _Setter(style, ranks(blocks, older=style.older_count))
    for block in blocks:
        setter.put(block)
    setter.close(0)
    return "\n".join(setter.out)


def alinea_anchors(provision: Provision) -> Iterator[tuple[str, Alinea]]:
    """The lines of a provision, each behind the end of its anchor: `al-3`; after words that are missing, `al-s3`."""
    rank, gap = 0, ""
    for block in provision.blocks:
        if isinstance(block, Alinea):
            rank += 1
            yield f"al-{gap}{rank}", block
        elif isinstance(block, Lacuna):
            gap = "s"


def alinea_anchor(provision: Provision, rank: int) -> str:
    """The end of the anchor of the line of that rank in a provision."""
    return [anchor for anchor, _ in alinea_anchors(provision)][rank - 1]


def by_html(sources: Iterable[Source]) -> str:
    """The note that says who wrote what follows, and since when; one line for each article of an act."""
    lines = [f'<span class="by-one">{source_html(s)}</span>' for s in once(sources)]
    return f'<p class="by" data-search-exclude><span class="only-heard">Origine\u00a0: </span>{" ".join(lines)}</p>'


def once(sources: Iterable[Source]) -> Iterable[Source]:
    """The sources that a reader tells apart: of several sentences of one article, with the same dates, the first."""
    found: dict[tuple[str, str], Source] = {}
    for source in sources:
        found.setdefault((source.name, source.since), source)
    return found.values()


def source_html(source: Source) -> str:
    """The mark of an act, its name as a link to the sentence, and since when."""
    link = f'<a href="{escape(source.href)}">{escape(source.name)}</a>'
    return f'{mark_html(source)} {link} <span class="since">{escape(source.since)}</span>'


def mark_html(source: Source) -> str:
    """The mark of an act: letters in a frame, so that colour is never alone to tell."""
    return f'<span class="mark o{source.rank}" aria-hidden="true">{escape(source.mark)}</span>'


class _Setter(Struct):
    """The HTML of blocks so far: how many lists are open, the rank of the last alinéa, and who wrote the one before."""

    style: Style
    numbers: Mapping[str, int | None]  # of each line, as the drafters count alinéas
    out: list[str] = field(default_factory=list)
    depth: int = 0
    n: int = 0  # lines that start anew
    shown: int = 0  # the number of the alinéa before
    after_gap: bool = False
    tables: int = 0
    said: tuple[Source, ...] = ()

    def put(self, block: Block) -> None:
        match block:
            case Alinea():
                self._alinea(block)
            case Table():
                self.close(0)
                self.tables += 1
                self._say(self._sources(block.cells))
                self.out.append(table_html(block, self.tables, self.style.references))
            case Lacuna():
                self.close(0)
                self.after_gap = True
                self.out.append(lacuna_html(block, self.style.reason))
            case Quotation():
                self.close(0)
                self.out.append(_quotation(block))
            case _:
                assert_never(block)

    def _alinea(self, alinea: Alinea) -> None:
        self.n += 1
        anchor = f"{self.style.prefix}al-{'s' if self.after_gap else ''}{self.n}"
        sources = self._sources((alinea.label, alinea.text) if alinea.label else (alinea.text,))
        if alinea.item:
            self._open_item(alinea)
        else:
            self.close(alinea.depth)
        self._say(sources)
        number = self._number(anchor, alinea) if self.style.numbered else ""
        label = f'<span class="label">{self._words(alinea.label, sources)}</span> ' if alinea.label else ""
        words = self._words(alinea.text, sources, self.style.references.get((alinea.key, -1, -1), ()))
        kind = "" if alinea.status == "in-force" else f" {alinea.status}"
        ended = ""
        if alinea.status in _ENDED:
            ended = f' <span class="ended">({_ENDED[alinea.status]}{self._ended_by(alinea)})</span>'
        name = f' id="{anchor}"' if self.style.numbered else ""
        if self.style.placed and alinea.span:
            name += f' data-source="{escape(alinea.span.path)}"'
        self.out.append(f'<p class="al{kind}"{name}>{number}{label}{words}{ended}</p>')
        if extra := self.style.after.get(alinea.key):
            self.out.append(extra)

    def _ended_by(self, alinea: Alinea) -> str:
        if not alinea.status_origin or self.style.source is None:
            return ""
        who = self.style.source(alinea.status_origin)
        return f', <a href="{escape(who.href)}">{escape(who.name)}</a>'

    def _number(self, anchor: str, alinea: Alinea) -> str:
        # After a gap nobody knows how many alinéas stand before: the rank is not shown, the anchor counts what is there.
        n = self.numbers[alinea.key]
        if n is None:
            shown, said = "?", "Alinéa de rang inconnu"
        elif n == self.shown:
            shown, said = "·", f"Ligne de l’alinéa {n}"
        else:
            shown, said = str(n), f"Alinéa {n}"
            self.shown = n
        return f'<a class="n" href="#{anchor}" aria-label="{said}">{shown}</a> '

    def _open_item(self, alinea: Alinea) -> None:
        self.close(alinea.depth)
        if self.depth == alinea.depth:
            self.out.append("</li><li>")
            return
        while self.depth < alinea.depth:
            self.depth += 1
            kind = ' class="labelled"' if alinea.label and self.depth == alinea.depth else ""
            self.out.append(f"<ul{kind}><li>")

    def close(self, depth: int) -> None:
        """Close the lists that are nested deeper than `depth`."""
        while self.depth > depth:
            self.depth -= 1
            self.out.append("</li></ul>")

    def _sources(self, texts: Iterable[Text]) -> tuple[Source, ...]:
        """Who wrote the texts, each once, the one who wrote most first."""
        if self.style.source is None:
            return ()
        sizes: Counter[Source] = Counter()
        for text in texts:
            for chars, run in text.pieces():
                sizes[self.style.source(run.origin)] += len(chars)
        return tuple(source for source, _ in sizes.most_common())

    def _say(self, sources: tuple[Source, ...]) -> None:
        if sources and sources != self.said:
            self.out.append(by_html(sources))
        self.said = sources or self.said

    def _words(self, text: Text, sources: tuple[Source, ...], references: tuple[To, ...] = ()) -> str:
        """The words; those that another than the main source wrote are marked as theirs."""
        if len(sources) < 2 or self.style.source is None:
            return text_html(text, references)
        out: list[str] = []
        start = 0
        source = self.style.source
        for who, runs in groupby(text.runs, key=lambda run: source(run.origin)):
            *_, last = runs
            inside = [
                To(max(r.start, start) - start, min(r.end, last.end) - start, r.href)
                for r in references
                if max(r.start, start) < min(r.end, last.end)
            ]
            words = text_html(text.slice(start, last.end), inside)
            start = last.end
            if who == sources[0]:
                out.append(words)
            else:
                said = f"écrit par\u00a0: {who.name}"
                link = (
                    f'<a class="mark o{who.rank}" href="{escape(who.href)}" aria-label="{escape(said)}">{who.mark}</a>'
                )
                out.append(f'<span class="run o{who.rank}">{words}{link}</span>')
        return "".join(out)


def lacuna_html(lacuna: Lacuna, said: str) -> str:
    """The place of words that nobody has at hand, and why; `said` is what has just been said of it."""
    if lacuna.reason and lacuna.reason == said:
        return '<div class="lacuna"><p><strong>Texte non disponible</strong>, pour la même raison.</p></div>'
    reason = f" {escape(in_a_sentence(lacuna.reason))}" if lacuna.reason else ""
    return f'<div class="lacuna"><p><strong>Texte non disponible.</strong>{reason}</p></div>'


def table_html(table: Table, rank: int, references: Mapping[tuple[str, int, int], tuple[To, ...]]) -> str:
    """A table: the first row heads the columns, the first cell of each other row heads it; figures are set right."""
    set_ = [
        [text_html(cell, references.get((table.key, r, c), ())) for c, cell in enumerate(row)]
        for r, row in enumerate(table.rows)
    ]
    body = table.rows[1:]
    width = max(len(row) for row in table.rows)
    figures = [
        bool(body) and all(_FIGURE.fullmatch(row[c].chars) for row in body if c < len(row)) for c in range(width)
    ]
    kinds = [' class="figure"' if f else "" for f in figures]
    top = "".join(f'<th scope="col"{kinds[c]}>{cell}</th>' for c, cell in enumerate(set_[0]))
    rows = "\n".join(f"<tr>{''.join(_cells(row, kinds))}</tr>" for row in set_[1:])
    return (
        f'<div class="rows" role="group" tabindex="0" aria-label="Tableau {rank}"><table class="act">'
        f"<caption>Tableau\u00a0{rank}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _cells(row: list[str], kinds: list[str]) -> Iterator[str]:
    for column, cell in enumerate(row):
        if column == 0:
            yield f'<th scope="row"{kinds[0]}>{cell}</th>'
        else:
            yield f"<td{kinds[column]}>{cell}</td>"


def _quotation(quotation: Quotation) -> str:
    """New text as the act quotes it. Its headings are of the third level: the act's articles are of the second."""
    style = Style(numbered=False)
    parts = [blocks_html(quotation.content.blocks, style)]
    parts.extend(_quoted(child, 3, style) for child in quotation.content.children)
    inner = "\n".join(part for part in parts if part)
    return f'<blockquote class="quoted">\n{inner}\n</blockquote>'


def _quoted(provision: Provision, level: int, style: Style) -> str:
    parts = [f"<h{level}>{escape(provision.title())}</h{level}>", blocks_html(provision.blocks, style)]
    parts.extend(_quoted(child, min(level + 1, 6), style) for child in provision.children)
    return "\n".join(part for part in parts if part)
