"""Generated conventions and amendments, each with what it does by the oracle's lights. Every word is used once."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

from hypothesis import strategies as st

from properties.oracle import Act, Line, Story, Text, Unit, find, lines_markdown, markdown

_STEMS = ("mission", "pilote", "l’accès", "aujourd’hui", "quote-part", "œuvre", "coût", "régie", "année", "tiers")


class Words:
    """Gives words that no other place of the story has, so that each names one place."""

    def __init__(self) -> None:
        self.given = 0

    def next(self) -> str:
        self.given += 1
        return f"{_STEMS[self.given % len(_STEMS)]}{self.given}"

    def sentence(self, size: int) -> list[str]:
        first, *rest = [self.next() for _ in range(size)]
        return [first[0].upper() + first[1:], *rest]

    def line(self, draw: st.DrawFn) -> Line:
        sizes = draw(st.lists(st.integers(2, 4), min_size=1, max_size=2))
        return Line([self.sentence(n) for n in sizes])


@st.composite
def stories(draw: st.DrawFn, *, most_acts: int = 4) -> Story:
    """A convention with up to `most_acts` amendments, one operation each, every one of which fits."""
    words = Words()
    base = [_unit(draw, words, str(n)) for n in range(1, draw(st.integers(2, 4)) + 1)]
    text = copy.deepcopy(base)
    acts: list[Act] = []
    for _ in range(draw(st.integers(1, most_acts))):
        act = draw(st.sampled_from(VERBS))(draw, words, text)
        if act is not None:
            act.does(text)
            acts.append(act)
    return Story(base, acts)


def _unit(draw: st.DrawFn, words: Words, number: str, *, deep: bool = True) -> Unit:
    unit = Unit(number, words.next() if draw(st.booleans()) else "")
    unit.lines = _lines(draw, words)
    if draw(st.integers(0, 3)) == 0:
        unit.table = [
            ["Membre", "Voix"],
            *([words.next(), str(draw(st.integers(1, 9)))] for _ in range(draw(st.integers(2, 3)))),
        ]
    if deep:
        unit.subs = [_unit(draw, words, f"{number}.{n}", deep=False) for n in range(1, draw(st.integers(0, 2)) + 1)]
    return unit


def _lines(draw: st.DrawFn, words: Words) -> list[Line]:
    lines: list[Line] = []
    for _ in range(draw(st.integers(1, 3))):
        lines.append(words.line(draw))
        kind = draw(st.sampled_from(("none", "none", "dashes", "labels")))
        for n in range(1, draw(st.integers(2, 3)) + 1 if kind != "none" else 0):
            item = words.line(draw)
            item.label, item.depth = (f"{n}°" if kind == "labels" else ""), 1
            lines.append(item)
    return lines


def _living(text: Text) -> list[Unit]:
    return [u for top in text for u in top.all() if not u.gone]


def _pick(draw: st.DrawFn, text: Text) -> Unit | None:
    units = _living(text)
    return draw(st.sampled_from(units)) if units else None


def _spot(draw: st.DrawFn, text: Text) -> tuple[Unit, int] | None:
    """A unit and the index of one of its alinéas."""
    spots = [(u, i) for u in _living(text) for i in range(len(u.lines))]
    return draw(st.sampled_from(spots)) if spots else None


def _op(verb: str, target: str, **more: str) -> str:
    rest = "".join(f'    {key}: "{value}"\n' for key, value in more.items())
    return f'  - {verb}: "{target}"\n{rest}'


def replace_unit(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    unit = _pick(draw, text)
    if unit is None:
        return None
    number, lines = unit.number, _lines(draw, words)

    def does(text: Text) -> None:
        found = find(text, number)
        found.lines, found.table, found.subs = copy.deepcopy(lines), [], []

    return Act(_op("remplacer", number), f"« {lines_markdown(lines)} »", does, "replace")


def replace_line(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    spot = _spot(draw, text)
    if spot is None:
        return None
    (unit, index), new = spot, words.line(draw)
    number = unit.number

    def does(text: Text) -> None:
        old = find(text, number).lines[index]
        find(text, number).lines[index] = Line(copy.deepcopy(new.sentences), old.label, old.depth)

    return Act(_op("remplacer", f"{number}, al. {index + 1}"), f"« {new.words()} »", does, "replace-line")


def complete(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    unit = _pick(draw, text)
    if unit is None:
        return None
    number, new, start = unit.number, words.line(draw), draw(st.booleans())

    def does(text: Text) -> None:
        found = find(text, number)
        line = Line(copy.deepcopy(new.sentences))
        if start:
            found.lines.insert(0, line)
        else:
            found.lines.append(line)

    # The oracle keeps a table behind its lines, where the compiler keeps it in its place.
    if unit.table and not start:
        return None
    verb = "compléter-au-début" if start else "compléter"
    return Act(_op(verb, number), f"« {new.words()} »", does, "complete")


def insert_line(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    spot = _spot(draw, text)
    if spot is None:
        return None
    (unit, index), new, before = spot, words.line(draw), draw(st.booleans())
    number, lines = unit.number, unit.lines
    beside = lines[index]
    where = index if before else index + 1
    if beside.depth == 0 and not before and where < len(lines) and lines[where].depth:
        return None  # between an introduction and its list
    if beside.depth and (beside.label or draw(st.booleans())):
        return None  # an item without a label in a labelled list reads ill

    def does(text: Text) -> None:
        line = Line(copy.deepcopy(new.sentences), "", beside.depth)
        find(text, number).lines.insert(where, line)

    verb = "insérer-avant" if before else "insérer-après"
    return Act(_op(verb, f"{number}, al. {index + 1}"), f"« {new.words()} »", does, "insert-line")


def insert_unit(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    index = draw(st.integers(0, len(text) - 1))
    number = text[index].number
    new = _unit(draw, words, f"{number} bis", deep=False)
    if any(u.number == new.number for top in text for u in top.all()):
        return None

    def does(text: Text) -> None:
        here = next(i for i, u in enumerate(text) if u.number == number)
        text.insert(here + 1, copy.deepcopy(new))

    quoted = markdown(new, 2).strip().replace("## ", "## « ", 1)
    closing = "\n\n»" if new.table else " »"
    return Act(_op("insérer-après", number), quoted + closing, does, "insert-unit")


def _word(draw: st.DrawFn, text: Text) -> tuple[str, int, int, int] | None:
    """The number of a unit, and one of its words: alinéa, sentence, rank; never the first of a sentence."""
    found = [
        (u.number, i, j, k)
        for u in _living(text)
        for i, line in enumerate(u.lines)
        for j, sentence in enumerate(line.sentences)
        for k in range(1, len(sentence))
    ]
    return draw(st.sampled_from(found)) if found else None


def _typed(word: str, draw: st.DrawFn) -> str:
    """A word as another hand types it: other apostrophes, no ligature."""
    return word.replace("’", "'").replace("œ", "oe") if draw(st.booleans()) else word


def substitute(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    spot = _word(draw, text)
    if spot is None:
        return None
    number, i, j, k = spot
    old, new = find(text, number).lines[i].sentences[j][k], words.next()

    def does(text: Text) -> None:
        find(text, number).lines[i].sentences[j][k] = new

    return Act(
        _op("remplacer-mots", draw(st.sampled_from((number, "*"))), mots=_typed(old, draw), par=new),
        "",
        does,
        "substitute",
    )


def delete_words(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    del words
    spot = _word(draw, text)
    if spot is None:
        return None
    number, i, j, k = spot
    old = find(text, number).lines[i].sentences[j][k]

    def does(text: Text) -> None:
        del find(text, number).lines[i].sentences[j][k]

    return Act(_op("supprimer-mots", number, mots=_typed(old, draw)), "", does, "delete-words")


def add_words(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    spot = _word(draw, text)
    if spot is None:
        return None
    number, i, j, k = spot
    anchor, new, before = find(text, number).lines[i].sentences[j][k], words.next(), draw(st.booleans())

    def does(text: Text) -> None:
        find(text, number).lines[i].sentences[j].insert(k if before else k + 1, new)

    more = {"mots": new, "avant" if before else "après": _typed(anchor, draw)}
    return Act(_op("insérer-mots", number, **more), "", does, "add-words")


def delete_line(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    del words
    spot = _spot(draw, text)
    if spot is None:
        return None
    (unit, index) = spot
    number = unit.number
    if len(unit.lines) == 1 or (index + 1 < len(unit.lines) and unit.lines[index + 1].depth > unit.lines[index].depth):
        return None

    def does(text: Text) -> None:
        del find(text, number).lines[index]

    return Act(_op("supprimer", f"{number}, al. {index + 1}"), "", does, "delete-line")


def delete_sentence(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    del words
    spots = [
        (u.number, i, j)
        for u in _living(text)
        for i, line in enumerate(u.lines)
        if len(line.sentences) > 1
        for j in range(len(line.sentences))
    ]
    if not spots:
        return None
    number, i, j = draw(st.sampled_from(spots))

    def does(text: Text) -> None:
        del find(text, number).lines[i].sentences[j]

    return Act(_op("supprimer", f"{number}, al. {i + 1}, phr. {j + 1}"), "", does, "delete-sentence")


def repeal(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    del words
    unit = _pick(draw, text)
    if unit is None or len(_living(text)) < 3:
        return None
    number = unit.number

    def does(text: Text) -> None:
        for one in find(text, number).all():
            one.gone = True

    return Act(_op("abroger", number), "", does, "repeal")


def restore(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    gone = [
        u for top in text for u in ([top] if top.gone else top.subs) if u.gone and not u.subs
    ]  # none within another
    if not gone:
        return None
    number, line = draw(st.sampled_from(gone)).number, words.line(draw)

    def does(text: Text) -> None:
        found = find(text, number)
        found.gone, found.heading, found.lines, found.table = False, "", [Line(copy.deepcopy(line.sentences))], []

    return Act(_op("rétablir", number), f"« {line.words()} »", does, "restore")


def retitle(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    unit = _pick(draw, text)
    if unit is None:
        return None
    number, heading = unit.number, words.next()

    def does(text: Text) -> None:
        find(text, number).heading = heading

    return Act(_op("renommer", number, intitulé=heading), "", does, "retitle")


def renumber(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    del words
    index = draw(st.integers(0, len(text) - 1))
    old = text[index].number
    new = str(draw(st.integers(20, 99)))
    if any(u.number == new for u in text):
        return None

    def does(text: Text) -> None:
        unit = next(u for u in text if u.number == old)
        for sub in unit.subs:
            sub.number = new + sub.number[len(old) :]
        unit.number = new

    return Act(_op("renuméroter", old, en=new), "", does, "renumber")


def move(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    del words
    if len(text) < 2:
        return None
    one, other = draw(st.lists(st.sampled_from([u.number for u in text]), min_size=2, max_size=2, unique=True))

    def does(text: Text) -> None:
        unit = next(u for u in text if u.number == one)
        text.remove(unit)
        text.insert(next(i for i, u in enumerate(text) if u.number == other) + 1, unit)

    return Act(_op("déplacer", one, après=other), "", does, "move")


def set_row(draw: st.DrawFn, words: Words, text: Text) -> Act | None:
    spots = [(u.number, r) for u in _living(text) for r in range(1, len(u.table))]
    if not spots:
        return None
    number, rank = draw(st.sampled_from(spots))
    name, new = find(text, number).table[rank][0], [words.next(), "7"]

    def does(text: Text) -> None:
        find(text, number).table[rank] = list(new)

    yaml = f'  - remplacer-ligne: \'{number}, tableau 1, ligne "{name}"\'\n    cellules: ["{new[0]}", "{new[1]}"]\n'
    return Act(yaml, "", does, "set-row")


Verb = Callable[[st.DrawFn, Words, Text], Act | None]
VERBS: tuple[Verb, ...] = (
    replace_unit,
    replace_line,
    complete,
    insert_line,
    insert_unit,
    substitute,
    delete_words,
    add_words,
    delete_line,
    delete_sentence,
    repeal,
    restore,
    retitle,
    renumber,
    move,
    set_row,
)


def each() -> Iterator[str]:
    """The name of each verb that stories are made of."""
    return (verb.__name__ for verb in VERBS)
