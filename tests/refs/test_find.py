"""What targets name, on one small convention that has every kind of passage: each answer read off the text by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clausier.model.provision import Alinea, Lacuna, Provision, Table
from clausier.refs import (
    Ambiguous,
    Blocks,
    Column,
    HeadingPlace,
    Miscounted,
    Missing,
    Place,
    Row,
    Sentence,
    Unknown,
    WholeProvision,
    at,
    describe,
    has_more,
    item_end,
)
from support.drafting import document, places

TEXT = document("""\
# Préambule

Attendu que.

# Titre I – Principes

## Article 1 – Objet

Un seul alinéa. Sa deuxième phrase. Sa troisième.

## Article 2 – Missions

Les missions sont :

- gérer. Puis rendre compte ;
- suivre :
  - les coûts ;
  - les délais ;

  et ce chaque année ;
- clore.

Après la liste.

# Titre II – Organes

## Article 3 – Comité

Le comité :

- 1° délibère :
  - a) sur le budget ;
  - b) sur le bilan ;
- 2° surveille :
  - a) les achats ;
  - b) les marchés.

### 3.1 – Voix

Les voix :

| Membre | Voix |
| --- | --- |
| Aube | 4 |
| Marne | 5 |

Entre deux tableaux.

| Organe | Rang |
| --- | --- |
| Bureau | 1 |

### 3.2

Alinéa de 3.2.

### 3.3

- un ;
- deux.

Une seconde liste :

- trois ;
- quatre.

## Chapitre I – Divers

### Article 4

Alinéa de 4.

# Annexe 1 – Barème

Alinéa de l’annexe 1.

## Article 1

Alinéa de l’article 1 de l’annexe 1.

# Annexe 2

