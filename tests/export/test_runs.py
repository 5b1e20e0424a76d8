"""Characters in a Word paragraph: what comes and goes, word by word, under emphasis and links."""

from __future__ import annotations

from typing import Literal
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from clausier.export.authors import Author
from clausier.export.word.layout import paragraph
from clausier.export.word.runs import Ink, reworded, text_runs, whole
from clausier.text import Mark, Text, join
from export.word_reader import W, _paragraph

SIGNED = Author("Avenant n° 3")
KINDS: st.SearchStrategy[Literal["em", "strong", "link"]] = st.sampled_from(("em", "strong", "link"))
WORDS = st.lists(st.sampled_from(("le", "pilote", "l’accès", "aux", "voix", "1°", "\t", ",")), max_size=12)
NAMES = f'xmlns:w="{W[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def read(content: str, *, accept: bool = True) -> tuple[str, str, str]:
    """The words of the runs, those in bold, those in italics."""
    found = _paragraph(ET.fromstring(f"<w:p {NAMES}>{content}</w:p>"), accept)  # noqa: S314 - our own
    return found.text, found.bold, found.italic


@st.composite
def texts(draw: st.DrawFn) -> Text:
    chars = " ".join(draw(WORDS))
    cuts = st.integers(0, len(chars))
    drawn = draw(st.lists(st.tuples(cuts, cuts, KINDS), max_size=3))
    # As Markdown gives them: none empty, in the order of their beginnings.
    marks = {(min(a, b), max(a, b), kind) for a, b, kind in drawn if a != b}
    ordered = sorted(marks, key=lambda m: (m[0], -m[1], m[2]))
    return Text(chars).marked(tuple(Mark(a, b, k, "https://exemple.fr" if k == "link" else "") for a, b, k in ordered))


def seen(text: Text) -> tuple[str, str, str]:
    """The same three of a text, worked out character by character."""

    def under(kind: str) -> str:
        there = {i for m in text.marks if m.kind == kind for i in range(m.start, m.end)}
        return "".join(c for i, c in enumerate(text.chars) if i in there)

    return text.chars, under("strong"), under("em")


@given(texts(), texts())
def test_reworded_text_is_the_new_one_accepted_and_the_old_one_rejected_emphasis_too(old: Text, new: Text) -> None:
    content = reworded(old, new, lambda *_: SIGNED, Ink())
    assert read(content) == seen(new)
    assert read(content, accept=False) == seen(old)


@given(texts())
def test_a_text_that_comes_or_goes_whole_is_nothing_on_the_other_side(text: Text) -> None:
    came, went = (whole(op, text, lambda *_: SIGNED, Ink()) for op in ("insert", "delete"))
    assert read(came) == read(went, accept=False) == seen(text)
    assert read(came, accept=False) == read(went) == ("", "", "")


@given(texts())
def test_a_text_as_it_is_has_its_emphasis_and_its_links(text: Text) -> None:
    ink = Ink()
    assert read(text_runs(text, ink)) == seen(text)
    assert set(ink.links) == ({"https://exemple.fr"} if any(m.kind == "link" for m in text.marks) else set())


def test_a_link_that_is_no_address_of_the_web_leads_nowhere() -> None:
    ink = Ink()
    text = Text("voir", marks=(Mark(0, 4, "link", "javascript:alert(1)"),))
    assert "hyperlink" not in text_runs(text, ink)
    assert ink.links == {}


def test_each_word_of_a_line_that_comes_bears_the_act_that_wrote_it() -> None:
    first, second = Text("Le pilote ").written("a2", 0), Text("vote.").written("a3", 0)
    content = whole("insert", join((first, second)), lambda _, origin, __: Author(origin.upper()), Ink())
    found = ET.fromstring(f"<w:p {NAMES}>{content}</w:p>")  # noqa: S314 - our own
    assert [(e.get(f"{W}author"), "".join(e.itertext())) for e in found] == [("A2", "Le pilote "), ("A3", "vote.")]


def test_words_that_stay_are_not_marked_and_those_that_change_bear_author_and_day() -> None:
    import datetime

    signed = Author("Avenant n° 3", datetime.date(2024, 2, 1))
    content = reworded(Text("le pilote vote"), Text("le coordonnateur vote"), lambda *_: signed, Ink())
    found = ET.fromstring(f"<w:p {NAMES}>{content}</w:p>")  # noqa: S314 - our own
    marked = [(e.tag[len(W) :], e.get(f"{W}author"), e.get(f"{W}date")) for e in found if e.tag != f"{W}r"]
    assert marked == [(kind, "Avenant n° 3", "2024-02-01T00:00:00Z") for kind in ("del", "ins")]
    assert ["".join(e.itertext()) for e in found] == ["le ", "pilote", "coordonnateur", " vote"]


def test_what_xml_cannot_hold_is_shown_as_a_sign_that_something_is_missing() -> None:
    assert read(text_runs(Text("a\x01<b>&\ud800"), Ink()))[0] == "a\ufffd<b>&\ufffd"


def test_the_name_of_an_author_is_cut_where_word_would_refuse_it() -> None:
    found = whole("insert", Text("mot"), lambda *_: Author("x" * 300), Ink())
    assert f'w:author="{"x" * 254}…"' in found


def test_a_paragraph_without_words_is_one_all_the_same() -> None:
    assert paragraph("Intervalle", "") == '<w:p><w:pPr><w:pStyle w:val="Intervalle"/></w:pPr></w:p>'
