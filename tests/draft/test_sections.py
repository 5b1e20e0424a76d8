"""What is read of an edited file by its sections is what reading the whole of it gives, or it is left to that."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from clausier.author.draft.lay import laid, read_laid, same
from clausier.author.draft.sections import reread
from draft.edits import edited, edited_much
from draft.restructured import restructured
from drafting import document
from projects import ROOT, sound

TEXT = """\
# Article 3 – Comité

Le comité décide :

- du budget ;
- des achats.

## 3.1 – Réunions

Il se réunit deux fois par an.

## 3.2 – Votes

| Membre | Voix |
| --- | --- |
| A | 1 |

Il vote à main levée.
"""


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/site/essai"], ids=["real", "essai"])
def test_any_edit_is_read_as_the_whole_file_is(root: Path) -> None:
    compiled = sound(root, checks=False)
    files = laid(compiled.timeline.latest.document)
    texts = {name: file.markdown for name, file in files.items()}
    by_section = 0
    for seed in range(60):
        for way in (edited, edited_much, restructured):
            new = way(texts, random.Random(seed))  # noqa: S311 - a seed, so that a failure comes back
            for name, text in new.items():
                if text is None or name not in files or text == files[name].markdown:
                    continue
                found = reread(text, files[name].unit, files[name].markdown)
                if found is not None:
                    by_section += 1
                    alone = read_laid(text)
                    assert alone is not None
                    assert same(found, alone), (seed, name)
    assert by_section > 40


def test_what_has_not_changed_is_the_same_object() -> None:
    (unit,) = document(TEXT).children
    found = reread(TEXT.replace("deux fois", "trois fois"), unit, TEXT)
    assert found is not None
    assert [p.number for p in found.walk() if all(p is not old for old in unit.walk())] == ["3", "3.1"]
    assert found.children[1] is unit.children[1]
    assert found.blocks is unit.blocks


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Il se réunit", "```\nIl se réunit"),
        ("Il se réunit", "<!-- Il se réunit"),
        ("Il se réunit", "[mot]: https://exemple.fr\n\nIl se réunit"),
        ("deux fois par an.", "deux fois par an.\n---"),
        ("deux fois par an.", "deux fois par an.\n\n  ### 3.1.1 – Lieu\n\nÀ Reims."),
        ("## 3.2 – Votes", "## 3.3 – Votes"),
        ("## 3.2 – Votes", "### 3.2 – Votes"),
        ("## 3.2 – Votes\n", ""),
        ("# Article 3", "Avant.\n\n# Article 3"),
        ("- des achats.", "- des achats.\n\n1. un\n3. trois"),
        ("Il vote à main levée.\n", "Il vote à main levée.\n\n> « Cité »\n"),
        ("Il se réunit", "#Il se réunit"),  # refused: no heading, though it looks like one
    ],
)
def test_what_reaches_beyond_a_section_is_left_to_reading_the_whole(old: str, new: str) -> None:
    (unit,) = document(TEXT).children
    assert old in TEXT
    found = reread(TEXT.replace(old, new), unit, TEXT)
    alone = read_laid(TEXT.replace(old, new))
    assert found is None or (alone is not None and same(found, alone))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("deux fois par an.\n\n## 3.2", "deux fois par an.\n## 3.2"),
        ("- des achats.\n\n## 3.1", "- des achats.\n## 3.1"),
        ("Il se réunit", "####### Il se réunit"),
        ("## 3.1 – Réunions\n\n", "## 3.1 – Réunions\n"),
        ("| A | 1 |\n\nIl vote", "| A | 2 |\n\nIl vote"),
    ],
)
def test_what_a_section_holds_alone_is_read_alone(old: str, new: str) -> None:
    (unit,) = document(TEXT).children
    assert old in TEXT
    found = reread(TEXT.replace(old, new), unit, TEXT)
    alone = read_laid(TEXT.replace(old, new))
    assert found is not None
    assert alone is not None
    assert same(found, alone)


LINES = """\
# Article 3 – Comité

Le comité décide.

Il décide :

- du budget ;
- des achats.

Il se réunit deux fois par an.

1. Un vote.

Le vote est secret.

1. Un procès-verbal.

  Il est signé.

Il décide.

**Il** vote.

Il décide.

| Membre | Voix |
| --- | --- |
| A | 1 |

Fin.
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Le comité décide.", "Le bureau décide."),
        ("Le comité décide.\n\n", ""),
        ("Le comité décide.", "Le comité décide.\n\nIl rend compte.\n\nIl publie."),
        ("Le comité décide.", "Avant tout.\n\nLe comité décide."),
        ("deux fois par an.", "trois fois par an.\n\nIl rend compte."),
        ("- des achats.\n", "- des achats.\n\nLe bureau les prépare.\n"),
        ("Le vote est secret.\n\n", ""),
        ("Le vote est secret.", "Le vote est public."),
        ("Le vote est secret.", "Le vote est public :\nnul ne s’abstient."),
        ("1. Un vote.\n\n", "1. Un vote.\n\nIl a lieu.\n\n"),
        ("procès-verbal.\n", "procès-verbal.\n\nIl est bref.\n"),
        ("Il décide.\n\n**Il**", "Il décide seul.\n\n**Il**"),
        ("Il décide.\n\n| Membre", "Il décide seul.\n\n| Membre"),
        ("**Il** vote.", "Il vote."),
        ("| A | 1 |\n", "| A | 1 |\n\nLe total est de 1.\n"),
        ("Fin.", "Fin. "),
        ("Fin.", "Fin\u00a0"),
        ("Fin.\n", ""),
        ("Fin.", "Fin & suite."),
        ("Fin.", "A. Fin."),
    ],
)
def test_plain_lines_are_told_as_reading_the_whole_tells_them(old: str, new: str) -> None:
    (unit,) = document(LINES).children
    assert old in LINES
    found = reread(LINES.replace(old, new), unit, LINES)
    alone = read_laid(LINES.replace(old, new))
    assert (found is None and alone is None) or (found is not None and alone is not None and same(found, alone))


def test_beside_plain_lines_the_other_blocks_are_the_same_objects() -> None:
    (unit,) = document(LINES).children
    found = reread(LINES.replace("deux fois par an.", "une fois par an.\n\nLe bureau l’assiste."), unit, LINES)
    assert found is not None
    assert len(found.blocks) == len(unit.blocks) + 1
    assert all(one is other for one, other in zip(found.blocks[:4], unit.blocks[:4], strict=True))
    assert all(one is other for one, other in zip(found.blocks[6:], unit.blocks[5:], strict=True))
