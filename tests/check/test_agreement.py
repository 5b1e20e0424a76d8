"""Sentences and operations agree in the real act and in acts of other formulas; what is changed in either is found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from check import changes
from check.changes import Article, Operations
from clausier.check.agreement import disagreements
from clausier.consolidate import consolidate
from clausier.diagnostics import Diagnostic
from clausier.source.acts import read_project
from support.literate import read_case, write_sources
from support.projects import ROOT, copied, written

OTHERS = Path(__file__).with_name("restauration")
# Other ways to write the operations of `restauration`, to the same effect.
OTHERWISE: tuple[tuple[str, Operations], ...] = (
    ("01.md", [{"remplacer": "1, al. 1 à 2"}]),
    (
        "02.md",
        [
            {"remplacer-mots": "2, al. 1", "mots": "trois ans", "par": "quatre ans"},
            {"remplacer": "2, al. -1", "citation": "1"},
        ],
    ),
    ("02.md", [{"remplacer-mots": "2", "mots": "trois", "par": "quatre"}, {"remplacer": "2, al. 2", "citation": "1"}]),
    (
        "02.md",
        [
            {"remplacer-mots": "2", "mots": "trois ans", "par": "quatre ans"},
            {"remplacer": "2, al. 2", "citation": "1", "lecture": "avant"},
        ],
    ),
    ("03.md", [{"supprimer": "3, al. -2"}, {"insérer-après": "3, al. 6"}]),
    ("03.md", [{"supprimer": "3, al. 5"}, {"compléter": "3"}]),
    ("03.md", [{"insérer-après": "3, al. -1"}, {"supprimer": "3, al. 5"}]),
    ("04.md", [{"remplacer": "4.1, al. 1"}, {"insérer-après": "4.2, al. -1"}]),
    ("04.md", [{"remplacer": "4, 4.1, al. 1"}, {"compléter": "4.2"}]),
    (
        "05.md",
        [
            {"remplacer-mots": "5", "mots": "5 euros", "par": "6 euros"},
            {"insérer-mots": "5, al. 2", "mots": "publié par l’Insee", "après": "indice des prix"},
        ],
    ),
    (
        "05.md",
        [
            {"remplacer-mots": "5", "mots": "5 euros", "par": "6 euros"},
            {"insérer-mots": "5, al. 2", "mots": "publié par l’Insee", "après": "prix"},
        ],
    ),
    ("06.md", [{"abroger": "9 et 10"}, {"renuméroter": ["11", "12"], "en": ["13", "14"]}]),
    ("06.md", [{"abroger": "9 à 10"}, {"renuméroter": "11 à 12", "en": "13 à 14"}]),
    (
        "06.md",
        [{"abroger": "10"}, {"abroger": "9"}, {"renuméroter": "12", "en": "14"}, {"renuméroter": "11", "en": "13"}],
    ),
    ("08.md", [{"renommer": "7, titre", "intitulé": "Contrôle de l’hygiène"}, {"remplacer": "7, al. 3"}]),
    ("09.md", [{"insérer-avant": "9", "en": "8 bis"}, {"insérer-après": "8, al. 1"}]),
    ("10.md", [{"remplacer-mots": "12", "mots": "comité de suivi", "par": "comité des usagers", "occurrences": "2"}]),
    ("11.md", [{"remplacer": "annexe 1, al. 1"}]),
    ("12.md", [{"renommer": "6, titre", "intitulé": "Factures et paiement"}, {"compléter": "6, al. -2"}]),
    ("12.md", [{"renommer": "6", "intitulé": "Factures et paiement"}, {"insérer-après": "6, al. 2, phr. -1"}]),
)
GOOD = sorted((ROOT / "tests/cases").glob("*/good/*.md"))


@pytest.fixture
def real(tmp_path: Path) -> Path:
    return copied(tmp_path / "convention")


def said(found: list[Diagnostic]) -> list[str]:
    """The codes and the messages, without no-break spaces."""
    return [f"{d.code.id} {d.message.text('fr')}".replace("\u00a0", " ") for d in found]


def test_the_real_act_agrees_with_its_operations() -> None:
    assert changes.findings(ROOT) == []


def test_acts_in_other_formulas_agree_with_their_operations() -> None:
    assert changes.findings(OTHERS) == []


@pytest.mark.parametrize(("name", "operations"), OTHERWISE)
def test_operations_written_otherwise_to_the_same_effect_agree(
    name: str, operations: Operations, tmp_path: Path
) -> None:
    root = copied(tmp_path / "p", OTHERS)
    article = next(a for a in changes.articles(root) if a.path.name == name)
    changes.write(article, operations, root, root)
    corpus, found = read_project(root)
    assert corpus is not None
    timeline, unfit = consolidate(corpus)
    assert [d for d in (*found, *unfit) if d.severity == "error"] == []
    assert list(disagreements(corpus, timeline, found)) == []


def edited(root: Path, name: str, change: Callable[[Operations], object]) -> list[Diagnostic]:
    """What is found where the operations of the file `name` are changed."""
    article = next(a for a in changes.articles(root) if a.path.name == name)
    operations = [dict(o) for o in article.operations]
    change(operations)
    changes.write(article, operations, root, root)
    return changes.findings(root)


def test_a_number_changed_is_found(real: Path) -> None:
    found = edited(real, "04-article-7-1.md", lambda o: o[0].update(remplacer="7.2"))
    assert said(found) == [
        "TXT205 la phrase ordonne « remplacer: 7.1 » (citation 1), l’opération fait « remplacer: 7.2 » (citation 1)"
    ]


def test_a_verb_changed_is_found(real: Path) -> None:
    found = edited(real, "02-article-2.md", lambda o: o.__setitem__(slice(None), [{"compléter": "2"}]))
    assert said(found) == [
        "TXT205 la phrase ordonne « remplacer: 2 » (citation 1), l’opération fait « compléter: 2 » (citation 1)"
    ]


def test_a_verb_changed_is_found_where_the_sentence_says_modified(real: Path) -> None:
    found = edited(real, "05-article-8.md", lambda o: o.__setitem__(slice(None), [{"compléter": "8"}]))
    assert said(found) == [
        "TXT205 la phrase ordonne « remplacer: 8 » (citation 1), l’opération fait « compléter: 8 » (citation 1)"
    ]


def test_a_heading_changed_is_found(real: Path) -> None:
    found = edited(real, "03-article-6.md", lambda o: o[0].update(intitulé="Coordonnateur et Pilote"))
    assert said(found) == [
        (
            "TXT205 la phrase ordonne « renommer: 6 · intitulé: Coordonnateur et Pilote du groupement de commandes », "
            "l’opération fait « renommer: 6 · intitulé: Coordonnateur et Pilote »"
        )
    ]


def test_an_operation_dropped_is_found(real: Path) -> None:
    found = edited(real, "03-article-6.md", lambda o: o.pop(0))
    assert said(found) == [
        (
            "TXT206 la phrase ordonne « renommer: 6 · intitulé: Coordonnateur et Pilote du groupement de commandes », "
            "aucune opération ne le fait"
        )
    ]


def test_an_operation_dropped_with_its_payload_is_found(real: Path) -> None:
    found = edited(real, "03-article-6.md", lambda o: o.pop(1))
    assert said(found) == ["TXT206 la phrase ordonne « compléter: 6 » (citation 1), aucune opération ne le fait"]


def test_an_article_said_to_change_nothing_is_found(real: Path) -> None:
    found = edited(real, "02-article-2.md", list.clear)
    assert said(found) == ["TXT206 la phrase ordonne « remplacer: 2 » (citation 1), aucune opération ne le fait"]


def test_an_operation_added_is_found(real: Path) -> None:
    found = edited(real, "02-article-2.md", lambda o: o.append({"abroger": "8"}))
    assert said(found) == ["TXT207 l’opération fait « abroger: 8 », aucune phrase de l’article ne l’ordonne"]


def test_two_payloads_swapped_are_found(real: Path) -> None:
    """The sentences of two articles of the act in one file, so that each could take the text of the other."""
    one, other = (a for a in changes.articles(real) if a.path.name in {"02-article-2.md", "04-article-7-1.md"})
    both = Article(one.path, [*one.operations, *other.operations], one.body + re.sub(r"^# .*\n", "", other.body))
    other.path.unlink()
    changes.write(both, both.operations, real, real)
    assert changes.findings(real) == []
    swapped = [{"remplacer": "2", "citation": "2"}, {"remplacer": "7.1", "citation": "1"}]
    changes.write(both, swapped, real, real)
    assert said(changes.findings(real)) == [
        "TXT205 la phrase ordonne « remplacer: 2 » (citation 1), l’opération fait « remplacer: 2 » (citation 2)",
        "TXT205 la phrase ordonne « remplacer: 7.1 » (citation 2), l’opération fait « remplacer: 7.1 » (citation 1)",
    ]


@pytest.mark.parametrize(
    ("header", "new", "codes"),
    [
        ('remplacer: "2"', "Le contrôle est annuel.", []),
        ('remplacer: "2"', "Le contrôle est annuel.\n\n> Il est public.", ["TXT208"]),
        ('remplacer: "3"', "Le contrôle est annuel.", ["TXT206", "TXT207"]),
    ],
)
def test_words_in_force_may_be_quoted_before_the_text_that_takes_their_place(
    header: str, new: str, codes: list[str], tmp_path: Path
) -> None:
    index = "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties:\n  - {id: a, nom: Commune A}\n  - {id: b, nom: Commune B}\n"
    act = "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n"
    said = "L’article 2 est modifié comme suit :\n\nAncienne rédaction :\n\n« Le contrôle est mensuel. »\n\nNouvelle rédaction :"
    article = f"---\nopérations:\n  - {{{header}}}\n---\n\n# Article 1\n\n{said}\n\n> « {new} »\n"
    files = {
        "convention.yml": index,
        "02.md": "# Article 2\n\nLe contrôle est mensuel.\n",
        "03.md": "# Article 3\n\nLe reste.\n",
    }
    written(tmp_path / "convention", files)
    written(tmp_path / "amendments/avenant-1", {"avenant.yml": act, "01.md": article})
    corpus, problems = read_project(tmp_path)
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    assert [d.code.id for d in disagreements(corpus, timeline, problems)] == codes


def test_words_changed_are_found(tmp_path: Path) -> None:
    root = copied(tmp_path / "p", OTHERS)
    found = edited(root, "05.md", lambda o: (o[0].update(par="7 euros"), o[1].update(après="1er janvier")))
    assert said(found) == [
        (
            "TXT205 la phrase ordonne « remplacer-mots: 5, al. 1 · mots: 5 euros · par: 6 euros », "
            "l’opération fait « remplacer-mots: 5, al. 1 · mots: 5 euros · par: 7 euros »"
        ),
        (
            "TXT205 la phrase ordonne « insérer-mots: 5 · mots: publié par l'Insee · après: indice des prix », "
            "l’opération fait « insérer-mots: 5 · mots: publié par l'Insee · après: 1er janvier »"
        ),
    ]


@pytest.mark.parametrize(("root", "times"), [(ROOT, 60), (OTHERS, 160)], ids=["real act", "other formulas"])
def test_of_changes_at_random_nineteen_in_twenty_are_found(root: Path, times: int, tmp_path: Path) -> None:
    copy = copied(tmp_path / "p", root)
    every = changes.articles(root)
    for article in every:
        changes.write(article, article.operations, root, copy)
    assert changes.findings(copy) == []
    draw = random.Random(2022)  # noqa: S311 - the same changes each time
    missed: list[str] = []
    for _ in range(times):
        article = draw.choice(every)
        kind, operations = changes.changed(article, draw)
        changes.write(article, operations, root, copy)
        if not any(d.severity == "error" for d in changes.findings(copy)):
            missed.append(f"{kind}: {article.path.name} {operations}")
        changes.write(article, article.operations, root, copy)
    assert len(missed) <= times * 0.05, missed


@pytest.mark.parametrize("path", GOOD, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_no_good_case_of_the_compiler_is_contradicted(path: Path, tmp_path: Path) -> None:
    """Their sentences are as short as can be, many not understood; none may be read as something else."""
    write_sources(read_case(path), tmp_path)
    corpus, found = read_project(tmp_path)
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    assert [d for d in disagreements(corpus, timeline, found) if d.severity == "error"] == []


def test_hundreds_of_operations_in_another_order_than_their_sentences_agree(tmp_path: Path) -> None:
    numbers = range(1, 301)
    sentences = "\n\n".join(f"À l'article {n}, les mots « mot{n} » sont supprimés." for n in numbers)
    operations = [{"supprimer-mots": str(n), "mots": f"mot{n}"} for n in reversed(numbers)]
    files = {
        "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
        "convention/01.md": "".join(f"# Article {n}\n\nUn mot{n} de trop.\n\n" for n in numbers),
        "amendments/a/avenant.yml": "id: a\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
        "amendments/a/01.md": "---\nopérations: []\n---\n# Article 1 – Retraits\n\n" + sentences + "\n",
    }
    written(tmp_path, files)
    article = Article(tmp_path / "amendments/a/01.md", operations, f"# Article 1 – Retraits\n\n{sentences}\n")
    changes.write(article, operations, tmp_path, tmp_path)
    assert changes.findings(tmp_path) == []
    changes.write(article, [*operations[:100], *operations[101:]], tmp_path, tmp_path)
    assert said(changes.findings(tmp_path)) == [
        "TXT206 la phrase ordonne « supprimer-mots: 200 · mots: mot200 », aucune opération ne le fait"
    ]
