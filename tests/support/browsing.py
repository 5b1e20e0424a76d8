"""A browser as the tests of pages use it: at a width, light or dark, keeping still; and what axe finds there."""

from __future__ import annotations

import functools
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as NotYet

from support.projects import ROOT

Scheme = Literal["light", "dark"]


@contextmanager
def launched() -> Iterator[Browser]:
    """The browser of this machine, closed at the end."""
    found = subprocess.run([ROOT / "tools/browser.sh"], capture_output=True, text=True, check=True).stdout.strip()
    expect.set_options(timeout=30_000)  # how long a page takes says how busy the machine is
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


COLOURS = (
    "color-contrast",
    "link-in-text-block",
)  # what axe asks of colours: all that a dark page may fail and a light one not


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds on the page by `rules` (all it has, where none are named), each with the first place where it does."""
    # Its preloading asks for the styles again, which a browser refuses to pages of file://. What it passes is looked at as
    # well, and only not described, place by place: half of its time.
    options: dict[str, Any] = {"preload": False, "resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    found: dict[str, Any] = Axe().run(page, options=options).response
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found["violations"]]


def said(page: Page, place: str) -> str:
    """The words of a place, with plain spaces."""
    return page.locator(place).inner_text().replace("\u00a0", " ")


def unfold(page: Page) -> None:
    """Open every fold of the page."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")


def search(page: Page, words: str) -> str:
    """Put words into the search; the address of the first page that it finds."""
    box = page.locator(".md-search__input")
    first = page.locator(".md-search-result__link").first
    for _ in range(8):  # the theme opens the panel when the box gains focus, once its script has been read
        box.blur()
        box.click()
        box.fill(words)  # at once: what is found of a part of the words is not to be taken for the answer
        box.press("End")  # the theme reads the box when a key goes up
        with suppress(NotYet):
            first.wait_for(timeout=4000)
            break
    expect(first).to_be_visible()
    return first.get_attribute("href") or ""


@contextmanager
def serving(site: Path, headers: dict[str, str]) -> Iterator[str]:
    """The site served over HTTP below a path of its own, with headers; 404.html in place of what is not there, as hosts do."""
    lost = (site / "404.html").read_bytes()

    class Below(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path(path.removeprefix("/conventions/ent"))

        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            if code != HTTPStatus.NOT_FOUND:
                super().send_error(code, message, explain)
                return
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(lost)))
            self.end_headers()
            self.wfile.write(lost)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Below, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/conventions/ent/"
    server.shutdown()
    server.server_close()
