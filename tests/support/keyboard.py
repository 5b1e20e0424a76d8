"""A person who has a keyboard alone: goes from one thing to the next by Tab, sees where the focus is, never turns back or gets stuck."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

MOST_STEPS = 700
# Where the focus is: whether it is seen (a line around it, inside the window, under nothing), and behind what was before.
WHERE = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const before = window.keyboardBefore?.isConnected ? window.keyboardBefore : null;
    const again = here === window.keyboardFirst && here !== before;
    window.keyboardBefore = here;
    window.keyboardFirst ??= here;
    // The theme's choice of light or dark is a hidden radio whose label stands for it.
    const shown = here.matches(".md-option") ? here.nextElementSibling : here;
    const style = getComputedStyle(shown);
    const box = shown.getClientRects()[0] ?? {width: 0, height: 0};
    const middle = (start, length, room) => (Math.max(start, 0) + Math.min(start + length, room)) / 2; // of what is in the window
    const [x, y] = [middle(box.x, box.width, innerWidth), middle(box.y, box.height, innerHeight)];
    const top = document.elementFromPoint(x, y);
    return {
        again,
        name: `${here.tagName.toLowerCase()}.${here.className} ${(here.getAttribute("aria-label") ?? here.textContent).trim().slice(0, 40)}`,
        outlined: (here.type === "date" || here.matches(":focus-visible")) && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
            && !/, 0\\)$/.test(style.outlineColor),
        under: top?.outerHTML.slice(0, 80) ?? "nothing: outside of the window",
        seen: box.width > 0 && box.height > 0 && top !== null && (shown.contains(top) || top.contains(shown)),
        // The day, the month and the year of a field for a date are three places of one element.
        after: !before || (before === here && here.type === "date")
            || Boolean(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING),
        // In a narrow window the theme keeps the page from scrolling while one searches, and for a tenth of a second after.
        held: document.body.hasAttribute("data-md-scrolllock") && !document.getElementById("__search").checked,
    };
}"""


class FaultyFocusError(AssertionError):
    """The focus is not seen, goes back, or stays."""


def steps(page: Page) -> Iterator[str]:
    """Press Tab until the end of the page; each thing that gains focus, by its name. Raises FaultyFocusError."""
    page.evaluate("window.keyboardFirst = null")
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        where = page.evaluate(WHERE)
        if where is None or where["again"]:  # behind the end is the beginning
            return
        for _ in range(8):  # what opens where it gains focus, or comes into the window, takes a moment
            if where["seen"]:
                break
            page.wait_for_timeout(250)
            where |= {"seen": page.evaluate(WHERE)["seen"]}
        if not (where["outlined"] and where["seen"] and where["after"]):
            raise FaultyFocusError(f"{page.url}: {where}")
        if where["held"]:  # what gains focus meanwhile would stay outside of the window; nobody presses Tab so fast
            page.wait_for_function("!document.body.hasAttribute('data-md-scrolllock')")
        yield where["name"]
    raise FaultyFocusError(f"{page.url}: no end after {MOST_STEPS} steps")


def go_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what `selector` names. Raises FaultyFocusError."""
    for _ in steps(page):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise FaultyFocusError(f"{page.url}: the end was reached before {selector}")


def skip_to_content(page: Page) -> None:
    """By the first link of each page, past the menus."""
    go_to(page, ".md-skip")
    page.keyboard.press("Enter")
    page.evaluate("window.keyboardBefore = null")
