"""« L’annexe 1 est remplacée par l’annexe jointe »: what is joined behind the signatures takes its place, where that is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from clausier.compile import compile_project
from intake.projects import project, signed
from intake.test_what_is_unsure import OPENING

SAID = "L’annexe 1 « Clé » est remplacée par l’annexe 1 jointe au présent avenant."
SIGNED = "Fait en deux exemplaires, à Nord, le 12 février 2024\n\nPour la Commune du Nord, Madame Une"
ANNEX = "ANNEXE 1 – CLÉ\n\nLa clé est de moitié.\n\nElle est revue."
IN_FORCE = "# Annexe 1 – Clé\n\nLa clé est d’un tiers.\n"


def imported(tmp_path: Path, said: str = SAID, annex: str = ANNEX, in_force: str = IN_FORCE) -> Imported:
    root = project(tmp_path)
    (root / "convention/91.md").write_text(in_force, encoding="utf-8")
    act = f"{OPENING}Article 1 – Annexes\n\n{said}\n\n{SIGNED}\n\n{annex}\n"
    return import_act(root, [signed(tmp_path, act)], "avenant-1")


@pytest.mark.parametrize(
    "said",
    [
        SAID,
        "L’annexe 1 est remplacée par l’annexe jointe.",
        "L’annexe n° 1 de la convention est remplacée par celle jointe au présent avenant.",
    ],
)
def test_the_joined_annex_is_the_new_text(tmp_path: Path, said: str) -> None:
    done = imported(tmp_path, said)
    assert [(u.operations, u.without, u.questions) for u in done.units] == [
        ((), "le texte nouveau est dans une annexe de l’acte", ()),
        (("remplacer: annexe 1",), "", ()),
    ]
    assert done.unsure == 0
    index = (tmp_path / "amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
    assert "signature: 2024-02-12\n" in index
    compiled, _ = compile_project(tmp_path)
    assert compiled is not None
    assert [d.code.id for d in compiled.diagnostics if d.severity == "error"] == []
    document = compiled.timeline.newest.document
    annex = next(p for p in document.walk() if p.kind == "annex")
    assert [a.text.chars for a in annex.alineas] == ["La clé est de moitié.", "Elle est revue."]


def test_the_act_received_has_its_annexes_behind_its_signatures(tmp_path: Path) -> None:
    imported(tmp_path)
    file = tmp_path / "amendments/avenant-1/02-annexe-1-cle.md"
    file.write_text(file.read_text(encoding="utf-8").replace("moitié", "moitiés"), encoding="utf-8")
    compiled, _ = compile_project(tmp_path)
    assert compiled is not None
    told = [(d.code.id, d.span.path) for d in compiled.diagnostics if d.code.id == "TXT204"]
    assert told == [("TXT204", "amendments/avenant-1/02-annexe-1-cle.md")]


@pytest.mark.parametrize(
    ("said", "annex", "in_force"),
    [
        (SAID, ANNEX.replace("1", "2"), IN_FORCE),  # of another number
        (SAID, ANNEX.replace("CLÉ", "PLAN"), IN_FORCE),  # of another heading
        (SAID, ANNEX, f"{IN_FORCE}\n## Article 1\n\nUn article.\n"),  # which holds an article
        (
            SAID,
            ANNEX.replace("La clé est de moitié.", "« La clé est de moitié.»"),
            IN_FORCE,
        ),  # with guillemets, perhaps its own
        (SAID.replace("annexe 1 jointe", "annexe 2 jointe"), ANNEX, IN_FORCE),
        ("L’annexe 1 est modifiée par l’annexe jointe.", ANNEX, IN_FORCE),
    ],
)
def test_one_that_may_be_another_is_asked_about(tmp_path: Path, said: str, annex: str, in_force: str) -> None:
    done = imported(tmp_path, said, annex, in_force)
    assert [q.sentence for q in done.units[0].questions] == [said]
    assert [u.operations for u in done.units] == [(), ()]


def test_annexes_may_stand_before_the_signatures(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / "convention/91.md").write_text(IN_FORCE, encoding="utf-8")
    act = f"{OPENING}Article 1 – Annexes\n\n{SAID}\n\n{ANNEX}\n\n{SIGNED}\n"
    done = import_act(root, [signed(tmp_path, act)], "avenant-1")
    assert (done.unsure, done.units[1].operations) == (0, ("remplacer: annexe 1",))
    assert "signature: 2024-02-12\n" in (tmp_path / "amendments/avenant-1/avenant.yml").read_text(encoding="utf-8")
