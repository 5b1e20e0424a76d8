"""What is passed over unread, because its words name nothing that changed, names the same as before."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from clausier.model.provision import Alinea, Provision
from clausier.refs import Blocks, Place, at
from clausier.refs.leaning import Worth, may_lean, mentions
from clausier.refs.over_time import parts
from clausier.refs.references import Reference, at_hand, read_within
from refs.test_over_time import OWN, edited, put, spots
from support.drafting import document

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

Le deuxième alinéa.

L’article 6 et l’article 3.

# Article 5 – Durée

- 1° le 2° de l’article 5 ;
- 2° l’article 4 ; le même article.

# Article 6 – Litiges

L’article 12 du règlement intérieur, et l’article 5 (2°) ; les buts du préambule.

# Article 7 – Fin

L’article précédent ; l’article 3 (2e alinéa).

# Article 8 – Suite

L’article 4.

Le même article.

# Annexe 1 – Barème

L’article 1er de la convention ; le 1 de l’article 5.
"""


def named(place: Place, text: Provision) -> tuple[str, str, Place]:
    """A place by the identity of what it is, or is in, and of the line that it begins at."""
    one = at(text, place.path)
    return one.id, one.blocks[place.start].key if isinstance(place, Blocks) else "", replace(place, path=())


def read(
    text: Provision, may: Callable[[Provision], Worth | None], *, complete: bool
) -> dict[str, list[tuple[object, ...]]]:
    """The articles and annexes by identity, each with the references of the lines that are passed over, and what these name."""
    known = at_hand(text, complete=complete)
    found: dict[str, list[tuple[object, ...]]] = {}
    for part, path, deep in parts(text):
        if deep:
            worth, within = may(part), read_within(part, path, text, OWN, known)
            passed = (r for _, _, r in within if r and not (worth and worth(words(r, text))))
            found[part.id] = [told(r, text) for r in passed]
    return found


def words(one: Reference, text: Provision) -> str:
    """The line that a reference stands in."""
    provision = at(text, one.path)
    block = provision.blocks[one.line.block] if one.line.block >= 0 else None
    line = block.text if isinstance(block, Alinea) else provision.heading
    assert line is not None
    return line.chars


def told(one: Reference, text: Provision) -> tuple[object, ...]:
    ends = (*one.places[:1], *one.places[-1:])
    return one.line.provision, one.line.key, one.start, one.words, one.status, [named(place, text) for place in ends]


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("seed", range(150))
def test_what_is_passed_over_names_what_it_named(seed: int, complete: bool) -> None:  # noqa: FBT001 - a parameter of the test
    dice = random.Random(seed)  # noqa: S311 - the same edits each time
    before = now = document(TEXT)
    for rank in range(1, dice.randint(2, 4)):
        now = edited(now, dice, rank)
    may = may_lean(before, now)
    then, found = read(before, may, complete=complete), read(now, may, complete=complete)
    for name in then.keys() & found.keys():
        assert [one for one in found[name] if one not in then[name]] == [], (
            name
        )  # what is repealed says nothing any more


def test_what_changes_inside_an_article_is_read_of_those_that_name_a_part_of_it() -> None:
    text = document(TEXT)
    three = next(p for p in spots(text) if at(text, p).number == "3")
    one = at(text, three)
    may = may_lean(text, now := put(text, three, (replace(one, blocks=one.blocks[1:]),)))
    assert [bool(worth("Le siège est fixé à l’article 1er.")) for worth in [may(one)] if worth] == [True]  # it is gone
    assert [bool(worth("Les articles 4 à 6.")) for worth in [may(one)] if worth] == [False]
    # 2 and 7 name its second alinéa; 4 names the whole, which stands. 7 is read besides for « l'article précédent ».
    assert {p.number for p, _, deep in parts(now) if deep and may(p)} == {"2", "3", "7"}


def test_a_number_that_another_bears_is_read_wherever_it_is_named() -> None:
    text = document(TEXT)
    four = next(p for p in spots(text) if at(text, p).number == "4")
    may = may_lean(text, now := put(text, four, (replace(at(text, four), number="4 bis"),)))
    # « Vu l’article 4 », « les articles 4 à 6 », « l’article 4 ; le même article », « l’article 4 »; « le 2° de la présente convention », of any.
    assert {p.number for p, _, deep in parts(now) if deep and may(p)} == {"", "2", "3", "4 bis", "5", "7", "8"}


def test_what_names_the_same_as_before_is_read_with_what_is_before_it() -> None:
    now = text = document(TEXT)
    for number in ("4", "8"):
        path = next(p for p in spots(now) if at(now, p).number == number)
        now = put(now, path, (replace(at(now, path), number=f"{number} bis"),))
    worth = may_lean(text, now)(now.children[-2])
    assert worth is not None
    assert worth("Le même article.")


@pytest.mark.parametrize("words", ["B de l’article 5", "Le siège de l’article 5 (2°)"])
def test_a_part_is_named_before_its_article_or_behind(words: str) -> None:
    assert "5" in mentions(words).inside
    assert mentions("Le siège de l’article 5").inside == ()
