"""A convention that has ended: whoever asks about a later day is told so, whoever asks about none is told when it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausier.author.new import project_files
from clausier.compile import compile_project
from clausier.emit.site import home
from clausier.emit.site.atlas import atlas
from clausier.emit.site.days import periods
from support.calling import answer_of, called
from support.projects import copied, reworded, sound, written

VOTE = {"body": "comite-de-suivi", "matter": "x", "date": "2028-01-01", "present": [], "ballots": {}}
OVER = "La convention a pris fin : rien n’en est plus en vigueur."
NOBODY = "la convention a pris fin : personne n’y siège plus"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The convention that `clausier new` writes, which lasts until 31 December 2027."""
    root = written(tmp_path, project_files("essai", "Essai"))
    reworded(root / "convention/convention.yml", "signature: 2024-01-15", "signature: 2024-01-15\njusqu-au: 2027-12-31")
    return root


@pytest.mark.parametrize("command", ["rules", "duties"])
def test_after_its_end_no_rule_holds_and_it_is_said_why(project: Path, command: str) -> None:
    assert OVER in called(command, "--at", "2028-01-01", project=project).words
    assert OVER not in called(command, "--at", "2027-12-31", project=project).words
    assert OVER not in called(command, project=project).words


def test_after_its_end_nothing_is_due(project: Path) -> None:
    assert OVER in called("calendar", "--from", "2028-01-01", "--to", "2028-12-31", project=project).words
    assert OVER not in called("calendar", "--from", "2027-12-31", "--to", "2028-12-31", project=project).words


def test_after_its_end_no_sentence_is_left_to_be_read(project: Path) -> None:
    unread = "Des phrases du texte disponible n’ont pas encore été lues"
    for command in ("duties", "rules"):
        assert unread not in called(command, "--at", "2028-01-01", project=project).words
    assert unread in called("duties", "--at", "2027-12-31", project=project).words


def test_after_its_end_nobody_sits_or_votes(project: Path, tmp_path: Path) -> None:
    done = called("coalitions", "comite-de-suivi", "--at", "2028-01-01", project=project, code=1)
    assert NOBODY in done.stderr.replace("\u00a0", " ")
    (tmp_path / "vote.json").write_text(json.dumps(VOTE))
    done = called("decide", tmp_path / "vote.json", project=project, code=1)
    assert NOBODY in (done.stdout + done.stderr).replace("\u00a0", " ")


def test_its_status_is_told_to_programs(project: Path) -> None:
    after = answer_of("show", "--at", "2028-01-01", project=project)
    assert (after["version"], after["valid"]) == ("avenant-1@2028-01-01", {"from": "2028-01-01", "to": None})
    assert {part["status"] for part in (after["provision"], *after["provision"]["children"])} == {"expired"}
    assert after["provision"]["origin"] == {"act": "convention", "article": "term", "in_force": "2028-01-01"}
    now = answer_of("show", project=project)
    assert (now["version"], now["valid"]["to"]) == ("avenant-1", "2027-12-31")
    assert now["provision"]["status"] == "in-force"


def test_where_no_day_is_asked_about_it_is_said_when_it_ends(project: Path) -> None:
    assert "La convention prend fin le 31 décembre 2027." in called("show", "5", project=project).words
    assert "La convention prend fin" not in called("show", "5", "--at", "2027-01-01", project=project).words
    markdown = called("show", "--format", "md", project=project).words
    assert "*La convention prend fin le 31 décembre 2027.*" in markdown
    ended = called("show", "--format", "md", "--at", "2028-01-01", project=project).words
    assert "*Version issue de l’avenant n° 1, après la fin de la convention, sans effet à compter du 1er" in ended
    assert "prend fin le" not in ended


def test_between_two_days_it_is_said_that_it_is_not_certain(project: Path) -> None:
    days = "{pas-avant: 2027-06-30, pas-après: 2027-12-31, motif: le mois est en blanc}"
    reworded(project / "convention/convention.yml", "jusqu-au: 2027-12-31", f"jusqu-au: {days}")
    said = "La convention prend fin entre le 30 juin 2027 et le 31 décembre 2027."
    assert said in called("show", "5", project=project).words


