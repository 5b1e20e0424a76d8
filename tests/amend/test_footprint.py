"""Which operations touch: those that do not, commute, tried in both orders; those that do, are told by hand."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import pytest

from clausier.amend import Footprint, footprint, named, overwritten
from clausier.consolidate import run
from clausier.consolidate.states import Made
from clausier.diagnostics import has_errors
from clausier.model.operation import TextOperation
from support.drafting import amended, document, operation, shown

TEXT = document("""\
# Titre I – Règles

## Article 1 – Objet

Le groupement achète des logiciels. Il les partage entre ses membres.

Ses membres paient leur part.

- gérer les achats ;
- suivre les délais.

### 1.1 – Durée

La durée est de trois ans.

### 1.2 – Siège

Le siège est à Metz.

## Article 2 – Organes

- 1° le comité :
  - a) délibère ;
  - b) propose.
- 2° le bureau.

## Article 3 – Parts

Chacun paie sa part.

| Membre | Part |
| --- | --- |
| Aube | dix |
| Marne | onze |
""")

# Each with the words by which the tests call it.
OPERATIONS: dict[str, tuple[str, str]] = {
    "words achète": ("- remplacer-mots: 1\n  mots: achète\n  par: acquiert", ""),
    "words achète des": ("- remplacer-mots: 1\n  mots: achète des\n  par: loue ses", ""),
    "words logiciels": ("- remplacer-mots: 1\n  mots: logiciels\n  par: matériels", ""),
    "no word partage": ("- supprimer-mots: 1\n  mots: entre ses membres", ""),
    "words after achète": ("- insérer-mots: 1\n  mots: aussi\n  après: achète", ""),
    "words before des": ("- insérer-mots: 1\n  mots: toujours\n  avant: des logiciels", ""),
    "other words after achète": ("- insérer-mots: 1\n  mots: encore\n  après: achète", ""),
    "sentence 1": ("- remplacer: 1, al. 1, phr. 1", "> « Le groupement agit. »"),
    "no sentence 2": ("- supprimer: 1, al. 1, phr. 2", ""),
    "alinéa 1": ("- remplacer: 1, al. 1", "> « Tout autre. »"),
    "no alinéa 2": ("- supprimer: 1, al. 2", ""),
    "no dash": ("- supprimer: 1, tiret 2", ""),
    "after alinéa 2": ("- insérer-après: 1, tiret 1", "> - compter ;"),
    "before alinéa 2": ("- insérer-avant: 1, al. 2", "> « Un alinéa neuf. »"),
    "complete 1": ("- compléter: 1", "> « Un dernier alinéa. »"),
    "complete 1 again": ("- compléter: 1", "> « Un tout dernier alinéa. »"),
    "complete 1.1": ("- compléter: 1.1", "> « Elle se prolonge. »"),
    "begin 1.1": ("- compléter-au-début: 1.1", "> « D’abord. »"),
    "1.3": ("- compléter: 1", "> ## « 1.3 – Nom\n>\n> Le nom. »"),
    "after 1.1": ("- insérer-après: 1.1", "> ## « 1.1 bis – Nom\n>\n> Le nom. »"),
    "1.1": ("- remplacer: 1.1", "> « Sans durée. »"),
    "no 1.1": ("- abroger: 1.1", ""),
    "no 1.2": ("- abroger: 1.2", ""),
    "no 1": ("- abroger: 1", ""),
    "words Metz": ("- remplacer-mots: 1.2\n  mots: Metz\n  par: Nancy", ""),
    "full stop behind Metz": ("- remplacer-mots: 1.2\n  mots: .\n  par: …", ""),
    "title 1": ("- renommer: 1\n  intitulé: But", ""),
    "words of title 1": ("- remplacer-mots: 1, titre\n  mots: Objet\n  par: Sujet", ""),
    "title 1.1": ("- renommer: 1.1\n  intitulé: Temps", ""),
    "1 is 9": ("- renuméroter: 1\n  en: 9", ""),
    "2 is 9": ("- renuméroter: 2\n  en: 9", ""),
    "2 is 10": ("- renuméroter: 2\n  en: 10", ""),
    "1.2 moves": ("- déplacer: 1.2\n  avant: 1.1", ""),
    "article 9": ("- insérer-après: 3", "> # « Article 9\n>\n> Un article neuf. »"),
    "article 9 bis": ("- insérer-après: 3", "> # « Article 9 bis\n>\n> Un autre. »"),
    "no 1°": ("- abroger: 2, 1°", ""),
    "no a)": ("- abroger: 2, 1°, a)", ""),
    "b) is c)": ("- renuméroter: 2, 1°, b)\n  en: c)", ""),
    "words bureau": ("- remplacer-mots: 2, 2°\n  mots: bureau\n  par: secrétariat", ""),
    "words propose": ("- remplacer-mots: 2\n  mots: propose\n  par: décide", ""),
    "row Aube": ('- remplacer-ligne: 3, tableau 1, ligne "Aube"\n  cellules: [Aube, douze]', ""),
    "no row Marne": ('- supprimer-ligne: 3, tableau 1, ligne "Marne"', ""),
    "row after Aube": ("- ajouter-ligne: 3, tableau 1\n  cellules: [Meuse, sept]\n  après: Aube", ""),
    "words dix": ("- remplacer-mots: 3\n  mots: dix\n  par: vingt", ""),
    "words onze": ("- remplacer-mots: 3\n  mots: onze\n  par: trente", ""),
    "no table": ("- supprimer: 3, tableau 1", ""),
    "suspend 1": ("- suspendre: 1\n  jusqu-au: 2030-01-01", ""),
    "expire 1": ("- expirer: 1", ""),
    "suspend 1°": ("- suspendre: 2, 1°\n  jusqu-au: 2030-01-01", ""),
    "after a)": ("- insérer-après: 2, 1°, a)", "> - a bis) décide ;"),
    "after 1°": ("- insérer-après: 2, 1°", "> - 1° bis la présidence ;"),
    "complete 1°": ("- compléter: 2, 1°", "> - d) vote."),
    "suspend 1.2": ("- suspendre: 1.2\n  jusqu-au: 2030-01-01", ""),
    "join": ("- réunir: [1.1, 1.2]\n  en: 1.1", ""),
    "split": ("- scinder: 1\n  à: 1, al. 2\n  en: 1 bis", ""),
}


@cache
def read(name: str) -> TextOperation:
    """The operation, of an act of its own."""
    return operation(*OPERATIONS[name], act=f"act-{list(OPERATIONS).index(name)}")


@cache
def made(name: str) -> Footprint:
    found = footprint(read(name), TEXT)
    assert found is not None, name
    return found


@cache
def alone(name: str) -> Made:
    return run((read(name),), TEXT)


def touch(one: str, other: str) -> bool:
    both = made(one).touches(made(other)), made(other).touches(made(one))
    assert both[0] is both[1]
    return both[0]


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("words achète", "words achète des|words after achète|sentence 1|alinéa 1|no 1|split"),
        ("words achète des", "words before des|words after achète|sentence 1"),
        ("words after achète", "other words after achète|sentence 1|alinéa 1"),
        ("words before des", "sentence 1|alinéa 1|words achète des"),
        ("no word partage", "no sentence 2|alinéa 1"),
        ("no dash", "no 1|split"),
        ("alinéa 1", "sentence 1|no sentence 2|words logiciels|no 1|split"),
        ("no alinéa 2", "before alinéa 2|no 1|split"),
        ("after alinéa 2", "no 1|split"),
        ("complete 1", "no 1|split"),
        ("complete 1.1", "1.1|no 1.1|no 1|join|split"),
        ("begin 1.1", "1.1|no 1.1|no 1|join"),
        ("no 1.1", "1.1|no 1|title 1.1|1.2 moves|join"),
        ("no 1.2", "no 1|1.2 moves|suspend 1.2|suspend 1|join"),
        ("title 1", "no 1|words of title 1"),
        ("title 1.1", "1.1|no 1|join"),
        ("1 is 9", "2 is 9|article 9|no 1"),
        ("2 is 9", "2 is 10|article 9"),
        ("article 9", "article 9 bis"),
        ("no 1°", "no a)|b) is c)|words propose"),
        ("b) is c)", "no 1°"),
        ("row Aube", "words dix|no table"),
        ("no row Marne", "words onze|no table"),
        ("row after Aube", "no table"),
        ("suspend 1", "expire 1|suspend 1.2|no 1.1|1.3|after 1.1"),
        ("suspend 1°", "no a)|no 1°|after a)|complete 1°"),
    ],
)
def test_operations_on_the_same_words_touch(one: str, others: str) -> None:
    assert [other for other in others.split("|") if not touch(one, other)] == []


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("words achète", "words logiciels|no word partage|no sentence 2|no alinéa 2|title 1|complete 1|1.1|suspend 1"),
        ("words achète des", "words logiciels|no sentence 2"),
        ("words after achète", "words logiciels|words before des|no sentence 2|no alinéa 2"),
        ("sentence 1", "no sentence 2|no word partage|no alinéa 2|before alinéa 2"),
        ("alinéa 1", "no alinéa 2|before alinéa 2|after alinéa 2|no dash|complete 1"),
        ("complete 1", "complete 1 again|complete 1.1|title 1|no 1.1|1.3"),
        ("complete 1.1", "begin 1.1|complete 1|no 1.2|title 1.1"),
        ("no 1.1", "no 1.2|title 1|complete 1|2 is 9"),
        ("words Metz", "full stop behind Metz"),
        ("title 1", "title 1.1|1.1|words achète"),
        ("words of title 1", "title 1.1|words achète|after alinéa 2|no alinéa 2|no dash"),
        ("1 is 9", "2 is 10|article 9 bis"),
        ("no a)", "words bureau|words propose|b) is c)"),
        ("row Aube", "words onze|no row Marne|row after Aube"),
        ("no row Marne", "words dix|row after Aube"),
        ("suspend 1.2", "no 1.1|title 1|1.3|complete 1|after 1.1"),
        ("suspend 1", "article 9|complete 1|words achète|after alinéa 2|2 is 10"),
        ("suspend 1°", "after 1°|words bureau|words propose|complete 1"),
    ],
)
def test_operations_on_other_words_do_not_touch(one: str, others: str) -> None:
    assert [other for other in others.split("|") if touch(one, other)] == []


def test_seen_by_whole_lines_words_of_one_line_touch() -> None:
    for one, other in (("words achète", "words logiciels"), ("words after achète", "words logiciels")):
        assert not touch(one, other)
        assert made(one).coarse().touches(made(other).coarse())
    for one, other in (("no 1.1", "complete 1.1"), ("row Aube", "words dix"), ("alinéa 1", "words achète")):
        assert made(one).coarse().touches(made(other).coarse())
    for one, other in (("words achète", "no alinéa 2"), ("words achète", "title 1"), ("words dix", "words onze")):
        assert not made(one).coarse().touches(made(other).coarse())


def test_what_does_not_fit_touches_nothing() -> None:
    for header in (
        "- abroger: 7",
        "- remplacer-mots: 1\n  mots: bateau\n  par: avion",
        "- insérer-mots: 1\n  mots: bateau\n  après: avion",
        "- déplacer: 1.2\n  avant: 1.7",
        "- déplacer: 1.7\n  avant: 1.2",
    ):
        assert footprint(operation(header), TEXT) is None, header


def in_order(first: str, second: str) -> str | None:
    """The text after two acts of one operation each; None where one does not fit after the other."""
    both = run((read(second),), alone(first).document)
    return None if has_errors((*alone(first).findings, *both.findings)) else shown(both.document, origins=True)


def test_operations_that_do_not_touch_commute() -> None:
    """Unless the one makes what the other names something else, which `naming` tells."""
    tried = 0
    for one, other in combinations(OPERATIONS, 2):
        if made(one).touches(made(other)) or renames(one, other) or renames(other, one):
            continue
        here, there = in_order(one, other), in_order(other, one)
        assert here is not None, (one, other)
        assert there is not None, (other, one)
        tried += 1
        lines = [here.split("\n"), there.split("\n")]
        if {one, other} == {"complete 1", "complete 1 again"}:
            # They stand in the order of their acts.
            lines = [sorted(re.sub(r"^\[\d+\]", "", line) for line in text) for text in lines]
        assert lines[0] == lines[1], (one, other)
    assert tried > 800


def renames(one: str, other: str) -> bool:
    """Whether what the second names is something else once the first has been applied."""
    return named(read(other), TEXT) != named(read(other), alone(one).document)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 is 9", "words achète"),
        ("no alinéa 2", "no dash 3"),
        ("before alinéa 2", "no alinéa 2"),
        ("after alinéa 2", "no dash"),
        ("sentence 1", "words achète"),
        ("no sentence 1", "no sentence 2"),
        ("title 1", "words in its title"),
        ("2 is 9", "no 1°"),
        ("b) is c)", "no b)"),
        ("no 1.1", "words durée"),
        ("words dix", "no words dix"),
        ("row after Aube", "no row Meuse"),
        ("swap 1.1 and 1.2", "heading of 1.1"),
        ("swap 1.1 and 1.2", "no 1.1"),
        ("before alinéa 2", "move alinéa 2"),
        ("before alinéa 2", "move to alinéa 2"),
        ("before alinéa 2", "split at alinéa 2"),
        ("no alinéa 2", "alinéas 2 to 3"),
        ("no dash", "no dashes"),
        ("no row Marne", "words onze"),
    ],
)
def test_what_a_name_means_may_be_changed_by_another(one: str, other: str) -> None:
    more = {
        "no dash 3": ("- supprimer: 1, al. 4", ""),
        "no sentence 1": ("- supprimer: 1, al. 1, phr. 1", ""),
        "words in its title": ("- remplacer-mots: 1, titre\n  mots: Objet\n  par: Sujet", ""),
        "no b)": ("- abroger: 2, 1°, b)", ""),
        "words durée": ("- supprimer-mots: 1.1\n  mots: de trois ans", ""),
        "no words dix": ("- remplacer-mots: 3\n  mots: dix\n  par: rien", ""),
        "swap 1.1 and 1.2": ("- renuméroter: [1.1, 1.2]\n  en: [1.2, 1.1]", ""),
        "heading of 1.1": ("- compléter: 1.1, titre", "> « et autres »"),
        "move alinéa 2": ("- déplacer: 1, al. 2\n  avant: 1, al. 1", ""),
        "move to alinéa 2": ("- déplacer: 1, al. 4\n  avant: 1, al. 2", ""),
        "split at alinéa 2": ("- scinder: 1\n  à: 1, al. 2\n  en: 1 bis", ""),
        "alinéas 2 to 3": ("- remplacer: 1, al. 2 à 3", "> « Un seul. »"),
        "no dashes": ("- supprimer: 1, tiret 1 à 2", ""),
        "no row Meuse": ('- supprimer-ligne: 3, tableau 1, ligne "Meuse"', ""),
    }
    table = OPERATIONS | more
    second = operation(*table[other])
    after = run((operation(*table[one]),), TEXT).document
    assert named(second, TEXT) != named(second, after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("words achète", "words logiciels"),
        ("words achète", "no sentence 2"),
        ("no word partage", "sentence 1"),
        ("complete 1", "no alinéa 2"),
        ("before alinéa 2", "words logiciels"),
        ("before alinéa 2", "no dash"),
        ("title 1", "no 1"),
        ("1.2 moves", "no 1.1"),
        ("row after Aube", "words onze"),
        ("row after Aube", "words dix"),
        ("row after Aube", "no row Marne"),
        ("row Aube", "words onze"),
        ("no row Marne", "words dix"),
        ("no a)", "words propose"),
        ("suspend 1", "words achète"),
        ("article 9", "2 is 10"),
    ],
)
def test_what_a_name_means_outlasts_what_happens_elsewhere(one: str, other: str) -> None:
    assert named(read(other), TEXT) is not None
    assert not renames(one, other)


def test_what_names_nothing_has_no_meaning() -> None:
    for header in (
        "- abroger: 7",
        "- remplacer-mots: 1\n  mots: bateau\n  par: avion",
        "- déplacer: 1.2\n  avant: 1.7",
    ):
        assert named(operation(header), TEXT) is None
    after_words = operation("- insérer-mots: 1\n  mots: bateau\n  après: avion")
    assert named(after_words, TEXT) is None


HISTORY = amended(
    amended(TEXT, "- remplacer-mots: 1\n  mots: achète\n  par: loue", act="first"),
    """\
