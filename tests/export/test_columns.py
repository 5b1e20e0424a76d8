"""The tableau comparatif: the old text on the left, the new on the right, what differs told, and the act behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import given

from clausier.emit.redline import SAME
from clausier.export.word.columns import columns_docx
from export.test_tracked_changes import SOME, TABLE, real
from export.test_word_files import well_made
from export.word_reader import W, body, part
from properties.oracle import Story
from properties.stories import stories
from properties.test_laws import after, timeline
from support.projects import sound, written


@dataclass
class Side:
    """A cell: its words, those of them that are struck, those that are underlined."""

    words: str = ""
    struck: str = ""
    underlined: str = ""


def rows(content: bytes) -> list[list[Side]]:
    """The rows of the comparison, its header left out: one cell where a provision is named, two where texts face."""
    tables = part(content, "word/document.xml").iter(f"{W}tbl")
    return [[_side(c) for c in r.findall(f"{W}tc")] for t in tables for r in t.findall(f"{W}tr")[1:]]


def _side(cell: ET.Element) -> Side:
    side = Side()
    for run in cell.iter(f"{W}r"):
        words = "".join("\t" if e.tag == f"{W}tab" else e.text or "" for e in run)
        side.words += words
        side.struck += words if run.find(f"{W}rPr/{W}strike") is not None else ""
        side.underlined += words if run.find(f"{W}rPr/{W}u") is not None else ""
    return side


def words(lines: Iterable[str]) -> set[str]:
    """The words of a story: the figures by which each differs from any other, and the letters before them."""
    return {w.lower() for w in re.findall(r"[^\W\d_]+\d+", " ".join(lines))}


@SOME
@given(stories())
def test_what_one_text_alone_has_is_marked_there_and_the_rest_is_the_same_on_both_sides(story: Story) -> None:
    made = timeline(story)
    for count in range(1, len(story.acts) + 1):
        content = columns_docx(made, after(made, count - 1), after(made, count))
        well_made(content)
        facing = [(r[0], r[1]) for r in rows(content) if len(r) == 2]
        for left, right in facing:
            assert (left.underlined, right.struck) == ("", "")
            assert len(left.words) - len(left.struck) == len(right.words) - len(right.underlined)
        old, new = words(story.text(count - 1)), words(story.text(count))
        assert words(left.struck for left, _ in facing) >= old - new
        assert words(right.underlined for _, right in facing) >= new - old
        assert words(left.words for left, _ in facing) <= old
        assert words(right.words for _, right in facing) <= new


@SOME
@given(stories(most_acts=1))
def test_two_texts_that_are_the_same_are_said_to_be(story: Story) -> None:
    made = timeline(story)
    content = columns_docx(made, after(made, 0), after(made, 0))
    assert rows(content) == []
    assert SAME.fr in [getattr(block, "text", "") for block in body(content)]


def test_each_provision_that_changes_is_named_with_the_act_and_article_that_changed_it() -> None:
    made = real()
    content = columns_docx(made, *made.versions)
    named = [r[0].words.replace("\u00a0", " ") for r in rows(content) if len(r) == 1]
    assert named == [
        "Article 2 – Objet du groupement de commandes (Avenant n° 1, art. 2)",
        "Article 6 – Coordonnateur et Pilote du groupement de commandes (Avenant n° 1, art. 3)",
        "6.3 – Désignation du pilote (Avenant n° 1, art. 3)",
        "6.4 – Missions du pilote (Avenant n° 1, art. 3)",
        "7.1 – Définitions des besoins (Avenant n° 1, art. 4)",
        "Article 8 – La Gouvernance (Avenant n° 1, art. 5)",
        "8.1 – Assemblée Générale (AG) annuelle (Avenant n° 1, art. 5)",
        "8.2 – Comité Stratégique (COSTRAT) (Avenant n° 1, art. 5)",
        "8.3 – Comité de Gouvernance (COGOUV) (Avenant n° 1, art. 5)",
        "8.4 – Comités de Suivi Trimestriels (CST) (Avenant n° 1, art. 5)",
        "8.5 – Phase de construction (Avenant n° 1, art. 5)",
    ]


def test_words_that_were_not_at_hand_are_not_shown_as_taken_out() -> None:
    made = real()
    gaps = [
        s for r in rows(columns_docx(made, *made.versions)) for s in r if s.words.startswith("[Texte non disponible")
    ]
    assert gaps
    assert {s.struck + s.underlined for s in gaps} == {""}


def test_lines_and_rows_that_stay_stand_on_both_sides(tmp_path: Path) -> None:
    made = sound(written(tmp_path, TABLE), checks=False).timeline
    beside = [[side.words.replace("\u00a0", " ") for side in r] for r in rows(columns_docx(made, *made.versions))]
    assert beside == [
        ["Article 1 – Voix (Avenant n° 1, art. 1)"],
        ["Les voix sont :", "Les voix sont :"],
        ["Membre | Voix", "Membre | Voix"],
        ["Aube | 1", "Aube | 1"],
        ["Marne | 2", "Marne | 4"],
        ["Meuse | 3", ""],
        ["", "Vosges | 5"],
        ["Elles sont publiques.", "Elles sont publiques."],
    ]
