"""What is passed over unread, because its words name nothing that changed, names the same as before."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from clausier.model.provision import Provision
from clausier.refs import Place, at
from clausier.refs.leaning import may_lean
from clausier.refs.over_time import parts
from clausier.refs.references import Reference, at_hand, read_within
from drafting import document
from refs.test_over_time import OWN, edited, put, spots

TEXT = """\
# Préambule

Vu l’article 4.

# Article 1er – Objet

L’article 2, l’article 9 et l’article 2.1 de la présente convention.

# Article 2 – Membres

Le deuxième alinéa de l’article 3.

Les membres de l’article 1er, alinéa 1.

## 2.1 – Nombre

L’annexe 1 ; le 2° de la présente convention.

# Article 3 – Siège

Le siège est fixé à l’article 1er.

Les articles 4 à 6.

7. Secrétariat de l’article 3.

# Article 4 – Parts

L’article 6 et l’article 3.

# Article 5 – Durée

- 1° le 2° de l’article 5 ;
- 2° l’article 4 ; le même article.

# Article 6 – Litiges

L’article 12 du règlement intérieur, et l’article 5 (2°) ; les buts du préambule.

# Article 7 – Fin

L’article précédent ; l’article 3 (2e alinéa).

# Annexe 1 – Barème

L’article 1er de la convention ; le 1 de l’article 5.
"""


def named(place: Place, text: Provision) -> tuple[str, Place]:
    """A place by the identity of what it is, or is in."""
    return at(text, place.path).id, replace(place, path=())


def read(text: Provision, *, complete: bool) -> dict[str, tuple[Provision, list[tuple[object, ...]]]]:
    """The articles and annexes by identity, each with its references, and the ends of what these name."""
    known = at_hand(text, complete=complete)
    return {
        part.id: (
            part,
            [told(r, text) for _, _, r in read_within(part, path, text, OWN, known) if r],
        )
        for part, path, deep in parts(text)
        if deep
    }


def told(one: Reference, text: Provision) -> tuple[object, ...]:
    ends = (*one.places[:1], *one.places[-1:])
    return one.line, one.start, one.words, one.status, [named(place, text) for place in ends]


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("seed", range(150))
def test_what_is_passed_over_names_what_it_named(seed: int, complete: bool) -> None:  # noqa: FBT001 - a parameter of the test
    dice = random.Random(seed)  # noqa: S311 - the same edits each time
    before = now = document(TEXT)
    for rank in range(1, dice.randint(2, 4)):
        now = edited(now, dice, rank)
    may = may_lean(before, now)
    then, found = read(before, complete=complete), read(now, complete=complete)
    for name, (part, references) in found.items():
        if name not in then or then[name][0] is not part:
            assert may(part)
        elif not may(part):
            assert references == then[name][1], part.title()


def test_what_changes_inside_an_article_is_read_of_those_that_name_a_part_of_it() -> None:
    text = document(TEXT)
    three = next(p for p in spots(text) if at(text, p).number == "3")
    one = at(text, three)
    may = may_lean(text, now := put(text, three, (replace(one, blocks=one.blocks[1:]),)))
    # 2 and 7 name its second alinéa; 4 names the whole, which stands. 7 is read besides for « l'article précédent ».
    assert {p.number for p, _, deep in parts(now) if deep and may(p)} == {"2", "3", "7"}


def test_a_number_that_another_bears_is_read_wherever_it_is_named() -> None:
    text = document(TEXT)
    four = next(p for p in spots(text) if at(text, p).number == "4")
    may = may_lean(text, now := put(text, four, (replace(at(text, four), number="4 bis"),)))
    # « Vu l’article 4 », « les articles 4 à 6 », « l’article 4 ; le même article »; « le 2° de la présente convention », of any.
    assert {p.number for p, _, deep in parts(now) if deep and may(p)} == {"", "2", "3", "4 bis", "5", "7"}
