"""The sites in a real browser: at the widths of a telephone and of a desk, light and dark, by keyboard, on paper."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from clausier.policy import policy, write_headers
from support.browsing import opened, said, search, serving, violations
from support.kinds import PAGES
from support.projects import ROOT


def test_no_request_leaves_the_site(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PAGES:
        page.goto(f"{site.as_uri()}/{path}")
    page.context.close()
    assert len(asked) > len(PAGES)
    assert [url for url in asked if not url.startswith((site.as_uri(), "data:", "blob:"))] == []


def test_the_search_finds_a_word_behind_an_apostrophe_from_file(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "index.html").as_uri())
    first = search(page, "exécution")
    assert "articles/6.html" in first
    assert "6.4 – Missions du pilote" in page.locator(".md-search-result__item").first.inner_text()
    assert "3 Mettre en œuvre l'exécution" in page.locator(".md-search-result__item").first.inner_text()
    assert violations(page) == []
    page.context.close()


@pytest.mark.parametrize(("words", "found"), [("depenses", "dépenses"), ("dépenses", "dépenses"), ("oeuvre", "œuvre")])
def test_a_word_is_found_without_its_accents(browser: Browser, site: Path, words: str, found: str) -> None:
    page = opened(browser, 1280)
    page.goto((site / "index.html").as_uri())
    assert "articles/2.html" in search(page, words)
    assert found in page.locator(".md-search-result__item").first.locator("mark").all_inner_texts()
    page.context.close()


@pytest.mark.parametrize(
    ("words", "page", "section"),
    [
        ("8.3", "articles/8.html", "8.3 – Comité de Gouvernance (COGOUV)"),
        ("article 8.3", "articles/8.html", "8.3 – Comité de Gouvernance (COGOUV)"),
        ("article 8", "articles/8.html", None),
        ("article 1", "articles/1.html", None),
        ("avenant n°1", "avenants/avenant-1.html", None),
        ("avenant 1", "avenants/avenant-1.html", None),
    ],
)
def test_what_bears_the_number_searched_for_comes_first(
    browser: Browser, site: Path, words: str, page: str, section: str | None
) -> None:
    tab = opened(browser, 1280)
    tab.goto((site / "index.html").as_uri())
    assert f"/{page}?" in search(tab, words)
    if section:
        first = tab.locator(".md-search-result__item").first.locator(".md-search-result__link").nth(1)
        assert first.locator("h2").inner_text() == section
    tab.context.close()


def test_a_search_lists_the_convention_before_what_explains_the_program(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "index.html").as_uri())
    assert "articles/8.html" in search(page, "majorité")
    links = page.locator(".md-search-result__item > .md-search-result__link")
    program = [
        bool(re.search(r"/(guide|controles)/(?!index)", link.get_attribute("href") or "")) for link in links.all()
    ]
    assert program == sorted(program)
    assert any(program)
    page.context.close()


def test_one_goes_to_the_text_by_keyboard_alone(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "articles/8.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Aller au contenu"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#\w"))
    number = page.locator('a.n[href="#8.1-al-11"]')
    number.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#8\.1-al-11$"))
    assert page.evaluate("document.querySelector(':target').textContent").startswith(
        "11 Chaque titulaire votant dispose"
    )
    fold = page.locator("details.remarks > summary").first
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.remarks").first).to_have_attribute("open", "")
    page.context.close()


def test_one_asks_for_the_text_of_a_day_by_keyboard(browser: Browser, site: Path) -> None:
    page = opened(browser, 360)
    page.goto((site / "versions/a-une-date.html").as_uri())
    page.get_by_label("Jour").fill("2022-07-01")
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text("Le 1er")
    expect(page).to_have_url(re.compile(r"\?jour=2022-07-01$"))
    assert said(page, ".answer") == (
        "Le 1er juillet 2022, le texte en vigueur est indéterminé : version initiale ou version issue de l’avenant n° 1. "
        "Ce en quoi ces textes diffèrent."
    )
    page.locator(".answer a").nth(2).click()
    expect(page.locator("h1")).to_contain_text("Tableau comparatif")
    page.context.close()


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2018-03-18", "il n’y avait pas encore de texte, qui commence le 19 mars 2018."),
        ("2018-03-19", "le texte en vigueur est celui de la version initiale."),
        ("2022-12-30", "indéterminé"),
        ("2022-12-31", "celui de la version issue de l’avenant n° 1, d’après les actes publiés ici."),
    ],
)
def test_each_day_has_its_text(browser: Browser, site: Path, day: str, answer: str) -> None:
    page = opened(browser, 1280)
    page.goto(f"{site.as_uri()}/versions/a-une-date.html?jour={day}")
    assert answer in said(page, ".answer")
    page.context.close()


def test_today_is_the_reader_s(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.clock.set_fixed_time("2020-02-01T12:00:00")
    page.goto((site / "index.html").as_uri())
    assert said(page, ".today") == (
        "Aujourd’hui, 1er février 2020, le texte en vigueur est celui de la version initiale."
    )
    page.context.close()


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2021-12-31", "Aujourd’hui, 31 décembre 2021, le texte en vigueur est celui de la version initiale."),
        ("2022-01-01", "Aujourd’hui, 1er janvier 2022, la convention a pris fin : voir la version d’après."),
    ],
)
def test_a_convention_that_has_ended_has_no_text_in_force(
    browser: Browser, tmp_path: Path, day: str, answer: str
) -> None:
    candidates = [
        {"id": "a", "name": "version initiale", "href": "a"},
        {"id": "b", "name": "version d’après", "href": "b"},
    ]
    periods = [
        {"from": "2020-01-01", "to": "2021-12-31", "candidates": candidates[:1]},
        {"from": "2022-01-01", "to": None, "candidates": [{**candidates[1], "over": True}]},
    ]
    script = (ROOT / "site/assets/js/dates.js").as_uri()
    place = f'<p class="today" hidden data-periods="{escape(json.dumps(periods))}"></p>'
    (tmp_path / "a.html").write_text(f'<meta charset="utf-8">{place}<script src="{script}"></script>', encoding="utf-8")
    page = opened(browser, 1280)
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto((tmp_path / "a.html").as_uri())
    assert said(page, ".today") == answer
    page.context.close()


@pytest.mark.parametrize(("day", "shown"), [("2022-06-20", True), ("2022-06-21", False), ("2023-01-01", False)])
def test_a_text_that_is_not_in_force_yet_says_so(browser: Browser, site: Path, day: str, shown: bool) -> None:  # noqa: FBT001 - given by its name
    page = opened(browser, 1280)
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto((site / "articles/8.html").as_uri())
    assert page.locator(".not-yet").is_visible() == shown
    if shown:
        page.locator(".not-yet a").click()
        expect(page.locator(".answer")).to_contain_text("version initiale")
    page.context.close()


@pytest.mark.parametrize(
    ("path", "number", "cited"),
    [
        ("articles/8.html", "8.1-al-9", "art. 8.1, al. 9, version issue de l’avenant n° 1"),
        ("articles/2.html", "al-3", "art. 2, al. 3, version issue de l’avenant n° 1"),
        ("texte-integral.html", "8.3-al-4", "art. 8.3, al. 4, version issue de l’avenant n° 1"),
    ],
)
def test_an_alinea_is_cited_by_keyboard(browser: Browser, site: Path, path: str, number: str, cited: str) -> None:
    page = opened(browser, 360)
    page.goto((site / path).as_uri())
    here = page.locator(f"[id='{number}']")
    words = here.inner_text()
    page.locator(f"a.n[href='#{number}']").focus()
    page.keyboard.press("Enter")
    assert cited in said(page, ".cite .citation")
    assert violations(page) == []
    page.get_by_role("link", name="Adresse permanente").click()
    assert "/versions/avenant-1.html#" in page.url
    assert page.locator(":target").inner_text() == words
    page.context.close()


def test_an_alinea_opens_the_file_that_wrote_it(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "articles/8.html").as_uri())
    assert page.locator("[data-source]").count() > 40
    # What `extra: edit:` puts in the head.
    page.evaluate("""() => {
        const link = Object.assign(document.createElement("link"), {rel: "edit", href: "https://forge.example/p/-/edit/main"});
        document.head.append(link);
    }""")
    page.locator("a.n[href='#8.1-al-9']").click()
    there = page.get_by_role("link", name="Modifier la source").get_attribute("href")
    assert there == "https://forge.example/p/-/edit/main/amendments/2022-avenant-1/05-article-8.md"
    page.get_by_role("link", name="Proposer un avenant").click()
    expect(page.locator("h1")).to_contain_text("Ajouter un avenant")
    page.context.close()


def test_no_editor_is_offered_where_none_is_known(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto(f"{site.as_uri()}/articles/8.html#8.1-al-9")
    expect(page.locator(".cite")).to_be_visible()
    assert page.get_by_role("link", name="Modifier la source").count() == 0
    page.context.close()


def test_a_copied_citation_is_the_one_shown(browser: Browser, address: str) -> None:
    page = opened(browser, 1280)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}articles/2.html#al-1")
    page.get_by_role("button", name="Copier la citation").click()
    expect(page.locator(".cite")).to_contain_text("Copiée.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".cite .citation").inner_text()
    assert copied.endswith(f"{address}versions/avenant-1.html#2-al-1")
    page.context.close()


def test_what_comes_and_what_goes_is_heard(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((essai_site / "comparer/convention_avenant-1.html").as_uri())
    line = page.locator(".redline .line", has_text="Le présent article dure").aria_snapshot().replace("\u00a0", " ")
    assert "deletion" in line
    assert "[suppression : dix – fin]" in line
    assert "insertion" in line
    assert "[ajout : douze – fin]" in line
    page.context.close()


def test_an_alinea_is_named_for_those_who_listen(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 360)
    page.goto((essai_site / "articles/1.html").as_uri())
    heard = page.locator("#al-2").aria_snapshot()
    assert 'link "Alinéa 2"' in heard
    assert 'link "écrit par : Avenant n° 1, art. 1"' in heard.replace("\u00a0", " ")
    page.context.close()


def test_where_there_is_room_who_wrote_stands_in_the_margin(browser: Browser, site: Path) -> None:
    for width, beside in ((1280, True), (360, False)):
        page = opened(browser, width)
        page.goto((site / "articles/8.html").as_uri())
        note = page.locator(".clause .by").last.bounding_box()
        alinea = page.locator(".clause .al").last.bounding_box()
        assert note is not None
        assert alinea is not None
        assert (note["x"] >= alinea["x"] + alinea["width"]) is beside
        page.context.close()


def test_a_printed_page_is_dark_on_white_with_its_folds_open_and_no_menu(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280, "dark")
    page.goto((site / "articles/8.html").as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 250)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(32, 37, 45)"
    assert not page.locator(".md-header").is_visible()
    assert page.locator("article > :first-child").inner_text() == "Groupement de commandes ENT Grand Est"
    remark = page.locator("details.remarks li").first.bounding_box()
    assert remark is not None
    assert remark["height"] > 10
    page.context.close()


@pytest.mark.parametrize("lost", ["404.html", "perdue.html", "articles/perdue.html", "articles/plus/loin"])
def test_an_address_that_leads_nowhere_is_told_in_french_with_ways_on(
    browser: Browser, essai_site: Path, lost: str
) -> None:
    """Below a path too, of which `mkdocs.yml` says nothing, and under the policy that servers are told."""
    rules = policy(page.read_text(encoding="utf-8") for page in essai_site.rglob("*.html"))
    page = opened(browser, 1280)
    with serving(essai_site, {"Content-Security-Policy": rules}) as base:
        page.goto(f"{base}{lost}")
        links = page.locator("article a")
        expect(links.first).to_have_attribute("href", f"{urlsplit(base).path}index.html")
        assert page.title() == "Page introuvable - Essai"
        assert said(page, "article h1") == "Page introuvable"
        assert page.locator("article h1").evaluate("(h1) => getComputedStyle(h1).fontFamily").startswith('"Iowan')
        found = [(link.get_attribute("href") or "").removeprefix(urlsplit(base).path) for link in links.all()]
        assert found == ["index.html", "articles/index.html", "versions/index.html"]
        assert [path for path in found if not (essai_site / path).is_file()] == []
        assert search(page, "délai").startswith(base)
    page.context.close()


def test_the_pages_work_under_the_policy_that_servers_are_told(browser: Browser, site: Path, tmp_path: Path) -> None:
    write_headers(site, tmp_path)
    told = dict(re.findall(r'^add_header (\S+) "(.*)" always;$', (tmp_path / "nginx.conf").read_text(), re.MULTILINE))
    assert (
        dict(re.findall(r'^Header always set (\S+) "(.*)"$', (tmp_path / "apache.conf").read_text(), re.MULTILINE))
        == told
    )
    assert "unsafe" not in told["Content-Security-Policy"]
    with serving(site, told) as address:
        page = opened(browser, 1280)
        refused: list[str] = []
        page.on("console", lambda m: refused.append(m.text) if m.type in {"error", "warning"} else None)
        for path in PAGES:
            page.goto(address + path)
        page.goto(f"{address}index.html")
        assert "articles/6.html" in search(page, "exécution")
        page.goto(f"{address}versions/a-une-date.html?jour=2022-12-31")
        assert "avenant n° 1" in said(page, ".answer")
        page.goto(f"{address}articles/2.html#al-3")
        expect(page.locator(".cite")).to_be_visible()
        page.evaluate(
            "const s = document.createElement('script'); s.textContent = 'var pwned = 1'; document.body.append(s)"
        )
        assert page.evaluate("typeof pwned") == "undefined"
        page.context.close()
    assert [words for words in refused if "Content Security Policy" in words and "inline script" not in words] == []
    assert len([words for words in refused if "inline script" in words]) == 1  # ours, above


def test_the_site_works_below_a_path_without_a_complaint(browser: Browser, address: str) -> None:
    page = opened(browser, 1280)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("response", lambda response: said.append(response.url) if response.status >= 400 else None)
    page.goto(address + "index.html")
    page.get_by_role("link", name="Lire le texte").click()
    page.locator(".md-content").get_by_role("link", name="8.3 – Comité de Gouvernance (COGOUV)").click()
    assert page.url == address + "articles/8.html#8.3"
    assert search(page, "cogouv").startswith(address)
    page.context.close()
    assert said == []
