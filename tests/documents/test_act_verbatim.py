"""An act as entered is the act as received: the same words, in the same order, broken into the same lines.

Nothing of the compiler is used here: the Markdown is read again by hand, so that an error in the compiler's reader
cannot hide a word that was lost, added or corrected.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from support.projects import ROOT

RECEIVED = {"avenant-1": "ae5bf5d98073522468f05a24c6af67e6c520442416c666132f5d8e54abc29b10"}
TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")

ACTS = sorted(path.parent for path in ROOT.glob("amendments/*/source.txt"))
every_act = pytest.mark.parametrize("folder", ACTS, ids=lambda folder: folder.name)


def entered(folder: Path) -> list[str]:
    """The lines of an act's Markdown files in order, front matter and block-quotation marks taken off."""
    lines: list[str] = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if text.startswith("---\n"):
            text = text[text.index("\n---\n", 3) + 5 :]
        lines += [re.sub(r"^> ?", "", line) for line in text.split("\n")]
        lines.append("")
    return lines


def words(lines: list[str]) -> list[str]:
    """The words of `lines`: what is left when white space, table rules and Markdown's marks are taken away."""
    found: list[str] = []
    for line in lines:
        if TABLE_RULE.fullmatch(line):
            continue
        without_cells = line.replace("|", " ") if line.startswith("|") else line
        found += re.sub(r"^\s*(#+|-) ", "", without_cells).replace("**", "").split()
    return found


def alineas(lines: list[str]) -> list[tuple[int, str]]:
    """Each heading, paragraph, item and row with its depth (-1: a row), the wrapped lines of one joined."""
    found: list[tuple[int, str]] = []
    starts_anew = True
    for line in lines:
        item = re.match(r"( *)- ", line)
        if not line.strip():
            starts_anew = True
        elif TABLE_RULE.fullmatch(line):
            continue
        elif line.startswith("|") or "\t" in line:
            cells = line.strip("|").split("|" if line.startswith("|") else "\t")
            found.append((-1, "\t".join(cell.strip() for cell in cells)))
        elif item:
            found.append((1 + (len(item[1]) > 0), line[item.end() :]))
            starts_anew = False
        elif starts_anew:
            found.append((0, re.sub(r"^#+ ", "", line)))
            starts_anew = line.startswith("#")
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
    return found


def after_title(found: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """What follows the title of the act, which the page as received sets on three lines."""
    return found[found.index((0, "ENTRE")) :]


def test_the_pinned_sources_are_all_there() -> None:
    assert [folder.name for folder in ACTS] == ["2022-avenant-1"]


@every_act
def test_the_source_is_the_act_as_received(folder: Path) -> None:
    received = (folder / "source.txt").read_bytes()
    assert hashlib.sha256(received).hexdigest() == RECEIVED[folder.name.split("-", 1)[1]]


@every_act
def test_the_words_entered_are_the_words_received(folder: Path) -> None:
    received = (folder / "source.txt").read_text(encoding="utf-8").split("\n")
    assert words(entered(folder)) == words(received)


@every_act
def test_lines_start_anew_where_they_do_in_the_act_as_received(folder: Path) -> None:
    received = (folder / "source.txt").read_text(encoding="utf-8").split("\n")
    assert after_title(alineas(entered(folder))) == after_title(alineas(received))


def test_no_word_is_lost_in_the_reading_itself() -> None:
    found = words(entered(ROOT / "amendments/2022-avenant-1"))
    assert len(found) == 2544  # as `wc -w` counts them in the source, its dashes taken off
    assert (found[0], found[-1]) == ("AVENANT", "2022")


def test_drafting_defects_are_kept() -> None:
    act = " ".join(words(entered(ROOT / "amendments/2022-avenant-1")))
    for defect in (
        "II EST CONVENU",
        "La Région Grand Est, représentée Monsieur",
        "dispose d'une voie lors des délibérations",
        "un avis /ou d'une position",
        "Points décisionnels inscrit à l'ordre du jour",
        "sera réalisée en COGOUV 8.5",
        "ARTICLE 5 : AUTRES DISPOSITIONS",
        "Strasbourg, le 2022",
    ):
        assert defect in act
    assert act.count("»") == act.count("«") + 1


def test_wrapped_lines_keep_the_act_readable_on_a_forge() -> None:
    for path in (ROOT / "amendments").glob("*/*.md"):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            assert len(line) <= 120 or line.lstrip("> ").startswith(("#", "|")), f"{path.name}:{number}"
