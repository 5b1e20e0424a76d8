"""Moves, splits, joins, suspensions, dates of their own: written where they are certain, asked about elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from clausier.check.agreement import disagreements
from clausier.consolidate import consolidate
from clausier.source.acts import read_project
from intake.projects import project, signed
from intake.test_what_is_unsure import CLOSING, OPENING, imported, lines_of, unit


@pytest.mark.parametrize(
    ("said", "operation"),
    [
        ("L’article 3 est déplacé après l’article 1er.", 'déplacer: "3", après: "1"'),
        ("L’alinéa de l’article 2 commençant par « Il compte » est supprimé.", 'supprimer: "2, al. 2"'),
        ("Sont abrogés :\n\n1° L’article 3.", 'abroger: "3"'),
        (
            "À l’article 3, un an est remplacé par deux ans.",
            'remplacer-mots: "3, al. 1", mots: "un an", par: "deux ans", dit: "À l’article 3, un an est remplacé par deux ans"',
        ),
        ("Les articles 2 et 3 sont réunis en un article 2.", 'réunir: ["2", "3"], en: "2"'),
        (
            "L’article 2 est scindé en deux articles 2 et 2 bis, le second commençant au deuxième alinéa.",
            'scinder: "2", à: "2, al. 2", en: "2 bis"',
        ),
        (
            "L’application de l’article 2 est suspendue jusqu’au 31 décembre 2025.",
            'suspendre: "2", jusqu-au: "2025-12-31"',
        ),
        (
            "L’article 3 cesse de produire effet à compter du 1er juin 2025.",
            'expirer: "3", en-vigueur: 2025-06-01',
        ),
        (
            "À compter du 1er juin 2025, l’article 3 est supprimé.",
            'abroger: "3", en-vigueur: 2025-06-01',
        ),
        (
            "À compter du premier jour du mois qui suit sa notification, l’article 3 est supprimé.",
            'abroger: "3", en-vigueur: {événement: notification-avenant-1, puis: premier-du-mois-suivant}',
        ),
        ("À compter de l’entrée en vigueur du présent avenant, l’article 3 est supprimé.", 'abroger: "3"'),
        (
            "À l’article 3, les mots « un an » sont remplacés par les mots suivants :\n\n« deux ans »",
            'remplacer-mots: "3", mots: "un an", par: "deux ans"',
        ),
        (
            "L’article 3 est modifié comme suit :\n\nAncienne rédaction :\n\n« La convention dure un an. »\n\nNouvelle rédaction :\n\n« La convention dure deux ans. »",
            'remplacer-mots: "3", mots: "La convention dure un an.", par: "La convention dure deux ans.", dit: "Ancienne rédaction"',
        ),
        (
            "Les articles 2 et 3 deviennent respectivement les articles 3 et 4.",
            'renuméroter: ["2", "3"], en: ["3", "4"]',
        ),
    ],
)
def test_a_formula_is_written_as_the_operation_that_it_orders(tmp_path: Path, said: str, operation: str) -> None:
    found = unit(tmp_path, said)
    assert (found.operations, found.questions) == ((operation,), ())
    corpus, problems = read_project(tmp_path / "p")
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    assert list(disagreements(corpus, timeline, problems)) == []


def test_a_line_that_orders_a_change_of_its_article_is_no_article_of_the_act(tmp_path: Path) -> None:
    found = unit(tmp_path, "Ceci précise les règles.\n\nArticle 3 : lire « deux ans » au lieu de « un an ».")
    assert found.operations == ('remplacer-mots: "3", mots: "un an", par: "deux ans"',)


def test_an_order_behind_the_number_of_the_next_article_is_not_passed_over(tmp_path: Path) -> None:
    act = f"{OPENING}Article 1 – Objet\n\nLe bureau change.\n\nArticle 2 : lire « deux ans » au lieu de « un an ».{CLOSING}"
    first, second = imported(tmp_path, act).units
    assert (first.operations, second.operations) == ((), ())
    assert [q.sentence for q in second.questions] == ["lire « deux ans » au lieu de « un an »."]


@pytest.mark.parametrize(
    "said",
    [
        "À compter de la rentrée prochaine, l’article 3 est supprimé.",
        "L’article 3 est déplacé après l’article 9.",
        "L’application de l’article 3 est suspendue pendant un an.",
        "Le deuxième alinéa de l’article 2 devient le premier alinéa.",
        "Au tableau de l’article 2, la ligne « Nord » est supprimée.",
        "L’article 2 est scindé en deux articles 2 et 2 bis.",
    ],
)
def test_what_is_not_certain_of_a_formula_is_asked(tmp_path: Path, said: str) -> None:
    found = unit(tmp_path, said)
    assert found.operations == ()
    assert [q.sentence for q in found.questions] == [said]


def test_a_new_text_between_two_articles_that_follow_each_other_is_put_there(tmp_path: Path) -> None:
    text = "Entre l’article 1er et l’article 2, il est inséré un article 1 bis ainsi rédigé :\n\n« Article 1 bis – Clés\n\nLes clés sont à la mairie. »"
    found = unit(tmp_path / "a", text)
    assert (len(found.operations), found.questions) == (1, ())
    assert lines_of(tmp_path / "a", "1 bis") == ["Les clés sont à la mairie."]
    apart = text.replace("l’article 2,", "l’article 3,")
    found = unit(tmp_path / "b", apart)
    assert found.operations == ()
    assert [q.why for q in found.questions] == ["plusieurs lectures conviennent au texte en vigueur"]


def test_a_new_first_alinea_is_put_at_the_start(tmp_path: Path) -> None:
    text = "Au début de l’article 2, il est inséré un alinéa ainsi rédigé :\n\n« Un bureau est élu. »"
    assert unit(tmp_path, text).questions == ()
    assert lines_of(tmp_path, "2") == [
        "Un bureau est élu.",
        "Le bureau se réunit chaque mois.",
        "Il compte trois membres.",
    ]


@pytest.mark.parametrize(
    ("deleted", "then", "lines"),
    [
        ("Le 1° est supprimé", "Le 2° devient le 1°", ["Il aide :", "à biner."]),
        (
            "Le 1° est supprimé",
            "Le 2° est ainsi rédigé :\n\n« 2° à tailler. »",
            ["Il aide :", "(abrogé)", "à tailler."],
        ),
    ],
)
def test_an_item_that_is_deleted_leaves_its_label_where_no_other_takes_it(
    tmp_path: Path, deleted: str, then: str, lines: list[str]
) -> None:
    root = project(tmp_path / "p")
    items = "# Article 2 – Bureau\n\nIl aide :\n\n- 1° à semer ;\n- 2° à biner.\n"
    (root / "convention/02.md").write_text(items, encoding="utf-8")
    said = f"L’article 2 est ainsi modifié :\n\n1° {deleted} ;\n\n2° {then}"
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}.{CLOSING}")], "avenant-1")
    assert (done.unsure, done.errors) == (0, ())
    assert lines_of(tmp_path, "2") == lines


@pytest.mark.parametrize(("last", "asked"), [("", 0), ("\n\nIl est élu.", 1)])
def test_a_new_dash_behind_which_lines_would_stand_is_asked_about(tmp_path: Path, last: str, asked: int) -> None:
    root = project(tmp_path / "p")
    items = f"# Article 2 – Bureau\n\nIl aide :\n\n- à semer ;\n- à biner.{last}\n"
    (root / "convention/02.md").write_text(items, encoding="utf-8")
    said = "L’article 2 est complété par un tiret ainsi rédigé :\n\n« – à tailler. »"
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert len(done.units[0].questions) == asked
    assert lines_of(tmp_path, "2")[2:] == (["à biner.", "à tailler."] if not asked else ["à biner.", "Il est élu."])


def test_a_dash_of_the_list_of_an_article_stands_behind_its_last_one(tmp_path: Path) -> None:
    for name, lines, asked in (("one", "- à biner.\n\nIl est élu.", 0), ("two", "Puis :\n\n- à biner.", 1)):
        root = project(tmp_path / name / "p")
        items = f"# Article 2 – Bureau\n\nIl aide :\n\n- à semer ;\n\n{lines}\n"
        (root / "convention/02.md").write_text(items, encoding="utf-8")
        said = "La liste des tâches de l’article 2 est complétée par le tiret suivant :\n\n« – à tailler. »"
        file = signed(tmp_path / name, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")
        assert import_act(root, [file], "avenant-1").unsure == asked
    assert lines_of(tmp_path / "one", "2") == ["Il aide :", "à semer ;", "à biner.", "à tailler.", "Il est élu."]


@pytest.mark.parametrize(
    ("said", "shapes"),
    [
        # Behind one guillemet, or one each: items of one list.
        ("Les b) et c) de l’article 2 sont remplacés par :\n\n« b) à tailler ;\n\nc) à cueillir. »", [(1, "a)"), (1, "b)"), (1, "c)")]),
        ("L’article 2 est complété par un d) et un e) ainsi rédigés :\n\n« d) à tailler ;\n\n« e) à cueillir. »", [(1, "a)"), (1, "b)"), (1, "c)"), (1, "d)"), (1, "e)")]),
        # What an item introduces stands in it.
        ("Le b) de l’article 2 est ainsi rédigé :\n\n« b) à tailler :\n\na) les buis ;\n\nb) les ifs ; »", [(1, "a)"), (1, "b)"), (2, "a)"), (2, "b)"), (1, "c)")]),
    ],
)  # fmt: skip
def test_items_behind_one_guillemet_are_of_one_list(tmp_path: Path, said: str, shapes: list[tuple[int, str]]) -> None:
    root = project(tmp_path / "p")
    items = "# Article 2 – Bureau\n\nIl aide :\n\n- a) à semer ;\n- b) à biner ;\n- c) à arroser.\n"
    (root / "convention/02.md").write_text(items, encoding="utf-8")
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    corpus, _ = read_project(root)
    assert (done.unsure, corpus is not None) == (0, True)
    document = consolidate(corpus)[0].versions[-1].document if corpus else None
    (article,) = (p for p in (document.walk() if document else ()) if p.number == "2")
    assert [(a.depth, a.label.chars) for a in article.alineas if a.label] == shapes


def test_the_list_of_an_article_is_all_of_its_dashes(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    items = "# Article 2 – Bureau\n\nIl aide :\n\n- à semer ;\n- à biner.\n\nIl est élu.\n"
    (root / "convention/02.md").write_text(items, encoding="utf-8")
    said = "La liste de l’article 2 est remplacée par la liste suivante :\n\n« – à tailler ;\n\n– à cueillir. »"
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert done.units[0].operations == ('remplacer: "2, tiret 1 à 2"',)
    assert lines_of(tmp_path, "2") == ["Il aide :", "à tailler ;", "à cueillir.", "Il est élu."]


def test_articles_make_room_before_the_new_one_takes_its_number(tmp_path: Path) -> None:
    new = "Il est inséré après l’article 1er un nouvel article 2 ainsi rédigé :\n\n« Le siège est en mairie. »"
    said = f"{new}\n\nLes articles 2 et 3 deviennent respectivement les articles 3 et 4."
    assert unit(tmp_path, said).questions == ()
    assert lines_of(tmp_path, "2") == ["Le siège est en mairie."]
    assert lines_of(tmp_path, "4") == ["La convention dure un an."]


def test_a_point_of_a_list_of_dashes_and_a_place_on_a_line_of_its_own_are_read(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    items = "# Article 2 – Bureau\n\nIl aide :\n\n- à semer ;\n- à biner.\n"
    (root / "convention/02.md").write_text(items, encoding="utf-8")
    said = "À l’article 2 :\n\n– au second point, le mot « biner » est remplacé par le mot « tailler »."
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert (done.unsure, done.errors) == (0, ())
    assert lines_of(tmp_path, "2") == ["Il aide :", "à semer ;", "à tailler."]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            "Les premier et dernier alinéas de l’article 2 sont remplacés par un alinéa ainsi rédigé :\n\n« Il aide. »",
            "un seul texte nouveau pour plusieurs parties d’un article",
        ),
        (
            "Le troisième alinéa de l’article 2 est ainsi rédigé :\n\n« Il sème. »",
            "l’alinéa de ce rang est dans une liste",
        ),
        ("Le troisième alinéa de l’article 2 est ainsi rédigé :\n\n« 2° à biner. »", ""),
        ("Les 1° et 2° de l’article 2 sont remplacés par un 1° ainsi rédigé :\n\n« 1° à biner. »", ""),
    ],
)
def test_a_text_for_parts_that_stand_apart_or_of_another_form_is_asked_about(
    tmp_path: Path, said: str, why: str
) -> None:
    root = project(tmp_path / "p")
    items = "# Article 2 – Bureau\n\nIl aide :\n\n- 1° à semer ;\n- 2° à tailler.\n\nIl est élu.\n"
    (root / "convention/02.md").write_text(items, encoding="utf-8")
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert [q.why[: len(why)] for q in done.units[0].questions] == ([why] if why else [])


def test_one_text_for_two_sentences_that_follow_one_another_stands_once(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    text = "# Article 2 – Bureau\n\nIl siège. Il vote. Il signe.\n"
    (root / "convention/02.md").write_text(text, encoding="utf-8")
    said = "Les deux premières phrases du premier alinéa de l’article 2 sont remplacées par :\n\n« Il délibère. »"
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert (done.unsure, done.errors) == (0, ())
    assert lines_of(tmp_path, "2") == ["Il délibère. Il signe."]


def test_a_new_alinea_takes_the_rank_that_it_is_said_to_have_or_is_asked_about(tmp_path: Path) -> None:
    text = "Il est ajouté à l’article 2 un troisième alinéa ainsi rédigé :\n\n« Il siège en mairie. »"
    assert unit(tmp_path / "a", text).questions == ()
    assert lines_of(tmp_path / "a", "2")[2] == "Il siège en mairie."
    root = project(tmp_path / "c" / "p")
    (root / "convention/09.md").write_text("# Annexe 1 – Lieux\n\nLa mairie.\n", encoding="utf-8")
    said = "L’annexe 1 est complétée par un deuxième alinéa ainsi rédigé :\n\n« Le parc. »"
    file = signed(tmp_path / "c", f"{OPENING}Article 1 – Lieux\n\n{said}{CLOSING}")
    assert import_act(root, [file], "avenant-1").unsure == 0
    found = unit(tmp_path / "b", text.replace("troisième", "deuxième"))
    assert found.operations == ()
    assert len(found.questions) == 1


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "À la fin de l’article 2, sont ajoutés les mots « et un secrétaire ».",
            "Il compte trois membres et un secrétaire.",
        ),
        ("Le deuxième alinéa de l’article 2 est complété par les mots « élus ».", "Il compte trois membres élus."),
        (
            "La première phrase du deuxième alinéa de l’article 2 est complétée par les mots « élus ».",
            "Il compte trois membres élus.",
        ),
    ],
)
def test_words_at_the_end_stand_before_the_full_stop(tmp_path: Path, said: str, line: str) -> None:
    assert unit(tmp_path, said).questions == ()
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque mois.", line]


def test_words_at_the_end_of_a_sentence_stand_before_the_next(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    (root / "convention/02.md").write_text("# Article 2 – Bureau\n\nIl siège. Il vote. Il signe.\n", encoding="utf-8")
    said = "La deuxième phrase du premier alinéa de l’article 2 est complétée par les mots « à main levée »."
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert (done.unsure, done.errors) == (0, ())
    assert lines_of(tmp_path, "2") == ["Il siège. Il vote à main levée. Il signe."]


@pytest.mark.parametrize(("rank", "asked"), [("troisième", 0), ("quatrième", 1), ("deuxième", 1)])
def test_a_new_dash_takes_the_rank_that_it_is_said_to_have_among_the_dashes(
    tmp_path: Path, rank: str, asked: int
) -> None:
    root = project(tmp_path / "p")
    (root / "convention/02.md").write_text(
        "# Article 2 – Bureau\n\nIl aide :\n\n- à semer ;\n- à tailler.\n", encoding="utf-8"
    )
    said = f"L’article 2 est complété d’un {rank} tiret :\n\n« – à récolter. »"
    done = import_act(root, [signed(tmp_path, f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}")], "avenant-1")
    assert len(done.units[0].questions) == asked
    assert lines_of(tmp_path, "2")[1:] == ["à semer ;", "à tailler.", *([] if asked else ["à récolter."])]


def test_a_new_title_under_its_sentence_is_words_and_no_text(tmp_path: Path) -> None:
    found = unit(tmp_path, "Le titre de l’article 2 est remplacé par le titre suivant :\n\n« Conseil »")
    assert (found.operations, found.questions) == (('renommer: "2, titre", intitulé: Conseil',), ())


@pytest.mark.parametrize(
    ("new", "operation"),
    [
        ("et un secrétaire", 'insérer-mots: "2", mots: "et un secrétaire", après: trois membres'),
        ("Un secrétaire est élu.", ""),  # a sentence, or a line
        ("a) un secrétaire", ""),  # an item
    ],
)
def test_words_announced_behind_words_go_on_with_their_line_where_they_begin_small(
    tmp_path: Path, new: str, operation: str
) -> None:
    found = unit(tmp_path, f"À l’article 2, après les mots « trois membres », il est ajouté :\n\n« {new} »")
    assert found.operations == ((operation,) if operation else ())
    assert bool(found.questions) != bool(operation)


def test_words_at_the_end_that_bring_a_stop_are_asked_about(tmp_path: Path) -> None:
    found = unit(tmp_path, "À la fin de l’article 2, sont ajoutés les mots « , et un secrétaire. ».")
    assert found.operations == ()
    assert len(found.questions) == 1


def test_one_text_for_several_articles_is_asked_about(tmp_path: Path) -> None:
    said = "Les articles 2 et 3 sont ainsi rédigés :"
    found = unit(tmp_path / "a", f"{said}\n\n« Le bureau siège. »")
    assert (found.operations, [q.sentence for q in found.questions]) == ((), [said])
    headed = "« Article 2 – Bureau\n\nLe bureau siège.\n\nArticle 3 – Durée\n\nDeux ans. »"
    assert unit(tmp_path / "b", f"{said}\n\n{headed}").questions == ()
    assert (lines_of(tmp_path / "b", "2"), lines_of(tmp_path / "b", "3")) == (["Le bureau siège."], ["Deux ans."])


@pytest.mark.parametrize(
    ("said", "number", "after"),
    [
        ("Après l’article 2, il est inséré un article 2 bis intitulé « Caisse » ainsi rédigé :", "2 bis", "2"),
        ("Il est créé, après l’article 2, un article 2 bis, intitulé « Caisse », ainsi rédigé :", "2 bis", "2"),
        ("Il est inséré un article 2 bis ayant pour titre « Caisse » et ainsi rédigé :", "2 bis", "2"),
        ("Il est ajouté à la convention un article 4 dénommé « Caisse », rédigé comme suit :", "4", "3"),
        ("La convention est complétée par un article 4 intitulé « Caisse » ainsi rédigé :", "4", "3"),
    ],
)
def test_a_sentence_may_give_the_number_the_place_and_the_heading_of_a_new_article(
    tmp_path: Path, said: str, number: str, after: str
) -> None:
    found = unit(tmp_path, f"{said}\n\n« Elle est tenue par le trésorier. »")
    written = f'insérer-après: "{after}", en: "{number}", intitulé: Caisse'
    assert (found.operations, found.questions) == ((written,), ())
    corpus, problems = read_project(tmp_path / "p")
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    articles = [p.title() for p in timeline.versions[-1].document.children]
    new = articles.index(f"Article {number} – Caisse")
    assert articles[new - 1].startswith(f"Article {after} – ")
    assert lines_of(tmp_path, number) == ["Elle est tenue par le trésorier."]
    assert list(disagreements(corpus, timeline, problems)) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Il est créé un article 5 ainsi rédigé :\n\n« Elle siège. »",
            "la place que vise la phrase n’est pas certaine",
        ),
        (
            "Il est créé un article 2 ainsi rédigé :\n\n« Elle siège. »",
            "la place que vise la phrase n’est pas certaine",
        ),
        (
            "Il est créé un article 4 ainsi rédigé :\n\n« Caisse\n\nElle siège.\n\nTrésor\n\nIl paie. »",
            "le texte nouveau commence par « Caisse » : l’intitulé de l’article, ou un alinéa ?",
        ),
        (
            "Il est créé un article 4 intitulé « Caisse » :\n\n« Article 4 – Trésor\n\nElle siège. »",
            "aucune lecture ne convient au texte en vigueur",
        ),
    ],
)
def test_a_new_article_whose_place_or_heading_is_not_certain_is_asked_about(
    tmp_path: Path, text: str, why: str
) -> None:
    found = unit(tmp_path, text)
    assert found.operations == ()
    assert [q.why for q in found.questions] == [why]


TABLES = """\
# Article 2 – Tarifs

