"""What waits for an event is told, whatever it changes, and of an article only what may concern it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.emit.to_come import to_come
from support.calling import answer_of, called
from support.paged import pages_of
from support.projects import sound, written


def act(number: int, header: str, words: str) -> dict[str, str]:
    folder = f"amendments/{number}"
    date = "en-vigueur: {événement: approbation}"
    return {
        f"{folder}/avenant.yml": f"id: avenant-{number}\ntitre: Avenant n° {number}\nsignature: 202{number}-01-01\n{date}\n",
        f"{folder}/01.md": f"---\nopérations:\n{header}---\n# Article 1\n\n{words}\n",
    }


FILES = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\nparties: [{id: a, nom: Commune A}]\n",
    "convention/01.md": "# Article 1\n\n## 1.1\n\nUn.\n\n## 1.2\n\nDeux.\n",
    "convention/02.md": "---\nnon-disponible: page perdue\n---\n# Article 2\n",
    "amendments/0/avenant.yml": "id: avenant-0\ntitre: Avenant n° 0\nsignature: 2020-06-01\n",
    "amendments/0/01.md": "---\nsans-effet: objet\n---\n# Article 1\n\nObjet.\n",
    **act(1, '  - {remplacer-mots: "1.2", mots: Deux, par: Second}\n', "À l’article 1.2, « Deux » est remplacé par « Second »."),
    **act(2, "  - {adhésion: b, nom: Commune B}\n", "La Commune B adhère au groupement."),
    **act(3, "  - {annuler: avenant-0}\n", "L’avenant n° 0 est annulé."),
    **act(4, '  - {remplacer-mots: "*", mots: Un, par: Premier}\n', "Dans la convention, « Un » est remplacé par « Premier »."),
}  # fmt: skip
WAITS = "(en attente de l’événement «\u00a0approbation\u00a0»)"
IN_1_2 = f"Avenant n° 1, art.\u00a01\u00a0: remplace les mots «\u00a0Deux\u00a0» par «\u00a0Second\u00a0», à l’article\u00a01.2 {WAITS}"
MEMBER = f"Avenant n° 2, art.\u00a01\u00a0: admet un membre\u00a0: Commune B {WAITS}"
FORCE = f"Avenant n° 3, art.\u00a01\u00a0: annule «\u00a0Avenant n° 0\u00a0», comme s’il n’avait jamais existé {WAITS}"
EVERYWHERE = f"Avenant n° 4, art.\u00a01\u00a0: remplace les mots «\u00a0Un\u00a0» par «\u00a0Premier\u00a0», dans toute la convention {WAITS}"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("to-come"), FILES)


def said(root: Path, *call: str) -> str:
    return called("show", *call, project=root).stdout


def coming(root: Path, *call: str) -> list[str]:
    return [line.strip() for line in said(root, *call).partition("À venir\u00a0:\n")[2].splitlines()]


def test_of_the_whole_text_all_that_waits_is_told(root: Path) -> None:
    assert coming(root) == [IN_1_2, MEMBER, FORCE, EVERYWHERE]


@pytest.mark.parametrize(
    ("target", "told"),
    [("1", [IN_1_2, EVERYWHERE]), ("1.1", [EVERYWHERE]), ("1.2", [IN_1_2, EVERYWHERE]), ("2", [EVERYWHERE])],
)
def test_of_an_article_what_may_concern_it_or_what_it_is_part_of(root: Path, target: str, told: list[str]) -> None:
    assert coming(root, target) == told


def test_a_history_ends_with_what_is_to_come(root: Path) -> None:
    told = called("history", "1.2", project=root).stdout
    assert [line.strip() for line in told.partition("À venir\u00a0:\n")[2].splitlines()] == [IN_1_2, EVERYWHERE]


def test_of_what_is_not_there_yet_all_is_told(root: Path) -> None:
    assert coming(root, "7") == [IN_1_2, MEMBER, FORCE, EVERYWHERE]


def test_an_operation_on_what_is_above_an_article_concerns_it(tmp_path: Path) -> None:
    header = '  - {abroger: "1"}\n'
    root = written(tmp_path, {**FILES, **act(1, header, "L’article 1 est abrogé.")})
    assert coming(root, "1.1") == [f"Avenant n° 1, art.\u00a01\u00a0: abroge l’article\u00a01 {WAITS}", EVERYWHERE]


def test_what_names_words_that_are_not_at_hand_may_concern_any_article(tmp_path: Path) -> None:
    header = '  - {supprimer: "2, al. 3"}\n'
    root = written(tmp_path, {**FILES, **act(1, header, "Le troisième alinéa de l’article 2 est supprimé.")})
    assert len(coming(root, "2")) == len(coming(root, "1.1")) == 2


def test_programs_and_pages_tell_of_acts_that_change_no_word(root: Path) -> None:
    answer = answer_of("show", project=root)
    assert [one["operation"] for one in answer["to_come"]] == [f"avenant-{n}/1#1" for n in (1, 2, 3, 4)]
    pages = pages_of(sound(root), root)
    for path in ("index", "versions/index"):
        page = pages[f"{path}.md"]
        told = page[page.index("À venir") :]
        assert all(f"Avenant n°\u00a0{n}</a>, en attente de l’événement" in told for n in (1, 2, 3, 4)), path


def test_a_draft_is_told_of_what_it_names_in_the_convention_alone(tmp_path: Path) -> None:
    """Article 1 of avenant n° 1 is no article 1 of the convention."""
    drafts = {
        **act(5, '  - {supprimer-mots: "avenant-1, 1", mots: "est remplacé"}\n', "À l’article 1 de l’avenant n° 1, des mots sont supprimés."),
        **act(6, '  - {supprimer-mots: "1.1", mots: Un}\n', "À l’article 1.1, le mot « Un » est supprimé."),
    }  # fmt: skip
    files = {path: re.sub(r"signature: \S+\n.*", "état: projet", words) for path, words in drafts.items()}
    found = sound(written(tmp_path, {**FILES, **files}), checks=False)
    numbers = {p.id: p.number for p in found.timeline.latest.document.walk()}
    told = to_come(found.corpus, found.timeline)
    acts = {numbers[name]: [o.common.act for o, _ in operations] for name, operations in told.items()}
    assert acts == {"1.2": ["avenant-1"], "1.1": ["avenant-6"]}
