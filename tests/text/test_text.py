"""Characters with runs and marks, held against an oracle that keeps one record for each character."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from clausier.text import Mark, Run, Text, join
from clausier.text.text import joined_runs


class Ink(NamedTuple):
    char: str
    origin: str
    number: int
    marks: frozenset[Mark]


def inks(text: Text) -> list[Ink]:
    """The text, character by character: the naive model."""
    written: list[tuple[str, int]] = []
    start = 0
    for run in text.runs:
        written.extend((run.origin, run.at + i) for i in range(run.end - start))
        start = run.end
    kinds = [
        frozenset(Mark(0, 0, m.kind, m.href) for m in text.marks if m.start <= i < m.end) for i in range(len(text))
    ]
    return [Ink(c, *w, k) for c, w, k in zip(text.chars, written, kinds, strict=True)]


def named(marks: frozenset[Mark]) -> set[tuple[str, str]]:
    return {(m.kind, m.href) for m in marks}


@st.composite
def texts(draw: st.DrawFn, most: int = 12) -> Text:
    pieces = draw(st.lists(st.tuples(st.text("ab ", min_size=1, max_size=4), st.sampled_from("xy")), max_size=4))
    at = {"x": 0, "y": 0}
    text = Text("")
    for chars, origin in pieces:
        at[origin] += draw(st.integers(0, 2))
        text = join((text, Text(chars).written(origin, at[origin])))
        at[origin] += len(chars)
    marks = []
    for kind, href in (("em", ""), ("strong", ""), ("link", "u")):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        if start < end and draw(st.booleans()):
            marks.append(Mark(start, end, kind, href))  # type: ignore[arg-type]  # the kinds are those of a mark
    ordered = sorted(marks, key=lambda m: (m.start, -m.end, m.kind))
    return text.slice(0, most).marked(tuple(m for m in ordered if m.end <= most))


def sound(text: Text) -> None:
    """Runs cover the characters, rise, and no two neighbours could be one; marks lie inside, hold something, in order."""
    ends = [run.end for run in text.runs]
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text.chars)
    begin = 0
    for run, after in zip(text.runs, text.runs[1:], strict=False):
        assert (run.origin, run.at + run.end - begin) != (after.origin, after.at)
        begin = run.end
    assert all(0 <= m.start < m.end <= len(text) for m in text.marks)
    assert list(text.marks) == sorted(text.marks, key=lambda m: (m.start, -m.end, m.kind))


@given(texts(), st.data())
def test_a_slice_is_its_characters_with_their_ink_and_marks(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = text.slice(start, end)
    assert inks(part) == inks(text)[start:end]
    sound(part)


@given(texts(), texts(5), st.data())
def test_a_replacement_keeps_the_rest_and_takes_the_markup_of_the_first(
    text: Text, new: Text, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, put, after = inks(text)[:start], inks(new), inks(text)[end:]
    result = text.replace(start, end, new)
    sound(result)
    got = inks(result)
    assert result.chars == text.chars[:start] + new.chars + text.chars[end:]
    assert got[:start] == before
    assert got[start + len(new) :] == after
    if start < end:
        inherited = named(inks(text)[start].marks)
    else:
        inherited = {(m.kind, m.href) for m in text.marks if m.start < start < m.end}
    for ink, made in zip(put, got[start : start + len(new)], strict=True):
        assert (made.char, made.origin, made.number) == (ink.char, ink.origin, ink.number)
        assert named(made.marks) == named(ink.marks) | inherited


@given(st.lists(texts(6), max_size=4))
def test_joined_texts_are_their_characters_in_order(parts: list[Text]) -> None:
    whole = join(parts)
    assert whole.chars == "".join(p.chars for p in parts)
    assert [(i.char, i.origin, i.number) for i in inks(whole)] == [
        (i.char, i.origin, i.number) for p in parts for i in inks(p)
    ]
    assert joined_runs(parts) == whole.runs
    sound(whole)


@given(texts())
def test_pieces_joined_are_the_text_and_origins_come_in_order(text: Text) -> None:
    assert "".join(chars for chars, _ in text.pieces()) == text.chars
    assert [run for _, run in text.pieces()] == list(text.runs)
    assert text.origins() == tuple(dict.fromkeys(i.origin for i in inks(text)))


def test_writing_numbers_the_characters_from_the_place_given() -> None:
    assert Text("abc").written("x", 5) == Text("abc", (Run(3, "x", 5),))
    assert Text("").written("x", 5) == Text("")
    marked = Text("ab", (), (Mark(0, 1, "em"),))
    assert marked.written("x", 0).marks == marked.marks
    assert len(marked) == 2


def test_neighbours_that_one_origin_wrote_in_one_stretch_are_one_run() -> None:
    text = Text("abcdef").written("x", 3)
    assert text.replace(2, 4, Text("")).runs == (Run(2, "x", 3), Run(4, "x", 7))
    assert join((text.slice(0, 2), text.slice(2, 6))).runs == (Run(6, "x", 3),)
    assert join((text.slice(0, 2), Text("z").written("y", 0), text.slice(2, 6))).runs == (
        Run(2, "x", 3),
        Run(3, "y", 0),
        Run(7, "x", 5),
    )


def test_marks_move_shrink_and_go_with_their_characters() -> None:
    text = Text("un mot deux", (), (Mark(3, 6, "em"), Mark(7, 11, "strong")))
    assert text.replace(3, 6, Text("x")).marks == (Mark(3, 4, "em"), Mark(5, 9, "strong"))
    assert text.replace(4, 9, Text("--")).marks == (Mark(3, 6, "em"), Mark(6, 8, "strong"))
    assert text.replace(2, 7, Text("")).marks == (Mark(2, 6, "strong"),)
    assert text.replace(0, 4, Text("x")).marks == (Mark(1, 3, "em"), Mark(4, 8, "strong"))
    assert text.replace(3, 3, Text("x")).marks == (Mark(4, 7, "em"), Mark(8, 12, "strong"))
    assert text.replace(6, 6, Text("x")).marks == (Mark(3, 6, "em"), Mark(8, 12, "strong"))
    assert text.replace(5, 5, Text("x")).marks == (Mark(3, 7, "em"), Mark(8, 12, "strong"))
    linked = Text("ab", (), (Mark(0, 2, "link", "u"),))
    assert linked.replace(0, 1, Text("x", (), (Mark(0, 1, "em"),))).marks == (Mark(0, 2, "link", "u"), Mark(0, 1, "em"))
