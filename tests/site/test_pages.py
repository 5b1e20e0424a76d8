"""What the generated pages say and where they lead, on a made-up convention that has every kind of passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clausier.compile import Compiled, compile_project
from clausier.emit.anchors import slug
from clausier.emit.site.atlas import atlas
from clausier.emit.site.names import named, worded
from clausier.emit.site.nav import MOST, Section, in_parts, nav_yaml
from clausier.emit.site.page import Page, coded, heading, relative
from clausier.emit.site.rules import said
from clausier.text.typography import unbroken
from support.paged import pages_of, site_pages
from support.projects import ROOT, sound, written

ONLY_ORIGINALS = "Seuls les originaux signés font foi."


def test_an_address_is_as_seen_from_the_page() -> None:
    assert relative("articles/8.html", "articles/6.html#6.3") == "6.html#6.3"
    assert relative("articles/8.html", "articles/8.html#al-1") == "#al-1"
    assert relative("articles/8.html", "articles/8.html") == "8.html"
    assert relative("articles/8.html", "avenants/a.html#op-1-1") == "../avenants/a.html#op-1-1"
    assert relative("index.html", "data/versions/a/b.json") == "data/versions/a/b.json"
    assert relative("a/b/c.html", "a/d.html") == "../d.html"


def test_a_name_in_an_address_has_plain_letters() -> None:
    assert [slug(w) for w in ("8.1", "2 bis", "L. 2113-6", "préambule", "5 (2)#1", "convention+a@2023-01-01")] == [
        "8.1",
        "2-bis",
        "L.-2113-6",
        "preambule",
        "5-2-1",
        "convention-a-2023-01-01",
    ]


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30))
def test_a_heading_says_its_words_whatever_their_signs(words: str) -> None:
    tokens = MarkdownIt().parse(heading(2, f"x{words}x"))
    inline = tokens[1]
    assert tokens[0].tag == "h2"
    shown = "".join(t.content for t in inline.children or () if t.type in {"text", "text_special"})
    assert shown == f"x{words}x"
    assert all(t.type in {"text", "text_special"} for t in inline.children or ())


def test_words_between_backticks_are_code() -> None:
    assert coded("la clé `a<b` manque") == "la clé <code>a&lt;b</code> manque"


def test_a_menu_opens_a_section_on_its_index() -> None:
    index, one = (
        Page(path="articles/index.html", title="Texte", nav="Texte"),
        Page(path="articles/1.html", title='Article 1 : "a"', nav='Article 1 : "a"'),
    )
    home = Page(path="index.html", title="Accueil", nav="Accueil")
    assert yaml.safe_load(nav_yaml([home, Section("Texte", (index, one))])) == {
        "nav": [
            {"Accueil": "index.md"},
            {"Texte": ["articles/index.md", {'Article\u00a01\u00a0: "a"': "articles/1.md"}]},
        ]
    }


def series(count: int, part: str = "") -> list[Page]:
    return [
        Page(path=f"articles/{n}.html", title=f"{n}", nav=f"Article {n} – Titre de {n}", part=part)
        for n in range(1, count + 1)
    ]


def test_a_short_series_stands_in_the_menu_as_it_is() -> None:
    index = Page(path="articles/index.html", title="Texte", nav="Texte")
    pages = [index, *series(MOST, "Titre I")]
    assert in_parts(pages) == tuple(pages)


def test_a_long_series_is_laid_in_parts_that_its_ends_name() -> None:
    index = Page(path="articles/index.html", title="Texte", nav="Texte")
    glossary = Page(path="glossaire.html", title="Glossaire", nav="Glossaire")
    articles = series(MOST * 2 + 1)
    assert in_parts([index, *articles, glossary]) == (
        index,
        Section("Article 1 … Article 40", tuple(articles[:40])),
        Section("Article 41 … Article 80", tuple(articles[40:80])),
        Section("Article 81 … Article 121", tuple(articles[80:])),
        glossary,
    )


def test_a_long_series_is_laid_in_its_own_parts_first() -> None:
    one, two = series(2, "Titre I – Objet"), series(MOST + 1, "Titre II – Durée")
    assert in_parts([*one, *two]) == (
        Section("Titre I – Objet", tuple(one)),
        Section(
            "Titre II – Durée",
            (
                Section("Article 1 … Article 30", tuple(two[:30])),
                Section("Article 31 … Article 61", tuple(two[30:])),
            ),
        ),
    )


def test_parts_that_are_too_many_are_laid_in_parts_again() -> None:
    (first, second) = in_parts(series(MOST * MOST + 1))
    assert isinstance(first, Section)
    assert isinstance(second, Section)
    assert (first.name, len(first.pages)) == ("Article 1 … Article 1770", 30)
    assert (second.name, len(second.pages)) == ("Article 1771 … Article 3601", 31)


def sources(menu: Any) -> Iterator[str]:
    """The pages of a menu, in its order."""
    match menu:
        case str():
            yield menu
        case list():
            for entry in menu:
                yield from sources(entry)
        case dict():
            for entry in menu.values():
                yield from sources(entry)
        case _:
            raise TypeError(menu)


def test_every_page_is_in_the_menu_once(pages: dict[str, str]) -> None:
    menu = yaml.safe_load(pages[".nav.yml"])["nav"]
    listed = list(sources(menu))
    assert sorted(listed) == sorted(path for path in pages if path.endswith(".md"))
    assert [next(iter(entry)) for entry in menu] == [
        "Accueil",
        "Texte consolidé",
        "Versions",
        "Comparer",
        "Avenants",
        "Gouvernance",
        "Guide",
        "Contrôles",
        "À propos",
    ]


def test_the_menu_has_each_comparison_once_and_its_two_pages_below_it(pages: dict[str, str]) -> None:
    (compared,) = (entry["Comparer"] for entry in yaml.safe_load(pages[".nav.yml"])["nav"] if "Comparer" in entry)
    first, *pairs = compared
    assert first == "comparer/index.md"
    assert len(pairs) == len({name for pair in pairs for name in pair}) > 1
    views = [view for pair in pairs for (views,) in [pair.values()] for view in views]
    assert [next(iter(view)) for view in views] == ["Changements mot à mot", "Tableau comparatif"] * len(pairs)


def test_the_guide_s_menu_is_in_the_order_of_its_first_page(pages: dict[str, str]) -> None:
    (guide,) = (entry["Guide"] for entry in yaml.safe_load(pages[".nav.yml"])["nav"] if "Guide" in entry)
    first, *parts = guide
    assert first == "guide/index.md"
    linked = re.findall(r"^\| .* \[.*\]\((.*\.md)\) \|$", pages["guide/index.md"], re.MULTILINE)
    assert list(sources(parts)) == [f"guide/{name}" for name in linked]
    assert [next(iter(part)) for part in parts] == [
        "Écrire",
        "Vérifier",
        "Appliquer les règles",
        "Publier et transmettre",
        "L’outil et les programmes",
    ]


def test_no_two_pages_of_the_guide_have_one_number() -> None:
    """A page is named by the next free number and its title; the number stays, and its place is that of the first page."""
    names = [path.name for path in (ROOT / "site/guide").glob("*.md") if path.name != "index.md"]
    numbers = [int(name.partition("-")[0]) for name in names]
    assert sorted(numbers) == list(range(1, len(names) + 1))


def test_same_project_same_bytes(essai: Compiled, essai_root: Path) -> None:
    first, second = (site_pages(essai, essai_root, {"convention.json": b"{}"}) for _ in range(2))
    assert first == second
    assert list(first) == sorted(first)


def test_the_shared_part_knows_no_convention(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if not path.startswith("controles/"):  # where a code may take its example from anywhere
            assert "Grand Est" not in text, path


TEXTS = (
    "index.md",
    "articles/index.md",
    "articles/1.md",
    "articles/preambule.md",
    "texte-integral.md",
    "versions/index.md",
    "versions/convention.md",
    "comparer/convention_avenant-1.md",
    "avenants/avenant-1.md",
    "avenants/avenant-4.md",
    "gouvernance.md",
    "coalitions.md",
    "obligations.md",
    "calendrier.md",
    "regles.md",
)


@pytest.mark.parametrize("path", TEXTS)
def test_every_text_says_that_only_the_originals_bind(pages: dict[str, str], path: str) -> None:
    assert ONLY_ORIGINALS in pages[path]


def test_each_unit_of_the_text_in_force_has_its_page(pages: dict[str, str]) -> None:
    articles = {path for path in pages if path.startswith("articles/")}
    names = ("index", "ouverture", "preambule", "1", "2", "3", "4", "5", "annexe-1")
    assert articles == {f"articles/{name}.md" for name in names}
    assert "## 3.2 – Fin {#3.2}" in pages["articles/3.md"]


def test_articles_stand_under_their_divisions(pages: dict[str, str]) -> None:
    index = pages["articles/index.md"]
    assert index.index("## Titre\u00a0I – Ce qu’on essaie {#titre-I}") < index.index('href="1.html"')
    assert (
        index.index('href="2.html"')
        < index.index("## Titre\u00a0II – Ce qui suit {#titre-II}")
        < index.index('href="3.html"')
    )
    assert '<a href="index.html#titre-I">Titre\u00a0I – Ce qu’on essaie</a>' in pages["articles/1.md"]
    assert "## Titre\u00a0I" in pages["texte-integral.md"]


def test_words_are_told_by_act_article_and_date(pages: dict[str, str]) -> None:
    text = pages["articles/1.md"]
    assert '<a href="../avenants/avenant-1.html#op-1-1">Avenant n°\u00a01, art.\u00a01</a>' in text
    assert '<span class="since">à compter du 1er\u00a0mars\u00a02021</span>' in text
    assert '<span class="since">en vigueur au plus tard le 31\u00a0mai\u00a02022</span>' in text
    assert '<span class="run o1">douze ans<a class="mark o1"' in text


def test_missing_words_are_marked_with_their_reason(pages: dict[str, str]) -> None:
    assert "<strong>Texte non disponible.</strong> Le feuillet a été perdu." in pages["articles/5.md"]
    assert 'href="5.html">Article\u00a05 – Coûts</a>' in pages["articles/index.md"]
    assert pages["articles/index.md"].count("texte non disponible") == 2


def test_a_repealed_article_leaves_its_stone_and_names_who_laid_it(pages: dict[str, str]) -> None:
    text = pages["articles/4.md"]
    assert "# Article\u00a04 (abrogé) {#4}" in text
    assert 'Abrogé\u00a0:</span> <span class="mark o1" aria-hidden="true">A1</span>' in text
    assert "Un bilan est fait." in text.partition("## Rédactions antérieures")[2]


def test_another_heading_is_told_apart_from_the_words_under_it(pages: dict[str, str]) -> None:
    assert (
        '<span class="by-what">Intitulé\u00a0:</span> <span class="mark o1" aria-hidden="true">A1</span> '
        '<a href="../avenants/avenant-1.html#op-2-1">Avenant n°\u00a01, art.\u00a02</a>'
    ) in pages["articles/3.md"]


def test_an_operation_that_left_no_word_is_linked_all_the_same(pages: dict[str, str]) -> None:
    text = pages["articles/2.md"]
    assert "Modifié aussi par\u00a0:" in text
    assert 'href="../avenants/avenant-1.html#op-1-2"' in text


def test_earlier_wordings_are_folded_the_newest_first(pages: dict[str, str]) -> None:
    former = pages["articles/1.md"].partition("## Rédactions antérieures")[2]
    assert former.count("<details") == 2
    assert former.index("Version issue de l’avenant n°\u00a01, ") < former.index("Version initiale, ")
    assert former.index("douze ans") < former.index("dix ans")
    assert "Rédactions antérieures" not in pages["articles/preambule.md"]


def test_an_earlier_wording_is_given_the_days_of_all_the_versions_that_had_it(tmp_path: Path) -> None:
    """Article 1 is reworded in 2021 and 2023, article 2 in 2022: the wording of 2021 is that of two versions."""
    files = {
        "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
        "convention/01.md": "# Article 1\n\nUn.\n",
        "convention/02.md": "# Article 2\n\nUn.\n",
    }
    for n, article in ((1, 1), (2, 2), (3, 1)):
        day = f"202{n}-03-01"
        files[f"amendments/{n}/avenant.yml"] = (
            f"id: avenant-{n}\ntitre: Avenant n° {n}\nsignature: {day}\nen-vigueur: {day}\n"
        )
        files[f"amendments/{n}/01.md"] = (
            f'---\nopérations:\n  - remplacer: "{article}"\n---\n# Article 1\n\n'
            f"L’article {article} est ainsi rédigé :\n\n> « Texte {n}. »\n"
        )
    found = pages_of(sound(written(tmp_path, files), checks=False), tmp_path)
    told = re.findall("<summary>(.*?)</summary>", found["articles/1.md"].replace("\u00a0", " "))
    assert told == [
        "De la version issue de l’avenant n° 1 à la version issue de l’avenant n° 2, en vigueur du 1er mars 2021 au 28 février 2023",
        "Version initiale, en vigueur du 1er janvier 2020 au 28 février 2021",
    ]


def test_an_article_that_did_not_exist_says_so(pages: dict[str, str]) -> None:
    former = pages["articles/3.md"].partition("## Rédactions antérieures")[2]
    assert "3.2 – Fin" not in former
    assert former.count("<details") == 2


def test_remarks_and_notes_stand_beside_the_words(pages: dict[str, str]) -> None:
    five, two, one, act = (
        pages[p] for p in ("articles/5.md", "articles/2.md", "articles/1.md", "avenants/avenant-1.md")
    )
    for text, other in ((five, "2.html"), (two, "5.html")):
        remark = text.partition('<details class="remarks" data-search-exclude>')[2].partition("</details>")[0]
        assert "ne dit pas laquelle" in remark
        assert f'Voir aussi <a href="{other}">' in remark
    assert "<strong>Note d’édition.</strong> L’acte dit «\u00a010 ans\u00a0»" in one.replace(
        "« 10 ans »", "«\u00a010 ans\u00a0»"
    )
    assert "L’alinéa n’a pas de numéro." in act
    assert "Note d’édition" in act


def test_each_sentence_leads_to_what_it_changed(pages: dict[str, str]) -> None:
    act = pages["avenants/avenant-1.md"]
    effects = dict(re.findall(r'<p class="effect" id="(op-[^"]+)">(.*)</p>', act))
    assert list(effects) == ["op-1-1", "op-1-2", "op-2-1", "op-3-1", "op-4-1"]
    assert effects["op-1-1"] == (
        "Remplace les mots «\u00a0dix ans\u00a0» par «\u00a0douze ans\u00a0», à l’article\u00a01, al.\u00a02. "
        '<span class="see">Voir <a href="../articles/1.html">1</a></span>.'
    )
    assert effects["op-3-1"].startswith("Abroge l’article\u00a04.")
    first, second = act.index("sont remplacés par les mots"), act.index("sont supprimés.")
    assert first < act.index('id="op-1-1"') < second < act.index('id="op-1-2"')


def test_new_text_stands_quoted_after_its_sentence(pages: dict[str, str]) -> None:
    act = pages["avenants/avenant-1.md"]
    quoted = act.partition('<blockquote class="quoted">')[2].partition("</blockquote>")[0]
    assert "«\u00a0Chacun paie sa part.\u00a0»" in quoted
    assert act.index('id="op-4-1"') < act.index('<blockquote class="quoted">')


def test_a_column_that_nobody_fills_is_left_out(pages: dict[str, str]) -> None:
    act = pages["avenants/avenant-1.md"]
    assert '<th scope="col">Partie</th><th scope="col">Qualité</th></tr>' in act
    assert '<th scope="row">Commune A</th><td>maire</td>' in act


def test_a_draft_and_a_pending_act_are_shown_and_in_no_version(pages: dict[str, str]) -> None:
    assert "<strong>Projet</strong>" in pages["avenants/avenant-4.md"]
    assert "Trois fois au plus." in pages["avenants/avenant-4.md"]
    assert "Trois fois" not in pages["texte-integral.md"]
    coming = pages["index.md"].partition("## À venir")[2].partition("</ul>")[0]
    assert re.findall(r'href="avenants/(avenant-\d)\.html"', coming) == ["avenant-3", "avenant-4"]
    assert "extension" in coming


def test_a_day_whose_text_is_open_is_explained(pages: dict[str, str]) -> None:
    versions = pages["versions/index.md"]
    assert "Du 1er\u00a0mai\u00a02022 au 30\u00a0mai\u00a02022" in versions
    assert "<strong>Indéterminé</strong>" in versions
    assert "jour laissé en blanc" in versions
    assert (
        "en vigueur à compter du 31\u00a0mai\u00a02022 de façon certaine, et peut-être dès le 1er\u00a0mai\u00a02022"
        in pages["articles/1.md"]
    )


def test_no_page_says_of_a_day_that_it_is_past_since_its_reader_may_come_before(pages: dict[str, str]) -> None:
    told = [p for p, text in pages.items() if not p.startswith("guide/") and re.search(r"[Dd]epuis\sle\s\d", text)]
    assert told == []
    assert "en vigueur à compter du" in pages["index.md"]


def test_a_redline_says_its_changes_in_words_too(pages: dict[str, str]) -> None:
    redline = pages["comparer/convention_avenant-1.md"]
    spoken = '<del><span class="only-heard">[suppression\u00a0: </span>dix<span class="only-heard"> – fin]</span></del>'
    assert spoken in redline
    assert '<ins><span class="only-heard">[ajout\u00a0: </span>douze' in redline
    assert "## Article\u00a04 (abrogé) {#4}" in redline
    assert '<a href="../avenants/avenant-1.html#op-1-1">' in redline.partition("## Article\u00a02")[0]


def test_a_comparison_names_the_version_in_which_a_provision_is_read(pages: dict[str, str]) -> None:
    """Not « le texte en vigueur »: the last version may have yet to begin on the day when the page is read."""
    for path in (p for p in pages if p.startswith("comparer/") and p != "comparer/index.md"):
        said = re.findall(r'<p class="read"><a href="\.\./articles/[^"]+">([^<]+)</a></p>', pages[path])
        assert said
        assert len(set(said)) == len(said)  # each says where it leads, for those who go from link to link
        assert all(re.fullmatch("Lire l.*\\S dans la version issue de l’avenant n°\u00a02", words) for words in said)


def test_a_redline_shows_what_becomes_of_a_heading(real_pages: dict[str, str]) -> None:
    page = real_pages["comparer/convention_avenant-1.md"]
    article = page.partition("## Article\u00a06 ")[2].partition("## ")[0]
    line = re.sub('<span class="only-heard">[^<]*</span>', "", article)
    assert (
        'Article\u00a06 – <span class="restated">Coordonnateur </span><ins>et Pilote </ins>'
        '<span class="restated">du groupement de commandes</span></p>'
    ) in line  # the act gives the heading whole, two words of it new
    assert "– Désignation du pilote</ins>" not in page  # a heading that is new whole is said by the page's own


def test_words_are_never_set_against_the_notice_of_a_gap(pages: dict[str, str]) -> None:
    redline = pages["comparer/convention_avenant-1.md"].partition("## Article\u00a05")[2]
    gap = '<p class="line gap"><strong>Texte non disponible.</strong> Le feuillet a été perdu.</p>'
    assert redline.index(gap) < redline.index('<p class="line whole-in"><ins>')
    assert "<del>" not in redline


def test_each_column_of_the_comparison_reads_as_its_version(essai: Compiled, pages: dict[str, str]) -> None:
    before, after = essai.timeline.versions[:2]
    table = pages[f"comparer/{before.id}_{after.id}-tableau.md"]
    article = table.partition("## Article\u00a01 ")[2].partition("\n## ")[0]
    rows = re.findall("<tr><td>(.*?)</td><td>(.*?)</td></tr>", article)
    for side, version in enumerate((before, after)):
        shown = [re.sub('<span class="only-heard">[^<]*</span>', "", row[side]) for row in rows]
        lines = [unescape(re.sub("<[^>]+>", "", line)) for line in shown]
        text = next(p for p in version.document.walk() if p.number == "1")
        assert [line for line in lines if line] == [unbroken(alinea.text.chars) for alinea in text.alineas]
    assert "<del>" in article
    assert "<ins>" in article


def test_comparisons_stand_below_the_version_that_makes_the_changes(pages: dict[str, str]) -> None:
    page = pages["comparer/index.md"].replace("\u00a0", " ")
    told = [
        (section.partition(" {")[0], re.findall('<th scope="row">(.*?)</th>', section))
        for section in page.split("\n## ")[1:]
    ]
    assert [(name, len(rows)) for name, rows in told][-1] == ("Version issue de l’avenant n° 1", 1)
    assert told[0][1][-1] == "la version initiale"
    assert sum(len(rows) for _, rows in told) == len(
        [p for p in pages if p.startswith("comparer/") and p.endswith("-tableau.md")]
    )


def test_versions_are_compared_each_with_each(pages: dict[str, str]) -> None:
    others = ("versions/index.md", "versions/a-une-date.md")
    versions = [p for p in pages if p.startswith("versions/") and p not in others]
    compared = [p for p in pages if p.startswith("comparer/") and p != "comparer/index.md"]
    assert len(versions) >= 3
    assert len(compared) == len(versions) * (len(versions) - 1)  # two pages a pair
    for path in compared:
        assert f'href="{path.removeprefix("comparer/").removesuffix(".md")}.html"' in pages["comparer/index.md"]


def test_what_the_keepers_admit_is_told_apart(pages: dict[str, str]) -> None:
    found, _, admitted = pages["controles/index.md"].partition("## Avertissements admis")
    assert "TXT201" not in found.partition("## Constats")[2]
    assert "L’acte ne porte pas" in admitted
    assert "Admis\u00a0: l’acte ne nomme personne" in admitted


def plain(words: str) -> str:
    """Words with ordinary spaces alone."""
    return words.strip().replace("\u00a0", " ")


def test_every_code_is_explained(pages: dict[str, str]) -> None:
    from clausier.catalogue import CODES

    for code in CODES:
        page = pages[f"controles/{code.id[:3].lower()}.md"]
        assert re.search(rf"^## {code.id} – .+ {{#{code.id}}}$", page, re.MULTILINE)
        assert plain(code.explanation) in plain(page)


def test_the_project_s_own_pages_take_the_place_of_the_shared_ones(pages: dict[str, str]) -> None:
    assert "Une introduction *à soi*." in pages["index.md"]
    assert pages["mentions.md"].startswith("# Qui publie")
    assert "# Nous écrire" in pages["contact.md"]
    assert "accessibilite.md" in pages
    assert "accueil.md" not in pages


def test_the_title_of_the_convention_is_words(pages: dict[str, str]) -> None:
    assert r"# Convention d’essai &lt;entre&gt; A &amp; B, dite \*essai\*" in pages["index.md"]


def test_data_are_published_with_a_manifest_of_them(essai: Compiled, essai_root: Path) -> None:
    files = site_pages(essai, essai_root, {"convention.json": b"{}", "versions/a/convention.md": b"# a"})
    assert files["docs/data/convention.json"] == b"{}"
    assert files["docs/data/versions/a/convention.txt"] == b"# a"
    assert b'"convention.json"' in files["docs/data/manifest.json"]
    page = files["docs/donnees.md"].decode()
    for link in ("data/convention.json", "data/versions/a/convention.txt", "data/manifest.json"):
        assert f'href="{link}"' in page


def test_pages_of_html_hold_no_empty_line_inside_a_block(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        for part in text.split("\n\n"):
            opened, closed = (
                len(re.findall(rf"<{slash}(?:div|ul|ol|details|blockquote|table)\b", part)) for slash in ("", "/")
            )
            if not path.startswith(("guide/", "controles/")):
                assert opened == closed, (path, part[:80])


def test_a_body_shows_who_sits_how_it_votes_and_what_is_silent(real_pages: dict[str, str]) -> None:
    page = real_pages["gouvernance.md"]
    cogouv = page.partition("## Comité de Gouvernance (COGOUV) {#cogouv}")[2].partition("\n## ")[0]
    assert "regles.html#cogouv-semestriel" in cogouv
    assert "il en faut 12 sur\u00a015" in cogouv  # four fifths of fifteen, where all votes are the base
    assert "regles.html#cogouv-quorum" in cogouv
    ag = page.partition("## Assemblée Générale (AG) {#ag}")[2].partition("\n## ")[0]
    assert "regles.html#ag-quorum" in ag
    assert "Aucune règle sur ces points\u00a0: majorité." in ag
    assert "Les voix de chacun" not in ag  # each seat has one


def test_the_line_of_a_majority_stands_at_its_share_of_the_bar(real_pages: dict[str, str]) -> None:
    page = real_pages["gouvernance.md"]
    (bar,) = re.findall('<svg class="stack".*?</svg>', page)
    widths = [int(w) for w in re.findall(r'class="part\d" x="\d+" y="10" width="(\d+)"', bar)]
    assert len(widths) == 10
    assert widths[0] == 300  # 4.5 of 15
    assert abs(sum(widths) - 1000) <= len(widths)
    assert 'class="line" x="798"' in bar  # 80 %, the line two units to each side


def test_a_matter_s_path_has_its_steps_in_order(real_pages: dict[str, str]) -> None:
    page = real_pages["gouvernance.md"]
    path = page.partition("evolution-structurante-chemin")[2]
    assert re.findall("<li><strong>(.*?)</strong>", path)[:4] == ["CST", "Autorités Académiques (AA)", "COGOUV", "AG"]


def test_an_article_calls_its_rules_as_their_page_does(real_pages: dict[str, str]) -> None:
    said = re.findall(r'<p class="ruled"[^>]*>(.*?)</p>', real_pages["articles/6.md"])
    assert said[0].replace("\u00a0", " ") == (
        'Règle tirée de ces mots : <a href="../regles.html#region-direction">compétence – région direction</a>.'
    )
    assert "### Compétence – région direction {#region-direction}" in real_pages["regles.md"]


# As the act words them, by hand.
@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("members", "les membres"),
        ("collectivite-europeenne-alsace", "Collectivité européenne d’Alsace"),
        ("cogouv", "COGOUV"),
        ("titulaire-du-marche", "titulaire du marché"),
        ("titulaires-votants", "titulaires votants"),
        ("autorites-academiques", "Autorités Académiques (AA)"),
        ("mot-que-rien-ne-dit", "mot que rien ne dit"),
        ("recteur-grand-est", "Recteur du Grand Est"),  # a little word between
        ("copil-strategique", "COPIL Stratégique"),
        ("evolution-structurante", "évolution structurante"),  # « évolutions structurantes » in the text
        ("collectivites-volontaires", "collectivités volontaires"),  # never side by side
        ("actions-de-l-ag-precedente", "actions de l’AG précédente"),  # the text has words between, and AG in capitals
        ("points-a-l-ordre-du-jour", "points à l’ordre du jour"),
        ("representants-des-aa", "représentants des AA"),
        ("outils-d-evaluation", "outils d’évaluation"),  # with a straight apostrophe in the text
    ],
)
def test_what_rules_name_by_an_id_is_said_in_the_words_of_the_text(real: Compiled, identity: str, name: str) -> None:
    assert named(identity, atlas(real)) == name


def test_what_a_rule_says_is_a_sentence(real: Compiled) -> None:
    found = atlas(real)
    sentences = [said(rule.rule, found) for rule in real.rules.of(real.timeline.latest.id)]
    assert len(sentences) > 100
    assert [sentence for sentence in sentences if not sentence.endswith(".") or sentence.endswith("..")] == []


def test_a_rule_is_called_by_the_words_of_its_id_as_the_text_spells_them(real: Compiled) -> None:
    assert worded("cogouv-majorite", atlas(real)) == "COGOUV majorité"
    assert worded("pilote-execution", atlas(real)) == "pilote exécution"
    assert worded("rl-outils-d-evaluation", atlas(real)) == "RL outils d’évaluation"
    assert worded("cst-rien-d-autre", atlas(real)) == "CST rien d’autre"
    assert worded("cogouv-inconnue", atlas(real)) == "COGOUV inconnue"


def test_a_duty_says_whose_it_is_what_when_and_toward_whom(real_pages: dict[str, str]) -> None:
    page = real_pages["regles.md"].replace("\u00a0", " ")
    assert (
        "Obligation (pilote) : fournir tout document administratif, financier et technique se rapportant à sa mission ; "
        "condition : sur simple demande des autres membres du groupement ; envers : les membres."
    ) in page


def test_rules_stand_under_their_provision_in_reading_order(real_pages: dict[str, str]) -> None:
    page = real_pages["regles.md"]
    headings = re.findall("^## (.*)$", page, re.MULTILINE)
    assert headings[:4] == [
        "Article\u00a02 – Objet du groupement de commandes",
        "6.3 – Désignation du pilote",
        "6.4 – Missions du pilote",
        "7.1 – Définitions des besoins",
    ]
    assert all(h.startswith("Avenant n°") for h in headings[-2:])
    assert re.search(r"^### Quorum – AG \{#ag-quorum\}$", page.partition("## 8.1 ")[2], re.MULTILINE)


def test_each_schema_is_described_in_french(pages: dict[str, str]) -> None:
    table = pages["donnees.md"].partition("Ce qu’il décrit")[2].partition("</table>")[0]
    assert re.findall(r"[^<>]*\b(?:What|prints|reads|answers|holds)\b[^<>]*", table) == []
    assert table.count("<tr") > 20


def test_a_comparison_says_what_was_not_available_and_not_that_it_was_added(real_pages: dict[str, str]) -> None:
    one, two = (real_pages[f"comparer/convention_avenant-1{name}.md"].split("\n## ") for name in ("", "-tableau"))
    for sections in (one, two):
        kinds = {found[1]: found[2] for s in sections if (found := re.match(r"(\S+) –.*?\(([^()]+)\) \{", s))}
        assert kinds["8.1"] == "rédaction antérieure non disponible"
        assert kinds["6.3"] == "ajouté"
    section = next(s for s in two if s.startswith("8.1 "))
    assert "(non disponible)" in section
    assert "(rien)" not in section
    assert "<ins>" not in section
    assert "whole-in" not in section
    assert 'aria-label="8.1 – Assemblée Générale (AG) annuelle"' in section
    added = next(s for s in two if s.startswith("6.3 "))
    assert '<p class="line whole-in"><ins>' in added


def test_an_act_that_goes_back_is_among_what_changed_last_where_it_was_signed_last(tmp_path: Path) -> None:
    """Of three acts signed in 2021, 2022 and 2023, each in force on its day but the last, which goes back to 2021."""
    acts = {1: ("2021-01-01", "2021-01-01"), 2: ("2022-01-01", "2022-01-01"), 3: ("2023-05-02", "2021-06-01")}
    files = {
        "convention/convention.yml": "id: essai\ntitre: Convention d’essai\nsignature: 2020-01-01\n",
        "convention/01.md": "# Article 1\n\nUn.\n\nDeux.\n\nTrois.\n",
    }
    for n, (signed, in_force) in acts.items():
        files[f"amendments/{n}/avenant.yml"] = (
            f"id: avenant-{n}\ntitre: Avenant n° {n}\nsignature: {signed}\nen-vigueur: {in_force}\n"
        )
        files[f"amendments/{n}/01.md"] = (
            f"---\nopérations:\n  - remplacer: 1, al. {n}\n---\n# Article 1\n\nL’alinéa {n} de l’article 1 est ainsi "
            f"rédigé :\n\n> Nouveau {n}.\n"
        )
    written(tmp_path, files)
    found = sound(tmp_path)
    changed = pages_of(found, tmp_path)["index.md"].partition("{#change}")[2].partition("\n## ")[0]
    told = re.findall(r"<p><a [^>]+>(Avenant n°.\d)</a>, ([^<]+)\u00a0:</p>", changed)
    assert told == [
        ("Avenant n°\u00a03", "à compter du 1er\u00a0juin\u00a02021, signé le 2\u00a0mai\u00a02023"),
        ("Avenant n°\u00a02", "à compter du 1er\u00a0janvier\u00a02022"),
    ]


def test_no_line_of_a_page_ends_where_french_keeps_two_words_together(pages: dict[str, str]) -> None:
    """Whoever wrote them: an act (« Avenant n° 1 »), or the site (« art. 3 »)."""
    shown = re.compile(r"(?:n°|[Aa]rticle|art\.|al\.|[Aa]nnexe|«) \d|« | [;:!?»%€]|\d \d{3}\b")
    for path, page in pages.items():
        if path.startswith(("articles/", "avenants/", "versions/", "comparer/", "controles/")) or path == "index.md":
            words = re.sub(r"<(?:code|script)\b[^<]*</|<[^>]*>|`[^`]*`", "", page.partition("\n---\n")[2])
            assert shown.findall(words) == [], path
    assert "# Avenant n°\u00a01" in pages["avenants/avenant-1.md"]
    assert 'title: "Article\u00a01 – Objet"' in pages["articles/1.md"]
    assert "Article\u00a01 – Objet" in pages[".nav.yml"]


def test_the_mark_of_an_amendment_has_its_number(tmp_path: Path) -> None:
    titles = ["Avenant n° 1", "Jugement", "Avenant n°\u00a03 relatif aux coûts", "avenant n°\u00a02", "Avenant n° 1"]
    files = {
        f"amendments/{place}/avenant.yml": f"id: a{place}\ntitre: {title}\nsignature: 2021-0{place}-01\n"
        for place, title in enumerate(titles, start=1)
    }
    files |= {f"amendments/{p}/01.md": "---\nsans-effet: constat\n---\n# Article 1\n\nUn.\n" for p in range(1, 6)}
    convention = {
        "convention/convention.yml": "id: c\ntitre: C\nsignature: 2020-01-01\n",
        "convention/01.md": "# Article 1\n\nUn.\n",
    }
    written(tmp_path, {**convention, **files})
    compiled, _ = compile_project(tmp_path, checks=False)
    assert compiled is not None
    assert [entry.mark for entry in atlas(compiled).acts.values()] == ["C", "A1", "A4", "A3", "A2", "A5"]


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("", "Aucun dernier jour de la convention n’est enregistré"),
        ("jusqu-au: 2027-12-31\n", "La convention prend fin le 31 décembre 2027."),
        ("jusqu-au: {événement: denonciation}\n", "Aucun dernier jour de la convention n’est enregistré"),
    ],
)
def test_the_first_page_tells_when_the_convention_ends_or_that_nobody_has_said(
    tmp_path: Path, until: str, told: str
) -> None:
    files = {
        "convention/convention.yml": f"id: essai\ntitre: Essai\nsignature: 2024-01-15\n{until}",
        "convention/01.md": "# Article 1\n\nUn.\n",
    }
    root = written(tmp_path, files)
    page = pages_of(sound(root), ROOT)["index.md"].replace("\u00a0", " ")
    assert told in page
    assert ("Aucun dernier jour" in page) == told.startswith("Aucun")
