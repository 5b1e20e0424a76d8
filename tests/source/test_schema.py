from __future__ import annotations

from pathlib import Path

import pytest

from clausier import schemas
from clausier.catalogue import CODES
from clausier.source.schema import check_node, plain
from clausier.source.schema.errors import MOST, explain
from clausier.source.yaml import read_yaml
from source.schema_cases import GOOD, LEAST, OPERATIONS, check, found
from support.projects import ROOT


@pytest.mark.parametrize(("schema", "text"), GOOD)
def test_what_the_formats_say_is_accepted(schema: str, text: str) -> None:
    assert found(schema, text) == []


def test_a_case_stands_for_every_verb() -> None:
    whole = schemas.load("article-avenant")
    forms = {schemas.resolve(form, whole)["required"][0] for form in whole["$defs"]["operation"]["oneOf"]}
    assert {operation.partition(":")[0] for operation in OPERATIONS.split("---\n")} == forms


@pytest.mark.parametrize(
    "path", [*ROOT.glob("convention/*.yml"), *ROOT.glob("amendments/*/*.yml")], ids=lambda p: p.name
)
def test_the_real_files_fit(path: Path) -> None:
    schema = "regles" if path.name.endswith(".regles.yml") else path.stem
    assert found(schema, path.read_text(encoding="utf-8")) == []


OP = "opérations:\n  - "


