"""Where what stood in one text stands in another: followed by who wrote it, not by how it looks."""

from __future__ import annotations

import pytest

from clausier.amend.identity import follow, follow_match, path_of, same_words
from clausier.amend.words import matches, spots, text_at
from clausier.model.provision import Provision
from clausier.refs import Blocks, Place, Row, Sentence, describe
from support.drafting import amended, applied, document, places

TEXT = document("""\
# Article 1 – Objet

Un début. Une suite. Une fin.

Deux fois le mot, deux fois.

Deux fois le mot, deux fois.

- tiret ;
- tiret.

## 1.1

Une durée.

# Article 2

- 1° premier ;
- 2° second.

# Article 3

| Membre | Part |
| --- | --- |
| Aube | dix |
| Aube | onze |
""")


def there(words: str, text: Provision) -> Place:
    found = places(words, text)
    assert isinstance(found, tuple), found
    return found[0]


def words_at(place: Place, text: Provision) -> str:
    if isinstance(place, Sentence):
        (spot,) = spots(place, text)
        return text_at(spot, text).chars[place.start : place.end]
    return " | ".join(text_at(spot, text).chars for spot in spots(place, text))


MOVES = "- déplacer: 1\n  après: 2"


@pytest.mark.parametrize(
    ("target", "header", "body", "name", "words"),
    [
        # A provision, wherever it goes and whatever becomes of its words.
        ("1.1", MOVES, "", "1.1", "Une durée."),
        ("2", "- renuméroter: 2\n  en: 8", "", "8", "premier ; | second."),
        ("1.1", "- remplacer: 1.1", "> « Tout autre. »", "1.1", "Tout autre."),
        ("1.1", "- abroger: 1.1", "", "1.1", ""),
        ("1.1", "- remplacer: 1", "> « Sans sous-article. »", None, ""),
        ("1, titre", "- renommer: 1\n  intitulé: But", "", "1, titre", "But"),
        ("1, titre", "- supprimer: 1, titre", "", None, ""),
        ("1.1, titre", "- renuméroter: 1.1\n  en: 1.5", "", "1.5, titre", ""),
        # Lines alike are told apart.
        ("1, al. 3", "- supprimer: 1, al. 2", "", "1, al. 2", "Deux fois le mot, deux fois."),
        ("1, al. 2", "- supprimer: 1, al. 2", "", None, ""),
        ("1, al. 2", "- supprimer: 1, al. 3", "", "1, al. 2", "Deux fois le mot, deux fois."),
        (
            "1, al. 3",
            "- insérer-après: 1, al. 1",
            "> « Neuf.\n>\n> Neuf. »",
            "1, al. 5",
            "Deux fois le mot, deux fois.",
        ),
        ("1, al. 2", "- remplacer: 1, al. 2", "> « Autre. »", "1, al. 2", "Autre."),
        ("1, al. 2", "- déplacer: 1, al. 2\n  après: 1, al. 3", "", "1, al. 3", "Deux fois le mot, deux fois."),
        ("1, al. 2", "- déplacer: 1, al. 2\n  après: 1.1, al. 1", "", None, ""),
        ("1, tiret 2", "- supprimer: 1, tiret 1", "", "1, al. 4", "tiret."),
        ("2, 2°", "- remplacer-mots: 2\n  mots: second\n  par: autre", "", "2, al. 2", "autre."),
        ("2, 2°", "- abroger: 2, 1°", "", "2, al. 2", "second."),
        # A sentence, as far as its first and last characters still stand in their order.
        ("1, al. 1, phr. 2", "- supprimer: 1, al. 1, phr. 1", "", "1, al. 1, phr. 1", "Une suite."),
        ("1, al. 1, phr. 2", "- supprimer: 1, al. 1, phr. 2", "", None, ""),
        ("1, al. 1, phr. 2", "- remplacer: 1, al. 1", "> « Un début. Une suite. Une fin. »", None, ""),
        (
            "1, al. 1, phr. 2",
            "- insérer-mots: 1\n  mots: longue\n  avant: suite",
            "",
            "1, al. 1, phr. 2",
            "Une longue suite.",
        ),
        ("1, al. 1, phr. 2", "- remplacer-mots: 1\n  mots: Une suite\n  par: La suite", "", None, ""),
        ("1, al. 1, phr. 1 à 2", "- supprimer-mots: 1\n  mots: début. Une", "", "1, al. 1, phr. 1", "Un suite."),
        ("1, al. 1, phr. 2", "- supprimer: 1, al. 1", "", None, ""),
    ],
)
def test_a_place_is_followed_into_the_text_that_an_operation_makes(
    target: str, header: str, body: str, name: str | None, words: str
) -> None:
    now = amended(TEXT, header, body)
    found = follow(there(target, TEXT), TEXT, now)
    assert (found and describe(found, now)) == name
    assert (words_at(found, now) if found else "") == words


