"""An article of an amendment → its sentences as read, the new texts that each announces, and where it stands."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from clausier.check.agreement.figures import orders_on_figures
from clausier.check.subject import locate
from clausier.diagnostics import Span
from clausier.french import Itself, Order, Said, announces, heading_place, of_another_kind, only_announces, read_article
from clausier.french.asides import MEMBERS, tells_no_change
from clausier.french.comparison import compared
from clausier.french.days import days_in
from clausier.french.turns import Figure
from clausier.model.act import Act
from clausier.model.operation import Common
from clausier.model.provision import Alinea, Provision, Quotation, Table
from clausier.refs.lines.bearing import bears_on
from clausier.text.regex import regex

_MARK = "\ue010"  # before the rank of a quotation that stands on lines of its own: what it says orders nothing
_ANOTHER_TEXT = regex(r"(?:l[’']|le |la |un |une )?(?:avenant|loi|code|décret|arrêté|ordonnance)\b", re.IGNORECASE)
_UNIT = regex(r"\b(?:articles?|annexes?|alinéas?|paragraphes?|préambule|intitulé|tableaux?)\b", re.IGNORECASE)
_GUILLEMETS = '«»“”" \u00a0\u202f'
_LETTERS = regex(r"\W+")


class Amended(Struct, frozen=True, kw_only=True):
    """The text that sentences change: its days and its title; `of` is how they name it where it is another act, `itself` where it is an annex."""

    days: tuple[datetime.date, ...]
    title: str
    of: str = ""
    itself: Itself | None = None


class Sentence(Struct, frozen=True, kw_only=True, array_like=True):
    """A sentence as read: its words, its orders, and the ranks in its article of the new texts that it announces.

    `quotations` are the words that it quotes, by the numbers that its orders give. `understood` tells one whose orders
    are certain, or that orders nothing for certain; `amends`, one that has an amending verb or announces a new text. `line`
    and `span` are the line that it begins in, `head` how it begins there. `of` is another act of which it may be,
    and `announces` tells one that announces the orders below it, or what is kept, and orders nothing itself. `figures` are those that
    it changes without quoting them.
    """

    words: str
    orders: tuple[Order, ...]
    quotations: tuple[str, ...]
    ranks: tuple[int, ...]
    understood: bool
    amends: bool
    line: str
    span: Span
    head: str
    of: str = ""
    announces: bool = False
    figures: tuple[Figure, ...] = ()

    def place(self, act: Act) -> Span:
        """Where it begins in the sources of its act."""
        start = self.line.find(self.head)
        source = act.source(self.span.path)
        if not self.head or start < 0 or source is None:
            return self.span
        return locate(source, self.span, self.line, start, start + len(self.head))


class _Lines:
    """The lines of a part, in which its sentences are looked for in their order."""

    def __init__(self, lines: list[tuple[str, Span]], part: Span) -> None:
        self.lines, self.last = lines, ("", part)
        self.at = 0

    def of(self, words: str) -> tuple[str, Span]:
        """The line in which a sentence begins; that of the one before it where it has no words of its own."""
        sought = _LETTERS.sub("", words)[:40]
        for index in range(self.at, len(self.lines) if sought else 0):
            if sought in _LETTERS.sub("", self.lines[index][0]):
                self.at, self.last = index, self.lines[index]
                break
        return self.last


def sentences_of(article: Provision, act: Act, amended: Amended) -> tuple[Sentence, ...]:
    """The sentences of an article of `act`, which changes the text that is `amended`."""
    found: list[Sentence] = []
    rank = 0
    for part in article.walk():
        first = rank
        text, lines, rank = _text(part, rank)
        quoted = {f"{_MARK}{n}": b for n, b in enumerate((b for b in part.blocks if isinstance(b, Quotation)), first)}
        # Not `title()`: the number that an article of the act bears itself is no place in the convention.
        own, outer = (p.heading.chars if p.heading else "" for p in (part, article))
        said = tuple(
            _with_words(one, quoted)
            for one in read_article(text, own if heading_place(own, amended.itself) else outer, amended.itself)
        )
        found.extend(_placed(said, _Lines(lines, part.span or act.span), amended, part.title()))
    return tuple(found)


def _with_words(said: Said, quoted: Mapping[str, Quotation]) -> Said:
    """A sentence with the words that its orders take from a quotation on lines of its own, without their guillemets."""
    taken = {n for order in said.orders for n in order.words if said.quotations[n] in quoted}
    if not taken:
        return said
    words = {n: quoted[said.quotations[n]].content.blocks for n in taken}
    plain = {n: "\n".join(b.text.chars for b in blocks if isinstance(b, Alinea)) for n, blocks in words.items()}
    return replace(
        said, quotations=tuple(plain[n].strip(_GUILLEMETS) if n in plain else q for n, q in enumerate(said.quotations))
    )


def _text(part: Provision, rank: int) -> tuple[str, list[tuple[str, Span]], int]:
    """The part's own words, each quotation by its rank; its lines; and the rank of the next quotation."""
    rows: list[str] = []
    lines: list[tuple[str, Span]] = []
    for block in part.blocks:
        match block:
            case Alinea(text=text, label=label, item=item):
                mark = f"{label.chars} " if label else "– " if item else ""
                rows.append(mark + text.chars)
                lines.append((text.chars, block.span or part.span or Span("")))
            case Quotation():
                rows.append(f"« {_MARK}{rank} »")
                rank += 1
            case Table():
                told = [*filter(None, compared([[cell.chars for cell in row] for row in block.rows]))]
                rows.extend(told)
                lines.extend((one, block.span or part.span or Span("")) for one in told)
            case _:
                continue
    return "\n".join(rows), lines, rank