Alinéa de l’annexe 2.
""")


def words(place: Place, text: Provision) -> str:
    """The words at a place: each line, cell or heading of it, told apart by a bar."""
    owner = at(text, place.path)
    match place:
        case WholeProvision():
            return f"{owner.kind} {owner.number}".strip()
        case HeadingPlace():
            return f"heading {owner.heading.chars if owner.heading else ''}".strip()
        case Blocks(start=start, end=end):
            return " | ".join(b.text.chars if isinstance(b, Alinea) else "table" for b in owner.blocks[start:end])
        case Sentence(block=block, start=start, end=end):
            line = owner.blocks[block]
            assert isinstance(line, Alinea)
            return line.text.chars[start:end]
        case Row(block=block, row=row):
            table = owner.blocks[block]
            assert isinstance(table, Table)
            return " | ".join(cell.chars for cell in table.rows[row])
        case Column(block=block, column=column):
            table = owner.blocks[block]
            assert isinstance(table, Table)
            return " | ".join(row[column].chars for row in table.rows)


def said(found: object) -> tuple[str, str]:
    """Where something is missing, and what it may have meant."""
    assert isinstance(found, Missing)
    return found.where, found.nearest


def named(target: str, text: Provision = TEXT) -> list[str]:
    found = places(target, text)
    assert isinstance(found, tuple), found
    return [words(place, text) for place in found]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("*", ["document"]),
        ("préambule", ["preamble"]),
        ("préambule, al. 1", ["Attendu que."]),
        ("titre I", ["division I"]),
        ("titre II", ["division II"]),
        ("chapitre I", ["division I"]),
        ("titre I, 2", ["article 2"]),
        ("1", ["article 1"]),
        ("1, titre", ["heading Objet"]),
        ("titre I, titre", ["heading Principes"]),
        ("3.2, titre", ["heading"]),
        ("4", ["article 4"]),
        ("annexe 1", ["annex 1"]),
        ("annexe 1, 1", ["article 1"]),
        ("annexe 1, 1, al. 1", ["Alinéa de l’article 1 de l’annexe 1."]),
        ("annexe 1, al. 1", ["Alinéa de l’annexe 1."]),
        ("1 à 2", ["article 1", "article 2"]),
        ("3.1 à 3.3", ["article 3.1", "article 3.2", "article 3.3"]),
        ("3.2 à 3.2", ["article 3.2"]),
        ("annexes 1 à 2", ["annex 1", "annex 2"]),
        ("titre I à II", ["division I", "division II"]),
        ("1, al. 1", ["Un seul alinéa. Sa deuxième phrase. Sa troisième."]),
        ("1, al. 1, phr. 1", ["Un seul alinéa."]),
        ("1, al. 1, phr. 3", ["Sa troisième."]),
        ("1, al. 1, phr. -1", ["Sa troisième."]),
        ("1, al. 1, phr. -3", ["Un seul alinéa."]),
        ("1, phr. 2", ["Sa deuxième phrase."]),
        ("1, al. 1, phr. 1 à 2", ["Un seul alinéa. Sa deuxième phrase."]),
        ("1, al. 1, phr. 2 à 2", ["Sa deuxième phrase."]),
        ("2, al. 1", ["Les missions sont :"]),
        ("2, al. 2", ["gérer. Puis rendre compte ;"]),
        ("2, al. 3", ["suivre :"]),
        ("2, al. 6", ["et ce chaque année ;"]),
        ("2, al. -1", ["Après la liste."]),
        ("2, al. -8", ["Les missions sont :"]),
        ("2, al. 2 à 4", ["gérer. Puis rendre compte ;", "suivre :", "les coûts ;"]),
        ("2, al. 3 à 3", ["suivre :"]),
        ("2, tiret 1", ["gérer. Puis rendre compte ;"]),
        ("2, tiret 2", ["suivre : | les coûts ; | les délais ; | et ce chaque année ;"]),
        ("2, tiret 3", ["clore."]),
        ("2, tiret -1", ["clore."]),
        ("2, tiret -3", ["gérer. Puis rendre compte ;"]),
        ("2, tiret 2, tiret 1", ["les coûts ;"]),
        ("2, tiret 2, tiret -1", ["les délais ;"]),
        ("2, al. 1, tiret 3", ["clore."]),
        ("2, al. 3, tiret 2", ["les délais ;"]),
        ("2, tiret 1, phr. 2", ["Puis rendre compte ;"]),
        (
            "2, tiret 1 à 2",
            ["gérer. Puis rendre compte ; | suivre : | les coûts ; | les délais ; | et ce chaque année ;"],
        ),
        ("3, 1°", ["délibère : | sur le budget ; | sur le bilan ;"]),
        ("3, 2°", ["surveille : | les achats ; | les marchés."]),
        ("3, 1º", ["délibère : | sur le budget ; | sur le bilan ;"]),
        ("3, 1°, a)", ["sur le budget ;"]),
        ("3, 2°, a)", ["les achats ;"]),
        ("3, 1° à 2°", ["délibère : | sur le budget ; | sur le bilan ; | surveille : | les achats ; | les marchés."]),
        ("3, 1°, a) à b)", ["sur le budget ; | sur le bilan ;"]),
        ("3, al. 1, 2°", ["surveille : | les achats ; | les marchés."]),
        ("3, al. 2, b)", ["sur le bilan ;"]),
        ("3, 1°, b), phr. 1", ["sur le bilan ;"]),
        ("3.1, tableau 1", ["table"]),
        ("3.1, tableau 2", ["table"]),
        ('3.1, tableau 1, ligne "Marne"', ["Marne | 5"]),
        ('3.1, ligne "Aube"', ["Aube | 4"]),
        ('3.1, ligne "Bureau"', ["Bureau | 1"]),
        ('3.1, colonne "Voix"', ["Voix | 4 | 5"]),
        ('3.1, tableau 2, colonne "Rang"', ["Rang | 1"]),
        ("3.1, al. 2", ["Entre deux tableaux."]),
        ("3.1, al. 1 à 2", ["Les voix :", "Entre deux tableaux."]),
        ("3.3, al. 3, tiret 2", ["quatre."]),
        ("3.2, phr. 1", ["Alinéa de 3.2."]),
    ],
)
def test_a_target_names_what_a_reader_finds_there(target: str, expected: list[str]) -> None:
    assert named(target) == expected


def test_what_is_named_by_itself_goes_before_what_is_so_within_another() -> None:
    text = document("""\
# Article 1

- 1° un :
  - 1° un un ;
  - 2° un deux ;
- 2° deux.

