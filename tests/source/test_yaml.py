from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from clausier.diagnostics import Diagnostic, Span
from clausier.source.yaml import Mapping, Node, Scalar, Sequence, read_yaml
from support.projects import ROOT


def read(text: str, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    return read_yaml("f.yml", text, first_line=first_line)


def plain(node: Node | None) -> Any:
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.value: plain(entry.value) for entry in node.entries}
        case None:
            return None


def found(text: str) -> list[tuple[str, int, int]]:
    return [(d.code.id, d.span.line, d.span.column) for d in read(text)[1]]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: no", {"a": "no"}),
        ("a: 8.10", {"a": "8.10"}),
        ("a: 010", {"a": "010"}),
        ("a: 2022-06-21", {"a": "2022-06-21"}),
        ("a: true\nb: 1e3\nc: 12:30", {"a": "true", "b": "1e3", "c": "12:30"}),
        ('a: "null"\nb: ""\nc: \'~\'', {"a": "null", "b": "", "c": "~"}),
        ("- x\n- [y, {z: t}]", ["x", ["y", {"z": "t"}]]),
        ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", {"a": "x\ny\n", "b": "x y"}),
        ("---\na: x\n...\n", {"a": "x"}),
        ("a:\tx", {"a": "x"}),
        ("seul", "seul"),
    ],
)
def test_every_scalar_is_the_text_that_was_typed(text: str, data: object) -> None:
    node, diagnostics = read(text)
    assert diagnostics == ()
    assert plain(node) == data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: x\nb: y\na: z", [("SRC104", 3, 1)]),
        ("- {b: 1, b: 2}", [("SRC104", 1, 10)]),
        ("a:\nb: x", [("SRC105", 1, 1)]),
        ("a: ~\nb: null", [("SRC105", 1, 1), ("SRC105", 2, 1)]),
        ("p: {nom: Meuse, Moselle}", [("SRC105", 1, 17)]),
        ("mots: #1", [("SRC105", 1, 1)]),
        ("- \n- ~\n- x", [("SRC106", 1, 2), ("SRC106", 2, 3)]),
        ("[a]: b", [("SRC107", 1, 1)]),
        ("? {a: b}\n: c", [("SRC107", 1, 3)]),
        ("?\n: c", [("SRC107", 1, 2)]),
        ("a: &x b\nc: *x", [("SRC109", 1, 4), ("SRC109", 2, 4)]),
        ("a: &x {b: c}\nd: &y [e]", [("SRC109", 1, 4), ("SRC109", 2, 4)]),
        ("*x : b", [("SRC109", 1, 1)]),
        ("a: !!timestamp 2022-06-21", [("SRC110", 1, 4)]),
        ("a: !x [b]\nc: ! d", [("SRC110", 1, 4), ("SRC110", 2, 4)]),
        ("a: b\n---\nc: d\n---\ne: f", [("SRC111", 2, 1)]),
        ("%YAML 1.1\n---\na: b", [("SRC112", 1, 1)]),
        ("%TAG ! x:\n---\na: b", [("SRC112", 1, 1)]),
        ("", [("SRC103", 1, 1)]),
        ("\n# rien\n", [("SRC103", 1, 1)]),
        ("\nnull\n", [("SRC103", 2, 1)]),
        ("~", [("SRC103", 1, 1)]),
        ("---\n", [("SRC103", 2, 1)]),
        ("a: \x00", [("SRC102", 1, 4)]),
        ("é: x\nb: y\x85", [("SRC102", 2, 5)]),
        ("a: x\u2028y", [("SRC102", 1, 5)]),
        ("a: x\ufeff", [("SRC102", 1, 5)]),
        ("a: \ud800", [("SRC102", 1, 4)]),
        ('a: "\\0"', [("SRC102", 1, 4)]),
        ("[" * 33 + "]" * 33, [("SRC113", 1, 33)]),
        ("- " * 40 + "a", [("SRC113", 1, 65)]),
    ],
)
def test_each_trap_is_refused_where_it_stands(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("titre: Avenant n° 1: x", (1, 20), "deux-points"),
        ("titre: 'L'objet'", (1, 11), "guillemet"),
        ('titre: "x', (1, 8), "jamais fermé"),
        ('titre: "x\n---\ny"', (2, 1), "« --- »"),
        ("a:\n\tb: c", (2, 1), "tabulation"),
        ("a: @x", (1, 4), "« @ »"),
        ("a: %x", (1, 4), "« % »"),
        ("a: `x`", (1, 4), "« ` »"),
        ("a: [x\nb: y", (2, 2), "crochet"),
        ("a: {x: y\nb: z}}", (2, 2), "accolade"),
        ("{a: b}}", (1, 7), "de trop"),
        ("a: - b", (1, 4), "tiret"),
        ("a: x\nb\n", (2, 1), "clé: valeur"),
        ("a:\n  b: c\n d: e", (3, 2), "mal alignée"),
        ("a: | x", (1, 6), "après « | »"),
        ('a: "\\q"', (1, 5), "« \\ »"),
        ("a: *", (1, 5), "« * »"),
        ("a: !<x", (1, 7), "« ! »"),
    ],
)
def test_broken_syntax_is_placed_and_said_in_words(text: str, place: tuple[int, int], said: str) -> None:
    node, diagnostics = read(text)
    last = diagnostics[-1]
    assert node is None
    assert last.code.id == "SRC101"
    assert (last.span.line, last.span.column) == place
    assert said in last.message.text("fr").replace("\u00a0", " ")
    assert last.help is not None or "« --- »" in said