def test_a_place_is_itself_where_nothing_changed() -> None:
    for target in ("*", "1", "1, titre", "1, al. 1", "1, al. 2 à 3", "1, al. 1, phr. 2", "2, 1°", "1, tiret 2"):
        found = places(target, TEXT)
        assert isinstance(found, tuple)
        assert tuple(follow(place, TEXT, TEXT) for place in found) == found


def test_a_range_is_followed_only_where_its_parts_stay_side_by_side() -> None:
    labels = Blocks((1,), 0, 2, numbered=True)
    assert follow(labels, TEXT, amended(TEXT, "- compléter-au-début: 2", "> « Liste : »")) == Blocks(
        (1,), 1, 3, numbered=True
    )
    assert follow(labels, TEXT, amended(TEXT, "- insérer-après: 2, 1°", "> - 1° bis autre ;")) is None
    assert follow(labels, TEXT, amended(TEXT, "- abroger: 2")) is None
    swapped = amended(TEXT, "- déplacer: 2, 1°\n  après: 2, 2°")
    assert follow(labels, TEXT, swapped) is None


def test_rows_alike_are_told_apart() -> None:
    rows = document(
        "# Article 1\n\n| Membre | Part |\n| --- | --- |\n| Aube | dix |\n| Marne | dix |\n| Meuse | dix |\n"
    )
    less = amended(rows, '- supprimer-ligne: 1, ligne "Marne"')
    assert follow(Row((0,), 0, 1), rows, less) == Row((0,), 0, 1)
    assert follow(Row((0,), 0, 2), rows, less) is None
    assert follow(Row((0,), 0, 3), rows, less) == Row((0,), 0, 2)
    other = amended(rows, "- remplacer-mots: 1\n  mots: Marne\n  par: Aube")
    assert follow(Row((0,), 0, 2), rows, other) == Row((0,), 0, 2)
    gone = amended(rows, "- remplacer: 1", "> « Sans tableau. »")
    assert follow(Row((0,), 0, 1), rows, gone) is None
    column = there('1, colonne "Part"', rows)
    assert follow(column, rows, less) == column
    assert follow(column, rows, gone) is None
    preceded = amended(rows, "- compléter-au-début: 1", "> « Le tableau : »")
    assert follow(Row((0,), 0, 3), rows, preceded) == Row((0,), 1, 3)


def test_nothing_is_followed_out_of_what_is_gone() -> None:
    gone = amended(TEXT, "- remplacer: 1", "> « Sans rien. »")
    for target in ("1, al. 2", "1, al. 1, phr. 1", "1.1", "1.1, titre", "1.1, al. 1"):
        assert follow(there(target, TEXT), TEXT, gone) is None
    assert path_of(gone, "convention/1.1") is None
    assert path_of(TEXT, "convention/1.1") == (0, 0)
    assert path_of(TEXT, "convention") == ()