BAD: list[tuple[str, str, list[tuple[str, int, int]]]] = [
    # keys
    ("avenant", LEAST["avenant"] + "signataire: x\n", [("SRC401", 4, 1)]),
    ("avenant", "id: a\nsignature: 2022\n", [("SRC402", 1, 1)]),
    ("avenant", "id: a\ntitre: x\n", [("SRC402", 1, 1)]),
    ("avenant", "id: a\ntitre: x\nétat: signé\n", [("SRC402", 1, 1)]),
    ("avenant", "id: a\ntitré: x\nsignatures: 2022\n", [("SRC401", 3, 1)]),
    ("convention", "id: c\n", [("SRC402", 1, 1), ("SRC402", 1, 1)]),
    ("avenant", LEAST["avenant"] + "titré: b\n", [("SRC104", 4, 1)]),
    ("regles", "remarque: []\n", [("SRC401", 1, 1)]),
    # choices
    ("avenant", LEAST["avenant"] + "état: brouillon\n", [("SRC403", 4, 7)]),
    ("convention", LEAST["convention"] + "complète: peut-être\n", [("SRC403", 4, 11)]),
    ("convention", LEAST["convention"] + "complète: [oui]\n", [("SRC405", 4, 11)]),
    ("article-avenant", OP + "abroger: 8\n    lecture: après\n", [("SRC403", 3, 14)]),
    ("article-avenant", OP + "abroger: 8\n    en-vigueur: dernière-signatur\n", [("SRC403", 3, 17)]),
    # dates
    ("avenant", "id: a\ntitre: x\nsignature: 21/06/2022\n", [("TIM101", 3, 12)]),
    ("avenant", "id: a\ntitre: x\nsignature: 2022-02-30\n", [("TIM101", 3, 12)]),
    ("avenant", "id: a\ntitre: x\nsignature: 2023-02-29\n", [("TIM101", 3, 12)]),
    ("avenant", "id: a\ntitre: x\nsignature: 2022-13\n", [("TIM101", 3, 12)]),
    ("avenant", "id: a\ntitre: x\nsignature: 0000\n", [("TIM101", 3, 12)]),
    ("avenant", "id: a\ntitre: x\nsignature: ''\n", [("SRC407", 3, 12)]),
    ("avenant", LEAST["avenant"] + "en-vigueur: [2022]\n", [("SRC405", 4, 13)]),
    ("avenant", LEAST["avenant"] + "en-vigueur: {motif: x}\n", [("SRC411", 4, 13)]),
    (
        "avenant",
        LEAST["avenant"] + "en-vigueur: {pas-avant: 2022-6}\n",
        [("SRC402", 4, 13)] * 2 + [("TIM101", 4, 25)],
    ),
    ("avenant", LEAST["avenant"] + "en-vigueur: {présumée: hier, motif: x}\n", [("TIM101", 4, 24)]),
    (
        "avenant",
        LEAST["avenant"] + "en-vigueur: {événement: Été, puis: demain}\n",
        [("SRC406", 4, 25), ("SRC403", 4, 36)],
    ),
    ("avenant", LEAST["avenant"] + "événements: {fin: demain}\n", [("TIM101", 4, 19)]),
    ("avenant", LEAST["avenant"] + "formalités: {a: {délibération: {date: x}}}\n", [("TIM101", 4, 39)]),
    # numbers
    ("article-avenant", OP + "abroger: 8\n    citation: 1\n", [("SRC401", 3, 5)]),
    ("article-avenant", OP + "remplacer: 8\n    citation: deux\n", [("SRC404", 3, 15)]),
    ("article-avenant", OP + "remplacer: 8\n    citation: 0\n", [("SRC404", 3, 15)]),
    ("article-avenant", OP + "supprimer-mots: 8\n    mots: a\n    occurrences: partout\n", [("SRC404", 4, 18)]),
    # shapes
    ("avenant", "- id\n", [("SRC405", 1, 1)]),
    ("avenant", "id\n", [("SRC405", 1, 1)]),
    ("avenant", "id: a\ntitre: [x]\nsignature: 2022\n", [("SRC405", 2, 8)]),
    ("avenant", LEAST["avenant"] + "signataires: aube\n", [("SRC405", 4, 14)]),
    ("avenant", LEAST["avenant"] + "état: {projet: oui}\n", [("SRC405", 4, 7)]),
    ("article-avenant", "opérations:\n  remplacer: 8\n", [("SRC405", 2, 3)]),
    ("article-avenant", 'opérations:\n  - compléter:"6"\n', [("SRC405", 2, 5)]),
    ("article-avenant", OP + "abroger: {article: 8}\n", [("SRC405", 2, 14)]),
    # forms
    ("avenant", "id: Avenant 1\ntitre: x\nsignature: 2022\n", [("SRC406", 1, 5)]),
    ("avenant", 'id: "avenant-1\\n"\ntitre: x\nsignature: 2022\n', [("SRC406", 1, 5)]),
    ("avenant", LEAST["avenant"] + "événements: {Le jour: 2022}\n", [("SRC406", 4, 14)]),
    ("avenant", LEAST["avenant"] + "avertissements-admis: [{code: txt1, motif: x}]\n", [("SRC406", 4, 31)]),
    ("article-avenant", OP + "abroger: 8\n    empreinte: xyz\n", [("SRC406", 3, 16)]),
    ("article-avenant", OP + "abroger: |\n      8\n", [("SRC406", 2, 14)]),
    # empty, too few
    ("avenant", "id: a\ntitre: ''\nsignature: 2022\n", [("SRC407", 2, 8)]),
    ("avenant", LEAST["avenant"] + "signataires: []\n", [("SRC407", 4, 14)]),
    ("article", "{}\n", [("SRC407", 1, 1)]),
    ("article-avenant", "opérations: []\n", [("SRC407", 1, 13)]),
    ("article-avenant", OP + "abroger: ''\n", [("SRC407", 2, 14)]),
    ("article-avenant", OP + "fusion: [a]\n    en: b\n", [("SRC414", 2, 13)]),
    # verbs
    ("article-avenant", OP + "remplace: 8\n", [("SRC408", 2, 5)]),
    ("article-avenant", OP + "mots: a\n    modifier: 8\n", [("SRC408", 3, 5)]),
    ("article-avenant", OP + "renommer: 6\n    intitulé: a\n    compléter: 6\n", [("SRC409", 4, 5)]),
    ("article-avenant", OP + "intitulé: a\n", [("SRC410", 2, 5)]),
    ("article-avenant", OP + "{}\n", [("SRC410", 2, 5)]),
    # choices of keys
    ("article-avenant", OP + "insérer-mots: 8\n    mots: a\n", [("SRC412", 2, 5)]),
    ("article-avenant", OP + "déplacer: 8\n    après: a\n    avant: b\n", [("SRC413", 4, 5)]),
    ("article-avenant", "note: x\n", [("SRC412", 1, 1)]),
    ("article-avenant", "sans-effet: x\nopérations: [{abroger: 8}]\n", [("SRC413", 2, 1)]),
    # everything, not the first
    (
        "article-avenant",
        "opérations:\n  - remplace: 8\n  - abroger: 8\n    mot: a\n  - fusion: [a]\nnotes: x\n",
        [("SRC408", 2, 5), ("SRC401", 4, 5), ("SRC402", 5, 5), ("SRC414", 5, 13), ("SRC401", 6, 1)],
    ),
]


