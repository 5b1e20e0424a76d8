"""`clausier review`: what is shown of a proposal in a git repository, and said on it."""

import json
import sys
from pathlib import Path

import pytest

from clausier.forge.comment import MARK
from clausier.forge.job import FORGES
from clausier.forge.review import COMMENT, Ahead, reviewed
from export.word_reader import part, text
from forge.stage import (
    ARTICLE,
    command,
    comment_of,
    commit,
    listening,
    propose,
    ran,
    repository,
    review,
    variables,
)
from support.projects import reworded

HEAD = f"{MARK}\n## Effet de la proposition sur le texte en vigueur\n"
DRAFT = """id: avenant-2
titre: Avenant n°\u00a02
état: projet
"""
REPLACED = """---
opérations:
  - remplacer: {target}
---
# Article 1

L’article {target} est ainsi rédigé :

> Le siège est à Metz.
"""


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    return repository(tmp_path / "repository")


def bring(root: Path, record: str, target: str = "8") -> None:
    """Commit a second amendment."""
    folder = root / "amendments/avenant-2"
    folder.mkdir(parents=True)
    (folder / "avenant.yml").write_text(record, encoding="utf-8")
    (folder / "01-siege.md").write_text(REPLACED.format(target=target), encoding="utf-8")
    commit(root)


# -- the effect -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("forge", FORGES)
def test_a_proposal_is_shown_as_what_it_does_to_the_text_in_force(proposal: Path, forge: str) -> None:
    propose(proposal, "quatre ans")
    review(proposal, "--forge", forge, variables=variables(forge, proposal))
    comment = comment_of(proposal)
    page = (proposal / "exports/proposal/redline.html").read_text(encoding="utf-8")
    assert comment.startswith(HEAD)
    for shown in (comment, page):
        assert "<del>trois</del><ins>quatre</ins> ans" in shown
    assert "`redline.docx`" in comment
    word = proposal / "exports/proposal/redline.docx"
    with_it, without = (set(text(word, accept=accept)) for accept in (True, False))
    ((came,), (gone,)) = with_it - without, without - with_it
    assert gone.replace("trois ans", "quatre ans") == came != gone
    assert "Proposition" in "".join(part(word, "word/header1.xml").itertext())


@pytest.mark.parametrize(
    ("forge", "address"),
    [
        ("github", "https://forge.example.org/o/r/actions/runs/901"),
        ("forgejo", "https://forge.example.org/o/r/actions/runs/4"),
        ("gitlab", "https://forge.example.org/o/r/-/jobs/9/artifacts/file/exports/proposal/redline.html"),
    ],
)
def test_the_comment_leads_to_the_page(proposal: Path, forge: str, address: str) -> None:
    propose(proposal, "quatre ans")
    review(proposal, "--forge", forge, variables=variables(forge, proposal))
    assert f"[La même comparaison, en une page]({address})" in comment_of(proposal)


def test_what_the_main_branch_has_gained_since_is_no_part_of_the_redline(proposal: Path) -> None:
    propose(proposal, "quatre ans")
    command(proposal, "git", "switch", "--quiet", "main")
    (proposal / "convention/09-siege.md").write_text("# Article 9 – Siège\n\nLe siège est à Metz.\n", "utf-8")
    commit(proposal)
    command(proposal, "git", "switch", "--quiet", "proposal")
    review(proposal)
    assert "quatre" in comment_of(proposal)
    assert "Metz" not in comment_of(proposal)


