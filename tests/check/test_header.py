"""An article of an amendment that does not say what it changes is told the header that its sentences order, ready to be pasted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.author.new import new_project
from clausier.compile import Compiled, compile_project
from clausier.emit.markdown import version_markdown
from literate import read_case, write_sources

CASES = Path(__file__).parents[1] / "cases"
HEADER = re.compile(r"\A---\n(?P<matter>.*?)^---\n", re.DOTALL | re.MULTILINE)
PASTED = re.compile(r"opérations: \[.*\]\Z")
# What an operation may say that its sentence does not.
SAID_BY_A_PERSON = ("après-acte", "note-d-édition", "en-vigueur", "lecture", "empreinte")
SAYS = {
    "L’article 4 est ainsi rédigé :\n\n> « Chacun paie sa part. »": '[{remplacer: "4"}]',
    "À l’article 4, les mots « à parts égales » sont remplacés par les mots « par moitié ».": (
        '[{remplacer-mots: "4", mots: "à parts égales", par: "par moitié"}]'
    ),
    "L’article 5 est abrogé. L’article 2 est complété par un 5° ainsi rédigé :\n\n> - « 5° De payer. »": (
        '[{abroger: "5"}, {compléter: "2"}]'
    ),
    "Les articles 4 et 5 deviennent respectivement les articles 5 et 6.": '[{renuméroter: ["4", "5"], en: ["5", "6"]}]',
    "Après l’article 4, il est inséré un article 4 bis ainsi rédigé :\n\n> « Il est payé à trente jours. »": (
        '[{insérer-après: "4", en: "4 bis"}]'
    ),
}
ASKS = {
    # No line of it may pass for new text.
    "L’article 4 est ainsi rédigé :\n\n« Chacun paie sa part. »": "mettre d’abord un chevron >",
    "« Les frais » est un mot de l’article 4.": "ajouter «\u00a0opérations:\u00a0»",
    "Les autres stipulations de la convention demeurent inchangées.": "aucune phrase de l’article n’ordonne de changement",
    # Words that are not there, a day of its own, members, what is not understood beside what is: a person decides.
    "À l’article 4, le mot « loyer » est remplacé par le mot « prix ».": "ajouter «\u00a0opérations:\u00a0»",
    "À compter du 1er mai 2026, l’article 4 est abrogé.": "ajouter «\u00a0opérations:\u00a0»",
    "L’article 4 est abrogé. La Commune D adhère au groupement.": "ajouter «\u00a0opérations:\u00a0»",
    "L’article 4 est abrogé. L’article 5 prend fin.": "ajouter «\u00a0opérations:\u00a0»",
    "L’article 4 est abrogé. La Commune A paie seule.": "ajouter «\u00a0opérations:\u00a0»",
    # Several places fit.
    "À l’article 2, le mot « De » est remplacé par le mot « Pour ».": "ajouter «\u00a0opérations:\u00a0»",
    "Les mots « la commune A » sont remplacés par les mots « la commune B ».": "ajouter «\u00a0opérations:\u00a0»",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The convention of `clausier new`, and a second amendment of one article."""
    root = tmp_path_factory.mktemp("unsaid") / "papier"
    new_project(root)
    folder = root / "amendments/2026-avenant-2"
    folder.mkdir()
    (folder / "avenant.yml").write_text("id: avenant-2\ntitre: A\nsignature: 2026-03-09\n", encoding="utf-8")
    return root


def told(root: Path) -> str:
    """What is told of the article that does not say what it changes; "" where all is well."""
    _, found = compile_project(root)
    errors = [d for d in found if d.severity == "error"]
    assert len(errors) <= 1, [d.message.text("fr") for d in errors]
    return errors[0].help.text("fr") if errors and errors[0].help else ""


@pytest.mark.parametrize(("says", "header"), SAYS.items())
def test_the_header_is_given_whole_and_holds(project: Path, says: str, header: str) -> None:
    article = project / "amendments/2026-avenant-2/01.md"
    article.write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project)
    assert help_.endswith(f"opérations: {header}")
    article.write_text(f"---\nopérations: {header}\n---\n# Article 1\n\n{says}\n", encoding="utf-8")
    assert told(project) == ""


@pytest.mark.parametrize(("says", "answer"), ASKS.items())
def test_where_it_is_not_certain_no_header_is_given(project: Path, says: str, answer: str) -> None:
    (project / "amendments/2026-avenant-2/01.md").write_text(f"# Article 1\n\n{says}\n", encoding="utf-8")
    help_ = told(project)
    assert help_.startswith(answer)
    assert not PASTED.search(help_)


def test_an_article_behind_another_is_given_a_file_of_its_own(project: Path) -> None:
    article = project / "amendments/2026-avenant-2/01.md"
    first = '---\nopérations: [{abroger: "5"}]\n---\n# Article 1\n\nL’article 5 est abrogé.\n'
    article.write_text(f"{first}\n# Article 2\n\nL’article 4 est abrogé.\n", encoding="utf-8")
    help_ = told(project)
    assert help_.startswith("donner à cet article un fichier à lui")
    assert help_.endswith('opérations: [{abroger: "4"}]')


def texts(compiled: Compiled | None) -> dict[str, str]:
    assert compiled is not None
    return {v.id: version_markdown(compiled.timeline, v) for v in compiled.timeline.versions}


def bared(root: Path) -> dict[Path, tuple[str, str]]:
    """The articles of which the operations have been taken away, each with its header and the rest."""
    found = {}
    for file in sorted(root.glob("amendments/*/*.md")):
        text = file.read_text(encoding="utf-8")
        header = HEADER.match(text)
        if (
            header
            and "opérations:" in header["matter"]
            and not any(key in header["matter"] for key in SAID_BY_A_PERSON)
        ):
            found[file] = header["matter"], text[header.end() :]
            file.write_text(found[file][1], encoding="utf-8")
    return found


def test_a_header_that_is_given_makes_what_a_person_wrote(tmp_path: Path) -> None:
    """Over all cases: whatever the sentences do not tell for certain, the headers given make the same texts, and no error."""
    given = 0
    for rank, path in enumerate(sorted(CASES.rglob("good/*.md"))):
        root = tmp_path / str(rank)
        write_sources(read_case(path), root)
        compiled, found = compile_project(root)
        if compiled is None or not compiled.sound:
            continue  # it is of the checks that the case is not
        before = texts(compiled)
        articles = bared(root)
        _, found = compile_project(root)
        headers = {
            d.span.path: pasted[0]
            for d in found
            if d.code.id == "AMD101" and d.help and (pasted := PASTED.search(d.help.text("fr")))
        }
        given += len(headers)
        for file, (matter, rest) in articles.items():
            header = headers.get(file.relative_to(root).as_posix(), matter.rstrip())
            file.write_text(f"---\n{header}\n---\n{rest}", encoding="utf-8")
        after, found = compile_project(root)
        assert after is not None
        assert after.sound, (path, headers)
        assert texts(after) == before, (path, headers)
    assert given > 50
