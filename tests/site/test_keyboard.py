"""Each task of the site by keyboard alone: the focus is seen at each step, follows the order of the page, and is never trapped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browsing import opened, said
from support.keyboard import FaultyFocusError, go_to, skip_to_content, steps

WALKED = (
    "index.html",
    "articles/2.html",
    "versions/a-une-date.html",
    "comparer/convention_avenant-1-tableau.html",
    "avenants/index.html",
    "coalitions.html",
    "calendrier.html",
    "membres.html",
    "donnees.html",
    "guide/8-les-regles.html",
)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_goes_through_each_page_and_is_seen(browser: Browser, site: Path, width: int) -> None:
    page = opened(browser, width)
    for path in WALKED:
        page.goto(f"{site.as_uri()}/{path}")
        assert len(list(steps(page))) > 5, path
    page.context.close()


def test_what_is_not_seen_is_found(browser: Browser, site: Path) -> None:
    """The walk above would be worth nothing if it let these pass."""
    page = opened(browser, 1280)
    for style in (
        ":focus-visible { outline: none !important }",
        ".md-content a { outline-color: transparent !important }",
        ".md-content a { position: absolute; left: -99999px }",
    ):
        page.goto((site / "membres.html").as_uri())
        page.add_style_tag(content=style)
        with pytest.raises(FaultyFocusError):
            list(steps(page))
    page.goto((site / "membres.html").as_uri())
    page.evaluate("document.querySelector('.md-content a').tabIndex = 5")  # first of all, and then back to the top
    with pytest.raises(FaultyFocusError):
        list(steps(page))
    page.goto((site / "membres.html").as_uri())
    page.evaluate(
        """() => document.querySelector(".md-content a").addEventListener("keydown", (event) => event.preventDefault())"""
    )
    with pytest.raises(FaultyFocusError):
        list(steps(page))
    page.context.close()


def test_the_menu_is_opened_and_closed_where_there_is_little_room(browser: Browser, site: Path) -> None:
    """At 320 pixels, as at 400 % on a desk, the menu stands aside until one asks for it."""
    page = opened(browser, 320)
    page.goto((site / "membres.html").as_uri())
    go_to(page, ".menu-button")
    menu = page.get_by_role("button", name="Menu")
    assert menu.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Menu"
    page.keyboard.press("Space")
    page.evaluate("window.keyboardBefore = null")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Le calendrier":
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/calendrier\.html$"))
    page.context.close()


def test_an_article_is_read_with_its_origins_or_without(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "articles/6.html").as_uri())
    skip_to_content(page)
    go_to(page, "[role=switch]")
    switch = page.get_by_role("switch", name="Montrer qui a écrit chaque mot")
    assert switch.is_checked()
    assert page.locator(".clause .by").first.is_visible()
    page.keyboard.press("Space")
    assert not switch.is_checked()
    assert page.locator(".clause .by:visible").count() == 0
    page.reload()  # the choice lasts from page to page
    assert page.locator(".clause .by:visible").count() == 0
    skip_to_content(page)
    go_to(page, "[role=switch]")
    page.keyboard.press("Enter")
    go_to(page, ".clause .by a[href*='op-3-2']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"avenants/avenant-1\.html#op-3-2$"))
    expect(page.locator(":target")).to_be_in_viewport()
    page.context.close()


def test_an_earlier_wording_is_opened(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "articles/2.html").as_uri())
    skip_to_content(page)
    go_to(page, "details.former > summary")
    page.keyboard.press("Enter")
    former = page.locator("details.former").first
    expect(former).to_have_attribute("open", "")
    expect(former.locator(".clause").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(former).not_to_have_attribute("open", "")
    page.context.close()


def test_a_citation_is_copied(browser: Browser, address: str) -> None:
    page = opened(browser, 1280)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}articles/2.html")
    skip_to_content(page)
    go_to(page, "a.n[href='#al-3']")
    page.keyboard.press("Enter")
    expect(page.locator(".cite")).to_be_visible()
    page.evaluate("window.keyboardBefore = null")  # the browser goes on from the alinéa that the address names
    go_to(page, ".cite button")
    page.keyboard.press("Enter")
    expect(page.locator(".cite")).to_contain_text("Copiée.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".cite .citation").inner_text()
    page.context.close()


def test_a_day_is_chosen(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "versions/a-une-date.html").as_uri())
    skip_to_content(page)
    go_to(page, "#jour")
    type_a_day(page, "2023-01-15")
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text("15 janvier 2023".replace(" ", "\u00a0"))
    assert said(page, ".answer").startswith(
        "Le 15 janvier 2023, le texte en vigueur est celui de la version issue de l’avenant n° 1"
    )
    go_to(page, ".answer a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"versions/avenant-1\.html$"))
    page.context.close()


def type_a_day(page: Page, day: str) -> None:
    """Type a day into the field that has focus, in the order in which the browser's language asks for it."""
    year, month, number = day.split("-")
    for order in (number + month + year, month + number + year):
        page.keyboard.type(order)
        if page.evaluate("document.activeElement.value") == day:
            return
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
    raise AssertionError(page.evaluate("document.activeElement.value"))