| Titulaire | Suppléant |
| --- | --- |
| Aube | Marne |
| Marne | Aube |
""")
    for target, expected in (("1, 2°", "deux."), ("1, 1°, 2°", "un deux ;"), ('1, ligne "Marne"', "Marne | Aube")):
        assert named(target, text) == [expected]


@pytest.mark.parametrize(
    ("target", "where", "nearest"),
    [
        ("5", "*", ""),
        ("3.9", "*", "3.3"),
        ("annexe 3", "*", ""),
        ("titre III", "*", "titre II"),
        ("chapitre II", "*", "chapitre I"),
        ("titre I, 3", "titre I", ""),
        ("annexe 2, 1", "annexe 2", ""),
        ("1, 3.1", "1", ""),
        ("1, al. 2", "1", "al. 1"),
        ("2, al. 0", "2", "al. 8"),
        ("2, al. 9", "2", "al. 8"),
        ("2, al. -9", "2", "al. 8"),
        ("1, al. 1, phr. 4", "1, al. 1", "phr. 3"),
        ("1, al. 1, phr. 0", "1, al. 1", "phr. 3"),
        ("1, al. 1, phr. -4", "1, al. 1", "phr. 3"),
        ("1, tiret 1", "1", ""),
        ("2, tiret 4", "2", ""),
        ("2, tiret 0", "2", ""),
        ("2, tiret -4", "2", ""),
        ("2, tiret 1, tiret 1", "2, al. 2", ""),
        ("3, 3°", "3", ""),
        ("3, 1°, c)", "3, al. 2 à 4", ""),
        ("3, 1°, 1°", "3, al. 2 à 4", ""),
        ("2, 1°", "2", ""),
        ("2, tableau 1", "2", ""),
        ("3.1, tableau 3", "3.1", ""),
        ("3.1, tableau 0", "3.1", ""),
        ('3.1, ligne "Mame"', "3.1", "Marne"),
        ('3.1, ligne "Membre"', "3.1", "Marne"),
        ('3.1, tableau 2, ligne "Z"', "3.1, tableau 2", ""),
        ('3.1, colonne "Vote"', "3.1", "Voix"),
        ('2, ligne "Aube"', "2", ""),
        ("2 à 1", "*", ""),
        ("2, al. 3 à 2", "2", ""),
        ("2 à 3", "*", ""),
        ("1 à 9", "*", ""),
        ("9 à 1", "*", ""),
        ("1, al. 1, phr. 3 à 2", "1, al. 1", ""),
        ("1, al. 1, titre", "1, al. 1", ""),
        ("1, al. 1, al. 1", "1, al. 1", ""),
        ("1, titre, al. 1", "1, titre", ""),
        ("1, titre, phr. 1", "1, titre", ""),
        ("1, al. 1, tableau 1", "1, al. 1", ""),
        ('3.1, ligne "Aube", tiret 1', '3.1, ligne "Aube"', ""),
        ('3.1, colonne "Rang", 1°', '3.1, colonne "Rang"', ""),
        ("titre I, phr. 1", "titre I", ""),
        ("3.1, tableau 1, phr. 1", "3.1, tableau 1", ""),
    ],
)
def test_what_is_not_there_is_said_to_be_missing_with_what_was_meant(target: str, where: str, nearest: str) -> None:
    assert said(places(target, TEXT)) == (where, nearest)


@pytest.mark.parametrize(
    ("target", "candidates"),
    [
        ("3, a)", ("3, al. 3", "3, al. 6")),
        ("3.3, tiret 1", ("3.3, al. 1", "3.3, al. 4")),
        ("2, tiret 2, phr. 1", ("2, al. 3", "2, al. 4", "2, al. 5", "2, al. 6")),
        ("1 à 2, al. 1", ("1", "2")),
        ("2, al. 2 à 3, phr. 1", ("2, al. 2", "2, al. 3")),
        ("2, phr. 1", ("2, al. 1", "2, al. 2", "2, al. 3", "2, al. 4", "2, al. 5", "2, al. 6", "2, al. 7", "2, al. 8")),
    ],
)
def test_what_names_several_names_each_of_them(target: str, candidates: tuple[str, ...]) -> None:
    assert places(target, TEXT) == Ambiguous(candidates)


def test_every_place_is_named_by_its_description() -> None:
    for target in ("*", "préambule", "titre I", "chapitre I", "2", "annexe 1", "2, titre", "2, al. 3", "2, al. 2 à 3"):
        found = places(target, TEXT)
        assert isinstance(found, tuple)
        assert [places(describe(place, TEXT), TEXT) for place in found] == [(place,) for place in found]
    for target in ("1, al. 1, phr. 2", "1, al. 1, phr. 1 à 2", '3.1, ligne "Aube"', '3.1, colonne "Rang"'):
        found = places(target, TEXT)
        assert isinstance(found, tuple)
        assert describe(found[0], TEXT) == target
        assert places(describe(found[0], TEXT), TEXT) == found


def test_units_numbered_alike_are_told_apart_by_their_rank() -> None:
    act = document("# Article 5\n\nLe premier.\n\n# Article 5 (2)\n\nLe second.\n")
    twins = replace(act, children=tuple(replace(c, number="5") for c in act.children))
    for target, words_there in (
        ("5, al. 1", "Le premier."),
        ("5 (1), al. 1", "Le premier."),
        ("5 (2), al. 1", "Le second."),
    ):
        assert named(target, twins) == [words_there]
    assert said(places("5 (3)", twins)) == ("*", "5")


def test_units_numbered_alike_in_two_places_are_ambiguous() -> None:
    text = document("# Titre I\n\n## Article 1\n\nUn.\n\n# Titre II\n\n## Article 2\n\nDeux.\n")
    second = text.children[1]
    twin = replace(second, children=(replace(second.children[0], number="1"),))
    alike = replace(text, children=(text.children[0], twin))
    assert places("1", alike) == Ambiguous(("titre I, 1", "titre II, 1"))
    assert named("titre II, 1, al. 1", alike) == ["Deux."]


@pytest.fixture
def with_gap() -> Provision:
    """Article 7: two alinéas, a gap, two more; its 7.2 is a gap alone, its 7.3 whole."""
    text = document(
        "# Article 7\n\nUn.\n\nDeux.\n\nTrois.\n\nQuatre.\n\n## 7.2\n\nRien.\n\n## 7.3\n\nTout.\n\n# Article 72\n\nTout.\n"
    )
    article = text.children[0]
    gap = Lacuna(key="gap", reason="page perdue")
    other = Lacuna(key="other", reason="page effacée")
    empty = replace(article.children[0], blocks=(other,))
    article = replace(
        article, blocks=(*article.blocks[:2], gap, *article.blocks[2:]), children=(empty, *article.children[1:])
    )
    return replace(text, children=(article, *text.children[1:]))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("7, al. 1", ["Un."]),
        ("7, al. 2", ["Deux."]),
        ("7, al. -1", ["Quatre."]),
        ("7, al. -2", ["Trois."]),
        ("7, al. 1 à 2", ["Un.", "Deux."]),
        ("7.3, al. 1", ["Tout."]),
    ],
)
def test_what_stands_beside_a_gap_is_counted_from_the_side_that_is_known(
    with_gap: Provision, target: str, expected: list[str]
) -> None:
    assert named(target, with_gap) == expected


@pytest.mark.parametrize(
    ("target", "number", "reason"),
    [
        ("7, al. 3", "7", "page perdue"),
        ("7, al. -3", "7", "page perdue"),
        ("7, al. 2 à 3", "7", "page perdue"),
        ("7, al. 3 à 4", "7", "page perdue"),
        ("7, 1°", "7", "page perdue"),
        ("7, tiret 1", "7", "page perdue"),
        ("7, tableau 1", "7", "page perdue"),
        ('7, ligne "Aube"', "7", "page perdue"),
        ("7.4", "7", "page perdue"),
        ("7, 7.4", "7", "page perdue"),
        ("7.2, al. 1", "7.2", "page effacée"),
        ("7.2.1", "7.2", "page effacée"),
    ],
)
def test_what_may_stand_in_a_gap_is_unknown(with_gap: Provision, target: str, number: str, reason: str) -> None:
    assert places(target, with_gap) == Unknown(number, reason)


@pytest.mark.parametrize("target", ["8", "7.3.1", "7.3, al. 2", "72.1", "7 bis"])
def test_what_no_gap_may_hold_is_absent(with_gap: Provision, target: str) -> None:
    assert isinstance(places(target, with_gap), Missing)


def test_what_may_be_missing_beside_a_gap_is_not_guessed(with_gap: Provision) -> None:
    whole = replace(with_gap, blocks=(Lacuna(key="all", reason="incomplète"),))
    assert places("8", whole) == Unknown("", "incomplète")
    assert places("titre I", whole) == Unknown("", "incomplète")
    assert places("7.4", whole) == Unknown("7", "page perdue")


COUNTS = """\
# Article 1

