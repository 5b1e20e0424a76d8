"""An act that takes the words of several rules away: one finding for a file, and that file with the end of each."""

from __future__ import annotations

from pathlib import Path

from clausier.compile import compile_project
from support.projects import written

INDEX = "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties:\n  - {id: a, nom: Commune A}\n"
ACT = "id: avenant-1\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n"
ARTICLE = "# Article 1 – Comité\n\nLe comité se réunit chaque mois. Il statue à l’unanimité. Nul ne peut détenir plus de deux pouvoirs.\n\n# Article 2\n\nRien.\n"
CHANGE = "---\nopérations:\n  - remplacer: 1\n---\n# Article 1\n\nL’article 1 est ainsi rédigé :\n\n> « Le comité est dissous. »\n"
RULES = """\
règles:
  - id: rythme
    nature: périodicité
    article: "1"
    citation: >-
      se réunit
      {rythme:périodicité}
    instance: comite
  - citation: "à l’{seuil:fraction}"
    id: majorite
    nature: majorité
    article: "1"
    instance: comite
    assiette: ensemble
  - {id: pouvoirs, nature: pouvoir, article: "1", citation: "plus de {limite:entier} pouvoirs", instance: comite}
"""
ENDED = """\
règles:
  - id: rythme
    nature: périodicité
    article: "1"
    fin: avenant-1
    citation: >-
      se réunit
      {rythme:périodicité}
    instance: comite
  - fin: avenant-1
    citation: "à l’{seuil:fraction}"
    id: majorite
    nature: majorité
    article: "1"
    instance: comite
    assiette: ensemble
  - {id: pouvoirs, nature: pouvoir, article: "1", fin: avenant-1, citation: "plus de {limite:entier} pouvoirs", instance: comite}
"""


def project(root: Path, rules: str) -> Path:
    written(root / "convention", {"convention.yml": INDEX, "01.md": ARTICLE, "01.regles.yml": rules})
    written(root / "amendments/2021-avenant-1", {"avenant.yml": ACT, "01.md": CHANGE})
    return root


def test_one_finding_names_the_rules_of_a_file_and_has_the_file_in_which_they_end(tmp_path: Path) -> None:
    root = project(tmp_path, RULES)
    _, found = compile_project(root, checks=False)
    (gone,) = (d for d in found if d.severity == "error")
    assert gone.code.id == "RUL205"
    assert (
        gone.message.text("fr")
        == "les mots des règles «\u00a0rythme\u00a0», «\u00a0majorite\u00a0», «\u00a0pouvoirs\u00a0» ne sont plus dans le texte (avenant-1)"
    )
    assert [(label.span.line, label.message.text("en")) for label in gone.labels] == [
        (9, "those of “majorite”"),
        (15, "those of “pouvoirs”"),
    ]
    assert gone.mended == ENDED
    (root / "convention/01.regles.yml").write_text(gone.mended, encoding="utf-8")
    compiled, found = compile_project(root)
    assert compiled
    assert found == ()
    assert {rule.versions for rule in compiled.rules.rules} == {("convention",)}


def test_one_rule_alone_is_told_as_such_with_its_file(tmp_path: Path) -> None:
    alone = RULES.partition("  - citation")[0]
    _, found = compile_project(project(tmp_path, alone), checks=False)
    assert [d.message.text("fr") for d in found] == [
        "les mots de la règle «\u00a0rythme\u00a0» ne sont plus dans le texte (avenant-1)"
    ]
    assert found[0].mended == ENDED.partition("  - fin")[0]


def test_a_rule_written_between_braces_on_several_lines_ends_there_too(tmp_path: Path) -> None:
    braces = 'règles:\n  - {id: rythme, nature: périodicité, article: "1",\n    citation: "se réunit {rythme:périodicité}", instance: comite}\n'
    _, found = compile_project(project(tmp_path, braces), checks=False)
    assert [(d.code.id, d.mended) for d in found] == [
        ("RUL205", braces.replace("citation:", "fin: avenant-1, citation:"))
    ]


def test_no_file_is_offered_where_the_words_do_not_stand_behind_their_key(tmp_path: Path) -> None:
    apart = RULES.partition("  - citation")[0].replace(
        "citation: >-\n      se réunit\n      {rythme:périodicité}", 'citation:\n      "se réunit {rythme:périodicité}"'
    )
    _, found = compile_project(project(tmp_path, apart), checks=False)
    assert [(d.code.id, d.mended) for d in found] == [("RUL205", "")]