Le jardin est payant.

Les parcelles coûtent :

| Parcelle | Prix |
| --- | --- |
| Grande | 9 |
| Petite | 5 |

Les outils coûtent :

| Outil | Prix |
| --- | --- |
| Pelle | 5 |
| Petite | 5 |
"""


@pytest.mark.parametrize(
    ("alinea", "written"),
    [
        ("deuxième", ("tableau 1",)),
        # Below the third line stands the second table; where tables count, the third is the first one.
        ("troisième", ("tableau 1", "tableau 2")),
        ("quatrième", ("tableau 2",)),  # where the first table is counted, the third line is the fourth
        ("cinquième", ("tableau 2",)),
        ("premier", ()),
    ],
)
def test_the_table_of_an_alinea_stands_right_below_it_or_counts_as_one(
    tmp_path: Path, alinea: str, written: tuple[str, ...]
) -> None:
    root = project(tmp_path / "p")
    (root / "convention/02.md").write_text(TABLES, encoding="utf-8")
    said = f"Au tableau figurant au {alinea} alinéa de l’article 2, la ligne « Petite » est supprimée."
    act = signed(tmp_path, f"{OPENING}Article 1 – Changements\n\n{said}{CLOSING}")
    found = import_act(root, [act], "avenant-1").units[0]
    ways = [f'supprimer-ligne: "2, {table}, ligne \\"Petite\\""' for table in written]
    if len(ways) == 1:
        assert (found.operations, found.questions) == (tuple(ways), ())
    else:
        assert found.operations == ()
        assert len(found.questions) == 1
        assert [reading.partition(" — donnerait")[0] for reading in found.questions[0].readings if ways] == ways


@pytest.mark.parametrize(
    "said",
    [
        "Le second alinéa de l’article 2 est ainsi complété : « Ils sont élus. »",
        "Le deuxième alinéa de l’article 2 est complété comme suit :\n\n« Ils sont élus. »",
        "À l’article 2, le deuxième alinéa est complété par les dispositions suivantes :\n\n« Ils sont élus. »",
    ],
)
def test_an_alinea_that_is_completed_goes_on_with_the_new_sentence(tmp_path: Path, said: str) -> None:
    found = unit(tmp_path, said)
    assert (found.questions, [line.partition(", dit")[0] for line in found.operations]) == (
        (),
        ['compléter: "2, al. 2"'],
    )
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque mois.", "Il compte trois membres. Ils sont élus."]


def test_an_alinea_completed_by_two_may_be_one_that_they_follow(tmp_path: Path) -> None:
    found = unit(
        tmp_path, "Le premier alinéa de l’article 2 est complété comme suit :\n\n« Il vote.\n\nIl rend compte. »"
    )
    assert (found.operations, len(found.questions)) == ((), 1)
