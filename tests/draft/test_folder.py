"""What is no file of a draft is refused, with its name and what to do: nothing that somebody left in the folder is passed over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clausier.author.draft.draft import draft, start
from clausier.diagnostics import Refused
from draft.papers import Edit, laid, rename, write

ACT = "avenant-1"
ARTICLES = {
    "01-objet.md": "# Article 1 – Objet\n\nLe groupement achète du papier, dont 80% est recyclé.\n",
    "02-duree.md": "# Article 2 – Durée\n\nIl dure trois ans.\n\n## 2.1 – Fin\n\nIl prend fin en mars.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a draft as it was laid."""
    start(laid(tmp_path, ARTICLES), ACT)
    return tmp_path / "amendments" / ACT / "brouillon"


def drafted(folder: Path) -> list[str]:
    """The articles of the amendment."""
    draft(folder.parents[2], ACT)
    return [p.read_text(encoding="utf-8") for p in sorted(folder.parent.glob("*.md"))]


def remove_all(folder: Path) -> None:
    for path in folder.glob("*.md"):
        path.unlink()


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (rename("02-2.md", "02-2.md.txt"), "« 02-2.md.txt » : un brouillon ne contient que"),
        (lambda folder: (folder / "02-2.docx").write_bytes(b"PK"), "« 02-2.docx » : un brouillon ne contient que"),
        (lambda folder: (folder / "ancien").mkdir(), "« ancien » : un brouillon ne contient que"),
        (rename("02-2.md", "durée.md"), "« durée.md » : le nom d’un fichier du brouillon commence"),
        (lambda folder: shutil.copy(folder / "02-2.md", folder / "02-2 (copie).md"), "tiennent tous deux « Article 2 – Durée »"),
        (write("03.md", "# Article 2 : Retrait\n\nLibre.\n"), "tiennent tous deux « Article 2 : Retrait »"),
        (remove_all, "ne contient plus aucun fichier"),
        (write("02-2.md", ""), "02-2.md : le fichier est vide"),
        (write("02-2.md", "Article 2 – Durée\n\nIl dure trois ans.\n"), "02-2.md : l’intitulé manque"),
        (write("02-2.md", "Article 2\n\n## 2.1 – Fin\n\nIl prend fin.\n"), "02-2.md : avant « 2.1 – Fin », des mots"),
        (write("02-2.md", "# Article 2\n\nUn.\n\n# Article 3\n\nDeux.\n"), "en tient 2 (dont « Article 3 »)"),
        (write("02-2.md", "# Article 2\n\nUn.\n\n3. Trois.\n5. Cinq.\n"), "02-2.md, ligne 6 : "),
        (write("02-2.md", "# Article 2\n\n<<<<<<< ours\nUn.\n=======\nDeux.\n>>>>>>> theirs\n"), "02-2.md, ligne 3 : deux rédactions"),
        (lambda folder: (folder / "02-2.md").write_bytes("# Durée".encode("utf-16")), "02-2.md : il n’est pas en UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_file_of_a_draft_is_refused(folder: Path, edit: Edit, why: str) -> None:
    write("01-1.md", ARTICLES["01-objet.md"].replace("achète", "commande"))(folder)
    edit(folder)
    with pytest.raises(Refused) as refused:
        drafted(folder)
    assert why in refused.value.message.fr.replace("\u00a0", " ")
    assert refused.value.message.en
    assert list(folder.parent.glob("*.md")) == []


def test_the_number_of_a_repealed_article_is_refused_as_one(folder: Path) -> None:
    root = folder.parents[2]
    shutil.rmtree(folder.parent)
    (root / "convention/03-siege.md").write_text("# Article 3 – Siège\n\nIl est à Metz.\n", encoding="utf-8")
    signed = root / "amendments/avenant-0"
    signed.mkdir()
    dates = "signature: 2021-01-01\nen-vigueur: 2021-01-01\n"
    (signed / "avenant.yml").write_text(f"id: avenant-0\ntitre: Avenant n° 0\n{dates}", encoding="utf-8")
    article = '---\nopérations:\n  - abroger: "1"\n---\n# Article 1er\n\nL’article 1er est abrogé.\n'
    (signed / "01.md").write_text(article, encoding="utf-8")
    start(root, ACT)
    (laid,) = folder.glob("03-*.md")
    laid.write_text("# Article 1 – Siège\n\nIl est à Metz.\n", encoding="utf-8")
    with pytest.raises(Refused, match="stays with a repealed article"):
        drafted(folder)


def test_a_text_without_articles_is_refused_and_nothing_is_laid(tmp_path: Path) -> None:
    laid(tmp_path, {})
    with pytest.raises(Refused, match="no article"):
        start(tmp_path, ACT)
    assert not (tmp_path / "amendments").exists()


@pytest.mark.parametrize("name", [".02-2.md.swp", "02-2.md~", "Thumbs.db", "desktop.ini", ".DS_Store"])
def test_what_editors_and_systems_leave_beside_is_no_edit(folder: Path, name: str) -> None:
    write(name, "autre")(folder)
    assert drafted(folder) == []


def test_a_file_of_windows_is_read_as_any_other(folder: Path) -> None:
    text = ARTICLES["02-duree.md"].replace("trois", "quatre").replace("\n", "\r\n")
    (folder / "02-2.md").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (article,) = drafted(folder)
    assert "le mot « trois » est remplacé par le mot « quatre »" in article.replace("\u00a0", " ")


def test_a_file_under_another_name_in_its_place_is_no_edit(folder: Path) -> None:
    (folder / "02-2.md").rename(folder / "02-durée du groupement.md")
    assert draft(folder.parents[2], ACT).changed == 0


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("90 %", ("papier, dont 80% est", "papier, dont 90 % est")),
        ("80 %", ("dont 80% est", "dont 80 % est")),
        ("90%", ("80", "90")),
    ],
)
def test_a_space_that_comes_before_a_sign_is_ordered_with_the_words_around(
    folder: Path, new: str, words: tuple[str, str]
) -> None:
    write("01-1.md", ARTICLES["01-objet.md"].replace("80%", new))(folder)
    (article,) = drafted(folder)
    assert f'mots: "{words[0]}"\n    par: "{words[1]}"' in article.replace("\u00a0", " ")