@pytest.mark.parametrize(("schema", "text", "expected"), BAD)
def test_what_does_not_fit_is_said_at_its_key_or_value(
    schema: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert found(schema, text) == expected


def test_every_code_has_a_case_above() -> None:
    said = {code for _, _, expected in BAD for code, _, _ in expected}
    # SRC415 is for a schema with forms of its own, below: none of ours.
    assert {code.id for code in CODES if code.id.startswith("SRC4")} - said == {"SRC415"}


@pytest.mark.parametrize(
    ("schema", "text", "said"),
    [
        ("avenant", LEAST["avenant"] + "signataire: x\n", "voulait-on dire « signataires » ?"),
        ("avenant", LEAST["avenant"] + "zzz: x\n", "clés possibles ici : id, titre, signature"),
        ("article-avenant", OP + "remplacer: 8\n    mots: a\n", "« mots » accompagne remplacer-mots, insérer-mots"),
        ("article-avenant", OP + "remplacer-mots: 8\n    mots: a\n", "ajouter « par: » : les mots nouveaux"),
        ("article-avenant", OP + "remplace: 8\n", "voulait-on dire « remplacer » ?"),
        ("article-avenant", OP + "modifier: 8\n", "verbes possibles : remplacer, compléter"),
        ("article-avenant", OP + "abroger: 8\n    lecture: resultat\n", "voulait-on dire « résultat » ?"),
        ("avenant", LEAST["avenant"] + "état: brouillon\n", "choix possibles : signé, projet"),
        ("avenant", LEAST["avenant"] + "en-vigueur: {motif: x}\n", "pas-avant, événement, présumée"),
        ("avenant", "id: Région Grand Est\ntitre: x\nsignature: 2022\n", ": region-grand-est"),
        ("avenant", "id: É%\ntitre: x\nsignature: 2022\n", "chiffres et traits d’union : e"),
        ("avenant", "id: '%'\ntitre: x\nsignature: 2022\n", "chiffres et traits d’union : commune-a"),
        ("article-avenant", OP + "supprimer-mots: 8\n    mots: a\n    occurrences: x\n", "ou « toutes »"),
        ("article-avenant", "opérations:\n  abroger: 8\n", "commencer chaque élément par un tiret"),
        ("article-avenant", "opérations: [abroger]\n", "écrire « clé: valeur »"),
        ("regles", "règles: [{nature: majorite, id: a, article: 8}]\n", "voulait-on dire « majorité » ?"),
        ("regles", "règles: [{id: a, article: 8}]\n", "ajouter « nature: »"),
    ],
)
def test_the_help_names_what_was_meant(schema: str, text: str, said: str) -> None:
    first = check(schema, text)[1][0]
    assert first.help is not None
    assert said in first.help.text("fr").replace("\u00a0", " ")
    assert first.help.text("en") != first.help.text("fr")


def test_a_second_verb_points_to_the_first() -> None:
    (diagnostic,) = check("article-avenant", OP + "renommer: 6\n    compléter: 6\n")[1]
    assert [(label.span.line, label.span.column) for label in diagnostic.labels] == [(2, 5)]


def test_a_key_misspelt_is_not_also_reported_missing() -> None:
    assert found("article-avenant", OP + "remplacer-mots: 8\n    mot: a\n    part: b\n") == [
        ("SRC401", 3, 5),
        ("SRC401", 4, 5),
    ]


def test_a_long_value_is_quoted_short_and_on_one_line() -> None:
    (diagnostic,) = check("avenant", LEAST["avenant"] + 'état: "' + "très\\n" * 50 + '"\n')[1]
    message = diagnostic.message.text("fr")
    assert "\n" not in message
    assert "…" in message
    assert len(message) < 120


def test_keys_get_their_accents_back_where_they_are_ours_and_only_there() -> None:
    text = (
        "operations:\n  - remplacer-mots: 8\n    mots: regles\n    par: règles\n"
        "    en-vigueur: {evenement: delai, au-plus-tot: 2022}\n    note-d-edition: x\n"
    )
    node, diagnostics = check("article-avenant", text)
    assert diagnostics == ()
    assert plain(node) == {
        "opérations": [
            {
                "remplacer-mots": "8",
                "mots": "regles",
                "par": "règles",
                "en-vigueur": {"événement": "delai", "au-plus-tôt": "2022"},
                "note-d-édition": "x",
            }
        ]
    }
    node, diagnostics = check("avenant", LEAST["avenant"] + "evenements: {delai: 2022}\n")
    assert diagnostics == ()
    assert plain(node)["événements"] == {"delai": "2022"}


def test_a_verb_without_its_accents_is_known() -> None:
    node, diagnostics = check("article-avenant", "operations:\n  - inserer-apres: 8\n  - reunir: [8, 9]\n    en: 8\n")
    assert diagnostics == ()
    assert [next(iter(o)) for o in plain(node)["opérations"]] == ["insérer-après", "réunir"]


def test_a_key_twice_through_its_accents_keeps_the_first() -> None:
    node, (diagnostic,) = check("avenant", LEAST["avenant"] + "etat: projet\nétat: signé\n")
    assert diagnostic.code.id == "SRC104"
    assert [label.span.line for label in diagnostic.labels] == [4]
    assert plain(node)["état"] == "projet"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("mots: La mission #1", 22),
        ("mots: mission #1", 19),
        ("mots: 10 #1", 14),
        ("dit: est complété  # note", 24),
        ("source: loi # x", 17),
        ("note: x # y", 13),
        ("en-vigueur: 2022-06-21  # note", None),
        ("en-vigueur: dernière-signature  # note", None),
        ("lecture: avant  # note", None),
        ("occurrences: 2  # note", None),
        ("occurrences: toutes  # note", None),
        ("après-acte: avenant-1  # note", None),
        ("empreinte: 0123abcd  # note", None),
        ('note: "x"  # note', None),
    ],
)
def test_a_comment_may_follow_dates_numbers_choices_and_ids_but_no_free_text(line: str, column: int | None) -> None:
    mots = "" if line.startswith("mots") else "    mots: La\n"
    expected = [("SRC108", 3, column)] if column else []
    assert found("article-avenant", OP + "supprimer-mots: 8\n    " + line + "\n" + mots) == expected


