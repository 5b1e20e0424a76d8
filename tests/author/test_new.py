"""`clausier new`: a convention that builds at once, or nothing at all."""

import json
import re
from pathlib import Path

import pytest

from clausier import schemas
from clausier.author import new
from clausier.author.fmt import format_sources
from clausier.author.new import TITLE, new_project, project_files, why_not
from clausier.compile import compile_project
from support.calling import called
from support.projects import ROOT
from support.trees import tree


@pytest.fixture
def made(tmp_path: Path) -> Path:
    called("new", tmp_path / "papier", code=0)
    return tmp_path / "papier"


# What it makes


def test_a_new_convention_has_no_finding_one_amendment_and_rules_that_follow_it(made: Path) -> None:
    compiled, found = compile_project(made)
    assert found == ()
    assert compiled
    assert [v.id for v in compiled.timeline.versions] == ["convention", "avenant-1"]
    assert (made / "convention/03-comite-de-suivi.regles.yml").is_file()
    rules = called("rules", project=made)
    assert "« à la majorité de 75\u00a0% des voix de tous les membres »" in rules.stdout.replace(
        "«\u00a0", "« "
    ).replace("\u00a0»", " »")


def test_its_sources_are_in_canonical_form(made: Path) -> None:
    done = format_sources(made, write=False)
    assert done.files == 17
    assert done.changes == ()