@pytest.mark.parametrize(
    ("words", "rank", "header", "body", "at"),
    [
        ("mot", 0, "- supprimer: 1, al. 1", "", ("1, al. 1", 13)),
        ("mot", 1, "- supprimer: 1, al. 2", "", ("1, al. 2", 13)),
        ("mot", 0, "- supprimer: 1, al. 2", "", None),
        ("mot", 0, "- remplacer-mots: 1, al. 2\n  mots: Deux\n  par: Trois", "", ("1, al. 2", 14)),
        ("mot", 0, "- remplacer-mots: 1, al. 2\n  mots: mot\n  par: mot", "", None),
        ("mot", 0, "- déplacer: 1\n  après: 2", "", ("1, al. 2", 13)),
        ("mot", 0, "- abroger: 1", "", None),
        ("Un début", 0, "- insérer-mots: 1\n  mots: grand\n  avant: début", "", None),
        ("Une durée", 0, "- remplacer: 1", "> « Rien. »", None),
        ("Une durée", 0, "- renuméroter: 1\n  en: 5", "", ("5.1, al. 1", 0)),
        ("Objet", 0, "- renommer: 1\n  intitulé: Objet", "", None),
        ("Objet", 0, "- supprimer: 1, al. 1", "", ("1, titre", 0)),
        ("onze", 0, "- remplacer-mots: 3\n  mots: dix\n  par: deux", "", ("3, tableau 1", 0)),
        ("onze", 0, "- ajouter-ligne: 3\n  cellules: [Meuse, sept]", "", ("3, tableau 1", 0)),
        ("onze", 0, "- remplacer: 3", "> « Sans tableau. »", None),
    ],
)
def test_words_are_followed_character_by_character(
    words: str, rank: int, header: str, body: str, at: tuple[str, int] | None
) -> None:
    match = matches(words, there("*", TEXT), TEXT)[rank]
    now = amended(TEXT, header, body)
    found = follow_match(match, TEXT, now)
    if at is None:
        assert found is None
        return
    assert found is not None
    assert found.spot in set(spots(there(at[0], now), now))
    assert found.start == at[1]
    chars = text_at(found.spot, now).chars[found.start : found.end]
    assert chars == ("Un grand début" if words == "Un début" else words)


def test_two_sentences_are_the_same_where_what_was_there_is_the_same() -> None:
    longer = amended(TEXT, "- compléter: 1, al. 1, phr. 2", "> « Et encore. »")
    old = follow(there("1, al. 1, phr. 2", TEXT), TEXT, longer)
    now = there("1, al. 1, phr. 2", longer)
    both = there("1, al. 1, phr. 2 à 3", longer)
    assert old == now
    assert same_words(now, both, TEXT, longer)
    assert not same_words(now, there("1, al. 1, phr. 1", longer), TEXT, longer)
    assert not same_words(now, there("1, al. 1, phr. 1 à 2", longer), TEXT, longer)
    assert not same_words(now, there("1, al. 2", longer), TEXT, longer)
    assert not same_words(now, there("1, al. 2, phr. 1", longer), TEXT, longer)
    assert same_words(there("1.1", TEXT), there("1.1", TEXT), TEXT, TEXT)
    assert not same_words(there("1.1", TEXT), there("1", TEXT), TEXT, TEXT)


def test_articles_that_others_replace_keep_their_identity_by_their_number() -> None:
    text = "> # « Titre I\n>\n> ## « Article 1 – But\n>\n> « Un neuf.\n>\n> ## « Article 4\n>\n> « Quatre. »"
    after, _ = applied(TEXT, "- remplacer: '*'", text)
    one, four = (next(p for p in after.walk() if p.kind == "article" and p.number == number) for number in ("1", "4"))
    before = next(p for p in TEXT.walk() if p.number == "1")
    assert one.id == before.id
    assert four.id not in {p.id for p in TEXT.walk()}
    assert [p.number for p in after.walk() if p.kind != "document"] == ["I", "1", "4"]


def test_an_article_of_a_title_is_not_taken_for_that_of_another() -> None:
    titles = document("# Titre I\n\n## Article 1\n\nUn.\n\n# Titre II\n\n## Article 1\n\nDeux.\n")
    text = "> # « Titre I\n>\n> ## Article 1\n>\n> Un neuf.\n>\n> # Titre II\n>\n> ## Article 1\n>\n> Deux neuf. »"
    after, _ = applied(titles, "- remplacer: '*'", text)
    assert [p.id for p in after.walk()] == [p.id for p in titles.walk()]
