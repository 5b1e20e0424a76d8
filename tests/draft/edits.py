"""Seeded edits of laid Markdown: what a person does to a clause, by lines and words of its file."""

from __future__ import annotations

import random
import re

_WORDS = (
    "annuel",
    "chaque membre",
    "sans délai",
    "le comité",
    "dans l’année",
    "trois mois",
    "par écrit",
    "au plus tard",
)
_HEADING = re.compile(r"#+ ")


def edited(files: dict[str, str], random_: random.Random, *, most: int = 4) -> dict[str, str | None]:
    """Some of `files` with up to `most` edits; None: taken away. New ones may stand among them."""
    result: dict[str, str | None] = dict(files)
    for _ in range(random_.randint(1, most)):
        name = random_.choice([n for n, text in result.items() if text])
        text = result[name]
        assert text is not None
        choice = random_.random()
        if choice < 0.04:
            result[name] = None
        elif choice < 0.1:
            result[f"{name.partition('-')[0]}bis.md"] = (
                f"# Article {random_.randint(50, 99)} – {_capital(random_.choice(_WORDS))}\n\n{_sentence(random_)}\n"
            )
        else:
            result[name] = _one(text, random_)
    return result


def edited_much(files: dict[str, str], random_: random.Random, *, most: int = 9) -> dict[str, str | None]:
    """One of `files` with several edits, and perhaps files that follow each other taken away."""
    result: dict[str, str | None] = dict(files)
    name = random_.choice(list(files))
    text = files[name]
    for _ in range(random_.randint(2, most)):
        text = _one(text, random_)
    result[name] = text
    if random_.random() < 0.3:
        at = random_.randrange(len(files))
        gone = [n for n in list(files)[at : at + random_.randint(2, 4)] if n != name]
        result |= dict.fromkeys(gone)
    return result


def _one(text: str, random_: random.Random) -> str:
    blocks = text.rstrip("\n").split("\n\n")
    # What is not available, and what is no prose, stays.
    prose = [i for i, b in enumerate(blocks) if not _HEADING.match(b) and not b.startswith(("*[", "|", "- ", "  "))]
    headings = [i for i, b in enumerate(blocks) if _HEADING.match(b) and " – " in b]
    choice = random_.random()
    if choice < 0.1 and headings:
        i = random_.choice(headings)
        blocks[i] = f"{blocks[i]} {random_.choice(_WORDS)}"
    elif choice < 0.25 and prose:
        blocks.insert(random_.choice(prose) + 1, _sentence(random_))
    elif choice < 0.35 and len(prose) > 2:
        del blocks[random_.choice(prose)]
    elif choice < 0.45:
        blocks = _in_a_list(blocks, random_)
    elif prose:
        i = random_.choice(prose)
        blocks[i] = _reworded(blocks[i], random_)
    return "\n\n".join(blocks) + "\n"


def _in_a_list(blocks: list[str], random_: random.Random) -> list[str]:
    lists = [i for i, b in enumerate(blocks) if b.startswith("- ") and "\n  " not in b]
    if not lists:
        return blocks
    i = random_.choice(lists)
    items = blocks[i].split("\n")
    at = random_.randrange(len(items))
    if random_.random() < 0.5 or len(items) < 3:
        items.insert(at, f"- {_capital(random_.choice(_WORDS))} ;")
    else:
        del items[at]
    return [*blocks[:i], "\n".join(items), *blocks[i + 1 :]]


def _reworded(line: str, random_: random.Random) -> str:
    words = line.split(" ")
    for _ in range(random_.randint(1, 3)):
        at = random_.randrange(len(words))
        choice = random_.random()
        if choice < 0.5:
            words[at] = random_.choice(_WORDS)
        elif choice < 0.75:
            words.insert(at, random_.choice(_WORDS))
        elif len(words) > 3:
            del words[at]
    return " ".join(words)


def _sentence(random_: random.Random) -> str:
    return f"{_capital(random_.choice(_WORDS))} {random_.choice(_WORDS)} {random_.randint(2, 90)}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
