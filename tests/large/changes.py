"""What the operations of a made amendment do: each changes the text that its maker keeps, and says so as an act does."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from clausier.french import Written
from clausier.french.write import sentence_for
from large.text import Line, Table, Unit, quoted, quoted_unit
from large.wording import ADVERB, FIGURE, LATER, Wording

HEADER = ["Site", "Volumes", "Participation en euros"]


@dataclass(slots=True)
class Order:
    """One operation as an act has it: front matter, sentence, and what the sentence quotes ("" where it quotes nothing)."""

    written: Written
    quotation: str = ""

    @property
    def sentence(self) -> str:
        """The sentence that orders it."""
        said = sentence_for(self.written)
        assert said is not None, self.written
        return said


def order(verb: str, target: str, quotation: str = "", **details: str) -> Order:
    """The order `verb` on `target`; the keys of the details are those of the front matter, without their accents."""
    keys = {"apres": "après", "intitule": "intitulé"}
    given = tuple((keys.get(key, key), value) for key, value in details.items())
    return Order(Written(verb=verb, targets=(target,), details=given), quotation)


class Maker:
    """Draws units and changes them; `articles` is the text as it stands, `taken` the numbers that it has had."""

    def __init__(self, seed: random.Random, articles: int) -> None:
        self.random = seed
        self.wording = Wording(seed, [])
        self.articles: list[Unit] = []
        self.taken: set[str] = set()
        self.files = 0
        self.next = articles + 1
        for number in range(1, articles + 1):
            self.articles.append(self.article(str(number)))
            if number % 5 == 0:  # an article may name any that comes before it
                self.wording.references.append(str(number))

    def article(self, number: str) -> Unit:
        """A new article, with its sub-articles and its file."""
        self.taken.add(number)
        self.files += 1
        unit = self.unit(number)
        # « 12 bis.1 » is no number that a target can name.
        for sub in range(1, 1 if " " in number else self.random.choice((1, 1, 3, 4, 5))):
            unit.subs.append(self.unit(f"{number}.{sub}"))
        unit.file = f"{self.files:05}-article-{number.replace(' ', '-')}.md"
        return unit

    def unit(self, number: str) -> Unit:
        """A new unit without sub-articles: some lines, perhaps a list, perhaps a table."""
        unit = Unit(number, self.wording.heading())
        unit.blocks = [self.line() for _ in range(self.random.randint(2, 4))]
        if self.random.random() < 0.35:
            labelled = self.random.random() < 0.5
            at = self.random.randint(1, len(unit.blocks))
            items = [
                Line([self.wording.item()], item=True, label=f"{n}°" if labelled else "")
                for n in range(1, self.random.randint(3, 5) + 1)
            ]
            items[-1].sentences[0] = items[-1].sentences[0].replace(" ;", ".")
            unit.blocks[at:at] = [Line([self.wording.introduction()]), *items]
        if self.random.random() < 0.15:
            unit.blocks.append(Table([HEADER, *(self.row(f"Site {n}") for n in range(1, self.random.randint(3, 6)))]))
        return unit

    def line(self) -> Line:
        """A new paragraph."""
        return Line([self.wording.sentence() for _ in range(self.random.randint(1, 3))])

    def row(self, name: str) -> list[str]:
        """A new row of a table."""
        return [name, self.wording.amount(), self.wording.amount()]

    # Each of those below changes one article and returns the order; None where the article has nothing for it.

    def replace(self, top: Unit) -> Order | None:
        unit = self._one(top)
        if any(sub.gone for sub in unit.subs):
            return None  # what is repealed comes back by `rétablir` alone
        new = self.article(unit.number) if unit is top and top.subs else self.unit(unit.number)
        new.subs = new.subs[: self.random.randint(2, 4)]
        unit.blocks, unit.subs = new.blocks, new.subs
        return order("remplacer", unit.number, quoted_unit(unit, headed=False))

    def alinea(self, top: Unit) -> Order | None:
        unit, rank = self._line(top)
        line = unit.lines()[rank]
        target = f"{unit.number}, al. {rank + 1}"
        draw = self.random.random()
        if line.item:
            new = Line([self.wording.item()])
            line.sentences = new.sentences
            return order("remplacer", target, quoted([new]))
        if _introduces(unit, rank):
            return None
        if draw < 0.6:
            new = self.line()
            line.sentences = new.sentences
            return order("remplacer", target, quoted([new]))
        new = Line([self.wording.sentence()])
        if draw < 0.8 and len(line.sentences) > 1:
            place = self.random.randrange(len(line.sentences))
            line.sentences[place] = new.words
            return order("remplacer", f"{target}, phr. {place + 1}", quoted([new]))
        line.sentences.append(new.words)
        return order("compléter", target, quoted([new]))

    def delete(self, top: Unit) -> Order | None:
        if self.random.random() < 0.25:
            unit = self._one(top)
            if unit is top and self._is_named(top):
                return None
            for one in list(unit.all()):
                one.gone, one.blocks = True, []
            return order("abroger", unit.number)
        unit, rank = self._line(top)
        lines = unit.lines()
        line = lines[rank]
        if len(line.sentences) > 1 and self.random.random() < 0.25:
            place = self.random.randrange(len(line.sentences))
            del line.sentences[place]
            return order("supprimer", f"{unit.number}, al. {rank + 1}, phr. {place + 1}")
        if len(lines) < 3 or _introduces(unit, rank) or line.item != (rank > 0 and lines[rank - 1].item):
            return None
        unit.blocks.remove(line)
        return order("supprimer", f"{unit.number}, al. {rank + 1}")

    def insert(self, top: Unit) -> Order | None:
        draw = self.random.random()
        if draw < 0.2:
            number = f"{top.number} bis"
            if number in self.taken or " " in top.number:
                return None
            new = self.article(number)
            self.articles.insert(self._rank(top) + 1, new)
            return order("insérer-après", top.number, quoted_unit(new, headed=True))
        if draw < 0.35 and top.subs and not any(sub.gone for sub in top.subs):
            new = self.unit(f"{top.number}.{max(_last(sub) for sub in top.subs) + 1}")
            top.subs.append(new)
            return order("compléter", top.number, quoted_unit(new, headed=True))
        if draw < 0.5 and isinstance(top.blocks[-1], Line):
            new_line = self.line()
            top.blocks.append(new_line)
            return order("compléter", top.number, quoted([new_line]))
        unit, rank = self._line(top)
        line = unit.lines()[rank]
        if _introduces(unit, rank) or line.label:
            return None
        added = Line([self.wording.item()], item=True) if line.item else self.line()
        unit.blocks.insert(_index(unit, line) + 1, added)
        return order("insérer-après", f"{unit.number}, al. {rank + 1}", quoted([Line(added.sentences)]))

    def table(self, top: Unit) -> Order | None:
        unit = next((one for one in top.all() if one.tables()), None)
        if unit is None:
            return None
        table = unit.tables()[0]
        row = self.random.choice(table.rows[1:])
        target = f"{unit.number}, tableau 1"
        draw = self.random.random()
        if draw < 0.5:
            new = self.row(row[0])
            table.rows[table.rows.index(row)] = new
            return order("remplacer-ligne", f'{target}, ligne "{row[0]}"', quoted([Table([HEADER, new])]))
        if draw < 0.8 or len(table.rows) < 4:
            new = self.row(f"Site {max(int(r[0].split()[1]) for r in table.rows[1:]) + 1}")
            table.rows.append(new)
            return order("ajouter-ligne", target, quoted([Table([HEADER, new])]))
        table.rows.remove(row)
        return order("supprimer-ligne", f'{target}, ligne "{row[0]}"')

    def renumber(self, top: Unit) -> Order | None:
        labelled = [u for u in top.all() if not u.subs and u.lines()[-1].label]
        if labelled and self.random.random() < 0.4:
            unit, line = labelled[0], labelled[0].lines()[-1]
            old, line.label = line.label, f"{int(line.label[:-1]) + 1}°"
            return order("renuméroter", f"{unit.number}, {old}", en=line.label)
        if top.subs and not top.subs[-1].gone:
            unit = top.subs[-1]
            old, unit.number = unit.number, f"{top.number}.{_last(unit) + 1}"
            return order("renuméroter", old, en=unit.number)
        if self._is_named(top):
            return None
        old, new = top.number, str(self.next)
        self.next += 1
        self.taken.add(new)
        top.number = new
        for sub in top.subs:
            sub.number = new + sub.number[len(old) :]
        return order("renuméroter", old, en=new)

    def words(self, top: Unit) -> Order | None:
        unit, rank = self._line(top)
        line = unit.lines()[rank]
        everything = top.words()
        found = [m[0] for m in FIGURE.finditer(line.words) if len(re.findall(rf"\b{m[0]}\b", everything)) == 1]
        adverbs = [m[0].strip() for m in ADVERB.finditer(line.words) if everything.count(m[0]) == 1]
        draw = self.random.random()
        if adverbs and draw < 0.4:
            words = adverbs[0]
            line.sentences = [re.sub(f" {words}", "", s) for s in line.sentences]
            return order("supprimer-mots", top.number, mots=words)
        if not found:
            return None
        words = found[0]
        if draw < 0.7:
            new = self.wording.figure()
            self._reword(line, words, new)
            return order("remplacer-mots", top.number, mots=words, par=new)
        added = self.random.choice(LATER)
        self._reword(line, words, f"{words} {added}")
        return order("insérer-mots", f"{unit.number}, al. {rank + 1}", mots=added, apres=words)

    def retitle(self, top: Unit) -> Order | None:
        unit = self._one(top)
        unit.heading = self.wording.heading()
        return order("renommer", unit.number, intitule=unit.heading)

    def _one(self, top: Unit) -> Unit:
        return self.random.choice(list(top.all()))

    def _line(self, top: Unit) -> tuple[Unit, int]:
        unit = self._one(top)
        return unit, self.random.randrange(len(unit.lines()))

    def _is_named(self, top: Unit) -> bool:
        """Whether the text may refer to the article, and its drafter sees to it: nine times out of ten."""
        return top.number in self.wording.references and self.random.random() < 0.9

    def _rank(self, top: Unit) -> int:
        return next(i for i, unit in enumerate(self.articles) if unit is top)

    @staticmethod
    def _reword(line: Line, words: str, new: str) -> None:
        line.sentences = [re.sub(rf"\b{words}\b", new, s) for s in line.sentences]


def _introduces(unit: Unit, rank: int) -> bool:
    """Whether an item comes next behind a line that is none."""
    lines = unit.lines()
    return not lines[rank].item and rank + 1 < len(lines) and lines[rank + 1].item


def _last(unit: Unit) -> int:
    return int(unit.number.rpartition(".")[2])


def _index(unit: Unit, line: Line) -> int:
    return next(i for i, block in enumerate(unit.blocks) if block is line)


# In the frequencies of real amendments to agreements between public bodies.
CHANGES: tuple[tuple[int, Callable[[Maker, Unit], Order | None]], ...] = (
    (1016, Maker.replace),
    (778, Maker.alinea),
    (573, Maker.delete),
    (518, Maker.insert),
    (399, Maker.table),
    (235, Maker.renumber),
    (213, Maker.words),
    (145, Maker.retitle),
)


def draw(seed: random.Random) -> Callable[[Maker, Unit], Order | None]:
    """A kind of change, by the frequencies above."""
    return seed.choices([kind for _, kind in CHANGES], [weight for weight, _ in CHANGES])[0]
