"""What is written says what was read: `fmt` changes no text, a consolidated text is a source, later acts apply to it."""

from __future__ import annotations

import copy
import random
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from clausier.author.fmt import format_sources
from clausier.consolidate import consolidate
from clausier.emit.markdown import provision_markdown
from clausier.source.acts import read_project
from properties.oracle import Story
from properties.stories import stories
from properties.test_laws import LAW, after, lines, timeline


def careless(path: Path, dice: random.Random) -> None:
    """Rewrite a file as a person or an editor may leave it: the same words, other line ends and empty space."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.replace("\n\n", dice.choice(("\n\n", "\n\n\n", "\n \n")))
    if dice.random() < 0.3:
        text = text.rstrip("\n")
    if dice.random() < 0.3:
        text = text.replace("\n", "\r\n")
    path.write_bytes((b"\xef\xbb\xbf" if dice.random() < 0.3 else b"") + text.encode())


@LAW
@given(stories(), st.integers(0, 2**32))
def test_fmt_changes_no_text_and_has_nothing_to_add(story: Story, seed: int) -> None:
    expected = [lines(v.document) for v in timeline(story).versions]
    dice = random.Random(seed)  # noqa: S311 - no secret depends on it
    with tempfile.TemporaryDirectory() as folder:
        root = story.write(Path(folder))
        for path in sorted(root.rglob("*.*")):
            careless(path, dice)
        assert not format_sources(root).diagnostics
        assert not format_sources(root).changes
        corpus, _ = read_project(root)
    assert corpus is not None
    made, _ = consolidate(corpus)
    assert [lines(v.document) for v in made.versions] == expected


@LAW
@given(stories())
def test_a_consolidated_text_is_read_as_it_was_written(story: Story) -> None:
    document = timeline(story).latest.document
    living = [child for child in document.children if all(p.status != "repealed" for p in child.walk())]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "convention"
        home.mkdir()
        (home / "convention.yml").write_text("id: essai\ntitre: Essai\nsignature: 2000-01-01\n", encoding="utf-8")
        for index, child in enumerate(living):
            (home / f"{index:02}.md").write_text(provision_markdown(child, 1), encoding="utf-8")
        corpus, found = read_project(Path(folder))
    assert corpus is not None, found
    assert [lines(child) for child in corpus.convention.document.children] == [lines(child) for child in living]


@LAW
@given(stories(), st.integers(0, 4))
def test_the_acts_after_a_day_change_the_text_of_that_day_as_they_change_the_first(story: Story, acts: int) -> None:
    count = min(acts, len(story.acts))
    then = copy.deepcopy(story.base)
    for act in story.acts[:count]:
        act.does(then)
    if any(unit.gone for top in then for unit in top.all()):
        return  # a convention is not signed with repealed articles
    at_once = timeline(story)
    by_stages = timeline(Story(then, story.acts[count:]))
    assert lines(by_stages.latest.document) == lines(at_once.latest.document)
    assert lines(after(at_once, count).document) == lines(by_stages.versions[0].document)
