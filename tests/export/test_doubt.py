"""A day whose text is undetermined: from its document, each text that is possible can be read whole, and no other."""

from __future__ import annotations

import copy
import datetime
import re

from hypothesis import given
from msgspec.structs import replace

from clausier.consolidate import Period
from clausier.emit.called import called
from clausier.export.composed import day_composed, version_composed
from clausier.export.pdf import pdf
from clausier.export.word.document import word
from export.test_pdf import read
from export.test_tracked_changes import SOME, as_the_oracle, real, unnumbered
from export.test_word_files import well_made
from export.word_reader import body, text
from properties.oracle import Story, Unit
from properties.stories import stories
from properties.test_laws import after, timeline

DAY = datetime.date(2022, 8, 1)
OPEN = Period(first=DAY, last=DAY, candidates=())


def as_if(lines: list[str], version: str) -> list[str]:
    """What a reader reads who takes that version to be in force: all that is certain, and what is said to be its own."""
    kept: list[str] = []
    inside, ours, named = False, True, 0
    for line in lines:
        if not line.startswith("Doute|"):
            kept += [line] if ours else []
            continue
        if "Passage indéterminé" in line:
            assert not inside
            inside, ours, named = True, False, 0
        elif "Fin du passage" in line:
            assert inside
            assert named == 1  # each version is named once in each passage
            inside, ours = False, True
        else:
            ours = any(said == f"la {version}" for said in re.split(" ou |^.*Si | est en vigueur", line))
            named += ours
    assert not inside
    return kept


@SOME
@given(stories())
def test_each_possible_text_is_the_oracles(story: Story) -> None:
    made = timeline(story)
    acts = sorted({0, len(story.acts) // 2, len(story.acts)})
    candidates = [after(made, n) for n in acts]
    content = word(day_composed(made, DAY, candidates, OPEN))
    well_made(content)
    for count, version in zip(acts, candidates, strict=True):
        assert as_the_oracle(as_if(text(content), called(made, version))) == story.text(count)


def test_the_real_text_of_the_summer_of_2022_is_either_and_says_why() -> None:
    made = real()
    period = made.period(DAY)
    assert period
    candidates = made.versions
    content = word(day_composed(made, DAY, candidates, period))
    for version in candidates:
        assert unnumbered(as_if(text(content), called(made, version))) == unnumbered(
            text(word(version_composed(made, version)))
        )
    said = " ".join(getattr(b, "text", "") for b in body(content)).replace("\u00a0", " ")
    assert "Texte du 1er août 2022, indéterminé : version initiale ou version issue de l’avenant n° 1" in said
    assert "Avenant n° 1, entre le 21 juin 2022 et le 31 décembre 2022 (jour et mois laissés en blanc" in said


def test_what_is_the_same_in_all_is_not_in_doubt() -> None:
    made = real()
    lines = text(word(day_composed(made, DAY, [made.versions[0], made.versions[0]], OPEN)))
    assert not [line for line in lines if line.startswith("Doute")]
    article = lines.index("Heading1||Article 3")
    real_ = text(word(day_composed(made, DAY, made.versions, OPEN)))
    start = real_.index("Heading1||Article 3")
    assert real_[start : start + 2] == lines[article : article + 2]


def test_versions_that_agree_are_named_together() -> None:
    made = real()
    first, second = made.versions
    lines = text(word(day_composed(made, DAY, [first, second, replace(second, id="avenant-2")], OPEN)))
    asked = {re.sub(r"^Doute\|\|", "", line) for line in lines if "Si la version" in line}
    issued = "la version issue de l’avenant n°\u00a01"
    assert f"[Si {issued} ou {issued} (avenant-2) est en vigueur\u00a0:]" in asked


def test_the_pdf_of_such_a_day_says_so_too() -> None:
    made = real()
    found = read(pdf(day_composed(made, DAY, made.versions, OPEN)))
    assert "[Passage indéterminé : un seul de ces textes est en vigueur.]" in found
    assert "[Si la version initiale est en vigueur : (aucun texte connu)]" in found


@SOME
@given(stories())
def test_what_a_whole_text_does_not_have_does_not_exist_in_it(story: Story) -> None:
    made = timeline(story)
    first, last = after(made, 0), after(made, len(story.acts))
    said = [line for line in text(word(day_composed(made, DAY, [first, last], OPEN))) if line.endswith(")]")]
    assert {line[line.index("(") :] for line in said} <= {"(la stipulation n’existe pas)]"}
    new = {u.number for t in after_all(story) for u in t.all()} - {u.number for t in story.base for u in t.all()}
    inserted = {n for n in new if n.endswith(" bis")}
    assert len(said) >= len(inserted)


def after_all(story: Story) -> list[Unit]:
    units = copy.deepcopy(story.base)
    for act in story.acts:
        act.does(units)
    return units
