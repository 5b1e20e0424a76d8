"""An act is read alike whatever signs quote in it, « guillemets », “those of English” or "those of a plain keyboard", and list its items."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausier.author.intake.intake import Imported, import_act
from clausier.compile import compile_project
from clausier.model.provision import Alinea, Table
from clausier.text.typography import BULLETS
from intake.projects import CONVENTION, paragraph, signed, word
from support.projects import written

ARTICLES = {
    "01.md": "# Article 1 – Objet\n\nLe jardin est ouvert aux écoles.\n\nIl l’est du 1er mars au 15 juillet.\n",
    "02.md": "# Article 2 – Bureau\n\nLe bureau comprend :\n\n- un président ;\n\n- un trésorier.\n",
    "03.md": "# Article 3 – Tarifs\n\nLes tarifs sont fixés comme suit :\n\n| Carré | Prix |\n|---|---|\n| Petit | 10 € |\n| Grand | 20 € |\n",
    "04.md": "# Article 4 – Durée\n\n## 4.1 – Parcelles\n\nElles sont attribuées pour un an.\n\n## 4.2 – Baux\n\nLes baux durent un an.\n",
    "05.md": "# Article 5 – Eau\n\nL’eau est payée par la commune.\n\nElle est coupée en hiver.\n",
}
# What each article of an act says, and the lines that it leaves in the article of the convention that it names.
SAID = {
    "a comparison": (
        "L’article 1 est modifié comme suit :\n\nAncienne rédaction :\n\n« Le jardin est ouvert aux écoles. »\n\nNouvelle rédaction :\n\n« Le jardin est ouvert à tous. »",
        {"1": ["Le jardin est ouvert à tous.", "Il l’est du 1er mars au 15 juillet."]},
    ),
    "a comparison on one line": (
        "À l’article 1, au lieu de : « du 1er mars au 15 juillet », lire : « du 1er avril au 15 juin ».",
        {"1": ["Le jardin est ouvert aux écoles.", "Il l’est du 1er avril au 15 juin."]},
    ),
    "an item more": (
        "La liste de l’article 2 est complétée comme suit :\n\n« – un secrétaire. »",
        {"2": ["Le bureau comprend :", "- un président ;", "- un trésorier.", "- un secrétaire."]},
    ),
    "a table": (
        "L’article 3 est ainsi rédigé :\n\n« Les tarifs sont les suivants :\n\nCarré\tPrix\nPetit\t12 €\nGrand\t24 € »",
        {"3": ["Les tarifs sont les suivants :", "Carré | Prix", "Petit | 12 €", "Grand | 24 €"]},
    ),
    "a part with its heading": (
        "L’article 4.1 est ainsi rédigé :\n\n« 4.1. Parcelles\n\nElles sont attribuées pour deux ans.\n\nElle est renouvelable. »",
        {"4.1": ["Elles sont attribuées pour deux ans.", "Elle est renouvelable."], "4.2": ["Les baux durent un an."]},
    ),
    "several alinéas on the line of the sentence": (
        "L’article 5 est rédigé ainsi : « L’eau est payée par les jardiniers.\n\nElle est coupée en hiver. »",
        {"5": ["L’eau est payée par les jardiniers.", "Elle est coupée en hiver."]},
    ),
    "signs repeated at each alinéa": (
        "L’article 5 est ainsi rédigé :\n\n« L’eau est gratuite.\n\n« Elle est coupée en hiver. »",
        {"5": ["L’eau est gratuite.", "Elle est coupée en hiver."]},
    ),
    "words": (
        "Au second alinéa de l’article 5, les mots « en hiver » sont remplacés par les mots « la nuit ».",
        {"5": ["L’eau est payée par la commune.", "Elle est coupée la nuit."]},
    ),
}


def requoted(text: str, marks: str) -> str:
    match marks:
        case "english":
            return text.replace("« ", "“").replace(" »", "”")
        case "plain":
            return text.replace("« ", '"').replace(" »", '"')
        case _:
            return text.replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def imported(root: Path, said: str, *, as_word: bool) -> Imported:
    text = f"AVENANT N° 1\n\nIl est convenu ce qui suit :\n\nArticle 1 – Changements\n\n{said}\n\nFait à Nord, le 12 février 2024\n"
    written(root / "p/convention", {"convention.yml": CONVENTION, **ARTICLES})
    if as_word and "\t" not in said:
        act = root / "avenant.docx"
        act.write_bytes(word("".join(paragraph(line) for line in text.split("\n\n"))))
    else:
        act = signed(root, text)
    return import_act(root / "p", [act], "avenant-1")


def lines(root: Path, number: str) -> list[str]:
    compiled, found = compile_project(root / "p")
    assert compiled is not None
    assert [f"{d.code.id} {d.message.text('fr')}" for d in found if d.code.id.startswith(("TXT2", "SRC"))] == []
    (article,) = (p for p in compiled.timeline.latest.document.walk() if p.number == number)
    made: list[str] = []
    for block in article.blocks:
        if isinstance(block, Table):
            made += [" | ".join(cell.chars for cell in row) for row in block.rows]
        elif isinstance(block, Alinea):
            made.append(("- " if block.item else "") + block.text.chars)
    return made


@pytest.mark.parametrize("as_word", [False, True], ids=["text", "Word"])
@pytest.mark.parametrize("marks", ["guillemets", "english", "plain"])
@pytest.mark.parametrize("what", SAID)
def test_the_signs_of_a_quotation_are_those_of_any_keyboard(
    tmp_path: Path, what: str, marks: str, *, as_word: bool
) -> None:
    said, wanted = SAID[what]
    done = imported(tmp_path, requoted(said, marks), as_word=as_word)
    assert [q.why for unit in done.units for q in unit.questions] == []
    assert {number: lines(tmp_path, number) for number in wanted} == wanted


@pytest.mark.parametrize("sign", [*BULLETS, "–", "-"])
def test_the_items_of_a_list_are_told_by_any_sign_of_a_word_processor(tmp_path: Path, sign: str) -> None:
    said = f"L’article 2 est ainsi rédigé :\n\n« Le bureau comprend :\n{sign}\tun président ;\n{sign}\tun élève. »"
    done = imported(tmp_path, said, as_word=False)
    assert [q.why for unit in done.units for q in unit.questions] == []
    assert lines(tmp_path, "2") == ["Le bureau comprend :", "- un président ;", "- un élève."]
