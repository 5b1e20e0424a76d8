"""Seeded edits of structure of laid Markdown: what moves, takes another number, is split or joined; lists, tables, headings."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable

from draft.edits import edited

Files = dict[str, str | None]
_HEADING = re.compile(r"(#+) (Article )?(\d+)((?:\.\d+)*)(?= –|\n|$)")


def restructured(files: dict[str, str], random_: random.Random, *, most: int = 3) -> Files:
    """Some of `files` with up to `most` edits of structure, and at times a few of words; None: taken away."""
    result: Files = dict(files)
    for _ in range(random_.randint(1, most)):
        random_.choice(EDITS)(result, random_)
    if random_.random() < 0.4:
        standing = {name: text for name, text in result.items() if text}
        changed = edited(standing, random_, most=2)
        result |= changed
    return result


def _order(name: str) -> tuple[int, str]:
    found = re.match(r"(\d+)(.*)", name)
    return (int(found[1]), found[2]) if found else (10**6, name)


def standing(files: Files) -> list[str]:
    """The files that are there, in their order."""
    return sorted((name for name, text in files.items() if text), key=_order)


def _blocks(text: str) -> list[str]:
    return text.rstrip("\n").split("\n\n")


def _text(blocks: list[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _prose(blocks: list[str]) -> list[int]:
    return [i for i, b in enumerate(blocks) if not b.startswith(("#", "|", "- ", "  ", "*["))]


def _pick(files: Files, random_: random.Random) -> tuple[str, list[str]]:
    name = random_.choice(standing(files))
    return name, _blocks(files[name] or "")


def move_file(files: Files, random_: random.Random) -> None:
    """An article comes behind another one."""
    names = standing(files)
    if len(names) > 2:
        name, behind = random_.sample(names, 2)
        number, rest = _order(behind)
        fresh = f"{number:02d}{rest.removesuffix('.md')}z.md"
        if fresh not in files:
            files[fresh], files[name] = files[name], None


def renumber(files: Files, random_: random.Random) -> None:
    """A new article, and those behind it a number further, while these run on."""
    names = standing(files)
    at = random_.randrange(len(names))
    found = _HEADING.match(files[names[at]] or "")
    if not found:
        return
    number = first = int(found[3])
    for name in names[at:]:
        here = _HEADING.match(files[name] or "")
        if not here or int(here[3]) != number or here[4]:
            break
        files[name] = _renumbered(files[name] or "", number, number + 1)
        number += 1
    before = _order(names[at - 1]) if at else (0, "")
    fresh = f"{before[0]:02d}{before[1].removesuffix('.md')}y.md"
    files[fresh] = f"# Article {first} – Ajout\n\nAjout {random_.randint(100, 999)} de plus.\n"


def _renumbered(text: str, old: int, new: int) -> str:
    lines = text.split("\n")
    for i, line in enumerate(lines):
        found = _HEADING.match(line)
        if found and int(found[3]) == old:
            lines[i] = f"{found[1]} {found[2] or ''}{new}{found[4]}{line[found.end() :]}"
    return "\n".join(lines)


def split_file(files: Files, random_: random.Random) -> None:
    """The end of an article becomes an article."""
    name, blocks = _pick(files, random_)
    found = _HEADING.match(blocks[0])
    whole = all(not b.startswith(("#", "*[")) for b in blocks[1:]) and len(blocks) > 3
    number, rest = _order(name)
    fresh = f"{number:02d}{rest.removesuffix('.md')}x.md"
    if found and whole and fresh not in files:
        at = random_.randrange(2, len(blocks))
        heading = random_.choice((" – Suite", ""))
        files[name] = _text(blocks[:at])
        files[fresh] = _text([f"# Article {found[3]} ter{heading}", *blocks[at:]])


def join_files(files: Files, random_: random.Random) -> None:
    """An article is put at the end of the one before it."""
    names = standing(files)
    for one, other in itertools.pairwise(names):
        blocks = _blocks(files[one] or ""), _blocks(files[other] or "")
        plain = all(not b.startswith(("#", "*[")) for side in blocks for b in side[1:])
        if plain and all(len(side) > 1 for side in blocks) and random_.random() < 0.5:
            files[one], files[other] = _text([*blocks[0], *blocks[1][1:]]), None
            return


def move_line(files: Files, random_: random.Random) -> None:
    """An alinéa comes to stand elsewhere, in its article or in another."""
    name, blocks = _pick(files, random_)
    other = name if random_.random() < 0.5 else random_.choice(standing(files))
    if len(prose := _prose(blocks)) < 2:
        return
    line = blocks.pop(random_.choice(prose))
    files[name] = _text(blocks)
    taker = _blocks(files[other] or "")
    if places := _prose(taker):
        taker.insert(random_.choice(places) + random_.randint(0, 1), line)
        files[other] = _text(taker)


def swap_parts(files: Files, random_: random.Random) -> None:
    """Two sub-articles change places, and numbers too at times."""
    name, blocks = _pick(files, random_)
    starts = [i for i, b in enumerate(blocks) if b.startswith("## ")]
    if len(starts) < 2:
        return
    ends = [*starts[1:], len(blocks)]
    parts = [blocks[a:b] for a, b in zip(starts, ends, strict=True)]
    i = random_.randrange(len(parts) - 1)
    heads = _HEADING.match(parts[i][0]), _HEADING.match(parts[i + 1][0])
    if random_.random() < 0.5 and heads[0] and heads[1]:
        for one, other in ((i, heads[1]), (i + 1, heads[0])):
            found = _HEADING.match(parts[one][0])
            assert found
            parts[one][0] = f"{other[0]}{parts[one][0][found.end() :]}"
    parts[i], parts[i + 1] = parts[i + 1], parts[i]
    files[name] = _text([*blocks[: starts[0]], *(b for part in parts for b in part)])


def change_rows(files: Files, random_: random.Random) -> None:
    """A row comes, goes, moves or changes."""
    tables = [
        (name, i) for name in standing(files) for i, b in enumerate(_blocks(files[name] or "")) if b.startswith("| ")
    ]
    if not tables:
        return
    name, i = random_.choice(tables)
    blocks = _blocks(files[name] or "")
    head, rule, *rows = blocks[i].split("\n")
    at = random_.randrange(len(rows))
    choice = random_.randrange(4)
    if choice == 0:
        cells = [f"neuf {random_.randint(100, 999)}"] * (head.count("|") - 1)
        rows.insert(at, "| " + " | ".join(cells) + " |")
    elif choice == 1 and len(rows) > 2:
        del rows[at]
    elif choice == 2:
        rows.insert(random_.randrange(len(rows)), rows.pop(at))
    else:
        rows[at] = rows[at].rsplit("|", 2)[0] + f"| {random_.randint(10, 99)} |"
    blocks[i] = "\n".join([head, rule, *rows])
    files[name] = _text(blocks)


def change_items(files: Files, random_: random.Random) -> None:
    """Items of a list move, or take other labels around one that comes or goes."""
    lists = [
        (name, i)
        for name in standing(files)
        for i, b in enumerate(_blocks(files[name] or ""))
        if b.startswith("- ") and "\n  " not in b
    ]
    if not lists:
        return
    name, i = random_.choice(lists)
    blocks = _blocks(files[name] or "")
    items = blocks[i].split("\n")
    at = random_.randrange(len(items))
    labelled = all(re.match(r"- \d+° ", item) for item in items)
    if labelled and len(items) > 2:
        texts = [item.partition("° ")[2] for item in items]
        if random_.random() < 0.5:
            del texts[at]
        else:
            texts.insert(at, f"ajout {random_.randint(100, 999)} ;")
        items = [f"- {n}° {words}" for n, words in enumerate(texts, start=1)]
    else:
        items.insert(random_.randrange(len(items)), items.pop(at))
    blocks[i] = "\n".join(items)
    files[name] = _text(blocks)


def change_heading(files: Files, random_: random.Random) -> None:
    """A heading is reworded, comes or goes."""
    name, blocks = _pick(files, random_)
    headings = [i for i, b in enumerate(blocks) if _HEADING.match(b)]
    if headings:
        i = random_.choice(headings)
        head, _, words = blocks[i].partition(" – ")
        blocks[i] = head if words and random_.random() < 0.3 else f"{head} – {words or 'Titre'} revu"
        files[name] = _text(blocks)


Edit = Callable[[Files, random.Random], None]
EDITS: tuple[Edit, ...] = (
    move_file,
    renumber,
    split_file,
    join_files,
    move_line,
    move_line,
    swap_parts,
    change_rows,
    change_items,
    change_heading,
)