def test_each_yaml_file_begins_with_the_schema_that_an_editor_finds(made: Path) -> None:
    files = [*(made / "convention").glob("*.yml"), *(made / "amendments").rglob("*.yml")]
    assert len(files) == 3
    for path in files:
        first = path.read_text(encoding="utf-8").split("\n")[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, path
        assert (path.parent / found[1]).resolve().is_relative_to(made / "schema")
        assert (path.parent / found[1]).is_file()


def test_the_editor_is_told_of_schemas_that_are_there(made: Path) -> None:
    told = json.loads((made / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    ours = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert told == ours
    assert all((made / path).is_file() for path in told)


def test_every_schema_travels_with_it(made: Path) -> None:
    names = {f"{name}.schema.json" for name in schemas.names()}
    assert {"convention.schema.json", "avenant.schema.json", "regles.schema.json"} <= names
    assert {p.name for p in (made / "schema").iterdir()} == names


def test_its_site_looks_as_this_one(made: Path) -> None:
    shared = ROOT / "site"
    for path in (shared / "mkdocs.yml", *(p for p in (shared / "overrides").rglob("*") if p.is_file())):
        assert (made / path.relative_to(ROOT)).read_bytes() == path.read_bytes()
    ours = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "INHERIT: site/mkdocs.yml\n" in ours
    assert "INHERIT: site/mkdocs.yml\n" in (made / "mkdocs.yml").read_text(encoding="utf-8")


def test_what_is_built_is_ignored_and_every_folder_is_explained(made: Path) -> None:
    assert (made / ".gitignore").read_text(encoding="utf-8") == "/build/\n/exports/\n"
    readme = (made / "README.md").read_text(encoding="utf-8")
    for name in {path.name for path in made.iterdir()} - {".gitattributes", ".gitignore", ".vscode", "README.md"}:
        assert name in readme, name


def test_no_placeholder_is_left_and_no_real_place_is_named(made: Path) -> None:
    for name, data in tree(made).items():
        if not name.startswith(("schema/", "site/")):
            assert b"{{" not in data, name
            assert not re.search(r"Grand Est|Région|Monsieur|Madame", data.decode()), name


@pytest.mark.parametrize(
    "title",
    [
        "Convention d’entretien des sentiers",
        'L’accord « A : B » # 1 & "2" \\ *trois* _quatre_ <b>cinq</b> [six](sept) {{id}} `huit` | neuf ~ &amp;',
        "- 2026: non",
        "{a: b}",
        "!",
        "1. Un",
    ],
)
def test_any_title_is_the_title_of_the_convention_and_of_its_site(tmp_path: Path, title: str) -> None:
    called("new", tmp_path / "essai", "--title", title, code=0)
    compiled, found = compile_project(tmp_path / "essai")
    assert [d for d in found if d.severity == "error"] == []
    assert compiled
    assert compiled.corpus.convention.title == title
    opening = compiled.corpus.convention.document.children[0]
    assert opening.kind == "opening"
    assert opening.alineas[0].text.chars == title
    assert f"site_name: {json.dumps(title, ensure_ascii=False)}\n" in (tmp_path / "essai/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("folder", "name"),
    [("Papier & Cie", "papier-cie"), ("Œuvres d’été", "oeuvres-d-ete"), ("2026", "2026"), ("…", "convention")],
)
def test_the_folder_gives_the_convention_its_short_name(tmp_path: Path, folder: str, name: str) -> None:
    new_project(tmp_path / folder)
    compiled, found = compile_project(tmp_path / folder)
    assert found == ()
    assert compiled
    assert compiled.corpus.convention.name == name


# Where it makes it


def test_an_empty_folder_will_do_and_stays_the_same_folder(tmp_path: Path) -> None:
    folder = tmp_path / "vide"
    folder.mkdir()
    before = folder.stat().st_ino
    called("new", folder, code=0)
    assert folder.stat().st_ino == before
    assert tree(folder) == project_files("vide", TITLE)


def test_the_folder_one_stands_in_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = called("new", ".", code=0)
    assert "cd " not in done.stdout
    assert tree(tmp_path) == project_files(tmp_path.name, TITLE)


def test_a_repository_just_made_on_a_forge_will_do(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    called("new", tmp_path, code=0)
    assert (tmp_path / ".git/HEAD").is_file()
    assert (tmp_path / "convention/convention.yml").is_file()


def test_the_folder_is_looked_for_from_the_project(tmp_path: Path) -> None:
    called("new", "papier", project=tmp_path, code=0)
    assert (tmp_path / "papier/convention").is_dir()


def test_a_folder_that_is_not_empty_is_refused_and_named(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "c.md", "d.md"):
        (tmp_path / name).touch()
    done = called("new", tmp_path, code=2)
    assert "n’est pas vide (a.md, b.md, c.md …)" in done.stderr
    assert done.stdout == ""
    assert "is not empty (a.md, b.md, c.md …)" in called("new", tmp_path, lang="en").stderr
    assert len(list(tmp_path.iterdir())) == 4


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "fichier").touch()
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "lien").symlink_to(tmp_path / "ailleurs")
    for name, words in {
        "fichier": "n’est pas un dossier",
        "lien": "n’est pas un dossier",
        "a/b": "n’existe pas",
    }.items():
        done = called("new", tmp_path / name)
        assert done.exit_code == 2
        assert words in done.stderr


@pytest.mark.parametrize("title", ["", "  ", "un\ndeux", "x" * 501, "un\u202edeux", "\x00"])
def test_a_title_that_is_no_line_is_refused(tmp_path: Path, title: str) -> None:
    assert why_not(tmp_path / "a", title)
    called("new", tmp_path / "a", "--title", title, code=2)
    assert list(tmp_path.iterdir()) == []


# All or nothing


@pytest.mark.parametrize("existed", [True, False])
@pytest.mark.parametrize("writes", [0, 1, 5])
def test_a_full_disk_leaves_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    writes: int,
    existed: bool,  # noqa: FBT001 - a case
) -> None:
    folder = tmp_path / "papier"
    if existed:
        folder.mkdir()
    write = Path.write_bytes
    done: list[Path] = []

    def limited(path: Path, data: bytes) -> int:
        if len(done) == writes:
            raise OSError(28, "No space left on device")
        done.append(path)
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", limited)
    answer = called("new", folder, code=1)
    assert "erreur[OUT101]" in answer.stderr
    assert "No space left on device" in answer.stderr
    assert list(tmp_path.rglob("*")) == ([folder] if existed else [])


def test_its_folder_can_be_read_by_all_as_any_new_one(tmp_path: Path) -> None:
    new_project(tmp_path / "papier")
    assert (tmp_path / "papier").stat().st_mode & 0o777 == 0o755


# What it says


def test_it_ends_with_what_to_do_next_in_both_languages(tmp_path: Path) -> None:
    french = called("new", tmp_path / "l’un").stdout
    assert f"cd '{tmp_path}/l’un' && clausier check" in french
    assert "clausier serve" in french
    assert "README.md" in french
    english = called("new", tmp_path / "two", lang="en").stdout
    assert "An example convention is ready" in english
    assert "clausier serve" in english


def test_its_json_is_that_of_its_schema(tmp_path: Path) -> None:
    done = called("new", tmp_path / "papier", "--format", "json")
    said = json.loads(done.stdout)
    assert schemas.validator("new").is_valid(said)
    assert said["files"] == sorted(tree(tmp_path / "papier"))
    assert said["folder"] == str(tmp_path / "papier")


def test_its_help_ends_in_an_example() -> None:
    example = called("new", "--help").stdout.partition("Exemple\u00a0:\n")[2]
    assert example.split("\n")[:3] == [
        "  clausier new ma-convention --from convention-signee.docx",
        "  clausier new ma-convention --title 'Convention d’entretien des sentiers'",
        "  clausier new ma-convention --forge gitlab",
    ]


def test_the_templates_are_found_beside_the_code() -> None:
    assert (Path(new.__file__).parents[1] / "templates/new/convention/convention.yml").is_file()
    # A dot file among them would be obeyed where they are.
    assert [p for p in (Path(new.__file__).parents[1] / "templates").rglob(".*") if p.name != ".DS_Store"] == []
