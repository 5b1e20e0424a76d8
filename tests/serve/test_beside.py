"""Each source stands beside what it makes, what is wrong with it under its line; only sources are shown, and only here."""

import http.client
import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from clausier.author.new import new_project
from clausier.diagnostics import Lang, Span, codes_out, report
from clausier.serve.beside import Beside
from clausier.serve.page import finding_html
from clausier.serve.preview import Preview
from serve.served import DEADLINE, replace, serving
from support.browsing import opened, violations

ARTICLE = "convention/05-duree.md"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    root = tmp_path_factory.mktemp("projets") / "papier"
    new_project(root)
    made = Preview(root, root / "build")
    assert made.rebuild().pages
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new_project(tmp_path / "papier")
    return tmp_path / "papier"


def beside(root: Path, made: dict[str, str], lang: Lang = "fr") -> Beside:
    from clausier.compile import compile_project

    return Beside(root=root, diagnostics=compile_project(root)[1], made=made, lang=lang)


def shown(page: bytes | None) -> list[str]:
    """The lines of a source as its page shows them."""
    assert page
    return [unescape(re.sub("</?mark>", "", line)) for line in re.findall(r"<code>(.*?)</code>", page.decode())]


def test_every_source_is_shown_to_the_letter_beside_a_page_that_exists(preview: Preview) -> None:
    pages = beside(preview.root, preview.made)
    sources = [p for p in (preview.root / "convention").iterdir() if p.suffix in {".md", ".yml"}]
    sources += [p for p in (preview.root / "amendments").glob("*/*") if p.suffix in {".md", ".yml"}]
    assert len(sources) > 8
    index = (pages.page("") or b"").decode()
    for source in sources:
        name = source.relative_to(preview.root).as_posix()
        assert f'href="/_source/{name}"' in index
        page = pages.page(name)
        assert shown(page) == source.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        assert page
        ((there, anchor),) = re.findall(r'<iframe [^>]*src="/([^"]*)" data-anchor="([^"]*)"', page.decode())
        made = (preview.out / "site" / there).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in made


# By hand: what each file of the project of `clausier new` is about.
@pytest.mark.parametrize(
    ("source", "there"),
    [
        ("convention/05-duree.md", "articles/5.html"),
        ("convention/convention.yml", "index.html"),
        ("convention/03-comite-de-suivi.regles.yml", "regles.html"),
    ],
)
def test_a_source_leads_to_what_it_makes(preview: Preview, source: str, there: str) -> None:
    page = beside(preview.root, preview.made).page(source) or b""
    assert re.findall(r'<iframe [^>]*src="/([^"]*)"', page.decode()) == [there]


def test_an_act_leads_to_its_page_at_the_article(preview: Preview) -> None:
    made = {source: there for source, there in preview.made.items() if source.startswith("amendments/")}
    assert made
    assert all(there.startswith("avenants/") for there in made.values())
    assert all("#" in there for source, there in made.items() if source.endswith(".md"))


def test_an_article_that_is_no_more_leads_to_the_first_version(root: Path) -> None:
    act = root / "amendments/2026-avenant-2"
    act.mkdir()
    (act / "01.md").write_text(
        '---\nopérations:\n  - réunir: ["4", "5"]\n    en: "4"\n---\n# Article 1\n\n'
        "Les articles 4 et 5 sont réunis en un article 4.\n",
        encoding="utf-8",
    )
    (act / "avenant.yml").write_text("id: a2\ntitre: Avenant\nsignature: 2026-03-09\nen-vigueur: 2026-03-09\n")
    preview = Preview(root, root / "build")
    assert preview.rebuild().pages
    assert preview.made[ARTICLE] == "versions/convention.html#5"


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "../secret.md",
        "convention/../mkdocs.yml",
        "convention/link.md",
        "convention/.hidden.md",
        "/etc/passwd",
        "convention",
        "convention/notes.txt",
    ],
)
def test_nothing_but_sources_is_shown(root: Path, path: str) -> None:
    (root.parent / "secret.md").write_text("secret\n")
    (root / "convention/link.md").symlink_to(root.parent / "secret.md")
    (root / "convention/.hidden.md").write_text("secret\n")
    (root / "convention/notes.txt").write_text("secret\n")
    pages = beside(root, {})
    assert pages.page(path) is None
    assert b"link.md" not in (pages.page("") or b"").partition(b"<h2>Hors")[0]


def test_what_is_to_be_typed_is_set_as_code_where_a_finding_is_told() -> None:
    found = report(codes_out.SITE_FAILED, Span("mkdocs.yml"), why="fermer `<b>`")
    assert "fermer <code>&lt;b&gt;</code>" in finding_html(found, "fr")


def test_a_source_cannot_act_as_html_and_what_is_wrong_stands_under_its_line(root: Path) -> None:
    replace(root / ARTICLE, "quatre ans", "<script>x</script>")
    page = (beside(root, {}).page(ARTICLE) or b"").decode()
    assert "<script>x" not in page
    line = next(row for row in re.findall(r'<li id="L\d+">.*?</li>', page) if "&lt;script&gt;x" in row)
    assert line.startswith('<li id="L3">')
    assert '<div class="finding error"><p><strong>erreur[<a href="/controles/src.html#SRC201">SRC201</a>]' in line
    assert "<mark>&lt;script&gt;x&lt;/script&gt;" in line
    assert "Aide\u00a0:" in line
    assert page.count('<div class="finding') == line.count('<div class="finding')
    assert "Le site n’a pas encore de page faite de cette source." in page


