"""The heading of an article that an act brings without guillemets is no heading of the act."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from intake.projects import project, signed

UNENCLOSED = "le texte nouveau n’est pas entre guillemets"
WHOSE = "ce titre est-il celui d’un article de l’avenant, ou dans la citation ?"


def imported(tmp_path: Path, text: str) -> Imported:
    act = f"AVENANT N° 1\n\nIl est convenu ce qui suit :\n\n{text}\n\nFait à Nord, le 12 février 2024\n"
    return import_act(project(tmp_path / "p"), [signed(tmp_path, act)], "avenant-1")


@pytest.mark.parametrize(
    "new",
    [
        "L’article 2 est abrogé et remplacé par un article 2 ainsi rédigé :\n\nArticle 2 – Bureau\n\nIl siège.",
        "Il est inséré un article 2 bis ainsi rédigé :\n\nArticle 2 bis – Vote\n\nIl vote.",
        "Les articles 2 et 3 sont remplacés par :\n\nArticle 2 – Bureau\n\nIl siège.\n\nArticle 3 – Durée\n\nDeux ans.",
    ],
)
def test_it_stays_in_the_article_whose_sentence_brings_it(tmp_path: Path, new: str) -> None:
    after = "ARTICLE 2\n\nL’article 1 est abrogé.\n\nARTICLE 3\n\nLes autres articles sont inchangés."
    done = imported(tmp_path, f"ARTICLE 1\n\n{new}\n\n{after}")
    assert [u.heading for u in done.units] == ["ARTICLE 1", "ARTICLE 2", "ARTICLE 3"]
    assert [q.why for u in done.units for q in u.questions] == [UNENCLOSED]
    assert done.questions == ()


def test_one_that_may_be_of_the_act_too_is_asked_about(tmp_path: Path) -> None:
    new = "L’article 2 est remplacé par un article 2 ainsi rédigé :\n\nArticle 2 – Bureau\n\nIl siège."
    done = imported(tmp_path, f"ARTICLE 1\n\n{new}\n\nARTICLE 3\n\nL’article 1 est abrogé.")
    assert [(q.sentence, q.why) for q in done.questions] == [("Article 2 – Bureau", WHOSE)]


@pytest.mark.parametrize("new", ["- un vote ;\n- un compte.", "Nom\tVoix\nNord\t2", "« Il vote. »"])
def test_one_behind_the_new_text_is_of_the_act(tmp_path: Path, new: str) -> None:
    text = f"ARTICLE 1\n\nL’article 2 est complété comme suit :\n\n{new}\n\nARTICLE 2\n\nL’article 1 est abrogé."
    done = imported(tmp_path, text)
    assert [u.heading for u in done.units] == ["ARTICLE 1", "ARTICLE 2"]
    assert done.questions == ()
