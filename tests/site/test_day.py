"""The text of a day is read on the page that asks for it, to the letter of what `clausier show` answers."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from clausier.compile import Compiled
from clausier.emit.site import days
from clausier.emit.site.atlas import atlas
from clausier.text.typography import same
from support.browsing import opened, said, violations
from support.calling import answer_of
from support.projects import ROOT

ASK = "versions/a-une-date.html"
Json = dict[str, Any]
WORDS = """text => {
    const own = document.querySelector(".text-of-day").cloneNode(true);
    for (const added of own.querySelectorAll(".n, .mark, .ended, .by, h2, .standing, details, caption")) added.remove();
    return [...own.querySelectorAll("h3, h4, h5, h6, .al, .lacuna, th, td")].map((e) => e.textContent.trim());
}"""


def show(root: Path, *words: str) -> Json:
    answer: Json = answer_of("show", *words, project=root)
    return answer


def told(provision: Json) -> Iterator[str]:
    """The words of an answer in reading order: headings, alinéas with their label, cells."""
    if provision["kind"] != "document":
        yield provision["title"] or provision["number"].capitalize()
    tables = list(provision["tables"])
    lines = provision["alineas"]
    for rank in range(len(lines) + 1):
        for table in tables:
            if table["after"] == rank:
                yield from (cell for row in table["rows"] for cell in row)
        if rank < len(lines):
            line = lines[rank]
            yield f"{line['label']} {line['text']}" if line["label"] else line["text"]
    for child in provision["children"]:
        yield from told(child)


def gaps(provision: Json) -> int:
    return ("lacuna" in provision) + sum(gaps(child) for child in provision["children"])


def agree(shown: list[str], answer: Json) -> None:
    """The page has the words of the answer, in their order, and a notice of each gap; a title says « (abrogé) » too."""
    wanted = [words for words in told(answer) if words]
    notices = [words for words in shown if re.match("Texte (?:non disponible|incomplet)", words)]
    kept = [re.sub(r" \((?:abrogé|suspendu|a pris fin)\)$", "", words) for words in shown if words not in notices]
    lines = [words for words in kept if words]
    assert len(notices) == gaps(answer)
    assert len(lines) == len(wanted)
    assert [pair for pair in zip(lines, wanted, strict=True) if not same(*pair)] == []


def asked(browser: Browser, site: Path, query: str) -> Page:
    page = opened(browser, 1280)
    page.goto(f"{site.as_uri()}/{ASK}?{query}")
    return page


DAYS = {
    "site": (ROOT, ("2018-03-19", "2021-01-01", "2022-06-20", "2022-12-31", "2030-01-01")),
    "essai_site": (Path(__file__).with_name("essai"), ("2020-01-01", "2021-02-28", "2021-03-01", "2022-05-31")),
    "renumbered_site": (None, ("2020-12-31", "2021-01-01", "2022-01-01", "2024-02-29")),
}


NAMES = {
    "convention": "version initiale",
    **{f"avenant-{n}": f"version issue de l’avenant n°\u00a0{n}" for n in (1, 2)},
    **{act: f"version issue de l’avenant {act}" for act in "abc"},
}


@pytest.mark.parametrize(("folder", "day"), [(folder, day) for folder, (_, found) in DAYS.items() for day in found])
def test_the_words_of_a_day_are_those_that_show_answers(
    browser: Browser, folder: str, day: str, renumbered_root: Path, request: pytest.FixtureRequest
) -> None:
    root = DAYS[folder][0] or renumbered_root
    answer = show(root, "--at", day)
    page = asked(browser, request.getfixturevalue(folder), f"jour={day}")
    expect(page.locator(".text-of-day h2")).to_have_text(NAMES[answer["version"]].capitalize())
    words = page.evaluate(WORDS)
    assert len(words) > 5
    agree(words, answer["provision"])
    page.context.close()


@pytest.mark.parametrize(("folder", "day"), [("site", "2022-07-01"), ("essai_site", "2022-05-15")])
def test_a_day_whose_text_is_open_names_each_and_shows_the_one_that_is_chosen(
    browser: Browser, folder: str, day: str, request: pytest.FixtureRequest
) -> None:
    root = DAYS[folder][0]
    assert root
    candidates = show(root, "--at", day)["candidates"]
    assert len(candidates) == 2
    page = asked(browser, request.getfixturevalue(folder), f"jour={day}")
    assert "indéterminé" in said(page, ".answer")
    assert not page.locator(".text-of-day").is_visible()
    for rank, candidate in enumerate(candidates):
        link = page.locator(".answer a").nth(rank)
        name = NAMES[candidate["version"]]
        assert link.inner_text() == name
        link.click()
        expect(page.locator(".text-of-day h2")).to_have_text(f"Texte possible\u00a0: {name}")
        assert f"jour={day}&version={candidate['version']}" in page.url
        assert "indéterminé" in said(page, ".answer")
        agree(page.evaluate(WORDS), candidate["provision"])
    page.context.close()


def test_a_day_on_which_there_may_be_no_text_yet_says_so(browser: Browser, unbegun_site: Path) -> None:
    open_ = "le texte en vigueur est indéterminé\u00a0: version initiale, ou aucun texte encore."
    certain = "le texte en vigueur est celui de la version initiale."
    before = "il n’y avait pas encore de texte, qui ne commence pas avant le 15\u00a0janvier\u00a02020."
    for day, answer in (
        ("2020-01-14", f"Le 14\u00a0janvier\u00a02020, {before}"),
        ("2020-02-29", f"Le 29\u00a0février\u00a02020, {open_}"),
        ("2020-03-01", f"Le 1er\u00a0mars\u00a02020, {certain}"),
    ):
        page = asked(browser, unbegun_site, f"jour={day}")
        assert page.locator(".answer").inner_text().strip() == answer
        title = page.locator(".text-of-day h2")
        if answer.endswith((open_, certain)):
            expect(title).to_have_text(
                "Texte possible\u00a0: version initiale" if answer.endswith(open_) else "Version initiale"
            )
        page.context.close()
    assert "</a>, ou aucun texte encore. " in (unbegun_site / "versions/index.html").read_text(encoding="utf-8")


def test_a_version_is_read_by_its_name_with_the_keyboard_alone(browser: Browser, site: Path) -> None:
    page = opened(browser, 360)
    page.goto(f"{site.as_uri()}/{ASK}")
    page.get_by_label("Version", exact=True).focus()
    page.get_by_label("Version", exact=True).select_option("convention")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".text-of-day h2")).to_have_text("Version initiale")
    assert page.url.endswith("?version=convention")
    assert page.get_by_label("Version", exact=True).input_value() == "convention"
    agree(page.evaluate(WORDS), show(ROOT, "--version", "convention")["provision"])
    page.context.close()


def test_an_address_names_a_day_and_a_line_of_its_text(browser: Browser, site: Path) -> None:
    page = asked(browser, site, "jour=2023-01-01#8.1-al-9")
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == "8.1-al-9"
    page.get_by_role("link", name="page de cette version").click()
    expect(page.locator("h1")).to_contain_text("Version issue de l’avenant n°\u00a01")
    page.context.close()


def test_an_unknown_version_or_day_shows_no_text(browser: Browser, site: Path) -> None:
    for query in ("version=nulle", "jour=2018-03-18", "jour=hier", "version=<b>"):
        page = asked(browser, site, query)
        assert not page.locator(".text-of-day").is_visible()
        page.context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_a_text_that_is_read_there(
    browser: Browser, site: Path, essai_site: Path, width: int, scheme: Any
) -> None:
    for folder, day in ((site, "2023-01-01"), (essai_site, "2022-06-01")):
        page = opened(browser, width, scheme)
        page.goto(f"{folder.as_uri()}/{ASK}?jour={day}")
        expect(page.locator(".text-of-day h2")).to_be_visible()
        page.locator(".text-of-day summary").click()
        assert violations(page) == []
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        page.context.close()


def test_without_a_script_the_page_leads_to_each_version(browser: Browser, site: Path, real: Compiled) -> None:
    page = opened(browser, 360, script=False)
    page.goto(f"{site.as_uri()}/{ASK}")
    links = page.locator("noscript a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links == ["index.html#jours", *(f"{v.id}.html" for v in real.timeline.versions)]
    page.context.close()


def test_nothing_is_loaded_until_a_text_is_asked_for(browser: Browser, site: Path) -> None:
    page = opened(browser, 1280)
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{site.as_uri()}/{ASK}")
    assert "textes.js" not in loaded
    page.goto(f"{site.as_uri()}/{ASK}?jour=2023-01-01")
    expect(page.locator(".text-of-day h2")).to_be_visible()
    assert "textes.js" in loaded
    page.context.close()


def test_the_texts_cost_little_and_one_file_holds_them_all(site: Path) -> None:
    """What is asked for is about the weight of an article's page."""
    assert len(gzip.compress((site / days.TEXTS).read_bytes(), mtime=0)) <= 20_000
    assert len(gzip.compress((site / ASK).read_bytes(), mtime=0)) <= 20_000


def test_a_piece_that_several_versions_share_is_stored_once(renumbered: Compiled) -> None:
    _, files = days.pages(atlas(renumbered))
    texts = json.loads(files[days.TEXTS].decode().removeprefix("globalThis.clausierTexts=").removesuffix(";\n"))
    assert len(set(texts["pieces"])) == len(texts["pieces"])
    # By hand: 13 provisions at first; the first act changes 2, 2.1, 2.2, 3, 4, 5, 6, 7 and 9, the second 1, 1.2 and 9.
    assert len(texts["pieces"]) == 13 + 9 + 3
    assert texts["versions"]["convention"] == list(range(13))
    assert set(texts["versions"]["b"]) & set(texts["versions"]["convention"]) == set()


def test_a_text_that_is_too_long_for_a_page_is_read_on_that_of_its_version(
    renumbered: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "MOST_BYTES", 100)
    markdown, files = days.pages(atlas(renumbered))
    assert files == {}
    assert "data-texts" not in markdown
    assert 'href="convention.html"' in markdown
