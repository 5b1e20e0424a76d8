"""`clausier forge`: the files of each forge, where nothing stands, and nothing else."""

import re
from pathlib import Path

import pytest

from clausier.author.new import new_project, project_files
from clausier.compile import compile_project
from clausier.forge.files import forge_files, requirement
from clausier.forge.job import FORGES, Forge
from forge.pipelines import read, wrong
from forge.stage import command
from support.calling import called
from support.trees import tree

EXTRAS = "[site,documents,export]"
PIPELINES: dict[Forge, str] = {
    "github": ".github/workflows/clausier.yml",
    "gitlab": ".gitlab/clausier.yml",
    "forgejo": ".forgejo/workflows/clausier.yml",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    new_project(tmp_path / "papier")
    return tmp_path / "papier"


@pytest.mark.parametrize("forge", FORGES)
def test_a_convention_begun_for_a_forge_has_its_files_and_no_finding(tmp_path: Path, forge: Forge) -> None:
    done = called("new", tmp_path / "papier", "--forge", forge, code=0)
    expected = {
        **project_files("papier", "Convention de groupement de commandes pour l’achat de papier"),
        **forge_files(forge),
    }
    assert tree(tmp_path / "papier") == expected
    assert compile_project(tmp_path / "papier")[1] == ()
    assert "clausier forge" not in done.stdout
    assert f"CLAUSIER_PACKAGE, au début de {PIPELINES[forge]}" in done.stdout


@pytest.mark.parametrize("forge", FORGES)
def test_one_that_is_there_gets_the_same_files(project: Path, forge: Forge) -> None:
    before = tree(project)
    done = called("forge", forge, project=project, code=0)
    assert tree(project) == {**before, **forge_files(forge)}
    for path in forge_files(forge):
        assert f"\n  {path}\n" in done.stdout


@pytest.mark.parametrize(("forge", "name"), [(forge, name) for forge in FORGES for name in forge_files(forge)])
def test_what_stands_is_never_replaced(project: Path, forge: Forge, name: str) -> None:
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_bytes(b"x: y\n")
    done = called("forge", forge, project=project)
    assert (project / name).read_bytes() == b"x: y\n"
    assert f"  {name}\n" in done.stdout.partition("Laissé tel quel")[2]
    assert all((project / path).exists() for path in forge_files(forge))


def test_a_link_that_leads_nowhere_stands_too(project: Path, tmp_path: Path) -> None:
    (project / "CONTRIBUTING.md").symlink_to(tmp_path / "ailleurs.md")
    called("forge", "github", project=project, code=0)
    assert not (tmp_path / "ailleurs.md").exists()


def test_what_gitlab_reads_first_is_to_name_the_rest(project: Path) -> None:
    first = project / ".gitlab-ci.yml"
    first.write_text("essai:\n  script: [make]\n", encoding="utf-8")
    told = called("forge", "gitlab", project=project).stdout
    assert "à ajouter à .gitlab-ci.yml" in told
    (include,) = re.findall(r"  include:\n    - local: .*\n", told)
    ours = read(forge_files("gitlab")[".gitlab-ci.yml"].decode())
    assert (
        read("\n".join(line[2:] for line in include.splitlines()))
        == ours
        == {"include": [{"local": "/.gitlab/clausier.yml"}]}
    )
    first.write_text(f"{include}", encoding="utf-8")
    assert "à ajouter" not in called("forge", "gitlab", project=project).stdout
    assert "to add to .gitlab-ci.yml" not in called("forge", "gitlab", project=project, lang="en").stdout


@pytest.mark.parametrize("forge", FORGES)
def test_a_pipeline_is_one_that_its_forge_takes(forge: Forge) -> None:
    found = read(forge_files(forge)[PIPELINES[forge]].decode())
    assert wrong(found) == []


def test_a_pipeline_that_no_forge_takes_is_told_from_one() -> None:
    text = forge_files("github")[PIPELINES["github"]].decode()
    assert wrong(read(text.replace("needs: site", "needs: sites")))
    assert wrong(read(text.replace("steps:", "step:", 1).replace("step:", "steps: []\n    step:", 1)))
    assert wrong(read(text.replace("- run: clausier build --site", "- name: rien")))
    text = forge_files("gitlab")[PIPELINES["gitlab"]].decode()
    assert wrong(read(text.replace("extends: .clausier", "extends: .autre")))
    assert wrong(read(text.replace("stage: deploy", "stage: publish")))
    assert wrong(read(text.replace("- mv build/site public", "- mv: build/site")))


@pytest.mark.parametrize("forge", FORGES)
@pytest.mark.parametrize("package", ["", "outil/clausier-0.1.0-py3-none-any.whl", 'a"b\\c'])
def test_one_variable_says_from_where_the_tool_is_installed(forge: Forge, package: str) -> None:
    found = read(forge_files(forge, package)[PIPELINES[forge]].decode())
    assert found["variables" if forge == "gitlab" else "env"] == {"CLAUSIER_PACKAGE": requirement(package)}
    told = forge_files(forge, package)[PIPELINES[forge]].decode()
    assert told.count("CLAUSIER_PACKAGE:") == 1


@pytest.mark.parametrize(
    ("package", "wanted"),
    [
        ("", ""),
        ("clausier", f"clausier{EXTRAS}"),
        ("clausier==0.1.0", f"clausier{EXTRAS}==0.1.0"),
        ("clausier-0.1.0-py3-none-any.whl", f"clausier-0.1.0-py3-none-any.whl{EXTRAS}"),
        ("outil/clausier-0.1.0-py3-none-any.whl", f"outil/clausier-0.1.0-py3-none-any.whl{EXTRAS}"),
        ("./outil", f"./outil{EXTRAS}"),
        ("git+https://forge.example.org/c.git@v1", f"clausier{EXTRAS} @ git+https://forge.example.org/c.git@v1"),
        ("clausier[site]", "clausier[site]"),
    ],
)
def test_pip_is_asked_for_all_that_a_pipeline_runs(package: str, wanted: str) -> None:
    assert requirement(package) == wanted


@pytest.mark.parametrize("forge", FORGES)
def test_no_blank_is_left_and_the_french_is_set_as_french(forge: Forge) -> None:
    for name, data in forge_files(forge, "outil").items():
        text = data.decode()
        assert not re.search(r"\{\{[a-z]", text), name
        prose = "\n".join(re.findall(r"#.*", text)) if name.endswith(".yml") else re.sub(r"`[^`\n]*`", "", text)
        assert not re.findall(r".{10} [:;!?»].{10}|.{10}« .{10}|\w'\w.{10}", prose), name


def test_what_people_fill_in_is_the_same_on_every_forge() -> None:
    def texts(forge: Forge) -> list[str]:
        every = forge_files(forge)
        forms = [every[n] for n in every if "issue" in n.lower() or "request" in n.lower()]
        return sorted(re.sub(r"\A---\n.*?\n---\n\n", "", f.decode(), flags=re.DOTALL) for f in forms)

    assert len(texts("github")) == 3
    assert texts("github") == texts("gitlab") == texts("forgejo")


def test_where_there_is_no_convention_nothing_is_written(tmp_path: Path) -> None:
    done = called("forge", "gitlab", project=tmp_path, code=2)
    assert "n’est pas le dossier d’une convention" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_a_repository_is_refused_since_no_forge_would_look_there(tmp_path: Path) -> None:
    command(tmp_path, "git", "init", "--quiet")
    new_project(tmp_path / "papier")
    for words in (
        ("forge", "gitlab", "--project", tmp_path / "papier"),
        ("new", tmp_path / "autre", "--forge", "gitlab"),
    ):
        done = called(*words)
        assert done.exit_code == 2
        assert "une forge ne lit que le haut d’un dépôt" in done.stderr
    assert not (tmp_path / "autre").exists()
    assert not (tmp_path / "papier/.gitlab-ci.yml").exists()
    command(tmp_path / "papier", "git", "init", "--quiet")
    called("forge", "gitlab", project=tmp_path / "papier", code=0)


def test_a_file_to_install_from_that_is_not_there_yet_is_told(project: Path) -> None:
    words = ("forge", "github", "--project", project, "--package", "outil/clausier-0.1.0-py3-none-any.whl")
    assert "Reste à déposer dans le dépôt" in called(*words).stdout
    (project / "outil").mkdir()
    (project / "outil/clausier-0.1.0-py3-none-any.whl").touch()
    told = called(*words).stdout
    assert "Reste" not in told
    assert "Le début de .github/workflows/clausier.yml dit" in told


def test_a_package_without_a_forge_is_refused(tmp_path: Path) -> None:
    done = called("new", tmp_path / "papier", "--package", "outil", code=2)
    assert "--package demande --forge" in done.stderr
    assert not (tmp_path / "papier").exists()


def test_a_folder_that_cannot_be_written_is_told(project: Path) -> None:
    (project / ".gitlab").touch()
    done = called("forge", "gitlab", project=project, code=1)
    assert "erreur[OUT101]" in done.stderr
