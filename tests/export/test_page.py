"""Documents as pages of HTML: the same words, what comes and what goes told in the markup, nothing fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given

from clausier.compile import compile_project
from clausier.export.composed import Composed, act_composed, changes_composed, day_composed, version_composed
from clausier.export.flow import Line
from clausier.export.page import page
from clausier.text import Mark, Text
from export.test_doubt import DAY, OPEN
from export.test_pdf import SAID, holding, item, words
from export.test_tracked_changes import SOME, real
from properties.oracle import Story
from properties.stories import stories
from properties.test_laws import after, timeline

EMPTY = {"meta"}


class Reader(HTMLParser):
    """The words of a page, each with the elements that it stands in; every element must be closed where it belongs."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.tags: set[str] = set()
        self.anchors: set[str] = set()
        self.asked: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.anchors |= {given["id"] or ""} if "id" in given else set()
        self.asked |= {given[k] or "" for k in ("href", "src") if k in given}
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.found.append((data, tuple(self.open)))


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    assert not reader.tags & {"script", "link", "img", "iframe"}
    assert {a for a in reader.asked if a.startswith("#")} <= {f"#{name}" for name in reader.anchors}
    return reader


def without(reader: Reader, tag: str) -> set[str]:
    """The words that stand in no such element; the name of a version is none of them."""
    return bare(
        w for w in words(data for data, inside in reader.found if tag not in inside) if not re.fullmatch(r"a0\d", w)
    )


def bare(found: Iterable[str]) -> set[str]:
    """The words without what is elided before them: « l’ » may stay where the word behind it changes, in another element."""
    return {w.rpartition("’")[2] for w in found}


@SOME
@given(stories())
def test_without_what_goes_a_comparison_is_the_new_text_and_without_what_comes_the_old_one(story: Story) -> None:
    made = timeline(story)
    last = len(story.acts)
    old, new = (bare(words(story.text(n))) for n in (0, last))
    assert without(read(page(version_composed(made, after(made, last)))), "del") == new
    changed = read(page(changes_composed(made, after(made, 0), after(made, last))))
    assert (without(changed, "del"), without(changed, "ins")) == (new, old)


def test_every_page_of_the_real_convention_is_closed_asks_for_nothing_and_links_its_headings() -> None:
    made = real()
    old, new = made.versions
    composed = [
        version_composed(made, new),
        version_composed(made, new, new.document.children[-1]),
        changes_composed(made, old, new),
        act_composed(made, made.acts[1]),
        day_composed(made, DAY, made.versions, OPEN),
    ]
    for each in composed:
        reader = read(page(each))
        assert all(a.startswith("#") for a in reader.asked)
        assert page(each) == page(each)
    contents = read(page(composed[0]))
    assert len(contents.asked) == sum(b["kind"] == "heading" for b in composed[0].blocks)
    assert "Seuls les originaux signés font foi." in [data for data, _ in contents.found]


def test_words_are_never_markup_and_links_are_those_of_the_web() -> None:
    text = Text(
        '<script>x</script> & " ici', marks=(Mark(24, 27, "link", "https://exemple.fr/?a=1&b"), Mark(0, 8, "strong"))
    )
    reader = read(page(holding(Line(kind="alinea", text=text))))
    assert "".join(data for data, inside in reader.found if "p" in inside).count('<script>x</script> & " ici') == 1
    assert reader.asked == {"https://exemple.fr/?a=1&b"}
    assert ("<script>", ("html", "p", "strong")) in reader.found


def test_labels_and_numbers_are_words_and_lists_are_nested() -> None:
    lines = [item("3°", "trois", number="1"), item("a)", "bis", 2, "2"), item("1°", "un", number="3")]
    reader = read(page(holding(*lines)))
    inside = [(data.strip(), place.count("ul")) for data, place in reader.found if "ul" in place and data.strip()]
    assert inside == [
        ("1", 1),
        ("3°", 1),
        ("trois", 1),
        ("2", 2),
        ("a)", 2),
        ("bis", 2),
        ("3", 1),
        ("1°", 1),
        ("un", 1),
    ]


def test_who_is_to_sign_and_notes_of_the_editor_are_there() -> None:
    people = (("Partie", ("Ville du Nord",)), ("Signature", ("",)))
    composed = Composed(said=SAID, signatures=people, unnamed="À vérifier.", editors_notes=("Note.",))
    found = [data for data, _ in read(page(composed)).found]
    assert {"Signatures", "À vérifier.", "Ville du Nord", "Notes d’édition", "Note."} <= set(found)


def test_of_a_text_without_members_no_table_of_members_is_set(tmp_path: Path) -> None:
    (tmp_path / "convention").mkdir()
    (tmp_path / "convention/convention.yml").write_text(
        "id: essai\ntitre: Essai\nsignature: 2020-01-01\n", encoding="utf-8"
    )
    (tmp_path / "convention/01.md").write_text("# Article 1\n\nUn.\n", encoding="utf-8")
    compiled, _ = compile_project(tmp_path)
    assert compiled is not None
    said = page(version_composed(compiled.timeline, compiled.timeline.latest))
    assert "Article 1" in said
    assert "Membre" not in said
