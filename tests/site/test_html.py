"""Words as HTML: nothing of an act is lost, added or taken for markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from clausier.diagnostics import Span
from clausier.emit.blocks import Source, Style, blocks_html
from clausier.emit.html import escape, text_html
from clausier.emit.site.nav import Section, nav_yaml
from clausier.emit.site.page import Page
from clausier.model.provision import Alinea, Fragment, Lacuna, Provision, Quotation, Table
from clausier.text import Mark, Run, Text
from clausier.text.typography import same

SOURCES = {
    "convention": Source(mark="C", rank=0, name="Convention", since="depuis le 1er", href="index.html"),
    "a/1#1": Source(mark="A1", rank=1, name="Avenant, art. 1", since="depuis le 2", href="a.html#op-1-1"),
}
NAMED = Style(source=SOURCES.__getitem__)


class Reader(HTMLParser):
    """The words that a reader sees in each alinéa, and whether every element that is opened is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.alineas: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.balanced = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        self.open.append((tag, kind))
        if tag == "p" and kind.split()[:1] == ["al"]:
            self.alineas.append("")

    def handle_endtag(self, tag: str) -> None:
        self.balanced = self.balanced and bool(self.open) and self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        kinds = [kind.split()[:1] for _, kind in self.open]
        if ["al"] in kinds and ["n"] not in kinds and ["mark"] not in kinds:
            self.alineas[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.balanced
    assert not reader.open
    return reader


def line(
    chars: str, depth: int = 0, label: str = "", *, origin: str = "convention", item: bool | None = None
) -> Alinea:
    return Alinea(
        key=f"k{chars}",
        text=Text(chars).written(origin, 0),
        label=Text(label).written(origin, 0) if label else None,
        depth=depth,
        item=depth > 0 if item is None else item,
    )


def test_signs_of_html_in_an_act_are_words() -> None:
    assert text_html(Text('a <b> & "c"')) == "a &lt;b&gt; &amp; &quot;c&quot;"


def test_emphasis_and_links_nest_as_they_do_in_the_act() -> None:
    text = Text(
        "un deux trois", (), (Mark(0, 7, "strong"), Mark(3, 7, "em"), Mark(8, 13, "link", "https://x.org/?a=1&b"))
    )
    html = '<strong>un <em>deux</em></strong> <a href="https://x.org/?a=1&amp;b">trois</a>'
    assert text_html(text) == html


def test_marks_that_an_amendment_made_overlap_still_close_in_order() -> None:
    html = text_html(Text("abcdef", (), (Mark(0, 4, "strong"), Mark(2, 6, "em"))))
    assert html == "<strong>ab<em>cd</em></strong><em>ef</em>"


def test_a_link_to_anywhere_but_an_address_is_words_alone() -> None:
    for address in ("javascript:alert(1)", "08-gouvernance.md", "data:text/html,x", "//x.org"):
        assert text_html(Text("mot", (), (Mark(0, 3, "link", address),))) == "mot"


def test_no_line_begins_with_a_sign_that_french_sets_with_a_space() -> None:
    assert (
        text_html(Text("le marché ; « oui » : 80 % ?")) == "le marché\u00a0; «\u00a0oui\u00a0»\u00a0: 80\u00a0%\u00a0?"
    )


def test_alineas_are_numbered_through_lists_and_tables() -> None:
    table = Table(key="t", rows=((Text("a"),), (Text("b"),)))
    html = blocks_html((line("un"), line("deux", 1), line("trois", 2), table, line("quatre")), Style(prefix="8.1-"))
    assert [f'id="8.1-al-{n}"' in html for n in (1, 2, 3, 4, 5)] == [True, True, True, True, False]
    assert '<a class="n" href="#8.1-al-3" aria-label="Alinéa 3">3</a> trois' in html


def test_after_a_gap_no_rank_is_shown() -> None:
    html = blocks_html((line("un"), Lacuna(key="l", reason="feuillet perdu"), line("après")), Style())
    assert '<p class="al" id="al-1">' in html
    assert '<a class="n" href="#al-s2" aria-label="Alinéa de rang inconnu">?</a> après' in html
    assert "<strong>Texte non disponible.</strong> Feuillet perdu." in html


def test_by_the_older_count_an_introduction_and_its_list_bear_one_number() -> None:
    html = blocks_html((line("un"), line("a", 1), line("b", 1), line("deux")), Style(older_count=True))
    assert ">1</a> un" in html
    assert 'aria-label="Ligne de l’alinéa 1">·</a> b' in html
    assert '<p class="al" id="al-4"><a class="n" href="#al-4" aria-label="Alinéa 2">2</a> deux' in html


def test_by_the_older_count_the_items_of_a_list_without_an_introduction_are_alineas() -> None:
    html = blocks_html((line("a", 1), line("b", 2), line("c", 1)), Style(older_count=True))
    assert [f'aria-label="{said}"' in html for said in ("Alinéa 1", "Ligne de l’alinéa 1", "Alinéa 2")] == [True] * 3


def test_a_reason_that_was_just_given_is_not_given_again() -> None:
    html = blocks_html((Lacuna(key="l", reason="perdu"),), Style(reason="perdu"))
    assert html == '<div class="lacuna"><p><strong>Texte non disponible</strong>, pour la même raison.</p></div>'


def test_lists_nest_as_the_act_nests_them() -> None:
    blocks = (line("a", 1, "1°"), line("b", 2), line("suite", 1, item=False), line("c", 1, "2°"), line("d"))
    html = blocks_html(blocks, Style(numbered=False))
    reader = read(html)
    assert reader.alineas == ["1° a", "b", "suite", "2° c", "d"]
    assert html.replace("\n", "") == (
        '<ul class="labelled"><li><p class="al"><span class="label">1°</span> a</p>'
        '<ul><li><p class="al">b</p></li></ul><p class="al">suite</p>'
        '</li><li><p class="al"><span class="label">2°</span> c</p></li></ul><p class="al">d</p>'
    )


def test_who_wrote_is_said_once_for_neighbours_and_again_when_it_changes() -> None:
    html = blocks_html((line("un"), line("deux"), line("trois", origin="a/1#1"), line("quatre")), NAMED)
    assert html.count('class="by"') == 3
    assert (
        html.index("Convention</a>")
        < html.index("un</p>")
        < html.index("Avenant, art. 1</a>")
        < html.index("trois</p>")
    )
    assert '<a href="a.html#op-1-1">Avenant, art. 1</a> <span class="since">depuis le 2</span>' in html


def test_words_of_another_hand_inside_an_alinea_bear_its_mark_and_lead_to_its_sentence() -> None:
    text = Text("dix ans au plus", (Run(7, "convention", 0), Run(15, "a/1#1", 0)))
    html = blocks_html((Alinea(key="k", text=text),), NAMED)
    said = 'href="a.html#op-1-1" aria-label="écrit par\u00a0: Avenant, art. 1">A1</a>'
    # The note names both; the words of the one who wrote most stand unmarked.
    assert '<span class="run o0">dix ans<a class="mark o0" href="index.html"' in html
    assert said not in html
    assert html.count("by-one") == 2
    assert read(html).alineas == [" dix ans au plus"]


def test_what_is_suspended_stays_and_says_so() -> None:
    alinea = Alinea(key="k", text=Text("mots").written("convention", 0), status="suspended", status_origin="a/1#1")
    html = blocks_html((alinea,), NAMED)
    assert 'class="al suspended"' in html
    assert '(suspendu, <a href="a.html#op-1-1">Avenant, art. 1</a>)' in html


def test_a_table_has_headers_for_columns_and_rows() -> None:
    rows = (("Membre", "Voix"), ("A <1>", "4,5"), ("B", "1 000"))
    html = blocks_html((Table(key="t", rows=tuple(tuple(Text(c) for c in row) for row in rows)),), Style())
    assert '<th scope="col">Membre</th><th scope="col" class="figure">Voix</th>' in html
    assert '<th scope="row">A &lt;1&gt;</th><td class="figure">4,5</td>' in html
    assert "<caption>Tableau\u00a01</caption>" in html
    assert 'class="figure">1\u00a0000' in html


def test_new_text_stands_in_a_quotation_with_its_headings() -> None:
    child = Provision(id="", kind="article", number="6.3", separator=" – ", prefix="« ", heading=Text("Pilote"))
    quoted = Fragment(blocks=(line("« Tout. »"),), children=(child,))
    html = blocks_html((Quotation(key="q", content=quoted, span=Span("x.md")),), Style())
    assert html.startswith('<blockquote class="quoted">')
    assert "<h3>« 6.3 – Pilote</h3>" in html
    assert 'class="n"' not in html


def test_what_stands_after_an_alinea_follows_it() -> None:
    html = blocks_html((line("un"), line("deux")), Style(after={"kun": "<p>effet</p>"}))
    assert html.index("un</p>") < html.index("<p>effet</p>") < html.index("deux</p>")


WORDS = st.text(st.sampled_from("ab <>&\"'«»;:°é*_`[]{}#\u00a0"), min_size=1, max_size=12).filter(str.strip)


@st.composite
def any_text(draw: st.DrawFn) -> Text:
    chars = draw(WORDS)
    cuts = sorted({*draw(st.lists(st.integers(1, len(chars)), max_size=3)), len(chars)})
    runs = tuple(Run(end, draw(st.sampled_from(tuple(SOURCES))), 0) for end in cuts)
    spans = st.tuples(st.integers(0, len(chars) - 1), st.integers(1, len(chars)))
    marks = [(a, b) for a, b in draw(st.lists(spans, max_size=3)) if a < b]
    kinds: tuple[Literal["em", "strong", "link"], ...] = ("em", "strong", "link")
    made = (Mark(a, b, draw(st.sampled_from(kinds)), "https://x.org/") for a, b in marks)
    return Text(chars, runs, tuple(sorted(made, key=lambda m: (m.start, -m.end, m.kind))))


@given(st.lists(st.tuples(any_text(), st.integers(0, 3), st.booleans()), min_size=1, max_size=6))
def test_every_word_of_every_alinea_is_read_whatever_its_marks_and_hands(parts: list[tuple[Text, int, bool]]) -> None:
    blocks = tuple(Alinea(key=str(n), text=t, depth=d, item=i and d > 0) for n, (t, d, i) in enumerate(parts))
    html = blocks_html(blocks, NAMED)
    assert "\n\n" not in html
    shown = read(html).alineas
    assert len(shown) == len(blocks)
    for seen, block in zip(shown, blocks, strict=True):
        assert same(seen, block.text.chars)


@given(st.text())
def test_escaped_words_are_the_words(words: str) -> None:
    reader = Reader()
    reader.feed(f'<p class="al">{escape(words)}</p>')
    reader.close()
    assert "".join(reader.alineas) == words


def test_a_name_that_looks_like_markup_is_whole_in_the_menu_and_in_the_title() -> None:
    page = Page(path="articles/1.html", title="Seuils <a & b>", nav="Seuils <a & b>")
    assert 'title: "Seuils &lt;a & b>"' in page.markdown(["x"])
    assert '- "Seuils &lt;a & b>": "articles/1.md"' in nav_yaml([Section("<b>", (page,))])
    assert '- "&lt;b>":' in nav_yaml([Section("<b>", (page,))])
