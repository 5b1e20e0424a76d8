"""What readers call a version: by the act it comes from, and never two alike."""

from __future__ import annotations

from pathlib import Path

from clausier.emit.called import called, the_acts
from support.projects import sound, written

CONVENTION = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
    "convention/01.md": "".join(f"# Article {n}\n\nMot {n}.\n\n" for n in range(1, 6)),
}


def act(name: str, title: str, dates: str, *headers: str) -> dict[str, str]:
    operations = "\n".join(f"  - {header}" for header in headers)
    return {
        f"amendments/{name}/avenant.yml": f"id: {name}\ntitre: {title}\n{dates}\n",
        f"amendments/{name}/01.md": f"---\nopérations:\n{operations}\n---\n# Article 1\n\nDes articles sont abrogés.\n",
    }


def names(root: Path, *acts: dict[str, str]) -> dict[str, str]:
    written(root, {path: words for files in (CONVENTION, *acts) for path, words in files.items()})
    timeline = sound(root, checks=False).timeline
    return {v.id: called(timeline, v).replace("\u00a0", " ") for v in timeline.versions}


def test_a_version_is_called_by_the_last_act_in_it(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        act("a", "Avenant n° 1", "signature: 2021-01-01", "abroger: 1"),
        act("b", "Jugement du 2 mars 2022", "signature: 2022-03-02", "abroger: 2"),
    )
    assert found == {
        "convention": "version initiale",
        "a": "version issue de l’avenant n° 1",
        "b": "version issue de « Jugement du 2 mars 2022 »",
    }


def test_what_it_does_without_is_told(tmp_path: Path) -> None:
    """The first act waits for an event; the second is in force before the third, whose day is open."""
    found = names(
        tmp_path,
        act("a", "Avenant n° 1", "signature: 2021-01-01\nen-vigueur: {événement: extension}", "abroger: 1"),
        act("b", "Avenant n° 2", "signature: 2021-02-01\nen-vigueur: {pas-avant: 2022-01-01, pas-après: 2022-12-31, motif: en blanc}", "abroger: 2"),
        act("c", "Avenant n° 3", "signature: 2022-03-01", "abroger: 3"),
    )  # fmt: skip
    assert set(found.values()) == {
        "version initiale",
        "version issue de l’avenant n° 2, sans l’avenant n° 1",
        "version issue de l’avenant n° 3, sans l’avenant n° 1 et l’avenant n° 2",
        "version issue de l’avenant n° 3, sans l’avenant n° 1",
    }


def test_versions_of_the_same_acts_are_told_apart_by_their_days(tmp_path: Path) -> None:
    later = "{abroger: 2, en-vigueur: 2023-01-01, source: art. 1}"
    found = names(tmp_path, act("a", "Avenant n° 1", "signature: 2021-01-01", "abroger: 1", later))
    assert list(found.values()) == [
        "version initiale",
        "version issue de l’avenant n° 1",
        "version issue de l’avenant n° 1, texte du 1er janvier 2023",
    ]


def test_versions_of_the_same_acts_that_may_begin_on_one_day_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    """Two repeals of one act wait, each by itself: from the 1st of January 2022 on either may have come, or both."""
    two, three = (
        f"{{abroger: {n}, en-vigueur: {{pas-avant: 2022-01-01, pas-après: {last}, motif: en blanc}}, source: art. {n}}}"
        for n, last in ((2, "2022-06-30"), (3, "2022-09-30"))
    )
    found = names(tmp_path, act("a", "Avenant n° 1", "signature: 2021-01-01", "abroger: 1", two, three))
    first, same, *others = found.items()
    assert (first, same) == (("convention", "version initiale"), ("a", "version issue de l’avenant n° 1"))
    assert [name for _, name in others] == [f"version issue de l’avenant n° 1 ({version})" for version, _ in others]
    assert len(others) == 3


def test_acts_of_one_title_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        act("a", "Avenant", "signature: 2021-01-01", "abroger: 1"),
        act("b", "Avenant", "signature: 2022-01-01", "abroger: 2"),
    )
    assert found["a"] == "version issue de l’avenant (a)"
    assert found["b"] == "version issue de l’avenant (b)"


def test_acts_that_would_fill_a_page_are_counted() -> None:
    names = [f"Avenant n° {n}" for n in range(1, 8)]
    assert the_acts([]) == ""
    assert the_acts([*names[:1], "Jugement"]) == "l’avenant n° 1 et «\u00a0Jugement\u00a0»"
    assert the_acts(names[:6]).endswith("l’avenant n° 5 et l’avenant n° 6")
    assert the_acts(names) == "7\u00a0actes, dont le dernier est l’avenant n° 7"
