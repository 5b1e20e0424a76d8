"""References followed through the states of a text, against reading every state anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from clausier.cache import Cache
from clausier.model.provision import Alinea, Provision
from clausier.refs import Place, at, describe
from clausier.refs.over_time import State, parts, readings
from clausier.refs.references import Reference
from clausier.text import Text
from refs.anew import references
from support.drafting import document

OWN = "convention"
TEXT = """\
# Préambule

Vu l’article 4.

# Titre I – Principes

## Article 1er – Objet

L’article 2, l’article 9 et l’article 2.1 de la présente convention.

## Article 2 – Membres

L’alinéa précédent, le présent article et le troisième alinéa de l’article 3.

### 2.1 – Nombre

L’article 2.2 et l’annexe 1.

# Titre II – Organes

## Article 3 – Siège

Le siège est fixé à l’article 1er.

Les articles 4 à 6 ; le même article ; l’article précédent ; l’article suivant.

7. Secrétariat de l’article 3.

## Article 4 – Parts

L’article 7, le titre I, l’article 3 du titre II, le présent titre.

## Article 5 – Durée

- 1° le 2° de l’article 5 ;
- 2° l’article 4 et l’article 4.

## Article 6 – Litiges

L’article 12 du règlement intérieur.

# Annexe 1 – Barème

