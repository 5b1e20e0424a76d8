"""What the server answers: the site and nothing beside it, to this machine and nobody else."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausier.diagnostics import Span, codes_markdown, report
from clausier.serve.page import with_findings, without_site
from clausier.serve.preview import Preview, Rebuilt
from clausier.serve.server import Server, Shown

PAGE = b"<!doctype html>\n<html><head></head><body class='x'>\n<p>Le texte.</p>\n</body>\n</html>\n"
ERROR = report(codes_markdown.RAW_HTML, Span("convention/01.md", 3, 7), what="<b>")
WARNING = report(codes_markdown.RAW_HTML, Span("convention/02.md", 3, 7), what="<i>", severity="warning")


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
    script, _, after = data.partition(b"</script>\n")
    assert after == b"</body>\n</html>\n"
    before, _, code = script.partition(b"<script>")
    assert before == PAGE.partition(b"</body>")[0]
    assert b"/_clausier/state" in code
    assert b"http" not in code


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
    assert b'serial = "1"' in ask(server, "/")[1]


def test_errors_stand_at_the_top_of_each_page_above_its_text(server: Server, shown: Shown) -> None:
    shown.rebuilt = Rebuilt(diagnostics=(ERROR, WARNING), pages=None)
    for path in ("/", "/articles/", "/nulle-part"):
        data = ask(server, path)[1].decode()
        assert '<body class=\'x\'><section id="clausier-findings" role="alert"' in data
        assert data.index("erreur[SRC201]") < data.index("<p>")
        assert "<code>convention/01.md:3:7</code>" in data
        assert "convention/02.md" not in data


def test_where_there_is_no_site_yet_the_page_is_the_errors(server: Server, shown: Shown) -> None:
    (shown.preview.out / "site").rename(shown.preview.out / "ailleurs")
    shown.rebuilt = Rebuilt(diagnostics=(ERROR,), pages=None)
    answer, data = ask(server, "/articles/")
    assert answer.status == 503
    assert b"erreur[SRC201]" in data
    assert "Le site n’a pas pu être construit.".encode() in data
    assert b"/_clausier/state" in data


def test_findings_are_told_in_the_language_of_the_call_and_cannot_act_as_html() -> None:
    page = with_findings(PAGE, [ERROR], 3, "en").decode()
    assert "error[SRC201]</strong>: " in page
    assert "The site was not rebuilt" in page
    assert "<b>" not in page
    assert "&lt;b&gt;" in page
    assert "Help: " in page
    french = without_site([ERROR], 3, "fr").decode()
    assert '<html lang="fr">' in french
    assert "erreur[SRC201]</strong>\u00a0: " in french
    assert french.count("clausier-findings") == 1


def test_a_page_without_a_body_is_served_all_the_same() -> None:
    page = with_findings(b"<p>Un.</p>", [ERROR], 1, "fr")
    assert page.startswith(b"<section")
    assert b"<p>Un.</p><script>" in page
