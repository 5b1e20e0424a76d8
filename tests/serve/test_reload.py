"""A page that is open follows what is saved, by itself."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from clausier.author.new import new_project
from serve.served import DEADLINE, replace, serving

BROWSER = Path(__file__).parents[2] / "tools/browser.sh"


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of the browser that the tests look at the site with."""
    path = subprocess.run(["sh", str(BROWSER)], capture_output=True, text=True, check=True).stdout.strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def test_a_page_that_is_open_shows_what_is_saved_and_what_is_wrong_with_it(tmp_path: Path, page: Page) -> None:
    root = tmp_path / "papier"
    new_project(root)
    article = root / "convention/05-duree.md"
    errors: list[str] = []
    elsewhere: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with serving(root) as served:
        page.on("request", lambda sent: elsewhere.append(sent.url) if not sent.url.startswith(served.url) else None)
        page.goto(served.url + "articles/5.html")
        text, findings = page.locator(".al").first, page.locator("#clausier-findings")
        expect(text).to_contain_text("quatre ans")
        expect(findings).to_have_count(0)

        replace(article, "quatre ans", "sept ans")
        expect(text).to_contain_text("sept ans", timeout=DEADLINE * 1000)

        replace(article, "sept ans", "<b>huit</b> ans")
        expect(findings).to_contain_text("erreur[SRC201]", timeout=DEADLINE * 1000)
        expect(findings).to_be_in_viewport()
        expect(text).to_contain_text("sept ans")
        expect(text).to_be_visible()

        replace(article, "<b>huit</b> ans", "neuf ans")
        expect(text).to_contain_text("neuf ans", timeout=DEADLINE * 1000)
        expect(findings).to_have_count(0)
    assert errors == []
    assert elsewhere == []
