"""The pages where there is little room, where nothing is to move, and where colours are not told apart."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from support.browsing import Scheme, opened, unfold
from support.kinds import addresses

# What takes more room than it has: whether it can be scrolled by keyboard, and by which name.
OVERFLOWING = """() => [...document.querySelectorAll("body *")].flatMap((element) => {
    const style = getComputedStyle(element);
    const overflows = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
    if (!overflows || !["auto", "scroll", "hidden", "clip"].includes(style.overflowX)) return [];
    if (element.closest(".md-header, .md-sidebar, .md-search, .only-heard") || style.visibility === "hidden") return [];
    return [{
        tag: `${element.tagName.toLowerCase()}.${element.className}`,
        hidden: style.overflowX === "hidden" || style.overflowX === "clip",
        focusable: element.tabIndex >= 0,
        named: Boolean(element.getAttribute("aria-label")),
        text: element.textContent.trim().slice(0, 60),
    }];
})"""
MOVING = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].flatMap((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    const moves = style.animationName !== "none" || !/^(0s(, )?)+$/.test(style.transitionDuration);
    return moves ? [`${element.tagName.toLowerCase()}.${element.className}${pseudo}`] : [];
}))"""
COLOURS = """(names) => {
    const style = getComputedStyle(document.querySelector("[data-md-color-scheme]"));
    const probe = document.body.appendChild(document.createElement("i"));
    return Object.fromEntries(names.map((name) => {
        probe.style.color = `var(${name})`;
        return [name, getComputedStyle(probe).color];
    }));
}"""


def cut_off(page: Page) -> list[dict[str, Any]]:
    """What takes more room than it has and cannot be scrolled by keyboard; the theme sees to that once it has been resized."""
    found: list[dict[str, Any]] = []
    for _ in range(50):
        found = [part for part in page.evaluate(OVERFLOWING) if part["hidden"] or not part["focusable"]]
        if not found:
            break
        page.wait_for_timeout(100)
    return found


# 320 pixels wide, as WCAG 2.2 (1.4.10) asks for, a telephone, and a desk's screen of 1280 by 1024 at 200 %.
SMALL = ((320, 256), (360, 900), (640, 512))


def test_no_page_scrolls_sideways_and_what_does_is_reached_by_keyboard(
    browser: Browser, site: Path, essai_site: Path
) -> None:
    page = opened(browser, SMALL[0][0])
    wide: list[str] = []
    for address in addresses(site, essai_site):
        page.goto(address)
        unfold(page)
        for width, height in SMALL:
            page.set_viewport_size({"width": width, "height": height})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(f"{address} at {width}")
            wide += [f"{address} at {width}: {part}" for part in cut_off(page)]
    page.context.close()
    assert wide == []


def test_a_table_too_wide_for_a_telephone_scrolls_alone(browser: Browser, site: Path) -> None:
    """The test above would pass if nothing ever overflowed."""
    page = opened(browser, 320)
    page.goto(f"{site.as_uri()}/donnees.html")
    found = [part for part in page.evaluate(OVERFLOWING) if part["tag"] == "div.rows"]
    assert found
    assert all(part["named"] and part["focusable"] for part in found)
    region = page.locator(".rows").first
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.rows').scrollLeft > 0")
    page.context.close()


WIDER = """() => {
    for (const row of document.querySelectorAll(".act tr")) for (let n = 0; n < 10; n++) row.append(row.lastElementChild.cloneNode(true));
}"""


def test_all_columns_of_a_wide_table_are_on_paper(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 680)  # A4 without its margins
    page.goto(f"{essai_site.as_uri()}/articles/2.html")
    page.evaluate(WIDER)
    page.emulate_media(media="print")
    table, paper = page.locator(".act").first.bounding_box(), page.locator("article").bounding_box()
    assert table is not None
    assert paper is not None
    assert page.locator(".rows").first.evaluate("(rows) => getComputedStyle(rows).overflowX") == "visible"
    assert paper["x"] <= table["x"]
    assert table["x"] + table["width"] <= paper["x"] + paper["width"]
    page.context.close()


def test_the_names_of_the_rows_stay_in_sight_where_there_are_many_columns(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 1280)
    page.goto(f"{essai_site.as_uri()}/articles/2.html")
    page.evaluate(WIDER)
    name = page.locator(".act tbody th").first
    before = name.bounding_box()
    assert page.locator(".rows").first.evaluate("(rows) => (rows.scrollLeft = 200, rows.scrollLeft)") == 200
    assert name.bounding_box() == before
    page.context.close()


def test_names_of_pages_without_spaces_are_not_cut(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 360)
    page.goto(f"{essai_site.as_uri()}/articles/1.html")
    page.evaluate(
        "document.querySelector('.md-footer__link--next .md-ellipsis').textContent = 'Interdépartementale'.repeat(5)"
    )
    assert page.locator(".md-footer__link--next").evaluate("(link) => link.scrollWidth <= link.clientWidth")
    page.context.close()


def test_a_long_name_leaves_room_to_the_page_on_the_other_side(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 1280)
    page.goto(f"{essai_site.as_uri()}/articles/1.html")
    height = "document.querySelector('.md-footer__link--prev .md-ellipsis').clientHeight"
    before = page.evaluate(height)
    page.evaluate(
        "document.querySelector('.md-footer__link--next .md-ellipsis').textContent = 'Mise à disposition '.repeat(12)"
    )
    assert before > 0
    assert page.evaluate(height) == before
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_for_those_who_ask_for_it(browser: Browser, site: Path, width: int) -> None:
    page = opened(browser, width)
    moving: dict[str, list[str]] = {}
    for path in ("index.html", "articles/8.html", "simuler.html", "calendrier.html"):
        page.goto(f"{site.as_uri()}/{path}")
        if found := page.evaluate(MOVING):
            moving[path] = found
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(MOVING)  # the theme moves where nobody asks it not to
    page.context.close()
    assert moving == {}


