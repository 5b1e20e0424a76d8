"""What a lacuna hides in one of two versions is said not to be available there; neither added by the other nor taken out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from clausier.consolidate import Timeline
from clausier.emit.between import changes_between
from clausier.emit.changes import Change, Segment
from clausier.emit.redline import unmarked
from support.calling import called
from support.paged import pages_of
from support.projects import sound, written

AMENDMENT = "id: avenant-{n}\ntitre: Avenant n° {n}\nsignature: 202{n}-01-01\n"
FILES = {
    "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\ncomplète: non\n",
    "convention/01.md": "# Article 1 – Objet\n\nUn.\n",
    "convention/02.md": "---\nnon-disponible: feuille perdue\n---\n# Article 2 – Organes\n",
    "convention/03.md": "# Article 3 – Terme\n\nTrois.\n",
    "convention/04.md": "# Article 4 – Siège\n\nQuatre.\n",
    "amendments/avenant-1/avenant.yml": AMENDMENT.format(n=1),
    "amendments/avenant-1/01.md": (
        "---\nopérations:\n  - {remplacer: 2, dit: est ainsi rédigé}\n  - {réunir: [3, 4], en: 3, dit: sont réunis}\n---\n"
        "# Article 1\n\nL’article 2 est ainsi rédigé :\n\n> # Article 2 – Organes\n>\n> ## 2.1 – Bureau\n>\n> Il décide.\n\n"
        "Les articles 3 et 4 sont réunis en un article 3.\n"
    ),
    "amendments/avenant-2/avenant.yml": AMENDMENT.format(n=2),
    "amendments/avenant-2/01.md": (
        "---\nopérations:\n  - compléter: 2\n---\n# Article 1\n\nL’article 2 est complété par :\n\n> ## 2.2 – Comité\n>\n> Il propose.\n"
    ),
    "amendments/avenant-3/avenant.yml": AMENDMENT.format(n=3),
    "amendments/avenant-3/01.md": (
        "---\nopérations:\n  - remplacer: 2.2\n---\n# Article 1\n\nLe 2.2 est ainsi rédigé :\n\n> ## 2.2 – Comité\n>\n> Il conseille.\n"
    ),
    "amendments/avenant-4/avenant.yml": AMENDMENT.format(n=4),
    "amendments/avenant-4/01.md": (
        "---\nopérations:\n  - {renuméroter: 2.1, en: 2.3}\n---\n# Article 1\n\nLe 2.1 devient le 2.3.\n"
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("between")
    return written(made, FILES)


@pytest.fixture(scope="module")
def timeline(root: Path) -> Timeline:
    return sound(root, checks=False).timeline


def kinds(timeline: Timeline, before: str, after: str) -> dict[str, str]:
    old, new = timeline.version(before), timeline.version(after)
    assert old is not None
    assert new is not None
    return {change.number: change.kind for change in changes_between(old, new, timeline)}


def test_what_rewords_a_lacuna_is_not_added(timeline: Timeline) -> None:
    assert kinds(timeline, "convention", "avenant-1") == {
        "2": "unknown-before",
        "2.1": "unknown-before",
        "3": "changed",
        "4": "removed",
    }


def test_words_beside_what_is_not_at_hand_are_not_marked_as_come_or_gone() -> None:
    """The heading is known on both sides, and one word of it is new; of the body, nobody knows."""
    body = Segment("insert", "du groupement\nIl décide.\n", "a")
    lost = Segment("delete", "[texte non disponible : feuille perdue]\n", "")
    segments = (Segment("equal", "Article 2 – Organes ", ""), body, lost)
    change = Change(
        id="2",
        number="2",
        title="Article 2 – Organes du groupement",
        heading="Article 2 – Organes du groupement",
        kind="unknown-before",
        segments=segments,
    )
    assert [(s.op, s.text) for s in unmarked(change)] == [
        ("equal", "Article 2 – Organes "),
        ("insert", "du groupement\n"),
        ("equal", "Il décide.\n"),
        ("delete", "[texte non disponible : feuille perdue]\n"),
    ]
    whole = replace(change, segments=(Segment("insert", "2.1 – Bureau\nIl décide.\n", "a"),))
    assert {s.op for s in unmarked(whole)} == {"equal"}
    gone = replace(change, kind="unknown-after", segments=(Segment("delete", "2.1 – Bureau\nIl décide.\n", "a"),))
    assert {s.op for s in unmarked(gone)} == {"equal"}
    assert unmarked(replace(change, kind="added")) == segments


def test_no_redline_marks_them(root: Path) -> None:
    call = ("diff", "convention", "avenant-1", "2")
    text, page = (called(*call, "--format", form, project=root).stdout for form in ("text", "html"))
    assert "\n\nIl décide.\n" in text
    assert "<p>Il décide.</p>" in page
    compared = pages_of(sound(root, checks=False), root)["comparer/convention_avenant-1.md"]
    assert '<p class="line">Il décide.</p>' in compared


def test_what_is_added_to_a_lacuna_is_added_also_where_it_has_been_reworded_since(timeline: Timeline) -> None:
    for version in ("avenant-2", "avenant-3"):
        found = kinds(timeline, "convention", version)
        assert (found["2.1"], found["2.2"]) == ("unknown-before", "added")
    assert kinds(timeline, "avenant-1", "avenant-3") == {"2.2": "added"}


def test_what_rewords_a_lacuna_is_not_added_under_another_number_either(timeline: Timeline) -> None:
    assert kinds(timeline, "convention", "avenant-4")["2.3"] == "unknown-before"


def test_backwards_what_is_unknown_is_not_taken_out_and_what_was_taken_out_comes_back(timeline: Timeline) -> None:
    assert kinds(timeline, "avenant-2", "convention") == {
        "2": "unknown-after",
        "2.1": "unknown-after",
        "2.2": "removed",
        "3": "changed",
        "4": "added",
    }


def test_the_command_says_so(root: Path) -> None:
    def said(*words: str) -> str:
        return called("diff", *words, project=root, code=0).stdout

    assert "2.1 (rédaction antérieure non disponible)\n" in said("convention", "avenant-1")
    assert "2.1 (texte non disponible)\n" in said("avenant-1", "convention")
    assert [c["kind"] for c in json.loads(said("convention", "avenant-1", "2.1", "--format", "json"))["changes"]] == [
        "unknown-before"
    ]


def test_another_checkout_in_which_the_words_were_not_at_hand_is_told_too(root: Path, tmp_path: Path) -> None:
    written(tmp_path, {path: words for path, words in FILES.items() if path.startswith("convention/")})
    said = called("diff", "--against", tmp_path, project=root, code=0).stdout
    assert "2.3 (rédaction antérieure non disponible)\n" in said
    assert "2.2 (ajouté)\n" in said
