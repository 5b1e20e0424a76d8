"""The blocks of a signed convention → its opening, its units under their headings, its closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from clausier.author.convention.contents import without_contents
from clausier.author.convention.headings import Headings, bare_article, ends_as_sentence, headings_of, line_of, says
from clausier.author.intake.form import Block, Paragraph
from clausier.author.intake.parts import closing_of
from clausier.author.intake.questions import Question
from clausier.model.provision import Kind
from clausier.source.headings import Numbered, counted_within, number_key, rank_of
from clausier.text import Text
from clausier.text.typography import BLANKS

_DEEPEST = 6  # levels of headings that Markdown has
_LONGEST_TITLE = 120
_SENTENCE = 60  # characters: words behind a number that end with a stop are a sentence from there on, a title below


class Unit(Struct, frozen=True, kw_only=True):
    """A heading, how deep it stands (1 to 6), and what follows it up to the next one."""

    level: int
    numbered: Numbered
    blocks: tuple[Block, ...]
    questions: tuple[Question, ...] = ()

    @property
    def kind(self) -> Kind:
        """What it is the heading of."""
        return self.numbered.kind

    @property
    def heading(self) -> str:
        """The line, its number and its words."""
        one = self.numbered
        return f"{one.prefix}{one.number}{one.separator}{one.heading.chars}".strip()


class Outline(Struct, frozen=True, kw_only=True):
    """A convention taken apart, and `blocks`, all of it in the order of its parts.

    `contents` counts the lines of its table of contents, which is left out; `bare` tells that its articles were known by a
    bare number, `moved` that annexes followed its closing, which is the last of its parts.
    """

    blocks: tuple[Block, ...]

    opening: tuple[Block, ...]
    units: tuple[Unit, ...]
    closing: tuple[Block, ...]
    contents: int
    bare: bool
    moved: bool


def outline_of(blocks: tuple[Block, ...]) -> Outline:
    """The convention that the blocks are."""
    blocks, contents = without_contents(blocks)
    headings, bare = headings_of(blocks)
    ranks = [*headings, len(blocks)]
    units = _units(blocks, headings, ranks)
    opening = blocks[: ranks[0]]
    last = max((i for i, unit in enumerate(units) if unit.kind != "annex"), default=None)
    if last is None:
        opening, closing = closing_of(opening)
    else:
        kept, closing = closing_of(units[last].blocks)
        units[last] = replace(units[last], blocks=kept)
    units = [_said_behind_its_number(unit) for unit in _titled(units)]
    if bare:
        units = [_asked_of_others(unit) for unit in units]
    last_words = {id(block) for block in closing}
    return Outline(
        blocks=(*(block for block in blocks if id(block) not in last_words), *closing),
        opening=opening,
        units=tuple(_asked_of_numbers(units)),
        closing=closing,
        contents=contents,
        bare=bare,
        moved=bool(closing) and any(unit.kind == "annex" for unit in units),
    )


def files_of(units: Sequence[Unit]) -> list[list[Unit]]:
    """The units of each file: a division, a preamble, an article with those inside it, an annex with all that it has."""
    files: list[list[Unit]] = []
    article = 0  # the level of the article that is open
    annex = False
    for unit in units:
        annex = unit.kind == "annex" or (annex and unit.kind != "preamble")
        if (annex and unit.kind != "annex") or (article and unit.level > article):
            files[-1].append(unit)
            continue
        files.append([unit])
        article = unit.level if unit.kind == "article" and unit.numbered.number else 0
    return files


def _units(blocks: Sequence[Block], headings: Headings, ranks: Sequence[int]) -> list[Unit]:
    levels = _Levels()
    units: list[Unit] = []
    for (rank, numbered), end in zip(headings.items(), ranks[1:], strict=True):
        block = blocks[rank]
        assert isinstance(block, Paragraph)  # noqa: S101 - a table is no heading
        doubt = (Question(sentence=line_of(block), why=block.doubt),) if block.doubt else ()
        level = levels.level(numbered, block.level)
        units.append(
            Unit(level=min(level, _DEEPEST), numbered=numbered, blocks=tuple(blocks[rank + 1 : end]), questions=doubt)
        )
    return units


class _Levels(Struct):
    """How deep each heading stands, given those before it."""

    base: int = 0  # of what stands above: an annex has articles of its own
    divisions: list[tuple[str, int]] = field(default_factory=list)  # those that are open: their words, and their styles
    article: str = ""  # the number of the article in which one is
    level_of_article: int = 0
    style_of_article: int = 0

    def level(self, numbered: Numbered, style: int) -> int:
        """The level of the next heading; `style` is that which a word processor gives it, 0 for none."""
        match numbered.kind:
            case "preamble" | "annex":
                self.base = int(numbered.kind == "annex")
                self.divisions, self.article, self.level_of_article = [], "", 0
                return 1
            case "division":
                return self._division(numbered.word.lower(), style)
            case _:
                return self._article(numbered, style)

    def _division(self, word: str, style: int) -> int:
        words = [one for one, _ in self.divisions]
        if word in words:
            del self.divisions[words.index(word) :]
        self.divisions.append((word, style))
        self.article, self.level_of_article = "", 0
        return self.base + len(self.divisions)

    def _article(self, numbered: Numbered, style: int) -> int:
        key = number_key(numbered.number)
        worded = bool(numbered.prefix.strip())
        inside = key.removeprefix(self.article)
        if inside.startswith(".") or (inside.startswith("-") and not worded):  # « Article 3-1 » stands beside article 3
            return self.level_of_article + inside.count(".") + inside.count("-")
        deeper = style - self.style_of_article if style and self.style_of_article else 0
        if self.level_of_article and not worded and (deeper > 0 or self._counted_within(key)):
            return self.level_of_article + max(1, deeper)
        if not key:
            # « Dispositions générales », in the style of a heading: what is of a deeper style stands in it.
            while self.divisions and self.divisions[-1][1] >= style:
                self.divisions.pop()
            self.divisions.append(("", style))
            self.article, self.level_of_article, self.style_of_article = "", 0, 0
            return self.base + len(self.divisions)
        while style and self.divisions and self.divisions[-1][0] == "" and self.divisions[-1][1] >= style:
            self.divisions.pop()
        self.article, self.level_of_article = key, self.base + len(self.divisions) + 1
        self.style_of_article = style
        return self.level_of_article

    def _counted_within(self, key: str) -> bool:
        """Whether a number is one inside the article that is open, and not the next one of its own sort (II after I)."""
        follows = rank_of(key) == rank_of(self.article) + 1 and not self.article.isdigit()
        return bool(self.article and key) and counted_within(key) and not follows


def _titled(units: list[Unit]) -> list[Unit]:
    """The units with the title that stands on the line below their number (« ARTICLE 1 », then « Objet »).

    Certain of a division, and of articles, sub-articles (« 1.1 ») or annexes, where each of them that has no title is followed
    by what may be one.
    """
    titles: dict[int, str] = {}  # of those that have none beside their number
    for rank, unit in enumerate(units):
        deeper = rank + 1 < len(units) and units[rank + 1].level > unit.level
        if unit.kind != "preamble" and not unit.numbered.heading.chars and unit.blocks:
            titles[rank] = _title(unit, deeper=deeper)
    sorts = [(unit.kind, bool(unit.numbered.prefix.strip())) for unit in units]
    unsure = {sorts[rank] for rank, title in titles.items() if not title and units[rank].kind != "division"}
    return [_with_title(unit, titles.get(rank, ""), unsure=sorts[rank] in unsure) for rank, unit in enumerate(units)]


def _with_title(unit: Unit, title: str, *, unsure: bool) -> Unit:
    if not title:
        return unit
    if unsure:
        why = "est-ce le titre, ou le premier alinéa ?"
        return replace(unit, questions=(*unit.questions, Question(sentence=title, why=why)))
    one = unit.numbered
    between = one.separator if one.separator.strip(BLANKS) else " "
    return replace(unit, numbered=replace(one, separator=between, heading=Text(title)), blocks=unit.blocks[1:])


def _title(unit: Unit, *, deeper: bool) -> str:
    """The first line below a heading where it may be its title: short, no sentence, and followed by others; "" otherwise.

    `deeper` tells that what follows the unit stands in it.
    """
    first = unit.blocks[0] if unit.blocks else None
    if not isinstance(first, Paragraph) or first.label or len(first.text) > _LONGEST_TITLE:
        return ""
    followed = len(unit.blocks) > 1 or deeper or unit.kind == "division"
    return first.text.strip() if followed and not ends_as_sentence(first.text) and not first.doubt else ""


def _said_behind_its_number(unit: Unit) -> Unit:
    """A heading whose words are a sentence of the article: « Article 4 : La convention dure trois ans. »."""
    one = unit.numbered
    words = one.heading.chars.strip()
    if unit.kind != "article" or not one.number or not ends_as_sentence(words):
        return unit
    titled = len(words) <= _SENTENCE and not words.endswith(":") and not says(words)
    if unit.blocks and titled and (one.separator.strip(BLANKS) or words.isupper()):
        return unit
    place = next((b.place for b in unit.blocks if isinstance(b, Paragraph)), "")
    bare = replace(one, separator=one.separator.rstrip(), heading=Text(""))
    return replace(unit, numbered=bare, blocks=(Paragraph(text=words, place=place), *unit.blocks))


def _asked_of_others(unit: Unit) -> Unit:
    """The unit with a question about each line in it that may be the heading of an article with a bare number."""
    why = "cette ligne numérotée est-elle le titre d’un article ?"
    others = (line_of(b) for b in unit.blocks if isinstance(b, Paragraph) and bare_article(b))
    return replace(unit, questions=(*unit.questions, *(Question(sentence=line, why=why) for line in others)))


def _asked_of_numbers(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, with a question at each article whose number does not follow the last: one may be missing, or unread."""
    last, annex = 0, False
    for unit in units:
        number = number_key(unit.numbered.number)
        annex = annex or unit.kind == "annex"
        if unit.kind == "article" and number.isdigit() and not annex:  # an annex numbers its articles as it likes
            yield _asked_of_number(unit, last, int(number))
            last = int(number)
        else:
            yield unit


def _asked_of_number(unit: Unit, last: int, number: int) -> Unit:
    if number <= last + 1:
        return unit
    why = (
        f"où est l’article {last + 1} ?" if number == last + 2 else f"où sont les articles {last + 1} à {number - 1} ?"
    )
    return replace(unit, questions=(*unit.questions, Question(sentence=unit.heading, why=why)))
