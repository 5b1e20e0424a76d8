"""`clausier serve` as a process: it shows what is saved, says what is wrong, and stops when asked."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from clausier import schemas
from clausier.author.new import new_project
from serve.served import DEADLINE, Served, replace, serving


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new_project(tmp_path / "papier")
    return tmp_path / "papier"


def rebuilt(served: Served) -> dict[str, object]:
    return served.wait(lambda said: said["rebuilt"])


def refused(served: Served) -> dict[str, object]:
    return served.wait(lambda said: not said["rebuilt"])


def test_a_save_is_seen_an_error_is_shown_above_the_old_text_and_its_correction_seen(root: Path) -> None:
    article = root / "convention/05-duree.md"
    with serving(root) as served:
        page = served.page("articles/5.html")
        assert "conclu pour quatre ans" in page
        assert "clausier-findings" not in page

        replace(article, "quatre ans", "sept ans")
        said = rebuilt(served)
        assert schemas.validator("serve").is_valid(said)
        assert 0 < int(str(said["pages"])) < 10
        page = served.page("articles/5.html")
        assert "conclu pour sept ans" in page
        assert "quatre ans" not in page

        replace(article, "sept ans", "<b>huit</b> ans")
        said = refused(served)
        assert schemas.validator("serve").is_valid(said)
        assert said["errors"] == 2
        page = served.page("articles/5.html")
        top, _, text = page.partition("</section>")
        assert 'id="clausier-findings" role="alert"' in top
        assert ">SRC201</a>]" in top
        assert "convention/05-duree.md:3:" in top
        assert "&lt;b&gt;" in top
        assert "conclu pour sept ans" in text
        assert "clausier-findings" in served.page("")

        replace(article, "<b>huit</b> ans", "neuf ans")
        rebuilt(served)
        page = served.page("articles/5.html")
        assert "conclu pour neuf ans" in page
        assert "clausier-findings" not in page


def test_a_new_act_and_a_new_name_of_the_site_are_seen(root: Path) -> None:
    with serving(root) as served:
        act = root / "amendments/2026-avenant-2"
        act.mkdir()
        (act / "01.md").write_text(
            '---\nopérations:\n  - abroger: "4"\n---\n# Article 1\n\nL’article 4 est abrogé.\n', encoding="utf-8"
        )
        (act / "avenant.yml").write_text(
            "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2026-03-09\nen-vigueur: 2026-03-09\n", encoding="utf-8"
        )
        served.wait(lambda said: said["rebuilt"] and said["pages"] > 10)
        assert "abrogé" in served.page("articles/4.html")
        replace(root / "mkdocs.yml", "site_name: ", "site_name: Essai # ")
        rebuilt(served)
        assert "<title>Essai" in served.page("index.html").replace("Accueil - ", "")


def test_the_first_act_of_a_convention_without_any_is_seen(root: Path) -> None:
    acts, away = root / "amendments", root / "ailleurs"
    acts.rename(away)
    with serving(root) as served:
        assert "60\u00a0%" in served.page("articles/3.html")
        away.rename(acts)
        rebuilt(served)
        assert "75\u00a0%" in served.page("articles/3.html")


def test_a_convention_that_never_compiled_is_a_page_of_errors_until_it_does(root: Path) -> None:
    replace(root / "convention/convention.yml", "signature:", "signatures:")
    with serving(root) as served:
        state = served.page("_clausier/state")
        assert state == "1"
        replace(root / "convention/convention.yml", "signatures:", "signature:")
        rebuilt(served)
        assert served.page("_clausier/state") == "2"
        assert "conclu pour quatre ans" in served.page("articles/5.html")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_when_asked_and_leaves_a_whole_build(root: Path, how: signal.Signals) -> None:
    with serving(root) as served:
        port = int(served.url.rstrip("/").rpartition(":")[2])
        assert served.stop(how) == 0
        assert served.process.stderr
        assert served.process.stderr.read() == ""
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", port))
    assert (root / "build/manifest.json").is_file()
    assert (root / "build/site/index.html").is_file()
    assert [p.name for p in root.glob(".build*")] == []


def serve(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "clausier", "serve", "--project", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE, check=False)


def test_a_port_that_is_taken_is_told(root: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = serve(root, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "est pris\u00a0; --port 0 en choisit un libre" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_a_convention_is_told(tmp_path: Path) -> None:
    done = serve(tmp_path, "--port", "0")
    assert done.returncode == 1
    assert "pas de convention ici" in done.stderr