L’article 1er de la convention.
"""
WORDS = (
    "L’article {n} s’applique.",
    "Le troisième alinéa de l’article {n}, et l’alinéa précédent.",
    "L’annexe {n}, les articles {n} à 6, et le même article.",
    "Voir l’article précédent.",
    "Le 2° de l’article {n}, la deuxième phrase du premier alinéa de l’article {n}.",
    "L’article {n} (2), les articles {n} et 9, l’article {n}.1.",
    "Rien.",
    "{n}. Une ligne qui commence par un nombre.",
)
NUMBERS = ("1er", "2", "2.1", "2.2", "3", "4", "5", "6", "7", "9", "4 bis")


def spots(text: Provision, path: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """The paths of all provisions but the document."""
    for index, child in enumerate(text.children):
        yield (*path, index)
        yield from spots(child, (*path, index))


def put(text: Provision, path: tuple[int, ...], new: tuple[Provision, ...]) -> Provision:
    """`new` in place of the provision at `path`; all beside the way there is the same object as before."""
    first, *rest = path
    inner = new if not rest else (put(text.children[first], tuple(rest), new),)
    return replace(text, children=(*text.children[:first], *inner, *text.children[first + 1 :]))


def line(dice: random.Random, rank: int) -> Alinea:
    chars = dice.choice(WORDS).format(n=dice.choice(NUMBERS))
    return Alinea(key=f"new:{rank}", text=Text(chars).written(f"act/{rank}", 0))


def reworded(one: Provision, dice: random.Random, rank: int) -> tuple[Provision, ...]:
    return (replace(one, blocks=(*one.blocks[:1], line(dice, rank))),)


def renumbered(one: Provision, dice: random.Random, rank: int) -> tuple[Provision, ...]:  # noqa: ARG001 - as the others
    return (replace(one, number=dice.choice(NUMBERS)),)


def taken_out(one: Provision, dice: random.Random, rank: int) -> tuple[Provision, ...]:  # noqa: ARG001 - as the others
    return ()


def repealed(one: Provision, dice: random.Random, rank: int) -> tuple[Provision, ...]:  # noqa: ARG001 - as the others
    return (replace(one, status="repealed"),)


def followed(one: Provision, dice: random.Random, rank: int) -> tuple[Provision, ...]:
    kind = dice.choice(["article", "article", "annex", "division"])
    prefix = {"article": "Article ", "annex": "Annexe ", "division": "Titre "}[kind]
    new = Provision(id=f"new/{rank}", kind=kind, prefix=prefix, number=dice.choice(NUMBERS), blocks=(line(dice, rank),))  # type: ignore[arg-type]  # mypy widens the choice
    return (one, new)


EDITS: tuple[Callable[[Provision, random.Random, int], tuple[Provision, ...]], ...] = (
    reworded,
    reworded,
    renumbered,
    taken_out,
    repealed,
    followed,
    followed,
)


def edited(text: Provision, dice: random.Random, rank: int) -> Provision:
    """The text with one of its provisions changed, or moved elsewhere."""
    every = list(spots(text))
    path = dice.choice(every)
    one = at(text, path)
    if len(every) > 3 and dice.random() < 0.2:
        without = put(text, path, ())
        left = [p for p in spots(without) if at(without, p).kind != "division"]
        if left:
            there = dice.choice(left)
            return put(without, there, (at(without, there), one))
    edits = EDITS if len(every) > 3 else (followed,)
    return put(text, path, dice.choice(edits)(one, dice, rank))


def told(found: Iterable[Reference], text: Provision) -> list[tuple[object, ...]]:
    """All that is said of references, what they name by its description and its identity.

    What is nearest to a missing one is told of the state in which it was read, where it began to be missing.
    """
    return [
        (r.line, r.start, r.end, r.words, r.status, r.owner, r.origin, r.phrase, [named(p, text) for p in r.places])
        for r in found
    ]


def named(place: Place, text: Provision) -> tuple[object, ...]:
    """A place by its description, by the provision that it is in or is, and where it stands in that provision."""
    return describe(place, text), at(text, place.path).id, replace(place, path=())


@pytest.fixture(scope="module")
def kept() -> Cache:
    """What all the histories below leave for one another."""
    return Cache()


@pytest.mark.parametrize("cached", [False, True])
@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("seed", range(60))
def test_shared_readings_say_what_reading_anew_says(seed: int, complete: bool, cached: bool, kept: Cache) -> None:  # noqa: FBT001 - parameters of the test
    dice = random.Random(seed)  # noqa: S311 - the same edits each time
    states = [State(document(TEXT), complete, None)]
    for rank in range(1, 9):
        before = dice.choice([rank - 1, rank - 1, dice.randrange(rank)])
        states.append(State(edited(states[before].document, dice, rank), complete, before))
    for rank, found in enumerate(readings(states, OWN, cache=kept if cached else None)):
        text = states[rank].document
        assert list(found) == [part.id for part, _, _ in parts(text)]
        anew = references(text, own=OWN, complete=complete)
        assert [r for reading in found.values() for r in told(reading.references, reading.document)] == told(anew, text)


def test_what_nothing_has_touched_is_not_read_again() -> None:
    text = document(TEXT)
    five = next(p for p in spots(text) if at(text, p).number == "5")
    new = (replace(at(text, five), blocks=(line(random.Random(1), 1),)),)  # noqa: S311 - a line
    states = [State(text, True, None), State(put(text, five, new), True, 0)]
    first, second = readings(states, OWN)
    again = {f"{r.part.kind} {r.part.number}".strip() for name, r in second.items() if first[name] is not r}
    # 2 and 3 have neighbours and ranges, 4 names divisions; the lines of a division are always read. Neither the preamble
    # nor 6 nor the annex depends on 5; nor does 1, which names what nothing bears (9): no line of 5 begins with it.
    assert again == {"document", "division I", "division II", *(f"article {n}" for n in ("2", "3", "4", "5"))}


def test_where_some_articles_alone_are_read_the_lines_of_a_division_are_read_too() -> None:
    text = document(
        "# Titre I – Suites de l’article 1\n\n## Article 1 – Objet\n\nObjet de l’article 2.\n\n## Article 2 – Fin\n\nFin.\n"
    )
    (found,) = readings((State(text, True, None),), OWN, lambda _: None)
    assert [r.words for reading in found.values() for r in reading.references] == ["article 1"]


NAMING = """\
# Article 1 – Entier

L’article 5 s’applique.

# Article 2 – Partie

Le premier alinéa de l’article 5 s’applique.

# Article 3 – Étendue

Les articles 4 à 6 s’appliquent.

# Article 4 – Absent

L’article 5.1 s’applique.

# Article 5 – Cible

Premier alinéa.

# Article 6 – Fin

