"""A short address leads to the text in force whatever numbers have become since, or the page says what it named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from clausier.compile import Compiled
from clausier.emit.blocks import alinea_anchors
from clausier.emit.site.atlas import atlas
from clausier.emit.site.edition import Edition
from clausier.emit.site.former import formers, in_articles
from clausier.emit.site.page import inside
from clausier.model.provision import Alinea
from clausier.text.typography import same
from support.browsing import Scheme, opened, violations
from support.built import read
from support.literate import read_case, write_sources
from support.paged import pages_of, site_pages
from support.projects import sound, written

ROOT = Path(__file__).parents[1] / "cases"

SAYS = re.compile(r'<div class="moved".*?</div>', re.DOTALL)


@pytest.fixture(scope="module")
def pages(renumbered: Compiled, renumbered_root: Path) -> dict[str, str]:
    return pages_of(renumbered, renumbered_root)


def told(page: str) -> list[str]:
    """What a page says of what its addresses named before, without its links."""
    found = SAYS.search(page)
    items = re.findall(r"<li[^>]*>(.*?)</li>", found[0]) if found else []
    return [unescape(re.sub("<[^>]+>", "", item)).replace("\u00a0", " ") for item in items]


# Each by hand from the sentences of the two acts.
@pytest.mark.parametrize(
    ("path", "said"),
    [
        (
            "2",
            [
                (
                    "Ce qui était Article 2 – Gouvernance dans la version initiale est maintenant Article 10 – Gouvernance, "
                    "par Avenant a, art. 1, à compter du 1er janvier 2021."
                ),
                (
                    "Ce qui était 2.1 – Assemblée dans la version initiale est maintenant 10.1 – Assemblée, "
                    "par Avenant a, art. 1, à compter du 1er janvier 2021."
                ),
                (
                    "Ce qui était 2.2 – Bureau dans la version initiale est maintenant 10.2 – Bureau, "
                    "par Avenant a, art. 1, à compter du 1er janvier 2021."
                ),
            ],
        ),
        (
            "4",
            [
                (
                    "Ce qui était Article 4 – Durée dans la version initiale est maintenant Article 3 – Durée, "
                    "par Avenant a, art. 1, à compter du 1er janvier 2021."
                )
            ],
        ),
        (
            "8",
            [
                (
                    "Ce qui était Article 8 – Adresse dans la version initiale n’est plus dans le texte en vigueur, "
                    "par Avenant a, art. 1, à compter du 1er janvier 2021. Ses alinéas se lisent maintenant ici : article 7."
                )
            ],
        ),
        (
            "1",
            [
                (
                    "Ce qui était 1.1 – Détail dans la version issue de l’avenant a n’est plus dans le texte en vigueur, "
                    "par Avenant b, art. 1, à compter du 1er janvier 2022."
                )
            ],
        ),
        ("5", []),
        ("6", []),
        ("7", []),
    ],
)
def test_a_page_says_what_became_of_what_stood_at_its_addresses(
    pages: dict[str, str], path: str, said: list[str]
) -> None:
    assert told(pages[f"articles/{path}.md"]) == said


def test_a_number_that_two_have_borne_leads_to_neither_unasked_and_names_both(tmp_path: Path) -> None:
    write_sources(read_case(ROOT / "renumber/good/a_number_borne_twice.md"), tmp_path)
    project = sound(tmp_path)
    page = pages_of(project, tmp_path)["articles/2.md"]
    assert told(page) == [
        (
            "Ce qui était Article 2 – Gouvernance dans la version initiale est maintenant Article 5 – Gouvernance, "
            "par Avenant a, art. 1, à compter du 1er janvier 2021."
        ),
        (
            "Ce qui était Article 2 – Frais dans la version issue de l’avenant b est maintenant Article 6 – Frais, "
            "par Avenant c, art. 1, à compter du 1er janvier 2023."
        ),
    ]
    leads = formers(atlas(project), in_articles).leads["articles/2.html"]
    assert {anchor: [lead.place for lead in found] for anchor, found in leads.items()} == {
        "": ["articles/5.html", "articles/6.html"],
        "al-1": ["articles/5.html#al-1", "articles/6.html#al-1"],
        "al-2": ["articles/6.html#al-2"],
    }


def test_a_page_that_the_text_has_no_more_is_listed_apart_and_left_out_of_the_search(pages: dict[str, str]) -> None:
    listed = pages[".nav.yml"].partition('- "Anciens numéros":\n')[2].partition('\n  - "')[0]
    assert re.findall(r'"(articles/.*\.md)"', listed) == ["articles/2.md", "articles/8.md"]
    assert "exclude: true" in pages["articles/2.md"]


def test_a_provision_tells_its_former_numbers(pages: dict[str, str]) -> None:
    told_once = re.findall('<p class="once">(.*?)</p>', pages["articles/10.md"].replace("\u00a0", " "))
    assert told_once == [f"Numéro précédent : article {n} (version initiale)." for n in ("2", "2.1", "2.2")]
    assert "Numéro précédent" not in pages["articles/5.md"]


def test_a_text_whose_numbers_have_not_changed_says_nothing(essai: Compiled, essai_root: Path) -> None:
    for path, data in site_pages(essai, essai_root).items():
        assert not (path.endswith(".md") and SAYS.search(data.decode())), path


def test_every_address_of_every_version_leads_to_what_it_named(renumbered: Compiled, renumbered_site: Path) -> None:
    from clausier.emit.site.edition import Edition
    from clausier.emit.site.former import in_articles

    built = read(renumbered_site)
    for version in renumbered.timeline.versions:
        for place in in_articles(Edition(version.document)).values():
            path, _, anchor = place.partition("#")
            assert path in built, place
            assert not anchor or anchor in built[path].ids, place


def test_links_of_the_site_lead_somewhere(renumbered_site: Path) -> None:
    built = read(renumbered_site)
    lost = []
    for path, page in built.items():
        for _, _, address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (renumbered_site / path).parent / unquote(parts.path) if parts.path else renumbered_site / path
            found = target.resolve().relative_to(renumbered_site.resolve()).as_posix()
            if not target.exists() or (parts.fragment and unquote(parts.fragment) not in built[found].ids):
                lost.append(f"{path} → {address}")
    assert lost == []


# Where the browser is once it has followed an address of the convention as it was first signed.
@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("articles/2.html", "articles/10.html"),
        ("articles/2.html#2", "articles/10.html"),
        ("articles/2.html#al-1", "articles/10.html#al-1"),
        ("articles/2.html#2.2", "articles/10.html#10.2"),
        ("articles/2.html#2.1-al-2", "articles/10.html#10.1-al-2"),
        ("articles/8.html", "articles/7.html"),
        ("articles/8.html#al-1", "articles/7.html#al-2"),
        ("articles/5.html#al-3", "articles/5.html#al-2"),
        ("articles/6.html#al-1", "articles/6.html#al-1"),
        ("articles/1.html#1.1-al-2", "articles/1.html#1.1-al-2"),
        ("articles/9.html#al-3", "articles/9.html#al-3"),
        ("articles/9.html#al-4", "articles/9.html#al-2"),
        ("articles/4.html", "articles/4.html"),
        ("articles/4.html#al-1", "articles/4.html#al-1"),
        ("texte-integral.html#2.1-al-2", "texte-integral.html#10.1-al-2"),
    ],
)
def test_an_address_is_followed(browser: Browser, renumbered_site: Path, asked: str, reached: str) -> None:
    page = opened(browser, 1280)
    page.goto(f"{renumbered_site.as_uri()}/{asked}")
    expect(page).to_have_url(f"{renumbered_site.as_uri()}/{reached}")
    page.context.close()


@pytest.mark.parametrize(
    ("asked", "said", "there"),
    [
        (
            "articles/4.html#al-1",
            "Dans la version initiale, cette adresse désignait un autre passage : article 3, alinéa 1.",
            "Durée.",
        ),
        (
            "articles/5.html#al-2",
            (
                "Dans la version initiale, cette adresse désignait un autre passage qui n’est plus dans le texte en vigueur : "
                "le lire dans cette version."
            ),
            "Deuxième.",
        ),
        (
            "articles/6.html#al-1",
            (
                "Dans la version initiale, cette adresse désignait un passage qui n’est plus dans le texte en vigueur : "
                "le lire dans cette version."
            ),
            "Bilan.",
        ),
    ],
)
def test_what_an_address_named_before_is_told_where_it_names_something_else(
    browser: Browser, renumbered_site: Path, asked: str, said: str, there: str
) -> None:
    page = opened(browser, 360)
    page.goto(f"{renumbered_site.as_uri()}/{asked}")
    note = page.locator(".former-lead")
    expect(note).to_be_visible()
    assert note.inner_text().strip().replace("\u00a0", " ") == said
    assert violations(page) == []
    note.get_by_role("link").click()
    expect(page.locator(":target")).to_contain_text(there)
    page.context.close()


def test_an_address_that_named_several_things_names_each(browser: Browser, renumbered_site: Path) -> None:
    page = opened(browser, 1280)
    page.goto(f"{renumbered_site.as_uri()}/articles/9.html#al-3")
    assert page.locator(".former-lead").inner_text().strip().replace("\u00a0", " ") == (
        "Dans la version initiale, cette adresse désignait un passage : article 9, alinéa 1. "
        "Dans la version issue de l’avenant a, cette adresse désignait un passage : article 9, alinéa 2."
    )
    page.locator(".former-lead a").first.click()
    expect(page.locator(":target")).to_contain_text("Étape trois.")
    assert "cette adresse désignait un autre passage" in page.locator(".former-lead").inner_text()
    page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_where_addresses_have_moved(
    browser: Browser, renumbered_site: Path, width: int, scheme: Scheme
) -> None:
    page = opened(browser, width, scheme)
    # An anchor that nothing ever had keeps the page from leading on.
    for path in ("articles/2.html#rien", "articles/4.html", "articles/10.html", "texte-integral.html"):
        page.goto(f"{renumbered_site.as_uri()}/{path}")
        assert page.locator(".moved, .once").first.is_visible()
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.context.close()


def test_an_alinea_that_has_stayed_is_shown_without_a_word(browser: Browser, renumbered_site: Path) -> None:
    page = opened(browser, 1280)
    page.goto(f"{renumbered_site.as_uri()}/articles/5.html#al-1")
    expect(page.locator(".cite")).to_be_visible()
    assert not page.locator(".former-lead").is_visible()
    page.context.close()


@pytest.mark.parametrize("path", ["articles/2.html#2.1", "articles/8.html", "articles/4.html", "texte-integral.html#2"])
def test_without_a_script_the_page_says_it_and_links(browser: Browser, renumbered_site: Path, path: str) -> None:
    page = opened(browser, 360, script=False)
    page.goto(f"{renumbered_site.as_uri()}/{path}")
    assert page.locator(".moved").is_visible()
    assert page.locator(".moved a").count() >= 2
    assert not page.locator(".former-lead").is_visible()
    page.context.close()


CASES = [p for topic in ("join", "move", "renumber", "repeal", "split") for p in (ROOT / topic / "good").glob("*.md")]


@pytest.mark.parametrize("path", sorted(CASES), ids=lambda p: f"{p.parts[-3]}/{p.stem}")
def test_whatever_an_act_does_each_line_is_found_from_its_old_address(path: Path, tmp_path: Path) -> None:
    """By its key, which the compiler keeps when numbers change: at the address itself, or where the address leads."""
    case = read_case(path)
    write_sources(case, tmp_path)
    project = sound(tmp_path, checks=False)
    found = atlas(project)
    addresses = formers(found, in_articles)
    held: dict[str, str] = {}
    for version in project.timeline.versions:
        edition = found.edition(version)
        for place, alinea in lines(edition, in_articles(edition)):
            if version is project.timeline.latest:
                held[place] = alinea.key
        names = {identity: f"{found.version_path(version)}#{name}" for identity, name in edition.anchors.items()}
        held |= {place: alinea.key for place, alinea in lines(edition, names)}
    now = dict(lines(found.edition(found.latest), addresses.now))
    for version in project.timeline.versions:
        edition = found.edition(version)
        for place, alinea in lines(edition, in_articles(edition)):
            page, _, anchor = place.partition("#")
            leads = addresses.leads.get(page, {}).get(anchor, ())
            stays = place in now and (now[place].key == alinea.key or same(now[place].text.chars, alinea.text.chars))
            assert stays or alinea.key in {held[lead.place] for lead in leads}, (version.id, place)


def lines(edition: Edition, places: Mapping[str, str]) -> Iterator[tuple[str, Alinea]]:
    for provision in edition.provisions.values():
        for anchor, alinea in alinea_anchors(provision):
            yield inside(places[provision.id], anchor), alinea


SPLIT = {
    "convention/convention.yml": "id: essai\ntitre: Essai\nsignature: 2020-01-01\n",
    "convention/01.md": "# Article 1 – Coordonnateur\n\nIl rend compte.\n\nIl ne vend rien.\n",
    "amendments/a/avenant.yml": "id: a\ntitre: Avenant n° 1\nsignature: 2021-01-01\nen-vigueur: 2021-01-01\n",
    "amendments/a/01.md": (
        "---\nopérations:\n  - {scinder: '1', à: Il ne vend, en: 1 bis}\n  - insérer-après: 1 bis\n---\n# Article 1\n\n"
        "L’article 1 est scindé. Il est inséré un article 2 :\n\n> # Article 2 – Siège\n>\n> Le siège est à Belroc.\n"
    ),
}


def test_what_was_split_off_says_where_its_words_stood(tmp_path: Path) -> None:
    root = written(tmp_path, SPLIT)
    pages = pages_of(sound(root, checks=False), root)
    none = "Cette stipulation n’existait pas."
    was = '<a href="../versions/convention.html#1">article\u00a01</a>'
    assert f"{none} Des alinéas qui y sont maintenant se lisaient là\u00a0: {was}.</p>" in pages["articles/1-bis.md"]
    assert f"{none}</p>" in pages["articles/2.md"]
