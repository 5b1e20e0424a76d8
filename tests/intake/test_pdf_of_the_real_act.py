"""The act that the project was made from, set as a PDF with headers, footers and words cut at the ends of lines."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausier.author.intake.form import Block, Grid, Received
from clausier.author.intake.intake import Imported, import_act
from clausier.author.intake.pdf.read import read_pdf
from clausier.author.intake.text import read_text
from intake.pdfs import Press
from support.projects import ROOT

SIGNED = ROOT / "amendments/2022-avenant-1/source.txt"


def pressed(*, cut: bool) -> bytes:
    press = Press("Groupement de commandes – Avenant n° 1", "– # –", cut=cut)
    for block in read_text(SIGNED.read_text(encoding="utf-8")).blocks:
        press.add(block)
    return press.bytes()


def seen(block: Block) -> object:
    return block.rows if isinstance(block, Grid) else (block.label, block.depth, block.text)


def imported(root: Path, path: Path) -> Imported:
    shutil.copytree(ROOT / "convention", root / "convention")
    return import_act(root, [path], "essai")


@pytest.fixture(scope="module")
def by_text() -> Received:
    return read_text(SIGNED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("cut", [False, True])
def test_each_block_has_the_words_of_the_text_or_is_asked_about(by_text: Received, *, cut: bool) -> None:
    received = read_pdf("avenant.pdf", pressed(cut=cut))
    assert len(received.blocks) == len(by_text.blocks)
    differ = [n for n, (a, b) in enumerate(zip(by_text.blocks, received.blocks, strict=True)) if seen(a) != seen(b)]
    asked = [n for n, block in enumerate(received.blocks) if block.doubt]
    assert set(differ) <= set(asked)
    assert len(asked) == (4 if cut else 0)  # words of which neither form stands anywhere else
    assert received.doubts == ()


def test_the_import_writes_the_same_act(tmp_path: Path) -> None:
    (tmp_path / "avenant.pdf").write_bytes(pressed(cut=False))
    by_pdf = imported(tmp_path / "p", tmp_path / "avenant.pdf")
    from_text = imported(tmp_path / "q", SIGNED)
    assert (by_pdf.units, by_pdf.questions) == (from_text.units, from_text.questions)
    own = [unit.file for unit in from_text.units]
    assert len(own) == 6
    for name in own:
        made = [(tmp_path / p / "amendments/essai" / name).read_text(encoding="utf-8") for p in "pq"]
        assert made[0] == made[1]
