"""Lines named by what they are of: « la ligne relative à l'incinération », « le tiret relatif au décès », « la liste des missions »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from clausier.french import Part
from clausier.french.stems import inflected, plain
from clausier.refs.lines.items import label_of
from clausier.refs.lines.section import DASH, ITEM, Section, bare, is_heading
from clausier.text.regex import regex

_WORD = regex(r"\d+|[a-z]{3,}")
# What tells one of a kind from another: « position II B », « zone 2 »; « à » is no letter of it, which has others before.
_MARK = regex(r"\b(?:\d+(?![\d\w])|[ivx]+|(?<=[\divx] )a|[b-z])\b(?!['’])")
# What stands for all but what it is said of.
_TURNS = regex(r"\b(?:hors|sauf|non|sans|hormis|excepte\w*|autres?|except\w+)\b")
_SAYS_NOTHING = frozenset(
    "des les aux une par pour dans sur sous avec sans ses son leur leurs que qui est sont prevu prevue suivant suivante suivants suivantes".split()
)
# « les missions suivantes : » says itself of what its items are.
_OWN_NOUN = regex(r"\b(?:suivante?s?|ci-(?:apres|dessous))\s*:\s*\Z")
_HEAD = regex(r"(?P<head>[^:|]+?)\s*(?:\||\s:|:\s)")


def is_about(name: str, words: str) -> bool:
    """Whether words have every word of a name that tells something; a name without any tells nothing."""
    wanted = _telling(name)
    return bool(wanted) and wanted <= _telling(_unmarked(words))


def shares(name: str, words: str) -> bool:
    """Whether words have any word of a name that tells something; so they do of a name without any."""
    wanted = _telling(name)
    return not wanted or bool(wanted & _telling(words))


def _telling(words: str) -> set[str]:
    words = plain(words)
    return {inflected(w) for w in _WORD.findall(words) if w not in _SAYS_NOTHING} | {*_MARK.findall(words)}


def lines_about(way: Section, part: Part, lines: Sequence[str]) -> Iterator[Section]:
    """The one row, or item, of a part that has the words of a name: in its first cell, before its colon; no other has them anywhere.

    What heads the first column is said of each row, and is none. What an item has below it is of it, or not: it is none that is certain.
    """
    rows = [i for i in range(way.start, way.end) if "|" in lines[i]]
    items = [i for i in range(way.start, way.end) if is_item(lines[i])]
    candidates = items if part.unit != "ROW" else rows or items
    columns: dict[int, int] = {}
    for i in rows:
        columns[i] = columns.get(i - 1, i)
    over = {i: _head(lines[columns[i]]) if i in columns else "" for i in candidates}
    found = [i for i in candidates if is_about(part.about, f"{over[i]} {lines[i]}")]
    if len(found) != 1 or columns.get(found[0]) == found[0] or _has_items_below(found[0], lines):
        return
    head = _head(lines[found[0]])
    whole = is_about(part.about, f"{over[found[0]]} {head}") and bool(_telling(part.about) & _telling(head))
    if whole and not _is_narrower(head, part.about):
        yield replace(way, start=found[0], end=found[0] + 1, label="")


def _has_items_below(index: int, lines: Sequence[str]) -> bool:
    """Whether an item has others below it: it introduces them, or theirs are marked otherwise."""
    line, below = lines[index].rstrip(), lines[index + 1 : index + 2]
    if "|" in line or not below or not is_item(below[0]):
        return False
    return line.endswith(":") or (DASH.match(line) is None and _form(line) != _form(below[0]))


def _form(line: str) -> str:
    """How an item is marked: by a dash, a number, a letter."""
    label = label_of(line)
    return "1" if label[:1].isdigit() else "A" if label.isupper() else label and "a"


def _is_narrower(head: str, name: str) -> bool:
    """Whether a row or an item is of less than its name says (« cadres hors siège », for « siège »), or of another mark (« II B », for « II »)."""
    mine, own = plain(_unmarked(head)), plain(name)
    turned = {*_TURNS.findall(mine)} - {*_TURNS.findall(own)}
    return bool(turned) or bool({*_MARK.findall(own)} and {*_MARK.findall(mine)} - {*_MARK.findall(own)})


def _unmarked(line: str) -> str:
    """A line without what marks it as an item."""
    return ITEM.sub("", DASH.sub("", line))


def _head(line: str) -> str:
    found = _HEAD.match(line)
    return found["head"] if found else line


def is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return DASH.match(line) is not None or ITEM.match(line) is not None


def why_no_items(there: Sequence[str], new: Sequence[str], count: int) -> str:
    """Why new lines are not `count` more items of the list that is there (0 for any number), in French; "" where they are, or it is a table."""
    if not there or any("|" in line for line in there):
        return ""
    if not all(map(is_item, new)) or len({DASH.match(line) is not None for line in (there[0], *new[:1])}) > 1:
        return "le texte nouveau n’a pas la forme des éléments de cette liste"
    if {*map(bare, new)} & {*map(bare, there)}:
        return "le texte nouveau reprend des éléments de la liste en vigueur"
    if {label for line in new if (label := label_of(line))} & {*map(label_of, there)}:
        return "un élément de la liste en vigueur porte déjà ce numéro"
    return "le texte nouveau n’a pas autant d’éléments que la phrase en annonce" if count not in {0, len(new)} else ""


def the_list(way: Section, part: Part, lines: Sequence[str]) -> Iterator[Section]:
    """The list of a part: its only one, or of several the one that is introduced by the words of its name.

    Where it is told by what is added alone, its introduction, with the heading of the article, has the noun; or nothing stands below it.
    """
    way = with_its_list(way, lines)
    every = list(_lists(way, lines))
    named = [one for one in every if is_about(part.about, lines[one.start - 1])]
    if len(named) == 1:
        yield named[0]
    elif len(every) == 1 and _may_go_by(part, way, lines, every[0]):
        yield every[0]


def _may_go_by(part: Part, way: Section, lines: Sequence[str], only: Section) -> bool:
    """Whether the only list of a part may be named so: by words of the part, or by any where it is told by what is added at its end."""
    introduction = lines[only.start - 1]
    if part.items:
        own = _OWN_NOUN.search(plain(introduction)) is not None
        of_its_own = not own or bool(_telling(part.about) & _telling(introduction))
        return only.end == way.end or (of_its_own and is_about(part.about, f"{way.heading} {introduction}"))
    told = _telling(part.about)
    return not told or bool(told & _telling(" ".join((way.heading, *lines[way.start : way.end]))))


def _lists(way: Section, lines: Sequence[str]) -> Iterator[Section]:
    """The items below a line that ends with a colon, or below the heading of a part."""
    for index in range(way.start + 1, way.end):
        above = lines[index - 1].rstrip()
        headed = bool(way.label) and index - 1 == way.start and is_heading(above)
        if is_item(lines[index]) and (headed or (above.endswith(":") and not is_item(above))):
            end = next((i for i in range(index, way.end) if not is_item(lines[i])), way.end)
            yield replace(way, start=index, end=end, label="")


def with_its_list(way: Section, lines: Sequence[str]) -> Section:
    """A part of one line, with the list that it introduces."""
    if way.end - way.start != 1 or way.sentence or not lines[way.start].rstrip().endswith(":"):
        return way
    below = range(way.end, len(lines))
    return replace(way, end=next((i for i in below if not is_item(lines[i])), len(lines)))


def item_by_item(new: Sequence[str], lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lists, from the first line to the one after the last, of which new lines say each item again, up to its colon."""
    heads = [_before_the_colon(line) for line in new]
    starts = [i for i, line in enumerate(lines) if is_item(line) and not (i and is_item(lines[i - 1]))]
    ends = [next((k for k in range(i, len(lines)) if not is_item(lines[k])), len(lines)) for i in starts]
    lists = zip(starts, ends, strict=True)
    told = all(heads) and len({*heads}) == len(heads) and all(map(is_item, new))
    return [(i, k) for i, k in lists if told and [_before_the_colon(line) for line in lines[i:k]] == heads]


def _before_the_colon(line: str) -> str:
    head, colon, _ = line.partition(":")
    return bare(head) if colon else ""
