"""A page that is open follows what is saved, by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from clausier.author.new import new_project
from serve.served import DEADLINE, replace, serving


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


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
