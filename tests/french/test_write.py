"""A sentence that is written for an operation is read back as that operation, and nothing is asked."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausier.french import Written, announces, read_article, written
from clausier.french.nouns import noun_of
from clausier.french.write import FORMULAS, announcement, sentence_for

WORDS = st.lists(
    st.sampled_from("le matin repas 12 prix de 5 % École l'été au plus (voir) 1er bis suivant article".split()),
    min_size=1,
    max_size=4,
).map(" ".join)
NUMBERS = st.builds(
    lambda n, sub, bis: f"{n}{sub}{bis}",
    st.integers(1, 40),
    st.sampled_from(["", "", ".1", ".2.3", "-1"]),
    st.sampled_from(["", "", " bis", " ter"]),
)
ARTICLES = st.one_of(NUMBERS, st.just("préambule"), st.integers(1, 9).map("annexe {}".format))
RANKS = st.one_of(st.integers(1, 20), st.sampled_from([-1, -2]))
LABELS = st.sampled_from(["1°", "2°", "12°", "a)", "c)", "2° bis", "3° ter"])
ALINEAS = st.builds("{}, al. {}".format, NUMBERS, RANKS)
SENTENCES = st.builds("{}, phr. {}".format, ALINEAS, st.one_of(st.integers(1, 9), st.just(-1)))
POINTS = st.one_of(
    st.builds("{}, {}".format, NUMBERS, LABELS),
    st.builds("{}, {}°, {})".format, NUMBERS, st.integers(1, 9), st.sampled_from("abc")),
)
DASHES = st.builds("{}, tiret {}".format, NUMBERS, st.integers(1, 9))
TABLES = st.builds("{}, {}".format, NUMBERS, st.sampled_from(["tableau", "tableau 2"]))
ROWS = st.builds('{}, ligne "{}"'.format, TABLES, st.sampled_from(["Moselle", "Haut-Rhin", "Ville de Metz"]))
PARTS = st.one_of(ARTICLES, ALINEAS, SENTENCES, POINTS, DASHES)
DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)).map(str)


def several(one: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return one.map(lambda target: (target,))


SEVERAL = st.one_of(
    several(PARTS),
    st.lists(NUMBERS, min_size=2, max_size=4, unique=True).map(tuple),
    st.builds(lambda a, n: (f"{a} à {a + n}",), st.integers(1, 30), st.integers(1, 5)),
    st.builds(lambda a, b, n: (str(b), f"{a} à {a + n}"), st.integers(10, 30), st.integers(1, 9), st.integers(1, 5)),
    st.builds(lambda n, a, k: (f"{n}, al. {a} à {a + k}",), NUMBERS, st.integers(1, 15), st.integers(1, 3)),
    st.builds(lambda n, a: (f"{n}, al. {a}", f"{n}, al. {a + 2}"), NUMBERS, st.integers(1, 8)),
    st.builds(lambda n, k: tuple(f"{n}, al. {r}" for r in range(-k, 0)), NUMBERS, st.integers(2, 8)),
    st.builds(lambda n: (f"{n}, 1°", f"{n}, 3°"), NUMBERS),
)


def way(verb: str, targets: tuple[str, ...], **details: str) -> Written:
    keys = {"numero": "numéro", "apres": "après", "debut": "à", "a": "à", "intitule": "intitulé", "jusqu": "jusqu-au"}
    return Written(
        verb=verb, targets=targets, details=tuple((keys.get(k, k.replace("_", "-")), v) for k, v in details.items())
    )


def deletion(target: tuple[str, ...]) -> str:
    last = target[0].rpartition(", ")[2]
    return "supprimer" if re.match(r"al\.|phr\.|tiret", last) else "abroger"


OPERATIONS = st.one_of(
    st.builds(way, st.sampled_from(["remplacer", "compléter", "rétablir", "compléter-au-début"]), several(PARTS)),
    st.builds(way, st.just("remplacer"), SEVERAL),
    st.builds(way, st.sampled_from(["insérer-après", "insérer-avant"]), several(PARTS)),
    st.builds(way, st.sampled_from(["insérer-après", "insérer-avant"]), several(NUMBERS), numero=NUMBERS),
    st.builds(way, st.just("remplacer-mots"), several(PARTS), mots=WORDS, par=WORDS),
    st.builds(
        way, st.just("remplacer-mots"), st.one_of(several(PARTS), st.just(("*",))), mots=WORDS, par=WORDS,
        occurrences=st.just("toutes"),
    ),
    st.builds(way, st.just("supprimer-mots"), several(st.one_of(PARTS, ROWS)), mots=WORDS),
    st.builds(way, st.just("insérer-mots"), several(PARTS), mots=WORDS, apres=WORDS),
    st.builds(way, st.just("insérer-mots"), several(PARTS), mots=WORDS, avant=WORDS),
    st.builds(way, st.just("insérer-mots"), several(PARTS), mots=WORDS, a=st.sampled_from(["fin", "début"])),
    SEVERAL.map(lambda targets: way(deletion(targets), targets)),
    st.builds(way, st.just("renommer"), several(NUMBERS), intitule=WORDS),
    st.builds(way, st.just("renommer"), several(NUMBERS.map("{}, titre".format)), intitule=WORDS),
    st.builds(way, st.just("renuméroter"), several(NUMBERS), en=NUMBERS),
    st.builds(way, st.just("renuméroter"), several(POINTS), en=st.just("4°")),
    st.builds(way, st.just("renuméroter"), st.just(("3", "4", "5 bis")), en=st.just("4, 5, 6")),
    st.builds(way, st.just("renuméroter"), st.just(("3 à 5",)), en=st.just("4 à 6")),
    st.builds(way, st.just("déplacer"), several(st.one_of(NUMBERS, ALINEAS)), apres=st.one_of(NUMBERS, ALINEAS)),
    st.builds(way, st.just("déplacer"), several(NUMBERS), avant=NUMBERS),
    st.builds(lambda n, r, m: way("scinder", (n,), a=f"{n}, al. {r}", en=m), NUMBERS, st.integers(1, 15), NUMBERS),
    st.builds(way, st.just("scinder"), several(NUMBERS), a=WORDS, en=NUMBERS),
    st.builds(way, st.just("réunir"), st.just(("3", "4")), en=NUMBERS),
    st.builds(way, st.sampled_from(["remplacer-ligne", "supprimer-ligne"]), several(ROWS)),
    st.builds(way, st.just("ajouter-ligne"), several(TABLES)),
    st.builds(way, st.just("ajouter-ligne"), several(TABLES), apres=WORDS),
    st.builds(way, st.just("suspendre"), several(PARTS), jusqu=DAYS),
    st.builds(way, st.just("suspendre"), several(PARTS), en_vigueur=DAYS, jusqu=DAYS),
    st.builds(way, st.just("proroger"), several(PARTS), jusqu=DAYS),
    st.builds(way, st.just("expirer"), several(PARTS), en_vigueur=DAYS),
)  # fmt: skip


@given(OPERATIONS)
def test_a_sentence_is_read_back_as_its_operation(operation: Written) -> None:
    sentence = sentence_for(operation)
    assert sentence is not None
    (said,) = read_article(sentence)
    (order,) = said.orders
    ways = written(order, said.quotations)
    assert operation in ways
    # A target may be written in several ways, one and the same for whoever reads it.
    assert {w.verb for w in ways} == {operation.verb}
    assert sentence.endswith(" :") == (operation.verb in TAKE)


TAKE = {
    "remplacer", "compléter", "compléter-au-début", "insérer-après", "insérer-avant", "rétablir", "remplacer-ligne",
    "ajouter-ligne",
}  # fmt: skip


STEP = re.compile(r', (?=(?:[^"]*"[^"]*")*[^"]*\Z)')


def holders(target: str) -> list[str]:
    """What holds a target, from the outermost: `3` and `3, al. 2` for `3, al. 2, phr. 1`."""
    steps = STEP.split(target)
    return [", ".join(steps[: n + 1]) for n in range(len(steps) - 1)]


# « L'application du 1° est suspendue » names no unit that the reader knows, where nothing else does.
LISTED = OPERATIONS.filter(
    lambda o: len(holders(o.targets[0])) > 0 and o.verb not in {"suspendre", "proroger", "expirer"}
)


@given(LISTED, st.data())
def test_a_sentence_in_a_list_is_read_in_its_place(operation: Written, data: st.DataObject) -> None:
    """Under the line that announces the place, the sentence does not name it again, and is read as the same operation."""
    under = data.draw(st.sampled_from(holders(operation.targets[0])))
    sentence = sentence_for(operation, under=under)
    assert sentence is not None
    # A first item names another place, which the second one has nothing to do with.
    other = f"1° L'intitulé est ainsi rédigé : « Prix » ;\n2° {sentence}"
    announced, *items = read_article(f"{announcement(under)}\n{other}")
    assert announces(announced, items)
    assert items[0].under == announced.orders[0].place
    (order,) = items[1].orders
    assert operation in written(order, items[1].quotations)
    # Beside « l’article 2 bis », article 2 is not named.
    assert not re.search(re.escape(noun_of((under,)).of()) + r"\b(?!\.\d| (?:bis|ter)\b)", sentence)


ITSELF = st.one_of(
    st.builds(way, st.just("compléter"), several(st.one_of(NUMBERS, ALINEAS, POINTS))),
    st.builds(way, st.just("remplacer-mots"), several(PARTS), mots=WORDS, par=WORDS),
    st.builds(way, st.just("supprimer-mots"), several(PARTS), mots=WORDS),
    st.builds(way, st.just("insérer-mots"), several(PARTS), mots=WORDS, apres=WORDS),
    st.builds(way, st.just("ajouter-ligne"), several(TABLES)),
    st.builds(way, st.just("ajouter-ligne"), several(TABLES), apres=st.just("Moselle")),
    st.builds(way, st.just("renuméroter"), several(NUMBERS), en=NUMBERS),
)


@given(ITSELF, st.integers(1, 9))
def test_a_sentence_names_by_a_pronoun_what_is_announced(operation: Written, lines: int) -> None:
    (target,) = operation.targets
    sentence = sentence_for(operation, under=target, lines=lines)
    assert sentence is not None
    first = "a) Le deuxième alinéa est supprimé ;"
    _, *items = read_article(f"1° {announcement(target)}\n{first}\nb) {sentence}")
    (order,) = items[1].orders
    assert operation in written(order, items[1].quotations)
    named = noun_of((target,))
    assert not sentence.lower().startswith((named.the().lower(), named.at().lower()))


@pytest.mark.parametrize(
    ("operation", "lines", "sentence"),
    [
        (way("compléter", ("3",)), 1, "L'article 3 est complété par un alinéa ainsi rédigé :"),
        (way("compléter", ("annexe 2",)), 12, "L'annexe 2 est complétée par douze alinéas ainsi rédigés :"),
        (way("compléter", ("3, al. 1",)), 2, "Le premier alinéa de l'article 3 est complété par deux phrases ainsi rédigées :"),
        (way("insérer-après", ("3, al. 1",)), 1, "Après le premier alinéa de l'article 3, il est inséré un alinéa ainsi rédigé :"),
        (way("insérer-avant", ("3, al. 1",)), 3, "Avant le premier alinéa de l'article 3, sont insérés trois alinéas ainsi rédigés :"),
        (way("insérer-après", ("3, al. 1, phr. 1",)), 2, "Après la première phrase du premier alinéa de l'article 3, sont insérées deux phrases ainsi rédigées :"),
        (way("ajouter-ligne", ("3, tableau",)), 2, "Le tableau de l'article 3 est complété par deux lignes ainsi rédigées :"),
        (way("ajouter-ligne", ("3, tableau",), apres="Aube"), 2, "Après la ligne « Aube » du tableau de l'article 3, sont insérées deux lignes ainsi rédigées :"),
    ],
)  # fmt: skip
def test_a_new_text_is_counted(operation: Written, lines: int, sentence: str) -> None:
    assert sentence_for(operation, lines=lines) == sentence


@pytest.mark.parametrize(
    ("operation", "under", "sentence"),
    [
        (way("supprimer", ("3, phr. 2",)), "", "La seconde phrase de l'article 3 est supprimée."),
        (way("remplacer", ("3, al. 2, phr. 2",)), "3", "La seconde phrase du deuxième alinéa est ainsi rédigée :"),
        (way("supprimer", ("3, phr. 1",)), "", "La première phrase de l'article 3 est supprimée."),
        (way("supprimer", ("3, phr. 3",)), "", "La troisième phrase de l'article 3 est supprimée."),
        (way("supprimer", ("3, al. 2",)), "", "Le second alinéa de l'article 3 est supprimé."),
    ],
)  # fmt: skip
def test_the_second_of_two_is_said_so_and_read_as_the_second(operation: Written, under: str, sentence: str) -> None:
    assert sentence_for(operation, under=under, of_two=True) == sentence
    if not under:
        (said,) = read_article(sentence)
        assert operation in written(said.orders[0], said.quotations)


@pytest.mark.parametrize(
    ("under", "lines", "sentence"),
    [
        ("", 1, "L'article 3 est complété par une phrase ainsi rédigée :"),
        ("", 2, "L'article 3 est complété par deux phrases ainsi rédigées :"),
        ("3", 1, "Il est complété par une phrase ainsi rédigée :"),
    ],
)
def test_an_article_of_one_alinea_is_completed_by_sentences(under: str, lines: int, sentence: str) -> None:
    assert sentence_for(way("compléter", ("3, al. -1",)), under=under, lines=lines, alone=True) == sentence


@pytest.mark.parametrize(
    ("operation", "under", "sentence"),
    [
        (way("remplacer-mots", ("3, al. 2",), mots="a", par="b"), "3", "Au deuxième alinéa, le mot « a » est remplacé par le mot « b »."),
        (way("remplacer-mots", ("3, al. 2",), mots="a", par="b"), "3, al. 2", "Le mot « a » est remplacé par le mot « b »."),
        (way("remplacer-mots", ("3.1, al. 2",), mots="a", par="b"), "3", "Au deuxième alinéa de l'article 3.1, le mot « a » est remplacé par le mot « b »."),
        (way("insérer-mots", ("3, 2°, a)",), mots="b c", apres="a"), "3, 2°", "Au a), après le mot « a », sont insérés les mots « b c »."),
        (way("supprimer", ("3, al. 2, phr. -1",)), "3, al. 2", "La dernière phrase est supprimée."),
        (way("compléter", ("3",)), "3", "Il est complété par les dispositions suivantes :"),
        (way("compléter", ("annexe 2",)), "annexe 2", "Elle est complétée par les dispositions suivantes :"),
        (way("renuméroter", ("3",), en="4"), "3", "Il devient l'article 4."),
        (way("renommer", ("3, titre",), intitule="Prix"), "3", "L'intitulé est ainsi rédigé : « Prix »."),
        (way("renommer", ("3.1, titre",), intitule="Prix"), "3", "L'intitulé de l'article 3.1 est ainsi rédigé : « Prix »."),
        (way("supprimer-ligne", ('3, tableau, ligne "Aube"',)), "3, tableau", "La ligne « Aube » est supprimée."),
        (way("ajouter-ligne", ("3, tableau",), apres="Aube"), "3, tableau", "Après la ligne « Aube », il est inséré une ligne ainsi rédigée :"),
        (way("insérer-après", ("3, 2°",), numero="2° bis"), "3", "Après le 2°, il est inséré un 2° bis ainsi rédigé :"),
    ],
)  # fmt: skip
def test_a_sentence_in_a_list_is_good_french(operation: Written, under: str, sentence: str) -> None:
    assert sentence_for(operation, under=under) == sentence


def test_what_no_pronoun_stands_for_is_not_written() -> None:
    assert sentence_for(way("insérer-après", ("3",)), under="3") is None
    assert sentence_for(way("compléter-au-début", ("3",)), under="3") is None


@pytest.mark.parametrize(
    ("target", "under", "line"),
    [
        ("1", "", "L'article 1er est ainsi modifié :"),
        ("annexe 2", "", "L'annexe 2 est ainsi modifiée :"),
        ("préambule", "", "Le préambule est ainsi modifié :"),
        ("3.1", "3", "L'article 3.1 est ainsi modifié :"),
        ("3, al. 2", "3", "Le deuxième alinéa est ainsi modifié :"),
        ("3, tableau 2", "3", "Le deuxième tableau est ainsi modifié :"),
        ('3, tableau, ligne "Aube"', "3, tableau", "La ligne « Aube » est ainsi modifiée :"),
    ],
)
def test_a_line_announces_what_is_changed_under_it(target: str, under: str, line: str) -> None:
    assert announcement(target, under) == line


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        (way("remplacer", ("3, al. 2, phr. 1",)), "La première phrase du deuxième alinéa de l'article 3 est ainsi rédigée :"),
        (way("abroger", ("1", "3 à 5")), "Les articles 1er et 3 à 5 sont abrogés."),
        (way("supprimer", ("8.1, al. -2",)), "L'avant-dernier alinéa de l'article 8.1 est supprimé."),
        (way("supprimer", ("3, al. -3", "3, al. -2", "3, al. -1")), "Les trois derniers alinéas de l'article 3 sont supprimés."),
        (way("supprimer", ("3, al. 2 à 4",)), "Les deuxième à quatrième alinéas de l'article 3 sont supprimés."),
        (way("supprimer", ("3, al. 14",)), "Le quatorzième alinéa de l'article 3 est supprimé."),
        (way("supprimer", ("3, al. 21",)), "L'alinéa 21 de l'article 3 est supprimé."),
        (way("abroger", ("3, 1°", "3, 3°")), "Les 1° et 3° de l'article 3 sont abrogés."),
        (way("abroger", ("3, 1° à 3°",)), "Les 1° à 3° de l'article 3 sont abrogés."),
        (way("supprimer", ("3, al. -2", "3, al. -1")), "Les deux derniers alinéas de l'article 3 sont supprimés."),
        (way("supprimer", ("3, al. 2, phr. -2", "3, al. 2, phr. -1")), "Les deux dernières phrases du deuxième alinéa de l'article 3 sont supprimées."),
        (way("supprimer", ("3, al. 13 à 15",)), "Les treizième à quinzième alinéas de l'article 3 sont supprimés."),
        (way("renuméroter", ("3", "4"), en="4, 5"), "Les articles 3 et 4 deviennent respectivement les articles 4 et 5."),
        (way("renuméroter", ("3",), en="4"), "L'article 3 devient l'article 4."),
        (way("renuméroter", ("3, 2°", "3, 3°"), en="3°, 4°"), "Les 2° et 3° de l'article 3 deviennent respectivement les 3° et 4°."),
        (way("déplacer", ("3", "4"), apres="7"), "Les articles 3 et 4 sont déplacés après l'article 7."),
        (
            way("déplacer", ('3, tableau, ligne "Nord"',), avant='3, tableau, ligne "Sud"'),
            "La ligne « Nord » du tableau de l'article 3 est déplacée avant la ligne « Sud » du tableau de l'article 3.",
        ),
        (way("compléter", ("annexe 2",)), "L'annexe 2 est complétée par les dispositions suivantes :"),
        (way("insérer-après", ("3",), numero="3 bis"), "Après l'article 3, il est inséré un article 3 bis ainsi rédigé :"),
        (
            way("remplacer-mots", ("préambule",), mots="a", par="b"),
            "Au préambule, le mot « a » est remplacé par le mot « b ».",
        ),
        (way("insérer-mots", ("3, 2°",), mots="ou le soir", apres="matin"), "Au 2° de l'article 3, après le mot « matin », sont insérés les mots « ou le soir »."),
        (way("insérer-après", ("3, al. 1",)), "Après le premier alinéa de l'article 3, sont insérées les dispositions suivantes :"),
        (way("suspendre", ("annexe 1",), jusqu="2025-08-01"), "L'application de l'annexe 1 est suspendue jusqu'au 1er août 2025."),
        (way("renuméroter", ("3, 2°",), en="3°"), "Le 2° de l'article 3 devient le 3°."),
        (way("scinder", ("4",), a="4, al. 3", en="4 bis"), "L'article 4 est scindé en deux articles 4 et 4 bis, le second commençant au troisième alinéa."),
        (way("scinder", ("1",), a="1, al. 3", en="1 bis"), "L'article 1er est scindé en deux articles 1er et 1 bis, le second commençant au troisième alinéa."),
        (way("réunir", ("1", "2"), en="1"), "Les articles 1er et 2 sont réunis en un article 1er."),
        (way("insérer-avant", ("2",), numero="1"), "Avant l'article 2, il est inséré un article 1er ainsi rédigé :"),
        (way("renuméroter", ("4 à 10",), en="5 à 11"), "Les articles 4 à 10 deviennent respectivement les articles 5 à 11."),
        (way("suspendre", ("7",), jusqu="2025-12-31"), "L'application de l'article 7 est suspendue jusqu'au 31 décembre 2025."),
        (way("remplacer", ("5, tableau",)), "Le tableau de l'article 5 est remplacé par le tableau suivant :"),
        (way("renommer", ("3, titre",), intitule="Prix"), "L'intitulé de l'article 3 est ainsi rédigé : « Prix »."),
        (way("compléter", ("3",), numero="4°"), "L'article 3 est complété par un 4° ainsi rédigé :"),
        (way("insérer-après", ("3, 3°",), numero="4°"), "Après le 3° de l'article 3, il est inséré un 4° ainsi rédigé :"),
        (way("insérer-après", ("3",), numero="3 bis, 3 ter"), "Après l'article 3, sont insérés deux articles 3 bis et 3 ter ainsi rédigés :"),
        (way("supprimer-mots", ("3",), mots="l’été"), "À l'article 3, les mots « l’été » sont supprimés."),
        (way("supprimer-mots", ("3",), mots="aujourd’hui"), "À l'article 3, le mot « aujourd’hui » est supprimé."),
        (way("remplacer-mots", ("3",), mots="12 000,50", par="trois"), "À l'article 3, le nombre « 12 000,50 » est remplacé par le mot « trois »."),
        (way("remplacer-mots", ("3",), mots="3 %", par="4"), "À l'article 3, les mots « 3 % » sont remplacés par le nombre « 4 »."),
        (way("ajouter-ligne", ("5, tableau",), apres="Moselle"), "Après la ligne « Moselle » du tableau de l'article 5, il est inséré une ligne ainsi rédigée :"),
    ],
)  # fmt: skip
def test_a_sentence_is_good_french(operation: Written, sentence: str) -> None:
    assert sentence_for(operation) == sentence


@pytest.mark.parametrize(
    "operation",
    [
        way("remplacer", ("3", "4, al. 2")),
        way("remplacer", ("3, al. 2", "5, al. 2")),
        way("remplacer", ("3, al. -4",)),
        way("remplacer-mots", ("3",), mots="a « b » c", par="d"),
        way("remplacer", ("al. 2",)),
        way("suspendre", ("3",)),
        way("remplacer", ("3",), note="x"),
        way("renuméroter", ("3", "4"), en="5"),
        way("fusion", ("3",)),
    ],
)
def test_what_has_no_canonical_sentence_is_not_written(operation: Written) -> None:
    assert sentence_for(operation) is None


def test_every_formula_is_one_of_a_verb_and_brings_a_text_or_ends() -> None:
    assert all(formula.endswith((" :", ".")) for formula in FORMULAS.values())
