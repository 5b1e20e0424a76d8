"""What a signed act does not say for certain is asked, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from clausier.author.intake.making import Unit
from clausier.compile import compile_project
from clausier.consolidate import consolidate
from clausier.source.acts import read_project
from intake.projects import ACT, CONVENTION, project, signed
from support.projects import written

OPENING = "AVENANT N° 1\n\nIl est convenu ce qui suit :\n\n"
CLOSING = "\n\nFait à Nord, le 12 février 2024\n"


def imported(tmp_path: Path, text: str, convention: str = CONVENTION) -> Imported:
    tmp_path.mkdir(exist_ok=True)
    written(project(tmp_path / "p") / "convention", {"convention.yml": convention})
    return import_act(tmp_path / "p", [signed(tmp_path, text)], "avenant-1")


def unit(tmp_path: Path, text: str, convention: str = CONVENTION) -> Unit:
    return imported(tmp_path, f"{OPENING}Article 1 – Changements\n\n{text}{CLOSING}", convention).units[0]


def lines_of(tmp_path: Path, number: str) -> list[str]:
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    timeline, _ = consolidate(corpus)
    document = timeline.versions[-1].document
    return [a.text.chars for p in document.walk() if p.number == number for a in p.alineas]


def test_a_whole_act_that_is_certain_leaves_nothing_to_ask(tmp_path: Path) -> None:
    done = imported(tmp_path, ACT)
    assert (done.read, done.unsure, done.errors) == (1, 0, ())
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine.", "Il compte cinq membres."]
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "signature: 2024-02-12\nen-vigueur: 2024-03-01\n" in index
    assert "  - partie: nord\n    représentée-par: Madame Une\n    qualité: maire\n" in index


def test_words_that_the_text_in_force_does_not_hold_are_asked_about(tmp_path: Path) -> None:
    said = "À l’article 2, les mots « chaque année » sont remplacés par les mots « chaque semaine »."
    found = unit(tmp_path, said)
    assert found.operations == ()
    assert [q.why for q in found.questions] == ["aucune lecture ne convient au texte en vigueur"]
    assert "chaque année" in found.questions[0].readings[0]


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        (("– ", "– "), ("", "")),
        (("― ", "― "), ("", "")),
        (("a) ", "b) "), ("a)", "b)")),
        (("1° ", "2° "), ("1°", "2°")),
    ],
)
def test_an_item_may_bear_the_guillemet_of_its_line(
    tmp_path: Path, marks: tuple[str, str], labels: tuple[str, str]
) -> None:
    lines = f"« Le bureau comprend :\n\n« {marks[0]}un président ;\n\n« {marks[1]}un trésorier.\n\n« Il siège. »"
    found = unit(tmp_path, f"L’article 2 est ainsi rédigé :\n\n{lines}")
    assert found.questions == ()
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    article = next(p for p in consolidate(corpus)[0].versions[-1].document.walk() if p.number == "2")
    assert [(a.item, a.label.chars if a.label else "", a.text.chars) for a in article.alineas] == [
        (False, "", "Le bureau comprend :"),
        (True, labels[0], "un président ;"),
        (True, labels[1], "un trésorier."),
        (False, "", "Il siège."),
    ]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("AVENANT N° 2 BIS À LA CONVENTION DU JARDIN PARTAGÉ", "Avenant n° 2 bis"),
        ("Avenant n° 1 aux statuts de l’association", "Avenant n° 1"),
        (
            "Avenant n° 60 du 5 juillet 2011 relatif aux salaires",
            "Avenant n° 60 du 5 juillet 2011 relatif aux salaires",
        ),
    ],
)
def test_the_title_of_an_act_does_not_say_again_which_text_it_changes(tmp_path: Path, title: str, shown: str) -> None:
    imported(tmp_path, ACT.replace("AVENANT N° 1", title))
    assert f"\ntitre: {shown}\n" in (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert title in (tmp_path / "p/amendments/avenant-1/00-ouverture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("quoted", "certain"),
    [
        ("Le bureau se réunit chaque mois.", True),
        ("Le bureau …", True),
        ("Le bureau se réunit", False),  # all of the alinéa, or these words of it?
        ("Il compte trois membres.", False),
    ],
)
def test_an_alinea_is_the_one_whose_words_are_quoted_beside_its_number(
    tmp_path: Path, quoted: str, *, certain: bool
) -> None:
    said = f"Dans l’article 2, l’alinéa 1 « {quoted} » est modifié comme suit :"
    found = unit(tmp_path, f"{said}\n\n« Le bureau, représenté par son président, se réunit. »")
    assert [q.readings for q in found.questions] == (
        [] if certain else [(f'remplacer: "2, al. 1" — l’alinéa désigné n’est pas « {quoted} »',)]
    )
    if certain:
        assert lines_of(tmp_path, "2")[0] == "Le bureau, représenté par son président, se réunit."


@pytest.mark.parametrize("number", ["Art. 2. – ", "Article 2. ", "Article 2 : ", "ARTICLE 2 – "])
def test_a_number_before_the_sentence_of_an_article_is_no_part_of_it(tmp_path: Path, number: str) -> None:
    found = unit(tmp_path, f"L’article 2 est ainsi rédigé :\n\n« {number}Le bureau se réunit souvent.\n\n« Il siège. »")
    assert found.questions == ()
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit souvent.", "Il siège."]


def test_the_number_of_another_article_before_the_sentence_is_asked_about(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 est ainsi rédigé :\n\n« Art. 3. – Le bureau se réunit souvent. »")
    assert [q.readings for q in found.questions] == [('remplacer: "2" — le texte nouveau est numéroté 3, la cible 2',)]


def test_new_text_between_the_quotes_of_a_plain_keyboard_is_new_text(tmp_path: Path) -> None:
    found = unit(
        tmp_path,
        'L’article 2 est ainsi rédigé :\n\n"Le bureau se réunit "souvent".\n\nIl compte trois membres."\n\n'
        'L’article 2 est complété par un alinéa ainsi rédigé : "Il est élu."',
    )
    assert found.questions == ()
    assert lines_of(tmp_path, "2") == ['Le bureau se réunit "souvent".', "Il compte trois membres.", "Il est élu."]


def test_words_between_them_behind_a_colon_are_none(tmp_path: Path) -> None:
    found = unit(tmp_path, 'À l’article 2, les mots : "trois membres" sont remplacés par les mots : "six membres".')
    assert found.questions == ()
    assert lines_of(tmp_path, "2")[1:] == ["Il compte six membres."]


@pytest.mark.parametrize("marks", ["«»", "“”"])
def test_new_text_stands_on_the_line_of_its_sentence_or_below_between_any_quotes(tmp_path: Path, marks: str) -> None:
    first, last = marks[0], marks[1]
    for number, new in enumerate(
        (
            f" {first}Le bureau est dit “restreint”.{last}",
            f"\n\n{first}Le bureau est dit “restreint”.\n\nIl est modifié chaque année.{last}",
        )
    ):
        found = unit(tmp_path / str(number), f"L’article 2 est remplacé par :{new}")
        assert (found.operations, found.questions) == (('remplacer: "2"',), ())
        lines = ["Le bureau est dit “restreint”.", "Il est modifié chaque année."]
        assert lines_of(tmp_path / str(number), "2") == lines[: number + 1]


@pytest.mark.parametrize(
    ("heading", "first", "last"),
    [("Bureau", "« ", " »"), ("BUREAU", "« ", " »"), ("Bureau", "“", "”"), ("Bureau", '"', '"')],
)
def test_a_new_text_that_begins_with_the_heading_of_its_article_is_headed_so(
    tmp_path: Path, heading: str, first: str, last: str
) -> None:
    new = f"{first}{heading}\n\nLe bureau siège.\n\nIl vote.{last}"
    found = unit(tmp_path, f"L’article 2 est remplacé par :\n\n{new}")
    assert (found.operations, found.questions) == (('remplacer: "2"',), ())
    assert lines_of(tmp_path, "2") == ["Le bureau siège.", "Il vote."]
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    article = next(p for p in consolidate(corpus)[0].versions[-1].document.walk() if p.number == "2")
    assert article.heading is not None
    assert article.heading.chars == heading


def test_a_heading_that_the_sentence_quotes_is_that_of_the_new_text(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 « Bureau » est remplacé par :\n\n« Bureau\n\nIl siège.\n\nIl vote. »")
    assert found.questions == ()
    assert lines_of(tmp_path, "2") == ["Il siège.", "Il vote."]


def test_a_first_line_that_may_be_a_new_heading_is_asked_about(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 est remplacé par :\n\n« Comité restreint\n\nIl siège.\n\nIl vote. »")
    assert [q.why[:32] for q in found.questions] == ["le texte nouveau commence par « "]


def test_a_quote_that_is_never_closed_is_asked_about(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 est remplacé par :\n\n“Le bureau siège.\n\nIl vote.")
    assert (found.operations, [q.why for q in found.questions]) == ((), ["la citation n’est jamais refermée"])


def test_what_follows_a_new_text_says_when_the_act_is_in_force(tmp_path: Path) -> None:
    clause = "Le présent avenant entre en vigueur le 1er mars 2027."
    text = f"{OPENING}Article 1 – Changements\n\nL’article 2 est remplacé par :\n\n« Il siège. »\n\n{clause}{CLOSING}"
    assert imported(tmp_path, text).unsure == 0
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "\nen-vigueur: 2027-03-01\n" in index


@pytest.mark.parametrize(
    ("named", "unsure"), [("L’avenant n° 1", 0), ("Le présent avenant n° 1", 0), ("L’avenant n° 2", 1)]
)
def test_an_act_may_call_itself_by_its_number_where_it_says_when_it_is_in_force(
    tmp_path: Path, named: str, unsure: int
) -> None:
    done = imported(tmp_path, ACT.replace("Le présent avenant entre", f"{named} entre"))
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert (done.unsure, "\nen-vigueur: 2024-03-01\n" in index) == (unsure, not unsure)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (
            "Le bureau compte sept membres.",
            ["le texte dit «\u00a0Il compte cinq membres.\u00a0»\u00a0: est-ce remplacé\u00a0?"],
        ),
        ("Le bureau compte cinq membres.", []),  # as the act has made it
        ("L’annexe jointe fait partie de la convention.", ["le texte n’a pas cette annexe"]),
    ],
)
def test_what_an_act_says_of_its_own_is_asked_about_where_the_text_that_it_makes_says_otherwise(
    tmp_path: Path, sentence: str, why: list[str]
) -> None:
    done = imported(tmp_path, ACT.replace("Article 2 –", f"Article 2 – Divers\n\n{sentence}\n\nArticle 3 –"))
    assert [q.why for q in done.units[1].questions] == why


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (
            "Le nombre de réunions est adapté en tant que de besoin.",
            "phrase non comprise\u00a0: elle dit peut-être un change",
        ),
        (
            "Le bureau prévu à l’article 2 siège en mairie.",
            "phrase non comprise\u00a0: elle dit peut-être un changement",
        ),
        ("La convention dure deux ans.", "le texte dit «\u00a0La convention dure un an.\u00a0»"),
        ("La Ville d’Arzac adhère à la convention.", "cette phrase change peut-être les membres"),
        ("Les parties s’en félicitent.", ""),
        ("Il compte cinq membres.", ""),  # as the new text says
    ],
)
def test_what_stands_behind_a_new_text_and_says_a_change_is_asked_about(
    tmp_path: Path, sentence: str, why: str
) -> None:
    done = imported(tmp_path, ACT.replace("cinq membres. »", f"cinq membres. »\n\n{sentence}"))
    assert [(q.sentence, q.why[: len(why)]) for q in done.units[0].questions] == [(sentence, why)] * bool(why)
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine.", "Il compte cinq membres."]


@pytest.mark.parametrize(("new", "asked"), [("chaque mois", 1), ("chaque semaine", 0)])
def test_a_change_told_before_the_order_that_makes_it_is_not_asked_about(tmp_path: Path, new: str, asked: int) -> None:
    order = f"À l’article 2, les mots « chaque mois » sont remplacés par les mots « {new} »."
    other = "À l’article 1, les mots « aux écoles » sont remplacés par les mots « à tous »."
    found = unit(tmp_path, f"La réunion du bureau est adaptée.\n\n{order if not asked else other}")
    assert [q.why for q in found.questions] == [
        "le texte dit «\u00a0Le bureau se réunit chaque mois.\u00a0»\u00a0: est-ce changé, et en quels mots\u00a0?"
    ] * asked


def test_straight_quotes_that_are_no_pairs_are_asked_about(tmp_path: Path) -> None:
    found = unit(tmp_path, 'L’article 2 est ainsi rédigé :\n\n"Le bureau se réunit.\n\nIl compte trois membres.')
    assert [q.why for q in found.questions] == ["la citation n’est jamais refermée"]


def test_words_that_it_holds_are_replaced(tmp_path: Path) -> None:
    found = unit(tmp_path, "À l’article 2, les mots « chaque mois » sont remplacés par les mots « chaque semaine ».")
    assert found.questions == ()
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine.", "Il compte trois membres."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("L’article 2 est revu dans l’esprit de la réunion.", "phrase non comprise"),
        ("À l’article 2, les mots « » sont supprimés.", "aucune lecture ne convient au texte en vigueur"),
        (
            "L’article 2 est ainsi rédigé :\n\nLe bureau se réunit.\n\nIl s’applique aux jardins ouverts.",
            "le texte nouveau n’est pas entre guillemets",
        ),
        ("L’article 2 est ainsi rédigé :\n\n« Le bureau se réunit.", "la citation n’est jamais refermée"),
        # Its own number, « Article 1 », is no place in the convention.
        ("Le premier alinéa est ainsi rédigé :\n\n« Un autre objet. »", "la place que vise la phrase n’est pas"),
        ("L’article 9 est abrogé.", "aucune lecture ne convient au texte en vigueur"),
        ("L’article 2 de l’avenant n° 7 est abrogé.", "la phrase vise peut-être un autre texte"),
        ("L’article 2 du règlement intérieur est abrogé.", "la phrase vise peut-être un autre texte"),
        ("La commune de l’Est demande son adhésion à la convention.", "cette phrase change peut-être les membres"),
        (
            "Par dérogation à l’article 2, le bureau compte cinq membres en 2026.",
            "cette phrase déroge à une stipulation",
        ),
        ("La présente clause déroge à l’article 2.", "cette phrase déroge à une stipulation"),
        (
            "L’article 2 est ainsi rédigé :\n\n« Le bureau se réunit […] en mairie. »",
            "le texte nouveau laisse une partie de côté",
        ),
        ("Il est dérogé à l’article 2.", "cette phrase déroge à une stipulation"),
        ("L’article 2 disparaît.", "phrase non comprise"),
        ("L’article 2 s’applique également aux communes associées.", "cette phrase dit à quoi s’applique"),
        ("L’article 2 est applicable jusqu’au 31 décembre 2026.", "cette phrase dit jusqu’à quand s’applique"),
        ("La durée de la convention est de deux ans.", "le texte dit « La convention dure un an. »"),
        ("Le nombre de membres est porté à cinq.", "phrase non comprise"),
        ("Le bureau se réunit désormais chaque semaine.", "phrase non comprise"),
        (
            "Les réunions déjà convoquées restent régies par l’article 2 dans sa rédaction antérieure.",
            "cette phrase dit à quoi s’applique quelle rédaction",
        ),
        (
            "L’article 2 demeure applicable dans sa rédaction antérieure aux réunions déjà convoquées.",
            "cette phrase dit à quoi s’applique quelle rédaction",
        ),
        ("L’article 2 est ainsi rédigé :\n\n« 2.1 – Réunions du bureau. »", "ligne numérotée"),
        # A change beside what stays or when it begins.
        ("Le nombre des réunions demeure inchangé, celui des membres passe de trois à cinq.", "phrase non comprise"),
        ("Le bureau est porté à cinq membres et le nombre des réunions reste inchangé.", "phrase non comprise"),
        (
            "Le bureau est porté à cinq membres à compter de l’entrée en vigueur du présent avenant.",
            "phrase non comprise",
        ),
    ],
)
def test_what_is_not_certain_is_a_question(tmp_path: Path, text: str, why: str) -> None:
    found = unit(tmp_path, text)
    assert found.operations == ()
    assert [q.why[: len(why)] for q in found.questions] == [why]
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque mois.", "Il compte trois membres."]


@pytest.mark.parametrize(
    "text",
    [
        "Le nombre de réunions prévu à l’article 2 s’établit à deux par mois, contre une auparavant.",
        "Il est tenu compte des vacances, l’article 2 s’entendant ainsi.",
        "On supprimera de l’article 3 ce qui est échu.",
        "Le terme « écoles » ne convient plus.",
    ],
)
def test_an_article_of_which_nothing_is_read_and_that_speaks_of_the_text_is_not_without_effect(
    tmp_path: Path, text: str
) -> None:
    found = unit(tmp_path, text)
    assert ([q.sentence for q in found.questions], found.without) == ([text], "")


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("Article 1 – Article 2 de la convention", True),
        ("Article 1 : le terme « écoles » s’efface", True),
        ("Article 1 – Bureau (article 2)", True),
        ("Article 1 – Réunions", False),
    ],
)
def test_above_words_of_which_nothing_is_read_a_heading_that_speaks_of_the_text_is_asked_about(
    tmp_path: Path, heading: str, *, asked: bool
) -> None:
    found = imported(tmp_path, f"{OPENING}{heading}\n\nUne fois par an.{CLOSING}").units[0]
    assert ([q.sentence for q in found.questions], not found.without) == ([heading] * asked, asked)


@pytest.mark.parametrize(
    "text",
    [
        "Les stipulations de la convention qui ne sont pas modifiées par le présent avenant demeurent inchangées.",
        "Les autres stipulations sont inchangées.",
        "Les stipulations de la convention, autres que celles qui sont modifiées par le présent avenant, restent applicables.",
    ],
)
def test_what_stays_as_it_is_changes_nothing(tmp_path: Path, text: str) -> None:
    found = unit(tmp_path, text)
    assert (found.operations, found.questions, found.without) == ((), (), "clause de maintien")


@pytest.mark.parametrize(
    "clause",
    [
        "Le présent avenant pourra être révisé ou dénoncé dans les conditions prévues à l’article 2.",
        "Il pourra également être révisé à tout moment.",
        "Toute demande de révision devra être portée à la connaissance des signataires.",
        "La convention a été modifiée à plusieurs reprises.",
        "Les dispositions du présent avenant ont été rédigées en considération des jardins voisins.",
        "Toute demande de révision est notifiée aux parties, par lettre recommandée.",
        "Le présent avenant est établi en vertu des dispositions de l’article L. 5111-1 du code général des collectivités territoriales relatives à « l’entente ».",
    ],
)
def test_what_the_act_says_of_itself_is_not_asked_about(tmp_path: Path, clause: str) -> None:
    assert unit(tmp_path, clause).questions == ()


@pytest.mark.parametrize(("then", "asked"), [("2", 0), ("3", 1)])
def test_what_announces_the_change_of_an_article_that_follows_is_not_asked_about(
    tmp_path: Path, then: str, asked: int
) -> None:
    text = f"Le présent avenant modifie l’article 2.\n\nNouveau texte\n\nL’article {then} est ainsi rédigé :\n\n« Le bureau siège. »"
    done = imported(tmp_path, f"{OPENING}Article 1 – Changements\n\n{text}{CLOSING}")
    assert ([q.sentence for q in done.units[0].questions], done.errors) == (
        ["Le présent avenant modifie l’article 2."] * asked,
        (),
    )
    assert lines_of(tmp_path, then) == ["Le bureau siège."]


@pytest.mark.parametrize(
    "clause", ["La durée a été abrogée.", "La durée est également révisée.", "La durée est portée à deux ans."]
)
def test_what_may_order_is_asked_about_though_no_place_is_named(tmp_path: Path, clause: str) -> None:
    assert [(q.sentence, q.why.split("\u00a0:")[0]) for q in unit(tmp_path, clause).questions] == [
        (clause, "phrase non comprise")
    ]


def test_an_act_of_which_no_sentence_is_read_as_a_change_is_asked_about(tmp_path: Path) -> None:
    done = imported(tmp_path, f"{OPENING}Article 1 – Nouvelle liste\n\nLe bureau comprend six membres.{CLOSING}")
    assert [q.why for q in done.questions] == ["aucune phrase de cet acte n’a été lue comme un changement"]
    assert [d.code.id for d in compile_project(tmp_path / "p")[1] if d.severity == "error"] == ["AMD122"]


def test_what_corrects_an_earlier_amendment_is_asked_with_its_target(tmp_path: Path) -> None:
    imported(tmp_path, ACT)
    says = "À l’article 1 de l’avenant n° 1, les mots « chaque semaine » sont remplacés par les mots « chaque jour »."
    text = f"{OPENING}Article 1 – Changements\n\n{says}{CLOSING}"
    done = import_act(tmp_path / "p", [signed(tmp_path, text)], "avenant-2")
    assert [q.readings for q in done.units[0].questions] == [
        ('remplacer-mots: avenant-1, 1, mots: "chaque semaine", par: "chaque jour"',)
    ]


def test_what_derogates_is_not_told_as_an_account(tmp_path: Path) -> None:
    """Where the act orders a change as well, the question stays, and the operation is written."""
    found = unit(
        tmp_path,
        "À l’article 2, les mots « chaque mois » sont remplacés par les mots « chaque semaine ».\n\n"
        "Par dérogation à l’article 1, l’objet est provisoire.",
    )
    assert len(found.operations) == 1
    assert [q.readings for q in found.questions] == [("sans-effet: dérogation",)]


def test_a_question_is_an_error_so_that_nothing_unsure_is_published(tmp_path: Path) -> None:
    unit(tmp_path, "L’article 9 est abrogé.")
    compiled, found = compile_project(tmp_path / "p", checks=False)
    assert [(d.code.id, d.span.path) for d in found if d.severity == "error"] == [
        ("AMD122", "amendments/avenant-1/01-article-1-changements.md")
    ]
    assert compiled is not None
    assert not compiled.sound


@pytest.mark.parametrize(
    ("closing", "signature", "asked"),
    [
        ("Fait à Nord, le 12 février 2024", "signature: 2024-02-12", 0),
        ("Fait à Nord, le 1er mars 2024", "signature: 2024-03-01", 0),
        ("Fait à Nord, le 3/12/2024", "signature: 2024-12-03", 0),
        ("Fait à Nord, le … février 2024", "signature: 2024-02\n", 0),
        ("Fait à Nord, le             2024", "signature: 2024\n", 0),
        ("Fait à Nord, le", "état: projet", 1),
        ("Fait à Nord, le 2 mars 2024, et à Sud, le 3 mars 2024", "état: projet", 1),
    ],
)
def test_the_day_of_signature_is_the_one_that_stands_there(
    tmp_path: Path, closing: str, signature: str, asked: int
) -> None:
    done = imported(tmp_path, ACT.replace("Fait à Nord, le 12 février 2024", closing))
    assert len(done.questions) == asked
    assert signature in (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("clause", "force"),
    [
        ("Le présent avenant entre en vigueur à sa signature.", "en-vigueur: signature\n"),
        (
            "Le présent avenant prend effet à compter de sa signature par la dernière des parties.",
            "en-vigueur: dernière-signature\n",
        ),
        (
            "Le présent avenant entrera en vigueur dès qu’il aura acquis son caractère exécutoire.",
            "en-vigueur: caractère-exécutoire\n",
        ),
        (
            "Le présent avenant prend effet à sa notification.",
            "en-vigueur: {événement: notification-avenant-1}\n",
        ),
        ("Le présent avenant entre en vigueur le 1er avril 2024.", "en-vigueur: 2024-04-01\n"),
        (
            "Le présent avenant entre en vigueur à sa signature et au plus tôt le 1er avril 2024.",
            "en-vigueur: {événement: signature, au-plus-tôt: 2024-04-01}\n",
        ),
        ("Le présent avenant entre en vigueur au plus tard le 1er avril 2024.", ""),
        ("L’article 2 du présent avenant entre en vigueur le 1er avril 2024.", ""),
        (
            "Le présent avenant entre en vigueur le premier jour du mois qui suit son dépôt.",
            "en-vigueur: {événement: depot-avenant-1, puis: premier-du-mois-suivant}\n",
        ),
        ("Le présent avenant entre en vigueur le premier jour du trimestre qui suit son dépôt.", ""),
        (
            "Le présent avenant est conclu pour une durée indéterminée. Il entre en vigueur à sa signature.",
            "en-vigueur: signature\n",
        ),
        ("Le présent avenant crée un comité. Il entre en vigueur à sa signature.", ""),
        (
            "L’article 3 « Entrée en vigueur » est abrogé. Le présent avenant prend effet le 1er avril 2024.",
            "en-vigueur: 2024-04-01\n",
        ),
    ],
)
def test_the_entry_into_force_is_the_one_that_is_said_or_is_asked(tmp_path: Path, clause: str, force: str) -> None:
    done = imported(tmp_path, ACT.replace("Le présent avenant entre en vigueur le 1er mars 2024.", clause))
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert (force in index) if force else ("\nen-vigueur:" not in index)
    assert [q.readings[-1] for q in done.questions] == ["en-vigueur: AAAA-MM-JJ"] * (not force)


@pytest.mark.parametrize(
    ("clause", "force", "asked"),
    [
        ("Les présentes modifications entrent en vigueur le 1er mars 2024.", "en-vigueur: 2024-03-01\n", 0),
        ("Ces modifications entrent en vigueur le 1er mars 2024.", "", 1),
    ],
)
def test_an_act_without_articles_says_too_when_it_is_in_force(
    tmp_path: Path, clause: str, force: str, asked: int
) -> None:
    change = "L’article 3 est remplacé par : « La convention, représentée par un bureau, dure deux ans. »"
    done = imported(tmp_path, f"RÉSOLUTION\n\n{change}\n\n{clause}\n\nFait à Nord, le 12 février 2024\n")
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert (force in index) if force else ("\nen-vigueur:" not in index)
    assert [question.sentence for question in done.questions] == [clause] * asked


def test_a_clause_behind_the_number_of_its_article_is_no_heading(tmp_path: Path) -> None:
    text = f"{OPENING}Article 1 : L’article 2 est abrogé.\n\nArticle 2 : Le présent avenant entre en vigueur le 1er mai 2024.{CLOSING}"
    imported(tmp_path, text)
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "\nen-vigueur: 2024-05-01\n" in index
    written = sorted(path.name for path in (tmp_path / "p/amendments/avenant-1").glob("0[1-9]*.md"))
    assert written == ["01-article-1.md", "02-article-2.md"]


@pytest.mark.parametrize(
    "clause",
    [
        "Toutefois, l’article 1 s’applique à compter du 1er septembre 2024.",
        "Son article 1 n’est applicable qu’à compter du 1er septembre 2024.",
        "Les stipulations de l’article 1 prennent effet au 1er septembre 2024.",
        "L’article 1 produit ses effets dès le 1er septembre 2024.",
    ],
)
def test_a_part_that_has_its_own_date_leaves_that_of_the_act_to_be_said(tmp_path: Path, clause: str) -> None:
    said = "Le présent avenant entre en vigueur le 1er mars 2024."
    done = imported(tmp_path, ACT.replace(said, f"{said} {clause}"))
    index = (tmp_path / "p/amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "\nen-vigueur:" not in index
    assert [q.sentence for q in done.questions] == [said, clause]
    assert {q.readings[0] for q in done.questions} == {"en-vigueur: 2024-03-01"}


def test_a_heading_inside_a_quotation_is_new_text(tmp_path: Path) -> None:
    text = (
        "L’article 3 est remplacé par les dispositions suivantes :\n\n"
        "« Article 3 – Durée\n\nLa convention dure deux ans. »"
    )
    done = imported(tmp_path, f"{OPENING}Article 1 – Durée\n\n{text}{CLOSING}")
    assert len(done.units) == 1
    assert (done.unsure, lines_of(tmp_path, "3")) == (0, ["La convention dure deux ans."])


def with_a_list(tmp_path: Path, text: str) -> Unit:
    root = project(tmp_path / "p")
    words = "# Article 4 – Outils\n\nOn prête :\n\n- des pelles ;\n- des râteaux.\n\nOn ne prête pas de tondeuse.\n"
    (root / "convention/04.md").write_text(words, encoding="utf-8")
    act = f"{OPENING}Article 1 – Changements\n\n{text}{CLOSING}"
    return import_act(root, [signed(tmp_path, act)], "avenant-1").units[0]


def test_an_alinea_that_two_counts_name_otherwise_is_asked_about(tmp_path: Path) -> None:
    found = with_a_list(tmp_path, "Le deuxième alinéa de l’article 4 est supprimé.")
    assert found.operations == ()
    (asked,) = found.questions
    assert asked.why == "plusieurs lectures conviennent au texte en vigueur"
    assert [reading.partition(" — ")[0] for reading in asked.readings] == [
        'supprimer: "4, al. 2"',
        'supprimer: "4, al. 4"',
    ]


def test_quoted_words_tell_which_count_is_meant(tmp_path: Path) -> None:
    found = with_a_list(
        tmp_path, "Au deuxième alinéa de l’article 4, les mots « de tondeuse » sont remplacés par les mots « de scie »."
    )
    assert found.questions == ()
    assert lines_of(tmp_path, "4")[-1] == "On ne prête pas de scie."


def test_modified_as_follows_may_announce_a_list_of_changes(tmp_path: Path) -> None:
    found = unit(
        tmp_path,
        "L’article 2 est modifié comme suit :\n\n"
        "1° Au premier alinéa, les mots « chaque mois » sont remplacés par les mots « chaque semaine » ;\n\n"
        "2° Le deuxième alinéa est supprimé.",
    )
    assert found.questions == ()
    assert lines_of(tmp_path, "2") == ["Le bureau se réunit chaque semaine."]


def test_modified_may_mean_a_part_where_little_is_quoted(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 est modifié comme suit :\n\n« Il compte cinq membres. »")
    assert found.operations == ()
    assert [q.why for q in found.questions] == ["« est modifié » : tout le texte, ou la seule partie citée ?"]


def test_a_number_that_the_new_text_does_not_bear_is_asked_about(tmp_path: Path) -> None:
    text = (
        "Après l’article 3, il est inséré un article 3 bis ainsi rédigé :\n\n« Article {} – Outils\n\nOn les prête. »"
    )
    assert unit(tmp_path, text.format("3 ter")).operations == ()
    assert unit(tmp_path / "b", text.format("3 bis")).operations == ('insérer-après: "3"',)


@pytest.mark.parametrize(
    "text",
    [
        "« Réunions du bureau\n\nLe bureau se réunit chaque semaine. »",
        "« Article 2\n\nRéunions du bureau\n\nIl siège.\n\nComposition\n\nIl a trois membres. »",  # headings within it ?
    ],
)
def test_a_first_line_that_may_be_the_heading_is_asked_about(tmp_path: Path, text: str) -> None:
    found = unit(tmp_path, f"L’article 2 est ainsi rédigé :\n\n{text}")
    assert found.operations == ()
    assert [q.why[:32] for q in found.questions] == ["le texte nouveau commence par « "]


@pytest.mark.parametrize(
    ("order", "number", "operation"),
    [
        ("L’article 2 est ainsi rédigé :", "2", 'remplacer: "2"'),
        ("L’article 2 « Bureau » est remplacé par un article ainsi rédigé :", "2", 'remplacer: "2"'),
        ("Il est créé un article 4 :", "4", 'insérer-après: "3"'),
        ("Après l’article 2, il est inséré un article 2 bis ainsi rédigé :", "2 bis", 'insérer-après: "2"'),
    ],
)
def test_the_line_under_the_number_of_an_article_is_its_heading(
    tmp_path: Path, order: str, number: str, operation: str
) -> None:
    found = unit(tmp_path, f"{order}\n\n« Article {number}\n\nComité restreint\n\nIl siège.\n\nIl vote. »")
    assert (found.operations, found.questions) == ((operation,), ())
    assert f"## « Article {number} Comité restreint" in (tmp_path / "p/amendments/avenant-1" / found.file).read_text()
    corpus, _ = read_project(tmp_path / "p")
    assert corpus is not None
    article = next(p for p in consolidate(corpus)[0].versions[-1].document.walk() if p.number == number)
    assert article.heading is not None
    assert article.heading.chars == "Comité restreint"
    assert lines_of(tmp_path, number) == ["Il siège.", "Il vote."]


_LONG = "Le bureau se réunit à la demande de la présidence ou du tiers de ses membres, au moins chaque mois, et rend compte de ce qu’il fait à tous les membres du jardin."


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (f"1.1. {_LONG}", 0),  # an alinéa that is longer than any heading
        ("1.1. Le bureau se réunit.", 0),  # a sentence
        ("1.1. Réunions du bureau.", 1),
        (f"1 – {_LONG}", 1),  # the text in force has an article 1
    ],
)
def test_a_numbered_line_that_is_longer_than_a_heading_or_a_sentence_is_an_alinea(
    tmp_path: Path, line: str, asked: int
) -> None:
    found = unit(tmp_path, f"L’article 1 est remplacé par :\n\n« Le jardin a un bureau.\n\n{line} »")
    assert [q.why for q in found.questions] == ["ligne numérotée : un intitulé, ou un alinéa ?"] * asked
    if not asked:
        assert lines_of(tmp_path, "1") == ["Le jardin a un bureau.", line]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("« Comité restreint\n\nIl siège. »", 0),
        ("« Composition\n\nIl a trois membres.\n\nRéunions\n\nIl siège. »", 1),
        ("« Sont membres\n\na) le maire ;\n\nb) le président. »", 1),
    ],
)
def test_a_new_article_has_a_heading_where_every_other_has(tmp_path: Path, text: str, asked: int) -> None:
    found = unit(tmp_path, f"Après l’article 3, il est inséré un article 4 ainsi rédigé :\n\n{text}")
    assert [q.why[:32] for q in found.questions] == ["le texte nouveau commence par « "] * asked
    if not asked:
        corpus, _ = read_project(tmp_path / "p")
        assert corpus is not None
        article = next(p for p in consolidate(corpus)[0].versions[-1].document.walk() if p.number == "4")
        assert article.heading is not None
        assert article.heading.chars == "Comité restreint"
        assert lines_of(tmp_path, "4") == ["Il siège."]


@pytest.mark.parametrize(("number", "asked"), [("9", 0), ("2", 1)])
def test_a_heading_between_guillemets_begins_no_article_of_the_act(tmp_path: Path, number: str, asked: int) -> None:
    text = f"« Article 3 – Durée\n\nUn an.\n\nArticle {number} – Outils\n\nOn les prête. »"
    done = imported(tmp_path, f"{OPENING}Article 1 – Durée\n\nL’article 3 est remplacé par :\n\n{text}{CLOSING}")
    assert [unit.heading for unit in done.units] == ["Article 1 – Durée"]
    assert len(done.questions) == asked  # one that bears the number of the act’s next article may be that
    assert done.units[0].operations == ()


def test_an_article_named_by_another_heading_is_asked_about(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 « Trésorerie » est abrogé.")
    assert found.operations == ()
    assert "ne porte pas l’intitulé « Trésorerie »" in found.questions[0].readings[0]
    assert unit(tmp_path / "b", "L’article 2 « Bureau » est abrogé.").operations == ('abroger: "2"',)


def test_an_act_is_tried_on_the_text_as_it_stood_when_it_was_signed(tmp_path: Path) -> None:
    root = project(tmp_path / "p")
    later = ACT.replace("2024", "2025").replace("chaque semaine", "chaque jour")
    import_act(root, [signed(tmp_path, later)], "avenant-2")
    said = "À l’article 2, les mots « chaque mois » sont remplacés par les mots « chaque lundi »."
    earlier = f"{OPENING}Article 1 – Bureau\n\n{said}{CLOSING}"
    assert import_act(root, [signed(tmp_path, earlier)], "avenant-1").unsure == 0


def test_lines_that_amend_below_a_new_text_leave_its_extent_uncertain(tmp_path: Path) -> None:
    text = "L’article 2 est ainsi rédigé :\n\nLe bureau est complété.\n\nIl est remplacé chaque année."
    found = unit(tmp_path, text)
    assert found.operations == ()
    assert found.questions


def test_new_text_behind_its_sentence_on_one_line_is_new_text(tmp_path: Path) -> None:
    said = "Article 1 : L’article 3 est ainsi rédigé : « La convention dure deux ans. »"
    done = imported(tmp_path, f"{OPENING}{said}{CLOSING}")
    assert [(u.heading, u.operations, u.questions) for u in done.units] == [("Article 1 :", ('remplacer: "3"',), ())]
    assert lines_of(tmp_path, "3") == ["La convention dure deux ans."]


def test_two_quotations_that_follow_each_other_are_asked_about(tmp_path: Path) -> None:
    found = unit(
        tmp_path, "L’article 3 est ainsi rédigé :\n\n« La convention dure deux ans. »\n\n« Elle se renouvelle. »"
    )
    assert found.operations == ()
    assert "deux citations se suivent" in found.questions[0].why


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ("L’article 2 de l’accord du 3 mai 2011 est abrogé.", "accord du 3 mai 2011"),
        (
            "L’article 2 « Carrière » de la convention collective nationale susvisée est abrogé.",
            "convention collective nationale",
        ),
    ],
)
def test_a_sentence_on_another_agreement_changes_nothing_here(tmp_path: Path, said: str, act: str) -> None:
    title = CONVENTION.replace("Convention du jardin", "Accord du jardin")
    found = unit(tmp_path, said, title)
    assert (found.operations, found.questions) == ((), ())
    assert found.without == f"modifie un autre texte\u00a0: {act}"
    compiled, _ = compile_project(tmp_path / "p")
    assert compiled is not None
    assert {d.code.id for d in compiled.diagnostics if d.severity == "error"} == {"AMD122"}  # when it enters into force


@pytest.mark.parametrize(
    "said",
    [
        "L’article 2 de l’accord du 1er janvier 2020 est abrogé.",  # the day of this one
        "L’article 2 de la convention collective susvisée est abrogé.",  # no day, and no heading, tells
        "L’article 2 « Bureau » de la convention collective susvisée est abrogé.",  # which has that heading here
        "L’article 2 de la convention est abrogé.",
    ],
)
def test_a_sentence_that_may_be_on_this_text_is_not_passed_over(tmp_path: Path, said: str) -> None:
    found = unit(tmp_path, said, CONVENTION.replace("Convention du jardin", "Accord du jardin"))
    assert found.operations == ('abroger: "2"',)


@pytest.mark.parametrize(
    ("brought", "lines"),
    [
        ("Le bureau se réunit.", ["Le bureau se réunit."]),
        ("Le bureau comprend :\n\n– un maire ;\n\n– un élu.", ["Le bureau comprend :", "un maire ;", "un élu."]),
        # The last line rewords one that stands there: those above it are of the new text too.
        (
            "Le bureau se réunit chaque an.\n\nIl élit un maire.\n\nIl compte neuf membres.\n\nLes autres articles restent inchangés.",
            ["Le bureau se réunit chaque an.", "Il élit un maire.", "Il compte neuf membres."],
        ),
    ],
)
def test_a_line_a_list_or_what_ends_as_the_text_in_force_needs_no_guillemets(
    tmp_path: Path, brought: str, lines: list[str]
) -> None:
    found = unit(tmp_path, f"L’article 2 est ainsi rédigé :\n\n{brought}")
    assert (found.operations, found.questions) == (('remplacer: "2"',), ())
    assert lines_of(tmp_path, "2") == lines


@pytest.mark.parametrize(
    "brought",
    [
        "Le bureau comprend :\n\n– un maire ;\n\n– un élu.\n\nLes mandats en cours sont maintenus.",
        "Le bureau se réunit.\n\n« Il siège. »",
        "Le bureau se réunit chaque an.\n\nLe maire en rend compte aux communes.",
        "Le bureau se réunit chaque an.\n\nIl compte neuf membres.\n\nLe maire en rend compte aux communes.",
        "Les autres articles demeurent inchangés.",
    ],
)
def test_lines_that_may_be_of_the_act_itself_are_not_taken_for_the_new_text(tmp_path: Path, brought: str) -> None:
    found = unit(tmp_path, f"L’article 2 est ainsi rédigé :\n\n{brought}")
    assert found.operations == ()
    assert found.questions


@pytest.mark.parametrize(
    ("said", "operation", "line"),
    [
        (
            "Au début de l’article 2, sont insérées les deux phrases suivantes : « Il siège. Il vote. »",
            'insérer-avant: "2, al. 1, phr. 1"',
            "Il siège. Il vote. Le bureau se réunit chaque mois.",
        ),
        (
            "À l’article 2, les mots « , composé d’élus, » sont remplacés par les mots « des élus ».",
            'remplacer-mots: "2", mots: ", composé d’élus,", par: "des élus"',
            "Le bureau des élus se réunit chaque mois.",
        ),
    ],
)
def test_what_goes_into_a_line_goes_in_with_its_spaces(tmp_path: Path, said: str, operation: str, line: str) -> None:
    tmp_path.mkdir(exist_ok=True)
    old = (
        "Le bureau, composé d’élus, se réunit chaque mois." if "composé" in said else "Le bureau se réunit chaque mois."
    )
    written(project(tmp_path / "p") / "convention", {"02.md": f"# Article 2 – Bureau\n\n{old}\n"})
    text = f"{OPENING}Article 1 – Changements\n\n{said}{CLOSING}"
    found = import_act(tmp_path / "p", [signed(tmp_path, text)], "avenant-1").units[0]
    assert (found.operations, found.questions) == ((operation,), ())
    assert lines_of(tmp_path, "2") == [line]


def test_a_guillemet_behind_a_dash_opens_a_quotation(tmp_path: Path) -> None:
    found = unit(tmp_path, "L’article 2 est modifié ainsi :\n\n- « chaque mois » est remplacé par « chaque an ».")
    assert (found.operations, found.questions) == (('remplacer-mots: "2", mots: "chaque mois", par: "chaque an"',), ())