def test_a_text_whose_quote_closes_too_early_is_told_how_to_keep_its_apostrophe() -> None:
    (diagnostic,) = read("titre: 'L'objet'")[1]
    assert diagnostic.help is not None
    assert "doubler l’apostrophe" in diagnostic.help.text("fr")


def test_broken_syntax_points_back_to_what_it_broke() -> None:
    (diagnostic,) = read("a:\n  b: c\n d: e")[1]
    assert [label.span.line for label in diagnostic.labels] == [1]


def test_a_key_twice_keeps_the_first_and_points_to_it() -> None:
    node, (diagnostic,) = read("a: x\nb: y\na: z")
    assert plain(node) == {"a": "x", "b": "y"}
    assert [label.span for label in diagnostic.labels] == [Span("f.yml", 1, 1, 1)]


def test_a_value_eaten_by_a_comment_is_told_so() -> None:
    (eaten,) = read("mots: #1 mission")[1]
    (left_out,) = read("mots:")[1]
    assert eaten.help is not None
    assert left_out.help is not None
    assert "commentaire" in eaten.help.text("fr")
    assert "commentaire" not in left_out.help.text("fr")


def test_everything_that_can_be_read_is_reported_not_the_first_alone() -> None:
    assert [d.code.id for d in read("a: &x b\na: c\nd:\ne: !t f\n")[1]] == ["SRC109", "SRC104", "SRC105", "SRC110"]


def test_what_is_refused_for_its_key_is_not_reported_for_its_value() -> None:
    assert found("? [a]\n") == [("SRC107", 1, 3)]
    assert found("a: x\na:\n") == [("SRC104", 2, 1)]


def test_thirty_two_levels_are_read() -> None:
    node, diagnostics = read("[" * 31 + "{a: b}" + "]" * 31)
    assert diagnostics == ()
    assert isinstance(node, Sequence)


def test_a_nesting_bomb_costs_what_its_first_levels_cost() -> None:
    assert found("[\n" * 1_000_000) == [("SRC113", 33, 1)]
    assert found("{a: " * 1_000_000) == [("SRC113", 1, 129)]
    assert [code for code, _, _ in found("[" * 1_000_000)] == ["SRC113"]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("mots: La mission #1", 18),
        ("mots: La mission\t  # note", 20),
        ("mots: La mission#1", None),
        ('mots: "La mission" # note', None),
        ("mots: 'La mission' # note", None),
        ("mots: |  # note\n  La mission", None),
        ("mots: La mission\n# note", None),
    ],
)
def test_a_comment_on_the_line_of_a_plain_text_is_seen(text: str, column: int | None) -> None:
    node, diagnostics = read(text)
    assert diagnostics == ()
    assert isinstance(node, Mapping)
    value = node.get("mots")
    assert isinstance(value, Scalar)
    assert (value.comment.column if value.comment else None) == column


def test_a_comment_after_the_last_line_of_a_plain_text_is_seen_there() -> None:
    node, _ = read("mots: La\n  mission # 1")
    assert isinstance(node, Mapping)
    value = node.get("mots")
    assert isinstance(value, Scalar)
    assert value.value == "La mission"
    assert value.comment == Span("f.yml", 2, 11)


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_columns_count_characters_whatever_the_accents_the_byte_order_mark_and_the_line_ends(
    start: str, end: str
) -> None:
    node, diagnostics = read(start + end.join(["é: 'àé'", "𝒳: {œ: ça, n: z}  # c", "l:", "  - dernière # c"]))
    assert diagnostics == ()
    assert isinstance(node, Mapping)
    spans = [(e.key.span.line, e.key.span.column, e.value.span.line, e.value.span.column) for e in node.entries]
    assert spans == [(1, 1, 1, 4), (2, 1, 2, 4), (3, 1, 4, 3)]
    inner = node.get("𝒳")
    assert isinstance(inner, Mapping)
    assert [e.value.span.column for e in inner.entries] == [8, 15]
    items = node.get("l")
    assert isinstance(items, Sequence)
    assert items.items[0].span == Span("f.yml", 4, 5, 4)
    assert isinstance(items.items[0], Scalar)
    assert items.items[0].comment == Span("f.yml", 4, 14)


