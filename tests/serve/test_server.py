"""What the server answers: the site and nothing beside it, to this machine and nobody else."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from clausier.diagnostics import Span, codes_markdown, report
from clausier.serve.page import with_findings, without_site
from clausier.serve.preview import Preview, Rebuilt
from clausier.serve.server import Server, Shown

PAGE = b"<!doctype html>\n<html><head></head><body class='x'>\n<p>Le texte.</p>\n</body>\n</html>\n"
ERROR = report(codes_markdown.RAW_HTML, Span("convention/01.md", 3, 7), what="<b>")
WARNING = replace(report(codes_markdown.RAW_HTML, Span("convention/02.md", 3, 7), what="<i>"), severity="warning")


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A site of four files, beside a secret."""
    site = tmp_path / "build/site"
    (site / "articles").mkdir(parents=True)
    (site / "index.html").write_bytes(PAGE)
    (site / "articles/index.html").write_bytes(PAGE.replace(b"Le texte", b"Les articles"))
    (site / "404.html").write_bytes(PAGE.replace(b"Le texte", b"Rien"))
    (site / "texte.json").write_bytes(b'{"body": "</body>"}')
    (tmp_path / "build/secret.txt").write_bytes(b"secret")
    return Shown(Preview(tmp_path, tmp_path / "build"), "fr")


@pytest.fixture
def server(shown: Shown) -> Iterator[Server]:
    made = Server(shown, 0)
    made.start()
    yield made
    made.stop()


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    port = int(server.url.rstrip("/").rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    return answer, data


def test_a_page_is_served_with_the_script_that_reloads_it_and_nothing_from_elsewhere(server: Server) -> None:
    answer, data = ask(server, "/")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    before, _, rest = data.partition(
        b'<link rel="stylesheet" href="/_clausier/serve.css"><script src="/_clausier/live.js"'
    )
    added, _, after = rest.partition(b"</script>")
    way = b'<nav id="clausier-sources" aria-label="clausier"><a href="/_source/">Les sources</a></nav>\n'
    assert added == b' data-serial="0" data-state="/_clausier/state">'
    assert before + after.replace(way, b"") == PAGE
    assert after.count(way) == 1


def test_what_pages_load_of_ours_is_served(server: Server) -> None:
    for path, kind, words in (
        ("live.js", "text/javascript", b"data"),
        ("serve.css", "text/css", b"#clausier-findings"),
    ):
        answer, data = ask(server, f"/_clausier/{path}")
        assert answer.headers["Content-Type"] == f"{kind}; charset=utf-8"
        assert words in data
        assert b"http" not in data
    assert ask(server, "/_clausier/page.py")[0].status == 404


def test_a_page_comes_with_the_policy_of_the_published_site(server: Server, shown: Shown) -> None:
    (shown.preview.out / "site/index.html").write_bytes(PAGE.replace(b"<p>", b"<script>var a = 1</script><p>"))
    told = ask(server, "/")[0].headers["Content-Security-Policy"]
    # printf 'var a = 1' | openssl dgst -sha256 -binary | base64
    assert "script-src 'self' 'sha256-h1HrJPkDwnmmTjhElzuRBLDNtr5UPz5PinuqE+ovmj8=';" in told
    assert "default-src 'none';" in told
    assert "frame-ancestors 'self'" in told
    assert "unsafe" not in told
    assert ask(server, "/texte.json")[0].headers["Content-Security-Policy"] is None


def test_a_folder_answers_with_its_index_and_what_is_not_there_with_the_sites_own_page(server: Server) -> None:
    assert b"Les articles" in ask(server, "/articles/")[1]
    answer, data = ask(server, "/articles/99.html?a=b")
    assert answer.status == 404
    assert b"Rien" in data


def test_what_is_no_page_is_served_as_it_is(server: Server) -> None:
    answer, data = ask(server, "/texte.json")
    assert answer.headers["Content-Type"] == "application/json"
    assert data == b'{"body": "</body>"}'


def test_a_head_is_answered_without_a_body(server: Server) -> None:
    answer, data = ask(server, "/texte.json", "HEAD")
    assert (answer.status, answer.headers["Content-Length"], data) == (200, "19", b"")


def test_only_reading_is_answered(server: Server) -> None:
    assert ask(server, "/", "POST")[0].status == 501


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/articles/../../secret.txt", "/..%5csecret.txt", "/%00", "/./index.html"],
)
def test_no_path_leaves_the_site(server: Server, path: str) -> None:
    answer, data = ask(server, path)
    assert answer.status == 404
    assert b"secret" not in data


@pytest.mark.parametrize(
    ("host", "status"), [("localhost", 200), ("127.0.0.1:99", 200), ("evil.example", 403), ("", 403)]
)
def test_a_name_from_elsewhere_that_leads_here_is_refused(server: Server, host: str, status: int) -> None:
    answer, data = ask(server, "/", Host=host)
    assert answer.status == status
    assert (b"Le texte" in data) == (status == 200)


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    assert server._http.server_address[0] == "127.0.0.1"
    assert server.url.startswith("http://127.0.0.1:")


def test_each_rebuild_gives_the_pages_another_number(server: Server, shown: Shown) -> None:
    assert ask(server, "/_clausier/state")[1] == b"0"
    assert not shown.rebuild().pages
    assert ask(server, "/_clausier/state")[1] == b"1"
    assert b'data-serial="1"' in ask(server, "/")[1]


def test_errors_stand_at_the_top_of_each_page_above_its_text(server: Server, shown: Shown) -> None:
    shown.rebuilt = Rebuilt(diagnostics=(ERROR, WARNING), pages=None)
    for path, text in (("/", "Le texte"), ("/articles/", "Les articles"), ("/nulle-part", "Rien")):
        data = ask(server, path)[1].decode()
        assert '<body class=\'x\'><section id="clausier-findings" role="alert"' in data
        assert data.index(">SRC201</a>]") < data.index(text)
        assert '<a href="/_source/convention/01.md#L3"><code>convention/01.md:3:7</code></a>' in data
        assert "convention/02.md" not in data


def test_where_there_is_no_site_yet_the_page_is_the_errors(server: Server, shown: Shown) -> None:
    (shown.preview.out / "site").rename(shown.preview.out / "ailleurs")
    shown.rebuilt = Rebuilt(diagnostics=(ERROR,), pages=None)
    answer, data = ask(server, "/articles/")
    assert answer.status == 503
    assert b'erreur[<a href="/controles/src.html#SRC201">SRC201</a>]' in data
    assert "Le site n’a pas pu être construit.".encode() in data
    assert b"/_clausier/state" in data


def test_findings_are_told_in_the_language_of_the_call_and_cannot_act_as_html() -> None:
    page = with_findings(PAGE, [ERROR], 3, "en").decode()
    assert 'error[<a href="/controles/src.html#SRC201">SRC201</a>]</strong>: ' in page
    assert "The site was not rebuilt" in page
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "Help: " in page
    french = without_site([ERROR], 3, "fr").decode()
    assert '<html lang="fr">' in french
    assert "SRC201</a>]</strong>\u00a0: " in french
    assert french.count("clausier-findings") == 1


def test_a_page_without_a_body_is_served_all_the_same() -> None:
    page = with_findings(b"<p>Un.</p>", [ERROR], 1, "fr")
    assert page.startswith(b"<section")
    assert page.endswith(b"</script><p>Un.</p>")