@pytest.mark.parametrize(
    ("target", "lost"), [("8.1", False), ("préambule", False), ("8.1, al. 9", True), ('"8.1, al. 9"', False)]
)
def test_a_comment_may_follow_a_target_of_one_word(target: str, lost: bool) -> None:  # noqa: FBT001 - given by its name
    assert bool(found("article-avenant", OP + f"abroger: {target}  # note\n")) is lost


def test_what_the_reader_has_reported_is_not_reported_again() -> None:
    for text in (
        OP + "abroger:\n",
        OP + "abroger: ~\n    en-vigueur:\n",
        "opérations:\n",
        OP + "fusion: [a, ~]\n    en:\n",
    ):
        node, problems = read_yaml("f.yml", text)
        assert problems
        assert node is not None
        assert check_node(node, "article-avenant")[1] == ()


def test_a_file_of_another_kind_altogether_is_explained_up_to_a_bound() -> None:
    assert (
        len(
            check("avenant", LEAST["avenant"] + "événements:\n" + "".join(f"  e{i}: x\n" for i in range(MOST + 500)))[1]
        )
        == MOST
    )
    many = check("avenant", LEAST["avenant"] + "".join(f"titres{i}: x\n" for i in range(300)))[1]
    assert len(many) == 300


@pytest.mark.parametrize("schema", [{"uniqueItems": True}, {"items": {"oneOf": [{"minLength": 1}, {"maxLength": 2}]}}])
def test_a_reason_that_no_message_knows_is_said_all_the_same(schema: dict[str, object]) -> None:
    node, _ = read_yaml("f.yml", "[a, a]")
    assert node is not None
    assert {d.code.id for d in explain(plain(node), node, schema)} == {"SRC415"}