def test_a_header_is_placed_in_its_file() -> None:
    node, diagnostics = read("opérations:\n  - abroger:", first_line=2)
    assert node is not None
    assert [(d.span.line, d.span.column) for d in diagnostics] == [(3, 5)]
    assert read("", first_line=2)[1][0].span.line == 2
    assert read("a: b: c", first_line=2)[1][0].span.line == 2
    assert read("a: \x00", first_line=2)[1][0].span.line == 2


def test_a_place_ends_with_its_last_word() -> None:
    node, _ = read("a:\n  b: |\n    x\n    y\n\n\n# fin\nc: [\n  d\n]\n")
    assert isinstance(node, Mapping)
    assert [(e.value.span.line, e.value.span.end_line) for e in node.entries] == [(2, 4), (8, 10)]
    assert node.span.end_line == 10


def test_keys_are_found_in_order() -> None:
    node, _ = read("b: x\na: y")
    assert isinstance(node, Mapping)
    assert [entry.key.value for entry in node.entries] == ["b", "a"]
    assert node.get("c") is None


def test_a_value_left_out_is_known_as_such() -> None:
    assert Scalar("", Span("f"), plain=True).missing
    assert Scalar("null", Span("f"), plain=True).missing
    assert not Scalar("", Span("f")).missing
    assert not Scalar("nul", Span("f"), plain=True).missing


YAMLISH = st.text(alphabet=st.sampled_from(list("ab:é-[]{}#&*!|>'\"%@`?, \t\n\\~0.")), max_size=60)


@given(st.one_of(st.text(), YAMLISH, st.binary().map(lambda b: b.decode("utf-8", "surrogateescape"))))
def test_no_text_raises_and_none_is_read_in_silence(text: str) -> None:
    node, diagnostics = read(text, first_line=5)
    assert node is not None or diagnostics
    lines = text.count("\n") + text.count("\r") + 1
    for diagnostic in diagnostics:
        assert 5 <= diagnostic.span.line <= 5 + lines
        assert diagnostic.span.column >= 1
        assert diagnostic.message.text("fr")
        assert diagnostic.message.text("en")
        assert diagnostic.help is None or (diagnostic.help.text("fr") and diagnostic.help.text("en"))


@given(st.one_of(st.text(), YAMLISH))
def test_where_libyaml_is_not_at_hand_no_text_raises_either(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CLoader")
        node, diagnostics = read(text)
    assert node is not None or diagnostics


LETTERS = st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\ufeff\ufffe\uffff")
TEXTS = st.text(alphabet=LETTERS, max_size=12)
KEYS = st.text(alphabet=LETTERS, min_size=1, max_size=6)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    max_leaves=12,
)


def by_ruamel(text: str) -> Any:
    def data(node: Any) -> Any:
        match node:
            case ScalarNode():
                return node.value.replace("\a", "")  # which marks where a folded text was broken
            case SequenceNode():
                return [data(item) for item in node.value]
            case MappingNode():
                return {key.value: data(value) for key, value in node.value}
            case _:
                raise AssertionError(node)

    return data(YAML(typ="rt").compose(io.StringIO(text)))


@given(DATA, st.booleans(), st.integers(min_value=20, max_value=120))
def test_both_readers_agree_on_what_was_written(data: object, flow: bool, width: int) -> None:  # noqa: FBT001 - given by its name
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=width, sort_keys=False)
    node, diagnostics = read(text)
    assert diagnostics == ()
    assert plain(node) == data
    assert by_ruamel(text) == data


@given(DATA)
def test_what_ruamel_writes_is_read_as_it_was(data: object) -> None:
    writer = YAML(typ="rt")
    out = io.StringIO()
    writer.dump(data, out)
    node, diagnostics = read(out.getvalue())
    assert diagnostics == ()
    assert plain(node) == data


@given(DATA, st.booleans())
def test_both_of_yaml_s_own_readers_give_the_same_nodes(data: object, flow: bool) -> None:  # noqa: FBT001 - given by its name
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    fast = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CLoader")
        assert read(text) == fast


def yaml_files() -> list[Path]:
    folders = [ROOT / "convention", ROOT / "amendments", ROOT / ".github", ROOT / "site"]
    files = [path for folder in folders for suffix in ("yml", "yaml") for path in folder.rglob(f"*.{suffix}")]
    return [*files, ROOT / ".gitlab-ci.yml"]


@pytest.mark.parametrize("path", yaml_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_both_readers_agree_on_every_file_of_the_project(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    node, diagnostics = read(text)
    if path.is_relative_to(ROOT / "convention") or path.is_relative_to(ROOT / "amendments"):
        assert diagnostics == ()
    assert plain(node) == by_ruamel(text)
