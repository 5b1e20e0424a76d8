"""A browser as the tests of pages use it: at a width, light or dark, keeping still; and what axe finds there."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
Scheme = Literal["light", "dark"]


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser of this machine, closed at the end."""
    found = subprocess.run([ROOT / "tools/browser.sh"], capture_output=True, text=True, check=True).stdout.strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found)
        yield browser
        browser.close()


def opened(browser: Browser, width: int, scheme: Scheme = "light", *, script: bool = True) -> Page:
    """A page of that width that keeps still; `script`: whether it runs JavaScript."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="fr-FR",
        java_script_enabled=script,
    )
    return context.new_page()


def violations(page: Page) -> list[str]:
    """What axe finds on the page, each with the first place where it does."""
    # Its preloading asks for the styles again, which a browser refuses to pages of file://.
    found: dict[str, Any] = Axe().run(page, options={"preload": False}).response
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]]


def said(page: Page, place: str) -> str:
    """The words of a place, with plain spaces."""
    return page.locator(place).inner_text().replace("\u00a0", " ")