def test_the_list_counts_what_is_wrong_with_each_source_and_tells_what_is_wrong_elsewhere(root: Path) -> None:
    replace(root / ARTICLE, "quatre ans", "<b>x</b>")
    (root / "amendments/vide").mkdir()
    index = (beside(root, {}, "en").page("") or b"").decode()
    assert re.search(r'05-duree\.md</a><span class="counts">2 errors', index)
    assert "<h2>Outside the sources</h2>" in index
    assert "amendments/vide" in index.partition("Outside the sources")[2]


def test_a_file_that_cannot_be_read_is_told(root: Path) -> None:
    (root / ARTICLE).write_bytes(b"# Article 5\n\n\xff\n")
    page = (beside(root, {}).page(ARTICLE) or b"").decode()
    assert "Ce fichier ne se lit pas." in page
    assert "erreur[" in page


def test_the_pages_of_the_sources_follow_what_is_saved_and_are_shown_to_this_machine_alone(root: Path) -> None:
    with serving(root) as served:
        page = served.page(f"_source/{ARTICLE}")
        assert "conclu pour quatre ans" in page
        assert '<iframe title="Page du site\u00a0: articles/5.html" src="/articles/5.html"' in page
        assert f'<a href="/_source/{ARTICLE}">Source de cette page</a>' in served.page("articles/5.html")

        replace(root / ARTICLE, "quatre ans", "<b>sept</b> ans")
        served.wait(lambda said: not said["rebuilt"])
        page = served.page(f"_source/{ARTICLE}")
        assert "pour <mark>&lt;b&gt;sept&lt;/b&gt;</mark> ans" in page
        assert 'id="clausier-findings"' in page
        assert "quatre ans" in served.page("articles/5.html").partition("</section>")[2]

        host, port = served.url.removeprefix("http://").rstrip("/").split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=DEADLINE)
        connection.request("GET", f"/_source/{ARTICLE}", headers={"Host": "evil.example"})
        answer = connection.getresponse()
        assert (answer.status, b"sept" in answer.read()) == (403, False)
        connection.close()


def test_what_an_article_of_an_act_makes_is_seen_without_the_page_around_it_moving(
    root: Path, browser: Browser
) -> None:
    with serving(root) as served:
        page = opened(browser, 360)
        page.goto(served.url + "_source/amendments/2025-avenant-1/03-coordonnateur.md")
        expect(page.frame_locator("iframe").locator('h2[id="3"]')).to_be_attached()
        frame = page.frames[1]
        frame.wait_for_load_state()
        assert frame.evaluate("Math.round(document.getElementById('3').getBoundingClientRect().top)") == 16
        assert page.evaluate("scrollY") == 0
        page.context.close()


def test_one_sees_source_result_and_errors_side_by_side(root: Path, browser: Browser) -> None:
    refused: list[str] = []
    with serving(root) as served:
        for width in (360, 1280):
            page = opened(browser, width, "dark" if width == 360 else "light")
            page.on("console", lambda m: refused.append(m.text) if m.type in {"error", "warning"} else None)
            page.goto(served.url + "articles/5.html")
            page.get_by_role("link", name="Source de cette page").click()
            frame = page.frame_locator("iframe")
            expect(page.locator(".lines")).to_contain_text("quatre ans")
            expect(frame.locator(".al").first).to_contain_text("quatre ans")
            expect(frame.locator(".md-header")).to_be_hidden()
            source, result = (page.locator(f"main > section >> nth={n}").bounding_box() for n in (0, 1))
            assert source
            assert result
            assert (result["x"] > source["x"]) == (width == 1280)
            assert violations(page) == []

            replace(root / ARTICLE, "quatre ans", "<b>huit</b> ans")
            finding = page.locator("#L3 .finding.error")
            expect(finding.first).to_contain_text("erreur[SRC201]", timeout=DEADLINE * 1000)
            # The code of the source fills its line; that of a sentence stays in it.
            in_a_sentence = "(p) => getComputedStyle(p.appendChild(document.createElement('code'))).display"
            assert finding.first.locator("p").first.evaluate(in_a_sentence) == "inline"
            expect(page.locator("#clausier-findings")).to_be_in_viewport()
            expect(frame.locator(".al").first).to_contain_text("quatre ans")
            assert violations(page) == []
            assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            page.locator("#clausier-findings").get_by_role("link", name=f"{ARTICLE}:3").first.click()
            assert page.url.endswith(f"/_source/{ARTICLE}#L3")

            replace(root / ARTICLE, "<b>huit</b> ans", "quatre ans")
            expect(page.locator(".finding.error")).to_have_count(0, timeout=DEADLINE * 1000)
            page.goto(served.url + "_source/")
            assert violations(page) == []
            page.context.close()
    assert refused == []
