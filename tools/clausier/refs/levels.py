"""One level of a reference: « articles 3 à 5 », « deux premiers alinéas », « 2° », « présent article », « annexe 2 »."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from clausier.model.target import LabelledPoint, NthAlinea, NthDash, NthSentence, Single, Step, Through, Unit
from clausier.refs.reading import ADVERBS, COUNTS, ORDINALS, Words, nth, number, of

Scope = Literal["text", "present", "same", "near"]
Toward = Literal["", "above", "below"]
Reader = Callable[[Words, int], tuple[Single, int] | None]


class Item(Struct, frozen=True):
    """One unit that a level names, and the characters that name it."""

    step: Step
    start: int
    end: int


class Level(Struct, frozen=True, kw_only=True):
    """The words `first` to `end` (excluded) of a line, which name units of one kind.

    `items` are units of the `text`, counted in what the next level names. Else the level says where one stands: in the
    `present` unit, in the `same` one as before, or `near` (`count` of them, 0: some, in the direction `toward`). `soft`:
    practice varies, so that nothing follows from their absence.
    """

    first: int
    end: int
    unit: str
    items: tuple[Item, ...] = ()
    scope: Scope = "text"
    count: int = 1
    toward: Toward = ""
    soft: bool = False


DIVISIONS = ("titre", "sous-titre", "chapitre", "section", "sous-section", "livre")
UNITS = {
    **{word: word for word in DIVISIONS},
    **{f"{word}s": word for word in DIVISIONS},
    **dict.fromkeys(("article", "articles", "art"), "article"),
    **dict.fromkeys(("alinéa", "alinéas", "al"), "alinéa"),
    **dict.fromkeys(("phrase", "phrases"), "phrase"),
    **dict.fromkeys(("tiret", "tirets"), "tiret"),
    **dict.fromkeys(("annexe", "annexes"), "annexe"),
    **dict.fromkeys(("paragraphe", "paragraphes", "§", "point", "points"), "paragraphe"),
    "préambule": "préambule",
}
_RANKED: dict[str, Callable[[int], Single]] = {"alinéa": NthAlinea, "phrase": NthSentence, "tiret": NthDash}
TOWARD: dict[str, Toward] = {
    "ci-dessus": "above",
    "ci-avant": "above",
    "supra": "above",
    "ci-après": "below",
    "ci-dessous": "below",
    "infra": "below",
}
_NEAR: dict[str, Toward] = {
    "précédent": "above",
    "précédente": "above",
    "précédents": "above",
    "précédentes": "above",
    "suivant": "below",
    "suivante": "below",
    "suivants": "below",
    "suivantes": "below",
}
_WHICH: dict[str, Toward] = {"précède": "above", "précèdent": "above", "suit": "below", "suivent": "below"}
_PRESENT = frozenset("présent présente présents présentes".split())
_SAME = frozenset("même cet cette ledit dudit audit".split())
_FIRST_OR_LAST = {"premiers": 1, "premières": 1, "derniers": -1, "dernières": -1}
_AND = frozenset(", ; et ou /".split())
_ONE_OF = frozenset("le la les l' au aux à du des".split())
_AFTER_ANNEX = frozenset("du de des à au aux et ou qui est".split())


_BEGIN = frozenset({*UNITS, *TOWARD, *_PRESENT, *_SAME, *_NEAR, *COUNTS, *ORDINALS})
_BEFORE_LABEL = _ONE_OF - {"à"}
_ROMAN = frozenset("ivx")


def beginnings(line: Words) -> Iterator[int]:
    """The words at which a level, or « ci-dessus », may begin: few of those of a line."""
    before = ""
    for i, word in enumerate(line.lower):
        if word in _BEGIN:
            yield i
        elif before in _BEFORE_LABEL:
            if len(word) == 1 or word[0].isdigit() or _ROMAN.issuperset(word):
                yield i
        elif word[0].isdigit() and nth(word) is not None:
            yield i
        before = word


def level(line: Words, i: int) -> Level | None:
    """The level that begins at word `i`, if one does."""
    word, after = line.at(i), line.at(i + 1)
    unit = UNITS.get(word, "")
    if not unit:
        if word in _PRESENT and after in UNITS:
            return Level(first=i, end=i + 2, unit=UNITS[after], scope="present")
        if word in _SAME and UNITS.get(after) in {"article", "alinéa", "annexe"}:
            end = number(line, i + 2)
            return Level(first=i, end=end[1] if end else i + 2, unit=UNITS[after], scope="same")
        if word in _NEAR and UNITS.get(after) in {"article", "alinéa", "phrase"}:
            return Level(first=i, end=i + 2, unit=UNITS[after], scope="near", toward=_NEAR[word])
        return _ranks(line, i) or _labels(line, i)
    if unit in _RANKED or unit == "article":
        return _near(line, i, unit) or (_articles(line, i) if unit == "article" else _numbered_ranks(line, i, unit))
    if unit == "annexe":
        return _annexes(line, i)
    if unit == "préambule":
        named = Item(Unit("", "preamble"), line.starts[i], line.ends[i])
        known = line.at(i - 1) in {"le", "du", "au"}
        return Level(first=i, end=i + 1, unit=unit, items=(named,), soft=True) if known else None
    if unit == "paragraphe":
        return _list(line, i, i + 1, unit, _paragraph, soft=True)
    if unit == "titre" and line.at(i - 1) == "à":  # « à titre », which is no division
        return None
    return _list(line, i, i + 1, unit, lambda at, k: _division(at, k, unit))


def _list(
    line: Words, first: int, i: int, unit: str, read: Reader, *, many: bool | None = None, soft: bool = False
) -> Level | None:
    """The units that `read` finds from word `i` on: one, or (`many`) several, with ranges."""
    several = line.at(first).endswith("s") if many is None else many
    found = read(line, i)
    items: list[Item] = []
    start, end, last = line.starts[first], i, False
    while found:
        step: Step = found[0]
        end = found[1]
        if several and line.at(end) == "à" and (through := read(line, end + 1)):
            step, end = Through(found[0], through[0]), through[1]
        items.append(Item(step, start, line.ends[end - 1]))
        k = end
        while several and line.at(k) in _AND:
            k += 1
        if k == end or (last and line.at(end) not in {"et", "ou"}):
            break
        last = last or line.at(k - 1) in {"et", "ou"}
        start, found = line.starts[k] if k < len(line.starts) else 0, read(line, k)
    if not items:
        return None
    if line.at(end) == "et" and line.at(end + 1) in {"suivants", "suivantes", "s"}:
        end += 2
    return Level(first=first, end=end, unit=unit, items=tuple(items), soft=soft)


def _articles(line: Words, i: int) -> Level | None:
    if line.at(i) == "art" and line.at(i + 1) != ".":
        return None
    return _list(line, i, i + (2 if line.at(i) == "art" else 1), "article", _article)


def _article(line: Words, i: int) -> tuple[Single, int] | None:
    found = number(line, _after_number_sign(line, i))
    if found is None:
        return None
    read, end = found
    if line.at(end) == "(" and line.at(end + 2) == ")" and line.at(end + 1) in set("23456789"):
        return Unit(read, "article", int(line.at(end + 1))), end + 3
    return Unit(read, "article"), end


def _after_number_sign(line: Words, i: int) -> int:
    return i + 2 if line.at(i) == "n" and line.at(i + 1) == "°" else i


def _division(line: Words, i: int, word: str) -> tuple[Single, int] | None:
    found = number(line, i)
    return (Unit(found[0], "division", word=word), found[1]) if found else None


def _annexes(line: Words, i: int) -> Level | None:
    if numbered := _list(line, i, i + 1, "annexe", _annex):
        return numbered
    after = line.at(i + 1)
    if line.at(i - 1) not in {"l'", "en"} or (
        after[:1].isalpha() and after not in _AFTER_ANNEX and after not in TOWARD
    ):
        return None
    named = Item(Unit("", "annex"), line.starts[i], line.ends[i])
    return Level(first=i, end=i + 1, unit="annexe", items=(named,), soft=True)


def _annex(line: Words, i: int) -> tuple[Single, int] | None:
    found = number(line, _after_number_sign(line, i))
    return (Unit(found[0], "annex"), found[1]) if found else None


def _paragraph(line: Words, i: int) -> tuple[Single, int] | None:
    if found := label(line, i):
        return found
    word = line.written(i)
    known = word.isdigit() or (len(word) == 1 and word.isalpha() and word not in "àyAÀ")
    return (LabelledPoint(word), i + 1) if known else None


def label(line: Words, i: int) -> tuple[Single, int] | None:
    """The label of an item at word `i`: `2°`, `3° bis`, `a)`."""
    word, after = line.at(i), line.at(i + 1)
    if word[:1].isdigit() and (word.endswith("º") or (word.isdigit() and after == "°")):
        end = i + (1 if word.endswith("º") else 2)
        read = f"{word.rstrip('º')}°"
        return (
            (LabelledPoint(f"{read} {line.at(end)}"), end + 1)
            if line.at(end) in ADVERBS
            else (LabelledPoint(read), end)
        )
    if len(word) == 1 and word.isalpha() and word == line.written(i) and after == ")":
        return LabelledPoint(f"{word})"), i + 2
    return None


def _labels(line: Words, i: int) -> Level | None:
    """« 2° », « a) et b) » after an article; also « du I de l'article 3 », where nothing but a label can stand."""
    before = line.at(i - 1)
    if before not in _BEFORE_LABEL:
        return None
    if label(line, i):
        return _list(line, i, i, "label", label, many=True)
    word = line.written(i)
    inside = of(line, i + 1)
    named = word.isdigit() or (len(word) == 1 and word.isalpha()) or (word != "" and set(word) <= set("IVX"))
    if named and before in {"du", "au", "le"} and inside and (line.at(inside) in _PRESENT or line.at(inside) in UNITS):
        item = Item(LabelledPoint(word), line.starts[i], line.ends[i])
        return Level(first=i, end=i + 1, unit="label", items=(item,), soft=True)
    return None


