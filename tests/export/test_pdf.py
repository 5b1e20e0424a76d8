"""Documents as PDF, read back by another program: their words, their tags, their language, always the same bytes."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from pdfminer.high_level import extract_text
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser

from clausier.export.compare import Compared, Pair
from clausier.export.composed import Composed, act_composed, changes_composed, version_composed
from clausier.export.content import blocks, changed_blocks, spans
from clausier.export.flow import Line, Part, Piece
from clausier.export.identity import Identity
from clausier.export.pdf import pdf
from clausier.text import Mark, Text
from export.test_tracked_changes import SOME, real
from properties.oracle import Story
from properties.stories import stories
from properties.test_laws import after, timeline
from support.calling import called
from support.projects import ROOT

SAID = Identity(title="Achat de papier", running="Achat de papier", named="Version d’essai", header="Version d’essai")


def holding(*pieces: Piece, contents: bool = False) -> Composed:
    """A document of nothing but these."""
    return Composed(said=SAID, parts=(Part(id="", title="", pieces=pieces),), contents=contents)


def read(content: bytes) -> str:
    """The words of a PDF, lines and pages joined; a hyphen at the end of a line is the typesetter's."""
    plain = extract_text(io.BytesIO(content)).replace("\u00ad", "").replace("\x0c", "\n")
    return re.sub(r"-\n", "", plain).replace("\u00a0", " ")


def words(lines: Iterable[str]) -> set[str]:
    """The words of a story, each whole."""
    return {w.lower() for w in re.findall(r"[^\W\d_][\w’-]*\d+", " ".join(lines))}


def catalog(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = PDFDocument(PDFParser(io.BytesIO(content))).catalog
    return found


def squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text)


def item(label: str, text: str, level: int = 1, number: str = "") -> Line:
    return Line(kind="item", text=Text(f"{label}\t{text}"), level=level, number=number)


@settings(
    SOME, max_examples=12, phases=(Phase.explicit, Phase.generate)
)  # a PDF takes too long for a search of the least
@given(stories(most_acts=2))
def test_every_word_of_a_text_is_in_its_pdf_and_of_two_texts_in_that_of_what_changes(story: Story) -> None:
    made = timeline(story)
    last = len(story.acts)
    old, new = (words(story.text(n)) for n in (0, last))
    hyphened = {w.replace("-", ""): w for w in old | new}

    def found(content: bytes) -> set[str]:
        # A line may end behind the hyphen of a word, or behind its apostrophe.
        joined = re.sub(r"(?<=\w)-\s*|-|(?<=’)\s+", "", read(content))
        there = {hyphened.get(w, w) for w in words([joined])}
        return {w for w in there if not re.fullmatch(r"a0\d", w)}  # the name of the version

    assert found(pdf(version_composed(made, after(made, last)))) == new
    assert found(pdf(changes_composed(made, after(made, 0), after(made, last)))) == old | new


def test_a_pdf_is_tagged_in_french_named_after_its_text_and_twice_the_same() -> None:
    made = real()
    content = pdf(version_composed(made, made.versions[-1]))
    assert content == pdf(version_composed(made, made.versions[-1]))
    top = catalog(content)
    assert top["MarkInfo"]["Marked"] is True
    assert "StructTreeRoot" in top
    assert "Outlines" in top
    assert top["Lang"] == b"fr-FR"
    assert b"pdfuaid" in content  # what it claims to be, in its metadata
    text = read(content)
    pages = [(int(a), int(b)) for a, b in re.findall(r"Page (\d+) sur (\d+)", text)]
    assert pages == [(n, len(pages)) for n in range(1, len(pages) + 1)]
    assert text.count("Seuls les originaux signés font foi.") == len(pages) + 1  # at each foot, and on the first page
    assert "Version issue de l’avenant n° 1, en vigueur à compter du 31 décembre 2022" in text


def test_the_alineas_of_the_real_text_stand_in_its_pdf_in_their_order() -> None:
    made = real()
    text = squeezed(read(pdf(version_composed(made, made.versions[-1]))))
    at = 0
    for provision in made.versions[-1].document.walk():
        for alinea in provision.alineas:
            # A page may end inside it: its first words are enough to find it.
            start = squeezed(alinea.text.chars.replace("\u00a0", " "))[:40]
            found = text.find(start, at)
            assert found >= at, alinea.text.chars
            at = found


