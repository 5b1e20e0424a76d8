"""The chart parser against lark's own on the same grammar, and its bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lark import Lark
from lark import Token as Leaf
from lark import Tree as Theirs
from lark.exceptions import UnexpectedInput
from lark.lexer import Lexer

from clausier.french.chart import Tree, compiled, shapes
from clausier.french.grammar import GRAMMAR, read_grammar
from clausier.french.phrases import LONGEST, read_sentence
from clausier.french.prepare import prepared
from clausier.french.quotations import cut
from clausier.french.tokens import Token, tokens

CASES = sorted(Path(__file__).with_name("cases").glob("*.yml"))
PHRASES = [c["phrase"] for path in CASES for c in yaml.safe_load(path.read_text(encoding="utf-8"))]
TABLE = compiled(read_grammar())


class Told(Lexer):
    """Takes tokens that are told apart already."""

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, data: Iterable[Leaf]) -> Iterator[Leaf]:  # type: ignore[override]  # the form of custom lexers
        yield from data


THEIRS = Lark(GRAMMAR.read_text(encoding="utf-8"), parser="earley", lexer=Told)


def stream(phrase: str) -> list[Token]:
    masked = cut(phrase)[0]
    return prepared(list(tokens(masked)), masked).tokens


def trees(sentence: list[Token]) -> list[Tree]:
    return [shape.of(sentence) for shape in shapes(TABLE, tuple(token.kind for token in sentence))]


def as_ours(tree: Any) -> Any:
    return Tree(str(tree.data), tuple(map(as_ours, tree.children))) if isinstance(tree, Theirs) else str(tree)


def worded(tree: Tree | Token) -> Any:
    return Tree(tree.rule, tuple(map(worded, tree.children))) if isinstance(tree, Tree) else tree.value


@pytest.mark.parametrize("phrase", PHRASES[::3])
def test_lark_finds_one_of_the_trees_of_the_chart_or_none_where_there_is_none(phrase: str) -> None:
    given = stream(phrase)
    found = [worded(tree) for tree in trees(given)]
    try:
        theirs = as_ours(THEIRS.parse([Leaf(t.kind, t.value) for t in given]))
    except UnexpectedInput:
        assert found == []
    else:
        assert theirs in found


def test_no_sentence_of_the_cases_says_two_things() -> None:
    """Where two trees take a sentence, it is the rules that are at fault: none of the cases may have two."""
    assert [phrase for phrase in PHRASES if len(trees(stream(phrase))) > 1] == []


@pytest.mark.parametrize(
    "words",
    [
        "Les dispositions de " * 100 + "l'article 3 sont supprimées.",
        "Les articles " + ", ".join(map(str, range(1, 150))) + " sont abrogés.",
        "À l'article 3, " + ", ".join(f"les mots « a{n} » sont remplacés par les mots « b{n} »" for n in range(30)),
        "L'article 3 est remplacé par " + "le texte suivant " * 120,
        "l'alinéa de " * 130 + "l'article 3 est supprimé",
    ],
)
def test_a_sentence_of_the_longest_is_read_within_bounds(words: str) -> None:
    masked = cut(words)[0]
    assert len(list(tokens(masked))) <= LONGEST
    assert read_sentence(masked).amends