def test_two_versions_are_compared(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "comparer/index.html").as_uri())
    skip_to_content(page)
    go_to(page, ".rows")
    go_to(page, "td a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"comparer/convention_avenant-1\.html"))
    expect(page.locator(".redline ins").first).to_be_attached()
    skip_to_content(page)
    go_to(page, ".md-content a[href*='tableau']")
    page.keyboard.press("Enter")
    expect(page.locator("table.side-by-side").first).to_be_visible()
    page.context.close()


def choose(page: Page, value: str) -> None:
    """By the arrows, in the list that has focus."""
    for _ in range(page.evaluate("document.activeElement.options.length")):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(value)


def test_a_vote_is_simulated_to_its_outcome(browser: Browser, site: Path) -> None:
    """Twelve votes of fifteen: 4.5 of the Region, 1.5 and 2, and four of one; the quorum is not stated."""
    page = opened(browser, 1280)
    page.goto((site / "simuler.html").as_uri())
    skip_to_content(page)
    go_to(page, "#instance")
    choose(page, "cogouv")
    go_to(page, "#objet")
    choose(page, "evolution-structurante")
    go_to(page, "#jour")
    type_a_day(page, "2023-06-20")
    for seat in (
        "region-grand-est",
        "ardennes",
        "aube",
        "marne",
        "haute-marne",
        "moselle",
        "collectivite-europeenne-alsace",
    ):
        go_to(page, f"#vote-{seat}")
        choose(page, "for")
    go_to(page, ".simulator button")
    page.keyboard.press("Enter")
    expect(page.locator(".result .outcome")).to_be_visible()
    assert "adopté" in said(page, ".result").lower()
    page.context.close()


def test_a_word_is_searched_for_and_its_alinea_reached(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    page.goto((site / "index.html").as_uri())
    go_to(page, ".md-search__input")
    expect(page.locator(".md-search-result__meta")).to_have_text("Taper pour démarrer la recherche")  # it is ready
    page.keyboard.type("effectifs", delay=40)
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=20_000)
    first = page.locator(".md-search-result__link").nth(1)  # behind that of its page as a whole
    expect(first).to_have_attribute("href", re.compile(r"articles/\d+\.html\?h=effectifs#"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") == first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"articles/\d+\.html\?h=effectifs#"))
    mark = page.locator(".al mark").first
    expect(mark).to_be_visible()
    alinea = mark.locator("xpath=ancestor::*[contains(@class, 'al')][@id][1]").get_attribute("id")
    page.evaluate("window.keyboardBefore = null")
    go_to(page, f"a.n[href='#{alinea}']")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{alinea}")
    expect(page.locator(".cite")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("path", "name"), [("texte-integral.html", r"\.docx$"), ("calendrier.html", r"^calendrier\.ics$")]
)
def test_a_document_is_downloaded(browser: Browser, address: str, path: str, name: str) -> None:
    page = opened(browser, 1280)
    page.goto(address + path)
    skip_to_content(page)
    go_to(page, "a[download]")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert re.search(name, waiting.value.suggested_filename)
    assert Path(waiting.value.path()).stat().st_size > 500
    page.context.close()