def test_an_act_is_set_with_its_quotations_and_a_provision_alone() -> None:
    made = real()
    act = read(pdf(act_composed(made, made.act("avenant-1"))))
    assert "ARTICLE 2 : MODIFICATION DE L'ARTICLE 2" in act
    assert "« 6.3 – Désignation du pilote" in act
    alone = read(pdf(version_composed(made, made.versions[-1], made.versions[-1].document.children[1])))
    assert "Les contrats pourront comporter deux types de prestations" in alone
    assert "COGOUV" not in alone


def test_what_typst_takes_for_orders_elsewhere_is_words_here() -> None:
    sentence = "#panic() $x$ *a* _b_ @c <d> \\e `f` // g /* h ~ i -- j ... k"
    line = Line(kind="alinea", text=Text(sentence), number="1")
    assert squeezed(sentence) in squeezed(read(pdf(holding(line))))


_LABELS = ["3°", "1°", "b)", "–"]


def test_a_sign_that_no_font_has_is_named_in_its_place() -> None:
    text = Text("☐ Oui \N{FAMILY}\N{MAN}\u200d\N{WOMAN} et \N{CJK UNIFIED IDEOGRAPH-6587}.")
    composed = holding(Line(kind="alinea", text=text, number="1"))
    assert "☐ Oui [signe U+1F46A][signe U+1F468][signe U+1F469] et [signe U+6587]." in read(pdf(composed))


def test_labels_are_set_as_written_never_counted() -> None:
    lines = [item("3°", "trois"), item("1°", "un"), item("b)", "bis", 2), item("–", "tiret")]
    # The reader guesses lines from where signs stand: each label, each word, and no other figure.
    words_ = [w for w in read(pdf(holding(*lines))).split() if w in _LABELS or w[0].isdigit()]
    assert sorted(words_) == sorted([*_LABELS, "1", "1"])  # « Page 1 sur 1 »


def test_lists_are_nested_as_they_are_and_a_further_paragraph_stays_in_its_item() -> None:
    more = Line(kind="item", text=Text("suite"), level=1, number="4")
    found = blocks([item("1°", "un", number="1"), item("a)", "deux", 2, "2"), item("2°", "trois", number="3"), more])
    assert [b["kind"] for b in found] == ["list"]
    first, second = found[0]["items"]
    assert (first["label"], first["number"], [s["text"] for s in first["spans"]]) == ("1°", "1", ["un"])
    assert [i["label"] for i in first["blocks"][0]["items"]] == ["a)"]
    assert second["blocks"] == [
        {"kind": "item", "level": 1, "number": "4", "spans": [{"text": "suite", "op": "equal"}]}
    ]


def test_emphasis_and_links_of_the_web_are_kept_and_no_others() -> None:
    text = Text(
        "un deux trois", marks=(Mark(0, 2, "strong"), Mark(3, 7, "em"), Mark(3, 7, "link", "https://exemple.fr"))
    )
    assert spans(text) == [
        {"text": "un", "op": "equal", "strong": True},
        {"text": " ", "op": "equal"},
        {"text": "deux", "op": "equal", "em": True, "href": "https://exemple.fr"},
        {"text": " trois", "op": "equal"},
    ]
    assert "href" not in spans(Text("voir", marks=(Mark(0, 4, "link", "javascript:x"),)))[0]
    assert pdf(holding(Line(kind="alinea", text=text)))


def test_missing_words_are_not_shown_as_taken_out() -> None:
    gap = Line(kind="gap", text=Text("[Texte non disponible.]"))
    new = Line(kind="alinea", text=Text("Le pilote."))
    found = changed_blocks([Compared(id="1", title="1", pairs=(Pair(gap, None), Pair(None, new)))])
    assert [[(s["op"], s["text"]) for s in b["spans"]] for b in found] == [
        [("equal", "Rédaction antérieure\u00a0: "), ("equal", "[Texte non disponible.]")],
        [("insert", "Le pilote.")],
    ]


def test_headings_that_step_over_a_level_are_set_one_below_the_one_before() -> None:
    lines = [Line(kind="heading", text=Text(f"Titre {n}"), level=n) for n in (1, 4, 2)]
    text = read(pdf(holding(*lines, contents=True)))  # PDF/UA refuses the step as it is
    assert text.count("Titre 4") == 2


@pytest.fixture
def without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)


@pytest.mark.usefixtures("without_typst")
def test_without_typst_the_command_says_what_to_install_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = called("export", "pdf", project=ROOT, code=1).stderr
    assert "OUT106" in said
    assert "clausier[export]" in said
    assert list(ROOT.glob("*.pdf")) == []


def test_columns_are_for_word() -> None:
    refused = called("export", "pdf", "--from", "convention", "--columns", project=ROOT, code=2)
    assert "document Word" in refused.stderr