def _placed(said: tuple[Said, ...], lines: _Lines, amended: Amended, title: str) -> Iterator[Sentence]:
    before = title
    for index, one in enumerate(said):
        bare = not one.sentence.strip(" .;,«»" + _MARK + "0123456789")  # a new text that no sentence announces
        if not bare or one.payload:
            certain, orders = _certain(one, said[index + 1 :], amended)
            line, span = lines.of("" if bare else one.sentence)
            yield Sentence(
                words=before if bare else " ".join(one.sentence.split()),
                orders=orders if certain else (),
                quotations=one.quotations,
                ranks=tuple(_ranks(one)),
                understood=certain,
                amends=one.amends or bool(one.payload) or bool(MEMBERS.search(one.sentence)),
                line=line,
                span=span,
                head="" if bare else _head(one.sentence),
                of=next((name for name in one.acts if _is_another(name, amended)), "") if not certain else "",
                announces=certain and not orders and (bool(one.orders) or one.sentence.rstrip().endswith(":")),
                figures=()
                if one.payload or (one.orders and not certain) or any(_is_another(name, amended) for name in one.acts)
                else one.figures,
            )
        for after in one.after if one.payload else ():
            before = " ".join(after.split())
            amends = one.uncertain or bool(_UNIT.search(after))
            line, span = lines.of(after)
            yield Sentence(
                words=before,
                orders=(),
                quotations=(),
                ranks=(),
                understood=tells_no_change(after) or not amends,
                amends=amends,
                line=line,
                span=span,
                head=_head(after),
            )


def _head(words: str) -> str:
    return re.split(r"[«»]", words)[0][:60].rstrip()


def _ranks(said: Said) -> Iterator[int]:
    yield from (int(words[1:]) for words in said.payload if words.startswith(_MARK))


def _certain(said: Said, following: tuple[Said, ...], amended: Amended) -> tuple[bool, tuple[Order, ...]]:
    """Whether what the sentence orders is certain, and what that is."""
    orders = tuple(order for order in said.orders if order.verb != "keep")
    if not said.orders:
        if announces(said, following) or (not said.amends and only_announces(said, following)):
            return True, ()
        silent = tells_no_change(said.sentence) or not (said.amends or _UNIT.search(said.sentence))
        return silent and not said.payload and not MEMBERS.search(said.sentence), ()
    if len(tuple(_ranks(said))) != len(said.payload) or (said.after and not said.payload):
        return False, ()
    if any(_is_another(name, amended) for name in said.acts):
        return False, ()
    if len(orders) == 1 and orders[0].verb == "modify" and not said.payload:
        return announces(said, following), ()
    return True, orders


def _is_another(name: str, amended: Amended) -> bool:
    """Whether an act that a sentence names may be another than the one that is changed."""
    if amended.of:
        return name != amended.of
    named = tuple(days_in(name))  # behind its own day may stand those of acts that amended it
    another = bool(_ANOTHER_TEXT.match(name)) or of_another_kind(name, amended.title)
    return another or (bool(named) and named[0] not in amended.days)


def held_against(sentences: tuple[Sentence, ...], text: Provision) -> tuple[Sentence, ...]:
    """The sentences, of which those that change a figure of the text without quoting it have the order that says so.

    Of those that order nothing, what speaks of the text all the same is not passed over.
    """
    return tuple(one if (one.orders and not one.figures) or one.announces else _held(one, text) for one in sentences)


def _held(sentence: Sentence, text: Provision) -> Sentence:
    orders, quotations = orders_on_figures(sentence.figures, sentence.quotations, text)
    if orders:
        orders = (*orders, *sentence.orders)
        return replace(sentence, orders=orders, quotations=quotations, understood=True, amends=True)
    if sentence.orders:
        return replace(sentence, orders=(), understood=False)
    speaks = not sentence.amends and bears_on(sentence.words, text)
    return replace(sentence, understood=False, amends=True) if speaks else sentence


def says_of(common: Common, sentence: Sentence) -> bool:
    """Whether an operation says by `dit` that it is of this sentence."""
    says = _LETTERS.sub("", common.says)
    return bool(says) and says in _LETTERS.sub("", sentence.words)
