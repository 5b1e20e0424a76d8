"""The days of a version in words: those that are certain, those that are possible, those that nobody knows yet."""

from __future__ import annotations

import datetime
from pathlib import Path

from clausier.consolidate import Timeline
from clausier.emit.called import certain, span, start
from support.projects import sound, written

CONVENTION = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
    "convention/01.md": "".join(f"# Article {n}\n\nMot {n}.\n\n" for n in range(1, 4)),
}


def act(name: str, dates: str, number: int) -> dict[str, str]:
    return {
        f"amendments/{name}/avenant.yml": f"id: {name}\ntitre: Avenant {name}\n{dates}\n",
        f"amendments/{name}/01.md": f"---\nopérations:\n  - abroger: {number}\n---\n# Article 1\n\nL’article {number} est abrogé.\n",
    }


def told(timeline: Timeline, lang: str) -> dict[str, tuple[str, str]]:
    found = {v.id: (span(timeline, v), start(timeline, v)) for v in timeline.versions}
    return {
        v: (getattr(s, lang).replace("\u00a0", " "), getattr(b, lang).replace("\u00a0", " "))
        for v, (s, b) in found.items()
    }


def test_days_are_certain_or_possible(tmp_path: Path) -> None:
    """The first amendment begins on a day of 2022 that nobody knows, the second on the 1st of March of that year."""
    written(
        tmp_path,
        CONVENTION
        | act(
            "a", "signature: 2021-02-01\nen-vigueur: {pas-avant: 2022-01-01, pas-après: 2022-12-31, motif: en blanc}", 1
        )
        | act("b", "signature: 2021-03-01\nen-vigueur: 2022-03-01", 2),
    )
    timeline = sound(tmp_path, checks=False).timeline
    convention = "du 1er janvier 2020 au 31 décembre 2021, et peut-être jusqu’au 28 février 2022"
    both = "à compter du 31 décembre 2022 de façon certaine, et peut-être dès le 1er mars 2022"
    assert told(timeline, "fr") == {
        "convention": (convention, "à compter du 1er janvier 2020"),
        "a": ("possible seulement, du 1er janvier 2022 au 28 février 2022",) * 2,
        "convention+b": ("possible seulement, du 1er mars 2022 au 30 décembre 2022",) * 2,
        "b": (both, both),
    }
    certain = "from 2022-12-31 for certain, and perhaps from 2022-03-01 on"
    assert told(timeline, "en") == {
        "convention": ("2020-01-01 to 2021-12-31, and perhaps to 2022-02-28", "from 2020-01-01"),
        "a": ("only possible, 2022-01-01 to 2022-02-28",) * 2,
        "convention+b": ("only possible, 2022-03-01 to 2022-12-30",) * 2,
        "b": (certain, certain),
    }


def test_what_only_a_draft_without_a_date_ends_has_no_last_day(tmp_path: Path) -> None:
    written(tmp_path, CONVENTION | act("c", "état: projet", 3))
    timeline = sound(tmp_path, checks=False, drafts=["c"]).timeline
    assert told(timeline, "fr") == {
        "convention": ("à compter du 1er janvier 2020",) * 2,
        "c": ("un jour qui n’est pas encore connu",) * 2,
    }
    assert [certain(version) for version in timeline.versions] == [(datetime.date(2020, 1, 1), None), (None, None)]