Il faut :

- savoir ;
- pouvoir.

Il faut aussi :

- vouloir.

Enfin, il faut dire.
"""


@pytest.mark.parametrize(
    ("target", "new", "older"),
    [
        ("1, al. 1", "Il faut :", "Il faut : | savoir ; | pouvoir."),
        ("1, al. 2", "savoir ;", "Il faut aussi : | vouloir."),
        ("1, al. 3", "pouvoir.", "Enfin, il faut dire."),
        ("1, al. -1", "Enfin, il faut dire.", "Enfin, il faut dire."),
        ("1, al. -2", "vouloir.", "Il faut aussi : | vouloir."),
        ("1, al. 2 « vouloir »", "Il faut aussi : | vouloir.", "Il faut aussi : | vouloir."),
        ("1, al. 2 « savoir »", "savoir ;", "savoir ;"),
        ("1, al. 3 « pouvoir. »", "pouvoir.", "pouvoir."),
        ("1, al. 3 « Enfin, … »", "Enfin, il faut dire.", "Enfin, il faut dire."),
        ("1, al. 6 « Enfin »", "Enfin, il faut dire.", "Enfin, il faut dire."),
    ],
)
def test_alineas_are_counted_as_the_text_counts_them_unless_their_words_say_otherwise(
    target: str, new: str, older: str
) -> None:
    text = document(COUNTS)
    assert named(target, text) == [new]
    assert named(target, replace(text, older_count=True)) == [older]


@pytest.mark.parametrize(
    ("target", "new", "older"),
    [
        ("1, al. 1 « Il faut : »", "1, al. 1 à 3", "1, al. 1"),
        ("1, al. 3 « pouvoir »", "1, al. 3", "1, al. 1"),
        ("1, al. -1", "1, al. 6", "1, al. 3"),
        ("1, al. 2 « vouloir »", "1, al. 4 à 5", "1, al. 2"),
    ],
)
def test_a_place_is_named_as_its_text_counts_alineas(target: str, new: str, older: str) -> None:
    text = replace(document(COUNTS), older_count=True)
    found = places(target, text)
    assert isinstance(found, tuple)
    assert (describe(found[0], replace(text, older_count=False)), describe(found[0], text)) == (new, older)


@pytest.mark.parametrize(("older", "ranks"), [(False, (1, 2, 3, -3, -2, -1)), (True, (1, 1, 1, -2, -2, -1))])
def test_behind_missing_words_a_line_is_named_from_the_end(older: bool, ranks: tuple[int, ...]) -> None:  # noqa: FBT001 - a parameter
    article = document(COUNTS).children[0]
    blocks = (*article.blocks[:3], Lacuna(key="gap", reason="page perdue"), *article.blocks[3:])
    text = Provision(id="", kind="document", older_count=older, children=(replace(article, blocks=blocks),))
    lines = [i for i, block in enumerate(blocks) if isinstance(block, Alinea)]
    assert [describe(Blocks((0,), i, i + 1, line=True), text) for i in lines] == [f"1, al. {n}" for n in ranks]


@pytest.mark.parametrize(
    ("target", "found", "older"),
    [("1, al. 1 « Enfin »", 6, 3), ("1, al. 4 « savoir »", 2, 1), ("1, al. 9 « aussi »", 4, 2)],
)
def test_words_that_stand_elsewhere_are_told_by_both_counts(target: str, found: int, older: int) -> None:
    n, quote = int(target.split()[2]), target.split()[4]
    assert places(target, document(COUNTS)) == Miscounted(n, quote, found, older)


def test_quoted_words_that_stand_nowhere_are_missing() -> None:
    assert said(places("1, al. 1 « devoir »", document(COUNTS))) == ("1", "")


def test_an_item_ends_where_the_next_of_its_depth_begins() -> None:
    blocks = next(p for p in TEXT.walk() if p.number == "2").blocks
    ends = {index: item_end(blocks, index) for index in range(1, 7)}
    # gérer · suivre, with two sub-items and a further paragraph · les coûts · les délais · (the paragraph) · clore
    assert ends == {1: 2, 2: 6, 3: 4, 4: 5, 5: 6, 6: 7}
    assert [i for i in range(len(blocks)) if has_more(blocks, i)] == [2]
