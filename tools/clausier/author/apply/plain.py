"""Articles in plain text (number, title, lines) ⇄ provisions: what `clausier apply` reads and writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from clausier.diagnostics import Span
from clausier.model.provision import Alinea, Fragment, Provision, Table
from clausier.schemas import Object
from clausier.source.markdown import Heading, Line
from clausier.source.outline import outline
from clausier.text import Text

_BASE = "base"
_MARK = re.compile(r"\s*\(\d+\)\s*$")
_ARTICLE = re.compile(r"^(?:article\s+|art\.\s?|art\s+)(?:n\s?°\s?)?(?=\w)", re.IGNORECASE)
_STOPPED = re.compile(r"(?<=[\w°])\s?(?:\.?\s?[–—:-]|\.)$")
_BLANK_LINES = re.compile(r"\n\s*\n")
# A no-break space stays where French typography wants one.
_BLANKS = re.compile(r"(?P<kept>(?<=«)[\u00a0\u202f](?=\S)|(?<=\S)[\u00a0\u202f](?=[:;!?»%€]))|[^\S\n]+")
_SEVERAL = 2
# « 3. Durée », « Article 3 – Durée »
_NUMBERED = re.compile(r"^(?:Article\s+)?(?P<number>\d+)(?:er)?\s?[.–:-]\s+(?P<heading>\S.*)$")


def _number(given: object) -> str:
    """A number as targets write it: « V. 2 » is V.2, « Art. 3. – » is 3; « Préambule » is none."""
    number = _ARTICLE.sub("", _MARK.sub("", str(given or "").strip()))
    number = _STOPPED.sub("", number)
    return "" if number.lower() == "préambule" else re.sub(r"^([IVXL]+)\.\s+(?=\d)", r"\1.", number)


def _annex(number: str) -> str:
    """The number of an annex that is given with its word: « Annexe II »; "" for an article's."""
    found = re.fullmatch(r"annexe\s+(?:n\s?°\s?)?(\w+)", number, re.IGNORECASE)
    return found[1] if found else ""


def _names(articles: list[Object]) -> list[tuple[str, str]]:
    """The number and the heading of each article, without the editors' note marks.

    Where articles have their numbers in their titles (« 3. Durée »), and these run on from 1, they are told by them.
    """
    own = [(_number(a["num"]), _MARK.sub("", (a["title"] or "").strip())) for a in articles]
    found = [_NUMBERED.match(title) for _, title in own]
    numbers = [int(match["number"]) for match in found if match]
    if any(number for number, _ in own) or len(numbers) < _SEVERAL or numbers != list(range(1, len(numbers) + 1)):
        return own
    return [(m["number"], m["heading"]) if m else name for m, name in zip(found, own, strict=True)]


def plain_document(articles: list[Object]) -> Provision:
    """The articles as a document, `8.1` below `8`; each keeps its rank in its identity (`base/3`)."""
    made: list[tuple[str, Provision]] = []
    for index, ((number, title), article) in enumerate(zip(_names(articles), articles, strict=True)):
        called = {title.lower(), _MARK.sub("", str(article["num"])).lower()}
        annex = _annex(number)
        provision = Provision(
            id=f"{_BASE}/{index}",
            kind="annex" if annex else "preamble" if not number and "préambule" in called else "article",
            number=annex or number,
            heading=Text(title) if title else None,
            blocks=plain_fragment(_lines(article["text"] or "")).blocks,
        )
        made.append((number, provision))
    return Provision(id=_BASE, kind="document", children=_nested(made))


def evened(text: str) -> str:
    """An amendment as it is read: without the blank lines and the runs of spaces that a page or a word processor leaves.

    Chevrons that were typed for guillemets, `<<` and `>>`, are read as these.
    """
    if "<<" in text and ">>" in text:
        text = text.replace("<<", "«").replace(">>", "»")
    return _BLANK_LINES.sub("\n", _BLANKS.sub(lambda m: m["kept"] or " ", text))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _nested(made: list[tuple[str, Provision]]) -> tuple[Provision, ...]:
    kept: list[Provision] = []
    rest = list(made)
    while rest:
        number, provision = rest.pop(0)
        below: list[tuple[str, Provision]] = []
        while number and rest and rest[0][0].startswith(number + "."):
            below.append(rest.pop(0))
        kept.append(replace(provision, children=_nested(below)) if below else provision)
    return tuple(kept)


def plain_articles(document: Provision, base: list[Object]) -> Iterator[Object]:
    """The articles of a document; one that was there under the same number keeps what `base` says of it."""
    names = _names(base)
    for provision in document.walk():
        if provision.kind == "document":
            continue
        act, _, rank = provision.id.partition("/")
        given = base[int(rank)] if act == _BASE and rank.isdigit() else None
        if given is None or (_annex(names[int(rank)][0]) or names[int(rank)][0]) != provision.number:
            heading = provision.heading.chars if provision.heading else given["title"] if given else ""
            yield {"num": provision.number or None, "title": heading, "text": _text(provision)}
            continue
        title, own = (given["title"] or "").strip(), names[int(rank)][1]
        if provision.heading and provision.heading.chars != own:
            title = title[: title.find(own)] + provision.heading.chars if own else provision.heading.chars
        yield {"num": given["num"], "title": title, "text": _text(provision)}


def _text(provision: Provision) -> str:
    return "" if provision.status == "repealed" else "\n".join(plain_lines(provision))


def plain_lines(provision: Provision) -> Iterator[str]:
    """The own lines of a provision: its alinéas with their labels, the rows of its tables."""
    for block in provision.blocks:
        if isinstance(block, Alinea):
            yield block.line
        elif isinstance(block, Table):
            yield from block.lines


def every_line(document: Provision) -> Iterator[str]:
    """All that a reader sees of a text, line by line."""
    for provision in document.walk():
        yield f"# {provision.title()} {provision.status}"
        yield from plain_lines(provision)


def plain_fragment(lines: Iterable[str], *, heading: str = "") -> Fragment:
    """Lines of plain text as a fragment, each an alinéa; `heading` is the heading line of the article that they make."""
    nowhere = Span("")
    headings = [Heading(1, Text(heading), nowhere)] if heading else []
    return outline((*headings, *(Line(Text(line.strip()), nowhere) for line in lines)))[0]
