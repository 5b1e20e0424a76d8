"""Suggestions put into a file of rules as it is: at the end of its list, in its way of writing."""

from __future__ import annotations

from clausier.author.suggest.written import Suggestion, with_rules

RULE = Suggestion(
    file="01.regles.yml", article="1", sentence="Il décide.", keys=(("id", "b"), ("citation", "Il décide"))
)
SILENT = Suggestion(
    file="01.regles.yml",
    article="1",
    sentence="Soit :",
    keys=(("article", "1"), ("citation", "Soit")),
    motive="introduction",
)
SAID = "# « Il décide. »".replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def put(now: str, *suggestions: Suggestion) -> list[tuple[str, str]]:
    return list(with_rules(suggestions, lambda _: now))


def test_a_file_that_is_not_there_yet_is_made_of_them() -> None:
    assert put("", RULE, SILENT) == [
        (
            "01.regles.yml",
            f'règles:\n  {SAID}\n  - id: b\n    citation: "Il décide"\nsans-règle:\n  - article: "1"\n    citation: "Soit"\n',
        )
    ]


NOW = """\
# les votes
extraits:
    - z
règles: # ici
# d’abord
- id: a
  citation: x

# le reste
sans-règle:
- article: "1"
remarques:
- remarque: y
"""
THEN = f"""\
# les votes
extraits:
    - z
règles: # ici
# d’abord
- id: a
  citation: x
{SAID}
- id: b
  citation: "Il décide"

# le reste
sans-règle:
- article: "1"
- article: "1"
  citation: "Soit"
remarques:
- remarque: y
"""


def test_they_come_last_in_their_list_with_its_dashes_and_what_stands_behind_it_stays() -> None:
    assert put(NOW, RULE, SILENT) == [("01.regles.yml", THEN)]


def test_a_list_between_brackets_is_left_to_its_author() -> None:
    assert put("règles: [{id: a}]\n", RULE) == []
    assert put("règles:\n  [{id: a}]\n", RULE) == []