def test_of_a_merge_that_gitlab_tries_only_what_the_proposal_brings_is_shown(proposal: Path) -> None:
    propose(proposal, "quatre ans")
    told = variables("gitlab", proposal)
    command(proposal, "git", "switch", "--quiet", "main")
    (proposal / "convention/09-siege.md").write_text("# Article 9 – Siège\n\nLe siège est à Metz.\n", "utf-8")
    commit(proposal)
    main = command(proposal, "git", "rev-parse", "main").strip()
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command(proposal, "git", *who, "merge", "--quiet", "--no-edit", "proposal")
    review(proposal, "--forge", "gitlab", variables={**told, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": main})
    assert "quatre" in comment_of(proposal)
    assert "Metz" not in comment_of(proposal)


def test_what_is_not_committed_yet_is_reviewed_too_and_git_is_left_as_it_was(proposal: Path) -> None:
    (proposal / "convention/08-delai.md").write_text(ARTICLE.replace("trois", "quatre"), encoding="utf-8")
    before = command(proposal, "git", "status", "--porcelain")
    review(proposal)
    assert "quatre" in comment_of(proposal)
    assert command(proposal, "git", "status", "--porcelain") == before == " M convention/08-delai.md\n"


def test_a_convention_in_a_folder_of_its_repository_is_compared_with_itself(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", within="papier")
    propose(root / "papier", "quatre ans")
    review(root / "papier")
    assert "<del>trois</del><ins>quatre</ins> ans" in comment_of(root / "papier")
    told = variables("gitlab", root)
    review(root, "--project", "papier", "--forge", "gitlab", variables=told)
    assert "artifacts/file/papier/exports/proposal/redline.html" in comment_of(root / "papier")


def test_a_convention_that_did_not_exist_is_compared_with_nothing(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository")
    command(root, "git", "checkout", "--quiet", "--orphan", "empty")
    command(root, "git", "rm", "--quiet", "-r", "--cached", ".")
    (root / "LISEZMOI").touch()
    command(root, "git", "add", "LISEZMOI")
    command(root, "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=x")
    command(root, "git", "branch", "--force", "main")
    commit(root)
    review(root)
    assert comment_of(root).startswith(f"{MARK}\n## Une convention nouvelle\n")
    assert not (root / "exports/proposal/redline.html").exists()


# -- acts that are not in force yet -----------------------------------------------------------------------------------


def test_a_draft_is_shown_as_what_it_would_do(proposal: Path) -> None:
    bring(proposal, DRAFT)
    review(proposal)
    comment = comment_of(proposal)
    in_force, _, drafted = comment.partition("## Effet du projet «\u00a0Avenant n°\u00a02\u00a0», s’il était signé\n")
    assert "Le texte en vigueur ne change pas." in in_force
    assert "<ins>Le siège est à Metz.</ins>" in drafted
    assert "Cet acte a des erreurs" not in comment
    made = {path.name for path in (proposal / "exports/proposal").iterdir()}
    assert made == {"comment.md", "redline.html", "redline-avenant-2.docx"}
    assert "Le siège est à Metz." in "\n".join(text(proposal / "exports/proposal/redline-avenant-2.docx", accept=True))
    page = (proposal / "exports/proposal/redline.html").read_text(encoding="utf-8")
    assert page.count("<h1>") == 2
    assert "<ins>Le siège est à Metz.</ins>" in page


def test_a_draft_that_was_there_and_has_not_changed_is_not_shown(proposal: Path) -> None:
    bring(proposal, DRAFT)
    command(proposal, "git", "branch", "--force", "main")
    propose(proposal, "quatre ans")
    review(proposal)
    assert "quatre" in comment_of(proposal)
    assert "Metz" not in comment_of(proposal)


def test_a_signed_act_that_waits_for_its_day_is_shown_as_once_in_force(proposal: Path) -> None:
    record = "id: avenant-2\ntitre: Avenant n°\u00a02\nsignature: 2026-03-09\nen-vigueur: {événement: notification-avenant-2}\n"
    bring(proposal, record)
    review(proposal)
    _, _, later = comment_of(proposal).partition("## Effet de «\u00a0Avenant n°\u00a02\u00a0», une fois en vigueur\n")
    assert "<ins>Le siège est à Metz.</ins>" in later


def test_a_draft_with_errors_is_said_to_have_some(proposal: Path) -> None:
    bring(proposal, DRAFT, target="88")
    review(proposal)
    comment = comment_of(proposal)
    assert "s’il était signé\n\nCet acte a des erreurs" in comment
    assert "amendments/avenant-2/01-siege.md" in comment


def test_an_act_that_would_change_nothing_is_said_to(proposal: Path) -> None:
    bring(proposal, DRAFT)
    article = proposal / "amendments/avenant-2/01-siege.md"
    article.write_text("---\nsans-effet: oui\n---\n# Article 1\n\nLes parties se félicitent.\n", encoding="utf-8")
    review(proposal)
    assert "s’il était signé\n\nIl ne changerait rien au texte en vigueur.\n" in comment_of(proposal)
    assert comment_of(proposal).count("s’il était signé") == 1
    assert {path.name for path in (proposal / "exports/proposal").iterdir()} == {"comment.md", "redline.html"}


JOINED = "---\nopérations:\n  - {adhésion: commune-z, nom: Commune Z}\n---\n# Article 1\n\nLa Commune Z adhère au groupement.\n"
"""It changes who the members are, and no word."""


@pytest.mark.parametrize(
    ("record", "title", "day"),
    [
        (
            DRAFT.replace("état: projet", "signature: 2026-03-09"),
            "## Effet de la proposition",
            ", le 9\u00a0mars\u00a02026",
        ),
        (DRAFT, "## Effet du projet", ""),
    ],
)
def test_a_change_of_the_members_alone_is_told(proposal: Path, record: str, title: str, day: str) -> None:
    bring(proposal, record)
    (proposal / "amendments/avenant-2/01-siege.md").write_text(JOINED, encoding="utf-8")
    review(proposal)
    of_members = f"Admet un membre\u00a0: Commune Z{day} (Avenant n°\u00a02)"
    told = comment_of(proposal).partition(title)[2]
    assert f"Le texte en vigueur ne change pas.\n\nLes membres changent\u00a0:\n\n- {of_members}\n" in told
    page = (proposal / "exports/proposal/redline.html").read_text(encoding="utf-8")
    assert f"<p>Les membres changent\u00a0:</p>\n<ul>\n<li>{of_members}</li>\n</ul>" in page


def test_what_no_longer_changes_the_members_is_told(proposal: Path) -> None:
    bring(proposal, DRAFT.replace("état: projet", "signature: 2026-03-09"))
    article = proposal / "amendments/avenant-2/01-siege.md"
    article.write_text(JOINED, encoding="utf-8")
    commit(proposal)
    command(proposal, "git", "branch", "--force", "main")
    command(proposal, "git", "update-ref", "refs/remotes/origin/main", "main")
    article.write_text("---\nsans-effet: oui\n---\n# Article 1\n\nLes parties se félicitent.\n", encoding="utf-8")
    commit(proposal)
    review(proposal)
    assert "Ne figure plus parmi ce qui change les membres\u00a0:\n\n- Admet un membre\u00a0: Commune Z" in comment_of(
        proposal
    )
    assert "Les membres changent" not in comment_of(proposal)


# -- drafts edited where the tool is not ------------------------------------------------------------------------------


@pytest.fixture
def drafted(proposal: Path) -> Path:
    """A proposal that lays a draft, and edits it."""
    command(proposal, sys.executable, "-m", "clausier", "draft", "avenant-2", "--start")
    (edited,) = (proposal / "amendments/avenant-2/brouillon").glob("*-8.md")
    reworded(edited, "trois ans", "six ans")
    commit(proposal)
    return proposal


def test_a_draft_that_was_edited_is_shown_as_the_amendment_that_it_asks_for(drafted: Path) -> None:
    before = command(drafted, "git", "status", "--porcelain")
    review(drafted)
    comment = comment_of(drafted)
    assert "<del>trois</del><ins>six</ins> ans" in comment.partition("s’il était signé")[2]
    assert "## L’avenant que demande le brouillon (avenant-2)\n" in comment
    given = (drafted / "exports/proposal/drafted/avenant-2/01-article-8.md").read_text(encoding="utf-8")
    assert f"<summary>01-article-8.md</summary>\n\n````text\n{given}````\n" in comment
    assert command(drafted, "git", "status", "--porcelain") == before == ""
    command(drafted, sys.executable, "-m", "clausier", "draft", "avenant-2")
    assert (drafted / "amendments/avenant-2/01-article-8.md").read_text(encoding="utf-8") == given


def test_once_the_amendment_is_that_of_its_draft_nothing_more_is_asked(drafted: Path) -> None:
    review(drafted)
    (given,) = (drafted / "exports/proposal/drafted/avenant-2").iterdir()
    (drafted / "amendments/avenant-2" / given.name).write_bytes(given.read_bytes())
    commit(drafted)
    review(drafted)
    assert "brouillon" not in comment_of(drafted)
    assert "<ins>six</ins>" in comment_of(drafted)
    assert not (drafted / "exports/proposal/drafted").exists()


def test_a_draft_that_makes_no_amendment_is_told_why(drafted: Path) -> None:
    (edited,) = (drafted / "amendments/avenant-2/brouillon").glob("*-8.md")
    edited.write_text("Six ans.\n", encoding="utf-8")
    review(drafted)
    assert "Le brouillon ne donne pas d’avenant\u00a0: 0" in comment_of(drafted)


def test_a_draft_that_was_there_before_is_left_alone(drafted: Path) -> None:
    command(drafted, "git", "branch", "--force", "main")
    propose(drafted, "quatre ans")
    review(drafted)
    assert "brouillon" not in comment_of(drafted)


def test_an_amendment_too_long_to_be_copied_is_named_and_what_has_no_object_is_to_be_taken_away() -> None:
    files = {"01-article-1.md": b"# Article 1er\n", "02-article-2.md": b"mot " * 3000}
    ahead = Ahead(act="avenant-2", folder="amendments/avenant-2", files=files, gone=("03-article-3.md",))
    shown = reviewed(None, (), "fr", ahead=(ahead,))
    comment = shown[COMMENT].decode()
    assert "<summary>01-article-1.md</summary>\n\n````text\n# Article 1er\n````\n" in comment
    assert "\n- `02-article-2.md`\n" in comment
    assert "À enlever, car devenus sans objet\u00a0: `03-article-3.md`." in comment
    assert {name for name in shown if name.startswith("drafted/")} == {f"drafted/avenant-2/{name}" for name in files}


# -- what is wrong ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("forge", ["github", "forgejo"])
def test_an_error_is_told_at_its_line_and_the_comment_says_why_there_is_no_redline(proposal: Path, forge: str) -> None:
    propose(proposal, "trois <b>ans</b>")
    printed = review(proposal, "--forge", forge, exit_code=1, variables=variables(forge, proposal))
    assert "::error file=convention/08-delai.md,line=3," in printed
    comment = comment_of(proposal)
    assert "La proposition ne peut pas être comparée" in comment
    assert "convention/08-delai.md:3" in comment.partition("<details open>")[2]
    assert not (proposal / "exports/proposal/redline.html").exists()


def test_what_the_proposal_brings_is_told_apart_the_errors_first(proposal: Path) -> None:
    (proposal / "convention/09-siege.md").write_text("# Article 9 – Siège\n\nLe GTP siège à Metz.\n", encoding="utf-8")
    commit(proposal)
    command(proposal, "git", "update-ref", "refs/remotes/origin/main", "HEAD")
    (proposal / "convention/09-siege.md").write_text(
        "# Article 9 – Siège\n\nVoici le siège.\n\nLe GTP siège à Metz, le CTX à Nancy.\n", encoding="utf-8"
    )
    folder = proposal / "amendments/2026-avenant-2"
    folder.mkdir()
    (folder / "avenant.yml").write_text("id: avenant-2\ntitre: Avenant n° 2\nsignature: 2026-03-09\n", encoding="utf-8")
    (folder / "01.md").write_text("# Article 1\n\nL’article 3.9 est abrogé.\n", encoding="utf-8")
    printed = review(proposal, "--forge", "github", exit_code=1, variables=variables("github", proposal))
    _, brought, before = comment_of(proposal).split("<summary>")
    assert brought.startswith("Vérifications\u00a0: 1 erreur, 1 avertissement, ")
    assert brought.index("avenant-2/01.md:1:3") < brought.index("« CTX »".replace(" ", "\u00a0"))
    assert before.startswith("Déjà là avant la proposition\u00a0: 0 erreur, 2 avertissements, ")
    assert "il manque l’article 6" in before
    assert "«\u00a0GTP\u00a0»" in before
    assert "«\u00a0GTP\u00a0»" not in brought
    assert "GTP" not in printed.partition("::")[2]
    assert "::warning file=convention/09-siege.md,line=5,col=" in printed


def test_a_file_that_the_checks_mend_is_given_whole(proposal: Path) -> None:
    folder = proposal / "amendments/2026-avenant-2"
    folder.mkdir()
    (folder / "avenant.yml").write_text("id: avenant-2\ntitre: Avenant n° 2\nsignature: 2026-03-09\n", encoding="utf-8")
    (folder / "01.md").write_text(
        "# Article 1\n\nL’article 5 est ainsi rédigé :\n\n« Un.\n\nDeux. »\n", encoding="utf-8"
    )
    (folder / "02.md").write_text("# Article 2\n\nLes autres stipulations demeurent inchangées.\n", encoding="utf-8")
    review(proposal, exit_code=1)
    comment = comment_of(proposal)
    first = '---\nopérations: [{remplacer: "5"}]\n---\n# Article 1\n\nL’article 5 est ainsi rédigé :\n\n> « Un.\n>\n> Deux. »\n'
    second = "---\nsans-effet: clause de maintien\n---\n# Article 2\n\nLes autres stipulations demeurent inchangées.\n"
    for name, words in ("01.md", first), ("02.md", second):
        assert f"<summary>amendments/2026-avenant-2/{name}</summary>\n\n````text\n{words}````\n" in comment
        (folder / name).write_text(words, encoding="utf-8")
    review(proposal)
    assert "## À recopier" not in comment_of(proposal)


OFFERED = "## Règles à proposer"


def test_new_sentences_are_given_with_the_rules_that_they_seem_to_state(proposal: Path) -> None:
    words = "# Article 8 – Bureau\n\nLe bureau se réunit chaque mois.\n\nChaque marché est conclu pour trois ans.\n"
    (proposal / "convention/08-delai.md").write_text(words, encoding="utf-8")
    article = proposal / "convention/03-comite-de-suivi.md"
    article.write_text(
        article.read_text("utf-8") + "\nIl approuve le budget.\n\nLe comité de suivi arrête le bilan.\n",
        encoding="utf-8",
    )
    commit(proposal)
    review(proposal)
    offered = comment_of(proposal).partition(OFFERED)[2].partition("<summary>Vérifications")[0]
    assert offered.count("<summary>") == 2
    new = offered.partition("<summary>convention/08-delai.regles.yml</summary>\n\n````text\n")[2].partition("````")[0]
    assert new == (
        "règles:\n  # «\u00a0Le bureau se réunit chaque mois.\u00a0»\n  - id: bureau-periodicite\n    nature: périodicité\n"
        '    article: "8"\n    citation: "se réunit {rythme:périodicité}"\n    instance: bureau\n'
    )
    # A file that is there is given whole, with what it holds.
    now = (proposal / "convention/03-comite-de-suivi.regles.yml").read_text("utf-8")
    whole = offered.partition("<summary>convention/03-comite-de-suivi.regles.yml</summary>\n\n````text\n")[2].partition(
        "````"
    )[0]
    assert whole.startswith(now)
    assert "    objet: bilan\n    par: comite-de-suivi\n    donne: décision\n" in whole
    (proposal / "convention/08-delai.regles.yml").write_text(new, encoding="utf-8")
    (proposal / "convention/03-comite-de-suivi.regles.yml").write_text(whole, encoding="utf-8")
    commit(proposal)
    review(proposal)
    assert OFFERED not in comment_of(proposal)


def test_sentences_that_are_not_new_are_given_no_rules_nor_those_of_a_project_that_keeps_none(proposal: Path) -> None:
    propose(proposal, "quatre ans")  # of the other sentences some have no rule
    review(proposal)
    assert OFFERED not in comment_of(proposal)
    (proposal / "convention/03-comite-de-suivi.regles.yml").unlink()
    (proposal / "convention/09-bureau.md").write_text(
        "# Article 9 – Bureau\n\nLe bureau se réunit chaque mois.\n", encoding="utf-8"
    )
    commit(proposal)
    review(proposal)
    assert OFFERED not in comment_of(proposal)


def test_a_draft_that_writes_a_rule_anew_is_given_the_end_of_the_old_one_and_the_new_one_beside_it(
    proposal: Path,
) -> None:
    folder = proposal / "amendments/2026-avenant-2"
    folder.mkdir()
    (folder / "avenant.yml").write_text(
        "id: avenant-2\ntitre: Avenant n° 2\nsignature: 2026-03-09\nen-vigueur: 2026-03-09\n", encoding="utf-8"
    )
    (folder / "01.md").write_text(
        '---\nopérations:\n  - remplacer: "3.2"\n---\n# Article 1\n\nL’article 3.2 est ainsi rédigé :\n\n'
        "> « Le comité de suivi statue à la majorité des deux tiers des membres présents. »\n",
        encoding="utf-8",
    )
    commit(proposal)
    review(proposal, exit_code=1)
    comment = comment_of(proposal)
    mended = comment.partition("<summary>convention/03-comite-de-suivi.regles.yml</summary>\n\n````text\n")[
        2
    ].partition("````")[0]
    assert '    fin: avenant-2\n    citation: "à la majorité de {seuil:pourcentage}' in mended
    name = "amendments/2026-avenant-2/01.regles.yml"
    new = comment.partition(OFFERED)[2].partition(f"<summary>{name}</summary>\n\n````text\n")[2].partition("````")[0]
    assert (
        '    citation: "à la majorité des {seuil:fraction} des membres présents"\n    instance: comite-de-suivi\n    assiette: présents\n'
        in new
    )
    (proposal / "convention/03-comite-de-suivi.regles.yml").write_text(mended, encoding="utf-8")
    (proposal / name).write_text(new, encoding="utf-8")
    commit(proposal)
    review(proposal)
    comment = comment_of(proposal)
    assert OFFERED not in comment
    assert "## À recopier" not in comment


def test_gitlab_is_told_of_an_error_at_its_line(proposal: Path) -> None:
    propose(proposal, "trois <b>ans</b>")
    review(proposal, "--forge", "gitlab", exit_code=1, variables=variables("gitlab", proposal))
    report = json.loads((proposal / "exports/proposal/gl-code-quality-report.json").read_text(encoding="utf-8"))
    places = {(entry["location"]["path"], entry["location"]["lines"]["begin"]) for entry in report}
    assert ("convention/08-delai.md", 3) in places
    assert all(entry["fingerprint"] and entry["description"] and entry["severity"] for entry in report)


def test_errors_of_the_text_before_are_told_as_its_own(proposal: Path) -> None:
    propose(proposal, "trois <b>ans</b>")
    command(proposal, "git", "branch", "--force", "main")
    propose(proposal, "quatre ans")
    review(proposal)
    comment = comment_of(proposal)
    assert "Le texte dont elle part avait des erreurs\u00a0:\n\n````text\nerreur[" in comment
    assert "0 erreur" in comment


def test_what_an_earlier_review_has_shown_does_not_stay(proposal: Path) -> None:
    propose(proposal, "quatre ans")
    review(proposal)
    (proposal / "exports/proposal/autre.txt").touch()
    propose(proposal, "trois <b>ans</b>")
    review(proposal, exit_code=1)
    assert {path.name for path in (proposal / "exports/proposal").iterdir()} == {"comment.md", "autre.txt"}


def test_a_comment_holds_no_more_than_a_forge_takes(proposal: Path) -> None:
    propose(proposal, "trois ans " + "et encore un mot " * 6000)
    review(proposal)
    comment = comment_of(proposal)
    assert len(comment) < 65_536
    assert "Les changements sont trop nombreux pour un commentaire" in comment
    assert (proposal / "exports/proposal/redline.html").stat().st_size > 65_536


def test_many_findings_are_cut_at_the_end_of_a_line(proposal: Path) -> None:
    (proposal / "convention/08-delai.md").write_text(ARTICLE + "\n<b>x</b>\n" * 400, encoding="utf-8")
    review(proposal, exit_code=1)
    comment = comment_of(proposal)
    assert 9_000 < len(comment) < 12_000  # as much as there is room for
    assert "la suite est dans le journal de cette vérification.\n````\n\n</details>\n" in comment


def test_words_of_the_sources_do_not_end_the_block_that_quotes_them(proposal: Path) -> None:
    (proposal / "convention/08-delai.regles.yml").write_text("'`````': x\n", encoding="utf-8")
    review(proposal, exit_code=1)
    comment = comment_of(proposal)
    assert "`````" in comment
    assert "\n``````text\n" in comment


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "n’est pas dans un dépôt git (fatal"),  # and why, in git's own words
        (("--forge", "github"), "GITHUB_BASE_REF n’est pas défini"),
        (("--forge", "gitlab"), "CI_MERGE_REQUEST_DIFF_BASE_SHA n’est pas défini"),
    ],
)
def test_where_there_is_no_proposal_the_call_is_refused(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    done = ran(tmp_path, "clausier", "review", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_target_that_is_not_there_or_shares_nothing_is_refused(proposal: Path) -> None:
    done = ran(proposal, "clausier", "review", "--target", "--all")
    assert done.returncode == 2
    assert "pas de commit «\u00a0--all\u00a0»" in done.stderr
    command(proposal, "git", "checkout", "--quiet", "--orphan", "other")
    (proposal / "autre.txt").touch()
    commit(proposal)
    done = ran(proposal, "clausier", "review", "--lang", "en")
    assert done.returncode == 2
    assert "the whole history of the repository is needed" in done.stderr


def test_what_stands_in_the_way_is_told(proposal: Path) -> None:
    (proposal / "exports/proposal/redline.html").mkdir(parents=True)
    done = ran(proposal, "clausier", "review")
    assert done.returncode == 1
    assert "OUT101" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_without_git_it_is_said(proposal: Path) -> None:
    done = ran(proposal, sys.executable, "-m", "clausier", "review", variables={"PATH": ""})
    assert done.returncode == 2
    assert "git n’est pas installé" in done.stderr


# -- the comment ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("forge", FORGES)
def test_a_second_comment_takes_the_place_of_the_first(proposal: Path, forge: str) -> None:
    with listening() as server:
        told = variables(forge, proposal, server.address)
        propose(proposal, "quatre ans")
        assert "Le commentaire est sur la proposition." in review(proposal, "--forge", forge, variables=told)
        assert server.bodies == ["Bien.", comment_of(proposal)]
        server.comments += [{"id": n, "body": "Vu."} for n in (3, 4)]
        server.most = 1
        propose(proposal, "cinq ans")
        review(proposal, "--forge", forge, variables=told)
        assert server.bodies == ["Bien.", comment_of(proposal), "Vu.", "Vu."]
        assert "cinq" in server.bodies[1]


@pytest.mark.parametrize(
    ("forge", "token", "said"),
    [
        ("github", "", "GITHUB_TOKEN n’est pas défini"),
        ("gitlab", "", "CLAUSIER_TOKEN n’est pas défini"),
        ("github", "wrong", "403"),
        ("gitlab", "wrong", "403"),
    ],
)
def test_a_comment_that_cannot_be_made_is_said_and_fails_nothing(
    proposal: Path, forge: str, token: str, said: str
) -> None:
    with listening() as server:
        told = variables(forge, proposal, server.address, token)
        assert said in review(proposal, "--forge", forge, variables=told)
        assert server.bodies == ["Bien."]


def test_an_error_is_commented_on_too(proposal: Path) -> None:
    propose(proposal, "trois <b>ans</b>")
    with listening() as server:
        review(proposal, "--forge", "gitlab", exit_code=1, variables=variables("gitlab", proposal, server.address))
        assert "convention/08-delai.md:3" in server.bodies[1]


def test_the_page_that_sums_up_the_job_holds_the_comment(proposal: Path, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    page.write_text("Avant.\n", encoding="utf-8")
    told = {**variables("github", proposal), "GITHUB_STEP_SUMMARY": str(page)}
    review(proposal, "--forge", "github", variables=told)
    assert page.read_text(encoding="utf-8") == "Avant.\n" + comment_of(proposal)


def test_a_job_that_is_told_of_no_number_makes_no_comment(proposal: Path) -> None:
    told = {**variables("github", proposal), "GITHUB_REF": "refs/heads/main"}
    assert "Pas de commentaire\u00a0: GITHUB_REF n’est pas défini." in review(
        proposal, "--forge", "github", variables=told
    )