- renommer: 1.1
  intitulé: Temps
- renuméroter: 2
  en: 7
- suspendre: 1.2
  jusqu-au: 2030-01-01
- remplacer-ligne: 3, tableau 1, ligne "Aube"
  cellules: [Aube, douze]
- remplacer: 7, 2°
""",
    "> « le secrétariat. »",
    act="second",
)


@pytest.mark.parametrize(
    ("header", "body", "origins"),
    [
        ("- remplacer-mots: 1\n  mots: loue\n  par: vend", "", {"first"}),
        ("- remplacer-mots: 1\n  mots: loue des\n  par: vend ses", "", {"first", ""}),
        ("- remplacer-mots: 1\n  mots: groupement\n  par: consortium", "", {""}),
        ("- insérer-mots: 1\n  mots: aussi\n  après: loue", "", set()),
        ("- supprimer: 1, al. 1, phr. 2", "", {""}),
        ("- supprimer: 1, al. 2", "", {""}),
        ("- supprimer: 1, al. 1", "", {"first", ""}),
        ("- compléter: 1", "> « Fin. »", set()),
        ("- abroger: 1.1", "", {"", "second#1"}),
        ("- renommer: 1.1\n  intitulé: Encore", "", {"second#1"}),
        ("- renommer: 1\n  intitulé: But", "", {""}),
        ("- renuméroter: 7\n  en: 8", "", {"second#2"}),
        ("- renuméroter: 3\n  en: 8", "", {""}),
        ("- expirer: 1.2", "", {"second#3"}),
        ("- expirer: 1.1", "", set()),
        ("- abroger: 1.2", "", {"", "second#3"}),
        ('- remplacer-ligne: 3, tableau 1, ligne "Aube"\n  cellules: [Aube, treize]', "", {"second#4"}),
        ('- supprimer-ligne: 3, tableau 1, ligne "Marne"', "", {""}),
        ("- remplacer-mots: 3, tableau 1\n  mots: douze\n  par: treize", "", {"second#4"}),
        ("- supprimer: 3, tableau 1", "", {"", "second#4"}),
        ("- abroger: 7, 2°", "", {"second#5"}),
        ("- abroger: 7, 1°", "", {""}),
    ],
)
def test_what_is_overwritten_is_told_by_who_wrote_it(header: str, body: str, origins: set[str]) -> None:
    touched = footprint(operation(header, body), HISTORY)
    assert touched is not None
    found = overwritten(touched, HISTORY)
    names = {o.replace("/1", "").removesuffix("#1") if o.startswith("first") else o.replace("/1", "") for o in found}
    assert {"" if o == "convention" else o for o in names} == origins
