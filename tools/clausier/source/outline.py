"""Lines of an act → its provisions, nested by the level of their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.diagnostics import Diagnostic, Label, Message, Span, report
from clausier.diagnostics import codes_markdown as codes
from clausier.model.provision import Alinea, Block, Fragment, Lacuna, Provision, Quotation, Table
from clausier.source.headings import Numbered, called, counted_anew, number_key, read_heading
from clausier.source.markdown import Grid, Heading, Line, Part, Quote
from clausier.text import Run, Text, join

FIRST_HERE = Message(fr="le premier est ici", en="the first is here")


# A provision begins with a round number, so that a few words more in one leave all others as they are numbered.
_CHARACTERS, _BLOCKS = 1 << 12, 1 << 6


class Writer(Struct):
    """Hands out what is written by one origin: numbers for its characters, keys for its blocks, ids for its provisions."""

    origin: str
    act: str
    characters: int = 0
    blocks: int = 0
    ids: set[str] = field(default_factory=set)
    taken: Callable[[str], bool] = lambda _: False  # whether the text that it writes into has an identity

    def text(self, text: Text) -> Text:
        """`text` as written by the origin, its characters numbered after those written before."""
        if any(run.origin != self.act for run in text.runs):
            # Part of it was put into the payload by an act that amended this one: those words stay that act's.
            return join(self._own(chars, run) for chars, run in text.pieces()).marked(text.marks)
        written = text.written(self.origin, self.characters)
        self.characters += len(text)
        return written

    def _own(self, chars: str, run: Run) -> Text:
        if run.origin != self.act:
            return Text(chars).written(run.origin, run.at)
        self.characters += len(chars)
        return Text(chars).written(self.origin, self.characters - len(chars))

    def key(self) -> str:
        """A key for a block that the origin writes."""
        self.blocks += 1
        return f"{self.origin}:{self.blocks}"

    def id(self, name: str, kind: str) -> str:
        """An identity for a provision that the origin creates: its act and what it is called, with a rank where that is taken."""
        stem = f"{self.act}/{name if kind == 'article' else f'{kind} {name}'.strip()}"
        found, rank = stem, 1
        while found in self.ids or self.taken(found):
            rank += 1
            found = f"{stem} ({rank})"
        self.ids.add(found)
        return found

    def fragment(self, fragment: Fragment) -> Fragment:
        """All of `fragment` as written by the origin."""
        return Fragment(
            blocks=tuple(self.block(b) for b in fragment.blocks),
            children=tuple(self.provision(c) for c in fragment.children),
        )

    def block(self, block: Block) -> Block:
        """One block as written by the origin, under a key of its own."""
        match block:
            case Alinea():
                label = self.text(block.label) if block.label else None
                return replace(block, key=self.key(), label=label, text=self.text(block.text))
            case Table():
                rows = tuple(tuple(self.text(cell) for cell in row) for row in block.rows)
                return replace(block, key=self.key(), rows=rows)
            case Lacuna():
                return replace(block, key=self.key())
            case Quotation():
                return replace(block, key=self.key(), content=self.fragment(block.content))

    def provision(self, provision: Provision) -> Provision:
        """A provision, and all below it, as created by the origin."""
        self.characters, self.blocks = _beyond(self.characters, _CHARACTERS), _beyond(self.blocks, _BLOCKS)
        return replace(
            provision,
            id=self.id(called(provision), provision.kind),
            number_origin=self.origin,
            heading=self.text(provision.heading) if provision.heading else None,
            blocks=tuple(self.block(b) for b in provision.blocks),
            children=tuple(self.provision(c) for c in provision.children),
        )


def _beyond(number: int, room: int) -> int:
    """The first multiple of `room` that is not below `number`."""
    return -(-number // room) * room


def outline(parts: Iterable[Part]) -> tuple[Fragment, tuple[Diagnostic, ...]]:
    """`parts` as a fragment: the blocks before the first heading, then the provisions. Nothing is written yet."""
    diagnostics: list[Diagnostic] = []
    root = _Open(0, None, Span(""))
    stack = [root]
    for part in parts:
        if isinstance(part, Heading):
            numbered = read_heading(part.text)
            if numbered is None:
                diagnostics.append(report(codes.HEADING_UNNUMBERED, part.span, heading=part.text.chars[:60]))
                numbered = Numbered("article", "", "", "", part.text)
            while stack[-1].level >= part.level:
                closed = stack.pop()
                stack[-1].children.append(closed.provision())
            stack.append(_Open(part.level, numbered, part.span))
        else:
            block, found = _block(part)
            diagnostics.extend(found)
            stack[-1].blocks.append(block)
    while len(stack) > 1:
        closed = stack.pop()
        stack[-1].children.append(closed.provision())
    return Fragment(blocks=tuple(root.blocks), children=tuple(root.children)), tuple(diagnostics)


class _Open(Struct):
    level: int
    numbered: Numbered | None
    span: Span
    blocks: list[Block] = field(default_factory=list)
    children: list[Provision] = field(default_factory=list)

    def provision(self) -> Provision:
        assert self.numbered is not None  # noqa: S101 - the root alone has none, and is never closed
        return Provision(
            id="",
            kind=self.numbered.kind,
            number=self.numbered.number,
            prefix=self.numbered.prefix,
            separator=self.numbered.separator,
            heading=self.numbered.heading if self.numbered.heading.chars else None,
            blocks=tuple(self.blocks),
            children=tuple(self.children),
            span=self.span,
        )


def _block(part: Line | Grid | Quote) -> tuple[Block, tuple[Diagnostic, ...]]:
    match part:
        case Line():
            label = Text(part.label) if part.label else None
            return Alinea(key="", text=part.text, label=label, depth=part.depth, item=part.item, span=part.span), ()
        case Grid():
            return Table(key="", rows=part.rows, span=part.span), ()
        case Quote():
            content, found = outline(part.parts)
            return Quotation(key="", content=content, span=part.span), found


def without_words(provision: Provision) -> tuple[Diagnostic, ...]:
    """An error for each provision that has neither words nor provisions below it."""
    return tuple(
        report(codes.NO_WORDS, p.span or Span(""), article=name(p))
        for p in provision.walk()
        if not p.blocks and not p.children and p.kind in {"article", "annex", "preamble"}
    )


def twice(children: Iterable[Provision]) -> tuple[Diagnostic, ...]:
    """An error for each provision that bears the number of an earlier one."""
    return tuple(
        report(codes.ARTICLE_TWICE, p.span, article=name(p), labels=[Label(first.span, FIRST_HERE)])
        for p, first in doubles(children)
        if p.span and first.span
    )


def doubles(children: Iterable[Provision]) -> Iterator[tuple[Provision, Provision]]:
    """Each provision that bears the number of an earlier one, with that one.

    An article has its number alone in the whole text, an annex being a text of its own, and a division that counts from
    « 1. » again beginning another; a division, and what bears a
    letter, a Roman number or a label, or « 1. » inside an article, has it alone among its neighbours.
    """
    yield from _doubles(children, {}, None)


_Numbers = dict[tuple[str, str, str], Provision]


def _doubles(
    children: Iterable[Provision], text: _Numbers, owner: Provision | None
) -> Iterator[tuple[Provision, Provision]]:
    neighbours: _Numbers = {}
    counted = False
    for provision in children:
        first_article = next((p for p in provision.walk() if p.kind == "article"), None)
        if provision.kind == "division" and counted and first_article and _begins_anew(first_article):
            text = {}  # and for the divisions that go on from it
        counted = counted or first_article is not None
        number = number_key(provision.number)
        word = provision.word if provision.kind == "division" else ""
        if number or provision.kind in {"annex", "preamble"}:
            everywhere = provision.kind == "article" and not counted_anew(provision, owner)
            first = (text if everywhere else neighbours).setdefault((provision.kind, word, number), provision)
            if first is not provision:
                yield provision, first
        yield from _doubles(provision.children, {} if provision.kind == "annex" else text, provision)


def _begins_anew(article: Provision) -> bool:
    """Whether it is the « 1. » with which a division begins to count; « Article 1 » is one in the whole text."""
    return number_key(article.number) == "1" and not article.prefix


def name(provision: Provision) -> Message:
    """How a message names a provision: « l’article 8.1 »."""
    n = provision.number
    match provision.kind:
        case "article" if not n:
            title = called(provision)
            return Message(fr=f"l’article {title}", en=f"the article {title}")
        case "article":
            return Message(fr=f"l’article {n}", en=f"article {n}")
        case "annex":
            return Message(fr=f"l’annexe {n}".strip(), en=f"annex {n}".strip())
        case "preamble":
            return Message(fr="le préambule", en="the preamble")
        case "opening":
            return Message(fr="l’ouverture", en="the opening")
        case "closing":
            return Message(fr="la clôture", en="the closing")
        case _:
            title = provision.title()
            return Message(fr=f"«\u00a0{title}\u00a0»", en=f"“{title}”")
