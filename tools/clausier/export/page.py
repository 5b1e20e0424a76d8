"""A document as a page of HTML of its own, that needs nothing else: to read, to print, to paste from."""

from __future__ import annotations

from collections.abc import Iterable

from clausier.emit.html import escape
from clausier.export.composed import Composed
from clausier.export.identity import PARTIAL, Columns
from clausier.schemas import Object

_TAGS = {"insert": "ins", "delete": "del"}


def page(composed: Composed) -> str:
    """The document. Its words are escaped; no script, and nothing is fetched."""
    said = composed.said
    partial = f" {escape(PARTIAL)}" if said.partial else ""
    parts = [
        f"<h1>{escape(said.title)}</h1>",
        f'<p class="named">{escape(said.named)}</p>' if said.named else "",
        f'<p class="standing"><strong>{escape(said.standing)}</strong>{partial}</p>',
        *(f'<p class="note">{escape(note)}</p>' for note in said.notes),
        _section("Membres", _grid(composed.members)) if composed.members else "",
        _contents(composed.blocks) if composed.contents else "",
        *(_block(block, rank) for rank, block in enumerate(composed.blocks)),
        _signatures(composed) if composed.signatures else "",
        _section("Notes d’édition", "\n".join(f"<p>{escape(n)}</p>" for n in composed.editors_notes))
        if composed.editors_notes
        else "",
    ]
    body = "\n".join(part for part in parts if part)
    return _PAGE.format(title=escape(f"{said.title} – {said.header}"), body=body, foot=escape(said.standing))


def _section(title: str, inner: str) -> str:
    return f'<p class="editors">{escape(title)}</p>\n{inner}'


def _signatures(composed: Composed) -> str:
    note = f'<p class="note">{escape(composed.unnamed)}</p>\n' if composed.unnamed else ""
    return _section("Signatures", note + _grid(composed.signatures, kind="sign"))


def _contents(blocks: list[Object]) -> str:
    """The headings down to the third level, each a link."""
    rows = [
        f'<li class="l{block["level"]}"><a href="#s{rank}">{escape(_plain(block["spans"]))}</a></li>'
        for rank, block in enumerate(blocks)
        if block["kind"] == "heading" and block["level"] <= 3
    ]
    return _section("Sommaire", f'<ul class="contents">\n{"".join(rows)}\n</ul>') if rows else ""


def _block(block: Object, rank: int | None = None, *, quoted: bool = False) -> str:
    match block["kind"]:
        case "heading" if quoted:
            return f'<p class="heading">{_spans(block["spans"])}</p>'
        case "heading":
            level = min(block["level"] + 1, 6)
            anchor = f' id="s{rank}"' if rank is not None else ""
            return f"<h{level}{anchor}>{_spans(block['spans'])}</h{level}>"
        case "list":
            return f"<ul>\n{''.join(_item(item, quoted=quoted) for item in block['items'])}</ul>"
        case "table":
            head, *rows = ([_spans(cell) for cell in row] for row in block["rows"])
            return _table(head, rows)
        case "quoted":
            return f"<blockquote>\n{_joined(block['blocks'], quoted=True)}\n</blockquote>"
        case "item":
            return f'<p class="al" style="margin-left: {1.5 * block["level"]}em">{_line(block)}</p>'
        case "alinea":
            return f'<p class="al">{_line(block)}</p>'
        case kind:
            return f'<p class="{kind}">{_spans(block["spans"])}</p>'


def _joined(blocks: Iterable[Object], *, quoted: bool) -> str:
    return "\n".join(_block(block, quoted=quoted) for block in blocks)


def _item(item: Object, *, quoted: bool) -> str:
    label = f'<span class="label">{escape(item["label"])}</span> '
    inner = _joined(item["blocks"], quoted=quoted)
    return f'<li><p class="al">{_number(item)}{label}{_spans(item["spans"])}</p>{inner}</li>\n'


def _line(block: Object) -> str:
    return _number(block) + _spans(block["spans"])


def _number(block: Object) -> str:
    return f'<span class="n">{escape(block["number"])}</span> ' if block["number"] else ""


def _plain(spans: Iterable[Object]) -> str:
    return "".join(span["text"] for span in spans)


def _spans(spans: Iterable[Object]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Object) -> str:
    words = escape(span["text"])
    words = f"<strong>{words}</strong>" if span.get("strong") else words
    words = f"<em>{words}</em>" if span.get("em") else words
    words = f'<a href="{escape(span["href"])}">{words}</a>' if "href" in span else words
    tag = _TAGS.get(span["op"])
    return f"<{tag}>{words}</{tag}>" if tag else words


def _grid(columns: Columns, kind: str = "") -> str:
    head = [escape(name) for name, _ in columns]
    rows = [[escape(words) for words in row] for row in zip(*(cells for _, cells in columns), strict=True)]
    return _table(head, rows, kind)


def _table(head: list[str], rows: Iterable[list[str]], kind: str = "") -> str:
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    named = f' class="{kind}"' if kind else ""
    return f"<table{named}>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


_PAGE = """\
<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 42rem; margin: 2rem auto; padding: 0 1rem 0 3rem; font: 1rem/1.6 Georgia, serif; color: #1b1b1b; background: #fff; }}
h1, h2, h3, h4, h5, h6, .heading {{ font-family: system-ui, sans-serif; line-height: 1.3; color: #1f3864; break-after: avoid; }}
h2 {{ margin-top: 2.5rem; }}
.named, .note, footer {{ color: #595959; }}
.note, footer {{ font-size: .9rem; }}
.standing, .gap {{ padding: .5rem .75rem; border: 1px solid #7f7f7f; background: #f2f2f2; }}
.gap {{ font-style: italic; }}
.doubt {{ padding-left: .5rem; border-left: 4px solid #9c0006; font-weight: bold; break-after: avoid; }}
.editors, .heading {{ margin-top: 2rem; font-weight: bold; }}
.al {{ position: relative; }}
.n {{ position: absolute; left: -2.5rem; color: #595959; font-size: .75rem; }}
li .n {{ left: -4rem; }}
li li .n {{ left: -6rem; }}
ul {{ padding-left: 1.5rem; list-style: none; }}
.contents .l2 {{ padding-left: 1.5rem; }}
.contents .l3 {{ padding-left: 3rem; }}
blockquote {{ margin: 1rem 0; padding-left: 1rem; border-left: 2px solid #7f7f7f; }}
table {{ width: 100%; border-collapse: collapse; font-size: .95rem; }}
th, td {{ padding: .35rem .5rem; border: 1px solid #7f7f7f; text-align: left; vertical-align: top; }}
th {{ background: #e7e6e6; }}
.sign td {{ height: 4rem; }}
ins {{ color: #0b5394; text-decoration: underline; }}
del {{ color: #9c0006; text-decoration: line-through; }}
@media print {{ body {{ max-width: none; margin: 0; }} tr, .gap, .doubt {{ break-inside: avoid; }} }}
</style>
{body}
<footer><p>{foot}</p></footer>
</html>
"""
