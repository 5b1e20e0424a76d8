"""`--with`: each command answers as if the draft were signed, and not unless it is asked to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from export.paper import AMENDMENT, markdown, paper
from support.calling import answer_of, called
from support.projects import reworded

__all__ = ["paper"]  # a fixture
ITS_DAY = "en-vigueur: {présumée: signature, motif: aucune clause d’entrée en vigueur}"


@pytest.fixture
def drafted(paper: Path) -> Path:
    """The convention whose draft raises 75 % to 80 %, as of a day that it says."""
    assert ITS_DAY in AMENDMENT
    reworded(paper / "amendments/2026-avenant-2/avenant.yml", ITS_DAY, "en-vigueur: 2026-01-01")
    return paper


WITH = ("--with", "avenant-2")


@pytest.mark.parametrize(
    "call",
    [
        ("coalitions", "comite-de-suivi"),
        ("duties",),
        ("show", "3.2"),
        ("rules",),
        ("document", "convocation", "comite-de-suivi"),
    ],
    ids=lambda call: " ".join(call[:2]),
)
def test_a_draft_counts_where_it_is_asked_for(call: tuple[str, ...], drafted: Path) -> None:
    found = [answer_of(*call, *more, project=drafted)["version"] for more in ((), WITH)]
    assert [one["id"] if isinstance(one, dict) else one for one in found] == ["avenant-1", "avenant-2"]


def test_minutes_are_made_with_a_draft(drafted: Path) -> None:
    # Of nine votes, 75 % are 6,75, and 80 % are 7,2.
    for more, needed in (((), "6,75"), (WITH, "7,2")):
        minutes = markdown(drafted, "proces-verbal", drafted / "vote.json", "--at", "2026-06-12", *more)
        assert set(re.findall(r"il faut au moins ([\d,]+)", minutes.replace("\u00a0", " "))) == {needed}


def test_a_draft_is_compared_with_the_text_before_it(drafted: Path) -> None:
    (change,) = answer_of("diff", "avenant-1", "avenant-2", *WITH, project=drafted)["changes"]
    told = [(one["op"], one["text"].strip()) for one in change["segments"] if one["op"] != "equal"]
    assert told == [("delete", "75"), ("insert", "80")]
    called("diff", "avenant-1", "avenant-2", project=drafted, code=1)


def test_a_matter_is_looked_for_in_the_text_with_a_draft(drafted: Path) -> None:
    for more, version in (((), "avenant-1"), (WITH, "avenant-2")):
        call = ("qualify", "-", "--at", "2026-06-12", *more)
        told = called(*call, project=drafted, typed="matter: budget\n", code=1).stderr
        assert f"de la version {version} ne connaît" in told


def test_a_text_is_exported_with_a_draft(drafted: Path) -> None:
    for more, share in (((), "75\u00a0%"), (WITH, "80\u00a0%")):
        called("export", "html", *more, "--out", drafted / "exports/texte.html", project=drafted, code=0)
        page = (drafted / "exports/texte.html").read_text(encoding="utf-8")
        assert [one for one in ("75\u00a0%", "80\u00a0%") if one in page.replace(" %", "\u00a0%")] == [share]
