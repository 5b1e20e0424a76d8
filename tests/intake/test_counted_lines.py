"""What an import asks of alinéas that may be counted in several ways, and of what may not come at the end of an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import import_act
from intake.projects import CONVENTION, signed
from intake.test_what_is_unsure import CLOSING, OPENING
from support.projects import written

HEADED = """\
# Article 4 – Comité

4.1 Composition

Le comité compte 6 membres.

4.2 Réunions

Il se réunit.
"""
LISTED = """\
# Article 5 – Listes

Sont exclus :

- les apprentis ;
- les stagiaires.

La liste est close.
"""
DEFINED = """\
# Article 6 – Mots

On entend par :

Agent : toute personne.

Commune : la commune.

Service : l’unité.
"""
LABELLED = """\
# Article 7 – Cas

Les cas sont :

a) la maladie ;

b) le départ.
"""


PARTS = """\
# Article 8 – Règles

I. – Le service est public.

II. – Le service est payant :

1° pour les adultes ;

2° pour les entreprises.
"""
PLAN = """\
# Annexe 1 – Plan

Le plan.
"""


def asked(tmp_path: Path, sentence: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The operations that are written for a sentence, and why it is asked."""
    articles = {
        "04.md": HEADED,
        "05.md": LISTED,
        "06.md": DEFINED,
        "07.md": LABELLED,
        "08.md": PARTS,
        "09-annexe.md": PLAN,
    }
    written(tmp_path / "p/convention", {"convention.yml": CONVENTION, **articles})
    act = f"{OPENING}Article 1 – Changements\n\n{sentence}{CLOSING}"
    (unit, *_) = import_act(tmp_path / "p", [signed(tmp_path, act)], "avenant-1").units
    return unit.operations, tuple(q.why for q in unit.questions)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le premier alinéa de l’article 4 est supprimé.",
        "Le deuxième alinéa de l’article 4 est supprimé.",
        "Le premier alinéa de l’article 5 est supprimé.",
        "Après le premier alinéa de l’article 5, il est inséré un alinéa : « Elle est publique. »",
        "Le premier alinéa de l’article 5 est complété par les mots « , sans exception ».",
        "L’article 4 est complété par un alinéa : « Il vote. »",
        "Le deuxième paragraphe de l’article 8 est supprimé.",
        "Les annexes 1 et 3 sont supprimées.",
        "L’article 6 est complété par la définition suivante : « Cadre : agent de catégorie A. »",
        "À l’article 7, après le a), il est inséré un b) : « b) la retraite ; ».",
        "À l’article 7, le a) est remplacé par : « a) la maladie ;\n\nb) la retraite ; »",
        "L’article 7 est remplacé par : « Les cas sont :\n\na) la maladie ; »",
    ],
)
def test_lines_that_may_be_others_are_asked_about(tmp_path: Path, sentence: str) -> None:
    operations, why = asked(tmp_path, sentence)
    assert (operations, len(why)) == ((), 1)


@pytest.mark.parametrize(
    ("sentence", "operation"),
    [
        ("Le premier alinéa de l’article 4 est remplacé par : « Le comité compte 8 membres. »", 'remplacer: "4, al. 2"'),
        ("Le dernier alinéa de l’article 5 est supprimé.", 'supprimer: "5, al. -1"'),
        ("L’article 6 est complété par : « Usager : toute personne servie. »", 'compléter: "6"'),
        ("À l’article 7, après le a), il est inséré un a bis) : « a bis) la retraite ; ».", 'insérer-après: "7, a)"'),
    ],
)  # fmt: skip
def test_lines_that_the_new_text_tells_are_taken(tmp_path: Path, sentence: str, operation: str) -> None:
    assert asked(tmp_path, sentence) == ((operation,), ())
