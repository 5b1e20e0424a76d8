"""Two drafts of one text joined: what goes together, what does not, as a drafter would say; the expected texts by hand."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from clausier import schemas
from clausier.author.draft.draft import draft, start
from clausier.author.draft.merge import Clash, merge
from draft.papers import laid
from support.calling import called
from support.projects import reworded

ARTICLE = """\
# Article 1 – Objet

Le groupement achète du papier.

Il se réunit à Reims.

Il dure trois ans.

- 1° la commune A ;
- 2° la commune B.

## 1.1 – Siège

Le siège est à Reims. Le bureau y siège.

## 1.2 – Comptes

Les comptes sont publics.
"""


def edited(*changes: tuple[str, str]) -> str:
    text = ARTICLE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def joined(ours: str, theirs: str, base: str = ARTICLE) -> str | list[Clash]:
    """The file as both have it, whichever comes first; or what clashes."""
    found, turned = (
        merge({"a.md": base}, {"a.md": one}, {"a.md": other}) for one, other in ((ours, theirs), (theirs, ours))
    )
    assert len(found.clashes) == len(turned.clashes)
    if found.clashes:
        return list(found.clashes)
    assert found.files == turned.files
    return found.files["a.md"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([("papier", "carton")], [("trois ans", "quatre ans")]),
        (
            [("à Reims.\n\nIl dure", "à Troyes.\n\nIl dure")],
            [("Les comptes sont publics.", "Les comptes sont tenus par A.")],
        ),
        ([("Le bureau y siège.", "Le conseil y siège.")], [("Le siège est à Reims.", "Le siège est à Épinal.")]),
        ([("Il se réunit à Reims.\n\n", "")], [("trois ans", "quatre ans")]),
        ([("Il se réunit à Reims.", "Il se réunit à Reims.\n\nIl publie ses actes.")], [("trois ans", "quatre ans")]),
        ([("commune B.", "commune B ;\n- 3° la commune C.")], [("papier", "carton")]),
        ([("Objet", "But")], [("papier", "carton")]),
        ([("## 1.1 – Siège\n\nLe siège est à Reims. Le bureau y siège.\n\n", "")], [("papier", "carton")]),
        (
            [("publics.\n", "publics.\n\n## 1.3 – Actes\n\nLes actes sont publiés.\n")],
            [("Le bureau y siège.", "Le bureau s’y tient.")],
        ),
    ],
)
def test_edits_of_different_places_are_joined(ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    assert joined(edited(*ours), edited(*theirs)) == edited(*ours, *theirs)


def test_the_same_edit_twice_is_made_once() -> None:
    both = edited(("papier", "carton"))
    assert joined(both, both) == both


CLASHING = [
    ([("papier", "carton")], [("papier", "tissu")], "Article 1 – Objet"),
    ([("Il se réunit à Reims.\n\n", "")], [("Il se réunit à Reims.", "Il se réunit à Troyes.")], "Article 1 – Objet"),
    (
        [("comptes sont publics", "comptes sont clos")],
        [("comptes sont publics", "comptes sont secrets")],
        "1.2 – Comptes",
    ),
    ([("Objet", "But")], [("Objet", "Fin")], "Article 1 – Objet"),
]


@pytest.mark.parametrize(("ours", "theirs", "where"), CLASHING)
def test_edits_of_one_place_clash_with_both_wordings(
    ours: list[tuple[str, str]], theirs: list[tuple[str, str]], where: str
) -> None:
    found = joined(edited(*ours), edited(*theirs))
    assert isinstance(found, list)
    (clash,) = found
    assert clash.provision == where
    assert [new for _, new in ours if new][:1] == [new for _, new in ours if new and new in clash.ours][:1]
    assert all(new in clash.theirs for _, new in theirs if new)


def test_what_goes_together_is_joined_beside_what_clashes() -> None:
    found = merge(
        {"a.md": ARTICLE},
        {"a.md": edited(("Les comptes sont publics.", "Les comptes sont clos."), ("papier", "carton"))},
        {"a.md": edited(("Les comptes sont publics.", "Ils sont secrets."), ("Le bureau y siège.", "Il y siège."))},
    )
    text = found.files["a.md"]
    assert text == edited(
        ("papier", "carton"),
        ("Le bureau y siège.", "Il y siège."),
        (
            "## 1.2 – Comptes\n\nLes comptes sont publics.\n",
            "<<<<<<< ours\n## 1.2 – Comptes\n\nLes comptes sont clos.\n=======\n## 1.2 – Comptes\n\nIls sont secrets.\n>>>>>>> theirs\n",
        ),
    )


def test_an_article_that_one_side_takes_away_and_the_other_edits_clashes() -> None:
    found = merge({"a.md": ARTICLE}, {}, {"a.md": edited(("papier", "carton"))})
    (clash,) = found.clashes
    assert (clash.file, clash.provision, clash.ours) == ("a.md", "", "")
    assert "carton" in clash.theirs
    assert found.files["a.md"].startswith("<<<<<<< ours\n=======\n# Article 1 – Objet\n")


def test_files_of_one_side_alone_are_taken_as_they_are() -> None:
    new = "# Article 2 – Durée\n\nUn *an*.\n"
    odd = "pas un article\n"
    found = merge({"a.md": ARTICLE, "b.md": odd}, {"a.md": ARTICLE, "b.md": odd, "c.md": new}, {"a.md": ARTICLE})
    assert found.files == {"a.md": ARTICLE, "c.md": new}
    assert found.joined == ()
    assert found.clashes == ()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a draft laid, and copies of it as the base and as somebody else's."""
    duration = "# Article 2 – Durée\n\nTrois ans.\n"
    root = laid(tmp_path / "p", {"01-objet.md": ARTICLE, "02-duree.md": duration})
    start(root, "avenant-1")
    for name in ("base", "theirs"):
        shutil.copytree(root / "amendments/avenant-1/brouillon", tmp_path / name)
    return root