Fin.
"""


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        # What names the whole of 5 names it still, whatever its words, as does a range, which is of articles 4 and 6.
        (lambda five: (replace(five, blocks=(Alinea(key="new", text=Text("Autre.")),)),), {"2", "4", "5"}),
        (lambda five: (replace(five, status="repealed"),), {"1", "2", "4", "5"}),
        (lambda five: (replace(five, number="7"),), {"1", "2", "4", "5"}),
        (lambda five: (five, Provision(id="new", kind="article", number="5 bis")), {"3"}),
        (lambda five: (five, Provision(id="new", kind="article", number="5.1")), {"3", "4"}),
        (lambda five: (five, Provision(id="new", kind="article", number="9", blocks=five.blocks)), {"3"}),
        (lambda _: (), {"1", "2", "3", "4"}),
    ],
)
def test_a_reference_is_read_again_where_what_it_names_changes(
    edit: Callable[[Provision], tuple[Provision, ...]], expected: set[str]
) -> None:
    text = document(NAMING)
    five = next(p for p in spots(text) if at(text, p).number == "5")
    states = [State(text, True, None), State(put(text, five, edit(at(text, five))), True, 0)]
    first, second = readings(states, OWN)
    again = {
        first[name].part.number for name, reading in second.items() if name in first and first[name] is not reading
    }
    assert again - {""} == expected


def test_where_no_article_has_a_number_any_more_what_names_one_is_vague() -> None:
    text = document("# Préambule\n\nSelon l’article 4.\n\n# Article 1 – Objet\n\nObjet.\n")
    states = [State(text, True, None), State(replace(text, children=text.children[:1]), True, 0)]
    first, second = (
        [r.status for reading in found.values() for r in reading.references] for found in readings(states, OWN)
    )
    assert (first, second) == (["missing"], ["vague"])


def naming(said: str, target: str) -> str:
    """A text of which article 1 says something of what stands in the others."""
    return f"# Article 1 – Renvoi\n\n{said}\n\n{target}\n\n# Article 3 – Fin\n\nFin.\n"


CITED = "# Article 2 – Cible\n\nUn premier alinéa assez long. Une deuxième phrase.\n"


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("L’article 2 s’applique.", CITED, CITED.replace("Article 2", "Article 4")),
        ("L’article 2 s’applique.", CITED, CITED.replace("# Article 2", "# Annexe 2")),
        ("L’article 2 s’applique.", CITED, CITED.replace("assez long", "plus long")),
        ("L’article suivant s’applique.", CITED, f"# Article 1 bis – Autre\n\nAutre.\n\n{CITED}"),
        ("L’article 2 et l’article 22 s’appliquent.", CITED, CITED.replace("assez long", "plus long")),
        ("L’article 9 s’applique.", CITED, f"{CITED}\n9 – Une ligne.\n"),
        ("L’article 9 s’applique.", f"{CITED}\n9 – Une ligne.\n", f"{CITED}\n10 – Une ligne.\n"),
        ("La deuxième phrase de l’article 2.", CITED, CITED.replace("assez long", "long")),
        ("Le deuxième alinéa de l’article 2.", f"{CITED}\nSuite.\n", f"{CITED}\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSuite.\n"),
        ("Le b) de l’article 2.", f"{CITED}\n- a) un ;\n- b) deux.\n", f"{CITED}\n- b) un ;\n- c) deux.\n"),
        ("Le b) de l’article 2.", f"{CITED}\nb) deux.\n", f"{CITED}\nc) deux.\n"),
        ("Le deuxième tiret de l’article 2.", f"{CITED}\n- un ;\n- deux.\n", f"{CITED}\n- un ;\n\n  suite ;\n- deux.\n"),
    ],
)  # fmt: skip
def test_a_part_that_was_read_in_another_text_is_read_anew_where_that_matters(
    said: str, before: str, after: str
) -> None:
    cache = Cache()
    for text in (before, after, before):
        whole = document(naming(said, text))
        (found,) = readings([State(whole, complete=True, before=None)], OWN, cache=cache)
        references_of = [r for reading in found.values() for r in reading.references]
        anew = references(whole, own=OWN)
        assert told(references_of, whole) == told(anew, whole)
        assert [r.nearest for r in references_of] == [r.nearest for r in anew]


def test_what_was_unknown_in_a_text_that_others_complete_is_missing_in_a_complete_one() -> None:
    cache, whole = Cache(), document(naming("L’article 9 s’applique.", CITED))
    read = [
        [r.status for reading in found.values() for r in reading.references]
        for complete in (False, True, False)
        for found in readings([State(whole, complete, None)], OWN, cache=cache)
    ]
    assert read == [["unknown"], ["missing"], ["unknown"]]


def test_of_a_text_in_other_words_only_the_parts_that_they_are_in_are_read() -> None:
    cache = Cache()
    before, after = (naming("L’article 2 s’applique.", text) for text in (CITED, CITED.replace("assez", "plus")))
    list(readings([State(document(before), complete=True, before=None)], OWN, cache=cache))
    asked: list[str] = []

    class Noting(Cache):
        def recall(self, kind: str, parts: Any, shape: Any, make: Any, codes: Any = ()) -> Any:
            def noted() -> Any:
                asked.append(kind)
                return make()

            return super().recall(kind, parts, shape, noted, codes)

    list(readings([State(document(after), complete=True, before=None)], OWN, cache=Noting(cache.entries())))
    assert asked == ["shape", "references", "phrases"]  # of article 2
