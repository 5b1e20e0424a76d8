"""A redline as a Word file: accepted it is the new text, rejected the old one, by a reader that shares nothing with it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from clausier.consolidate import Timeline
from clausier.export.composed import changes_composed, version_composed
from clausier.export.identity import TRACKED
from clausier.export.word.document import word
from export.word_reader import changes, text
from properties.oracle import Story
from properties.stories import stories
from properties.test_laws import LAW, after, timeline
from support.projects import real_convention, sound, written

# A document takes longer to write and to read back than a text to be made.
SOME = settings(LAW, max_examples=max(15, LAW.max_examples // 3))


def as_the_oracle(lines: list[str]) -> list[str]:
    """Lines of a Word file in the form in which the oracle shows a text: a unit's table behind its lines."""
    shown: list[str] = []
    rows: list[str] = []
    for line in (*lines, "Heading1||"):
        plain = line.replace("\u00a0", " ")
        if plain.startswith("~"):
            rows.append(plain)
            continue
        style, _, words = plain.split("|", 2)
        if style.startswith("Heading"):
            shown += rows
            rows = []
            shown.append("# " + words.removeprefix("Article ").replace(" – ", " ", 1))
        else:
            label, tab, rest = words.partition("\t")
            depth = style.removeprefix("Element") if style.startswith("Element") else "0"
            shown.append(f"{depth}|{label.replace('–', '') if tab else ''}|{rest if tab else words}")
    return shown[:-1]


def unnumbered(lines: list[str]) -> list[str]:
    return [re.sub(r"^(\w+)\|[^|]*\|", r"\1||", line) for line in lines]


@SOME
@given(stories(), st.integers(0, 4), st.integers(0, 4))
def test_accepted_it_is_the_oracles_new_text_and_rejected_the_old_one(story: Story, one: int, other: int) -> None:
    made = timeline(story)
    first, last = (min(n, len(story.acts)) for n in (one, other))  # backwards too
    redline = word(changes_composed(made, after(made, first), after(made, last), TRACKED))
    assert as_the_oracle(text(redline)) == story.text(last), [a.name for a in story.acts]
    assert as_the_oracle(text(redline, accept=False)) == story.text(first), [a.name for a in story.acts]


@SOME
@given(stories())
def test_every_change_between_two_versions_bears_the_act_between_them_and_its_day(story: Story) -> None:
    made = timeline(story)
    for count in range(1, len(story.acts) + 1):
        found = changes(word(changes_composed(made, after(made, count - 1), after(made, count), TRACKED)))
        assert {(c.author, c.date) for c in found} <= {(f"Avenant {count}", f"{2000 + count}-01-01T00:00:00Z")}


@SOME
@given(stories())
def test_over_several_acts_each_word_bears_the_one_that_wrote_or_took_it(story: Story) -> None:
    made = timeline(story)
    own = re.compile(r"(?<=[a-z])\d+")  # each word of a story is told from any other by its own figure
    texts = [set(own.findall(" ".join(story.text(n)))) for n in range(len(story.acts) + 1)]
    found = changes(word(changes_composed(made, after(made, 0), after(made, len(story.acts)), TRACKED)))
    moved = {a.name for a in story.acts} & {"move", "renumber"}  # what they take from one place is in another
    for change in found if not moved else ():
        for figure in own.findall(change.text):
            there = [figure in text for text in texts]
            if there[0] and there[-1]:
                continue  # a line of which too little stays goes and comes whole
            act = there.index(change.kind == "ins")  # the first text in which it is, or no longer is
            assert change.author == f"Avenant {act}", (change, [a.name for a in story.acts])


@SOME
@given(stories())
def test_a_version_alone_says_the_oracles_text(story: Story) -> None:
    made = timeline(story)
    for count in range(len(story.acts) + 1):
        assert as_the_oracle(text(word(version_composed(made, after(made, count))))) == story.text(count)


def real() -> Timeline:
    return real_convention().timeline


def test_the_redline_of_the_real_amendment_is_both_its_texts() -> None:
    made = real()
    for old, new in pairwise(made.versions):
        redline = word(changes_composed(made, old, new, TRACKED))
        assert text(redline) == unnumbered(text(word(version_composed(made, new))))
        assert text(redline, accept=False) == unnumbered(text(word(version_composed(made, old))))
        assert {c.author for c in changes(redline)} == {"Avenant n°\u00a01"}
        assert {c.date for c in changes(redline)} == {None}  # the act leaves its day and month blank


TABLE = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
    "convention/01.md": (
        "# Article 1 – Voix\n\nLes voix sont :\n\n| Membre | Voix |\n| --- | --- |\n| Aube | 1 |\n| Marne | 2 |\n| Meuse | 3 |\n\n"
        "Elles sont publiques.\n"
    ),
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": (
        "---\nopérations:\n"
        '  - {remplacer-mots: \'1, tableau 1, ligne "Marne"\', mots: "2", par: "4"}\n'
        "  - {supprimer-ligne: '1, tableau 1, ligne \"Meuse\"'}\n"
        "  - {ajouter-ligne: '1, tableau 1', cellules: [Vosges, \"5\"]}\n"
        "---\n# Article 1\n\nLe tableau de l’article 1 est ainsi modifié.\n"
    ),
}


def test_in_a_table_the_cells_and_the_rows_that_change_are_marked_alone(tmp_path: Path) -> None:
    made = sound(written(tmp_path, TABLE), checks=False).timeline
    old, new = made.versions
    redline = word(changes_composed(made, old, new, TRACKED))
    assert text(redline) == unnumbered(text(word(version_composed(made, new))))
    assert text(redline, accept=False) == unnumbered(text(word(version_composed(made, old))))
    marked = [(c.kind, c.text) for c in changes(redline) if c.text]
    assert marked == [("del", "2"), ("ins", "4"), ("del", "Meuse"), ("del", "3"), ("ins", "Vosges"), ("ins", "5")]
