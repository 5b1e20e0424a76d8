"""New text of an article that stands without the > that marks it → the article as it would be read with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from clausier.french import read_article
from clausier.model.act import Act
from clausier.model.provision import Provision
from clausier.source.files import front_matter
from clausier.source.markdown import read_markdown
from clausier.source.outline import Writer, outline
from clausier.text.regex import regex
from clausier.text.typography import ENCLOSING

_OPENS = regex(r"(?:[-*+] |#{1,6} )?\s*(?P<sign>[«“\"])")
_BEHIND = regex(r":\s*(?P<text>(?:«(?:[^«»]|«[^«»]*»)*»|\"[^\"]*\"|“[^“”]*”)[\s.;]*)\Z")


class Stretch(Struct, frozen=True):
    """Lines of a file that take a >, from the first to the last; `cut` is what a line is first to be cut before."""

    first: int
    last: int
    cut: str = ""


class Marked(Struct, frozen=True, kw_only=True):
    """An article as it is read once its new text is marked, the lines of its file that take a >, and the file with them."""

    article: Provision
    lines: tuple[Stretch, ...]
    source: str


def with_new_text_marked(article: Provision, act: Act) -> Marked | None:
    """The article with what stands in quotes, or in a table, below a line that ends with a colon as new text.

    None where there is none, or where it is not certain how far one goes.
    """
    span = article.span
    source = act.source(span.path) if span else None
    if span is None or source is None:
        return None
    lines = source.split("\n")
    found = _stretches(lines, span.line, _end(act, article, len(lines)))
    if not found:
        return None
    for one in found:
        for index in range(one.first - 1, one.last):
            line = lines[index].rstrip()
            lines[index] = f"{line.removesuffix(one.cut)}\n\n> {one.cut}" if one.cut else f"> {line}".rstrip()
    marked = "\n".join(lines)
    _, text, first_line, _ = front_matter(span.path, marked)
    content, wrong = outline(read_markdown(span.path, text, first_line=first_line)[0])
    read = Writer(act.id, act.id).fragment(content).children
    same = next((p for c in read for p in c.walk() if p.span and p.span.line == span.line), None)
    if wrong or same is None:
        return None
    return Marked(article=replace(same, id=article.id), lines=found, source=marked)


def _end(act: Act, article: Provision, last: int) -> int:
    """The last line of an article in its file."""
    inner = {part.span for part in article.walk()}
    here = article.span
    after = (
        p.span.line
        for p in act.document.walk()
        if here and p.span and p.span.path == here.path and p.span.line > here.line and p.span not in inner
    )
    return min(after, default=last + 1) - 1


def _stretches(lines: list[str], first: int, last: int) -> tuple[Stretch, ...]:
    """The new texts between two lines; none where one of them never ends."""
    numbered = [(n, lines[n - 1].strip()) for n in range(first, last + 1) if lines[n - 1].strip()]
    found: list[Stretch] = []
    for (_, before), (number, line) in pairwise(numbered):
        if found and number <= found[-1].last:
            continue
        opened = _OPENS.match(line)
        if not before.endswith(":") or not (
            opened or line.startswith("|")
        ):  # « … est ainsi modifié : » announces items
            if cut := _new_text_behind(line):
                found.append(Stretch(number, number, cut))
            continue
        end = None
        if line.startswith("|"):
            end = next(_rows(lines, number, last))
        elif opened:
            end = _closing([one for one in numbered if one[0] >= number], opened["sign"])
            if end is None:
                return ()
        if end is not None:
            found.append(Stretch(number, end))
    return tuple(found)


def _new_text_behind(line: str) -> str:
    """The new text that stands on the line of its sentence, behind the colon: « … complété par la phrase suivante : « … » »."""
    behind = _BEHIND.search(line)
    if line.startswith(">") or behind is None:
        return ""
    said = read_article(line)
    return behind["text"] if said and len(said[-1].payload) == 1 and said[-1].orders else ""


def _rows(lines: list[str], first: int, last: int) -> Iterator[int]:
    """The last line of a table."""
    yield next((n - 1 for n in range(first, last + 1) if not lines[n - 1].strip().startswith("|")), last)


def _closing(numbered: list[tuple[int, str]], sign: str) -> int | None:
    """The line on which the quotes that the first line opens are closed; None where none of them does for certain."""
    closes = ENCLOSING[sign]
    every = all(line.startswith(sign) for _, line in numbered)  # a guillemet that opens each line again
    repeated, depth = sign != closes, 0
    for rank, (number, line) in enumerate(numbered, start=1):
        repeated = repeated and line.startswith(sign)
        if sign == closes:
            depth = (depth + line.count(sign)) % 2
        else:
            depth += line.count(sign) - line.count(closes)
        ends = line.rstrip(" \u00a0\u202f.;,").endswith(closes)
        # Of lines that each open one, the last closes one alone: what is behind then has all its own.
        last = (
            repeated and depth == rank - 1 and all(one.count(sign) == one.count(closes) for _, one in numbered[rank:])
        )
        if ends and (depth <= 0 or last or (every and number == numbered[-1][0])):
            return number
    return None
