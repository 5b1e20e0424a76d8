"""What axe finds on every kind of page, at the widths of a telephone and of a desk, light and dark: nothing.

In a file of its own, since it takes as long as most others together, and the tests of a file stay in one process.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.browsing import COLOURS, opened, unfold, violations
from support.kinds import addresses


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(browser: Browser, site: Path, essai_site: Path, width: int) -> None:
    page = opened(browser, width)
    found: dict[str, list[str]] = {}
    for address in addresses(site, essai_site):
        page.goto(address)
        unfold(page)
        problems = violations(page)
        # As a reader does who wants it dark: loading each page anew for it would take as long as axe does.
        page.locator("[data-md-component=palette] label:visible").click()
        expect(page.locator("body[data-md-color-scheme=slate]")).to_be_visible()
        if problems := [*problems, *(f"dark: {one}" for one in violations(page, *COLOURS))]:
            found[address] = problems
        page.evaluate("localStorage.clear()")  # which keeps the reader's choice for the next page
    page.context.close()
    assert found == {}