def test_what_was_known_of_an_event_is_known_of_the_end(project: Path) -> None:
    """Denounced on 1 June 2026, it ended that day; the day before, it was going on."""
    index = project / "convention/convention.yml"
    reworded(index, "jusqu-au: 2027-12-31", "jusqu-au: {événement: denonciation}")
    reworded(index, "parties:", "événements: {denonciation: 2026-06-01}\nparties:")
    assert "(expiré)" in called("show", "5", "--at", "2026-07-01", project=project).words
    before = called("show", "5", "--at", "2026-07-01", "--known", "2026-05-31", project=project).words
    assert "(expiré)" not in before
    assert "durée : met fin à" in before


def test_the_site_says_when_it_ends_and_tells_the_browser_which_text_is_past_that(project: Path) -> None:
    found = atlas(sound(project))
    assert "<p>La convention prend fin le 31\u00a0décembre\u00a02027.</p>" in home.markdown(found, "", guide=None)
    told = json.loads(periods(found, home.PAGE))
    assert [[c.get("over", False) for c in p["candidates"]] for p in told] == [[False], [False], [True]]
    assert not any("convention/term#1" in operations for operations in found.touching.values())


def prolonging(project: Path, dates: str) -> None:
    written(
        project / "amendments/2026-avenant-2",
        {
            "avenant.yml": f"id: avenant-2\ntitre: Avenant n° 2\n{dates}\n",
            "01.md": '---\nopérations:\n  - proroger: "*"\n    jusqu-au: 2029-12-31\n---\n# Article 1\n\nLa convention est prorogée jusqu’au 31 décembre 2029.\n',
        },
    )


def test_a_prorogation_changes_no_word_and_what_it_changes_is_told(project: Path, tmp_path: Path) -> None:
    before = copied(tmp_path / "before", project)
    prolonging(project, "signature: 2026-03-09\nen-vigueur: 2026-03-09")
    said = called("diff", "avenant-1", "avenant-1", "--against", before, project=project).words
    assert "Le texte en vigueur ne change pas." in said
    assert "avant : La convention prend fin le 31 décembre 2027.\n" in said
    assert "après : La convention prend fin le 31 décembre 2029.\n" in said
    over = answer_of("show", "--at", "2030-01-01", project=project)["provision"]
    assert over["origin"] == {"act": "convention", "article": "term", "in_force": "2030-01-01"}


def test_a_draft_without_a_day_prolongs_in_time(project: Path) -> None:
    prolonging(project, "état: projet")
    said = called("show", "5", "--with", "avenant-2", project=project).words
    assert "La convention prend fin le 31 décembre 2029." in said
    assert compile_project(project, drafts=["avenant-2"])[1] == ()


@pytest.mark.parametrize("dates", ["état: projet", "signature: 2026-03-09\nen-vigueur: {événement: accord}"])
def test_a_draft_and_what_waits_are_told_that_they_change_how_long_it_lasts(project: Path, dates: str) -> None:
    """A prorogation beside the new words, of the same act, and nothing is told."""
    reworded(
        project / "convention/05-duree.md",
        "Chaque marché est conclu pour quatre ans.",
        "Elle est conclue jusqu’au 31 décembre 2027.",
    )
    folder, said = (
        project / "amendments/2026-avenant-2",
        "les mots « décembre 2027 » sont remplacés par les mots « décembre 2029 »",
    )
    prolonging(project, dates)
    words = '  - remplacer-mots: "5"\n    mots: décembre 2027\n    par: décembre 2029\n'
    reworded(folder / "01.md", "---\n# Article 1\n", f"{words}---\n# Article 1\n")
    reworded(folder / "01.md", "2029.\n", f"2029. À l’article 5, {said}.\n")
    assert "TXT215" not in called("check", project=project).words
    reworded(folder / "01.md", '  - proroger: "*"\n    jusqu-au: 2029-12-31\n', "")
    assert "avertissement[TXT215]" in called("check", project=project).words
