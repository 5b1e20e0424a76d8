"""The page that counts the sentences of the text: by a rule, without one, or not accounted for."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import replace

from clausier.compile import Compiled
from clausier.emit.text_json import lacunas_json
from support.paged import pages_of
from support.projects import ROOT, sound, written

PROJECT = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-15\n",
    "convention/01.md": "# Article 1\n\nLe bureau se réunit chaque année. Il est libre & fier. Il délibère.\n\n## 1.1 – Le siège\n\nIl est à Dole.\n",
    "convention/01.regles.yml": (
        "règles:\n"
        '  - {id: rythme, nature: périodicité, article: "1", citation: "se réunit {r:périodicité}", instance: bureau}\n'
        "sans-règle:\n"
        '  - {article: "1", citation: "Il est libre & fier", motif: exposé}\n'
    ),
}


def made(root: Path, **more: str) -> Compiled:
    written(root, {**PROJECT, **more})
    return sound(root)


def page(compiled: Compiled, root: Path) -> str:
    return pages_of(compiled, root)["couverture.md"].replace("\u00a0", " ")


def test_each_sentence_is_told_with_its_rule_its_reason_or_that_nothing_is_said(tmp_path: Path) -> None:
    found = page(made(tmp_path), tmp_path)
    assert "\n# Les phrases et leurs règles\n" in found
    assert "4 phrases : 1 avec une règle, 1 sans règle, 2 dont rien n’est dit." in found
    assert re.search(r'href="#art-1">Article 1</a></th><td>1</td><td>1</td><td>1</td>', found)
    assert re.search(r'href="#art-1.1">Article 1.1</a></th><td>0</td><td>0</td><td>1</td>', found)
    lines = re.findall("<li>(.*)</li>", found)
    assert lines == [
        '« Le bureau se réunit chaque année. » <span class="by-rule"><a href="regles.html#rythme">rythme</a></span>',
        '« Il est libre &amp; fier. » <span class="no-rule">sans règle : exposé</span>',
        '« Il délibère. » <span class="left">rien n’en est dit</span>',
        '« Il est à Dole. » <span class="left">rien n’en est dit</span>',
    ]


def test_a_convention_without_rules_has_no_such_page(tmp_path: Path) -> None:
    found = made(tmp_path)
    bare = replace(found, rules=replace(found.rules, rules=(), silences=()))
    assert "couverture.md" not in pages_of(bare, tmp_path)


def test_every_sentence_of_the_real_act_is_accounted_for(real: Compiled) -> None:
    found = page(real, ROOT)
    total = re.search(r"(\d+) phrases : (\d+) avec une règle, (\d+) sans règle, 0 dont rien n’est dit", found)
    assert total
    assert int(total[1]) == int(total[2]) + int(total[3]) == len(re.findall("<li>", found))
    assert "texte non disponible" in found
    assert "Avenant n° 1, ouverture" in found


ANNEX = {
    "convention/02.md": "---\nnon-disponible: perdue\n---\n# Annexe 2\n",
    "convention/02-annexe.md": "# Annexe 1\n\nL’annexe compte.\n\n## A – Voix\n\nLe bureau siège chaque mois.\n",
    "convention/02-annexe.regles.yml": (
        "règles:\n"
        '  - {id: mois, nature: périodicité, article: "annexe 1, A", citation: "siège {r:périodicité}", instance: bureau}\n'
    ),
}


def test_an_annex_and_what_is_in_it_are_not_taken_for_articles_of_the_same_number(tmp_path: Path) -> None:
    compiled = made(tmp_path, **ANNEX)
    pages = {path: words.replace("\u00a0", " ") for path, words in pages_of(compiled, tmp_path).items()}
    headings = re.findall("^## (.*)$", pages["couverture.md"], re.MULTILINE)
    assert headings == [
        "Article 1 {#art-1}",
        "Article 1.1 {#art-1.1}",
        "Annexe 1 {#art-annexe-1}",
        "Annexe 1, A {#art-annexe-1-A}",
    ]
    assert '<a href="articles/annexe-1.html#annexe-1-A-al-1">annexe 1, A, al. 1</a>' in pages["calendrier.md"]
    found = {rule.id: rule.place.article for rule in compiled.rules.rules}
    assert found == {"rythme": "1", "mois": "annexe 1, A"}
    assert lacunas_json(compiled.timeline.latest) == [{"article": "annexe 2", "reason": "perdue"}]