def run(*arguments: str | Path) -> tuple[int, str]:
    code, out, err = called("merge", *arguments)
    return code, out + err


def test_two_drafts_become_one_whose_amendment_makes_both(project: Path, tmp_path: Path) -> None:
    ours = project / "amendments/avenant-1/brouillon"
    reworded(ours / "01-1.md", "papier", "carton")
    reworded(tmp_path / "theirs/01-1.md", "trois ans", "quatre ans")
    reworded(tmp_path / "theirs/02-2.md", "Trois", "Quatre")
    code, said = run(tmp_path / "base", ours, tmp_path / "theirs")
    assert (code, said) == (0, "Réuni\u00a0: 01-1.md\n")
    assert (ours / "01-1.md").read_text(encoding="utf-8") == edited(("papier", "carton"), ("trois ans", "quatre ans"))
    assert draft(project, "avenant-1").changed == 2


def test_a_clash_is_told_and_is_no_text(project: Path, tmp_path: Path) -> None:
    ours = project / "amendments/avenant-1/brouillon"
    reworded(ours / "02-2.md", "Trois", "Quatre")
    reworded(tmp_path / "theirs/02-2.md", "Trois", "Cinq")
    code, said = run(tmp_path / "base", ours, tmp_path / "theirs", "--format", "json")
    assert code == 1
    answer = json.loads(said)
    jsonschema.validate(answer, schemas.load("merge"))
    assert [clash["provision"] for clash in answer["clashes"]] == ["Article 2 – Durée"]
    assert "02-2.md" in called("draft", "avenant-1", project=project, code=1).stderr


def test_drafts_of_different_texts_are_refused(project: Path, tmp_path: Path) -> None:
    reworded(tmp_path / "theirs/.base.json", '"convention"', '"avenant-9"')
    code, said = run(tmp_path / "base", project / "amendments/avenant-1/brouillon", tmp_path / "theirs")
    assert code == 1
    assert "même texte" in said
    code, said = run(tmp_path / "base", project, project)
    assert (code, "dossier de brouillon" in said) == (1, True)
    code, said = run(tmp_path / "base", tmp_path / "nowhere", tmp_path / "base")
    assert (code, "nowhere" in said) == (2, True)
    assert run(tmp_path / "base", tmp_path / "base/01-1.md", tmp_path / "base")[0] == 2


def test_git_joins_branches_by_it(project: Path) -> None:
    def git(*arguments: str, code: int = 0) -> str:
        done = subprocess.run(["git", *arguments], cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    driver = f"{sys.executable} -m clausier merge %O %A %B"
    git("init", "-q", "-b", "main")
    for key, value in (("user.name", "t"), ("user.email", "t@t"), ("merge.clausier.driver", driver)):
        git("config", key, value)
    (project / ".gitattributes").write_text("amendments/*/brouillon/*.md merge=clausier\n")
    git("add", "-A")
    git("commit", "-qm", "base")
    file = "01-1.md"
    folder = project / "amendments/avenant-1/brouillon"
    git("checkout", "-qb", "other")
    # Neighbouring lines, of which git by itself makes a conflict.
    reworded(folder / file, "Il se réunit à Reims.", "Il se réunit à Troyes.")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    reworded(folder / file, "Il se réunit à Reims.\n\nIl dure trois ans.", "Il se réunit à Reims.\n\nIl dure cinq ans.")
    git("commit", "-qam", "ours")
    git("merge", "-q", "--no-edit", "other")
    assert (folder / file).read_text(encoding="utf-8") == edited(
        ("Il se réunit à Reims.", "Il se réunit à Troyes."), ("trois ans", "cinq ans")
    )
    git("checkout", "-qb", "third", "HEAD~1")
    reworded(folder / file, "papier", "carton")
    git("commit", "-qam", "third")
    git("checkout", "-qb", "fourth", "HEAD~1")
    reworded(folder / file, "papier", "tissu")
    git("commit", "-qam", "fourth")
    git("merge", "-q", "--no-edit", "third", code=1)
    text = (folder / file).read_text(encoding="utf-8")
    assert "<<<<<<< ours" in text
    assert "carton" in text
    assert "tissu" in text
