"""The package as it is given away: a wheel, installed where the repository is not."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from clausier.forge.files import pipeline_path
from clausier.forge.job import FORGES, Forge
from forge.pipelines import every_shell, read, shells
from forge.pipelines import run as run_shell
from forge.stage import commit, own_variables, variables
from support.projects import ROOT, reworded


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    run(folder, sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that holds the wheel; what it depends on is lent by this one."""
    environment = tmp_path_factory.mktemp("environment")
    run(environment, sys.executable, "-m", "venv", "--without-pip", str(environment))
    interpreter = environment / "bin/python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(interpreter)]
    run(environment, *pip, "install", "--no-deps", "--no-index", str(wheel))
    # A path in a .pth file is searched, but the .pth files found there are not read: this one's editable install of
    # the repository does not follow.
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return interpreter


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a machine that has Python with pip, and not the tool; what it depends on is lent by this one."""
    environment = tmp_path_factory.mktemp("bare")
    run(environment, sys.executable, "-m", "venv", str(environment))
    (packages,) = environment.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    (environment / "bin/apt-get").write_text(
        "#!/bin/sh\n", encoding="utf-8"
    )  # what it would install is not asked for here
    (environment / "bin/apt-get").chmod(0o755)
    return environment / "bin"


def run(folder: Path, *words: str) -> str:
    """What the command prints; it must succeed."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "CLAUSIER_", "COV"))}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_every_schema(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    schemas = {f"clausier/data/schema/{path.name}" for path in (ROOT / "schema").glob("*.json")}
    assert schemas
    assert schemas <= names


def test_the_wheel_carries_its_licence_and_says_that_it_is_typed(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "clausier/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_the_installed_package_is_not_the_repository(python: Path, tmp_path: Path) -> None:
    found = Path(run(tmp_path, str(python), "-c", "import clausier; print(clausier.__file__)").strip())
    assert found.is_relative_to(python.parents[1])
    assert not found.is_relative_to(ROOT)


def test_a_new_convention_compiles_with_its_site_where_the_repository_is_not(python: Path, tmp_path: Path) -> None:
    clausier = str(python.with_name("clausier"))
    run(tmp_path, clausier, "new", "convention")
    run(tmp_path / "convention", clausier, "check", "--strict")
    run(tmp_path / "convention", clausier, "build", "--site")
    built = tmp_path / "convention/build"
    assert (built / "convention.json").stat().st_size > 0
    assert "avenant" in (built / "site/index.html").read_text(encoding="utf-8").lower()
    made = {path.suffix for path in (built / "site/data/documents/versions").iterdir()}
    assert made == {".docx", ".pdf"}  # the page that PDF are set on travels too
    run(tmp_path / "convention", clausier, "document", "rapport", "avenant-1")  # and the templates
    assert (tmp_path / "convention/exports/rapport-avenant-1.docx").exists()


@pytest.mark.parametrize("forge", FORGES)
def test_what_a_forge_runs_of_a_new_convention_runs_where_only_the_wheel_is_given(
    forge: Forge, wheel: Path, bare: Path, python: Path, tmp_path: Path
) -> None:
    root = tmp_path / "papier"
    package = f"outil/{wheel.name}"
    run(tmp_path, str(python.with_name("clausier")), "new", "papier", "--forge", forge, "--package", package)
    (root / "outil").mkdir()
    shutil.copy(wheel, root / "outil")
    run(tmp_path, "git", "init", "--quiet", "--bare", "ailleurs.git")
    run(root, "git", "init", "--quiet", "--initial-branch=main")
    run(root, "git", "remote", "add", "origin", "../ailleurs.git")
    commit(root)
    run(root, "git", "push", "--quiet", "--set-upstream", "origin", "main")
    found = read((root / pipeline_path(forge)).read_text(encoding="utf-8"))
    given = found["variables" if forge == "gitlab" else "env"]
    assert given["CLAUSIER_PACKAGE"] == f"{package}[site,documents,export]"
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1"}
    own = {k: v for k, v in own_variables().items() if not k.startswith("PYTHON")}
    machine = {**own, **given, **offline, "PATH": f"{bare}{os.pathsep}{os.environ['PATH']}"}

    def does(job: str, told: dict[str, str]) -> None:
        for shell in shells(found, job):
            done = run_shell(root, shell, {**machine, **told})
            assert done.returncode == 0, shell + done.stdout + done.stderr

    does("pages" if forge == "gitlab" else "site", {})
    assert (root / ("public" if forge == "gitlab" else "build/site") / "index.html").is_file()
    if forge == "gitlab":
        assert (root / "gl-code-quality-report.json").read_text(encoding="utf-8").strip() == "[]"
    if forge == "forgejo":
        published = run(tmp_path / "ailleurs.git", "git", "ls-tree", "--name-only", "pages").split()
        assert {"index.html", "articles"} <= set(published)
        assert "convention" not in published
    run(root, "git", "switch", "--quiet", "--create", "proposition")
    reworded(root / "convention/01-objet.md", "papier", "papier recyclé")
    run(root, "git", "add", "convention")
    run(root, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x")
    does("proposition" if forge == "gitlab" else "proposal", variables(forge, root))
    assert "recyclé</ins>" in (root / "exports/proposal/comment.md").read_text(encoding="utf-8")
    kept = (
        found["proposition"]["artifacts"]["paths"]
        if forge == "gitlab"
        else [step["with"]["path"] for step in found["jobs"]["proposal"]["steps"] if "path" in step.get("with", {})]
    )
    assert kept == ["exports/proposal/"]
    installs = next(shell for shell in every_shell(found) if "pip install" in shell)
    unset = run_shell(root, installs, {**machine, "CLAUSIER_PACKAGE": ""})
    assert unset.returncode == 1
    assert f"Le dire à CLAUSIER_PACKAGE, au début de {pipeline_path(forge)}." in unset.stdout


def test_a_build_without_its_site_needs_no_site_generator(python: Path, tmp_path: Path) -> None:
    without = "import sys; sys.modules['mkdocs'] = None; from clausier.cli import main; main()"
    run(tmp_path, str(python), "-c", without, "new", "convention")
    run(tmp_path, str(python), "-c", without, "build", "--project", "convention")
    assert (tmp_path / "convention/build/convention.json").exists()
