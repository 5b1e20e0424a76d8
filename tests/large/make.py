"""A large project, made from a seed: a convention of many articles, and amendments of every kind, each of which fits.

`python tests/large/make.py DIR --articles 2000 --amendments 200 --operations 20 --versions 200`
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest finds the modules of the tests

from large.changes import Maker, Order, draw
from large.text import Unit, unit_markdown, wrapped

FIRST = datetime.date(1990, 1, 1)
BLOCK = 4  # acts that begin on one day change different articles: so many in turn never touch the same
PER_ARTICLE = (1, 1, 2, 3)  # operations in an article of an amendment


@dataclass(frozen=True, slots=True)
class Size:
    """How large. `versions` is the number of days on which amendments begin: a divisor of theirs, a quarter at least."""

    articles: int = 2000
    amendments: int = 200
    operations: int = 20
    versions: int = 200

    def __post_init__(self) -> None:
        together = self.amendments // self.versions if self.versions else 0
        if self.amendments % max(self.versions, 1) or together not in {1, 2, BLOCK}:
            raise ValueError("versions: as many as amendments, half, or a quarter")
        if self.articles < 2 * BLOCK * self.operations:
            raise ValueError("articles: too few for so many operations on different ones")


def make(folder: Path, size: Size, seed: int = 1, after: Callable[[int, list[Unit]], None] | None = None) -> None:
    """Write the project into `folder`; `after` is given the text as signed (0), and after each amendment, by its rank."""
    seeded = random.Random(seed)  # noqa: S311 - a seed, so that every run measures the same
    maker = Maker(seeded, size.articles)
    _convention(folder / "convention", maker.articles)
    told = after or (lambda _rank, _articles: None)
    told(0, maker.articles)
    spent: set[int] = set()
    for rank in range(1, size.amendments + 1):
        if rank % BLOCK == 1:
            spent = set()
        orders = _orders(maker, size.operations, spent)
        _amendment(folder / "amendments" / f"{rank:04}-avenant-{rank}", rank, orders, seeded, size)
        told(rank, maker.articles)


def _orders(maker: Maker, count: int, spent: set[int]) -> list[Order]:
    """Changes of articles that no act of the same days has changed, each of a kind drawn before its article."""
    orders: list[Order] = []
    while len(orders) < count:
        kind = draw(maker.random)
        for _ in range(200):
            top = maker.random.choice(maker.articles)
            if top.gone or id(top) in spent:
                continue
            known = len(maker.articles)
            order = kind(maker, top)
            if order is not None:
                orders.append(order)
                spent.add(id(top))
                if len(maker.articles) > known:  # what is inserted is another act's to change only when it stands
                    spent |= {id(unit) for unit in maker.articles if unit.number == f"{top.number} bis"}
                break
    return orders


def _convention(home: Path, articles: list[Unit]) -> None:
    home.mkdir(parents=True)
    _write(
        home / "convention.yml",
        f"id: services-communs\ntitre: Convention relative aux services communs\nsignature: {FIRST}\n"
        "parties:\n  - {id: ville, nom: Ville centre}\n  - {id: canton, nom: Communes du canton}\n",
    )
    _write(home / "00000-ouverture.md", "Les communes adhérentes conviennent de ce qui suit.\n")
    for unit in articles:
        _write(home / unit.file, unit_markdown(unit))


def _amendment(home: Path, rank: int, orders: list[Order], seeded: random.Random, size: Size) -> None:
    home.mkdir(parents=True)
    block = size.amendments // size.versions
    signed = FIRST + datetime.timedelta(days=20 * rank)
    begins = FIRST + datetime.timedelta(days=20 * block * -(-rank // block) + 1)
    _write(
        home / "avenant.yml",
        f"id: avenant-{rank}\ntitre: Avenant n° {rank}\nsignature: {signed}\nen-vigueur: {begins}\n"
        "signataires:\n  - {partie: ville}\n  - {partie: canton}\n",
    )
    _write(home / "00-ouverture.md", f"Avenant n° {rank} à la convention relative aux services communs.\n")
    number = 0
    while orders:
        here = seeded.choice(PER_ARTICLE)
        taken, orders = orders[:here], orders[here:]
        number += 1
        _write(home / f"{number:02}-article.md", _article(number, taken))


def _article(number: int, orders: list[Order]) -> str:
    """An article of an amendment: its front matter, its heading, and a paragraph for each of its orders."""
    matter = ["---", "opérations:"]
    body: list[str] = []
    for order in orders:
        said = order.sentence
        (target,) = order.written.targets
        matter.append(f"  - {order.written.verb}: {_scalar(target)}")
        matter += [f"    {key}: {_scalar(value)}" for key, value in order.written.details]
        if len(orders) > 1:
            matter.append(f"    dit: {_scalar(said.partition(' «')[0].rstrip('.: '))}")
        body.append(wrapped(said))
        if order.quotation:
            body.append(order.quotation)
    heading = f"# Article {number} – {'Modification' if len(orders) == 1 else 'Modifications'} de la convention"
    return "\n".join([*matter, "---", "\n\n".join([heading, *body]), ""])


def _scalar(words: str) -> str:
    return f"'{words.replace(chr(39), chr(39) * 2)}'" if '"' in words else f'"{words}"'


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> None:
    """Make what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    for name, default in (("articles", 2000), ("amendments", 200), ("operations", 20), ("versions", 200)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    size = Size(asked.articles, asked.amendments, asked.operations, asked.versions)
    make(asked.folder, size, asked.seed)


if __name__ == "__main__":
    main()
