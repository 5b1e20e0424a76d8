"""A new text that begins with the number of its own article: the number is no word of the article."""

from __future__ import annotations

from typing import Any

import pytest

from clausier.author.apply.apply import apply
from support.agreement import done

BASE: list[dict[str, Any]] = [
    {"num": "1", "title": "Objet", "text": "Les repas."},
    {"num": "2.4", "title": "Menus", "text": "Ils changent."},
    {"num": "19", "title": "Contrôle", "text": "Il a lieu sur place."},
]
CREATED = "Il est inséré un article 20 ainsi rédigé :"
REWORDED = "L'article 19 est remplacé par les dispositions suivantes :"


def new(*lines: str) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The heading and the text of what is new or changed, by number, and what is asked."""
    amendment = {
        "id": "a",
        "title": "Avenant",
        "signed": None,
        "articles": [{"num": "1", "title": "", "text": "\n".join(lines)}],
    }
    found = apply({"case": "x", "title": "Accord", "base": {"articles": BASE}, "avenants": [amendment]})
    told = {a["num"]: (a["title"], a["text"]) for a in found["articles"]}
    before = {a["num"]: (a["title"], a["text"]) for a in BASE}
    return {n: one for n, one in told.items() if before.get(n) != one}, [q["sentence"] for q in found["queries"]]


@pytest.mark.parametrize(
    ("first", "heading"),
    [
        ("« 20. Litiges", "Litiges"),
        ("« 20 – Litiges", "Litiges"),
        ("« Article 20 – Litiges", "Litiges"),
    ],
)
def test_the_heading_of_a_new_article_stands_behind_its_number(first: str, heading: str) -> None:
    assert new(CREATED, first, "Le tribunal en juge. »") == ({"20": (heading, "Le tribunal en juge.")}, [])


def test_the_sentence_of_a_new_article_stands_behind_its_number() -> None:
    assert new(CREATED, "« 20. Le tribunal juge des litiges. »") == ({"20": ("", "Le tribunal juge des litiges.")}, [])


@pytest.mark.parametrize("line", ["« 20 jours après, le tribunal juge. »", "« 20. Litiges »"])
def test_a_number_that_may_be_of_something_else_is_asked_about_in_a_new_article(line: str) -> None:
    assert new(CREATED, line) == ({}, [CREATED])


def test_the_parts_of_a_new_article_keep_their_numbers() -> None:
    text = "20.1. Le tribunal juge.\n20.2. Il siège à Metz."
    assert new(CREATED, f"« {text} »") == ({"20": ("", text)}, [])


@pytest.mark.parametrize("mark", [".", " –", ".–", " :"])
def test_a_reworded_article_has_no_number_before_its_words(mark: str) -> None:
    assert done(REWORDED, f"« 19{mark} Il a lieu en mai. »", base=BASE) == ({"19": "Il a lieu en mai."}, [])


def test_nor_has_one_of_a_number_in_steps() -> None:
    reworded = "L'article 2.4 est ainsi rédigé :"
    assert done(reworded, "« 2.4 Ils sont affichés. »", base=BASE) == ({"2.4": "Ils sont affichés."}, [])
    parts = "2.4.1. Ils sont affichés.\n2.4.2. Ils sont datés."
    assert done(reworded, f"« {parts} »", base=BASE) == ({"2.4": parts}, [])


def test_its_heading_may_stand_between() -> None:
    assert done(REWORDED, "« 19 – Contrôle. – Il a lieu en mai. »", base=BASE) == ({"19": "Il a lieu en mai."}, [])


def test_a_figure_at_its_beginning_is_of_its_words() -> None:
    assert done(REWORDED, "« 19 contrôles ont lieu. »", base=BASE) == ({"19": "19 contrôles ont lieu."}, [])


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (REWORDED, ("« 19. Il a lieu en mai.", "20. Il est public. »")),
        ("L'article 1er est remplacé par les dispositions suivantes :", ("« 1. Les repas sont servis. »",)),
    ],
)
def test_a_number_that_may_be_of_a_point_is_asked_about(sentence: str, lines: tuple[str, ...]) -> None:
    assert done(sentence, *lines, base=BASE) == ({}, [sentence])


HEADED: list[dict[str, Any]] = [
    {"num": "1", "title": "Objet", "text": "Les repas."},
    {"num": "3.3", "title": "Période", "text": "La période dure.\nElle est longue."},
    {"num": "IV", "title": "Frais de transport", "text": "Les frais sont payés.\nL'apprenti les déclare."},
    {"num": "V", "title": "Voies", "text": "V. – Rouge\nVI. – Vert"},
    {"num": "19", "title": "Contrôle", "text": "Il a lieu."},
    {"num": "20", "title": "", "text": "Fin."},
]


def headed(number: str, *lines: str, place: str = "L'article {}") -> tuple[list[tuple[str, str]], list[str]]:
    """The heading and text of what an amendment changes that rewords an article, and what is asked."""
    sentence = f"{place.format(number)} est ainsi rédigé :"
    amendment = {"id": "a", "title": "Avenant", "articles": [{"text": "\n".join((sentence, *lines))}]}
    found = apply({"case": "x", "title": "Accord", "base": {"articles": HEADED}, "avenants": [amendment]})
    texts = [(a["title"], a["text"]) for a, b in zip(found["articles"], HEADED, strict=True) if a != b]
    return texts, [q["message"] for q in found["queries"]]


@pytest.mark.parametrize(
    ("number", "first", "heading"),
    [
        ("3.3", "3.3. Reconversion (Pro-A)", "Reconversion (Pro-A)"),
        ("3.3", "3.3 Reconversion", "Reconversion"),
        ("IV", "IV. – Frais annexes", "Frais annexes"),
        ("IV", "IV – Frais annexes", "Frais annexes"),
        ("19", "19. – Suivi", "Suivi"),
        ("19", "19 – Suivi", "Suivi"),
        ("19", "19. Suivi", "Suivi"),
    ],
)
def test_a_first_line_that_repeats_the_number_is_the_heading(number: str, first: str, heading: str) -> None:
    assert headed(number, f"« {first}", "L'ensemble dure.", "Il coûte. »") == (
        [(heading, "L'ensemble dure.\nIl coûte.")],
        [],
    )


@pytest.mark.parametrize(
    ("number", "lines", "place"),
    [
        ("1", ("« 1. Suivi", "Il a lieu en mai. »"), "L'article {}"),  # of a first point
        ("3.3", ("« 3.3. Reconversion", "3.4. Objet", "Elle dure. »"), "L'article {}"),
        ("IV", ("« IV. – Frais annexes", "V. – Autres", "Ils sont payés. »"), "L'article {}"),
        ("V", ("« V. – Jaune", "Elle est large. »"), "L'article {}"),  # the text in force has such points
        ("19", ("« 19. Suivi", "20. Bilan", "Il a lieu. »"), "L'article {}"),
        ("19", ("« 19 Suivi", "Il a lieu en mai. »"), "L'article {}"),
        ("20", ("« 20. Suivi", "Il a lieu en mai. »"), "L'article {}"),  # it had no heading
        ("19", ("« 19. Suivi", "Il a lieu en mai. »"), "Le premier alinéa de l'article {}"),
    ],
)
def test_a_first_line_that_may_be_a_point_is_asked_about(number: str, lines: tuple[str, ...], place: str) -> None:
    assert headed(number, *lines, place=place) == ([], ["la première ligne du texte nouveau est-elle un intitulé ?"])


def test_an_item_that_is_a_letter_of_a_roman_number_is_no_point_of_that_form() -> None:
    lines = ("« IV. – Frais annexes", "L'apprenti est remboursé. »")
    assert headed("IV", *lines) == ([("Frais annexes", "L'apprenti est remboursé.")], [])