def _numbered_ranks(line: Words, i: int, unit: str) -> Level | None:
    """« alinéa 2 », « alinéas 3 à 5 », « al. 2 »."""
    start = i + 2 if line.at(i) == "al" and line.at(i + 1) == "." else i + 1
    return _list(line, i, start, unit, lambda at, k: _rank(at, k, unit))


def _rank(line: Words, i: int, unit: str) -> tuple[Single, int] | None:
    word = line.at(i)
    n = int(word) if word.isdigit() else nth(word) if word[:1].isdigit() else None
    return (_RANKED[unit](n), i + 1) if n and n < 1000 else None


def _near(line: Words, i: int, unit: str) -> Level | None:
    """« alinéa précédent », « article suivant », « alinéas qui précèdent »; not « l'article suivant : », which is quoted."""
    after = line.at(i + 1)
    toward, end = _NEAR.get(after) or TOWARD.get(after), i + 2
    if after == "qui":
        toward, end = _WHICH.get(line.at(i + 2)), i + 3
    if not toward or line.at(end) == ":":
        return None
    many = line.at(i).endswith("s")
    return Level(first=i, end=end, unit=unit, scope="near", toward=toward, count=0 if many else 1)


def _ranks(line: Words, i: int) -> Level | None:
    """« troisième alinéa », « premier et troisième alinéas », « deux premiers alinéas », « deux alinéas précédents »."""
    count = COUNTS.get(line.at(i))
    if count:
        return _counted(line, i, count)
    found: list[tuple[int, int]] = []
    k = i
    while (n := nth(line.at(k))) is not None:
        found.append((n, k))
        k += 1
        unit = UNITS.get(line.at(k), "")
        if unit in _RANKED:
            starts = [line.starts[at] for _, at in found]
            ends = [*(line.ends[at] for _, at in found[:-1]), line.ends[k]]
            items = tuple(Item(_RANKED[unit](n), s, e) for (n, _), s, e in zip(found, starts, ends, strict=True))
            return Level(first=i, end=k + 1, unit=unit, items=items)
        if line.at(k) not in _AND:
            return None
        while line.at(k) in _AND or line.at(k) in _ONE_OF:
            k += 1
    return None


def _counted(line: Words, i: int, count: int) -> Level | None:
    after, noun = line.at(i + 1), line.at(i + 2)
    if after in _FIRST_OR_LAST and UNITS.get(noun) in _RANKED:
        rank = _RANKED[UNITS[noun]]
        ends = (rank(1), rank(count)) if _FIRST_OR_LAST[after] > 0 else (rank(-count), rank(-1))
        item = Item(Through(*ends), line.starts[i], line.ends[i + 2])
        return Level(first=i, end=i + 3, unit=UNITS[noun], items=(item,))
    for at, toward in ((i + 1, _NEAR.get(noun)), (i + 2, _NEAR.get(after))):
        unit = UNITS.get(line.at(at))
        if toward and unit in {"article", "alinéa", "phrase"}:
            return Level(first=i, end=i + 3, unit=unit, scope="near", toward=toward, count=count)
    return None