def luminance(colour: str) -> float:
    """The relative luminance of `rgb(r, g, b)` (WCAG 2.2, definitions)."""
    channels = [int(figure) / 255 for figure in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_a_contrast_is_that_of_the_definition() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == pytest.approx(21)
    assert contrast("rgb(119, 119, 119)", "rgb(255, 255, 255)") == pytest.approx(4.48, abs=0.01)


# What axe does not look at: lines, frames, bars, marks of what comes and goes, the line around what has focus (1.4.11: 3),
# and words on a background of their own (1.4.3: 4.5).
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_and_marks_stand_out(browser: Browser, site: Path, scheme: Scheme) -> None:
    pairs = [(f"--o{rank}", ground, 4.5) for rank in range(6) for ground in ("--paper", "--tint")]
    pairs += [("--come", "--come-back", 4.5), ("--gone", "--gone-back", 4.5), ("--warn", "--paper", 4.5)]
    pairs += [(name, ground, 4.5) for name in ("--ink", "--soft", "--link") for ground in ("--paper", "--tint")]
    page = opened(browser, 1280, scheme)
    page.goto(f"{site.as_uri()}/articles/8.html")
    colours = page.evaluate(COLOURS, sorted({name for pair in pairs for name in pair[:2]}))
    page.context.close()
    assert len(set(colours.values())) > 10
    faint = {
        (a, b): contrast(colours[a], colours[b]) for a, b, least in pairs if contrast(colours[a], colours[b]) < least
    }
    assert faint == {}


def without_colour(page: Page) -> None:
    page.add_style_tag(
        content="* { color: black !important; text-decoration-color: black !important; border-color: black !important; }"
    )


def test_who_wrote_is_told_without_any_colour(browser: Browser, essai_site: Path) -> None:
    """Each act has a mark of its own, in words that are read where the colour is not seen."""
    page = opened(browser, 1280)
    page.goto(f"{essai_site.as_uri()}/articles/1.html")
    without_colour(page)
    told: list[tuple[str, str]] = page.evaluate(
        """() => [...document.querySelectorAll(".clause .run")].map((run) => [
            [...run.classList].find((name) => /^o[0-9]$/.test(name)), run.querySelector(".mark")?.textContent.trim() ?? "",
        ])"""
    )
    marks = {(rank, mark) for rank, mark in told}
    page.context.close()
    assert len(marks) > 1
    assert len({mark for _, mark in marks}) == len({rank for rank, _ in marks}) == len(marks)
    assert all(re.fullmatch(r"C|A\d+", mark) for _, mark in marks)


def test_what_comes_and_what_goes_is_told_without_any_colour(browser: Browser, essai_site: Path) -> None:
    page = opened(browser, 1280)
    page.goto(f"{essai_site.as_uri()}/comparer/convention_avenant-1.html")
    without_colour(page)
    lines = page.evaluate(
        """() => ["ins", "del"].map((tag) => {
            const line = [...document.querySelectorAll(`.redline .line:not(.whole-in, .whole-out) ${tag}`)][0];
            return getComputedStyle(line).textDecorationLine;
        })"""
    )
    page.context.close()
    assert lines == ["underline", "line-through"]


def test_a_telephone_shows_the_name_of_the_site_and_the_table_of_duties_whole(browser: Browser, site: Path) -> None:
    page = opened(browser, 390)
    page.goto(f"{site.as_uri()}/obligations.html")
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("(name) => name.scrollWidth <= name.clientWidth && name.scrollHeight <= name.clientHeight")
    assert page.locator(".rows").first.evaluate("(rows) => rows.scrollWidth <= rows.clientWidth")
    page.context.close()


def test_a_box_to_tick_is_as_large_as_a_finger_needs(browser: Browser, site: Path) -> None:
    """24 pixels (WCAG 2.2, 2.5.8)."""
    page = opened(browser, 390)
    page.goto(f"{site.as_uri()}/simuler.html")
    box = page.locator(".simulator [type=checkbox]").first.bounding_box()
    page.context.close()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_no_heading_has_other_letters_than_its_act(browser: Browser, essai_site: Path) -> None:
    """The theme sets the fifth level in capitals: an article of three numbers, under a title, on the page of a version."""
    page = opened(browser, 1280)
    page.goto((essai_site / "texte-integral.html").as_uri())
    letters = """() => [1, 2, 3, 4, 5, 6].map((level) => {
        const heading = document.querySelector("article").appendChild(document.createElement(`h${level}`));
        return getComputedStyle(heading).textTransform;
    })"""
    assert page.evaluate(letters) == ["none"] * 6
    page.context.close()


# How far below the first line of its own words each note of the margin stands.
DRIFT = """() => [...document.querySelectorAll(".clause .by")].flatMap((note) => {
    if (getComputedStyle(note).float !== "right") return [];
    const words = note.nextElementSibling;
    return [Math.abs(note.getBoundingClientRect().top - words.getBoundingClientRect().top)];
})"""


def test_each_note_of_the_margin_stands_beside_its_own_words(browser: Browser, site: Path, essai_site: Path) -> None:
    """Short alinéas that several acts wrote have notes longer than they are: none runs down beside the next."""
    page = opened(browser, 1280)
    seen = 0
    for path in (site / "articles/8.html", site / "texte-integral.html", essai_site / "texte-integral.html"):
        page.goto(path.as_uri())
        drift = page.evaluate(DRIFT)
        assert [far for far in drift if far > 10] == [], path
        seen += len(drift)
    assert seen > 20
    page.context.close()
